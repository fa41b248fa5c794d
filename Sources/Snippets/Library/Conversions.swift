import Glibc
import Source
import Tensors

extension Interpreter {
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
            guard let places, places < 0 else { return value }
            guard case .int(let number) = value, places >= -18 else { throw unsupported("round of large integers") }
            let unit = (0..<(-places)).reduce(1) { scale, _ in scale * 10 }
            // To the nearest multiple, ties to the even one.
            var (quotient, rest) = number.quotientAndRemainder(dividingBy: unit)
            if rest < 0 { (quotient, rest) = (quotient - 1, rest + unit) }
            if rest > unit / 2 || rest == unit / 2 && quotient & 1 == 1 { quotient += 1 }
            let (result, overflow) = quotient.multipliedReportingOverflow(by: unit)
            return overflow ? value : .int(result)
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
