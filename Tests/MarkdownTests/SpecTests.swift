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

    /// 20 says only that it is read; 22 is GitHub's filter of tags, for which pages have the sanitiser.
    @Test func extensionExamplesHold() throws {
        guard let text = Shared.text("specs/gfm-extensions.txt") else {
            print("skipped: no shared/specs beside the package")
            return
        }
        let examples = SpecExample.all(in: text)
        #expect(examples.count == 28)
        for example in examples where example.number != 22 {
            let note = read(example.markdown, dialect: [.tables, .strikethrough, .autolinks, .taskLists, .footnotes])
            checkInvariants(note)
            if example.number == 20 { continue }
            #expect(PlainHTML.render(note) == example.html, "\(example)")
        }
    }

    /// Examples that say something else in our dialect: `![[foo]]` embeds a file (589), bare addresses are links (605,
    /// 607, 610, 611).
    static let differing: Set<Int> = [589, 605, 607, 610, 611]

    @Test func otherExamplesAreTheSameWithEveryDialect() {
        guard let text = Shared.text("specs/commonmark-0.30.txt") else { return }
        for example in SpecExample.all(in: text) {
            let note = read(example.markdown)
            checkInvariants(note)
            #expect((PlainHTML.render(note) == example.html) == !Self.differing.contains(example.number), "\(example)")
        }
    }
}
