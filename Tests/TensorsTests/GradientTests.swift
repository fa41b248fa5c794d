import Tensors
import Testing

/// Gradients against central differences, for every differentiable operation.
@Suite struct GradientTests {
    typealias Function = @Sendable ([Tensor]) throws(TensorError) -> Tensor

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let shapes: [[Int]]
        let low: Double
        let high: Double
        let function: Function
        /// Factors of decompositions have first derivatives only.
        var isTwiceDifferentiable = true
        var testDescription: String { name }

        func once() -> Case {
            var copy = self
            copy.isTwiceDifferentiable = false
            return copy
        }

        init(_ name: String, _ shapes: [[Int]], _ low: Double = -2, _ high: Double = 2, _ function: @escaping Function) {
            self.name = name
            self.shapes = shapes
            self.low = low
            self.high = high
            self.function = function
        }
    }

    static let cases: [Case] = [
        Case("square sum", [[3]]) { (x) throws(TensorError) in x[0].square() },
        Case("broadcast product", [[2, 3], [3]]) { (x) throws(TensorError) in try x[0] * x[1] },
        Case("broadcast quotient", [[2, 1], [3]], 0.5, 2) { (x) throws(TensorError) in try x[0] / x[1] },
        Case("difference", [[], [2, 2]]) { (x) throws(TensorError) in try x[0] - x[1] },
        Case("power", [[3], [3]], 0.5, 2) { (x) throws(TensorError) in try x[0].power(x[1]) },
        Case("softmax like", [[2, 3]]) { (x) throws(TensorError) in
            try x[0].exp() / x[0].exp().sum(axes: [1], keepDimensions: true)
        },
        Case("logsumexp", [[2, 3]]) { (x) throws(TensorError) in try x[0].logSumExp(axes: [0]) },
        Case("matmul", [[2, 3], [3, 2]]) { (x) throws(TensorError) in try x[0].matmul(x[1]) },
        Case("matmul batch", [[2, 2, 3], [3]]) { (x) throws(TensorError) in try x[0].matmul(x[1]) },
        Case("matmul vector", [[3], [3, 2]]) { (x) throws(TensorError) in try x[0].matmul(x[1]) },
        Case("outer", [[3], [2]]) { (x) throws(TensorError) in try x[0].outer(x[1]) },
        Case("solve", [[3, 3], [3]]) { (x) throws(TensorError) in try (x[0] + 5.0 * .eye(3)).solving(x[1]) },
        Case("solve matrix", [[3, 3], [3, 2]]) { (x) throws(TensorError) in try (x[0] + 5.0 * .eye(3)).solving(x[1]) },
        Case("inverse", [[3, 3]]) { (x) throws(TensorError) in try (x[0] + 5.0 * .eye(3)).inverse() },
        Case("determinant", [[3, 3]]) { (x) throws(TensorError) in try x[0].determinant() },
        Case("singular determinant", [[2]]) { (x) throws(TensorError) in try x[0].outer(x[0]).determinant() },
        Case("cholesky", [[3, 3]]) { (x) throws(TensorError) in
            try (x[0].matmul(x[0].matrixTransposed()) + 2.0 * .eye(3)).cholesky()
        },
        Case("trace and diagonal", [[3, 3]]) { (x) throws(TensorError) in try x[0].diagonal(offset: 1) * x[0].trace() },
        Case("product", [[2, 3]]) { (x) throws(TensorError) in try x[0].product(axes: [0]) },
        Case("maximum", [[2, 3]]) { (x) throws(TensorError) in try x[0].maximum(axes: [1]) },
        Case("variance", [[2, 3]]) { (x) throws(TensorError) in try x[0].variance(axes: [1], correction: 1) },
        Case("deviation", [[4]]) { (x) throws(TensorError) in try x[0].standardDeviation() },
        Case("norm 2", [[3]]) { (x) throws(TensorError) in try x[0].norm() },
        Case("norm 3", [[2, 2]]) { (x) throws(TensorError) in try x[0].norm(3, axes: [1]) },
        Case("norm 1", [[3]]) { (x) throws(TensorError) in try x[0].norm(1) },
        Case("norm infinity", [[3]]) { (x) throws(TensorError) in try x[0].norm(.infinity) },
        Case("cumsum", [[2, 3]]) { (x) throws(TensorError) in try x[0].cumulativeSum(axis: 1).square() },
        Case("slice", [[5]]) { (x) throws(TensorError) in try x[0].slice(axis: 0, start: 4, step: -2).square() },
        Case("take", [[3, 2]]) { (x) throws(TensorError) in try x[0].taking(Tensor(integers: [0, 2, 0])).square() },
        Case("gather", [[2, 3]]) { (x) throws(TensorError) in
            try x[0].gathering(Tensor(shape: [2, 1], elements: [2, 0], kind: .integer), axis: 1).square()
        },
        Case("replacing", [[3], [2]]) { (x) throws(TensorError) in
            try x[0].replacing([.range(start: 1)], with: x[1]).square()
        },
        Case("concatenate", [[2], [3]]) { (x) throws(TensorError) in try Tensor.concatenate([x[0], x[1], x[0]]).square() },
        Case("stack", [[2], [2]]) { (x) throws(TensorError) in try Tensor.stack([x[0], x[1]], axis: 1).square() },
        Case("transpose", [[2, 3]]) { (x) throws(TensorError) in try x[0].transposed() * x[0].reshaped([3, 2]) },
        Case("tile", [[2]]) { (x) throws(TensorError) in try x[0].tiled([2, 2]).square() },
        Case("repeat", [[2]]) { (x) throws(TensorError) in try x[0].repeated(3).square().cumulativeSum() },
        Case("where", [[4], [4]]) { (x) throws(TensorError) in try Tensor.select(x[0].greater(0), x[0] * x[1], x[1]) },
        Case("clip", [[4]]) { (x) throws(TensorError) in try x[0].clip(-1, 1).square() },
        Case("maximum of two", [[4], [4]]) { (x) throws(TensorError) in try Tensor.maximum(x[0], x[1]).square() },
        Case("minimum of two", [[4], []]) { (x) throws(TensorError) in try Tensor.minimum(x[0], x[1]).square() },
        Case("xlogy", [[3], [3]], 0.2, 2) { (x) throws(TensorError) in try Tensor.xlogy(x[0], x[1]) },
        Case("xlog1py", [[3], [3]], 0.2, 2) { (x) throws(TensorError) in try Tensor.apply(.xlog1py, x[0], x[1]) },
        Case("logaddexp", [[3], [3]]) { (x) throws(TensorError) in try Tensor.logAddExp(x[0], x[1]) },
        Case("atan2", [[3], [3]], 0.5, 2) { (x) throws(TensorError) in try Tensor.atan2(x[0], x[1]) },
        Case("hypot", [[3], [3]], 0.5, 2) { (x) throws(TensorError) in try Tensor.apply(.hypot, x[0], x[1]) },
        Case("median", [[5]]) { (x) throws(TensorError) in try x[0].median() },
        Case("median of an even count", [[4, 3]]) { (x) throws(TensorError) in try x[0].median(axes: [0]).square() },
        Case("median of two axes", [[2, 3, 2]]) { (x) throws(TensorError) in
            try x[0].median(axes: [0, 2], keepDimensions: true).square()
        },
        Case("cumprod", [[2, 3]]) { (x) throws(TensorError) in try x[0].cumulativeProduct(axis: 0).square() },
        Case("cumprod flat", [[4]]) { (x) throws(TensorError) in try x[0].cumulativeProduct() * Tensor([1, 2, 3, 4]) },
        Case("qr", [[3, 2]]) { (x) throws(TensorError) in
            let (q, r) = try x[0].qr()
            return try q.matmul(r.square()) * Tensor(shape: [3, 2], elements: [1, 2, 3, 4, 5, 6])
        }.once(),
        Case("orthogonal factor", [[3, 3]]) { (x) throws(TensorError) in try (x[0] + 4.0 * .eye(3)).qr().q * x[0] }.once(),
        Case("triangular factor", [[3, 3]]) { (x) throws(TensorError) in try (x[0] + 4.0 * .eye(3)).qr().r.square() }.once(),
        Case("eigenvectors", [[3, 3]]) { (x) throws(TensorError) in
            let symmetric = try x[0] + x[0].matrixTransposed() + Tensor(shape: [3, 3], elements: [9, 0, 0, 0, 3, 0, 0, 0, -4])
            let (values, vectors) = try symmetric.symmetricEigen()
            return try vectors * values.exp() * Tensor(shape: [3, 3], elements: [1, 2, 3, 4, 5, 6, 7, 8, 9])
        }.once(),
        Case("svd", [[3, 2]]) { (x) throws(TensorError) in
            let (u, values, v) = try (x[0] + Tensor(shape: [3, 2], elements: [5, 0, 0, 2, 0, 0])).svd()
            let weighted = try u * values * Tensor(shape: [3, 2], elements: [1, 2, 3, 4, 5, 6])
            return try weighted.matmul(v.square())
        }.once(),
        Case("svd of a wide matrix", [[2, 3]]) { (x) throws(TensorError) in
            let (u, _, v) = try (x[0] + Tensor(shape: [2, 3], elements: [5, 0, 0, 0, 2, 0])).svd()
            return try u.matmul(v * Tensor(shape: [2, 3], elements: [1, 2, 3, 4, 5, 6]))
        }.once(),
        Case("sorted", [[5]]) { (x) throws(TensorError) in try x[0].sorted() * Tensor([1, 2, 3, 4, 5]) },
    ]

    static let unary: [(UnaryFunction, Double, Double)] = UnaryFunction.allCases.compactMap { function in
        switch function {
        case .log, .log2, .log10, .sqrt, .cbrt, .reciprocal, .gamma, .logGamma: (function, 0.5, 3)
        case .asin, .acos, .atanh: (function, -0.9, 0.9)
        case .acosh: (function, 1.2, 3)
        case .log1p: (function, -0.5, 3)
        case .digamma, .logicalNot, .isNaN, .isInfinite, .isFinite, .floor, .ceil, .round, .truncate, .sign: nil
        default: (function, -1.2, 1.3)
        }
    }

    @Test(arguments: cases) func agreesWithCentralDifferences(_ test: Case) throws {
        for seed in 1...3 { try check(test, seed: UInt64(seed)) }
    }

    @Test(arguments: unary) func unaryFunctions(_ function: UnaryFunction, _ low: Double, _ high: Double) throws {
        try check(Case(function.rawValue, [[4]], low, high) { (x) throws(TensorError) in x[0].applying(function) }, seed: 7)
    }

    /// Σ w·f(x) with random weights, each coordinate moved by ±h.
    private func check(_ test: Case, seed: UInt64) throws {
        var generator = Generator(seed: seed)
        var inputs: [Tensor] = []
        for shape in test.shapes { inputs.append(try generator.uniform(shape: shape, low: test.low, high: test.high)) }
        let probe = try test.function(inputs)
        let weights = try generator.uniform(shape: probe.shape, low: 0.5, high: 1.5)
        func value(_ x: [Tensor]) throws -> Double { try (weights * test.function(x)).sum().item }

        let tape = Tape()
        let tracked = inputs.map(tape.track)
        let result = try (weights * test.function(tracked)).sum()
        let gradients = try tape.gradient(of: result, withRespectTo: tracked)
        let recorded = test.isTwiceDifferentiable
            ? try tape.gradient(of: result, withRespectTo: tracked, recording: true) : gradients
        for (i, gradient) in gradients.enumerated() {
            #expect(gradient.shape == inputs[i].shape)
            #expect(recorded[i] == gradient)
            for k in 0..<inputs[i].count {
                var moved = inputs
                var numbers = inputs[i].elements
                let h = 1e-5
                numbers[k] += h
                moved[i] = try Tensor(shape: inputs[i].shape, elements: numbers)
                let above = try value(moved)
                numbers[k] -= 2 * h
                moved[i] = try Tensor(shape: inputs[i].shape, elements: numbers)
                let below = try value(moved)
                let expected = (above - below) / (2 * h)
                let found = gradient.elements[k]
                #expect(abs(found - expected) <= 1e-6 * max(1, abs(expected)), "\(test.name), input \(i), element \(k)")
            }
        }
    }

    @Test func spectra() throws {
        let eigenvalues = Case("eigenvalues", [[3, 3]]) { (x) throws(TensorError) in
            try (x[0] + x[0].matrixTransposed()).symmetricEigenvalues()
        }
        let singularValues = Case("singular values", [[3, 2]]) { (x) throws(TensorError) in try x[0].singularValues() }
        try check(eigenvalues.once(), seed: 2)
        try check(singularValues.once(), seed: 2)
    }

    @Test func higherDerivatives() throws {
        let tape = Tape()
        let x = tape.track(Tensor([1, 2]))
        let y = try (x.power(3) * Tensor([1, 2])).sum() + x.product()
        #expect(try tape.hessian(of: y, withRespectTo: x) == Tensor([[6, 1], [1, 24]]))
        let z = tape.track(Tensor(0.5))
        let third = try tape.gradient(
            of: tape.gradient(of: tape.gradient(of: z.sin(), withRespectTo: [z], recording: true)[0], withRespectTo: [z], recording: true)[0],
            withRespectTo: [z])[0]
        #expect(abs(try third.item + 0.877_582_561_890_372_7) < 1e-15)
    }

    @Test func jacobian() throws {
        let tape = Tape()
        let x = tape.track(Tensor([1, 2, 3]))
        let y = try x.slice(axis: 0, stop: 2) * x.slice(axis: 0, start: 1)
        #expect(try tape.jacobian(of: y, withRespectTo: x) == Tensor([[2, 1, 0], [0, 3, 2]]))
    }

    @Test func conventionsAtKinks() throws {
        func slope(_ x: Double, _ f: (Tensor) throws -> Tensor) throws -> Double {
            let tape = Tape()
            let variable = tape.track(Tensor(x))
            return try tape.gradient(of: f(variable), withRespectTo: [variable])[0].item
        }
        // torch.abs, torch.maximum, torch.clamp, torch.linalg.norm at the kink (PyTorch 2)
        #expect(try slope(0) { $0.abs() } == 0)
        #expect(try slope(0) { try .maximum($0, 0.0) } == 0.5)
        #expect(try slope(1) { try $0.clip(-1, 1) } == 1)
        #expect(try slope(0) { try $0.norm() } == 0)
        #expect(try slope(0) { try $0.power(0.0) } == 0)
        #expect(try slope(2.5) { $0.floor() } == 0)
        #expect(try slope(2.5) { _ in Tensor(3.0) } == 0)
        let tape = Tape()
        let x = tape.track(Tensor([2, 2, 1]))
        #expect(try tape.gradient(of: x.maximum(), withRespectTo: [x])[0] == Tensor([0.5, 0.5, 0]))
    }

    @Test func errors() throws {
        let tape = Tape(), other = Tape()
        let x = tape.track(Tensor([1, 2])), z = other.track(Tensor([1, 2]))
        #expect(throws: TensorError.differentTapes) { try x + z }
        #expect(throws: TensorError.notScalar([2], operation: "gradient")) { try tape.gradient(of: x, withRespectTo: [x]) }
        #expect(throws: TensorError.notTracked) { try tape.gradient(of: x.sum(), withRespectTo: [z]) }
        let square = tape.track(try Tensor.eye(2)), wide = tape.track(try Tensor.ones([1, 2]))
        #expect(throws: TensorError.notDifferentiable(operation: "eigenvectors of equal eigenvalues")) {
            try tape.gradient(of: square.symmetricEigen().vectors.sum(), withRespectTo: [square])
        }
        #expect(throws: TensorError.notDifferentiable(operation: "qr of a wide matrix")) { try wide.qr() }
    }
}
