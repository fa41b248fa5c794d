import Markdown
import Testing

struct SanitizerTests {
    private func write(_ events: [HTMLEvent]) -> String {
        events.map { event in
            switch event {
            case .text(let text): text.replacing("<", with: "&lt;")
            case .close(let name): "</\(name)>"
            case .open(let name, let attributes, _):
                "<" + ([name] + attributes.map { "\($0.name)=\"\($0.value)\"" }).joined(separator: " ") + ">"
            }
        }.joined()
    }

    private func sanitize(_ html: String) -> (html: String, removed: [String]) {
        var sanitizer = HTMLSanitizer()
        var events = sanitizer.push(html)
        events += sanitizer.finish()
        return (write(events), sanitizer.removed)
    }

    @Test(arguments: [
        ("<b>a</b>", "<b>a</b>", []), ("<b>a", "<b>a</b>", []), ("a</b></div>", "a", []), ("<b><i>a</b>c</i>", "<b><i>a</i></b>c", []),
        ("a &amp; b &hellip; &#945; &nope;", "a & b … α &nope;", []), ("a < b", "a &lt; b", []), ("a <", "a &lt;", []),
        ("<script>alert(1)</script>x", "x", ["<script>"]), ("<SCRIPT>a", "", ["<script>"]), ("<style>p{}</style>x", "x", ["<style>"]),
        ("<iframe src=a>b</iframe>c", "c", ["<iframe>"]), ("<svg><b>a</b></svg>c", "c", ["<svg>"]), ("<math><mi>a</mi></math>c", "c", ["<math>"]),
        ("<form><input>a</form>", "a", ["<form>", "<input>"]), ("<base href=x><meta x><link rel=y>", "", ["<base>", "<meta>", "<link>"]),
        ("<a href=\"javascript:a\">b</a>", "<a>b</a>", ["href"]), ("<a href=\" JaVa\tScRiPt:a\">b</a>", "<a>b</a>", ["href"]),
        ("<a href=\"&#106;avascript:a\">b</a>", "<a>b</a>", ["href"]), ("<a href=\"data:text/html,x\">b</a>", "<a>b</a>", ["href"]),
        ("<a href=\"vbscript:a\">b</a>", "<a>b</a>", ["href"]), ("<a href=\"mailto:a@b\">b</a>", "<a href=\"mailto:a@b\">b</a>", []),
        ("<a href=\"a/b?c:d\">b</a>", "<a href=\"a/b?c:d\">b</a>", []), ("<b onclick=\"a\" ONLOAD=b>c</b>", "<b>c</b>", ["onclick", "onload"]),
        ("<img src=a.png onerror=x>", "<img src=\"a.png\" alt=\"\" loading=\"lazy\">", ["onerror"]),
        ("<img src=\"a.png\" alt=\"b\" style=\"zoom: 50%;color:red\" />", "<img src=\"a.png\" alt=\"b\" loading=\"lazy\" style=\"zoom:50%\">", ["color"]),
        ("<img src=a width=300px height=50%>", "<img src=\"a\" width=\"300\" height=\"50%\" alt=\"\" loading=\"lazy\">", []),
        ("<img src=\"data:image/png;base64,AA\">", "<img src=\"data:image/png;base64,AA\" alt=\"\" loading=\"lazy\">", []),
        ("<img src=\"data:image/svg+xml,AA\" alt=\"b\">", "b", ["src"]), ("<img src=\"data:image/pngx,AA\">", "", ["src"]),
        ("<div style=\"text-align: center; position: fixed\">a</div>", "<div style=\"text-align:center\">a</div>", ["position"]),
        ("<div style=\"width: 9999999px; zoom: 5000%; width: expression(a)\">a</div>", "<div>a</div>", ["width", "zoom", "width"]),
        ("<center>a</center>", "<div style=\"text-align:center\">a</div>", []), ("<p align=\"center\">a<p>b", "<p style=\"text-align:center\">a</p><p>b</p>", []),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", []),
        ("<td>a</td><li>b</li>", "ab", []), ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>", []), ("<a href=x>a<a href=y>b", "<a href=\"x\">a</a><a href=\"y\">b</a>", []),
        ("<!-- a --><!DOCTYPE html><?php x ?>b", "b", []), ("<b title='a\"b'>c</b>", "<b title=\"a\"b\">c</b>", []), ("<x-y>a</x-y>", "a", ["<x-y>"]),
        ("<br><hr/><wbr>", "<br><hr><wbr>", []), ("<b <i>a", "<b>a</b>", []), ("<img src=a", "&lt;img src=a", []), ("<plaintext>a<b>", "", ["<plaintext>"]),
        ("<td colspan=2>", "", []), ("<ol start=3 reversed><li value=x>a</ol>", "<ol start=\"3\" reversed=\"\"><li>a</li></ol>", []),
        ("<div id=a class=b>c</div>", "<div id=\"a\">c</div>", []), ("<select><option>a</select>b", "b", ["<select>"]),
    ] as [(String, String, [String])])
    func onlySafeHTMLComesOut(_ html: String, _ expected: String, _ removed: [String]) {
        let result = sanitize(html)
        #expect(result.html == expected)
        #expect(result.removed == removed)
    }

    @Test func whatThePageOpensTheNoteCannotClose() {
        var sanitizer = HTMLSanitizer()
        var out = write(sanitizer.push("<div><b>"))
        sanitizer.enter()
        out += "<p>" + write(sanitizer.push("</b></div><i>a", inline: true)) + write(sanitizer.leave()) + "</p>"
        out += write(sanitizer.push("</div>")) + write(sanitizer.finish())
        #expect(out == "<div><b><p><i>a</i></p></b></div>")
    }

    @Test func elementsThatHoldBlocksStayOpenOverThem() {
        var sanitizer = HTMLSanitizer()
        let first = write(sanitizer.push("<details><summary>a")) + write(sanitizer.endBlock())
        let second = write(sanitizer.push("</details>")) + write(sanitizer.endBlock())
        #expect(first == "<details><summary>a</summary>")
        #expect(second == "</details>")
    }

    @Test func blocksWithinAParagraphBecomeSpans() {
        var sanitizer = HTMLSanitizer()
        #expect(write(sanitizer.push("<div>a</div>", inline: true)) == "<span>a</span>")
        #expect(write(sanitizer.push("<hr><table><tr><td>", inline: true)) == "<span><span><span>")
    }

    @Test func deepNestingIsCut() {
        let result = sanitize(String(repeating: "<div>", count: 10_000))
        #expect(result.html.split(separator: "<div>").count <= 65)
    }
}
