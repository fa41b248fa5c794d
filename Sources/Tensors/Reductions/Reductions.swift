import Glibc

/// A reduction's operand laid out as rows: the kept axes in order, the reduced ones last.
struct ReductionRows {
    let rows: Tensor
    let axes: [Int]
    let keptShape: [Int]
    let length: Int

    init(_ tensor: Tensor, axes: [Int]?, operation: String) throws(TensorError) {
        let axes = try Shape.normalized(
            axes: axes ?? Array(tensor.shape.indices), rank: tensor.rank, operation: operation)
        self.axes = axes
        var length = 1
        var keptShape = tensor.shape
        for axis in axes {
            length *= tensor.shape[axis]
            keptShape[axis] = 1
        }
        self.length = length
        self.keptShape = keptShape
        // Sorted, each once: they are the last ones if the first is.
        let isTrailing = axes.first.map { $0 == tensor.rank - axes.count } ?? true
        if isTrailing {
            rows = tensor.detached
        } else {
            let kept = tensor.shape.indices.filter { !axes.contains($0) }
            rows = try tensor.detached.transposed(kept + axes)
        }
    }

    /// One number for each row, in the shape with the reduced axes of size 1.
    func fold(kind: ElementKind, _ body: (UnsafeBufferPointer<Double>) -> Double) throws(TensorError) -> Tensor {
        let size = try Shape.count(keptShape)
        let elements = rows.withElements { source in
            (0..<size).map { body(UnsafeBufferPointer(rebasing: source[$0 * length..<($0 + 1) * length])) }
        }
        return Tensor(shape: keptShape, unchecked: elements, kind: kind)
    }
}

/// Blocks of 128 in order, then the blocks' sums in order: one fixed order on every machine, error growth that of
/// two short sums.
func orderedSum(_ values: UnsafeBufferPointer<Double>) -> Double {
    var total = 0.0
    var start = 0
    while start < values.count {
        let end = min(start + 128, values.count)
        var block = 0.0
        for i in start..<end { block += values[i] }
        total += block
        start = end
    }
    return total
}

extension Tensor {
    /// A reduction of everything to one number where nothing is recorded: no rows need to be laid out.
    func foldedWhole(
        _ axes: [Int]?, _ keepDimensions: Bool, kind: ElementKind, _ body: (UnsafeBufferPointer<Double>) -> Double
    ) -> Tensor? {
        guard axes == nil, !keepDimensions, tracking == nil else { return nil }
        return Tensor(withElements(body), kind: kind)
    }

    /// Σ x over the axes (all when nil). The sum of nothing is 0.
    public func sum(axes: [Int]? = nil, keepDimensions: Bool = false) throws(TensorError) -> Tensor {
        let kind = kind.arithmetic(with: kind)
        if let total = foldedWhole(axes, keepDimensions, kind: kind, orderedSum) { return total }
        let rows = try ReductionRows(self, axes: axes, operation: "sum")
        let value = try rows.fold(kind: kind, orderedSum)
        return try Tape.record(.sum(rows.axes), self, value).dropping(rows.axes, unless: keepDimensions)
    }

    /// Π x over the axes. The product of nothing is 1.
    public func product(axes: [Int]? = nil, keepDimensions: Bool = false) throws(TensorError) -> Tensor {
        let rows = try ReductionRows(self, axes: axes, operation: "prod")
        let value = try rows.fold(kind: kind.arithmetic(with: kind)) { row in
            var product = 1.0
            for x in row { product *= x }
            return product
        }
        return try Tape.record(.product(rows.axes), self, value).dropping(rows.axes, unless: keepDimensions)
    }

    /// (1/n) Σ x. Errors: `emptyReduction`.
    public func mean(axes: [Int]? = nil, keepDimensions: Bool = false) throws(TensorError) -> Tensor {
        let length = try reductionLength(axes, operation: "mean")
        return try converted(to: .float).sum(axes: axes, keepDimensions: keepDimensions) / Tensor(Double(length))
    }

    /// The largest element; NaN where there is one. Ties share the gradient equally, as in PyTorch's `amax`.
    ///
    /// Errors: `emptyReduction`.
    public func maximum(axes: [Int]? = nil, keepDimensions: Bool = false) throws(TensorError) -> Tensor {
        try extreme(axes, keepDimensions, isMaximum: true)
    }

    /// The smallest element; as `maximum`.
    public func minimum(axes: [Int]? = nil, keepDimensions: Bool = false) throws(TensorError) -> Tensor {
        try extreme(axes, keepDimensions, isMaximum: false)
    }

    private func extreme(_ axes: [Int]?, _ keepDimensions: Bool, isMaximum: Bool) throws(TensorError) -> Tensor {
        let operation = isMaximum ? "max" : "min"
        _ = try reductionLength(axes, operation: operation)
        func best(_ row: UnsafeBufferPointer<Double>) -> Double {
            var best = row[0]
            for x in row where x.isNaN || (isMaximum ? x > best : x < best) {
                best = x
                if x.isNaN { break }
            }
            return best
        }
        if let value = foldedWhole(axes, keepDimensions, kind: kind, best) { return value }
        let rows = try ReductionRows(self, axes: axes, operation: operation)
        let value = try rows.fold(kind: kind, best)
        return try Tape.record(.extreme(rows.axes), self, value).dropping(rows.axes, unless: keepDimensions)
    }

    /// The number of elements that each result of a reduction sees, which must not be 0.
    private func reductionLength(_ axes: [Int]?, operation: String) throws(TensorError) -> Int {
        guard let axes else {
            if count == 0 { throw .emptyReduction(operation: operation) }
            return count
        }
        var length = 1
        for axis in try Shape.normalized(axes: axes, rank: rank, operation: operation) {
            length *= shape[axis]
        }
        if length == 0 { throw .emptyReduction(operation: operation) }
        return length
    }

    func dropping(_ axes: [Int], unless keepDimensions: Bool) throws(TensorError) -> Tensor {
        if keepDimensions { return self }
        return reshaped(unchecked: axes.count == rank ? [] : shape.indices.filter { !axes.contains($0) }.map { shape[$0] })
    }
}

// Statistics
extension Tensor {
    /// The mean squared distance from the mean, divided by n − `correction`: 0 for the population (NumPy's default),
    /// 1 for the unbiased estimate (PyTorch's).
    ///
    /// Errors: `emptyReduction`; `invalidArgument` unless n > `correction`.
    public func variance(
        axes: [Int]? = nil, correction: Int = 0, keepDimensions: Bool = false
    ) throws(TensorError) -> Tensor {
        let length = try reductionLength(axes, operation: "var")
        let (divisor, overflow) = length.subtractingReportingOverflow(correction)
        guard !overflow, divisor > 0 else {
            throw .invalidArgument("needs more than \(correction) elements, found \(length)", operation: "var")
        }
        let centred = try self - mean(axes: axes, keepDimensions: true)
        return try centred.square().sum(axes: axes, keepDimensions: keepDimensions) / Tensor(Double(divisor))
    }

    /// The square root of `variance`.
    public func standardDeviation(
        axes: [Int]? = nil, correction: Int = 0, keepDimensions: Bool = false
    ) throws(TensorError) -> Tensor {
        try variance(axes: axes, correction: correction, keepDimensions: keepDimensions).sqrt()
    }

    /// log Σ e^x = m + log Σ e^(x−m) with m the maximum: no overflow, and exact where all but one are −∞.
    ///
    /// Errors: `emptyReduction`.
    public func logSumExp(axes: [Int]? = nil, keepDimensions: Bool = false) throws(TensorError) -> Tensor {
        _ = try reductionLength(axes, operation: "logsumexp")
        let rows = try ReductionRows(self, axes: axes, operation: "logsumexp")
        let value = try rows.fold(kind: .float) { row in
            var largest = row[0]
            for x in row where x > largest || x.isNaN { largest = x }
            if !largest.isFinite { return largest }
            var total = 0.0
            for x in row { total += Glibc.exp(x - largest) }
            return largest + Glibc.log(total)
        }
        return try Tape.record(.logSumExp(rows.axes), self, value).dropping(rows.axes, unless: keepDimensions)
    }

    /// The middle of the sorted elements, or the mean of the two in the middle.
    public func median(axes: [Int]? = nil, keepDimensions: Bool = false) throws(TensorError) -> Tensor {
        let length = try reductionLength(axes, operation: "median")
        if tracking != nil { return try sortedMedian(length, axes: axes, keepDimensions: keepDimensions) }
        let rows = try ReductionRows(self, axes: axes, operation: "median")
        return try rows.fold(kind: .float) { row in
            if row.contains(where: \.isNaN) { return .nan }
            let sorted = row.sorted()
            return length % 2 == 1 ? sorted[length / 2] : (sorted[length / 2 - 1] + sorted[length / 2]) / 2
        }.dropping(rows.axes, unless: keepDimensions)
    }

    /// The median by operations that have gradients.
    private func sortedMedian(_ length: Int, axes: [Int]?, keepDimensions: Bool) throws(TensorError) -> Tensor {
        let axes = try Shape.normalized(axes: axes ?? Array(shape.indices), rank: rank, operation: "median")
        let kept = shape.indices.filter { !axes.contains($0) }
        let rows = try transposed(kept + axes).reshaped(kept.map { shape[$0] } + [length]).sorted()
        let last = rows.rank - 1
        let middle = try rows.slice(axis: last, start: (length - 1) / 2, stop: length / 2 + 1).mean(axes: [last])
        guard keepDimensions else { return middle }
        return try middle.reshaped(shape.indices.map { axes.contains($0) ? 1 : shape[$0] })
    }
}

// Truth and places
extension Tensor {
    public func any(axes: [Int]? = nil, keepDimensions: Bool = false) throws(TensorError) -> Tensor {
        let rows = try ReductionRows(self, axes: axes, operation: "any")
        return try rows.fold(kind: .boolean) { $0.contains { $0 != 0 } ? 1 : 0 }
            .dropping(rows.axes, unless: keepDimensions)
    }

    public func all(axes: [Int]? = nil, keepDimensions: Bool = false) throws(TensorError) -> Tensor {
        let rows = try ReductionRows(self, axes: axes, operation: "all")
        return try rows.fold(kind: .boolean) { $0.allSatisfy { $0 != 0 } ? 1 : 0 }
            .dropping(rows.axes, unless: keepDimensions)
    }

    /// How many elements are not 0.
    public func countNonzero(axes: [Int]? = nil, keepDimensions: Bool = false) throws(TensorError) -> Tensor {
        let rows = try ReductionRows(self, axes: axes, operation: "count_nonzero")
        return try rows.fold(kind: .integer) { Double($0.count { $0 != 0 }) }
            .dropping(rows.axes, unless: keepDimensions)
    }

    /// The index of the first largest element along an axis, or of the flattened tensor; a NaN counts as largest.
    ///
    /// Errors: `emptyReduction`.
    public func argmax(axis: Int? = nil, keepDimensions: Bool = false) throws(TensorError) -> Tensor {
        try extremeIndex(axis, keepDimensions, "argmax") { $0 > $1 }
    }

    public func argmin(axis: Int? = nil, keepDimensions: Bool = false) throws(TensorError) -> Tensor {
        try extremeIndex(axis, keepDimensions, "argmin") { $0 < $1 }
    }

    private func extremeIndex(
        _ axis: Int?, _ keepDimensions: Bool, _ operation: String, _ isBetter: (Double, Double) -> Bool
    ) throws(TensorError) -> Tensor {
        let axes = axis.map { [$0] }
        _ = try reductionLength(axes, operation: operation)
        let rows = try ReductionRows(self, axes: axes, operation: operation)
        return try rows.fold(kind: .integer) { row in
            var best = 0
            for i in 0..<row.count {
                if row[i].isNaN { return Double(i) }
                if isBetter(row[i], row[best]) { best = i }
            }
            return Double(best)
        }.dropping(rows.axes, unless: keepDimensions)
    }

    /// Running sums along an axis, or of the flattened tensor.
    public func cumulativeSum(axis: Int? = nil) throws(TensorError) -> Tensor {
        guard let axis else { return try flattened().cumulativeSum(axis: 0) }
        let place = try Shape.normalized(axis: axis, rank: rank, operation: "cumsum")
        let value = scanned(along: place, kind: kind.arithmetic(with: kind)) { $0 + $1 }
        return Tape.record(.cumulativeSum(axis: place), self, value)
    }

    /// Running products along an axis, or of the flattened tensor.
    public func cumulativeProduct(axis: Int? = nil) throws(TensorError) -> Tensor {
        guard let axis else { return try flattened().cumulativeProduct(axis: 0) }
        let place = try Shape.normalized(axis: axis, rank: rank, operation: "cumprod")
        let length = shape[place]
        if tracking != nil {
            // The products of a copy for each place that is 1 behind it.
            if length > 256 { throw .notDifferentiable(operation: "cumprod of more than 256") }
            let last = try swappingAxes(place, rank - 1)
            let before = try Tensor.ones([length, length]).triangle(upper: false)
            let wide = try last.expandingDimensions(at: rank - 1).broadcast(to: last.shape.dropLast() + [length, length])
            return try Tensor.select(before, wide, 1).product(axes: [rank]).swappingAxes(place, rank - 1)
        }
        return scanned(along: place, kind: kind.arithmetic(with: kind)) { $0 * $1 }
    }

    private func scanned(along axis: Int, kind: ElementKind, _ f: (Double, Double) -> Double) -> Tensor {
        var result = elements
        let inner = shape[(axis + 1)...].reduce(1, *), length = shape[axis]
        if inner > 0 && length > 1 {
            for i in result.indices where i / inner % length > 0 { result[i] = f(result[i - inner], result[i]) }
        }
        return Tensor(shape: shape, unchecked: result, kind: kind)
    }
}
