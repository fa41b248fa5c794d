import Source
import Tensors

extension Interpreter {
    func attribute(_ value: Value, _ name: String) throws(Stop) -> Value {
        switch value {
        case .module(let module): return try moduleAttribute(module, name)
        case .instance(let instance): return try instanceAttribute(instance, name)
        case .type(let type): return try typeAttribute(type, name)
        case .array(let array): return try arrayAttribute(array, name)
        case .missing(let missing): throw .missing(missing.reason)
        case .function(let function):
            if let value = function.attributes[name] { return value }
            if name == "__name__" { return .string(function.name) }
            if name == "__doc__" { throw unsupported("__doc__") }
        case .dtype(let dtype, _):
            switch name {
            case "name": return .string(dtype.name)
            case "itemsize": return .int(dtype.size)
            case "is_floating_point": return .truth(dtype.isFloat)
            default: throw unsupported("dtype.\(name)")
            }
        case .slice(let slice):
            switch name {
            case "start": return slice.start
            case "stop": return slice.stop
            case "step": return slice.step
            default: break
            }
        case .range(let range):
            switch name {
            case "start": return .int(range.start)
            case "stop": return .int(range.stop)
            case "step": return .int(range.step)
            default: break
            }
        default: break
        }
        if let method = Self.method(of: value, name) {
            return .bound(BoundMethod(value, .native(NativeFunction(name, method)), arena))
        }
        let type = typeName(value)
        if let known = PublicNames.of(type), known.contains(name) || name.hasPrefix("__") {
            throw unsupported("\(type).\(name)")
        }
        throw error("AttributeError", "'\(type)' object has no attribute '\(name)'")
    }

    private func instanceAttribute(_ instance: InstanceObject, _ name: String) throws(Stop) -> Value {
        if instance.kind === classes.superClass {
            guard case .type(let owner)? = instance.attributes["__thisclass__"],
                let receiver = instance.attributes["__self__"]
            else { return .none }
            let kind: ClassObject
            switch receiver {
            case .instance(let object): kind = object.kind
            case .type(let type): kind = type
            default: throw unsupported("super()")
            }
            guard let place = kind.lineage.firstIndex(where: { $0 === owner }) else { throw unsupported("super()") }
            for type in kind.lineage[(place + 1)...] {
                if let found = type.attributes[name] { return try descriptor(found, receiver, kind) }
            }
            if name == "__init__" { return .native(NativeFunction("__init__") { (_, _) throws(Stop) in .none }) }
            if kind.lineage.contains(where: { $0.isNative && $0.name != "object" }) { throw unsupported("super().\(name)") }
            throw error("AttributeError", "'super' object has no attribute '\(name)'")
        }
        if let value = instance.attributes[name] { return value }
        if let found = instance.kind.find(name) { return try descriptor(found, .instance(instance), instance.kind) }
        switch name {
        case "__class__": return .type(instance.kind)
        case "__dict__":
            let dictionary = DictionaryObject(arena)
            for key in instance.order {
                if let value = instance.attributes[key] { dictionary.set(.string(key), .string(key), value) }
            }
            return .dictionary(dictionary)
        default: break
        }
        if let method = instance.kind.find("__getattr__") {
            return try call(bind(method, to: .instance(instance)), Arguments([.string(name)]))
        }
        if let native = instance.kind.lineage.first(where: { $0.isNative && $0.name != "object" }) {
            throw unsupported("\(native.name).\(name)")
        }
        if name.hasPrefix("__") { throw unsupported(name) }
        throw error("AttributeError", "'\(instance.kind.name)' object has no attribute '\(name)'")
    }

    /// A value found in a class, seen through an instance.
    private func descriptor(_ found: Value, _ receiver: Value, _ kind: ClassObject) throws(Stop) -> Value {
        guard case .instance(let wrapper) = found else { return bind(found, to: receiver) }
        if wrapper.kind === classes.property {
            guard let getter = wrapper.attributes["fget"] else { throw error("AttributeError", "unreadable attribute") }
            return try call(getter, Arguments([receiver]))
        }
        if wrapper.kind === classes.staticMethod { return wrapper.attributes["__func__"] ?? .none }
        if wrapper.kind === classes.classMethod {
            return bind(wrapper.attributes["__func__"] ?? .none, to: .type(kind))
        }
        return found
    }

    private func typeAttribute(_ type: ClassObject, _ name: String) throws(Stop) -> Value {
        if name == "__name__" || name == "__qualname__" { return .string(type.name) }
        if let found = type.find(name) {
            if case .instance(let wrapper) = found {
                if wrapper.kind === classes.staticMethod { return wrapper.attributes["__func__"] ?? .none }
                if wrapper.kind === classes.classMethod {
                    return bind(wrapper.attributes["__func__"] ?? .none, to: .type(type))
                }
            }
            return found
        }
        if name == "__init__" {
            return .native(NativeFunction("__init__") { (_, _) throws(Stop) in .none })
        }
        if type.lineage.contains(where: { $0.isNative && $0.name != "object" }) || name.hasPrefix("__") {
            throw unsupported("\(type.name).\(name)")
        }
        throw error("AttributeError", "type object '\(type.name)' has no attribute '\(name)'")
    }

    func setAttribute(_ object: Value, _ name: String, _ value: Value) throws(Stop) {
        switch object {
        case .instance(let instance):
            if case .instance(let wrapper)? = instance.kind.find(name), wrapper.kind === classes.property {
                guard let setter = wrapper.attributes["fset"] else {
                    throw error("AttributeError", "property '\(name)' of '\(instance.kind.name)' object has no setter")
                }
                _ = try call(setter, Arguments([object, value]))
                return
            }
            if instance.kind.find("__setattr__") != nil { throw unsupported("__setattr__") }
            instance.set(name, value)
        case .type(let type) where !type.isNative: type.attributes[name] = value
        case .function(let function): function.attributes[name] = value
        case .array(let array): try setArrayAttribute(array, name, value)
        case .missing(let missing): throw .missing(missing.reason)
        case .module(let module): throw unsupported("setting \(module.name).\(name)")
        default: throw error("AttributeError", "'\(typeName(object))' object has no attribute '\(name)'")
        }
    }

    // MARK: Items

    func index(_ value: Value, _ what: String) throws(Stop) -> Int {
        switch value {
        case .int(let value): return value
        case .truth(let value): return value ? 1 : 0
        case .array(let array) where array.tensor.count == 1 && !array.dtype.isFloat:
            try escape(array)
            if array.isScalar || array.tensor.isScalar { return try Int(clampedItem(array)) }
        case .long: throw error("IndexError", "cannot fit 'int' into an index-sized integer")
        default: break
        }
        throw error("TypeError", "\(what) indices must be integers or slices, not \(typeName(value))")
    }

    func clampedItem(_ array: ArrayObject) throws(Stop) -> Double {
        guard let value = try? array.tensor.item, value.isFinite, value.magnitude < 9e18 else {
            throw error("IndexError", "index out of range")
        }
        return value
    }

    func item(_ object: Value, _ key: Value) throws(Stop) -> Value {
        switch object {
        case .list(let list):
            if case .slice(let slice) = key {
                return try self.list(try positions(slice, list.items.count).map { list.items[$0] })
            }
            let place = try index(key, "list")
            guard let index = wrapped(place, list.items.count) else {
                throw error("IndexError", "list index out of range")
            }
            return try fresh(list.items[index])
        case .tuple(let tuple):
            if case .slice(let slice) = key {
                return self.tuple(try positions(slice, tuple.items.count).map { tuple.items[$0] })
            }
            let place = try index(key, "tuple")
            guard let index = wrapped(place, tuple.items.count) else {
                throw error("IndexError", "tuple index out of range")
            }
            return try fresh(tuple.items[index])
        case .string(let text):
            let scalars = Array(text.unicodeScalars)
            try spend(scalars.count / 16)
            if case .slice(let slice) = key {
                var result = String.UnicodeScalarView()
                for position in try positions(slice, scalars.count) { result.append(scalars[position]) }
                return .string(String(result))
            }
            let place = try index(key, "string")
            guard let index = wrapped(place, scalars.count) else {
                throw error("IndexError", "string index out of range")
            }
            return .string(String(Character(scalars[index])))
        case .range(let range):
            if case .slice(let slice) = key {
                let places = try positions(slice, range.count)
                guard let first = places.first else { return .range(RangeObject(0, 0, 1)) }
                let step = places.count > 1 ? range[places[1]] - range[first] : range.step
                let last = range[places[places.count - 1]]
                return .range(RangeObject(range[first], last + (step > 0 ? 1 : -1), step))
            }
            let place = try index(key, "range")
            guard let index = wrapped(place, range.count) else {
                throw error("IndexError", "range object index out of range")
            }
            return .int(range[index])
        case .dictionary(let dictionary):
            if let value = dictionary[try hash(key)] { return try fresh(value) }
            if let maker = defaultFactories[ObjectIdentifier(dictionary)] {
                let value = try call(maker, Arguments())
                dictionary.set(try hash(key), key, value)
                return value
            }
            throw error("KeyError", try repr(key))
        case .array(let array): return try arrayItem(array, key)
        case .instance(let instance):
            if let method = instance.kind.find("__getitem__") {
                return try call(bind(method, to: object), Arguments([key]))
            }
            throw error("TypeError", "'\(instance.kind.name)' object is not subscriptable")
        case .type, .native: throw unsupported("a generic type")
        case .missing(let missing): throw .missing(missing.reason)
        default: throw error("TypeError", "'\(typeName(object))' object is not subscriptable")
        }
    }

    func wrapped(_ index: Int, _ count: Int) -> Int? {
        let place = index < 0 ? index + count : index
        return place >= 0 && place < count ? place : nil
    }

    /// What a slice of a sequence of `count` picks.
    func positions(_ slice: SliceObject, _ count: Int) throws(Stop) -> [Int] {
        func bound(_ value: Value) throws(Stop) -> Int? {
            switch value {
            case .none: return nil
            case .int(let value): return value
            case .truth(let value): return value ? 1 : 0
            case .long(let value): return value.isNegative ? -count - 1 : count + 1
            case .array(let array) where array.tensor.count == 1 && !array.dtype.isFloat:
                try escape(array)
                return try Int(clampedItem(array))
            default:
                throw error(
                    "TypeError", "slice indices must be integers or None or have an __index__ method")
            }
        }
        let step = try bound(slice.step) ?? 1
        if step == 0 { throw error("ValueError", "slice step cannot be zero") }
        func place(_ value: Int, _ low: Int, _ high: Int) -> Int {
            value < 0 ? max(low, value < -count ? low : value + count) : min(high, value)
        }
        try spend(count / 64)
        var result: [Int] = []
        if step > 0 {
            let start = place(try bound(slice.start) ?? 0, 0, count)
            let stop = place(try bound(slice.stop) ?? count, 0, count)
            var at = start
            while at < stop {
                result.append(at)
                let (next, overflow) = at.addingReportingOverflow(step)
                if overflow { break }
                at = next
            }
        } else {
            let start = try bound(slice.start).map { place($0, -1, count - 1) } ?? count - 1
            let stop = try bound(slice.stop).map { place($0, -1, count - 1) } ?? -1
            var at = start
            while at > stop {
                result.append(at)
                let (next, overflow) = at.addingReportingOverflow(step)
                if overflow { break }
                at = next
            }
        }
        return result
    }

    func setItem(_ object: Value, _ key: Value, _ value: Value) throws(Stop) {
        switch object {
        case .list(let list):
            if case .slice(let slice) = key {
                let places = try positions(slice, list.items.count)
                let new = try items(value)
                if case .none = slice.step {} else if case .int(1) = slice.step {} else {
                    guard places.count == new.count else {
                        throw error(
                            "ValueError",
                            "attempt to assign sequence of size \(new.count) to extended slice of size \(places.count)")
                    }
                    for (place, item) in zip(places, new) { list.items[place] = item }
                    return
                }
                let start: Int
                if let first = places.first {
                    start = first
                } else {
                    let lower = try positions(SliceObject(slice.start, .none, .none), list.items.count)
                    start = lower.first ?? list.items.count
                }
                list.items.replaceSubrange(start..<(start + places.count), with: new)
                return
            }
            let place = try index(key, "list")
            guard let index = wrapped(place, list.items.count) else {
                throw error("IndexError", "list assignment index out of range")
            }
            list.items[index] = value
        case .dictionary(let dictionary):
            try arena.grow(0)
            dictionary.set(try hash(key), key, value)
        case .array(let array): try setArrayItem(array, key, value)
        case .instance(let instance):
            guard let method = instance.kind.find("__setitem__") else {
                throw error("TypeError", "'\(instance.kind.name)' object does not support item assignment")
            }
            _ = try call(bind(method, to: object), Arguments([key, value]))
        case .missing(let missing): throw .missing(missing.reason)
        default: throw error("TypeError", "'\(typeName(object))' object does not support item assignment")
        }
    }

    func removeItem(_ object: Value, _ key: Value) throws(Stop) {
        switch object {
        case .list(let list):
            if case .slice(let slice) = key {
                for place in try positions(slice, list.items.count).sorted(by: >) { list.items.remove(at: place) }
                return
            }
            let place = try index(key, "list")
            guard let index = wrapped(place, list.items.count) else {
                throw error("IndexError", "list assignment index out of range")
            }
            list.items.remove(at: index)
        case .dictionary(let dictionary):
            if dictionary.remove(try hash(key)) == nil { throw error("KeyError", try repr(key)) }
        default: throw error("TypeError", "'\(typeName(object))' object doesn't support item deletion")
        }
    }
}
