import DeepLearning
import Tensors

extension Implementation {
    static let transpose = Implementation(
        "transpose", title: Title("Transpose", "转置"),
        aliases: ["matrix transpose", "矩阵转置", "矩阵的转置"],
        equation: #"(A^\top)_{ij} = a_{ji}"#,
        parameters: [Parameter("A", symbols: ["X", "B", "W"], shape: ["m", "n"])],
        result: ["n", "m"],
        variants: [
            Variant("standard", "rows become columns") { (a) throws(TensorError) in
                try DeepLearning.transpose(a[0])
            },
        ],
        sample: [.matrix([[1, 2, 3], [4, 5, 6]])],
        stressSamples: [[.matrix([[1e308, 0, -1e308]])]],
        properties: [.additive],
        source: "Cayley (1858), A memoir on the theory of matrices")
}
