import Source

/// What a block binds at its top level.
struct AttributeCheck {
    let unit: CodeUnit
    let known: Set<String>

    /// Names in the order in which they are first bound.
    var defines: [String] {
        let tree = unit.tree
        var result: [String] = []
        for statement in tree[tree.body] {
            var bound: Set<PythonTree.NameID> = [], mentioned: Set<PythonTree.NameID> = []
            TreeWalk.names(statement, tree, bound: &bound, mentioned: &mentioned)
            for name in bound.sorted() where TreeWalk.bindsGlobally(name, statement, tree) {
                if !result.contains(tree.name(name)) { result.append(tree.name(name)) }
            }
        }
        return result
    }

    func run() -> [Diagnostic] { [] }
}
