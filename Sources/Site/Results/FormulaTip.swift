import Checks
import Source
import Tensors

/// What an inline formula shows on hover and focus. Phrasing content only: it stands in a paragraph.
extension ResultRenderer {
    func writeTip(_ result: FormulaRecord, to html: inout HTMLWriter) {
        html.open("span", "tip-line")
        html.outcome(result.outcome)
        let evidence = result.statements.last { $0.outcome == .verified && !$0.evidence.isEmpty }?.evidence.first
        if result.outcome == .verified, let evidence { writeAgreement(evidence, to: &html) }
        html.close("span")
        if let reason = result.reason ?? result.statements.lazy.compactMap(\.reason).first {
            html.open("span", "tip-line reason")
            html.prose(reason.words)
            html.close("span")
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
