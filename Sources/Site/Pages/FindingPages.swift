import Checks
import Markdown
import Source

/// A page for each finding code, and their list.
struct FindingPages {
    let context: SiteContext
    private let occurrences: [FindingCode: [Occurrence]]

    private struct Occurrence {
        var finding: Finding
        /// The note and the place in its list; `nil` for a finding on another file.
        var place: (note: Int, index: Int)?
    }

    init(context: SiteContext) {
        self.context = context
        var all = context.ledger.projectFindings.map { Occurrence(finding: $0) }
        for note in context.order {
            for (index, finding) in context.ledger.notes[note].findings.enumerated() {
                all.append(Occurrence(finding: finding, place: (note, index)))
            }
        }
        occurrences = Dictionary(grouping: all, by: \.finding.code)
    }

    func files() -> [SiteFile] { [indexFile()] + FindingCode.all.map(file) }

    private func indexFile() -> SiteFile {
        let shell = context.shell(PageMap.findingsIndex, title: "Findings", section: .findings, kind: "plain-page")
        return shell.page { html in
            html.open("main", nil, [.id("main")])
            html.newline()
            html.element("h1", "Findings")
            html.element(
                "p", "lead", "What Gloss checks. A finding is a proof: it names the place, the inputs and both values.")
            html.newline()
            html.open("p")
            html.text("What formulas may be written with: ")
            html.element("a", nil, [.href(shell.url(PageMap.commands))], "all commands")
            html.text(".")
            html.close("p")
            html.newline()
            for family in FindingFamily.allCases {
                let codes = FindingCode.all.filter { $0.family == family }
                guard !codes.isEmpty else { continue }
                html.element("h2", family.title.prefix(1).uppercased() + family.title.dropFirst())
                html.newline()
                html.open("ul", "code-list")
                html.newline()
                for code in codes {
                    html.open("li")
                    html.element("a", "code", [.href(shell.url(PageMap.code(code)))], code.code)
                    html.text(" ")
                    html.severity(code.severity)
                    html.text(" ")
                    html.element("span", code.summary)
                    let count = occurrences[code]?.count ?? 0
                    if count > 0 { html.element("span", "count", count == 1 ? "1 here" : "\(count) here") }
                    html.close("li")
                    html.newline()
                }
                html.close("ul")
                html.newline()
            }
            html.close("main")
            html.newline()
        }
    }

    private func file(_ code: FindingCode) -> SiteFile {
        let page = explanation(for: code)
        let shell = context.shell(
            PageMap.code(code), title: "\(code.code) \(code.name)", section: .findings, kind: "plain-page")
        return shell.page { html in
            html.open("main", nil, [.id("main")])
            html.newline()
            html.open("h1")
            html.element("span", "code", code.code)
            html.text(" \(code.name)")
            html.close("h1")
            html.newline()
            html.open("p", "lead")
            html.severity(code.severity)
            html.text(" \(code.summary)")
            if let outcome = code.outcome { html.text("; the formula or block becomes \(outcome.rawValue)") }
            html.close("p")
            html.newline()
            for (title, words) in [("What it checks", page.what), ("Why", page.why)] where !words.isEmpty {
                html.element("h2", title)
                paragraphs(words, &html)
            }
            example("Wrong", page.wrong, &html)
            example("Right", page.right, &html)
            if !page.advice.isEmpty {
                html.element("h2", "What to do")
                paragraphs(page.advice, &html)
            }
            html.newline()
            writeOccurrences(code, shell, &html)
            html.close("main")
            html.newline()
        }
    }

    /// Texts of the checks: blank lines part paragraphs, backticks enclose code.
    private func paragraphs(_ words: String, _ html: inout HTMLWriter) {
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
        for part in lines.split(whereSeparator: { $0.allSatisfy(\.isWhitespace) }) {
            html.open("p")
            html.prose(part.joined(separator: " "))
            html.close("p")
            html.newline()
        }
    }

    private func example(_ title: String, _ example: CheckPage.Example, _ html: inout HTMLWriter) {
        guard !example.text.isEmpty else { return }
        html.element("h2", title)
        if case .words(let words) = example { return paragraphs(words, &html) }
        html.open("div", "listing")
        html.open("div", "ran-box")
        html.open("div", "source")
        html.open("pre")
        html.element("code", example.text.trimmingBlanks)
        html.close("pre")
        html.close("div")
        html.close("div")
        html.close("div")
        html.newline()
    }

    private func writeOccurrences(_ code: FindingCode, _ shell: PageShell, _ html: inout HTMLWriter) {
        guard let found = occurrences[code], !found.isEmpty else { return }
        html.element("h2", "In these notes")
        html.open("ul", "occurrences")
        html.newline()
        for occurrence in found.prefix(200) {
            let finding = occurrence.finding
            html.open("li")
            if let (note, index) = occurrence.place {
                html.element(
                    "a",
                    [
                        .href(shell.url(context.pages.notes[note]) + "#" + ResultRenderer.findingID(index)),
                        .init("lang", context.settings.language),
                    ], "\(context.outlines[note].title), line \(finding.start.line)")
            } else {
                html.text("\(SitePath.lastComponent(of: finding.file)) \(finding.start.line):\(finding.start.column)")
            }
            html.text(" ")
            html.prose(finding.diagnostic.message)
            html.close("li")
            html.newline()
        }
        html.close("ul")
        if found.count > 200 { html.element("p", "and \(found.count - 200) more") }
        html.newline()
    }
}
