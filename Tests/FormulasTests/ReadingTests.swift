import Formulas
import LaTeX
import Source
import Tensors
import Testing

/// What vocabulary the tests have: softmax over a vector, a sigmoid over each element.
struct TestVocabulary: Vocabulary {
    struct Softmax: KnownFunction {
        let name = "softmax"
        let signature = Signature([.init("o", .dimensions(["q"]))], result: .dimensions(["q"]))
        func apply(_ arguments: [Tensor]) throws(TensorError) -> Tensor {
            let e = try (arguments[0] - arguments[0].maximum()).exp()
            return try e / e.sum()
        }
    }

    struct Sigmoid: KnownFunction {
        let name = "sigmoid"
        let signature = Signature([.init("x", .elementwise)], result: .elementwise)
        func apply(_ arguments: [Tensor]) throws(TensorError) -> Tensor { arguments[0].sigmoid() }
    }

    func function(named name: String, arity: Int?) -> (any KnownFunction)? {
        switch name.lowercased() {
        case "softmax": Softmax()
        case "sigmoid": Sigmoid()
        default: nil
        }
    }

    var names: [String] { ["softmax", "sigmoid"] }
}

func read(_ latex: String, scope: Scope = Scope(), goesOn: Bool = false) -> Reading {
    FormulaReader.read(
        FormulaParser.parse(Array(latex.utf8)).tree, scope: scope, vocabulary: TestVocabulary(), goesOn: goesOn)
}

func slice(_ latex: String, _ range: ByteRange) -> String {
    let bytes = Array(latex.utf8)
    return String(decoding: bytes[range.clamped(to: bytes.count).range], as: UTF8.self)
}

@Suite struct KindTests {
    @Test(arguments: [
        (#"x"#, FormulaKind.symbol), (#"\hat{y}_i"#, .symbol), (#"\mathbf{W}^{[l]}"#, .symbol), (#"n_\mathrm{in}"#, .symbol),
        ("3.14", .number), ("-1", .number), (#"x + 1"#, .expression), (#"\frac{a^2}{3}"#, .expression),
        (#"f(x)"#, .application), (#"\operatorname{softmax}(\mathbf{o})"#, .application), (#"(x, y)"#, .tuple),
        (#"x_1, \ldots, x_n"#, .tuple), (#"\mathbf{x} \in \mathbb{R}^{n}"#, .membership),
        (#"\epsilon \sim \mathcal{N}(0, \sigma^2)"#, .distribution), (#"\begin{bmatrix} 1 & 2 \end{bmatrix}"#, .matrix),
        (#"f: \mathbb{R}^n \to \mathbb{R}"#, .mapping), (#"O(n^2)"#, .asymptotic),
        (#"f(x) = x^2"#, .definition), (#"y = Wx + b"#, .definition), (#"\text{MSE}(y, \hat y) = \sum_i y_i"#, .definition),
        (#"ReLU(x) = max(0, x)"#, .definition), (#"z_i = x_i - \mu"#, .definition), (#"a^2 + b^2 = c^2"#, .equation),
        (#"f(x + y) = f(x) + f(y)"#, .equation), (#"a = b = c"#, .chain), (#"1 + 1 = 2"#, .numeric), (#"x \le y"#, .inequality),
        (#"0 \le p \le 1"#, .inequality), (#"x \approx y"#, .approximation),
        (#"\frac{\partial L}{\partial w} = x"#, .gradient), (#"f'(x) = 2x"#, .gradient), (#"\nabla_w L = w"#, .gradient),
        (#"P(A \mid B) = P(A)"#, .probability), (#"E[x] = \mu"#, .expectation), (#"\mathrm{Var}[x] = \sigma^2"#, .expectation),
        (#"w^* = \operatorname*{argmin}_w L(w)"#, .optimisation), (#"w \leftarrow w - \eta g"#, .update),
        (#"w := w - \eta g"#, .update), (#"\begin{aligned} a &= b \\ &= c \end{aligned}"#, .derivation),
    ])
    func kind(_ latex: String, _ kind: FormulaKind) {
        #expect(read(latex).kind == kind)
    }
}

@Suite struct SplittingTests {
    @Test(arguments: [
        (#"z = g(a), \quad a = w x + b"#, [#"z = g(a)"#, #"a = w x + b"#]),
        (#"a = 1 \Rightarrow b = 2"#, [#"a = 1"#, #"b = 2"#]),
        (#"a = b；c = d"#, ["a = b", "c = d"]),
        (#"x = 1 \text{ 或等价于 } y = 2"#, ["x = 1", "y = 2"]),
        (#"\begin{aligned} a &= b \\ &= c \\ d &= e \end{aligned}"#, [#"a &= b \\ &= c"#, "d &= e"]),
        (#"a = b \\ = c"#, [#"a = b \\ = c"#]),
        (#"\mathbf{x}, \mathbf{y} \in \mathbb{R}^d"#, [#"\mathbf{x}, \mathbf{y} \in \mathbb{R}^d"#]),
        (#"\hat{y}_1, \hat{y}_2 = softmax(o_1, o_2)"#, [#"\hat{y}_1, \hat{y}_2 = softmax(o_1, o_2)"#]),
        (#"f(x, y) = x"#, ["f(x, y) = x"]), (#"x = 1."#, ["x = 1"]),
        (#"y = 2x, \quad \text{其中}\quad x = 3"#, ["y = 2x", "x = 3"]),
    ])
    func split(_ latex: String, _ expected: [String]) {
        #expect(read(latex).statements.map { slice(latex, $0.range) } == expected)
    }

    @Test func rangesOfStyledNames() {
        let latex = #"\mathbf{x} = \mathbf{y}"#
        let statement = read(latex).statements[0]
        #expect(slice(latex, statement.range) == latex)
        #expect(statement.sides.map { slice(latex, $0.range) } == [#"\mathbf{x}"#, #"\mathbf{y}"#])
    }

    @Test func aRangeOfAnIndexIsACondition() {
        let reading = read(#"z_i = x_i^2, \quad i = 1, \ldots, n"#)
        #expect(reading.statements.count == 1)
    }
}

@Suite struct ShapeTests {
    private func shapes(_ latex: String, scope: Scope = Scope()) -> [String: Int] {
        var out: [String: Int] = [:]
        for symbol in read(latex, scope: scope).statements.last?.symbols ?? [] { out[symbol.name.name] = symbol.shape?.rank }
        return out
    }

    @Test(arguments: [
        (#"o_i = \sum_j w_{ij} x_j"#, ["o": 1, "w": 2, "x": 1]),
        (#"\hat y = \mathbf{w}^\top \mathbf{x} + b"#, ["y_hat": 0, "w": 1, "x": 1, "b": 0]),
        (#"z = Wx + b"#, ["z": 1, "W": 2, "x": 1, "b": 1]),
        (#"W^{*} = (X^{T}X)^{-1}X^{T}Y"#, ["X": 2]),
        (#"E = \frac{1}{2} \sum_k (y_k - t_k)^2"#, ["E": 0, "y": 1, "t": 1]),
        (#"\hat{\mathbf{y}} = \mathrm{softmax}(\mathbf{o})"#, ["y_hat": 1, "o": 1]),
        (#"\hat{y}_j = \mathrm{softmax}(o)_j"#, ["y_hat": 1, "o": 1]),
        (#"\sigma^2 = \frac{2}{n_\mathrm{in} + n_\mathrm{out}}"#, ["sigma": 0, "n_in": 0, "n_out": 0]),
        (#"L = \sum_{j \ne y_i} \max(0, s_j - s_{y_i} + 1)"#, ["L": 0, "s": 1, "y": 1]),
    ])
    func ranks(_ latex: String, _ expected: [String: Int]) {
        let found = shapes(latex)
        for (name, rank) in expected { #expect(found[name] == rank, "\(name) in \(latex)") }
    }

    @Test func dimensionsAreShared() throws {
        let statement = try #require(read(#"o_i = \sum_j w_{ij} x_j"#).statements.first)
        let shape = { (name: String) in statement.symbols.first { $0.name.name == name }?.shape?.dimensions ?? [] }
        #expect(shape("w") == shape("o") + shape("x"))
        #expect(shape("o") != shape("x"))
    }

    @Test func declaredShapesAreUsed() throws {
        var scope = Scope()
        for statement in read(#"A \in \mathbb{R}^{m \times n}"#).statements { scope.learn(from: statement) }
        #expect(scope[SymbolKey(plain: "A")]?.shape == ArrayShape([.named("m"), .named("n")]))
        #expect(shapes(#"y = A v"#, scope: scope)["A"] == 2)
    }

    @Test(arguments: [
        (#"y = \log x"#, "x", Domain.positive), (#"y = \log(1 - p)"#, "p", .unitInterval), (#"y = \sqrt{v}"#, "v", .nonNegative),
        (#"y = \frac{a}{b}"#, "b", .nonZero),
    ])
    func domains(_ latex: String, _ name: String, _ domain: Domain) {
        #expect(read(latex).statements.first?.symbols.first { $0.name.name == name }?.domain == domain)
    }
}

@Suite struct DefinitionTests {
    @Test func functionsAreInlined() throws {
        var scope = Scope()
        for latex in [#"f(x) = x^2 + c"#, #"g(x) = 2 f(x)"#] {
            for statement in read(latex, scope: scope).statements { scope.learn(from: statement) }
        }
        let statement = try #require(read(#"y = g(3) + f'(2)"#, scope: scope).statements.first)
        let value = try #require(statement.sides[1].expression).evaluate([SymbolKey(plain: "c"): 1], budget: Budget()).value
        #expect(((value.scalar ?? 0) - 24).magnitude < 1e-12)
    }

    @Test func gradientsExpandDefinitions() throws {
        var scope = Scope()
        for latex in [#"z = w x + b"#, #"L = \frac{1}{2} (z - t)^2"#] {
            for statement in read(latex, scope: scope).statements { scope.learn(from: statement) }
        }
        let statement = try #require(read(#"\frac{\partial L}{\partial w} = (z - t) x"#, scope: scope).statements.first)
        let data: Bindings = [
            SymbolKey(plain: "w"): 2, SymbolKey(plain: "x"): 3, SymbolKey(plain: "b"): 1, SymbolKey(plain: "t"): 4,
            SymbolKey(plain: "z"): 7,
        ]
        #expect(try statement.sides[0].expression?.evaluate(data, budget: Budget()).value.scalar == 9)
        #expect(try statement.sides[1].expression?.evaluate(data, budget: Budget()).value.scalar == 9)
    }

    /// P(A | B) P(B) = P(A, B), whatever the joint distribution is.
    @Test func probabilitiesComeFromOneJointDistribution() throws {
        let statement = try #require(read(#"P(A \mid B) P(B) = P(A, B)"#).statements.first)
        let joint = try Tensor([[0.1, 0.2, 0.05], [0.3, 0.15, 0.2]])
        let data: Bindings = [SymbolKey(canonical: "P_joint"): joint]
        let left = try #require(statement.sides[0].expression).evaluate(data, budget: Budget()).value
        let right = try #require(statement.sides[1].expression).evaluate(data, budget: Budget()).value
        #expect(left.shape == [2, 3])
        #expect(zip(left.elements, joint.elements).allSatisfy { ($0 - $1).magnitude < 1e-12 })
        #expect(zip(right.elements, joint.elements).allSatisfy { ($0 - $1).magnitude < 1e-12 })
        // Nothing is judged of a law that may hold only under a condition.
        let bound = statement.indices.filter { $0.isBound }
        #expect(bound.isEmpty)
    }

    @Test func aRecursiveDefinitionEnds() {
        var scope = Scope()
        for latex in [#"f(x) = g(x)"#, #"g(x) = f(x) + 1"#, #"f(x) = g(x) + x"#, #"g(x) = f(x) + x"#] {
            for statement in read(latex, scope: scope).statements { scope.learn(from: statement) }
        }
        #expect(!read(#"y = f(2)"#, scope: scope).statements.isEmpty)
    }

    @Test func scopesForget() {
        var scope = Scope()
        scope.push()
        for statement in read(#"f(x) = x"#).statements { scope.learn(from: statement) }
        #expect(scope[SymbolKey(plain: "f")]?.definition != nil)
        scope.pop()
        #expect(scope[SymbolKey(plain: "f")] == nil)
    }
}

@Suite struct SymbolKeyTests {
    @Test(arguments: [
        (#"\hat{y}"#, "y_hat"), ("y_hat", "y_hat"), (#"w_{ij}"#, "w_ij"), (#"x_{0}"#, "x_0"), (#"x^{(i)}"#, "x^(i)"), (#"\alpha"#, "alpha"),
        ("α", "alpha"), (#"n_\mathrm{in}"#, "n_in"), (#"\mathbf{W}"#, "W"), (#"W^{[l]}"#, "W^[l]"), ("alpha", "alpha"), (#"\hat{y}_1"#, "y_hat_1"),
        (#"\hat{y_1}"#, "y_hat_1"), ("x'", "x'"), (#"w^*"#, "w^*"), (#"\mathcal{B}"#, "B"), (#"\bar{x}"#, "x_bar"),
    ])
    func spelling(_ latex: String, _ name: String) {
        #expect(SymbolKey(latex: latex).name == name)
    }
}
