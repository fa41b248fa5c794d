import Checks
import Source
import Testing

/// What a note says elsewhere: in another definition, in the function of a snippet.
@Suite struct NoteAndCodeTests {
    /// `OUTCOME by name` of the last statement that is no notation.
    private func last(_ text: String) -> String? {
        let statement = NoteRun.record(text).formulas.flatMap(\.statements).last { $0.outcome != .notation }
        return statement.map { "\($0.outcome) " + $0.evidence.map { "\($0.by.rawValue) \($0.name)" }.joined(separator: ", ") }
    }

    private static let cube = "```python\ndef f(x):\n    return x * (x**2 - 2)\n```"

    @Test(arguments: [
        // Two ways to write one thing.
        ("$$a = (u - v)^2$$\n\nWords.\n\n$$a = u^2 - 2 u v + v^2$$", "verified note line 1"),
        ("# One\n\n$$g(t) = (t + 1)^3$$\n\n# Two\n\n$$g(t) = t^3 + 3 t^2 + 3 t + 1$$", "verified note line 3"),
        // The same formula again proves nothing.
        ("$$a = (u - v)^2$$\n\nWords.\n\n$$a = (u-v)^2$$", "evaluated "),
        // Another thing of the same name is no mistake.
        ("# One\n\n$$a = (u - v)^2$$\n\n# Two\n\n$$a = u^2 + v^2$$", "evaluated "),
        ("# One\n\n$$a = (u - v)^2$$\n\n# Two\n\n$$a = b + c^2$$", "evaluated "),
        // Code before and after.
        ("\(cube)\n\n$$f(x) = x^3 - 2 x$$", "verified code f"),
        ("$$f(x) = x^3 - 2 x$$\n\n\(cube)", "verified code f"),
        ("$$h(x) = x^3 - 2 x$$\n\n\(cube)", "evaluated "),
        // Arguments by name, in another order than in the formula.
        (
            "$$d = u - 3 v$$\n\n```python\ndef d(v, u):\n    return u - 3 * v\n```", "verified code d"
        ),
    ])
    func isHeldAgainstTheRestOfTheNote(text: String, expected: String) {
        #expect(last(text) == expected)
        #expect(NoteRun.findings(text) == [])
    }

    @Test func aSnippetThatSaysSomethingElseIsWrong() {
        #expect(NoteRun.findings("$$f(x) = x^3 + 2 x$$\n\n\(Self.cube)") == ["C003 4:1"])
    }

    @Test func theSnippetIsVerifiedToo() {
        let record = NoteRun.record("$$f(x) = x^3 - 2 x$$\n\n\(Self.cube)")
        #expect(record.code.map(\.outcome) == [.verified])
        #expect(record.code.flatMap(\.evidence).map { "\($0.by.rawValue) \($0.name)" } == ["note line 1"])
        #expect(record.formulas.map(\.outcome) == [.verified])
    }
}

@Suite struct IndependenceTests {
    private func last(_ text: String) -> [String] {
        let statements = NoteRun.record(text).formulas.flatMap(\.statements).filter { $0.outcome != .notation }
        return statements.last.map { ["\($0.outcome)"] + $0.evidence.flatMap(\.assuming) } ?? []
    }

    @Test func independenceThatTheProseStatesVerifies() {
        #expect(
            last("若 $X$ 与 $Y$ 相互独立：\n\n$$\\operatorname{Var}(X + Y) = \\operatorname{Var}(X) + \\operatorname{Var}(Y)$$").first == "verified")
        #expect(last("For independent $X$ and $Y$:\n\n$$\\mathbb{E}[X Y] = \\mathbb{E}[X] \\mathbb{E}[Y]$$").first == "verified")
    }

    @Test func independentEvents() {
        #expect(last("若 $A$ 与 $B$ 独立，则\n\n$$P(A, B) = P(A) P(B)$$").first == "verified")
        #expect(last("若 $A$ 与 $B$ 相关，则\n\n$$P(A, B) = P(A) P(B)$$").first != "verified")
        #expect(last("若 $A$ 与 $B$ 独立，则\n\n$$P(A, B) = P(A) + P(B)$$").first != "verified")
    }

    @Test func withoutItNothingIsVerified() {
        #expect(last("Words.\n\n$$\\mathbb{E}[X Y] = \\mathbb{E}[X] \\mathbb{E}[Y]$$").first == "evaluated")
        #expect(last("For independent $X$ and $Y$:\n\n$$\\mathbb{E}[X Y] = \\mathbb{E}[X] + \\mathbb{E}[Y]$$").first != "verified")
    }
}
