import Source
import Tensors

extension Interpreter {
    typealias ID = PythonTree.ID

    /// The value of an expression.
    func evaluate(_ id: ID, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> Value {
        try spend()
        switch unit.tree[id].kind {
        case .name: return try load(id, unit, frame)
        case .integer(let value): return .int(value)
        case .float(let value): return .float(value)
        case .string(let index): return .string(unit.tree.strings[Int(index)])
        case .truth(let value): return .truth(value)
        case .noneLiteral: return .none
        case .ellipsis: return .ellipsis
        case .longInteger: return try longLiteral(unit.text(unit.tree[id].range))
        default: break
        }
        try descend()
        defer { ascend() }
        return try compound(id, unit, frame)
    }

    private func compound(_ id: ID, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> Value {
        switch unit.tree[id].kind {
        case .binary(let operation, let a, let b):
            let left = try evaluate(a, unit, frame)
            let right = try evaluate(b, unit, frame)
            do { return try binary(operation, left, right) } catch { throw located(error, unit, id) }
        case .unary(let operation, let a):
            let value = try evaluate(a, unit, frame)
            do { return try unary(operation, value) } catch { throw located(error, unit, id) }
        case .call(let function, let arguments): return try call(id, function, arguments, unit, frame)
        case .attribute(let base, let name):
            let value = try evaluate(base, unit, frame)
            do { return try fresh(attribute(value, unit.tree.name(name))) } catch { throw located(error, unit, id) }
        case .subscripted(let base, let index):
            let value = try evaluate(base, unit, frame)
            let key = try evaluate(index, unit, frame)
            do { return try item(value, key) } catch { throw located(error, unit, id) }
        case .comparison(let first, let rest): return try comparison(id, first, rest, unit, frame)
        case .boolean(let isAnd, let items):
            var last = Value.truth(isAnd)
            for item in unit.tree[items] {
                last = try evaluate(item, unit, frame)
                do {
                    if try truth(last) != isAnd { return last }
                } catch { throw located(error, unit, item) }
            }
            return last
        case .conditional(let test, let body, let otherwise):
            let isTrue: Bool
            let value = try evaluate(test, unit, frame)
            do { isTrue = try truth(value) } catch { throw located(error, unit, test) }
            return try evaluate(isTrue ? body : otherwise, unit, frame)
        case .tuple(let items): return tuple(try values(items, unit, frame))
        case .list(let items): return try list(values(items, unit, frame))
        case .set(let items):
            let set = SetObject(arena)
            for value in try values(items, unit, frame) {
                do { set.insert(try hash(value), value) } catch { throw located(error, unit, id) }
            }
            return .set(set)
        case .dictionary(let items): return try dictionary(id, items, unit, frame)
        case .comprehension(let kind, let element, let value, let clauses):
            return try comprehension(id, kind, element, value, clauses, unit, frame)
        case .lambda(let index): return try makeFunction(Int(index), unit, frame)
        case .joined(let parts): return .string(try joined(parts, unit, frame))
        case .formatted: return .string(try formattedField(id, unit, frame))
        case .slice(let a, let b, let c):
            return .slice(
                SliceObject(
                    try optional(a, unit, frame), try optional(b, unit, frame), try optional(c, unit, frame)))
        case .named(let target, let value):
            let result = try evaluate(value, unit, frame)
            try assign(target, result, unit, frame)
            return result
        case .starred: throw error("SyntaxError", "can't use starred expression here")
        case .yield, .yieldFrom: throw unsupported("yield inside of an expression")
        case .bytes: throw unsupported("bytes")
        case .imaginary(let part): return try complex(0, part)
        case .await: throw unsupported("await")
        default: throw unsupported("this syntax")
        }
    }

    private func optional(_ id: ID?, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> Value {
        guard let id else { return .none }
        return try evaluate(id, unit, frame)
    }

    private func longLiteral(_ text: String) throws(Stop) -> Value {
        let digits = text.filter { $0 != "_" }
        if digits.utf8.count > budget.limits.digits { throw .limit(.digits(budget.limits.digits)) }
        if let value = BigInteger(decimal: digits) { return .long(value) }
        // Other bases: digit by digit.
        let radix = digits.hasPrefix("0x") || digits.hasPrefix("0X") ? 16 : digits.lowercased().hasPrefix("0o") ? 8 : 2
        var result = BigInteger(0)
        for character in digits.dropFirst(2) {
            result = result * BigInteger(radix) + BigInteger(character.hexDigitValue ?? 0)
        }
        return .long(result)
    }

    /// Displays and arguments: `*x` spreads.
    func values(_ items: PythonTree.List, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> [Value] {
        var result: [Value] = []
        result.reserveCapacity(items.count)
        for item in unit.tree[items] {
            if case .starred(let inner) = unit.tree[item].kind {
                let value = try evaluate(inner, unit, frame)
                do {
                    try iterate(value) { (item) throws(Stop) in
                        result.append(item)
                        return true
                    }
                } catch { throw located(error, unit, inner) }
            } else {
                result.append(try evaluate(item, unit, frame))
            }
        }
        return result
    }

    // MARK: Names

    private func load(_ id: ID, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> Value {
        guard case .name(let name) = unit.tree[id].kind else { return .none }
        switch unit.places[Int(id)] {
        case .slot(let depth, let slot):
            var at = frame
            for _ in 0..<depth { at = at?.parent }
            if let at, Int(slot) < at.slots.count, let value = at.slots[Int(slot)] { return try fresh(value) }
            let word = unit.tree.name(name)
            let stop =
                depth == 0
                ? error("UnboundLocalError", "cannot access local variable '\(word)' where it is not associated with a value")
                : error(
                    "NameError",
                    "cannot access free variable '\(word)' where it is not associated with a value in enclosing scope")
            throw located(stop, unit, id)
        case .classSlot(let slot):
            if let frame, Int(slot) < frame.slots.count, let value = frame.slots[Int(slot)] { return try fresh(value) }
        case .global: break
        }
        if let value = globals[unit.globals[Int(name)]] { return try fresh(value) }
        return try customaryName(unit.tree.name(name))
    }

    /// Values that are not known any more stop whoever reads them.
    func fresh(_ value: Value) throws(Stop) -> Value {
        let object: HeapObject
        switch value {
        case .missing(let missing): throw .missing(missing.reason)
        case .list(let list): object = list
        case .dictionary(let dictionary): object = dictionary
        case .set(let set): object = set
        case .array(let array): object = array
        case .instance(let instance): object = instance
        default: return value
        }
        if let stale = object.stale { throw .missing(stale.reason) }
        return value
    }

    // MARK: Comparisons

    private func comparison(
        _ id: ID, _ first: ID, _ rest: PythonTree.List, _ unit: CodeUnit, _ frame: Frame?
    ) throws(Stop) -> Value {
        var left = try evaluate(first, unit, frame)
        var result = Value.truth(true)
        var at = rest.lowerBound
        while at + 1 < rest.upperBound {
            let operation = PythonTree.ComparisonOperator(rawValue: unit.tree.lists[Int(at)]) ?? .equal
            let right = try evaluate(unit.tree.lists[Int(at + 1)], unit, frame)
            do {
                result = try compare(operation, left, right)
                if at + 2 < rest.upperBound, try !truth(result) { return result }
            } catch { throw located(error, unit, id) }
            left = right
            at += 2
        }
        return result
    }

    // MARK: Displays

    private func dictionary(
        _ id: ID, _ items: PythonTree.List, _ unit: CodeUnit, _ frame: Frame?
    ) throws(Stop) -> Value {
        let result = DictionaryObject(arena)
        var at = items.lowerBound
        while at + 1 < items.upperBound {
            let key = unit.tree.lists[Int(at)]
            let value = try evaluate(unit.tree.lists[Int(at + 1)], unit, frame)
            if key == PythonTree.noID {
                guard case .dictionary(let other) = value else {
                    throw located(
                        error("TypeError", "'\(typeName(value))' object is not a mapping"), unit,
                        unit.tree.lists[Int(at + 1)])
                }
                for entry in other.live { result.set(try hash(entry.key), entry.key, entry.value) }
            } else {
                let name = try evaluate(key, unit, frame)
                do { result.set(try hash(name), name, value) } catch { throw located(error, unit, id) }
            }
            at += 2
        }
        return .dictionary(result)
    }

    private func comprehension(
        _ id: ID, _ kind: PythonTree.ComprehensionKind, _ element: ID, _ value: ID?, _ clauses: PythonTree.List,
        _ unit: CodeUnit, _ frame: Frame?
    ) throws(Stop) -> Value {
        let inner = Frame(unit.scopes.comprehensionSlots[id] ?? 0, parent: frame, arena)
        if kind == .generator {
            let parts = Array(unit.tree[clauses])
            guard let outer = parts.first, case .clause(_, let iterable, _, false) = unit.tree[outer].kind else {
                throw unsupported("async for")
            }
            let source = try evaluate(iterable, unit, frame)
            do {
                return generatorExpression(element, parts, first: try makeIterator(source), unit, inner)
            } catch { throw located(error, unit, iterable) }
        }
        var items: [Value] = []
        let dictionary = DictionaryObject(arena)
        let set = SetObject(arena)
        try clause(0, Array(unit.tree[clauses]), unit, outer: frame, inner) { () throws(Stop) in
            let item = try self.evaluate(element, unit, inner)
            switch kind {
            case .list, .generator:
                items.append(item)
                if items.count & 0xFFF == 0 { try self.arena.grow(0) }
            case .set: set.insert(try self.hash(item), item)
            case .dictionary:
                guard let value else { return }
                dictionary.set(try self.hash(item), item, try self.evaluate(value, unit, inner))
            }
        }
        switch kind {
        case .list: return try list(items)
        case .generator: return .none
        case .set: return .set(set)
        case .dictionary: return .dictionary(dictionary)
        }
    }

    private func clause(
        _ index: Int, _ clauses: [ID], _ unit: CodeUnit, outer: Frame?, _ inner: Frame,
        _ body: () throws(Stop) -> Void
    ) throws(Stop) {
        guard index < clauses.count else { return try body() }
        guard case .clause(let target, let iterable, let conditions, let isAsync) = unit.tree[clauses[index]].kind,
            !isAsync
        else { throw unsupported("async for") }
        let source = try evaluate(iterable, unit, index == 0 ? outer : inner)
        do {
            try iterate(source) { (item) throws(Stop) in
                try self.spend()
                try self.assign(target, item, unit, inner)
                for condition in unit.tree[conditions] {
                    if try !self.truth(self.evaluate(condition, unit, inner)) { return true }
                }
                try self.clause(index + 1, clauses, unit, outer: outer, inner, body)
                return true
            }
        } catch { throw located(error, unit, iterable) }
    }

    // MARK: f-strings

    private func joined(_ parts: PythonTree.List, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> String {
        var text = ""
        for part in unit.tree[parts] {
            switch unit.tree[part].kind {
            case .string(let index): text += unit.tree.strings[Int(index)]
            default: text += try formattedField(part, unit, frame)
            }
            try checkLength(text)
        }
        return text
    }

    private func formattedField(_ id: ID, _ unit: CodeUnit, _ frame: Frame?) throws(Stop) -> String {
        guard case .formatted(let inner, let conversion, let format) = unit.tree[id].kind else { return "" }
        var value = try evaluate(inner, unit, frame)
        var specification = ""
        if let format, case .joined(let parts) = unit.tree[format].kind {
            specification = try joined(parts, unit, frame)
        }
        do {
            switch conversion {
            case UInt8(ascii: "r"), UInt8(ascii: "a"): value = .string(try repr(value))
            case UInt8(ascii: "s"): value = .string(try str(value))
            default: break
            }
            return try self.format(value, specification)
        } catch { throw located(error, unit, id) }
    }

    /// Strings count as memory.
    func checkLength(_ text: String) throws(Stop) {
        let count = text.utf8.count
        if count > 16 << 20 { throw .limit(.memory(budget.limits.elementsAlive)) }
        try spend(count / 256)
    }
}
