import Checks
import Source

/// The front page: what the notes hold and how they fared.
struct IndexPage {
    let context: SiteContext

    func file() -> SiteFile {
        let shell = context.shell(PageMap.index, title: context.settings.title, section: .notes, kind: "plain-page")
        var all = OutcomeCounts(context.ledger.notes)
        all.add(context.ledger.projectFindings)
        return shell.page { html in
            html.open("main", nil, [.id("main")])
            html.newline()
            html.element("h1", [.init("lang", context.settings.language)], context.settings.title)
            html.newline()
            html.open("section", "overview", [.label("How the notes fared")])
            html.open("p", "lead")
            let notes = context.ledger.notes.count
            html.text("\(notes == 1 ? "1 note" : "\(notes) notes"), every formula and every code block accounted for.")
            html.close("p")
            all.writeBar(to: &html)
            for write in [OutcomeCounts.writeFormulaWords, OutcomeCounts.writeCodeWords, OutcomeCounts.writeFindingWords] {
                html.open("p", "counts")
                write(all)(&html)
                html.close("p")
            }
            html.open("p")
            html.link(shell.url(PageMap.ledger), "See the whole ledger")
            html.close("p")
            html.close("section")
            html.newline()
            writeNotes(shell, &html)
            writeMeanings(&html)
            html.close("main")
            html.newline()
        }
    }

    private func writeNotes(_ shell: PageShell, _ html: inout HTMLWriter) {
        var folder: String?
        html.open("section", nil, [.label("Notes")])
        html.newline()
        html.element("h2", "Notes")
        html.newline()
        if context.order.isEmpty { html.element("p", "The folder holds no notes.") }
        var isOpen = false
        for index in context.order {
            let name = context.pages.noteNames[index]
            let itsFolder = SitePath.folder(of: name)
            if folder != itsFolder {
                if isOpen {
                    html.close("ul")
                    html.newline()
                }
                if !itsFolder.isEmpty {
                    html.element("h3", [.init("lang", context.settings.language)], String(itsFolder.dropLast()))
                    html.newline()
                }
                html.open("ul", "note-list")
                html.newline()
                isOpen = true
                folder = itsFolder
            }
            writeNote(index, shell, &html)
        }
        if isOpen { html.close("ul") }
        html.close("section")
        html.newline()
    }

    private func writeNote(_ index: Int, _ shell: PageShell, _ html: inout HTMLWriter) {
        let record = context.ledger.notes[index]
        let counts = OutcomeCounts([record])
        html.open("li")
        html.element(
            "a", "note-title",
            [.href(shell.url(context.pages.notes[index])), .init("lang", context.settings.language)],
            context.outlines[index].title)
        let topics = context.outlines[index].headings.filter { $0.level == 2 }.map(\.text)
        if !topics.isEmpty {
            html.element(
                "p", "topics", [.init("lang", context.settings.language)],
                topics.prefix(6).joined(separator: " · ") + (topics.count > 6 ? " …" : ""))
        }
        if counts.formulaTotal > 0 { counts.writeBar(to: &html) }
        html.open("p", "counts")
        counts.writeFormulaWords(to: &html)
        html.close("p")
        if counts.codeTotal > 0 {
            html.open("p", "counts")
            counts.writeCodeWords(to: &html)
            html.close("p")
        }
        if !record.findings.isEmpty {
            html.open("p", "counts")
            counts.writeFindingWords(to: &html)
            html.close("p")
        }
        html.close("li")
        html.newline()
    }

    private func writeMeanings(_ html: inout HTMLWriter) {
        html.open("section", "meanings", [.label("What the words mean")])
        html.newline()
        html.element("h2", "What the words mean")
        html.newline()
        html.open("dl", "legend")
        for outcome in OutcomeCounts.formulaOrder {
            html.open("div")
            html.open("dt")
            html.outcome(outcome)
            html.close("dt")
            html.element("dd", EvidenceWords.meaning(outcome))
            html.close("div")
        }
        for outcome in [CodeOutcome.ran, .skipped] {
            html.open("div")
            html.open("dt")
            html.outcome(outcome)
            html.close("dt")
            html.element("dd", "of code: " + EvidenceWords.meaning(outcome))
            html.close("div")
        }
        html.close("dl")
        html.close("section")
        html.newline()
    }
}
