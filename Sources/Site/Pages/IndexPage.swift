import Checks
import Source

/// The front page: what the notes hold and how they fared.
struct IndexPage {
    let context: SiteContext

    /// Where the words for outcomes are told.
    static let wordsAnchor = "words"

    func file() -> SiteFile {
        let shell = context.shell(PageMap.index, title: context.settings.title, section: .notes, kind: "plain-page wide")
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
            html.link(shell.url(PageMap.ledger), "The whole ledger")
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
        html.open("section", nil, [.label("Notes")])
        html.newline()
        html.element("h2", "Notes")
        html.newline()
        if context.order.isEmpty { html.element("p", "The folder holds no notes.") }
        let list = NoteList(context: context, shell: shell)
        var rest = context.order[...]
        while let first = rest.first {
            let folder = SitePath.folder(of: context.pages.noteNames[first])
            let notes = rest.prefix { SitePath.folder(of: context.pages.noteNames[$0]) == folder }
            if let anchor = context.folderAnchors[folder] {
                html.element("h3", [.id(anchor), .init("lang", context.settings.language)], String(folder.dropLast()))
                html.newline()
            }
            list.write(Array(notes), to: &html)
            rest = rest.dropFirst(notes.count)
        }
        html.close("section")
        html.newline()
    }

    private static let otherWords = [
        ("sample", "numbers that a formula was run on: the note's own, or made up to fit its symbols"),
        ("→ 0.5", "the value on the sample shown"),
        ("shape [3, 2]", "the value is an array of three rows and two columns"),
        ("24 samples", "compared on so many samples, of different sizes"),
        ("error ≤ 1e-15", "the largest difference found, measured by the largest number on the way"),
        ("assuming …", "verified under a condition that the note states"),
    ]

    private func writeMeanings(_ html: inout HTMLWriter) {
        html.open("section", "meanings", [.label("What the words mean")])
        html.newline()
        html.element("h2", [.id(Self.wordsAnchor)], "What the words mean")
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
        for (word, meaning) in Self.otherWords {
            html.open("div")
            html.element("dt", word)
            html.element("dd", meaning)
            html.close("div")
        }
        html.close("dl")
        html.close("section")
        html.newline()
    }
}
