import Tensors
import Testing

/// Sizes, indices and values that input may hold: each operation answers with a value or an error, never a trap.
@Suite struct HostileInputTests {
    static let numbers: [Int] = [.min, .min + 1, -1 << 40, -3, -2, -1, 0, 1, 2, 3, 1 << 29, 1 << 62, .max]
    static let empty = { () -> [Tensor] in
        [[0], [0, 3], [2, 0], [0, 0], [1, 0, 2]].compactMap { try? Tensor.zeros($0) }
    }()
    static let tensors: [Tensor] = empty + [
        Tensor(2.5), Tensor(Double.nan), Tensor(Double.infinity), Tensor([1, 2, 3]), Tensor([.nan, 1]), Tensor(true),
        Tensor(integers: [1, 0, -1]),
    ] + [[2, 2], [2, 3], [3, 1], [2, 1, 3], [2, 2, 2, 2]].compactMap { try? Tensor.ones($0) }

    @Test func sizesOverflowAsErrors() throws {
        #expect(throws: TensorError.sizeOverflow([1 << 40, 1 << 40])) { try Tensor.zeros([1 << 40, 1 << 40]) }
        #expect(throws: TensorError.sizeOverflow([1 << 20, 1 << 20, 0])) { try Tensor.zeros([1 << 20, 1 << 20, 0]) }
        #expect(throws: TensorError.self) { try Tensor.zeros([-1]) }
        #expect(throws: TensorError.self) { try Tensor.zeros([Int](repeating: 1, count: 65)) }
        #expect(throws: TensorError.elementCount(3, shape: [2, 2])) { try Tensor(shape: [2, 2], elements: [1, 2, 3]) }
        #expect(throws: TensorError.shapeMismatch([2], [1], operation: "rows of a matrix")) { try Tensor([[1, 2], [3]]) }
        #expect(throws: TensorError.sizeOverflow([1 << 20, 1 << 20])) {
            try Tensor.zeros([1 << 20, 1]) + Tensor.zeros([1, 1 << 20])
        }
        #expect(throws: TensorError.sizeOverflow([1 << 20, 1 << 20])) {
            try Tensor.zeros([1 << 20]).outer(Tensor.zeros([1 << 20]))
        }
    }

    @Test func integersOfEverySize() {
        for x in Self.tensors {
            for a in Self.numbers {
                attempt { try x.reshaped([a]) }
                attempt { try x.reshaped([-1, a]) }
                attempt { try x.broadcast(to: [a]) }
                attempt { try x.broadcast(to: [a] + x.shape) }
                attempt { try x.sum(axes: [a]) }
                attempt { try x.argmax(axis: a) }
                attempt { try x.cumulativeSum(axis: a) }
                attempt { try x.sorted(axis: a) }
                attempt { try x.expandingDimensions(at: a) }
                attempt { try x.squeezed(axes: [a]) }
                attempt { try x.flipped(axes: [a]) }
                attempt { try x.transposed([a, 0]) }
                attempt { try x.tiled([a]) }
                attempt { try x.repeated(a) }
                attempt { try x.repeated(a, axis: 0) }
                attempt { try x.diagonal(offset: a) }
                attempt { try x.triangle(upper: true, offset: a) }
                attempt { try x.triangle(upper: false, offset: a) }
                attempt { try x.matrixPower(a) }
                attempt { try x.variance(correction: a) }
                attempt { try x.indexed([.at(a)]) }
                attempt { try x.row(a, axis: a) }
                attempt { try x.taking(Tensor(a), axis: 0) }
                attempt { try x.gathering(Tensor(integers: [a]), axis: 0) }
                attempt { try Tensor.oneHot(x, classes: a) }
                attempt { try Tensor.concatenate([x, x], axis: a) }
                attempt { try Tensor.stack([x, x], axis: a) }
                for part in (try? x.split(sizes: [a, a], axis: 0)) ?? [] { attempt { part } }
                for b in Self.numbers {
                    attempt { try x.indexed([.range(start: a, stop: b, step: 1)]) }
                    attempt { try x.indexed([.range(start: a, stop: nil, step: b)]) }
                    attempt { try x.indexed([.range(start: nil, stop: a, step: b)]) }
                }
            }
        }
        for a in Self.numbers {
            for b in Self.numbers {
                attempt { try a < 1 << 20 && b < 1 << 8 ? Tensor.eye(a, columns: b) : Tensor(0.0) }
                attempt { try Tensor.arange(Double(a), Double(a) + 5, step: Double(b)) }
                var generator = Generator(seed: 1)
                _ = generator.integer(a, b)
                _ = try? generator.choice(min(a, 100), size: min(b, 100), replacing: false)
                _ = try? Shape.matmul([a, b], [b, a])
                _ = try? Shape.matmulFlops([a, b], [b, a])
            }
            attempt { try Tensor.linspace(0, 1, count: min(a, 100)) }
        }
    }

    @Test func everyPairOfShapes() {
        for x in Self.tensors {
            for function in UnaryFunction.allCases { attempt { x.applying(function) } }
            for operation in Self.single { attempt { try operation(x) } }
            for y in Self.tensors {
                for function in BinaryFunction.allCases { attempt { try .apply(function, x, y) } }
                for operation in Self.double { attempt { try operation(x, y) } }
            }
        }
    }

    static let single: [@Sendable (Tensor) throws -> Tensor] = [
        { try $0.sum() }, { try $0.product() }, { try $0.mean() }, { try $0.maximum() }, { try $0.minimum() },
        { try $0.variance() }, { try $0.logSumExp() }, { try $0.median() }, { try $0.any() }, { try $0.argmin() },
        { try $0.norm() }, { try $0.norm(-1) }, { try $0.norm(.infinity) }, { try $0.norm(.nan) }, { try $0.norm(0) },
        { try $0.inverse() }, { try $0.determinant() }, { try $0.cholesky() }, { try $0.trace() },
        { try $0.symmetricEigen().vectors }, { try $0.realEigen().vectors }, { try $0.svd().u }, { try $0.qr().q },
        { try $0.pseudoinverse() }, { try $0.conditionNumber() }, { Tensor(try $0.matrixRank()) },
        { $0.unique().values }, { $0.flattened() }, { try $0.matrixTransposed() }, { try $0.squeezed() },
        { try $0.diagonal() }, { try Tensor($0.item) }, { try Tensor(integers: $0.integers()) },
        { try $0.clip(.nan, 1) }, { $0.nonzero().first ?? 0.0 },
    ]

    static let double: [@Sendable (Tensor, Tensor) throws -> Tensor] = [
        { try $0.matmul($1) }, { try $0.dot($1) }, { try $0.cross($1) }, { try $0.solving($1) },
        { try $0.leastSquares($1) }, { try $0.taking($1) }, { try $0.indexed([.tensor($1)]) },
        { try $0.indexed([.all, .tensor($1)]) }, { try $0.indexed([.tensor($1), .newAxis, .tensor($1)]) },
        { try $0.indexed([.tensor($1.converted(to: .boolean))]) }, { try $0.replacing([.all], with: $1) },
        { try $0.gathering($1, axis: -1) }, { try .concatenate([$0, $1]) }, { try .select($0, $1, $0) },
        { try $0.summed(to: $1.shape) },
    ]

    /// Gradients of the same, where there are any.
    @Test func gradientsOfEveryShape() {
        for x in Self.tensors {
            for operation in Self.single {
                let tape = Tape()
                let variable = tape.track(x)
                attempt {
                    let result = try operation(variable)
                    return try tape.pullback(of: result, seed: result.filled(with: 1), to: [variable])[0]
                }
            }
            for y in Self.tensors {
                for operation in Self.double {
                    let tape = Tape()
                    let a = tape.track(x), b = tape.track(y)
                    attempt {
                        let result = try operation(a, b)
                        let gradients = try tape.pullback(of: result, seed: result.filled(with: 1), to: [a, b])
                        #expect(gradients.map(\.shape) == [a.shape, b.shape])
                        return gradients[0]
                    }
                }
            }
        }
    }

    /// A value must be sound, an error must say something and be ours.
    private func attempt(_ body: () throws -> Tensor) {
        do {
            let value = try body()
            #expect(value.shape.reduce(1, *) == value.count)
        } catch {
            #expect((error as? TensorError)?.description.isEmpty == false, "\(error)")
        }
    }
}
