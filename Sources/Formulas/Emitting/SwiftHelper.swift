/// Functions that an emitted function holds where it needs them.
enum SwiftHelper: String, CaseIterable {
    case element, binomial, greatestCommonDivisor, integral

    var lines: [String] {
        switch self {
        case .element:
            [
                "/// Position `index` along an axis, counted from 1.",
                "func element(_ x: Tensor, _ index: Int, axis: Int = 0) throws(TensorError) -> Tensor {",
                "    guard index >= 1 else { throw .indexOutOfRange(index: index, size: x.shape[axis], axis: axis) }",
                "    return try x.row(index - 1, axis: axis)",
                "}",
            ]
        case .binomial:
            [
                "/// n (n - 1) … (n - k + 1) / k!",
                "func binomial(_ n: Tensor, _ k: Tensor) throws(TensorError) -> Tensor {",
                "    let count = try k.integers(for: \"binomial coefficient\")[0]",
                "    if count < 0 { return 0 }",
                "    var product = try n.item * 0 + 1",
                "    for j in stride(from: 1, through: count, by: 1) { product *= (try n.item - Double(count - j)) / Double(j) }",
                "    return Tensor(try n.item == n.item.rounded() && product < 9e15 ? product.rounded() : product)",
                "}",
            ]
        case .greatestCommonDivisor:
            [
                "func greatestCommonDivisor(_ x: Tensor, _ y: Tensor) throws(TensorError) -> Tensor {",
                "    var (a, b) = (try x.integers(for: \"divisor\")[0].magnitude, try y.integers(for: \"divisor\")[0].magnitude)",
                "    while b != 0 { (a, b) = (b, a % b) }",
                "    return Tensor(Double(a))",
                "}",
            ]
        case .integral:
            [
                "/// Double-exponential quadrature; infinite ends are allowed. Source: Takahasi and Mori (1974).",
                "func quadrature(",
                "    from lower: Double, to upper: Double, _ f: (Tensor) throws(TensorError) -> Tensor",
                ") throws(TensorError) -> Tensor {",
                "    func exponential(_ x: Double) -> Double { Tensor(x).exp().scalar ?? .nan }",
                "    if lower == upper { return 0 }",
                "    if lower > upper { return try -quadrature(from: upper, to: lower, f) }",
                "    if !lower.isFinite, !upper.isFinite {",
                "        return try quadrature(from: lower, to: 0, f) + quadrature(from: 0, to: upper, f)",
                "    }",
                "    var before = Double.nan",
                "    var step = 0.125",
                "    while step > 0.001 {",
                "        var sum = 0.0",
                "        var k = (-6 / step).rounded()",
                "        while k * step <= 6 {",
                "            let t = k * step",
                "            let turn = Double.pi / 2 * (exponential(t) - exponential(-t)) / 2",
                "            let slope = Double.pi / 2 * (exponential(t) + exponential(-t)) / 2",
                "            let x: Double, weight: Double",
                "            if lower.isFinite, upper.isFinite {",
                "                // The distance from the nearer end keeps its digits.",
                "                let near = 1 / (1 + exponential(2 * turn.magnitude))",
                "                x = turn < 0 ? lower + (upper - lower) * near : upper - (upper - lower) * near",
                "                weight = 2 * (upper - lower) * near * (1 - near) * slope",
                "            } else {",
                "                let distance = exponential(turn)",
                "                x = lower.isFinite ? lower + distance : upper - distance",
                "                weight = distance * slope",
                "            }",
                "            if weight > 0, weight.isFinite, x > lower, x < upper {",
                "                let value = try f(Tensor(x)).item * weight",
                "                if value.isFinite { sum += value }",
                "            }",
                "            k += 1",
                "        }",
                "        sum *= step",
                "        if (sum - before).magnitude <= 1e-12 * Swift.max(1e-3, sum.magnitude) { return Tensor(sum) }",
                "        before = sum",
                "        step /= 2",
                "    }",
                "    throw .noConvergence(operation: \"integral\")",
                "}",
            ]
        }
    }
}
