import Markdown
import Source
import Testing

@testable import Checks

/// Links into a folder that other programs write for too: what they would find is there.
@Suite struct LinkCheckTests {
    static let others: [(name: String, text: String)] = [
        ("深度/网络.md", "# 神经 网络\n\n## 1.2 反向传播（BP）\n\n## 小结\n\n## 小结\n\n<a name=\"here\"></a>锚\n"),
        ("post/index.md", "# Post\n"), ("guide/README.md", "# Guide\n"), ("Caf\u{E9}.md", "# Café\n"),
    ]
    static let files = [
        "a.md", "深度/网络.md", "深度/图 1.png", "post/index.md", "post/x.png", "guide/README.md", "img/Curve.PNG",
        "a/beside.png", "deep/er/alone.png", "data.csv", "Cafe\u{301}.md", "LICENSE",
    ]

    static func findings(_ text: String, files: [String]? = files) -> [String] {
        let notes = ([("a.md", text)] + others).map { NoteReader.read(SourceText(name: "notes/" + $0.0, text: $0.1)) }
        let targets = LinkTargets(notes: notes, names: ["a.md"] + others.map(\.name), files: files)
        return targets.diagnostics(of: notes[0]).map { "\($0.code.code) \($0.message)" + ($0.help.map { " | \($0)" } ?? "") }
    }

    @Test(arguments: [
        // Elsewhere.
        "[a](https://example.org/x.md)", "[a](//example.org/x.md)", "[a](mailto:a@b.c)", "![a](data:image/png;base64,AA)",
        "[a](/posts/gone.md)", "![a](/img/gone.png)", "[a](../outside.md)", "![a](../outside.png)", "[a](gone)", "[a](gone/)",
        "[a](gone.html)", "[a]({{ site.url }}/gone.md)", "![a]({{% asset x.png %}})", "[a](<$dir/x.md>)", "[a](www.example.org)",
        // Notes in every form.
        "[a](深度/网络.md)", "[a](%E6%B7%B1%E5%BA%A6/%E7%BD%91%E7%BB%9C.md)", "[a](深度/网络)", "[a](./深度/网络.html?x=1#here)",
        "[a](post/)", "[a](post)", "[a](post/index.html)", "[a](guide)", "[a](Caf\u{E9}.md)", "[a](cafe\u{301}.MD)", "[a](LICENSE)",
        "[a](深度)", "[a](data.csv)",
        // Anchors as several programs make them.
        "[a](深度/网络.md#1-2-反向传播-bp)", "[a](深度/网络.md#12-反向传播bp)", "[a](深度/网络.md#1.2 反向传播（BP）)",
        "[a](深度/网络.md#小结-1)", "[a](深度/网络.md#小结-2)", "[a](深度/网络.md#here)", "[a](深度/网络.md#神经-网络)", "[a](#)", "[a](#top)",
        "[a](#fn1)", "[a](#^block)", "[a](#L12)", "[[网络#小结]]", "[[深度/网络]]", "[[网络|别名]]", "[[#标题]]\n\n# 标题", "[a](#标题)\n\n# 标题",
        "<h2 id=\"own\">x</h2>\n\n[a](#own)", "[a](#custom)\n\n## 标题 {#custom}",
        // Pictures.
        "![a](深度/图%201.png)", "![a](<深度/图 1.png>)", "![a](img/curve.png)", "![a](beside.png)", "![a](alone.png)", "![[alone.png]]",
        "`[a](gone.md)`", "```\n[a](gone.md)\n```", "<!-- [a](gone.md) -->",
        "[[1, 2]]", "[[x]]", "[[a, b], [c, d]]", "[[0.5 0.5]]",
    ])
    func silent(text: String) {
        #expect(Self.findings(text) == [])
    }

    @Test(arguments: [
        ("[a](深度/网路.md)", ["X002 the file `深度/网路.md` is not there"]),
        ("[a](data.tsv) [b](data.csv)", ["X002 the file `data.tsv` is not there | did you mean `data.csv`?"]),
        ("![a](img/cruve.png) ![b](img/Curve.PNG)", ["X003 the picture `img/cruve.png` is not there | did you mean `Curve.PNG`?"]),
        ("[a](深度/网络.md#正向传播的推导)", ["X005 `深度/网络.md` has no heading or anchor `正向传播的推导`"]),
        ("[a](#definitions)\n\n## Definition", ["X005 this note has no heading or anchor `definitions` | did you mean `Definition`?"]),
        ("[[没有的笔记名]]", ["X004 no note is named `没有的笔记名`"]),
        // A note without its folder.
        ("![a](1.png) ![b](2.png) [c](3.md)", ["X003 none of the 3 local files that this note refers to is here, the first is `1.png` | put the files beside the note as its links say, or mend the links"]),
    ])
    func reported(text: String, expected: [String]) {
        #expect(Self.findings(text) == expected)
    }

    @Test(arguments: ["![a](gone.png)", "[a](gone.md)", "[[gone]]", "[a](gone.md#x)"])
    func nothingIsSaidOfFilesThatNobodyLookedFor(text: String) {
        #expect(Self.findings(text, files: nil) == [])
    }
}
