import Checks
import Markdown
import Source

extension ResultRenderer {
    /// A code block with what it printed below and its outcome in the margin.
    func code(_ index: Int, to html: inout HTMLWriter) {
        guard record.note.code.indices.contains(index) else { return }
        let block = record.note.code[index]
        let result = record.code.indices.contains(index) ? record.code[index] : nil
        let isDiagram = block.language == "mermaid"
        html.open(
            "div", "listing" + (result.map { " \($0.outcome.rawValue)" } ?? "") + (result != nil ? " with-result" : ""),
            [.id(Self.codeID(index))])
        html.newline()
        html.open("div", "ran-box")
        html.open("div", "source")
        if !block.language.isEmpty {
            html.element("span", "language", [.english], isDiagram ? "mermaid diagram, as text" : block.language)
        }
        html.open("pre", isDiagram ? "diagram" : nil)
        html.open("code")
        CodeHighlighter.write(block.content, language: block.language, to: &html)
        html.close("code")
        html.close("pre")
        html.close("div")
        if let output = result?.output, !output.isEmpty, !isStated(outputOf: index) { writeOutput(output, to: &html) }
        html.close("div")
        if let result {
            writePanel(result, block: index, to: &html)
            for finding in codeFindings[index] ?? [] { writeFinding(finding, to: &html) }
        }
        html.close("div")
        html.newline()
    }

    /// Whether the next block says what this one prints, and is right: nobody reads it twice.
    private func isStated(outputOf index: Int) -> Bool {
        guard record.code.indices.contains(index + 1), record.code[index + 1].outcome == .verified else { return false }
        return record.code[index + 1].evidence.contains { $0.by == .code && $0.name == EvidenceWords.blockBefore }
    }

    private func writeOutput(_ output: String, to html: inout HTMLWriter) {
        let limit = 4000
        let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
        let isLong = lines.count > 40 || output.utf8.count > limit
        html.open("div", "output")
        html.element("span", "language", [.english], "prints")
        html.open("pre")
        html.open("samp")
        var shown = isLong ? lines.prefix(40).joined(separator: "\n") : output
        if shown.utf8.count > limit { shown = String(decoding: Array(shown.utf8.prefix(limit)), as: UTF8.self) }
        while shown.hasSuffix("\n") { shown.removeLast() }
        html.text(shown)
        html.close("samp")
        html.close("pre")
        if isLong {
            html.element("p", "more", [.english], "\(lines.count) lines in all, \(output.utf8.count) bytes; the rest is left out")
        }
        html.close("div")
    }

    private func writePanel(_ result: CodeRecord, block index: Int, to html: inout HTMLWriter) {
        html.open("div", "result", [.role("note"), .label("Result of code block \(index + 1)"), .english])
        let hasDetails = !result.evidence.isEmpty || !result.defines.isEmpty
            || (result.reason?.words.utf8.count ?? 0) > Self.shortReason
        if hasDetails {
            html.open("details")
            html.open("summary")
        } else {
            html.open("p", "head")
        }
        html.open("span", "verdict")
        html.outcome(result.outcome)
        if result.outcome == .verified, let first = result.evidence.first { writeAgreement(first, to: &html) }
        html.close("span")
        if hasDetails {
            html.close("summary")
            html.open("div", "panel")
            if let reason = result.reason { writeReason(reason, to: &html) }
            writeDefines(result.defines, to: &html)
            if !result.evidence.isEmpty {
                html.open("dl", "facts")
                for evidence in result.evidence { writeFacts(evidence, to: &html) }
                html.close("dl")
            }
            html.close("div")
            html.close("details")
        } else {
            html.close("p")
            if let reason = result.reason { writeReason(reason, to: &html) }
        }
        html.close("div")
    }

    private func writeDefines(_ names: [String], to html: inout HTMLWriter) {
        guard !names.isEmpty else { return }
        html.open("p", "defines")
        html.text("defines ")
        for (position, name) in names.prefix(12).enumerated() {
            if position > 0 { html.text(", ") }
            html.element("code", name)
        }
        if names.count > 12 { html.text(" and \(names.count - 12) more") }
        html.close("p")
    }
}
