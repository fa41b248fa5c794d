import Catalogue
import Checks
import Markdown
import Source
import TestSupport
import Testing

@Suite struct PageTests {
    @Test func everyCodeHasItsPage() {
        #expect(CheckList.all.map(\.code.code) == FindingCode.all.map(\.code))
        for page in CheckList.all {
            #expect(!page.what.isEmpty && !page.why.isEmpty && !page.advice.isEmpty, "\(page.code.code)")
            #expect(page.wrong.text != page.right.text, "\(page.code.code)")
            #expect(explanation(for: page.code).what == page.what)
        }
    }

    static let runnable = CheckList.all.filter { page in
        if case .note = page.right { true } else { false }
    }.map(\.code.code)

    private func codes(of text: String) -> [String] {
        let note = NoteReader.read(SourceText(name: "example.md", text: text))
        return NoteChecker.check(
            note: note, configuration: CheckConfiguration(), catalogue: StandardCatalogue.table.entries, clock: { 0 }
        ).findings.map(\.code.code)
    }

    @Test(arguments: runnable) func examplesSayWhatTheyShow(_ code: String) throws {
        let page = try #require(CheckList.all.first { $0.code.code == code })
        if case .note(let wrong) = page.wrong { #expect(codes(of: wrong).contains(code), "the wrong example of \(code)") }
        if case .note(let right) = page.right {
            let given = codes(of: right).filter { FindingCode.named($0)?.severity != .info }
            #expect(given == [], "the right example of \(code)")
        }
    }
}
