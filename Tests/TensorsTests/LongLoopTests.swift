import Glibc
import Tensors
import Testing

/// The vectorised loops against the scalar functions of the C library.
@Suite struct LongLoopTests {
    static let arguments: [Double] = {
        var generator = Generator(seed: 4)
        var values = (0..<30_000).map { _ in generator.uniform(-750, 712) }
        values += (0..<30_000).map { _ in generator.normal() }
        values += [0, -0.0, .nan, .infinity, -.infinity, 709.78, 709.79, -708.4, -745.1, -745.2, -1e308, 1e308, 0x1p-1060, 0x1p-1074]
        return values
    }()

    @Test func exponential() {
        let found = Tensor(Self.arguments).exp().elements
        for (x, y) in zip(Self.arguments, found) { expect(y, Glibc.exp(x), ulps: 1, "exp(\(x))") }
    }

    @Test func sigmoid() {
        let found = Tensor(Self.arguments).sigmoid().elements
        for (x, y) in zip(Self.arguments, found) {
            expect(y, x >= 0 ? 1 / (1 + Glibc.exp(-x)) : Glibc.exp(x) / (1 + Glibc.exp(x)), ulps: 4, "sigmoid(\(x))")
        }
    }

    @Test func logarithm() {
        let arguments = Self.arguments.map { $0 < 0 && $0 > -700 ? Glibc.exp(-$0) : $0 } + Self.arguments.map { Glibc.exp($0) }
        let found = Tensor(arguments).log().elements
        for (x, y) in zip(arguments, found) { expect(y, Glibc.log(x), ulps: 1, "log(\(x))") }
    }

    @Test func hyperbolicTangent() {
        let found = Tensor(Self.arguments).tanh().elements
        for (x, y) in zip(Self.arguments, found) { expect(y, Glibc.tanh(x), ulps: 6, "tanh(\(x))") }
    }

    @Test func arithmetic() throws {
        let x = Tensor(Self.arguments), y = Tensor(Self.arguments.reversed())
        for (function, scalar) in [
            (BinaryFunction.add, { $0 + $1 }), (.subtract, { $0 - $1 }), (.multiply, { $0 * $1 }), (.divide, { $0 / $1 }),
        ] as [(BinaryFunction, (Double, Double) -> Double)] {
            let found = try Tensor.apply(function, x, y).elements
            for (i, value) in found.enumerated() {
                expect(value, scalar(Self.arguments[i], Self.arguments[Self.arguments.count - 1 - i]), ulps: 0, "\(function)")
            }
        }
    }

    private func expect(_ found: Double, _ expected: Double, ulps: Double, _ what: String) {
        let isEqual = found == expected || (found.isNaN && expected.isNaN)
        if !isEqual && !(abs(found - expected) <= ulps * expected.magnitude.ulp) {
            Issue.record("\(what) is \(found), expected \(expected)")
        }
    }
}
