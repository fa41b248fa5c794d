import Tensors

extension Tensor {
    /// A matrix in the text of an entry. Rows of different length are a mistake there: they give a tensor of no
    /// elements, which the tests of every sample find.
    static func matrix(_ rows: [[Double]]) -> Tensor { (try? Tensor(rows)) ?? Tensor([Double]()) }

    /// The same with any number of axes, its elements in row-major order.
    static func block(_ shape: [Int], _ elements: [Double]) -> Tensor {
        (try? Tensor(shape: shape, elements: elements)) ?? Tensor([Double]())
    }
}
