import Checks
import Markdown
import Source

/// A page for each finding code, and their list.
struct FindingPages {
    let context: SiteContext
    private let occurrences: [FindingCode: [Finding]]
    private let noteByFile: [String: Int]

    init(context: SiteContext) {
        self.context = context
        occurrences = Dictionary(grouping: context.ledger.findings, by: \.code)
        noteByFile = Dictionary(
            context.ledger.notes.enumerated().map { ($1.note.source.name, $0) }, uniquingKeysWith: { first, _ in first })
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
        for finding in found.prefix(200) {
            html.open("li")
            let position = "\(finding.start.line):\(finding.start.column)"
            if let note = noteByFile[finding.file] {
                let place = ResultRenderer.place(of: finding, in: context.ledger.notes[note].note).anchor ?? "findings"
                html.link(
                    shell.url(context.pages.notes[note]) + "#" + place, "\(context.pages.noteNames[note]) \(position)")
            } else {
                html.text("\(SitePath.lastComponent(of: finding.file)) \(position)")
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
