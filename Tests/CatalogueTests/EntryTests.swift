import Catalogue
import Source
import Tensors
import TestSupport
import Testing

/// What every entry must have, whoever adds it.
@Suite struct EntryTests {
    static let entries = StandardCatalogue.table.entries

    @Test func everyFileHasItsLineInOrder() throws {
        let list = try #require(Fixtures.text("Sources/Catalogue/StandardCatalogue.swift"))
        let lines = list.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix(".") && $0.hasSuffix(",") }
            .map { String($0.dropFirst().dropLast()) }
        let files = Fixtures.names(in: "Sources/Catalogue/Entries").map { String($0.dropLast(6)) }
        #expect(lines == lines.sorted { $0.lowercased() < $1.lowercased() })
        #expect(
            Set(files.map { $0.lowercased() }) == Set(lines.map { $0.lowercased() }),
            "give each file of Entries a line `.name,` in StandardCatalogue.swift")
        #expect(lines.count == files.count)
    }

    @Test func namesAndAliasesAreUnambiguous() {
        var owners: [String: String] = [:]
        for entry in Self.entries {
            #expect(entry.name == entry.name.lowercased())
            var own: Set<String> = []
            for name in [entry.name, entry.title.english, entry.title.chinese] + entry.aliases {
                let key = ImplementationTable.folded(name)
                #expect(!key.isEmpty)
                if let owner = owners[key], owner != entry.name { Issue.record("\(name) is \(owner) and \(entry.name)") }
                owners[key] = entry.name
                own.insert(key)
            }
            for alias in entry.aliases { #expect(StandardCatalogue.table.lookup(alias)?.name == entry.name) }
        }
    }

    @Test(arguments: entries) func isComplete(_ entry: Implementation) throws {
        #expect(!entry.variants.isEmpty && !entry.source.isEmpty && !entry.equation.isEmpty)
        #expect(entry.aliases.contains { $0.utf8.contains { $0 >= 0x80 } }, "a Chinese alias")
        #expect(Set(entry.variants.map(\.name)).count == entry.variants.count)
        for variant in entry.variants {
            let parameters = entry.parameters(of: variant)
            let sample = variant.sample ?? entry.sample
            #expect(sample.count == parameters.count, "\(variant.name)")
            for argument in sample { #expect(argument.count > 0) }
            // Hyperparameters stand last, and their sample is their default or inside their domain.
            let defaults = parameters.map { $0.defaultValue != nil }
            #expect(defaults == defaults.sorted { !$0 && $1 })
            let value = try entry.evaluate(sample, variant: variant)
            #expect(value.isFinite, "\(variant.name): \(value)")
            #expect(entry.resultShape(of: variant, arguments: sample.map(\.shape)) == value.shape, "\(variant.name)")
        }
        for stress in entry.stressSamples {
            #expect(stress.count == entry.parameters.count)
            _ = try entry.evaluate(stress)
        }
    }

    @Test(arguments: entries) func randomArgumentsFit(_ entry: Implementation) throws {
        var generator = Generator(seed: 11)
        for variant in entry.variants {
            for leading in [[], [3], [2, 3]] {
                let arguments = try entry.randomArguments(of: variant, leading: leading, using: &generator)
                let shape = try #require(
                    entry.resultShape(of: variant, arguments: arguments.map(\.shape)), "\(variant.name)")
                let value = try entry.evaluate(arguments, variant: variant)
                #expect(value.shape == shape, "\(variant.name)")
                #expect(value.isFinite, "\(variant.name) \(arguments)")
            }
        }
    }

    @Test(arguments: entries) func propertiesHold(_ entry: Implementation) throws {
        let standard = try #require(entry.standard)
        for property in entry.properties {
            var generator = Generator(seed: 5)
            for round in 0..<40 {
                let sizes = entry.randomSizes(using: &generator)
                let leading = round % 2 == 0 ? [] : [4]
                let arguments = try entry.randomArguments(sizes: sizes, leading: leading, using: &generator)
                let others = try entry.randomArguments(sizes: sizes, leading: leading, using: &generator)
                let other = try #require(others.indices.contains(property.law.place) ? others[property.law.place] : nil)
                let failure = try property.failure(of: standard.evaluate, on: arguments, other: other)
                guard let failure else { continue }
                Issue.record("\(entry.name): \(failure)")
                break
            }
        }
    }

    /// A law must be able to fail: each is tried on a function that breaks it.
    @Test(arguments: [
        Property.sumsToOne, .shiftInvariant, .odd, .even, .pointSymmetric, .monotone, .decreasing, .bounded(0, 1),
        .nonNegative, .idempotent, .involution, .symmetric, .zeroWhenEqual, .homogeneous(degree: 1), .additive,
        .subadditive, .convex, .concave, .affine, .keepsArgmax, .argument(1, .homogeneous(degree: 1)),
    ]) func propertiesCanFail(_ property: Property) throws {
        func odd(_ a: [Tensor]) throws(TensorError) -> Tensor { try (3 * a[0]).sin() - 0.3 * a[0] + 0.1 * a[1] - 0.5 }
        let x = Tensor([0.3, -0.8, 1.2]), y = Tensor([2, 0.1, 0.4]), other = Tensor([1.5, 0.6, -0.9])
        #expect(try property.failure(of: odd, on: [x, y], other: other) != nil)
    }

    @Test func transposeInvarianceCanFail() throws {
        func first(_ a: [Tensor]) throws(TensorError) -> Tensor { try a[0].matmul(Tensor([1, 0])) }
        let x = try Tensor([[1, 2], [3, 4]])
        #expect(try Property.transposeInvariant.failure(of: first, on: [x], other: x) != nil)
    }

    @Test func evaluationFillsHyperparameters() throws {
        let entry = try #require(StandardCatalogue.table.named("leaky-relu"))
        #expect(try entry.evaluate([Tensor([-1, 2])]) == Tensor([-0.01, 2]))
        #expect(entry.arity() == 1...2)
        #expect(throws: TensorError.self) { try entry.evaluate([]) }
    }
}

extension Implementation: CustomTestStringConvertible {
    public var testDescription: String { name }
}
