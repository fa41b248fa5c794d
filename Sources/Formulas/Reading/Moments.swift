import LaTeX
import Source
import Tensors

/// Expectations, variances and covariances. Random variables are arrays over equally likely outcomes: an expectation is a
/// mean over these, so that every law of expectations holds as it does for any distribution. What needs independence or
/// a mean of zero does not hold in general, and nothing is said against it.
extension ExpressionParser {
    enum Moment { case expectation, variance, covariance }

    /// `\mathbb{E}[X]`, `\operatorname{Var}(X)`, `\operatorname{Cov}(X, Y)`; the cursor stands behind the name.
    mutating func moment(_ c: inout Cursor, _ token: Token, _ moment: Moment) throws(Unread) -> ID {
        hasMoments = true
        let start = c.place - 1
        var named: Set<SymbolKey>?
        if moment == .expectation, let value = try expectationUnderDensity(&c, token) { return value }
        if followsLaws, let sub = token.sub {
            try takeLaw(reader.tokens(of: sub).filter { !$0.isSpace }, token)
        } else if let sub = token.sub { named = try sampled(reader.tokens(of: sub).filter { !$0.isSpace }, token) }
        c.skipSpaces()
        let inner: [Token]
        var end = token
        if let next = c.current, let sign = opening(of: next) {
            let place = c.place
            let bracket = try take(&c)
            if moment == .expectation, sign == 0x28, !isStrict, let whole = try productBehind(bracket.inner, bracket.end, from: place, &c) {
                inner = whole
                end.range = c.peek(-1)?.range ?? token.range
                end.core = end.range
                end.sub = nil
                end.sup = nil
            } else {
                inner = bracket.inner
                end = bracket.end
            }
        } else {
            guard moment != .covariance, let next = c.current, next.letter != nil || next.isAccented || next.hasScripts else {
                throw Unread(.unreadNotation, "an expectation or variance of nothing", at: token.range)
            }
            inner = [next]
            c.place += 1
        }
        let range = token.range.union(end.core)
        // `E[g^2]_t`: a running average is a quantity with a name of its own.
        if !isStrict, token.sub == nil, end.sub != nil, start >= 0, end.range != token.range,
            let name = SymbolSpelling.text(Array(c.tokens[start..<c.place]), reader)
        {
            return symbol(SymbolKey(canonical: name), token, range: range)
        }
        let top = StatementSplitter.topLevel(inner)
        let bars = inner.indices.filter { k in if case .bar(Sign.bar) = inner[k].kind { top[k] } else { false } }
        if let bar = bars.last, barsAreOdd(inner) {
            let value = try conditional(moment, bar, isOnly: bars.count == 1, inner, token, named, range)
            return end.hasScripts && end.range != token.range ? try applyScripts(value, end) : value
        }
        if moment == .expectation, hints.measuresInformation, !isStrict, !followsLaws { return try informationMean(inner, range) }
        let parts = splitArguments(inner).filter { $0.contains { !$0.isSpace } }
        // `\operatorname{Cov}(x)` of one vector is the matrix of its covariances.
        if moment == .covariance, !isStrict, !followsLaws, parts.count == 1, let id = try covarianceMatrix(of: parts[0], named, range) {
            return end.hasScripts && end.range != token.range ? try applyScripts(id, end) : id
        }
        guard parts.count == (moment == .covariance ? 2 : 1) else {
            throw Unread(.unreadNotation, "an expectation or variance of several arguments", at: range)
        }
        var result: ID
        switch moment {
        case .expectation: result = try mean(of: parts[0], named, range) { $1 }
        case .variance:
            result = try mean(of: parts[0], named, range) { parser, value in
                let centred = parser.centred(value, range)
                return parser.draft.add(.power(centred, parser.draft.number(2, range)), range)
            }
        case .covariance:
            let second = parts[1]
            let variables = (named ?? []).union(randomNames(parts[0])).union(randomNames(second))
            result = try mean(of: parts[0], variables, range) { parser, value throws(Unread) in
                let other = parser.centred(try parser.parse(second), range)
                return parser.draft.add(.product(parser.centred(value, range), other, .hadamard), range)
            }
        }
        if let sup = token.sup { result = try apply(classifySuperscript(sup, base: nil), result, token) }
        return end.hasScripts && end.range != token.range ? try applyScripts(result, end) : result
    }

    /// `E(X - EX)^2` is the mean of the square, `E(X - EX)(Y - EY)` that of the product: what stands right behind a sum in round brackets
    /// is meant as well. `E(X)^2` is the square of the mean.
    private mutating func productBehind(_ inner: [Token], _ end: Token, from place: Int, _ c: inout Cursor) throws(Unread) -> [Token]? {
        let top = StatementSplitter.topLevel(inner)
        guard zip(inner, top).dropFirst().contains(where: { ($0.isSign(Sign.plus) || $0.isSign(Sign.minus)) && $1 }) else { return nil }
        var isLonger = end.sup != nil && end.sub == nil
        while let next = c.current, opening(of: next) == 0x28, speaksOfRandom(contents(c)) {
            _ = try take(&c)
            isLonger = true
        }
        return isLonger ? Array(c.tokens[place..<c.place]) : nil
    }

    /// The mean of the outer product of what a vector is more than its mean; `nil` where it is no single name.
    private mutating func covarianceMatrix(of tokens: [Token], _ named: Set<SymbolKey>?, _ range: ByteRange) throws(Unread) -> ID? {
        let visible = tokens.filter { !$0.isSpace }
        guard visible.count == 1, let name = SymbolSpelling.fullName(visible[0], reader), scope[SymbolKey(canonical: name)]?.shape?.rank ?? 1 == 1 else { return nil }
        let key = SymbolKey(canonical: name)
        return try mean(of: visible, (named ?? []).union([key]), range) { parser, value in
            for k in parser.draft.symbols.indices where parser.draft.symbols[k].key == key { parser.draft.symbols[k].isBold = true }
            let centred = parser.centred(value, range)
            return parser.draft.add(.product(centred, parser.draft.add(.unary(.transpose, centred), range), .juxtaposed), range)
        }
    }

    func barsAreOdd(_ tokens: [Token]) -> Bool {
        tokens.reduce(0) { if case .bar(Sign.bar) = $1.kind { $0 + 1 } else { $0 } } % 2 == 1
    }

    /// `E_{x \sim p}`, `E_x`, `E_{x, y}`: the variables over which it is taken.
    private func sampled(_ tokens: [Token], _ token: Token) throws(Unread) -> Set<SymbolKey> {
        let parts = KindReader.parts(tokens)
        guard parts.signs.isEmpty || { if case .relation(Sign.similar) = parts.signs[0].kind { true } else { false } }() else {
            throw Unread(.unreadNotation, "an expectation under a condition", at: token.range)
        }
        var names: Set<SymbolKey> = []
        for part in splitArguments(parts.sides[0]) {
            guard part.count == 1, let name = SymbolSpelling.fullName(part[0], reader) else {
                throw Unread(.unreadNotation, "an expectation under a distribution", at: token.range)
            }
            names.insert(SymbolKey(canonical: name))
        }
        return names
    }

    static let outcome = SymbolKey(canonical: "\u{2}outcome")

    /// A new index of outcomes, which are the same for all random variables of the formula.
    mutating func outcomeSlot(_ range: ByteRange) throws(Unread) -> Int32 {
        let slot = try newSlot(Self.outcome, range, .inferred, isFree: false)
        shareOutcomes(slot)
        return slot
    }

    mutating func shareOutcomes(_ slot: Int32) {
        let all = SymbolKey(canonical: "\u{2}outcomes")
        guard let known = sets[all] else {
            sets[all] = slot
            return
        }
        if known != slot { equalSlots.append((slot, known)) }
    }

    /// The mean over outcomes of what `then` makes of the body.
    private mutating func mean(
        of tokens: [Token], _ named: Set<SymbolKey>?, _ range: ByteRange,
        _ then: (inout ExpressionParser, ID) throws(Unread) -> ID
    ) throws(Unread) -> ID {
        if followsLaws { return try expectation(of: tokens, range) { parser, value throws(Unread) in try then(&parser, value) } }
        if isStrict, outcomes.isEmpty {
            // Data: the mean over the elements given.
            let body = try parse(tokens)
            return draft.add(.reduceAll(.mean, try then(&self, body)), range)
        }
        var names = randomNames(tokens)
        if let named, !named.isEmpty, named.contains(where: { mentions(tokens, $0) }) { names = named.union(names.filter { isCapital($0.name) }) }
        // `E(C)` of a constant is that constant.
        if !isStrict, outcomes.isEmpty, names.allSatisfy({ $0.name == "C" || $0.name == "c" }), !names.isEmpty { return try constantMean(of: tokens, then) }
        guard !names.isEmpty || outcomes.last != nil else { throw Unread(.unreadNotation, "an expectation whose variable is not known", at: range) }
        for name in names where scope[name]?.value != nil { throw Unread(.unreadNotation, "an expectation of data", at: range) }
        randoms.formUnion(names)
        openChoices.insert(.centredVariables)
        let slot = try outcomeSlot(range)
        outcomes.append((names, slot))
        defer { outcomes.removeLast() }
        let body = try then(&self, try parse(tokens))
        return draft.add(.reduce(.mean, slot: slot, body: body, condition: ExpressionTree.none), range)
    }

    private mutating func constantMean(of tokens: [Token], _ then: (inout ExpressionParser, ID) throws(Unread) -> ID) throws(Unread) -> ID {
        try then(&self, try parse(tokens))
    }

    /// A value less its own mean over the outcomes in force.
    private mutating func centred(_ value: ID, _ range: ByteRange) -> ID {
        let average: ID
        if followsLaws, let slot = outcomes.last?.slot {
            average = total(value, slot, range)
        } else if let slot = outcomes.last?.slot {
            average = draft.add(.reduce(.mean, slot: slot, body: value, condition: ExpressionTree.none), range)
        } else {
            average = draft.add(.reduceAll(.mean, value), range)
        }
        return draft.add(.binary(.subtract, value, average), range)
    }

    // MARK: Random variables

    /// `EX`, `EX^2`: an expectation without brackets, where the formula has others.
    func isBareExpectation(_ c: Cursor, _ token: Token) -> Bool {
        guard !isStrict, !token.hasScripts, token.font == nil || token.font == .upright, !isVariable("E"), hints.hasBracketedExpectations || !outcomes.isEmpty else { return false }
        return isBareVariable(c)
    }

    /// `DX` where `D(X)` is a variance.
    func isBareVariance(_ c: Cursor, _ token: Token) -> Bool {
        guard !isStrict, !token.hasScripts, token.font == nil, !isVariable("D"),
            scope.isVariance(SymbolKey(canonical: "D")) || hints.hasBracketedExpectations || scope.speaksOfVariance && hints.appliesD
        else { return false }
        return isBareVariable(c)
    }

    private func isBareVariable(_ c: Cursor) -> Bool {
        guard let next = c.current, let letter = next.letter, (0x41...0x5A).contains(letter), letter != 0x45, letter != 0x44 else { return false }
        return c.peek(1).flatMap { opening(of: $0) } == nil
    }

    /// `\mu_X`, `\sigma_X`, `\sigma_X^2` of a random variable of the statement: its mean, deviation, variance.
    mutating func namedMoment(_ token: Token, _ base: String) throws(Unread) -> ID? {
        guard !isStrict, base == "mu" || base == "sigma", let sub = token.sub, let text = SymbolSpelling.scriptText(sub, reader) else { return nil }
        let key = SymbolKey(canonical: text)
        guard isCapital(text), randoms.contains(key) || followsLaws && isRandom(key, depth: 0), scope[SymbolKey(canonical: base + "_" + text)] == nil else { return nil }
        let variable = reader.tokens(of: sub).filter { !$0.isSpace }
        var result = try mean(of: variable, nil, token.range) { parser, value in
            guard base == "sigma" else { return value }
            return parser.draft.add(.power(parser.centred(value, token.range), parser.draft.number(2, token.range)), token.range)
        }
        if base == "sigma" { result = draft.add(.unary(.elementwise(.sqrt), result), token.range) }
        guard let sup = token.sup else { return result }
        return try apply(classifySuperscript(sup, base: nil), result, token)
    }

    private func isCapital(_ name: String) -> Bool { name.unicodeScalars.first.map { $0.properties.isUppercase } ?? false }

    private func mentions(_ tokens: [Token], _ key: SymbolKey) -> Bool { names(tokens).contains(key) }

    /// Names that stand in tokens, brackets and fractions included.
    func names(_ tokens: [Token]) -> Set<SymbolKey> {
        var stack = [tokens]
        var found: Set<SymbolKey> = []
        var seen = 0
        while let row = stack.popLast() {
            seen += row.count + 1
            if seen > 2_000 { break }
            for (k, token) in row.enumerated() {
                if let sup = token.sup { stack.append(reader.tokens(of: sup)) }
                switch token.kind {
                case .letter, .accent:
                    // A letter before a bracket may be a function.
                    let isApplied = k + 1 < row.count && opening(of: row[k + 1]) == 0x28 && !isVariable(SymbolSpelling.baseName(token, reader) ?? "")
                    if isApplied, ["E", "f", "g", "h", "P", "p"].contains(SymbolSpelling.baseName(token, reader) ?? "") { continue }
                    if k + 1 < row.count, opening(of: row[k + 1]) == 0x5B { continue }
                    guard var name = SymbolSpelling.baseName(token, reader), token.font != .blackboard else { continue }
                    if let sub = token.sub, case .label(let label) = classifySubscript(sub, base: name) { name += "_" + label }
                    if let sup = token.sup, case .label(let label) = classifySuperscript(sup, base: name) {
                        name += label.allSatisfy({ $0 == "'" }) ? label : "^" + label
                    }
                    found.insert(SymbolKey(canonical: name))
                case .fraction(let a, let b, _): stack += [reader.tokens(of: a), reader.tokens(of: b)]
                case .radical(let body, _): stack.append(reader.tokens(of: body))
                case .fenced(_, let body, _), .group(let body): stack.append(reader.tokens(of: body))
                default: break
                }
            }
        }
        return found
    }

    /// Letters that mostly stand for numbers, not for chance.
    private static let constants: Set<String> = [
        "a", "b", "c", "d", "n", "m", "k", "i", "j", "N", "M", "K", "C", "p", "q", "mu", "sigma", "lambda", "alpha", "beta", "gamma", "eta", "pi", "e",
        "theta", "rho", "tau", "nu", "t", "T", "E", "h",
    ]

    /// The random variables of a body: capitals, else letters that are no constants, else all.
    func randomNames(_ tokens: [Token]) -> Set<SymbolKey> {
        let all = names(tokens).filter { binder($0.name) == nil && scope[$0]?.definition?.isFunction != true }
        let base = { (key: SymbolKey) in String(key.name.prefix { $0 != "_" && $0 != "^" && $0 != "'" }) }
        let capitals = all.filter { isCapital($0.name) && !Self.constants.contains(base($0)) && $0.name.count <= 12 }
        if !capitals.isEmpty { return capitals.union(all.filter { ["epsilon", "xi"].contains(base($0)) }) }
        let letters = all.filter { !Self.constants.contains(base($0)) }
        guard letters.isEmpty else { return letters }
        // An estimator is random, what it estimates is not: `\hat\theta` beside `\theta`.
        let estimators = all.filter { key in ["_hat", "_tilde"].contains { key.name.hasSuffix($0) } && all.contains { $0.name == base(key) } }
        if !estimators.isEmpty { return estimators }
        return all.count == 1 ? all : letters
    }

    func speaksOfRandom(_ tokens: [Token]) -> Bool { !isStrict && names(tokens).contains { isCapital($0.name) && $0.name != "E" } }

    /// The outcomes over which a random variable is taken: those of the innermost expectation that knows it.
    func outcomeSlot(_ key: SymbolKey) -> Int32? {
        guard !followsLaws, randoms.contains(key) else { return nil }
        return outcomes.last { $0.names.contains(key) }?.slot ?? outcomes.last?.slot
    }

    /// `X` under an expectation is its element at the outcome.
    mutating func randomValue(_ key: SymbolKey, _ token: Token, _ slot: Int32, _ indices: [[Token]]) throws(Unread) -> ID {
        let core = symbol(key, token, range: token.core, indexCount: 1 + indices.count)
        if case .symbol(let s) = draft[core].kind, draft.symbols[Int(s)].learned.words.isEmpty || draft.symbols[Int(s)].declared?.rank == 0 {
            // A declared number is one for every outcome.
            draft.symbols[Int(s)].declared = nil
            draft.symbols[Int(s)].isRandom = true
            draft.symbols[Int(s)].learned = Learned("a random variable, over equally likely outcomes")
        }
        if !indices.isEmpty { isConditional = true }
        var places = [draft.add(.slot(slot), token.core)]
        for part in indices { places.append(try index(part)) }
        let value = draft.add(.access(core, draft.list(places)), token.range)
        guard choices.contains(.centredVariables) else { return value }
        return centred(value, token.range)
    }

    // MARK: Sets that are counted

    /// `\#\{i : x_i > 0\}`: how many values of the index the condition leaves.
    mutating func countedSet(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        c.place += 1
        guard let next = c.current, opening(of: next) == 0x7B else { throw Unread(.unreadNotation, "a number of things", at: token.range) }
        let (inner, _, _, end) = try take(&c)
        let range = token.range.union(end.range)
        guard let count = try setSize(inner.filter { !$0.isSpace }, range) else { throw Unread(.unreadNotation, "the size of this set", at: range) }
        return try applyScripts(count, end)
    }

    /// The size of `i : x_i > 0`, of `1, 2, 5`; `nil` for another set.
    mutating func setSize(_ tokens: [Token], _ range: ByteRange) throws(Unread) -> ID? {
        let top = StatementSplitter.topLevel(tokens)
        let split = tokens.indices.first { k in
            guard top[k] else { return false }
            switch tokens[k].kind {
            case .relation(Sign.colon), .bar(Sign.bar): return true
            default: return false
            }
        }
        guard let split else {
            guard !tokens.isEmpty, !tokens.contains(where: { if case .ellipsis = $0.kind { true } else { $0.isRelation } }) else { return nil }
            return draft.number(Double(splitArguments(tokens).count), range)
        }
        guard let first = tokens.first, first.letter != nil, let name = SymbolSpelling.baseName(first, reader), split == 1 || tokens[1].isMember,
            isIndexLetter(name) || hints.subscripts.contains(name)
        else { return nil }
        let binding = try bind(Array(tokens[..<split]), upper: nil, first)
        let count = binders.count
        for (name, slot) in zip(binding.names, binding.slots) { binders.append((name, slot)) }
        defer { binders.removeSubrange(count...) }
        guard binding.slots.count == 1, let slot = binding.slots.first else { return nil }
        let holds = try condition(Array(tokens[(split + 1)...]))
        return draft.add(.reduce(.sum, slot: slot, body: draft.number(1, range), condition: holds), range)
    }
}
