import Formulas
import Glibc
import Tensors

/// Draws from one law with its parameters given, or lists all outcomes with their chances where they are few.
struct LawSampler {
    /// Conventions under which authors write a law's parameters.
    enum Convention: CaseIterable {
        case standard
        /// 𝒩(μ, σ): the second is the deviation. Exp(β): the mean. Gamma(α, β): the rate. Geom(p): failures before the
        /// first success. U{a, …, b}: whole numbers.
        case other

        /// In words, for evidence.
        func words(_ family: Law.Family) -> String? {
            guard self == .other else { return nil }
            return switch family {
            case .normal: "the second parameter is the standard deviation"
            case .exponential: "the parameter is the mean"
            case .gamma: "the second parameter is the rate"
            case .geometric: "failures before the first success"
            case .uniform: "whole numbers"
            default: nil
            }
        }
    }

    let family: Law.Family
    let parameters: [Double]
    let convention: Convention

    /// `nil` where the parameters suit no variable of the family.
    init?(_ law: Law, _ parameters: [Double], convention: Convention = .standard, skew: Double = 0.3) {
        guard parameters.count == law.family.arity, parameters.allSatisfy({ $0.isFinite && $0.magnitude < 1e4 }) else { return nil }
        family = law.family
        var values = parameters
        switch law.family {
        case .normal, .moments:
            guard values[1] > 0 else { return nil }
            if law.family == .normal, convention == .other {
                guard law.mayBeDeviation else { return nil }
                values[1] *= values[1]
            }
            if law.family == .moments { values.append(min(max(skew, 0.05), 0.95)) }
        case .uniform:
            guard values[0] < values[1] else { return nil }
            if convention == .other { guard values.allSatisfy({ $0 == $0.rounded() }), values[1] - values[0] < 60 else { return nil } }
        case .bernoulli: guard values[0] > 0, values[0] < 1 else { return nil }
        case .binomial: guard values[0] >= 1, values[0] <= 60, values[0] == values[0].rounded(), values[1] > 0, values[1] < 1 else { return nil }
        case .poisson: guard values[0] > 0, values[0] < 30 else { return nil }
        case .exponential:
            guard values[0] > 0 else { return nil }
            if convention == .other { values[0] = 1 / values[0] }
        case .geometric: guard values[0] > 0.02, values[0] < 1 else { return nil }
        case .beta: guard values[0] > 0, values[1] > 0 else { return nil }
        case .gamma:
            guard values[0] > 0, values[1] > 0 else { return nil }
            if convention == .other { values[1] = 1 / values[1] }
        case .chiSquared: guard values[0] >= 1, values[0] <= 200, values[0] == values[0].rounded() else { return nil }
        case .laplace: guard values[1] > 0 else { return nil }
        case .signs: break
        }
        if convention == .other, [.bernoulli, .binomial, .poisson, .beta, .chiSquared, .laplace, .signs, .moments].contains(law.family) { return nil }
        self.parameters = values
        self.convention = convention
    }

    // MARK: - Enumeration

    /// Every value with its chance, up to 1e-15 of it; `nil` for laws of real numbers.
    var support: [(value: Double, chance: Double)]? {
        switch family {
        case .bernoulli: return [(0, 1 - parameters[0]), (1, parameters[0])]
        case .signs: return [(-1, 0.5), (1, 0.5)]
        case .moments:
            // Two values, skewed: of all laws with this mean and variance one of the simplest that is not symmetric.
            let (p, deviation) = (parameters[2], parameters[1].squareRoot())
            return [(parameters[0] - deviation * (p / (1 - p)).squareRoot(), 1 - p), (parameters[0] + deviation * ((1 - p) / p).squareRoot(), p)]
        case .uniform where convention == .other:
            let (a, b) = (parameters[0], parameters[1])
            return stride(from: a, through: b, by: 1).map { ($0, 1 / (b - a + 1)) }
        case .binomial:
            let (n, p) = (parameters[0], parameters[1])
            return stride(from: 0, through: n, by: 1).map { k in
                (k, exp(lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * log(p) + (n - k) * log(1 - p)))
            }
        case .poisson:
            let mean = parameters[0]
            return listed(from: 0) { k in exp(k * log(mean) - mean - lgamma(k + 1)) }
        case .geometric:
            let p = parameters[0]
            let first: Double = convention == .other ? 0 : 1
            return listed(from: first) { k in p * pow(1 - p, k - first) }
        case .normal, .uniform, .exponential, .beta, .gamma, .chiSquared, .laplace: return nil
        }
    }

    private func listed(from first: Double, _ chance: (Double) -> Double) -> [(value: Double, chance: Double)] {
        var found: [(value: Double, chance: Double)] = []
        var rest = 1.0
        var k = first
        while rest > 1e-15, found.count < 2_000 {
            let c = chance(k)
            found.append((k, c))
            rest -= c
            if c < 1e-17, found.count > 60 { break }
            k += 1
        }
        return found
    }

    // MARK: - Draws

    /// The value below which a variable stays with chance `u`; `nil` where it has no closed form.
    private func quantile(_ u: Double) -> Double? {
        switch family {
        case .normal: parameters[0] + parameters[1].squareRoot() * Law.normalQuantile(u)
        case .uniform where convention == .standard: parameters[0] + (parameters[1] - parameters[0]) * u
        case .exponential: -log1p(-u) / parameters[0]
        case .laplace: u < 0.5 ? parameters[0] + parameters[1] * log(2 * u) : parameters[0] - parameters[1] * log(2 * (1 - u))
        default: nil
        }
    }

    /// `count` draws, one in each of as many equal parts of the chances where the law has quantiles, in random order.
    func draws(_ count: Int, _ generator: inout Generator) -> [Double] {
        var found: [Double] = []
        found.reserveCapacity(count)
        if let support {
            var sums: [Double] = []
            var sum = 0.0
            for (_, chance) in support {
                sum += chance
                sums.append(sum)
            }
            for k in 0..<count {
                let u = (Double(k) + generator.uniform()) / Double(max(count, 1)) * sum
                var (low, high) = (0, sums.count - 1)
                while low < high {
                    let middle = (low + high) / 2
                    if sums[middle] < u { low = middle + 1 } else { high = middle }
                }
                found.append(support[low].value)
            }
        } else if quantile(0.5) != nil {
            for k in 0..<count {
                let u = min(max((Double(k) + generator.uniform()) / Double(count), 1e-12), 1 - 1e-12)
                found.append(quantile(u) ?? 0)
            }
        } else {
            for _ in 0..<count { found.append(draw(&generator)) }
        }
        // Fisher and Yates.
        for k in stride(from: found.count - 1, to: 0, by: -1) { found.swapAt(k, generator.integer(below: k + 1)) }
        return found
    }

    private func draw(_ generator: inout Generator) -> Double {
        switch family {
        case .gamma: return parameters[1] * Self.gamma(parameters[0], &generator)
        case .chiSquared: return 2 * Self.gamma(parameters[0] / 2, &generator)
        case .beta:
            let (a, b) = (Self.gamma(parameters[0], &generator), Self.gamma(parameters[1], &generator))
            return a / (a + b)
        default: return .nan
        }
    }

    /// A gamma variable of scale 1. Source: Marsaglia and Tsang (2000).
    private static func gamma(_ shape: Double, _ generator: inout Generator) -> Double {
        if shape < 1 { return gamma(shape + 1, &generator) * pow(max(generator.uniform(), 1e-300), 1 / shape) }
        let d = shape - 1 / 3
        let c = 1 / (9 * d).squareRoot()
        for _ in 0..<1_000 {
            let x = generator.normal()
            let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
            if v > 0, log(max(generator.uniform(), 1e-300)) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
        }
        return d
    }
}
