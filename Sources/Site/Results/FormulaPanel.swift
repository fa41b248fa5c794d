import Checks
import LaTeX
import Markdown
import MathML
import Source
import Tensors

extension ResultRenderer {
    // MARK: The panel beside a display formula

    func writePanel(_ result: FormulaRecord, formula index: Int, to html: inout HTMLWriter) {
        html.open("div", "result", [.role("note"), .label("Result of formula \(index + 1)"), .english])
        let statements = result.statements.filter { $0.outcome != .notation }
        if statements.count == 1, let only = statements.first {
            writeStatement(only, formula: index, showsOutcome: result.outcome, to: &html)
        } else if statements.isEmpty {
            html.open("p", "head")
            html.outcome(result.outcome)
            html.close("p")
            if let reason = result.reason { writeReason(reason, to: &html) }
            if let value = result.value { writeValue(value, to: &html) }
        } else {
            html.open("p", "head")
            html.outcome(result.outcome)
            html.text(" \(statements.count) statements")
            html.close("p")
            if result.outcome == .unsupported, !statements.contains(where: { $0.reason != nil }),
                let reason = result.reason
            {
                writeReason(reason, to: &html)
            }
            html.open("ol", "statements")
            for statement in statements {
                html.open("li")
                writeExcerpt(statement, to: &html)
                writeStatement(statement, formula: index, showsOutcome: nil, to: &html)
                html.close("li")
            }
            html.close("ol")
        }
        html.close("div")
    }

    /// The statement's own source, drawn, so that the reader sees which part of the formula is meant.
    private func writeExcerpt(_ statement: StatementRecord, to html: inout HTMLWriter) {
        let words = record.note.source.string(statement.range).trimmingBlanks
        guard !words.isEmpty, words.utf8.count <= 400 else { return }
        let excerpt = FormulaParser.parse(Array(words.utf8), macros: macros)
        // A line of an alignment is no formula by itself.
        guard !excerpt.diagnostics.contains(where: { $0.severity == .error }) else { return }
        html.open("div", "excerpt")
        html.withBuffer { MathMLRenderer(display: false).render(excerpt.tree, to: &$0) }
        html.close("div")
    }

    private func writeStatement(
        _ statement: StatementRecord, formula index: Int, showsOutcome outcome: Outcome?, to html: inout HTMLWriter
    ) {
        html.open("p", "head")
        html.outcome(outcome ?? statement.outcome)
        if statement.outcome == .verified, let first = statement.evidence.first {
            html.text(" ")
            writeEvidencePhrase(first, to: &html)
        }
        html.close("p")
        if let reason = statement.reason { writeReason(reason, to: &html) }
        writeAssumptions(statement.evidence, to: &html)
        if let plot = statement.plot, let picture = PlotPicture(plot) { picture.write(to: &html) }
        if let value = statement.value {
            writeRun(statement.sample, value: value, isFolded: outcome == nil && !statement.sample.isEmpty, to: &html)
        }
        writeDetails(statement, to: &html)
    }

    func writeReason(_ reason: Reason, to html: inout HTMLWriter) {
        html.open("p", "reason")
        html.prose(reason.words.isEmpty ? reason.code.rawValue : reason.words)
        html.close("p")
    }

    private func writeAssumptions(_ evidence: [Evidence], to html: inout HTMLWriter) {
        var seen: [String] = []
        for words in evidence.flatMap(\.assuming) where !seen.contains(words) { seen.append(words) }
        guard !seen.isEmpty else { return }
        html.element("p", "assuming", "assuming " + seen.joined(separator: "; "))
    }

    /// One piece of evidence in words, the implementation linked.
    func writeEvidencePhrase(_ evidence: Evidence, to html: inout HTMLWriter) {
        html.text(EvidenceWords.phrase(evidence.by))
        switch evidence.by {
        case .implementation, .code, .note:
            html.text(" ")
            writeEvidenceName(evidence, to: &html)
        default: break
        }
    }

    private func writeEvidenceName(_ evidence: Evidence, to html: inout HTMLWriter) {
        if evidence.by == .implementation { return writeEntry(evidence.name, to: &html) }
        html.element(evidence.by == .code ? "code" : "span", evidence.name)
    }

    func writeEntry(_ name: String, to html: inout HTMLWriter) {
        if let target = pages.entries[name] {
            html.link(SitePath.relative(from: page, to: target), name)
        } else {
            html.text(name)
        }
    }

    // MARK: Sample → value

    private func writeRun(
        _ sample: [(name: String, value: Tensor)], value: Tensor, isFolded: Bool, to html: inout HTMLWriter
    ) {
        html.open("div", "run")
        let shown = sample.prefix(8).map { (name: $0.name, value: ShownValue($0.value)) }
        if isFolded || shown.reduce(0, { $0 + $1.value.lines }) > 4 {
            html.open("details")
            html.open("summary")
            html.text("on ")
            for (place, input) in shown.enumerated() {
                if place > 0 { html.text(", ") }
                SymbolName(input.name).write(to: &html)
            }
            if sample.count > shown.count { html.text(" …") }
            html.close("summary")
            writeSample(shown, left: sample.count - shown.count, to: &html)
            html.close("details")
        } else if !sample.isEmpty {
            writeSample(shown, left: sample.count - shown.count, to: &html)
        }
        writeValue(value, to: &html)
        html.close("div")
    }

    private func writeSample(_ sample: [(name: String, value: ShownValue)], left: Int, to html: inout HTMLWriter) {
        html.open("dl", "sample")
        for (name, value) in sample {
            html.open("div")
            html.open("dt")
            SymbolName(name).write(to: &html)
            html.close("dt")
            html.open("dd")
            value.write(isNarrow: true, to: &html)
            html.close("dd")
            html.close("div")
        }
        html.close("dl")
        if left > 0 { html.element("p", "more", "and \(left) more") }
    }

    func writeValue(_ value: Tensor, to html: inout HTMLWriter) {
        let shown = ShownValue(value)
        html.open("div", "yields")
        html.element("span", "arrow", [.hidden], "→")
        html.element("span", "sr", "value")
        html.text(" ")
        shown.write(isNarrow: true, to: &html)
        if !shown.isScalar {
            html.text(" ")
            html.element("span", "shape", shown.shapeText)
        }
        html.close("div")
    }

    // MARK: Details

    private func writeDetails(_ statement: StatementRecord, to html: inout HTMLWriter) {
        guard !statement.evidence.isEmpty || !statement.steps.isEmpty || statement.implementation != nil else { return }
        html.open("details")
        html.element("summary", statement.steps.isEmpty ? "Evidence" : "Evidence, \(Self.steps(statement.steps.count))")
        html.open("dl", "facts")
        if let name = statement.implementation {
            html.element("dt", "catalogue")
            html.open("dd")
            writeEntry(name, to: &html)
            if let variant = statement.variant, !variant.isEmpty { html.text(", \(variant)") }
            html.close("dd")
        }
        if let tie = statement.tie {
            html.element("dt", "tied")
            html.element("dd", EvidenceWords.tie(tie))
        }
        for evidence in statement.evidence { writeFacts(evidence, to: &html) }
        html.close("dl")
        if !statement.steps.isEmpty { writeSteps(statement.steps, to: &html) }
        html.close("details")
    }

    static func steps(_ count: Int) -> String { count == 1 ? "1 step" : "\(count) steps" }

    func writeFacts(_ evidence: Evidence, to html: inout HTMLWriter) {
        html.element("dt", EvidenceWords.kind(evidence.by))
        html.open("dd")
        if !evidence.name.isEmpty {
            writeEvidenceName(evidence, to: &html)
            html.text(", ")
        }
        html.text(EvidenceWords.samples(evidence.samples))
        html.text(", error \(NumberFormat.bound(evidence.maxError))")
        html.close("dd")
    }

    private func writeSteps(_ steps: [StepRecord], to html: inout HTMLWriter) {
        html.open("ol", "steps")
        for step in steps {
            html.open("li")
            html.element("span", "relation", step.relation)
            html.text(" ")
            html.outcome(step.outcome)
            if let evidence = step.evidence.first {
                html.element(
                    "span", "by",
                    " \(EvidenceWords.kind(evidence.by)), \(EvidenceWords.samples(evidence.samples)), error "
                        + NumberFormat.bound(evidence.maxError))
            }
            html.close("li")
        }
        html.close("ol")
    }

    // MARK: The tip of an inline formula

    /// Phrasing content only: it stands in a paragraph.
    func writeTip(_ result: FormulaRecord, findings: [Finding], to html: inout HTMLWriter) {
        html.open("span", "tip-line")
        html.outcome(result.outcome)
        let evidence = result.statements.last { $0.outcome == .verified && !$0.evidence.isEmpty }?.evidence.first
        if result.outcome == .verified, let evidence {
            html.text(" ")
            html.text(EvidenceWords.phrase(evidence.by))
            if [.implementation, .code, .note].contains(evidence.by) { html.text(" \(evidence.name)") }
        }
        html.close("span")
        let reason = result.reason ?? result.statements.lazy.compactMap(\.reason).first
        if let reason {
            html.open("span", "tip-line reason")
            html.prose(reason.words)
            html.close("span")
        }
        for finding in findings.prefix(3) {
            html.open("span", "tip-line")
            html.severity(finding.severity)
            html.text(" \(finding.code.code) ")
            html.prose(finding.diagnostic.message)
            html.close("span")
            if let example = finding.diagnostic.counterexample {
                html.open("span", "tip-line")
                for input in example.inputs.prefix(4) {
                    SymbolName(input.name).write(to: &html)
                    html.text(" = \(ShownValue(input.value).text), ")
                }
                html.text("expected \(ShownValue(example.expected).text), actual \(ShownValue(example.actual).text)")
                html.close("span")
            }
        }
        let last = result.statements.last { $0.value != nil }
        guard let value = last?.value ?? result.value else { return }
        html.open("span", "tip-line")
        for (place, (name, input)) in (last?.sample ?? []).prefix(4).enumerated() {
            if place > 0 { html.text(", ") }
            SymbolName(name).write(to: &html)
            html.text(" = \(ShownValue(input).text)")
        }
        if last?.sample.isEmpty == false { html.text(" ") }
        html.element("span", "arrow", [.hidden], "→")
        html.text(" ")
        ShownValue(value).writeInline(to: &html)
        html.close("span")
    }
}
