import Source
import Testing

@testable import Site

@Suite struct TagTests {
    @Test func nestedTagsMakeTheirParents() {
        let tags = TagIndex([["ml/nn", "Math"], ["math", "ML"]], order: [1, 0])
        #expect(tags.keys == ["math", "ml", "ml/nn"])
        #expect(tags.byKey["math"]?.name == "math")
        #expect(tags.byKey["math"]?.notes == [1, 0])
        #expect(tags.byKey["ml"]?.notes == [1, 0])
        #expect(tags.byKey["ml"]?.children == ["ml/nn"])
        #expect(tags.byKey["ml/nn"]?.notes == [0])
    }

    @Test func tagsHavePagesThatNotesLinkTo() throws {
        let output = WholeNoteTests.build([
            ("a.md", "---\ntags: [深度学习, index, C++, ../x, \"a:b\"]\n---\n# A\n\n#deep/er 文字\n"),
            ("b.md", "# B\n\n又是 #深度学习 的笔记，还有 #DEEP/er\n"),
        ])
        let paths = Set(output.files.map(\.path))
        for path in ["tags/index.html", "tags/深度学习.html", "tags/deep.html", "tags/deep/er.html", "tags/c++.html", "tags/a-b.html"] {
            #expect(paths.contains(path), "\(path)")
        }
        #expect(!paths.contains { $0.split(separator: "/").contains("..") })
        expectLinksResolve(output)
        for file in output.files where file.path.hasPrefix("tags/") {
            #expect(HTMLInspector(file.bytes).problems == [], "\(file.path)")
        }
        let page = try #require(output.files.first { $0.path == "tags/deep/er.html" })
        let links = HTMLInspector(page.bytes).elements.compactMap { $0.attributes["href"] }
        #expect(links.contains("../../a.html") && links.contains("../../b.html") && links.contains("../deep.html"))
    }

    @Test func siteWithoutTagsSaysNothingOfThem() {
        let output = WholeNoteTests.build([("a.md", "# A\n")])
        #expect(!output.files.contains { $0.path.hasPrefix("tags/") })
        expectLinksResolve(output)
    }
}
