import Checks
import Source
import Testing

/// Names that everybody gives one meaning, where the note gives none.
@Suite struct ConventionTests {
    private func last(_ text: String) -> Outcome? {
        NoteRun.record(text).formulas.flatMap(\.statements).last { $0.outcome != .notation }?.outcome
    }

    @Test(arguments: [
        // A bar over data is their mean.
        (#"$$\frac{1}{n} \sum_{i=1}^n (x_i - \bar{x})^2 = \frac{1}{n} \sum_{i=1}^n x_i^2 - \bar{x}^2$$"#, Outcome.verified),
        (#"$$\sum_{i=1}^n (x_i - \bar{x}) = 0$$"#, .verified),
        // It is not where the note says something else.
        (#"Let $\bar{x} = 3$."# + "\n\n" + #"$$\sum_{i=1}^n (x_i - \bar{x}) = \sum_{i=1}^n x_i - n \bar{x}$$"#, .verified),
        // The size of a declared array is that size everywhere.
        (#"Let $x \in \mathbb{R}^d$."# + "\n\n" + #"$$\sum_{i=1}^d (x_i + 1) = \sum_{i=1}^d x_i + d$$"#, .verified),
    ])
    func areTakenForIt(text: String, expected: Outcome) {
        #expect(last(text) == expected)
        #expect(NoteRun.findings(text) == [])
    }

    @Test func aWrongLawOfTheMeanIsFound() {
        #expect(NoteRun.findings(#"$$\sum_{i=1}^n (x_i - \bar{x})^2 = \sum_{i=1}^n x_i^2 - \bar{x}^2$$"#) == ["V002 1:3"])
    }
}

/// What holds of names as the note defines them, of data that the prose describes, of functions that it calls convex.
@Suite struct RescueTests {
    private func last(_ text: String) -> Outcome? {
        NoteRun.record(text).formulas.flatMap(\.statements).last { $0.outcome != .notation }?.outcome
    }

    @Test(arguments: [
        #"$$\hat{y}_i = \frac{e^{o_i}}{\sum_j e^{o_j}}$$"# + "\n\n" + #"Then $\sum_i \hat{y}_i = 1$."#,
        #"$$\mathbf w^* = (\mathbf X^\top \mathbf X)^{-1}\mathbf X^\top \mathbf y$$"# + "\n\n" + #"Then $\mathbf X^\top \mathbf X \mathbf w^* = \mathbf X^\top \mathbf y$."#,
        #"$a = \sigma(z)$ and $$\mathcal L(a, y) = -(y\log a + (1-y)\log(1-a))$$"# + "\n\n" + #"Then $\frac{\partial \mathcal L}{\partial z} = a - y$."#,
        #"The entropy $H(p) = -\sum_i p_i \log p_i$, the cross-entropy $H(p, q) = -\sum_i p_i \log q_i$, and $D_{KL}(p\|q) = \sum_i p_i\log\frac{p_i}{q_i}$. Then $H(p, q) = H(p) + D_{KL}(p\|q)$."#,
        #"Let $f$ be convex. Then $f(\lambda x + (1-\lambda) y) \le \lambda f(x) + (1-\lambda) f(y)$."#,
        #"Jensen's inequality: $f(\mathbb{E}[X]) \le \mathbb{E}[f(X)]$."#,
        #"对非负随机变量，$$P(X \ge a) \le \frac{\mathbb{E}[X]}{a}$$"#,
        #"设 $f(x, y) = x^2 y + \sin y$，则 $\nabla f = \begin{pmatrix} 2xy \\ x^2 + \cos y\end{pmatrix}$。"#,
        #"$$\operatorname{softmax}(x + c) = \operatorname{softmax}(x)$$"#,
        #"Let $P = A(A^\top A)^{-1}A^\top$. Then $P^2 = P$."#,
        #"$$\det(A^{-1}) = \frac{1}{\det A}$$"#,
        #"$$\operatorname{rank}(A^\top A) = \operatorname{rank}(A)$$"#,
        #"$$\mathcal{N}(x \mid \mu, \sigma^2) = \frac{1}{\sqrt{2\pi}\sigma} e^{-\frac{(x-\mu)^2}{2\sigma^2}}$$"#,
    ])
    func whatHoldsThenIsVerified(text: String) {
        #expect(last(text) == .verified)
        #expect(NoteRun.findings(text) == [])
    }

    /// A concave function, a function that nobody calls convex, a density with a slip.
    @Test(arguments: [
        #"Let $f$ be convex. Then $f(\mathbb{E}[X]) \ge \mathbb{E}[f(X)]$."#,
        #"$f(\mathbb{E}[X]) \le \mathbb{E}[f(X)]$"#,
    ])
    func whatIsNotKnownToHoldIsLeft(text: String) {
        #expect(NoteRun.findings(text) == [])
        #expect(last(text) == .evaluated)
    }
}
