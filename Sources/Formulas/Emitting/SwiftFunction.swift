import LaTeX
import Source
import Tensors

extension FormulaEvaluation {
    /// A Swift function over `Tensor` that computes a formula, with the imports that it needs.
    ///
    /// Names without a value are parameters of the shape that their use asks for; those with one keep its number of axes.
    /// The formulas are those that `evaluate` takes, as far as loops and tensors say them; what cannot be said is an error
    /// with its place.
    public static func swift(
        _ formula: ParsedFormula, latex: String, bindings: [(name: String, value: Tensor)],
        vocabulary: any Vocabulary = EmptyVocabulary(), named wish: String? = nil
    ) throws(EvaluationError) -> String {
        let (question, values) = try question(formula, bindings, vocabulary)
        let target: Expression
        let statement: Statement
        switch question {
        case .value(let side, let whole): (target, statement) = (side, whole)
        case .truth(let relation):
            // f(x) = …: the function itself.
            guard let definition = relation.definition, values[definition.name] == nil else {
                throw EvaluationError(.unsupported, at: relation.range, "a relation is not written as Swift: give one side of it")
            }
            (target, statement) = (definition.body, relation)
        }
        let tree = target.tree
        var ranks: [SymbolKey: Int] = [:]
        // What the formula defines is no parameter.
        let defined = statement.definition.map(\.name).flatMap { values[$0] == nil ? $0 : nil }
        for entry in tree.symbols where !entry.isHidden && entry.key != defined {
            if let value = values[entry.key] ?? entry.value {
                ranks[entry.key] = value.rank
            } else if entry.isConstant == nil, entry.sizeOf < 0 || !tree.symbols.contains(where: { $0.key != defined && $0.hasAxis(entry.sizeOf, in: tree) }) {
                ranks[entry.key] = max(0, Int(entry.type.rank))
            }
        }
        var emitter = SwiftEmitter(tree, ranks: ranks)
        let name = emitter.names.make(wish ?? statement.definition?.name.name ?? "formula")
        return try emitter.function(target.root, named: name, latex: latex, definition: statement.definition)
    }
}

extension SymbolEntry {
    /// Whether one of its axes has that size.
    fileprivate func hasAxis(_ dimension: Int32, in tree: ExpressionTree) -> Bool {
        guard isConstant == nil else { return false }
        let root = tree.dimensions.root(dimension)
        return (0..<max(0, Int(type.rank))).contains { tree.dimensions.root(type[$0]) == root }
    }
}

extension SwiftEmitter {
    /// The whole function.
    mutating func function(_ root: ID, named name: String, latex: String, definition: Definition?) throws(Failure) -> String {
        functionName = name
        let free = tree.slots(in: needs[Int(root)].slots)
        // The axes of the value are those of the head's indices, in its order.
        let order = definition?.indices.filter { free.contains($0) } ?? free
        let slots = order.count == free.count ? order : free
        if slots.count == 1, let whole = try lifted(slots[0], root) {
            line("return \(whole.canThrow ? "try " : "")\(whole.text)")
            return assembled(name, latex)
        }
        var lists: [String] = []
        for slot in slots {
            let list = names.make("rows")
            line("var \(list): [Tensor] = []")
            lists.append(list)
            try openLoop(slot, root)
        }
        _ = try emit(root)
        var result = try operand(root)
        for list in lists.reversed() {
            line("\(list).append(\(result.canThrow ? "try " : "")\(result.literal == nil ? result.text : result.asTensor))")
            close()
            result = SwiftText(text: "Tensor.stack(\(list))", level: .postfix, canThrow: true, size: 1, rank: result.rank + 1)
        }
        line("return \(result.canThrow ? "try " : "")\(result.literal == nil ? result.text : result.asTensor)")
        return assembled(name, latex)
    }

    /// The function around its lines.
    private mutating func assembled(_ name: String, _ latex: String) -> String {
        var out = usesDeepLearning ? ["import DeepLearning", "import Tensors", ""] : ["import Tensors", ""]
        for text in latex.split(separator: "\n", omittingEmptySubsequences: true) { out.append("/// \(text)") }
        if !parameters.isEmpty {
            out.append("///")
            out.append(parameters.count == 1 ? "/// - Parameter \(described(parameters[0]))" : "/// - Parameters:")
            if parameters.count > 1 { for parameter in parameters { out.append("///   - " + described(parameter)) } }
        }
        let list = parameters.map { "\($0.name): Tensor" }.joined(separator: ", ")
        out.append("public func \(name)(\(list)) throws(TensorError) -> Tensor {")
        for parameter in parameters {
            let rank = ranks[tree.symbols[parameter.symbol].key] ?? 0
            guard rank > 0 else { continue }
            out.append("    guard \(parameter.name).rank == \(rank) else {")
            out.append("        throw .unexpectedShape(\(parameter.name).shape, expected: \"\(rank) \(rank == 1 ? "axis" : "axes")\", operation: \"\(name)\")")
            out.append("    }")
        }
        let lines = blocks.first?.lines ?? []
        for (k, entry) in head.enumerated() {
            let others = lines + head[(k + 1)...].flatMap(\.lines)
            if others.contains(where: { Self.mentions($0, entry.name) }) { out += entry.lines.map { "    " + $0 } }
        }
        for helper in SwiftHelper.allCases where helpers.contains(helper) { out += helper.lines.map { "    " + $0 } }
        out += lines.map { "    " + $0 }
        out.append("}")
        return out.joined(separator: "\n")
    }

    /// Whether a name stands in a line as a word of its own.
    private static func mentions(_ line: String, _ name: String) -> Bool {
        line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == name }
    }

    private mutating func described(_ parameter: (symbol: Int, name: String)) -> String {
        let entry = tree.symbols[parameter.symbol]
        let rank = ranks[entry.key] ?? 0
        guard rank > 0 else { return "\(parameter.name): a number" }
        let shape = (0..<rank).map { axis in
            entry.type.rank == rank && entry.type[axis] >= 0 ? dimensionName(tree.dimensions.root(entry.type[axis])) : "·"
        }
        return "\(parameter.name): shape [\(shape.joined(separator: ", "))]"
    }

    /// One name a dimension: the formula's own, that of its size, or a free letter.
    private mutating func dimensionName(_ dimension: Int32) -> String {
        if let known = sizes[dimension] ?? dimensionNames[dimension] { return known }
        let symbol = tree.symbols.first { $0.sizeOf >= 0 && tree.dimensions.root($0.sizeOf) == dimension && $0.sizeOffset == 0 }?.key.name
        let taken = Set(dimensionNames.values).union(sizes.values).union(tree.symbols.map(\.key.name))
        let name = tree.dimensions.name(dimension) ?? symbol ?? ["m", "n", "p", "q", "r", "s"].first { !taken.contains($0) } ?? "·"
        dimensionNames[dimension] = name
        return name
    }
}
