import Catalogue
import Formulas
import Source
import Tensors

/// Calls an implementation on named data: by the parameters' names and symbols, else in the order given.
struct ImplementationCall {
    let entry: Implementation

    init(_ entry: Implementation) { self.entry = entry }

    func evaluate(
        _ bindings: [(name: String, value: Tensor)], gradients: [String], budget: Budget
    ) throws(EvaluationFailure) -> FormulaAnswer {
        let parameters = entry.parameters
        var arguments = [Tensor?](repeating: nil, count: parameters.count)
        var names = [String?](repeating: nil, count: parameters.count)
        var unplaced: [(name: String, value: Tensor)] = []
        for binding in bindings {
            let key = SymbolKey(latex: binding.name).name
            let place = parameters.firstIndex { $0.name == key || $0.name == binding.name }
                ?? parameters.firstIndex { $0.symbols.contains(key) || $0.symbols.contains(binding.name) }
            if let place, arguments[place] == nil {
                arguments[place] = binding.value
                names[place] = binding.name
            } else {
                unplaced.append(binding)
            }
        }
        // One name that is no parameter's can only mean the one variable that is left.
        let open = parameters.indices.filter { arguments[$0] == nil && parameters[$0].defaultValue == nil }
        if unplaced.count == 1, open.count == 1 {
            arguments[open[0]] = unplaced[0].value
            names[open[0]] = unplaced[0].name
            unplaced = []
        }
        if let extra = unplaced.first {
            throw failure("undefined-symbol", "\(entry.name) has no parameter \(extra.name); it takes \(signature)")
        }
        var inputs: [Tensor] = []
        for (place, parameter) in parameters.enumerated() {
            if let argument = arguments[place] ?? parameter.defaultValue.map({ Tensor($0) }) {
                inputs.append(argument)
            } else {
                throw failure("undefined-symbol", "\(entry.name) needs a value for \(parameter.name); it takes \(signature)")
            }
        }
        do throws(TensorError) {
            let tape = Tape()
            if !gradients.isEmpty { inputs = inputs.map { tape.track($0) } }
            let value = try entry.evaluate(inputs)
            var answer = FormulaAnswer(value: value.detached)
            for name in gradients {
                let key = SymbolKey(latex: name).name
                guard let place = parameters.indices.first(where: { names[$0] == name })
                    ?? parameters.firstIndex(where: { $0.name == key || $0.symbols.contains(key) })
                else { throw TensorError.invalidArgument("no parameter \(name); it takes \(signature)", operation: entry.name) }
                let sum = value.isScalar ? value : try value.sum()
                let slope = try tape.gradient(of: sum, withRespectTo: [inputs[place]])
                answer.gradients.append((name, slope.first ?? inputs[place]))
            }
            return answer
        } catch {
            throw failure("not-evaluable", "\(error)")
        }
    }

    private var signature: String {
        entry.parameters.map { parameter in
            parameter.name + (parameter.defaultValue.map { "=" + NumberFormat.significant($0) } ?? " \(parameter.shape)")
        }.joined(separator: ", ")
    }

    private func failure(_ code: String, _ message: String) -> EvaluationFailure {
        EvaluationFailure(code: code, message: message, range: .empty(at: 0))
    }
}
