import LaTeX
import Source
import Tensors

/// Probabilities of discrete variables: every one that a formula names is an axis of one joint distribution, so that
/// marginals are sums and conditionals quotients.
extension ExpressionParser {
    /// `P(A, B \mid C)`, `P(Y = k \mid X = x)`, `P(A \cup B)`, `p(x_i \mid \theta)`; the cursor stands at the bracket.
    mutating func probability(_ c: inout Cursor, _ token: Token, _ base: String) throws(Unread) -> ID {
        guard !isStrict else { throw Unread(.unreadNotation, "a probability", at: token.range) }
        guard let next = c.current, opening(of: next) != nil else { throw Unread(.unreadNotation, "a probability of nothing", at: token.range) }
        hasMoments = true
        if followsLaws { return try chance(&c, token) }
        let inside = contents(c)
        if hints.usesEvents, base != "p" { return try eventProbability(&c, token) }
        // `P(X = k) = \binom{n}{k} p^k (1-p)^{n-k}` by itself says what the chance is as a function of k.
        if hints.probabilityCount == 1, inside.count == 3, case .relation(Sign.equal) = inside[1].kind, let letter = inside[2].letter, !inside[2].hasScripts,
            SymbolSpelling.letterName(letter).map({ binder($0) == nil }) ?? false
        {
            return try opaqueApplication(&c, token, base)
        }
        let variables = hints.events
        let isPlain = ProbabilityArguments.read(inside, reader).map { events, given in
            Set((events + given).map(\.name)).count == events.count + given.count
        } ?? false
        guard !token.hasScripts, isPlain, outcomes.isEmpty, !variables.isEmpty, variables.count <= TypeTerm.maximumRank else {
            return try opaqueApplication(&c, token, base)
        }
        let (inner, _, _, end) = try take(&c)
        let range = token.range.union(end.range)
        guard let (events, given) = ProbabilityArguments.read(inner.filter { !$0.isSpace }, reader) else {
            throw Unread(.unreadNotation, "a probability of this", at: range)
        }
        var places: [String: ID] = [:]
        for var event in events + given {
            if hints.measuresInformation { event.name = InformationMeasure.axis(event.name) }
            let key = SymbolKey(canonical: event.value)
            let slot: Int32
            if let bound = binder(event.value) {
                slot = bound
            } else {
                slot = try freeSlot(key, event.range)
                openValues.insert(key)
            }
            guard places[event.name] == nil else { throw Unread(.unreadNotation, "a variable that stands twice", at: event.range) }
            places[event.name] = draft.add(.slot(slot), event.range)
        }
        let whole = try marginal(Set(places.keys), places, variables, range)
        var result = whole
        if !given.isEmpty {
            let names = given.map { hints.measuresInformation ? InformationMeasure.axis($0.name) : $0.name }
            let condition = try marginal(Set(names), places, variables, range)
            result = draft.add(.binary(.divide, whole, condition), range)
        }
        return try closing(c, result)
    }

    /// `p(x)`, `q(x)` under a sum over x: the chance of each value, where the formula speaks of one variable.
    mutating func massAtIndex(_ c: inout Cursor, _ token: Token, _ base: String) throws(Unread) -> ID? {
        guard !isStrict, !followsLaws, !hints.usesEvents, !hints.measuresInformation, hints.events.count <= 1, outcomes.isEmpty, !token.hasScripts, token.font != .calligraphic,
            ["p", "q"].contains(base) || hints.hasMoments && ["P", "Q"].contains(base), let next = c.current, opening(of: next) == 0x28
        else { return nil }
        let inside = contents(c).filter { !$0.isSpace }
        guard inside.count == 1, !inside[0].hasScripts, let letter = inside[0].letter, let name = SymbolSpelling.letterName(letter), let slot = binder(name),
            hints.events.allSatisfy({ $0 == name })
        else { return nil }
        let (_, _, _, end) = try take(&c)
        let range = token.range.union(end.range)
        guard !end.hasScripts else { throw Unread(.unreadNotation, "a distribution with scripts", at: range) }
        let core = symbol(SymbolKey(canonical: base), token, range: token.core, indexCount: 1)
        if case .symbol(let s) = draft[core].kind, draft.symbols[Int(s)].domain == .real {
            draft.symbols[Int(s)].domain = .distribution
            draft.symbols[Int(s)].learned = Learned("the distribution of \(name)")
        }
        return draft.add(.access(core, draft.list([draft.add(.slot(slot), inside[0].range)])), range)
    }

    /// The joint distribution summed over the variables that are not `kept`.
    mutating func marginal(
        _ kept: Set<String>, _ places: [String: ID], _ variables: [String], _ range: ByteRange
    ) throws(Unread) -> ID {
        let key = SymbolKey(canonical: "P_joint")
        let token = Token(.letter(0x50), range: range)
        var indices: [ID] = []
        var summed: [Int32] = []
        for name in variables {
            if kept.contains(name), let place = places[name] {
                indices.append(place)
            } else {
                let slot = try newSlot(SymbolKey(canonical: name), range, .inferred, isFree: false)
                summed.append(slot)
                indices.append(draft.add(.slot(slot), range))
            }
        }
        let joint = symbol(key, token, range: range, indexCount: variables.count)
        if case .symbol(let s) = draft[joint].kind {
            draft.symbols[Int(s)].domain = .positive
            draft.symbols[Int(s)].learned = Learned("the joint distribution of " + variables.joined(separator: ", "))
        }
        var value = draft.add(.access(joint, draft.list(indices)), range)
        for slot in summed.reversed() {
            value = draft.add(.reduce(.sum, slot: slot, body: value, condition: ExpressionTree.none), range)
        }
        let all = symbol(key, token, range: range, indexCount: variables.count)
        let total = draft.add(.reduceAll(.sum, all), range)
        return draft.add(.binary(.divide, value, total), range)
    }
}
