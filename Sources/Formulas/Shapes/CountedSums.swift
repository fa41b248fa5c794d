import Source

/// `\frac{1}{n} \sum_i x_i`: what a sum without bounds is divided by counts its terms.
extension ShapeInference {
    private static let counts: Set<String> = ["n", "N", "m", "M", "K", "T", "B"]

    /// Makes a letter that usually counts the size of the axis that sums beside it run over.
    mutating func countSums() {
        let letters = draft.symbols.indices.filter { k in
            let entry = draft.symbols[k]
            return Self.counts.contains(entry.key.name) && entry.sizeOf < 0 && entry.isConstant == nil && entry.value == nil && entry.declared == nil && entry.definedRank == 0
                && (!entry.type.isKnown || entry.type.rank == 0) && entry.indexCount == 0 && entry.domain == .real
        }
        guard !letters.isEmpty else { return }
        var found: [Int: [Int32]] = [:]
        for node in draft.nodes {
            switch node.kind {
            case .product(let a, let b, _):
                let factors = factors(a) + factors(b)
                for factor in factors {
                    guard case .binary(.divide, let top, let bottom) = draft[factor].kind, let letter = count(bottom) else { continue }
                    for sum in factors + self.factors(top) { if let axis = summed(sum) { found[letter, default: []].append(axis) } }
                }
            case .binary(.divide, let top, let bottom):
                guard let letter = count(bottom) else { continue }
                for sum in factors(top) { if let axis = summed(sum) { found[letter, default: []].append(axis) } }
            default: break
            }
        }
        for letter in letters {
            guard let axes = found[letter], let first = axes.first, axes.allSatisfy({ table.root($0) == table.root(first) }) else { continue }
            // An axis that another name is the size of keeps it.
            guard !draft.symbols.contains(where: { $0.sizeOf >= 0 && table.root($0.sizeOf) == table.root(first) }), table.size(first) == nil else { continue }
            draft.symbols[letter].sizeOf = first
            changed = true
        }
    }

    private func factors(_ id: ID) -> [ID] {
        var found: [ID] = []
        var open = [id]
        while let next = open.popLast(), found.count < 16 {
            if case .product(let a, let b, _) = draft[next].kind { open += [b, a] } else { found.append(next) }
        }
        return found
    }

    /// The letter of `n`, `n - 1`.
    private func count(_ id: ID) -> Int? {
        switch draft[id].kind {
        case .symbol(let s): Int(s)
        case .binary(.subtract, let a, let b):
            if case .symbol(let s) = draft[a].kind, case .number(1, _) = draft[b].kind { Int(s) } else { nil }
        default: nil
        }
    }

    /// The axis that a sum over all positions runs along.
    private func summed(_ id: ID) -> Int32? {
        guard case .reduce(.sum, let slot, _, let condition) = draft[id].kind, condition < 0, case .inferred = draft.slots[Int(slot)].bounds else { return nil }
        let axis = draft.slots[Int(slot)].dimension
        return axis >= 0 ? axis : nil
    }
}
