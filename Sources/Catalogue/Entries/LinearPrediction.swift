import DeepLearning
import Tensors

extension Implementation {
    static let linearPrediction = Implementation(
        "linear-prediction", title: Title("Linear model", "线性模型"),
        aliases: ["linear regression model", "linear prediction", "线性回归模型", "线性预测"],
        topics: [
            "归一化", "normalization",
            "线性函数", "linear function", "权重", "weights", "批量归一化", "Batch Norm", "linear regression", "linear model", "线性回归", "线性模型", "single-layer network", "仿射变换", "affine",
        ],
        equation: #"\hat{y} = X w + b"#,
        parameters: [
            Parameter("X", shape: ["n", "d"]),
            Parameter("w", shape: ["d"]),
            Parameter("b", shape: .scalar),
        ],
        result: ["n"],
        variants: [
            Variant("batch", "a row for each example") { (a) throws(TensorError) in
                try DeepLearning.linearPrediction(a[0], a[1], a[2])
            },
            Variant("single", "one example: wᵀx + b",
                parameters: [.init("w", shape: ["d"]), .init("x", shape: ["d"]), .init("b", shape: [])], result: [],
                sample: [Tensor([1, -1]), Tensor([2, 3]), 0.5]) { (a) throws(TensorError) in
                try DeepLearning.dotProduct(a[0], a[1]) + a[2]
            },
            Variant("feature", "examples of one feature: w x + b",
                parameters: [.init("x", shape: .any), .init("w", shape: []), .init("b", shape: [])], result: .any,
                sample: [Tensor([1, 2]), 3, 0.5]) { (a) throws(TensorError) in
                try a[1] * a[0] + a[2]
            },
        ],
        sample: [.matrix([[1, 2], [3, 4], [5, 6]]), Tensor([1, -1]), 0.5],
        stressSamples: [[.matrix([[1e200, 1e200]]), Tensor([1e200, 1e200]), 0]],
        properties: [.affine, .argument(1, .affine), .argument(2, .affine)],
        source: "Galton (1886), Regression towards mediocrity in hereditary stature")
}
