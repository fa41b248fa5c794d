import LaTeX
import Source

/// What a statement is by its tokens alone.
struct KindReader {
    let reader: TokenReader
    let scope: Scope

    struct Parts {
        var sides: [[Token]]
        var signs: [Token]
    }

    /// Cuts at relations of the top level.
    static func parts(_ tokens: [Token]) -> Parts {
        let top = StatementSplitter.topLevel(tokens)
        var parts = Parts(sides: [[]], signs: [])
        for (k, token) in tokens.enumerated() {
            if top[k], token.isRelation {
                parts.signs.append(token)
                parts.sides.append([])
            } else {
                parts.sides[parts.sides.count - 1].append(token)
            }
        }
        return parts
    }

    func kind(of statement: StatementTokens) -> FormulaKind {
        let tokens = statement.tokens.filter { !$0.isSpace }
        let parts = Self.parts(tokens)
        if parts.signs.isEmpty { return mention(tokens) }
        let kinds = parts.signs.map { token -> Relation.Kind in
            if case .relation(let s) = token.kind { RelationSigns.kind(s) } else { .other }
        }
        let left = parts.sides[0]
        if kinds.first == .member { return .membership }
        if kinds.first == .distributed { return left.isEmpty ? .other : .distribution }
        if case .relation(0x3A) = parts.signs[0].kind { return .mapping }
        if kinds.contains(.tendsTo) || kinds.contains(.proportional) || kinds.contains(.other) {
            if kinds.allSatisfy({ $0 == .tendsTo }) { return parts.sides.count == 2 && isMapping(left) ? .mapping : .other }
            if kinds.contains(.other) { return .other }
        }
        if kinds.contains(.assigns) { return .update }
        if parts.sides.contains(where: isOptimisation) { return .optimisation }
        if statement.lines > 1 { return .derivation }
        if parts.sides.contains(where: isExpectation) { return .expectation }
        if parts.sides.contains(where: isProbability) { return .probability }
        if parts.sides.contains(where: isGradient) { return .gradient }
        if kinds.contains(.defines), isUpdate(left, parts.sides[1]) { return .update }
        if parts.sides.contains(where: isAsymptotic) { return .asymptotic }
        if parts.sides.allSatisfy(isNumeric) { return .numeric }
        if kinds.contains(.approximately), !kinds.contains(.equal) { return .approximation }
        let isInequality = kinds.allSatisfy {
            switch $0 {
            case .less, .lessOrEqual, .greater, .greaterOrEqual, .notEqual, .muchLess, .muchGreater: true
            default: false
            }
        }
        if isInequality { return .inequality }
        if kinds.count > 1 { return .chain }
        if isDefinable(left) { return .definition }
        return .equation
    }

    /// A formula without relations.
    func mention(_ tokens: [Token]) -> FormulaKind {
        var tokens = tokens
        while let last = tokens.last, last.isPunctuation(Sign.comma, Sign.fullStop, Sign.ideographicStop, Sign.wideComma) { tokens.removeLast() }
        guard let first = tokens.first else { return .other }
        let top = StatementSplitter.topLevel(tokens)
        if zip(tokens, top).contains(where: { $0.isPunctuation(Sign.comma, Sign.wideComma, Sign.semicolon, Sign.ideographicComma) && $1 }) { return .tuple }
        if tokens.count == 1 {
            switch first.kind {
            case .letter, .accent, .word, .text: return powered(first) ? .expression : .symbol
            case .number: return first.hasScripts ? .expression : .number
            case .table(let index): return reader.tree.tables[index].environment == "cases" ? .system : .matrix
            case .ellipsis, .sign, .relation, .bar, .large: return .other
            case .group: return .symbol
            case .fenced(let open, let body, _):
                if isTuple(open, reader.tokens(of: body)) { return .tuple }
                let inner = reader.tokens(of: body).filter { !$0.isSpace }
                if inner.count == 1, case .table = inner[0].kind { return open == 0x7B ? .system : .matrix }
            default: break
            }
            return .expression
        }
        if tokens.count == 2, first.isSign(Sign.minus) || first.isSign(Sign.plus), case .number = tokens[1].kind { return .number }
        if case .open(let open) = first.kind, case .close? = tokens.last?.kind, closes(tokens, 0) == tokens.count - 1,
            isTuple(open, Array(tokens[1..<(tokens.count - 1)]))
        {
            return .tuple
        }
        // `|\psi\rangle` names a state.
        if case .open(Sign.bar) = first.kind, closes(tokens, 0) == tokens.count - 1 { return .symbol }
        if case .open(0x27E8) = first.kind, case .close(Sign.bar)? = tokens.last?.kind, closes(tokens, 0) == tokens.count - 1 { return .symbol }
        if case .letter(let s) = first.kind, s == 0x4F || s == 0x6F, tokens.count > 2, case .open = tokens[1].kind, closes(tokens, 1) == tokens.count - 1 {
            return .asymptotic
        }
        if isApplication(tokens) { return .application }
        if tokens.allSatisfy({ $0.letter.map { $0 < 0x80 } ?? false }), tokens.count > 1 {
            let isRun = zip(tokens, tokens.dropFirst()).allSatisfy { $0.range.end == $1.range.start }
            if isRun, tokens.dropLast().allSatisfy({ !$0.hasScripts }), tokens.count > 2 { return .symbol }
        }
        return .expression
    }

    private func powered(_ token: Token) -> Bool {
        guard let sup = token.sup else { return false }
        let tokens = reader.tokens(of: sup).filter { !$0.isSpace }
        if tokens.count == 1, case .number = tokens[0].kind { return true }
        return false
    }

    private func isTuple(_ open: UInt32, _ inner: [Token]) -> Bool {
        guard open == 0x28 || open == 0x5B || open == 0x5D || open == 0x7B else { return false }
        if open == 0x7B { return true }
        let top = StatementSplitter.topLevel(inner)
        return zip(inner, top).contains { $0.isPunctuation(Sign.comma, Sign.wideComma, Sign.semicolon) && $1 }
    }

    /// The place of the bracket that closes the one at `start`.
    func closes(_ tokens: [Token], _ start: Int) -> Int? {
        var depth = 0
        for k in start..<tokens.count {
            switch tokens[k].kind {
            case .open: depth += 1
            case .close:
                depth -= 1
                if depth == 0 { return k }
            default: break
            }
        }
        return nil
    }

    /// A name and one bracket: `f(x)`, `\operatorname{softmax}(o)`, `ReLU(x)`.
    func isApplication(_ tokens: [Token]) -> Bool {
        guard let bracket = tokens.firstIndex(where: { token in
            switch token.kind {
            case .open(0x28): true
            case .fenced(0x28, _, _): true
            default: false
            }
        }), bracket > 0 else { return false }
        let head = tokens[..<bracket]
        let isName =
            head.count == 1
            ? { switch head[0].kind { case .letter, .word, .accent, .text: true; default: false } }()
            : head.allSatisfy { $0.letter.map { $0 < 0x80 } ?? false } && head.dropLast().allSatisfy { !$0.hasScripts }
        guard isName else { return false }
        if case .fenced = tokens[bracket].kind { return bracket == tokens.count - 1 && !tokens[bracket].hasScripts }
        guard let end = closes(tokens, bracket), end == tokens.count - 1 else { return false }
        return !tokens[end].hasScripts
    }

    func isDefinable(_ tokens: [Token]) -> Bool {
        guard let first = tokens.first else { return false }
        if tokens.count == 1 {
            switch first.kind {
            case .letter, .accent, .word, .text, .group: return !powered(first)
            default: return false
            }
        }
        if isApplication(tokens) { return argumentsAreNames(tokens) }
        // The differential of a name.
        if tokens.count == 2, first.letter == 0x64 || first.letter == 0x394, !first.hasScripts { return tokens[1].letter != nil || isAccent(tokens[1]) }
        // A name of several letters, `d w`.
        return tokens.allSatisfy { $0.letter.map { $0 < 0x80 } ?? false } && tokens.dropLast().allSatisfy { !$0.hasScripts }
            && zip(tokens, tokens.dropFirst()).allSatisfy { $0.range.end == $1.range.start } && tokens.count >= 3
    }

    private func isAccent(_ token: Token) -> Bool { if case .accent = token.kind { true } else { false } }

    /// `f(x, y)` may be defined, `f(x + y)` not.
    private func argumentsAreNames(_ tokens: [Token]) -> Bool {
        guard let bracket = tokens.firstIndex(where: { opens($0) }) else { return false }
        let inner: [Token]
        if case .fenced(_, let body, _) = tokens[bracket].kind {
            inner = reader.tokens(of: body).filter { !$0.isSpace }
        } else {
            inner = Array(tokens[(bracket + 1)...].dropLast())
        }
        for part in inner.split(whereSeparator: { $0.isPunctuation(Sign.comma, Sign.semicolon, Sign.wideComma) }) {
            guard part.count == 1 || part.count == 2 && part.first?.letter == 0x64, let last = part.last, SymbolSpelling.fullName(last, reader) != nil else { return false }
        }
        return true
    }

    private func opens(_ token: Token) -> Bool {
        switch token.kind {
        case .open, .fenced: true
        default: false
        }
    }

    private func isMapping(_ left: [Token]) -> Bool { left.contains { if case .relation(0x3A) = $0.kind { true } else { false } } }

    private func isGradient(_ tokens: [Token]) -> Bool {
        var tokens = tokens[...]
        if let first = tokens.first, first.isSign(Sign.minus) { tokens = tokens.dropFirst() }
        guard let first = tokens.first else { return false }
        switch first.kind {
        case .sign(Sign.partial), .sign(Sign.nabla): return true
        case .fraction(let top, let bottom, true):
            let above = reader.tokens(of: top).first { !$0.isSpace }
            let below = reader.tokens(of: bottom).filter { !$0.isSpace }
            guard let above, let under = below.first else { return false }
            if above.isSign(Sign.partial), under.isSign(Sign.partial) { return true }
            return above.letter == 0x64 && under.letter == 0x64 && below.count >= 2
        // `(x^n)'`
        case .open, .fenced:
            let last = if case .fenced = first.kind { tokens.startIndex } else { closes(Array(tokens), 0).map { $0 + tokens.startIndex } ?? tokens.startIndex }
            guard let sup = tokens[last].sup else { return false }
            let marks = reader.tokens(of: sup).filter { !$0.isSpace }
            return !marks.isEmpty && marks.allSatisfy { $0.isSign(Sign.prime) }
        case .letter, .word:
            guard let sup = first.sup, tokens.count > 1 else { return false }
            let marks = reader.tokens(of: sup).filter { !$0.isSpace }
            guard !marks.isEmpty, marks.allSatisfy({ $0.isSign(Sign.prime) }) else { return false }
            switch tokens[tokens.startIndex + 1].kind {
            case .open(0x28), .fenced(0x28, _, _): return true
            default: return false
            }
        default: return false
        }
    }

    private func isExpectation(_ tokens: [Token]) -> Bool {
        for (k, token) in tokens.enumerated() {
            switch token.kind {
            case .letter(0x45) where token.font == .blackboard: return true
            case .letter(0x45):
                if k + 1 < tokens.count {
                    switch tokens[k + 1].kind {
                    case .open(0x5B), .fenced(0x5B, _, _): return true
                    default: break
                    }
                }
            case .word(let word), .text(let word):
                if ["Var", "Cov", "var", "cov", "E", "Corr"].contains(word) { return true }
            default: break
            }
        }
        return false
    }

    private func isProbability(_ tokens: [Token]) -> Bool {
        for (k, token) in tokens.enumerated() where k + 1 < tokens.count {
            let isName: Bool =
                switch token.kind {
                case .letter(0x50): true
                case .word("Pr"), .word("P"): true
                case .letter(0x70): true
                default: false
                }
            guard isName else { continue }
            switch tokens[k + 1].kind {
            case .open(0x28):
                if token.letter == 0x50 { return true }
                guard let end = closes(tokens, k + 1) else { continue }
                if tokens[(k + 2)..<end].contains(where: { if case .bar = $0.kind { true } else { false } }) { return true }
            case .fenced(0x28, _, _): if token.letter == 0x50 { return true }
            case .open(0x7B), .fenced(0x7B, _, 0x7D):
                if token.letter != 0x70 { return true }
            default: break
            }
        }
        return false
    }

    private func isOptimisation(_ tokens: [Token]) -> Bool {
        guard let first = tokens.first(where: { !$0.isSpace }) else { return false }
        switch first.kind {
        case .word(let word):
            let folded = NameFolding.fold(word)
            if folded == "argmax" || folded == "argmin" { return true }
            if folded == "max" || folded == "min", let sub = first.sub {
                let letters = FormulaHints.binders(reader.tokens(of: sub))
                return letters.isEmpty || !letters.contains { FormulaHints.conventional.contains($0) }
            }
        default: break
        }
        return false
    }

    private func isUpdate(_ left: [Token], _ right: [Token]) -> Bool {
        guard left.count == 1, let name = SymbolSpelling.fullName(left[0], reader) else { return false }
        return right.contains { SymbolSpelling.fullName($0, reader) == name }
    }

    private func isAsymptotic(_ tokens: [Token]) -> Bool {
        guard tokens.count >= 3, let letter = tokens[0].letter, letter == 0x4F || letter == 0x6F else { return false }
        if case .open(0x28) = tokens[1].kind { return closes(tokens, 1) == tokens.count - 1 }
        return false
    }

    /// No letters at all.
    func isNumeric(_ tokens: [Token]) -> Bool {
        var stack = [tokens]
        var seen = 0
        var hasNumber = false
        while let row = stack.popLast() {
            seen += 1
            if seen > 2_000 { return false }
            for token in row {
                for script in [token.sub, token.sup].compactMap({ $0 }) { stack.append(reader.tokens(of: script)) }
                switch token.kind {
                case .number: hasNumber = true
                case .letter(let s): if s != 0x65 && s != 0x3C0 { return false }
                case .accent, .text, .large, .error, .ellipsis, .stack: return false
                case .word(let word): if Builtin.named(NameFolding.fold(word)) == nil { return false }
                case .fraction(let a, let b, _): stack += [reader.tokens(of: a), reader.tokens(of: b)]
                case .radical(let body, let index):
                    stack.append(reader.tokens(of: body))
                    if let index { stack.append(reader.tokens(of: index)) }
                case .fenced(_, let body, _), .group(let body): stack.append(reader.tokens(of: body))
                case .table(let index):
                    for list in reader.tree.tables[index].rows { stack.append(reader.tokens(ofCells: reader.tree.children(list))) }
                default: break
                }
            }
        }
        return hasNumber
    }
}
