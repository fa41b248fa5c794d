import Glibc
import Source
import Tensors

extension Interpreter {
    /// A name that the note does not bind: Python's own, a customary abbreviation, or one that stops the statement.
    func customaryName(_ name: String) throws(Stop) -> Value {
        if let body = Self.builtins[name] { return .native(NativeFunction(name, body)) }
        if let type = classes.named[name] { return .type(type) }
        switch name {
        case "property": return .type(classes.property)
        case "staticmethod": return .type(classes.staticMethod)
        case "classmethod": return .type(classes.classMethod)
        case "NotImplemented": return .notImplemented
        case "__name__": return .string("__main__")
        case "Ellipsis": return .ellipsis
        default: break
        }
        for path in starImports.reversed() {
            guard case .module(let module) = module(path) else {
                throw missing(.needsLibrary, "\(path), of which the note imports everything, is not available here")
            }
            if PublicNames.of(path)?.contains(name) == true { return try moduleAttribute(module, name) }
        }
        if name == "tqdm", let value = try libraryValue("tqdm", "tqdm") { return value }
        if let path = Self.customaryModules[name] { return module(path) }
        for path in ["dataclasses", "collections", "torch.utils.data", "typing"] where Self.customaryNames.contains(name) {
            if let value = try libraryValue(path, name) { return value }
        }
        if ["open", "input", "exec", "eval", "compile", "__import__", "breakpoint"].contains(name) {
            throw missing(.needsData, "\(name)() reaches outside of the note")
        }
        if PublicNames.builtins.contains(name) { throw unsupported(name) }
        if let library = Self.customaryLibraries[name] { throw missing(.needsLibrary, "\(library) is not available here") }
        throw missing(.needsData, "'\(name)' is not defined in the note")
    }

    /// Abbreviations that notes use without importing them.
    static let customaryModules: [String: String] = [
        "plt": "matplotlib.pyplot", "sns": "seaborn", "tqdm": "tqdm",
        "np": "numpy", "numpy": "numpy", "torch": "torch", "nn": "torch.nn", "F": "torch.nn.functional", "math": "math",
        "random": "random", "optim": "torch.optim", "itertools": "itertools", "functools": "functools",
        "collections": "collections", "time": "time", "copy": "copy",
    ]

    private static let customaryLibraries: [String: String] = [
        "pd": "pandas", "tf": "tensorflow", "d2l": "d2l", "sklearn": "scikit-learn",
        "torchvision": "torchvision", "cv2": "OpenCV", "mx": "mxnet", "nd": "mxnet", "keras": "keras", "sp": "scipy",
        "scipy": "scipy",
    ]

    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let builtins: [String: NativeBody] = {
        var table: [String: NativeBody] = [:]
        table["print"] = NativeBody { (i, a) throws(Stop) in
            var separator = " ", end = "\n"
            for (name, value) in a.named {
                if name == "flush" { continue }
                guard name == "sep" || name == "end" else { throw i.unsupported("print(\(name)=…)") }
                if case .string(let text) = value {
                    if name == "sep" { separator = text } else { end = text }
                }
            }
            var parts: [String] = []
            for value in a.positional { parts.append(try i.str(i.fresh(value))) }
            try i.write(parts.joined(separator: separator) + end)
            return .none
        }
        table["len"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 1 else {
                throw i.error("TypeError", "len() takes exactly one argument (\(a.positional.count) given)")
            }
            return .int(try i.length(a.positional[0]))
        }
        table["abs"] = NativeBody { (i, a) throws(Stop) in
            let value = try a.required(a.positional.first, "x", of: "abs", i)
            switch value {
            case .truth(let value): return .int(value ? 1 : 0)
            case .int(let value): return value == .min ? .long(-BigInteger(value)) : .int(Swift.abs(value))
            case .long(let value): return .long(BigInteger(isNegative: false, words: value.words))
            case .float(let value): return .float(value.magnitude)
            case .array(let array): return try i.result(array.tensor.abs(), array.dtype, array.library, from: [array])
            case .instance(let instance):
                if let method = instance.kind.find("__abs__") { return try i.call(i.bind(method, to: value), Arguments()) }
            default: break
            }
            throw i.error("TypeError", "bad operand type for abs(): '\(i.typeName(value))'")
        }
        table["sum"] = NativeBody { (i, a) throws(Stop) in
            let values = try a.bind(["iterable", "start"], for: "sum", i)
            var total = values[1] ?? .int(0)
            if case .string = total { throw i.error("TypeError", "sum() can't sum strings [use ''.join(seq) instead]") }
            try i.iterate(a.required(values[0], "iterable", of: "sum", i)) { (item) throws(Stop) in
                total = try i.binary(.add, total, item)
                return true
            }
            return total
        }
        for (name, operation) in [("max", PythonTree.ComparisonOperator.greater), ("min", .less)] {
            table[name] = NativeBody { (i, a) throws(Stop) in
                var items = a.positional
                if items.count == 1 { items = try i.items(items[0]) }
                if a.positional.isEmpty { throw i.error("TypeError", "\(name) expected at least 1 argument, got 0") }
                for (keyword, _) in a.named where keyword != "key" && keyword != "default" {
                    throw i.unsupported("\(name)(\(keyword)=…)")
                }
                guard var best = items.first else {
                    if let standard = a["default"] { return standard }
                    throw i.error("ValueError", "\(name)() iterable argument is empty")
                }
                var key: Value?
                if let function = a["key"], case .none = function {} else { key = a["key"] }
                func measure(_ value: Value) throws(Stop) -> Value {
                    guard let key else { return value }
                    return try i.call(key, Arguments([value]))
                }
                var measured = try measure(best)
                for item in items.dropFirst() {
                    let other = try measure(item)
                    if try i.truth(i.compare(operation, other, measured)) { (best, measured) = (item, other) }
                }
                return best
            }
        }
        table["sorted"] = NativeBody { (i, a) throws(Stop) in
            let values = try a.bind(["iterable", "key", "reverse"], for: "sorted", i)
            let items = try i.items(a.required(values[0], "iterable", of: "sorted", i))
            return try i.list(i.sorted(items, key: values[1], reverse: values[2]))
        }
        table["reversed"] = NativeBody { (i, a) throws(Stop) in
            let value = try a.required(a.positional.first, "sequence", of: "reversed", i)
            return i.iterator(try i.items(value).reversed(), "reversed")
        }
        table["enumerate"] = NativeBody { (i, a) throws(Stop) in
            let values = try a.bind(["iterable", "start"], for: "enumerate", i)
            let source = try i.makeIterator(a.required(values[0], "iterable", of: "enumerate", i))
            var index = values[1] ?? .int(0)
            return .iterator(
                IteratorObject("enumerate", i.arena) { [unowned i] () throws(Stop) in
                    guard let item = try source.next() else { return nil }
                    let pair = i.tuple([index, item])
                    index = try i.binary(.add, index, .int(1))
                    return pair
                })
        }
        table["zip"] = NativeBody { (i, a) throws(Stop) in
            var isStrict = false
            for (name, value) in a.named {
                guard name == "strict" else { throw i.unsupported("zip(\(name)=…)") }
                isStrict = try i.truth(value)
            }
            var sources: [IteratorObject] = []
            for value in a.positional { sources.append(try i.makeIterator(value)) }
            return .iterator(
                IteratorObject("zip", i.arena) { [unowned i] () throws(Stop) in
                    if sources.isEmpty { return nil }
                    var items: [Value] = []
                    for (place, source) in sources.enumerated() {
                        guard let item = try source.next() else {
                            if isStrict, place > 0 {
                                throw i.error("ValueError", "zip() argument \(place + 1) is shorter than argument\(place > 1 ? "s 1-\(place)" : " 1")")
                            }
                            return nil
                        }
                        items.append(item)
                    }
                    return i.tuple(items)
                })
        }
        table["map"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count >= 2, a.named.isEmpty else {
                throw i.error("TypeError", "map() must have at least two arguments.")
            }
            let function = a.positional[0]
            var sources: [IteratorObject] = []
            for value in a.positional.dropFirst() { sources.append(try i.makeIterator(value)) }
            return .iterator(
                IteratorObject("map", i.arena) { [unowned i] () throws(Stop) in
                    var items: [Value] = []
                    for source in sources {
                        guard let item = try source.next() else { return nil }
                        items.append(item)
                    }
                    return try i.call(function, Arguments(items))
                })
        }
        table["filter"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 2 else { throw i.error("TypeError", "filter expected 2 arguments, got \(a.positional.count)") }
            let function = a.positional[0]
            let source = try i.makeIterator(a.positional[1])
            return .iterator(
                IteratorObject("filter", i.arena) { [unowned i] () throws(Stop) in
                    while let item = try source.next() {
                        try i.spend()
                        let keeps: Value
                        if case .none = function { keeps = item } else { keeps = try i.call(function, Arguments([item])) }
                        if try i.truth(keeps) { return item }
                    }
                    return nil
                })
        }
        for (name, stops) in [("any", true), ("all", false)] {
            table[name] = NativeBody { (i, a) throws(Stop) in
                var result = !stops
                try i.iterate(a.required(a.positional.first, "iterable", of: name, i)) { (item) throws(Stop) in
                    if try i.truth(item) == stops {
                        result = stops
                        return false
                    }
                    return true
                }
                return .truth(result)
            }
        }
        table["round"] = NativeBody { (i, a) throws(Stop) in
            let values = try a.bind(["number", "ndigits"], for: "round", i)
            return try i.rounded(a.required(values[0], "number", of: "round", i), values[1])
        }
        table["pow"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count >= 2 else { throw i.error("TypeError", "pow() missing required argument 'exp' (pos 2)") }
            if a.positional.count == 3 {
                return try i.binary(.modulo, i.binary(.power, a.positional[0], a.positional[1]), a.positional[2])
            }
            return try i.binary(.power, a.positional[0], a.positional[1])
        }
        table["divmod"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 2 else { throw i.error("TypeError", "divmod expected 2 arguments, got \(a.positional.count)") }
            return i.tuple([
                try i.binary(.floorDivide, a.positional[0], a.positional[1]),
                try i.binary(.modulo, a.positional[0], a.positional[1]),
            ])
        }
        table["isinstance"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 2 else { throw i.error("TypeError", "isinstance expected 2 arguments, got \(a.positional.count)") }
            return .truth(try i.isInstance(a.positional[0], of: a.positional[1]))
        }
        table["issubclass"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 2, case .type(let x) = a.positional[0], case .type(let y) = a.positional[1] else {
                throw i.unsupported("issubclass")
            }
            return .truth(x.derives(from: y))
        }
        table["callable"] = NativeBody { (i, a) throws(Stop) in
            switch try a.required(a.positional.first, "obj", of: "callable", i) {
            case .function, .native, .bound, .type: return .truth(true)
            case .instance(let instance): return .truth(instance.kind.find("__call__") != nil)
            default: return .truth(false)
            }
        }
        table["repr"] = NativeBody { (i, a) throws(Stop) in .string(try i.repr(a.required(a.positional.first, "obj", of: "repr", i))) }
        table["chr"] = NativeBody { (i, a) throws(Stop) in
            guard case .int(let code)? = a.positional.first, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
                throw i.error("ValueError", "chr() arg not in range(0x110000)")
            }
            return .string(String(Character(scalar)))
        }
        table["ord"] = NativeBody { (i, a) throws(Stop) in
            guard case .string(let text)? = a.positional.first else { throw i.unsupported("ord") }
            guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else {
                throw i.error("TypeError", "ord() expected a character, but string of length \(text.unicodeScalars.count) found")
            }
            return .int(Int(scalar.value))
        }
        table["format"] = NativeBody { (i, a) throws(Stop) in
            guard let value = a.positional.first else { throw i.error("TypeError", "format expected at least 1 argument, got 0") }
            guard a.positional.count > 1 else { return .string(try i.str(value)) }
            return .string(try i.format(value, i.str(a.positional[1])))
        }
        table["iter"] = NativeBody { (i, a) throws(Stop) in
            if a.positional.count == 2 {
                let (function, last) = (a.positional[0], a.positional[1])
                return .iterator(
                    IteratorObject("callable_iterator", i.arena) { [unowned i] () throws(Stop) in
                        let item = try i.call(function, Arguments())
                        return try i.equal(item, last) ? nil : item
                    })
            }
            guard a.positional.count == 1 else { throw i.error("TypeError", "iter expected at least 1 argument, got 0") }
            if case .instance(let instance) = a.positional[0] {
                guard let method = instance.kind.find("__iter__") else {
                    throw i.error("TypeError", "'\(instance.kind.name)' object is not iterable")
                }
                return try i.call(i.bind(method, to: a.positional[0]), Arguments())
            }
            return .iterator(try i.makeIterator(a.positional[0]))
        }
        table["next"] = NativeBody { (i, a) throws(Stop) in
            let value = try a.required(a.positional.first, "iterator", of: "next", i)
            switch value {
            case .iterator(let iterator):
                if let item = try iterator.next() { return item }
                if a.positional.count > 1 { return a.positional[1] }
                throw i.stopIteration(iterator)
            case .instance(let instance):
                guard let method = instance.kind.find("__next__") else { break }
                do throws(Stop) { return try i.call(i.bind(method, to: value), Arguments()) } catch {
                    if a.positional.count > 1, case .raised(let exception) = error, exception.kind.derives(from: "StopIteration") {
                        return a.positional[1]
                    }
                    throw error
                }
            default: break
            }
            throw i.error("TypeError", "'\(i.typeName(value))' object is not an iterator")
        }
        table["hasattr"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 2, case .string(let name) = a.positional[1] else { throw i.unsupported("hasattr") }
            do throws(Stop) { _ = try i.attribute(a.positional[0], name) } catch {
                if case .raised(let exception) = error, exception.kind.name == "AttributeError" { return .truth(false) }
                throw error
            }
            return .truth(true)
        }
        table["getattr"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count >= 2, case .string(let name) = a.positional[1] else { throw i.unsupported("getattr") }
            do throws(Stop) { return try i.attribute(a.positional[0], name) } catch {
                if case .raised(let exception) = error, exception.kind.name == "AttributeError", a.positional.count > 2 {
                    return a.positional[2]
                }
                throw error
            }
        }
        table["id"] = NativeBody { (i, a) throws(Stop) in
            i.randomEscaped = true
            return .int(try i.identity(a.required(a.positional.first, "obj", of: "id", i)))
        }
        // For our own Python only.
        table["_identity"] = NativeBody { (i, a) throws(Stop) in .int(try i.identity(a.positional.first ?? .none)) }
        table["_lose"] = NativeBody { (i, _) throws(Stop) in
            i.loseStream(.torch)
            return .none
        }
        table["_incomplete"] = NativeBody { (i, a) throws(Stop) in
            throw i.missing(.incompleteCode, try i.str(a.positional.first ?? .none))
        }
        table["vars"] = NativeBody { (i, a) throws(Stop) in try i.attribute(a.required(a.positional.first, "object", of: "vars", i), "__dict__") }
        table["delattr"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 2, case .instance(let instance) = a.positional[0], case .string(let name) = a.positional[1] else { throw i.unsupported("delattr") }
            guard instance.attributes.removeValue(forKey: name) != nil else { throw i.error("AttributeError", name) }
            instance.order.removeAll { $0 == name }
            return .none
        }
        table["hash"] = NativeBody { (i, a) throws(Stop) in
            let value = try a.required(a.positional.first, "obj", of: "hash", i)
            if case .int = value { return value }
            i.randomEscaped = true
            return .int(try i.hash(value).hashValue)
        }
        table["ascii"] = NativeBody { (i, a) throws(Stop) in .string(try i.repr(a.required(a.positional.first, "obj", of: "ascii", i))) }
        for (name, radix, mark) in [("bin", 2, "0b"), ("hex", 16, "0x"), ("oct", 8, "0o")] {
            table[name] = NativeBody { (i, a) throws(Stop) in
                switch try a.required(a.positional.first, "number", of: name, i) {
                case .int(let value): return .string((value < 0 ? "-" : "") + mark + String(value.magnitude, radix: radix))
                case .truth(let value): return .string(mark + (value ? "1" : "0"))
                case .long: throw i.unsupported("\(name) beyond 2^63")
                case let other: throw i.error("TypeError", "'\(i.typeName(other))' object cannot be interpreted as an integer")
                }
            }
        }
        table["help"] = NativeBody { (i, _) throws(Stop) in
            i.randomEscaped = true
            return .none
        }
        table["globals"] = NativeBody { (i, _) throws(Stop) in throw i.unsupported("globals()") }
        table["setattr"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 3, case .string(let name) = a.positional[1] else { throw i.unsupported("setattr") }
            try i.setAttribute(a.positional[0], name, a.positional[2])
            return .none
        }
        return table
    }()

    /// Types of Python that are called to convert; each is a class as well.
    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let conversions: [(String, NativeBody)] = [
        ("int", NativeBody { (i, a) throws(Stop) in
            let values = try a.bind(["x", "base"], for: "int", i)
            return try i.integer(values[0] ?? .int(0), base: values[1])
        }),
        ("float", NativeBody { (i, a) throws(Stop) in try i.floating(a.positional.first ?? .float(0)) }),
        ("bool", NativeBody { (i, a) throws(Stop) in .truth(try i.truth(a.positional.first ?? .none)) }),
        ("str", NativeBody { (i, a) throws(Stop) in .string(try a.positional.first.map { (value) throws(Stop) in try i.str(value) } ?? "") }),
        ("list", NativeBody { (i, a) throws(Stop) in try i.list(a.positional.first.map { (value) throws(Stop) in try i.items(value) } ?? []) }),
        ("tuple", NativeBody { (i, a) throws(Stop) in i.tuple(try a.positional.first.map { (value) throws(Stop) in try i.items(value) } ?? []) }),
        ("set", NativeBody { (i, a) throws(Stop) in
            let set = SetObject(i.arena)
            if let source = a.positional.first { for item in try i.items(source) { set.insert(try i.hash(item), item) } }
            return .set(set)
        }),
        ("frozenset", NativeBody { (i, a) throws(Stop) in
            let set = SetObject(i.arena)
            if let source = a.positional.first { for item in try i.items(source) { set.insert(try i.hash(item), item) } }
            set.isFrozen = true
            return .set(set)
        }),
        ("dict", NativeBody { (i, a) throws(Stop) in
            let result = DictionaryObject(i.arena)
            if let source = a.positional.first { try i.update(result, source) }
            for (name, value) in a.named { result.set(.string(name), .string(name), value) }
            return .dictionary(result)
        }),
        ("range", NativeBody { (i, a) throws(Stop) in
            var bounds: [Int] = []
            for value in a.positional {
                switch value {
                case .int(let value): bounds.append(value)
                case .truth(let value): bounds.append(value ? 1 : 0)
                case .array(let array) where array.tensor.count == 1 && !array.dtype.isFloat:
                    try i.escape(array)
                    bounds.append(try Int(i.clampedItem(array)))
                case .long: throw i.unsupported("a range beyond 2^63")
                default: throw i.error("TypeError", "'\(i.typeName(value))' object cannot be interpreted as an integer")
                }
            }
            switch bounds.count {
            case 1: return .range(RangeObject(0, bounds[0], 1))
            case 2: return .range(RangeObject(bounds[0], bounds[1], 1))
            case 3:
                if bounds[2] == 0 { throw i.error("ValueError", "range() arg 3 must not be zero") }
                return .range(RangeObject(bounds[0], bounds[1], bounds[2]))
            case 0: throw i.error("TypeError", "range expected at least 1 argument, got 0")
            default: throw i.error("TypeError", "range expected at most 3 arguments, got \(bounds.count)")
            }
        }),
        ("type", NativeBody { (i, a) throws(Stop) in
            if a.positional.count == 3 {
                guard case .string(let name) = a.positional[0], case .dictionary(let body) = a.positional[2] else { throw i.unsupported("type with three arguments") }
                var bases: [ClassObject] = []
                for base in try i.items(a.positional[1]) {
                    guard case .type(let type) = base else { throw i.unsupported("this base class") }
                    bases.append(type)
                }
                let type = ClassObject(name, bases.isEmpty ? [i.classes.object] : bases, i.arena)
                for entry in body.live { if case .string(let word) = entry.key { type.set(word, entry.value) } }
                return .type(type)
            }
            guard a.positional.count == 1 else { throw i.error("TypeError", "type() takes 1 or 3 arguments") }
            switch a.positional[0] {
            case .instance(let instance): return .type(instance.kind)
            case .list, .tuple, .dictionary, .set:
                if let kind = i.writtenClass(a.positional[0]) { return .type(kind) }
                let name = i.typeName(a.positional[0])
                return .type(i.classes.named[name] ?? i.classes.foreign(name))
            case .array(let array) where array.isScalar: return .type(i.classes.foreign("numpy.\(array.dtype.name)"))
            case .array(let array): return .type(i.classes.foreign(array.library == .torch ? "torch.Tensor" : "numpy.ndarray"))
            default:
                let name = i.typeName(a.positional[0])
                return .type(i.classes.named[name] ?? i.classes.foreign(name))
            }
        }),
        ("slice", NativeBody { (i, a) throws(Stop) in
            let p = a.positional
            switch p.count {
            case 1: return .slice(SliceObject(.none, p[0], .none))
            case 2: return .slice(SliceObject(p[0], p[1], .none))
            case 3: return .slice(SliceObject(p[0], p[1], p[2]))
            default: throw i.error("TypeError", "slice expected at least 1 argument, got 0")
            }
        }),
    ]

    // MARK: What they do

    func length(_ value: Value) throws(Stop) -> Int {
        if container(value)?.subclass != nil, let method = special(value, "__len__"), case .int(let count) = try call(method, Arguments()) {
            return count
        }
        switch value {
        case .instance(let instance) where instance.kind === classes.inert:
            guard case .int(let rows)? = instance.attributes["rows"], case .int(let columns)? = instance.attributes["columns"] else { throw drawn(instance) }
            return rows > 1 ? rows : columns
        case .type(let type):
            if let method = type.find("__class_iter__") { return try items(call(method, Arguments([value]))).count }
        case .string(let text): return text.unicodeScalars.count
        case .list(let list): return list.items.count
        case .tuple(let tuple): return tuple.items.count
        case .dictionary(let dictionary): return dictionary.count
        case .set(let set): return set.count
        case .view(let view): return view.dictionary.count
        case .range(let range): return range.count
        case .array(let array):
            if let first = array.tensor.shape.first { return first }
            if array.isScalar { throw error("TypeError", "object of type '\(array.typeName)' has no len()") }
            throw error("TypeError", array.library == .torch ? "len() of a 0-d tensor" : "len() of unsized object")
        case .instance(let instance):
            if let method = instance.kind.find("__len__"),
                case .int(let count) = try call(bind(method, to: value), Arguments())
            {
                return count
            }
        case .missing(let missing): throw .missing(missing.reason)
        default: break
        }
        throw error("TypeError", "object of type '\(typeName(value))' has no len()")
    }

    func sorted(_ items: [Value], key: Value?, reverse: Value?) throws(Stop) -> [Value] {
        var keyed: [(Value, Value)] = []
        for item in items {
            if let key {
                if case .none = key { keyed.append((item, item)) } else { keyed.append((try call(key, Arguments([item])), item)) }
            } else {
                keyed.append((item, item))
            }
        }
        let isReversed = try reverse.map { (value) throws(Stop) in try truth(value) } ?? false
        if isReversed { keyed.reverse() }
        // A merge sort: stable, and comparisons may stop it.
        var width = 1
        var source = keyed
        while width < source.count {
            var target: [(Value, Value)] = []
            target.reserveCapacity(source.count)
            var start = 0
            while start < source.count {
                let middle = min(start + width, source.count), end = min(start + 2 * width, source.count)
                var a = start, b = middle
                while a < middle || b < end {
                    if b >= end {
                        target.append(source[a])
                        a += 1
                    } else if a >= middle {
                        target.append(source[b])
                        b += 1
                    } else if try truth(compare(.less, source[b].0, source[a].0)) {
                        target.append(source[b])
                        b += 1
                    } else {
                        target.append(source[a])
                        a += 1
                    }
                }
                start = end
            }
            source = target
            width *= 2
        }
        if isReversed { source.reverse() }
        return source.map(\.1)
    }

    func rounded(_ value: Value, _ digits: Value?) throws(Stop) -> Value {
        var places: Int?
        if let digits, case .int(let count) = digits { places = count }
        switch value {
        case .truth(let truth): return .int(truth ? 1 : 0)
        case .int, .long:
            if let places, places < 0 { throw unsupported("round to tens") }
            return value
        case .float(let number):
            guard let places else {
                if number.isNaN { throw error("ValueError", "cannot convert float NaN to integer") }
                if number.isInfinite { throw error("OverflowError", "cannot convert float infinity to integer") }
                let whole = number.rounded(.toNearestOrEven)
                guard let small = Int(exactly: whole) else { throw unsupported("round beyond 2^63") }
                return .int(small)
            }
            guard number.isFinite else { return value }
            if places > 300 { return value }
            if places < 0 {
                let scale = pow(10, Double(min(-places, 308)))
                return .float((number / scale).rounded(.toNearestOrEven) * scale)
            }
            return .float(Double(FloatText.c(number, "f", precision: places)) ?? number)
        case .array(let array):
            let scale = pow(10, Double(max(-300, min(300, places ?? 0))))
            if array.isScalar, places == nil { return try integer(.array(make(array.tensor.round(), array.dtype, array.library, isScalar: true, from: [array])), base: nil) }
            let tensor = scale == 1 ? array.tensor.round() : array.tensor.map { ($0 * scale).rounded(.toNearestOrEven) / scale }
            return try result(tensor, array.dtype, array.library, from: [array])
        case .instance(let instance):
            if let method = instance.kind.find("__round__") { return try call(bind(method, to: value), Arguments()) }
        default: break
        }
        throw error("TypeError", "type \(typeName(value)) doesn't define __round__ method")
    }

    func isInstance(_ value: Value, of type: Value) throws(Stop) -> Bool {
        switch type {
        case .tuple(let types):
            for type in types.items { if try isInstance(value, of: type) { return true } }
            return false
        case .type(let type):
            if type.name == "object" { return true }
            if let test = type.find("__class_instance__") { return try truth(call(test, Arguments([value]))) }
            switch value {
            case .instance(let instance): return instance.kind.derives(from: type)
            case .list, .tuple, .dictionary, .set:
                if let kind = writtenClass(value) { return kind.derives(from: type) }
                if type.name == "frozenset" || type.name == "set", case .set(let set) = value { return set.isFrozen == (type.name == "frozenset") }
                return typeName(value) == type.name || type.name == "Size" && typeName(value) == "tuple"
            case .type: return type.name == "type"
            case .truth: return type.name == "bool" || type.name == "int"
            case .array(let array) where type === classes.parameter: return array.isParameter
            case .array(let array):
                if array.isScalar { return type.name == "float" && array.dtype == .float64 || type.name == "numpy.\(array.dtype.name)" }
                return type.name == (array.library == .torch ? "torch.Tensor" : "numpy.ndarray")
            case .missing(let missing): throw .missing(missing.reason)
            default: return typeName(value) == type.name
            }
        case .native(let native):
            switch native.name {
            case "torch.cuda.FloatTensor": return false
            case "numpy.ndarray", "torch.Tensor", "torch.FloatTensor":
                if case .array(let array) = value { return !array.isScalar && (array.library == .torch) == native.name.hasPrefix("torch") }
                return false
            default: throw unsupported("isinstance of \(native.name)")
            }
        case .dtype(let dtype, .numpy):
            if case .array(let array) = value { return array.isScalar && array.dtype == dtype }
            return false
        case .none, .int, .string, .list: throw error("TypeError", "isinstance() arg 2 must be a type, a tuple of types, or a union")
        default: throw unsupported("this isinstance")
        }
    }

    func integer(_ value: Value, base: Value?) throws(Stop) -> Value {
        switch value {
        case .truth(let truth): return .int(truth ? 1 : 0)
        case .int, .long: return value
        case .float(let number):
            if number.isNaN { throw error("ValueError", "cannot convert float NaN to integer") }
            if number.isInfinite { throw error("OverflowError", "cannot convert float infinity to integer") }
            guard let small = Int(exactly: number.rounded(.towardZero)) else { throw unsupported("an integer beyond 2^63 from a float") }
            return .int(small)
        case .string(let text):
            var radix = 10
            if let base, case .int(let given) = base { radix = given }
            guard (2...36).contains(radix) else { throw unsupported("this base") }
            let trimmed = TextSearch.trimmed(text).replacing("_", with: "")
            if let small = Int(trimmed, radix: radix) { return .int(small) }
            let digits = trimmed.hasPrefix("-") ? String(trimmed.dropFirst()) : trimmed
            if digits.utf8.count > budget.limits.digits { throw .limit(.digits(budget.limits.digits)) }
            if radix == 10, !digits.isEmpty, let big = BigInteger(decimal: digits) {
                return try normalized(trimmed.hasPrefix("-") ? -big : big)
            }
            throw error("ValueError", "invalid literal for int() with base \(radix): \(quoted(text))")
        case .array(let array):
            guard array.tensor.count == 1 else {
                throw error("TypeError", array.library == .torch ? "only integer tensors of a single element can be converted to an index" : "only 0-dimensional arrays can be converted to Python scalars")
            }
            return try integer(itemValue(array), base: nil)
        case .instance(let instance):
            if let method = instance.kind.find("__int__") { return try call(bind(method, to: value), Arguments()) }
        case .missing(let missing): throw .missing(missing.reason)
        default: break
        }
        throw error(
            "TypeError",
            "int() argument must be a string, a bytes-like object or a real number, not '\(typeName(value))'")
    }

    func floating(_ value: Value) throws(Stop) -> Value {
        switch value {
        case .truth, .int, .float: return .float(number(value) ?? 0)
        case .long(let big):
            if big.double.isInfinite { throw error("OverflowError", "int too large to convert to float") }
            return .float(big.double)
        case .string(let text):
            let trimmed = TextSearch.trimmed(text).lowercased()
            switch trimmed {
            case "inf", "+inf", "infinity": return .float(.infinity)
            case "-inf", "-infinity": return .float(-.infinity)
            case "nan", "+nan", "-nan": return .float(.nan)
            default: break
            }
            if !trimmed.contains("x"), !trimmed.contains("p"), !trimmed.contains("n"), let number = Double(trimmed.hasSuffix(".") ? trimmed + "0" : trimmed) { return .float(number) }
            throw error("ValueError", "could not convert string to float: \(quoted(text))")
        case .array(let array):
            guard array.tensor.count == 1 else {
                throw error(array.library == .torch ? "RuntimeError" : "TypeError", array.library == .torch ? "a Tensor with \(array.tensor.count) elements cannot be converted to Scalar" : "only 0-dimensional arrays can be converted to Python scalars")
            }
            return .float(number(try itemValue(array)) ?? 0)
        case .instance(let instance):
            if let method = instance.kind.find("__float__") { return try call(bind(method, to: value), Arguments()) }
        case .missing(let missing): throw .missing(missing.reason)
        default: break
        }
        throw error("TypeError", "float() argument must be a string or a real number, not '\(typeName(value))'")
    }

    func update(_ dictionary: DictionaryObject, _ source: Value) throws(Stop) {
        if case .dictionary(let other) = source {
            for entry in other.live { dictionary.set(try hash(entry.key), entry.key, entry.value) }
            return
        }
        for pair in try items(source) {
            let parts = try items(pair)
            guard parts.count == 2 else {
                throw error(
                    "ValueError",
                    "dictionary update sequence element #\(dictionary.count) has length \(parts.count); 2 is required")
            }
            dictionary.set(try hash(parts[0]), parts[0], parts[1])
        }
    }
}

extension NativeClasses {
    /// The class of values that are none of our classes.
    func foreign(_ name: String) -> ClassObject { known(name) }
}

/// Text by scalars, as Python sees it.
enum TextSearch {
    /// The scalar offset at which `part` first occurs from `start` on.
    static func find(_ part: String, in text: String, from start: Int = 0) -> Int? {
        let needle = Array(part.unicodeScalars), hay = Array(text.unicodeScalars)
        if needle.isEmpty { return start <= hay.count ? start : nil }
        guard hay.count >= needle.count, start <= hay.count - needle.count else { return nil }
        for i in max(0, start)...(hay.count - needle.count) where hay[i] == needle[0] {
            if hay[i..<(i + needle.count)].elementsEqual(needle) { return i }
        }
        return nil
    }

    /// The scalar offset at which `part` last occurs.
    static func findLast(_ part: String, in text: String) -> Int? {
        let needle = Array(part.unicodeScalars), hay = Array(text.unicodeScalars)
        guard hay.count >= needle.count else { return nil }
        for i in stride(from: hay.count - needle.count, through: 0, by: -1) where hay[i..<(i + needle.count)].elementsEqual(needle) {
            return i
        }
        return nil
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    static func trimmed(_ text: String, left: Bool = true, right: Bool = true, of set: String? = nil) -> String {
        var scalars = Array(text.unicodeScalars)
        func drops(_ scalar: Unicode.Scalar) -> Bool { set.map { $0.unicodeScalars.contains(scalar) } ?? isSpace(scalar) }
        if right { while let last = scalars.last, drops(last) { scalars.removeLast() } }
        if left { scalars.removeFirst(scalars.prefix { drops($0) }.count) }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
