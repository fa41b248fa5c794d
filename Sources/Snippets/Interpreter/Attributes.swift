import Source
import Tensors

extension Interpreter {
    func attribute(_ value: Value, _ name: String) throws(Stop) -> Value {
        switch value {
        case .module(let module): return try moduleAttribute(module, name)
        case .instance(let instance) where instance.kind === classes.inert: return try inertAttribute(instance, name)
        case .instance(let instance): return try instanceAttribute(instance, name)
        case .type(let type): return try typeAttribute(type, name)
        case .array(let array): return try arrayAttribute(array, name)
        case .missing(let missing): throw .missing(missing.reason)
        case .function(let function):
            if let value = function.attributes[name] { return value }
            switch name {
            case "__name__": return .string(function.name)
            case "__qualname__": return .string(function.owner.map { "\($0.name).\(function.name)" } ?? function.name)
            case "__module__": return .string(function.unit.module ?? "__main__")
            case "__doc__": return documentation(function.unit.tree.functions[function.index].body, function.unit)
            case "__defaults__": return tuple(function.defaults.compactMap { $0 })
            default: if let module = function.unit.module { throw unsupported("\(module).\(function.name).\(name)") }
            }
        case .dtype(let dtype, _):
            switch name {
            case "name": return .string(dtype.name)
            case "itemsize": return .int(dtype.size)
            case "type": return value
            case "kind": return .string(dtype == .bool ? "b" : dtype.isFloat ? "f" : dtype == .uint8 ? "u" : "i")
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
        case .int, .long, .truth, .float:
            if name == "real" { return value }
            if name == "imag" { if case .float = value { return .float(0) } else { return .int(0) } }
            if name == "numerator", !isFloating(value) { return value }
            if name == "denominator", !isFloating(value) { return .int(1) }
        case .iterator(let iterator):
            if let method = generatorMethod(iterator, name) { return method }
        default: break
        }
        if case .view(let view) = value, name == "mapping" { return .dictionary(view.dictionary) }
        if let object = container(value), let type = object.subclass,
            let found = try containerAttribute(value, object, type, name)
        {
            return found
        }
        if let method = Self.method(of: value, name) {
            return .bound(BoundMethod(value, .native(NativeFunction(name, method)), arena))
        }
        if name == "__class__" { return try Self.builtins["type"]?(self, Arguments([value])) ?? .none }
        if name.hasPrefix("__"), container(value) != nil, let method = inheritedMethod(name, classes.object) {
            return bind(method, to: value)
        }
        switch value {
        case .native(let native):
            if name == "__name__" { return .string(native.name.split(separator: ".").last.map(String.init) ?? native.name) }
            if let found = try nativeAttribute(native, name) { return found }
            throw unsupported("\(native.name).\(name)")
        case .bound(let method):
            if case .function(let function) = method.function { return try attribute(.function(function), name) }
            throw unsupported("a method's \(name)")
        default: break
        }
        let type = typeName(value)
        if let known = PublicNames.of(type), known.contains(name) || name.hasPrefix("__") {
            throw unsupported("\(type).\(name)")
        }
        throw error("AttributeError", "'\(type)' object has no attribute '\(name)'")
    }

    private func isFloating(_ value: Value) -> Bool { if case .float = value { true } else { false } }

    /// The string that a function begins with.
    private func documentation(_ body: PythonTree.List, _ unit: CodeUnit) -> Value {
        guard let first = unit.tree[body].first, case .expression(let value) = unit.tree[first].kind,
            case .string(let index) = unit.tree[value].kind
        else { return .none }
        return .string(unit.tree.strings[Int(index)])
    }

    private func instanceAttribute(_ instance: InstanceObject, _ name: String) throws(Stop) -> Value {
        if instance.kind === classes.superClass {
            guard case .type(let owner)? = instance.attributes["__thisclass__"],
                let receiver = instance.attributes["__self__"]
            else { return .none }
            let kind: ClassObject
            var isClass = false
            switch receiver {
            case .type(let type):
                kind = type
                isClass = true
            default:
                guard let type = writtenClass(receiver) else { throw unsupported("super()") }
                kind = type
            }
            guard let place = kind.lineage.firstIndex(where: { $0 === owner }) else {
                throw error("TypeError", "super(type, obj): obj must be an instance or subtype of type")
            }
            for type in kind.lineage[(place + 1)...] {
                guard let found = type.attributes[name], name != "__make__" else { continue }
                if isClass, case .function = found { return name == "__new__" ? found : bind(found, to: receiver) }
                return try descriptor(found, receiver, kind)
            }
            if let method = inheritedMethod(name, kind) { return name == "__new__" ? method : bind(method, to: receiver) }
            if let method = Self.method(of: receiver, name) {
                return .native(
                    NativeFunction(name) { (i, a) throws(Stop) in
                        try i.plain(receiver) { () throws(Stop) in try method(i, Arguments([receiver] + a.positional, named: a.named)) }
                    })
            }
            if kind.lineage.contains(where: { $0.isNative && $0.name != "object" || $0.isLibrary }) { throw unsupported("super().\(name)") }
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
        if instance.kind === classes.property, ["fget", "fset"].contains(name) { return .none }
        if let method = inheritedMethod(name, instance.kind) { return bind(method, to: .instance(instance)) }
        if let native = instance.kind.lineage.first(where: { $0.isNative && $0.name != "object" || $0.isLibrary }) {
            // We need not have everything that the real one has: only what is certainly misspelt is said.
            let known = Set(instance.order).union(instance.kind.lineage.flatMap(\.order))
            guard native.isLibrary, let meant = PublicNames.meant(name, among: known) else {
                throw unsupported("\(native.name).\(name)")
            }
            throw error("AttributeError", "'\(instance.kind.name)' object has no attribute '\(name)'. Did you mean: '\(meant)'?")
        }
        if name.hasPrefix("__"), !["__iter__", "__next__", "__dataclass_fields__", "__len__", "__getitem__", "__call__", "__enter__", "__exit__"].contains(name) { throw unsupported(name) }
        throw error("AttributeError", "'\(instance.kind.name)' object has no attribute '\(name)'")
    }

    /// A value found in a class, seen through an instance.
    func descriptor(_ found: Value, _ receiver: Value, _ kind: ClassObject) throws(Stop) -> Value {
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
        switch name {
        case "__mro__": return tuple(type.lineage.map { .type($0) } + (type.lineage.contains { $0 === classes.object } ? [] : [.type(classes.object)]))
        case "__bases__": return tuple(type.bases.map { .type($0) })
        case "__module__": return .string(type.module)
        case "__doc__": return .none
        case "__annotations__": return .dictionary(DictionaryObject(arena))
        case "__dict__":
            let result = DictionaryObject(arena)
            for key in type.order { if let item = type.attributes[key] { result.set(.string(key), .string(key), item) } }
            return .dictionary(result)
        case "__subclasses__": throw unsupported(name)
        default: break
        }
        if let method = inheritedMethod(name, type) { return method }
        if type.isNative, let method = Self.typeMethods(type.name, name) { return .native(NativeFunction(name, method)) }
        if type === classes.object { throw error("AttributeError", "type object 'object' has no attribute '\(name)'") }
        if type.lineage.contains(where: { $0.isNative && $0.name != "object" || $0.isLibrary }) || name.hasPrefix("__") && !["__dataclass_fields__", "__post_init__", "__deepcopy__"].contains(name) {
            throw unsupported("\(type.name).\(name)")
        }
        throw error("AttributeError", "type object '\(type.name)' has no attribute '\(name)'")
    }

    func setAttribute(_ object: Value, _ name: String, _ value: Value, isPlain: Bool = false) throws(Stop) {
        switch object {
        case .instance(let instance) where instance.kind === classes.inert: return
        case .instance(let instance):
            if !isPlain, let method = instance.kind.find("__setattr__") {
                _ = try call(bind(method, to: object), Arguments([.string(name), value]))
                return
            }
            if case .instance(let wrapper)? = instance.kind.find(name), wrapper.kind === classes.property {
                guard let setter = wrapper.attributes["fset"] else {
                    throw error("AttributeError", "property '\(name)' of '\(instance.kind.name)' object has no setter")
                }
                _ = try call(setter, Arguments([object, value]))
                return
            }
            if case .tuple(let slots)? = instance.kind.find("__slots__"), instance.kind.bases.allSatisfy({ $0 === classes.object }) {
                let names = slots.items.map { if case .string(let word) = $0 { word } else { "" } }
                if !names.contains(name) { throw error("AttributeError", "'\(instance.kind.name)' object has no attribute '\(name)'") }
            }
            instance.set(name, value)
        case .type(let type) where !type.isNative: type.set(name, value)
        case .list, .tuple, .dictionary, .set:
            guard let holder = container(object), let type = holder.subclass else {
                throw error("AttributeError", "'\(typeName(object))' object has no attribute '\(name)'")
            }
            setContainerAttribute(holder, type, name, value)
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
        // Several at once, where our function takes one.
        if what == "axis" || what == "argument" || what == "sections" {
            switch value {
            case .list, .tuple, .array: throw unsupported("several values for one \(what)")
            default: throw error("TypeError", "'\(typeName(value))' object cannot be interpreted as an integer")
            }
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
        if let holder = container(object), holder.subclass != nil, let method = special(object, "__getitem__") {
            return try call(method, Arguments([key]))
        }
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
            if let method = special(object, "__missing__") { return try call(method, Arguments([key])) }
            throw keyError(key)
        case .array(let array): return try arrayItem(array, key)
        case .instance(let instance) where instance.kind === classes.inert: return try inertItem(instance, key)
        case .instance(let instance):
            if let method = instance.kind.find("__getitem__") {
                return try call(bind(method, to: object), Arguments([key]))
            }
            throw error("TypeError", "'\(instance.kind.name)' object is not subscriptable")
        case .type(let type):
            if let method = type.find("__class_getitem__") {
                if case .instance(let wrapper) = method, let inner = wrapper.attributes["__func__"] {
                    return try call(inner, Arguments([object, key]))
                }
                return try call(method, Arguments([object, key]))
            }
            if type.isNative { return object }
            throw error("TypeError", "type '\(type.name)' is not subscriptable")
        case .native: throw unsupported("a generic type")
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
        if let holder = container(object), holder.subclass != nil, let method = special(object, "__setitem__") {
            _ = try call(method, Arguments([key, value]))
            return
        }
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
        case .instance(let instance) where instance.kind === classes.inert: return
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
            if dictionary.remove(try hash(key)) == nil { throw keyError(key) }
        case .instance(let instance):
            guard let method = instance.kind.find("__delitem__") else {
                throw error("TypeError", "'\(instance.kind.name)' object doesn't support item deletion")
            }
            _ = try call(bind(method, to: object), Arguments([key]))
        default: throw error("TypeError", "'\(typeName(object))' object doesn't support item deletion")
        }
    }
}
