import Checks
import Source
import Testing

/// Right formulas whose notation could be taken for something else.
@Suite struct NotationAlarmTests {
    @Test(arguments: [
        #"$\text{ReLU}(x) = (x)^+ = \max(0, x)$"#,
        // A function at the edge of its definition.
        "$$f(x; c) = \\frac{1 - e^{-c x}}{c}$$\n\n$$f(x; 0) = x$$\n", "$$g(x, y) = \\frac{\\sin(x y)}{y}$$\n\n$$g(x, 0) = x$$\n",
        // A sum that runs backwards is empty by convention only.
        #"$$\sum_{x=a}^{b-1} r^x = \frac{r^b - r^a}{r - 1}$$"#,
        // i is no number that a sample may give.
        #"$$e^{i \theta} = \cos\theta + i \sin\theta$$"#, #"$$e^{i\pi} + 1 = 0$$"#,
        // Letters with a meaning by convention.
        #"$$\Gamma(a + b) = c(a) \Gamma(a)$$"#, #"$$B(a, b) = a^2 + b$$"#, #"$$\Phi(x) = W x$$"#,
    ])
    func nothingIsSaid(_ text: String) {
        let record = NoteRun.record(text + "\n")
        #expect(record.findings.isEmpty)
        #expect(record.formulas.allSatisfy { $0.outcome != .refuted })
    }

    @Test(arguments: [
        #"\Gamma(a + 1) = a \Gamma(a)"#, #"B(a + 1, b) = \frac{a}{a + b} B(a, b)"#, #"\Phi(a) - \Phi(b) = \Phi(-b) - \Phi(-a)"#,
        #"\sum_{k=0}^{n-1} x_k = x_0 + \sum_{k=1}^{n-1} x_k"#,
    ])
    func conventionsMayProve(_ latex: String) {
        #expect(NoteRun.outcomes("$$\(latex)$$\n") == [.verified])
    }

    @Test(arguments: [
        (#"\sum_{n=1}^{\infty} \frac{1}{n^2} = \frac{\pi^2}{6}"#, Outcome.verified),
        (#"e^x = \sum_{k=0}^{\infty} \frac{x^k}{k!}"#, .verified), (#"\sum_{k=0}^{\infty} r^k = \frac{1}{1 - r}"#, .verified),
        (#"\sum_{k=1}^{\infty} \frac{1}{k} = x"#, .unsupported), (#"\|W\|_2^2 = \sum_{i,j} w_{ij}^2"#, .verified),
    ])
    func seriesAndNorms(_ latex: String, _ outcome: Outcome) {
        #expect(NoteRun.outcomes("$$\(latex)$$\n") == [outcome])
    }
}
