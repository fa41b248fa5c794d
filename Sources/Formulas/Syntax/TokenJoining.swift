import Source

/// Joins what is written in several signs: `||`, `:=`, `<=`, `->`, `**`, `\arg \max`, ideographs of one text; then pairs
/// the brackets that other signs stand for: `<x, y>`, `[0, 1[`, `|0\rangle`.
enum TokenJoining {
    static func joined(_ tokens: [Token]) -> [Token] {
        var out: [Token] = []
        out.reserveCapacity(tokens.count)
        var hasAngles = false
        var hasSquares = false
        var doubled: Set<Int> = []
        for token in tokens {
            switch token.kind {
            case .relation(0x3E), .open(0x27E8), .close(0x27E9): hasAngles = true
            case .open(0x5B), .close(0x5D): hasSquares = true
            default: break
            }
            // `\arg \max` is one operator whatever space stands between.
            if case .word(let b) = token.kind, b == "max" || b == "min", let place = out.lastIndex(where: { !$0.isSpace }),
                case .word("arg") = out[place].kind, !out[place].hasScripts
            {
                var joint = token
                joint.kind = .word("arg" + b)
                joint.core = out[place].core.union(token.core)
                joint.range = out[place].range.union(token.range)
                out.removeSubrange(place...)
                out.append(joint)
                continue
            }
            if joinsDigits(&out, token) { continue }
            guard let last = out.last, !last.hasScripts, let kind = joint(last, token) else {
                out.append(token)
                continue
            }
            var pair = token
            pair.kind = kind
            pair.core = last.core.union(token.core)
            pair.range = last.range.union(token.range)
            if case .bar(Sign.doubleBar) = kind { doubled.insert(pair.core.lower) }
            out[out.count - 1] = pair
        }
        PlainWords.join(&out)
        if !doubled.isEmpty { BarPairing.split(&out, joined: doubled) }
        if hasAngles { BracketPairing.pairAngles(&out) }
        if hasSquares { BracketPairing.pairSquares(&out) }
        return out
    }

    /// `1{,}000`, and `1,000` without blanks: three digits behind a comma. Between brackets a comma may part arguments.
    private static func joinsDigits(_ out: inout [Token], _ token: Token) -> Bool {
        guard case .number(let digits) = token.kind, out.count >= 2, case .number(let before) = out[out.count - 2].kind,
            !out[out.count - 1].hasScripts, !out[out.count - 2].hasScripts, digits.prefix(while: { $0 != "." }).count == 3,
            !before.contains("."), before.utf8.count <= 3 || before.utf8.count > 4 || out[out.count - 2].core.count > before.utf8.count || out[out.count - 1].isSign(Sign.comma) || out[out.count - 1].isSpace
        else { return false }
        let comma = out[out.count - 1]
        let a = out[out.count - 2]
        switch comma.kind {
        case .sign(Sign.comma): break
        case .space(let em): if em <= 0.1 || em > 0.2 { return false }
        case .punctuation(Sign.comma):
            guard a.range.end == comma.range.start, comma.range.end == token.core.start, before != "0" else { return false }
            let isInside = out.contains { if case .open = $0.kind { true } else { false } }
            if isInside, digits.utf8.first != 0x30 { return false }
        default: return false
        }
        var joint = token
        joint.kind = .number(before + digits)
        joint.core = a.core.union(token.core)
        joint.range = a.range.union(token.range)
        out.removeLast(2)
        out.append(joint)
        return true
    }

    /// What two signs side by side are together.
    private static func joint(_ a: Token, _ b: Token) -> Token.Kind? {
        if case .text(let x) = a.kind, case .text(let y) = b.kind, !b.hasScripts { return .text(x + y) }
        guard a.range.end == b.core.start else {
            if case .relation(Sign.colon) = a.kind, case .relation(Sign.equal) = b.kind { return .relation(0x2254) }
            return nil
        }
        switch (a.kind, b.kind) {
        case (.bar(Sign.bar), .bar(Sign.bar)): return .bar(Sign.doubleBar)
        case (.relation(Sign.colon), .relation(Sign.equal)): return .relation(0x2254)
        case (.relation(0x3C), .relation(Sign.equal)): return .relation(0x2264)
        case (.relation(0x3E), .relation(Sign.equal)): return .relation(0x2265)
        case (.relation(Sign.equal), .relation(Sign.equal)): return .relation(Sign.equal)
        case (.relation(0x3C), .relation(0x3C)): return .relation(0x226A)
        case (.relation(0x3E), .relation(0x3E)): return .relation(0x226B)
        case (.sign(Sign.minus), .relation(0x3E)): return .relation(Sign.rightArrow)
        case (.relation(Sign.equal), .relation(0x3E)): return .relation(0x21D2)
        case (.sign(Sign.asterisk), .sign(Sign.asterisk)): return .sign(Sign.doubleAsterisk)
        default: return nil
        }
    }
}

/// Finds brackets among signs that are brackets only by what stands around them.
enum BracketPairing {
    private static func isBoundary(_ token: Token?) -> Bool {
        switch token?.kind {
        case nil, .relation, .sign, .punctuation, .open, .close, .bar, .large, .text: true
        default: false
        }
    }

    private static func visible(_ tokens: [Token], before k: Int) -> Token? { tokens[..<k].last { !$0.isSpace } }

    private static func visible(_ tokens: [Token], after k: Int) -> Token? { tokens[(k + 1)...].first { !$0.isSpace } }

    /// `<x, y>` and `|i\rangle`, `\langle j|`.
    static func pairAngles(_ tokens: inout [Token]) {
        var place = 0
        while place < tokens.count {
            if case .relation(0x3C) = tokens[place].kind, let end = angle(tokens, from: place) {
                tokens[place].kind = .open(0x27E8)
                tokens[end].kind = .close(0x27E9)
                place = end
            }
            place += 1
        }
        pairKets(&tokens)
    }

    /// The `>` that closes a bracket of two parts: `a < b, c > d` stays two relations.
    private static func angle(_ tokens: [Token], from start: Int) -> Int? {
        var depth = 0
        var commas = 0
        for k in (start + 1)..<max(tokens.count, start + 1) {
            switch tokens[k].kind {
            case .open: depth += 1
            case .close:
                depth -= 1
                if depth < 0 { return nil }
            case .punctuation(Sign.comma) where depth == 0: commas += 1
            case .relation(0x3E) where depth == 0:
                guard commas >= 1, k > start + 3 else { return nil }
                let opens = isBoundary(visible(tokens, before: start))
                let ends = isBoundary(visible(tokens, after: k)) || tokens[k].hasScripts
                return opens || ends ? k : nil
            case .relation where depth == 0: return nil
            default: break
            }
        }
        return nil
    }

    /// A bar and an angle bracket that close each other.
    private static func pairKets(_ tokens: inout [Token]) {
        var open: [Int] = []
        var lastBar: Int?
        for k in tokens.indices {
            switch tokens[k].kind {
            case .open(0x27E8):
                open.append(k)
                lastBar = nil
            case .bar: lastBar = k
            case .relation: lastBar = nil
            case .close(0x27E9):
                if open.popLast() == nil, let bar = lastBar {
                    tokens[bar].kind = .open(Sign.bar)
                }
                lastBar = nil
            default: break
            }
        }
        for k in open {
            guard let bar = tokens[(k + 1)...].firstIndex(where: { if case .bar = $0.kind { true } else { false } }) else { continue }
            tokens[bar].kind = .close(Sign.bar)
        }
    }

    /// `[0, 1[`, `]0, 1]`, `]0, 1[`.
    static func pairSquares(_ tokens: inout [Token]) {
        var opens = 0
        var closes = 0
        for token in tokens {
            switch token.kind {
            case .open(0x5B): opens += 1
            case .close(0x5D): closes += 1
            default: break
            }
        }
        var depth = 0
        var place = 0
        while place < tokens.count {
            switch tokens[place].kind {
            case .open(0x5B):
                if opens > closes, let end = interval(tokens, from: place), case .open = tokens[end].kind {
                    tokens[end].kind = .close(0x5B)
                    opens -= 1
                    closes += 1
                    place = end
                } else {
                    depth += 1
                }
            case .close(0x5D):
                if depth == 0, let end = interval(tokens, from: place) {
                    tokens[place].kind = .open(0x5D)
                    if case .open(let s) = tokens[end].kind { tokens[end].kind = .close(s) }
                    place = end
                } else {
                    depth = max(0, depth - 1)
                }
            default: break
            }
            place += 1
        }
    }

    /// The next square bracket of either side, with one comma between.
    private static func interval(_ tokens: [Token], from start: Int) -> Int? {
        var commas = 0
        for k in (start + 1)..<max(tokens.count, start + 1) {
            switch tokens[k].kind {
            case .punctuation(Sign.comma), .punctuation(Sign.semicolon): commas += 1
            case .open(0x5B), .close(0x5D): return commas == 1 && k > start + 3 ? k : nil
            case .relation: return nil
            default: break
            }
        }
        return nil
    }
}
