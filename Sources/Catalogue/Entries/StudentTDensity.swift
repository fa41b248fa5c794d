import Tensors

extension Implementation {
    static let studentTDensity = Implementation(
        "student-t-density", title: Title("Student t distribution density", "t 分布密度"),
        aliases: [
            "Student t distribution probability density function", "t 分布的概率密度", "t 分布概率密度函数", "学生 t 分布密度",
            "t distribution density",
        ],
        topics: ["student's t", "student t", "t distribution", "t 分布", "学生 t 分布", "t-distribution"],
        equation: #"f(x) = \frac{\Gamma(\frac{\nu + 1}{2})}{\sqrt{\nu \pi} \Gamma(\frac{\nu}{2})} \left(1 + \frac{x^2}{\nu}\right)^{-\frac{\nu + 1}{2}}"#,
        parameters: [
            Parameter("x", symbols: ["z", "t"], shape: .any),
            Parameter("nu", symbols: ["n", "k", "df"], shape: [], domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "ν degrees of freedom") { (a) throws(TensorError) in
                let constant = try (0.5 * (a[1] + 1)).applying(.logGamma) - (0.5 * a[1]).applying(.logGamma) - 0.5 * (Tensor(Double.pi) * a[1]).log()
                return try (constant - 0.5 * (a[1] + 1) * (a[0].square() / a[1]).log1p()).exp()
            },
        ],
        sample: [Tensor([-1, 0, 2]), 4],
        stressSamples: [[Tensor([-1e30, 0, 1e30]), 3], [Tensor([0, 1]), 1e-3], [Tensor([0, 3]), 500]],
        properties: [.nonNegative],
        isOpen: true,
        source: "Student (1908), The probable error of a mean")
}
