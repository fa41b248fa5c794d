import Source
import Tensors
import TestSupport
import Testing

@Suite struct GeneratorTests {
    /// xoshiro256** written again in Python from its authors' description.
    @Test func bitsAreThoseOfXoshiro() throws {
        guard case .object(let seeds) = try #require(Fixtures.reference("tensors/tensors.json")["generator"]) else {
            Issue.record("no generator")
            return
        }
        for (seed, values) in seeds {
            var generator = Generator(seed: try #require(UInt64(seed)))
            for value in try #require(values.elements) {
                #expect(generator.next() == UInt64(try #require(value.string), radix: 16))
            }
        }
    }

    /// Mean, variance, third and fourth moment of each distribution, within six standard errors.
    @Test func moments() {
        var generator = Generator(seed: 3)
        let n = 100_000
        func check(_ name: String, _ expected: [Double], _ draw: (inout Generator) -> Double) {
            let values = (0..<n).map { _ in draw(&generator) }
            for (k, moment) in expected.enumerated() {
                let powers = values.map { x in (0...k).reduce(1.0) { product, _ in product * x } }
                let mean = powers.reduce(0, +) / Double(n)
                let variance = powers.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n)
                #expect(abs(mean - moment) < 6 * (variance / Double(n)).squareRoot(), "\(name), moment \(k + 1)")
            }
        }
        check("uniform", [1.0 / 2, 1.0 / 3, 1.0 / 4]) { $0.uniform() }
        check("normal", [0, 1, 0, 3]) { $0.normal() }
        check("exponential", [1, 2, 6]) { $0.exponential() }
        check("die", [3.5, 91.0 / 6]) { Double($0.integer(1, 6)) }
    }

    @Test func sequencesRepeatAndDiffer() throws {
        var a = Generator(seed: 9), b = Generator(seed: 9), c = Generator(seed: 10)
        #expect(try a.normal(shape: [4]) == b.normal(shape: [4]))
        #expect(try a.normal(shape: [4]) != c.normal(shape: [4]))
        var left = a.split(), right = a.split()
        #expect(left.next() != right.next())
    }

    @Test func permutationsAndChoices() throws {
        var generator = Generator(seed: 1)
        #expect(generator.permutation(10).sorted() == Array(0..<10))
        #expect(try generator.choice(5, size: 5, replacing: false).sorted() == Tensor(integers: [0, 1, 2, 3, 4]))
        #expect(throws: TensorError.self) { try generator.choice(2, size: 3, replacing: false) }
        #expect(throws: TensorError.self) { try generator.integers(shape: [2], low: 3, high: 3) }
        #expect(generator.integer(below: 0) == 0)
        #expect(generator.integer(5, 2) == 5)
        #expect(generator.index(weights: [0, 0, 1, 0]) == 2)
        let rows = try generator.distributions(shape: [3, 4]).sum(axes: [1])
        for sum in rows.elements { #expect(abs(sum - 1) < 1e-12) }
    }
}
