import LaTeX
import Source
import Tensors

/// What a formula on long arrays gives.
public enum LongAnswer: Sendable {
    case number(FormulaAnswer)
    case array(LongResult)
}

/// A value as long as the data: computed block by block when it is asked for, and not kept.
public struct LongResult: Sendable {
    public let shape: [Int]
    public let kind: ElementKind
    private let register: BlockProgram.Register
    private let program: BlockProgram
    private let tree: ExpressionTree
    private let nodes: [ExpressionTree.ID]
    private let earlier: [EvaluationWarning]

    init(_ machine: LongMachine, _ value: LongMachine.Long) {
        shape = machine.shape
        kind = value.kind
        register = value.register
        program = machine.program
        tree = machine.tree
        nodes = machine.nodes
        earlier = machine.machine.warnings
    }

    public var count: Int { shape.reduce(1, { $0 &* $1 }) }

    /// Hands over the elements in row-major order, block by block, each with the position of its first; gives the warnings.
    public func forEachBlock(
        _ body: (Int, UnsafeBufferPointer<Double>) throws(TensorError) -> Void
    ) throws(EvaluationError) -> [EvaluationWarning] {
        let range = tree.nodes.last?.range ?? .empty(at: 0)
        do {
            let faults = try program.run(register, count: count, body)
            guard earlier.isEmpty, let first = faults.first else { return earlier }
            let id = first.step < nodes.count ? nodes[first.step] : 0
            return [tree.warning(first.isNaN, id)].compactMap { $0 }
        } catch {
            throw EvaluationError(.domain, at: range, error.description)
        }
    }
}

extension FormulaEvaluation {
    /// Above so many elements an array is long.
    public static let longCount = 10_000

    /// The value of a formula on arrays that are read block by block, without arrays of their length on the way; `nil`
    /// where the formula needs more than operations on elements and sums, maxima, means and norms of whole arrays.
    ///
    /// Shapes: all long arrays have one. Errors: those of reading the formula, and limits.
    public static func evaluateLong(
        _ formula: ParsedFormula, bindings: [(name: String, value: Tensor)], arrays: [(name: String, array: any LongArray)],
        vocabulary: any Vocabulary = EmptyVocabulary(), budget: Budget
    ) throws(EvaluationError) -> LongAnswer? {
        guard let shape = arrays.first?.array.shape, !shape.isEmpty, arrays.allSatisfy({ $0.array.shape == shape }) else { return nil }
        let outlines = arrays.map { (name: $0.name, value: Tensor.outline(of: $0.array)) }
        let (question, values) = try question(formula, bindings + outlines, vocabulary)
        guard case .value(let target, let statement) = question, statement.definition?.indices.count ?? 0 < 2 else { return nil }
        let keyed = Dictionary(arrays.map { (SymbolKey(latex: $0.name), $0.array) }, uniquingKeysWith: { first, _ in first })
        do throws(LongMachine.Failure) {
            var machine = try LongMachine(target.tree, arrays: keyed, bindings: values, budget: budget)
            switch try machine.evaluate(target.root) {
            case .number(let value): return .number(FormulaAnswer(value: value, warnings: machine.machine.warnings))
            case .array(let value): return .array(LongResult(machine, value))
            }
        } catch {
            // What else is wrong is said by the evaluation in memory, as for short arrays.
            if case .evaluation(let error) = error, error.code == .limit { throw error }
            return nil
        }
    }
}
