import LaTeX
import Source
import Tensors

/// Types of a whole statement: its sides share one tree, so that each settles what the others leave open.
extension StatementReader {
    func finish(
        _ statement: inout Statement, _ parser: inout ExpressionParser, head: Head? = nil, conditions: [ExpressionTree.ID] = []
    ) {
        if !isStrict { parser.draft.alignPartialIndices() }
        var table = DimensionTable()
        for k in parser.draft.slots.indices { parser.draft.slots[k].dimension = table.make() }
        for (a, b) in parser.equalSlots { table.unify(parser.draft.slots[Int(a)].dimension, parser.draft.slots[Int(b)].dimension) }
        for (slot, count) in parser.declaredCounts {
            let dimension: Int32 =
                switch count {
                case .fixed(let n): table.fixed(n)
                case .named(let name): table.named(name)
                case .variable: table.make()
                }
            table.unify(parser.draft.slots[Int(slot)].dimension, dimension)
        }
        var equated: [(ExpressionTree.ID, ExpressionTree.ID)] = []
        for (k, relation) in statement.relations.enumerated() where k + 1 < statement.sides.count {
            guard let a = statement.sides[k].expression, let b = statement.sides[k + 1].expression else { continue }
            switch relation.kind {
            case .equal, .notEqual, .approximately, .defines, .assigns, .identical: equated.append((a.root, b.root))
            default: break
            }
        }
        var inference = ShapeInference(parser.draft, table: table, elementwiseProducts: choices.contains(.productElementwise))
        inference.run(equated: equated)
        for conflict in inference.conflicts where conflict.isCertain && !isStrict {
            parser.diagnostics.append(Diagnostic(.shapeMismatch, at: self.tree.widened(conflict.range), conflict.message, help: conflict.help))
        }
        statement.conflicts = inference.conflicts.map { ($0.range, $0.message) }
        for conflict in inference.conflicts {
            for k in statement.sides.indices where statement.sides[k].range.contains(conflict.range) || inference.conflicts.count == 1 {
                if statement.sides[k].expression != nil, statement.sides[k].reason == nil, !isStrict {
                    statement.sides[k].reason = Reason(.noShape, conflict.message)
                }
            }
        }
        var domains = DomainInference(inference.draft, table: inference.table, types: inference.types)
        domains.run()
        // A comparison of an index with data: the data hold positions.
        for k in inference.draft.symbols.indices { inference.draft.symbols[k].domain = domains.domains[k] }
        for k in inference.draft.functions.indices {
            guard var function = inference.draft.functions[k] as? StandIn, domains.positiveFunctions.contains(function.name) else { continue }
            function.isPositive = true
            inference.draft.functions[k] = function
        }
        let facts = zip(inference.types, inference.slotMasks).map { Facts(type: $0, slots: $1) }
        let tree = ExpressionTree(
            inference.draft, facts: facts, dimensions: inference.table, elementwiseProducts: choices.contains(.productElementwise),
            isStrict: isStrict)
        if !isStrict, inference.conflicts.isEmpty, choices.isEmpty {
            var names = DeclaredNames(tree, scope: scope)
            names.check(statement.sides.compactMap { $0.expression?.root }, equated: equated)
            for conflict in names.conflicts {
                parser.diagnostics.append(Diagnostic(.shapeMismatch, at: self.tree.widened(conflict.range), conflict.message, help: conflict.help))
                statement.conflicts.append((conflict.range, conflict.message))
                for k in statement.sides.indices where statement.sides[k].range.contains(conflict.range) && statement.sides[k].reason == nil {
                    statement.sides[k].reason = Reason(.noShape, conflict.message)
                }
            }
        }
        for k in statement.sides.indices {
            guard let pending = statement.sides[k].expression else { continue }
            statement.sides[k].expression = Expression(tree: tree, root: pending.root)
            if let reason = statement.sides[k].reason, reason.code == .noShape { statement.sides[k].expression = nil }
        }
        for k in statement.randomVariables.indices {
            statement.randomVariables[k].law.parameters = statement.randomVariables[k].law.parameters.map { Expression(tree: tree, root: $0.root) }
        }
        statement.conditions = conditions.map { Expression(tree: tree, root: $0) }
        statement.remainders = parser.remainders.map { Remainder(bound: Expression(tree: tree, root: $0.bound), isLittle: $0.isLittle, range: $0.range) }
        // What is nothing but an order has no value.
        for k in statement.sides.indices {
            guard let whole = statement.remainders.first(where: { $0.range.count + 4 >= statement.sides[k].range.count && statement.sides[k].range.contains($0.range) }) else { continue }
            statement.sides[k].expression = nil
            statement.sides[k].reason = Reason(.unreadNotation, "an order of magnitude")
            statement.sides[k].reasonRange = whole.range
        }
        statement.openChoices = parser.openChoices
        statement.isConditional = parser.isConditional || parser.randoms.count > 1
        indices(&statement, &parser, tree, head)
        if !isStrict {
            reboundIndices(statement, &parser, tree)
            indexSlips(statement, &parser, tree, head)
        }
        statement.symbols = freeSymbols(tree)
        // What leaves terms out is no definition: `G_t = r_{t+1} + \gamma r_{t+2} + \cdots`.
        if let head, !head.isMoment, head.isFunction || parser.remainders.isEmpty, statement.sides.count > 1, let body = statement.sides[1].expression,
            !head.isFunction || head.parameters.isEmpty || body.symbols.contains(where: { head.parameters.contains($0) })
                || statement.relations.count > 1
        {
            let slots = head.indexNames.compactMap { name in parser.freeSlots[name].map { Int($0) } }
            statement.definition = Definition(
                name: head.name, range: head.range,
                parameters: head.parameters.map { key in
                    Definition.Parameter(name: key, shape: statement.symbols.first { $0.name == key }?.shape)
                }, isFunction: head.isFunction, indices: slots, body: body)
        }
        for (k, side) in statement.sides.enumerated() where side.expression == nil {
            if k == 0, head?.isFunction ?? false, side.reasonRange == nil { continue }
            statement.reason = side.reason
            break
        }
    }

    func indices(_ statement: inout Statement, _ parser: inout ExpressionParser, _ tree: ExpressionTree, _ head: Head?) {
        var leftMask: UInt64 = 0
        if !statement.relations.isEmpty, let left = statement.sides.first?.expression { leftMask = tree.facts[Int(left.root)].slots }
        for (key, slot) in parser.freeSlots.sorted(by: { $0.key < $1.key }) {
            let bit: UInt64 = 1 << UInt64(slot)
            let isHead = head?.indexNames.contains(key) ?? false
            let isUsed = statement.sides.contains { side in side.expression.map { tree.facts[Int($0.root)].slots & bit != 0 } ?? false }
            guard isUsed || isHead else { continue }
            let isDeclared: Bool = if case .index? = scope[key]?.role { true } else { false }
            // Laws of probability hold under conditions that stand in the prose: nothing is judged for all values.
            let isBound = (isHead || leftMask & bit != 0 || isDeclared) && !parser.openValues.contains(key)
            let entry = tree.slotEntries[Int(slot)]
            statement.indices.append(
                FreeIndex(name: key, slot: Int(slot), dimension: tree.dimensions.dimension(entry.dimension), isBound: isBound, range: entry.range))
            // The same letter is bound by a sum of this formula: it was used outside of it.
            if !isBound, hints.bound.contains(key.name), statement.relations.count > 0 || statement.sides.count == 1,
                boundBefore(key, entry.range, tree, statement)
            {
                statement.openChoices.insert(.sumIncludesLaterTerms)
                if !choices.contains(.sumIncludesLaterTerms), !isDrawn(key) {
                    parser.diagnostics.append(
                        Diagnostic(
                            .unboundIndex, at: entry.range, "index `\(key)` is used outside of the operator that binds it",
                            help: "put brackets around the terms that the sum is to take"))
                }
            }
        }
    }

    /// `\mathbb{E}_{y \sim p}` binds the letter for what it is the expectation of.
    private func isDrawn(_ key: SymbolKey) -> Bool {
        tree.nodes.contains { node in
            guard case .scripts(_, let sub?, _, _) = node.kind else { return false }
            let scalars = tree.nodes.compactMap { inner -> UInt32? in
                if tree[sub].range.contains(inner.range), case .atom(let atom) = inner.kind { atom.scalar } else { nil }
            }
            return scalars.contains(0x223C) && scalars.contains { SymbolSpelling.letterName($0) == key.name }
        }
    }

    func freeSymbols(_ tree: ExpressionTree) -> [FreeSymbol] {
        tree.symbols.compactMap { entry -> FreeSymbol? in
            guard !entry.isHidden else { return nil }
            var role = FreeSymbol.Role.variable
            if let constant = entry.isConstant { role = .constant(constant) }
            let offset = entry.sizeOf >= 0 ? entry.sizeOffset : 0
            if entry.sizeOf >= 0 { role = .dimension(tree.dimensions.dimension(entry.sizeOf)) }
            let type = entry.type
            let shape = ArrayShape((0..<max(0, Int(type.rank))).map { tree.dimensions.dimension(type[$0]) }, isRow: type.isRow)
            return FreeSymbol(
                name: entry.key, range: entry.range, shape: shape, domain: entry.domain, role: role,
                learned: entry.learned.words.isEmpty ? Learned("a number by convention") : entry.learned, sizeOffset: offset)
        }.sorted { $0.name < $1.name }
    }
}

extension Expression {
    /// A root whose tree is not finished.
    init(pending root: ExpressionTree.ID) {
        tree = ExpressionTree.empty
        self.root = root
    }
}

extension ExpressionTree {
    static let empty = ExpressionTree(Draft(), facts: [], dimensions: DimensionTable())
}
