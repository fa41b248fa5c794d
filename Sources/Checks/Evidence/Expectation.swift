import Tensors

/// An author's `expect` against a value.
enum Expectation {
    enum Verdict: Equatable {
        case met(error: Double)
        case missed
        case unclear
    }

    /// Within the tolerance; without one as printed, whole numbers exactly.
    static func judge(_ value: Tensor, _ expected: Tensor, tolerance: Double?, decimals: Int?) -> Verdict {
        guard value.shape.filter({ $0 != 1 }) == expected.shape.filter({ $0 != 1 }) else { return .missed }
        var largest = 0.0
        var isUnclear = false
        for (a, b) in zip(value.elements, expected.elements) {
            if a == b { continue }
            guard a.isFinite, b.isFinite else { return .missed }
            let error = abs(a - b)
            largest = max(largest, error)
            if let tolerance {
                if error > tolerance * (1 + 1e-12) { return .missed }
            } else if let decimals, decimals > 0 {
                switch PrintedDecimals.compare(a, printed: b, decimals: decimals) {
                case .same: break
                case .unclear: isUnclear = true
                case .different: return .missed
                }
            } else if error > 1e-9 * max(abs(a), abs(b)) {
                return .missed
            }
        }
        return isUnclear ? .unclear : .met(error: largest)
    }
}
