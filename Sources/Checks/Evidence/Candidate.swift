import Catalogue
import Formulas
import Source
import Tensors

/// One way to hold a definition against a catalogue entry: a variant, and which symbol is which parameter.
struct Candidate {
    enum Argument: Hashable {
        case symbol(SymbolKey)
        /// A hyperparameter's default, or a number that the formula writes out: 0.2 in `\max(0.2 x, x)`.
        case number(Double)
    }

    var implementation: Implementation
    var variant: Variant
    /// One for each parameter.
    var arguments: [Argument]
    /// The statement's plan with the entry's shapes and domains imposed.
    var plan: SamplePlan
    /// The value that is compared with the entry's.
    var body: Expression
    /// Every symbol is the parameter's by name, or stands at its place in the head; hyperparameters always by name.
    var isNatural: Bool
    /// Every symbol has the name of the parameter that it is.
    var isNamed: Bool {
        zip(arguments, implementation.parameters(of: variant)).allSatisfy { argument, parameter in
            if case .symbol(let key) = argument { parameter.isNamed(key) } else { true }
        }
    }

    /// The same where scripts say which layer, which example, which time.
    var isUsuallyNamed: Bool {
        zip(arguments, implementation.parameters(of: variant)).allSatisfy { argument, parameter in
            switch argument {
            case .symbol(let key): parameter.isUsuallyNamed(key)
            // What is left out must change nothing.
            case .number(let value): parameter.defaultValue == value && (value == 0 || value == 1)
            }
        }
    }

    /// A symbol has the name of another parameter than the one that it would be.
    var contradictsNames: Bool {
        let parameters = implementation.parameters(of: variant)
        return zip(arguments, parameters).contains { argument, parameter in
            guard case .symbol(let key) = argument, !parameter.isNamed(key) else { return false }
            return parameters.contains { $0.isNamed(key) }
        }
    }

    /// Three symbols at least have the names of the parameters that they are; the data alone has another letter.
    var isNamedButForData: Bool {
        let named = zip(arguments, implementation.parameters(of: variant)).map { argument, parameter in
            if case .symbol(let key) = argument { parameter.isNamed(key) ? 1 : -1 } else { 0 }
        }
        return named.first == -1 && named.dropFirst().allSatisfy { $0 >= 0 } && named.count { $0 == 1 } >= 3
    }

    /// The formula states one element of what the entry gives: `x_i` beside `x` in `e^{x_i} / \sum_j e^{x_j}`.
    var element: VectorElement?

    /// A symbol that is an element of another one; without a symbol, the head alone tells the position: `p_1 = …`.
    struct VectorElement {
        var key: SymbolKey?
        var array: SymbolKey
        /// Its position, from 0; `nil` for an index that stands for all.
        var place: Int?
    }

    /// The values of both on a sample: the body's and the entry's.
    func values(_ trial: SamplePlan.Trial, index: Int, evaluate: (Expression, Bindings) -> SideValue?) -> (SideValue, Tensor)? {
        guard let element else {
            guard let actual = evaluate(body, trial.bindings), let expected = expected(trial.bindings) else { return nil }
            return (actual, expected)
        }
        guard let array = trial.bindings[element.array], array.shape.count == 1, array.count > 0 else { return nil }
        let place = element.place ?? index % array.count
        guard place < array.count else { return nil }
        var bindings = trial.bindings
        if let key = element.key { bindings[key] = Tensor(array.elements[place]) }
        guard let actual = evaluate(body, bindings), let whole = expected(bindings), whole.shape == array.shape else { return nil }
        return (actual, Tensor(whole.elements[place]))
    }

    /// The value of the entry on a sample; `nil` where it cannot be computed.
    func expected(_ bindings: Bindings) -> Tensor? {
        var values: [Tensor] = []
        for argument in arguments {
            switch argument {
            case .symbol(let key):
                guard let value = bindings[key] else { return nil }
                values.append(value)
            case .number(let value): values.append(Tensor(value))
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
    /// Those of its conventions that count.
    var variants: [Variant]
    var definition: Definition
    var plan: SamplePlan
    /// Variable symbols of the body in the order in which they stand.
    var order: [SymbolKey]
    var element: Candidate.VectorElement?

    private static let mostArguments = 5
    private static let mostPerVariant = 24
    private static let mostNumbers = 4

    /// - Parameter admits: which of them are wanted; asked before the plan has the entry's shapes and domains.
    func candidates(where admits: (Candidate) -> Bool) -> [Candidate] {
        var found: [Candidate] = []
        let numbers = Array(definition.body.numbers.prefix(Self.mostNumbers))
        let mayContradict = !definition.isFunction && hasSettledNames
        var standard: [[SymbolKey?]]?
        for variant in variants {
            let parameters = implementation.parameters(of: variant)
            let assignments: [[SymbolKey?]]
            if variant.parameters == nil, let standard {
                assignments = standard
            } else {
                assignments = self.assignments(to: parameters)
                if variant.parameters == nil { standard = assignments }
            }
            var seen: Set<[SymbolKey?]> = []
            var fitting = 0
            for keys in assignments where fitting < Self.mostPerVariant && !(mayContradict && contradictsNames(keys, parameters)) {
                guard assignments.count == 1 || seen.insert(keys).inserted else { continue }
                let isNatural = isNatural(keys, parameters)
                let wanted = filled(keys, parameters, numbers).map { arguments in
                    Candidate(
                        implementation: implementation, variant: variant, arguments: arguments, plan: plan, body: definition.body, isNatural: isNatural,
                        element: element)
                }.filter(admits)
                // Those that fit are counted only where they are more than count.
                if wanted.isEmpty, assignments.count <= Self.mostPerVariant { continue }
                guard let plan = imposed(by: parameters, on: keys) else { continue }
                fitting += 1
                for var candidate in wanted {
                    candidate.plan = plan
                    found.append(candidate)
                }
            }
        }
        return found
    }

    /// Names that mean one thing wherever they stand: the cells of a confusion matrix, the rate of learning, the rates of Adam, a gradient.
    private static let settled: Set<String> = ["TP", "FP", "TN", "FN", "eta", "epsilon", "beta_1", "beta_2", LaTeXPieces.gradientName]

    private var hasSettledNames: Bool {
        order.contains { Self.settled.contains($0.name) } || plan.inputs.contains { Self.settled.contains($0.key.name) }
            || plan.derived.contains { Self.settled.contains($0.key.name) }
    }

    private func contradictsNames(_ keys: [SymbolKey?], _ parameters: [Parameter]) -> Bool {
        zip(keys, parameters).contains { key, parameter in
            guard let key, Self.settled.contains(key.name) else { return false }
            if key.name == LaTeXPieces.gradientName { return !parameter.isUsuallyNamed(key) }
            return !parameter.isNamed(key) && !(key.name == "epsilon" && parameter.defaultValue != nil)
        }
    }

    /// Hyperparameters that no symbol gives: all with their defaults, then one of them with a number of the formula.
    private func filled(_ keys: [SymbolKey?], _ parameters: [Parameter], _ numbers: [Double]) -> [[Candidate.Argument]] {
        let standard = zip(keys, parameters).map { key, parameter -> Candidate.Argument in
            key.map { .symbol($0) } ?? .number(parameter.defaultValue ?? 0)
        }
        var lists = [standard]
        for (place, parameter) in parameters.enumerated() where keys[place] == nil {
            for number in numbers where number != parameter.defaultValue && parameter.domain.admits(number) {
                var list = standard
                list[place] = .number(number)
                lists.append(list)
            }
        }
        return lists
    }

    /// Which symbols may be which parameters: by name, then in the order given, then in every other order.
    private func assignments(to parameters: [Parameter]) -> [[SymbolKey?]] {
        let derived = Set(plan.derived.map(\.key))
        let inputs = plan.inputs.map(\.key) + plan.derived.map(\.key)
        let heads: [SymbolKey] = definition.isFunction ? definition.parameters.map(\.name) : []
        let extras = order.filter { inputs.contains($0) && !heads.contains($0) }
        var choices = [heads + extras]
        // What an earlier statement computes from the rest is no argument of its own: `\bar{x}` in a variance.
        if extras.contains(where: { derived.contains($0) }) {
            let given = (heads + extras).filter { !derived.contains($0) }
            choices.append(given + plan.inputs.map(\.key).filter { !given.contains($0) })
        }
        // Arguments that the body does not use: the parameters of a density behind the semicolon.
        let used = heads.filter { definition.body.symbols.contains($0) }
        if used.count < heads.count { choices.append(used + extras) }
        return choices.flatMap { lists(of: $0, parameters, inputs) }
    }

    private func lists(of all: [SymbolKey], _ parameters: [Parameter], _ inputs: [SymbolKey]) -> [[SymbolKey?]] {
        let required = parameters.count { $0.defaultValue == nil }
        guard all.count <= parameters.count, all.count >= required, !all.isEmpty else { return [] }
        guard all.allSatisfy({ inputs.contains($0) }) || definition.isFunction else { return [] }
        var lists: [[SymbolKey?]] = []
        if let exact = byExactName(all, parameters) { return [exact] }
        if let named = byName(all, parameters) { lists.append(named) }
        guard all.count <= Self.mostArguments else { return lists }
        // A function's own arguments come first, whatever hyperparameters its body adds.
        for permutation in permutations(all, Array(parameters.prefix(all.count))) {
            var list: [SymbolKey?] = permutation
            while list.count < parameters.count { list.append(nil) }
            lists.append(list)
        }
        // Hyperparameters by name, variables in every order: those left out may stand in the middle.
        lists += hypersByName(all, parameters)
        return lists
    }

    private func hypersByName(_ keys: [SymbolKey], _ parameters: [Parameter]) -> [[SymbolKey?]] {
        var left = keys
        var list = [SymbolKey?](repeating: nil, count: parameters.count)
        for (place, parameter) in parameters.enumerated() where parameter.defaultValue != nil {
            if let found = left.firstIndex(where: { parameter.isNamed($0) }) { list[place] = left.remove(at: found) }
        }
        let places = parameters.indices.filter { parameters[$0].defaultValue == nil }
        guard left.count < keys.count, left.count == places.count else { return [] }
        return permutations(left, places.map { parameters[$0] }).map { order in
            var full = list
            for (place, key) in zip(places, order) { full[place] = key }
            return full
        }
    }

    /// Where every symbol has a parameter's own name, and no other parameter's, that is what it stands for: the gates of an LSTM
    /// must not change places.
    private func byExactName(_ keys: [SymbolKey], _ parameters: [Parameter]) -> [SymbolKey?]? {
        guard !definition.isFunction, keys.count >= 3 else { return nil }
        var list = [SymbolKey?](repeating: nil, count: parameters.count)
        for key in keys {
            let places = parameters.indices.filter { parameters[$0].name == key.name || parameters[$0].symbols.contains(key.name) }
            guard places.count == 1, list[places[0]] == nil else { return nil }
            list[places[0]] = key
        }
        for (parameter, key) in zip(parameters, list) where key == nil && parameter.defaultValue == nil { return nil }
        return list
    }

    private func byName(_ keys: [SymbolKey], _ parameters: [Parameter]) -> [SymbolKey?]? {
        var left = keys
        var list: [SymbolKey?] = []
        for parameter in parameters {
            if let place = left.firstIndex(where: { parameter.isSpelt($0.name) }) ?? left.firstIndex(where: { parameter.isSpelt($0.baseName) }) {
                list.append(left.remove(at: place))
            } else {
                list.append(nil)
            }
        }
        guard left.isEmpty else { return nil }
        for (parameter, key) in zip(parameters, list) where key == nil && parameter.defaultValue == nil { return nil }
        return list
    }

    /// Every order of the keys in which each has as many axes as the parameter at its place.
    private func permutations(_ keys: [SymbolKey], _ parameters: [Parameter]) -> [[SymbolKey]] {
        guard keys.count == parameters.count else { return [] }
        let ranks = keys.map { key in plan.inputs.first { $0.key == key }?.shape.count }
        var orders: [[Int]] = [[]]
        for parameter in parameters {
            orders = orders.flatMap { order in
                keys.indices.compactMap { k in order.contains(k) || !Self.fits(ranks[k], parameter) ? nil : order + [k] }
            }
        }
        return orders.map { order in order.map { keys[$0] } }
    }

    /// - Parameter rank: how many axes the data of a symbol have; `nil` for what has none of its own.
    private static func fits(_ rank: Int?, _ parameter: Parameter) -> Bool {
        guard let rank else { return true }
        let own = parameter.shape.dimensions.count
        // A hyperparameter may differ from element to element: the γ and β of a normalisation.
        return parameter.shape.hasLeadingAxes ? rank >= own : rank == own || parameter.defaultValue != nil && (rank == 1 || rank == 2)
    }

    /// The plan with the shapes and domains of parameters; `nil` where a symbol's shape is not that of its parameter.
    private func imposed(by parameters: [Parameter], on keys: [SymbolKey?]) -> SamplePlan? {
        var plan = plan
        var leading: [DimensionSizes.Key]?
        for (parameter, key) in zip(parameters, keys) {
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
            guard Self.fits(shape.count, parameter) else { return nil }
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
        return plan.sizes.hasConflict ? nil : plan
    }

    private func isNatural(_ arguments: [SymbolKey?], _ parameters: [Parameter]) -> Bool {
        let heads = definition.parameters.map(\.name)
        for (place, (parameter, key)) in zip(parameters, arguments).enumerated() {
            guard let key else { continue }
            if definition.isFunction, place < heads.count, heads[place] == key { continue }
            if parameter.name == key.name || parameter.symbols.contains(key.name) { continue }
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

extension Catalogue.Domain {
    /// Whether a hyperparameter may be this number.
    func admits(_ value: Double) -> Bool {
        switch self {
        case .positive: value > 0
        case .nonNegative: value >= 0
        case .nonZero: value != 0
        case .probability: value > 0 && value < 1
        case .positiveInteger: value >= 1 && value == value.rounded()
        // A scale or a shift is learnt.
        case .any: false
        default: value.isFinite
        }
    }
}

extension SymbolKey {
    /// The name without the index of an example or a time: `x` of `x^(i)`, `theta` of `theta_t-1`, `y_hat` of `y_hat_i`.
    var baseName: String {
        let bytes = name.utf8
        guard bytes.contains(where: { $0 == 0x5E || $0 == 0x5F }) else { return name }
        var last: UInt8 = 0
        for place in bytes.indices {
            if last == 0x5E, bytes[place] == 0x28 { return String(name[..<bytes.index(before: place)]) }
            last = bytes[place]
        }
        for ending in Self.endings where bytes.count > ending.count && bytes.suffix(ending.count).elementsEqual(ending) {
            return String(name[..<bytes.index(bytes.endIndex, offsetBy: -ending.count)])
        }
        return name
    }

    private static let endings = ["_t-1", "_t+1", "_t", "_i", "_n", "_k", "_j"].map { Array($0.utf8) }

    /// The letter with its decorations, without any scripts: `W` of `W^[1]`, `W_xi`, `y_hat` of `y_hat_i`.
    var letter: String {
        guard name.utf8.contains(where: { $0 == 0x5E || $0 == 0x5F }) else { return name }
        let parts = name.split(omittingEmptySubsequences: true) { $0 == "_" || $0 == "^" }
        guard parts.count > 1 else { return name }
        return parts[0] + parts.dropFirst().filter { ["hat", "bar", "tilde"].contains($0) }.map { "_" + $0 }.joined()
    }
}

extension Parameter {
    /// Whether formulas write it so, with any scripts.
    func isUsuallyNamed(_ key: SymbolKey) -> Bool { isNamed(key) || isSpelt(key.letter) }
}
