import Checks
import Markdown
import Source
import Testing

@testable import Site

@Suite struct PathTests {
    static func pages(_ names: [String], entries: [String] = []) -> PageMap {
        PageMap(
            notes: names.map { NoteRecord(note: Note(source: SourceText(name: $0, text: ""))) }, notesFolder: "notes",
            entryNames: entries)
    }

    @Test func pagesStandBesideTheirFolders() {
        let map = Self.pages(["notes/甲.md", "notes/深度/乙.markdown", "./notes/c.MD"])
        #expect(map.notes == ["甲.html", "深度/乙.html", "c.html"])
        #expect(map.findings.isEmpty)
    }

    @Test(arguments: [
        (["notes/index.md"], 0), (["notes/Ledger.md"], 0), (["notes/findings/v001.md"], 0),
        (["notes/catalogue/softmax.md"], 0), (["notes/a.md", "notes/A.md"], 0), (["notes/a.md", "notes/a.markdown"], 0),
        (["notes/caf\u{E9}.md", "notes/cafe\u{301}.md"], 0),
    ])
    func collisionsGetASuffixAndAFinding(names: [String], index: Int) {
        let map = Self.pages(names, entries: ["softmax"])
        let keys = map.notes.map(SitePath.foldedKey)
        #expect(Set(keys).count == names.count)
        #expect(map.findings.count == 1)
        #expect(map.findings.first?.code == .pageNameCollision)
        #expect(!keys.contains { ["index.html", "ledger.html", "findings/v001.html", "catalogue/softmax.html"].contains($0) })
    }

    @Test func suffixesDoNotDependOnTheOrderOfNotes() {
        let one = Self.pages(["notes/a.md", "notes/A.md"])
        let other = Self.pages(["notes/A.md", "notes/a.md"])
        #expect(one.notes == other.notes.reversed())
    }

    @Test(arguments: [
        ("a.html", "b.html", "b.html"), ("x/a.html", "b.html", "../b.html"), ("a.html", "x/b.html", "x/b.html"),
        ("x/a.html", "x/b.html", "b.html"), ("x/y/a.html", "x/z/b.html", "../z/b.html"),
        ("a.html", "深 度.html", "%E6%B7%B1%20%E5%BA%A6.html"), ("a.html", "c:d.html", "c%3Ad.html"),
    ])
    func relativeURLs(from: String, to: String, expected: String) {
        #expect(SitePath.relative(from: from, to: to) == expected)
    }

    @Test(arguments: [
        ("Sigmoid 函数", "sigmoid-函数"), ("1. Softmax（归一化）", "1-softmax-归一化"), ("ＡＢＣ", "abc"), ("C++ & C#", "c-c"),
        ("  ", ""), ("損失_函数", "損失_函数"),
    ])
    func anchorsKeepTheirScript(words: String, expected: String) {
        #expect(AnchorSet.slug(words) == expected)
    }

    @Test func anchorsOfOnePageDiffer() {
        var set = AnchorSet()
        #expect(set.unique("损失") == "损失")
        #expect(set.unique("损失") == "损失-2")
        #expect(set.unique("formula-1") == "section-formula-1")
        #expect(set.unique("？") == "section")
    }

    // MARK: Links

    static func resolver() -> LinkResolver {
        let names = ["a.md", "深度/b.md", "深度/c.md", "other/c.md"]
        var outlines: [PageOutline] = []
        for name in names {
            var note = SampleNote()
            note.heading(1, "题目")
            note.heading(2, "第 二 节")
            outlines.append(PageOutline(note.record(name: name).note, name: name))
        }
        return LinkResolver(
            pages: names.map { SitePath.withoutExtension($0) + ".html" },
            folder: NoteFolder(names: names, outlines: outlines, files: nil))
    }

    static func text(_ target: LinkTarget) -> String? { if case .url(let url) = target { url } else { nil } }

    @Test(arguments: [
        ("https://example.org/?a=b#c", "https://example.org/?a=b#c"), ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", nil), ("b.md", nil), ("深度/b.md", "%E6%B7%B1%E5%BA%A6/b.html"),
        ("%E6%B7%B1%E5%BA%A6/b.md", "%E6%B7%B1%E5%BA%A6/b.html"), ("./深度/b", "%E6%B7%B1%E5%BA%A6/b.html"),
        ("深度/b.md#第-二-节", "%E6%B7%B1%E5%BA%A6/b.html#%E7%AC%AC-%E4%BA%8C-%E8%8A%82"),
        ("深度/b.md#第 二 节", "%E6%B7%B1%E5%BA%A6/b.html#%E7%AC%AC-%E4%BA%8C-%E8%8A%82"),
        ("深度/b.md#nowhere", "%E6%B7%B1%E5%BA%A6/b.html"), ("#第 二 节", "#%E7%AC%AC-%E4%BA%8C-%E8%8A%82"),
        ("#nowhere", nil), ("../a.md", nil), ("/a.md", "#main"), ("a.md", "#main"), ("", nil),
    ])
    func links(destination: String, expected: String?) {
        var resolver = Self.resolver()
        #expect(Self.text(resolver.link(destination, from: 0)) == expected)
    }

    @Test(arguments: [
        ("a", "../a.html"), ("A.md", "../a.html"), ("c", "c.html"), ("other/c", "../other/c.html"), ("b#第 二 节", "#%E7%AC%AC-%E4%BA%8C-%E8%8A%82"),
        ("nobody", nil), ("", nil),
    ])
    func wikilinks(target: String, expected: String?) {
        #expect(Self.text(Self.resolver().wikilink(target, from: 1)) == expected)
    }

    @Test(arguments: [
        ("img/x.png", "img/x.png"), ("../img/x.png", "../img/x.png"), ("/img/x.png", "../img/x.png"),
        ("http://example.org/x.png", "https://example.org/x.png"), ("//example.org/x.png", "https://example.org/x.png"),
        ("../../x.png", nil), ("x.html", nil), ("data:image/png;base64,AAAA", "data:image/png;base64,AAAA"),
        ("data:image/svg+xml;base64,AAAA", nil), ("file:///etc/passwd.png", nil),
    ])
    func pictures(destination: String, expected: String?) {
        var resolver = Self.resolver()
        #expect(Self.text(resolver.image(destination, from: 1)) == expected)
    }
}
