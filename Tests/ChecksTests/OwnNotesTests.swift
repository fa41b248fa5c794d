import Catalogue
import Checks
import Markdown
import Source
import TestSupport
import Testing

/// The notes that come with Gloss are its first users: nothing in them is wrong, and most of it is proven.
@Suite struct OwnNotesTests {
    static let names = Fixtures.names(in: "notes", endingIn: ".md")

    static func record(_ name: String) throws -> NoteRecord {
        let path = "notes/\(name).md"
        let bytes = try #require(Fixtures.bytes(of: path))
        return NoteChecker.check(
            note: NoteReader.read(SourceText(name: path, bytes: bytes)), configuration: CheckConfiguration(),
            catalogue: StandardCatalogue.table.entries, clock: { 0 })
    }

    @Test(arguments: names) func nothingIsWrong(_ name: String) throws {
        let record = try Self.record(name)
        let findings = record.findings.filter { $0.severity != .info }
        #expect(findings.map { "\($0.code.code) \($0.start.line):\($0.start.column)" } == [])
        #expect(record.formulas.count == record.note.formulas.count)
        #expect(record.code.count == record.note.code.count)
        #expect(record.note.formulas.count >= 40)
    }

    @Test(arguments: names) func thePythonRuns(_ name: String) throws {
        let record = try Self.record(name)
        for (block, code) in zip(record.note.code, record.code) where block.language == "python" {
            #expect(code.outcome == .ran || code.outcome == .verified, "\(String(decoding: block.content, as: UTF8.self))")
        }
    }

    @Test(arguments: names) func mostStatementsAreProven(_ name: String) throws {
        let statements = try Self.record(name).formulas.flatMap(\.statements).filter { $0.outcome != .notation }
        let known = statements.filter { $0.outcome == .verified || $0.outcome == .evaluated }
        let verified = statements.filter { $0.outcome == .verified }
        #expect(known.count * 100 >= statements.count * 90, "\(known.count) of \(statements.count)")
        #expect(verified.count * 100 >= statements.count * 50, "\(verified.count) of \(statements.count)")
    }
}
