import Checks
import Source
import Tensors
import Testing

/// Functions that nothing defines: a smooth one stands in for each, which shows values, may prove, and never contradicts.
@Suite struct StandInTests {
    @Test(arguments: [
        #"\frac{d}{dx} f(g(x)) = f'(g(x)) g'(x)"#,
        #"\frac{d}{dx} (u(x) v(x)) = u'(x) v(x) + u(x) v'(x)"#,
        #"\frac{d}{dx} (a f(x) + b g(x)) = a f'(x) + b g'(x)"#,
        #"\sum_{i=1}^{n} (f(x_i) + g(x_i)) = \sum_{i=1}^{n} f(x_i) + \sum_{i=1}^{n} g(x_i)"#,
    ])
    func whatHoldsForEveryFunctionIsVerified(_ latex: String) {
        #expect(NoteRun.outcomes("$$\(latex)$$\n") == [.verified])
    }

    @Test(arguments: [
        #"\frac{d}{dx} f(g(x)) = f'(x) g'(x)"#, #"f(x + y) = f(x) + f(y)"#, #"f(a x) = a f(x)"#, #"f(0) = 0"#, #"f(3) \approx 9.42"#,
        #"f(x) = -24.1568"#, #"d(x, y) = d(y, x)"#, #"q(z \mid x) = \frac{q(x \mid z) q(z)}{q(x)}"#,
        #"\operatorname{score}(x, y) = \operatorname{score}(y, x)"#,
    ])
    func whatMayHoldForTheFunctionMeantIsEvaluated(_ latex: String) {
        let record = NoteRun.record("$$\(latex)$$\n")
        #expect(record.formulas.map(\.outcome) == [.evaluated])
        #expect(record.findings.isEmpty)
        #expect(record.formulas[0].statements[0].reason?.code == .standIn)
    }

    @Test func theSampleNamesThem() {
        let statement = NoteRun.record("$$L(\\theta) = \\ell(f(x; \\theta), y)$$\n").formulas[0].statements[0]
        #expect(statement.standIns == ["ell", "f"])
        #expect(statement.value != nil)
    }

    /// Agreement beside a large intermediate value proves nothing of a function that may be any.
    @Test func smallDifferencesAreNotLostBesideLargeNumbers() {
        #expect(NoteRun.outcomes("$$f(x) = e^{100 - y^2} \\cdot 0 + 0.001 y$$\n") == [.evaluated])
    }

    @Test(arguments: [
        (#"E = \sigma^2 (1 - \rho)"#, ["rho", "sigma"]), (#"s = y (1 - y)"#, ["y"]), (#"c = \frac{2}{\pi (1 + x^2)}"#, ["x"]),
        (#"v = p (1 - p) + p"#, ["p"]),
    ])
    func factorsBeforeBracketsAreNoFunctions(_ latex: String, _ names: [String]) {
        let statement = NoteRun.record("$$\(latex)$$\n").formulas[0].statements[0]
        #expect(statement.standIns.isEmpty)
        #expect(statement.sample.map(\.name) == names)
    }

    /// A derivative of what is no known function is a quantity of its own; of a known one it is computed.
    @Test(arguments: [
        (#"w \leftarrow w - \eta \frac{\partial L}{\partial w}"#, ["eta", "w", "∂L/∂w"]),
        (#"\frac{\partial L}{\partial w} = \frac{\partial L}{\partial z} \frac{\partial z}{\partial w}"#, ["∂L/∂w", "∂L/∂z", "∂z/∂w"]),
    ])
    func unknownDerivativesAreQuantities(_ latex: String, _ names: [String]) {
        let record = NoteRun.record("$$\(latex)$$\n")
        #expect(record.formulas.map(\.outcome) == [.evaluated])
        #expect(record.formulas[0].statements[0].sample.map(\.name) == names)
    }

    @Test(arguments: [
        (#"m = \frac{1}{|S|} \sum_{s \in S} (y_s - z_s)^2"#, ["y", "z"]), (#"d_k = 2 (k - 0.5)^2"#, []),
        (#"\frac{\partial \ln L}{\partial \beta} = \sum_{i=1}^{n} (y_i - \lambda_i) x_i"#, ["lambda", "x", "y", "∂log L/∂beta"]),
    ])
    func whatNothingDeclaresHasASample(_ latex: String, _ names: [String]) {
        let statement = NoteRun.record("$$\(latex)$$\n").formulas[0].statements[0]
        #expect(statement.outcome == .evaluated)
        #expect(statement.sample.map(\.name) == names)
    }

    @Test func derivativesOfKnownFunctionsAreComputed() {
        #expect(NoteRun.outcomes("$$f(x) = x^3$$\n\n$$\\frac{df}{dx} = 3x^2$$\n") == [.evaluated, .verified])
        #expect(NoteRun.outcomes("$$f(x) = x^3$$\n\n$$\\frac{df}{dx} = 2x^2$$\n") == [.evaluated, .refuted])
    }
}

/// Optima over real variables: shown where descent from several places finds the same, never judged by.
@Suite struct OptimumTests {
    @Test(arguments: [
        (#"m = \min_x (x - a)^2 + b"#, "b"), (#"m = \max_x \left(b - (x - a)^2\right)"#, "b"), (#"p = \arg\min_x (x - a)^2"#, "a"),
        (#"p = \operatorname*{argmax}_x \quad -(x - a)^4"#, "a"), (#"p = \operatorname*{argmin}_{x \in \mathbb{R}} e^{x - a} - x"#, "a"),
    ])
    func ofOneNumber(_ latex: String, _ name: String) throws {
        let statement = try #require(NoteRun.record("$$\(latex)$$\n").formulas.first?.statements.first)
        let expected = try #require(statement.sample.first { $0.name == name }?.value.scalar)
        let found = try #require(statement.value?.scalar)
        #expect(abs(found - expected) < 2e-3)
    }

    @Test(arguments: [
        #"\min_x x^3"#, #"\min_x x"#, #"\max_x x^2"#, #"\arg\min_x (x^2 - 1)^2"#, #"\min_x f(x) \quad \text{s.t.}\ x \ge 0"#,
    ])
    func whatIsNotAttainedOrNotUniqueHasNone(_ latex: String) {
        let statement = NoteRun.record("$$\(latex)$$\n").formulas.first?.statements.first
        #expect(statement?.value == nil)
        #expect(statement?.outcome == .unsupported)
    }
}
