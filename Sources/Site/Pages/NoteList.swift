import Checks
import Source

/// Notes as a list: what each holds and how it fared.
struct NoteList {
    let context: SiteContext
    let shell: PageShell

    func write(_ notes: [Int], to html: inout HTMLWriter) {
        html.open("ul", "note-list")
        html.newline()
        for index in notes where context.ledger.notes.indices.contains(index) { writeNote(index, &html) }
        html.close("ul")
        html.newline()
    }

    private func writeNote(_ index: Int, _ html: inout HTMLWriter) {
        let record = context.ledger.notes[index]
        let outline = context.outlines[index]
        let counts = OutcomeCounts([record])
        let page = shell.url(context.pages.notes[index])
        html.open("li")
        html.newline()
        html.open("div", "note-words", [.init("lang", context.settings.language)])
        html.element("a", "note-title", [.href(page)], outline.title)
        var seen: Set<String> = []
        let topics = outline.headings.filter { $0.level == 2 && seen.insert($0.text).inserted }.map(\.text)
        if !topics.isEmpty {
            html.element(
                "p", "topics", topics.prefix(6).joined(separator: " · ") + (topics.count > 6 ? " …" : ""))
        }
        html.close("div")
        html.newline()
        html.open("div", "note-fared")
        if counts.formulaTotal > 0 { counts.writeBar(to: &html) }
        if counts.formulaTotal > 0 || counts.codeTotal == 0 {
            html.open("p", "counts")
            counts.writeFormulaWords(to: &html)
            html.close("p")
        }
        if counts.codeTotal > 0 {
            html.open("p", "counts")
            counts.writeCodeWords(to: &html)
            html.close("p")
        }
        if !record.findings.isEmpty {
            html.open("p", "counts")
            html.open("a", nil, [.href(page + "#findings")])
            counts.writeFindingWords(to: &html)
            html.close("a")
            html.close("p")
        }
        html.close("div")
        html.close("li")
        html.newline()
    }
}
