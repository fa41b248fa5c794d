import Catalogue
import Checks
import Formulas
import Glibc
import Markdown
import Source
import Tensors
import TestSupport
import Testing

/// Prints what becomes of notes, for people: `GLOSS_INSPECT=path,path swift test --filter InspectionTests`.
@Suite struct InspectionTests {
    static let paths = getenv("GLOSS_INSPECT").map { String(cString: $0).split(separator: ",").map(String.init) } ?? []

    @Test(.enabled(if: !paths.isEmpty), arguments: paths) func prints(_ path: String) throws {
        let bytes = try #require(Fixtures.bytes(path))
        let note = NoteReader.read(SourceText(name: path, bytes: bytes))
        let record = NoteChecker.check(
            note: note, configuration: CheckConfiguration(), catalogue: StandardCatalogue.table.entries, clock: { 0 })
        #expect(record.formulas.count == note.formulas.count)
        #expect(record.code.count == note.code.count)
        for (span, formula) in zip(note.formulas, record.formulas) {
            let place = note.source.position(of: span.range.lower)
            let latex = String(decoding: span.latex.prefix(90), as: UTF8.self).split(separator: "\n").joined(separator: " ")
            print("\(place.line):\(place.column) [\(formula.kind)] \(formula.outcome) \(formula.reason?.description ?? "") «\(latex)»")
            for s in formula.statements where formula.outcome != .notation {
                let by = s.evidence.map { "\($0.by)/\($0.name)\($0.assuming)" }.joined(separator: "; ")
                print("      - \(s.kind) \(s.outcome) \(s.implementation ?? "") \(s.variant ?? "") \(s.tie?.rawValue ?? "") {\(by)} \(s.steps.map { "\($0.relation)\($0.outcome)" }) \(s.reason?.description ?? "") = \(s.value.map { $0.description.prefix(60) } ?? "nil") on \(s.sample.map(\.name))")
            }
        }
        for (block, code) in zip(note.code, record.code) {
            let place = note.source.position(of: block.range.lower)
            print("\(place.line): code [\(code.language)] \(code.outcome) \(code.reason?.description ?? "") \(code.defines) \(code.evidence.map { "\($0.by)/\($0.name)" })")
        }
        for finding in record.findings {
            print("  !! \(finding.severity) \(finding.code.code) \(finding.start.line):\(finding.start.column)-\(finding.end.line):\(finding.end.column) \(finding.diagnostic.message) | \(finding.diagnostic.help ?? "")")
        }
    }
}
