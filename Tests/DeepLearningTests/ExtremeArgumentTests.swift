import DeepLearning
import Source
import Tensors
import TestSupport
import Testing

/// Values where the naive formula overflows, vanishes or cancels, against mpmath (Tests/Reference/deeplearning).
@Suite struct ExtremeArgumentTests {
    static let reference: JSONValue = {
        do { return try Fixtures.reference("deeplearning/extremes.json") } catch { preconditionFailure("\(error)") }
    }()

    static let elementwise: [(String, @Sendable (Tensor) throws -> Tensor)] = [
        ("sigmoid", { try sigmoid($0) }), ("logSigmoid", { try logSigmoid($0) }), ("softplus", { try softplus($0) }),
        ("elu", { try elu($0) }), ("gelu", { try gelu($0) }), ("swish", { try swish($0) }), ("mish", { try mish($0) }),
        ("tanh", { try tanh($0) }), ("normalLogDensity", { try normalLogDensity($0) }),
    ]

    @Test(arguments: 0..<9) func elementwiseFunctions(_ index: Int) throws {
        let (name, function) = Self.elementwise[index]
        for pair in try #require(Self.reference["elementwise"]?[name]?.elements) {
            let numbers = try numbers(pair)
            // The left tail of GELU inherits the conditioning of erfc: x²/2 ulps.
            try expect(function(Tensor(numbers[0])).item, numbers[1], name == "gelu" ? 1e-12 : 4e-15, "\(name)(\(numbers[0]))")
            let tape = Tape()
            let x = tape.track(Tensor(numbers[0]))
            let slope = try tape.gradient(of: function(x), withRespectTo: [x])[0].item
            #expect(slope.isFinite, "gradient of \(name) at \(numbers[0])")
        }
    }

    @Test func rows() throws {
        for pair in try cases("logSumExp") {
            let row = try numbers(pair[0])
            try expect(Tensor(row).logSumExp().item, #require(pair[1].double), 2e-16, "log-sum-exp of \(row)")
        }
        for (name, function) in [("softmax", { try softmax($0) }), ("logSoftmax", { try logSoftmax($0) })]
            as [(String, (Tensor) throws -> Tensor)]
        {
            for pair in try cases(name) {
                let row = try numbers(pair[0])
                for (found, expected) in zip(try function(Tensor(row)).elements, try numbers(pair[1])) {
                    // Both are differences from the largest element: exact to an ulp of that distance.
                    let scale = name == "logSoftmax" ? 4e-16 / min(expected.magnitude, 1) : 1e-13
                    expect(found, expected, max(scale, 1e-15), "\(name) of \(row)")
                }
            }
        }
    }

    @Test func binaryCrossEntropies() throws {
        for item in try cases("binaryCrossEntropyLogits") {
            let n = try item.map { try #require($0.double) }
            try expect(binaryCrossEntropy(Tensor(n[0]), logits: Tensor(n[1])).item, n[2], 1e-15, "logit \(n)")
        }
        for item in try cases("binaryCrossEntropy") {
            let n = try item.map { try #require($0.double) }
            try expect(binaryCrossEntropy(Tensor(n[0]), Tensor(n[1])).item, n[2], 1e-15, "probability \(n)")
        }
    }

    @Test func norms() throws {
        for item in try cases("norm") {
            let row = try numbers(item[0]), p = try #require(item[1].double)
            try expect(vectorNorm(Tensor(row), p).item, #require(item[2].double), 4e-15, "norm \(p) of \(row)")
        }
    }

    private func cases(_ name: String) throws -> [[JSONValue]] {
        try #require(Self.reference[name]?.elements).map { try #require($0.elements) }
    }

    private func numbers(_ value: JSONValue) throws -> [Double] {
        try #require(value.elements).map { try #require($0.double) }
    }

    private func expect(_ found: Double, _ expected: Double, _ relative: Double, _ what: String) {
        // A subnormal factor has few digits left.
        let allowed = max(relative * expected.magnitude, 0x1p-1060)
        #expect(found == expected || (found - expected).magnitude <= allowed, "\(what) is \(found), expected \(expected)")
    }
}
