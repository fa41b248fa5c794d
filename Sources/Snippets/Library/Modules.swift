import Glibc
import Source
import Tensors

extension Interpreter {
    /// Modules that we answer for, in part.
    static let modules: Set<String> = [
        "numpy", "numpy.linalg", "numpy.random", "torch", "torch.nn", "torch.nn.functional", "torch.linalg", "math",
        "random", "torch.utils", "torch.cuda", "cmath", "__future__", "torch.backends", "torch.backends.cudnn",
    ]

    static func isModule(_ path: String) -> Bool { modules.contains(path) || PythonLibrary.sources[path] != nil }

    static func isDrawing(_ path: String) -> Bool { drawingModules.contains(String(path.prefix { $0 != "." })) }

    func moduleAttribute(_ module: ModuleObject, _ name: String) throws(Stop) -> Value {
        let path = module.name + "." + name
        if Self.isModule(path) { return .module(ModuleObject(path)) }
        switch module.name {
        case "numpy":
            if let constant = Self.constants[name] { return .float(constant) }
            if name == "newaxis" { return .none }
            if name == "testing" { return self.module("numpy.testing") }
            if name == "dtype" {
                return .native(NativeFunction(path) { (i, a) throws(Stop) in .dtype(try i.dtype(a.required(a.positional.first, "dtype", of: "np.dtype", i)), .numpy) })
            }
            if let kind = Self.abstractTypes[name] { return .type(abstractType(name, kind)) }
            if name == "ndarray" { return .native(NativeFunction("numpy.ndarray") { (i, _) throws(Stop) in throw i.unsupported("np.ndarray()") }) }
            if let type = DType(name: name), name != "bool", name != "long" || PublicNames.of("numpy")?.contains(name) == true { return .dtype(type, .numpy) }
            if let body = LibraryTables.function(name, .numpy), PublicNames.of("numpy")?.contains(name) == true { return library(path, .numpy, body) }
        case "numpy.linalg":
            if let body = LibraryTables.linearAlgebra[name] ?? LibraryTables.decompositions[name] { return library(path, .numpy, body) }
            if name == "LinAlgError" { return .type(classes.exception("LinAlgError")) }
        case "numpy.random": if let body = LibraryTables.random(name, .numpy) { return library(path, .numpy, body) }
        case "torch":
            if let constant = Self.constants[name], ["pi", "e", "inf", "nan"].contains(name) { return .float(constant) }
            if let type = DType(name: name), PublicNames.of("torch")?.contains(name) == true { return .dtype(type, .torch) }
            if ["no_grad", "inference_mode", "enable_grad", "set_grad_enabled"].contains(name) { return gradientMode(name) }
            if name == "norm" || LibraryTables.linearAlgebra[name] != nil, let body = LibraryTables.torch[name] ?? LibraryTables.linearAlgebra[name] { return library(path, .torch, body) }
            if let body = LibraryTables.random(name, .torch), name != "seed" { return library(path, .torch, body) }
            if PublicNames.of("torch")?.contains(name) == true {
                if let body = LibraryTables.function(name, .torch) { return library(name == "Tensor" ? "torch.Tensor" : path, .torch, body) }
            }
        case "torch.nn.functional":
            if PublicNames.of(module.name)?.contains(name) == true, let body = LibraryTables.function(name, .torch) {
                return library(path, .torch, body)
            }
        case "torch.autograd":
            if name == "grad" { return .native(NativeFunction(path) { (i, a) throws(Stop) in try i.gradients(a) }) }
            if name == "Variable" { return library(path, .torch, LibraryBody { (i, l, a) throws(Stop) in
                let v = try a.bind(["data", "requires_grad"], for: "Variable", i)
                guard case .array(let x)? = v[0] else { throw i.unsupported("Variable") }
                if let flag = v[1], try i.truth(flag) { i.require(x) }
                return .array(x)
            }) }
        case "torch.linalg": if let body = LibraryTables.linearAlgebra[name] ?? LibraryTables.decompositions[name] { return library(path, .torch, body) }
        case "torch.nn":
            if name == "Parameter" { return .type(classes.parameter) }
        case "torch.nn.parameter": if name == "Parameter" { return .type(classes.parameter) }
        case "torch.cuda":
            if name == "is_available" { return .native(NativeFunction(path) { (_, _) throws(Stop) in .truth(false) }) }
            if name == "manual_seed" || name == "manual_seed_all" || name == "empty_cache" || name == "synchronize" {
                return .native(NativeFunction(path) { (_, _) throws(Stop) in .none })
            }
            if name == "device_count" { return .native(NativeFunction(path) { (_, _) throws(Stop) in .int(0) }) }
        case "math":
            if let constant = ["pi": Double.pi, "e": M_E, "inf": .infinity, "nan": .nan, "tau": 2 * .pi][name] { return .float(constant) }
            if let body = Self.mathematics[name] { return .native(NativeFunction(path, body)) }
        case "random":
            if let body = randomModule(name) { return .native(NativeFunction(path, body)) }
        case "time":
            if name == "time" || name == "perf_counter" {
                return .native(
                    NativeFunction(path) { (i, _) throws(Stop) in
                        i.randomEscaped = true
                        return .float(0)
                    })
            }
        default: break
        }
        if let value = try libraryValue(module.name, name) { return value }
        if name == "__version__" { throw unsupported("the version of \(module.name)") }
        // A name that our lists lack may be of another release: what is certainly misspelt is said by AttributeCheck.
        throw unsupported(path)
    }

    private static let constants: [String: Double] = [
        "pi": .pi, "e": M_E, "inf": .infinity, "nan": .nan, "Inf": .infinity, "NaN": .nan, "euler_gamma": 0.577_215_664_901_532_9,
    ]

    private func library(_ name: String, _ library: Library, _ body: LibraryBody) -> Value {
        .native(
            NativeFunction(name) { (i, a) throws(Stop) in
                if !a.named.isEmpty, let known = KeywordNames.words(of: name) {
                    for (word, _) in a.named where !known.contains(Substring(word)) {
                        let function = name.split(separator: ".").last ?? ""
                        throw i.error("TypeError", "\(function)() got an unexpected keyword argument '\(word)'")
                    }
                }
                return try body(i, library, a)
            })
    }

    /// `np.floating` and its like: which scalars and types belong to it.
    private static let abstractTypes: [String: [DType]] = [
        "integer": [.uint8, .int8, .int16, .int32, .int64], "signedinteger": [.int8, .int16, .int32, .int64],
        "unsignedinteger": [.uint8], "floating": [.float16, .float32, .float64], "inexact": [.float16, .float32, .float64],
        "number": [.uint8, .int8, .int16, .int32, .int64, .float16, .float32, .float64],
        "generic": [.bool, .uint8, .int8, .int16, .int32, .int64, .float16, .float32, .float64],
    ]

    private func abstractType(_ name: String, _ types: [DType]) -> ClassObject {
        let key = "numpy.\(name)"
        if let known = resultTypes[key] { return known }
        let type = ClassObject(name, [classes.object], isNative: true, arena)
        type.attributes["__class_instance__"] = .native(NativeFunction(key) { (_, a) throws(Stop) in
            guard case .array(let x)? = a.positional.first else { return .truth(false) }
            return .truth(x.isScalar && types.contains(x.dtype))
        })
        resultTypes[key] = type
        return type
    }

    // Never changed; the closures hold constants only.
    private nonisolated(unsafe) static let mathematics: [String: NativeBody] = {
        var t: [String: NativeBody] = [:]
        func argument(_ name: String, _ i: Interpreter, _ a: Arguments, _ place: Int = 0) throws(Stop) -> Double {
            guard a.positional.count > place else {
                _ = try a.required(nil, "x", of: "math.\(name)", i)
                return 0
            }
            if case .array(let array) = a.positional[place] {
                if array.tensor.count != 1 { throw i.error(array.library == .torch ? "ValueError" : "TypeError", array.library == .torch ? "only one element tensors can be converted to Python scalars" : "only 0-dimensional arrays can be converted to Python scalars") }
                try i.escape(array)
            }
            guard let value = i.number(a.positional[place]) else {
                throw i.error("TypeError", "must be real number, not \(i.typeName(a.positional[place]))")
            }
            return value
        }
        let functions: [(String, (Double) -> Double, (Double) -> Bool)] = [
            ("exp", { Glibc.exp($0) }, { _ in true }), ("sqrt", { $0.squareRoot() }, { $0 >= 0 || $0.isNaN }),
            ("sin", { Glibc.sin($0) }, { !$0.isInfinite }), ("cos", { Glibc.cos($0) }, { !$0.isInfinite }),
            ("tan", { Glibc.tan($0) }, { !$0.isInfinite }), ("tanh", { Glibc.tanh($0) }, { _ in true }),
            ("sinh", { Glibc.sinh($0) }, { _ in true }), ("cosh", { Glibc.cosh($0) }, { _ in true }),
            ("atan", { Glibc.atan($0) }, { _ in true }), ("asin", { Glibc.asin($0) }, { $0.magnitude <= 1 }),
            ("acos", { Glibc.acos($0) }, { $0.magnitude <= 1 }), ("log2", { Glibc.log2($0) }, { $0 > 0 || $0.isNaN }),
            ("log10", { Glibc.log10($0) }, { $0 > 0 || $0.isNaN }), ("log1p", { Glibc.log1p($0) }, { $0 > -1 }),
            ("expm1", { Glibc.expm1($0) }, { _ in true }), ("erf", { Glibc.erf($0) }, { _ in true }),
            ("gamma", { Glibc.tgamma($0) }, { $0 > 0 }), ("lgamma", { Glibc.lgamma($0) }, { $0 > 0 }),
            ("erfc", { Glibc.erfc($0) }, { _ in true }), ("asinh", { Glibc.asinh($0) }, { _ in true }),
            ("acosh", { Glibc.acosh($0) }, { $0 >= 1 }), ("atanh", { Glibc.atanh($0) }, { $0.magnitude < 1 }),
            ("cbrt", { Glibc.cbrt($0) }, { _ in true }), ("exp2", { Glibc.exp2($0) }, { _ in true }),
            ("ulp", { $0.ulp }, { _ in true }), ("fabs", { $0.magnitude }, { _ in true }),
            ("radians", { $0 * .pi / 180 }, { _ in true }), ("degrees", { $0 * 180 / .pi }, { _ in true }),
        ]
        for (name, function, isDefined) in functions {
            t[name] = NativeBody { (i, a) throws(Stop) in
                let x = try argument(name, i, a)
                if !isDefined(x) { throw i.error("ValueError", "math domain error") }
                let y = function(x)
                if y.isInfinite, x.isFinite { throw i.error("OverflowError", "math range error") }
                return .float(y)
            }
        }
        func whole(_ value: Value, _ name: String, _ i: Interpreter) throws(Stop) -> Int {
            switch value {
            case .int(let n): return n
            case .truth(let b): return b ? 1 : 0
            case .array(let array) where array.tensor.count == 1 && !array.dtype.isFloat:
                try i.escape(array)
                return try Int(i.clampedItem(array))
            case .long: throw i.unsupported("math.\(name) beyond 2^63")
            default: throw i.error("TypeError", "'\(i.typeName(value))' object cannot be interpreted as an integer")
            }
        }
        t["lcm"] = NativeBody { (i, a) throws(Stop) in
            var result = Value.int(1)
            for value in a.positional {
                let n = try whole(value, "lcm", i)
                if n == 0 { return .int(0) }
                guard case .int(let divisor) = try t["gcd"]?(i, Arguments([result, .int(n)])) ?? .int(1) else { throw i.unsupported("lcm") }
                result = try i.binary(.multiply, i.binary(.floorDivide, result, .int(divisor)), .int(n == .min ? n : Swift.abs(n)))
            }
            return result
        }
        for (name, isOrdered) in [("comb", false), ("perm", true)] {
            t[name] = NativeBody { (i, a) throws(Stop) in
                guard let first = a.positional.first else { throw i.error("TypeError", "\(name) expected at least 1 argument, got 0") }
                let n = try whole(first, name, i)
                let k = a.positional.count > 1 ? try whole(a.positional[1], name, i) : n
                if n < 0 || k < 0 { throw i.error("ValueError", "\(n < 0 ? "n" : "k") must be a non-negative integer") }
                if k > n { return .int(0) }
                var result = Value.int(1)
                let count = isOrdered ? k : min(k, n - k)
                var step = 0
                while step < count {
                    result = try i.binary(.multiply, result, .int(n - step))
                    step += 1
                    if !isOrdered { result = try i.binary(.floorDivide, result, .int(step)) }
                }
                return result
            }
        }
        t["isqrt"] = NativeBody { (i, a) throws(Stop) in
            let n = try whole(a.required(a.positional.first, "n", of: "math.isqrt", i), "isqrt", i)
            if n < 0 { throw i.error("ValueError", "isqrt() argument must be nonnegative") }
            var root = Int(Double(n).squareRoot())
            while root > 0, root.multipliedReportingOverflow(by: root).overflow || root * root > n { root -= 1 }
            while true {
                let (square, overflow) = (root + 1).multipliedReportingOverflow(by: root + 1)
                if overflow || square > n { break }
                root += 1
            }
            return .int(root)
        }
        t["fsum"] = NativeBody { (i, a) throws(Stop) in
            // Partial sums without overlap: exact until the last rounding.
            var partials: [Double] = []
            for item in try i.items(a.required(a.positional.first, "seq", of: "math.fsum", i)) {
                try i.spend()
                guard var x = i.number(item) else { throw i.error("TypeError", "must be real number, not \(i.typeName(item))") }
                var kept: [Double] = []
                for var y in partials {
                    if x.magnitude < y.magnitude { swap(&x, &y) }
                    let high = x + y
                    let low = y - (high - x)
                    if low != 0 { kept.append(low) }
                    x = high
                }
                partials = kept + [x]
            }
            guard var high = partials.popLast() else { return .float(0) }
            var low = 0.0
            while let y = partials.popLast() {
                let x = high
                high = x + y
                low = y - (high - x)
                if low != 0 { break }
            }
            if let next = partials.last, low < 0 && next < 0 || low > 0 && next > 0 {
                let y = low * 2, x = high + y
                if y == x - high { high = x }
            }
            return .float(high)
        }
        t["dist"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 2 else { throw i.error("TypeError", "dist expected 2 arguments, got \(a.positional.count)") }
            let p = try i.items(a.positional[0]), q = try i.items(a.positional[1])
            if p.count != q.count { throw i.error("ValueError", "both points must have the same number of dimensions") }
            var total = 0.0
            for (x, y) in zip(p, q) {
                guard let u = i.number(x), let v = i.number(y) else { throw i.error("TypeError", "must be real number") }
                total += (u - v) * (u - v)
            }
            return .float(total.squareRoot())
        }
        for (name, function) in [("copysign", { Glibc.copysign($0, $1) }), ("fmod", { Glibc.fmod($0, $1) }), ("remainder", { Glibc.remainder($0, $1) }), ("nextafter", { Glibc.nextafter($0, $1) })] as [(String, (Double, Double) -> Double)] {
            t[name] = NativeBody { (i, a) throws(Stop) in .float(function(try argument(name, i, a), try argument(name, i, a, 1))) }
        }
        t["modf"] = NativeBody { (i, a) throws(Stop) in
            let x = try argument("modf", i, a), whole = x.rounded(.towardZero)
            return i.tuple([.float(x.isInfinite ? Glibc.copysign(0, x) : x - whole), .float(whole)])
        }
        t["frexp"] = NativeBody { (i, a) throws(Stop) in
            let x = try argument("frexp", i, a)
            if x == 0 || !x.isFinite { return i.tuple([.float(x), .int(0)]) }
            return i.tuple([.float(x.sign == .minus ? -x.significand / 2 : x.significand / 2), .int(Int(x.exponent) + 1)])
        }
        t["ldexp"] = NativeBody { (i, a) throws(Stop) in .float(Glibc.ldexp(try argument("ldexp", i, a), Int32(max(-5_000, min(5_000, try argument("ldexp", i, a, 1)))))) }
        t["log"] = NativeBody { (i, a) throws(Stop) in
            let x = try argument("log", i, a)
            if x <= 0 { throw i.error("ValueError", "math domain error") }
            guard a.positional.count > 1 else { return .float(Glibc.log(x)) }
            let base = try argument("log", i, a, 1)
            if base <= 0 { throw i.error("ValueError", "math domain error") }
            if base == 1 { throw i.error("ZeroDivisionError", "float division by zero") }
            return .float(Glibc.log(x) / Glibc.log(base))
        }
        t["pow"] = NativeBody { (i, a) throws(Stop) in
            let x = try argument("pow", i, a), y = try argument("pow", i, a, 1)
            let z = Glibc.pow(x, y)
            if z.isNaN, !x.isNaN, !y.isNaN { throw i.error("ValueError", "math domain error") }
            if z.isInfinite, x.isFinite, y.isFinite { throw i.error(x == 0 ? "ValueError" : "OverflowError", x == 0 ? "math domain error" : "math range error") }
            return .float(z)
        }
        for (name, rule) in [("floor", FloatingPointRoundingRule.down), ("ceil", .up), ("trunc", .towardZero)] {
            t[name] = NativeBody { (i, a) throws(Stop) in
                if case .int? = a.positional.first { return a.positional[0] }
                let x = try argument(name, i, a).rounded(rule)
                guard let whole = Int(exactly: x) else { throw i.error(x.isNaN ? "ValueError" : "OverflowError", x.isNaN ? "cannot convert float NaN to integer" : "cannot convert float infinity to integer") }
                return .int(whole)
            }
        }
        t["factorial"] = NativeBody { (i, a) throws(Stop) in
            guard case .int(let n)? = a.positional.first else { throw i.unsupported("factorial") }
            if n < 0 { throw i.error("ValueError", "factorial() not defined for negative values") }
            var result = Value.int(1)
            if n > 1 { for k in 2...n { result = try i.binary(.multiply, result, .int(k)) } }
            return result
        }
        t["isclose"] = NativeBody { (i, a) throws(Stop) in
            let v = try a.bind(["a", "b", "rel_tol", "abs_tol"], for: "isclose", i)
            guard let x = i.number(v[0] ?? .none), let y = i.number(v[1] ?? .none) else { throw i.unsupported("math.isclose") }
            let relative = v[2].flatMap { i.number($0) } ?? 1e-9, absolute = v[3].flatMap { i.number($0) } ?? 0
            return .truth(x == y || (x - y).magnitude <= max(relative * max(x.magnitude, y.magnitude), absolute))
        }
        for (name, test) in [("isnan", { (x: Double) in x.isNaN }), ("isinf", { $0.isInfinite }), ("isfinite", { $0.isFinite })] as [(String, (Double) -> Bool)] {
            t[name] = NativeBody { (i, a) throws(Stop) in .truth(test(try argument(name, i, a))) }
        }
        t["gcd"] = NativeBody { (i, a) throws(Stop) in
            guard a.positional.count == 2, case .int(var x) = a.positional[0], case .int(var y) = a.positional[1], x != .min, y != .min else { throw i.unsupported("gcd") }
            while y != 0 { (x, y) = (y, x % y) }
            return .int(Swift.abs(x))
        }
        t["atan2"] = NativeBody { (i, a) throws(Stop) in .float(Glibc.atan2(try argument("atan2", i, a), try argument("atan2", i, a, 1))) }
        t["hypot"] = NativeBody { (i, a) throws(Stop) in .float(Glibc.hypot(try argument("hypot", i, a), try argument("hypot", i, a, 1))) }
        t["prod"] = NativeBody { (i, a) throws(Stop) in
            var total = Value.int(1)
            for item in try i.items(a.required(a.positional.first, "iterable", of: "math.prod", i)) { total = try i.binary(.multiply, total, item) }
            return total
        }
        return t
    }()
}
