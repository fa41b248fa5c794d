import Checks
import LaTeX
import MathML
import Source

extension ResultRenderer {
    /// A finding of the note below what it is about.
    func writeFinding(_ index: Int, to html: inout HTMLWriter) {
        guard record.findings.indices.contains(index) else { return }
        let finding = record.findings[index]
        html.open("div", "finding \(finding.severity.rawValue)", [.id(Self.findingID(index)), .english])
        html.open("p", "finding-head")
        html.severity(finding.severity)
        html.text(" ")
        html.element(
            "a", "code", [.href(SitePath.relative(from: page, to: PageMap.code(finding.code))), .title(finding.code.summary)],
            finding.code.code)
        html.text(" ")
        html.open("span", "message")
        html.prose(finding.diagnostic.message)
        html.close("span")
        html.text(" ")
        html.element("span", "position", Self.position(finding.start.line, finding.start.column))
        html.close("p")
        if let example = finding.diagnostic.counterexample { writeCounterexample(example, to: &html) }
        for related in finding.related {
            html.open("p", "related")
            html.element("span", "position", Self.position(related.start.line, related.start.column))
            html.text(" ")
            html.prose(related.message)
            html.close("p")
        }
        if let help = finding.diagnostic.help {
            html.open("p", "help")
            html.element("span", "help-word", "help")
            html.text(" ")
            writeHelp(help, to: &html)
            html.close("p")
        }
        html.close("div")
        html.newline()
    }

    private static func position(_ line: Int, _ column: Int) -> String { "line \(line), column \(column)" }

    /// Words, with the formula that they end in drawn: `the definition is \frac{a}{b}`.
    private func writeHelp(_ help: String, to html: inout HTMLWriter) {
        for mark in [" is ", ": "] {
            guard let (words, latex) = Self.split(help, behind: mark), latex.utf8.contains(UInt8(ascii: "\\")),
                !latex.utf8.contains(UInt8(ascii: "`"))
            else { continue }
            let parsed = FormulaParser.parse(Array(latex.utf8), macros: macros)
            guard parsed.diagnostics.isEmpty else { continue }
            html.prose(words)
            html.open("span", "scroll")
            html.withBuffer { MathMLRenderer(display: false, annotation: Array(latex.utf8)).render(parsed.tree, to: &$0) }
            html.close("span")
            return
        }
        html.prose(help)
    }

    /// `text` before and behind the last `mark` that stands before a backslash.
    private static func split(_ text: String, behind mark: String) -> (String, String)? {
        let bytes = Array(text.utf8)
        let wanted = Array(mark.utf8)
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "\\")), slash >= wanted.count else { return nil }
        var place = slash - wanted.count
        while place >= 0 {
            if bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
                let cut = place + wanted.count
                return (String(decoding: bytes[..<cut], as: UTF8.self), String(decoding: bytes[cut...], as: UTF8.self))
            }
            place -= 1
        }
        return nil
    }

    private func writeCounterexample(_ example: Counterexample, to html: inout HTMLWriter) {
        html.open("dl", "counterexample")
        for input in example.inputs {
            html.open("div")
            html.open("dt")
            SymbolName(input.name).write(to: &html)
            html.close("dt")
            html.open("dd")
            ShownValue(input.value).write(to: &html)
            html.close("dd")
            html.close("div")
        }
        for (word, value) in [("expected", example.expected), ("actual", example.actual)] {
            html.open("div", word)
            html.element("dt", word)
            html.open("dd")
            ShownValue(value).write(to: &html)
            html.close("dd")
            html.close("div")
        }
        html.close("dl")
    }
}
