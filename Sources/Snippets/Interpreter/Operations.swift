import Glibc
import Source
import Tensors

extension Interpreter {
    func typeName(_ value: Value) -> String {
        switch value {
        case .none: "NoneType"
        case .ellipsis: "ellipsis"
        case .notImplemented: "NotImplementedType"
        case .truth: "bool"
        case .int, .long: "int"
        case .float: "float"
        case .string: "str"
        case .list(let list): list.subclass?.name ?? "list"
        case .tuple(let tuple): tuple.subclass?.name ?? (tuple.isSize ? "Size" : "tuple")
        case .dictionary(let dictionary): dictionary.subclass?.name ?? "dict"
        case .set(let set): set.subclass?.name ?? (set.isFrozen ? "frozenset" : "set")
        case .view(let view): view.typeName
        case .range: "range"
        case .slice: "slice"
        case .array(let array): array.typeName
        case .function: "function"
        case .native: "builtin_function_or_method"
        case .bound: "method"
        case .module: "module"
        case .type: "type"
        case .instance(let instance): instance.kind.name
        case .iterator(let iterator): iterator.typeName
        case .dtype: "dtype"
        case .missing: "object"
        }
    }

    // MARK: Truth, numbers

    func truth(_ value: Value) throws(Stop) -> Bool {
        if let holder = container(value), holder.subclass != nil {
            for name in ["__bool__", "__len__"] {
                if let method = special(value, name) { return try truth(call(method, Arguments())) }
            }
        }
        switch value {
        case .none: return false
        case .truth(let value): return value
        case .int(let value): return value != 0
        case .long(let value): return !value.words.isEmpty
        case .float(let value): return value != 0
        case .string(let text): return !text.isEmpty
        case .list(let list): return !list.items.isEmpty
        case .tuple(let tuple): return !tuple.items.isEmpty
        case .dictionary(let dictionary): return dictionary.count > 0
        case .set(let set): return set.count > 0
        case .view(let view): return view.dictionary.count > 0
        case .range(let range): return range.count > 0
        case .array(let array): return try arrayTruth(array)
        case .missing(let missing): throw .missing(missing.reason)
        case .instance(let instance) where instance.kind === classes.inert: throw drawn(instance)
        case .instance(let instance):
            if let method = instance.kind.find("__bool__") {
                return try truth(call(bind(method, to: value), Arguments()))
            }
            if let method = instance.kind.find("__len__") {
                return try truth(call(bind(method, to: value), Arguments()))
            }
            return true
        default: return true
        }
    }

    /// As a double: truth values, integers, floats and arrays of one element.
    func number(_ value: Value) -> Double? {
        switch value {
        case .truth(let value): value ? 1 : 0
        case .int(let value): Double(value)
        case .long(let value): value.double
        case .float(let value): value
        case .array(let array): array.tensor.count == 1 ? try? array.tensor.item : nil
        default: nil
        }
    }

    func normalized(_ value: BigInteger) throws(Stop) -> Value {
        if let small = value.int { return .int(small) }
        // log10(2) · 32 = 9.63 digits a word.
        if Double(value.words.count) * 9.632_959_861 > Double(budget.limits.digits) + 10 {
            throw .limit(.digits(budget.limits.digits))
        }
        try spend(value.words.count)
        return .long(value)
    }

    private func big(_ value: Value) -> BigInteger? {
        switch value {
        case .truth(let value): BigInteger(value ? 1 : 0)
        case .int(let value): BigInteger(value)
        case .long(let value): value
        default: nil
        }
    }

    private func small(_ value: Value) -> Int? {
        switch value {
        case .truth(let value): value ? 1 : 0
        case .int(let value): value
        default: nil
        }
    }

    private func isFloat(_ value: Value) -> Bool { if case .float = value { true } else { false } }

    // MARK: Unary

    func unary(_ operation: PythonTree.UnaryOperator, _ value: Value) throws(Stop) -> Value {
        if operation == .not { return .truth(try !truth(value)) }
        switch value {
        case .truth(let truth):
            let number = truth ? 1 : 0
            return .int(operation == .negative ? -number : operation == .invert ? ~number : number)
        case .int(let number):
            switch operation {
            case .negative:
                if number == .min { return .long(-BigInteger(number)) }
                return .int(-number)
            case .invert: return .int(~number)
            default: return value
            }
        case .long(let number):
            switch operation {
            case .negative: return try normalized(-number)
            case .invert: return try normalized(-number - BigInteger(1))
            default: return value
            }
        case .float(let number):
            if operation == .invert { break }
            return .float(operation == .negative ? -number : number)
        case .array(let array):
            let result = try arrayUnary(operation, array)
            if operation == .negative { noteGradient(of: result) { _ in "Neg0" } }
            return result
        case .instance(let instance):
            let name = operation == .negative ? "__neg__" : operation == .positive ? "__pos__" : "__invert__"
            if let method = instance.kind.find(name) { return try call(bind(method, to: value), Arguments()) }
        case .missing(let missing): throw .missing(missing.reason)
        default: break
        }
        let sign = operation == .negative ? "-" : operation == .positive ? "+" : "~"
        throw error("TypeError", "bad operand type for unary \(sign): '\(typeName(value))'")
    }

    // MARK: Binary

    private static let methods: [PythonTree.BinaryOperator: String] = [
        .add: "add", .subtract: "sub", .multiply: "mul", .divide: "truediv", .floorDivide: "floordiv",
        .modulo: "mod", .power: "pow", .matrixMultiply: "matmul", .leftShift: "lshift", .rightShift: "rshift",
        .bitAnd: "and", .bitOr: "or", .bitXor: "xor",
    ]

    func binary(_ operation: PythonTree.BinaryOperator, _ a: Value, _ b: Value) throws(Stop) -> Value {
        if case .int(let x) = a, case .int(let y) = b, let result = try integers(operation, x, y) { return result }
        if case .float(let x) = a, case .float(let y) = b { return try floats(operation, x, y) }
        if case .missing(let missing) = a { throw .missing(missing.reason) }
        if case .missing(let missing) = b { throw .missing(missing.reason) }
        if isInstance(a) || isInstance(b) { return try overloaded(operation, a, b) }
        if isArray(a) || isArray(b) {
            let value = try arrayBinary(operation, a, b)
            if recordsGradients { noteGradient(of: value) { _ in GradientNames.name(operation, a, b) } }
            return value
        }
        if let x = big(a), let y = big(b) {
            if case .truth(let p) = a, case .truth(let q) = b {
                switch operation {
                case .bitAnd: return .truth(p && q)
                case .bitOr: return .truth(p || q)
                case .bitXor: return .truth(p != q)
                default: break
                }
            }
            if let p = small(a), let q = small(b), let result = try integers(operation, p, q) { return result }
            return try longs(operation, x, y)
        }
        if let x = number(a), let y = number(b), isFloat(a) || isFloat(b) { return try floats(operation, x, y) }
        return try sequences(operation, a, b)
    }

    private func isArray(_ value: Value) -> Bool { if case .array = value { true } else { false } }

    private func isInstance(_ value: Value) -> Bool {
        if case .instance = value { return true }
        return container(value)?.subclass != nil
    }

    private func overloaded(_ operation: PythonTree.BinaryOperator, _ a: Value, _ b: Value) throws(Stop) -> Value {
        let name = Self.methods[operation] ?? ""
        for value in [a, b] { if case .instance(let instance) = value, instance.kind === classes.inert { throw drawn(instance) } }
        if let method = special(a, "__\(name)__") {
            let result = try call(method, Arguments([b]))
            if case .notImplemented = result {} else { return result }
        }
        if let method = special(b, "__r\(name)__") {
            let result = try call(method, Arguments([a]))
            if case .notImplemented = result {} else { return result }
        }
        if case .instance(let left) = a, left.kind.isLibrary { throw unsupported("\(operation.sign) of \(left.kind.name)") }
        if case .instance = a { throw unfit(operation, a, b) }
        if case .instance = b {
            if case .string(let format) = a, operation == .modulo { return .string(try percentFormat(format, b)) }
            throw unfit(operation, a, b)
        }
        return try sequences(operation, a, b)
    }

    private func unfit(_ operation: PythonTree.BinaryOperator, _ a: Value, _ b: Value) -> Stop {
        error(
            "TypeError",
            "unsupported operand type(s) for \(operation.sign): '\(typeName(a))' and '\(typeName(b))'")
    }

    /// `nil` where the result does not fit a word.
    private func integers(_ operation: PythonTree.BinaryOperator, _ x: Int, _ y: Int) throws(Stop) -> Value? {
        func checked(_ result: (Int, Bool)) -> Value? { result.1 ? nil : .int(result.0) }
        switch operation {
        case .add: return checked(x.addingReportingOverflow(y))
        case .subtract: return checked(x.subtractingReportingOverflow(y))
        case .multiply: return checked(x.multipliedReportingOverflow(by: y))
        case .divide:
            if y == 0 { throw error("ZeroDivisionError", "division by zero") }
            if x.magnitude > 1 << 53 || y.magnitude > 1 << 53 { return nil }
            return .float(Double(x) / Double(y))
        case .floorDivide:
            if y == 0 { throw error("ZeroDivisionError", "integer division or modulo by zero") }
            let (q, overflow) = x.dividedReportingOverflow(by: y)
            if overflow { return nil }
            return .int(x % y != 0 && (x < 0) != (y < 0) ? q - 1 : q)
        case .modulo:
            if y == 0 { throw error("ZeroDivisionError", "integer modulo by zero") }
            if y == -1 { return .int(0) }
            let rest = x % y
            return .int(rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest)
        case .power:
            if y < 0 {
                if x == 0 { throw error("ZeroDivisionError", "0.0 cannot be raised to a negative power") }
                return .float(pow(Double(x), Double(y)))
            }
            return try power(BigInteger(x), y)
        case .bitAnd: return .int(x & y)
        case .bitOr: return .int(x | y)
        case .bitXor: return .int(x ^ y)
        case .leftShift:
            if y < 0 { throw error("ValueError", "negative shift count") }
            return try shifted(BigInteger(x), y)
        case .rightShift:
            if y < 0 { throw error("ValueError", "negative shift count") }
            return .int(x >> min(y, 63))
        case .matrixMultiply: throw unfit(operation, .int(x), .int(y))
        }
    }

    private func power(_ base: BigInteger, _ exponent: Int) throws(Stop) -> Value {
        var result = BigInteger(1)
        var square = base
        var rest = exponent
        if base.words.count * 32 > 1 || exponent > 64 {
            let bits = Double(max(0, base.bitCount - 1)) * Double(exponent)
            if base.bitCount > 1, bits > Double(budget.limits.digits) * 3.322 + 64 {
                throw .limit(.digits(budget.limits.digits))
            }
        }
        while rest > 0 {
            if rest & 1 == 1 { result = result * square }
            rest >>= 1
            if rest > 0 { square = square * square }
            try spend(1 + square.words.count * square.words.count / 16)
        }
        return try normalized(result)
    }

    private func shifted(_ value: BigInteger, _ count: Int) throws(Stop) -> Value {
        if value.words.isEmpty { return .int(0) }
        if count > budget.limits.digits * 4 { throw .limit(.digits(budget.limits.digits)) }
        guard case .long(let factor) = try power(BigInteger(2), count) else {
            return try normalized(value * BigInteger(count < 63 ? 1 << count : 1))
        }
        return try normalized(value * factor)
    }

    private func longs(_ operation: PythonTree.BinaryOperator, _ x: BigInteger, _ y: BigInteger) throws(Stop) -> Value {
        try spend(1 + x.words.count * max(1, y.words.count) / 16)
        switch operation {
        case .add: return try normalized(x + y)
        case .subtract: return try normalized(x - y)
        case .multiply: return try normalized(x * y)
        case .floorDivide, .modulo:
            try spend(x.bitCount * max(1, y.words.count) / 8)
            guard let (quotient, rest) = x.dividedFloor(by: y) else {
                throw error(
                    "ZeroDivisionError",
                    operation == .modulo ? "integer modulo by zero" : "integer division or modulo by zero")
            }
            return try normalized(operation == .modulo ? rest : quotient)
        case .power:
            guard let exponent = y.int else { throw .limit(.digits(budget.limits.digits)) }
            if exponent < 0 { return .float(pow(x.double, Double(exponent))) }
            return try power(x, exponent)
        case .divide:
            if y.words.isEmpty { throw error("ZeroDivisionError", "division by zero") }
            if x.bitCount <= 53, y.bitCount <= 53 { return .float(x.double / y.double) }
            throw unsupported("division of integers beyond 2^53")
        case .leftShift:
            guard let count = y.int, count >= 0 else { throw error("ValueError", "negative shift count") }
            return try shifted(x, count)
        default: throw unsupported("\(operation.sign) of integers beyond 2^63")
        }
    }

    private func floats(_ operation: PythonTree.BinaryOperator, _ x: Double, _ y: Double) throws(Stop) -> Value {
        switch operation {
        case .add: return .float(x + y)
        case .subtract: return .float(x - y)
        case .multiply: return .float(x * y)
        case .divide:
            if y == 0 { throw error("ZeroDivisionError", "float division by zero") }
            return .float(x / y)
        case .floorDivide, .modulo:
            if y == 0 {
                throw error(
                    "ZeroDivisionError",
                    operation == .modulo ? "float modulo" : "float floor division by zero")
            }
            var rest = fmod(x, y)
            var quotient = (x - rest) / y
            if rest != 0 {
                if (y < 0) != (rest < 0) {
                    rest += y
                    quotient -= 1
                }
            } else {
                rest = copysign(0, y)
            }
            if operation == .modulo { return .float(rest) }
            if quotient == 0 { return .float(copysign(0, x / y)) }
            var whole = quotient.rounded(.down)
            if quotient - whole > 0.5 { whole += 1 }
            return .float(whole)
        case .power:
            if x == 0, y < 0 { throw error("ZeroDivisionError", "0.0 cannot be raised to a negative power") }
            if x < 0, x.isFinite, y.isFinite, y != y.rounded() { return try binary(.power, complex(x, 0), .float(y)) }
            let result = pow(x, y)
            if result.isInfinite, x.isFinite, y.isFinite {
                throw error("OverflowError", "(34, 'Numerical result out of range')")
            }
            return .float(result)
        default: throw unfit(operation, .float(x), .float(y))
        }
    }

    private func sequences(_ operation: PythonTree.BinaryOperator, _ a: Value, _ b: Value) throws(Stop) -> Value {
        switch (operation, a, b) {
        case (.add, .string(let x), .string(let y)):
            let result = x + y
            try checkLength(result)
            return .string(result)
        case (.add, .list(let x), .list(let y)):
            try growing(x.items.count + y.items.count)
            return try list(x.items + y.items)
        case (.add, .tuple(let x), .tuple(let y)):
            try growing(x.items.count + y.items.count)
            return tuple(x.items + y.items)
        case (.add, .string, _):
            throw error("TypeError", "can only concatenate str (not \"\(typeName(b))\") to str")
        case (.add, .list, _): throw error("TypeError", "can only concatenate list (not \"\(typeName(b))\") to list")
        case (.add, .tuple, _):
            throw error("TypeError", "can only concatenate tuple (not \"\(typeName(b))\") to tuple")
        case (.multiply, _, _):
            if let count = small(b) { if let result = try repeated(a, count) { return result } }
            if let count = small(a) { if let result = try repeated(b, count) { return result } }
            for (sequence, other) in [(a, b), (b, a)] {
                switch sequence {
                case .list, .tuple, .string:
                    throw error(
                        "TypeError", "can't multiply sequence by non-int of type '\(typeName(other))'")
                default: break
                }
            }
        case (.modulo, .string(let format), _): return .string(try percentFormat(format, b))
        case (_, .view(let view), _) where view.part != .values:
            return try sequences(operation, .set(merged(viewItems(view))), b)
        case (_, .set, .view(let view)) where view.part != .values:
            return try sequences(operation, a, .set(merged(viewItems(view))))
        case (.bitOr, .set(let x), .set(let y)):
            return .set(try merged(x.items + y.items))
        case (.bitXor, .set(let x), .set(let y)):
            let result = SetObject(arena)
            for (key, item) in zip(x.keys, x.items) where !y.contains(key) { result.insert(key, item) }
            for (key, item) in zip(y.keys, y.items) where !x.contains(key) { result.insert(key, item) }
            result.isFrozen = x.isFrozen
            return .set(result)
        case (.bitAnd, .set(let x), .set(let y)):
            let result = SetObject(arena)
            for (key, item) in zip(x.keys, x.items) where y.contains(key) { result.insert(key, item) }
            return .set(result)
        case (.subtract, .set(let x), .set(let y)):
            let result = SetObject(arena)
            for (key, item) in zip(x.keys, x.items) where !y.contains(key) { result.insert(key, item) }
            return .set(result)
        case (.bitOr, .dictionary(let x), .dictionary(let y)):
            let result = DictionaryObject(arena)
            for entry in x.live + y.live { result.set(try hash(entry.key), entry.key, entry.value) }
            return .dictionary(result)
        default: break
        }
        throw unfit(operation, a, b)
    }

    func viewItems(_ view: ViewObject) -> [Value] {
        switch view.part {
        case .keys: view.dictionary.live.map(\.key)
        case .values: view.dictionary.live.map(\.value)
        case .items: view.dictionary.live.map { tuple([$0.key, $0.value]) }
        }
    }

    private func merged(_ items: [Value]) throws(Stop) -> SetObject {
        let result = SetObject(arena)
        for item in items { result.insert(try hash(item), item) }
        return result
    }

    /// A list of `count` items may be made.
    func growing(_ count: Int) throws(Stop) {
        if count > 1 << 22 { throw .limit(.memory(budget.limits.elementsAlive)) }
        try spend(count / 16)
    }

    private func repeated(_ value: Value, _ count: Int) throws(Stop) -> Value? {
        let times = max(0, count)
        func total(_ size: Int) throws(Stop) {
            let (product, overflow) = size.multipliedReportingOverflow(by: times)
            if overflow || product > 1 << 22 { throw .limit(.memory(budget.limits.elementsAlive)) }
            try spend(product / 16)
        }
        switch value {
        case .string(let text):
            try total(text.utf8.count)
            return .string(String(repeating: text, count: times))
        case .list(let items):
            try total(items.items.count)
            return try list(Array(repeatElement(items.items, count: times).joined()))
        case .tuple(let items):
            try total(items.items.count)
            return tuple(Array(repeatElement(items.items, count: times).joined()))
        default: return nil
        }
    }

    /// `a op= b`: lists, sets and arrays change in place.
    func inPlace(_ operation: PythonTree.BinaryOperator, _ a: Value, _ b: Value) throws(Stop) -> Value {
        switch (operation, a) {
        case (.add, .list(let list)):
            var items: [Value] = []
            try iterate(b) { (item) throws(Stop) in
                items.append(item)
                return true
            }
            try growing(list.items.count + items.count)
            list.items.append(contentsOf: items)
            return a
        case (_, .instance(let instance)):
            let name = "__i\(Self.methods[operation] ?? "")__"
            if let method = instance.kind.find(name) { return try call(bind(method, to: a), Arguments([b])) }
            return try binary(operation, a, b)
        case (.bitOr, .dictionary(let dictionary)) where dictionary.subclass == nil:
            try update(dictionary, b)
            return a
        case (_, .set(let set)) where !set.isFrozen && set.subclass == nil:
            guard case .set(let new) = try binary(operation, a, b) else { return a }
            set.replace(new)
            return a
        case (.multiply, .list(let list)) where list.subclass == nil:
            guard case .list(let new) = try binary(operation, a, b) else { return a }
            list.items = new.items
            return a
        case (_, .array(let array)) where !array.isScalar:
            let result = try arrayInPlace(operation, array, b)
            if recordsGradients { noteGradient(of: result) { _ in GradientNames.name(operation, a, b) } }
            return result
        default: return try binary(operation, a, b)
        }
    }
}
