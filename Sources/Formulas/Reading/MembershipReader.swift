import LaTeX
import Source

/// Sets that declare: `\mathbb{R}^{m \times n}`, `\mathbb{N}`, `\{0, 1\}^n`, `[0, 1]`.
struct MembershipReader {
    let reader: TokenReader

    func read(_ tokens: [Token]) -> Declaration? {
        let tokens = tokens.filter { !$0.isSpace }
        guard let first = tokens.first else { return nil }
        if tokens.count == 1 {
            switch first.kind {
            case .letter(let s) where first.font == .blackboard || s == 0x211D:
                guard let shape = shape(first.sup) else { return nil }
                switch s {
                case 0x52: return Declaration(shape: shape, domain: first.sub == nil ? .real : .positive)
                case 0x4E: return Declaration(shape: shape, domain: .integer(from: 1))
                case 0x5A: return Declaration(shape: shape, domain: .integer(from: -5))
                default: return nil
                }
            case .sign(0x211D), .letter(0x211D):
                return shape(first.sup).map { Declaration(shape: $0) }
            default: break
            }
        }
        if case .open(let open) = first.kind, let last = tokens.last, case .close = last.kind {
            let inner = tokens.dropFirst().dropLast()
            let numbers = inner.compactMap { token -> String? in if case .number(let text) = token.kind { text } else { nil } }
            let isPlain = inner.allSatisfy { token in
                if case .number = token.kind { return true }
                return token.isPunctuation(Sign.comma)
            }
            if isPlain, numbers == ["0", "1"], let shape = shape(last.sup) {
                return Declaration(shape: shape, domain: open == 0x7B ? .integer(from: 0) : .unitInterval)
            }
        }
        return nil
    }

    func shape(_ sup: MathTree.ID?) -> ArrayShape? {
        guard let sup else { return .scalar }
        var tokens = reader.tokens(of: sup).filter { !$0.isSpace }
        if tokens.count == 1, case .fenced(_, let body, _) = tokens[0].kind { tokens = reader.tokens(of: body).filter { !$0.isSpace } }
        if tokens.count > 2, case .open = tokens[0].kind, case .close? = tokens.last?.kind { tokens = Array(tokens.dropFirst().dropLast()) }
        if tokens.count == 1, tokens[0].isSign(Sign.plus) { return .scalar }
        var dimensions: [Dimension] = []
        var part: [Token] = []
        func flush() -> Bool {
            guard !part.isEmpty else { return false }
            if part.count == 1, case .number(let text) = part[0].kind, let n = Int(text) {
                dimensions.append(.fixed(n))
            } else if let name = SymbolSpelling.text(part, reader) {
                dimensions.append(.named(name))
            } else {
                return false
            }
            part = []
            return true
        }
        for token in tokens {
            if token.isSign(Sign.times) || token.isPunctuation(Sign.comma) {
                guard flush() else { return nil }
            } else {
                part.append(token)
            }
        }
        guard flush(), dimensions.count <= TypeTerm.maximumRank else { return nil }
        return ArrayShape(dimensions)
    }
}

extension Scope {
    /// Takes in what a statement declares or defines for those after it.
    public mutating func learn(from statement: Statement, file: String? = nil, range: ByteRange? = nil) {
        for (name, declared) in statement.declares {
            var declaration = declared
            if let before = self[name], before.value != nil {
                declaration.value = before.value
                declaration.shape = before.shape
            }
            declaration.learned = Learned("declared", file: file, range: range)
            declare(name, declaration)
            for dimension in declaration.shape?.dimensions ?? [] {
                if case .named(let size) = dimension, self[SymbolKey(canonical: size)] == nil {
                    declare(SymbolKey(canonical: size), Declaration(role: .dimension, shape: .scalar, learned: Learned("a dimension of \(name)", file: file, range: range)))
                }
            }
        }
        for (name, law) in statement.laws {
            var law = law
            law?.place = range?.lower ?? 0
            give(law, to: name)
        }
        if statement.definition == nil, statement.sides.count == 2, let left = statement.sides[0].expression, left.isSquareOfSymbol, let name = left.symbols.first,
            let body = statement.sides[1].expression
        {
            declareSquare(Definition(name: SymbolKey(canonical: name.name + "^2"), range: statement.sides[0].range, body: body))
        }
        if let name = statement.variance { declareVariance(name) }
        if statement.measuresInformation, !measuresInformation { declareInformation() }
        if let definition = statement.definesToo { learn(definition, file: file, range: range) }
        if let definition = statement.definition, statement.kind != .update { learn(definition, file: file, range: range) }
    }

    private mutating func learn(_ definition: Definition, file: String?, range: ByteRange?) {
        if !definition.isFunction, definition.body.symbols.contains(definition.name) { return }
        if definition.isFunction { declareOverload(definition) }
        var declaration = self[definition.name] ?? Declaration()
        declaration.definition = definition
        declaration.role = definition.isFunction ? .function : .variable
        if declaration.value == nil, !definition.isFunction { declaration.shape = nil }
        declaration.learned = Learned("defined", file: file, range: range)
        declare(definition.name, declaration)
    }
}
