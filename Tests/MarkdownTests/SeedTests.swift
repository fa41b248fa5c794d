import Markdown
import Source
import Testing

/// Real notes, where they are beside the package.
struct SeedTests {
    @Test(arguments: [
        ("000_2f6105e33e68f8ed.md", 33, 7, nil), ("001_0d8c13e1de008382.md", 208, 3, nil),
        ("002_799d57700600b2ca.md", 24, 0, FrontMatter.Format.yaml), ("003_5f68c594c44ae308.md", 2, 7, .toml),
        ("004_0dc37aa4de86e720.md", 43, 2, nil),
    ])
    func everyFormulaAndFenceIsFoundOnce(_ name: String, _ formulas: Int, _ code: Int, _ format: FrontMatter.Format?) {
        guard let bytes = Shared.bytes("seeds/\(name)") else {
            print("skipped: no shared/seeds beside the package")
            return
        }
        let (source, decoding) = NoteReader.decode(name: name, bytes: bytes)
        let note = NoteReader.read(source)
        // 251 between single dollars, 58 between double dollars, one between `\(` and `\)`.
        #expect(note.formulas.count == formulas)
        #expect(note.code.count == code)
        #expect(note.code.allSatisfy { $0.isFenced })
        #expect(note.frontMatter?.format == format)
        #expect((note.frontMatter?.value == nil) == (format == nil))
        #expect(decoding.isEmpty)
        #expect(note.diagnostics.allSatisfy { $0.severity == .info })
        checkInvariants(note)
        for formula in note.formulas {
            let text = note.source.string(formula.range)
            #expect(text.hasPrefix("$") && text.hasSuffix("$") || text.hasPrefix("\\("))
            #expect(!formula.isUnclosed)
        }
    }
}
