import LaTeX
import Source

/// Where indices begin, and what the letter i is.
extension FormulaHints {
    mutating func readOrigins(_ reader: TokenReader) {
        var fromZero: Set<String> = []
        var fromOne: Set<String> = []
        for node in reader.tree.nodes {
            guard case .scripts(let base, let sub, _, _) = node.kind, let sub,
                let first = reader.tokens(of: base).first(where: { !$0.isSpace }), case .large = first.kind
            else { continue }
            let tokens = reader.visible(of: sub)
            guard tokens.count == 3, case .relation(Sign.equal) = tokens[1].kind, let letter = tokens[0].letter,
                let name = SymbolSpelling.letterName(letter), case .number(let start) = tokens[2].kind
            else { continue }
            if start == "0" { fromZero.insert(name) }
            if start == "1" { fromOne.insert(name) }
        }
        guard !fromZero.isEmpty || !fromOne.isEmpty else { return }
        for node in reader.tree.nodes {
            guard case .scripts(let base, let sub, _, _) = node.kind, let sub,
                let first = reader.tokens(of: base).first(where: { !$0.isSpace }), let name = SymbolSpelling.baseName(first, reader)
            else { continue }
            let tokens = reader.visible(of: sub)
            for (k, token) in tokens.enumerated() {
                guard !token.hasScripts, let letter = token.letter, let index = SymbolSpelling.letterName(letter) else { continue }
                let isShifted = k + 1 < tokens.count && (tokens[k + 1].isSign(Sign.minus) || tokens[k + 1].isSign(Sign.plus))
                if fromZero.contains(index), !isShifted { zeroBased.insert(name) }
                if fromOne.contains(index), k + 2 < tokens.count, tokens[k + 1].isSign(Sign.minus), case .number("1") = tokens[k + 2].kind {
                    zeroBased.insert(name)
                }
            }
        }
    }

    /// Letters side by side: `logit`, `min`.
    private static func isPartOfName(_ tokens: [Token], _ place: Int) -> Bool {
        var (low, high) = (place, place)
        while low > 0, tokens[low - 1].letter ?? 0x80 < 0x80, tokens[low - 1].range.end == tokens[low].range.start { low -= 1 }
        while high + 1 < tokens.count, tokens[high + 1].letter ?? 0x80 < 0x80, tokens[high].range.end == tokens[high + 1].range.start { high += 1 }
        if high - low >= 3 { return true }
        var name = ""
        for token in tokens[low...high] { if let letter = token.letter, let scalar = Unicode.Scalar(letter) { name.unicodeScalars.append(scalar) } }
        return Builtin.named(name) != nil
    }

    /// `e^{i \theta}`, `\exp(-2 \pi i k / n)`
    static func holdsImaginaryExponent(_ reader: TokenReader) -> Bool {
        func holds(_ tokens: [Token], _ depth: Int) -> Bool {
            tokens.indices.contains { k in
                let token = tokens[k]
                if token.letter == 0x69, !token.hasScripts, !isPartOfName(tokens, k) { return true }
                guard depth < 3 else { return false }
                switch token.kind {
                case .fraction(let top, _, _): return holds(reader.tokens(of: top), depth + 1)
                case .fenced(_, let body, _): return holds(reader.tokens(of: body), depth + 1)
                default: return false
                }
            }
        }
        for (k, node) in reader.tree.nodes.enumerated() {
            switch node.kind {
            case .scripts(let base, _, let sup, _):
                let tokens = reader.visible(of: base)
                if let sup, tokens.count == 1, tokens[0].letter == 0x65, holds(reader.tokens(of: sup), 0) { return true }
            case .row(let list) where list.count > 1 && list.count < 2_000:
                let tokens = reader.visible(of: MathTree.ID(k))
                for (place, token) in tokens.enumerated() {
                    guard case .word("exp") = token.kind, place + 1 < tokens.count else { continue }
                    if case .fenced(_, let body, _) = tokens[place + 1].kind, holds(reader.tokens(of: body), 0) { return true }
                    if case .open = tokens[place + 1].kind {
                        let end = tokens[place...].firstIndex { if case .close = $0.kind { true } else { false } } ?? tokens.count
                        if holds(Array(tokens[(place + 1)..<end]), 0) { return true }
                    }
                }
            default: continue
            }
        }
        return false
    }
}
