extension Tensor {
    /// The indices that sort the elements along an axis; equal elements keep their order, NaN comes last.
    public func argsort(axis: Int = -1, descending: Bool = false) throws(TensorError) -> Tensor {
        let place = try Shape.normalized(axis: axis, rank: rank, operation: "argsort")
        var result = [Double](repeating: 0, count: count)
        let inner = shape[(place + 1)...].reduce(1, *), length = shape[place]
        withElements { elements in
            for start in 0..<elements.count where start / inner % length == 0 {
                let order = (0..<length).sorted { i, j in
                    let a = elements[start + i * inner], b = elements[start + j * inner]
                    if a.isNaN || b.isNaN { return a.isNaN == b.isNaN ? i < j : b.isNaN }
                    return a == b ? i < j : descending ? a > b : a < b
                }
                for (k, index) in order.enumerated() { result[start + k * inner] = Double(index) }
            }
        }
        return Tensor(shape: shape, unchecked: result, kind: .integer)
    }

    /// The elements in order along an axis.
    public func sorted(axis: Int = -1, descending: Bool = false) throws(TensorError) -> Tensor {
        try gathering(argsort(axis: axis, descending: descending), axis: axis)
    }

    /// The distinct elements in order, and how often each occurs.
    public func unique() -> (values: Tensor, counts: Tensor) {
        var values: [Double] = [], counts: [Int] = []
        for x in elements.sorted(by: { $0 < $1 || ($1.isNaN && !$0.isNaN) }) {
            if let last = values.last, last == x || (last.isNaN && x.isNaN) {
                counts[counts.count - 1] += 1
            } else {
                values.append(x)
                counts.append(1)
            }
        }
        return (Tensor(values, kind: kind), Tensor(integers: counts))
    }
}
