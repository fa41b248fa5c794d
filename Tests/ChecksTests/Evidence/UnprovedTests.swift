import Checks
import Source
import Testing

/// What may look like evidence and is none.
@Suite struct UnprovedTests {
    private func outcome(_ note: String) -> Outcome? { NoteRun.outcomes(note).last }

    @Test(arguments: [
        #"$$\det(A) = \det(B)$$"#, #"$$\|x\|_2 = \|y\|_2$$"#, #"$$tr(A) = tr(B)$$"#,
        #"$$F = \ln \frac{a}{b}$$"#, #"$$\text{PMI}(x, y) = \log \frac{p(x)}{p(y)}$$"#,
        #"$$\hat{x} = 2 \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}}$$"#,
    ])
    func oneFunctionOfTwoNamesIsNoDefinition(_ note: String) {
        #expect(outcome(note) == .evaluated)
    }

    @Test func aWordSpeaksOfTheNamesInItsSentence() {
        let independent = "Suppose $A$ and $B$ are independent, and let $C$ be another event.\n\n"
        #expect(outcome(independent + "$$P(AB) = P(A) P(B)$$") == .verified)
        #expect(outcome("Suppose $A$ and $B$ are independent.\n\n$$P(AC) = P(A) P(C)$$") == .evaluated)
        #expect(outcome("$A$ and $B$ are not independent.\n\n$$P(AB) = P(A) P(B)$$") == .evaluated)
        #expect(outcome("The loss is related to the probability as follows.\n\n$$x^3 \\le x$$") == .evaluated)
        #expect(outcome("Let $S$ be a symmetric matrix.\n\n$$x^\\top S y = y^\\top S x$$") == .verified)
    }

    @Test func chainsOfNumbersAreCheckedBehindWhatTheyAreOf() {
        #expect(outcome(#"$$P(A) = \frac{3}{6} = \frac{1}{2}$$"#) == .verified)
        #expect(outcome(#"$$G = 0.410 + 0.530 = 0.940 \text{ bits}$$"#) == .verified)
        #expect(outcome(#"$$P(A) = \frac{3}{6} = \frac{1}{3}$$"#) == .refuted)
        #expect(outcome("$$a = 3$$\n\n$$a / 7 \\approx 0.43$$") == .verified)
        #expect(outcome(#"$$\text{softmax}(1, 1, 1) \approx (0.333, 0.333, 0.4)$$"#) == .refuted)
    }

    @Test(arguments: [
        #"$$\text{KL}(p || q) = \sum_i p_i \log \frac{p_i}{q_i}$$"#, #"$$\mathrm{KL}(p \parallel q) = \sum_i p_i \log \frac{p_i}{q_i}$$"#,
        #"$$i_t = \sigma(W_i x_t + U_i h_{t-1} + b_i)$$"#, "$$a = 3$$\n\n$$a / 7 \\approx 0.43$$",
    ])
    func isReadAsNotesWriteIt(_ note: String) {
        #expect(outcome(note) == .verified)
    }
}
