import LaTeX
import Source

/// Words that stand among the letters of a formula without a command: `x \quad if x > 0`, `otherwise`, `arg max_x`.
enum PlainWords {
    private static let connectives: Set<String> = ["if", "when", "where", "for", "otherwise", "else", "elsewhere"]
    /// Those that nothing needs to follow.
    private static let closing: Set<String> = ["otherwise", "else", "elsewhere"]

    /// Makes words of the runs of letters that are connectives or operators, and dots of `\cdot\cdot\cdot`.
    static func join(_ tokens: inout [Token]) {
        var place = 0
        while place < tokens.count {
            if tokens[place].isSign(Sign.dot) {
                joinDots(&tokens, at: place)
            } else if let end = run(tokens, from: place) {
                joinLetters(&tokens, place..<end)
                place = min(end, tokens.count)
                continue
            }
            place += 1
        }
    }

    /// Where the run of plain letters side by side ends that begins at `start`; `nil` for one letter alone.
    private static func run(_ tokens: [Token], from start: Int) -> Int? {
        guard isPlain(tokens[start]) else { return nil }
        var end = start + 1
        while end < tokens.count, isPlain(tokens[end]), !tokens[end - 1].hasScripts, tokens[end - 1].range.end == tokens[end].range.start { end += 1 }
        return end > start + 1 ? end : nil
    }

    private static func isPlain(_ token: Token) -> Bool {
        guard let letter = token.letter, letter < 0x80 else { return false }
        switch token.font {
        case nil, .italic, .upright: return true
        default: return false
        }
    }

    static func spelling(_ tokens: ArraySlice<Token>) -> String {
        var out = ""
        for token in tokens { if let letter = token.letter, let scalar = Unicode.Scalar(letter) { out.unicodeScalars.append(scalar) } }
        return out
    }

    private static func joinLetters(_ tokens: inout [Token], _ run: Range<Int>) {
        guard run.count <= 9 else { return }
        let word = spelling(tokens[run])
        if word == "arg", let next = tokens[run.upperBound...].firstIndex(where: { !$0.isSpace }), !tokens[run.upperBound - 1].hasScripts {
            joinOptimum(&tokens, run, next)
            return
        }
        guard connectives.contains(word), !tokens[run.upperBound - 1].hasScripts, isParted(tokens, before: run.lowerBound), isParted(tokens, word, after: run.upperBound) else { return }
        var token = tokens[run.lowerBound]
        token.kind = .text(" \(word) ")
        token.core = tokens[run.lowerBound].core.union(tokens[run.upperBound - 1].core)
        token.range = token.core
        token.font = nil
        tokens.replaceSubrange(run, with: [token])
    }

    /// `arg max_x` with either word in letters.
    private static func joinOptimum(_ tokens: inout [Token], _ run: Range<Int>, _ next: Int) {
        var end = next + 1
        var word = ""
        if case .word(let operation) = tokens[next].kind {
            word = operation
        } else if let last = self.run(tokens, from: next) {
            end = last
            word = spelling(tokens[next..<last])
        }
        guard word == "max" || word == "min" else { return }
        var token = tokens[end - 1]
        token.kind = .word("arg" + word)
        token.core = tokens[run.lowerBound].core.union(tokens[end - 1].core)
        token.range = tokens[run.lowerBound].range.union(tokens[end - 1].range)
        tokens.replaceSubrange(run.lowerBound..<end, with: [token])
    }

    /// A blank, a space or a sign of punctuation parts it from what stands before, and no operator waits for an operand.
    private static func isParted(_ tokens: [Token], before place: Int) -> Bool {
        guard place > 0 else { return true }
        let last = tokens[place - 1]
        switch last.kind {
        case .space(let em):
            guard em > 0, let visible = tokens[..<place].last(where: { !$0.isSpace }) else { return em > 0 }
            return !waits(visible)
        case .punctuation, .text, .newline: return true
        default: return last.range.end < tokens[place].range.start && !waits(last)
        }
    }

    private static func waits(_ token: Token) -> Bool {
        switch token.kind {
        case .sign, .relation, .large, .word, .open: true
        default: false
        }
    }

    private static func isParted(_ tokens: [Token], _ word: String, after place: Int) -> Bool {
        guard place < tokens.count else { return closing.contains(word) || tokens.count == word.utf8.count }
        switch tokens[place].kind {
        case .space, .text: return true
        case .punctuation: return closing.contains(word)
        case .relation: return false
        default: return tokens[place - 1].range.end < tokens[place].range.start
        }
    }

    /// Three dots of multiplication in a row are an ellipsis.
    private static func joinDots(_ tokens: inout [Token], at start: Int) {
        var places = [start]
        var k = start + 1
        while k < tokens.count, places.count < 4, tokens[k].isSign(Sign.dot) || tokens[k].isSpace {
            if tokens[k].isSign(Sign.dot) { places.append(k) }
            k += 1
        }
        guard places.count == 3, let last = places.last, places.allSatisfy({ !tokens[$0].hasScripts }) else { return }
        var token = tokens[start]
        token.kind = .ellipsis(0x22EF)
        token.core = tokens[start].core.union(tokens[last].core)
        token.range = token.core
        tokens.replaceSubrange(start...last, with: [token])
    }

    /// The tokens of a relation that stands in a text: `\text{if z < 0}`; `nil` where more than that is said.
    static func relation(inText words: String, _ range: ByteRange) -> [Token]? {
        var tokens: [Token] = []
        var hasRelation = false
        for part in words.split(separator: " ") {
            let bytes = Array(part.unicodeScalars)
            let isWord = bytes.count > 1 && bytes.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
            if isWord {
                if tokens.isEmpty, StatementSplitter.isConditionWords(String(part)) { continue }
                guard part == "and" || part == "or" else { return nil }
                tokens.append(Token(.text(String(part)), range: range))
                continue
            }
            var k = 0
            while k < bytes.count {
                let scalar = bytes[k].value
                let next = k + 1 < bytes.count ? bytes[k + 1].value : 0
                var kind: Token.Kind
                switch scalar {
                case 0x30...0x39:
                    var digits = ""
                    while k < bytes.count, bytes[k].value >= 0x30 && bytes[k].value <= 0x39 || bytes[k].value == Sign.fullStop && k + 1 < bytes.count {
                        digits.unicodeScalars.append(bytes[k])
                        k += 1
                    }
                    tokens.append(Token(.number(digits), range: range))
                    continue
                case 0x3C, 0x3E, Sign.equal, 0x21:
                    hasRelation = true
                    if next == Sign.equal {
                        kind = .relation(scalar == 0x3C ? 0x2264 : scalar == 0x3E ? 0x2265 : scalar == 0x21 ? 0x2260 : Sign.equal)
                        k += 1
                    } else {
                        guard scalar != 0x21 else { return nil }
                        kind = .relation(scalar)
                    }
                case 0x2264, 0x2265, 0x2260, 0x2A7D, 0x2A7E:
                    hasRelation = true
                    kind = .relation(scalar)
                case Sign.minus, Sign.hyphen: kind = .sign(Sign.minus)
                case Sign.plus: kind = .sign(Sign.plus)
                case Sign.comma: kind = .punctuation(Sign.comma)
                default:
                    guard Sign.isLetter(scalar) else { return nil }
                    kind = .letter(scalar)
                }
                tokens.append(Token(kind, range: range))
                k += 1
            }
        }
        return hasRelation ? tokens : nil
    }
}
