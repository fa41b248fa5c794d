import LaTeX
import Source

/// What the indices of a statement show of slips: an index on the right that nothing binds, a sum whose body lost its
/// index. Either may be meant, so that much must speak against it before anything is said.
struct IndexUse {
    typealias ID = ExpressionTree.ID

    let letters: [MathTree.Node]
    let tree: ExpressionTree
    /// The side that the other one is equal to.
    let right: ID

    init(_ mathTree: MathTree, _ tree: ExpressionTree, right: ID) {
        letters = mathTree.nodes.filter { if case .atom = $0.kind { true } else { false } }
        self.tree = tree
        self.right = right
    }

    // MARK: An index that nothing binds

    /// `y_j = \exp(x_k)`: the index of the left side is not used, and one is used that nothing binds. `x_j = y_k` alone
    /// may relate two positions that the prose names, and a letter that stands twice may be summed over silently.
    func strayIndex(among free: [FreeIndex], of head: Set<SymbolKey>) -> FreeIndex? {
        let rightMask = tree.facts[Int(right)].slots
        let stray = free.filter { !$0.isBound && rightMask & (1 << UInt64($0.slot)) != 0 }
        let own = free.filter { head.contains($0.name) }
        guard stray.count == 1, let index = stray.first, FormulaHints.conventional.contains(index.name.name),
            own.count == 1, let before = own.first, FormulaHints.conventional.contains(before.name.name),
            rightMask & (1 << UInt64(before.slot)) == 0, !isNamed(before.name, in: tree.nodes[Int(right)].range)
        else { return nil }
        switch tree.nodes[Int(right)].kind {
        case .access, .symbol, .slot: return nil
        default: return occurrences(of: index) == 1 ? index : nil
        }
    }

    private func occurrences(of index: FreeIndex) -> Int {
        tree.reachable(from: right).count { id in
            if case .slot(let s) = tree.nodes[Int(id)].kind { Int(s) == index.slot } else { false }
        }
    }

    /// `\sum_{i=1}^{n} x_k^2`: the sum runs over an index that its body lacks, and the body has one that nothing binds.
    /// Where it may be the sum's index that is wrong (`L = \sum_j \ell_i`), `least` asks for the stray one more than once.
    /// In a definition `\sum_{i=1}^{n} (y_k - z_i)^2` is a slip too: a function of arrays has no position of its own.
    func strayUnderSum(_ root: ID, among free: [FreeIndex], isDefinition: Bool, atLeast least: Int = 1) -> FreeIndex? {
        strayIndex(root, among: free) { index, slot, body in
            let usesOwn = tree.facts[Int(body)].slots & (1 << UInt64(slot)) != 0
            return isDefinition
                ? usesOwn
                : !usesOwn && (least < 2 || occurrences(of: index) >= least) && !isNamed(tree.slotEntries[Int(slot)].key, in: tree.nodes[Int(body)].range)
        }
    }

    /// `\sum_{i=1}^{n} (y_j - z_i)^2`, `z_{jk} = \sum_i (x_{ij} - a_j)(x_{lk} - a_k)`: an index that nothing binds, where the
    /// left side has indices of its own, or where another array has the sum's index at the same place.
    func unpairedIndex(_ root: ID, among free: [FreeIndex], hasOwn: Bool) -> FreeIndex? {
        strayIndex(root, among: free) { index, slot, body in hasOwn || isPaired(index.slot, with: Int(slot), in: body) }
    }

    /// The one index by convention that nothing binds, where it stands in a sum or mean of which `isSlip` holds (index, slot, body).
    private func strayIndex(_ root: ID, among free: [FreeIndex], where isSlip: (FreeIndex, Int32, ID) -> Bool) -> FreeIndex? {
        let stray = free.filter { !$0.isBound && FormulaHints.conventional.contains($0.name.name) }
        guard stray.count == 1, let index = stray.first else { return nil }
        let isSlipped = tree.reachable(from: root).contains { id in
            guard case .reduce(let reduction, let slot, let body, let condition) = tree.nodes[Int(id)].kind, reduction == .sum || reduction == .mean,
                condition < 0, tree.facts[Int(body)].slots & (1 << UInt64(index.slot)) != 0
            else { return false }
            return isSlip(index, slot, body)
        }
        return isSlipped ? index : nil
    }

    /// Whether two arrays have the same indices but for one place, where one has `stray` and the other `bound`.
    private func isPaired(_ stray: Int, with bound: Int, in body: ID) -> Bool {
        var accesses: [(symbol: Int32, slots: [Int])] = []
        for id in tree.reachable(from: body) {
            guard case .access(let base, let list) = tree.nodes[Int(id)].kind, case .symbol(let s) = tree.nodes[Int(base)].kind else { continue }
            let slots = tree.children(list).map { index -> Int in
                if index >= 0, case .slot(let s) = tree.nodes[Int(index)].kind { Int(s) } else { -1 }
            }
            accesses.append((s, slots))
        }
        return accesses.contains { a in
            guard a.slots.contains(stray) else { return false }
            return accesses.contains { b in
                b.symbol != a.symbol && b.slots.count == a.slots.count
                    && zip(a.slots, b.slots).allSatisfy { $0 == $1 || $0 == stray && $1 == bound }
            }
        }
    }

    // MARK: An index that is bound twice

    /// `\sum_{i=1}^{n} \sum_{i=1}^{n} a_{ij}`: nothing is left for the outer sum to run over.
    func reboundIndex(_ root: ID) -> SlotEntry? {
        for id in tree.reachable(from: root) {
            guard case .reduce(_, let slot, let body, _) = tree.nodes[Int(id)].kind, tree.facts[Int(body)].slots & (1 << UInt64(slot)) == 0 else { continue }
            // Only operators that follow one another: `\sum_i a_i \sum_i b_i` may be a product of two.
            var inner = body
            while case .reduce(_, let other, let next, _) = tree.nodes[Int(inner)].kind {
                let entry = tree.slotEntries[Int(other)]
                if entry.key == tree.slotEntries[Int(slot)].key, letters.contains(where: { $0.range == entry.range }) { return entry }
                inner = next
            }
        }
        return nil
    }

    // MARK: A bound index that the body does not use

    /// `\frac{1}{n} \sum_{i=1}^{n} x`, which is `x`, and sums of arrays or of elements with another index that nothing
    /// binds. `\sum_{i=1}^{n} c` may well be meant.
    func unusedIndices(unbound: UInt64, isDefinition: Bool) -> [SlotEntry] {
        let below = tree.reachable(from: right)
        var isMean = Set<ID>()
        for id in below { for sum in normalisedSums(id) { isMean.insert(sum) } }
        var found: [SlotEntry] = []
        for id in below {
            guard case .reduce(let reduction, let slot, let body, let condition) = tree.nodes[Int(id)].kind,
                reduction == .sum || reduction == .mean, condition < 0,
                tree.facts[Int(body)].slots & (1 << UInt64(slot)) == 0
            else { continue }
            let entry = tree.slotEntries[Int(slot)]
            let range = tree.nodes[Int(body)].range
            // The outcomes of an expectation are an index of ours.
            guard !isNamed(entry.key, in: range), !entry.key.name.hasPrefix("\u{2}") else { continue }
            if id != right, isUnderSum(id, below) {
                if isDefinition, tree.facts[Int(body)].slots != 0, hasPlainBounds(entry) { found.append(entry) }
                continue
            }
            let inside = tree.reachable(from: body)
            let isOfCall: Bool
            if case .binary(.divide, _, id) = tree.nodes[Int(right)].kind, tree.facts[Int(body)].slots != 0 { isOfCall = true } else { isOfCall = false }
            if isOfCall || tree.facts[Int(body)].slots & unbound != 0 || inside.contains(where: isDeclaredArray)
                || isMean.contains(id) && inside.contains(where: isVariable)
            {
                found.append(entry)
            }
        }
        return found
    }

    /// `\sum_{j=1}^{m}`; `\sum_{j=1}^{n_i} w_i` counts.
    private func hasPlainBounds(_ entry: SlotEntry) -> Bool {
        guard case .bounds(let first, let last) = entry.bounds else { return false }
        return tree.facts[Int(first)].slots | tree.facts[Int(last)].slots == 0
    }

    /// `\sum_i \sum_j x_i`: which of the sums lost its index is certain only in a definition.
    private func isUnderSum(_ id: ID, _ below: [ID]) -> Bool {
        below.contains { other in
            if case .reduce(_, _, let body, _) = tree.nodes[Int(other)].kind, other != id {
                tree.nodes[Int(body)].range.contains(tree.nodes[Int(id)].range)
            } else {
                false
            }
        }
    }

    private func isDeclaredArray(_ id: ID) -> Bool {
        guard case .symbol(let s) = tree.nodes[Int(id)].kind else { return false }
        let symbol = tree.symbols[Int(s)]
        return symbol.indexCount == 0 && symbol.type.rank == 1 && symbol.declared?.rank == 1 && !symbol.isBold
    }

    /// A small letter that is neither a constant nor the size of anything.
    private func isVariable(_ id: ID) -> Bool {
        guard case .symbol(let s) = tree.nodes[Int(id)].kind else { return false }
        let symbol = tree.symbols[Int(s)]
        return !symbol.isUpper && symbol.isConstant == nil && symbol.sizeOf < 0 && symbol.type.rank == 0
    }

    /// Sums that the factor or divisor beside them divides by the number of their terms.
    private func normalisedSums(_ id: ID) -> [ID] {
        switch tree.nodes[Int(id)].kind {
        case .product(let a, let b, _):
            if case .binary(.divide, _, let count) = tree.nodes[Int(a)].kind { return sums(b, over: count) }
            return []
        case .binary(.divide, let a, let count): return sums(a, over: count)
        default: return []
        }
    }

    private func sums(_ id: ID, over count: ID) -> [ID] {
        switch tree.nodes[Int(id)].kind {
        case .reduce(_, let slot, _, _):
            guard case .bounds(let first, let last) = tree.slotEntries[Int(slot)].bounds,
                case .number(1, _) = tree.nodes[Int(first)].kind, isSame(last, count)
            else { return [] }
            return [id]
        case .unary(.negate, let a): return sums(a, over: count)
        default: return []
        }
    }

    private func isSame(_ a: ID, _ b: ID) -> Bool {
        switch (tree.nodes[Int(a)].kind, tree.nodes[Int(b)].kind) {
        case (.symbol(let x), .symbol(let y)): x == y
        case (.number(let x, _), .number(let y, _)): x == y
        // `\frac{1}{2n}`
        case (_, .product(let x, let y, _)): isSame(a, x) || isSame(a, y)
        // `\frac{1}{n - 1}`
        case (_, .binary(.subtract, let x, let one)): if case .number(1, _) = tree.nodes[Int(one)].kind { isSame(a, x) } else { false }
        default: false
        }
    }

    /// The letter stands there in some way, as part of a label perhaps.
    func isNamed(_ key: SymbolKey, in range: ByteRange) -> Bool {
        letters.contains { node in
            guard case .atom(let atom) = node.kind, range.contains(node.range) else { return false }
            return SymbolSpelling.letterName(atom.scalar) == key.name
        }
    }
}

extension ExpressionTree {
    func reachable(from root: ID) -> [ID] {
        Self.reachable(from: root, nodes: nodes, lists: lists, slots: slotEntries, localPoints: localPoints)
    }
}
