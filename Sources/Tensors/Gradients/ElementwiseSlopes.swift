private let twoOverRootPi = 1.128_379_167_095_512_573_9
private let naturalLogOf2 = 0.693_147_180_559_945_309_42
private let naturalLogOf10 = 2.302_585_092_994_045_684_02

extension UnaryFunction {
    /// f′(x) given x and y = f(x); nil where it is 0 everywhere.
    func slope(_ x: Tensor, _ y: Tensor) throws(TensorError) -> Tensor? {
        switch self {
        case .negate: return -1.0
        case .abs: return x.sign()
        case .square: return try 2.0 * x
        case .reciprocal: return -y.square()
        case .exp: return y
        case .exp2: return try y * Tensor(naturalLogOf2)
        case .expm1: return try y + 1.0
        case .log: return x.reciprocal()
        case .log2: return try (x * Tensor(naturalLogOf2)).reciprocal()
        case .log10: return try (x * Tensor(naturalLogOf10)).reciprocal()
        case .log1p: return try (x + 1.0).reciprocal()
        case .sqrt: return try 0.5 / y
        case .cbrt: return try (3.0 * y.square()).reciprocal()
        case .sin: return x.cos()
        case .cos: return -x.sin()
        case .tan: return try 1.0 + y.square()
        case .asin: return try (1.0 - x.square()).sqrt().reciprocal()
        case .acos: return try -(1.0 - x.square()).sqrt().reciprocal()
        case .atan: return try (1.0 + x.square()).reciprocal()
        case .sinh: return x.cosh()
        case .cosh: return x.sinh()
        case .tanh: return try 1.0 - y.square()
        case .asinh: return try (1.0 + x.square()).sqrt().reciprocal()
        case .acosh: return try ((x - 1.0) * (x + 1.0)).sqrt().reciprocal()
        case .atanh: return try (1.0 - x.square()).reciprocal()
        case .erf: return try Tensor(twoOverRootPi) * (-x.square()).exp()
        case .erfc: return try Tensor(-twoOverRootPi) * (-x.square()).exp()
        case .logGamma: return x.applying(.digamma)
        case .gamma: return try y * x.applying(.digamma)
        case .digamma: throw .notDifferentiable(operation: "digamma")
        case .sigmoid: return try y * (1.0 - y)
        case .softplus: return x.sigmoid()
        case .sign, .floor, .ceil, .round, .truncate, .logicalNot, .isNaN, .isInfinite, .isFinite: return nil
        }
    }
}

extension BinaryFunction {
    func pullback(
        _ g: Tensor, _ a: Tensor, _ b: Tensor, _ result: Tensor, _ needs: [Bool]
    ) throws(TensorError) -> [Tensor?] {
        let left = needs[0] ? try leftShare(g, a, b, result)?.summed(to: a.shape) ?? a.filled(with: 0) : nil
        let right = needs[1] ? try rightShare(g, a, b, result)?.summed(to: b.shape) ?? b.filled(with: 0) : nil
        return [left, right]
    }

    private func leftShare(_ g: Tensor, _ a: Tensor, _ b: Tensor, _ result: Tensor) throws(TensorError) -> Tensor? {
        switch self {
        case .add, .subtract: return g
        case .multiply: return try g * b
        case .divide: return try g / b
        case .power:
            // b a^(b−1); 0 where b is 0, also at a = 0.
            let slope = try b * a.power(b - 1.0)
            return try g * Tensor.select(b.equal(0), 0, slope)
        case .maximum, .minimum: return try g * extremeShare(a, b)
        case .remainder: return g
        case .floorDivide: return nil
        case .atan2: return try g * b / (a.square() + b.square())
        case .hypot: return try Tensor.select(result.equal(0), 0, g * a / result)
        case .logAddExp: return try g * (a - b).sigmoid()
        case .xlogy: return try g * b.log()
        case .xlog1py: return try g * b.log1p()
        default: return nil
        }
    }

    private func rightShare(_ g: Tensor, _ a: Tensor, _ b: Tensor, _ result: Tensor) throws(TensorError) -> Tensor? {
        switch self {
        case .add: return g
        case .subtract: return -g
        case .multiply: return try g * a
        case .divide: return try -(g * (result / b))
        case .power:
            // a^b log a; 0 at a = 0 where b ≥ 0.
            let isZero = try a.equal(0).logicalAnd(b.greaterEqual(0))
            return try g * Tensor.select(isZero, 0, result * a.log())
        case .maximum, .minimum: return try g * (1.0 - extremeShare(a, b))
        case .remainder: return try -(g * (a / b).floor())
        case .floorDivide: return nil
        case .atan2: return try -(g * a / (a.square() + b.square()))
        case .hypot: return try Tensor.select(result.equal(0), 0, g * b / result)
        case .logAddExp: return try g * (b - a).sigmoid()
        case .xlogy: return try g * a / b
        case .xlog1py: return try g * a / (1.0 + b)
        default: return nil
        }
    }

    /// 1 where `a` is chosen, ½ on a tie (as in PyTorch), 0 where `b` is.
    private func extremeShare(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        let wins = try self == .maximum ? a.greater(b) : a.less(b)
        return try wins.converted(to: .float) + 0.5 * a.equal(b).converted(to: .float)
    }
}
