extension Statement {
    /// Whether another reading of the same formula gives this statement the same meaning: the same expressions of the same names,
    /// with the same shapes and domains.
    public func means(_ other: Statement) -> Bool {
        guard reason == other.reason, kind == other.kind, isNotation == other.isNotation, sides.count == other.sides.count, conditions.count == other.conditions.count,
            openChoices == other.openChoices, (definition == nil) == (other.definition == nil), symbols.count == other.symbols.count
        else { return false }
        for (a, b) in zip(symbols, other.symbols) where a.name != b.name || a.shape != b.shape || a.domain != b.domain || a.role != b.role || a.learned.words != b.learned.words {
            return false
        }
        for (a, b) in zip(sides, other.sides) {
            guard a.range == b.range, a.reason == b.reason else { return false }
            switch (a.expression, b.expression) {
            case (let x?, let y?): guard x.root == y.root, x.tree === y.tree || x.tree.isSame(as: y.tree) else { return false }
            case (nil, nil): break
            default: return false
            }
        }
        return true
    }
}

extension ExpressionTree {
    fileprivate func isSame(as other: ExpressionTree) -> Bool {
        nodes.count == other.nodes.count && lists == other.lists && localPoints == other.localPoints && slotEntries.count == other.slotEntries.count
            && functions.map(\.name) == other.functions.map(\.name) && functions.map(\.standing) == other.functions.map(\.standing)
            && zip(nodes, other.nodes).allSatisfy { $0.range == $1.range && $0.kind == $1.kind }
            && zip(facts, other.facts).allSatisfy { $0.type == $1.type && $0.slots == $1.slots }
            && zip(symbols, other.symbols).allSatisfy { $0.key == $1.key && $0.isConstant == $1.isConstant && $0.value == nil && $1.value == nil && $0.type == $1.type }
    }
}
