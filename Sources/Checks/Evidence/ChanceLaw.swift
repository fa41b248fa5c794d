import Formulas
import Source
import Tensors

/// Laws of probability, of expectations and of variances.
///
/// Many of them hold under conditions that the prose states far away or nowhere, independence above all. One that holds
/// neither for dependent data, nor for independent, nor for events that exclude each other, holds under none of them.
struct ChanceLaw {
    /// Numbers over equally likely outcomes; events hold where theirs are positive.
    let variables: [SymbolKey]
    /// A joint distribution, one axis a variable.
    let joint: SymbolKey?
    let areEvents: Bool

    init?(_ statement: Statement) {
        let words = statement.symbols.filter { $0.role == .variable }.map { ($0.name, $0.learned.words) }
        let names = words.filter { $0.1.hasPrefix("a random variable") }.map(\.0)
        // Variables with indices are many, whose dependence has more than one case.
        guard statement.symbols.allSatisfy({ !names.contains($0.name) || $0.shape?.rank == 1 }) else { return nil }
        variables = names
        joint = words.first { $0.0.name == "P_joint" }?.0
        areEvents = statement.kind == .probability && joint == nil
        guard joint != nil || !variables.isEmpty, joint == nil || variables.isEmpty, variables.count <= 3 else { return nil }
    }

    enum Case: CaseIterable { case dependent, independent, exclusive }

    /// The same data under a condition; `nil` where it does not apply.
    func imposing(_ condition: Case, on bindings: Bindings) -> Bindings? {
        switch condition {
        case .dependent: return bindings
        case .independent: return independent(bindings)
        case .exclusive: return areEvents && variables.count > 1 ? exclusive(bindings) : nil
        }
    }

    private func independent(_ bindings: Bindings) -> Bindings? {
        var bindings = bindings
        if let joint {
            guard let values = bindings[joint], values.shape.count > 1, values.elements.contains(where: { $0 > 0 }) else { return nil }
            bindings[joint] = Assumption.independent.imposed(on: values)
            return bindings
        }
        guard variables.count > 1 else { return nil }
        let arrays = variables.map { bindings[$0] }
        guard let n = arrays.first??.count, n > 0, n <= 8, arrays.allSatisfy({ $0?.shape == [n] }) else { return nil }
        let total = variables.reduce(1) { all, _ in all * n }
        var stride = 1
        for (name, array) in zip(variables, arrays) {
            guard let elements = array?.elements else { return nil }
            bindings[name] = Tensor.of(shape: [total], (0..<total).map { elements[($0 / stride) % n] })
            stride *= n
        }
        return bindings
    }

    private func exclusive(_ bindings: Bindings) -> Bindings? {
        var bindings = bindings
        var taken: [Double]?
        for name in variables {
            guard let values = bindings[name] else { return nil }
            guard let before = taken else {
                taken = values.elements
                continue
            }
            guard before.count == values.count else { return nil }
            let own = zip(values.elements, before).map { $1 > 0 ? -abs($0) : $0 }
            bindings[name] = Tensor.of(shape: values.shape, own)
            taken = zip(before, own).map { max($0, $1) }
        }
        return bindings
    }
}
