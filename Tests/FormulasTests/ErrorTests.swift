import Formulas
import LaTeX
import Source
import Tensors
import TestSupport
import Testing

/// A formula with the part at fault between ⟦ and ⟧.
struct MarkedFormula {
    var latex: String
    var range: ByteRange

    init(_ marked: String) {
        var bytes: [UInt8] = []
        var start = 0
        var end = 0
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": start = bytes.count
            case "⟧": end = bytes.count
            default: bytes += Array(String(Character(scalar)).utf8)
            }
        }
        latex = String(decoding: bytes, as: UTF8.self)
        range = ByteRange(start, end)
    }
}

@Suite struct ErrorTests {
    static let data: [(name: String, value: Tensor)] = [
        ("x", Tensor([1, 2])), ("y", Tensor([1, 2, 3])), ("a", 2), ("b", 3),
        ("W", Tensor([1, 2]).reshapedForTests([1, 2])), ("p", Tensor([0.1, 0.8])), ("t", Tensor([0, 1])),
    ]

    @Test(arguments: [
        ("⟦q⟧ + 1", EvaluationError.Code.undefinedSymbol), ("⟦f⟧(a)", .undefinedFunction), ("⟦x + y⟧", .shapeMismatch),
        ("⟦W y⟧", .shapeMismatch), ("⟦x_5⟧", .indexOutOfRange), (#"a ⟦\pm⟧ b"#, .ambiguous), ("⟦(⟧1 + 2", .malformed), ("1 ⟦+⟧", .malformed),
        (#"⟦argman⟧(x)"#, .undefinedFunction), (#"⟦P⟧(A|B)"#, .unsupported), ("⟦xp⟧", .ambiguous), (#"a = b, ⟦c = 3⟧"#, .ambiguous),
        (#"\sum_{⟦1 \le j \le⟧} x_j"#, .malformed), (#"⟦\sum_{i=1}^{10^{12}} i⟧"#, .limit),
        (#"⟦\lim_{h \to 0} \frac{1}{h}⟧"#, .notEvaluable), (#"⟦\int_{-1}^1 \frac{1}{h} dh⟧"#, .notEvaluable), ("⟦|x|⟧", .ambiguous),
        (#"⟦\sum_{k=1}^\infty \frac{1}{k}⟧"#, .notEvaluable), (#"⟦\sum_{k=0}^\infty 2^k⟧"#, .notEvaluable),
        (#"⟦\sum_{k=1}^\infty \frac{1}{\sqrt{k}}⟧"#, .notEvaluable), (#"⟦\sum_{k=0}^\infty (-1)^k⟧"#, .notEvaluable),
        (#"-\sum_{i} t_i \log(p_i) + (1 - t_⟦i⟧) \log(1 - p_i)"#, .unboundIndex),
    ])
    func marked(_ text: String, _ code: EvaluationError.Code) {
        let formula = MarkedFormula(text)
        do {
            let answer = try FormulaEvaluation.evaluate(
                FormulaParser.parse(Array(formula.latex.utf8)), bindings: Self.data, budget: Budget())
            Issue.record("\(formula.latex) has the value \(answer.value)")
        } catch {
            #expect(error.code == code, "\(error.message)")
            #expect(error.range == formula.range, "\(slice(formula.latex, error.range)): \(error.message)")
        }
    }

    @Test(arguments: [
        (#"⟦\operatorname*{argman}_i⟧ o_i = \operatorname*{argmax}_i y_i"#, FindingCode.misspeltFunction),
        (#"f(x) = \frac{1}{1 + exp(-2x)⟦)⟧}"#, .unbalancedBracket),
        (#"L = -\sum_{i} y_i \log p_i + (1 - y_⟦i⟧) q"#, .unboundIndex), ("y = 2 ⟦+⟧", .missingOperand),
        (#"y_i = \frac{1}{1 + \exp(-z_⟦j⟧)}"#, .unboundIndex), (#"L = -\sum_{i=1}^{n} y_⟦j⟧ \log p_j"#, .unboundIndex),
        (#"\sigma^2 = \frac{1}{n - 1} \sum_{⟦i⟧=1}^{n} (x - \mu)^2"#, .unusedIndex),
        (#"M(y, t) = -\frac{1}{2n} \sum_{⟦i⟧=1}^{n} |y - t|"#, .unusedIndex),
    ])
    func findings(_ text: String, _ code: FindingCode) throws {
        let formula = MarkedFormula(text)
        let diagnostic = try #require(read(formula.latex).diagnostics.first)
        #expect(diagnostic.code == code)
        #expect(slice(formula.latex, diagnostic.range).hasPrefix(String(slice(formula.latex, formula.range).prefix(12))))
    }

    /// Formulas of right notes on which nothing may be said.
    @Test(arguments: [
        #"l(\mathbf{y}, \hat{\mathbf{y}}) = - \log \hat{y}_j"#, #"E = \frac{1}{2} \sum_k (y_k - t_k)^2"#, #"\hat y_j = \frac{\exp(o_j)}{\sum_k \exp(o_k)}"#,
        #"\|\mathbf{x}\|_p = \left(\sum_{i=1}^n \left|x_i \right|^p \right)^{1/p}"#, #"V_t = \beta V_{t-1} + (1-\beta) \theta_t"#,
        #"\operatorname{Foo}(x) = x^2"#, #"[0, 1)"#, #"x \in [0, 1)"#, #"\mathbf{y} = (0, 0, 1)"#,
        #"n \mu = \sum_{i=1}^{n} \mu"#, #"T = \sum_{i=1}^{n} c"#, #"m = \frac{1}{n} \sum_{i=1}^{n} \mu = \mu"#, #"\operatorname{E}[\bar{X}] = \frac{1}{n} \sum_{i=1}^{n} \mu"#, #"z_j = x_i w_{ij}"#, #"y_j = x_k"#,
    ])
    func silence(_ latex: String) {
        #expect(read(latex).diagnostics.isEmpty)
    }

    @Test func theOtherReadingOfASum() throws {
        let latex = #"L = -\sum_{i} t_i \log(p_i) + (1 - t_i) \log(1 - p_i)"#
        let tree = FormulaParser.parse(Array(latex.utf8)).tree
        let reading = FormulaReader.read(tree)
        let others = FormulaReader.alternatives(to: 0, of: reading, in: tree)
        let data: Bindings = [SymbolKey(plain: "t"): Tensor([0, 1]), SymbolKey(plain: "p"): Tensor([0.1, 0.8])]
        let values = try others.compactMap { try $0.sides[1].expression?.evaluate(data, budget: Budget()).value.scalar }
        #expect(values.contains { ($0 - 0.328_504_066_972_036) .magnitude < 1e-9 })
    }
}

@Suite struct HostileTests {
    private func evaluate(_ latex: String) -> EvaluationError? {
        do {
            _ = try FormulaEvaluation.evaluate(FormulaParser.parse(Array(latex.utf8)), bindings: ErrorTests.data, budget: Budget())
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000), String(repeating: "-", count: 20_000) + "1",
        String(repeating: "|", count: 9_999), String(repeating: #"\sqrt"#, count: 3_000) + "2", String(repeating: #"\log "#, count: 5_000) + "2",
        String(repeating: #"\sum_{i=1}^{9}"#, count: 100) + "i", String(repeating: "1+", count: 20_000) + "1", String(repeating: "x^", count: 3_000) + "2",
        String(repeating: #"\frac{1}{"#, count: 150) + "1" + String(repeating: "}", count: 150), #"\sum_{i=1}^{9^{99}} i"#,
        #"\prod_{i=1}^{1000000}\sum_{j=1}^{1000000} i j"#, #"\sum_{i=1}^{0} i"#, #"\sum_{i=5}^{-5} x_i"#, #"x_{x_{x_1}}"#, #"x_{0}"#, #"x_{1.5}"#,
        #"\max_{i \in \{\}} i"#, #"\begin{cases}\end{cases}"#, "_", "^", "x_{}", #"\frac{}{}"#, #"\sum"#, #"\sum_{}"#, #"\nabla"#, #"\frac{\partial}{\partial x}"#,
        #"\frac{d}{dx}\frac{d}{dx}\frac{d}{dx}\frac{d}{dx} a^9"#, "=", "==", "a=", "=a", ",", #"\binom{10^9}{10^8}"#, #"\begin{bmatrix}\end{bmatrix}"#, "f'", "x''''''", #"\left( \right)"#,
    ])
    func ends(_ latex: String) {
        // A value or an error; what matters is that it comes.
        if let error = evaluate(latex) { #expect(error.range.upper <= latex.utf8.count) }
        let reading = read(latex)
        #expect(reading.statements.allSatisfy { $0.range.upper <= latex.utf8.count })
        #expect(!reading.explanation(of: Array(latex.utf8)).isEmpty)
    }
}

extension Tensor {
    func reshapedForTests(_ shape: [Int]) -> Tensor { (try? reshaped(shape)) ?? self }
}
