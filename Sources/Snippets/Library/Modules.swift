import Glibc
import Source
import Tensors

extension Interpreter {
    /// Modules that we answer for, in part.
    static let modules: Set<String> = [
        "numpy", "numpy.linalg", "numpy.random", "torch", "torch.nn", "torch.nn.functional", "torch.linalg", "math",
        "random", "itertools", "functools", "collections", "time", "copy", "torch.optim", "torch.autograd", "typing", "torch.nn.init",
    ]

    func moduleAttribute(_ module: ModuleObject, _ name: String) throws(Stop) -> Value {
        let path = module.name + "." + name
        if Self.modules.contains(path) { return .module(ModuleObject(path)) }
        switch module.name {
        case "numpy":
            if let constant = Self.constants[name] { return .float(constant) }
            if name == "newaxis" { return .none }
            if name == "ndarray" { return .native(NativeFunction("numpy.ndarray") { (i, _) throws(Stop) in throw i.unsupported("np.ndarray()") }) }
            if let type = DType(name: name), name != "bool", name != "long" || PublicNames.of("numpy")?.contains(name) == true { return .dtype(type, .numpy) }
            if let body = LibraryTables.function(name, .numpy), PublicNames.of("numpy")?.contains(name) == true { return library(path, .numpy, body) }
        case "numpy.linalg": if let body = LibraryTables.linearAlgebra[name] { return library(path, .numpy, body) }
        case "numpy.random": if let body = LibraryTables.random(name, .numpy) { return library(path, .numpy, body) }
        case "torch":
            if let constant = Self.constants[name], ["pi", "e", "inf", "nan"].contains(name) { return .float(constant) }
            if let type = DType(name: name), PublicNames.of("torch")?.contains(name) == true { return .dtype(type, .torch) }
            if name == "no_grad" || name == "inference_mode" {
                return .native(
                    NativeFunction(path) { (i, a) throws(Stop) in
                        guard a.positional.isEmpty else { throw i.unsupported("\(name) as a decorator") }
                        return .instance(InstanceObject(i.classes.noGradient, i.arena))
                    })
            }
            if name == "norm" || LibraryTables.linearAlgebra[name] != nil, let body = LibraryTables.torch[name] ?? LibraryTables.linearAlgebra[name] { return library(path, .torch, body) }
            if let body = LibraryTables.random(name, .torch), name != "seed" { return library(path, .torch, body) }
            if PublicNames.of("torch")?.contains(name) == true {
                if let body = LibraryTables.function(name, .torch) { return library(name == "Tensor" ? "torch.Tensor" : path, .torch, body) }
            }
        case "torch.nn.functional":
            if PublicNames.of(module.name)?.contains(name) == true, let body = LibraryTables.function(name, .torch) {
                return library(path, .torch, body)
            }
        case "torch.linalg": if let body = LibraryTables.linearAlgebra[name] { return library(path, .torch, body) }
        case "torch.nn":
            if name == "Module" { return .type(classes.module) }
            if let maker = layer(name) { return maker }
        case "math":
            if let constant = ["pi": Double.pi, "e": M_E, "inf": .infinity, "nan": .nan, "tau": 2 * .pi][name] { return .float(constant) }
            if let body = Self.mathematics[name] { return .native(NativeFunction(path, body)) }
        case "random":
            if let body = randomModule(name) { return .native(NativeFunction(path, body)) }
        case "functools":
            if name == "reduce" {
                return .native(
                    NativeFunction(path) { (i, a) throws(Stop) in
                        guard a.positional.count >= 2 else { throw i.error("TypeError", "reduce expected at least 2 arguments, got \(a.positional.count)") }
                        var items = try i.items(a.positional[1])[...]
                        var total: Value
                        if a.positional.count > 2 { total = a.positional[2] } else {
                            guard let first = items.popFirst() else { throw i.error("TypeError", "reduce() of empty iterable with no initial value") }
                            total = first
                        }
                        for item in items { total = try i.call(a.positional[0], Arguments([total, item])) }
                        return total
                    })
            }
        case "collections":
            if name == "defaultdict" {
                return .native(
                    NativeFunction(path) { (i, a) throws(Stop) in
                        let dictionary = DictionaryObject(i.arena)
                        if let maker = a.positional.first { i.defaultFactories[ObjectIdentifier(dictionary)] = maker }
                        // Kept alive, so that its identity is never another's.
                        i.kept.append(.dictionary(dictionary))
                        return .dictionary(dictionary)
                    })
            }
        case "time":
            if name == "time" || name == "perf_counter" {
                return .native(
                    NativeFunction(path) { (i, _) throws(Stop) in
                        i.randomEscaped = true
                        return .float(0)
                    })
            }
        case "copy":
            if name == "copy" {
                return .native(
                    NativeFunction(path) { (i, a) throws(Stop) in
                        switch a.positional.first {
                        case .list(let list)?: return try i.list(list.items)
                        case .dictionary(let dictionary)?:
                            let copy = DictionaryObject(i.arena)
                            try i.update(copy, .dictionary(dictionary))
                            return .dictionary(copy)
                        default: throw i.unsupported("copy.copy")
                        }
                    })
            }
        default: break
        }
        if name == "__version__" { throw unsupported("the version of \(module.name)") }
        // A name that our lists lack may be of another release: what is certainly misspelt is said by AttributeCheck.
        throw unsupported(path)
    }

    private static let constants: [String: Double] = [
        "pi": .pi, "e": M_E, "inf": .infinity, "nan": .nan, "Inf": .infinity, "NaN": .nan, "euler_gamma": 0.577_215_664_901_532_9,
    ]

    private func library(_ name: String, _ library: Library, _ body: LibraryBody) -> Value {
        .native(NativeFunction(name) { (i, a) throws(Stop) in try body(i, library, a) })
    }

    /// Layers and losses without weights.
    private func layer(_ name: String) -> Value? {
        let plain: [String: String] = [
            "ReLU": "relu", "Sigmoid": "sigmoid", "Tanh": "tanh", "Softplus": "softplus", "SiLU": "silu", "GELU": "gelu",
            "ELU": "elu", "LeakyReLU": "leaky_relu", "LogSigmoid": "logsigmoid", "Softsign": "softsign", "SELU": "selu",
            "Softmax": "softmax", "LogSoftmax": "log_softmax", "MSELoss": "mse_loss", "L1Loss": "l1_loss",
            "CrossEntropyLoss": "cross_entropy", "BCELoss": "binary_cross_entropy",
        ]
        guard let function = plain[name], let body = LibraryTables.function(function, .torch) else { return nil }
        return .native(
            NativeFunction("torch.nn." + name) { (i, options) throws(Stop) in
                var named = options.named.filter { $0.name != "inplace" }
                let first = ["ELU": "alpha", "LeakyReLU": "negative_slope", "Softmax": "dim", "LogSoftmax": "dim"][name]
                if let value = options.positional.first {
                    guard let first else { throw i.unsupported("nn.\(name) with arguments") }
                    named.append((first, value))
                }
                if case .string("")? = named.first(where: { $0.name == "reduction" })?.value {
                    throw i.missing(.incompleteCode, "the reduction of nn.\(name) is left empty")
                }
                let options = named
                return .native(
                    NativeFunction(name) { (i, a) throws(Stop) in
                        try body(i, .torch, Arguments(a.positional, named: a.named + options))
                    })
            })
    }

    private func randomModule(_ name: String) -> NativeBody? {
        switch name {
        case "seed": return NativeBody { (_, _) throws(Stop) in .none }
        case "random":
            return NativeBody { (i, _) throws(Stop) in
                i.randomEscaped = true
                return .float(i.generator.uniform())
            }
        case "uniform", "gauss":
            return NativeBody { (i, a) throws(Stop) in
                guard a.positional.count == 2, let p = i.number(a.positional[0]), let q = i.number(a.positional[1]) else { throw i.unsupported(name) }
                i.randomEscaped = true
                return .float(name == "gauss" ? p + q * i.generator.normal() : i.generator.uniform(p, q))
            }
        case "randint":
            return NativeBody { (i, a) throws(Stop) in
                guard a.positional.count == 2, case .int(let low) = a.positional[0], case .int(let high) = a.positional[1], low <= high else { throw i.unsupported("randint") }
                i.randomEscaped = true
                return .int(i.generator.integer(low, high))
            }
        case "choice":
            return NativeBody { (i, a) throws(Stop) in
                let items = try i.items(a.required(a.positional.first, "seq", of: "choice", i))
                if items.isEmpty { throw i.error("IndexError", "Cannot choose from an empty sequence") }
                i.randomEscaped = true
                return items[i.generator.integer(below: items.count)]
            }
        case "shuffle":
            return NativeBody { (i, a) throws(Stop) in
                guard case .list(let list)? = a.positional.first else { throw i.unsupported("shuffle") }
                list.items = i.generator.permutation(list.items.count).map { list.items[$0] }
                i.randomEscaped = true
                return .none
            }
        default: return nil
        }
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
            ("gamma", { Glibc.tgamma($0) }, { $0 > 0 }), ("fabs", { $0.magnitude }, { _ in true }),
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
