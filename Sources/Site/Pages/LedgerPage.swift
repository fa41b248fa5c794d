import Checks
import Formulas
import Markdown
import Source

/// The whole account: how each note fared, every finding, every reason why something was not read, and every formula
/// and code block. The last of these get a page for each note where there are too many for one.
struct LedgerPage {
    let context: SiteContext

    private static let rowsOnOnePage = 3000
    private var isSplit: Bool {
        context.ledger.notes.reduce(0) { $0 + $1.formulas.count + $1.code.count } > Self.rowsOnOnePage
    }

    func files() -> [SiteFile] { [overview()] + (isSplit ? context.order.map(rowsPage) : []) }

    private var language: HTMLWriter.Attribute { .init("lang", context.settings.language) }

    private func overview() -> SiteFile {
        let shell = context.shell(PageMap.ledger, title: "Ledger", section: .ledger, kind: "plain-page wide")
        var all = OutcomeCounts(context.ledger.notes)
        all.add(context.ledger.projectFindings)
        return shell.page { html in
            html.open("main", nil, [.id("main")])
            html.newline()
            html.element("h1", "Ledger")
            html.newline()
            html.element("p", "lead", "Every formula and code block of the notes, each with its one outcome.")
            html.newline()
            html.open("nav", "jump", [.label("On this page")])
            var targets = [("notes", "Notes"), ("findings", "Findings"), ("reasons", "Not read, not run")]
            if !isSplit { targets.append(("rows", "Formulas and code")) }
            for (id, words) in targets { html.link("#" + id, words) }
            html.close("nav")
            html.newline()
            writeNotes(shell, all, &html)
            writeFindings(shell, all, &html)
            ReasonList(context: context, shell: shell).write(to: &html)
            if !isSplit {
                html.element("h2", [.id("rows")], "Formulas and code")
                html.newline()
                LedgerRows(context: context, shell: shell).write(context.order, isHeaded: true, to: &html)
            }
            html.close("main")
            html.newline()
        }
    }

    private func rowsPage(_ note: Int) -> SiteFile {
        let title = context.outlines[note].title
        let shell = context.shell(
            context.pages.ledgerPages[note], title: "Ledger of \(title)", section: .ledger, kind: "plain-page wide")
        return shell.page { html in
            html.open("main", nil, [.id("main")])
            html.newline()
            shell.breadcrumbs([("Ledger", shell.url(PageMap.ledger))], &html)
            html.open("h1", nil, [language])
            html.link(shell.url(context.pages.notes[note]), title)
            html.close("h1")
            html.newline()
            LedgerRows(context: context, shell: shell).write([note], isHeaded: false, to: &html)
            html.close("main")
            html.newline()
        }
    }

    // MARK: Notes

    private func writeNotes(_ shell: PageShell, _ all: OutcomeCounts, _ html: inout HTMLWriter) {
        html.element("h2", [.id("notes")], "Notes")
        html.newline()
        let formulas = OutcomeCounts.formulaOrder.filter { (all.formulas[$0] ?? 0) > 0 }
        let code = OutcomeCounts.codeOrder.filter { (all.code[$0] ?? 0) > 0 }
        html.open("div", "table-box")
        html.open("table", "fared-table")
        html.newline()
        html.open("thead")
        if !formulas.isEmpty || !code.isEmpty {
            html.open("tr")
            html.open("td")
            html.close("td")
            for (words, count) in [("Formulas", formulas.count), ("Code blocks", code.count)] where count > 0 {
                html.element("th", [.init("colspan", String(count)), .init("scope", "colgroup")], words)
            }
            html.open("td")
            html.close("td")
            html.close("tr")
        }
        html.open("tr")
        html.element("th", [.init("scope", "col")], "Note")
        for name in formulas.map(\.rawValue) + code.map(\.rawValue) {
            html.open("th", nil, [.init("scope", "col")])
            html.element("span", "outcome \(name)", name)
            html.close("th")
        }
        html.element("th", [.init("scope", "col")], "Findings")
        html.close("tr")
        html.close("thead")
        html.newline()
        html.open("tbody")
        html.newline()
        func cells(_ counts: OutcomeCounts) {
            for outcome in formulas { cell(counts.formulas[outcome] ?? 0) }
            for outcome in code { cell(counts.code[outcome] ?? 0) }
            cell(counts.findings.values.reduce(0, +))
        }
        func cell(_ count: Int) { html.element("td", count == 0 ? "none" : "", count == 0 ? "·" : String(count)) }
        for index in context.order {
            html.open("tr")
            html.open("th", nil, [.init("scope", "row"), language])
            html.link(shell.url(isSplit ? context.pages.ledgerPages[index] : context.pages.notes[index]), context.outlines[index].title)
            html.close("th")
            cells(OutcomeCounts([context.ledger.notes[index]]))
            html.close("tr")
            html.newline()
        }
        html.open("tr", "all")
        html.element("th", [.init("scope", "row")], "All")
        cells(all)
        html.close("tr")
        html.close("tbody")
        html.close("table")
        html.close("div")
        html.newline()
    }

    // MARK: Findings

    private func writeFindings(_ shell: PageShell, _ all: OutcomeCounts, _ html: inout HTMLWriter) {
        html.element("h2", [.id("findings")], "Findings")
        html.newline()
        html.open("p", "counts")
        all.writeFindingWords(to: &html)
        html.close("p")
        html.newline()
        guard all.findings.values.contains(where: { $0 > 0 }) else { return }
        html.open("div", "table-box")
        html.open("table", "findings-table")
        html.newline()
        html.open("thead")
        html.open("tr")
        for title in ["Severity", "Code", "Place", "Finding"] { html.element("th", [.init("scope", "col")], title) }
        html.close("tr")
        html.close("thead")
        html.newline()
        html.open("tbody")
        html.newline()
        for finding in context.ledger.projectFindings {
            row(finding, url: nil, SitePath.lastComponent(of: finding.file), shell, &html)
        }
        for note in context.order {
            let page = shell.url(context.pages.notes[note])
            for (index, finding) in context.ledger.notes[note].findings.enumerated() {
                row(
                    finding, url: page + "#" + ResultRenderer.findingID(index),
                    "\(context.outlines[note].title), line \(finding.start.line)", shell, &html)
            }
        }
        html.close("tbody")
        html.close("table")
        html.close("div")
        html.newline()
    }

    private func row(_ finding: Finding, url: String?, _ place: String, _ shell: PageShell, _ html: inout HTMLWriter) {
        html.open("tr")
        html.open("td")
        html.severity(finding.severity)
        html.close("td")
        html.open("td")
        html.link(shell.url(PageMap.code(finding.code)), finding.code.code)
        html.close("td")
        html.open("td", nil, [language])
        if let url { html.link(url, place) } else { html.text(place) }
        html.close("td")
        html.open("td")
        html.prose(finding.diagnostic.message)
        html.close("td")
        html.close("tr")
        html.newline()
    }
}
