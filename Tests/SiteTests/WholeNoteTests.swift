import Catalogue
import Checks
import Glibc
import Markdown
import Source
import TestSupport
import Testing

@testable import Site

/// Notes as text, read and checked by the real stages, and their pages.
@Suite struct WholeNoteTests {
    static func build(_ notes: [(name: String, text: String)]) -> SiteOutput {
        let read = notes.map { NoteReader.read(SourceText(name: $0.name, text: $0.text)) }
        let ledger = NoteChecker.check(
            notes: read, configuration: CheckConfiguration(), catalogue: StandardCatalogue.table.entries, clock: { 0 })
        // Without the catalogue's own pages, which have their tests.
        return SiteBuilder.build(ledger: ledger, catalogue: [])
    }

    static func page(_ text: String) -> (bytes: [UInt8], inspector: HTMLInspector) {
        let bytes = build([("note.md", text)]).files.first { $0.path == "note.html" }?.bytes ?? []
        return (bytes, HTMLInspector(bytes))
    }

    /// The body between the head of the note and the end of its article.
    static func body(_ text: String) -> String {
        let whole = String(decoding: page("# t\n\n" + text).bytes, as: UTF8.self)
        let start = whole.split(separator: "</header>\n", omittingEmptySubsequences: false).dropFirst(2).joined()
        return String((start.split(separator: "</article>", omittingEmptySubsequences: false).first ?? "")).trimmingBlanks
    }

    @Test func pagesOfOurNotesAreWellFormed() {
        let names = Fixtures.names(in: "notes").filter { $0.hasSuffix(".md") }
        #expect(!names.isEmpty)
        expectWellFormed(names.compactMap { name in Fixtures.text("notes/" + name).map { (name, $0) } })
    }

    @Test(arguments: ["wrong", "right"])
    func pagesOfFixturesAreWellFormed(folder: String) {
        let path = "Tests/Fixtures/" + folder
        expectWellFormed(
            Fixtures.names(in: path).filter { $0.hasSuffix(".md") }
                .compactMap { name in Fixtures.text("\(path)/\(name)").map { (name, $0) } })
    }

    private func expectWellFormed(_ notes: [(name: String, text: String)]) {
        let output = Self.build(notes)
        for file in output.files where file.path.hasSuffix(".html") && !file.path.hasPrefix("catalogue/") {
            #expect(HTMLInspector(file.bytes).problems == [], "\(file.path)")
        }
        expectLinksResolve(output)
    }

    @Test(arguments: [
        "<b>open **and** more\n\nnext", "<div align=\"center\">\n\n$$x = 1$$\n\n</div>", "</article></main></body>",
        "<p>$$\\sum_{i=1}^3 i = 6$$</p>", "<script>alert(1)</script>", "<style>*{}</style>", "a <b $$x = 1 + 1$$ b",
        "<img src=x.png onerror=alert(1) style=\"zoom:33%;position:fixed\">", "<a href='javascript:alert(1)'>x</a>",
        "<a href=\"https://example.org\"><a href=\"https://example.org\">x</a></a>", "<svg onload=alert(1)>", "<math><mi>x",
        "- <div>\n- b </div>\n\nc", "> <table><tr><td>\n\nx", "<details><summary>s</summary>\n\n$$1 + 1 = 2$$\n\n</details>",
        "*a $$x = 1$$ b*", "[a $$x = 1$$ b](https://example.org)", "# h $$x = 1$$", "| a |\n|---|\n| $$1+1=2$$ `x` |",
        "- a\n  $$\n  x = 1\n  $$\n  b", "1. a\n\n   $$x = 1$$\n\n   b", "<!-- a --> b <!-- c\n\nd -->", "<textarea></p>", "<p>a<p>b</p></p>",
        "<iframe src=\"https://example.org\"></iframe>x", "<a id=\"main\" name=\"main\">x</a>", "<input><form action=x><button>",
        "```math\nx = 1\n```", "$$x = $$ $$", "[^1]\n\n[^1]: a [^1] $$x=1$$\n\n    b", "![a $x$ b](a.png)", "<h1>a</h1>",
        "<h6>a</h6>\n\n<h2>b</h2>", "<a href=\"#x\"><b>a", "<p><div>x</div></p>", "<table><td><p><a href=x.md>", "<ul><p><li>",
    ])
    func strangeMarkupGivesGoodPages(text: String) {
        let page = Self.page("# t\n\n" + text)
        #expect(page.inspector.problems.filter { !$0.hasPrefix("not one h1") && !$0.split(separator: " ").contains("after") } == [], "\(text)")
        #expect(!page.inspector.elements.contains { $0.name == "iframe" || $0.name == "form" || $0.name == "textarea" })
    }

    @Test(arguments: [
        ("<img src=\"a.png\" style=\"zoom:33%\">", "class=\"zoom-35\""), ("<img src=\"a.png\" style=\"width: 320px\">", "width=\"320\""),
        ("![图|300](a.png)", "width=\"300\""), ("<div style=\"text-align: center\">x</div>", "class=\"align-center\""),
        ("![a](a.png)", "loading=\"lazy\""), ("甲\n乙", "<p>甲乙</p>"), ("a\nb", "<p>a\nb</p>"), ("한글\n한글", "<p>한글\n한글</p>"),
        ("==亮==", "<mark>亮</mark>"), ("~~去~~", "<del>去</del>"), ("- [x] 做完", "checked"), ("[[没有]]", "<p>没有</p>"),
        ("> [!tip] 提示\n> 内容", "class=\"callout tip\""), ("x[^1]\n\n[^1]: 注", "role=\"doc-noteref\""),
        ("```mermaid\ngraph TD\n```", "class=\"diagram\""), ("[a](b.md)", "class=\"no-link\""),
        ("[[note#甲 乙]]\n\n## 甲 乙", ">note &gt; 甲 乙</a>"), ("[[#甲]]\n\n## 甲", ">甲</a>"), ("![[note]]", "<a href=\"#main\">note</a>"),
        ("\\#标签", "<p>#标签</p>"),
    ])
    func dialects(text: String, expected: String) {
        let body = Self.body(text)
        #expect(body.split(separator: expected, omittingEmptySubsequences: false).count > 1, "\(body)")
    }

    static let hasSharedNotes = access(Fixtures.packageRoot + "/../shared/seeds", R_OK) == 0

    @Test(.enabled(if: hasSharedNotes, "no shared notes beside the package"))
    func pagesOfSharedNotesAreWellFormed() {
        let names = Fixtures.names(in: "../shared/seeds").filter { $0.hasSuffix(".md") }
        expectWellFormed(names.compactMap { name in Fixtures.text("../shared/seeds/" + name).map { (name, $0) } })
    }
}
