import LaTeX
import Source

/// Laws of random variables as formulas state them: `X_1, \dots, X_n \sim \mathcal{N}(\mu, \sigma^2)`.
extension StatementReader {
    /// Learns what `names \sim law` says; a law that is not known takes back the one before.
    func readDistribution(_ parts: KindReader.Parts, _ statement: inout Statement) {
        guard parts.sides.count == 2, case .relation(0x223C) = parts.signs[0].kind else { return }
        var parser = ExpressionParser(reader: reader, scope: scope, vocabulary: vocabulary, choices: [], isStrict: isStrict)
        parser.hints = hints
        let names = lawNames(parts.sides[0], parser)
        guard !names.isEmpty else { return }
        var law = readLaw(parts.sides[1], &parser)
        law?.isIndependent = parts.signs[0].isIndependentSign
        statement.laws = names.map { ($0, law) }
    }

    /// `X`, `X_1, \dots, X_n`, `w_{ij}`: families of elements go by their letter.
    func lawNames(_ tokens: [Token], _ parser: ExpressionParser) -> [SymbolKey] {
        let visible = tokens.filter { !$0.isSpace }
        let isList = visible.contains { if case .ellipsis = $0.kind { true } else { false } }
        var names: [SymbolKey] = []
        for part in parser.splitArguments(visible) where !part.isEmpty {
            if case .ellipsis = part[0].kind { continue }
            guard part.count == 1, var name = SymbolSpelling.baseName(part[0], reader) else { return [] }
            if let sub = part[0].sub, !isList {
                switch parser.classifySubscript(sub, base: name) {
                case .label(let label), .labelAndIndices(let label, _): name += "_" + label
                case .indices, .none: break
                }
            }
            if let sup = part[0].sup {
                switch parser.classifySuperscript(sup, base: name) {
                case .label(let label): name += label.allSatisfy({ $0 == "'" }) ? label : "^" + label
                case .index where isList || SymbolSpelling.scriptText(sup, reader) != nil: name += isList ? "^(i)" : "^" + (SymbolSpelling.scriptText(sup, reader) ?? "")
                default: return []
                }
            }
            let key = SymbolKey(canonical: name)
            if !names.contains(key) { names.append(key) }
        }
        return names.count <= 8 ? names : []
    }

    private func readLaw(_ tokens: [Token], _ parser: inout ExpressionParser) -> Law? {
        let visible = tokens.filter { !$0.isSpace }
        guard let first = visible.first, var word = SymbolSpelling.baseName(first, reader) else { return nil }
        var cursor = ExpressionParser.Cursor(visible)
        cursor.place = 1
        // `Geo(p)` without a command.
        let run = visible.prefix { $0.letter.map { $0 < 0x80 } ?? false && !$0.hasScripts }
        if run.count > 1 {
            word = run.compactMap { $0.letter.flatMap { SymbolSpelling.letterName($0) } }.joined()
            cursor.place = run.count
        }
        guard let next = cursor.current, parser.opening(of: next) != nil, let taken = try? parser.take(&cursor), cursor.isAtEnd else { return nil }
        let inner = taken.inner.filter { !$0.isSpace }
        let top = StatementSplitter.topLevel(inner)
        // `\mathcal{N}(x \mid \mu, \sigma^2)` names its variable again.
        var body = inner[...]
        if let bar = inner.indices.first(where: { k in
            guard top[k] else { return false }
            switch inner[k].kind {
            case .bar(Sign.bar), .punctuation(Sign.semicolon): return true
            default: return false
            }
        }) { body = inner[(bar + 1)...] }
        var arguments = parser.splitArguments(Array(body)).filter { !$0.isEmpty }
        if LawNames.isSigns(word), arguments.isEmpty { return Law(.signs, []) }
        var isOfVector = false
        if word == "chi", arguments.count == 1 { return first.sup == nil ? nil : finish(Law(.chiSquared, []), arguments, &parser) }
        guard first.sup == nil, let family = LawNames.family(word, arguments.count) else { return nil }
        if family == .normal, let last = arguments.last, let identity = last.last, isIdentity(identity) {
            isOfVector = true
            let rest = Array(last.dropLast())
            arguments[1] = rest.isEmpty ? [] : rest
        }
        if family == .binomial, arguments.count == 1 { return finish(Law(.bernoulli, []), arguments, &parser) }
        guard arguments.count == family.arity else { return nil }
        var law = Law(family, [])
        law.isOfVector = isOfVector
        law.mayBeDeviation = family == .normal && arguments[1].count == 1 && arguments[1].first?.sup == nil && arguments[1].first.map { token in
            if case .number(let text) = token.kind { return Double(text) != 1 }
            return true
        } ?? false
        return finish(law, arguments, &parser)
    }

    /// Brings the parameters of the laws in use into the statement's tree.
    func takeLaws(_ statement: inout Statement, _ parser: inout ExpressionParser) {
        for name in parser.usedLaws.sorted() {
            guard var law = parser.law(of: name) else { continue }
            var values: [Expression] = []
            for parameter in law.parameters {
                guard let id = try? parser.copy(parameter.tree, parameter.root, symbols: [:], slots: [:], at: statement.range) else { return }
                values.append(Expression(pending: id))
            }
            law.parameters = values
            statement.randomVariables.append(RandomVariable(name: name, law: law))
        }
    }

    private func isIdentity(_ token: Token) -> Bool {
        (token.letter == 0x49 || SymbolSpelling.baseName(token, reader) == "I") && token.sup == nil
    }

    private func finish(_ law: Law, _ arguments: [[Token]], _ parser: inout ExpressionParser) -> Law? {
        var law = law
        var values: [ExpressionTree.ID] = []
        for part in arguments {
            if part.isEmpty {
                values.append(parser.draft.number(1, .empty(at: 0)))
            } else {
                guard let id = try? parser.parse(part) else { return nil }
                values.append(id)
            }
        }
        var holder = Statement(range: .empty(at: 0), kind: .other)
        holder.sides = values.map { Side(range: .empty(at: 0), expression: Expression(pending: $0)) }
        finish(&holder, &parser)
        law.parameters = holder.sides.compactMap(\.expression)
        return law.parameters.count == law.family.arity ? law : nil
    }
}

extension Token {
    /// `\overset{\mathrm{iid}}{\sim}` says more than `\sim`.
    fileprivate var isIndependentSign: Bool { false }
}

/// How notes write the names of laws.
enum LawNames {
    static func isSigns(_ word: String) -> Bool { ["rademacher"].contains(word.lowercased()) }

    static func family(_ word: String, _ count: Int) -> Law.Family? {
        switch word.lowercased() {
        case "n" where word == "N", "normal", "gaussian", "norm": count == 2 ? .normal : nil
        case "u" where word == "U", "uniform", "unif", "uni": count == 2 ? .uniform : nil
        case "bernoulli", "bern", "ber": .bernoulli
        case "binomial", "binom", "bin": .binomial
        case "b": count == 2 ? .binomial : nil
        case "poisson", "pois", "poi": .poisson
        case "p" where word == "P", "pi": count == 1 ? .poisson : nil
        case "e" where word == "E": count == 1 ? .exponential : nil
        case "g" where word == "G": count == 1 ? .geometric : nil
        case "exp", "exponential", "expo", "expon": .exponential
        case "geom", "geometric", "geo": .geometric
        case "beta", "be": .beta
        case "gamma", "ga": .gamma
        case "laplace", "lap": .laplace
        default: nil
        }
    }
}

extension FormulaReader {
    /// The variables that a formula lists and says nothing else of: `X_1, \dots, X_n`, `w_{ij}`, `q, k \in \mathbb{R}^d`.
    public static func listedNames(_ tree: MathTree) -> [SymbolKey] {
        let reader = StatementReader(tree: tree, scope: Scope(), vocabulary: EmptyVocabulary(), choices: [])
        let parts = KindReader.parts(reader.reader.tokens(of: tree.root).filter { !$0.isSpace })
        guard parts.signs.allSatisfy(\.isMember), parts.signs.count <= 1, let left = parts.sides.first else { return [] }
        let parser = ExpressionParser(reader: reader.reader, scope: Scope(), vocabulary: EmptyVocabulary(), choices: [], isStrict: false)
        return reader.lawNames(left, parser)
    }
}
