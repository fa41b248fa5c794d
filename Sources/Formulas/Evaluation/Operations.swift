import Glibc
import Source
import Tensors

/// The operations of nodes on values with index axes.
extension Machine {
    func unary(
        _ operation: ExpressionTree.UnaryOperation, _ a: Value, _ range: ByteRange
    ) throws(EvaluationError) -> Value {
        func apply(_ function: UnaryFunction) -> Value { Value(tensor: a.tensor.applying(function), slots: a.slots) }
        func inverted(_ function: UnaryFunction) -> Value {
            Value(tensor: a.tensor.applying(function).applying(.reciprocal), slots: a.slots)
        }
        switch operation {
        case .plus: return a
        case .negate: return apply(.negate)
        case .elementwise(let function): return apply(function)
        case .not: return apply(.logicalNot)
        case .factorial:
            return Value(tensor: a.tensor.map { Self.factorial($0) }, slots: a.slots)
        case .gamma: return apply(.gamma)
        case .sec: return inverted(.cos)
        case .csc: return inverted(.sin)
        case .cot: return inverted(.tan)
        case .asinh: return apply(.asinh)
        case .acosh: return apply(.acosh)
        case .atanh: return apply(.atanh)
        case .magnitude:
            if rank(a) == 2 { return try perMatrix(a, range) { t throws(TensorError) in try t.determinant() } }
            if rank(a) == 1, tree.isStrict {
                throw EvaluationError(.ambiguous, at: range, "bars around a vector may be its norm or the magnitude of each element")
            }
            return apply(.abs)
        case .transpose:
            guard rank(a) == 2 else { return a }
            return try lift(a, range) { t throws(TensorError) in try t.matrixTransposed() }
        case .inverse:
            if rank(a) == 0 { return apply(.reciprocal) }
            return try perMatrix(a, range) { t throws(TensorError) in try t.inverse() }
        case .pseudoInverse:
            return try perMatrix(a, range) { t throws(TensorError) in try t.pseudoinverse() }
        case .determinant:
            if rank(a) == 0 { return a }
            return try perMatrix(a, range) { t throws(TensorError) in try t.determinant() }
        case .trace:
            if rank(a) == 0 { return a }
            return try perMatrix(a, range) { t throws(TensorError) in try t.trace() }
        case .diagonal: return try perMatrix(a, range) { t throws(TensorError) in try t.diagonal() }
        case .vectorize:
            return try perMatrix(a, range) { t throws(TensorError) in
                t.rank == 2 ? try t.matrixTransposed().flattened() : t.flattened()
            }
        case .cardinality:
            return Value(tensor: Tensor(Double(a.tensor.count)), slots: 0)
        case .rank, .softmaxLike:
            throw EvaluationError(.unsupported, at: range, "not evaluated: \(operation)")
        }
    }

    static func factorial(_ x: Double) -> Double {
        if x >= 0, x <= 20, x == x.rounded() {
            var product = 1.0
            var k = 2.0
            while k <= x {
                product *= k
                k += 1
            }
            return product
        }
        return tgamma(x + 1)
    }

    func lift(
        _ a: Value, _ range: ByteRange, _ body: (Tensor) throws(TensorError) -> Tensor
    ) throws(EvaluationError) -> Value {
        do { return Value(tensor: try body(a.tensor), slots: a.slots) } catch { throw fail(error, range) }
    }

    /// Applies `body` to the value of each index.
    func perMatrix(
        _ a: Value, _ range: ByteRange, _ body: (Tensor) throws(TensorError) -> Tensor
    ) throws(EvaluationError) -> Value {
        if a.slots == 0 { return try lift(a, range, body) }
        let axes = a.slots.nonzeroBitCount
        do {
            let leading = Array(a.tensor.shape[..<axes])
            let own = Array(a.tensor.shape[axes...])
            let count = leading.reduce(1, { $0 &* $1 })
            let flat = try a.tensor.reshaped([count] + own)
            var parts: [Tensor] = []
            for k in 0..<count { parts.append(try body(flat.row(k))) }
            let stacked = try Tensor.stack(parts)
            return Value(tensor: try stacked.reshaped(leading + stacked.shape.dropFirst()), slots: a.slots)
        } catch { throw fail(error, range) }
    }

    func binary(
        _ operation: ExpressionTree.BinaryOperation, _ a: Value, _ b: Value, _ range: ByteRange
    ) throws(EvaluationError) -> Value {
        switch operation {
        case .add: return try broadcastBinary(.add, a, b, range)
        case .subtract: return try broadcastBinary(.subtract, a, b, range)
        case .divide: return try broadcastBinary(.divide, a, b, range)
        case .elementwise(let function): return try broadcastBinary(function, a, b, range)
        case .modulo: return try broadcastBinary(.remainder, a, b, range)
        case .binomial:
            if let n = a.tensor.scalar, let k = b.tensor.scalar { return Value(tensor: Tensor(Self.binomial(n, k)), slots: a.slots | b.slots) }
            // Both as arrays of one shape, for every value of the indices that either has.
            let zero = Value(tensor: Tensor(0), slots: 0)
            let n = try broadcastBinary(.add, a, broadcastBinary(.multiply, b, zero, range), range)
            let k = try broadcastBinary(.add, b, broadcastBinary(.multiply, a, zero, range), range)
            let elements = zip(n.tensor.elements, k.tensor.elements).map { Self.binomial($0, $1) }
            let shape = n.tensor.shape
            return Value(tensor: try tensors(range) { () throws(TensorError) in try Tensor(shape: shape, elements: elements) }, slots: n.slots)
        case .gcd:
            guard let x = a.tensor.scalar, let y = b.tensor.scalar else {
                throw EvaluationError(.unsupported, at: range, "a greatest common divisor of arrays")
            }
            return Value(tensor: Tensor(try Self.greatestCommonDivisor(x, y, range)), slots: 0)
        case .outer:
            guard a.slots == 0, b.slots == 0 else { throw EvaluationError(.unsupported, at: range, "an outer product for every index") }
            if rank(a) == 2, rank(b) == 2 { return try kronecker(a.tensor, b.tensor, range) }
            return try lift(a, range) { t throws(TensorError) in try t.outer(b.tensor) }
        case .inner:
            let both = try broadcastBinary(.multiply, a, b, range)
            let axes = Array(both.slots.nonzeroBitCount..<both.tensor.rank)
            return try lift(both, range) { t throws(TensorError) in try t.sum(axes: axes) }
        case .cross:
            guard a.slots == 0, b.slots == 0 else { throw EvaluationError(.unsupported, at: range, "a vector product for every index") }
            return try lift(a, range) { t throws(TensorError) in try t.cross(b.tensor) }
        case .kronecker: throw EvaluationError(.unsupported, at: range, "a Kronecker product is not evaluated")
        }
    }

    private static func greatestCommonDivisor(_ x: Double, _ y: Double, _ range: ByteRange) throws(EvaluationError) -> Double {
        var (a, b) = (x.magnitude, y.magnitude)
        guard a == a.rounded(), b == b.rounded(), a < 0x1p53, b < 0x1p53 else {
            throw EvaluationError(.domain, at: range, "a greatest common divisor of numbers that are not whole")
        }
        while b > 0 { (a, b) = (b, a.truncatingRemainder(dividingBy: b)) }
        return a
    }

    /// A ⊗ B: the blocks a_{ij} B.
    private func kronecker(_ a: Tensor, _ b: Tensor, _ range: ByteRange) throws(EvaluationError) -> Value {
        try allow(0, a.shape + b.shape, range)
        return Value(
            tensor: try tensors(range) { () throws(TensorError) in
                let left = try a.reshaped([a.shape[0], 1, a.shape[1], 1])
                let right = try b.reshaped([1, b.shape[0], 1, b.shape[1]])
                return try (left * right).reshaped([a.shape[0] &* b.shape[0], a.shape[1] &* b.shape[1]])
            }, slots: 0)
    }

    static func binomial(_ n: Double, _ k: Double) -> Double {
        guard k == k.rounded() else { return tgamma(n + 1) / (tgamma(k + 1) * tgamma(n - k + 1)) }
        if k < 0 { return 0 }
        guard k <= 10_000 else { return .nan }
        var product = 1.0
        var j = 1.0
        while j <= k {
            product = product * (n - k + j) / j
            j += 1
        }
        return n == n.rounded() && product < 9e15 ? product.rounded() : product
    }

    /// By the shapes: a number scales, vectors pair, matrices multiply.
    func product(
        _ x: ID, _ y: ID, _ style: ExpressionTree.ProductStyle, _ range: ByteRange
    ) throws(EvaluationError) -> Value {
        let a = try value(x)
        let b = try value(y)
        let left = rank(a)
        let right = rank(b)
        if style == .hadamard || left == 0 || right == 0 { return try broadcastBinary(.multiply, a, b, range) }
        let slots = a.slots | b.slots
        switch (left, right) {
        case (1, 1):
            if !rowness(x), rowness(y) {
                let s = try aligned(a, slots: slots, rank: 1, range)
                let t = try aligned(b, slots: slots, rank: 1, range)
                return Value(tensor: try tensors(range) { () throws(TensorError) in
                    try s.expandingDimensions(at: s.rank) * t.expandingDimensions(at: t.rank - 1)
                }, slots: slots)
            }
            if tree.elementwiseProducts { return try broadcastBinary(.multiply, a, b, range) }
            if style == .juxtaposed, !rowness(x), !rowness(y), tree.isStrict {
                throw EvaluationError(.ambiguous, at: range, "a product of two vectors may be their dot product or elementwise: write \\top, \\cdot or \\odot")
            }
            if style == .times, slots == 0, a.tensor.count == 3, b.tensor.count == 3 {
                return Value(tensor: try tensors(range) { () throws(TensorError) in try a.tensor.cross(b.tensor) }, slots: 0)
            }
            if style == .times || style == .asterisk {
                throw EvaluationError(.ambiguous, at: range, "a product of two vectors by this sign may be elementwise or a vector product")
            }
            if slots == 0 {
                return Value(tensor: try tensors(range) { () throws(TensorError) in try a.tensor.matmul(b.tensor) }, slots: 0)
            }
            let both = try broadcastBinary(.multiply, a, b, range)
            let axis = both.tensor.rank - 1
            return try lift(both, range) { t throws(TensorError) in try t.sum(axes: [axis]) }
        case (2, 1), (1, 2), (2, 2):
            let s = try aligned(a, slots: slots, rank: left, range)
            let t = try aligned(b, slots: slots, rank: right, range)
            if style == .asterisk {
                throw EvaluationError(.ambiguous, at: range, "a product by * of arrays may be elementwise or a matrix product")
            }
            do { try budget.allow(flops: tensorsFlops(s, t)) } catch { throw fail(error, range) }
            return Value(tensor: try tensors(range) { () throws(TensorError) in
                if left == 1, right == 2, slots == 0, t.shape[0] == 1, s.count != 1 { return try s.expandingDimensions(at: 1).matmul(t) }
                if left == 1, slots != 0 { return try s.expandingDimensions(at: s.rank - 1).matmul(t).squeezed(axes: [max(s.rank, t.rank - 1) - 1]) }
                if right == 1, slots != 0 { return try s.matmul(t.expandingDimensions(at: t.rank)).squeezed(axes: [-1]) }
                return try s.matmul(t)
            }, slots: slots)
        default:
            throw EvaluationError(.unsupported, at: range, "a product of arrays of \(left) and \(right) axes")
        }
    }

    private func tensorsFlops(_ a: Tensor, _ b: Tensor) -> Int {
        let (count, overflow) = a.count.multipliedReportingOverflow(by: 2 &* max(b.shape.last ?? 1, 1))
        return overflow ? .max : count
    }

    func power(_ a: Value, _ b: Value, _ range: ByteRange) throws(EvaluationError) -> Value {
        if rank(a) == 2, let exponent = b.tensor.scalar, a.slots == 0 {
            guard let n = Int(exactly: exponent), n.magnitude <= 64 else {
                throw EvaluationError(.unsupported, at: range, "a matrix power with exponent \(exponent)")
            }
            guard a.tensor.shape[0] == a.tensor.shape[1] else {
                throw EvaluationError(.shapeMismatch, at: range, "a power of a matrix needs a square one, found \(Tensors.Shape.text(a.tensor.shape))")
            }
            return try lift(a, range) { t throws(TensorError) in
                var result = try Tensor.eye(t.shape[0])
                let base = n < 0 ? try t.inverse() : t
                for _ in 0..<Int(n.magnitude) { result = try result.matmul(base) }
                return result
            }
        }
        if let exponent = b.tensor.scalar {
            if exponent == 2 { return Value(tensor: a.tensor.applying(.square), slots: a.slots) }
            if exponent == 1 { return a }
            if exponent == 0.5 { return Value(tensor: a.tensor.applying(.sqrt), slots: a.slots) }
            if exponent == -1 { return Value(tensor: a.tensor.applying(.reciprocal), slots: a.slots) }
        }
        return try broadcastBinary(.power, a, b, range)
    }

    func call(_ function: any KnownFunction, _ arguments: [Value], _ range: ByteRange) throws(EvaluationError) -> Value {
        var slots: UInt64 = 0
        for argument in arguments { slots |= argument.slots }
        let signature = function.signature
        try spend(arguments.reduce(1) { $0 &+ $1.tensor.count }, range)
        if signature.isElementwise {
            let widest = arguments.map { rank($0) }.max() ?? 0
            var inputs: [Tensor] = []
            for argument in arguments {
                inputs.append(argument.tensor.isScalar ? argument.tensor : try aligned(argument, slots: slots, rank: widest, range))
            }
            do { return Value(tensor: try function.apply(inputs), slots: slots) } catch { throw fail(error, range) }
        }
        if slots == 0 {
            do { return Value(tensor: try function.apply(arguments.map(\.tensor)), slots: 0) } catch { throw fail(error, range) }
        }
        var inputs: [Tensor] = []
        var leading: [Int] = []
        let axes = slots.nonzeroBitCount
        for argument in arguments {
            let tensor = try aligned(argument, slots: slots, rank: rank(argument), range)
            let own = Array(tensor.shape[..<axes])
            leading = leading.isEmpty ? own : zip(leading, own).map { max($0, $1) }
            inputs.append(tensor)
        }
        do {
            let count = try Tensors.Shape.count(leading)
            try spend(count &* 8, range)
            var flat: [Tensor] = []
            for tensor in inputs {
                let own = Array(tensor.shape[axes...])
                flat.append(try tensor.broadcast(to: leading + own).reshaped([count] + own))
            }
            var parts: [Tensor] = []
            for k in 0..<count {
                var slice: [Tensor] = []
                for tensor in flat { slice.append(try tensor.row(k)) }
                parts.append(try function.apply(slice))
            }
            let stacked = try Tensor.stack(parts)
            return Value(tensor: try stacked.reshaped(leading + stacked.shape.dropFirst()), slots: slots)
        } catch let error as TensorError { throw fail(error, range) } catch let error as EvaluationError { throw error } catch {
            throw EvaluationError(.notEvaluable, at: range, "not evaluated")
        }
    }

    func stack(_ ids: [ID], _ range: ByteRange) throws(EvaluationError) -> Value {
        var slots: UInt64 = 0
        var parts: [Value] = []
        for id in ids {
            let part = try value(id)
            guard rank(part) == 0 else {
                throw EvaluationError(.unsupported, at: tree.nodes[Int(id)].range, "an array as a part of an array")
            }
            slots |= part.slots
            parts.append(part)
        }
        var aligned: [Tensor] = []
        for part in parts { aligned.append(try self.aligned(part, slots: slots, rank: 0, range)) }
        let axis = slots.nonzeroBitCount
        do {
            var common = [Int](repeating: 1, count: axis)
            for part in aligned { common = try Tensors.Shape.broadcast(common, part.shape) }
            var full: [Tensor] = []
            for part in aligned { full.append(try part.broadcast(to: common)) }
            if full.isEmpty { return Value(tensor: Tensor([Double]()), slots: 0) }
            return Value(tensor: try Tensor.stack(full, axis: axis), slots: slots)
        } catch { throw fail(error, range) }
    }

    func reshapeOwn(_ value: Value, _ own: [Int], _ range: ByteRange) throws(EvaluationError) -> Value {
        let leading = Array(value.tensor.shape[..<value.slots.nonzeroBitCount])
        return try lift(value, range) { t throws(TensorError) in try t.reshaped(leading + own) }
    }

    /// The first value whose condition holds; the last stands alone for what else.
    func choose(_ parts: [ID], _ range: ByteRange) throws(EvaluationError) -> Value {
        var result: Value
        var end = parts.count
        if parts.count % 2 == 1, let last = parts.last {
            result = try value(last)
            end -= 1
        } else {
            result = Value(tensor: Tensor(Double.nan), slots: 0)
        }
        var k = end - 2
        while k >= 0 {
            let choice = try value(parts[k])
            let condition = try value(parts[k + 1])
            let slots = result.slots | choice.slots | condition.slots
            let rank = max(self.rank(result), self.rank(choice), self.rank(condition))
            let c = try aligned(condition, slots: slots, rank: rank, range)
            let x = choice.tensor.isScalar ? choice.tensor : try aligned(choice, slots: slots, rank: rank, range)
            let y = result.tensor.isScalar ? result.tensor : try aligned(result, slots: slots, rank: rank, range)
            result = Value(tensor: try tensors(range) { () throws(TensorError) in try Tensor.select(c, x, y) }, slots: slots)
            k -= 2
        }
        return result
    }
}
