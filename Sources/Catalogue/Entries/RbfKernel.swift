import Tensors

extension Implementation {
    static let rbfKernel = Implementation(
        "rbf-kernel", title: Title("Gaussian kernel", "高斯核"),
        aliases: [
            "RBF kernel", "radial basis function kernel", "Gaussian kernel function", "高斯核函数", "径向基函数核", "RBF 核",
        ],
        topics: ["kernel", "核函数", "SVM", "支持向量机", "Gaussian process", "高斯过程", "局部加权", "locally weighted", "LWR"],
        equation: #"k(x, y) = \exp\left(-\gamma \|x - y\|^2\right)"#,
        parameters: [
            Parameter("x", symbols: ["u"], shape: ["d"]),
            Parameter("y", symbols: ["z", "v", "x'"], shape: ["d"]),
            Parameter("gamma", symbols: ["sigma", "l", "ell"], default: 1, domain: .positive),
        ],
        result: [],
        variants: [
            Variant("gamma", "γ times the squared distance") { (a) throws(TensorError) in try (-(a[2] * (a[0] - a[1]).square().sum())).exp() },
            Variant("width", "the squared distance over 2σ²") { (a) throws(TensorError) in try (-0.5 * (a[0] - a[1]).square().sum() / a[2].square()).exp() },
            Variant("square", "the squared distance over σ²") { (a) throws(TensorError) in try (-((a[0] - a[1]).square().sum() / a[2].square())).exp() },
            Variant("gamma-numbers", "of two numbers",
                parameters: [
                    .init("x", symbols: ["x_i", "u", "a"], shape: .any),
                    .init("y", symbols: ["x_j", "x'", "z", "v", "b"], shape: .any),
                    .init("gamma", symbols: ["beta"], shape: [], domain: .positive),
                ],
                result: .any,
                sample: [Tensor([1, 2]), Tensor([0, 1]), 0.5]
            ) { (a) throws(TensorError) in try (-(a[2] * (a[0] - a[1]).square())).exp() },
            Variant("width-numbers", "of two numbers, by the width",
                parameters: [
                    .init("x", symbols: ["x_i", "u", "a"], shape: .any),
                    .init("y", symbols: ["x_j", "x'", "z", "v", "b", "c"], shape: .any),
                    .init("sigma", symbols: ["tau", "l", "ell", "h", "k"], shape: [], domain: .positive),
                ],
                result: .any,
                sample: [Tensor([1, 2]), Tensor([0, 1]), 0.5]
            ) { (a) throws(TensorError) in try (-((a[0] - a[1]).square() / (2 * a[2].square()))).exp() },
            Variant("scaled", "with a variance",
                parameters: [
                    .init("x", symbols: ["x_i", "x_p"], shape: ["n"]),
                    .init("y", symbols: ["x_j", "x'", "z", "x_q"], shape: ["n"]),
                    .init("sigma", symbols: ["sigma_f", "lambda", "s", "alpha"], shape: [], domain: .positive),
                    .init("l", symbols: ["ell", "sigma_l"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [Tensor([1, 2]), Tensor([0, 1]), 2, 0.5]
            ) { (a) throws(TensorError) in try a[2].square() * (-((a[0] - a[1]).square().sum() / (2 * a[3].square()))).exp() },
            Variant("scaled-numbers", "of two numbers, with a variance",
                parameters: [
                    .init("x", symbols: ["x_i", "x_p"], shape: .any),
                    .init("y", symbols: ["x_j", "x'", "z", "x_q"], shape: .any),
                    .init("sigma", symbols: ["sigma_f", "lambda", "s", "alpha"], shape: [], domain: .positive),
                    .init("l", symbols: ["ell", "sigma_l"], shape: [], domain: .positive),
                ],
                result: .any,
                sample: [Tensor([1, 2]), Tensor([0, 1]), 2, 0.5]
            ) { (a) throws(TensorError) in try a[2].square() * (-((a[0] - a[1]).square() / (2 * a[3].square()))).exp() },
        ],
        sample: [Tensor([1, 2]), Tensor([0, 1]), 0.5],
        stressSamples: [[Tensor([1000, 0]), Tensor([-1000, 0]), 1], [Tensor([1, 2]), Tensor([1, 2]), 1]],
        properties: [.symmetric, .bounded(0, 1)],
        isOpen: true,
        source: "Broomhead and Lowe (1988), Multivariable functional interpolation and adaptive networks")
}
