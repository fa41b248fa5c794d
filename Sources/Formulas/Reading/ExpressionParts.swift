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

extension Expression {
    /// The function of the vocabulary that it applies and nothing else: `softmax` of `\operatorname{softmax}(o)`.
    public var appliedFunction: String? {
        guard case .call(let function, _) = tree.nodes[Int(root)].kind else { return nil }
        return tree.functions[Int(function)].name
    }
}
