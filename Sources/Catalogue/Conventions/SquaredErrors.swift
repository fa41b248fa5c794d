import DeepLearning
import Tensors

extension Variant {
    /// What "squared error" may mean, the named convention first. Texts use the names of these losses for one another.
    static func squaredErrors(standard: String) -> [Variant] {
        let rows: [Parameter] = [.init("y", shape: ["n", "d"]), .init("y_hat", shape: ["n", "d"])]
        let rowsSample: [Tensor] = [.matrix([[1, 2], [3, 4]]), .matrix([[1.5, 2], [2, 6]])]
        let all: [Variant] = [
            Variant("mean", "mean over all elements", result: []) { (a) throws(TensorError) in
                try DeepLearning.meanSquaredError(a[0], a[1])
            },
            Variant("sum", "sum over all elements", result: []) { (a) throws(TensorError) in
                try DeepLearning.meanSquaredError(a[0], a[1], reduction: .sum)
            },
            Variant("half-mean", "half the mean", result: []) { (a) throws(TensorError) in
                try DeepLearning.meanSquaredError(a[0], a[1], reduction: .halfMean)
            },
            Variant("half-sum", "half the sum", result: []) { (a) throws(TensorError) in
                try DeepLearning.meanSquaredError(a[0], a[1], reduction: .halfSum)
            },
            Variant("squared", "one value for each element", result: .any) { (a) throws(TensorError) in
                try DeepLearning.squaredError(a[0], a[1])
            },
            Variant("half-squared", "half of one value for each element", result: .any) { (a) throws(TensorError) in
                try 0.5 * DeepLearning.squaredError(a[0], a[1])
            },
            Variant(
                "mean-of-rows", "mean over the examples of the squared distance", parameters: rows, result: [],
                sample: rowsSample
            ) { (a) throws(TensorError) in
                try DeepLearning.squaredError(a[0], a[1]).sum(axes: [-1]).mean()
            },
            Variant(
                "half-mean-of-rows", "half the mean over the examples of the squared distance", parameters: rows,
                result: [], sample: rowsSample
            ) { (a) throws(TensorError) in
                try 0.5 * DeepLearning.squaredError(a[0], a[1]).sum(axes: [-1]).mean()
            },
        ]
        return all.filter { $0.name == standard } + all.filter { $0.name != standard }
    }
}
