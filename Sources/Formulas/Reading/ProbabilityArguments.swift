import LaTeX
import Source

/// The arguments of a probability.
enum ProbabilityArguments {
    struct Event {
        var name: String
        /// The letter that stands for its value.
        var value: String
        var range: ByteRange
    }

    /// Events and conditions, or `nil` where a part is no plain variable or `X = x`.
    static func read(_ tokens: [Token], _ reader: TokenReader) -> (events: [Event], given: [Event])? {
        var parts: [[[Token]]] = [[[]]]
        for token in tokens {
            if case .bar(Sign.bar) = token.kind {
                parts.append([[]])
            } else if token.isPunctuation(Sign.comma, Sign.semicolon, Sign.wideComma) {
                parts[parts.count - 1].append([])
            } else {
                parts[parts.count - 1][parts[parts.count - 1].count - 1].append(token)
            }
        }
        guard parts.count <= 2 else { return nil }
        var out: [[Event]] = []
        for list in parts {
            var events: [Event] = []
            for part in list {
                guard let first = part.first, first.letter != nil, first.sup == nil, let base = SymbolSpelling.baseName(first, reader) else { return nil }
                var name = base
                // `X_1, X_2` are variables of their own.
                if let sub = first.sub {
                    guard let text = SymbolSpelling.scriptText(sub, reader), !text.isEmpty, text.allSatisfy(\.isNumber) else { return nil }
                    name += "_" + text
                }
                var value = name
                if part.count == 3, case .relation(Sign.equal) = part[1].kind, part[2].letter != nil, !part[2].hasScripts,
                    let letter = SymbolSpelling.baseName(part[2], reader)
                {
                    value = letter
                } else if part.count != 1 {
                    return nil
                }
                events.append(Event(name: name, value: value, range: first.range))
            }
            out.append(events)
        }
        return (out[0], out.count > 1 ? out[1] : [])
    }

    static func isProbability(_ token: Token) -> Bool {
        guard !token.hasScripts else { return false }
        switch token.kind {
        case .letter(0x50), .letter(0x70), .word("Pr"), .word("P"), .text("Pr"), .text("P"): return true
        default: return false
        }
    }

    /// Whether some probability is one of a combination of events or of a comparison: `P(A \cup B)`, `P(X \le x)`.
    static func holdsEvents(_ reader: TokenReader) -> Bool {
        var seen = 0
        for (k, node) in reader.tree.nodes.enumerated() {
            guard case .row(let list) = node.kind, list.count > 1 else { continue }
            seen += list.count
            guard seen < 20_000 else { break }
            let tokens = reader.visible(of: MathTree.ID(k))
            for (place, token) in tokens.enumerated() where isProbability(token) && token.letter != 0x70 && place + 1 < tokens.count {
                var depth = 0
                for j in (place + 1)..<min(tokens.count, place + 500) {
                    if depth > 0, j > place + 2, ExpressionParser.isEventName(tokens[j]), ExpressionParser.isEventName(tokens[j - 1]) { return true }
                    switch tokens[j].kind {
                    case .fenced(_, let body, _) where j == place + 1:
                        let inner = reader.visible(of: body)
                        if inner.contains(where: { combinesEvents($0, reader) }) || speaksOfMany(inner) { return true }
                    case .open: depth += 1
                    case .close: depth -= 1
                    default: if depth > 0, combinesEvents(tokens[j], reader) { return true }
                    }
                    if depth <= 0 { break }
                }
            }
        }
        return false
    }

    /// `AB`, `A - B`: capitals side by side.
    private static func speaksOfMany(_ tokens: [Token]) -> Bool {
        zip(tokens, tokens.dropFirst()).contains { ExpressionParser.isEventName($0) && ExpressionParser.isEventName($1) }
            || tokens.count == 3 && ExpressionParser.isEventName(tokens[0]) && ExpressionParser.isEventName(tokens[2]) && (tokens[1].isSign(Sign.minus) || tokens[1].isSign(Sign.plus))
    }

    /// What the bracket at `place` holds: `P(A)`, `P\{X = k\}`, `P[X > t]`.
    static func bracket(_ tokens: [Token], _ place: Int, _ reader: TokenReader) -> [Token]? {
        guard place < tokens.count else { return nil }
        switch tokens[place].kind {
        case .fenced(0x28, let body, _), .fenced(0x7B, let body, 0x7D), .fenced(0x5B, let body, 0x5D): return reader.visible(of: body)
        case .open(0x28), .open(0x7B), .open(0x5B):
            var depth = 0
            for k in place..<min(tokens.count, place + 500) {
                if case .open = tokens[k].kind { depth += 1 }
                if case .close = tokens[k].kind { depth -= 1 }
                if depth == 0 { return Array(tokens[(place + 1)..<k]) }
            }
            return nil
        default: return nil
        }
    }

    /// Arguments in round brackets behind each name of a probability, spaces left out.
    static func forEach(_ reader: TokenReader, _ visit: ([Token]) -> Void) {
        var seen = 0
        for (k, node) in reader.tree.nodes.enumerated() {
            guard case .row(let list) = node.kind, list.count > 1 else { continue }
            seen += list.count
            guard seen < 20_000 else { break }
            let tokens = reader.visible(of: MathTree.ID(k))
            for (place, token) in tokens.enumerated() where isProbability(token) {
                if let inner = bracket(tokens, place + 1, reader), !inner.isEmpty { visit(inner) }
            }
        }
    }

    /// `\sum_i P(A \mid B_i) P(B_i)`: capitals only, some of them numbered by an index that the formula binds.
    static func speaksOfNumberedEvents(_ reader: TokenReader, bound: Set<String>) -> Bool {
        var isNumbered = false
        var areEvents = true
        forEach(reader) { inner in
            for token in inner {
                switch token.kind {
                case .bar(Sign.bar), .punctuation, .relation(0x2223): continue
                default: break
                }
                guard ExpressionParser.isEventName(token), token.sup == nil else {
                    areEvents = false
                    continue
                }
                guard let sub = token.sub else { continue }
                guard let text = SymbolSpelling.scriptText(sub, reader), bound.contains(text) || text.allSatisfy(\.isNumber) else {
                    // `P(B_i \mid A)` of each `i`, where a sum runs over `j`.
                    areEvents = areEvents && (SymbolSpelling.scriptText(sub, reader).map { $0.count == 1 } ?? false)
                    continue
                }
                if bound.contains(text) { isNumbered = true }
            }
        }
        return areEvents && isNumbered
    }

    /// The only capital that the formula's probabilities speak of.
    static func comparedVariable(_ reader: TokenReader) -> String? {
        var names: Set<String> = []
        forEach(reader) { inner in
            for token in inner where ExpressionParser.isEventName(token) && !token.hasScripts { if let name = SymbolSpelling.baseName(token, reader) { names.insert(name) } }
        }
        return names.count == 1 ? names.first : nil
    }

    private static func combinesEvents(_ token: Token, _ reader: TokenReader) -> Bool {
        switch token.kind {
        case .sign(0x222A), .sign(0x2229), .sign(0x2216), .sign(0xAC), .sign(0x2227), .sign(0x2228), .large(0x22C3), .large(0x22C2): return true
        case .relation(let sign): return sign != Sign.equal && sign != Sign.colon && RelationSigns.kind(sign) != .other && RelationSigns.kind(sign) != .member
        // `A^c`
        case .letter:
            guard let letter = token.letter, (0x41...0x5A).contains(letter), let sup = token.sup, let text = SymbolSpelling.scriptText(sup, reader) else { return false }
            return ["c", "C", "∁"].contains(text)
        case .accent(let accent, _): return accent == .bar || accent == .overline
        default: return false
        }
    }

    /// The variables of all probabilities of a formula, sorted, and how many probabilities there are.
    static func variables(_ reader: TokenReader) -> (names: [String], count: Int) {
        var names: Set<String> = []
        var count = 0
        forEach(reader) { inner in
            count += 1
            if let (events, given) = read(inner, reader) { names.formUnion((events + given).map(\.name)) }
        }
        return (names.sorted(), count)
    }
}
