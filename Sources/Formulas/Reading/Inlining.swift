import LaTeX
import Source
import Tensors

/// Definitions put in place of names.
extension ExpressionParser {
    /// The definition's body with `arguments` for its parameters.
    mutating func inline(_ definition: Definition, _ arguments: [ID], _ range: ByteRange) throws(Unread) -> ID {
        guard definition.parameters.count == arguments.count else {
            throw Unread(
                .undefinedFunction, "\(definition.name) is defined with \(definition.parameters.count) parameters, not \(arguments.count)", at: range)
        }
        guard !expanding.contains(definition.name), expanding.count < 16 else {
            throw Unread(.limit, "\(definition.name) is defined by itself", at: range)
        }
        var substitution: [SymbolKey: ID] = [:]
        for (parameter, argument) in zip(definition.parameters, arguments) { substitution[parameter.name] = argument }
        return try copy(definition.body.tree, definition.body.root, symbols: substitution, slots: [:], at: range)
    }

    /// Copies nodes of a tree into the draft; all have the range of the place that they stand for.
    mutating func copy(
        _ tree: ExpressionTree, _ root: ID, symbols: [SymbolKey: ID], slots: [Int32: ID], at range: ByteRange
    ) throws(Unread) -> ID {
        try copy(
            nodes: tree.nodes, lists: tree.lists, entries: tree.symbols, slotEntries: tree.slotEntries, locals: tree.locals,
            localPoints: tree.localPoints, functions: tree.functions, root, symbols: symbols, slots: slots, locals: [:], at: range)
    }

    /// A copy of a part of the draft in which a symbol is a local.
    mutating func substitute(_ root: ID, symbol key: SymbolKey, by id: ID) throws(Unread) -> ID {
        let own = draft
        return try copy(
            nodes: own.nodes, lists: own.lists, entries: own.symbols, slotEntries: own.slots, locals: own.locals,
            localPoints: own.localPoints, functions: own.functions, root, symbols: [key: id], slots: [:], locals: [:], at: nil,
            keepsFreeSlots: true)
    }

    private mutating func copy(
        nodes: [ExpressionTree.Node], lists: [ID], entries: [SymbolEntry], slotEntries: [SlotEntry], locals oldLocals: [LocalEntry],
        localPoints: [ID], functions: [any KnownFunction], _ root: ID, symbols: [SymbolKey: ID], slots: [Int32: ID],
        locals: [Int32: Int32], at place: ByteRange?, keepsFreeSlots: Bool = false
    ) throws(Unread) -> ID {
        let order = ExpressionTree.reachable(from: root, nodes: nodes, lists: lists, slots: slotEntries, localPoints: localPoints)
        guard draft.nodes.count + order.count < Draft.nodeLimit else {
            throw Unread(.limit, "too large", at: place ?? .empty(at: 0))
        }
        var map = [Int32: ID](minimumCapacity: order.count)
        var slotMap: [Int32: Int32] = [:]
        var localMap = locals
        var newLocals: [(old: Int32, new: Int32)] = []
        func mapped(_ id: ID) -> ID { id < 0 ? id : map[id] ?? id }
        func list(_ old: ExpressionTree.List, _ draft: inout Draft) -> ExpressionTree.List {
            draft.list(lists[Int(old.start)..<Int(old.start) + Int(old.count)].map(mapped))
        }
        func slot(_ old: Int32, _ parser: inout ExpressionParser) throws(Unread) -> Int32 {
            if let known = slotMap[old] { return known }
            let entry = slotEntries[Int(old)]
            if keepsFreeSlots {
                // Bound indices may be shared by copies: each copy is evaluated on its own.
                slotMap[old] = old
                return old
            }
            let bounds: SlotEntry.Range =
                switch entry.bounds {
                case .inferred: .inferred
                case .bounds(let first, let last): .bounds(first: mapped(first), last: mapped(last))
                case .set(let members): .set(list(members, &parser.draft))
                }
            let new: Int32
            if entry.isFree {
                new = try parser.freeSlot(entry.key, place ?? entry.range)
            } else {
                new = try parser.newSlot(entry.key, place ?? entry.range, bounds, isFree: false)
            }
            slotMap[old] = new
            return new
        }
        func local(_ old: Int32, _ draft: inout Draft) -> Int32 {
            if let known = localMap[old] { return known }
            draft.locals.append(oldLocals[Int(old)])
            draft.localPoints.append(mapped(localPoints[Int(old)]))
            let new = Int32(truncatingIfNeeded: draft.locals.count - 1)
            localMap[old] = new
            newLocals.append((old, new))
            return new
        }
        for old in order {
            let node = nodes[Int(old)]
            let range = place ?? node.range
            var kind = node.kind
            switch node.kind {
            case .number, .identity, .truth: break
            case .symbol(let s):
                let entry = entries[Int(s)]
                if let id = symbols[entry.key] {
                    map[old] = id
                    continue
                }
                if entry.isConstant != nil, entry.declared?.rank ?? 0 > 0 {
                    draft.symbols.append(entry)
                    map[old] = draft.add(.symbol(Int32(truncatingIfNeeded: draft.symbols.count - 1)), range)
                    continue
                }
                if let constant = entry.isConstant {
                    let token = Token(.letter(0), range: range)
                    map[old] = self.constant(entry.key, constant, token)
                    continue
                }
                var token = Token(.letter(0), range: range, font: entry.isBold ? .bold : nil)
                token.core = range
                map[old] = symbol(entry.key, token, range: range, indexCount: entry.indexCount)
                continue
            case .slot(let s):
                if let id = slots[s] {
                    map[old] = id
                    continue
                }
                kind = .slot(try slot(s, &self))
            case .count(let s): kind = .count(try slot(s, &self))
            case .local(let l): kind = .local(local(l, &draft))
            case .unary(let operation, let a): kind = .unary(operation, mapped(a))
            case .binary(let operation, let a, let b): kind = .binary(operation, mapped(a), mapped(b))
            case .product(let a, let b, let style): kind = .product(mapped(a), mapped(b), style)
            case .power(let a, let b): kind = .power(mapped(a), mapped(b))
            case .call(let f, let arguments):
                draft.functions.append(functions[Int(f)])
                kind = .call(Int32(truncatingIfNeeded: draft.functions.count - 1), list(arguments, &draft))
            case .access(let base, let indices):
                // `p_i` where another name takes the place of p.
                if case .symbol(let s) = draft[mapped(base)].kind { draft.symbols[Int(s)].indexCount = max(draft.symbols[Int(s)].indexCount, Int(indices.count)) }
                kind = .access(mapped(base), list(indices, &draft))
            case .reduce(let reduction, let s, let body, let condition):
                kind = .reduce(reduction, slot: try slot(s, &self), body: mapped(body), condition: mapped(condition))
            case .reduceAll(let reduction, let a): kind = .reduceAll(reduction, mapped(a))
            case .choose(let parts): kind = .choose(list(parts, &draft))
            case .norm(let a, let order, let exponent): kind = .norm(mapped(a), order: order, exponent: mapped(exponent))
            case .matrix(let rows, let columns, let cells): kind = .matrix(rows: rows, columns: columns, list(cells, &draft))
            case .vector(let parts): kind = .vector(list(parts, &draft))
            case .limit(let body, let l, let at, let side):
                kind = .limit(body: mapped(body), local: local(l, &draft), at: mapped(at), side: side)
            case .optimum(let body, let variables, let isMinimum, let isPlace):
                kind = .optimum(body: mapped(body), variables: list(variables, &draft), isMinimum: isMinimum, isPlace: isPlace)
            case .integral(let body, let l, let from, let to):
                kind = .integral(body: mapped(body), local: local(l, &draft), from: mapped(from), to: mapped(to))
            case .derivative(let body, let l, let at, let isElementwise):
                kind = .derivative(body: mapped(body), local: local(l, &draft), at: mapped(at), isElementwise: isElementwise)
            }
            map[old] = draft.add(kind, range)
        }
        // Bounds and points may stand behind what first named their slot or local.
        if !keepsFreeSlots {
            for (old, new) in slotMap where !slotEntries[Int(old)].isFree {
                guard case .bounds(let first, let last) = slotEntries[Int(old)].bounds else { continue }
                draft.slots[Int(new)].bounds =
                    if let low = map[first], let high = map[last] { .bounds(first: low, last: high) } else { .inferred }
            }
        }
        for (old, new) in newLocals { draft.localPoints[Int(new)] = map[localPoints[Int(old)]] ?? -1 }
        return mapped(root)
    }

    /// `root` with defined symbols replaced by their definitions until `key` occurs, or `nil` where it never does.
    mutating func expanded(_ root: ID, until key: SymbolKey, at range: ByteRange) throws(Unread) -> ID? {
        var root = root
        var used: Set<SymbolKey> = []
        for _ in 0..<8 {
            var next: (key: SymbolKey, definition: Definition)?
            for id in draft.reachable(from: root) {
                guard case .symbol(let s) = draft[id].kind else { continue }
                let name = draft.symbols[Int(s)].key
                if name == key || used.contains(name) { continue }
                guard let definition = scope[name]?.definition, !definition.isFunction else { continue }
                let depends = dependsOn(definition, key, depth: 0)
                if depends, next == nil || name < (next?.key ?? name) { next = (name, definition) }
            }
            guard let found = next else { break }
            used.insert(found.key)
            if found.definition.indices.isEmpty {
                let body = try copy(found.definition.body.tree, found.definition.body.root, symbols: [:], slots: [:], at: range)
                root = try substitute(root, symbol: found.key, by: body)
            } else {
                guard let replaced = try expandElements(root, found.key, found.definition, range) else { return nil }
                root = replaced
            }
        }
        let occurs = draft.reachable(from: root).contains { id in
            if case .symbol(let s) = draft[id].kind { draft.symbols[Int(s)].key == key } else { false }
        }
        return occurs ? root : nil
    }

    func dependsOn(_ definition: Definition, _ key: SymbolKey, depth: Int) -> Bool {
        guard depth < 8 else { return false }
        for name in definition.body.symbols {
            if name == key { return true }
            if name != definition.name, let inner = scope[name]?.definition, !inner.isFunction, dependsOn(inner, key, depth: depth + 1) {
                return true
            }
        }
        return false
    }

    /// `\hat{y}_j` where `\hat{y}_j = …` was defined for every j.
    private mutating func expandElements(_ root: ID, _ key: SymbolKey, _ definition: Definition, _ range: ByteRange) throws(Unread) -> ID? {
        var root = root
        for id in draft.reachable(from: root).reversed() {
            guard case .access(let base, let list) = draft[id].kind, case .symbol(let s) = draft[base].kind,
                draft.symbols[Int(s)].key == key
            else { continue }
            let places = Array(draft.children(list))
            guard places.count == definition.indices.count else { return nil }
            var slots: [Int32: ID] = [:]
            for (slot, place) in zip(definition.indices, places) { slots[Int32(truncatingIfNeeded: slot)] = place }
            let element = try copy(definition.body.tree, definition.body.root, symbols: [:], slots: slots, at: range)
            root = try replace(root, id, by: element)
        }
        return root
    }

    /// A copy of `root` in which `old` is `new`.
    private mutating func replace(_ root: ID, _ old: ID, by new: ID) throws(Unread) -> ID {
        if root == old { return new }
        // A fresh symbol in its place, then the symbol replaced.
        let key = SymbolKey(canonical: "\u{1}\(old)")
        draft.symbols.append(SymbolEntry(key: key, range: draft[old].range, isBold: false, isUpper: false, declared: nil, learned: Learned("")))
        let kind = draft.nodes[Int(old)].kind
        draft.nodes[Int(old)].kind = .symbol(Int32(truncatingIfNeeded: draft.symbols.count - 1))
        let result = try substitute(root, symbol: key, by: new)
        draft.nodes[Int(old)].kind = kind
        return result
    }
}
