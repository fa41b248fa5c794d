import Catalogue

/// The name of the function that LaTeX applies, where it is nothing but that application.
enum AppliedName {
    /// `softmax` of `\operatorname{softmax}(\mathbf{x})_i`, `{\rm softmax}(x)`, `\text{softmax}(x)`, `softmax(x)_i`; `nil` of
    /// anything with an operator behind the closing bracket.
    static func read(_ latex: [UInt8]) -> String? {
        var index = 0
        func skipBlanks() { while index < latex.count, latex[index] <= 0x20 || latex[index] == UInt8(ascii: "&") { index += 1 } }
        func word() -> String {
            let start = index
            while index < latex.count, isLetter(latex[index]) { index += 1 }
            return String(decoding: latex[start..<index], as: UTF8.self)
        }
        func take(_ text: StaticString) -> Bool {
            let bytes = text.withUTF8Buffer { Array($0) }
            guard latex[index...].starts(with: bytes) else { return false }
            index += bytes.count
            return true
        }
        skipBlanks()
        var name = ""
        let wrappers: [StaticString] = [
            "\\operatorname*{", "\\operatorname{", "\\text{", "\\mathrm{", "\\textrm{", "\\textbf{", "\\mathbf{", "{\\rm ", "{\\bf ",
        ]
        if wrappers.contains(where: { take($0) }) {
            skipBlanks()
            let start = index
            while index < latex.count, latex[index] != UInt8(ascii: "}") { index += 1 }
            name = String(decoding: latex[start..<index], as: UTF8.self)
            index += 1
        } else {
            _ = take("\\")
            name = word()
        }
        guard index < latex.count, !name.isEmpty else { return nil }
        _ = take("\\left")
        skipBlanks()
        guard index < latex.count, latex[index] == UInt8(ascii: "(") else { return nil }
        var depth = 0
        while index < latex.count {
            if latex[index] == UInt8(ascii: "(") { depth += 1 }
            if latex[index] == UInt8(ascii: ")") { depth -= 1 }
            index += 1
            if depth == 0 { break }
        }
        skipBlanks()
        // At most a subscript may follow.
        if index < latex.count, latex[index] == UInt8(ascii: "_") {
            index += 1
            if index < latex.count, latex[index] == UInt8(ascii: "{") {
                while index < latex.count, latex[index] != UInt8(ascii: "}") { index += 1 }
            }
            index += 1
            skipBlanks()
        }
        return index >= latex.count && depth == 0 ? name : nil
    }

    /// Whether a command or word of `latex` is a name of the entry: what is built on it is not the entry itself.
    static func names(in latex: ArraySlice<UInt8>, _ implementation: Implementation, _ table: ImplementationTable) -> Bool {
        latex.split(whereSeparator: { !isLetter($0) }).contains { word in
            word.count > 2 && table.lookup(String(decoding: word, as: UTF8.self))?.name == implementation.name
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }
}
