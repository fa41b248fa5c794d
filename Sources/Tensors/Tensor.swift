import Source

/// An n-dimensional array of doubles in row-major order, with the kind of number that it stands for.
///
/// A tensor may be tracked by a `Tape`; every operation on a tracked tensor is recorded there, so that one function
/// over tensors serves for values and for gradients.
public struct Tensor: Sendable {
    public var shape: [Int]
    public var elements: [Double]

    public init(_ value: Double) {
        shape = []
        elements = [value]
    }
}
