import Formulas
import Markdown
import Source

/// Of what a word about data speaks: "let $A$ be symmetric" says nothing of $B$, and "not independent" nothing of independence.
struct AssumptionWords {
    let note: Note
    /// The formula that is checked: it says nothing of itself.
    let formula: Int

    /// One word, and the formulas of its sentence up to the end of its clause.
    struct Saying {
        var formulas: [[UInt8]]

        /// A sentence without formulas speaks of the whole section, but hardly of numbers between 0 and 1.
        func mayMean(_ key: SymbolKey, _ kind: Assumption) -> Bool {
            if formulas.isEmpty { return kind != .unitInterval }
            let letter = key.letter
            return formulas.contains { Self.holds($0, letter) }
        }

        private static func holds(_ latex: [UInt8], _ letter: String) -> Bool {
            let wanted = Array(letter.utf8)
            var k = 0
            while k < latex.count {
                guard latex[k].isASCIILetter || latex[k] >= 0x80 else {
                    k += 1
                    continue
                }
                var end = k + 1
                // A command is one name, letters beside each other are many.
                if k > 0, latex[k - 1] == UInt8(ascii: "\\") {
                    while end < latex.count, latex[end].isASCIILetter { end += 1 }
                } else if latex[k] >= 0x80 {
                    while end < latex.count, latex[end] & 0xC0 == 0x80 { end += 1 }
                    if GreekLetters.name(of: String(decoding: latex[k..<end], as: UTF8.self).unicodeScalars.first?.value ?? 0) == letter { return true }
                }
                if latex[k..<end].elementsEqual(wanted) { return true }
                k = end
            }
            return false
        }
    }

    private static let longest = 400
    private static let denials = ["not", "n't", "cannotbe", "never", "without", "non", "no", "不", "非", "不是", "并不", "没有", "无"]

    /// `nil` where the word is denied.
    func saying(at place: Int) -> Saying? {
        let bytes = note.source.bytes
        guard place < bytes.count else { return nil }
        let before = TextFolding.nameKey(String(decoding: bytes[max(0, place - 18)..<place], as: UTF8.self))
        if Self.denials.contains(where: { before.hasSuffix($0) }) { return nil }
        let (lower, upper) = (start(of: place), end(of: place))
        let spans = note.formulas.indices.filter { $0 != formula && note.formulas[$0].range.lower >= lower && note.formulas[$0].range.upper <= upper && !note.formulas[$0].display }
        return Saying(formulas: spans.map { note.formulas[$0].latex })
    }

    /// Behind the end of the sentence or the line before.
    private func start(of place: Int) -> Int {
        var k = place
        while k > 0, place - k < Self.longest {
            if endsSentence(k - 1), !isInFormula(k - 1) { return k }
            k -= 1
        }
        return k
    }

    /// The end of the clause: a comma behind names ends it too, unless other names follow.
    private func end(of place: Int) -> Int {
        let bytes = note.source.bytes
        var k = place
        var hasName = false
        while k < bytes.count, k - place < Self.longest {
            if let span = note.formulas.first(where: { $0.range.lower <= k && k < $0.range.upper }) {
                hasName = true
                k = span.range.upper
                continue
            }
            if endsSentence(k) { return k }
            let isComma = bytes[k] == UInt8(ascii: ",") || bytes[k] == 0xEF && k + 2 < bytes.count && bytes[k + 1] == 0xBC && bytes[k + 2] == 0x8C
            if isComma, !hasName || !namesFollow(k + (bytes[k] == 0xEF ? 3 : 1)) { return k }
            k += 1
        }
        return k
    }

    private func namesFollow(_ place: Int) -> Bool {
        note.formulas.contains { span in
            span.range.lower >= place && span.range.lower - place <= 4 && note.source.bytes[place..<span.range.lower].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "$") }
        }
    }

    private func isInFormula(_ place: Int) -> Bool { note.formulas.contains { $0.range.lower <= place && place < $0.range.upper } }

    private func endsSentence(_ place: Int) -> Bool {
        let bytes = note.source.bytes
        switch bytes[place] {
        case UInt8(ascii: ";"): return true
        case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): return place + 1 == bytes.count || bytes[place + 1] <= 0x20
        case 0x0A: return place + 1 == bytes.count || bytes[place + 1] == 0x0A || bytes[place + 1] == UInt8(ascii: "#") || bytes[place + 1] == UInt8(ascii: "-")
        // 。
        case 0x82: return place >= 2 && bytes[place - 2] == 0xE3 && bytes[place - 1] == 0x80
        // ；
        case 0x9B: return place >= 2 && bytes[place - 2] == 0xEF && bytes[place - 1] == 0xBC
        default: return false
        }
    }
}
