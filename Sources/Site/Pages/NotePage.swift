import Checks
import Markdown
import Source

/// A note's page.
struct NotePage {
    let context: SiteContext
    let index: Int
    var links: LinkResolver

    var record: NoteRecord { context.ledger.notes[index] }
    var outline: PageOutline { context.outlines[index] }
    private var path: String { context.pages.notes[index] }

    mutating func file() -> SiteFile {
        let results = ResultRenderer(record: record, page: path, pages: context.pages, settings: context.settings)
        var body = NoteBody(results: results, outline: outline, noteIndex: index, mode: .page, links: links)
        let title = body.title()
        body.render(childrenOf: record.note.tree.root)
        body.finish()
        body.renderFootnotes()
        links = body.links
        let content = body.html
        let shell = context.shell(
            path, title: outline.title, section: .notes, kind: "note-page", language: context.settings.language)
        let contents = contentsList(results)
        return shell.page { html in
            html.open("div", "layout")
            html.newline()
            html.open("div", "beside")
            html.newline()
            if let contents {
                html.open("nav", "contents-side", [.label("Contents"), .english])
                html.element("p", "side-title", "On this page")
                html.markup(contents)
                html.close("nav")
                html.newline()
            }
            writeNoteNavigation(shell, &html)
            html.close("div")
            html.newline()
            html.open("main", nil, [.id("main")])
            html.newline()
            html.open("article")
            html.newline()
            writeHead(title.heading, shell, &html)
            html.markup(title.findings)
            if let contents {
                html.open("details", "contents-folded", [.english])
                html.element("summary", "Contents")
                html.markup(contents)
                html.close("details")
                html.newline()
            }
            html.markup(content)
            writeFindings(results, shown: body.shownFindings, &html)
            html.close("article")
            html.newline()
            writeNeighbours(shell, &html)
            html.close("main")
            html.newline()
            html.close("div")
            html.newline()
        }
    }

    /// The words of a heading, formulas drawn, for places that link to it.
    func bare(_ node: NoteTree.ID, _ results: ResultRenderer) -> HTMLWriter {
        var body = NoteBody(results: results, outline: outline, noteIndex: index, mode: .bare, links: links)
        body.render(childrenOf: node)
        return body.html
    }

    private func contentsList(_ results: ResultRenderer) -> HTMLWriter? {
        let headings = outline.headings.filter { $0.level <= 4 && !$0.text.isEmpty }
        guard headings.count >= 2 else { return nil }
        var html = HTMLWriter()
        html.open("ul", "contents", results.noteLanguage)
        html.newline()
        for heading in headings {
            html.open("li", "level-\(heading.level)")
            html.open("a", nil, [.href("#" + SitePath.encoded(heading.anchor))])
            html.markup(bare(heading.node, results))
            html.close("a")
            html.close("li")
            html.newline()
        }
        html.close("ul")
        return html
    }

    // MARK: Foot

    /// All findings of the note: in short those that stand where they belong, whole the others.
    private func writeFindings(_ results: ResultRenderer, shown: Set<Int>, _ html: inout HTMLWriter) {
        guard !record.findings.isEmpty else { return }
        html.open("section", "all-findings", [.init("aria-labelledby", "findings"), .english])
        html.newline()
        html.element("h2", [.id("findings")], "Findings")
        html.newline()
        let isShown = record.findings.indices.filter(shown.contains)
        if !isShown.isEmpty {
            html.open("ul", "finding-list")
            html.newline()
            for index in isShown {
                let finding = record.findings[index]
                html.open("li")
                html.severity(finding.severity)
                html.text(" ")
                html.open("a", nil, [.href("#" + ResultRenderer.findingID(index))])
                html.text("line \(finding.start.line)")
                html.close("a")
                html.text(" ")
                html.prose(finding.diagnostic.message)
                html.close("li")
                html.newline()
            }
            html.close("ul")
            html.newline()
        }
        for index in record.findings.indices where !shown.contains(index) { results.writeFinding(index, to: &html) }
        html.close("section")
        html.newline()
    }
}
