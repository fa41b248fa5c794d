import Tensors

extension Implementation {
    static let cauchyDensity = Implementation(
        "cauchy-density", title: Title("Cauchy distribution density", "柯西分布密度"),
        aliases: ["Cauchy distribution probability density function", "柯西分布的概率密度", "柯西分布概率密度函数"],
        topics: [
            "cauchy", "cauchy distribution", "half-cauchy", "half cauchy", "柯西分布", "lorentzian",
            "lorentz distribution",
        ],
        equation: #"f(x) = \frac{1}{\pi \gamma \left(1 + \left(\frac{x - x_0}{\gamma}\right)^2\right)}"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
            Parameter("x_0", symbols: ["loc", "m"], default: 0),
            Parameter("gamma", symbols: ["scale", "s"], default: 1, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("scale", "γ is half the width at half height") { (a) throws(TensorError) in
                try 1 / (Tensor(Double.pi) * a[2] * (1 + ((a[0] - a[1]) / a[2]).square()))
            },
            Variant("half", "of the absolute value of one centred at 0, for x ≥ 0") { (a) throws(TensorError) in
                try 2 / (Tensor(Double.pi) * a[2] * (1 + ((a[0] - a[1]) / a[2]).square()))
            },
        ],
        sample: [Tensor([-1, 0, 2]), 0, 1],
        stressSamples: [[Tensor([-1e200, 0, 1e200]), 0, 1], [Tensor([0, 1]), 0, 1e-300]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Poisson (1824), Sur la probabilité des résultats moyens des observations")
}
