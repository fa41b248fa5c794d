import TestSupport
import Testing

/// Notes with planted mistakes: each is found, at its place, and nothing else is.
@Suite struct WrongFixtureTests {
    static let folder = "Tests/Fixtures/wrong"
    static let names = Fixtures.names(in: folder, endingIn: ".expected")

    // FIXME: what Gloss says today where it does not yet find the mistake; each line is a gap to close.
    static let knownGaps: [String: [String]] = [
        "name-misspelt": [],
    ]

    @Test func everyFixtureHasItsExpectation() {
        #expect(Self.names.count >= 40)
        #expect(Fixtures.names(in: Self.folder, endingIn: ".md").filter { $0 != "README" } == Self.names)
        for name in Self.knownGaps.keys { #expect(Self.names.contains(name), "\(name) is no fixture") }
    }

    @Test(arguments: names) func findsTheMistake(_ name: String) {
        let expected = FixtureNotes.expectation(of: "\(Self.folder)/\(name).expected")
        let found = FixtureNotes.findings(of: "\(Self.folder)/\(name).md", expected: expected)
        #expect(!expected.isEmpty)
        if let today = Self.knownGaps[name] {
            #expect(found == today)
            #expect(found != expected, "the gap is closed: take \(name) out of knownGaps")
        } else {
            #expect(found == expected)
        }
    }
}

/// Right notes that look wrong: nothing may be said.
@Suite struct RightFixtureTests {
    static let folder = "Tests/Fixtures/right"
    static let names = Fixtures.names(in: folder, endingIn: ".md").filter { $0 != "README" }

    // FIXME: false alarms of today.
    static let knownAlarms: [String: [String]] = [
        // Doctest sessions are pasted into python blocks.
        "code-doctest-session": ["C001 2:1"],
        // i is the imaginary unit where exp(i θ) equals cos θ + i sin θ.
        "fourier": ["V002 1:130"],
        // The width of the Huber loss is a positive number.
        "huber-snippet": ["C003 4:1"],
        // A bold 1 that a vector is multiplied with is the vector of ones.
        "indicator-and-iverson": ["V002 1:158"],
        // The condition follows in full-width brackets.
        "inequality-condition-after": ["V008 1:2"],
        // \\equiv and = are meant modulo the \\pmod that follows.
        "modular-arithmetic": ["V006 1:2", "V006 1:24"],
        // A nabla takes the whole product behind it.
        "nabla-of-a-product": ["V004 8:1"],
        // A column times a row is their outer product.
        "outer-product-of-literals": ["S001 2:1"],
        // A parameter of a distribution is not its probability.
        "poisson-parameter": ["V001 1:27"],
        // The first of two statements states one state of the two that the method updates.
        "rmsprop-and-adagrad": ["V001 2:17"],
        // A sum over i ≠ j without a range runs over pairs.
        "sum-over-pairs": ["V002 1:92"],
    ]

    @Test func thereAreEnough() { #expect(Self.names.count >= 150) }

    @Test(arguments: names) func saysNothing(_ name: String) {
        let found = FixtureNotes.findings(of: "\(Self.folder)/\(name).md")
        if let today = Self.knownAlarms[name] {
            #expect(found == today)
            #expect(!found.isEmpty, "the alarm is gone: take \(name) out of knownAlarms")
        } else {
            #expect(found == [])
        }
    }
}
