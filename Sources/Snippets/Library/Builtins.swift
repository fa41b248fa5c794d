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
        case "complex": if let type = try libraryValue(PythonLibrary.complexModule, name) { return type }
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
        table["ascii"] = NativeBody { (i, a) throws(Stop) in
            var text = ""
            for scalar in try i.repr(a.required(a.positional.first, "obj", of: "ascii", i)).unicodeScalars {
                let digits = String(scalar.value, radix: 16)
                func padded(_ mark: String, _ width: Int) -> String { "\\" + mark + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits }
                switch scalar.value {
                case ..<0x80: text.unicodeScalars.append(scalar)
                case ..<0x100: text += padded("x", 2)
                case ..<0x10000: text += padded("u", 4)
                default: text += padded("U", 8)
                }
            }
            return .string(text)
        }
        for (name, radix, mark) in [("bin", 2, "0b"), ("hex", 16, "0x"), ("oct", 8, "0o")] {
            table[name] = NativeBody { (i, a) throws(Stop) in
                var number = try a.required(a.positional.first, "number", of: name, i)
                if case .array(let array) = number, array.tensor.isScalar, !array.dtype.isFloat {
                    try i.escape(array)
                    number = .int(Int(try i.clampedItem(array)))
                }
                switch number {
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
}
