import Source

/// `match`: patterns against a value.
extension Interpreter {
    /// The body of the first case that holds; its captures are bound.
    func matchedCase(_ id: ID, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> PythonTree.List? {
        guard case .match(let subject, let cases) = unit.tree[id].kind else { return nil }
        let value = try evaluate(subject, unit, frame)
        for item in unit.tree[cases] {
            guard case .matchCase(let pattern, let condition, let body) = unit.tree[item].kind else { continue }
            guard try matches(pattern, value, unit, frame) else { continue }
            if let condition, try !truth(evaluate(condition, unit, frame)) { continue }
            return body
        }
        return nil
    }

    private func matches(_ pattern: ID, _ value: Value, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> Bool {
        try spend()
        try descend()
        defer { ascend() }
        let tree = unit.tree
        switch tree[pattern].kind {
        case .valuePattern(let expression):
            let other = try evaluate(expression, unit, frame)
            switch other {
            case .none, .truth: return try same(value, other)
            default: return try truth(compare(.equal, value, other))
            }
        case .capturePattern(let name):
            if let name { bind(pattern, name, value, unit, frame) }
            return true
        case .asPattern(let inner, let name):
            guard try matches(inner, value, unit, frame) else { return false }
            bind(pattern, name, value, unit, frame)
            return true
        case .alternatives(let options):
            for option in tree[options] { if try matches(option, value, unit, frame) { return true } }
            return false
        case .sequencePattern(let parts): return try sequence(Array(tree[parts]), value, unit, frame)
        case .mappingPattern(let parts, let rest): return try mapping(pattern, Array(tree[parts]), rest, value, unit, frame)
        case .classPattern(let type, let arguments): return try instance(type, Array(tree[arguments]), value, unit, frame)
        default: throw unsupported("this pattern")
        }
    }

    private func sequence(_ parts: [ID], _ value: Value, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> Bool {
        let items: [Value]
        switch value {
        case .list(let list): items = list.items
        case .tuple(let tuple): items = tuple.items
        case .range: items = try self.items(value)
        default: return false
        }
        let star = parts.firstIndex { if case .starPattern = unit.tree[$0].kind { true } else { false } }
        guard let star else {
            guard items.count == parts.count else { return false }
            for (part, item) in zip(parts, items) { if try !matches(part, item, unit, frame) { return false } }
            return true
        }
        let tail = parts.count - star - 1
        guard items.count >= star + tail else { return false }
        for i in 0..<star { if try !matches(parts[i], items[i], unit, frame) { return false } }
        if case .starPattern(let name?) = unit.tree[parts[star]].kind {
            bind(parts[star], name, try list(Array(items[star..<(items.count - tail)])), unit, frame)
        }
        for i in 0..<tail {
            if try !matches(parts[star + 1 + i], items[items.count - tail + i], unit, frame) { return false }
        }
        return true
    }

    private func mapping(
        _ pattern: ID, _ parts: [ID], _ rest: PythonTree.NameID?, _ value: Value, _ unit: CodeUnit, _ frame: Frame?
    ) throws(Stop) -> Bool {
        guard case .dictionary(let dictionary) = value else { return false }
        var used: Set<HashKey> = []
        var at = 0
        while at + 1 < parts.count {
            let keyNode: ID
            if case .valuePattern(let inner) = unit.tree[parts[at]].kind { keyNode = inner } else { keyNode = parts[at] }
            let key = try hash(evaluate(keyNode, unit, frame))
            guard let item = dictionary[key], try matches(parts[at + 1], item, unit, frame) else { return false }
            used.insert(key)
            at += 2
        }
        if let rest {
            let left = DictionaryObject(arena)
            for entry in dictionary.live {
                let key = try hash(entry.key)
                if !used.contains(key) { left.set(key, entry.key, entry.value) }
            }
            bind(pattern, rest, .dictionary(left), unit, frame)
        }
        return true
    }

    private func instance(
        _ type: ID, _ arguments: [ID], _ value: Value, _ unit: CodeUnit, _ frame: Frame?
    ) throws(Stop) -> Bool {
        let kind = try evaluate(type, unit, frame)
        guard try isInstance(value, of: kind) else { return false }
        var names: [Value]?
        for (place, argument) in arguments.enumerated() {
            if case .keyword(let name, let inner) = unit.tree[argument].kind {
                let item: Value
                do { item = try attribute(value, unit.tree.name(name)) } catch {
                    if case .raised(let exception) = error, exception.kind.name == "AttributeError" { return false }
                    throw error
                }
                if try !matches(inner, item, unit, frame) { return false }
                continue
            }
            // A type of Python matches itself in its only place.
            if case .type(let type) = kind, type.isNative, place == 0, arguments.count == 1 {
                return try matches(argument, value, unit, frame)
            }
            if names == nil { names = try items(attribute(kind, "__match_args__")) }
            guard let names, place < names.count, case .string(let name) = names[place] else {
                throw error("TypeError", "\(typeName(value))() accepts \(names?.count ?? 0) positional sub-patterns (\(arguments.count) given)")
            }
            if try !matches(argument, attribute(value, name), unit, frame) { return false }
        }
        return true
    }
}
