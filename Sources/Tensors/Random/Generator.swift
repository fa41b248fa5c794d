/// A seeded source of random numbers: the same seed gives the same numbers on every machine.
///
/// xoshiro256** (Blackman and Vigna, 2018), its state filled by SplitMix64 from the seed. Normal numbers use the polar
/// method with a logarithm of our own in plain arithmetic, so that no system library takes part.
public struct Generator: Sendable, RandomNumberGenerator {
    private var state: (UInt64, UInt64, UInt64, UInt64)
    private var spare: Double?

    public init(seed: UInt64) {
        var mixer = SplitMix64(state: seed)
        state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
    }

    /// 64 random bits.
    public mutating func next() -> UInt64 {
        let result = (state.1 &* 5).rotated(left: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = state.3.rotated(left: 45)
        return result
    }

    /// A generator whose numbers are independent of those that follow here.
    public mutating func split() -> Generator { Generator(seed: next() ^ 0x9E37_79B9_7F4A_7C15) }

    /// Uniform on [0, 1): a multiple of 2^−53.
    public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    public mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * uniform() }

    /// Uniform on 0 ..< `bound`, without bias; 0 for a bound below 1.
    ///
    /// Source: Lemire (2019), "Fast random integer generation in an interval".
    public mutating func integer(below bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        let range = UInt64(bound)
        var product = next().multipliedFullWidth(by: range)
        if product.low < range {
            let threshold = (0 &- range) % range
            while product.low < threshold { product = next().multipliedFullWidth(by: range) }
        }
        return Int(product.high)
    }

    /// Uniform on `low` … `high`, both included.
    public mutating func integer(_ low: Int, _ high: Int) -> Int {
        let (width, overflow) = high.subtractingReportingOverflow(low)
        guard !overflow, width > 0, width < .max else { return low }
        return low + integer(below: width + 1)
    }

    /// Standard normal. Source: Marsaglia and Bray (1964), the polar method.
    public mutating func normal() -> Double {
        if let value = spare {
            spare = nil
            return value
        }
        while true {
            let u = 2 * uniform() - 1, v = 2 * uniform() - 1
            let s = u * u + v * v
            if s >= 1 || s == 0 { continue }
            let scale = (-2 * portableLog(s) / s).squareRoot()
            spare = v * scale
            return u * scale
        }
    }

    /// Exponential with mean 1.
    public mutating func exponential() -> Double { -portableLog(1 - uniform()) }

    public mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<max(count, 0))
        for i in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(i, integer(below: i + 1)) }
        return order
    }

    /// An index drawn with probability proportional to its weight; 0 where no weight is positive.
    public mutating func index(weights: [Double]) -> Int {
        let total = weights.reduce(0.0) { $0 + max($1, 0) }
        var left = uniform() * total
        var last = 0
        for (i, weight) in weights.enumerated() where weight > 0 {
            last = i
            if left < weight { return i }
            left -= weight
        }
        return last
    }
}

// Tensors of random numbers
extension Generator {
    public mutating func uniform(
        shape: [Int], low: Double = 0, high: Double = 1
    ) throws(TensorError) -> Tensor {
        let count = try Shape.count(shape)
        var elements: [Double] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(uniform(low, high)) }
        return Tensor(shape: shape, unchecked: elements)
    }

    public mutating func normal(
        shape: [Int], mean: Double = 0, deviation: Double = 1
    ) throws(TensorError) -> Tensor {
        let count = try Shape.count(shape)
        var elements: [Double] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(mean + deviation * normal()) }
        return Tensor(shape: shape, unchecked: elements)
    }

    /// Integers from `low` up to but without `high`.
    ///
    /// Errors: `invalidArgument` unless low < high.
    public mutating func integers(shape: [Int], low: Int = 0, high: Int) throws(TensorError) -> Tensor {
        let (width, overflow) = high.subtractingReportingOverflow(low)
        guard low < high, !overflow else { throw .invalidArgument("empty range", operation: "random integers") }
        let count = try Shape.count(shape)
        var elements: [Double] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(Double(low + integer(below: width))) }
        return Tensor(shape: shape, unchecked: elements, kind: .integer)
    }

    /// Zeros and ones.
    public mutating func bernoulli(shape: [Int], probability: Double) throws(TensorError) -> Tensor {
        try uniform(shape: shape).map { $0 < probability ? 1 : 0 }
    }

    /// Distributions along the last axis: uniform on the simplex.
    ///
    /// Errors: `unexpectedShape` for rank 0.
    public mutating func distributions(shape: [Int]) throws(TensorError) -> Tensor {
        guard let size = shape.last else {
            throw .unexpectedShape(shape, expected: "at least one axis", operation: "random distribution")
        }
        let count = try Shape.count(shape)
        var elements: [Double] = []
        elements.reserveCapacity(count)
        while elements.count < count {
            let weights = (0..<size).map { _ in exponential() + 1e-3 }
            let total = weights.reduce(0, +)
            elements += weights.map { $0 / total }
        }
        return Tensor(shape: shape, unchecked: elements)
    }

    /// `size` indices below `count`, drawn with or without replacement.
    ///
    /// Errors: `invalidArgument` for more than there are without replacement.
    public mutating func choice(
        _ count: Int, size: Int, replacing: Bool = true
    ) throws(TensorError) -> Tensor {
        _ = try Shape.count([count])
        _ = try Shape.count([size])
        guard size == 0 || count > 0, replacing || size <= count else {
            throw .invalidArgument("\(size) of \(count)", operation: "choice")
        }
        if replacing { return Tensor(integers: (0..<size).map { _ in integer(below: count) }) }
        return Tensor(integers: Array(permutation(count).prefix(size)))
    }
}

private struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension UInt64 {
    fileprivate func rotated(left count: UInt64) -> UInt64 { self << count | self >> (64 - count) }
}

/// log x for positive, finite x by additions, multiplications and divisions alone, which IEEE 754 fixes: with
/// x = 2^k m, m in [√½, √2], and s = (m − 1)/(m + 1), log m = 2 (s + s³/3 + s⁵/5 + …).
///
/// Accuracy: about 2e-16 relative.
func portableLog(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 1.414_213_562_373_095_1 {
        m /= 2
        exponent += 1
    }
    let s = (m - 1) / (m + 1)
    let square = s * s
    var series = 0.0
    for k in stride(from: 23, through: 1, by: -2) { series = series * square + 1 / Double(k) }
    return exponent * 0.693_147_180_559_945_309_42 + 2 * s * series
}
