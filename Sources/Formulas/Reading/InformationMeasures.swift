import LaTeX
import Source
import Tensors

/// Entropies and mutual information of random variables: `H(X)`, `H(X, Y)`, `H(Y \mid X)`, `H(Y \mid X = x)`, `I(X; Y)`, `I(X; Y \mid Z)`.
///
/// Every variable that a formula names is an axis of one joint distribution, the same that its probabilities `p(x, y)` are marginals
/// of, so that the laws of information are sums over it.
extension ExpressionParser {
    /// The cursor stands at the bracket; `nil` for another function.
    ///
    /// Equations: H(A) = -Σ p(a) log p(a), H(A | B) = H(A, B) - H(B), I(A; B | C) = H(A, C) + H(B, C) - H(C) - H(A, B, C).
    mutating func informationMeasure(_ c: inout Cursor, _ token: Token, _ base: String) throws(Unread) -> ID? {
        guard hints.measuresInformation, !isStrict, base == "H" || base == "I", !token.hasScripts, let next = c.current, opening(of: next) == 0x28,
            let measure = InformationMeasure.read(contents(c), base, reader)
        else { return nil }
        hasMoments = true
        let (_, _, _, end) = try take(&c)
        let range = token.range.union(end.core)
        isConditional = true
        let given = Set(measure.given)
        var result: ID
        switch measure.groups.count {
        case 1 where !measure.values.isEmpty: result = try conditionalEntropy(Set(measure.groups[0]), at: measure.values, range)
        case 1: result = try entropyBeyond(Set(measure.groups[0]), given, range)
        default:
            let (a, b) = (Set(measure.groups[0]), Set(measure.groups[1]))
            let apart = draft.add(.binary(.add, try entropyBeyond(a, given, range), try entropyBeyond(b, given, range)), range)
            result = draft.add(.binary(.subtract, apart, try entropyBeyond(a.union(b), given, range)), range)
        }
        if informationBase != 1 { result = draft.add(.binary(.divide, result, draft.number(informationBase, range)), range) }
        return try closing(c, result)
    }

    /// The logarithm of the base that the formula's own logarithms have.
    private var informationBase: Double {
        if hints.hasBinaryLogarithm || choices.contains(.logarithmBase2) { return 0.6931471805599453 }
        return choices.contains(.logarithmBase10) ? 2.302585092994046 : 1
    }

    /// H(A, B) - H(B)
    private mutating func entropyBeyond(_ kept: Set<String>, _ given: Set<String>, _ range: ByteRange) throws(Unread) -> ID {
        let whole = try entropy(kept.union(given), range)
        guard !given.isEmpty else { return whole }
        return draft.add(.binary(.subtract, whole, try entropy(given, range)), range)
    }

    private mutating func entropy(_ kept: Set<String>, _ range: ByteRange) throws(Unread) -> ID {
        var places: [String: ID] = [:]
        var slots: [Int32] = []
        for name in kept.sorted() {
            let slot = try valueSlot(SymbolKey(canonical: name), range)
            slots.append(slot)
            places[name] = draft.add(.slot(slot), range)
        }
        let chance = try marginal(kept, places, hints.events, range)
        return negated(sum: draft.add(.product(chance, draft.add(.unary(.elementwise(.log), chance), range), .hadamard), range), over: slots, range)
    }

    /// H(A | B = b) at values that a sum runs over, or that the statement leaves open.
    private mutating func conditionalEntropy(_ kept: Set<String>, at values: [(axis: String, value: String)], _ range: ByteRange) throws(Unread) -> ID {
        var given: [String: ID] = [:]
        for (axis, value) in values {
            let key = SymbolKey(canonical: value)
            let slot: Int32
            if let bound = binder(value) {
                slot = bound
            } else {
                slot = try freeSlot(key, range)
                openValues.insert(key)
            }
            given[axis] = draft.add(.slot(slot), range)
        }
        guard kept.isDisjoint(with: given.keys) else { throw Unread(.unreadNotation, "an entropy of what is given", at: range) }
        var places = given
        var slots: [Int32] = []
        for name in kept.sorted() {
            let slot = try newSlot(SymbolKey(canonical: name), range, .inferred, isFree: false)
            slots.append(slot)
            places[name] = draft.add(.slot(slot), range)
        }
        let both = try marginal(Set(places.keys), places, hints.events, range)
        let condition = try marginal(Set(given.keys), given, hints.events, range)
        let chance = draft.add(.binary(.divide, both, condition), range)
        return negated(sum: draft.add(.product(chance, draft.add(.unary(.elementwise(.log), chance), range), .hadamard), range), over: slots, range)
    }

    private mutating func negated(sum term: ID, over slots: [Int32], _ range: ByteRange) -> ID {
        var value = term
        for slot in slots.reversed() { value = draft.add(.reduce(.sum, slot: slot, body: value, condition: ExpressionTree.none), range) }
        return draft.add(.unary(.negate, value), range)
    }

    /// `\mathbb{E}[-\log p(X)]`: the mean over the joint distribution of what the formula's probabilities are of.
    mutating func informationMean(_ inner: [Token], _ range: ByteRange) throws(Unread) -> ID {
        try overAllValues(range) { parser, slots throws(Unread) in
            let value = try parser.parse(inner)
            let chance = try parser.marginal(Set(slots.keys), slots, parser.hints.events, range)
            return parser.draft.add(.product(chance, value, .hadamard), range)
        }
    }

    /// `D_{KL}(p(x, y) \| p(x) p(y))`, `D(p(x) \| q(x))`; `nil` unless the formula measures information.
    mutating func divergenceOfProducts(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID? {
        guard hints.measuresInformation, !isStrict, token.sup == nil else { return nil }
        let inside = contents(c)
        let top = StatementSplitter.topLevel(inside)
        let bars = inside.indices.filter { k in
            guard top[k] else { return false }
            switch inside[k].kind {
            case .bar(Sign.doubleBar), .relation(0x2225): return true
            default: return false
            }
        }
        guard bars.count == 1, let bar = bars.first, bar > 0, bar + 1 < inside.count else { return nil }
        let sides = [Array(inside[..<bar]), Array(inside[(bar + 1)...])]
        let (_, _, _, end) = try take(&c)
        let range = token.range.union(end.core)
        isConditional = true
        let sum = try overAllValues(range) { parser, slots throws(Unread) in
            let p = try parser.parse(sides[0])
            let ratio = parser.draft.add(.binary(.divide, p, try parser.parse(sides[1])), range)
            // Variables of which neither speaks are summed over by their chances, given those.
            let whole = try parser.marginal(Set(slots.keys), slots, parser.hints.events, range)
            return parser.draft.add(.product(whole, parser.draft.add(.unary(.elementwise(.log), ratio), range), .hadamard), range)
        }
        guard informationBase != 1 else { return try closing(c, sum) }
        return try closing(c, draft.add(.binary(.divide, sum, draft.number(informationBase, range)), range))
    }

    /// The sum over all values of all variables, which go by their letters, small and capital.
    private mutating func overAllValues(_ range: ByteRange, _ term: (inout ExpressionParser, [String: ID]) throws(Unread) -> ID) throws(Unread) -> ID {
        let before = binders.count
        defer { binders.removeSubrange(before...) }
        var slots: [Int32] = []
        var places: [String: ID] = [:]
        for name in hints.events {
            let slot = try newSlot(SymbolKey(canonical: name), range, .inferred, isFree: false)
            slots.append(slot)
            places[name] = draft.add(.slot(slot), range)
            binders.append((SymbolKey(canonical: name), slot))
            binders.append((SymbolKey(canonical: InformationMeasure.capital(name)), slot))
        }
        var value = try term(&self, places)
        for slot in slots.reversed() { value = draft.add(.reduce(.sum, slot: slot, body: value, condition: ExpressionTree.none), range) }
        return value
    }
}

/// What stands in the brackets of an entropy or a mutual information.
struct InformationMeasure {
    /// Variables that are measured together, by the names of their axes; two groups of a mutual information.
    var groups: [[String]]
    var given: [String] = []
    /// `X = x` behind the bar.
    var values: [(axis: String, value: String)] = []

    /// The axis of a variable: its small letter.
    static func axis(_ name: String) -> String { name.lowercased() }

    static func capital(_ axis: String) -> String {
        guard let first = axis.first else { return axis }
        return first.uppercased() + axis.dropFirst()
    }

    /// `nil` where an argument is no capital.
    static func read(_ tokens: [Token], _ base: String, _ reader: TokenReader) -> InformationMeasure? {
        var sides: [[[[Token]]]] = [[[[]]]]
        var hasSemicolon = false
        for token in tokens where !token.isSpace {
            switch token.kind {
            case .bar(Sign.bar), .relation(0x2223): sides.append([[[]]])
            case .punctuation(Sign.semicolon), .punctuation(Sign.wideSemicolon):
                hasSemicolon = true
                sides[sides.count - 1].append([[]])
            case .punctuation(Sign.comma), .punctuation(Sign.wideComma):
                sides[sides.count - 1][sides[sides.count - 1].count - 1].append([])
            default:
                let (side, group) = (sides.count - 1, sides[sides.count - 1].count - 1)
                sides[side][group][sides[side][group].count - 1].append(token)
            }
        }
        guard sides.count <= 2, sides.count < 2 || sides[1].count == 1 else { return nil }
        func variable(_ part: [Token]) -> String? {
            guard part.count == 1, let token = part.first, token.sup == nil, let letter = token.letter, (0x41...0x5A).contains(letter), let name = SymbolSpelling.baseName(token, reader) else { return nil }
            guard let sub = token.sub else { return axis(name) }
            guard let text = SymbolSpelling.scriptText(sub, reader), !text.isEmpty, text.allSatisfy(\.isNumber) else { return nil }
            return axis(name) + "_" + text
        }
        var groups: [[String]] = []
        for group in sides[0] {
            var names: [String] = []
            for part in group {
                guard let name = variable(part) else { return nil }
                names.append(name)
            }
            groups.append(names)
        }
        // `I(X, Y)` is the mutual information as well.
        if base == "I", !hasSemicolon, groups.count == 1, groups[0].count == 2 { groups = groups[0].map { [$0] } }
        guard groups.count == (base == "I" ? 2 : 1) else { return nil }
        var measure = InformationMeasure(groups: groups)
        guard sides.count == 2 else { return measure }
        for part in sides[1][0] {
            if let name = variable(part) {
                measure.given.append(name)
                continue
            }
            guard part.count == 3, case .relation(Sign.equal) = part[1].kind, let axis = variable([part[0]]), part[2].letter != nil, !part[2].hasScripts,
                let value = SymbolSpelling.baseName(part[2], reader)
            else { return nil }
            measure.values.append((axis, value))
        }
        return measure.given.isEmpty || measure.values.isEmpty ? measure : nil
    }

    /// The axes of all measures of a formula; `nil` where a bracket behind `H` or `I` holds anything else, or where what it says of
    /// probabilities is not of these variables.
    ///
    /// - Parameter isKnown: the note has measured information before, so that `H(X)` alone does.
    static func axes(_ reader: TokenReader, events: [String], isKnown: Bool) -> [String]? {
        var found: Set<String> = []
        var isCertain = isKnown || !events.isEmpty
        var count = 0
        var sizes: Set<Int> = []
        var seen = 0
        for (k, node) in reader.tree.nodes.enumerated() {
            guard case .row(let list) = node.kind, list.count > 1 else { continue }
            seen += list.count
            guard seen < 20_000 else { return nil }
            let tokens = reader.visible(of: MathTree.ID(k))
            for (place, token) in tokens.enumerated() where place + 1 < tokens.count && !token.hasScripts {
                guard token.letter == 0x48 || token.letter == 0x49, token.font != .blackboard, let base = SymbolSpelling.baseName(token, reader),
                    let inner = ProbabilityArguments.bracket(tokens, place + 1, reader)
                else { continue }
                guard let measure = read(inner, base, reader) else { return nil }
                count += 1
                sizes.insert(measure.groups[0].count)
                if measure.groups.count > 1 || !measure.given.isEmpty || !measure.values.isEmpty { isCertain = true }
                found.formUnion(measure.groups.flatMap { $0 } + measure.given + measure.values.map(\.axis))
            }
        }
        // `H(X, Y) \le H(X) + H(Y)`
        isCertain = isCertain || count > 2 && sizes.count > 1
        guard count > 0, isCertain, found.count <= TypeTerm.maximumRank else { return nil }
        let all = found.union(events.map(axis))
        return Set(events.map(axis)).isSubset(of: found) && all.count <= TypeTerm.maximumRank ? all.sorted() : nil
    }
}
