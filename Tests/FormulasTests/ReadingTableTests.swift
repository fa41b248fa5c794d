import Formulas
import LaTeX
import Source
import Tensors
import Testing

/// What becomes of each statement of a formula, in one line: its kind, then `notation`, `read`, or the code of the reason.
func outcomes(_ latex: String, goesOn: Bool = true) -> [String] {
    let reading = FormulaReader.read(
        FormulaParser.parse(Array(latex.utf8)).tree, vocabulary: TestVocabulary(), goesOn: goesOn)
    return reading.statements.map { statement in
        let state = statement.isNotation ? "notation" : statement.reason.map(\.code.rawValue) ?? "read"
        return "\(statement.kind.rawValue) \(state)"
    }
}

@Suite struct ReadingTableTests {
    /// Parts of sentences: the text goes on where they stop.
    @Test(arguments: [
        ("x =", ["definition prose"]), (#"\geq"#, ["inequality notation"]), (#"\geq 0"#, ["inequality notation"]),
        (#"\approx 60"#, ["approximation notation"]), (#"(*)"#, ["expression notation"]), (#"\otimes S^1"#, ["expression notation"]),
        ("P+", ["expression notation"]), (#"(* \times N)"#, ["expression notation"]), (#"H^{\otimes n}"#, ["symbol notation"]),
        ("[0,1[", ["tuple notation"]), ("]0,1]", ["tuple notation"]), ("x \\in ]0, 1[", ["membership notation"]),
        (#"|i\rangle"#, ["symbol notation"]), (#"\langle\psi|"#, ["symbol notation"]), (#"(A \in R^{n\times n}"#, ["membership notation"]),
        (#"N = \text{batch size}"#, ["definition notation"]), ("u = v:", ["definition read"]),
    ])
    func fragments(_ latex: String, _ expected: [String]) {
        #expect(outcomes(latex) == expected)
        #expect(read(latex, goesOn: true).diagnostics.isEmpty)
    }

    /// Signs of code, brackets made of other signs, lines that go on.
    @Test(arguments: [
        ("0 <= x <= 1", ["inequality read"]), ("y = x**2 + 1", ["definition read"]), ("K = <x, y> / 2", ["definition read"]),
        ("a < b, c > d", ["inequality read", "inequality read"]), (#"0 \le \text{mean} \le C - 1"#, ["inequality read"]),
        (#"\begin{aligned} s &= \sum_{i=1}^{n} \\ & x_i \end{aligned}"#, ["derivation read"]),
        (#"\begin{aligned} s &= a + \\ & b \end{aligned}"#, ["derivation read"]),
        (#"\begin{aligned} s &= a \\ & \times b \end{aligned}"#, ["derivation read"]),
        ("Δw = −η g", ["equation read"]),
        (#"\lim_{z \to 0} -\frac{\sin z}{z} = -1"#, ["equation read"]),
    ])
    func signs(_ latex: String, _ expected: [String]) {
        #expect(outcomes(latex) == expected)
        #expect(read(latex).diagnostics.isEmpty)
    }

    @Test func whatIsCutOffIsReportedWhereNothingFollows() {
        #expect(read("c =").diagnostics.map(\.code) == [.missingOperand])
        #expect(read("(a + b").diagnostics.map(\.code) == [.unbalancedBracket])
    }

    @Test(arguments: [
        // The inner sum has an index of its own; the outer one belongs to the other side.
        #"\sum_{i=1}^k d_i \le k (k - 1) + \sum_{j=k+1}^n \min(d_i, k)"#,
        #"\frac{\partial \sum_{p=1}^{P} \lambda_p c_p}{\partial c_t} = \lambda_p"#,
    ])
    func silence(_ latex: String) {
        #expect(read(latex).diagnostics.isEmpty)
    }
}
