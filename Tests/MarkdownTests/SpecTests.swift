import Markdown
import Source
import Testing

/// Conformance to CommonMark 0.30 and to GFM's extensions, where their examples are beside the package.
struct SpecTests {
    @Test func commonMarkExamplesAreWrittenAsLibcmarkDoes() throws {
        guard let text = Shared.text("specs/commonmark-0.30.txt") else {
            print("skipped: no shared/specs beside the package")
            return
        }
        let examples = SpecExample.all(in: text)
        #expect(examples.count == 652)
        for example in examples {
            let note = read(example.markdown, dialect: .commonMark)
            #expect(PlainHTML.render(note) == example.html, "\(example)")
            checkInvariants(note)
        }
    }

    /// 20, 22 and 23 are other extensions: a crash test without output, the tag filter, GitHub's markup of footnotes.
    @Test func extensionExamplesHold() throws {
        guard let text = Shared.text("specs/gfm-extensions.txt") else {
            print("skipped: no shared/specs beside the package")
            return
        }
        let examples = SpecExample.all(in: text)
        #expect(examples.count == 28)
        for example in examples where ![20, 22, 23].contains(example.number) {
            let note = read(example.markdown, dialect: [.tables, .strikethrough, .autolinks, .taskLists])
            #expect(PlainHTML.render(note) == example.html, "\(example)")
        }
    }

    @Test func allExamplesAreReadWithEveryDialect() {
        guard let text = Shared.text("specs/commonmark-0.30.txt") else { return }
        for example in SpecExample.all(in: text) { checkInvariants(read(example.markdown)) }
    }
}
