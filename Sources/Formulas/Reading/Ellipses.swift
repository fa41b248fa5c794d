import LaTeX
import Source
import Tensors

/// Sums, products and arrays whose terms stand for more: `x_1 + \cdots + x_n`. The term before the dots and the last one
/// are compared: where the first has a number, the last has the end of its range.
extension ExpressionParser {
    private static let seriesLimit = 40

    func isEllipsis(_ token: Token) -> Bool { if case .ellipsis = token.kind { true } else { false } }

    /// The sum or product over the general term of `first` and `last`.
    mutating func series(_ kind: ExpressionTree.Reduction, _ first: [Token], _ last: [Token], _ range: ByteRange) throws(Unread) -> ID {
        // Terms are parsed once more here: dots in dots must not multiply.
        seriesCount += 1
        guard seriesCount <= Self.seriesLimit else { throw Unread(.limit, "more than \(Self.seriesLimit) ellipses", at: range) }
        let (a, b) = try withForcedIndices { parser throws(Unread) in (try parser.parse(first), try parser.parse(last)) }
        guard let general = generalTerm(a, b, range) else { throw Unread(.ellipsis, "an ellipsis whose terms do not tell what it leaves out", at: range) }
        return draft.add(.reduce(kind, slot: general.slot, body: general.body, condition: ExpressionTree.none), range)
    }

    /// The array of which `first` and `last` are the elements at both ends: `x_1, \ldots, x_n`.
    mutating func wholeArray(_ first: [Token], _ last: [Token]) throws(Unread) -> ID? {
        seriesCount += 1
        guard seriesCount <= Self.seriesLimit else { throw Unread(.limit, "more than \(Self.seriesLimit) ellipses", at: span(first)) }
        let (a, b) = try withForcedIndices { parser throws(Unread) in (try parser.parse(first), try parser.parse(last)) }
        guard case .access(let x, let from) = draft[a].kind, case .access(let y, let to) = draft[b].kind, isSame(x, y, 0), from.count == to.count
        else { return nil }
        let starts = draft.children(from)
        for start in starts { guard start >= 0, case .number(1, _) = draft[start].kind else { return nil } }
        return x
    }

    private mutating func withForcedIndices(
        _ read: (inout ExpressionParser) throws(Unread) -> (ID, ID)
    ) throws(Unread) -> (ID, ID) {
        let before = forcesIndices
        forcesIndices = true
        defer { forcesIndices = before }
        return try read(&self)
    }

    // MARK: The general term

    private struct General {
        var slotNode: ID
        var first: Double?
        var last: ID?
    }

    private mutating func generalTerm(_ a: ID, _ b: ID, _ range: ByteRange) -> (body: ID, slot: Int32)? {
        guard let letter = ["i", "j", "k", "l", "r", "s"].first(where: { binder($0) == nil && freeSlots[SymbolKey(canonical: $0)] == nil }),
            let slot = try? newSlot(SymbolKey(canonical: letter), range, .inferred, isFree: false)
        else { return nil }
        var general = General(slotNode: draft.add(.slot(slot), range))
        guard let body = generalise(a, b, &general, 0), let first = general.first, let last = general.last else { return nil }
        let low = draft.number(first, range)
        draft.slots[Int(slot)].bounds = .bounds(first: low, last: last)
        return (body, slot)
    }

    private mutating func generalise(_ a: ID, _ b: ID, _ general: inout General, _ level: Int) -> ID? {
        guard level < 64, a >= 0, b >= 0 else { return a == b ? a : nil }
        if isSame(a, b, 0) { return a }
        let range = draft[a].range
        if case .number(let value, _) = draft[a].kind { return place(value, b, &general, range) }
        switch (draft[a].kind, draft[b].kind) {
        case (.unary(let f, let x), .unary(let g, let y)) where f == g:
            return generalise(x, y, &general, level + 1).map { draft.add(.unary(f, $0), range) }
        case (.binary(let f, let x, let y), .binary(let g, let u, let v)) where f == g:
            guard let p = generalise(x, u, &general, level + 1), let q = generalise(y, v, &general, level + 1) else { return nil }
            return draft.add(.binary(f, p, q), range)
        case (.product(let x, let y, let style), .product(let u, let v, _)):
            guard let p = generalise(x, u, &general, level + 1), let q = generalise(y, v, &general, level + 1) else { return nil }
            return draft.add(.product(p, q, style), range)
        case (.power(let x, let y), .power(let u, let v)):
            guard let p = generalise(x, u, &general, level + 1), let q = generalise(y, v, &general, level + 1) else { return nil }
            return draft.add(.power(p, q), range)
        case (_, .power(let u, let v)) where isSame(a, u, 0):
            // `x + \cdots + x^n`
            return place(1, v, &general, range).map { draft.add(.power(a, $0), range) }
        case (.access(let x, let from), .access(let y, let to)) where isSame(x, y, 0) && from.count == to.count:
            var places: [ID] = []
            for (p, q) in zip(Array(draft.children(from)), Array(draft.children(to))) {
                guard let place = generalise(p, q, &general, level + 1) else { return nil }
                places.append(place)
            }
            return draft.add(.access(x, draft.list(places)), range)
        case (.call(let f, let x), .call(let g, let y)) where draft.functions[Int(f)].name == draft.functions[Int(g)].name && x.count == y.count:
            var arguments: [ID] = []
            for (p, q) in zip(Array(draft.children(x)), Array(draft.children(y))) {
                guard let argument = generalise(p, q, &general, level + 1) else { return nil }
                arguments.append(argument)
            }
            return draft.add(.call(f, draft.list(arguments)), range)
        case (.choose(let x), .choose(let y)) where x.count == y.count:
            var parts: [ID] = []
            for (p, q) in zip(Array(draft.children(x)), Array(draft.children(y))) {
                guard let part = generalise(p, q, &general, level + 1) else { return nil }
                parts.append(part)
            }
            return draft.add(.choose(draft.list(parts)), range)
        case (.reduce(let f, let x, let p, let none), .reduce(let g, let y, let q, let other)) where f == g && none < 0 && other < 0 && arePaired(x, y):
            pairedSlots[y] = x
            return generalise(p, q, &general, level + 1).map { draft.add(.reduce(f, slot: x, body: $0, condition: ExpressionTree.none), range) }
        default: return nil
        }
    }

    /// Indices that run over the whole of what they index.
    private func arePaired(_ x: Int32, _ y: Int32) -> Bool {
        if x == y { return true }
        guard case .inferred = draft.slots[Int(x)].bounds, case .inferred = draft.slots[Int(y)].bounds else { return false }
        return draft.slots[Int(x)].key == draft.slots[Int(y)].key
    }

    /// The running index where the first term has `value` and the last one `end`, with a shift where another place settled both.
    private mutating func place(_ value: Double, _ end: ID, _ general: inout General, _ range: ByteRange) -> ID? {
        guard value == value.rounded(), value.magnitude < 1e6 else { return nil }
        guard let first = general.first, let last = general.last else {
            switch draft[end].kind {
            case .number(let n, _): guard n == n.rounded(), n > value, n < 1e6 else { return nil }
            case .symbol, .slot, .count, .binary(.add, _, _), .binary(.subtract, _, _): break
            default: return nil
            }
            general.first = value
            general.last = end
            return general.slotNode
        }
        let shift = value - first
        if shift == 0 { return isSame(last, end, 0) ? general.slotNode : nil }
        let isShifted: Bool =
            switch (draft[last].kind, draft[end].kind) {
            case (.number(let x, _), .number(let y, _)): y - x == shift
            case (_, .binary(.add, let base, let by)): if case .number(let d, _) = draft[by].kind { isSame(base, last, 0) && d == shift } else { false }
            case (_, .binary(.subtract, let base, let by)): if case .number(let d, _) = draft[by].kind { isSame(base, last, 0) && -d == shift } else { false }
            case (.binary(.subtract, let base, let by), _): if case .number(let d, _) = draft[by].kind { isSame(base, end, 0) && d == shift } else { false }
            default: false
            }
        guard isShifted else { return nil }
        return draft.add(.binary(shift > 0 ? .add : .subtract, general.slotNode, draft.number(shift.magnitude, range)), range)
    }

    /// Whether two parts say the same.
    private func isSame(_ a: ID, _ b: ID, _ level: Int) -> Bool {
        if a == b { return true }
        guard level < 64, a >= 0, b >= 0 else { return false }
        switch (draft[a].kind, draft[b].kind) {
        case (.number(let x, _), .number(let y, _)): return x == y
        case (.symbol(let x), .symbol(let y)): return x == y
        case (.slot(let x), .slot(let y)): return x == y || pairedSlots[y] == x
        case (.reduce(let f, let x, let p, let none), .reduce(let g, let y, let q, let other)):
            return f == g && none < 0 && other < 0 && arePaired(x, y) && pairedSlots[y] == x && isSame(p, q, level + 1)
        case (.choose(let x), .choose(let y)):
            return x.count == y.count && zip(draft.children(x), draft.children(y)).allSatisfy { isSame($0, $1, level + 1) }
        case (.local(let x), .local(let y)): return x == y
        case (.unary(let f, let x), .unary(let g, let y)): return f == g && isSame(x, y, level + 1)
        case (.binary(let f, let x, let y), .binary(let g, let u, let v)): return f == g && isSame(x, u, level + 1) && isSame(y, v, level + 1)
        case (.product(let x, let y, _), .product(let u, let v, _)), (.power(let x, let y), .power(let u, let v)):
            return isSame(x, u, level + 1) && isSame(y, v, level + 1)
        case (.access(let x, let from), .access(let y, let to)):
            return isSame(x, y, level + 1) && from.count == to.count
                && zip(draft.children(from), draft.children(to)).allSatisfy { isSame($0, $1, level + 1) }
        case (.call(let f, let x), .call(let g, let y)):
            return draft.functions[Int(f)].name == draft.functions[Int(g)].name && x.count == y.count
                && zip(draft.children(x), draft.children(y)).allSatisfy { isSame($0, $1, level + 1) }
        default: return false
        }
    }

    // MARK: Matrices

    /// A matrix or a column with dots: the array of its corners; `nil` where these do not tell.
    mutating func dottedTable(_ rows: [[[Token]]]) throws(Unread) -> ID? {
        guard let top = rows.first, let bottom = rows.last, let width = rows.map(\.count).max(), top.count == width, bottom.count == width,
            let a = top.first, let b = top.last, let c = bottom.first, let d = bottom.last, rows.count > 1 || width > 1
        else { return nil }
        let corners = [a, b, c, d]
        guard corners.allSatisfy({ cell in !cell.isEmpty && !cell.contains(where: isEllipsis) }) else { return nil }
        let isZero = { (cell: [Token]) in
            if cell.count == 1, case .number("0") = cell[0].kind { true } else { false }
        }
        let range = a[0].range.union(d[d.count - 1].range)
        if width > 1, rows.count > 1, isZero(b), isZero(c) {
            // A diagonal matrix.
            return try wholeArray(a, d).map { draft.add(.unary(.diagonal, $0), range) }
        }
        guard let whole = try wholeArray(a, d) else { return nil }
        if width == 1 || rows.count == 1 {
            return rows.count == 1 && width > 1 ? draft.add(.unary(.transpose, whole), range) : whole
        }
        guard let along = try wholeArrayEnds(b), let down = try wholeArrayEnds(c), isSame(along, whole, 0), isSame(down, whole, 0) else { return nil }
        return whole
    }

    /// The array of which a corner is an element.
    private mutating func wholeArrayEnds(_ cell: [Token]) throws(Unread) -> ID? {
        let (a, _) = try withForcedIndices { parser throws(Unread) in
            let id = try parser.parse(cell)
            return (id, id)
        }
        guard case .access(let x, let places) = draft[a].kind, places.count == 2 else { return nil }
        return x
    }
}
