import LaTeX
import Source
import Tensors

/// Smallest and largest values over variables that take any real value: `\min_w \|X w - y\|^2`, `\arg\max_\theta L(\theta)`.
extension ExpressionParser {
    mutating func optimum(
        _ c: inout Cursor, _ token: Token, _ sub: [Token], _ kind: ExpressionTree.Reduction
    ) throws(Unread) -> ID {
        let isPlace = kind == .argmax || kind == .argmin
        guard !hints.hasConstraints else {
            throw Unread(.unreadNotation, "an optimum under conditions", at: token.range)
        }
        var names: [(key: SymbolKey, token: Token, declared: ArrayShape?)] = []
        var intervals: [SymbolKey: (from: ID, to: ID)] = [:]
        for part in splitArguments(sub) {
            let visible = part.filter { !$0.isSpace }
            guard let first = visible.first, let name = SymbolSpelling.fullName(first, reader) else {
                throw Unread(.unreadNotation, "an optimum over this", at: token.range)
            }
            var shape = scope[SymbolKey(canonical: name)]?.shape
            if visible.count > 1, !isPlace, case .relation(0x2208) = visible[1].kind, let ends = try closedInterval(Array(visible.dropFirst(2))) {
                names.append((SymbolKey(canonical: name), first, .scalar))
                intervals[SymbolKey(canonical: name)] = ends
                continue
            }
            if visible.count > 1 {
                guard case .relation(0x2208) = visible[1].kind,
                    let set = MembershipReader(reader: reader).read(Array(visible.dropFirst(2))), set.domain == .real
                else { throw Unread(.unreadNotation, "an optimum over a part of the values", at: token.range) }
                shape = set.shape
            }
            names.append((SymbolKey(canonical: name), first, shape))
        }
        guard !names.isEmpty, !isPlace || names.count == 1 else {
            throw Unread(.unreadNotation, "an optimal place of several variables", at: token.range)
        }
        // The variables stand for themselves while the body is read.
        var hidden: [(key: SymbolKey, index: Int32)] = []
        var before: [(SymbolKey, Int32?, Bool)] = []
        for (key, name, shape) in names {
            let own = SymbolKey(canonical: "\u{2}" + key.name)
            let isUpper = key.name.unicodeScalars.first.map { $0.properties.isUppercase } ?? false
            draft.symbols.append(
                SymbolEntry(key: own, range: name.range, isBold: name.isBold, isUpper: isUpper, declared: shape, learned: Learned("a variable")))
            let index = Int32(truncatingIfNeeded: draft.symbols.count - 1)
            hidden.append((own, index))
            before.append((key, draft.symbolIndex[key], parameters.contains(key)))
            draft.symbolIndex[key] = index
            parameters.insert(key)
        }
        defer {
            for (key, index, wasParameter) in before {
                draft.symbolIndex[key] = index
                if !wasParameter { parameters.remove(key) }
            }
        }
        c.skipSpaces()
        guard !c.isAtEnd else { throw Unread(.unreadNotation, "an optimum of nothing", at: token.range) }
        var body = try sum(&c)
        // `\arg\max_\theta \log p(x \mid \theta)`: one of the values of which a probability speaks.
        if !isStrict, names.count == 1, let key = names.first?.key, openValues.contains(key), let slot = freeSlots[key] {
            draft.slots[Int(slot)].isFree = false
            freeSlots[key] = nil
            openValues.remove(key)
            return draft.add(.reduce(kind, slot: slot, body: body, condition: ExpressionTree.none), token.range.union(draft[body].range))
        }
        var variables: [ID] = []
        for (key, index) in hidden {
            let point = draft.add(.symbol(index), token.core)
            draft.locals.append(LocalEntry(key: key))
            draft.localPoints.append(point)
            let place = draft.add(.local(Int32(truncatingIfNeeded: draft.locals.count - 1)), token.core)
            variables.append(place)
            let value = names.first { "\u{2}" + $0.key.name == key.name }.flatMap { intervals[$0.key] }.map { within($0.from, $0.to, place, token.core) } ?? place
            body = try substitute(body, symbol: key, by: value)
        }
        // Copies of a local are one local: those of the body and those of the list.
        let used = Set(draft.reachable(from: body).compactMap { id -> Int32? in if case .local(let l) = draft[id].kind { l } else { nil } })
        for (k, id) in variables.enumerated() {
            guard case .local(let l) = draft[id].kind else { continue }
            if !used.contains(l), let last = used.first(where: { draft.locals[Int($0)].key == hidden[k].key }) {
                variables[k] = draft.add(.local(last), token.core)
            } else if !used.contains(l) {
                throw Unread(.unreadNotation, "an optimum over what the formula does not hold", at: token.range)
            }
        }
        return draft.add(
            .optimum(body: body, variables: draft.list(variables), isMinimum: kind == .minimum || kind == .argmin, isPlace: isPlace),
            token.range.union(draft[body].range))
    }

    /// The ends of `[a, b]`; `nil` for other sets.
    private mutating func closedInterval(_ tokens: [Token]) throws(Unread) -> (from: ID, to: ID)? {
        var cursor = Cursor(tokens)
        guard let first = tokens.first, opening(of: first) == 0x5B else { return nil }
        let (inner, _, close, end) = try take(&cursor)
        let parts = splitArguments(inner)
        guard cursor.isAtEnd, close == 0x5D, !end.hasScripts, parts.count == 2 else { return nil }
        return (try parse(parts[0]), try parse(parts[1]))
    }

    /// a + (b − a) (1 + sin t) / 2, which for real t takes every value of the interval, its ends where the slope is zero.
    private mutating func within(_ from: ID, _ to: ID, _ t: ID, _ range: ByteRange) -> ID {
        let half = draft.add(.product(draft.number(0.5, range), draft.add(.binary(.subtract, to, from), range), .dot), range)
        let wave = draft.add(.binary(.add, draft.number(1, range), draft.add(.unary(.elementwise(.sin), t), range)), range)
        return draft.add(.binary(.add, from, draft.add(.product(half, wave, .dot), range)), range)
    }
}
