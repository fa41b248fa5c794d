import Glibc

extension Tensor {
    public static func full(_ shape: [Int], _ value: Double, kind: ElementKind = .float) throws(TensorError) -> Tensor {
        let count = try Shape.count(shape)
        return Tensor(shape: shape, unchecked: [Double](repeating: value, count: count), kind: kind)
    }

    public static func zeros(_ shape: [Int]) throws(TensorError) -> Tensor { try full(shape, 0) }

    public static func ones(_ shape: [Int]) throws(TensorError) -> Tensor { try full(shape, 1) }

    /// As many elements of the same value; cannot fail, since the shape exists.
    public func filled(with value: Double) -> Tensor {
        if isScalar { return Tensor(value) }
        return Tensor(shape: shape, unchecked: [Double](repeating: value, count: count))
    }

    /// The identity matrix, or with other `columns` its rectangular form; `offset` moves the diagonal to the right.
    public static func eye(_ rows: Int, columns: Int? = nil, offset: Int = 0) throws(TensorError) -> Tensor {
        let columns = columns ?? rows
        let count = try Shape.count([rows, columns])
        var elements = [Double](repeating: 0, count: count)
        for row in 0..<rows {
            let (column, overflow) = row.addingReportingOverflow(offset)
            if !overflow && column >= 0 && column < columns { elements[row * columns + column] = 1 }
        }
        return Tensor(shape: [rows, columns], unchecked: elements)
    }

    /// `start, start + step, …` below (for a negative step above) `stop`, as NumPy's `arange`: the count is
    /// ⌈(stop − start) / step⌉.
    public static func arange(
        _ start: Double, _ stop: Double, step: Double = 1, kind: ElementKind = .float
    ) throws(TensorError) -> Tensor {
        guard step != 0, start.isFinite, stop.isFinite, step.isFinite else {
            throw .invalidArgument("needs finite bounds and a step that is not 0", operation: "arange")
        }
        let size = ((stop - start) / step).rounded(.up)
        guard size < Double(Shape.maximumCount) else { throw .sizeOverflow([Shape.maximumCount]) }
        let count = size > 0 ? Int(size) : 0
        return Tensor((0..<count).map { start + Double($0) * step }, kind: kind)
    }

    public static func arange(_ stop: Int) throws(TensorError) -> Tensor {
        try arange(0, Double(stop), kind: .integer)
    }

    /// `count` numbers at equal distances from `start` to `stop`, both included unless `endpoint` is false.
    public static func linspace(
        _ start: Double, _ stop: Double, count: Int, endpoint: Bool = true
    ) throws(TensorError) -> Tensor {
        _ = try Shape.count([count])
        let intervals = Double(endpoint ? count - 1 : count)
        var elements: [Double] = []
        elements.reserveCapacity(count)
        for i in 0..<count {
            elements.append(endpoint && i == count - 1 && i > 0 ? stop : intervals == 0 ? start : start + Double(i) * ((stop - start) / intervals))
        }
        return Tensor(elements)
    }

    /// Rows of zeros with a one at each index: shape `indices.shape + [classes]`.
    ///
    /// Errors: `indexOutOfRange` for a class outside `0..<classes`.
    public static func oneHot(_ indices: Tensor, classes: Int) throws(TensorError) -> Tensor {
        let rows = try indices.integers(for: "oneHot")
        let shape = indices.shape + [classes]
        var elements = [Double](repeating: 0, count: try Shape.count(shape))
        for (row, index) in rows.enumerated() {
            guard index >= 0 && index < classes else {
                throw .indexOutOfRange(index: index, size: classes, axis: indices.rank)
            }
            elements[row * classes + index] = 1
        }
        return Tensor(shape: shape, unchecked: elements)
    }
}
