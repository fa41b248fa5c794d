import Testing

/// Input that nobody should be able to crash, hang or silence Gloss with, made here rather than committed.
struct HostileInput: Sendable, CustomTestStringConvertible {
    var name: String
    /// The bytes of the note.
    var bytes: [UInt8]
    /// `CODE line:column`, or `CODE` alone where the place is not the point. Any one of them must be there; empty: the
    /// note must have no finding at all.
    var anyOf: [String]
    /// What `gloss check` answers for a folder that holds this note and a sound one.
    var exitCode: Int32

    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], anyOf: [String], exitCode: Int32 = 1) {
        self.name = name
        self.bytes = bytes
        self.anyOf = anyOf
        self.exitCode = exitCode
    }

    init(_ name: String, _ text: String, anyOf: [String], exitCode: Int32 = 1) {
        self.init(name, Array(text.utf8), anyOf: anyOf, exitCode: exitCode)
    }
}


private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

private func display(_ latex: String) -> String { "# Title\n\n$$\n\(latex)\n$$\n" }

private func python(_ source: String) -> String { "# Title\n\n```python\n\(source)\n```\n" }

extension HostileInput {
    static let files: [HostileInput] = [
        // Bytes
        HostileInput("invalid UTF-8", Array("# Title\n\nab ".utf8) + [0xFF, 0xFE] + Array(" $x$\n".utf8), anyOf: ["M002 3:4"]),
        HostileInput("UTF-8 cut short", Array("# Title\n\nab".utf8) + [0xE4, 0xB8], anyOf: ["M002 3:3"]),
        HostileInput("surrogate", Array("a ".utf8) + [0xED, 0xA0, 0x80, 0x0A], anyOf: ["M002 1:3"]),
        HostileInput("empty", "", anyOf: [], exitCode: 0),
        HostileInput("blank", "\n \n\t\n", anyOf: [], exitCode: 0),
        HostileInput("NUL", "# Title\n\na\0b\n", anyOf: ["M009 3:2"], exitCode: 0),
        HostileInput("NUL in a formula", "# Title\n\n$x \0 + 1$\n", anyOf: ["M009 3:4"], exitCode: 0),
        HostileInput("CRLF", "# Title\r\n\r\n$\\nonsense + 1$\r\n", anyOf: ["L001 3:2"]),
        HostileInput("CR", "# Title\r\r$\\nonsense + 1$\r", anyOf: ["L001 3:2"]),
        HostileInput("byte-order mark", "\u{FEFF}$\\nonsense + 1$\n", anyOf: ["L001 1:2"]),
        HostileInput("byte-order mark before front matter", "\u{FEFF}---\ntitle: a\n---\n\n$\\nonsense$\n", anyOf: ["L001 5:2"]),
        HostileInput("larger than the limit", times(420_000, "0123456789"), anyOf: ["M003 1:1"]),
        HostileInput("one endless line", times(300_000, "word "), anyOf: [], exitCode: 0),

        // Mathematics
        HostileInput("unclosed $$", "# Title\n\ntext\n\n$$\nx + 1\n\nmore\n", anyOf: ["M005 5:1"]),
        HostileInput("100,000 braces", display(times(100_000, "{")), anyOf: ["L003", "L010"]),
        HostileInput("60,000 braces", display(times(60_000, "{")), anyOf: ["L003", "L010"]),
        HostileInput("30,000 pairs of braces", display(times(30_000, "{") + "x" + times(30_000, "}")), anyOf: ["L010"]),
        HostileInput("60,000 parentheses", display(times(60_000, "(")), anyOf: ["N004", "L010", "L005"]),
        HostileInput("deep fractions", display(times(10_000, "\\frac{1}{")), anyOf: ["L002", "L003", "L010"]),
        HostileInput("deep roots without braces", display(times(12_000, "\\sqrt")), anyOf: ["L002", "L010"]),
        HostileInput("deep scripts", display(times(20_000, "x^{")), anyOf: ["L003", "L010"]),
        HostileInput("deep \\left", display(times(9_000, "\\left(")), anyOf: ["L005", "L010"]),
        HostileInput("deep environments", display(times(3_000, "\\begin{matrix}")), anyOf: ["L006", "L010"]),
        HostileInput("many rows", display("\\begin{matrix}" + times(20_000, "&\\\\") + "\\end{matrix}"), anyOf: ["L010"]),
        HostileInput("runaway macro", display("\\def\\a{\\a\\a}\\a"), anyOf: ["L001", "L011"]),
        HostileInput("formula of 100 KB", display(times(50_000, "x+") + "x"), anyOf: ["L010"]),
        HostileInput("deep minus signs", display(times(30_000, "-") + "x"), anyOf: []),
        HostileInput("huge exponent", display("10^{10^{10^{10}}} = 1"), anyOf: []),
        HostileInput("huge sum", display("\\sum_{i=1}^{10^{15}} i = 3"), anyOf: []),
        HostileInput("nested sums", display(times(60, "\\sum_{i=1}^{1000}") + "i"), anyOf: []),
        HostileInput("100,000 dollars", times(100_000, "$"), anyOf: []),
        HostileInput("many dollars", times(4_000, "$x "), anyOf: []),
        HostileInput("many formulas", times(300, "$x + 1$\n\n"), anyOf: [], exitCode: 0),

        // Blocks
        HostileInput("lists 1,000 deep", (0..<1_000).map { times($0, "  ") + "- item\n" }.joined(), anyOf: ["M004"]),
        HostileInput("lists 1,000 deep in one line", times(1_000, "- ") + "item\n", anyOf: ["M004"]),
        HostileInput("quotes 10,000 deep", times(10_000, ">") + " $x$\n", anyOf: ["M004"]),
        HostileInput("100,000 brackets", times(100_000, "[") + "\n", anyOf: ["M010"]),
        HostileInput("50,000 pairs of brackets", times(50_000, "[a]("), anyOf: ["M010"]),
        HostileInput("50,000 stars", times(50_000, "*a **b "), anyOf: []),
        HostileInput("50,000 backticks", (1..<300).map { times($0, "`") + " " }.joined(), anyOf: []),
        HostileInput("50,000 comments", times(50_000, "<!--"), anyOf: []),
        HostileInput("50,000 tags", times(50_000, "<div>\n"), anyOf: []),
        HostileInput("wide table", "|" + times(2_000, "a|") + "\n|" + times(2_000, "-|") + "\n", anyOf: ["M008"]),
        HostileInput("long table", "|a|b|\n|-|-|\n" + times(140_000, "|1|2|\n"), anyOf: ["M008"]),
        HostileInput("unclosed fence", "```python\nprint(1)\n", anyOf: [], exitCode: 0),

        // Front matter
        HostileInput("YAML syntax error", "---\ntitle: [a, b\ntags: c\n---\n\n$x$\n", anyOf: ["M006"]),
        HostileInput("YAML of 100,000 {", "---\na: " + times(100_000, "{") + "\n---\n\n$x$\n", anyOf: ["M006", "M007"]),
        HostileInput("YAML of 30,000 {", "---\na: " + times(30_000, "{") + "\n---\n\n$x$\n", anyOf: ["M006", "M007"]),
        HostileInput("YAML bomb", "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n\n$x$\n", anyOf: ["M006", "M007"]),
        HostileInput("YAML never closed", "---\ntitle: a\n\n# Heading\n", anyOf: ["M011 1:1"]),
        HostileInput("TOML syntax error", "+++\ntitle = \n+++\n\n$x$\n", anyOf: ["M006"]),
        HostileInput("TOML of 30,000 [", "+++\na = " + times(30_000, "[") + "\n+++\n\n$x$\n", anyOf: ["M006", "M007"]),

        // Python
        HostileInput("while True", python("while True:\n    pass"), anyOf: ["C007"], exitCode: 0),
        HostileInput("endless list", python("a = [1]\nwhile True:\n    a.append(1)"), anyOf: ["C007"], exitCode: 0),
        HostileInput("doubling text", python("a = 'x'\nwhile True:\n    a = a + a"), anyOf: ["C007"], exitCode: 0),
        HostileInput("huge text", python("a = 'x' * 10**12"), anyOf: ["C007"], exitCode: 0),
        HostileInput("huge integer", python("print(10 ** 10 ** 10)"), anyOf: ["C007"], exitCode: 0),
        HostileInput("huge array", python("import numpy as np\na = np.zeros((1000000, 1000000))"), anyOf: ["C007"], exitCode: 0),
        HostileInput("endless recursion", python("def f(x):\n    return f(x + 1)\nf(0)"), anyOf: ["C007"], exitCode: 0),
        HostileInput("endless printing", python("while True:\n    print('word')"), anyOf: ["C007"], exitCode: 0),
        HostileInput("integer overflow", python("x = 9223372036854775807\nprint(x + 1, x * x, -x - 2)"), anyOf: [], exitCode: 0),
        HostileInput("100,000 parentheses in Python", python(times(100_000, "(")), anyOf: ["C001"]),
        HostileInput("unclosed text in Python", python("x = 'abc"), anyOf: ["C001 4:5"]),
        HostileInput("deep indentation", python((0..<300).map { times($0, " ") + "if x:\n" }.joined()), anyOf: ["C001"]),
        HostileInput("long chain of signs", python("x = " + times(50_000, "-") + "1"), anyOf: ["C007"], exitCode: 0),
        HostileInput("long chain of not", python("x = " + times(20_000, "not ") + "1"), anyOf: ["C007"], exitCode: 0),
        HostileInput("long sum", python("x = " + times(30_000, "1 + ") + "1"), anyOf: ["C007"], exitCode: 0),
        HostileInput("long attribute chain", python("x = a" + times(30_000, ".a")), anyOf: ["C007"], exitCode: 0),

        // Directives
        HostileInput("huge directive", "<!-- gloss: let x = zeros(1000000, 1000000) -->\n\n$x + 1$\n", anyOf: ["A002"]),
        HostileInput("deep directive", "<!-- gloss: let x = " + times(30_000, "[") + " -->\n\n$x + 1$\n", anyOf: ["A002"]),
    ]
}
