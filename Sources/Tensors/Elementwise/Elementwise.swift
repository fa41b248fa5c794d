extension Tensor {
    /// Applies a function of one number to each element.
    public func applying(_ function: UnaryFunction) -> Tensor {
        let value: Tensor
        if case .array(let elements) = storage, elements.count > longLoopThreshold, let loop = function.longLoop {
            let filled = elements.withUnsafeBufferPointer { source in
                filledArray(count: source.count) { out in
                    if let base = source.baseAddress { loop(base, out, source.count) }
                }
            }
            value = Tensor(shape: shape, unchecked: filled, kind: function.resultKind(kind))
        } else {
            value = map(kind: function.resultKind(kind), function.scalarFunction)
        }
        return function.resultKind(.float) == .boolean ? value : Tape.record(.unary(function), self, value)
    }

    /// Applies a function of two numbers to each pair of elements, broadcasting as NumPy does.
    ///
    /// Shapes: any two that broadcast. Errors: `shapeMismatch`, `sizeOverflow`, `differentTapes`.
    public static func apply(_ function: BinaryFunction, _ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        let kind = function.resultKind(a, b)
        let value: Tensor
        if case .scalar(let x) = a.storage, case .scalar(let y) = b.storage {
            value = Tensor(function.scalarFunction(x, y), kind: kind)
        } else {
            let shape = try Shape.broadcast(a.shape, b.shape, operation: function.rawValue)
            let elements: [Double]
            switch function {
            case _ where a.count > longLoopThreshold && a.shape == b.shape && function.longLoop != nil:
                elements = a.withElements { x in
                    b.withElements { y in
                        filledArray(count: x.count) { out in
                            if let x = x.baseAddress, let y = y.baseAddress { function.longLoop?(x, y, out, a.count) }
                        }
                    }
                }
            case .add: elements = combine(a, b, shape) { $0 + $1 }
            case .subtract: elements = combine(a, b, shape) { $0 - $1 }
            case .multiply: elements = combine(a, b, shape) { $0 * $1 }
            case .divide: elements = combine(a, b, shape) { $0 / $1 }
            default: elements = combine(a, b, shape, function.scalarFunction)
            }
            value = Tensor(shape: shape, unchecked: elements, kind: kind)
        }
        return function.isPredicate ? value : try Tape.record(.binary(function), a, b, value)
    }

    /// `shape` is what both shapes broadcast to.
    @inline(__always)
    static func combine(_ a: Tensor, _ b: Tensor, _ shape: [Int], _ f: (Double, Double) -> Double) -> [Double] {
        var size = 1
        for axis in shape { size *= axis }
        return [Double](unsafeUninitializedCapacity: size) { buffer, count in
            count = size
            if size == 0 { return }
            a.withElements { x in
                b.withElements { y in
                    if a.shape == b.shape {
                        for i in 0..<size { buffer.initializeElement(at: i, to: f(x[i], y[i])) }
                    } else if x.count == 1 {
                        for i in 0..<size { buffer.initializeElement(at: i, to: f(x[0], y[i])) }
                    } else if y.count == 1 {
                        for i in 0..<size { buffer.initializeElement(at: i, to: f(x[i], y[0])) }
                    } else if b.rank < a.rank && a.shape.suffix(b.rank) == b.shape[...] {
                        // Rows and one row: the most frequent broadcast.
                        var i = 0
                        while i < size {
                            for j in 0..<y.count { buffer.initializeElement(at: i + j, to: f(x[i + j], y[j])) }
                            i += y.count
                        }
                    } else {
                        let left = StridedView.broadcasting(a.shape, to: shape)
                        let right = StridedView.broadcasting(b.shape, to: shape)
                        var odometer = Odometer(left, right)
                        for i in 0..<size {
                            buffer.initializeElement(at: i, to: f(x[odometer.first], y[odometer.second]))
                            odometer.advance()
                        }
                    }
                }
            }
        }
    }
}

// Arithmetic
extension Tensor {
    public static func + (a: Tensor, b: Tensor) throws(TensorError) -> Tensor { try apply(.add, a, b) }
    public static func - (a: Tensor, b: Tensor) throws(TensorError) -> Tensor { try apply(.subtract, a, b) }
    /// Element by element; the matrix product is `matmul`.
    public static func * (a: Tensor, b: Tensor) throws(TensorError) -> Tensor { try apply(.multiply, a, b) }
    public static func / (a: Tensor, b: Tensor) throws(TensorError) -> Tensor { try apply(.divide, a, b) }
    public static prefix func - (a: Tensor) -> Tensor { a.applying(.negate) }

    public func adding(_ other: Tensor) throws(TensorError) -> Tensor { try .apply(.add, self, other) }
    public func subtracting(_ other: Tensor) throws(TensorError) -> Tensor { try .apply(.subtract, self, other) }
    public func multiplied(by other: Tensor) throws(TensorError) -> Tensor { try .apply(.multiply, self, other) }
    public func divided(by other: Tensor) throws(TensorError) -> Tensor { try .apply(.divide, self, other) }
    public func power(_ exponent: Tensor) throws(TensorError) -> Tensor { try .apply(.power, self, exponent) }
    public func remainder(_ divisor: Tensor) throws(TensorError) -> Tensor { try .apply(.remainder, self, divisor) }
    public func floorDivided(by other: Tensor) throws(TensorError) -> Tensor { try .apply(.floorDivide, self, other) }
    public static func maximum(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor { try apply(.maximum, a, b) }
    public static func minimum(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor { try apply(.minimum, a, b) }
    public static func atan2(_ y: Tensor, _ x: Tensor) throws(TensorError) -> Tensor { try apply(.atan2, y, x) }
    public static func logAddExp(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor { try apply(.logAddExp, a, b) }
    public static func xlogy(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor { try apply(.xlogy, a, b) }
}

// Comparisons give booleans, which are not tracked.
extension Tensor {
    public func equal(_ other: Tensor) throws(TensorError) -> Tensor { try .apply(.equal, self, other) }
    public func notEqual(_ other: Tensor) throws(TensorError) -> Tensor { try .apply(.notEqual, self, other) }
    public func less(_ other: Tensor) throws(TensorError) -> Tensor { try .apply(.less, self, other) }
    public func lessEqual(_ other: Tensor) throws(TensorError) -> Tensor { try .apply(.lessEqual, self, other) }
    public func greater(_ other: Tensor) throws(TensorError) -> Tensor { try .apply(.greater, self, other) }
    public func greaterEqual(_ other: Tensor) throws(TensorError) -> Tensor { try .apply(.greaterEqual, self, other) }
    public func logicalAnd(_ other: Tensor) throws(TensorError) -> Tensor { try .apply(.logicalAnd, self, other) }
    public func logicalOr(_ other: Tensor) throws(TensorError) -> Tensor { try .apply(.logicalOr, self, other) }
    public func logicalXor(_ other: Tensor) throws(TensorError) -> Tensor { try .apply(.logicalXor, self, other) }
    public func logicalNot() -> Tensor { applying(.logicalNot) }
}

// Functions of one number
extension Tensor {
    public func abs() -> Tensor { applying(.abs) }
    public func sign() -> Tensor { applying(.sign) }
    public func square() -> Tensor { applying(.square) }
    public func reciprocal() -> Tensor { applying(.reciprocal) }
    public func exp() -> Tensor { applying(.exp) }
    public func expm1() -> Tensor { applying(.expm1) }
    public func log() -> Tensor { applying(.log) }
    public func log2() -> Tensor { applying(.log2) }
    public func log10() -> Tensor { applying(.log10) }
    public func log1p() -> Tensor { applying(.log1p) }
    public func sqrt() -> Tensor { applying(.sqrt) }
    public func sin() -> Tensor { applying(.sin) }
    public func cos() -> Tensor { applying(.cos) }
    public func tan() -> Tensor { applying(.tan) }
    public func asin() -> Tensor { applying(.asin) }
    public func acos() -> Tensor { applying(.acos) }
    public func atan() -> Tensor { applying(.atan) }
    public func sinh() -> Tensor { applying(.sinh) }
    public func cosh() -> Tensor { applying(.cosh) }
    public func tanh() -> Tensor { applying(.tanh) }
    public func floor() -> Tensor { applying(.floor) }
    public func ceil() -> Tensor { applying(.ceil) }
    public func round() -> Tensor { applying(.round) }
    public func erf() -> Tensor { applying(.erf) }
    public func sigmoid() -> Tensor { applying(.sigmoid) }
    public func softplus() -> Tensor { applying(.softplus) }
}

// Selection
extension Tensor {
    /// `a` where `condition` is not 0, else `b`; all three broadcast. What is not chosen gets no gradient, not even
    /// where it is NaN or infinite.
    public static func select(_ condition: Tensor, _ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        let shape = try Shape.broadcast(
            Shape.broadcast(condition.shape, a.shape, operation: "where"), b.shape, operation: "where")
        let c = try condition.detached.broadcast(to: shape)
        let x = try a.broadcast(to: shape), y = try b.broadcast(to: shape)
        let kind = max(a.kind, b.kind)
        let chosen = c.withElements { c in
            x.withElements { x in
                y.withElements { y in
                    [Double](unsafeUninitializedCapacity: c.count) { buffer, count in
                        for i in 0..<c.count { buffer.initializeElement(at: i, to: c[i] != 0 ? x[i] : y[i]) }
                        count = c.count
                    }
                }
            }
        }
        return try Tape.record(.select(c), x, y, Tensor(shape: shape, unchecked: chosen, kind: kind))
    }

    /// Each element moved into `[lower, upper]`. The gradient passes inside and on both bounds, as in PyTorch.
    ///
    /// Errors: `invalidArgument` unless `lower ≤ upper`.
    public func clip(_ lower: Double = -.infinity, _ upper: Double = .infinity) throws(TensorError) -> Tensor {
        guard lower <= upper else { throw .invalidArgument("lower bound above the upper", operation: "clip") }
        let value = map(kind: kind) { $0 < lower ? lower : $0 > upper ? upper : $0 }
        return Tape.record(.clip(lower: lower, upper: upper), self, value)
    }
}
