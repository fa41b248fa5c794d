import Source

/// Classes of the note that derive from Python's containers: such a value is the container with a class on top.
extension Interpreter {
    /// The container as an object that may carry a class.
    func container(_ value: Value) -> HeapObject? {
        switch value {
        case .list(let list): list
        case .tuple(let tuple): tuple
        case .dictionary(let dictionary): dictionary
        case .set(let set): set
        default: nil
        }
    }

    /// The class that Python code wrote for `value`.
    func writtenClass(_ value: Value) -> ClassObject? {
        switch value {
        case .instance(let instance): instance.kind
        case .list(let list): list.subclass
        case .tuple(let tuple): tuple.subclass
        case .dictionary(let dictionary): dictionary.subclass
        case .set(let set): set.subclass
        default: nil
        }
    }

    /// A method such as `__len__` that a class in Python gives to `value`, bound.
    func special(_ value: Value, _ name: String) -> Value? {
        guard let kind = writtenClass(value), let method = kind.find(name) else { return nil }
        if case .none = method { return nil }
        return bind(method, to: value)
    }

    func containerAttribute(_ value: Value, _ object: HeapObject, _ type: ClassObject, _ name: String) throws(Stop) -> Value? {
        if let found = object.fields?.attributes[name] { return found }
        if let found = type.find(name) { return try descriptor(found, value, type) }
        if name == "__class__" { return .type(type) }
        if name == "__dict__" {
            let result = DictionaryObject(arena)
            for key in object.fields?.order ?? [] {
                if let item = object.fields?.attributes[key] { result.set(.string(key), .string(key), item) }
            }
            return .dictionary(result)
        }
        return nil
    }

    func setContainerAttribute(_ object: HeapObject, _ type: ClassObject, _ name: String, _ value: Value) {
        let fields = object.fields ?? InstanceObject(type, arena)
        fields.set(name, value)
        object.fields = fields
    }

    /// The native class whose values `type` specialises.
    func nativeBase(_ type: ClassObject) -> ClassObject? {
        type.isNative ? nil : type.lineage.first { $0.isNative && $0.attributes["__make__"] != nil }
    }

    /// A new container of class `type`.
    func constructContainer(_ type: ClassObject, _ base: ClassObject, _ arguments: Arguments) throws(Stop) -> Value {
        guard ["list", "tuple", "dict", "set", "frozenset"].contains(base.name), let maker = base.attributes["__make__"] else {
            throw unsupported("a class that derives from \(base.name)")
        }
        let initializer = type.find("__init__")
        let keepsArguments = initializer == nil || base.name == "tuple" || base.name == "frozenset"
        let value = try call(maker, keepsArguments ? arguments : Arguments())
        container(value)?.subclass = type
        if let initializer { _ = try call(bind(initializer, to: value), arguments) }
        return value
    }

    /// What `super()` and `dict.method(self)` reach: the container's own behaviour.
    func plain<Result>(_ value: Value, _ body: () throws(Stop) -> Result) throws(Stop) -> Result {
        let object = container(value)
        let type = object?.subclass
        object?.subclass = nil
        defer { object?.subclass = type }
        return try body()
    }

    /// Methods that every object or container has under a special name.
    func inheritedMethod(_ name: String, _ type: ClassObject) -> Value? {
        func native(_ run: @escaping (Interpreter, [Value], Arguments) throws(Stop) -> Value) -> Value {
            .native(NativeFunction(name) { (i, a) throws(Stop) in try run(i, a.positional, a) })
        }
        func needs(_ v: [Value], _ count: Int, _ i: Interpreter) throws(Stop) {
            if v.count < count { throw i.error("TypeError", "expected \(count - 1) argument\(count == 2 ? "" : "s"), got \(max(0, v.count - 1))") }
        }
        switch name {
        case "__init__":
            return native { (i, v, a) throws(Stop) in
                guard let first = v.first else { return .none }
                let rest = Arguments(Array(v.dropFirst()), named: a.named)
                switch first {
                case .dictionary(let dictionary):
                    if let source = rest.positional.first { try i.update(dictionary, source) }
                    for (key, value) in rest.named { dictionary.set(.string(key), .string(key), value) }
                case .list(let list):
                    if let source = rest.positional.first { list.items = try i.items(source) }
                case .set(let set):
                    if let source = rest.positional.first { for item in try i.items(source) { set.insert(try i.hash(item), item) } }
                case .instance(let instance) where instance.kind.derives(from: "BaseException"):
                    instance.set("args", i.tuple(rest.positional))
                default: break
                }
                return .none
            }
        case "__new__":
            return native { (i, v, a) throws(Stop) in
                guard case .type(let kind)? = v.first else { throw i.error("TypeError", "object.__new__(X): X is not a type object") }
                if let base = i.nativeBase(kind), let maker = base.attributes["__make__"] {
                    let value = try i.call(maker, Arguments(Array(v.dropFirst()), named: a.named))
                    i.container(value)?.subclass = kind
                    return value
                }
                return .instance(InstanceObject(kind, i.arena))
            }
        case "__setattr__":
            return native { (i, v, _) throws(Stop) in
                try needs(v, 3, i)
                guard case .string(let word) = v[1] else { throw i.error("TypeError", "attribute name must be string") }
                try i.setAttribute(v[0], word, v[2], isPlain: true)
                return .none
            }
        case "__getattribute__":
            return native { (i, v, _) throws(Stop) in
                try needs(v, 2, i)
                guard case .string(let word) = v[1] else { throw i.error("TypeError", "attribute name must be string") }
                return try i.attribute(v[0], word)
            }
        case "__init_subclass__", "__post_init__": return native { (_, _, _) throws(Stop) in .none }
        case "__getitem__":
            return native { (i, v, _) throws(Stop) in
                try needs(v, 2, i)
                return try i.plain(v[0]) { () throws(Stop) in try i.item(v[0], v[1]) }
            }
        case "__setitem__":
            return native { (i, v, _) throws(Stop) in
                try needs(v, 3, i)
                try i.plain(v[0]) { () throws(Stop) in try i.setItem(v[0], v[1], v[2]) }
                return .none
            }
        case "__delitem__":
            return native { (i, v, _) throws(Stop) in
                try needs(v, 2, i)
                try i.plain(v[0]) { () throws(Stop) in try i.removeItem(v[0], v[1]) }
                return .none
            }
        case "__len__": return native { (i, v, _) throws(Stop) in try needs(v, 1, i); return .int(try i.plain(v[0]) { () throws(Stop) in try i.length(v[0]) }) }
        case "__iter__": return native { (i, v, _) throws(Stop) in try needs(v, 1, i); return .iterator(try i.plain(v[0]) { () throws(Stop) in try i.makeIterator(v[0]) }) }
        case "__contains__":
            return native { (i, v, _) throws(Stop) in
                try needs(v, 2, i)
                return .truth(try i.plain(v[0]) { () throws(Stop) in try i.contains(v[0], v[1]) })
            }
        case "__eq__":
            return native { (i, v, _) throws(Stop) in
                try needs(v, 2, i)
                if case .instance = v[0] { return try i.same(v[0], v[1]) ? .truth(true) : .notImplemented }
                return .truth(try i.plain(v[0]) { () throws(Stop) in try i.equal(v[0], v[1]) })
            }
        case "__hash__": return native { (i, v, _) throws(Stop) in try needs(v, 1, i); return .int(Int(truncatingIfNeeded: try i.hash(v[0]).hashValue & 0)) }
        case "__repr__", "__str__":
            return native { (i, v, _) throws(Stop) in
                try needs(v, 1, i)
                if case .instance(let instance) = v[0] {
                    if instance.kind.derives(from: "BaseException"), case .tuple(let parts)? = instance.attributes["args"] {
                        return .string(try parts.items.count == 1 ? i.str(parts.items[0]) : parts.items.isEmpty ? "" : i.repr(.tuple(parts)))
                    }
                    i.randomEscaped = true
                    return .string("<__main__.\(instance.kind.name) object at 0x000000000000>")
                }
                return .string(try i.plain(v[0]) { () throws(Stop) in try i.repr(v[0]) })
            }
        default:
            // Operators and methods of the container.
            if let operation = Self.operatorNames[name] {
                return native { (i, v, _) throws(Stop) in
                    try needs(v, 2, i)
                    return try i.plain(v[0]) { () throws(Stop) in try i.binary(operation, v[0], v[1]) }
                }
            }
            return nil
        }
    }

    private static let operatorNames: [String: PythonTree.BinaryOperator] = [
        "__add__": .add, "__sub__": .subtract, "__mul__": .multiply, "__or__": .bitOr, "__and__": .bitAnd, "__xor__": .bitXor,
        "__truediv__": .divide, "__floordiv__": .floorDivide, "__mod__": .modulo, "__pow__": .power, "__matmul__": .matrixMultiply,
    ]
}
