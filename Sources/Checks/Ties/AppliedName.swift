import Catalogue
import Formulas

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

    /// How one function of one name is written, with a mark for the name: `\det(#)`, `\|#\|_2`; `nil` of anything else.
    static func form(_ latex: [UInt8]) -> [UInt8]? {
        var out: [UInt8] = []
        var names = 0
        var k = 0
        while k < latex.count {
            let byte = latex[k]
            if byte <= 0x20 || byte == UInt8(ascii: "&") {
                k += 1
            } else if isLetter(byte) {
                var end = k + 1
                while end < latex.count, isLetter(latex[end]) { end += 1 }
                let word = latex[k..<end]
                let isCommand = out.last == UInt8(ascii: "\\")
                let isName = isCommand ? GreekLetters.isName(String(decoding: word, as: UTF8.self)) : word.count == 1
                if isName {
                    if isCommand { out.removeLast() }
                    out.append(UInt8(ascii: "#"))
                    names += 1
                } else {
                    out += word
                }
                k = end
            } else {
                out.append(byte)
                k += 1
            }
        }
        guard names == 1, out.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "|") }), !out.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "^") }) else { return nil }
        return out
    }

    /// Whether a command or word of `latex` is a name of the entry: what is built on it is not the entry itself.
    static func names(in latex: ArraySlice<UInt8>, _ implementation: Implementation, _ table: ImplementationTable) -> Bool {
        latex.split(whereSeparator: { !isLetter($0) }).contains { word in
            word.count > 2 && table.lookup(String(decoding: word, as: UTF8.self))?.name == implementation.name
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }
}
