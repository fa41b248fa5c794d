import Checks
import Formulas
import Markdown
import Source
import Tensors

/// Formulas and code blocks as tables, one for each note, with filters that need no script.
struct LedgerRows {
    let context: SiteContext
    let shell: PageShell

    /// One filter hides the rows of one outcome; formulas and code share words.
    private static let outcomes = [
        "verified", "evaluated", "ran", "notation", "unsupported", "skipped", "refuted", "malformed",
    ]

    /// The checkboxes stand before the tables, as siblings: CSS does the rest.
    func write(_ notes: [Int], isHeaded: Bool, to html: inout HTMLWriter) {
        html.open("div", "ledger")
        html.newline()
        writeFilters(OutcomeCounts(notes.map { context.ledger.notes[$0] }), &html)
        for index in notes { writeNote(index, isHeaded: isHeaded, &html) }
        html.close("div")
        html.newline()
    }

    private func writeFilters(_ all: OutcomeCounts, _ html: inout HTMLWriter) {
        let counts = Self.outcomes.map { name in
            (Outcome(rawValue: name).flatMap { all.formulas[$0] } ?? 0)
                + (CodeOutcome(rawValue: name).flatMap { all.code[$0] } ?? 0)
        }
        html.open("fieldset", "filters")
        html.element("legend", "Show")
        for (name, count) in zip(Self.outcomes, counts) where count > 0 {
            html.open("span", "filter")
            html.open("input", nil, [.init("type", "checkbox"), .id("show-\(name)"), .init("checked")])
            html.open("label", nil, [.init("for", "show-\(name)")])
            html.element("span", "outcome \(name)", "\(count) \(name)")
            html.close("label")
            html.close("span")
        }
        for (name, words) in [("formulas", "formulas"), ("code", "code blocks")] {
            html.open("span", "filter")
            html.open("input", nil, [.init("type", "checkbox"), .id("show-\(name)"), .init("checked")])
            html.element("label", nil, [.init("for", "show-\(name)")], words)
            html.close("span")
        }
        html.close("fieldset")
        html.newline()
    }

    private func writeNote(_ index: Int, isHeaded: Bool, _ html: inout HTMLWriter) {
        let page = shell.url(context.pages.notes[index])
        html.open("section", "ledger-note", [.label(context.outlines[index].title)])
        html.newline()
        if isHeaded {
            html.open("h3", nil, [.init("lang", context.settings.language)])
            html.link(page, context.outlines[index].title)
            html.close("h3")
            html.newline()
        }
        let rows = self.rows(context.ledger.notes[index])
        guard !rows.isEmpty else {
            html.element("p", "No formulas and no code blocks.")
            html.close("section")
            html.newline()
            return
        }
        html.open("div", "table-box")
        html.open("table", "rows")
        html.newline()
        html.open("thead")
        html.open("tr")
        for title in ["Line", "Source", "Kind", "Outcome", "Evidence or reason"] {
            html.element("th", [.init("scope", "col")], title)
        }
        html.close("tr")
        html.close("thead")
        html.open("tbody")
        html.newline()
        for row in rows { write(row, page: page, &html) }
        html.close("tbody")
        html.close("table")
        html.close("div")
        html.close("section")
        html.newline()
    }

    private func write(_ row: Row, page: String, _ html: inout HTMLWriter) {
        html.open("tr", "\(row.outcome) \(row.isCode ? "is-code" : "is-formula")")
        html.open("td", "line")
        html.link("\(page)#\(row.anchor)", String(row.line))
        html.close("td")
        html.open("td", "row-source")
        html.element("code", row.source)
        html.close("td")
        html.element("td", row.kind)
        html.open("td")
        html.element("span", "outcome \(row.outcome)", row.outcome)
        html.close("td")
        html.open("td")
        for (place, finding) in row.findings.prefix(3).enumerated() {
            if place > 0 { html.text("; ") }
            html.link(shell.url(PageMap.code(finding.code)), finding.code.code)
            html.text(" ")
            html.prose(finding.diagnostic.message)
        }
        if !row.findings.isEmpty, row.reason != nil || !row.evidence.isEmpty { html.text("; ") }
        if let reason = row.reason {
            html.prose(reason.words.isEmpty ? reason.code.rawValue : reason.words)
        } else if let first = row.evidence.first {
            html.text(EvidenceWords.agreement(first))
            if EvidenceWords.isNamed(first) {
                html.text(" ")
                if first.by == .implementation, let entry = context.pages.entries[first.name] {
                    html.link(shell.url(entry), first.name)
                } else {
                    html.text(first.name)
                }
            }
            html.text(", \(EvidenceWords.samples(first.samples)), error \(NumberFormat.bound(first.maxError))")
        } else if let value = row.value, row.findings.isEmpty {
            let shown = ShownValue(value)
            html.text("→ ")
            html.text(shown.text.utf8.count <= 60 ? shown.text : shown.shapeText)
        }
        html.close("td")
        html.close("tr")
        html.newline()
    }

    private struct Row {
        var offset: Int
        var line: Int
        var anchor: String
        var source: String
        var kind: String
        var outcome: String
        var isCode: Bool
        var evidence: [Evidence]
        var reason: Reason?
        var value: Tensor?
        var findings: [Finding]
    }

    /// Formulas and blocks in the order of the note.
    private func rows(_ record: NoteRecord) -> [Row] {
        var rows: [Row] = []
        var byFormula: [Int: [Finding]] = [:]
        var byBlock: [Int: [Finding]] = [:]
        let places = FindingPlaces(record.note)
        for finding in record.findings {
            switch places.place(of: finding) {
            case .formula(let index): byFormula[index, default: []].append(finding)
            case .code(let index): byBlock[index, default: []].append(finding)
            case .elsewhere: break
            }
        }
        for (index, (span, result)) in zip(record.note.formulas, record.formulas).enumerated() {
            rows.append(
                Row(
                    offset: span.range.lower, line: record.note.source.position(of: span.range.lower).line,
                    anchor: ResultRenderer.formulaID(index), source: Self.excerpt(span.latex),
                    kind: result.kind.rawValue, outcome: result.outcome.rawValue, isCode: false,
                    evidence: result.statements.flatMap(\.evidence),
                    reason: result.reason ?? result.statements.lazy.compactMap(\.reason).first,
                    value: result.outcome == .notation ? nil : result.statements.last { $0.value != nil }?.value ?? result.value,
                    findings: byFormula[index] ?? []))
        }
        for (index, (block, result)) in zip(record.note.code, record.code).enumerated() {
            let firstLine = block.content.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).first { line in
                line.contains { $0 > 0x20 }
            }
            rows.append(
                Row(
                    offset: block.range.lower, line: record.note.source.position(of: block.range.lower).line,
                    anchor: ResultRenderer.codeID(index), source: Self.excerpt(Array(firstLine ?? [])),
                    kind: block.language.isEmpty ? "code" : block.language, outcome: result.outcome.rawValue, isCode: true,
                    evidence: result.evidence, reason: result.reason, findings: byBlock[index] ?? []))
        }
        return rows.sorted { ($0.offset, $0.anchor) < ($1.offset, $1.anchor) }
    }

    static func excerpt(_ source: [UInt8]) -> String {
        let text = String(decoding: source.prefix(600), as: UTF8.self)
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 90 ? String(words.prefix(88)) + " …" : words
    }
}
