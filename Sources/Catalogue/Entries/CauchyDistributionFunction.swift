import Tensors

extension Implementation {
    static let cauchyDistributionFunction = Implementation(
        "cauchy-distribution-function", title: Title("Cauchy distribution function", "柯西分布函数"),
        aliases: ["Cauchy cumulative distribution function", "Cauchy CDF", "柯西分布的累积分布函数"],
        topics: ["cauchy", "cauchy distribution", "柯西分布"],
        equation: #"F(x) = \frac{1}{2} + \frac{1}{\pi} \arctan\left(\frac{x - x_0}{\gamma}\right)"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
            Parameter("x_0", symbols: ["loc", "m"], default: 0),
            Parameter("gamma", symbols: ["scale", "s"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("scale", "γ is half the width at half height") { (a) throws(TensorError) in 
                // ½ + atan(z)/π, without the cancellation of its left tail.
                try Tensor.atan2(a[2], a[1] - a[0]) / Tensor(Double.pi)
            },
        ],
        sample: [Tensor([-1, 0, 2]), 0, 1],
        stressSamples: [[Tensor([-1e200, -1e10, 0, 1e10]), 0, 1]],
        properties: [.bounded(0, 1)],
        isOpen: true,
        source: "Johnson, Kotz and Balakrishnan (1994), Continuous univariate distributions")
}
