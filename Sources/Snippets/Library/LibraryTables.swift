import DeepLearning
import Glibc
import Source
import Tensors

/// The code of a function of NumPy or PyTorch.
struct LibraryBody {
    private let run: (Interpreter, Library, Arguments) throws(Stop) -> Value

    init(_ run: @escaping (Interpreter, Library, Arguments) throws(Stop) -> Value) { self.run = run }

    func callAsFunction(_ interpreter: Interpreter, _ library: Library, _ arguments: Arguments) throws(Stop) -> Value {
        try run(interpreter, library, arguments)
    }
}

/// Functions that NumPy and PyTorch share, by name; the array is the first argument, so that they are methods too.
enum LibraryTables {
    /// Elementwise functions of one array that give floats.
    static let floatFunctions: [String: UnaryFunction] = [
        "exp": .exp, "exp2": .exp2, "expm1": .expm1, "log": .log, "log2": .log2, "log10": .log10, "log1p": .log1p,
        "sqrt": .sqrt, "cbrt": .cbrt, "sin": .sin, "cos": .cos, "tan": .tan, "sinh": .sinh, "cosh": .cosh,
        "tanh": .tanh, "arcsin": .asin, "arccos": .acos, "arctan": .atan, "asin": .asin, "acos": .acos, "atan": .atan,
        "arcsinh": .asinh, "arccosh": .acosh, "arctanh": .atanh, "asinh": .asinh, "acosh": .acosh, "atanh": .atanh,
        "sigmoid": .sigmoid, "erf": .erf, "reciprocal": .reciprocal, "fabs": .abs, "lgamma": .logGamma, "digamma": .digamma, "erfc": .erfc,
    ]
    /// Elementwise functions that keep the type.
    static let keepingFunctions: [String: UnaryFunction] = [
        "abs": .abs, "absolute": .abs, "sign": .sign, "square": .square, "negative": .negate,
        "neg": .negate, "floor": .floor, "ceil": .ceil, "rint": .round, "trunc": .truncate,
    ]
    static let predicates: [String: UnaryFunction] = [
        "isnan": .isNaN, "isinf": .isInfinite, "isfinite": .isFinite, "logical_not": .logicalNot,
    ]
    static let operators: [String: PythonTree.BinaryOperator] = [
        "add": .add, "subtract": .subtract, "sub": .subtract, "multiply": .multiply, "mul": .multiply,
        "divide": .divide, "true_divide": .divide, "div": .divide, "floor_divide": .floorDivide, "mod": .modulo,
        "remainder": .modulo, "power": .power, "pow": .power, "float_power": .power,
    ]
    static let comparisons: [String: PythonTree.ComparisonOperator] = [
        "equal": .equal, "eq": .equal, "not_equal": .notEqual, "ne": .notEqual, "less": .less, "lt": .less,
        "less_equal": .lessEqual, "le": .lessEqual, "greater": .greater, "gt": .greater,
        "greater_equal": .greaterEqual, "ge": .greaterEqual,
    ]
    static let pairs: [String: BinaryFunction] = [
        "maximum": .maximum, "minimum": .minimum, "arctan2": .atan2, "atan2": .atan2, "hypot": .hypot,
        "logaddexp": .logAddExp, "logical_and": .logicalAnd, "logical_or": .logicalOr, "logical_xor": .logicalXor,
    ]

    /// Names that only one library has, among those above.
    static let torchOnly: Set<String> = [
        "sigmoid", "erf", "erfc", "lgamma", "digamma", "neg", "sub", "mul", "div", "eq", "ne", "lt", "le", "gt", "ge",
    ]
    static let numpyOnly: Set<String> = [
        "cbrt", "fabs", "rint", "power",
    ]

    static func function(_ name: String, _ library: Library) -> LibraryBody? {
        guard let body = body(name, library) else { return nil }
        if library == .numpy { return body }
        return LibraryBody { (i, l, a) throws(Stop) in
            let value = try body(i, l, a)
            if i.recordsGradients { i.noteGradient(of: value) { GradientNames.name(name, a, $0) } }
            return value
        }
    }

    private static func body(_ name: String, _ library: Library) -> LibraryBody? {
        if library == .numpy, torchOnly.contains(name) { return nil }
        if library == .torch, numpyOnly.contains(name) { return nil }
        if let f = floatFunctions[name] { return unary(name, f, .float) }
        if let f = keepingFunctions[name] { return unary(name, f, .same) }
        if let f = predicates[name] { return unary(name, f, .truth) }
        if let operation = operators[name] {
            return LibraryBody { (i, l, a) throws(Stop) in
                var a = a
                var operation = operation
                // `x + alpha * y`, and division that rounds.
                let scale = l == .torch && operation == .add || l == .torch && operation == .subtract ? a.take("alpha") : nil
                let rounding = l == .torch && operation == .divide ? a.take("rounding_mode") : nil
                if case .string(let mode)? = rounding {
                    guard mode == "floor" else { throw i.unsupported("division that rounds to zero") }
                    operation = .floorDivide
                }
                var v = try two(a, name, l, i)
                if let scale { v.1 = try i.arrayBinary(.multiply, .array(i.toArray(v.1, l)), scale) }
                let left = try i.toArray(v.0, l)
                if name == "float_power" {
                    return try i.arrayBinary(operation, .array(i.toArray(.array(left), l, .float64)), v.1)
                }
                return try i.arrayBinary(operation, .array(left), v.1)
            }
        }
        if let operation = comparisons[name] {
            return LibraryBody { (i, l, a) throws(Stop) in
                let v = try two(a, name, l, i)
                if library == .torch, name == "equal" {
                    guard case .array(let x) = v.0, case .array(let y) = v.1 else { throw i.unsupported("torch.equal") }
                    return .truth(x.tensor.shape == y.tensor.shape && x.tensor.elements == y.tensor.elements)
                }
                return try i.arrayCompare(operation, .array(i.toArray(v.0, l)), v.1)
            }
        }
        if let f = pairs[name] {
            return LibraryBody { (i, l, a) throws(Stop) in
                let v = try two(a, name, l, i)
                if l == .torch, f == .maximum || f == .minimum {
                    for value in [v.0, v.1] {
                        if case .array = value { continue }
                        throw i.error("TypeError", "\(name)(): argument must be Tensor, not \(i.typeName(value))")
                    }
                }
                let (x, y, type, library) = try i.operands(.array(i.toArray(v.0, l)), v.1)
                let isTruth = name.hasPrefix("logical")
                let isFloat = ["arctan2", "atan2", "hypot", "logaddexp"].contains(name)
                let tensor = try i.tensors(library) { () throws(TensorError) in try Tensor.apply(f, x.tensor, y.tensor) }
                return try i.result(
                    tensor, isTruth ? .bool : isFloat && !type.isFloat ? (library == .torch ? .float32 : .float64) : type,
                    library, from: [x, y])
            }
        }
        if library == .numpy { return tools[name] ?? numpy[name] ?? shared[name] }
        return tools[name + " torch"] ?? tensorMethods[name] ?? tools[name] ?? torch[name] ?? shared[name]
    }

    enum ResultType { case float, same, truth }

    static func two(_ a: Arguments, _ name: String, _ l: Library, _ i: Interpreter) throws(Stop) -> (Value, Value) {
        let names = l == .torch ? ["input", "other"] : ["x1", "x2"]
        if name == "pow", l == .torch {
            let v = try a.bind(["input", "exponent"], for: name, i)
            return (try a.required(v[0], "input", of: name, i), try a.required(v[1], "exponent", of: name, i))
        }
        let v = try a.bind(names, for: name, i)
        return (try a.required(v[0], names[0], of: name, i), try a.required(v[1], names[1], of: name, i))
    }

    /// The first argument as an array of `l`. PyTorch takes tensors only.
    static func array(_ value: Value, _ name: String, _ l: Library, _ i: Interpreter) throws(Stop) -> ArrayObject {
        if l == .torch {
            switch value {
            case .array(let array):
                if array.library == .torch { return array }
                throw i.error("TypeError", "\(name)(): argument 'input' (position 1) must be Tensor, not numpy.ndarray")
            case .missing(let missing): throw .missing(missing.reason)
            default:
                throw i.error("TypeError", "\(name)(): argument 'input' (position 1) must be Tensor, not \(i.typeName(value))")
            }
        }
        if case .array(let array) = value, array.library == .torch, array.requiresGradient {
            throw i.error(
                "RuntimeError", "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
        }
        return try i.toArray(value, .numpy)
    }

    static func unary(_ name: String, _ f: UnaryFunction, _ type: ResultType) -> LibraryBody {
        LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind([l == .torch ? "input" : "x"], for: name, i)
            let x = try array(a.required(v[0], "x", of: (l == .torch ? "torch." : "np.") + name, i), name, l, i)
            try i.spend(x.tensor.count / 8)
            let dtype: DType
            switch type {
            case .float: dtype = x.dtype.isFloat ? x.dtype : l == .torch ? .float32 : .float64
            case .same: dtype = x.dtype
            case .truth: dtype = .bool
            }
            let input = type == .float ? x.tensor.converted(to: .float) : x.tensor
            return try i.result(input.applying(f), dtype, l, from: [x])
        }
    }

    // MARK: Axes

    /// `axis` or `dim`: one, several or none.
    static func axes(_ value: Value?, _ i: Interpreter) throws(Stop) -> [Int]? {
        guard let value else { return nil }
        switch value {
        case .none: return nil
        case .int(let axis): return [axis]
        case .tuple(let tuple):
            var result: [Int] = []
            for item in tuple.items { result.append(try i.index(item, "axis")) }
            return result
        case .list(let list):
            var result: [Int] = []
            for item in list.items { result.append(try i.index(item, "axis")) }
            return result
        case .truth: throw i.error("TypeError", "an integer is required for the axis")
        default:
            throw i.error("TypeError", "'\(i.typeName(value))' object cannot be interpreted as an integer")
        }
    }

    static func one(_ value: Value?, _ i: Interpreter) throws(Stop) -> Int? {
        guard let all = try axes(value, i) else { return nil }
        guard all.count == 1 else { throw i.unsupported("several axes") }
        return all[0]
    }

    /// Arguments of a reduction: array, axes, keeps, the rest by name.
    static func reduction(
        _ a: Arguments, _ name: String, _ l: Library, _ i: Interpreter, more: [String] = []
    ) throws(Stop) -> (x: ArrayObject, axis: Value?, keeps: Bool, more: [Value?]) {
        let order: [String] =
            l == .torch ? ["input", "dim", "keepdim"] : ["a", "axis", "dtype", "out", "keepdims"]
        var renamed = a
        for k in renamed.named.indices {
            let word = renamed.named[k].name
            if l == .torch {
                if word == "axis" { renamed.named[k].name = "dim" }
                if word == "keepdims" { renamed.named[k].name = "keepdim" }
            } else if word == "dim" || word == "keepdim" {
                throw i.error("TypeError", "\(name)() got an unexpected keyword argument '\(word)'")
            }
        }
        // NumPy's min, max and argmax have no dtype in second place.
        var names = order
        if l == .numpy, ["max", "min", "amax", "amin", "all", "any"].contains(name) { names = ["a", "axis", "out", "keepdims"] }
        if l == .numpy, ["argmax", "argmin"].contains(name) { names = ["a", "axis", "out", "keepdims"] }
        let extra = l == .torch ? ["dtype"] : []
        let v = try renamed.bind(names + extra + more, for: name, i)
        func value(_ word: String) -> Value? { names.firstIndex(of: word).flatMap { v[$0] } }
        if let out = value("out"), case .none = out {} else if value("out") != nil { throw i.unsupported("out=") }
        let x = try array(a.required(v[0], "a", of: (l == .torch ? "torch." : "np.") + name, i), name, l, i)
        try i.spend(x.tensor.count / 16)
        let keeps = try value(l == .torch ? "keepdim" : "keepdims").map { (v) throws(Stop) in try i.truth(v) } ?? false
        let type = value("dtype") ?? (l == .torch ? v[names.count] : nil)
        if let type {
            if case .none = type {} else {
                let converted = try i.toArray(.array(x), l, i.dtype(type))
                return (converted, value(l == .torch ? "dim" : "axis"), keeps, Array(v.suffix(more.count)))
            }
        }
        return (x, value(l == .torch ? "dim" : "axis"), keeps, Array(v.suffix(more.count)))
    }

    static func shapeOf(_ values: [Value], _ i: Interpreter) throws(Stop) -> [Int] {
        var source = values
        if values.count == 1 {
            switch values[0] {
            case .tuple(let tuple): source = tuple.items
            case .list(let list): source = list.items
            default: break
            }
        }
        var result: [Int] = []
        for value in source {
            switch value {
            case .int(let size): result.append(size)
            case .truth(let truth): result.append(truth ? 1 : 0)
            case .array(let array) where array.tensor.count == 1 && !array.dtype.isFloat:
                try i.escape(array)
                result.append(try Int(i.clampedItem(array)))
            case .missing(let missing): throw .missing(missing.reason)
            default: throw i.error("TypeError", "'\(i.typeName(value))' object cannot be interpreted as an integer")
            }
        }
        return result
    }

    /// A shape to make: sizes must not be negative.
    static func newShape(_ values: [Value], _ l: Library, _ i: Interpreter) throws(Stop) -> [Int] {
        let shape = try shapeOf(values, i)
        if shape.contains(where: { $0 < 0 }) {
            throw l == .torch
                ? i.error("RuntimeError", "Trying to create tensor with negative dimension \(shape.first { $0 < 0 } ?? 0): \(Interpreter.listText(shape))")
                : i.error("ValueError", "negative dimensions are not allowed")
        }
        guard let count = try? Shape.count(shape) else { throw .limit(.elements(i.budget.limits.elementsInTensor)) }
        do throws(LimitExceeded) { try i.budget.allow(elements: count) } catch { throw .limit(error) }
        return shape
    }

    static func reshape(_ x: ArrayObject, _ wanted: [Int], _ i: Interpreter) throws(Stop) -> Value {
        var shape = wanted
        let count = x.tensor.count
        if let hole = shape.firstIndex(of: -1) {
            var known = 1
            for (k, size) in shape.enumerated() where k != hole {
                let (product, overflow) = known.multipliedReportingOverflow(by: size)
                if overflow { throw i.exception(.elementCount(count, shape: wanted), x.library) }
                known = product
            }
            guard known > 0, count % known == 0 else { throw i.exception(.elementCount(count, shape: wanted), x.library) }
            shape[hole] = count / known
        }
        if shape.contains(where: { $0 < 0 }) { throw i.exception(.elementCount(count, shape: wanted), x.library) }
        let target = shape
        guard (try? Shape.count(target)) == count else { throw i.exception(.elementCount(count, shape: wanted), x.library) }
        // Elements that do not lie one after another are copied.
        if !x.isContiguous {
            let tensor = try i.tensors(x.library) { () throws(TensorError) in try x.tensor.reshaped(target) }
            return .array(try i.make(tensor, x.dtype, x.library, from: [x]))
        }
        return try i.viewing(x) { (t) throws(TensorError) in try t.reshaped(target) }
    }
}

extension Interpreter {
    /// What `dtype=` says, where it says anything.
    func optionalDType(_ value: Value?) throws(Stop) -> DType? {
        guard let value, !isNone(value) else { return nil }
        return try dtype(value)
    }

    /// What `dtype=` says.
    func dtype(_ value: Value) throws(Stop) -> DType {
        switch value {
        case .dtype(let dtype, _): return dtype
        case .string(let name):
            if let dtype = DType(name: name) ?? DType(python: name) { return dtype }
        case .type(let type): if let dtype = DType(python: type.name) { return dtype }
        case .missing(let missing): throw .missing(missing.reason)
        default: break
        }
        throw unsupported("this dtype")
    }
}
