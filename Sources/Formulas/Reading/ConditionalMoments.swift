import LaTeX
import Source
import Tensors

/// Conditional expectations, variances and covariances: `E[X | Y]` is, for each outcome, the mean over the outcomes that
/// have the same `Y`. What is conditioned on is drawn from few whole numbers, so that outcomes share them.
extension ExpressionParser {
    /// - Parameters:
    ///   - bar: where the condition begins.
    ///   - isOnly: no other bar stands in the bracket.
    mutating func conditional(
        _ moment: Moment, _ bar: Int, isOnly: Bool, _ inner: [Token], _ token: Token, _ named: Set<SymbolKey>?, _ range: ByteRange
    ) throws(Unread) -> ID {
        guard !isStrict, !followsLaws, token.sup == nil else { throw Unread(.unreadNotation, "a conditional expectation", at: range) }
        if isOnly, named == nil, let exact = try conditionalOnEqualValues(moment, bar, inner, range) { return exact }
        return try weightedMoment(moment, bar, inner, named, range)
    }

    /// Under any other condition outcomes have weights of their own, the same wherever the condition is the same: what holds of every
    /// distribution holds of these.
    private mutating func weightedMoment(
        _ moment: Moment, _ bar: Int, _ inner: [Token], _ named: Set<SymbolKey>?, _ range: ByteRange
    ) throws(Unread) -> ID {
        let body = Array(inner[..<bar])
        let parts = splitArguments(body)
        var names = randomNames(body)
        if names.isEmpty { names = named ?? [] }
        guard let text = SymbolSpelling.text(Array(inner[(bar + 1)...]), reader), parts.count == (moment == .covariance ? 2 : 1), !names.isEmpty || outcomes.last != nil else {
            throw Unread(.unreadNotation, "a conditional expectation", at: range)
        }
        for name in names where scope[name]?.value != nil { throw Unread(.unreadNotation, "an expectation of data", at: range) }
        randoms.formUnion(names)
        isConditional = true
        let slot = try outcomeSlot(range)
        outcomes.append((names, slot))
        defer { outcomes.removeLast() }
        func weight() -> ID {
            draft.functions.append(StandIn(name: "P(·|\(text))", arity: 1, isPositive: true, isBold: false))
            return draft.add(.call(Int32(truncatingIfNeeded: draft.functions.count - 1), draft.list([draft.add(.slot(slot), range)])), range)
        }
        func mean(_ value: ID) -> ID {
            let weighted = draft.add(.product(weight(), value, .hadamard), range)
            let total = draft.add(.reduce(.sum, slot: slot, body: weighted, condition: ExpressionTree.none), range)
            let whole = draft.add(.reduce(.sum, slot: slot, body: weight(), condition: ExpressionTree.none), range)
            return draft.add(.binary(.divide, total, whole), range)
        }
        let first = try parse(parts[0])
        if moment == .expectation { return mean(first) }
        let second = moment == .covariance ? try parse(parts[1]) : first
        let product = draft.add(.product(first, second, .hadamard), range)
        let square = draft.add(.product(mean(first), mean(second), .hadamard), range)
        return draft.add(.binary(.subtract, mean(product), square), range)
    }

    /// `nil` where what is conditioned on is no plain number.
    private mutating func conditionalOnEqualValues(_ moment: Moment, _ bar: Int, _ inner: [Token], _ range: ByteRange) throws(Unread) -> ID? {
        let (body, given) = (Array(inner[..<bar]), splitArguments(Array(inner[(bar + 1)...])))
        let parts = splitArguments(body)
        let names = randomNames(inner)
        guard parts.count == (moment == .covariance ? 2 : 1), !given.isEmpty, given.count <= 2,
            given.allSatisfy({ $0.count { !$0.isSpace } == 1 }), given.allSatisfy({ randomNames($0).count == 1 && names.isSuperset(of: randomNames($0)) }),
            !given.contains(where: { $0.contains(where: \.isBold) }), names.allSatisfy({ scope[$0]?.shape?.rank ?? 0 == 0 })
        else { return nil }
        for name in names where scope[name]?.value != nil { throw Unread(.unreadNotation, "an expectation of data", at: range) }
        randoms.formUnion(names)
        let isFree = outcomes.isEmpty
        if isFree {
            let outcome = Self.outcome
            outcomes.append((names, try freeSlot(outcome, range)))
            openValues.insert(outcome)
        }
        defer { if isFree { outcomes.removeLast() } }
        if let slot = outcomes.last?.slot { shareOutcomes(slot) }
        var here: [ID] = []
        for part in given { here.append(try parse(part)) }
        let slot = try outcomeSlot(range)
        outcomes.append((names, slot))
        defer { outcomes.removeLast() }
        var condition: ID?
        for (part, value) in zip(given, here) {
            let same = draft.add(.binary(.elementwise(.equal), try parse(part), value), range)
            condition = condition.map { draft.add(.binary(.elementwise(.logicalAnd), $0, same), range) } ?? same
            for name in randomNames(part) { count(name) }
        }
        guard let condition else { throw Unread(.unreadNotation, "a conditional expectation", at: range) }
        func mean(_ value: ID) -> ID {
            let total = draft.add(.reduce(.sum, slot: slot, body: value, condition: condition), range)
            let number = draft.add(.reduce(.sum, slot: slot, body: draft.number(1, range), condition: condition), range)
            return draft.add(.binary(.divide, total, number), range)
        }
        let first = try parse(parts[0])
        if moment == .expectation { return mean(first) }
        let second = moment == .covariance ? try parse(parts[1]) : first
        let product = draft.add(.product(first, second, .hadamard), range)
        let square = draft.add(.product(mean(first), mean(second), .hadamard), range)
        return draft.add(.binary(.subtract, mean(product), square), range)
    }

    /// Draws a random variable from few whole numbers.
    private mutating func count(_ name: SymbolKey) {
        for k in draft.symbols.indices where draft.symbols[k].key == name && draft.symbols[k].domain == .real { draft.symbols[k].domain = .integer(from: 1) }
    }
}
