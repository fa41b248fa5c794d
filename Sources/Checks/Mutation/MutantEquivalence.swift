import Formulas
import LaTeX
import Markdown
import Source

/// Whether a changed statement is no mistake: the same once spaces and braces are left out, or, on 200 samples over all
/// sets of dimensions, equal to the right one side by side, or right as well.
struct MutantEquivalence {
    private let walk: NoteWalk
    private let statement: Statement
    private let place: Int
    private let latex: [UInt8]
    private let plan: SamplePlan
    private let seed: UInt64

    private static let samples = 200
    private static let trials = 260

    init?(_ walk: NoteWalk, index: Int, _ tree: MathTree, _ reading: Reading, place: Int) {
        let span = walk.note.formulas[index]
        let context = walk.context(index, tree, reading, span, orders: [], budget: walk.budget(), firstOwnByte: 0)
        self.walk = walk
        self.place = place
        statement = reading.statements[place]
        latex = span.latex
        plan = context.plan(statement, number: walk.statementNumber + 1 + place)
        seed = context.seed
    }

    func holds(for mutant: Mutant) -> Bool {
        if Self.plain(mutant.latex) == Self.plain(latex) { return true }
        let parsed = FormulaParser.parse(mutant.latex, macros: walk.macros, limits: walk.configuration.limits)
        guard !parsed.diagnostics.contains(where: { $0.severity == .error }) else { return false }
        let reading = FormulaReader.read(parsed.tree, scope: walk.scope, vocabulary: walk.shared.vocabulary)
        guard reading.statements.indices.contains(place) else { return false }
        let other = reading.statements[place]
        guard other.sides.count == statement.sides.count, other.relations.map(\.kind) == statement.relations.map(\.kind) else { return false }
        return areSame(other, mutant.latex) || isRight(other)
    }

    private static func plain(_ latex: [UInt8]) -> [UInt8] { latex.filter { $0 > 0x20 && $0 != 0x7B && $0 != 0x7D } }

    /// Every side has the value of the right statement's; sides without value are written alike.
    private func areSame(_ other: Statement, _ changed: [UInt8]) -> Bool {
        var pairs: [(Expression, Expression)] = []
        for (a, b) in zip(statement.sides, other.sides) {
            if let x = a.expression, let y = b.expression {
                pairs.append((x, y))
            } else if Self.plain(Array(latex[a.range.clamped(to: latex.count).range])) != Self.plain(Array(changed[b.range.clamped(to: changed.count).range])) {
                return false
            }
        }
        return agree(pairs)
    }

    /// Its own relations are equations that hold.
    private func isRight(_ other: Statement) -> Bool {
        guard other.definition == nil, !other.relations.isEmpty, other.relations.allSatisfy({ $0.kind == .equal || $0.kind == .identical }) else { return false }
        var pairs: [(Expression, Expression)] = []
        for (a, b) in zip(other.sides, other.sides.dropFirst()) {
            guard let x = a.expression, let y = b.expression else { return false }
            pairs.append((x, y))
        }
        return agree(pairs)
    }

    private func agree(_ pairs: [(Expression, Expression)]) -> Bool {
        guard !pairs.isEmpty else { return false }
        let budget = walk.budget()
        var agreeing = 0
        for index in 0..<Self.trials where agreeing < Self.samples {
            guard let trial = plan.trial(index, seed: seed, budget: budget) else { continue }
            for (a, b) in pairs {
                guard let x = value(a, trial.bindings, budget), let y = value(b, trial.bindings, budget) else { return false }
                guard case .agree = SideValue.compare(x, y) else { return false }
            }
            agreeing += 1
        }
        return agreeing == Self.samples
    }

    private func value(_ expression: Expression, _ bindings: Bindings, _ budget: Budget) -> SideValue? {
        do throws(EvaluationError) {
            return SideValue(try expression.evaluate(bindings, budget: budget), of: expression)
        } catch {
            return nil
        }
    }
}
