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
        ("0 <= x <= 1", ["inequality notation"]), ("y = x**2 + 1", ["definition read"]), ("K = <x, y> / 2", ["definition read"]),
        ("a < b, c > d", ["inequality notation", "inequality notation"]), (#"0 \le \text{mean} \le C - 1"#, ["inequality read"]),
        (#"\begin{aligned} s &= \sum_{i=1}^{n} \\ & x_i \end{aligned}"#, ["derivation read"]),
        (#"\begin{aligned} s &= a + \\ & b \end{aligned}"#, ["derivation read"]),
        (#"\begin{aligned} s &= a \\ & \times b \end{aligned}"#, ["derivation read"]),
        ("Δw = −η g", ["definition read"]),
        (#"\lim_{z \to 0} -\frac{\sin z}{z} = -1"#, ["equation read"]),
    ])
    func signs(_ latex: String, _ expected: [String]) {
        #expect(outcomes(latex) == expected)
        #expect(read(latex).diagnostics.isEmpty)
    }

    /// Sets and names in words.
    @Test(arguments: [
        (#"J(A, B) = \frac{|A \cap B|}{|A \cup B|}"#, ["definition read"]), (#"|A \cup B| = |A| + |B| - |A \cap B|"#, ["equation read"]),
        (#"\mathbf{h}_i = \sum_{j \in \mathcal{N}(i) \cup \{i\}} \alpha_{ij} \mathbf{x}_j"#, ["definition read"]),
        (#"C = \sum_{v \in G} c_v"#, ["definition read"]), (#"a = \frac{1}{|\mathcal{D}|}"#, ["definition read"]),
        (#"\text{准确率} = \frac{\text{正确数}}{\text{总数}}"#, ["definition read"]),
        (#"p = \frac{\text{true positives}}{\text{true positives} + \text{false positives}}"#, ["definition read"]),
        (#"L = \text{dilation} \times (\text{kernel\_size} - 1) + \text{stride}[0]"#, ["definition read"]),
        (#"y = \text{the sum of all}"#, ["definition notation"]), (#"17 \equiv 2 \pmod 5"#, ["numeric read"]),
        (#"L = (w - 1)^2, \quad \partial L / \partial w = 2 (w - 1)"#, ["definition read", "gradient read"]),
    ])
    func namesAndSets(_ latex: String, _ expected: [String]) {
        #expect(outcomes(latex) == expected)
        #expect(read(latex).diagnostics.isEmpty)
    }

    /// Dots that tell what they leave out are read; others leave a statement unread, and a name for a list is notation.
    @Test(arguments: [
        (#"s = x_1 + x_2 + \cdots + x_n"#, ["definition read"]), (#"y = w_0 + w_1 x_1 + \ldots + w_p x_p"#, ["definition read"]),
        (#"m = \max\{x_1, \ldots, x_n\}"#, ["definition read"]), (#"\hat{y} = \operatorname{softmax}(o_1, \ldots, o_q)"#, ["definition read"]),
        (#"e^x = 1 + x + \frac{x^2}{2} + \cdots"#, ["definition read"]), (#"L = \{l_1, \ldots, l_N\}^\top"#, ["definition notation"]),
        (#"s = 1 - x + x^2 - \cdots + x^n"#, ["definition ellipsis"]), (#"f = E_n E_{n-1} \cdots E_1"#, ["definition ellipsis"]),
    ])
    func dots(_ latex: String, _ expected: [String]) {
        #expect(outcomes(latex) == expected)
    }

    /// Equations in an array, names with digits, places in code, constraints, conditions in brackets, running averages.
    @Test(arguments: [
        (#"\begin{array}{ll} r = W x + b \\ z = U x \end{array}"#, ["definition read", "definition read"]), ("y = (1 - x1)^2 + x2", ["definition read"]),
        (#"y[i] = x[i]^2 + x[0]"#, ["equation read"]), (#"\text{s.t.} \quad x \ge 0"#, ["inequality notation"]), (#"s.t. \ T u = a"#, ["equation notation"]),
        (#"m = \frac{b}{a - 1} \qquad (a > 1)"#, ["definition read"]), (#"E[g^2]_t = \rho E[g^2]_{t-1} + (1 - \rho) g_t^2"#, ["expectation read"]),
        (#"\forall p"#, ["expression notation"]), (#"f(x) = \begin{cases} 0 & {\rm if}~ x < 2 \\ 1 & \text{otherwise} \end{cases}"#, ["definition read"]),
    ])
    func variousForms(_ latex: String, _ expected: [String]) {
        #expect(outcomes(latex) == expected)
        #expect(read(latex).diagnostics.isEmpty)
    }

    @Test func aSizeOfAUnionCountsMembers() throws {
        let statement = try #require(read(#"|A \cup B| = |A| + |B| - |A \cap B|"#).statements.first)
        let data: Bindings = [SymbolKey(plain: "A"): Tensor([1, -1, 1, 1, -1]), SymbolKey(plain: "B"): Tensor([1, 1, -1, 1, -1])]
        let values = try statement.sides.map { try #require($0.expression).evaluate(data, budget: Budget()).value.scalar ?? .nan }
        #expect(values == [4, 4])
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

/// Laws of expectations hold for every sample of the random variables; what needs a condition says so.
@Suite struct MomentTests {
    private func differences(_ latex: String) throws -> [Double] {
        let statement = try #require(read(latex).statements.first)
        try #require(statement.reason == nil, "\(statement.reason?.description ?? "")")
        var data: Bindings = [:]
        var next = 0.37
        for symbol in statement.symbols {
            let count = symbol.shape?.rank == 1 ? 5 : 1
            var values: [Double] = []
            for _ in 0..<count {
                next = (next * 7.31 + 1.27).truncatingRemainder(dividingBy: 4)
                values.append(next - 1.9)
            }
            data[symbol.name] = count == 1 ? Tensor(values[0]) : Tensor(values)
        }
        let values = try statement.sides.map { try #require($0.expression).evaluate(data, budget: Budget()).value.scalar ?? .nan }
        return zip(values, values.dropFirst()).map { ($0 - $1).magnitude }
    }

    @Test(arguments: [
        #"\operatorname{Var}(X) = E[X^2] - (E[X])^2"#, #"\mathbb{E}[aX + b] = a \mathbb{E}[X] + b"#, #"\mathrm{Var}(aX + b) = a^2 \mathrm{Var}(X)"#,
        #"\operatorname{Var}(X) = E[(X - E[X])^2] = E[X^2] - 2 E[X] E[X] + (E[X])^2"#,
        #"\operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y) + 2 \operatorname{Cov}(X, Y)"#,
        #"\operatorname{Cov}(X, Y) = E[X Y] - E[X] E[Y]"#, #"\mathbb{E}_{x \sim p}[2 x] = 2 \mathbb{E}_{x \sim p}[x]"#,
    ])
    func laws(_ latex: String) throws {
        #expect(try differences(latex).allSatisfy { $0 < 1e-12 })
    }

    @Test(arguments: [#"E[X Y] = E[X] E[Y]"#, #"\operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y)"#])
    func lawsOfIndependentVariables(_ latex: String) throws {
        #expect(read(latex).statements.first?.isConditional == true)
        #expect(try differences(latex).contains { $0 > 1e-3 })
    }

    @Test func aMeanOfZeroIsAnotherReading() throws {
        let statement = try #require(read(#"\mathbb{E}[w^2] - \mathbb{E}[w]^2 = \mathbb{E}[w^2]"#).statements.first)
        #expect(statement.openChoices.contains(.centredVariables))
    }
}

@Suite struct ProbabilityTests {
    private func values(_ latex: String) throws -> [Double] {
        let statement = try #require(read(latex).statements.first)
        try #require(statement.reason == nil, "\(statement.reason?.description ?? "")")
        var data: Bindings = [:]
        for (k, symbol) in statement.symbols.enumerated() {
            let count = symbol.shape?.rank == 1 ? 8 : 1
            let values = (0..<count).map { Double((($0 + 1) * (3 * k + 5)) % 11) - 4.5 }
            data[symbol.name] = count == 1 ? Tensor(values[0]) : Tensor(values)
        }
        return try statement.sides.map { try #require($0.expression).evaluate(data, budget: Budget()).value.scalar ?? .nan }
    }

    @Test(arguments: [
        #"P(A \mid B) = \frac{P(A \cap B)}{P(B)}"#, #"P(A \cup B) = P(A) + P(B) - P(A \cap B)"#, #"P(\bar{A}) + P(A \cup B) = 1 - P(A) + P(A \cup B)"#,
        #"P(A) = P(A \cap B) + P(A \cap B^c)"#, #"\Pr(X > 1) = 1 - \Pr(X \le 1)"#,
    ])
    func lawsOfEvents(_ latex: String) throws {
        let found = try values(latex)
        #expect((found[0] - found[1]).magnitude < 1e-12)
        #expect(found[0] > 0 && found[0] < 2)
    }

    @Test func boundsOnEventsAreNotClaimedOfEverything() {
        #expect(read(#"P(X \ge a) \le \frac{E[X]}{a}"#).statements.first?.isConditional == true)
    }

    /// Densities of what is no plain variable are functions in their place.
    @Test(arguments: [#"\log p(x_i \mid \theta)"#, #"p(x_1, \theta) = p(x_1 \mid \theta) p(\theta)"#, #"D_{KL}(q(z \mid x) \| p(z)) = 1"#])
    func densities(_ latex: String) {
        #expect(read(latex).statements.allSatisfy { $0.reason == nil })
    }
}

/// What notes write with letters, blanks and labels instead of commands.
@Suite struct PlainWritingTests {
    @Test(arguments: [
        (#"\theta = \mathop{argmax}\limits_\theta -(\theta - 1)^2"#, ["optimisation read"]), (#"y = arg\underset{k}{max} z_k"#, ["optimisation read"]),
        (#"k = arg max_j z_j"#, ["optimisation read"]),
        (#"f(x) = \begin{cases} x &, x \ge 0 \\ 0 &, x < 0 \end{cases}"#, ["definition read"]),
        (#"f(x) = \begin{cases} 0 & \text{if x<0} \\ 1 & \text{if x>=0 and x != 2} \end{cases}"#, ["definition read"]),
        (#"f(x) = \begin{cases} x & if x > 0 \\ a x & otherwise \end{cases}"#, ["definition read"]),
        (#"f(x) = \begin{cases} x & if\ x > 0 \\ a x & else \end{cases}"#, ["definition read"]),
        (#"L = -(ylog\hat y + (1 - y)log(1 - \hat y))"#, ["definition read"]), (#"f = alnx + bln(1 - x)"#, ["definition read"]),
        (#"u_j = {v_j^{'}}^T h"#, ["definition read"]), (#"s = \sqrt \beta_{t-1} + \sqrt \beta_t"#, ["definition read"]),
        (#"V^{corrected} = V / (1 - \beta)"#, ["definition read"]), (#"\text{Query}: Q = X W_q"#, ["definition read"]),
        (#"left: a = b + c"#, ["definition read"]), (#"f: X \to Y"#, ["mapping notation"]),
        (#"precision = \frac{TP}{TP + FP}"#, ["definition read"]), (#"m = \frac{1}{n} \sum_i \frac{1}{rank_i}"#, ["definition read"]),
        (#"prior \qquad x^2 + b \quad when \quad x = b"#, ["expression read"]),
        (#"\text{if } x > 0: f(x) = x"#, ["definition read"]), (#"a = b \cdot\cdot\cdot c"#, ["definition ellipsis"]),
    ])
    func isRead(_ latex: String, _ expected: [String]) {
        #expect(outcomes(latex, goesOn: false) == expected)
        #expect(read(latex).diagnostics.isEmpty)
    }

    /// Letters are a product, and words a connective, only where nothing else explains them.
    @Test func lettersStayLetters() throws {
        let names = { (latex: String) in read(latex).statements.first?.symbols.map(\.name.name) ?? [] }
        #expect(names("y = if + x") == ["f", "i", "x", "y"])
        #expect(names("L = ylogy") == ["L", "y"])
        #expect(names(#"h = \overrightarrow{h} + \overleftarrow{h}"#) == ["h", "h_backward", "h_forward"])
        #expect(names(#"r = rank_2 + rank_3"#) == ["r", "rank_2", "rank_3"])
    }

    @Test func aFunctionBetweenTwoSignsIsDefined() throws {
        let statement = try #require(read(#"a = g(z) = \frac{1}{1 + e^{-z}}"#).statements.first)
        #expect(statement.definition?.name.name == "a")
        #expect(statement.definesToo?.name.name == "g")
        #expect(statement.definesToo?.parameters.map(\.name.name) == ["z"])
        #expect(statement.relations.count == 1)
        #expect(read(#"a = p(z) = z^2"#).statements.first?.definesToo == nil)
    }
}

/// Sums and integrals over all values of a variable, arguments of functions that nothing defines, several brackets above a name.
@Suite struct ValuesOfVariablesTests {
    @Test(arguments: [
        (#"L = \sum_i \log \sum_{z^{(i)}} p(x^{(i)}, z^{(i)}; \theta)"#, ["definition read"]), (#"s = \sum_{i=1}^{m} \sum_{z_i} Q(z_i)"#, ["definition read"]),
        (#"s = \sum_{k=1}^{n} \sum_{k' \ne k} p_k p_{k'}"#, ["definition read"]), (#"s = \sum_{i_n=1}^{N} x_{i_n}"#, ["definition read"]),
        (#"g = \int_z q(z) \log \frac{p(x, z)}{q(z)} dz"#, ["definition read"]), (#"L = \iint (t - y(x))^2 p(x, t)\, dx\, dt"#, ["definition read"]),
        (#"F = \int x^2 dx"#, ["definition unread-notation"]),
        (#"P(z_j \in C_k \mid y_j) = \frac{a_k f(y_j)}{\sum_k a_k f(y_j)}"#, ["probability read"]),
        (#"p(w_1, w_2, \ldots w_m) = \prod_{i=1}^{m} p(w_i)"#, ["equation read"]), (#"S = Cov(x)"#, ["definition read"]),
        (#"p^- = \frac{|S|^-}{|S|^+ + |S|^-}"#, ["definition read"]), (#"z^{[1](i)} = w^{[1]T} x^{(i)} + b^{[1]}"#, ["definition read"]),
    ])
    func isRead(_ latex: String, _ expected: [String]) {
        #expect(outcomes(latex, goesOn: false) == expected)
        #expect(read(latex).diagnostics.isEmpty)
    }

    private func names(_ latex: String) -> [String] { read(latex).statements.first?.symbols.map(\.name.name) ?? [] }

    @Test func lettersInABracketBehindAValueAreFactors() {
        #expect(names(#"y = \gamma \left(\frac{x - m}{s}\right)"#) == ["gamma", "m", "s", "x", "y"])
        #expect(names("d_i = y_i(1 - a_i)") == ["a", "d", "y"])
    }

    @Test func layersAreNoPowers() {
        #expect(names(#"a^l = W^l a^{l-1} + b^l"#) == ["W^l", "a^l", "a^l-1", "b^l"])
        #expect(names("y = x^l") == ["l", "x", "y"])
    }

    /// An array of two axes with one index: the row or the column that full elements beside it show.
    @Test func partialIndicesFollowFullOnes() throws {
        let statement = try #require(read(#"r = p_i^\top q_j = \sum_{k=1}^{n} p_{ik} q_{kj}"#).statements.first)
        let data: Bindings = [
            SymbolKey(canonical: "p"): try Tensor(shape: [2, 2], elements: [1, 2, 3, 4]), SymbolKey(canonical: "q"): try Tensor(shape: [2, 2], elements: [5, 6, 7, 8]),
        ]
        for side in statement.sides.dropFirst() {
            #expect(try #require(side.expression).evaluate(data, budget: Budget()).value.elements == [19, 22, 43, 50])
        }
    }
}
