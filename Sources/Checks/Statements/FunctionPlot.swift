import Formulas
import Tensors

/// Points of a definition that is a function of one real variable, everything else as in its sample.
struct FunctionPlot {
    let context: StatementContext

    static let points = 161
    static let bound = 5.0

    func plot(_ statement: Statement, _ trial: SamplePlan.Trial) -> Plot? {
        guard let definition = statement.definition, definition.isFunction, definition.parameters.count == 1,
            definition.indices.isEmpty, let variable = definition.parameters.first?.name,
            let value = trial.bindings[variable], value.isScalar, definition.body.symbols.contains(variable)
        else { return nil }
        var low = -Self.bound
        var high = Self.bound
        switch statement.symbols.first(where: { $0.name == variable })?.domain ?? .real {
        case .real, .nonZero: break
        case .positive, .nonNegative: low = 0
        case .unitInterval: (low, high) = (0, 1)
        case .integer, .index, .distribution: return nil
        }
        var plot = Plot(variable: variable.name, x: [], y: [])
        var bindings = trial.bindings
        for index in 0..<Self.points {
            let x = low + (high - low) * Double(index) / Double(Self.points - 1)
            bindings[variable] = Tensor(x)
            guard let y = context.value(definition.body, bindings)?.tensor, let number = y.scalar else { return nil }
            plot.x.append(x)
            plot.y.append(number.isFinite ? number : .nan)
        }
        return plot.y.contains { !$0.isNaN } ? plot : nil
    }
}
