import CKernels

/// Counts above this go through the loops of `CKernels`; what pages show never has as many.
let longLoopThreshold = 10_000

extension UnaryFunction {
    /// The vectorised loop, where there is one.
    var longLoop: ((UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void)? {
        switch self {
        case .exp: { gloss_exp($0, $1, $2) }
        case .sigmoid: { gloss_sigmoid($0, $1, $2) }
        case .log: { gloss_log($0, $1, $2) }
        case .tanh: { gloss_tanh($0, $1, $2) }
        default: nil
        }
    }
}

extension BinaryFunction {
    var longLoop: ((UnsafePointer<Double>, UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void)? {
        switch self {
        case .add: { gloss_add($0, $1, $2, $3) }
        case .subtract: { gloss_subtract($0, $1, $2, $3) }
        case .multiply: { gloss_multiply($0, $1, $2, $3) }
        case .divide: { gloss_divide($0, $1, $2, $3) }
        default: nil
        }
    }
}

/// A new array that `fill` writes completely.
func filledArray(count: Int, _ fill: (UnsafeMutablePointer<Double>) -> Void) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
        if let base = buffer.baseAddress { fill(base) }
        initialized = count
    }
}
