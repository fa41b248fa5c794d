import TestSupport
import Testing

/// Notes with planted mistakes: each is found, at its place, and nothing else is.
@Suite struct WrongFixtureTests {
    static let folder = "Tests/Fixtures/wrong"
    static let names = Fixtures.names(in: folder, endingIn: ".expected")

    @Test func everyFixtureHasItsExpectation() {
        #expect(Self.names.count >= 500)
        #expect(Fixtures.names(in: Self.folder, endingIn: ".md").filter { $0 != "README" } == Self.names)
        for name in KnownGaps.missed.keys { #expect(Self.names.contains(name), "\(name) is no fixture") }
    }

    @Test(arguments: names) func findsTheMistake(_ name: String) {
        let expected = FixtureNotes.expectation(of: "\(Self.folder)/\(name).expected")
        let found = FixtureNotes.findings(of: "\(Self.folder)/\(name).md", expected: expected)
        #expect(!expected.isEmpty)
        if let today = KnownGaps.missed[name] {
            #expect(found == today)
            #expect(found != expected, "the gap is closed: take \(name) out of KnownGaps.missed")
        } else {
            #expect(found == expected)
        }
    }
}

/// Right notes that look wrong: nothing may be said.
@Suite struct RightFixtureTests {
    static let folder = "Tests/Fixtures/right"
    static let names = Fixtures.names(in: folder, endingIn: ".md").filter { $0 != "README" }

    @Test func thereAreEnough() { #expect(Self.names.count >= 500) }

    @Test(arguments: names) func saysNothing(_ name: String) {
        let found = FixtureNotes.findings(of: "\(Self.folder)/\(name).md")
        if let today = KnownGaps.alarms[name] {
            #expect(found == today)
            #expect(!found.isEmpty, "the alarm is gone: take \(name) out of KnownGaps.alarms")
        } else {
            #expect(found == [])
        }
    }
}
