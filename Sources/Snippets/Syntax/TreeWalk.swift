/// Walks of a tree that need no meaning.
enum TreeWalk {
    typealias ID = PythonTree.ID

    /// The nodes directly below `id`, in order.
    static func children(_ id: ID, _ tree: PythonTree) -> [ID] {
        switch tree[id].kind {
        case .name, .noneLiteral, .ellipsis, .truth, .integer, .longInteger, .float, .imaginary, .string, .bytes, .pass,
            .break, .continue, .global, .nonlocal, .alias, .capturePattern, .starPattern:
            return []
        case .joined(let items), .tuple(let items), .list(let items), .set(let items), .boolean(_, let items),
            .delete(let items), .importModules(let items), .importFrom(_, _, let items), .sequencePattern(let items),
            .alternatives(let items), .bundle(let items):
            return Array(tree[items])
        case .dictionary(let items): return tree[items].filter { $0 != PythonTree.noID }
        case .formatted(let value, _, let format): return [value] + (format.map { [$0] } ?? [])
        case .unary(_, let a), .keyword(_, let a), .starred(let a), .doubleStarred(let a), .attribute(let a, _),
            .await(let a), .yieldFrom(let a), .expression(let a), .valuePattern(let a), .asPattern(let a, _):
            return [a]
        case .binary(_, let a, let b), .subscripted(let a, let b), .named(let a, let b), .augmented(_, let a, let b):
            return [a, b]
        case .comparison(let first, let rest):
            return [first] + tree[rest].enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        case .call(let function, let items), .classPattern(let function, let items), .match(let function, let items):
            return [function] + tree[items]
        case .slice(let a, let b, let c): return [a, b, c].compactMap { $0 }
        case .lambda(let index), .function(let index):
            let function = tree.functions[Int(index)]
            return Array(tree[function.decorators]) + function.parameters.compactMap(\.standard) + tree[function.body]
        case .classDefinition(let index):
            let item = tree.classes[Int(index)]
            return Array(tree[item.decorators]) + tree[item.arguments] + tree[item.body]
        case .conditional(let test, let a, let b): return [test, a, b]
        case .comprehension(_, let element, let value, let clauses):
            return Array(tree[clauses]) + [element] + (value.map { [$0] } ?? [])
        case .clause(let target, let iterable, let conditions, _): return [target, iterable] + tree[conditions]
        case .yield(let a), .returns(let a): return a.map { [$0] } ?? []
        case .assign(let targets, let value): return [value] + tree[targets]
        case .annotated(let target, _, let value): return (value.map { [$0] } ?? []) + [target]
        case .conditionalStatement(let test, let a, let b), .whileLoop(let test, let a, let b):
            return [test] + tree[a] + tree[b]
        case .forLoop(let target, let iterable, let a, let b): return [iterable, target] + tree[a] + tree[b]
        case .with(let items, let body): return Array(tree[items]) + tree[body]
        case .withItem(let context, let target): return [context] + (target.map { [$0] } ?? [])
        case .tryStatement(let a, let b, let c, let d): return [a, b, c, d].flatMap { Array(tree[$0]) }
        case .handler(let type, _, let body): return (type.map { [$0] } ?? []) + tree[body]
        case .raise(let a, let b): return [a, b].compactMap { $0 }
        case .assert(let a, let b): return [a] + (b.map { [$0] } ?? [])
        case .matchCase(let pattern, let condition, let body):
            return [pattern] + (condition.map { [$0] } ?? []) + tree[body]
        case .mappingPattern(let items, _): return Array(tree[items])
        }
    }

    /// Names that the statement binds anywhere in it, and names that it mentions.
    static func names(
        _ id: ID, _ tree: PythonTree, bound: inout Set<PythonTree.NameID>, mentioned: inout Set<PythonTree.NameID>
    ) {
        var pending = [id]
        while let next = pending.popLast() {
            switch tree[next].kind {
            case .name(let name): mentioned.insert(name)
            case .function(let index): bound.insert(tree.functions[Int(index)].name)
            case .classDefinition(let index): bound.insert(tree.classes[Int(index)].name)
            case .assign(let targets, _): for target in tree[targets] { bind(target, tree, &bound) }
            case .augmented(_, let target, _), .annotated(let target, _, _), .named(let target, _): bind(target, tree, &bound)
            case .forLoop(let target, _, _, _): bind(target, tree, &bound)
            case .withItem(_, let target?): bind(target, tree, &bound)
            case .handler(_, let name?, _): bound.insert(name)
            case .alias(let name, let other): if let word = other ?? head(name, tree) { bound.insert(word) }
            case .capturePattern(let name?), .starPattern(let name?), .asPattern(_, let name): bound.insert(name)
            default: break
            }
            pending += children(next, tree)
        }
    }

    private static func head(_ name: PythonTree.NameID, _ tree: PythonTree) -> PythonTree.NameID? {
        let text = tree.name(name)
        guard let dot = text.firstIndex(of: ".") else { return name }
        return tree.nameIDs[String(text[..<dot])]
    }

    private static func bind(_ target: ID, _ tree: PythonTree, _ bound: inout Set<PythonTree.NameID>) {
        var pending = [target]
        while let next = pending.popLast() {
            switch tree[next].kind {
            case .name(let name): bound.insert(name)
            case .tuple(let items), .list(let items): pending += tree[items]
            case .starred(let inner): pending.append(inner)
            default: break
            }
        }
    }

    /// Whether the statement binds `name` at the top level, not only inside a function that it defines.
    static func bindsGlobally(_ name: PythonTree.NameID, _ statement: ID, _ tree: PythonTree) -> Bool {
        var pending = [statement]
        while let next = pending.popLast() {
            switch tree[next].kind {
            case .function(let index):
                if tree.functions[Int(index)].name == name { return true }
                continue
            case .classDefinition(let index):
                if tree.classes[Int(index)].name == name { return true }
                continue
            case .lambda, .comprehension: continue
            default: break
            }
            var bound: Set<PythonTree.NameID> = []
            switch tree[next].kind {
            case .assign(let targets, _): for target in tree[targets] { bind(target, tree, &bound) }
            case .augmented(_, let target, _), .annotated(let target, _, _), .named(let target, _),
                .forLoop(let target, _, _, _), .withItem(_, let target?):
                bind(target, tree, &bound)
            case .handler(_, let word?, _): bound.insert(word)
            case .alias(let word, let other): if let bindsWord = other ?? head(word, tree) { bound.insert(bindsWord) }
            default: break
            }
            if bound.contains(name) { return true }
            pending += children(next, tree)
        }
        return false
    }
}
