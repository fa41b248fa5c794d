import Formulas
import Source
import Tensors

/// Where the parameters of laws lie, and the values that their variables are compared with.
extension SimulationEvidence {
    /// `k` in `P(X = k)` is one of the values that X takes.
    func takeSupports(of random: [RandomVariable], _ left: Expression, _ right: Expression, _ plan: inout SamplePlan) -> [(SymbolKey, Assumption)] {
        let names = Set(random.map(\.name))
        var found: [(SymbolKey, Assumption)] = []
        for (value, variable) in left.valuesCompared(with: names) + right.valuesCompared(with: names) {
            guard let index = plan.inputs.firstIndex(where: { $0.key == value && $0.value == nil }) else { continue }
            switch random.first(where: { $0.name == variable })?.law.family {
            case .bernoulli: found.append((value, .binary))
            case .signs: found.append((value, .signs))
            case .binomial, .poisson, .geometric: plan.inputs[index].domain = .integer(from: 1)
            case .exponential, .gamma, .chiSquared: found.append((value, .positive))
            case .beta: found.append((value, .unitInterval))
            default: break
            }
        }
        return found
    }

    /// What a binomial variable is compared with is at most its number of trials; a uniform one is said something of between its ends.
    func bound(_ random: [RandomVariable], _ left: Expression, _ right: Expression, _ bindings: inout Bindings) {
        let names = Set(random.map(\.name))
        for (value, variable) in left.valuesCompared(with: names) + right.valuesCompared(with: names) {
            guard let law = random.first(where: { $0.name == variable })?.law, let x = bindings[value]?.scalar else { continue }
            let ends = law.parameters.compactMap { context.value($0, bindings)?.tensor.scalar }
            switch law.family {
            case .binomial:
                guard let most = ends.first, most >= 1, x > most else { continue }
                bindings[value] = Tensor(x.truncatingRemainder(dividingBy: most + 1))
            case .uniform:
                guard ends.count == 2, ends[0] < ends[1] else { continue }
                bindings[value] = Tensor(ends[0] + (ends[1] - ends[0]) * (0.05 + 0.9 * abs(x) / (1 + abs(x))))
            default: continue
            }
        }
    }

    /// Where the parameters of these laws lie.
    func domains(of random: [RandomVariable]) -> [(SymbolKey, Assumption)] {
        var found: [(SymbolKey, Assumption)] = []
        func impose(_ expression: Expression?, _ assumption: Assumption) {
            guard let expression, expression.isBareSymbol, let key = expression.symbols.first, !found.contains(where: { $0.0 == key }) else { return }
            found.append((key, assumption))
        }
        for variable in random {
            let parameters = variable.law.parameters
            switch variable.law.family {
            case .normal, .moments, .laplace: impose(parameters.last, .positive)
            case .bernoulli, .geometric: impose(parameters.first, .unitInterval)
            case .binomial:
                impose(parameters.first, .integer)
                impose(parameters.last, .unitInterval)
            case .poisson, .exponential: impose(parameters.first, .positive)
            case .beta, .gamma: for parameter in parameters { impose(parameter, .positive) }
            case .chiSquared: impose(parameters.first, .integer)
            case .uniform, .signs: break
            }
        }
        return found
    }
}
