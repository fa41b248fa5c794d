import Catalogue
import Source
import Tensors
import TestSupport
import Testing

/// Values and gradients of every variant against PyTorch, NumPy and SciPy (Tests/Reference/catalogue).
@Suite struct ReferenceValueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let entry: String
        let variant: String
        let arguments: [Tensor]
        let value: Tensor
        let gradients: [Tensor?]
        var testDescription: String { "\(entry) \(variant)" }
    }

    static let cases: [Case] = {
        do { return try load() } catch { preconditionFailure("\(error)") }
    }()

    static func load() throws -> [Case] {
        let files = ["catalogue/catalogue.json", "catalogue/families.json", "catalogue/learning.json", "catalogue/courses.json", "catalogue/textbooks.json"]
        let items = try files.flatMap { try #require(Fixtures.reference($0)["cases"]?.elements) }
        return try items.map { item in
            Case(
                entry: try #require(item["entry"]?.string), variant: try #require(item["variant"]?.string),
                arguments: try #require(item["arguments"]?.elements).map(tensor),
                value: try tensor(#require(item["value"])),
                gradients: try #require(item["gradients"]?.elements).map { $0 == .null ? nil : try tensor($0) })
        }
    }

    static func tensor(_ value: JSONValue) throws -> Tensor {
        let shape = try #require(value["shape"]?.elements).map { Int(try #require($0.double)) }
        let elements = try #require(value["elements"]?.elements).map { try #require($0.double) }
        return try Tensor(shape: shape, elements: elements)
    }

    @Test func everyVariantHasAValue() {
        let known = Set(Self.cases.map { "\($0.entry) \($0.variant)" })
        for entry in StandardCatalogue.table.entries {
            for variant in entry.variants {
                #expect(known.contains("\(entry.name) \(variant.name)"), "add \(entry.name) \(variant.name) to catalogue.py, families.py, learning.py, courses.py or textbooks.py")
            }
        }
    }

    @Test(arguments: cases) func agrees(_ test: Case) throws {
        let entry = try #require(StandardCatalogue.table.named(test.entry))
        let variant = try #require(entry.variant(named: test.variant))
        let value = try entry.evaluate(test.arguments, variant: variant)
        expect(value, test.value, "value")

        let tape = Tape()
        let tracked = test.arguments.map(tape.track)
        let result = try entry.evaluate(tracked, variant: variant)
        expect(result.detached, test.value, "value while recording")
        for (i, expected) in test.gradients.enumerated() {
            guard let expected else { continue }
            let found = try tape.gradient(of: result.sum(), withRespectTo: [tracked[i]])[0]
            expect(found, expected, "gradient for argument \(i)")
        }
    }

    /// Within 1e-12 of the largest magnitude, 1e-11 for gradients through elimination.
    private func expect(_ found: Tensor, _ expected: Tensor, _ what: String) {
        #expect(found.shape == expected.shape, "\(what)")
        let scale = 1e-11 * max(1, expected.maximumMagnitude)
        for (a, b) in zip(found.elements, expected.elements) {
            #expect(a == b || (a.isNaN && b.isNaN) || (a - b).magnitude <= scale, "\(what): \(found), expected \(expected)")
        }
    }
}
