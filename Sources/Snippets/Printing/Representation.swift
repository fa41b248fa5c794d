import Source
import Tensors

extension Interpreter {
    func str(_ value: Value) throws(Stop) -> String {
        if container(value)?.subclass != nil, let method = special(value, "__str__") { return try text(call(method, Arguments())) }
        switch value {
        case .string(let text): return text
        case .dtype(let dtype, .numpy): return dtype.name
        case .array(let array):
            if let stale = array.stale { throw .missing(stale.reason) }
            try spend(array.tensor.count / 16)
            if array.isRandom { randomEscaped = true }
            if array.library == .torch {
                if array.requiresGradient { randomEscaped = randomEscaped || !array.isLeaf }
                return ArrayText.torch(array)
            }
            return ArrayText.numpy(array, separator: " ", prefix: "")
        case .instance(let instance):
            if instance.kind.derives(from: "BaseException") {
                if let method = instance.kind.find("__str__") { return try text(call(bind(method, to: value), Arguments())) }
                guard case .tuple(let arguments)? = instance.attributes["args"] else { return "" }
                switch arguments.items.count {
                case 0: return ""
                case 1: return instance.kind.derives(from: "KeyError") ? try repr(arguments.items[0]) : try str(arguments.items[0])
                default: return try repr(.tuple(arguments))
                }
            }
            if let method = instance.kind.find("__str__") { return try text(call(bind(method, to: value), Arguments())) }
            return try repr(value)
        default: return try repr(value)
        }
    }

    private func text(_ value: Value) throws(Stop) -> String {
        if case .string(let text) = value { return text }
        throw error("TypeError", "__str__ returned non-string (type \(typeName(value)))")
    }

    func repr(_ value: Value) throws(Stop) -> String {
        try spend()
        if container(value)?.subclass != nil, let method = special(value, "__repr__") { return try text(call(method, Arguments())) }
        switch value {
        case .none: return "None"
        case .ellipsis: return "Ellipsis"
        case .notImplemented: return "NotImplemented"
        case .truth(let value): return value ? "True" : "False"
        case .int(let value): return String(value)
        case .long(let value):
            try spend(value.words.count * value.words.count)
            let text = value.decimal
            if text.utf8.count > budget.limits.digits + 1 { throw .limit(.digits(budget.limits.digits)) }
            return text
        case .float(let value): return FloatText.repr(value)
        case .string(let text): return quoted(text)
        case .list(let list):
            guard let inner = try nested(list, list.items) else { return "[...]" }
            return "[\(inner)]"
        case .tuple(let tuple):
            guard let inner = try nested(tuple, tuple.items) else { return "(...)" }
            if tuple.isSize { return "torch.Size([\(inner)])" }
            return tuple.items.count == 1 ? "(\(inner),)" : "(\(inner))"
        case .set(let set):
            if set.count > 1 { randomEscaped = true }
            let inner = try nested(set, set.items) ?? "..."
            if set.isFrozen { return set.count == 0 ? "frozenset()" : "frozenset({\(inner)})" }
            return set.count == 0 ? "set()" : "{\(inner)}"
        case .dictionary(let dictionary):
            guard !printing.contains(ObjectIdentifier(dictionary)) else { return "{...}" }
            printing.insert(ObjectIdentifier(dictionary))
            defer { printing.remove(ObjectIdentifier(dictionary)) }
            try descend()
            defer { ascend() }
            var parts: [String] = []
            for entry in dictionary.live {
                parts.append("\(try repr(entry.key)): \(try repr(fresh(entry.value)))")
            }
            let text = "{" + parts.joined(separator: ", ") + "}"
            try checkLength(text)
            return text
        case .view(let view): return "\(view.typeName)(\(try repr(list(viewItems(view)))))"
        case .range(let range):
            return range.step == 1 ? "range(\(range.start), \(range.stop))" : "range(\(range.start), \(range.stop), \(range.step))"
        case .slice(let slice): return "slice(\(try repr(slice.start)), \(try repr(slice.stop)), \(try repr(slice.step)))"
        case .array(let array): return try arrayRepr(array)
        case .function(let function):
            randomEscaped = true
            return "<function \(function.name) at 0x000000000000>"
        case .native(let native): return "<built-in function \(native.name)>"
        case .bound(let method):
            randomEscaped = true
            if case .function(let function) = method.function { return "<bound method \(function.name)>" }
            return "<bound method>"
        case .module(let module): return "<module '\(module.name)'>"
        case .type(let type): return type.isNative || type.module == "builtins" ? "<class '\(type.name)'>" : "<class '\(type.module).\(type.name)'>"
        case .dtype(let dtype, let library): return library == .torch ? "torch.\(dtype.name)" : "dtype('\(dtype.name)')"
        case .iterator(let iterator):
            randomEscaped = true
            return "<\(iterator.typeName) object at 0x000000000000>"
        case .missing(let missing): throw .missing(missing.reason)
        case .instance(let instance):
            if let method = instance.kind.find("__repr__") { return try text(call(bind(method, to: value), Arguments())) }
            if instance.kind.derives(from: "BaseException"), case .tuple(let arguments)? = instance.attributes["args"] {
                let inner = try repr(.tuple(arguments))
                return instance.kind.name + (arguments.items.count == 1 ? "(\(try repr(arguments.items[0])))" : inner)
            }
            if instance.kind === classes.inert { throw drawn(instance) }
            if instance.kind.isNative || instance.kind.isLibrary { throw unsupported("repr of \(instance.kind.name)") }
            randomEscaped = true
            return "<__main__.\(instance.kind.name) object at 0x000000000000>"
        }
    }

    /// `nil` for an object that is being written already.
    private func nested(_ object: HeapObject, _ items: [Value]) throws(Stop) -> String? {
        let identity = ObjectIdentifier(object)
        guard !printing.contains(identity) else { return nil }
        printing.insert(identity)
        defer { printing.remove(identity) }
        try descend()
        defer { ascend() }
        var parts: [String] = []
        var size = 0
        for item in items {
            let text = try repr(fresh(item))
            size += text.utf8.count
            if size > 16 << 20 { throw .limit(.memory(budget.limits.elementsAlive)) }
            parts.append(text)
        }
        return parts.joined(separator: ", ")
    }

    func quoted(_ text: String) -> String {
        let quote: Unicode.Scalar = text.unicodeScalars.contains("'") && !text.unicodeScalars.contains("\"") ? "\"" : "'"
        var result = String.UnicodeScalarView()
        result.append(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case quote, "\\":
                result.append("\\")
                result.append(scalar)
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\r": result.append(contentsOf: "\\r".unicodeScalars)
            case "\t": result.append(contentsOf: "\\t".unicodeScalars)
            default:
                if scalar == " " || Tokenizer.isPrintable(scalar) {
                    result.append(scalar)
                } else {
                    let value = scalar.value
                    let digits = String(value, radix: 16)
                    let width = value < 0x100 ? 2 : value < 0x10000 ? 4 : 8
                    let letter = value < 0x100 ? "x" : value < 0x10000 ? "u" : "U"
                    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
                    result.append(contentsOf: "\\\(letter)\(zeros)\(digits)".unicodeScalars)
                }
            }
        }
        result.append(quote)
        return String(result)
    }

    private func arrayRepr(_ array: ArrayObject) throws(Stop) -> String {
        if array.library == .torch { return try str(.array(array)) }
        if let stale = array.stale { throw .missing(stale.reason) }
        if array.isRandom { randomEscaped = true }
        try spend(array.tensor.count / 16)
        if array.isScalar {
            let text = ArrayText.numpy(array, separator: " ", prefix: "")
            return array.dtype == .bool ? "np.\(text)_" : "np.\(array.dtype.name)(\(text))"
        }
        var suffix = ""
        switch array.dtype {
        case .float64, .int64, .bool: break
        default: suffix = ", dtype=\(array.dtype.name)"
        }
        if array.tensor.count == 0 {
            suffix = ", dtype=\(array.dtype.name)"
            let shape = array.tensor.rank == 1 ? "" : ", shape=\(try repr(tuple(array.tensor.shape.map { .int($0) })))"
            return "array([]\(shape)\(suffix))"
        }
        if array.tensor.isScalar, let row = try? array.tensor.reshaped([1]) {
            let text = ArrayText.numpy(try make(row, array.dtype, .numpy), separator: ", ", prefix: "array(", suffix: ")")
            return "array(\(text.dropFirst().dropLast())\(suffix))"
        }
        if array.tensor.count > 1_000 { throw unsupported("repr of an array of more than 1000 elements") }
        return "array(" + ArrayText.numpy(array, separator: ", ", prefix: "array(", suffix: ")" ) + suffix + ")"
    }

    // MARK: Formatting

    /// `format(value, specification)`.
    func format(_ value: Value, _ specification: String) throws(Stop) -> String {
        if specification.isEmpty { return try str(value) }
        if case .instance(let instance) = value, let method = instance.kind.find("__format__") {
            return try text(call(bind(method, to: value), Arguments([.string(specification)])))
        }
        guard let spec = FormatSpecification(specification) else {
            throw error(
                "ValueError", "Invalid format specifier '\(specification)' for object of type '\(typeName(value))'")
        }
        if spec.width > 1 << 20 || (spec.precision ?? 0) > 1 << 16 { throw .limit(.memory(budget.limits.elementsAlive)) }
        var number = value
        if case .array(let array) = value {
            if array.tensor.count == 1, array.library == .torch && array.tensor.isScalar || array.isScalar {
                number = try itemValue(array)
            } else {
                throw error("TypeError", "unsupported format string passed to \(array.library == .torch ? "Tensor" : "numpy.ndarray").__format__")
            }
        }
        switch number {
        case .string(let text):
            if spec.type != nil, spec.type != "s" {
                throw error("ValueError", "Unknown format code '\(spec.type ?? "s")' for object of type 'str'")
            }
            return spec.padded(text: text)
        case .truth(let truth):
            if spec.type == nil || spec.type == "s" { return spec.padded(text: truth ? "True" : "False") }
            number = .int(truth ? 1 : 0)
        case .int, .long, .float: break
        case .none, .list, .tuple, .dictionary, .set:
            throw error("TypeError", "unsupported format string passed to \(typeName(number)).__format__")
        default: throw unsupported("format of \(typeName(number))")
        }
        let digits: String
        switch number {
        case .int(let value): digits = String(value)
        case .long: digits = try repr(number)
        default: digits = ""
        }
        if let type = spec.type, digits.isEmpty, "dbxXoc".contains(type) {
            throw error("ValueError", "Unknown format code '\(type)' for object of type 'float'")
        }
        guard let text = spec.format(integer: digits.isEmpty ? nil : digits, self.number(number) ?? 0) else {
            throw unsupported("the format \(specification)")
        }
        return text
    }

    /// `format % values`.
    func percentFormat(_ format: String, _ values: Value) throws(Stop) -> String {
        var items: [Value]
        if case .tuple(let tuple) = values { items = tuple.items } else { items = [values] }
        items.reverse()
        var result = String.UnicodeScalarView()
        let scalars = Array(format.unicodeScalars)
        var i = 0
        while i < scalars.count {
            guard scalars[i] == "%" else {
                result.append(scalars[i])
                i += 1
                continue
            }
            i += 1
            if i < scalars.count, scalars[i] == "%" {
                result.append("%")
                i += 1
                continue
            }
            if i < scalars.count, scalars[i] == "(" {
                guard let close = scalars[i...].firstIndex(of: ")") else { throw error("ValueError", "incomplete format key") }
                guard case .dictionary(let dictionary) = values else { throw error("TypeError", "format requires a mapping") }
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[(i + 1)..<close])
                guard let item = dictionary[.string(String(view))] else { throw keyError(.string(String(view))) }
                items = [item]
                i = close + 1
            }
            var flags = ""
            while i < scalars.count, "-+ #0".unicodeScalars.contains(scalars[i]) {
                flags.unicodeScalars.append(scalars[i])
                i += 1
            }
            var width = "", precision: String?
            while i < scalars.count, ("0"..."9").contains(scalars[i]) {
                width.unicodeScalars.append(scalars[i])
                i += 1
            }
            if i < scalars.count, scalars[i] == "." {
                i += 1
                precision = ""
                while i < scalars.count, ("0"..."9").contains(scalars[i]) {
                    precision?.unicodeScalars.append(scalars[i])
                    i += 1
                }
            }
            if i < scalars.count, scalars[i] == "*" { throw unsupported("% formatting with *") }
            guard i < scalars.count else { throw error("ValueError", "incomplete format") }
            let type = scalars[i]
            i += 1
            guard let value = items.popLast() else { throw error("TypeError", "not enough arguments for format string") }
            var spec = FormatSpecification(align: flags.contains("-") ? "<" : ">", width: Int(width) ?? 0)
            if spec.width > 1 << 20 { throw .limit(.memory(budget.limits.elementsAlive)) }
            spec.precision = precision.map { min(Int($0) ?? 0, 1 << 16) }
            if flags.contains("0"), !flags.contains("-") {
                spec.fill = "0"
                spec.align = "="
            }
            if flags.contains("+") { spec.sign = "+" } else if flags.contains(" ") { spec.sign = " " }
            switch type {
            case "s", "r", "a":
                spec.fill = " "
                if spec.align == "=" { spec.align = ">" }
                result.append(contentsOf: spec.padded(text: type == "s" ? try str(value) : try repr(value)).unicodeScalars)
            case "d", "i", "u":
                guard let number = number(value) else {
                    throw error("TypeError", "%d format: a real number is required, not \(typeName(value))")
                }
                spec.type = "d"
                spec.precision = nil
                if case .array(let array) = value { try escape(array) }
                guard number.isFinite, number.magnitude < 9e15 else { throw unsupported("%d of this number") }
                result.append(contentsOf: (spec.format(integer: String(Int(number)), number) ?? "").unicodeScalars)
            case "x", "X", "o":
                guard case .int(let number) = value else {
                    throw error("TypeError", "%\(type) format: an integer is required, not \(typeName(value))")
                }
                spec.type = Character(type)
                spec.precision = nil
                result.append(contentsOf: (spec.format(integer: String(number), Double(number)) ?? "").unicodeScalars)
            case "c":
                if case .int(let code) = value, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) {
                    result.append(scalar)
                } else {
                    result.append(contentsOf: try str(value).unicodeScalars)
                }
            case "f", "F", "e", "E", "g", "G":
                guard let number = number(value) else { throw error("TypeError", "must be real number, not \(typeName(value))") }
                if case .array(let array) = value { try escape(array) }
                spec.type = Character(type)
                if spec.precision == nil { spec.precision = 6 }
                result.append(contentsOf: (spec.format(integer: nil, number) ?? "").unicodeScalars)
            default: throw unsupported("%\(type)")
            }
        }
        if !items.isEmpty, case .tuple = values {
            throw error("TypeError", "not all arguments converted during string formatting")
        }
        return String(result)
    }
}

/// `[[fill]align][sign][#][0][width][grouping][.precision][type]`.
struct FormatSpecification {
    var fill: Unicode.Scalar = " "
    var align: Unicode.Scalar?
    var sign: Unicode.Scalar = "-"
    var isAlternate = false
    var width = 0
    var grouping: Unicode.Scalar?
    var precision: Int?
    var type: Character?

    init(align: Unicode.Scalar, width: Int) {
        self.align = align
        self.width = width
    }

    init?(_ text: String) {
        let s = Array(text.unicodeScalars)
        var i = 0
        let aligns: [Unicode.Scalar] = ["<", ">", "=", "^"]
        if s.count > 1, aligns.contains(s[1]) {
            fill = s[0]
            align = s[1]
            i = 2
        } else if let first = s.first, aligns.contains(first) {
            align = first
            i = 1
        }
        if i < s.count, s[i] == "+" || s[i] == "-" || s[i] == " " {
            sign = s[i]
            i += 1
        }
        if i < s.count, s[i] == "#" {
            isAlternate = true
            i += 1
        }
        if i < s.count, s[i] == "0" {
            if align == nil {
                fill = "0"
                align = "="
            }
            i += 1
        }
        while i < s.count, let digit = Int(String(s[i])), ("0"..."9").contains(s[i]) {
            width = min(width * 10 + digit, 1 << 30)
            i += 1
        }
        if i < s.count, s[i] == "," || s[i] == "_" {
            grouping = s[i]
            i += 1
        }
        if i < s.count, s[i] == "." {
            i += 1
            var value = 0
            let start = i
            while i < s.count, let digit = Int(String(s[i])), ("0"..."9").contains(s[i]) {
                value = min(value * 10 + digit, 1 << 30)
                i += 1
            }
            if i == start { return nil }
            precision = value
        }
        if i < s.count {
            type = Character(s[i])
            i += 1
        }
        if i != s.count { return nil }
        if let type, !"sdbxXocfFeEgGn%".contains(type) { return nil }
    }

    func padded(text: String) -> String {
        var text = text
        if let precision { text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(precision))) }
        return pad(text, standard: "<")
    }

    private func pad(_ text: String, standard: Unicode.Scalar) -> String {
        let missing = width - text.unicodeScalars.count
        if missing <= 0 { return text }
        let filler = String(Character(fill))
        switch align ?? standard {
        case "<": return text + String(repeating: filler, count: missing)
        case "^":
            return String(repeating: filler, count: missing / 2) + text
                + String(repeating: filler, count: missing - missing / 2)
        default: return String(repeating: filler, count: missing) + text
        }
    }

    /// A number; `nil` for a type that is not written here.
    func format(integer: String?, _ value: Double) -> String? {
        var body: String
        var isNegative = value.sign == .minus && !value.isNaN
        switch type {
        case nil where integer != nil, "d" where integer != nil, "n" where integer != nil:
            body = integer ?? ""
            if body.hasPrefix("-") { body.removeFirst() }
            isNegative = integer?.hasPrefix("-") ?? false
        case "b", "x", "X", "o":
            guard let integer, let number = Int(integer) else { return nil }
            let radix = type == "b" ? 2 : type == "o" ? 8 : 16
            body = String(number.magnitude, radix: radix, uppercase: type == "X")
            if isAlternate { body = (type == "b" ? "0b" : type == "o" ? "0o" : type == "x" ? "0x" : "0X") + body }
            isNegative = number < 0
        case "f", "F": body = special(value) ?? FloatText.c(value.magnitude, "f", precision: precision ?? 6)
        case "e", "E":
            body = special(value) ?? FloatText.c(value.magnitude, type == "e" ? "e" : "E", precision: precision ?? 6)
        case "g", "G", "n":
            body =
                special(value)
                ?? FloatText.c(
                    value.magnitude, type == "G" ? "G" : "g", precision: max(1, precision ?? 6), alternate: isAlternate)
        case "%": body = (special(value) ?? FloatText.c(value.magnitude * 100, "f", precision: precision ?? 6)) + "%"
        case nil:
            if let precision {
                body = special(value) ?? FloatText.c(value.magnitude, "g", precision: max(1, precision))
                if value.isFinite, !body.contains("."), !body.contains("e") { body += ".0" }
            } else {
                body = FloatText.repr(value.magnitude)
            }
        default: return nil
        }
        if let grouping { body = grouped(body, grouping) }
        let mark = isNegative ? "-" : sign == "-" ? "" : String(Character(sign))
        if align == "=" {
            let missing = width - body.unicodeScalars.count - mark.unicodeScalars.count
            return mark + String(repeating: String(Character(fill)), count: max(0, missing)) + body
        }
        return pad(mark + body, standard: ">")
    }

    private func special(_ value: Double) -> String? {
        let upper = type == "F" || type == "E" || type == "G"
        if value.isNaN { return upper ? "NAN" : "nan" }
        if value.isInfinite { return upper ? "INF" : "inf" }
        return nil
    }

    private func grouped(_ text: String, _ mark: Unicode.Scalar) -> String {
        let whole = text.prefix { $0 >= "0" && $0 <= "9" }
        var result = ""
        for (i, digit) in whole.enumerated() {
            if i > 0, (whole.count - i) % 3 == 0 { result.unicodeScalars.append(mark) }
            result.append(digit)
        }
        return result + text.dropFirst(whole.count)
    }
}
