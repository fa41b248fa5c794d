import Source
import Tensors
import Testing

@testable import Site

@Suite struct HighlightingTests {
    static let languages = [
        "python", "bash", "c++", "java", "typescript", "rust", "go", "swift", "r", "julia", "matlab", "ruby", "lua", "json", "yaml",
        "toml", "ini", "css", "sql", "latex", "html", "diff", "nothing known", "",
    ]

    static func markup(_ code: [UInt8], _ language: String) -> String {
        var html = HTMLWriter()
        CodeHighlighter.write(code, language: language, to: &html)
        return html.out.string
    }

    /// Without the spans the text is what it was, whatever stands in it.
    @Test(arguments: languages)
    func everyByteIsKept(language: String) {
        let pieces = [
            "if", "def f", "\"", "'", "`", "#", "//", "/*", "*/", "\\", "\n", "\r\n", " ", "<a href=\"x\">", "<!--", "-->", "1.5e-3", "0xFF",
            "名", "键: 值", "{", "}", "@x", "$y", "--", "=#", "\"\"\"", "r#\"", "%", "+++", "@@", "&amp;", ".", "é", "\t", "[[", "]]",
        ]
        var random = Generator(seed: 11)
        for _ in 0..<200 {
            var code = ""
            for _ in 0..<Int.random(in: 0..<24, using: &random) { code += pieces.randomElement(using: &random) ?? "" }
            var text = ""
            var isTag = false
            for scalar in Self.markup(Array(code.utf8), language).unicodeScalars {
                if scalar == "<" { isTag = true } else if scalar == ">" { isTag = false } else if !isTag { text.unicodeScalars.append(scalar) }
            }
            var escaped = ByteBuffer()
            escaped.append(escaping: code)
            #expect(Array(text.utf8) == escaped.bytes, "\(language): \(code)")
        }
    }

    @Test(arguments: [
        ("bash", "# a\nif x#y", "<span class=\"c\"># a</span>\n<span class=\"k\">if</span> x#y"),
        ("bash", "echo \"$HOME\" $X", "<span class=\"b\">echo</span> <span class=\"s\">&quot;$HOME&quot;</span> <span class=\"n\">$X</span>"),
        ("cpp", "#include <x>\nint f;", "<span class=\"d\">#include</span> &lt;x&gt;\n<span class=\"b\">int</span> f;"),
        ("cpp", "struct A { };", "<span class=\"k\">struct</span> <span class=\"f\">A</span> { };"),
        ("js", "a.delete(`x\ny`)", "a.delete(<span class=\"s\">`x\ny`</span>)"),
        ("rust", "fn f<'a>() /* a /* b */ c */", "<span class=\"k\">fn</span> <span class=\"f\">f</span>&lt;&#39;a&gt;() <span class=\"c\">/* a /* b */ c */</span>"),
        ("json", "{\"a\": \"b\", \"c\":1}", "{<span class=\"y\">&quot;a&quot;</span>: <span class=\"s\">&quot;b&quot;</span>, <span class=\"y\">&quot;c&quot;</span>:<span class=\"m\">1</span>}"),
        ("yaml", "- 键: yes # c", "- <span class=\"y\">键</span>: <span class=\"n\">yes</span> <span class=\"c\"># c</span>"),
        ("toml", "a.b = 'c'", "<span class=\"y\">a.b</span> = <span class=\"s\">&#39;c&#39;</span>"),
        ("SQL", "SELECT a -- b", "<span class=\"k\">SELECT</span> a <span class=\"c\">-- b</span>"),
        ("tex", "\\frac{1}{2} % c", "<span class=\"k\">\\frac</span>{1}{2} <span class=\"c\">% c</span>"),
        ("html", "<a b=\"c\">d</a>", "<span class=\"k\">&lt;a</span> <span class=\"y\">b</span>=<span class=\"s\">&quot;c&quot;</span><span class=\"k\">&gt;</span>d<span class=\"k\">&lt;/a</span><span class=\"k\">&gt;</span>"),
        ("diff", "+a\n-b\n c", "<span class=\"i\">+a</span>\n<span class=\"x\">-b</span>\n c"),
        ("julia", "A' * B", "A&#39; * B"), ("text", "if <b>", "if &lt;b&gt;"),
    ])
    func tokens(language: String, code: String, expected: String) {
        #expect(Self.markup(Array(code.utf8), language) == expected)
    }
}
