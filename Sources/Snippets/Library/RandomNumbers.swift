import Source
import Tensors

/// A generator of NumPy whose seed is known.
final class NumPyStream {
    private var legacy: MersenneTwister?
    private var modern: PermutedCongruential?

    init(legacy seed: UInt32) { legacy = MersenneTwister(seed: seed) }
    init(modern seed: [UInt32]) { modern = PermutedCongruential(seed: seed) }

    var isModern: Bool { modern != nil }

    func uniform() -> Double { legacy?.uniform() ?? modern?.uniform() ?? 0 }
    func normal() -> Double { legacy?.polarNormal() ?? modern?.normal() ?? 0 }
    /// At most `largest`.
    func integer(_ largest: UInt32) -> Int { Int(legacy?.masked(largest) ?? modern?.bounded(largest) ?? 0) }

    func permutation(_ count: Int) -> [Int] {
        if modern != nil { return modern?.permutation(count) ?? [] }
        var order = Array(0..<count)
        for i in stride(from: count - 1, to: 0, by: -1) { order.swapAt(i, integer(UInt32(i))) }
        return order
    }
}

/// Random numbers: those of the libraries where the note seeds them, else of our own generator, so that no value may be
/// claimed.
extension Interpreter {
    /// `count` numbers from [0, 1) or of the standard normal distribution; false where they are not the library's own.
    func draw(_ l: Library, _ count: Int, isNormal: Bool, isDouble: Bool) -> (values: [Double], isKnown: Bool) {
        switch l {
        case .numpy:
            guard let stream = numpyStream else { break }
            return ((0..<count).map { _ in isNormal ? stream.normal() : stream.uniform() }, true)
        case .torch:
            guard torchStream != nil else { break }
            if isNormal { return (torchStream?.torchNormals(count, isDouble: isDouble) ?? [], true) }
            return ((0..<count).map { _ in (isDouble ? torchStream?.torchUniformDouble() : torchStream?.torchUniform()) ?? 0 }, true)
        }
        return ((0..<count).map { _ in isNormal ? generator.normal() : generator.uniform() }, false)
    }

    func drawn(
        _ l: Library, _ shape: [Int], isNormal: Bool, _ type: DType, offset: Double = 0, scale: Double = 1
    ) throws(Stop) -> ArrayObject {
        let count = shape.reduce(1, *)
        try spend(count / 4)
        let (values, isKnown) = draw(l, count, isNormal: isNormal, isDouble: type == .float64)
        let scaled = values.map { offset + scale * $0 }
        let tensor = try tensors(l) { () throws(TensorError) in try Tensor(shape: shape, elements: scaled) }
        return try make(tensor, type, l, isScalar: false, isRandom: !isKnown)
    }

    /// Whole numbers from `low` to `high` − 1.
    func drawnIntegers(_ l: Library, _ count: Int, _ low: Int, _ high: Int) -> (values: [Int], isKnown: Bool) {
        let range = high &- low
        if range > 0, range <= 1 << 28 {
            if l == .numpy, let stream = numpyStream {
                return ((0..<count).map { _ in low + stream.integer(UInt32(range - 1)) }, true)
            }
            if l == .torch, torchStream != nil {
                return ((0..<count).map { _ in low + Int((torchStream?.word() ?? 0) % UInt32(range)) }, true)
            }
        }
        loseStream(l)
        return ((0..<count).map { _ in generator.integer(low, max(low, high - 1)) }, false)
    }

    func drawnOrder(_ l: Library, _ count: Int) -> (values: [Int], isKnown: Bool) {
        if l == .numpy, let stream = numpyStream { return (stream.permutation(count), true) }
        if l == .torch, torchStream != nil, count < 1 << 24 { return (torchStream?.torchPermutation(count) ?? [], true) }
        return (generator.permutation(count), false)
    }

    /// What follows is not the library's own any more.
    func loseStream(_ l: Library) {
        if l == .numpy { numpyStream = nil } else { torchStream = nil }
    }

    /// The words of a seed; `nil` for none, or for what is no whole number.
    static func words(of seed: Value?) -> [UInt32]? {
        guard case .int(let value)? = seed, value >= 0 else { return nil }
        let low = UInt32(truncatingIfNeeded: value), high = UInt32(truncatingIfNeeded: value >> 32)
        return high == 0 ? [low] : [low, high]
    }

    /// `np.random.default_rng(seed)` and `np.random.RandomState(seed)`.
    func randomObject(_ name: String, _ seed: Value?) throws(Stop) -> Value {
        let isModern = name == "default_rng"
        if case .instance? = seed, isModern { return seed ?? .none }
        var stream: NumPyStream?
        if let words = Self.words(of: seed) { stream = isModern ? NumPyStream(modern: words) : NumPyStream(legacy: words[0]) }
        let type = resultTypes["numpy.random." + name] ?? {
            let made = ClassObject(isModern ? "Generator" : "RandomState", [classes.object], arena)
            made.attributes["__module__"] = .string("numpy.random")
            resultTypes["numpy.random." + name] = made
            return made
        }()
        let object = InstanceObject(type, arena)
        for method in LibraryTables.randomMethods {
            guard let body = LibraryTables.random(method, .numpy) else { continue }
            let name = method == "integers" ? "integers" : method
            object.set(
                name,
                .native(
                    // The generator may be gone while its method is called: `default_rng(0).normal()`.
                    NativeFunction(name) { [weak object] (i, a) throws(Stop) in
                        if let stale = object?.stale { throw .missing(stale.reason) }
                        let outer = i.numpyStream
                        i.numpyStream = stream
                        defer {
                            stream = i.numpyStream
                            i.numpyStream = outer
                        }
                        return try body(i, .numpy, a)
                    }))
        }
        return .instance(object)
    }
}

extension LibraryTables {
    static let randomMethods = [
        "rand", "randn", "random", "random_sample", "standard_normal", "normal", "uniform", "randint", "integers", "permutation",
        "choice", "shuffle", "exponential",
    ]

    static func random(_ name: String, _ l: Library) -> LibraryBody? {
        switch name {
        case "seed":
            return LibraryBody { (i, _, a) throws(Stop) in
                i.numpyStream = Interpreter.words(of: a.positional.first ?? a["seed"]).map { NumPyStream(legacy: $0[0]) }
                return .none
            }
        case "manual_seed":
            return LibraryBody { (i, _, a) throws(Stop) in
                i.torchStream = Interpreter.words(of: a.positional.first ?? a["seed"]).map { MersenneTwister(seed: $0[0]) }
                return .none
            }
        case "default_rng", "RandomState":
            guard l == .numpy else { return nil }
            return LibraryBody { (i, _, a) throws(Stop) in try i.randomObject(name, a.positional.first ?? a["seed"]) }
        case "rand", "randn", "random", "random_sample", "standard_normal", "ranf":
            return LibraryBody { (i, l, a) throws(Stop) in try filled(name, l, a, i) }
        case "normal", "uniform", "exponential":
            return LibraryBody { (i, l, a) throws(Stop) in
                let words = l == .torch ? ["mean", "std", "size", "generator", "requires_grad", "dtype", "device"] : name == "normal" ? ["loc", "scale", "size"] : name == "uniform" ? ["low", "high", "size"] : ["scale", "size"]
                var v = try a.bind(words, for: name, i)
                if name == "exponential" { v = [.float(0), v[0], v[1]] }
                let size = v[2].flatMap { i.isNone($0) ? nil : $0 }
                func isArray(_ value: Value?) -> Bool {
                    switch value {
                    case .array(let x)?: !x.tensor.isScalar
                    case .list?, .tuple?: true
                    default: false
                    }
                }
                let isUniform = name == "uniform"
                if isArray(v[0]) || isArray(v[1]) {
                    guard name != "exponential" else { throw i.unsupported("exponential of arrays") }
                    let p = try i.toArray(v[0] ?? .float(0), l), q = try i.toArray(v[1] ?? .float(1), l)
                    let common = try i.tensors(l) { () throws(TensorError) in try Shape.broadcast(p.tensor.shape, q.tensor.shape) }
                    let shape = try size.map { (s) throws(Stop) in try newShape([s], l, i) } ?? common
                    let noise = try i.drawn(l, shape, isNormal: !isUniform, l == .torch ? .float32 : .float64)
                    let spread = isUniform ? try i.arrayBinary(.subtract, .array(q), .array(p)) : .array(q)
                    return try i.arrayBinary(.add, .array(p), i.arrayBinary(.multiply, spread, .array(noise)))
                }
                guard let p = i.number(v[0] ?? .float(0)), let q = i.number(v[1] ?? .float(1)) else { throw i.unsupported("\(name) with these parameters") }
                if !isUniform, q < 0 { throw i.error(l == .torch ? "RuntimeError" : "ValueError", l == .torch ? "normal expects std >= 0.0, but found std \(FloatText.repr(q))" : "scale < 0") }
                if l == .torch, size == nil { throw i.unsupported("torch.normal without a size") }
                let shape = try size.map { (s) throws(Stop) in try newShape([s], l, i) } ?? []
                if name == "exponential", i.numpyStream?.isModern ?? false { i.loseStream(l) }
                let made = try i.drawn(l, shape, isNormal: name == "normal", l == .torch ? .float32 : .float64, offset: name == "exponential" ? 0 : p, scale: name == "exponential" ? 1 : isUniform ? q - p : q)
                if name == "exponential" { made.tensor = made.tensor.map { -portableLog1p(-$0) * q } }
                if size == nil { return try i.itemValue(made) }
                if l == .torch {
                    if let generator = v[3], !i.isNone(generator) { throw i.unsupported("normal(generator=…)") }
                    if let wanted = v[4], try i.truth(wanted) { i.require(made) }
                }
                return .array(made)
            }
        case "randint", "integers":
            return LibraryBody { (i, l, a) throws(Stop) in
                let v = try a.bind(["low", "high", "size", "dtype", "endpoint"], for: name, i)
                guard let first = v[0] else { throw i.error("TypeError", "\(name)() missing 1 required positional argument: 'low'") }
                var low = 0, high = try i.index(first, "low"), size = v[2].flatMap { i.isNone($0) ? nil : $0 }
                switch v[1] {
                case .int(let second)?: (low, high) = (high, second)
                case .none?, nil: break
                case .tuple?, .list?: if l == .torch, size == nil { size = v[1] }
                case .some(let other): (low, high) = (high, try i.index(other, "high"))
                }
                if let flag = v[4], try i.truth(flag) { high = high == .max ? high : high + 1 }
                if high <= low { throw i.error(l == .torch ? "RuntimeError" : "ValueError", l == .torch ? "random_ expects 'from' to be less than 'to', but got from=\(low) >= to=\(high)" : "low >= high") }
                let type = try i.optionalDType(v[3]) ?? .int64
                guard let size else {
                    let drawn = i.drawnIntegers(l, 1, low, high)
                    if !drawn.isKnown { i.randomEscaped = true }
                    if name == "integers" { return .array(try i.make(Tensor(drawn.values[0]), .int64, .numpy, isScalar: true)) }
                    return .int(drawn.values[0])
                }
                let shape = try newShape([size], l, i)
                let drawn = i.drawnIntegers(l, shape.reduce(1, *), low, high)
                let tensor = try i.tensors(l) { () throws(TensorError) in try Tensor(integers: drawn.values).reshaped(shape) }
                return .array(try i.make(type.isFloat ? tensor.converted(to: .float) : tensor, type, l, isRandom: !drawn.isKnown))
            }
        case "permutation", "randperm":
            return LibraryBody { (i, l, a) throws(Stop) in
                guard let source = a.positional.first else { throw i.error("TypeError", "\(name)() missing 1 required positional argument: 'x'") }
                if a["generator"] != nil { i.loseStream(l) }
                guard case .int(let count) = source else {
                    if name == "randperm" { throw i.error("TypeError", "randperm(): argument 'n' (position 1) must be int, not \(i.typeName(source))") }
                    let x = try i.toArray(source, l)
                    let order = i.drawnOrder(l, x.tensor.shape.first ?? 1)
                    let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.taking(Tensor(integers: order.values)) }
                    return .array(try i.make(tensor, x.dtype, l, isRandom: !order.isKnown, from: [x]))
                }
                _ = try newShape([.int(count)], l, i)
                let order = i.drawnOrder(l, count)
                return .array(try i.make(Tensor(integers: order.values), .int64, l, isRandom: !order.isKnown))
            }
        case "choice":
            return LibraryBody { (i, l, a) throws(Stop) in try choice(a, i) }
        case "shuffle":
            return LibraryBody { (i, _, a) throws(Stop) in
                switch a.positional.first {
                case .list(let list)?:
                    let order = i.drawnOrder(.numpy, list.items.count)
                    list.items = order.values.map { list.items[$0] }
                    if !order.isKnown { i.randomEscaped = true }
                case .array(let array)?:
                    let order = i.drawnOrder(.numpy, array.tensor.shape.first ?? 1)
                    let tensor = try i.tensors(.numpy) { () throws(TensorError) in try array.tensor.taking(Tensor(integers: order.values)) }
                    i.write(try i.make(tensor, array.dtype, array.library, isRandom: !order.isKnown), into: array)
                default: throw i.unsupported("shuffle")
                }
                return .none
            }
        case "rand_like", "randn_like":
            return LibraryBody { (i, l, a) throws(Stop) in
                let x = try array(a.required(a.positional.first, "input", of: name, i), name, l, i)
                return .array(try i.drawn(l, x.tensor.shape, isNormal: name == "randn_like", x.dtype))
            }
        default: return nil
        }
    }

    private static func filled(_ name: String, _ l: Library, _ a: Arguments, _ i: Interpreter) throws(Stop) -> Value {
        let takesSizes = name == "rand" || name == "randn"
        var values = a.positional
        var requires = false, type: DType = l == .torch ? .float32 : .float64
        for (key, value) in a.named {
            switch key {
            case "size": values = [value]
            case "requires_grad" where l == .torch: requires = try i.truth(value)
            case "dtype": type = try i.optionalDType(value) ?? type
            case "device":
                if !i.isProcessor(value), !i.isNone(value) { throw i.missing(.needsDevice, "a device is chosen") }
            case "generator": i.loseStream(l)
            default: throw i.unsupported("\(name)(\(key)=…)")
            }
        }
        if values.count == 1, case .none = values[0] { values = [] }
        if takesSizes, l == .numpy {
            // Sizes one by one: a tuple is a mistake.
            for value in values {
                switch value {
                case .tuple, .list:
                    throw i.error("TypeError", "'\(i.typeName(value))' object cannot be interpreted as an integer")
                default: break
                }
            }
        }
        let shape = try newShape(values, l, i)
        let made = try i.drawn(l, shape, isNormal: name == "randn" || name == "standard_normal", type)
        if values.isEmpty, l == .numpy { return try i.itemValue(made) }
        if requires { i.require(made) }
        return .array(made)
    }

    private static func choice(_ a: Arguments, _ i: Interpreter) throws(Stop) -> Value {
        let v = try a.bind(["a", "size", "replace", "p", "axis", "shuffle"], for: "choice", i)
        let source = try a.required(v[0], "a", of: "np.random.choice", i)
        let replaces = try v[2].map { (v) throws(Stop) in try i.truth(v) } ?? true
        var pool: [Value]?
        var array: ArrayObject?
        var count = 0
        if case .int(let given) = source { count = given } else {
            do throws(Stop) {
                let x = try i.toArray(source, .numpy)
                guard x.tensor.rank == 1 else { throw i.error("ValueError", "a must be 1-dimensional") }
                array = x
                count = x.tensor.count
            } catch {
                guard case .missing = error else { throw error }
                // Words and other objects.
                let items = try i.items(source)
                pool = items
                count = items.count
            }
        }
        if count <= 0 { throw i.error("ValueError", "a must be greater than 0 unless no samples are taken") }
        let size = v[1].flatMap { i.isNone($0) ? nil : $0 }
        let shape = try size.map { (v) throws(Stop) in try newShape([v], .numpy, i) } ?? []
        let total = shape.reduce(1, *)
        if !replaces, total > count { throw i.error("ValueError", "Cannot take a larger sample than population when 'replace=False'") }
        var picks: [Int]
        var isKnown: Bool
        if let weights = v[3], !i.isNone(weights) {
            let p = try i.toArray(weights, .numpy).tensor.elements
            if p.count != count { throw i.error("ValueError", "'a' and 'p' must have same size") }
            if p.contains(where: { $0 < 0 }) { throw i.error("ValueError", "probabilities are not non-negative") }
            let sum = p.reduce(0, +)
            if abs(sum - 1) > 1.5e-8 { throw i.error("ValueError", "probabilities do not sum to 1") }
            if !replaces { i.loseStream(.numpy) }
            var running = 0.0
            var edges: [Double] = []
            for weight in p {
                running += weight
                edges.append(running)
            }
            if running > 0 { edges = edges.map { $0 / running } }
            let drawn = i.draw(.numpy, total, isNormal: false, isDouble: true)
            isKnown = drawn.isKnown
            picks = drawn.values.map { u in min(edges.firstIndex { $0 > u } ?? count - 1, count - 1) }
            if !replaces { picks = Array(i.generator.permutation(count).prefix(total)) }
        } else if replaces {
            (picks, isKnown) = i.drawnIntegers(.numpy, total, 0, count)
        } else {
            // The newer generator picks without replacement in a way of its own.
            if i.numpyStream?.isModern ?? false { i.loseStream(.numpy) }
            let order = i.drawnOrder(.numpy, count)
            (picks, isKnown) = (Array(order.values.prefix(total)), order.isKnown)
        }
        if shape.isEmpty, !isKnown { i.randomEscaped = true }
        if let pool {
            if size == nil { return pool[min(picks[0], pool.count - 1)] }
            throw i.unsupported("an array of \(i.typeName(pool[0])) objects")
        }
        let indices = picks
        let tensor = try i.tensors(.numpy) { () throws(TensorError) in try Tensor(integers: indices).reshaped(shape) }
        guard let array else {
            if shape.isEmpty, size == nil, !(i.numpyStream?.isModern ?? false) { return .int(indices[0]) }
            return .array(try i.make(tensor, .int64, .numpy, isScalar: shape.isEmpty, isRandom: !isKnown))
        }
        let taken = try i.tensors(.numpy) { () throws(TensorError) in try array.tensor.taking(tensor) }
        return .array(try i.make(taken, array.dtype, .numpy, isScalar: shape.isEmpty, isRandom: !isKnown, from: [array]))
    }
}

extension Interpreter {
    /// The module `random`.
    func randomModule(_ name: String) -> NativeBody? {
        func float(_ draw: @escaping (inout MersenneTwister) -> Double, _ own: @escaping (Interpreter) -> Double) -> NativeBody {
            NativeBody { (i, _) throws(Stop) in .float(i.pythonUniform(draw, own)) }
        }
        func numbers(_ a: Arguments, _ words: [String], _ standard: [Double], _ i: Interpreter) throws(Stop) -> [Double] {
            let v = try a.bind(words, for: name, i)
            var result: [Double] = []
            for (place, value) in v.enumerated() {
                guard let value else {
                    guard place < standard.count, !standard[place].isNaN else { throw i.error("TypeError", "Random.\(name)() missing required positional argument: '\(words[place])'") }
                    result.append(standard[place])
                    continue
                }
                guard let number = i.number(value) else { throw i.error("TypeError", "must be real number, not \(i.typeName(value))") }
                result.append(number)
            }
            return result
        }
        switch name {
        case "seed":
            return NativeBody { (i, a) throws(Stop) in
                var key: [UInt32]?
                if case .int(let value)? = a.positional.first ?? a["a"] {
                    key = [UInt32(truncatingIfNeeded: value.magnitude)]
                    if value.magnitude >> 32 > 0 { key?.append(UInt32(truncatingIfNeeded: value.magnitude >> 32)) }
                }
                i.pythonStream = key.map { MersenneTwister(key: $0) }
                return .none
            }
        case "random": return float({ $0.uniform() }, { $0.generator.uniform() })
        case "uniform":
            return NativeBody { (i, a) throws(Stop) in
                let v = try numbers(a, ["a", "b"], [.nan, .nan], i)
                return .float(v[0] + (v[1] - v[0]) * i.pythonUniform({ $0.uniform() }, { $0.generator.uniform() }))
            }
        case "gauss":
            return NativeBody { (i, a) throws(Stop) in
                let v = try numbers(a, ["mu", "sigma"], [0, 1], i)
                return .float(v[0] + v[1] * i.pythonUniform({ $0.boxNormal() }, { $0.generator.normal() }))
            }
        case "normalvariate":
            return NativeBody { (i, a) throws(Stop) in
                let v = try numbers(a, ["mu", "sigma"], [0, 1], i)
                return .float(v[0] + v[1] * i.pythonUniform({ $0.ratioNormal() }, { $0.generator.normal() }))
            }
        case "expovariate":
            return NativeBody { (i, a) throws(Stop) in
                let v = try numbers(a, ["lambd"], [1], i)
                if v[0] == 0 { throw i.error("ZeroDivisionError", "float division by zero") }
                return .float(-portableLog(1 - i.pythonUniform({ $0.uniform() }, { $0.generator.uniform() })) / v[0])
            }
        case "randint", "randrange":
            return NativeBody { (i, a) throws(Stop) in
                var bounds: [Int] = []
                for value in a.positional { bounds.append(try i.index(value, name)) }
                if name == "randint", bounds.count != 2 { throw i.error("TypeError", "Random.randint() missing required positional arguments") }
                guard (1...3).contains(bounds.count) else { throw i.error("TypeError", "Random.randrange() missing 1 required positional argument: 'start'") }
                if bounds.count == 1 { bounds = [0, bounds[0]] }
                let step = bounds.count > 2 ? bounds[2] : 1
                let range = RangeObject(bounds[0], name == "randint" && bounds[1] < .max ? bounds[1] + 1 : bounds[1], step == 0 ? 1 : step)
                if range.count <= 0 { throw i.error("ValueError", "empty range for randrange() (\(bounds[0]), \(name == "randint" ? bounds[1] + (bounds[1] < .max ? 1 : 0) : bounds[1]), \(range.stop &- range.start))") }
                return .int(range[i.pythonBelow(range.count)])
            }
        case "getrandbits":
            return NativeBody { (i, a) throws(Stop) in
                guard case .int(let count)? = a.positional.first, count >= 0, count < 63 else { throw i.unsupported("getrandbits") }
                guard i.pythonStream != nil else {
                    i.randomEscaped = true
                    return .int(0)
                }
                return .int(Int(i.pythonStream?.bits(count) ?? 0))
            }
        case "choice":
            return NativeBody { (i, a) throws(Stop) in
                let items = try i.items(a.required(a.positional.first, "seq", of: "choice", i))
                if items.isEmpty { throw i.error("IndexError", "Cannot choose from an empty sequence") }
                return items[min(i.pythonBelow(items.count), items.count - 1)]
            }
        case "choices":
            return NativeBody { (i, a) throws(Stop) in
                let v = try a.bind(["population", "weights", "cum_weights", "k"], for: "choices", i)
                let items = try i.items(a.required(v[0], "population", of: "choices", i))
                if items.isEmpty { throw i.error("IndexError", "Cannot choose from an empty sequence") }
                let count = try v[3].map { (v) throws(Stop) in try i.index(v, "k") } ?? 1
                try i.growing(max(0, count))
                var edges: [Double] = []
                if let weights = v[1] ?? v[2], !i.isNone(weights) {
                    var running = 0.0
                    for weight in try i.items(weights) {
                        guard let number = i.number(weight) else { throw i.unsupported("choices") }
                        running = v[1] == nil ? number : running + number
                        edges.append(running)
                    }
                    if edges.count != items.count { throw i.error("ValueError", "The number of weights does not match the population") }
                }
                var picked: [Value] = []
                for _ in 0..<max(0, count) {
                    let u = i.pythonUniform({ $0.uniform() }, { $0.generator.uniform() })
                    let place = edges.last.map { total in edges.firstIndex { $0 > u * total } ?? items.count - 1 } ?? Int(u * Double(items.count))
                    picked.append(items[min(place, items.count - 1)])
                }
                return try i.list(picked)
            }
        case "sample":
            return NativeBody { (i, a) throws(Stop) in
                let v = try a.bind(["population", "k"], for: "sample", i)
                let items = try i.items(a.required(v[0], "population", of: "sample", i))
                let count = try i.index(a.required(v[1], "k", of: "sample", i), "k")
                guard count >= 0, count <= items.count else { throw i.error("ValueError", "Sample larger than population or is negative") }
                var least = 21.0
                // As CPython weighs a copy of the population against a set of what was taken.
                if count > 5 {
                    var power = 1.0
                    while power < Double(count * 3) { power *= 4 }
                    least += power
                }
                var picked: [Value] = []
                if Double(items.count) <= least {
                    var pool = items
                    for k in 0..<count {
                        let place = min(i.pythonBelow(items.count - k), items.count - k - 1)
                        picked.append(pool[place])
                        pool[place] = pool[items.count - k - 1]
                    }
                } else {
                    var taken: Set<Int> = []
                    while picked.count < count {
                        try i.spend()
                        let place = min(i.pythonBelow(items.count), items.count - 1)
                        if taken.insert(place).inserted { picked.append(items[place]) }
                    }
                }
                return try i.list(picked)
            }
        case "shuffle":
            return NativeBody { (i, a) throws(Stop) in
                guard case .list(let list)? = a.positional.first else { throw i.unsupported("shuffle") }
                for k in stride(from: list.items.count - 1, to: 0, by: -1) { list.items.swapAt(k, min(i.pythonBelow(k + 1), k)) }
                return .none
            }
        default: return nil
        }
    }

    fileprivate func pythonUniform(_ draw: (inout MersenneTwister) -> Double, _ own: (Interpreter) -> Double) -> Double {
        guard var stream = pythonStream else {
            randomEscaped = true
            return own(self)
        }
        pythonStream = nil
        let value = draw(&stream)
        pythonStream = stream
        return value
    }

    fileprivate func pythonBelow(_ bound: Int) -> Int {
        guard pythonStream != nil else {
            randomEscaped = true
            return generator.integer(below: max(1, bound))
        }
        return pythonStream?.below(bound) ?? 0
    }
}
