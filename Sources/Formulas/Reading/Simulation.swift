import LaTeX
import Source
import Tensors

/// Expectations under laws: a random variable is an array over outcomes, each of which has its chance, and what is
/// defined from random variables is one too.
extension ExpressionParser {
    var followsLaws: Bool { choices.contains(.lawsOfVariables) }

    /// The law of a name; of an expectation's own subscript before what the note says.
    ///
    /// A name that is computed from random variables follows them, whatever law it is said to have: `\bar{X}` beside X.
    func law(of key: SymbolKey) -> Law? {
        if let own = localLaws[key] { return own }
        guard let found = scope.law(of: key) else { return nil }
        if let definition = definition(standingFor: key), definition.body.symbols.contains(where: { $0 != key && scope.law(of: $0) != nil }) { return nil }
        if key.name.hasSuffix("_bar"), scope.law(of: SymbolKey(canonical: String(key.name.dropLast(4)))) != nil { return nil }
        return found
    }

    /// `x \sim \mathcal{N}(\mu, \sigma^2)` below an expectation.
    mutating func takeLaw(_ tokens: [Token], _ token: Token) throws(Unread) {
        let parts = KindReader.parts(tokens)
        guard !parts.signs.isEmpty else { return }
        var statement = Statement(range: token.range, kind: .distribution)
        StatementReader(tree: reader.tree, scope: scope, vocabulary: vocabulary, choices: []).readDistribution(parts, &statement)
        guard !statement.laws.isEmpty else { throw Unread(.unreadNotation, "an expectation under a distribution", at: token.range) }
        for (name, law) in statement.laws {
            guard var law else { throw Unread(.unreadNotation, "an expectation under a distribution", at: token.range) }
            law.isOfExpectation = true
            localLaws[name] = law
        }
    }

    /// The mean of what `then` makes of the body, over outcomes by their chances.
    mutating func expectation(
        of tokens: [Token], _ range: ByteRange,
        reading: (inout ExpressionParser, [Token]) throws(Unread) -> ID = { parser, tokens throws(Unread) in try parser.parse(tokens) },
        _ then: (inout ExpressionParser, ID) throws(Unread) -> ID
    ) throws(Unread) -> ID {
        let slot = try newSlot(Self.outcome, range, .inferred, isFree: false)
        let before = usedLaws
        usedLaws = []
        defer { usedLaws.formUnion(before) }
        outcomes.append(([], slot))
        let body: ID
        do throws(Unread) {
            body = try then(&self, try reading(&self, tokens))
        } catch {
            outcomes.removeLast()
            throw error
        }
        outcomes.removeLast()
        guard !usedLaws.isEmpty else { throw Unread(.unreadNotation, "an expectation of what has no law", at: range) }
        for name in randomNames(tokens) where name.name.unicodeScalars.first?.properties.isUppercase ?? false {
            guard isRandom(name, depth: 0) || isRandom(SymbolKey(canonical: name.name + "^2"), depth: 0) || isSampleMean(name) else { throw Unread(.unreadNotation, "an expectation of what has no law", at: range) }
        }
        return total(body, slot, range)
    }

    /// Σ_ω chance_ω · body_ω.
    mutating func total(_ body: ID, _ slot: Int32, _ range: ByteRange) -> ID {
        let token = Token(.letter(0x77), range: range)
        let chances = symbol(.chances, token, range: range, indexCount: 1)
        if case .symbol(let s) = draft[chances].kind {
            draft.symbols[Int(s)].declared = ArrayShape([.named(SymbolKey.outcomes)])
            draft.symbols[Int(s)].learned = Learned("the chance of each outcome")
        }
        let chance = draft.add(.access(chances, draft.list([draft.add(.slot(slot), range)])), range)
        return draft.add(.reduce(.sum, slot: slot, body: draft.add(.product(chance, body, .hadamard), range), condition: ExpressionTree.none), range)
    }

    /// The chance of `X > t`, `|X - \mu| \ge k\sigma`, `a \le X \le b`; the cursor stands at the bracket.
    mutating func chance(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        guard !token.hasScripts else { throw Unread(.unreadNotation, "a probability under a law", at: token.range) }
        let (inner, _, _, end) = try take(&c)
        let range = token.range.union(end.core)
        let visible = inner.filter { !$0.isSpace }
        guard !visible.contains(where: { if case .bar(Sign.bar) = $0.kind { true } else { false } }) || !barsAreOdd(visible) else {
            throw Unread(.unreadNotation, "a conditional probability under a law", at: range)
        }
        return try closing(c, try expectation(of: visible, range, reading: { parser, tokens throws(Unread) in try parser.condition(tokens) }) { $1 })
    }

    // MARK: Names

    /// Whether a name has a law, or is defined from what has one.
    func isRandom(_ key: SymbolKey, depth: Int) -> Bool {
        if law(of: key) != nil { return true }
        guard depth < 8, let definition = definition(standingFor: key) else { return false }
        return definition.body.symbols.contains { $0 != key && isRandom($0, depth: depth + 1) }
    }

    private func definition(standingFor key: SymbolKey) -> Definition? {
        if let definition = scope[key]?.definition { return definition.isFunction ? nil : definition }
        return scope.square(key)
    }

    /// The value at the outcome in force of a name that is random, `nil` for others.
    ///
    /// - Parameter rank: of the whole, where indices of another formula take its elements.
    mutating func randomElement(_ key: SymbolKey, _ token: Token, _ indices: [[Token]], rank: Int = 0) throws(Unread) -> ID? {
        guard let slot = outcomes.last?.slot, binder(key.name) == nil else { return nil }
        if let law = law(of: key) { return try element(key, law, token, slot, indices, rank: rank) }
        guard isRandom(key, depth: 0), let definition = definition(standingFor: key) else {
            return try sampleMean(key, token, slot, indices)
        }
        guard !expanding.contains(key), expanding.count < 16 else { throw Unread(.limit, "\(key) is defined by itself", at: token.range) }
        expanding.append(key)
        defer { expanding.removeLast() }
        var symbols: [SymbolKey: ID] = [:]
        for name in definition.body.symbols where name != key {
            let rank = definition.body.rank(of: name)
            if let value = try randomElement(name, Token(.letter(0x78), range: token.range), [], rank: rank) { symbols[name] = value }
        }
        guard definition.indices.isEmpty || definition.indices.count == indices.count else {
            throw Unread(.unreadNotation, "a family of random variables as a whole", at: token.range)
        }
        var places: [Int32: ID] = [:]
        for (k, part) in zip(definition.indices, indices) { places[Int32(truncatingIfNeeded: k)] = try index(part) }
        let value = try copy(definition.body.tree, definition.body.root, symbols: symbols, slots: places, at: token.range)
        guard definition.indices.isEmpty, !indices.isEmpty else { return value }
        var list: [ID] = []
        for part in indices { list.append(try index(part)) }
        return draft.add(.access(value, draft.list(list)), token.range)
    }

    /// `\bar{X}` of a sample that has a law, where nothing defines it.
    private func isSampleMean(_ key: SymbolKey) -> Bool {
        guard key.name.hasSuffix("_bar"), scope[key] == nil else { return false }
        return law(of: SymbolKey(canonical: String(key.name.dropLast(4)))) != nil
    }

    private mutating func sampleMean(_ key: SymbolKey, _ token: Token, _ slot: Int32, _ indices: [[Token]]) throws(Unread) -> ID? {
        guard indices.isEmpty, isSampleMean(key) else { return nil }
        let family = SymbolKey(canonical: String(key.name.dropLast(4)))
        guard let law = law(of: family) else { return nil }
        let sample = try element(family, law, token, slot, [], rank: 1)
        return draft.add(.reduceAll(.mean, sample), token.range)
    }

    private mutating func element(_ key: SymbolKey, _ law: Law, _ token: Token, _ slot: Int32, _ indices: [[Token]], rank: Int) throws(Unread) -> ID {
        usedLaws.insert(key)
        let core = symbol(key, token, range: token.core, indexCount: 1 + indices.count)
        guard case .symbol(let s) = draft[core].kind else { return core }
        if !draft.symbols[Int(s)].isRandom {
            draft.symbols[Int(s)].isRandom = true
            var own = draft.symbols[Int(s)].declared?.dimensions ?? []
            if own.isEmpty, indices.isEmpty { own = (0..<max(rank, law.isOfVector ? 1 : 0)).map { .variable($0) } }
            guard own.count < TypeTerm.maximumRank else { throw Unread(.unreadNotation, "a random array of many axes", at: token.range) }
            // A bold letter is a vector: of what size has to be said.
            if own.isEmpty, draft.symbols[Int(s)].isBold, indices.isEmpty { throw Unread(.unreadNotation, "a random vector of unknown size", at: token.range) }
            if own.isEmpty {
                // The rank follows from the indices; the first axis is that of outcomes.
                draft.symbols[Int(s)].declared = nil
                draft.symbols[Int(s)].isBold = false
                draft.symbols[Int(s)].isUpper = false
            } else {
                draft.symbols[Int(s)].declared = ArrayShape([.named(SymbolKey.outcomes)] + own)
            }
            draft.symbols[Int(s)].learned = Learned("a random variable with a law")
        }
        var places = [draft.add(.slot(slot), token.core)]
        for part in indices { places.append(try index(part)) }
        return draft.add(.access(core, draft.list(places)), token.range)
    }
}

extension Expression {
    /// The number of axes of a name in it; 0 where it does not occur.
    func rank(of key: SymbolKey) -> Int {
        tree.symbols.first { $0.key == key }.map { max(0, Int($0.type.rank)) } ?? 0
    }
}

extension Expression {
    /// Names that `X = k`, `X > t` compares random variables with: what is said holds of values that the variable takes.
    public func valuesCompared(with variables: Set<SymbolKey>) -> [(value: SymbolKey, variable: SymbolKey)] {
        func name(_ id: ExpressionTree.ID) -> SymbolKey? {
            switch tree.nodes[Int(id)].kind {
            case .symbol(let s): tree.symbols[Int(s)].key
            case .access(let base, _): if case .symbol(let s) = tree.nodes[Int(base)].kind { tree.symbols[Int(s)].key } else { nil }
            default: nil
            }
        }
        var found: [(value: SymbolKey, variable: SymbolKey)] = []
        for id in ExpressionTree.reachable(from: root, nodes: tree.nodes, lists: tree.lists, slots: tree.slotEntries, localPoints: tree.localPoints) {
            guard case .binary(.elementwise(let function), let a, let b) = tree.nodes[Int(id)].kind, let left = name(a), let right = name(b),
                [.equal, .less, .lessEqual, .greater, .greaterEqual].contains(function)
            else { continue }
            if variables.contains(left), !variables.contains(right) { found.append((right, left)) }
            if variables.contains(right), !variables.contains(left) { found.append((left, right)) }
        }
        return found
    }
}
