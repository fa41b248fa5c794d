import Checks
import Markdown
import Source
import Tensors
import Testing

@Suite struct DirectiveTests {
    @Test(arguments: [
        ("let o = [1.0, 2.0, 3.0]", "\\max_i o_i", [3.0]),
        ("let n = 4, x = ones(n)", "\\sum_{i} x_i", [4.0]),
        ("let x = [[1, 2], [3, 4]]", "\\sum_{i} \\sum_{j} x_{ij}", [10.0]),
        ("let \\hat{y} = linspace(0, 1, 3)", "\\sum_i \\hat{y}_i", [1.5]),
        ("let x = -2^2 + 3*2", "x + 0", [2.0]),
        ("let x = range(1, 5)", "\\prod_i x_i", [24.0]),
    ])
    func givesData(directive: String, latex: String, value: [Double]) {
        let record = NoteRun.record("<!-- gloss: \(directive) -->\n\n$$\n\(latex)\n$$\n")
        #expect(record.formulas.last?.value?.elements == value)
        #expect(record.findings.isEmpty)
    }

    @Test(arguments: [
        ("lte x = 1", "A001 1:13"), ("let x", "A002 1:17"), ("let x = [1, 2", "A002 1:26"),
        ("let x = nothing", "A002 1:21"), ("implements nothing-at-all", "A005 1:24"), ("expect 1 withn 2", "A002 1:22"),
        ("allow V999", "A002 1:19"), ("skip \"open", "A002 1:18"), ("let x = [[1, 2], [3]]", "A002 1:21"),
        ("assume whatever it takes", "A002 1:20"),
    ])
    func reportsWhatItCannotRead(directive: String, finding: String) {
        #expect(NoteRun.findings("<!-- gloss: \(directive) -->\n\nText.\n") == [finding])
    }

    @Test(arguments: [
        "let x = 1", "implements softmax", "assume sum(y) = 1", "expect 2", "skip \"later\"", "allow V001 \"why\"",
        "allow V001 in note",
    ])
    func unusedIsReported(directive: String) {
        #expect(NoteRun.findings("# A\n\n<!-- gloss: \(directive) -->\n\nText.\n\n# B\n\n$x + y$\n") == ["A003 3:1"])
    }

    /// n and d of a declared array are what its data say.
    @Test func dataOfAnArrayGiveItsDimensions() throws {
        let text = """
            $X \\in \\mathbb{R}^{n \\times d}$

            <!-- gloss: let X = [[1, 0], [0, 1], [1, 2]] -->
            $\\frac{10}{2n} \\sum_{i=1}^{n} X_{i1} + d$
            """
        let value = try #require(NoteRun.record(text).formulas.last?.value?.scalar)
        #expect(abs(value - (10.0 / 6 * 2 + 2)) < 1e-12)
    }

    @Test(arguments: ["+", "-", "*", "/"]) func aChainOfOperatorsHasItsLimit(_ op: String) {
        func note(_ count: Int) -> String {
            let terms = [String](repeating: "1", count: count).joined(separator: op)
            return "<!-- gloss: let x = \(terms) -->\n\n$x + 1$\n"
        }
        #expect(NoteRun.findings(note(900)) == [])
        #expect(NoteRun.record(note(60_000)).findings.map(\.code.code) == ["A002"])
    }

    @Test func bindsInItsSectionOnly() {
        let text = "# A\n\n<!-- gloss: let x = 2 -->\n$x^2$\n\n# B\n\n$x^2$\n"
        let values = NoteRun.record(text).formulas.map { $0.value?.scalar }
        #expect(values.first == 4)
        #expect(values.last != 4)
    }

    @Test func skipsWhatFollows() {
        let record = NoteRun.record("<!-- gloss: skip \"a sketch\" -->\n\n$$\n1 = 2\n$$\n")
        #expect(record.formulas.map(\.outcome) == [.unsupported])
        #expect(record.formulas.first?.reason == Reason(.skippedByAuthor, "a sketch"))
        #expect(record.findings.isEmpty)
    }

    @Test func allowSuppressesOnTheNextFormula() {
        let wrong = "$$\n\\log \\frac{a}{b} = \\log b - \\log a\n$$\n"
        #expect(NoteRun.findings(wrong) == ["V002 2:1"])
        #expect(NoteRun.findings("<!-- gloss: allow V002 \"a test\" -->\n" + wrong) == [])
        #expect(NoteRun.findings("<!-- gloss: allow V002 \"a test\" -->\n" + wrong + "\n" + wrong) == ["V002 7:1"])
        #expect(NoteRun.findings("<!-- gloss: allow V002 in note -->\n" + wrong + "\n" + wrong) == [])
        #expect(NoteRun.findings("---\ngloss:\n  allow: [V002]\n---\n\n" + wrong) == [])
    }

    @Test(arguments: [("0.6225", true), ("0.62246 within 1e-5", true), ("0.6226", false), ("0.7 within 0.1", true), ("1", false)])
    func comparesExpectations(expectation: String, holds: Bool) {
        let text = "<!-- gloss: let x = 0.5 -->\n<!-- gloss: expect \(expectation) -->\n$$\n\\frac{1}{1 + e^{-x}}\n$$\n"
        #expect(NoteRun.outcomes(text) == [holds ? .verified : .refuted])
    }

    @Test func implementsTiesAnyHead() {
        let right = NoteRun.record("<!-- gloss: implements relu -->\n$$\nr(z) = \\max(z, 0)\n$$\n")
        #expect(right.formulas.first?.statements.first?.tie == .directive)
        #expect(right.formulas.first?.outcome == .verified)
        #expect(NoteRun.findings("<!-- gloss: implements relu -->\n$$\nr(z) = \\min(z, 0)\n$$\n") == ["V001 3:1"])
    }

    @Test func hostileDirectivesEnd() {
        let deep = String(repeating: "[", count: 10_000)
        #expect(NoteRun.findings("<!-- gloss: let x = \(deep) -->\n").first?.hasPrefix("A002") == true)
        #expect(NoteRun.findings("<!-- gloss: let x = normal(1000000, 1000000) -->\n").first?.hasPrefix("A002") == true)
        #expect(NoteRun.findings("<!-- gloss: let x = eye(1e300) -->\n").first?.hasPrefix("A002") == true)
        #expect(NoteRun.findings("<!-- gloss: let x = 2^2^2^2^2^2 -->\n$x$\n").count <= 1)
    }
}
