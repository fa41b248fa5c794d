/// An n-dimensional array of doubles in row-major order, with the kind of number that it stands for.
///
/// A tensor may be tracked by a `Tape`; every operation on a tracked tensor is recorded there, so that one function
/// over tensors serves for values and for gradients. A number (rank 0) is held inline, without a heap allocation.
///
///     let x = Tensor([1, 2, 3])
///     let y = try (x - x.maximum()).exp()
public struct Tensor: Sendable {
    enum Storage: Sendable {
        case scalar(Double)
        case array([Double])
    }

    /// Sizes of the axes; empty for a number. Their product is `count`.
    public let shape: [Int]
    public let kind: ElementKind
    var storage: Storage
    /// Where this value stands on a tape.
    var tracking: Tape.Entry?

    /// The count of `elements` must be that of `shape`.
    package init(shape: [Int], unchecked elements: [Double], kind: ElementKind = .float) {
        self.shape = shape
        self.kind = kind
        if shape.isEmpty, let first = elements.first {
            storage = .scalar(first)
        } else {
            storage = .array(elements)
        }
    }

    init(shape: [Int], storage: Storage, kind: ElementKind) {
        self.shape = shape
        self.storage = storage
        self.kind = kind
    }

    /// A number.
    public init(_ value: Double, kind: ElementKind = .float) {
        shape = []
        storage = .scalar(value)
        self.kind = kind
    }

    public init(_ value: Int) { self.init(Double(value), kind: .integer) }

    public init(_ value: Bool) { self.init(value ? 1 : 0, kind: .boolean) }

    /// A vector.
    public init(_ elements: [Double], kind: ElementKind = .float) {
        shape = [elements.count]
        storage = .array(elements)
        self.kind = kind
    }

    public init(integers elements: [Int]) { self.init(elements.map(Double.init), kind: .integer) }

    public init(booleans elements: [Bool]) { self.init(elements.map { $0 ? 1 : 0 }, kind: .boolean) }

    /// A tensor from its elements in row-major order.
    ///
    /// Errors: `elementCount` where they do not fill the shape, `sizeOverflow`.
    public init(shape: [Int], elements: [Double], kind: ElementKind = .float) throws(TensorError) {
        let count = try Shape.count(shape)
        if elements.count != count { throw .elementCount(elements.count, shape: shape) }
        self.init(shape: shape, unchecked: elements, kind: kind)
    }

    /// A matrix from its rows.
    ///
    /// Errors: `shapeMismatch` where rows differ in length.
    public init(_ rows: [[Double]], kind: ElementKind = .float) throws(TensorError) {
        let width = rows.first?.count ?? 0
        for row in rows where row.count != width {
            throw .shapeMismatch([width], [row.count], operation: "rows of a matrix")
        }
        try self.init(shape: [rows.count, width], elements: rows.flatMap { $0 }, kind: kind)
    }

    public init(_ planes: [[[Double]]], kind: ElementKind = .float) throws(TensorError) {
        var matrices: [Tensor] = []
        for plane in planes { matrices.append(try Tensor(plane, kind: kind)) }
        self = try Tensor.stack(matrices)
    }
}

extension Tensor {
    public var rank: Int { shape.count }

    public var isScalar: Bool { shape.isEmpty }

    /// The number of elements.
    public var count: Int {
        switch storage {
        case .scalar: 1
        case .array(let elements): elements.count
        }
    }

    /// The elements in row-major order.
    public var elements: [Double] {
        switch storage {
        case .scalar(let value): [value]
        case .array(let elements): elements
        }
    }

    /// The value of a tensor with exactly one element.
    ///
    /// Errors: `notScalar`.
    public var item: Double {
        get throws(TensorError) {
            switch storage {
            case .scalar(let value): return value
            case .array(let elements):
                guard elements.count == 1 else { throw .notScalar(shape, operation: "item") }
                return elements[0]
            }
        }
    }

    /// The value if the rank is 0.
    public var scalar: Double? { if case .scalar(let value) = storage { value } else { nil } }

    /// One element; negative indices count from the end.
    ///
    /// Errors: `tooManyIndices` unless there is one for each axis, `indexOutOfRange`.
    public subscript(_ indices: Int...) -> Double {
        get throws(TensorError) { try element(at: indices) }
    }

    public func element(at indices: [Int]) throws(TensorError) -> Double {
        guard indices.count == rank else { throw .tooManyIndices(count: indices.count, rank: rank) }
        var position = 0
        for (axis, index) in indices.enumerated() {
            let size = shape[axis]
            guard index >= -size && index < size else {
                throw .indexOutOfRange(index: index, size: size, axis: axis)
            }
            position = position * size + (index < 0 ? index + size : index)
        }
        return withElements { $0[position] }
    }

    /// The elements as integers.
    ///
    /// Errors: `invalidArgument` where one is not a whole number below 2^53 in magnitude.
    public func integers(for operation: String = "integer index") throws(TensorError) -> [Int] {
        var result: [Int] = []
        result.reserveCapacity(count)
        for value in elements {
            guard let whole = Int(exactly: value), whole.magnitude <= 1 << 53 else {
                throw .invalidArgument("\(value) is not a whole number", operation: operation)
            }
            result.append(whole)
        }
        return result
    }

    /// The same values under another kind: `.integer` truncates toward zero, `.boolean` is "not 0". Integers and
    /// booleans are not tracked.
    public func converted(to kind: ElementKind) -> Tensor {
        if kind == self.kind { return self }
        switch kind {
        case .float:
            var result = Tensor(shape: shape, storage: storage, kind: .float)
            result.tracking = tracking
            return result
        case .integer: return map(kind: .integer) { $0.rounded(.towardZero) }
        case .boolean: return map(kind: .boolean) { $0 != 0 ? 1 : 0 }
        }
    }

    /// Whether a tape follows it.
    package var isTracked: Bool { tracking != nil }

    /// The same value, not tracked.
    public var detached: Tensor {
        var result = self
        result.tracking = nil
        return result
    }

    /// A function of each element. The result is not tracked; use the named operations where gradients matter.
    public func map(kind: ElementKind = .float, _ function: (Double) -> Double) -> Tensor {
        switch storage {
        case .scalar(let value): return Tensor(shape: shape, storage: .scalar(function(value)), kind: kind)
        case .array(let elements):
            let mapped = [Double](unsafeUninitializedCapacity: elements.count) { buffer, count in
                elements.withUnsafeBufferPointer { source in
                    for i in 0..<source.count { buffer.initializeElement(at: i, to: function(source[i])) }
                }
                count = elements.count
            }
            return Tensor(shape: shape, storage: .array(mapped), kind: kind)
        }
    }

    /// The largest magnitude of a finite element, 0 where there is none.
    public var maximumMagnitude: Double {
        withElements { elements in
            var largest = 0.0
            for value in elements {
                let magnitude = value.magnitude
                if magnitude.isFinite && magnitude > largest { largest = magnitude }
            }
            return largest
        }
    }

    public var isFinite: Bool { withElements { $0.allSatisfy(\.isFinite) } }

    @inline(__always)
    func withElements<R>(_ body: (UnsafeBufferPointer<Double>) -> R) -> R {
        switch storage {
        case .scalar(let value):
            withUnsafePointer(to: value) { body(UnsafeBufferPointer(start: $0, count: 1)) }
        case .array(let elements): elements.withUnsafeBufferPointer(body)
        }
    }
}

/// Equal shapes, kinds and elements; whether they are tracked does not matter.
extension Tensor: Equatable {
    public static func == (a: Tensor, b: Tensor) -> Bool {
        a.shape == b.shape && a.kind == b.kind && a.elements == b.elements
    }
}

extension Tensor: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    public init(floatLiteral value: Double) { self.init(value) }
    public init(integerLiteral value: Int) { self.init(value) }
}

extension Tensor: CustomStringConvertible {
    /// Nested lists, for messages and tests; the program's own output goes through `NumberFormat`.
    public var description: String {
        if let scalar { return "\(scalar)" }
        guard count <= 1_000 else { return "tensor of shape \(Shape.text(shape))" }
        var text = ""
        let values = elements
        var sizes: [Int] = []
        var size = 1
        for axis in shape.reversed() {
            size *= axis
            sizes.append(size)
        }
        if values.isEmpty { return "tensor of shape \(Shape.text(shape))" }
        for (i, value) in values.enumerated() {
            if i > 0 { text += ", " }
            for size in sizes where i % size == 0 { text += "[" }
            text += "\(value)"
            for size in sizes where (i + 1) % size == 0 { text += "]" }
        }
        return text
    }
}
