import Glibc

/// A function of one number that applies to each element.
///
/// Accuracy: that of the system's libm (below 1 ulp for the elementary functions), except where a case says otherwise.
public enum UnaryFunction: String, Sendable, CaseIterable {
    case negate, abs, sign, square, reciprocal
    case exp, exp2, expm1, log, log2, log10, log1p, sqrt, cbrt
    case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh
    case floor, ceil, round, truncate
    case erf, erfc, logGamma, gamma, digamma
    /// 1 / (1 + e^−x) without overflow: for x < 0 it is e^x / (1 + e^x).
    case sigmoid
    /// log(1 + e^x) without overflow: max(x, 0) + log1p(e^−|x|).
    case softplus
    case logicalNot, isNaN, isInfinite, isFinite

    package var scalarFunction: (Double) -> Double {
        switch self {
        case .negate: { -$0 }
        case .abs: { $0.magnitude }
        case .sign: { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }
        case .square: { $0 * $0 }
        case .reciprocal: { 1 / $0 }
        case .exp: { Glibc.exp($0) }
        case .exp2: { Glibc.exp2($0) }
        case .expm1: { Glibc.expm1($0) }
        case .log: { Glibc.log($0) }
        case .log2: { Glibc.log2($0) }
        case .log10: { Glibc.log10($0) }
        case .log1p: { Glibc.log1p($0) }
        case .sqrt: { $0.squareRoot() }
        case .cbrt: { Glibc.cbrt($0) }
        case .sin: { Glibc.sin($0) }
        case .cos: { Glibc.cos($0) }
        case .tan: { Glibc.tan($0) }
        case .asin: { Glibc.asin($0) }
        case .acos: { Glibc.acos($0) }
        case .atan: { Glibc.atan($0) }
        case .sinh: { Glibc.sinh($0) }
        case .cosh: { Glibc.cosh($0) }
        case .tanh: { Glibc.tanh($0) }
        case .asinh: { Glibc.asinh($0) }
        case .acosh: { Glibc.acosh($0) }
        case .atanh: { Glibc.atanh($0) }
        case .floor: { $0.rounded(.down) }
        case .ceil: { $0.rounded(.up) }
        case .round: { $0.rounded(.toNearestOrEven) }
        case .truncate: { $0.rounded(.towardZero) }
        case .erf: { Glibc.erf($0) }
        case .erfc: { Glibc.erfc($0) }
        case .logGamma: { $0 == -.infinity ? .infinity : Glibc.lgamma($0) }
        case .gamma: { Glibc.tgamma($0) }
        case .digamma: Tensors.digamma
        case .sigmoid: Tensors.sigmoid
        case .softplus: { max($0, 0) + Glibc.log1p(Glibc.exp(-$0.magnitude)) }
        case .logicalNot: { $0 == 0 ? 1 : 0 }
        case .isNaN: { $0.isNaN ? 1 : 0 }
        case .isInfinite: { $0.isInfinite ? 1 : 0 }
        case .isFinite: { $0.isFinite ? 1 : 0 }
        }
    }

    package func resultKind(_ kind: ElementKind) -> ElementKind {
        switch self {
        case .negate, .abs, .sign, .square: kind.arithmetic(with: kind)
        case .floor, .ceil, .round, .truncate: kind
        case .logicalNot, .isNaN, .isInfinite, .isFinite: .boolean
        default: .float
        }
    }
}

private func sigmoid(_ x: Double) -> Double {
    if x >= 0 { return 1 / (1 + exp(-x)) }
    let e = exp(x)
    return e / (1 + e)
}

/// ψ(x), by recurrence up to x ≥ 10 and the asymptotic series; reflection for x < 0.
///
/// Accuracy: relative error below 1e-13 away from its zeros. Source: Abramowitz and Stegun (1964), 6.3.5, 6.3.7, 6.3.18.
private func digamma(_ x: Double) -> Double {
    if x.isNaN || x == -.infinity { return .nan }
    if x == .infinity { return .infinity }
    if x <= 0 {
        if x == x.rounded(.down) { return .nan }
        return digamma(1 - x) - Double.pi / tan(Double.pi * x)
    }
    var x = x
    var result = 0.0
    while x < 10 {
        result -= 1 / x
        x += 1
    }
    let r = 1 / (x * x)
    let series: Double = r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r * (1.0 / 132 - r * (691.0 / 32760 - r / 12))))))
    return result + log(x) - 0.5 / x - series
}
