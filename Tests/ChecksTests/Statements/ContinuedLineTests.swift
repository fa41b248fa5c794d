import Checks
import Source
import Testing

/// Lines, items and blocks that begin with a sign of equality go on with the formula before.
@Suite struct ContinuedLineTests {
    @Test(arguments: [
        "$a = (x + 1)^2$\n$= x^2 + 2x + 1$", "- $a = (x + 1)^2$\n  - $= x^2 + 2x + 1$", "1. $a = (x + 1)^2$\n2. $= x^2 + 2x + 1$",
        "$$a = (x + 1)^2$$\n\nExpanding:\n\n$$= x^2 + 2x + 1$$", "$$a = (x + 1)^2$$\n\n展开得：\n\n$$= x^2 + 2x + 1$$",
    ])
    func goOn(_ text: String) {
        #expect(NoteRun.findings(text) == [])
        #expect(NoteRun.outcomes(text).last == .verified)
        let wrong = text.replacing("+ 1$", with: "+ 2$")
        #expect(NoteRun.record(wrong).findings.map(\.code.code) == ["V003"])
    }

    /// Words between them, an order, a name alone: nothing is claimed of what stands before.
    @Test(arguments: [
        "- $a = (x + 1)^2$\n- The mean:\n  - $= 3 x$", "$a = x$ is the area\n$= 3 x$", "- $x = 1$\n- $\\ge 2$", "$x$\n$= y$", "$$a = x$$\n\nIts mean is larger. Half of that:\n\n$$= 3 x$$",
    ])
    func standAlone(_ text: String) {
        #expect(NoteRun.findings(text) == [])
    }

    @Test(arguments: ["p(x, t) = p(t \\mid x) p(x)", "P(A, B) = P(B \\mid A) P(A)", "p(x) = \\sum_y p(x, y)"])
    func lawsOfProbabilityDefineNothing(_ latex: String) {
        #expect(NoteRun.outcomes("$\(latex)$") == [.verified])
    }

    /// What is said of one sample holds of each under a sum over the samples.
    @Test func samplesUnderASum() {
        let text = """
            where $x^{(n)} \\in \\mathbb{R}^d$, $w \\in \\mathbb{R}^d$ and $y^{(n)} \\in \\{0, 1\\}$

            $$\\hat{y}^{(n)} = \\sigma(w^\\top x^{(n)})$$

            $$L = -\\frac{1}{N} \\sum_{n=1}^{N} (y^{(n)} \\log \\hat{y}^{(n)} + (1 - y^{(n)}) \\log(1 - \\hat{y}^{(n)}))$$
            """
        #expect(NoteRun.findings(text) == [])
        #expect(NoteRun.outcomes(text).last == .verified)
    }
}
