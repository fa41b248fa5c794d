import Formulas
import LaTeX
import Source
import Tensors

/// Derivatives of a cost that the note leaves open, by its lines on how the cost comes about: `\delta^l = (W^{l+1})^\top
/// \delta^{l+1} \odot \sigma'(z^l)` with `\delta^l = \frac{\partial C}{\partial z^l}` and `z^l = W^l a^{l-1} + b^l`.
///
/// Any cost has some derivatives by the last values that are known: they are drawn, and one backward pass gives the others. What
/// differs from them is refuted only where one slip explains it.
struct BackpropagationEvidence {
    let context: StatementContext
    let statement: Statement
    let index: Int

    /// Names of the statement that stand for derivatives, as it writes them and by what they are called.
    private let derivatives: [SymbolKey: DerivativeName]

    /// `nil` for a statement without derivatives of what the note leaves open.
    init?(context: StatementContext, statement: Statement, index: Int) {
        guard !context.stated.isEmpty else { return nil }
        var derivatives: [SymbolKey: DerivativeName] = [:]
        for symbol in statement.symbols {
            if let derivative = DerivativeName(symbol.name) ?? context.derivative(called: symbol.name) { derivatives[symbol.name] = derivative }
        }
        // `\delta^{l+1} (a^l)^\top` looks like the application of a function.
        for name in statement.sides.compactMap(\.expression).flatMap(\.standIns) {
            let key = SymbolKey(canonical: name)
            if let derivative = context.derivative(called: key) { derivatives[key] = derivative }
        }
        if let definition = statement.definition, let derivative = context.derivative(called: definition.name) { derivatives[definition.name] = derivative }
        guard !derivatives.isEmpty else { return nil }
        self.context = context
        self.statement = statement
        self.index = index
        self.derivatives = derivatives
    }

    func judge(step: Int) -> EvidenceResult {
        guard step + 1 < statement.sides.count, [.equal, .identical, .defines].contains(statement.relations[step].kind), let pass = backwardPass(),
            let left = pass.statement.sides[step].expression, let right = pass.statement.sides[step + 1].expression, !areTheSame(left, right)
        else { return .none }
        for isTransposed in [false, true] where !isTransposed || pass.hasJacobian {
            let run = run(pass, left, right, seed: context.seed, isTransposed: isTransposed, until: .isVerified)
            guard run.verdict == .verified, run.isTelling else { continue }
            return .verified(
                Evidence(by: .gradient, name: "one backward pass", samples: run.tally.agreeing, maxError: run.tally.maxError), implementation: nil, variant: nil)
        }
        return misstated(pass, left, right, step: step)
    }

    private func run(
        _ pass: BackwardPass, _ left: Expression, _ right: Expression, seed: UInt64, isTransposed: Bool = false, until question: SampleRun.Question
    ) -> SampleRun {
        SampleRun.run(pass.plan, seed: seed, until: question, budget: context.budget) { trial in
            guard let bindings = pass.bindings(trial, seed: seed, isTransposed: isTransposed, budget: context.budget), let a = context.value(left, bindings),
                let b = context.value(right, bindings)
            else { return nil }
            return (a, b)
        }
    }

    /// What one slip separates from the derivatives. Other costs, and layouts of Jacobians, explain anything else.
    private func misstated(_ pass: BackwardPass, _ left: Expression, _ right: Expression, step: Int) -> EvidenceResult {
        guard !pass.hasJacobian, !context.deniesTruth, !context.isConditional, statement.conflicts.isEmpty, statement.conditions.isEmpty else { return .none }
        let first = run(pass, left, right, seed: context.seed, until: .everything)
        guard first.verdict == .differs, run(pass, left, right, seed: context.seed ^ StatementContext.secondSeed, until: .differs).verdict == .differs else { return .none }
        var own = context
        own.scope = pass.scope
        let values = pass.plan.trial(0, seed: context.seed, budget: context.budget).flatMap { pass.bindings($0, seed: context.seed, isTransposed: false, budget: context.budget) }
        let slip = SlipEvidence(context: own, statement: pass.statement, index: index).makesIdentity(step: step, sample: { _, _, _ in values }) { _, a, b in
            let run = run(pass, a, b, seed: context.seed, until: .isVerified)
            return run.verdict == .verified && run.isTelling
        }
        guard let slip else { return .none }
        var message = "this is not the derivative that one backward pass gives"
        var counterexample: Counterexample?
        if let difference = first.differing.first {
            let shown = difference.counterexample
            // What the note states is the right side.
            counterexample = Counterexample(inputs: shown.inputs, expected: shown.actual, actual: shown.expected)
            if difference.actual.count <= Self.mostShown {
                message += ": there the left side is \(ValueWords.text(difference.actual)), the right side \(ValueWords.text(difference.expected))"
            }
        }
        return .refuted(
            Diagnostic(
                .wrongGradient, at: context.place(statement.range), message, help: "both sides agree \(slip.words)", counterexample: counterexample))
    }

    private static let mostShown = 8

    /// Whether a step says nothing but what the name of a derivative means.
    func isNaming(step: Int) -> Bool {
        guard step + 1 < statement.sides.count, let left = statement.sides[step].expression, let right = statement.sides[step + 1].expression else { return false }
        return areTheSame(left, right)
    }

    /// Two names of one derivative: that is what one of them means.
    private func areTheSame(_ left: Expression, _ right: Expression) -> Bool {
        guard left.symbols.count == 1, right.symbols.count == 1, let a = derivatives[left.symbols[0]], let b = derivatives[right.symbols[0]] else { return false }
        return a == b
    }

    // MARK: - Reading

    /// The statement and the lines that lead to it, read with the ranks that they have together.
    private func backwardPass() -> BackwardPass? {
        let written = Set(statement.sides.compactMap(\.expression).flatMap(\.symbols)).subtracting(derivatives.keys)
        let entries = arrays(of: written.union(derivatives.values.map(\.variable)))
        let derivatives = derivatives.mapValues { DerivativeName(of: $0.function, by: entries[$0.variable] ?? $0.variable) }
        let named = Set(derivatives.values)
        let variables = Set(named.map(\.variable))
        var names = written.subtracting(entries.keys).union(entries.values).union(variables)
        let costs = Set(named.map(\.function)).subtracting(names)
        guard let cost = costs.sorted().first, costs.count == 1 else { return nil }
        names.remove(cost)
        let layers = Set(names.compactMap { LayerName($0)?.layer })
        guard let network = ForwardNetwork(context.stated, from: variables, layers: layers, except: Set(derivatives.keys).union(context.derivativeNames.keys)) else { return nil }
        // A derivative of a cost that is open is whatever it is; two of them belong together.
        guard network.computes(cost) || named.count > 1 else { return nil }
        var reader = NetworkReader(context: context, network: network, statement: statement, index: index, entries: entries, derivatives: derivatives)
        guard let read = reader.read() else { return nil }
        return BackwardPass(network: network, lines: read.lines, statement: read.statement, plan: read.plan, derivatives: derivatives, cost: cost, entries: entries, scope: read.scope)
    }

    /// What other names stand for where lines of the note speak of those alone: `w_{jk}^l` are the entries of `W^l`, and beside names of
    /// the layer L `\nabla_a` is a gradient by `a^L`.
    private func arrays(of names: Set<SymbolKey>) -> [SymbolKey: SymbolKey] {
        var found: [SymbolKey: SymbolKey] = [:]
        let layers = Set(names.compactMap { LayerName($0)?.layer })
        for name in names {
            if layers.count == 1, let layer = layers.first, LayerName(name) == nil, !context.stated.contains(where: { $0.known.symbols.contains { $0.name == name } }),
                let model = context.stated.lazy.flatMap(\.known.symbols).compactMap({ LayerName($0.name) }).first(where: { $0.name == name.name && $0.speaks(of: layer) })
            {
                var own = model
                own.layer = layer
                found[name] = own.key
                continue
            }
            guard let first = name.name.first, first.isLowercase, let second = name.name.dropFirst().first, second == "^" || second == "_" else { continue }
            let capital = SymbolKey(canonical: first.uppercased() + name.name.dropFirst())
            let (own, other) = (LayerName.general(name), LayerName.general(capital))
            var isSpokenOf = false
            for symbol in context.stated.lazy.flatMap(\.known.symbols) {
                let general = LayerName.general(symbol.name)
                if general == own {
                    isSpokenOf = false
                    break
                }
                if general == other { isSpokenOf = true }
            }
            if isSpokenOf { found[name] = capital }
        }
        return found
    }
}

/// One backward pass over samples of a network.
struct BackwardPass {
    let network: ForwardNetwork
    /// The defining side of each line of the network.
    let lines: [Expression]
    let statement: Statement
    let plan: SamplePlan
    let derivatives: [SymbolKey: DerivativeName]
    let cost: SymbolKey
    /// Names of entries of arrays, with those.
    let entries: [SymbolKey: SymbolKey]
    /// What the statement is read with.
    let scope: Scope

    /// Some derivative is that of one value of the network by another.
    var hasJacobian: Bool { derivatives.values.contains { $0.function != cost } }

    /// The values of the statement's names on a sample: of those that the network computes, and of derivatives.
    func bindings(_ trial: SamplePlan.Trial, seed: UInt64, isTransposed: Bool, budget: Budget) -> Bindings? {
        let tape = Tape()
        var values = trial.bindings
        for input in plan.inputs { values[input.key] = values[input.key].map { tape.track($0) } }
        for (line, body) in zip(network.lines, lines) {
            guard let value = try? body.evaluateFollowed(values, budget: budget), value.isFinite else { return nil }
            values[line.name] = value
        }
        guard let whole = cost(values, seed: seed) else { return nil }
        let wanted = Set(derivatives.values)
        let variables = Set(wanted.filter { $0.function == cost }.map(\.variable)).sorted()
        let tensors = variables.compactMap { values[$0] }
        guard tensors.count == variables.count, let gradients = try? tape.gradient(of: whole, withRespectTo: tensors) else { return nil }
        var out = values.mapValues(\.detached)
        let byVariable = Dictionary(uniqueKeysWithValues: zip(variables, gradients.map(\.detached)))
        for (name, array) in entries { out[name] = out[array] }
        for (name, derivative) in derivatives {
            if derivative.function == cost {
                out[name] = byVariable[derivative.variable]
            } else {
                guard let jacobian = jacobian(derivative, values, isTransposed: isTransposed, budget: budget) else { return nil }
                out[name] = jacobian
            }
        }
        return out
    }

    /// Whatever the cost is, to first order it is a weighted sum of the last values that are known.
    private func cost(_ values: Bindings, seed: UInt64) -> Tensor? {
        if network.computes(cost), let value = values[cost], value.count == 1 { return value }
        var whole: Tensor?
        for name in network.tops {
            guard let value = values[name] else { return nil }
            var maker = ValueMaker(seed: seed ^ ContentHash.of("∂" + name.name), isRound: false)
            let weights = maker.make(shape: value.shape, domain: .real, sizes: plan.sizes.sizes(set: 0))
            guard let part = try? (value * weights).sum() else { return nil }
            if let sum = whole {
                guard let both = try? sum + part else { return nil }
                whole = both
            } else {
                whole = part
            }
        }
        return whole
    }

    /// The derivative of one value by another with what stands beside it held: where it is computed from that directly, else along
    /// the network. Transposed in the convention in which columns are what is differentiated.
    private func jacobian(_ derivative: DerivativeName, _ values: Bindings, isTransposed: Bool, budget: Budget) -> Tensor? {
        guard let place = network.lines.firstIndex(where: { $0.name == derivative.function }), let variable = values[derivative.variable] else { return nil }
        let tape = Tape()
        var fixed = values.mapValues(\.detached)
        let followed = tape.track(variable.detached)
        fixed[derivative.variable] = followed
        let isDirect = network.lines[place].inputs.contains(derivative.variable)
        var result: Tensor?
        for (line, body) in zip(network.lines, lines).prefix(place + 1) where !isDirect && line.name != derivative.variable || line.name == derivative.function {
            result = try? body.evaluateFollowed(fixed, budget: budget)
            fixed[line.name] = result
        }
        guard let result, let jacobian = try? tape.jacobian(of: result, withRespectTo: followed).detached else { return nil }
        guard isTransposed, result.rank + followed.rank > 1 else { return jacobian }
        let axes = Array(result.rank..<(result.rank + followed.rank)) + Array(0..<result.rank)
        return try? jacobian.transposed(axes)
    }
}
