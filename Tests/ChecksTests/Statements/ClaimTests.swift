import Checks
import Source
import Testing

/// What claims to hold for all data, what only under a condition, and what claims nothing.
@Suite struct ClaimTests {
    @Test(arguments: [
        #"For $x > 1$, $x^2 > x$."#, #"$\sqrt{x^2} = x$（$x \ge 0$）"#, #"当 $x > 0$ 时，$\log x \le x - 1$。"#,
        #"$(1+x)^n \ge 1 + nx$ for $x > -1$ and $n \ge 1$."#, #"$\sqrt{x^2} = -x$ if $x < 0$."#,
        #"$\sqrt{ab} \le \frac{a+b}{2}$ for $a, b > 0$"#,
    ])
    func conditionsInTheTextHold(_ text: String) {
        #expect(NoteRun.findings(text) == [])
        #expect(NoteRun.outcomes(text).contains(.verified))
    }

    @Test(arguments: [
        #"$\sqrt{x^2} = -x$ if $x > 0$."#, #"$\log a^b = (\log a)^b$ for $a > 1$, $b > 0$"#, #"For $x > 0$, $\log x \ge x - 1$."#,
        #"$e^x \le 1 + x$ for all $x$."#, #"For all $m, n$: $(m + n)^2 = m^2 + n^2$."#,
    ])
    func whatFailsUnderItsConditionIsFound(_ text: String) {
        #expect(["V002", "V008"].contains(NoteRun.record(text).findings.first?.code.code ?? ""))
    }

    @Test(arguments: [
        // Special cases of a function that was defined with parameters.
        "$$f(x, c) = (1 + c x)^{-1/c}$$\n\n$$f(x, 0) = \\exp(-x)$$",
        // Solutions are asked for.
        "Solve for x:\n\n$$5^{x} = 3^{x + 1}$$", #"It may seem that $\sqrt{x^2} = x$."#, #"常见的错误是 $\log(a + b) = \log a + \log b$。"#,
        // Congruences, complex numbers, functions of matrices, dyads.
        #"$9 + 5 = 2 \pmod{12}$"#, #"$e^{2 \pi i (x + 1)} = e^{2 \pi i x}$"#, #"$\mathbf{a} \otimes \mathbf{b} = \mathbf{a} \mathbf{b}$"#,
        #"With $A \in \mathbb{R}^{n \times n}$: $\cosh(A)^2 - \sinh(A)^2 = I$"#,
        // Whole numbers; sums that begin above their end.
        #"$\lceil \frac{m}{2} \rceil + \lfloor \frac{m}{2} \rfloor = m$"#, #"$\sum_{k=4}^{n} k = \frac{n(n+1)}{2} - 6$"#,
        // A letter of the catalogue with another meaning; a power that names.
        #"$\sigma(x)_j = \frac{e^{x_j}}{\sum_k e^{x_k}}$"#, "$\\sigma = 2 a$\n\n$\\sigma^2 = a + b$",
        #"$1 - \frac{I_1(\kappa)}{I_0(\kappa)} = 1 - \frac{J_1(\kappa)}{J_0(\kappa)}$"#,
    ])
    func whatClaimsNothingOrHoldsElsewhereIsLeftAlone(_ text: String) {
        #expect(NoteRun.record(text).findings.filter { $0.code.family == .values || $0.code.family == .shapes }.map(\.code.code) == [])
    }
}
