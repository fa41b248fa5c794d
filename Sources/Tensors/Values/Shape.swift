/// Arithmetic on shapes: what an evaluator asks before it computes, so that it can predict sizes.
public enum Shape {
    /// No tensor has more elements.
    public static let maximumCount = 1 << 28

    /// Ranks above this are refused; NumPy's limit.
    public static let maximumRank = 64

    /// The number of elements of a shape.
    ///
    /// Errors: `sizeOverflow` above `maximumCount`, `invalidArgument` for a negative size.
    public static func count(_ shape: [Int]) throws(TensorError) -> Int {
        if shape.count > maximumRank {
            throw .invalidArgument("more than \(maximumRank) axes", operation: "shape")
        }
        var product = 1
        var isEmpty = false
        for size in shape {
            if size < 0 { throw .invalidArgument("negative size \(size)", operation: "shape") }
            if size == 0 { isEmpty = true }
            let (next, overflow) = product.multipliedReportingOverflow(by: max(size, 1))
            if overflow || next > maximumCount { throw .sizeOverflow(shape) }
            product = next
        }
        return isEmpty ? 0 : product
    }

    /// The shape that `a` and `b` broadcast to, as in NumPy: aligned at the last axis, equal or one of them 1.
    public static func broadcast(_ a: [Int], _ b: [Int], operation: String = "broadcast") throws(TensorError) -> [Int] {
        if a == b { return a }
        if a.isEmpty { return b }
        if b.isEmpty { return a }
        let rank = max(a.count, b.count)
        var result = [Int](repeating: 1, count: rank)
        for axis in 0..<rank {
            let i = axis - (rank - a.count), j = axis - (rank - b.count)
            let x = i >= 0 ? a[i] : 1, y = j >= 0 ? b[j] : 1
            if x != y && x != 1 && y != 1 { throw .shapeMismatch(a, b, operation: operation) }
            result[axis] = x == 1 ? y : x
        }
        _ = try count(result)
        return result
    }

    /// The shape of `matmul`: vectors are rows on the left and columns on the right, leading axes broadcast.
    public static func matmul(_ a: [Int], _ b: [Int]) throws(TensorError) -> [Int] {
        guard let k = a.last, !b.isEmpty else { throw .shapeMismatch(a, b, operation: "matmul") }
        let inner = b.count == 1 ? b[0] : b[b.count - 2]
        if k != inner { throw .shapeMismatch(a, b, operation: "matmul") }
        let leadingA = Array(a.dropLast(2)), leadingB = Array(b.dropLast(2))
        var leading: [Int]
        do {
            leading = try broadcast(leadingA, leadingB)
        } catch {
            throw .shapeMismatch(a, b, operation: "matmul")
        }
        if a.count > 1 { leading.append(a[a.count - 2]) }
        if b.count > 1 { leading.append(b[b.count - 1]) }
        _ = try count(leading)
        return leading
    }

    /// Floating-point operations of `matmul` on these shapes, saturating.
    public static func matmulFlops(_ a: [Int], _ b: [Int]) throws(TensorError) -> Int {
        let result = try count(matmul(a, b))
        let (flops, overflow) = result.multipliedReportingOverflow(by: 2 &* max(a.last ?? 1, 1))
        return overflow ? .max : flops
    }

    /// The shape after a reduction over `axes` (all of them when nil).
    public static func reduced(
        _ shape: [Int], axes: [Int]?, keepDimensions: Bool, operation: String = "reduction"
    ) throws(TensorError) -> [Int] {
        guard let axes else { return keepDimensions ? shape.map { _ in 1 } : [] }
        let reduced = try normalized(axes: axes, rank: shape.count, operation: operation)
        var result: [Int] = []
        for axis in shape.indices {
            if !reduced.contains(axis) { result.append(shape[axis]) } else if keepDimensions { result.append(1) }
        }
        return result
    }

    /// The axis counted from the front; negative ones count from the back.
    public static func normalized(axis: Int, rank: Int, operation: String) throws(TensorError) -> Int {
        guard axis >= -rank && axis < rank else {
            throw .axisOutOfRange(axis: axis, rank: rank, operation: operation)
        }
        return axis < 0 ? axis + rank : axis
    }

    /// Sorted axes, each once.
    static func normalized(axes: [Int], rank: Int, operation: String) throws(TensorError) -> [Int] {
        var result: [Int] = []
        for axis in axes {
            let front = try normalized(axis: axis, rank: rank, operation: operation)
            if result.contains(front) { throw .repeatedAxis(axis, operation: operation) }
            result.append(front)
        }
        return result.sorted()
    }

    /// Row-major strides. The shape's count must have been checked.
    static func strides(_ shape: [Int]) -> [Int] {
        var strides = [Int](repeating: 1, count: shape.count)
        var step = 1
        for axis in shape.indices.reversed() {
            strides[axis] = step
            step &*= max(shape[axis], 1)
        }
        return strides
    }

    /// `[2, 3]`, and `[]` for a number.
    public static func text(_ shape: [Int]) -> String {
        "[" + shape.map(String.init).joined(separator: ", ") + "]"
    }
}
