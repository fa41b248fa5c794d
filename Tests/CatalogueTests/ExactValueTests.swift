import Catalogue
import Source
import Tensors
import TestSupport
import Testing

/// Samples, stress samples and gradients against the defining formula in 1000 digits (Tests/Reference/catalogue/exact.py).
///
/// Each element must be right by itself, so that neither overflow nor cancellation on the way can hide.
@Suite struct ExactValueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let entry: String
        let points: [(arguments: [Tensor], value: Tensor)]
        let slopes: (arguments: [Tensor], gradients: [Tensor?])?
        var testDescription: String { entry }
    }

    static let cases: [Case] = {
        do { return try load() } catch { preconditionFailure("\(error)") }
    }()

    static func load() throws -> [Case] {
        func tensors(_ value: JSONValue?) throws -> [Tensor] {
            try #require(value?.elements).map(ReferenceValueTests.tensor)
        }
        return try #require(Fixtures.reference("catalogue/exact.json")["entries"]?.elements).map { item in
            let points = try #require(item["points"]?.elements).map { point in
                (try tensors(point["arguments"]), try ReferenceValueTests.tensor(#require(point["value"])))
            }
            var slopes: (arguments: [Tensor], gradients: [Tensor?])?
            if let given = item["slopes"], given != .null {
                let gradients = try #require(given["gradients"]?.elements)
                slopes = (
                    try tensors(given["arguments"]),
                    try gradients.map { $0 == .null ? nil : try ReferenceValueTests.tensor($0) }
                )
            }
            return Case(entry: try #require(item["entry"]?.string), points: points, slopes: slopes)
        }
    }

    @Test(arguments: StandardCatalogue.table.entries) func samplesAreKnown(_ entry: Implementation) throws {
        let known = try #require(Self.cases.first { $0.entry == entry.name }, "run exact.py")
        let samples = [entry.sample] + entry.stressSamples
        #expect(known.points.count == samples.count, "run exact.py")
        for (point, sample) in zip(known.points, samples) {
            #expect(zip(point.arguments, sample).allSatisfy { $0.shape == $1.shape && $0.elements == $1.elements }, "run exact.py")
        }
        #expect((known.slopes == nil) == entry.exemptions.contains { $0.demand == .gradient }, "run exact.py")
    }

    @Test(arguments: cases) func valuesAreExact(_ test: Case) throws {
        let entry = try #require(StandardCatalogue.table.named(test.entry))
        for point in test.points {
            // The reference's arguments carry no kinds: class indices are whole numbers in the entry.
            let place = test.points.firstIndex { $0.arguments.map(\.elements) == point.arguments.map(\.elements) } ?? 0
            let arguments = place == 0 ? entry.sample : entry.stressSamples[place - 1]
            let value = try entry.evaluate(arguments)
            #expect(value.shape == point.value.shape)
            for (found, exact) in zip(value.elements, point.value.elements) {
                // 1e-300: below it numbers lose digits.
                let isRight = found == exact || (found.isNaN && exact.isNaN) || (found - exact).magnitude <= max(1e-12 * exact.magnitude, 1e-300)
                #expect(isRight, "\(arguments.map(\.elements)): \(value), exactly \(point.value)")
            }
        }
    }

    @Test(arguments: cases.filter { $0.slopes != nil }) func gradientsAreExact(_ test: Case) throws {
        let entry = try #require(StandardCatalogue.table.named(test.entry))
        let slopes = try #require(test.slopes)
        // What has no gradient in the reference are class indices.
        let arguments = zip(slopes.arguments, slopes.gradients).map { $1 == nil ? $0.converted(to: .integer) : $0 }
        let tape = Tape()
        let tracked = arguments.map(tape.track)
        let result = try entry.evaluate(tracked)
        let gradients = try tape.pullback(of: result, seed: result.filled(with: 1), to: tracked)
        for (i, exact) in slopes.gradients.enumerated() {
            guard let exact else { continue }
            let scale = max(1e-10 * exact.maximumMagnitude, 1e-12)
            #expect(gradients[i].shape == exact.shape)
            #expect(
                zip(gradients[i].elements, exact.elements).allSatisfy { ($0 - $1).magnitude <= scale },
                "for \(entry.parameters[i].name): \(gradients[i]), exactly \(exact)")
        }
    }
}
