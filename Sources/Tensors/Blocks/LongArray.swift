/// An array that is read block by block, so that it need not be in memory whole: a file of numbers, or a tensor.
public protocol LongArray: Sendable {
    var shape: [Int] { get }
    var kind: ElementKind { get }
    /// Writes the elements from `start` on, in row-major order, to `out`.
    ///
    /// Errors: `invalidArgument` where the elements cannot be had.
    func read(from start: Int, count: Int, into out: UnsafeMutablePointer<Double>) throws(TensorError)
}

extension Tensor: LongArray {
    public func read(from start: Int, count: Int, into out: UnsafeMutablePointer<Double>) throws(TensorError) {
        withElements { elements in
            for k in 0..<count { out[k] = elements[start + k] }
        }
    }

    /// The elements of a long array in memory.
    public init(reading array: any LongArray) throws(TensorError) {
        let count = try Shape.count(array.shape)
        var failure: TensorError?
        let elements = [Double](unsafeUninitializedCapacity: count) { buffer, filled in
            guard let base = buffer.baseAddress, count > 0 else { return }
            do throws(TensorError) {
                try array.read(from: 0, count: count, into: base)
                filled = count
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        self.init(shape: array.shape, unchecked: elements, kind: array.kind)
    }

    /// A shape without elements, for who asks for nothing but the shape: reading a formula about data that stay elsewhere.
    package static func outline(of array: any LongArray) -> Tensor {
        Tensor(shape: array.shape, storage: .array([]), kind: array.kind)
    }
}
