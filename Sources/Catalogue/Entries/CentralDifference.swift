import DeepLearning
import Tensors

extension Implementation {
    static let centralDifference = Implementation(
        "central-difference", title: Title("Central difference", "中心差分"),
        aliases: ["central difference quotient", "symmetric difference quotient", "中心差商"],
        equation: #"f'(x) \approx \frac{f(x + h) - f(x - h)}{2 h}"#,
        parameters: [
            Parameter("above", symbols: ["f_plus"], shape: .any),
            Parameter("below", symbols: ["f_minus"], shape: .any),
            Parameter("h", symbols: ["epsilon"], shape: .scalar, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "from the two values") { (a) throws(TensorError) in
                try DeepLearning.centralDifference(a[0], a[1], h: a[2])
            },
        ],
        sample: [1.21, 0.81, 0.1],
        stressSamples: [[Tensor([1, 1e10]), Tensor([1, -1e10]), 1e-8]],
        properties: [.affine, .monotone, .zeroWhenEqual],
        source: "Abramowitz and Stegun (1964), 25.3.21")
}
