import Catalogue
import Checks
import Markdown
import Source
import TestSupport

/// Runs a fixture through the whole pipeline and lists what it finds as `CODE line:column`.
enum FixtureNotes {
    /// Findings of severity error and warning, in their order; hazards only where `expected` names one.
    static func findings(of path: String, expected: [String] = []) -> [String] {
        guard let bytes = Fixtures.bytes(of: path) else { return ["\(path) cannot be read"] }
        let note = NoteReader.read(SourceText(name: path, bytes: bytes))
        let record = NoteChecker.check(
            note: note, configuration: CheckConfiguration(), catalogue: StandardCatalogue.table.entries, clock: { 0 })
        let wantsHazards = expected.contains { $0.hasPrefix("H") }
        return record.findings
            .filter { $0.severity != .info && (wantsHazards || $0.code.family != .hazards) }
            .map { "\($0.code.code) \($0.start.line):\($0.start.column)" }
    }

    static func expectation(of path: String) -> [String] {
        String(decoding: Fixtures.bytes(of: path) ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
