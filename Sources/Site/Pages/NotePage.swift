import Checks
import Markdown
import Source

/// A note's page.
struct NotePage {
    let context: SiteContext
    let index: Int
    var links: LinkResolver

    private var record: NoteRecord { context.ledger.notes[index] }
    private var outline: NoteOutline { context.outlines[index] }
    private var path: String { context.pages.notes[index] }

    mutating func file() -> SiteFile {
        let results = ResultRenderer(record: record, page: path, pages: context.pages, settings: context.settings)
        var body = NoteBody(results: results, outline: outline, noteIndex: index, mode: .page, links: links)
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
            if let contents {
                html.open("nav", "contents-side", [.label("Contents"), .english])
                html.element("p", "contents-title", "Contents")
                html.markup(contents)
                html.close("nav")
                html.newline()
            }
            html.open("main", nil, [.id("main")])
            html.newline()
            html.open("article")
            html.newline()
            writeHead(results, &html)
            if let contents {
                html.open("details", "contents-folded", [.english])
                html.element("summary", "Contents")
                html.markup(contents)
                html.close("details")
                html.newline()
            }
            html.markup(content)
            writeFindings(results, &html)
            html.close("article")
            html.newline()
            writeNeighbours(shell, &html)
            html.close("main")
            html.newline()
            html.close("div")
            html.newline()
        }
    }

    // MARK: Head

    private func writeHead(_ results: ResultRenderer, _ html: inout HTMLWriter) {
        html.open("header", "note-head")
        html.newline()
        let folders = context.pages.noteNames[index].split(separator: "/").dropLast()
        if !folders.isEmpty { html.element("p", "folders", folders.joined(separator: " / ")) }
        html.open("h1")
        if let heading = outline.titleHeading {
            html.markup(bare(heading, results))
        } else {
            html.text(outline.title)
        }
        html.close("h1")
        html.newline()
        if !outline.tags.isEmpty {
            html.open("p", "tags")
            for (place, tag) in outline.tags.enumerated() {
                if place > 0 { html.text(" ") }
                html.element("span", "tag", "#" + tag)
            }
            html.close("p")
            html.newline()
        }
        let counts = OutcomeCounts([record])
        html.open("div", "fared", [.english])
        if counts.formulaTotal > 0 {
            counts.writeBar(to: &html)
            html.open("p")
            counts.writeFormulaWords(to: &html)
            html.close("p")
        }
        if counts.codeTotal > 0 {
            html.open("p")
            counts.writeCodeWords(to: &html)
            html.close("p")
        }
        if !record.findings.isEmpty {
            html.open("p")
            html.open("a", nil, [.href("#findings")])
            counts.writeFindingWords(to: &html)
            html.close("a")
            html.close("p")
        }
        html.close("div")
        html.newline()
        html.close("header")
        html.newline()
    }

    /// The words of a heading, formulas drawn, for places that link to it.
    private func bare(_ node: NoteTree.ID, _ results: ResultRenderer) -> HTMLWriter {
        var body = NoteBody(results: results, outline: outline, noteIndex: index, mode: .bare, links: links)
        body.render(childrenOf: node)
        return body.html
    }

    private func contentsList(_ results: ResultRenderer) -> HTMLWriter? {
        let headings = outline.headings.filter { $0.level <= 4 }
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

    private func writeFindings(_ results: ResultRenderer, _ html: inout HTMLWriter) {
        guard !record.findings.isEmpty else { return }
        html.open("section", "all-findings", [.init("aria-labelledby", "findings"), .english])
        html.newline()
        html.element("h2", [.id("findings")], "Findings")
        html.newline()
        for finding in record.findings {
            let place = ResultRenderer.place(of: finding, in: record.note).anchor.map { "#" + $0 }
            results.writeFinding(finding, place: place, to: &html)
        }
        html.close("section")
        html.newline()
    }

    private func writeNeighbours(_ shell: PageShell, _ html: inout HTMLWriter) {
        guard let place = context.order.firstIndex(of: index), context.order.count > 1 else { return }
        html.open("nav", "neighbours", [.label("Other notes"), .english])
        let sides = [("Previous", "previous", place - 1), ("Next", "next", place + 1)]
        for (word, name, other) in sides where context.order.indices.contains(other) {
            let note = context.order[other]
            html.open("a", name, [.href(shell.url(context.pages.notes[note])), .init("rel", name == "next" ? "next" : "prev")])
            html.element("span", "direction", word)
            html.element("span", "neighbour", [.init("lang", context.settings.language)], context.outlines[note].title)
            html.close("a")
        }
        html.close("nav")
        html.newline()
    }
}
