import Formulas
import Snippets
import Source
import Tensors

/// A definition of a note against the function of a snippet that has its name: `\operatorname{mse}(y, \hat{y}) = …` and
/// `def mse(y, y_hat)`.
struct FormulaSnippetComparison {
    let definition: Definition
    let plan: SamplePlan
    let function: SnippetFunction
    let seed: UInt64
    let budget: Budget

    private static let mostArguments = 4

    /// Whether both have the same name, folded: `L_MSE` is no `mse`.
    static func isSameName(_ name: SymbolKey, _ function: SnippetFunction) -> Bool {
        TextFolding.nameKey(name.name) == TextFolding.nameKey(function.name)
    }

    /// How many samples agreed and the largest error; `nil` where they do not agree in any order of arguments.
    func agreement() -> (samples: Int, maxError: Double)? {
        guard definition.indices.isEmpty, !definition.body.isBareSymbol, definition.body.printedNumber == nil else { return nil }
        for keys in orders() {
            let run = SampleRun.run(plan, seed: seed, until: .isVerified, budget: budget) { trial in values(keys, trial) }
            if run.verdict == .verified, run.isTelling { return (run.tally.agreeing, run.tally.maxError) }
        }
        return nil
    }

    /// A sample on which they differ, where both have the same arguments by name and differ on nearly all.
    func contradiction() -> SampleRun.Difference? {
        let positional = function.parameters.filter { $0.kind == .positional }
        let keys = positional.map { SymbolKey(latex: $0.name) }
        guard definition.isFunction, definition.indices.isEmpty, definition.body.standIns.isEmpty, !definition.body.isTentative, !keys.isEmpty,
            keys.count == definition.parameters.count, Set(keys) == Set(definition.parameters.map(\.name)),
            Set(plan.inputs.map(\.key)).isSubset(of: keys), plan.derived.isEmpty
        else { return nil }
        let runs = [seed, ~seed].map { seed in
            SampleRun.run(plan, seed: seed, budget: budget, compare: Self.clearly) { trial in values(keys, trial) }
        }
        guard runs.allSatisfy({ $0.verdict == .differs && $0.tally.differing * 4 >= $0.tally.remaining * 3 }) else { return nil }
        let round = SampleRun.run(plan, seed: seed, isRound: true, budget: budget, compare: Self.clearly) { trial in values(keys, trial) }
        return round.differing.first ?? runs[0].differing.first
    }

    /// Code guards logarithms and denominators with small numbers.
    private static func clearly(_ a: SideValue, _ b: SideValue) -> Comparison {
        switch SideValue.compare(a, b) {
        case .differ(let error):
            let isClear = zip(a.tensor.elements, b.tensor.elements).contains { abs($0 - $1) > 0.01 * max(abs($0), abs($1)) }
            return isClear ? .differ(error: error) : .unclear
        case let comparison: return comparison
        }
    }

    private func values(_ keys: [SymbolKey], _ trial: SamplePlan.Trial) -> (actual: SideValue, expected: SideValue)? {
        var arguments: [Tensor] = []
        for key in keys {
            guard let value = trial.bindings[key] else { return nil }
            arguments.append(value)
        }
        do {
            let expected = try definition.body.evaluate(trial.bindings, budget: budget)
            let actual = try function.call(arguments, budget: budget)
            guard actual.shape.filter({ $0 != 1 }) == expected.value.shape.filter({ $0 != 1 }) else { return nil }
            return (
                SideValue(actual, slots: [], magnitude: expected.magnitude), SideValue(expected.value, slots: [], magnitude: expected.magnitude)
            )
        } catch {
            return nil
        }
    }

    /// The symbols in the order of the function's arguments: by name, then as the head lists them, then every other order.
    private func orders() -> [[SymbolKey]] {
        let used = Set(definition.body.symbols)
        let heads = definition.isFunction ? definition.parameters.map(\.name) : []
        let keys = heads + plan.inputs.map(\.key).filter { used.contains($0) && !heads.contains($0) }
        let positional = function.parameters.filter { $0.kind == .positional }
        guard !keys.isEmpty, keys.count <= Self.mostArguments, keys.count <= positional.count, keys.count >= function.requiredCount
        else { return [] }
        var orders: [[SymbolKey]] = []
        let names = positional.prefix(keys.count).map { SymbolKey(latex: $0.name) }
        if Set(names) == Set(keys) { orders.append(Array(names)) }
        for order in Self.permutations(keys) where !orders.contains(order) { orders.append(order) }
        return orders
    }

    private static func permutations(_ keys: [SymbolKey]) -> [[SymbolKey]] {
        guard keys.count > 1 else { return [keys] }
        return keys.indices.flatMap { index -> [[SymbolKey]] in
            var rest = keys
            let key = rest.remove(at: index)
            return permutations(rest).map { [key] + $0 }
        }
    }
}
