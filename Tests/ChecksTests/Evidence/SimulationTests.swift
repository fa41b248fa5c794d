import Formulas
import Source
import Tensors
import TestSupport
import Testing

@testable import Checks

/// Claims about random variables under the laws that the note gives them.
@Suite struct SimulationTests {
    private func last(_ text: String) -> String? {
        let statement = NoteRun.record(text).formulas.flatMap(\.statements).last { $0.outcome != .notation }
        return statement.map { "\($0.outcome) " + $0.evidence.filter { $0.by == .simulation }.map(\.name).joined(separator: ", ") }
    }

    @Test(arguments: [
        // Every outcome is listed.
        (#"若 $X \sim \mathrm{Bernoulli}(p)$，则 $\mathbb{E}[X] = p$。"#, "verified all outcomes"),
        (#"If $X \sim \operatorname{Bin}(n, p)$ then $\operatorname{Var}(X) = n p (1 - p)$."#, "verified all outcomes"),
        (#"若 $X \sim \operatorname{Poisson}(\lambda)$，则 $\mathrm{Var}(X) = \lambda$。"#, "verified all outcomes"),
        (#"Let $X \sim \mathrm{Geom}(p)$. Then $\mathbb{E}[X] = \frac{1 - p}{p}$."#, "verified all outcomes"),
        (#"Let $m \sim \mathrm{Bernoulli}(1-p)$ and $\tilde{h} = \frac{m h}{1-p}$. Then $\operatorname{Var}(\tilde h) = \frac{p}{1-p} h^2$."#, "verified all outcomes"),
        (#"设 $X \sim B(n, p)$，则 $D(X) = n p (1 - p)$。"#, "verified all outcomes"),
        // Many are drawn.
        (#"设 $X \sim \mathcal{N}(\mu, \sigma^2)$，则 $\mathrm{Var}(X) = \sigma^2$。"#, "verified Monte Carlo"),
        (#"Let $X \sim N(\mu, \sigma)$. Then $\mathrm{Var}(X) = \sigma^2$."#, "verified Monte Carlo"),
        (#"$\mathbb{E}_{x \sim \mathcal{N}(\mu, \sigma^2)}[x^2] = \mu^2 + \sigma^2$"#, "verified Monte Carlo"),
        (#"If $U \sim U(a, b)$, then $\operatorname{Var}(U) = \frac{(b-a)^2}{12}$."#, "verified Monte Carlo"),
        (#"If $X \sim \mathrm{Exp}(\lambda)$, then $P(X > t) = e^{-\lambda t}$."#, "verified Monte Carlo"),
        (#"With $z = \mu + \sigma \epsilon$, $\epsilon \sim \mathcal{N}(0, 1)$, we get $\mathrm{Var}[z] = \sigma^2$."#, "verified Monte Carlo"),
        (#"If $Z \sim N(0,1)$ then $P(|Z| \le 1.96) \approx 0.95$."#, "verified Monte Carlo"),
        // Laws in words.
        (
            #"设 $X_1, \dots, X_n$ 独立同分布，期望为 $\mu$，方差为 $\sigma^2$，$\bar X = \frac{1}{n}\sum_{i=1}^n X_i$。"# + "\n\n"
                + #"$$\operatorname{Var}(\bar{X}) = \frac{1}{n^2} \sum_{i=1}^n \operatorname{Var}(X_i) = \frac{\sigma^2}{n}$$"#,
            "verified all outcomes, all outcomes"
        ),
        (
            #"Assume the components of $q, k \in \mathbb{R}^{d}$ are independent with mean 0 and variance 1. Then"# + "\n\n"
                + #"$$\operatorname{Var}(q^\top k) = d.$$"#, "verified all outcomes"
        ),
        (#"Let $X_i$ be i.i.d. with mean $\mu$ and variance $\sigma^2$. Then $\mathbb{E}[\bar X] = \mu$."#, "verified all outcomes"),
    ])
    func whatHoldsIsVerified(text: String, expected: String) {
        #expect(last(text) == expected)
        #expect(NoteRun.findings(text) == [])
    }

    @Test(arguments: [
        #"设 $X \sim \mathcal{N}(\mu, \sigma^2)$，则 $\mathrm{Var}(X) = 2\sigma^2$。"#,
        #"Let $X \sim \mathcal{N}(\mu, \sigma^2)$. Then $\operatorname{Var}(X) = \sigma$."#,
        #"若 $X \sim \mathrm{Bernoulli}(p)$，则 $\mathrm{Var}(X) = p(1+p)$。"#,
        #"If $U \sim U(0, 1)$, then $\operatorname{Var}(U) = \frac{1}{6}$."#,
        #"If $X \sim \operatorname{Poisson}(\lambda)$, then $\operatorname{Var}(X) = \lambda^2$."#,
        #"We know that $\operatorname{Var}(aX + b) = a \operatorname{Var}(X)$."#,
    ])
    func whatDoesNotHoldIsRefuted(text: String) {
        #expect(NoteRun.findings(text).map { $0.prefix(3) } == ["V00"])
    }

    /// Nothing is said where a convention, another variable or another law may be meant.
    @Test(arguments: [
        #"If $X \sim \mathrm{Exp}(\beta)$, then $\mathbb{E}[X] = \beta$."#,
        #"Let $X \sim \mathrm{Geom}(p)$. Then $\mathbb{E}[X] = 1/p$."#,
        #"Let $X \sim \mathrm{Geom}(p)$. Then $\mathbb{E}[X] = 1/p$."# + "\n\n" + #"For a fair die $\mathbb{E}[X] = 3.5$."#,
        #"Let $X \sim \mathcal{N}(\mu, \sigma^2)$ and $Y \sim \mathcal{N}(\mu, \sigma^2)$. Then $\operatorname{Var}(X + Y) = 2 \sigma^2$."#,
        #"Let $X \sim \mathcal{N}(0, 1)$. Set $m = \mathbb{E}[X]$. Suppose we want $\mathbb{E}[X] = \mu$."#,
        #"It is wrong that $\mathrm{Var}(X) = \sigma$ for $X \sim \mathcal{N}(\mu, \sigma^2)$."#,
        // The mean of a sample is not independent of it, whatever law it is said to have.
        #"设 $X_1, \dots, X_n$ 独立，$X \sim N(\mu, \sigma^2)$，则 $\bar X \sim N(\mu, \sigma^2 / n)$，$\mathbb{E}[(X_i - \bar X)^2] = \frac{n-1}{n}\sigma^2$。"#,
        #"Let $X \sim p$. Then $\mathbb{E}[X] = \mu$."#,
    ])
    func whatMayBeMeantOtherwiseIsLeft(text: String) {
        #expect(NoteRun.findings(text) == [])
    }

    struct Reference: Sendable, CustomTestStringConvertible {
        let family: Law.Family
        let convention: LawSampler.Convention
        let parameters: [Double]
        let mean, variance, skewness, at, below: Double
        var testDescription: String { "\(family) \(convention)" }
    }

    struct Unusable: Error {}

    static let references: [Reference] = {
        do {
            let rows = try Fixtures.reference("laws/laws.json").elements ?? []
            return try rows.map { item in
                func family(_ name: String?) throws(Unusable) -> Law.Family {
                    guard let found = name.flatMap({ Law.Family(rawValue: $0) }) else { throw Unusable() }
                    return found
                }
                func number(_ key: String) throws(Unusable) -> Double {
                    guard let found = item[key]?.double else { throw Unusable() }
                    return found
                }
                return Reference(
                    family: try family(item["family"]?.string),
                    convention: item["convention"]?.string == "other" ? .other : .standard,
                    parameters: (item["parameters"]?.elements ?? []).compactMap(\.double),
                    mean: try number("mean"), variance: try number("variance"), skewness: try number("skewness"), at: try number("at"),
                    below: try number("below"))
            }
        } catch { preconditionFailure("\(error)") }
    }()

    /// Against SciPy (Tests/Reference/laws): mean, variance, skewness and one value of the distribution function.
    @Test(arguments: references)
    func lawsAreThoseOfSciPy(reference: Reference) throws {
        var law = Law(reference.family, [])
        law.mayBeDeviation = true
        let sampler = try #require(LawSampler(law, reference.parameters, convention: reference.convention))
        var values: [(value: Double, chance: Double)]
        var tolerance = 1e-9
        if let support = sampler.support {
            values = support
        } else {
            var generator = Generator(seed: 7)
            let count = 60_000
            values = sampler.draws(count, &generator).map { ($0, 1 / Double(count)) }
            tolerance = 0.03
        }
        let total = values.reduce(0) { $0 + $1.chance }
        let mean = values.reduce(0) { $0 + $1.chance * $1.value }
        let variance = values.reduce(0) { $0 + $1.chance * ($1.value - mean) * ($1.value - mean) }
        let third = values.reduce(0) { $0 + $1.chance * ($1.value - mean) * ($1.value - mean) * ($1.value - mean) }
        #expect(abs(total - 1) < 1e-9)
        #expect(abs(mean - reference.mean) < tolerance * max(1, abs(reference.mean)))
        #expect(abs(variance - reference.variance) < tolerance * reference.variance)
        #expect(abs(third / (variance * variance.squareRoot()) - reference.skewness) < max(1e-7, 6 * tolerance))
        #expect(abs(values.reduce(0) { $0 + ($1.value <= reference.at ? $1.chance : 0) } - reference.below) < tolerance)
    }

    /// Parameters that suit no variable give no law.
    @Test(arguments: [
        (Law.Family.normal, [0.0, -1.0]), (.bernoulli, [1.5]), (.binomial, [2.5, 0.5]), (.uniform, [2.0, 1.0]), (.poisson, [1e9]), (.gamma, [.nan, 1.0]),
        (.beta, [1.0]), (.geometric, [0.0]), (.exponential, [-2.0]),
    ])
    func unsuitableParametersGiveNone(family: Law.Family, parameters: [Double]) {
        #expect(LawSampler(Law(family, []), parameters) == nil)
    }
}
