import Source
import Tensors

extension Draft {
    /// `p_i^\top q_j = \sum_k p_{ik} q_{kj}`: an array of two axes with one index is the part that the full elements of the same
    /// statement show. Where an index stands second in all of these, it selects a column; else a row.
    mutating func alignPartialIndices() {
        /// For each symbol, the indices that stand first and those that stand second, as bits of slots.
        var full: [Int32: (first: UInt64, second: UInt64)] = [:]
        var partial: [(node: Int, symbol: Int32, slot: Int32)] = []
        for (k, node) in nodes.enumerated() {
            guard case .access(let base, let list) = node.kind, base >= 0, case .symbol(let symbol) = nodes[Int(base)].kind else { continue }
            let slots = children(list).map { index -> Int32? in
                guard index >= 0, case .slot(let slot) = nodes[Int(index)].kind, slot >= 0, slot < 64 else { return nil }
                return slot
            }
            if slots.count == 2, let a = slots[0], let b = slots[1] {
                full[symbol, default: (0, 0)].first |= 1 << UInt64(a)
                full[symbol, default: (0, 0)].second |= 1 << UInt64(b)
            } else if slots.count == 1, let slot = slots[0] {
                partial.append((k, symbol, slot))
            }
        }
        for (k, symbol, slot) in partial {
            guard let places = full[symbol], places.second & (1 << UInt64(slot)) != 0, places.first & (1 << UInt64(slot)) == 0,
                case .access(let base, let places) = nodes[k].kind, let index = children(places).first
            else { continue }
            nodes[k].kind = .access(base, list([ExpressionTree.wholeAxis, index]))
        }
    }
}
