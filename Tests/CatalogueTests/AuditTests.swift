import Catalogue
import Source
import Tensors
import TestSupport
import Testing

/// What every entry must have beside its definition, or must say why it has not.
@Suite struct AuditTests {
    static let entries = StandardCatalogue.table.entries

    @Test(arguments: entries) func hasStressSamplesAndLaws(_ entry: Implementation) {
        #expect(!entry.stressSamples.isEmpty, "large magnitudes, zeros, ties")
        #expect(!entry.properties.isEmpty, "a law that random samples can break")
        for property in entry.properties {
            let (place, law) = property.law
            #expect(entry.parameters.indices.contains(place))
            if case .argument = law { Issue.record("\(property) is nested") }
        }
        #expect(Set(entry.properties).count == entry.properties.count)
        for stress in entry.stressSamples {
            #expect(!zip(stress, entry.sample).allSatisfy(==), "a stress sample is no second sample")
        }
    }

    @Test(arguments: entries) func isNamedInBothLanguages(_ entry: Implementation) {
        func isChinese(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value >= 0x4E00 && $0.value < 0xA000 } }
        let names = [entry.title.chinese] + entry.aliases
        #expect(names.contains(where: isChinese), "a Chinese name")
        #expect(([entry.title.english] + entry.aliases).contains { !isChinese($0) }, "an English name")
        #expect(isChinese(entry.title.chinese) && !isChinese(entry.title.english))
        // A year, or a handbook's section: something that a reader can look up.
        #expect(entry.source.contains { $0.isNumber }, "\(entry.source)")
        for exemption in entry.exemptions { #expect(!exemption.reason.isEmpty) }
    }

    /// Gradients come from recorded operations; where an entry claims to have none, they are indeed zero.
    @Test(arguments: entries.filter { $0.exemptions.contains { $0.demand == .gradient } })
    func exemptionsFromGradientsHold(_ entry: Implementation) throws {
        var generator = Generator(seed: 23)
        let arguments = try entry.randomArguments(using: &generator)
        let tape = Tape()
        let tracked = arguments.map(tape.track)
        let result = try entry.evaluate(tracked)
        let gradients = try tape.pullback(of: result, seed: result.filled(with: 1), to: tracked)
        for gradient in gradients { #expect(gradient.elements.allSatisfy { $0 == 0 }) }
    }
}
