import Glibc
import Markdown
import Source
import Testing

/// Input that is wrong or made to hurt: findings, never a crash, never a hang.
struct HostileTests {
    @Test(arguments: [
        "", "\u{FEFF}", "\n", "\r", "\r\n\r\n", "$", "$$", "\\", "\\(", "\\[", "`", "<", "<!--", "[", "[[", "[^", "![", "|", "---", "+++", ">", "-", "1.",
        "```", "    ", "\t", "$`", "\\begin{", "\\begin{align}", "&", "&#", "#", "##", "|-|", "a\n|-", "<a", "<a b=", "<a b='", "</", "<!", "<?",
    ])
    func fragmentsAreRead(_ text: String) {
        for note in [read(text), read("> " + text), read("- " + text), read(text + "\n" + text), read("| a |\n|---|\n| " + text), read("<div>\n" + text), read("$$\n" + text)] {
            checkInvariants(note)
        }
    }

    static let repeated: [String] = [
        "{", "[", "[a", "![[]()", "[a](", "> ", "- ", "1. ", "*a _b ", "a**b c* ", "`a ", "x <!-- ", "x <? ", "x <!A ", "x <![CDATA[ ",
        "x <a b=\"", "<a b='", "$a ", "$$ a\n\n", "$$ a\n\n# h\n\n", "\\begin{aligned}\n\n", "\\[\nfoo\n", "\\(a", "|a", "[[a|", "[^a]: b\n", "~~a ", "==a *b",
        "#a ", "a@", "http://a.b/((", "&amp;", "\\", "```\n", "    a\n\n", "    中文段落。\n\n", "a $x$\r", "[a]: <b\n", "<div>", "<div><table><tr>", "> $$\na\n", "zqaaaaa", "^[", "^[a", "^[a]", "a %%b ", "%%a%% ", "[^a]: ", "[^a]: b\n\n", "> [^a]: ", "[!a] ", " ^abcdef", "{: a", "# {#a",
    ]

    @Test(arguments: repeated)
    func repetitionStaysLinear(_ unit: String) {
        // The thread's own time: other tests run beside this one.
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        func time(_ count: Int) -> Double {
            let text = String(repeating: unit, count: count)
            let start = now()
            checkInvariants(read(text))
            return now() - start
        }
        _ = time(100)
        let short = time(1_000)
        let long = time(8_000)
        // Eight times the input: linear is 8, quadratic 64.
        #expect(long < short * 32 + 0.3)
    }

    @Test func listsNestedAThousandDeepAreReported() {
        let text = (0..<1000).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n")
        let note = read(text)
        #expect(note.diagnostics.map(\.code) == [.nestingTooDeep])
        checkInvariants(note)
    }

    @Test func definitionsThatManyLinksWouldCopyAreText() {
        let url = String(repeating: "x", count: 100_000)
        let note = read("[a]: \(url)\n\n" + String(repeating: "[a]\n\n", count: 20_000))
        #expect(note.diagnostics.map(\.code) == [.tooManyBrackets])
        checkInvariants(note)
        let list = (0..<800).map { "[a\($0)]: /u\n" }.joined()
        #expect(read(list + "\n" + String(repeating: "[a1]\n\n", count: 2000)).diagnostics.isEmpty)
    }

    @Test func hundredThousandOpenBracesAreOneFormulaOrText() {
        let note = read("$$" + String(repeating: "{", count: 100_000) + "$$")
        #expect(note.formulas.count == 1)
        #expect(read(String(repeating: "[", count: 100_000)).diagnostics.map(\.code) == [.tooManyBrackets])
    }

    @Test func bytesThatAreNotUTF8AreReplacedAndReported() {
        let (source, diagnostics) = NoteReader.decode(name: "a.md", bytes: Array("a".utf8) + [0xFF, 0xC3, 0x28, 0] + Array("b".utf8))
        #expect(String(decoding: source.bytes, as: UTF8.self) == "a\u{FFFD}\u{FFFD}(\u{FFFD}b")
        #expect(diagnostics.map(\.code) == [.invalidUTF8, .nulByte])
        #expect(source.position(of: diagnostics[0].range.lower).column == 2)
        #expect(source.position(of: diagnostics[1].range.lower).column == 5)
        #expect(NoteReader.decode(name: "a.md", bytes: Array("中".utf8)).diagnostics.isEmpty)
    }

    /// Seeded, so that a failure comes again.
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    static let pieces: [String] = [
        "$", "$$", "\\(", "\\)", "\\[", "\\]", "\n", "\n\n", "> ", "- ", "  ", "    ", "\t", "```", "~~~", "`", "``", "*", "**", "_", "~~", "==", "[", "]", "(", ")",
        "![", "[[", "]]", "[^1]", "[^1]: ", "^[", "%%", "> [!a]- ", "1) ", "|", "\n|---|---|\n", "<div>", "</div>", "<b>", "</b>", "<!--", "-->", "<!-- gloss: x -->", "<a b=\"", "\\begin{aligned}",
        "\\end{aligned}", "x_1", "=", "中文", "，", "\u{200B}", "\r\n", "\r", "# ", "---\n", "+++\n", "a: 1\n", "\\", "\\_", "\\|", "&lt;", "http://a.b", "a@b.c", "#tag", "1. ",
        "[a]: b\n", "[a]", "[!note] ", "[ ] ", "word ", "Two words ", "$x$", "\u{FFFD}", "![a|3](b)", "    code();\n", "<script>", "<pre>\n", "\\\\", "{", "}", "===\n", "***\n",
    ]

    @Test(arguments: 0..<20)
    func anySequenceOfPiecesIsRead(_ seed: Int) {
        var generator = Generator(state: UInt64(seed) &* 7919 &+ 1)
        for _ in 0..<60 {
            let count = Int.random(in: 1...60, using: &generator)
            let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
            let note = read(text)
            checkInvariants(note)
        }
    }

    @Test(arguments: 0..<10)
    func anyBytesAreRead(_ seed: Int) {
        var generator = Generator(state: UInt64(seed) &* 104_729 &+ 3)
        for _ in 0..<30 {
            let count = Int.random(in: 0...400, using: &generator)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            checkInvariants(NoteReader.read(NoteReader.decode(name: "a.md", bytes: bytes).source))
        }
    }
}
