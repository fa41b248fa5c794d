import Checks
import Source
import Tensors
import Testing

@Suite struct OutcomeTests {
    @Test(arguments: [
        ("$x$", Outcome.notation), ("$\\mathbf{x} \\in \\mathbb{R}^n$", .notation), ("$\\hatt{y}$", .malformed),
        ("$x + y$", .evaluated), ("$z = g(a)$", .evaluated), ("$z = a + b$", .evaluated),
        ("$\\sum_{i=1}^{n} (x_i + y_i) = \\sum_{i=1}^{n} x_i + \\sum_{i=1}^{n} y_i$", .verified),
        ("$\\operatorname{Var}(Z) = \\frac{1}{n} \\sum_{i=1}^{n} (z_i - \\bar{z})^2$", .evaluated), ("$\\operatorname{Var}(Z) = 0$", .evaluated),
        ("$\\langle \\cdot, \\cdot \\rangle$", .notation), ("$\\|\\cdot\\|_2$", .notation), ("$A \\perp B \\mid C$", .notation),
        ("$|a| \\cdot |b|$", .evaluated), ("$a \\cdot$", .malformed),
        ("$(a + b)^2 = a^2 + 2ab + b^2$", .verified), ("$(a + b)^2 = a^2 + b^2$", .refuted),
        ("$e \\approx 2.718$", .verified), ("$e \\approx 2.728$", .refuted), ("$\\log 2 = 0.693$", .verified),
        ("$\\|x + y\\| \\le \\|x\\| + \\|y\\|$", .verified),
    ])
    func ofOneFormula(text: String, outcome: Outcome) { #expect(NoteRun.outcomes(text) == [outcome]) }

    @Test(arguments: [
        "half squared error: $E = \\frac{1}{2} \\sum_k (y_k - t_k)^2$",
        "解方程 $x^2 = 2x$。", "若 $\\mathbf{A} = \\mathbf{A}^\\top$，则称对称。", "$\\|w\\|^2 \\le \\theta$",
        "$w = w - \\eta g$", "$n \\sigma^2 = 1$", "entropy: $H(p) = -\\sum_{i=1}^{n} p_i \\log_2 p_i$",
        "$\\frac{e^{a}}{e^{a} + e^{b}} = \\frac{1}{1 + e^{b - a}}$",
        "with one-hot $y$: $-\\sum_{j} y_j \\log \\frac{e^{o_j}}{\\sum_k e^{o_k}} = \\log \\sum_k e^{o_k} - \\sum_j y_j o_j$",
    ])
    func rightButOdd(text: String) {
        let record = NoteRun.record(text)
        #expect(record.findings.filter { $0.severity != .info }.map(\.diagnostic.message) == [])
    }

    @Test func theWrongStepIsNamed() throws {
        let text = "$$\n\\begin{aligned}\n(a + b)^2 &= a^2 + 2ab + b^2 \\\\\n&= a^2 + ab + b^2\n\\end{aligned}\n$$\n"
        let record = NoteRun.record(text)
        #expect(record.findings.map { "\($0.code.code) \($0.start.line):\($0.start.column)" } == ["V003 4:2"])
        let statement = try #require(record.formulas.first?.statements.first)
        #expect(statement.steps.map(\.outcome) == [.verified, .refuted])
        #expect(statement.outcome == .refuted)
    }

    @Test func aDerivationGoesOnOverBlocks() {
        let text = "$$\n(a + b)^2\n$$\n\n$$\n= a^2 + 2ab + b^2\n$$\n\n$$\n= a^2 + b^2\n$$\n"
        let record = NoteRun.record(text)
        #expect(record.formulas.map(\.outcome) == [.evaluated, .verified, .refuted])
        #expect(record.findings.map(\.start.line) == [10])
    }

    @Test func assumptionsAreNamed() throws {
        let claim = "$$\n-\\sum_{j=1}^{q} y_j \\log \\frac{\\exp(o_j)}{\\sum_{k=1}^{q} \\exp(o_k)} = \\log \\sum_{k=1}^{q} \\exp(o_k) - \\sum_{j=1}^{q} y_j o_j\n$$\n"
        let unstated = NoteRun.record(claim)
        #expect(unstated.findings.map(\.code.code) == ["V007"])
        #expect(unstated.formulas.map(\.outcome) == [.evaluated])
        let declared = NoteRun.record("<!-- gloss: assume sum(y) = 1 -->\n" + claim)
        #expect(declared.findings.isEmpty)
        #expect(declared.formulas.map(\.outcome) == [.verified])
        #expect(declared.formulas.first?.statements.first?.evidence.first?.assuming == ["y sums to one"])
    }

    @Test func functionsOfOneVariableArePlotted() throws {
        let plot = try #require(NoteRun.record("$f(x) = x^2$").formulas.first?.statements.first?.plot)
        #expect(plot.variable == "x")
        #expect(plot.x.count == 161)
        #expect(plot.x.first == -5 && plot.x.last == 5)
        #expect(plot.y.first == 25)
        #expect(NoteRun.record("$g(x, y) = x y$").formulas.first?.statements.first?.plot == nil)
    }

    @Test func findingsStopAtTheLimit() {
        let text = (0..<130).map { _ in "$\\hatt{y}$" }.joined(separator: "\n\n")
        let record = NoteRun.record(text)
        #expect(record.findings.count == 101)
        #expect(record.findings.first?.code == .tooManyFindings)
        #expect(record.formulas.count == 130)
    }

    /// What is equal on all data is no example of a strict order.
    @Test(arguments: [#"x + y < x + y"#, #"a + b > b + a"#, #"\|x\|^2 < x^\top x"#])
    func equalSidesShowNoStrictOrder(_ latex: String) {
        #expect(NoteRun.outcomes("$$\(latex)$$\n") == [.evaluated])
    }

    @Test func independenceShowsNoStrictOrder() {
        #expect(NoteRun.outcomes("若 $X$ 与 $Y$ 独立，比较两边：\n\n$$E(XY) > E(X)E(Y)$$\n").last == .evaluated)
    }

    /// Jensen's inequality holds for weights that sum to one, and weights belong before the function.
    @Test func convexityNeedsWeightsInTheRightPlace() {
        let text = "若 $f$ 是凸函数，则由 Jensen 不等式\n\n"
        #expect(NoteRun.outcomes(text + "$$f(\\sum_{i} \\lambda_i x_i) \\le \\sum_{i} \\lambda_i f(x_i)$$\n").last == .verified)
        #expect(NoteRun.outcomes(text + "$$f(\\sum_{i} \\lambda_i x_i) \\le \\sum_{i} f(\\lambda_i x_i)$$\n").last == .evaluated)
    }

    /// Of two definitions of a name in one display the one before counts.
    @Test func resultsAreHeldAgainstTheDataBeforeThem() {
        let text = #"$$X=\begin{bmatrix}1&2\\1&1\end{bmatrix}, \quad \mathbf y=(1, 1)^\top, \quad \mathbf v = X \mathbf y = (3, 2)^\top, \quad X=\begin{bmatrix}1&0\\1&1\end{bmatrix}, \quad \mathbf v = X \mathbf y = (1, 2)^\top$$"#
        let record = NoteRun.record(text + "\n")
        #expect(record.findings.isEmpty)
        #expect(record.formulas[0].statements.map(\.outcome) == [.evaluated, .evaluated, .verified, .evaluated, .verified])
    }

    /// A section that has ended may define what a later one speaks of.
    @Test func definitionsOfOtherSectionsProve() {
        let text = "# 前向\n\n$$a = x^3$$\n\n# 反向\n\n$$\\frac{\\partial a}{\\partial x} = 3x^2$$\n"
        #expect(NoteRun.outcomes(text) == [.evaluated, .verified])
    }

    /// What is said of one step is said of the others.
    @Test func definitionsHoldOfOtherSteps() {
        let text = #"$$\alpha_t=1-\beta_t$$"# + "\n\n" + #"$$\alpha_t \beta_{t-1} + \beta_t = 1-\alpha_t\alpha_{t-1}$$"# + "\n"
        #expect(NoteRun.outcomes(text).last == .verified)
        let wrong = #"$$\alpha_t=1-\beta_t$$"# + "\n\n" + #"$$\alpha_t \beta_{t-1} + \beta_t = 1+\alpha_t\alpha_{t-1}$$"# + "\n"
        #expect(NoteRun.outcomes(wrong).last != .verified)
    }

    /// Numbers put in the places of names, each in all of its places.
    @Test(arguments: [
        (#"R = \frac{64C_2 - C_1}{63} = \frac{64\times3.141595 - 3.142118}{63} = 3.141587"#, Outcome.verified),
        (#"T = \frac{1}{2}[f(0)+f(1)] = \frac{1}{2}(4+2) = 3"#, .verified),
        (#"T = \frac{1}{2}[f(0)+f(1)] = \frac{1}{3}(4+2) = 2"#, .evaluated),
        (#"s = a + b a = 2 + 3 \cdot 4 = 14"#, .evaluated),
    ])
    func numbersStandInThePlacesOfNames(_ latex: String, _ outcome: Outcome) {
        #expect(NoteRun.outcomes("$$\(latex)$$\n") == [outcome])
    }

    /// Numbers that are rounded themselves may give another last digit.
    @Test func resultsOfRoundedNumbersAreVerified() {
        #expect(NoteRun.outcomes(#"$$x_1 = \frac{\frac{10}{9} - 0.5312}{2} \approx 0.2899$$"# + "\n") == [.verified])
    }

    /// What the note says of its data holds of the samples.
    @Test func statedConditionsAreHypotheses() {
        let claim = #"$$\sum_j y_j \log \sum_k e^{o_k} - \sum_j y_j o_j = \log \sum_k e^{o_k} - \sum_j y_j o_j$$"# + "\n"
        #expect(NoteRun.outcomes(#"$$\sum_j y_j = 1$$"# + "\n\n" + claim).last == .verified)
        #expect(NoteRun.outcomes(#"$$\sum_j y_j = 0$$"# + "\n\n" + claim).last != .verified)
    }

    /// Values that names have claim nothing.
    @Test func conditionsAreNotation() {
        #expect(NoteRun.outcomes(#"$\lambda > 0$, $0 \le p_i \le 1$, $k < n$, $x^2 \ge 0$"# + "\n") == [.notation, .notation, .notation, .verified])
    }
}
