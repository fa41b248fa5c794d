import Catalogue
import Formulas
import Source
import Tensors

/// One way to hold a definition against a catalogue entry: a variant, and which symbol is which parameter.
struct Candidate {
    var implementation: Implementation
    var variant: Variant
    /// For each parameter the symbol that gives it; `nil` takes the default.
    var arguments: [SymbolKey?]
    /// The statement's plan with the entry's shapes and domains imposed.
    var plan: SamplePlan
    /// The value that is compared with the entry's.
    var body: Expression
    /// Every symbol is the parameter's by name, or stands at its place in the head; hyperparameters always by name.
    var isNatural: Bool

    /// The value of the entry on a sample; `nil` where it cannot be computed.
    func expected(_ bindings: Bindings) -> Tensor? {
        var values: [Tensor] = []
        for (parameter, key) in zip(implementation.parameters(of: variant), arguments) {
            if let key {
                guard let value = bindings[key] else { return nil }
                values.append(value)
            } else {
                values.append(Tensor(parameter.defaultValue ?? 0))
            }
        }
        do throws(TensorError) {
            return try variant.evaluate(values)
        } catch {
            return nil
        }
    }
}

/// All ways to hold a definition against an entry, the likeliest first.
struct CandidateFinder {
    var implementation: Implementation
    var definition: Definition
    var plan: SamplePlan
    /// Variable symbols of the body in the order in which they stand.
    var order: [SymbolKey]

    private static let mostArguments = 5
    private static let mostPerVariant = 24

    func candidates() -> [Candidate] {
        var found: [Candidate] = []
        for variant in implementation.variants {
            var seen: Set<[SymbolKey?]> = []
            for arguments in assignments(to: implementation.parameters(of: variant)) where seen.count < Self.mostPerVariant {
                guard seen.insert(arguments).inserted, let candidate = candidate(variant, arguments) else { continue }
                found.append(candidate)
            }
        }
        return found
    }

    /// Which symbols may be which parameters: by name, then in the order given, then in every other order.
    private func assignments(to parameters: [Parameter]) -> [[SymbolKey?]] {
        let inputs = plan.inputs.map(\.key) + plan.derived.map(\.key)
        let heads: [SymbolKey]
        if definition.isFunction {
            heads = definition.parameters.map(\.name)
        } else {
            heads = []
        }
        let extras = order.filter { inputs.contains($0) && !heads.contains($0) }
        let required = parameters.count { $0.defaultValue == nil }
        let all = heads + extras
        guard all.count <= Self.mostArguments, all.count <= parameters.count, all.count >= required else { return [] }
        guard heads.allSatisfy({ inputs.contains($0) }) || definition.isFunction else { return [] }
        var lists: [[SymbolKey?]] = []
        if let named = byName(all, parameters) { lists.append(named) }
        // A function's own arguments come first, whatever hyperparameters its body adds.
        for permutation in permutations(all) {
            var list: [SymbolKey?] = permutation
            while list.count < parameters.count { list.append(nil) }
            lists.append(list)
        }
        return lists
    }

    private func byName(_ keys: [SymbolKey], _ parameters: [Parameter]) -> [SymbolKey?]? {
        var left = keys
        var list: [SymbolKey?] = []
        for parameter in parameters {
            let names = [parameter.name] + parameter.symbols
            if let place = left.firstIndex(where: { names.contains($0.name) }) {
                list.append(left.remove(at: place))
            } else {
                list.append(nil)
            }
        }
        guard left.isEmpty else { return nil }
        for (parameter, key) in zip(parameters, list) where key == nil && parameter.defaultValue == nil { return nil }
        return list
    }

    private func permutations(_ keys: [SymbolKey]) -> [[SymbolKey]] {
        guard keys.count > 1 else { return [keys] }
        var out: [[SymbolKey]] = []
        for (index, key) in keys.enumerated() {
            var rest = keys
            rest.remove(at: index)
            for tail in permutations(rest) { out.append([key] + tail) }
        }
        return out
    }

    /// `nil` where a symbol's shape is not that of its parameter.
    private func candidate(_ variant: Variant, _ arguments: [SymbolKey?]) -> Candidate? {
        var plan = plan
        var leading: [DimensionSizes.Key]?
        for (parameter, key) in zip(implementation.parameters(of: variant), arguments) {
            guard let key else { continue }
            guard let index = plan.inputs.firstIndex(where: { $0.key == key }) else {
                // A parameter that the body does not use: `f(x, y) = x`.
                guard plan.derived.contains(where: { $0.key == key }) == false else { continue }
                guard let shape = shape(of: parameter.shape) else { return nil }
                for key in shape { plan.sizes.add(key) }
                plan.inputs.append(
                    SamplePlan.Input(key: key, shape: shape, domain: ValueDomain(parameter.domain), value: nil))
                continue
            }
            let template = parameter.shape.dimensions
            let shape = plan.inputs[index].shape
            guard parameter.shape.hasLeadingAxes ? shape.count >= template.count : shape.count == template.count
            else { return nil }
            for (dimension, size) in zip(template, shape.suffix(template.count)) {
                switch dimension {
                case .fixed(let n): plan.sizes.unify(size, .fixed(n))
                case .named(let name): plan.sizes.unify(.template(name), size)
                }
            }
            if parameter.shape.hasLeadingAxes {
                let axes = Array(shape.dropLast(template.count))
                if let known = leading, known.count == axes.count {
                    for (a, b) in zip(known, axes) { plan.sizes.unify(a, b) }
                } else if !axes.isEmpty {
                    leading = axes
                }
            }
            let domain = ValueDomain(parameter.domain)
            if domain != .real || parameter.defaultValue != nil { plan.inputs[index].domain = domain }
        }
        guard !plan.sizes.hasConflict else { return nil }
        return Candidate(
            implementation: implementation, variant: variant, arguments: arguments, plan: plan, body: definition.body,
            isNatural: isNatural(arguments, implementation.parameters(of: variant)))
    }

    private func isNatural(_ arguments: [SymbolKey?], _ parameters: [Parameter]) -> Bool {
        let heads = definition.parameters.map(\.name)
        for (place, (parameter, key)) in zip(parameters, arguments).enumerated() {
            guard let key else { continue }
            if definition.isFunction, place < heads.count, heads[place] == key { continue }
            if ([parameter.name] + parameter.symbols).contains(key.name) { continue }
            if !definition.isFunction, parameter.defaultValue == nil { continue }
            return false
        }
        return true
    }

    private func shape(of template: Catalogue.ShapeTemplate) -> [DimensionSizes.Key]? {
        template.dimensions.map { dimension in
            switch dimension {
            case .fixed(let n): .fixed(n)
            case .named(let name): .template(name)
            }
        }
    }
}
