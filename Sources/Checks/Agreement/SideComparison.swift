import Formulas
import Tensors

/// A side's value on one sample, with the index axes that stand before its own.
struct SideValue {
    var tensor: Tensor
    /// Slots of its first axes, ascending.
    var slots: [Int]
    var magnitude: Double
    /// A sum of it had no terms by far: the sample lies outside of what a claim speaks of.
    var hasReversedRange = false

    init(_ evaluated: Evaluated, of expression: Expression) {
        tensor = evaluated.value
        slots = expression.slots
        magnitude = evaluated.magnitude
        hasReversedRange = evaluated.hasReversedRange
    }

    init(_ tensor: Tensor, slots: [Int] = [], magnitude: Double = 0) {
        self.tensor = tensor
        self.slots = slots
        self.magnitude = magnitude
    }

    private static let mostElements = 1 << 20

    private var own: [Int] { Array(tensor.shape.dropFirst(slots.count)) }

    /// Both as tensors of one shape: index axes that a side lacks are repeated, a number stands for every element.
    static func aligned(_ a: SideValue, _ b: SideValue) -> (Tensor, Tensor)? {
        guard a.slots.count <= a.tensor.shape.count, b.slots.count <= b.tensor.shape.count else { return nil }
        if a.slots == b.slots, a.tensor.shape == b.tensor.shape, a.tensor.count <= mostElements { return (a.tensor, b.tensor) }
        var own = a.own
        if own != b.own {
            let (p, q) = (a.own.filter { $0 != 1 }, b.own.filter { $0 != 1 })
            if p == q {
                own = p
            } else if a.own.isEmpty {
                own = b.own
            } else if !b.own.isEmpty {
                return nil
            }
        }
        let slots = Set(a.slots).union(b.slots).sorted()
        var sizes: [Int] = []
        for slot in slots {
            let left = a.slots.firstIndex(of: slot).map { a.tensor.shape[$0] }
            let right = b.slots.firstIndex(of: slot).map { b.tensor.shape[$0] }
            if let left, let right, left != right { return nil }
            sizes.append(left ?? right ?? 1)
        }
        guard let x = a.expanded(slots: slots, sizes: sizes, own: own),
            let y = b.expanded(slots: slots, sizes: sizes, own: own)
        else { return nil }
        return (x, y)
    }

    private func expanded(slots all: [Int], sizes: [Int], own target: [Int]) -> Tensor? {
        let elements = tensor.elements
        let shape = sizes + target
        var count = 1
        for size in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            guard !overflow, product <= Self.mostElements else { return nil }
            count = product
        }
        let inner = target.reduce(1, *)
        let ownCount = own.reduce(1, *)
        guard ownCount == inner || ownCount == 1 else { return nil }
        var out: [Double] = []
        out.reserveCapacity(count)
        let outer = inner > 0 ? count / inner : 0
        for place in 0..<outer {
            // The place's index along each slot, last slot fastest.
            var rest = place
            var indices = [Int](repeating: 0, count: all.count)
            for k in all.indices.reversed() where sizes[k] > 0 {
                indices[k] = rest % sizes[k]
                rest /= sizes[k]
            }
            var offset = 0
            for (axis, slot) in slots.enumerated() {
                guard let k = all.firstIndex(of: slot) else { return nil }
                offset = offset * tensor.shape[axis] + indices[k]
            }
            for e in 0..<inner {
                let at = offset * ownCount + (ownCount == 1 ? 0 : e)
                guard at < elements.count else { return nil }
                out.append(elements[at])
            }
        }
        return Tensor.of(shape: shape, out)
    }

    static func compare(_ a: SideValue, _ b: SideValue) -> Comparison {
        if a.hasReversedRange || b.hasReversedRange { return .discarded }
        guard let (x, y) = aligned(a, b) else { return .unclear }
        return Comparison.of(x, y, magnitude: max(a.magnitude, b.magnitude))
    }
}
