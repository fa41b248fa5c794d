import Markdown
import Source
import Testing

/// A value in a notation that tests can compare.
func plain(_ value: ConfigValue?) -> String {
    guard let value else { return "nothing" }
    switch value.kind {
    case .null: return "null"
    case .bool(let bool): return "\(bool)"
    case .integer(let integer): return "\(integer)"
    case .number(let number): return "\(number)"
    case .string(let string): return "'\(string)'"
    case .array(let items): return "[" + items.map { plain($0) }.joined(separator: ", ") + "]"
    case .table(let entries): return "{" + entries.map { "\($0.key): \(plain($0.value))" }.joined(separator: ", ") + "}"
    }
}

struct ConfigTests {
    @Test(arguments: [
        ("b: 1\na: [x, 'y', \"z\"]\n", "{b: 1, a: ['x', 'y', 'z']}"),
        ("a: yes\nb: true\nc: ~\nd:\ne: 1.5\nf: -2\ng: 1e3\nh: 0x10\n", "{a: 'yes', b: true, c: null, d: null, e: 1.5, f: -2, g: 1000.0, h: 16}"),
        ("a:\n  b:\n    - c: 1\n    - d\n", "{a: {b: [{c: 1}, 'd']}}"), ("a: |\n  b\n  c\n", "{a: 'b\nc\n'}"),
        ("标题: 中文\n", "{标题: '中文'}"), ("", "nothing"), ("# nothing\n", "nothing"), ("\u{FEFF}a: 1", "{a: 1}"),
        ("a: 1.2.3\nb: 2024-01-02\nc: 12abc\nd: .5\n", "{a: '1.2.3', b: '2024-01-02', c: '12abc', d: 0.5}"),
        ("a: 99999999999999999999\n", "{a: 1e+20}"),
    ])
    func yamlIsRead(_ text: String, _ expected: String) {
        let (value, diagnostics) = ConfigReader.read(SourceText(name: "gloss.yaml", text: text))
        #expect(plain(value) == expected)
        #expect(diagnostics.isEmpty)
    }

    @Test(arguments: [
        "a: 1\nb⟦:⟧ c: 2", "a: [1, 2\n⟦b⟧: 3", "a: ⟦*x⟧", "a: 中\n⟦a⟧: 2", "\t⟦a⟧: 1",
    ])
    func yamlErrorsHaveTheirPlace(_ example: String) throws {
        let (text, _) = marked(example)
        let (value, diagnostics) = ConfigReader.read(SourceText(name: "gloss.yaml", text: text))
        #expect(value == nil)
        #expect(diagnostics.map(\.code) == [.configSyntax])
    }

    @Test func keysAndValuesHaveTheirRanges() throws {
        let (text, ranges) = marked("⟦标题⟧: ⟦中文⟧\nlet:\n  ⟦n⟧: ⟦5⟧\n")
        let (value, _) = ConfigReader.read(SourceText(name: "gloss.yaml", text: text))
        guard case .table(let entries)? = value?.kind, case .table(let inner)? = value?["let"]?.kind else {
            Issue.record("not a table")
            return
        }
        #expect([entries[0].keyRange, entries[0].value.range, inner[0].keyRange, inner[0].value.range] == ranges)
    }

    @Test(arguments: [
        ("---\na: 1\n---\n$x$", "{a: 1}", []), ("---\na: 1\n...\n$x$", "{a: 1}", []), ("\u{FEFF}---\r\na: 1\r\n---\r\n$x$", "{a: 1}", []),
        ("+++\nb = 1\na = [1.5, 'x']\n[t]\nd = 2024-01-02T03:04:05Z\n+++\n$x$", "{b: 1, a: [1.5, 'x'], t: {d: '2024-01-02T03:04:05Z'}}", []),
        ("---\na: [\n---\n$x$", "nothing", [FindingCode.frontMatterSyntax]), ("+++\na = \n+++\n$x$", "nothing", [.frontMatterSyntax]),
        ("---\na: &b 1\nc: *b\n---\n$x$", "nothing", [.frontMatterLimit]), ("+++\na = 1\n\n$x$", "none", [.unclosedFrontMatter]),
        ("---\na: 1\n\n$x$", "none", [.unclosedFrontMatter]), ("---\n\ntext\n\n---\n$x$", "none", []), ("---\ntext\n---\n$x$", "none", []),
        ("---\n---\n$x$", "{}", []), ("a\n---\n$x$", "none", []), ("----\n$x$", "none", []),
    ] as [(String, String, [FindingCode])])
    func frontMatterIsRead(_ text: String, _ expected: String, _ codes: [FindingCode]) {
        let note = read(text)
        #expect(note.frontMatter.map { plain($0.value) } ?? "none" == expected)
        #expect(note.diagnostics.map(\.code) == codes)
        #expect(note.formulas.count == 1)
        checkInvariants(note)
    }

    @Test(arguments: [
        "---\na: " + String(repeating: "{b: ", count: 40) + "1" + String(repeating: "}", count: 40) + "\n---\n",
        "---\n" + String(repeating: "{", count: 100_000) + "\n---\n", "---\na: '" + String(repeating: "x", count: 70_000) + "'\n---\n",
        "---\na: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40) + "\n---\n", "+++\na = " + String(repeating: "[", count: 1000) + "\n+++\n",
        "+++\n" + String(repeating: "a.", count: 10_000) + "b = 1\n+++\n", "+++\na = " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40) + "\n+++\n",
    ])
    func frontMatterBeyondTheLimitsIsAFinding(_ text: String) {
        let note = read(text)
        #expect(note.diagnostics.map(\.code) == [.frontMatterLimit])
        #expect(note.frontMatter?.value == nil)
    }
}
