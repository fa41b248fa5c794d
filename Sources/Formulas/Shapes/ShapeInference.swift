import Source
import Tensors

/// Finds the shape of every node by unification: rules propagate what is known both ways until nothing changes, then
/// conventions settle what is left, the most certain first.
struct ShapeInference {
    typealias ID = ExpressionTree.ID

    struct Conflict: Sendable {
        var range: ByteRange
        var message: String
        var help: String?
        /// Sizes contradict, or ranks that the note declares; else only names of dimensions do.
        var isCertain: Bool
    }

    var draft: Draft
    var table: DimensionTable
    var types: [TypeTerm]
    var slotMasks: [UInt64]
    var conflicts: [Conflict] = []
    var usesElementwiseProducts = false
    var changed = false
    /// How much further than its size an axis goes at most.
    var reach: [AxisBound: Int] = [:]
    /// Symbols that are the size of an axis themselves.
    var plainSizes: Set<Int32> = []
    private var reported: Set<ByteRange> = []

    init(_ draft: Draft, table: DimensionTable, elementwiseProducts: Bool = false) {
        self.draft = draft
        self.table = table
        usesElementwiseProducts = elementwiseProducts
        types = [TypeTerm](repeating: TypeTerm(), count: draft.nodes.count)
        slotMasks = [UInt64](repeating: 0, count: draft.nodes.count)
    }

    /// Pairs of roots that an equation makes equal.
    mutating func run(equated: [(ID, ID)]) {
        computeSlotMasks()
        findOrigins()
        declareSymbols()
        var rounds = 0
        repeat {
            propagate(equated)
            rounds += 1
        } while rounds < 64 && applyDefault(equated)
        countSums()
        for k in draft.symbols.indices where !draft.symbols[k].type.isKnown { draft.symbols[k].type = .scalar }
        propagate(equated)
        for k in types.indices where !types[k].isKnown { types[k] = .scalar }
    }

    // MARK: Terms

    func known(_ id: ID) -> Bool { types[Int(id)].isKnown }
    func rank(_ id: ID) -> Int { Int(types[Int(id)].rank) }

    mutating func fresh(rank: Int, isRow: Bool = false) -> TypeTerm {
        var t = TypeTerm()
        t.rank = Int8(clamping: min(rank, TypeTerm.maximumRank))
        t.isRow = isRow
        for axis in 0..<Int(t.rank) { t[axis] = table.make() }
        return t
    }

    func term(_ dimensions: [Int32], isRow: Bool = false) -> TypeTerm {
        var t = TypeTerm()
        t.rank = Int8(clamping: min(dimensions.count, TypeTerm.maximumRank))
        t.isRow = isRow
        for axis in 0..<Int(t.rank) { t[axis] = dimensions[axis] }
        return t
    }

    /// False where the sizes contradict.
    mutating func join(_ a: Int32, _ b: Int32) -> Bool {
        guard a != b, table.root(a) != table.root(b) else { return true }
        if table.unify(a, b) == .sizesDiffer { return false }
        changed = true
        return true
    }

    mutating func report(_ range: ByteRange, _ message: String, help: String? = nil, isCertain: Bool) {
        if reported.insert(range).inserted {
            conflicts.append(Conflict(range: range, message: message, help: help, isCertain: isCertain))
        }
    }

    mutating func set(_ id: ID, _ type: TypeTerm) {
        guard type.isKnown else { return }
        let k = Int(id)
        if !types[k].isKnown {
            types[k] = type
            changed = true
        } else {
            merge(types[k], type, at: draft[id].range)
        }
    }

    mutating func merge(_ a: TypeTerm, _ b: TypeTerm, at range: ByteRange) {
        guard a.rank == b.rank else {
            if a.rank > 0, b.rank > 0 {
                report(range, "shapes \(text(a)) and \(text(b)) do not conform", isCertain: false)
            }
            return
        }
        for axis in 0..<Int(a.rank) {
            if !join(a[axis], b[axis]) { report(range, "shapes \(text(a)) and \(text(b)) do not conform", isCertain: true) }
        }
    }

    mutating func equate(_ a: ID, _ b: ID) {
        if known(a) { set(b, types[Int(a)]) } else if known(b) { set(a, types[Int(b)]) }
    }

    func text(_ t: TypeTerm) -> String {
        guard t.isKnown else { return "unknown" }
        return "[" + axes(t).joined(separator: ", ") + "]"
    }

    func axes(_ t: TypeTerm) -> [String] {
        (0..<Int(t.rank)).map { axis in table.name(t[axis]) ?? table.size(t[axis]).map { "\($0)" } ?? "·" }
    }

    /// What would make the factors of a product conform, by their sizes.
    func mend(_ a: ID, _ s: TypeTerm, _ b: ID, _ t: TypeTerm) -> String? {
        func sizes(_ t: TypeTerm) -> [String]? {
            let all = (0..<Int(t.rank)).map { table.size(t[$0]) }
            return all.contains { $0 == nil } ? nil : all.map { "\($0 ?? 0)" }
        }
        guard let x = sizes(s), let y = sizes(t) else { return nil }
        return ProductMend(nodes: draft.nodes, symbols: draft.symbols).help(a, x, b, y)
    }

    // MARK: Symbols and slots

    private mutating func computeSlotMasks() {
        for k in draft.nodes.indices {
            var mask: UInt64 = 0
            let kind = draft.nodes[k].kind
            draft.forEachChild(of: kind) { mask |= slotMasks[Int($0)] }
            switch kind {
            case .slot(let s): mask |= 1 << UInt64(s)
            case .local(let l):
                let point = draft.localPoints[Int(l)]
                if point >= 0, Int(point) < k { mask |= slotMasks[Int(point)] }
            case .reduce(_, let s, _, _):
                mask &= ~(1 << UInt64(s))
                if case .bounds(let first, let last) = draft.slots[Int(s)].bounds, Int(max(first, last)) < slotMasks.count {
                    mask |= slotMasks[Int(first)] | slotMasks[Int(last)]
                }
            default: break
            }
            slotMasks[k] = mask
        }
    }

    private mutating func declareSymbols() {
        for k in draft.symbols.indices {
            guard let shape = draft.symbols[k].declared else { continue }
            // One variable is one dimension within a shape: a square matrix.
            var own: [Int: Int32] = [:]
            var dimensions: [Int32] = []
            for dimension in shape.dimensions {
                switch dimension {
                case .fixed(let n): dimensions.append(table.fixed(n))
                case .named(let name): dimensions.append(table.named(name))
                case .variable(let v):
                    let made = own[v] ?? table.make()
                    own[v] = made
                    dimensions.append(made)
                }
            }
            draft.symbols[k].type = term(dimensions, isRow: shape.isRow)
        }
        // `d` beside $x \in \mathbb{R}^d$ is that size.
        for k in draft.symbols.indices {
            let entry = draft.symbols[k]
            guard entry.value == nil, entry.isConstant == nil, entry.indexCount == 0, entry.declared?.rank ?? 0 == 0,
                let size = table.existing(named: entry.key.name)
            else { continue }
            draft.symbols[k].sizeOf = size
            draft.symbols[k].type = .scalar
        }
        for k in draft.slots.indices where draft.slots[k].dimension < 0 { draft.slots[k].dimension = table.make() }
    }

    private mutating func propagate(_ equated: [(ID, ID)]) {
        var rounds = 0
        repeat {
            changed = false
            for k in draft.nodes.indices { relate(ID(truncatingIfNeeded: k)) }
            for (a, b) in equated { relateSides(a, b) }
            for (quotient, body, variable) in draft.derivatives { relateDerivative(quotient, body: body, at: variable, isElementwise: false) }
            for k in draft.nodes.indices.reversed() { relate(ID(truncatingIfNeeded: k)) }
            rounds += 1
        } while changed && rounds < 40
    }

    private mutating func relateSides(_ a: ID, _ b: ID) {
        // A number stands for an array of equal numbers: `W = 0`.
        if known(a), known(b) {
            if rank(a) > 0, rank(b) > 0, !areBlocks(a, b) { merge(types[Int(a)], types[Int(b)], at: draft[b].range) }
            return
        }
        if known(a), rank(a) > 0 || !isNumber(a) { set(b, types[Int(a)]) }
        if known(b), rank(b) > 0 || !isNumber(b) { set(a, types[Int(b)]) }
    }

    /// `[q_s, q_x, q_y]^\top = [s, v]^\top`: fewer names stand for more numbers.
    private func areBlocks(_ a: ID, _ b: ID) -> Bool {
        guard let x = cells(a), let y = cells(b), x.count != y.count else { return false }
        return (x.count < y.count ? x : y).contains { if case .symbol = draft[$0].kind { true } else { false } }
    }

    /// Of a vector that is written out.
    private func cells(_ id: ID) -> ArraySlice<ID>? {
        switch draft[id].kind {
        case .vector(let list), .matrix(_, 1, let list), .matrix(1, _, let list): draft.children(list)
        case .unary(.transpose, let inner): cells(inner)
        default: nil
        }
    }

    func isNumber(_ id: ID) -> Bool {
        switch draft[id].kind {
        case .number: true
        case .unary(.negate, let a): isNumber(a)
        default: false
        }
    }
}
