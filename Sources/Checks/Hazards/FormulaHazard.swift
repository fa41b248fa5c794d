import Catalogue
import Formulas
import Source
import Tensors

/// What a right formula loses when it is computed just as it is written.
///
/// A formula of a note is mathematics and no program: that `e^{o_i} / \sum_j e^{o_j}` overflows says nothing against it.
/// So this is a remark on the page, beside the evidence; a finding only where the text calls the formula stable
/// (`StabilityClaim`), or where a snippet carries it out (`SnippetHazard`).
public struct FormulaHazard: Sendable {
    public enum Cause: Sendable {
        /// A number beyond the range of double precision, though the result is within it.
        case range
        /// 0 times a logarithm of 0, or 0 divided by 0, where the definition takes the limit.
        case zero
        /// The difference of large numbers that are nearly equal.
        case cancellation
    }

    public var cause: Cause
    public var inputs: [(name: String, value: Tensor)]
    public var expected: Tensor
    public var actual: Tensor
}

extension FormulaHazard {
    /// Results with so large a relative error are no results; errors below the second number matter to nobody.
    private static let lostDigits = 1e-3
    private static let leastLoss = 1e-6

    /// Evaluates the definition on the entry's stress samples in the convention in which it is the entry.
    static func find(_ candidate: Candidate, context: StatementContext) -> FormulaHazard? {
        // Stress samples are written for the entry's own parameters.
        guard candidate.variant.parameters == nil else { return nil }
        let parameters = candidate.implementation.parameters
        for stress in candidate.implementation.stressSamples where stress.count == parameters.count {
            guard StressArguments.areOrdinary(stress, upTo: 1e9) else { continue }
            for layout in [SnippetComparison.Layout.plain, .elements, .rows] {
                for arguments in StressArguments.cases(stress, parameters, layout) {
                    if let hazard = find(candidate, arguments, context) { return hazard }
                }
            }
        }
        return nil
    }

    /// The same where the left side applies the entry by its name: `\operatorname{softmax}(o)_i = …`.
    static func find(_ entry: Implementation, step: Int, of statement: Statement, context: StatementContext) -> FormulaHazard? {
        let sides = statement.sides
        guard step + 1 < sides.count, let left = sides[step].expression, let right = sides[step + 1].expression else { return nil }
        let inside = Set(left.symbols)
        var order: [SymbolKey] = []
        for symbol in statement.symbols.filter({ $0.role == .variable && inside.contains($0.name) }).sorted(by: { $0.range < $1.range })
        where !order.contains(symbol.name) {
            order.append(symbol.name)
        }
        let parameters = entry.parameters
        guard order.count <= parameters.count, order.count >= parameters.count(where: { $0.defaultValue == nil }) else { return nil }
        let plan = context.plan(statement, number: context.statementNumber)
        for stress in entry.stressSamples where stress.count == parameters.count && StressArguments.areOrdinary(stress, upTo: 1e9) {
            for layout in [SnippetComparison.Layout.plain, .elements, .rows] {
                for arguments in StressArguments.cases(stress, parameters, layout) {
                    let found = find(arguments, parameters) { arguments in
                        guard let trial = trial(plan, binding: Dictionary(zip(order, arguments), uniquingKeysWith: { a, _ in a }), context),
                            let expected = context.value(left, trial.bindings), let actual = context.value(right, trial.bindings),
                            let pair = SideValue.aligned(actual, expected)
                        else { return [] }
                        return [(pair.0, pair.1, trial)]
                    }
                    if let found { return found }
                }
            }
        }
        return nil
    }

    private typealias Values = (actual: Tensor, expected: Tensor, trial: SamplePlan.Trial)

    private static func find(_ candidate: Candidate, _ arguments: [Tensor], _ context: StatementContext) -> FormulaHazard? {
        find(arguments, candidate.implementation.parameters) { values(candidate, $0, context) }
    }

    /// The first value that is lost where the expected one is not, with what makes it go away.
    private static func find(_ arguments: [Tensor], _ parameters: [Parameter], _ values: ([Tensor]) -> [Values]) -> FormulaHazard? {
        func isFinite(_ milder: [Tensor]) -> Bool {
            let found = values(milder)
            return !found.isEmpty && found.allSatisfy { $0.actual.isFinite }
        }
        for (actual, expected, trial) in values(arguments) {
            guard expected.isFinite, actual.count == expected.count else { continue }
            let cause: Cause
            if actual.isFinite {
                let scale = expected.maximumMagnitude
                let error = zip(actual.elements, expected.elements).reduce(0) { max($0, abs($1.0 - $1.1)) }
                guard error > max(lostDigits * scale, leastLoss) else { continue }
                cause = .cancellation
            } else if let moved = StressArguments.awayFromZero(arguments, parameters), isFinite(moved) {
                cause = .zero
            } else if let small = StressArguments.scaled(arguments, to: 1), isFinite(small) {
                cause = .range
            } else {
                continue
            }
            return FormulaHazard(cause: cause, inputs: trial.shown, expected: expected, actual: actual)
        }
        return nil
    }

    /// The sample of a plan with these values, where it takes all of them: what earlier statements compute is no argument.
    private static func trial(_ plan: SamplePlan, binding given: [SymbolKey: Tensor], _ context: StatementContext) -> SamplePlan.Trial? {
        var plan = plan
        guard given.keys.allSatisfy({ key in plan.inputs.contains { $0.key == key } }) else { return nil }
        plan.bind { given[$0] }
        guard plan.inputs.allSatisfy({ given[$0.key] == nil || $0.value != nil }) else { return nil }
        return plan.trial(0, seed: context.seed, budget: context.budget)
    }

    /// What the formula and the entry give for these arguments; for one that states an element, at every place.
    private static func values(
        _ candidate: Candidate, _ arguments: [Tensor], _ context: StatementContext
    ) -> [Values] {
        var given: [SymbolKey: Tensor] = [:]
        for (argument, value) in zip(candidate.arguments, arguments) {
            if case .symbol(let key) = argument { given[key] = value }
        }
        guard let trial = trial(candidate.plan, binding: given, context) else { return [] }
        let places = candidate.element.flatMap { $0.place == nil ? trial.bindings[$0.array]?.count : nil } ?? 1
        var found: [Values] = []
        for place in 0..<min(places, 16) {
            guard let (actual, expected) = candidate.values(trial, index: place, evaluate: context.value) else { continue }
            found.append((actual.tensor, expected, trial))
        }
        return found
    }
}
