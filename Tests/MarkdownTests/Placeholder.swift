import Markdown
import Source
import Testing

@Test func aFormulaOfANoteIsFound() {
    let note = NoteReader.read(SourceText(name: "a.md", text: "Let $x_1$ be"))
    #expect(note.formulas.map { String(decoding: $0.latex, as: UTF8.self) } == ["x_1"])
}
