import Source
import Tensors

extension Interpreter {
    func compare(_ operation: PythonTree.ComparisonOperator, _ a: Value, _ b: Value) throws(Stop) -> Value {
        if case .int(let x) = a, case .int(let y) = b {
            switch operation {
            case .equal: return .truth(x == y)
            case .notEqual: return .truth(x != y)
            case .less: return .truth(x < y)
            case .lessEqual: return .truth(x <= y)
            case .greater: return .truth(x > y)
            case .greaterEqual: return .truth(x >= y)
            default: break
            }
        }
        switch operation {
        case .isSame: return .truth(try same(a, b))
        case .isNot: return .truth(try !same(a, b))
        case .isIn: return .truth(try contains(b, a))
        case .notIn: return .truth(try !contains(b, a))
        default: break
        }
        if case .array = a { return try arrayCompare(operation, a, b) }
        if case .array = b { return try arrayCompare(operation, a, b) }
        switch operation {
        case .equal, .notEqual:
            if let method = special(a, operation == .equal ? "__eq__" : "__ne__") {
                let result = try call(method, Arguments([b]))
                if case .notImplemented = result {} else { return result }
            } else if operation == .notEqual, let method = special(a, "__eq__") {
                let result = try call(method, Arguments([b]))
                if case .notImplemented = result {} else { return .truth(try !truth(result)) }
            } else if let method = special(b, "__eq__") {
                let result = try call(method, Arguments([a]))
                if case .notImplemented = result {} else { return .truth(try truth(result) == (operation == .equal)) }
            }
            let isEqual = try equal(a, b)
            return .truth(operation == .equal ? isEqual : !isEqual)
        default: return .truth(try ordered(operation, a, b))
        }
    }

    func same(_ a: Value, _ b: Value) throws(Stop) -> Bool {
        switch (a, b) {
        case (.none, .none), (.ellipsis, .ellipsis): true
        case (.truth(let x), .truth(let y)): x == y
        case (.int(let x), .int(let y)): x == y
        case (.string(let x), .string(let y)): x == y
        case (.list(let x), .list(let y)): x === y
        case (.tuple(let x), .tuple(let y)): x === y || x.items.isEmpty && y.items.isEmpty
        case (.dictionary(let x), .dictionary(let y)): x === y
        case (.set(let x), .set(let y)): x === y
        case (.array(let x), .array(let y)): x === y
        case (.function(let x), .function(let y)): x === y
        case (.native(let x), .native(let y)): x.name == y.name
        case (.type(let x), .type(let y)): x === y
        case (.instance(let x), .instance(let y)): x === y
        case (.module(let x), .module(let y)): x.name == y.name
        case (.dtype(let x, _), .dtype(let y, _)): x == y
        case (.float, .float): throw unsupported("is between floats")
        default: false
        }
    }

    func equal(_ a: Value, _ b: Value) throws(Stop) -> Bool {
        try spend()
        switch (a, b) {
        case (.none, .none), (.ellipsis, .ellipsis): return true
        case (.string(let x), .string(let y)): return x.unicodeScalars.elementsEqual(y.unicodeScalars)
        case (.list(let x), .list(let y)): return x === y ? true : try equal(x.items, y.items)
        case (.tuple(let x), .tuple(let y)): return x === y ? true : try equal(x.items, y.items)
        case (.range(let x), .range(let y)):
            return x.count == y.count && (x.count == 0 || x.start == y.start && (x.count == 1 || x.step == y.step))
        case (.dictionary(let x), .dictionary(let y)):
            if x.count != y.count { return false }
            for entry in x.live {
                guard let other = y[try hash(entry.key)], try equalNested(entry.value, other) else { return false }
            }
            return true
        case (.set(let x), .set(let y)): return x.count == y.count && x.keys.allSatisfy { y.contains($0) }
        case (.view(let x), .view(let y)):
            if x.part == .values || y.part == .values { return x === y }
            return try equal(.set(asSet(a)), .set(asSet(b)))
        case (.view(let x), .set) where x.part != .values: return try equal(.set(asSet(a)), b)
        case (.set, .view(let y)) where y.part != .values: return try equal(a, .set(asSet(b)))
        case (.long(let x), .long(let y)): return x == y
        case (.array, _), (_, .array): return try truth(arrayCompare(.equal, a, b))
        case (.dtype(let x, _), .dtype(let y, _)): return x == y
        case (.dtype(let x, .numpy), .string(let name)): return x.name == name
        case (.dtype(let x, .numpy), .type(let type)): return DType(python: type.name) == x
        case (.instance, _), (_, .instance):
            for (value, other) in [(a, b), (b, a)] {
                guard let method = special(value, "__eq__") else { continue }
                let result = try call(method, Arguments([other]))
                if case .notImplemented = result { continue }
                return try truth(result)
            }
            return try same(a, b)
        case (.missing(let missing), _), (_, .missing(let missing)): throw .missing(missing.reason)
        default:
            if let x = number(a), let y = number(b) {
                if case .long(let big) = a, case .int(let small) = b { return big.int == small }
                return x == y
            }
            return try same(a, b)
        }
    }

    private func asSet(_ value: Value) throws(Stop) -> SetObject {
        let result = SetObject(arena)
        for item in try items(value) { result.insert(try hash(item), item) }
        return result
    }

    private func equalNested(_ a: Value, _ b: Value) throws(Stop) -> Bool {
        try descend()
        defer { ascend() }
        return try equal(a, b)
    }

    private func equal(_ a: [Value], _ b: [Value]) throws(Stop) -> Bool {
        if a.count != b.count { return false }
        for (x, y) in zip(a, b) { if try !equalNested(x, y) { return false } }
        return true
    }

    private func ordered(_ operation: PythonTree.ComparisonOperator, _ a: Value, _ b: Value) throws(Stop) -> Bool {
        try spend()
        func holds(_ less: Bool, _ equal: Bool) -> Bool {
            switch operation {
            case .less: less
            case .lessEqual: less || equal
            case .greater: !less && !equal
            default: !less
            }
        }
        switch (a, b) {
        case (.string(let x), .string(let y)):
            let less = x.unicodeScalars.lexicographicallyPrecedes(y.unicodeScalars)
            return holds(less, x.unicodeScalars.elementsEqual(y.unicodeScalars))
        case (.list(let x), .list(let y)): return try ordered(operation, x.items, y.items)
        case (.tuple(let x), .tuple(let y)): return try ordered(operation, x.items, y.items)
        case (.set(let x), .set(let y)):
            let within = x.keys.allSatisfy { y.contains($0) }
            let around = y.keys.allSatisfy { x.contains($0) }
            switch operation {
            case .less: return within && x.count < y.count
            case .lessEqual: return within
            case .greater: return around && y.count < x.count
            default: return around
            }
        case (.instance(let left), _):
            let names: [PythonTree.ComparisonOperator: String] = [
                .less: "__lt__", .lessEqual: "__le__", .greater: "__gt__", .greaterEqual: "__ge__",
            ]
            if left.kind === classes.inert { throw drawn(left) }
            if let name = names[operation], let method = left.kind.find(name) {
                let result = try call(bind(method, to: a), Arguments([b]))
                if case .notImplemented = result {} else { return try truth(result) }
            }
            // The reflected comparison of the other operand.
            let reflected: [PythonTree.ComparisonOperator: String] = [
                .less: "__gt__", .lessEqual: "__ge__", .greater: "__lt__", .greaterEqual: "__le__",
            ]
            if let name = reflected[operation], let method = special(b, name) {
                let result = try call(method, Arguments([a]))
                if case .notImplemented = result {} else { return try truth(result) }
            }
        case (.long(let x), _):
            if let y = wide(b) { return holds(x < y, x == y) }
        case (_, .long(let y)):
            if let x = wide(a) { return holds(x < y, x == y) }
        default: break
        }
        switch (a, b) {
        case (.truth, _), (.int, _), (.float, _), (.long, _):
            if let x = number(a), let y = number(b) {
                switch operation {
                case .less: return x < y
                case .lessEqual: return x <= y
                case .greater: return x > y
                default: return x >= y
                }
            }
        default: break
        }
        throw error(
            "TypeError",
            "'\(operation.sign)' not supported between instances of '\(typeName(a))' and '\(typeName(b))'")
    }

    private func wide(_ value: Value) -> BigInteger? {
        switch value {
        case .truth(let value): BigInteger(value ? 1 : 0)
        case .int(let value): BigInteger(value)
        case .long(let value): value
        default: nil
        }
    }

    private func ordered(_ operation: PythonTree.ComparisonOperator, _ a: [Value], _ b: [Value]) throws(Stop) -> Bool {
        try descend()
        defer { ascend() }
        for (x, y) in zip(a, b) where try !equal(x, y) { return try ordered(operation, x, y) }
        switch operation {
        case .less: return a.count < b.count
        case .lessEqual: return a.count <= b.count
        case .greater: return a.count > b.count
        default: return a.count >= b.count
        }
    }

    func contains(_ container: Value, _ item: Value) throws(Stop) -> Bool {
        if self.container(container)?.subclass != nil, let method = special(container, "__contains__") {
            return try truth(call(method, Arguments([item])))
        }
        switch container {
        case .string(let text):
            guard case .string(let part) = item else {
                throw error(
                    "TypeError", "'in <string>' requires string as left operand, not \(typeName(item))")
            }
            return TextSearch.find(part, in: text) != nil
        case .dictionary(let dictionary): return dictionary[try hash(item)] != nil
        case .set(let set): return set.contains(try hash(item))
        case .range(let range):
            guard case .int(let value) = item else { break }
            if range.count == 0 { return false }
            let distance = value.subtractingReportingOverflow(range.start)
            if distance.overflow || distance.partialValue % range.step != 0 { return false }
            let index = distance.partialValue / range.step
            return index >= 0 && index < range.count
        case .instance(let instance):
            if let method = instance.kind.find("__contains__") {
                return try truth(call(bind(method, to: container), Arguments([item])))
            }
        case .array(let array):
            return try truth(arrayAny(arrayCompare(.equal, .array(array), item)))
        default: break
        }
        var found = false
        try iterate(container) { (other) throws(Stop) in
            found = try self.equal(other, item)
            return !found
        }
        return found
    }

    // MARK: Hashing

    func hash(_ value: Value) throws(Stop) -> HashKey {
        switch value {
        case .none: return .none
        case .ellipsis: return .ellipsis
        case .truth(let value): return .int(value ? 1 : 0)
        case .int(let value): return .int(value)
        case .long(let value): return .long(value)
        case .float(let value):
            if let whole = Int(exactly: value) { return .int(whole) }
            countedFractions = true
            return .float(value)
        case .string(let text): return .string(text)
        case .tuple(let tuple):
            try descend()
            defer { ascend() }
            var keys: [HashKey] = []
            for item in tuple.items { keys.append(try hash(item)) }
            return .tuple(keys)
        case .set(let set) where set.isFrozen: return .set(Set(set.keys))
        case .array(let array) where array.isScalar && array.library == .numpy:
            let number = try itemValue(array)
            return try hash(number)
        case .array(let array) where array.library == .torch: return .object(ObjectIdentifier(array))
        case .range(let range): return .range(range.start, range.stop, range.step)
        case .function(let object): return .object(ObjectIdentifier(object))
        case .native(let native): return .string("\u{0}native \(native.name)")
        case .type(let object): return .object(ObjectIdentifier(object))
        case .module(let module): return .string("\u{0}module \(module.name)")
        case .dtype(let dtype, _): return .dtype(dtype)
        case .instance(let object):
            if let method = object.kind.find("__hash__") {
                // What hashes alike may be alike: such keys are told apart by their hash.
                return .tuple([.object(ObjectIdentifier(object.kind)), try hash(call(bind(method, to: value), Arguments()))])
            }
            if object.kind.find("__eq__") != nil { throw error("TypeError", "unhashable type: '\(object.kind.name)'") }
            return .object(ObjectIdentifier(object))
        case .iterator(let object): return .object(ObjectIdentifier(object))
        case .bound(let method): return .tuple([try hash(method.receiver), try hash(method.function)])
        case .missing(let missing): throw .missing(missing.reason)
        default: throw error("TypeError", "unhashable type: '\(typeName(value))'")
        }
    }

    // MARK: Iterating

    /// Hands the items of `value` to `body` until it returns false.
    func iterate(_ value: Value, _ body: (Value) throws(Stop) -> Bool) throws(Stop) {
        if container(value)?.subclass != nil, let method = special(value, "__iter__") {
            return try iterate(call(method, Arguments()), body)
        }
        switch value {
        case .instance(let instance) where instance.kind === classes.inert && instance.attributes["rows"] == nil: throw drawn(instance)
        case .type(let type) where type.find("__class_iter__") != nil:
            return try iterate(call(type.find("__class_iter__") ?? .none, Arguments([value])), body)
        case .list(let list):
            var index = 0
            while index < list.items.count {
                try spend()
                if try !body(fresh(list.items[index])) { return }
                index += 1
            }
        case .tuple(let tuple):
            for item in tuple.items {
                try spend()
                if try !body(fresh(item)) { return }
            }
        case .range(let range):
            for index in 0..<range.count {
                try spend()
                if try !body(.int(range[index])) { return }
            }
        case .string(let text):
            for scalar in text.unicodeScalars {
                try spend()
                if try !body(.string(String(Character(scalar)))) { return }
            }
        case .dictionary(let dictionary):
            let count = dictionary.count
            for entry in dictionary.live {
                if dictionary.count != count {
                    throw error("RuntimeError", "dictionary changed size during iteration")
                }
                if try !body(entry.key) { return }
            }
        case .view(let view):
            let count = view.dictionary.count
            for item in viewItems(view) {
                if view.dictionary.count != count {
                    throw error("RuntimeError", "dictionary changed size during iteration")
                }
                try spend()
                if try !body(fresh(item)) { return }
            }
        case .set(let set):
            // CPython's order is another one: what is printed in this order cannot be held against anyone.
            if set.count > 1 { randomEscaped = true }
            for item in set.items { if try !body(item) { return } }
        case .array(let array):
            if array.tensor.isScalar {
                throw error("TypeError", array.library == .torch ? "iteration over a 0-d tensor" : array.isScalar ? "'\(array.typeName)' object is not iterable" : "iteration over a 0-d array")
            }
            for index in 0..<(array.tensor.shape.first ?? 0) {
                if try !body(item(value, .int(index))) { return }
            }
        case .iterator(let iterator):
            while let item = try iterator.next() {
                try spend()
                if try !body(item) { return }
            }
        case .instance:
            let source = try makeIterator(value)
            while let item = try source.next() {
                try spend()
                if try !body(item) { return }
            }
        case .missing(let missing): throw .missing(missing.reason)
        default: throw error("TypeError", "'\(typeName(value))' object is not iterable")
        }
    }

    func items(_ value: Value) throws(Stop) -> [Value] {
        var result: [Value] = []
        try iterate(value) { (item) throws(Stop) in
            result.append(item)
            if result.count > 1 << 22 { throw .limit(.memory(self.budget.limits.elementsAlive)) }
            return true
        }
        return result
    }

    /// An iterator over `value` that takes one item at a time.
    func makeIterator(_ value: Value) throws(Stop) -> IteratorObject {
        if container(value)?.subclass != nil, let method = special(value, "__iter__") {
            return try makeIterator(call(method, Arguments()))
        }
        switch value {
        case .instance(let instance) where instance.kind === classes.inert: return inertIterator(instance)
        case .iterator(let iterator): return iterator
        case .range(let range):
            var index = 0
            return IteratorObject("range_iterator", arena) { () throws(Stop) in
                guard index < range.count else { return nil }
                index += 1
                return .int(range[index - 1])
            }
        case .list(let list):
            var index = 0
            return IteratorObject("list_iterator", arena) { () throws(Stop) in
                guard index < list.items.count else { return nil }
                index += 1
                return list.items[index - 1]
            }
        case .array(let array) where !array.tensor.isScalar:
            var index = 0
            return IteratorObject("iterator", arena) { [unowned self] () throws(Stop) in
                guard index < (array.tensor.shape.first ?? 0) else { return nil }
                index += 1
                return try item(value, .int(index - 1))
            }
        case .instance(let instance): return try instanceIterator(instance)
        default:
            let all = try items(value)
            guard case .iterator(let iterator) = iterator(all, "iterator") else { throw unsupported("iter") }
            return iterator
        }
    }

    private func instanceIterator(_ instance: InstanceObject) throws(Stop) -> IteratorObject {
        guard let method = instance.kind.find("__iter__") else {
            guard instance.kind.find("__getitem__") != nil else {
                throw error("TypeError", "'\(instance.kind.name)' object is not iterable")
            }
            // The old protocol: items by number up to an IndexError.
            var index = 0
            return IteratorObject("iterator", arena) { [unowned self] () throws(Stop) in
                do throws(Stop) {
                    index += 1
                    return try item(.instance(instance), .int(index - 1))
                } catch {
                    if case .raised(let exception) = error, exception.kind.derives(from: "IndexError") { return nil }
                    throw error
                }
            }
        }
        let source = try call(bind(method, to: .instance(instance)), Arguments())
        if case .iterator(let iterator) = source { return iterator }
        guard case .instance(let other) = source, let next = other.kind.find("__next__") else {
            throw error("TypeError", "iter() returned non-iterator of type '\(typeName(source))'")
        }
        let step = bind(next, to: source)
        return IteratorObject("iterator", arena) { [unowned self] () throws(Stop) in
            do throws(Stop) { return try call(step, Arguments()) } catch {
                if case .raised(let exception) = error, exception.kind.derives(from: "StopIteration") { return nil }
                throw error
            }
        }
    }
}
