import Catalogue
import Formulas
import LaTeX
import Markdown
import Source
import Tensors

/// Which formula of a note is meant.
public enum FormulaTarget: Sendable {
    /// Those on a line, counted from 1.
    case line(Int)
    /// The first that defines a symbol, by its LaTeX or plain name.
    case name(String)
}

/// The value of one side of a statement on the data of its note.
public struct FormulaValue: Sendable {
    public var latex: String
    public var sample: [(name: String, value: Tensor)]
    public var value: Tensor
}

extension NoteChecker {
    /// The values of a formula where it stands in its note, on the sample that the note's page shows; `bindings` replace
    /// data of it. Empty where it has no value, `nil` where no such formula is.
    public static func values(
        of target: FormulaTarget, in note: Note, overriding bindings: [(name: String, value: Tensor)],
        configuration: CheckConfiguration, catalogue: [Implementation], clock: @escaping Clock
    ) -> [FormulaValue]? {
        var walk = NoteWalk(note: note, configuration: configuration, shared: CheckContext(catalogue), clock: clock)
        walk.wanted = target
        walk.replacing = Dictionary(bindings.map { (SymbolKey(latex: $0.name), $0.value) }, uniquingKeysWith: { $1 })
        _ = walk.run()
        return walk.wantedValues
    }
}

extension NoteWalk {
    /// The values of the formula if it is the one that is wanted; `self` is the walk before it.
    func wantedValues(of index: Int, _ record: FormulaRecord) -> [FormulaValue]? {
        guard let wanted else { return nil }
        let span = note.formulas[index]
        let parsed = FormulaParser.parse(span.latex, macros: macros, limits: configuration.limits)
        let reading = FormulaReader.read(parsed.tree, scope: scope, vocabulary: shared.vocabulary)
        switch wanted {
        case .line(let line):
            let (start, end) = (note.source.position(of: span.range.lower).line, note.source.position(of: span.range.upper).line)
            guard start <= line, line <= end else { return nil }
        case .name(let name):
            let key = SymbolKey(latex: name)
            guard reading.statements.contains(where: { $0.definition?.name == key }) else { return nil }
        }
        var values: [FormulaValue] = []
        for (place, statement) in reading.statements.enumerated() {
            let own = record.statements.first { $0.range == span.map.original(statement.range) }
            let shown = own?.sample ?? []
            let context = context(index, parsed.tree, reading, span, orders: [], budget: budget(), firstOwnByte: 0)
            var plan = context.plan(statement, number: statementNumber + 1 + place, all: true)
            plan.bind { key in replacing[key] ?? shown.first { $0.name == key.name }?.value ?? data[key] }
            for index in plan.inputs.indices where plan.inputs[index].value == nil {
                // A value of another shape than was inferred is taken as it is.
                plan.inputs[index].value = replacing[plan.inputs[index].key]
            }
            plan.derived.removeAll { replacing[$0.key] != nil }
            guard let trial = plan.trial(0, seed: context.seed, budget: context.budget) else { continue }
            var bindings = trial.bindings
            for (key, value) in replacing { bindings[key] = value }
            for side in statement.sides {
                guard let expression = side.expression, let value = context.value(expression, bindings) else { continue }
                let latex = String(decoding: span.latex[side.range.clamped(to: span.latex.count).range], as: UTF8.self)
                values.append(FormulaValue(latex: latex, sample: trial.shown, value: value.tensor))
            }
        }
        return values
    }
}
