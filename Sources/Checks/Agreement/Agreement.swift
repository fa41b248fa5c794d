import Source
import Tensors

/// One comparison of two values, by the design's rule.
///
/// With m the largest magnitude of any intermediate value: agree when |a − b| ≤ 1e-9·m, differ when |a − b| > 1e-6·m;
/// in between proves nothing. NaN or infinity on either side discards the sample.
enum Comparison: Sendable, Equatable {
    case agree(error: Double)
    case differ(error: Double)
    case unclear
    case discarded

    static let agreement = 1e-9
    static let difference = 1e-6

    /// `a` and `b` have equal shapes, or the comparison is unclear.
    static func of(_ a: Tensor, _ b: Tensor, magnitude: Double) -> Comparison {
        guard a.elements.count == b.elements.count else { return .unclear }
        var largest = 0.0
        var scale = magnitude.isFinite ? abs(magnitude) : 0
        for (x, y) in zip(a.elements, b.elements) {
            guard x.isFinite, y.isFinite else { return .discarded }
            largest = max(largest, abs(x - y))
            scale = max(scale, max(abs(x), abs(y)))
        }
        guard largest > 0 else { return .agree(error: 0) }
        let error = largest / scale
        if error <= agreement { return .agree(error: error) }
        return error > difference ? .differ(error: error) : .unclear
    }
}

/// What many comparisons say together.
struct Tally: Sendable {
    private(set) var agreeing = 0
    private(set) var differing = 0
    private(set) var unclear = 0
    private(set) var discarded = 0
    private(set) var maxError = 0.0
    /// Sizes of dimensions on which something agreed, as sets of their own.
    private(set) var dimensionSets: Set<Int> = []

    static let leastRemaining = 5
    static let leastVerified = 16
    static let leastDiffering = 3

    mutating func add(_ comparison: Comparison, dimensionSet: Int) {
        switch comparison {
        case .agree(let error):
            agreeing += 1
            maxError = max(maxError, error)
            dimensionSets.insert(dimensionSet)
        case .differ: differing += 1
        case .unclear: unclear += 1
        case .discarded: discarded += 1
        }
    }

    var remaining: Int { agreeing + differing + unclear }

    enum Verdict: Sendable, Equatable { case verified, differs, unclear }

    /// - Parameter sets: how many sets of dimensions the samples had: 1 for what has no dimension to vary.
    func verdict(sets: Int) -> Verdict {
        guard remaining >= Self.leastRemaining else { return .unclear }
        if differing >= Self.leastDiffering { return .differs }
        if differing == 0, unclear == 0, agreeing >= Self.leastVerified, dimensionSets.count >= min(2, sets) {
            return .verified
        }
        return .unclear
    }
}
