import Testing

@testable import Site

/// What readers meet on a page once, and by a name.
@Suite struct ReaderTests {
    @Test func headerCellsOfFormulasHaveAName() {
        let body = WholeNoteTests.body("| 例 | $x^2$ | $n$ 个 |\n|---|---|---|\n| 1 | 2 | 3 |")
        #expect(count("aria-label=\"x 的平方\"", in: body) == 1)
        #expect(count("class=\"gm\" aria-label", in: body) == 0, "its mark names the first cell, words the last")
    }

    @Test func linksAndHeadingsOfFormulasHaveAName() {
        let body = WholeNoteTests.body("[$x^2$](https://example.org)\n\n## $y_1$\n\n## 别的 $z$\n")
        #expect(count(">x 的平方<", in: body) == 0)
        #expect(count("aria-label=\"x 的平方\"", in: body) == 1)
        // In the list of contents and in the heading itself.
        #expect(count("aria-label=\"y 下标 1\"", in: body) == 2, "\(body)")
    }

    @Test func tagsOfTheFirstParagraphStandInTheHeadOnly() {
        let page = String(decoding: WholeNoteTests.page("# t\n\n#数学/分析 #课程\n\n正文 #例子\n").bytes, as: UTF8.self)
        #expect(count(">#数学/分析</a>", in: page) == 1)
        #expect(count(">#例子</a>", in: page) == 2, "the head and the text")
    }

    @Test func aStatedOutputIsShownOnce() {
        let code = "```python\nprint(2 * 21)\n```\n\n"
        #expect(count("class=\"output\"", in: WholeNoteTests.body(code)) == 1)
        #expect(count("class=\"output\"", in: WholeNoteTests.body(code + "```text\n42\n```\n")) == 0)
        #expect(count("class=\"output\"", in: WholeNoteTests.body(code + "```text\n41\n```\n")) == 1, "wrong: both are told")
    }

    @Test func evidenceOfTheSameNoteLeadsToItsFormula() {
        let body = WholeNoteTests.body("$$f(x) = 2x + 1$$\n\n```python\ndef f(x):\n    return x + x + 1\n```\n")
        #expect(count("agrees with a formula above", in: body) == 1)
        #expect(count("<a href=\"#formula-1\">", in: body) == 1)
    }

    private func count(_ part: String, in text: String) -> Int {
        text.split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}
