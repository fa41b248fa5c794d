import Formulas
import LaTeX
import Source

/// Reads the lines of a network and a statement about it again, each name with the rank that some of them shows: `a^l =
/// \sigma(z^l)` alone would be of numbers.
struct NetworkReader {
    let context: StatementContext
    let network: ForwardNetwork
    let statement: Statement
    let index: Int
    /// Names of entries of arrays, with those.
    let entries: [SymbolKey: SymbolKey]
    let derivatives: [SymbolKey: DerivativeName]

    struct Result {
        var lines: [Expression]
        var statement: Statement
        var plan: SamplePlan
        var scope: Scope
    }

    /// Ranks by name, the same in every layer.
    private var ranks: [String: Int] = [:]
    private static let mostRounds = 4

    init(context: StatementContext, network: ForwardNetwork, statement: Statement, index: Int, entries: [SymbolKey: SymbolKey], derivatives: [SymbolKey: DerivativeName]) {
        self.derivatives = derivatives
        self.entries = entries
        self.context = context
        self.network = network
        self.statement = statement
        self.index = index
    }

    /// What has the shape of a name: the array of which it names the entries, the variable of a derivative of the cost.
    private func model(_ key: SymbolKey) -> SymbolKey {
        guard let derivative = derivatives[key] else { return entries[key] ?? key }
        return network.computes(derivative.function) ? key : derivative.variable
    }

    private func general(_ key: SymbolKey) -> String { LayerName.general(model(key)) }

    mutating func read() -> Result? {
        var trees: [MathTree] = []
        for line in network.lines {
            let parsed = FormulaParser.parse(line.latex, macros: context.macros, limits: context.budget.limits)
            guard !parsed.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
            trees.append(parsed.tree)
        }
        var scope = context.scope
        for _ in 0..<Self.mostRounds {
            declareRanks(in: &scope)
            var lines: [Statement] = []
            for (tree, line) in zip(trees, network.lines) {
                let general = line.head.flatMap { head in line.layer.map { line.name.moved(from: $0, to: head) } } ?? line.name
                guard let found = FormulaReader.read(tree, scope: scope, vocabulary: context.shared.vocabulary).statements.first(where: { $0.definition?.name == general }) else { return nil }
                lines.append(found)
            }
            if declareActivations(of: lines, in: &scope) { continue }
            let again = FormulaReader.read(context.tree, scope: scope, vocabulary: context.shared.vocabulary)
            guard again.statements.indices.contains(index), again.statements[index].sides.count == statement.sides.count else { return nil }
            guard learn(lines + [again.statements[index]]) else { return result(lines, again.statements[index], scope) }
        }
        return nil
    }

    /// Takes over ranks that readings show; whether any is new.
    private mutating func learn(_ statements: [Statement]) -> Bool {
        var changed = false
        for statement in statements {
            for symbol in statement.symbols where symbol.role == .variable {
                let rank = symbol.shape?.rank ?? 0
                if rank > ranks[general(symbol.name)] ?? 0 {
                    ranks[general(symbol.name)] = rank
                    changed = true
                }
            }
            if let definition = statement.definition, definition.body.shape.rank > ranks[general(definition.name)] ?? 0 {
                ranks[general(definition.name)] = definition.body.shape.rank
                changed = true
            }
        }
        return changed
    }

    private func declareRanks(in scope: inout Scope) {
        var names = Set(statement.symbols.map(\.name)).union(derivatives.keys)
        for line in network.lines {
            names.insert(line.name)
            names.formUnion(line.inputs)
            // Lines are read as they stand.
            if let head = line.head, let layer = line.layer { names.formUnion(line.inputs.map { $0.moved(from: layer, to: head) } + [line.name.moved(from: layer, to: head)]) }
        }
        for name in names {
            guard let rank = ranks[general(name)], rank > 0 else { continue }
            var declaration = scope[name] ?? Declaration()
            guard declaration.value == nil else { continue }
            declaration.shape = ArrayShape((0..<rank).map { .variable($0) })
            scope.declare(name, declaration)
        }
    }

    /// Functions that nothing defines are activations here: of each element, and smooth. Whether any was declared.
    private func declareActivations(of lines: [Statement], in scope: inout Scope) -> Bool {
        let names = Set(lines.compactMap(\.definition).flatMap(\.body.standIns)).filter { scope[SymbolKey(canonical: $0)]?.definition == nil }
        guard !names.isEmpty else { return false }
        let parsed = FormulaParser.parse(Array(Self.activation.utf8), macros: Macros(), limits: context.budget.limits)
        guard let model = FormulaReader.read(parsed.tree).statements.first?.definition else { return false }
        for name in names {
            let key = SymbolKey(canonical: name)
            let definition = Definition(name: key, range: model.range, parameters: model.parameters, isFunction: true, indices: [], body: model.body)
            scope.declare(key, Declaration(role: .function, definition: definition))
        }
        return true
    }

    /// Like no function that a formula is likely to name.
    private static let activation = "f(u) = \\sin(u) + \\frac{u}{3} + \\frac{u^2}{7}"

    /// Inputs with shapes that agree; `nil` where a name has two ranks.
    private func result(_ lines: [Statement], _ last: Statement, _ scope: Scope) -> Result? {
        var plan = SamplePlan()
        var bodies: [Expression] = []
        var shapes: [SymbolKey: [DimensionSizes.Key]] = [:]
        func add(_ symbols: [FreeSymbol], _ number: Int) -> Bool {
            plan.add(symbols, statement: number)
            for symbol in symbols where symbol.role == .variable {
                let shape = (symbol.shape?.dimensions ?? []).map { DimensionSizes.key($0, statement: number) }
                let name = model(symbol.name)
                guard let known = shapes[name] else {
                    shapes[name] = shape
                    continue
                }
                guard known.count == shape.count else { return false }
                for (a, b) in zip(known, shape) { plan.sizes.unify(a, b) }
            }
            return true
        }
        for (k, (statement, line)) in zip(lines, network.lines).enumerated() {
            guard let body = statement.definition?.body else { return nil }
            var symbols = statement.symbols
            if let head = line.head, let layer = line.layer {
                for k in symbols.indices { symbols[k].name = symbols[k].name.moved(from: head, to: layer) }
                bodies.append(body.naming { $0.moved(from: head, to: layer) })
            } else {
                bodies.append(body)
            }
            guard add(symbols, Self.firstNumber + k) else { return nil }
        }
        guard add(last.symbols, Self.firstNumber + lines.count) else { return nil }
        let used = Set((bodies + last.sides.compactMap(\.expression)).flatMap(\.symbols))
        plan.inputs.removeAll { !used.contains($0.key) || entries[$0.key] != nil || network.computes($0.key) || DerivativeName($0.key) != nil || context.derivative(called: $0.key) != nil }
        return Result(lines: bodies, statement: last, plan: plan, scope: scope)
    }

    /// Apart from those of the note's statements.
    private static let firstNumber = 3_000_000
}
