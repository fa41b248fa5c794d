import Checks
import Source
import Tensors

/// The one line that stands beside a formula or a block: outcome, what it agreed with, and a value where that is short.
/// Everything else opens from it. Phrasing content only.
extension ResultRenderer {
    func writeSummary(_ result: FormulaRecord, _ statements: [StatementRecord], to html: inout HTMLWriter) {
        html.open("span", "verdict")
        html.outcome(result.outcome)
        if statements.count > 1 {
            html.text(" \(statements.count) statements")
        } else if result.outcome == .verified, let first = statements.first?.evidence.first {
            writeAgreement(first, to: &html)
        }
        html.close("span")
        guard statements.count <= 1 else { return }
        if let statement = statements.first, let value = statement.value {
            writeRun(statement.sample, value, to: &html)
        } else if let value = result.value {
            writeRun([], value, to: &html)
        }
    }

    /// `agrees with softmax`, without a link: it stands where a click opens the details.
    func writeAgreement(_ evidence: Evidence, to html: inout HTMLWriter) {
        // Lines of the source are not on the page: what is meant is the formula there.
        if evidence.by == .note, EvidenceWords.line(evidence.name) != nil {
            html.text(" agrees with a formula above")
            return
        }
        html.text(" " + EvidenceWords.agreement(evidence))
        if EvidenceWords.isNamed(evidence) { html.text(" \(evidence.name)") }
    }

    /// `x = 0.5 → 0.622459`; without the sample, or with the shape alone, where they are long.
    private func writeRun(_ sample: [(name: String, value: Tensor)], _ value: Tensor, to html: inout HTMLWriter) {
        let shown = ShownValue(value)
        html.text(" ")
        html.open("span", "in-short")
        let inputs = sample.map { (name: $0.name, value: ShownValue($0.value)) }
        let length = inputs.reduce(0) { $0 + $1.name.utf8.count + $1.value.text.utf8.count + 4 }
        if !inputs.isEmpty, length <= 30, inputs.allSatisfy(\.value.isScalar) {
            for (place, input) in inputs.enumerated() {
                if place > 0 { html.text(", ") }
                SymbolName(input.name).write(to: &html)
                html.text(" = \(input.value.text)")
            }
            html.text(" ")
        }
        html.element("span", "arrow", [.hidden], "→")
        html.element("span", "sr", "value")
        html.text(" ")
        if shown.text.utf8.count <= 34 {
            shown.writeInline(to: &html)
        } else {
            html.element("span", "shape", shown.shapeText)
        }
        html.close("span")
    }
}
