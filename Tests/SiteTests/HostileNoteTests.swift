import Catalogue
import Checks
import Formulas
import Markdown
import Source
import Testing

@testable import Site

/// Texts that would be markup if anything forgot to escape them.
@Suite struct HostileNoteTests {
    static let markup = "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>\"' onclick=\"x\" & &lt;"

    static func output() -> SiteOutput {
        var note = SampleNote()
        note.heading(1, markup)
        note.heading(2, markup)
        note.heading(2, markup)
        let children = [
            note.words(markup), note.node(.code(markup)), note.node(.tag(markup)), note.node(.wikilink(target: markup)),
            note.node(.link(destination: "javascript:alert(1)", title: markup), [note.words("a")]),
            note.node(.link(destination: "JaVa\tScript:alert(1)", title: markup), [note.words("b")]),
            note.node(.link(destination: "\u{1}javascript:alert(1)", title: markup), [note.words("c")]),
            note.node(.link(destination: "vbscript:x", title: ""), [note.words("d")]),
            note.node(.link(destination: "data:text/html,<script>alert(1)</script>", title: ""), [note.words("e")]),
            note.node(.link(destination: "https://example.org/\"onclick=\"x", title: markup), [note.words("f")]),
            note.node(.link(destination: "../../../etc/passwd", title: ""), [note.words("g")]),
            note.node(.image(destination: "javascript:alert(1)", title: "", width: nil, height: nil), [note.words("h")]),
            note.node(.image(destination: "data:image/svg+xml,<svg onload=alert(1)>", title: "", width: nil, height: nil), []),
            note.node(.image(destination: "../../secret.png", title: "", width: nil, height: nil), [note.words("i")]),
            note.node(.image(destination: "%2e%2e/%2e%2e/secret.png", title: "", width: nil, height: nil), []),
            note.node(.image(destination: "a\\..\\b.png", title: "", width: nil, height: nil), []),
            note.node(.image(destination: "https://example.org/x.png", title: markup, width: -3, height: 0), [note.words(markup)]),
            note.formula(markup, SampleNote.result(.other, .unsupported, reason: Reason(.unreadNotation, markup))),
            note.formula(markup, display: true, SampleNote.result(.other, .malformed)),
            note.node(.footnoteReference(label: markup)),
        ]
        note.paragraph(children)
        note.add(note.codeBlock("python", markup + "\n'''" + markup, CodeRecord(
            language: "python", outcome: .refuted, reason: Reason(.limit, markup), defines: [markup],
            evidence: [Evidence(by: .code, name: markup, samples: 1, maxError: .nan)], output: markup)))
        note.add(note.codeBlock(markup, markup, CodeRecord(language: markup, outcome: .skipped)))
        note.add(note.node(.callout(kind: markup, hasTitle: false, folding: .none)))
        let formula = note.formulas[0].range
        let diagnostic = Diagnostic(
            .wrongValue, at: formula, markup, help: markup,
            counterexample: Counterexample(
                inputs: [(markup, .string(markup))], expected: .array([.string(markup)]), actual: .object([markup: .null])))
        let record = note.record(name: "notes/<script> \"x\" & y.md", diagnostics: [diagnostic])
        return SiteBuilder.build(
            ledger: Ledger(notes: [record]), catalogue: [],
            settings: SiteSettings(title: markup, language: "\"><script>", notesFolder: "notes"))
    }

    @Test func nothingOfItBecomesMarkup() {
        let output = Self.output()
        for file in output.files where file.path.hasSuffix(".html") {
            let page = HTMLInspector(file.bytes)
            #expect(page.problems == [], "\(file.path)")
            let scripts = page.elements.filter { $0.name == "script" }.compactMap { $0.attributes["src"] }
            #expect(scripts.map(SitePath.lastComponent) == ["theme.js", "gloss.js"], "\(file.path)")
            #expect(!page.elements.contains { $0.attributes["src"] == "x" })
        }
        expectLinksResolve(output)
    }

    @Test func nothingOutsideTheNotesIsCopied() {
        #expect(Self.output().assets == [])
    }

    /// Deep nesting costs no stack.
    @Test func deepNestingIsWritten() {
        var note = SampleNote()
        var inner = note.words("x")
        for _ in 0..<50_000 { inner = note.node(.emphasis, [inner]) }
        note.paragraph([inner])
        var list = note.node(.paragraph, [note.words("y")])
        for _ in 0..<20_000 {
            list = note.node(.item(task: .none), [list])
            list = note.node(.list(ordered: false, start: 1, tight: true), [list])
        }
        note.add(list)
        let output = SiteBuilder.build(
            ledger: Ledger(notes: [note.record(name: "deep.md")]), catalogue: [], settings: SiteSettings())
        let page = output.files.first { $0.path == "deep.html" }
        let text = page.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        #expect(text.split(separator: "<em>", omittingEmptySubsequences: false).count == 50_001)
        #expect(text.split(separator: "</em>", omittingEmptySubsequences: false).count == 50_001)
        #expect(text.split(separator: "</ul>").count > 20_000)
    }
}
