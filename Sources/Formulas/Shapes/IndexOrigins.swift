import Source
import Tensors

/// Where the positions of an axis count from: 0 where a sum from 0 to n - 1, or `x_{t-1}` with t from 1, reaches 0; else 1.
extension ShapeInference {
    /// Marks the axes that count from 0, and finds how far beyond `n` each axis goes whose last position is n or so.
    mutating func findOrigins() {
        guard !draft.slots.isEmpty else { return }
        var accesses: [(symbol: Int, axis: Int, slot: Int, shift: Int)] = []
        for node in draft.nodes {
            guard case .access(let base, let list) = node.kind, case .symbol(let s) = draft[base].kind else { continue }
            for (axis, index) in draft.children(list).enumerated() where axis < TypeTerm.maximumRank {
                if let (slot, shift) = shifted(index) { accesses.append((Int(s), axis, slot, shift)) }
            }
        }
        for access in accesses {
            if case .bounds(let first, _) = draft.slots[access.slot].bounds, case .number(let value, _) = draft[first].kind, value.magnitude < 1e6, value == value.rounded(),
                Int(value) + access.shift == 0
            {
                draft.symbols[access.symbol].zeroAxes |= 1 << UInt8(access.axis)
            }
        }
        // An index that runs over such an axis runs from 0, and so does every axis that it runs over.
        for _ in 0..<3 {
            for access in accesses where access.shift == 0 {
                guard case .inferred = draft.slots[access.slot].bounds else { continue }
                let bit: UInt8 = 1 << UInt8(access.axis)
                if draft.symbols[access.symbol].zeroAxes & bit != 0 { draft.slots[access.slot].first = 0 }
                if draft.slots[access.slot].first == 0 { draft.symbols[access.symbol].zeroAxes |= bit }
            }
        }
        for access in accesses {
            guard case .bounds(_, let last) = draft.slots[access.slot].bounds else { continue }
            let end = affine(last)
            guard let symbol = end.symbol, let constant = end.constant else { continue }
            let isZero = draft.symbols[access.symbol].zeroAxes & (1 << UInt8(access.axis)) != 0
            let beyond = constant + access.shift + (isZero ? 1 : 0)
            let key = AxisBound(symbol: access.symbol, axis: access.axis, size: symbol)
            reach[key] = max(reach[key] ?? beyond, beyond)
        }
        plainSizes = Set(reach.filter { $0.value <= 0 }.map(\.key.size))
    }

    /// `i`, `i + 1`, `i - 1`.
    private func shifted(_ index: ID) -> (slot: Int, shift: Int)? {
        guard index >= 0 else { return nil }
        switch draft[index].kind {
        case .slot(let s): return (Int(s), 0)
        case .binary(let operation, let a, let b):
            guard case .slot(let s) = draft[a].kind, case .number(let value, _) = draft[b].kind, value.magnitude < 1e6, value == value.rounded()
            else { return nil }
            if operation == .add { return (Int(s), Int(value)) }
            if operation == .subtract { return (Int(s), -Int(value)) }
            return nil
        default: return nil
        }
    }

    /// The first position of an axis of what is indexed.
    func origin(of base: ID, axis: Int) -> Int {
        guard case .symbol(let s) = draft[base].kind, axis < TypeTerm.maximumRank else { return 1 }
        return draft.symbols[Int(s)].zeroAxes & (1 << UInt8(axis)) != 0 ? 0 : 1
    }
}

/// An axis whose last position is given by the size of something.
struct AxisBound: Hashable {
    var symbol: Int
    var axis: Int
    var size: Int32
}
