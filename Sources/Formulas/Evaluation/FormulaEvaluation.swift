import LaTeX
import Source
import Tensors

/// What `gloss eval` answers.
public struct FormulaAnswer: Sendable {
    /// A tensor; a truth value is a scalar of boolean kind.
    public var value: Tensor
    public var warnings: [EvaluationWarning]
    /// By the name as it was asked for, in that order.
    public var gradients: [(name: String, value: Tensor)]
    /// Every part that has a value, in the order of evaluation; empty unless asked for.
    public var steps: [EvaluationStep] = []

    public init(value: Tensor, warnings: [EvaluationWarning] = [], gradients: [(name: String, value: Tensor)] = []) {
        self.value = value
        self.warnings = warnings
        self.gradients = gradients
    }
}

/// The value of a part of a formula.
public struct EvaluationStep: Sendable {
    /// Bytes of the formula.
    public var range: ByteRange
    /// With an axis for each index in `indices` before those of its own.
    public var value: Tensor
    public var indices: [String]
}

/// Evaluates one formula on named data.
public enum FormulaEvaluation {
    /// The value of an expression; of an equation with one unbound head the value of the other side; of a relation
    /// whose names are all bound its truth.
    ///
    /// `bindings` are keyed by a symbol's LaTeX or its plain name. Errors carry the range at fault.
    public static func evaluate(
        _ formula: ParsedFormula, bindings: [(name: String, value: Tensor)],
        vocabulary: any Vocabulary = EmptyVocabulary(), gradients: [String] = [], wantsSteps: Bool = false, budget: Budget
    ) throws(EvaluationError) -> FormulaAnswer {
        let (question, values) = try question(formula, bindings, vocabulary)
        let target: Expression
        let statement: Statement
        switch question {
        case .value(let side, let whole): (target, statement) = (side, whole)
        case .truth(let relation):
            guard gradients.isEmpty else {
                throw EvaluationError(.notEvaluable, at: relation.range, "a truth value has no gradient")
            }
            return FormulaAnswer(value: Tensor(try truth(relation, values, budget)))
        }
        var answer = try value(target, values, statement, budget)
        if wantsSteps { answer.steps = try target.steps(values, budget: budget) }
        for name in gradients {
            let gradient = try target.gradient(withRespectTo: SymbolKey(latex: name), values, budget: budget)
            answer.gradients.append((name, gradient.value))
        }
        return answer
    }

    /// What a formula asks for.
    enum Question {
        case value(Expression, Statement)
        case truth(Statement)
    }

    /// Reads a formula with the names that data have.
    static func question(
        _ formula: ParsedFormula, _ bindings: [(name: String, value: Tensor)], _ vocabulary: any Vocabulary
    ) throws(EvaluationError) -> (question: Question, values: Bindings) {
        if let error = formula.diagnostics.first(where: { $0.severity == .error }) {
            throw EvaluationError(.malformed, at: error.range, error.message)
        }
        var scope = Scope()
        var values: Bindings = [:]
        for (name, value) in bindings {
            let key = SymbolKey(latex: name)
            guard values[key] == nil else {
                throw EvaluationError(.ambiguous, at: .empty(at: 0), "\(key) is bound twice")
            }
            values[key] = value
            scope.bind(key, to: value, learned: Learned("bound"))
        }
        var reader = StatementReader(tree: formula.tree, scope: scope, vocabulary: vocabulary, choices: [], isStrict: true)
        let reading = reader.read()
        if let fault = reading.diagnostics.first(where: { $0.severity == .error || $0.code == .unboundIndex }) {
            let code: EvaluationError.Code =
                switch fault.code {
                case .misspeltFunction: .undefinedFunction
                case .unboundIndex: .unboundIndex
                case .shapeMismatch: .shapeMismatch
                default: .malformed
                }
            throw EvaluationError(code, at: fault.range, fault.message + (fault.help.map { ": " + $0 } ?? ""))
        }
        let statements = reading.statements
        guard let statement = statements.first else {
            throw EvaluationError(.malformed, at: .empty(at: 0), "there is nothing to evaluate")
        }
        if statements.count > 1 {
            throw EvaluationError(.ambiguous, at: statements[1].range, "the formula holds several statements")
        }
        if let conflict = statement.conflicts.first {
            throw EvaluationError(.shapeMismatch, at: conflict.range, conflict.message)
        }
        if let reason = statement.reason, statement.sides.isEmpty { throw error(reason, statement.range) }
        if statement.relations.isEmpty {
            guard statement.sides.count == 1 else { throw unsupported(statement) }
            return (.value(try expression(statement.sides[0]), statement), values)
        }
        if let side = try headless(statement, values) { return (.value(side, statement), values) }
        return (.truth(statement), values)
    }

    private static func unsupported(_ statement: Statement) -> EvaluationError {
        EvaluationError(.unsupported, at: statement.range, "a \(statement.kind.rawValue) has no value")
    }

    private static func error(_ reason: Reason, _ range: ByteRange) -> EvaluationError {
        let code: EvaluationError.Code =
            switch reason.code {
            case .undefinedFunction: .undefinedFunction
            case .undefinedSymbol: .undefinedSymbol
            case .noShape: .shapeMismatch
            case .ambiguous: .ambiguous
            case .limit: .limit
            default: .unsupported
            }
        return EvaluationError(code, at: range, reason.words)
    }

    private static func expression(_ side: Side) throws(EvaluationError) -> Expression {
        guard let expression = side.expression else {
            throw error(side.reason ?? Reason(.unreadNotation, "not read"), side.reasonRange ?? side.range)
        }
        return expression
    }

    private static func unbound(_ expression: Expression, _ values: Bindings) -> FreeSymbol? { nil }

    /// The side to evaluate where the other is one name without value.
    private static func headless(_ statement: Statement, _ values: Bindings) throws(EvaluationError) -> Expression? {
        guard let first = statement.relations.first else { return nil }
        switch first.kind {
        case .equal, .defines, .assigns, .identical, .approximately: break
        default: return nil
        }
        if first.kind == .assigns { return try expression(statement.sides[1]) }
        if let definition = statement.definition, definition.isFunction || values[definition.name] == nil {
            if definition.isFunction, statement.sides[0].expression != nil { return nil }
            return try expression(statement.sides[1])
        }
        if statement.sides[0].expression == nil, statement.sides[0].reason?.code == .undefinedFunction, statement.sides.count > 1,
            statement.sides[0].reason?.words.hasSuffix("is defined here") ?? false
        {
            return try expression(statement.sides[1])
        }
        // x^2 = y with y unbound.
        if statement.sides.count == 2, let right = statement.sides[1].expression, case .symbol(let s) = right.tree.nodes[Int(right.root)].kind,
            right.tree.symbols[Int(s)].isConstant == nil, values[right.tree.symbols[Int(s)].key] == nil, right.tree.symbols[Int(s)].value == nil
        {
            return try expression(statement.sides[0])
        }
        return nil
    }

    private static func value(
        _ expression: Expression, _ values: Bindings, _ statement: Statement, _ budget: Budget
    ) throws(EvaluationError) -> FormulaAnswer {
        var ordered = try expression.evaluate(values, budget: budget)
        if let definition = statement.definition, definition.indices.count > 1 {
            ordered.value = try definition.arranged(ordered.value)
        }
        return FormulaAnswer(value: ordered.value, warnings: ordered.warnings)
    }

    private static func truth(_ statement: Statement, _ values: Bindings, _ budget: Budget) throws(EvaluationError) -> Bool {
        // A membership or a distribution has no value on its right.
        guard statement.sides.count == statement.relations.count + 1 else { throw unsupported(statement) }
        var sides: [Evaluated] = []
        var expressions: [Expression] = []
        for side in statement.sides {
            let expression = try expression(side)
            expressions.append(expression)
            sides.append(try expression.evaluate(values, budget: budget))
        }
        for (k, relation) in statement.relations.enumerated() {
            let a = sides[k].value
            let b = sides[k + 1].value
            guard let comparable = Agreement.pairs(a, b) else {
                throw EvaluationError(.shapeMismatch, at: relation.range, "the sides have shapes \(Tensors.Shape.text(a.shape)) and \(Tensors.Shape.text(b.shape))")
            }
            let magnitude = max(sides[k].magnitude, sides[k + 1].magnitude)
            var tolerance = 1e-9 * magnitude
            for printed in [expressions[k].printedNumber, expressions[k + 1].printedNumber].compactMap({ $0 }) where printed.decimals > 0 {
                tolerance = max(tolerance, 0.5 * Agreement.power(ofTen: -printed.decimals) * (1 + 1e-9))
            }
            for (x, y) in comparable {
                let holds: Bool
                switch relation.kind {
                case .equal, .identical, .defines: holds = (x - y).magnitude <= tolerance || x == y
                case .notEqual: holds = (x - y).magnitude > tolerance
                case .less: holds = x < y
                case .lessOrEqual: holds = x <= y + tolerance
                case .greater: holds = x > y
                case .greaterOrEqual: holds = x >= y - tolerance
                case .approximately: holds = (x - y).magnitude <= max(tolerance, 0.05 * max(x.magnitude, y.magnitude))
                default: throw EvaluationError(.unsupported, at: relation.range, "the relation \(relation.sign) has no truth value")
                }
                if !holds { return false }
            }
        }
        return true
    }
}

extension Definition {
    /// A value of the body with its first axes in the order in which the head names its indices.
    public func arranged(_ value: Tensor) throws(EvaluationError) -> Tensor {
        let present = indices.filter { body.slots.contains($0) }
        guard present.count > 1, present.count == body.slots.count else { return value }
        let permutation = present.map { slot in body.slots.firstIndex(of: slot) ?? 0 } + Array(present.count..<max(present.count, value.rank))
        do { return try value.transposed(permutation) } catch { throw EvaluationError(.shapeMismatch, at: range, error.description) }
    }
}

/// Comparison of values.
enum Agreement {
    static func pairs(_ a: Tensor, _ b: Tensor) -> [(Double, Double)]? {
        if a.shape == b.shape { return Array(zip(a.elements, b.elements)) }
        if let x = a.scalar { return b.elements.map { (x, $0) } }
        if let y = b.scalar { return a.elements.map { ($0, y) } }
        return nil
    }

    static func power(ofTen exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<min(exponent.magnitude, 320) { result *= 10 }
        return exponent < 0 ? 1 / result : result
    }
}
