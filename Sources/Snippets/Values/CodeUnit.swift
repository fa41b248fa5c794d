import Source

/// A block with all that evaluation needs to know about it.
final class CodeUnit {
    let tree: PythonTree
    let source: [UInt8]
    let scopes: Scopes
    /// By node, for names.
    let places: [NamePlace]
    /// By name of the tree: the session's number for it.
    let globals: [Int]
    let generators: Set<Int>
    /// Of the parts of libraries that are written in Python: the module's name.
    let module: String?
    private var yielding: [PythonTree.ID: Bool] = [:]

    var isLibrary: Bool { module != nil }

    init(tree: PythonTree, scopes: Scopes, source: [UInt8], globals: [Int], module: String? = nil) {
        self.tree = tree
        self.module = module
        self.source = source
        self.scopes = scopes
        self.globals = globals
        var places = [NamePlace](repeating: .global, count: tree.nodes.count)
        for (node, place) in scopes.places { places[Int(node)] = place }
        self.places = places
        generators = scopes.generators
    }

    /// Whether a `yield` of the function that `id` stands in is below it.
    func holdsYield(_ id: PythonTree.ID) -> Bool {
        if let known = yielding[id] { return known }
        var found = false
        var pending = [id]
        while let next = pending.popLast(), !found {
            switch tree[next].kind {
            case .yield, .yieldFrom: found = true
            case .lambda, .function, .classDefinition: break
            default: pending += TreeWalk.children(next, tree)
            }
        }
        yielding[id] = found
        return found
    }

    func text(_ range: ByteRange) -> String {
        String(decoding: source[range.clamped(to: source.count).range], as: UTF8.self)
    }
}
