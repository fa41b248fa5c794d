import DeepLearning
import Tensors

extension Implementation {
    static let centralDifference = Implementation(
        "central-difference", title: Title("Central difference", "中心差分"),
        aliases: ["central difference quotient", "symmetric difference quotient", "中心差商"],
        topics: ["numerical differentiation", "数值微分", "导数", "derivative", "finite difference", "差分", "gradient check", "梯度检验"],
        equation: #"f'(x) \approx \frac{f(x + h) - f(x - h)}{2 h}"#,
        parameters: [
            Parameter("above", symbols: ["f", "J", "F", "L", "u", "y", "f_plus"], shape: .any),
            Parameter("below", symbols: ["f", "J", "F", "L", "u", "y", "f_minus"], shape: .any),
            Parameter("h", symbols: ["epsilon", "varepsilon", "delta"], shape: .scalar, domain: .positive),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("standard", "from the two values") { (a) throws(TensorError) in
                try DeepLearning.centralDifference(a[0], a[1], h: a[2])
            },
            Variant("forward", "one step ahead",
                parameters: [
                    .init("above", symbols: ["f", "J", "F", "L", "u", "y", "f_xh", "f_xdeltax", "f_x0h", "f_xi1", "f_xepsilon", "f_x0deltax", "f_xDeltax", "f_x0Deltax"], shape: []),
                    .init("value", symbols: ["f", "J", "F", "L", "u", "y", "f_x", "f_x0", "f_xi"], shape: []),
                    .init("h", symbols: ["epsilon", "Deltax", "delta"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [2, 1, 0.5]
            ) { (a) throws(TensorError) in try (a[0] - a[1]) / a[2] },
            Variant("second", "second derivative",
                parameters: [
                    .init("above", symbols: ["f", "J", "F", "L", "u", "y", "f_xh", "f_xi1", "u_i+1", "f_x0h", "y_i+1"], shape: []),
                    .init("value", symbols: ["f", "J", "F", "L", "u", "y", "f_x", "f_xi", "u_i", "f_x0", "y_i"], shape: []),
                    .init("below", symbols: ["f", "J", "F", "L", "u", "y", "f_xho", "f_xi1o", "u_i-1", "f_x0ho", "y_i-1"], shape: []),
                    .init("h", symbols: ["Deltax"], shape: [], domain: .positive),
                ],
                result: [],
                sample: [2, 1, 3, 0.5]
            ) { (a) throws(TensorError) in try (a[0] - 2 * a[1] + a[2]) / a[3].square() },
        ],
        sample: [1.21, 0.81, 0.1],
        stressSamples: [[Tensor([1, 1e10]), Tensor([1, -1e10]), 1e-8]],
        properties: [.affine, .monotone, .zeroWhenEqual],
        source: "Abramowitz and Stegun (1964), 25.3.21")
}
