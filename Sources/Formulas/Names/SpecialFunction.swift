import Glibc
import Source
import Tensors

/// Functions of one or two numbers that have a letter or a name of their own: Γ(x), B(a, b), Φ(x), ψ(x), ζ(s).
struct SpecialFunction: KnownFunction {
    enum Kind: String, Sendable {
        case gamma, logGamma, digamma, beta, zeta, erfc, normalDistribution, normalDensity, probit, logit, atan2, doubleFactorial
    }

    let kind: Kind
    let standing: FunctionStanding

    var name: String { kind.rawValue }
    var arity: Int { kind == .beta || kind == .atan2 ? 2 : 1 }

    var signature: Signature {
        Signature((0..<arity).map { Signature.Parameter("x\($0 + 1)", .elementwise) }, result: .elementwise)
    }

    /// By a word: erfc, digamma, logit … `nil` for others.
    static func named(_ word: String) -> SpecialFunction? {
        switch NameFolding.fold(word) {
        case "erfc": SpecialFunction(kind: .erfc, standing: .known)
        case "digamma": SpecialFunction(kind: .digamma, standing: .known)
        case "lgamma", "gammaln", "loggamma": SpecialFunction(kind: .logGamma, standing: .known)
        case "logit": SpecialFunction(kind: .logit, standing: .known)
        case "atan2", "arctan2": SpecialFunction(kind: .atan2, standing: .known)
        case "beta": SpecialFunction(kind: .beta, standing: .conventional)
        default: nil
        }
    }

    /// Equations: B(a, b) = Γ(a) Γ(b) / Γ(a + b); Φ(x) = erfc(-x/√2) / 2; φ(x) = e^{-x²/2} / √(2π).
    func apply(_ arguments: [Tensor]) throws(TensorError) -> Tensor {
        guard arguments.count == arity else { throw .invalidArgument("\(name) of \(arguments.count) arguments", operation: name) }
        let x = arguments[0]
        switch kind {
        case .gamma: return x.applying(.gamma)
        case .logGamma: return x.applying(.logGamma)
        case .digamma: return x.applying(.digamma)
        case .beta:
            let y = arguments[1]
            return try (x.applying(.logGamma) + y.applying(.logGamma) - (x + y).applying(.logGamma)).applying(.exp)
        case .zeta: return x.map { Self.zeta($0) }
        case .erfc: return x.applying(.erfc)
        case .normalDistribution: return try (x * Tensor(-0.5.squareRoot())).applying(.erfc) * Tensor(0.5)
        case .normalDensity: return try (x.applying(.square) * Tensor(-0.5)).applying(.exp) * Tensor(1 / (2 * Double.pi).squareRoot())
        case .probit: return x.map { Self.probit($0) }
        case .logit: return try (x / (Tensor(1.0) - x)).applying(.log)
        case .atan2: return try .apply(.atan2, x, arguments[1])
        case .doubleFactorial: return x.map { Self.doubleFactorial($0) }
        }
    }

    func swiftCall(_ arguments: [String]) -> String? {
        guard arguments.count == arity, let x = arguments.first else { return nil }
        switch kind {
        case .gamma, .logGamma, .digamma, .erfc: return "\(x).applying(.\(kind.rawValue))"
        case .beta:
            let y = arguments[1]
            return "(\(x).applying(.logGamma) + \(y).applying(.logGamma) - (\(x) + \(y)).applying(.logGamma)).exp()"
        case .normalDistribution: return "(\(x) * Tensor(-0.5.squareRoot())).applying(.erfc) * 0.5"
        case .normalDensity: return "(-\(x).square() * 0.5).exp() * Tensor(1 / (2 * Double.pi).squareRoot())"
        case .logit: return "(\(x) / (1 - \(x))).log()"
        case .atan2: return "Tensor.atan2(\(x), \(arguments[1]))"
        case .zeta, .probit, .doubleFactorial: return nil
        }
    }

    /// n (n − 2) (n − 4) … down to 1 or 2; 1 for 0 and −1, NaN for what is no whole number from −1 on.
    static func doubleFactorial(_ n: Double) -> Double {
        guard n >= -1, n == n.rounded() else { return .nan }
        guard n < 400 else { return .infinity }
        var product = 1.0
        var k = n
        while k > 1 {
            product *= k
            k -= 2
        }
        return product
    }

    /// Riemann's ζ for real s > 1, NaN elsewhere.
    ///
    /// Accuracy: relative error below 1e-14. Source: Euler–Maclaurin summation, Abramowitz and Stegun (1964), 23.2.
    static func zeta(_ s: Double) -> Double {
        guard s > 1 else { return .nan }
        if s > 60 { return 1 }
        let n = 16.0
        var sum = 0.0
        for k in stride(from: n - 1, through: 1, by: -1) { sum += pow(k, -s) }
        sum += pow(n, 1 - s) / (s - 1) + 0.5 * pow(n, -s)
        // B_{2k} / (2k)!
        let bernoulli: [Double] = [1.0 / 12, -1.0 / 720, 1.0 / 30_240, -1.0 / 1_209_600, 1.0 / 47_900_160, -691.0 / 1_307_674_368_000]
        var rising = s
        for (k, coefficient) in bernoulli.enumerated() {
            let j = Double(2 * k)
            sum += coefficient * rising * pow(n, -s - j - 1)
            rising *= (s + j + 1) * (s + j + 2)
        }
        return sum
    }

    /// Φ^{-1}, by Newton's method (Halley's step) from a rational guess; NaN outside of 0…1.
    static func probit(_ p: Double) -> Double {
        guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
        let tail = min(p, 1 - p)
        let t = (-2 * log(tail)).squareRoot()
        var x = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))))
        for _ in 0..<4 {
            let error = 0.5 * Glibc.erfc(-x / 2.0.squareRoot()) - tail
            let step = error * (2 * Double.pi).squareRoot() * exp(x * x / 2)
            x -= step / (1 + x * step / 2)
        }
        return p <= 0.5 ? x : -x
    }
}
