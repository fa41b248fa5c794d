/// A way of reading a row-major buffer: transposition, slice, diagonal and broadcast are all of this form.
///
/// Invariant: every position that it reaches lies in the buffer it was made for.
struct StridedView: Sendable, Hashable {
    var offset: Int
    var shape: [Int]
    var strides: [Int]

    static func contiguous(_ shape: [Int]) -> StridedView {
        StridedView(offset: 0, shape: shape, strides: Shape.strides(shape))
    }

    /// `target` must be what `shape` broadcasts to.
    static func broadcasting(_ shape: [Int], to target: [Int]) -> StridedView {
        let own = Shape.strides(shape)
        var strides = [Int](repeating: 0, count: target.count)
        let lead = target.count - shape.count
        for axis in shape.indices where shape[axis] != 1 { strides[axis + lead] = own[axis] }
        return StridedView(offset: 0, shape: target, strides: strides)
    }

    var count: Int { shape.reduce(1) { $0 * $1 } }
}

/// Walks two views of one shape in row-major order.
struct Odometer {
    private let shape: [Int]
    private let firstStrides: [Int]
    private let secondStrides: [Int]
    private var index: [Int]
    private(set) var first: Int
    private(set) var second: Int

    init(_ a: StridedView, _ b: StridedView) {
        shape = a.shape
        firstStrides = a.strides
        secondStrides = b.strides
        index = [Int](repeating: 0, count: shape.count)
        first = a.offset
        second = b.offset
    }

    @inline(__always)
    mutating func advance() {
        var axis = shape.count - 1
        while axis >= 0 {
            index[axis] &+= 1
            first &+= firstStrides[axis]
            second &+= secondStrides[axis]
            if index[axis] < shape[axis] { return }
            first &-= firstStrides[axis] &* shape[axis]
            second &-= secondStrides[axis] &* shape[axis]
            index[axis] = 0
            axis -= 1
        }
    }
}

extension Tensor {
    /// Reads this tensor through a view made for it.
    func viewed(through view: StridedView) -> Tensor {
        let size = view.count
        let elements = withElements { source in
            [Double](unsafeUninitializedCapacity: size) { buffer, count in
                count = size
                if size == 0 { return }
                var odometer = Odometer(view, view)
                for i in 0..<size {
                    buffer.initializeElement(at: i, to: source[odometer.first])
                    odometer.advance()
                }
            }
        }
        return Tape.record(.view(view), self, Tensor(shape: view.shape, unchecked: elements, kind: kind))
    }

    /// The adjoint of `viewed`: adds each element to the place in a zero tensor of `shape` that the view reads it from.
    func scattered(through view: StridedView, shape: [Int]) throws(TensorError) -> Tensor {
        var elements = [Double](repeating: 0, count: try Shape.count(shape))
        withElements { source in
            if source.isEmpty { return }
            var odometer = Odometer(view, view)
            for value in source {
                elements[odometer.first] += value
                odometer.advance()
            }
        }
        return Tape.record(.scatterView(view), self, Tensor(shape: shape, unchecked: elements))
    }

    /// The elements at flat positions, which must lie inside.
    func picked(_ positions: [Int], shape: [Int]) -> Tensor {
        let elements = withElements { source in positions.map { source[$0] } }
        return Tape.record(.pick(positions), self, Tensor(shape: shape, unchecked: elements, kind: kind))
    }

    /// The adjoint of `picked`: adds each element at its position in a zero tensor of `shape`.
    func scattered(_ positions: [Int], shape: [Int]) throws(TensorError) -> Tensor {
        var elements = [Double](repeating: 0, count: try Shape.count(shape))
        withElements { source in
            for (i, position) in positions.enumerated() { elements[position] += source[i] }
        }
        return Tape.record(.scatter(positions), self, Tensor(shape: shape, unchecked: elements))
    }
}
