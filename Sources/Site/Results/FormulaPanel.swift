import Checks
import LaTeX
import Markdown
import MathML
import Source
import Tensors

/// What stands beside a display formula: one quiet line, the details behind it, and a small plot.
extension ResultRenderer {
    func writePanel(_ result: FormulaRecord, formula index: Int, to html: inout HTMLWriter) {
        html.open("div", "result", [.role("note"), .label("Result of formula \(index + 1)"), .english])
        let statements = result.statements.filter { $0.outcome != .notation }
        let reason = result.reason ?? statements.lazy.compactMap(\.reason).first
        if hasDetails(result, statements, reason) {
            html.open("details")
            html.open("summary")
            writeSummary(result, statements, to: &html)
            html.close("summary")
            html.open("div", "panel")
            writeDetails(result, statements, to: &html)
            html.close("div")
            html.close("details")
        } else {
            html.open("p", "head")
            writeSummary(result, statements, to: &html)
            html.close("p")
            if let reason { writeReason(reason, to: &html) }
        }
        if statements.count == 1, let plot = statements[0].plot, let picture = PlotPicture(plot) { picture.write(to: &html) }
        html.close("div")
    }

    /// Whether a formula's panel holds a plot: it needs the room.
    func hasPlot(_ index: Int) -> Bool {
        let statements = formulaRecord(index)?.statements.filter { $0.outcome != .notation } ?? []
        return statements.count == 1 && statements[0].plot.flatMap(PlotPicture.init) != nil
    }

    /// Three lines fit beside a formula of one line.
    static let shortReason = 64

    private func hasDetails(_ result: FormulaRecord, _ statements: [StatementRecord], _ reason: Reason?) -> Bool {
        if statements.count > 1 || (reason?.words.utf8.count ?? 0) > Self.shortReason { return true }
        guard let only = statements.first else { return result.value.map { !ShownValue($0).isScalar } ?? false }
        return only.value != nil || !only.evidence.isEmpty || !only.steps.isEmpty || only.implementation != nil
    }

    private func writeDetails(_ result: FormulaRecord, _ statements: [StatementRecord], to html: inout HTMLWriter) {
        if statements.isEmpty {
            if let reason = result.reason { writeReason(reason, to: &html) }
            if let value = result.value { writeValue(value, to: &html) }
        } else if statements.count == 1, let only = statements.first {
            if only.reason == nil, let reason = result.reason { writeReason(reason, to: &html) }
            writeStatement(only, to: &html)
        } else {
            if result.outcome == .unsupported, !statements.contains(where: { $0.reason != nil }), let reason = result.reason {
                writeReason(reason, to: &html)
            }
            html.open("ol", "statements")
            for statement in statements {
                html.open("li")
                writeExcerpt(statement, to: &html)
                html.open("p", "head")
                html.outcome(statement.outcome)
                if statement.outcome == .verified, let first = statement.evidence.first { writeAgreement(first, to: &html) }
                html.close("p")
                writeStatement(statement, to: &html)
                if let plot = statement.plot, let picture = PlotPicture(plot) { picture.write(to: &html) }
                html.close("li")
            }
            html.close("ol")
        }
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

    private func writeStatement(_ statement: StatementRecord, to html: inout HTMLWriter) {
        if let reason = statement.reason { writeReason(reason, to: &html) }
        writeAssumptions(statement.evidence, to: &html)
        if let value = statement.value { writeRun(statement.sample, value: value, to: &html) }
        writeFacts(statement, to: &html)
        if !statement.steps.isEmpty { writeSteps(statement.steps, to: &html) }
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

    private func writeEvidenceName(_ evidence: Evidence, to html: inout HTMLWriter) {
        if evidence.by == .implementation { return writeEntry(evidence.name, to: &html) }
        if evidence.by == .note, let line = EvidenceWords.line(evidence.name), let formula = formula(atLine: line) {
            return html.link("#" + Self.formulaID(formula), evidence.name)
        }
        html.element(evidence.by == .code ? "code" : "span", evidence.name)
    }

    /// The last formula that begins on this line or before it.
    private func formula(atLine line: Int) -> Int? {
        let source = record.note.source
        let behind = record.note.formulas.firstIndex { source.position(of: $0.range.lower).line > line } ?? record.note.formulas.count
        return behind > 0 ? behind - 1 : nil
    }

    func writeEntry(_ name: String, to html: inout HTMLWriter) {
        if let target = pages.entries[name] {
            html.link(SitePath.relative(from: page, to: target), name)
        } else {
            html.text(name)
        }
    }

    // MARK: Sample → value

    private func writeRun(_ sample: [(name: String, value: Tensor)], value: Tensor, to html: inout HTMLWriter) {
        html.open("div", "run")
        if !sample.isEmpty {
            html.open("dl", "sample")
            for (name, value) in sample.prefix(8) {
                html.open("div")
                html.open("dt")
                SymbolName(name).write(to: &html)
                html.close("dt")
                html.open("dd")
                ShownValue(value).write(isNarrow: true, to: &html)
                html.close("dd")
                html.close("div")
            }
            html.close("dl")
            if sample.count > 8 { html.element("p", "more", "and \(sample.count - 8) more") }
        }
        writeValue(value, to: &html)
        html.close("div")
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

    // MARK: Facts

    private func writeFacts(_ statement: StatementRecord, to html: inout HTMLWriter) {
        // Steps are told one by one below.
        let shown = statement.evidence.filter { $0.by != .step || statement.steps.isEmpty }
        guard !shown.isEmpty || statement.implementation != nil else { return }
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
        for evidence in shown { writeFacts(evidence, to: &html) }
        html.close("dl")
    }

    func writeFacts(_ evidence: Evidence, to html: inout HTMLWriter) {
        let isHere = evidence.by == .note && EvidenceWords.line(evidence.name) != nil
        html.element("dt", isHere ? "formula above" : EvidenceWords.kind(evidence.by))
        html.open("dd")
        if !evidence.name.isEmpty {
            writeEvidenceName(evidence, to: &html)
            html.text(", ")
        }
        html.text(EvidenceWords.samples(evidence.samples))
        html.text(", error \(NumberFormat.bound(evidence.maxError))")
        html.close("dd")
        if let hazard = evidence.hazard { writeHazard(hazard, to: &html) }
    }

    /// Says where a program that computes the formula as it is written would lose the value.
    private func writeHazard(_ hazard: FormulaHazard, to html: inout HTMLWriter) {
        html.element("dt", "in code")
        html.open("dd")
        html.text(EvidenceWords.cause(hazard.cause) + " at ")
        for (place, input) in hazard.inputs.enumerated() {
            if place > 0 { html.text(", ") }
            html.text("\(input.name) = ")
            ShownValue(input.value).writeInline(to: &html)
        }
        html.text(": ")
        ShownValue(hazard.actual).writeInline(to: &html)
        html.text(" instead of ")
        ShownValue(hazard.expected).writeInline(to: &html)
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
}
