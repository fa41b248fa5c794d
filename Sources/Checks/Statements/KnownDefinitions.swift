import Formulas
import Source

/// A name that a statement before defined, with what its value follows from.
struct KnownDefinition {
    var definition: Definition
    var symbols: [FreeSymbol]
    /// Tells its dimension variables from those of other statements.
    var statement: Int
    /// Bytes of the note, for related places.
    var range: ByteRange
}

/// Definitions in force at a place of a note; layers follow sections and list items.
struct KnownDefinitions {
    private var layers: [[SymbolKey: KnownDefinition]] = [[:]]

    mutating func push() { layers.append([:]) }

    /// - Returns: what was defined since the matching `push`.
    @discardableResult
    mutating func pop() -> [SymbolKey: KnownDefinition] { layers.count > 1 ? layers.removeLast() : [:] }

    /// The same with definitions that all others shadow.
    func over(_ definitions: [SymbolKey: KnownDefinition]) -> KnownDefinitions {
        var all = self
        all.layers.insert(definitions, at: 0)
        return all
    }

    mutating func define(_ known: KnownDefinition) { layers[layers.count - 1][known.definition.name] = known }

    subscript(key: SymbolKey) -> KnownDefinition? {
        for layer in layers.reversed() {
            if let known = layer[key] { return known }
        }
        return nil
    }

    /// What defines a name, as it stands or for another step.
    private func definition(of key: SymbolKey) -> KnownDefinition? {
        if let known = self[key] { return known }
        guard let step = StepIndex(key) else { return nil }
        for other in StepIndex.offsets where other != step.offset {
            if let known = self[step.moved(by: other - step.offset).key] { return known.moved(by: step.offset - other) }
        }
        return nil
    }

    /// Replaces inputs of `plan` that an earlier statement defines from other inputs of it: then the sides of a relation
    /// that uses both speak of the same data.
    ///
    /// - Parameter all: also those that it computes from nothing that is there.
    func resolve(_ plan: inout SamplePlan, all: Bool = false, except free: Set<SymbolKey> = []) {
        var pending = plan.inputs.filter { input in
            definition(of: input.key) != nil && !free.contains(input.key)
        }
        var round = 0
        while round < 8, !pending.isEmpty {
            round += 1
            var later: [SamplePlan.Input] = []
            var changed = false
            for input in pending {
                guard let known = definition(of: input.key), !known.definition.isFunction else { continue }
                let sources = known.symbols.filter { $0.role == .variable }.map(\.name)
                let present = Set(plan.inputs.map(\.key) + plan.derived.map(\.key)).subtracting([input.key])
                guard !sources.contains(input.key), all || sources.contains(where: { present.contains($0) }),
                    known.definition.body.shape.rank == input.shape.count
                else {
                    later.append(input)
                    continue
                }
                let before = Set(plan.inputs.map(\.key))
                substitute(input, known, in: &plan)
                later += plan.inputs.filter { !before.contains($0.key) && definition(of: $0.key) != nil && !free.contains($0.key) }
                changed = true
            }
            pending = later
            if !changed { break }
        }
        plan.derived = Self.ordered(plan.derived)
    }

    /// Each after those that it is computed from; what goes round in a circle is left out and has no value.
    private static func ordered(_ derived: [SamplePlan.Derived]) -> [SamplePlan.Derived] {
        var left = derived
        var out: [SamplePlan.Derived] = []
        while !left.isEmpty {
            let keys = Set(left.map(\.key))
            let ready = left.filter { Set($0.expression.symbols).subtracting([$0.key]).isDisjoint(with: keys) }
            guard !ready.isEmpty else { return out }
            out += ready
            let done = Set(ready.map(\.key))
            left.removeAll { done.contains($0.key) }
        }
        return out
    }

    private func substitute(_ input: SamplePlan.Input, _ known: KnownDefinition, in plan: inout SamplePlan) {
        plan.inputs.removeAll { $0.key == input.key }
        for (axis, dimension) in known.definition.body.shape.dimensions.enumerated() where axis < input.shape.count {
            plan.sizes.unify(input.shape[axis], DimensionSizes.key(dimension, statement: known.statement))
        }
        for symbol in known.symbols {
            let shape = (symbol.shape?.dimensions ?? []).map { DimensionSizes.key($0, statement: known.statement) }
            if let existing = plan.inputs.first(where: { $0.key == symbol.name }), existing.shape.count == shape.count {
                for (a, b) in zip(existing.shape, shape) { plan.sizes.unify(a, b) }
            }
        }
        plan.add(known.symbols, statement: known.statement)
        plan.derived.append(SamplePlan.Derived(key: input.key, expression: known.definition.body))
    }
}
