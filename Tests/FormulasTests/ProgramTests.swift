import Formulas
import LaTeX
import Source
import Tensors
import Testing

/// What a program gives is, bit for bit, what the evaluator of trees gives.
@Suite struct ProgramTests {
    @Test(arguments: try ValueCase.load("formulas/values.json"))
    func programsAgreeWithTheEvaluatorOfTrees(of test: ValueCase) {
        var scope = Scope()
        var bindings: Bindings = [:]
        for (name, value) in test.bindings {
            let key = SymbolKey(latex: name)
            bindings[key] = value
            scope.bind(key, to: value)
        }
        check(test.latex, scope, bindings)
    }

    private static let data: [String: Tensor] = [
        "x": Tensor([0.3, -1.7, 2.1]), "y": Tensor([1.25, 0.5, -0.75]), "A": Tensor(shape: [3, 2], unchecked: [0.1, 0.7, -2.5, 1.3, 0.9, 4.1]),
        "B": Tensor(shape: [2, 3], unchecked: [1.1, -0.2, 0.3, 0.4, 0.5, 1e9]), "a": Tensor(0.7), "b": Tensor(-3), "n": Tensor(5), "p": Tensor([0.2, 0.3, 0.5]),
        "C": Tensor(shape: [2, 2, 3], unchecked: (0..<12).map { 0.1 * Double($0) - 0.45 }), "D": Tensor(shape: [3, 3, 2], unchecked: (0..<18).map { 1 / (Double($0) + 0.7) }),
    ]

    @Test(arguments: [
        #"\frac{a^2 - \sqrt{a} + a^{-1}}{b^3} + \sec a + a!"#, #"\sum_i x_i y_i"#, #"\sum_{i=1}^{3} \sum_{j=1}^{2} x_i A_{ij}"#, #"\sum_{i} a"#, #"\sum_{i \ne 2} x_i^2"#,
        #"\frac{e^{x_i}}{\sum_j e^{x_j}}"#, #"\prod_{k=1}^{n} (a + k)"#, #"\max_i x_i - \min_i y_i"#, #"\|x\|_2 + \|y\|_1 + \|A\|_F"#, #"x^\top y"#, #"A B"#, #"B x"#, #"x^\top A"#,
        #"(A^\top)_{ij}"#, #"A_{i,:}"#, #"x_{i+1} - x_i"#, #"\sum_{i=1}^{2} (x_{i+1} - x_i)^2"#, #"\begin{cases} a & a > 0 \\ b & \text{otherwise} \end{cases}"#,
        #"\sum_i \begin{cases} x_i & x_i > 0 \\ 0 & \text{otherwise} \end{cases}"#, #"x \odot y + a"#, #"A + 1"#, #"|x_i|"#, #"-\sum_i p_i \log p_i"#, #"\tanh(a x_i + b)"#, #"\log b"#, #"\sum_{i=1}^{n} i^2"#,
        #"x_5"#, #"f(a) + g(x_i, a)"#, #"\sum_i h(x_i)"#, #"G(x)"#, #"\frac{1}{n} \sum_{i=1}^{n} i"#, #"\sum_{i=3}^{1} i"#, #"\sum_{i<j} x_i x_j"#,
        #"\sum_{k=1}^{2} \sum_{l=1}^{2} C_{k,l,c} D_{i,j,k} D_{i,j,l}"#, #"\sum_{k=1}^{2} \sum_{l=1}^{2} C_{k,l,1} D_{k+1,l,2}"#, #"\sum_k C_{k,:,2} a"#, #"D_{2,:,:}"#,
    ])
    func operations(_ latex: String) {
        var scope = Scope()
        var bindings: Bindings = [:]
        for (name, value) in Self.data.sorted(by: { $0.key < $1.key }) {
            bindings[SymbolKey(plain: name)] = value
            scope.bind(SymbolKey(plain: name), to: value)
        }
        check(latex, scope, bindings)
    }

    private func check(_ latex: String, _ scope: Scope, _ bindings: Bindings) {
        let reading = FormulaReader.read(FormulaParser.parse(Array(latex.utf8)).tree, scope: scope)
        for side in reading.statements.flatMap(\.sides) {
            // Central differences are taken by the evaluator of trees; without derivatives there are none.
            guard let expression = side.expression, !expression.hasDerivative else { continue }
            let program = outcome { () throws(EvaluationError) in try expression.evaluate(bindings, budget: Budget()) }
            let tree = outcome { () throws(EvaluationError) in try expression.evaluateByCentralDifferences(bindings, budget: Budget()) }
            #expect(program == tree)
        }
    }

    private func outcome(_ evaluate: () throws(EvaluationError) -> Evaluated) -> String {
        do throws(EvaluationError) {
            let found = try evaluate()
            let bits = found.value.elements.map { String($0.bitPattern, radix: 16) }.joined(separator: " ")
            return "\(found.value.shape) \(found.value.kind) \(bits) \(found.magnitude.bitPattern) \(found.warnings) \(found.hasReversedRange)"
        } catch {
            return "\(error)"
        }
    }
}
