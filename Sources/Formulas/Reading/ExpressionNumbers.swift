extension Expression {
    /// The numbers written in it, each once, in order: `0.01` and `2` of `\max(0.01 x, x)^2`.
    public var numbers: [Double] {
        var found: [Double] = []
        for id in ExpressionTree.reachable(
            from: root, nodes: tree.nodes, lists: tree.lists, slots: tree.slotEntries, localPoints: tree.localPoints)
        {
            if case .number(let value, _) = tree.nodes[Int(id)].kind, !found.contains(value) { found.append(value) }
        }
        return found
    }
}
