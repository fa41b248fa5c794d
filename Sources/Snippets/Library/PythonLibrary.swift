import Source
import Synchronization

/// Modules, or parts of modules, that are written in Python and run by this interpreter: they need nothing that a note
/// could not say itself.
enum PythonLibrary {
    /// No module of Python's: where the type `complex` is written.
    static let complexModule = "_complex"

    static let sources: [String: String] = [
        "collections": collections, "itertools": itertools, "functools": functools, "operator": operators, "heapq": heapq,
        "bisect": bisect, "dataclasses": dataclasses, "abc": abc, "enum": enumerations, "typing": typing,
        "contextlib": contextlib, "types": types, "warnings": warnings, "time": time, "tqdm": tqdm, "string": strings,
        "statistics": statistics, "pprint": pprint, "copy": copy, "logging": logging, "os": os, "sys": sys, "gc": gc,
        "torch": tensors, "torch.nn": neuralNetworks, "torch.nn.init": initialisation, "torch.optim": optimisers,
        "torch.optim.lr_scheduler": schedulers, "torch.utils.data": data, "torch.nn.utils": networkUtilities,
        "torch.nn.parameter": parameterModule, "torch.autograd": autograd, "torch.nn.functional": functional,
        "typing_extensions": typing, "tqdm.auto": tqdm, "tqdm.notebook": tqdm, "collections.abc": collectionsABC,
        "timeit": timeit, "re": regularExpressions, "json": json,
        "cmath": complexMathematics, complexModule: complexNumbers, "numbers": numbers, "numpy": numpy, "numpy.linalg": numpyLinearAlgebra, "numpy.testing": numpyTesting,
    ]
}

extension PythonLibrary {
    struct Parsed: Sendable {
        var tree: PythonTree
        var scopes: Scopes
        var content: [UInt8]
    }

    /// Each part is parsed once, whatever the number of notes that use it.
    private static let all = Mutex<[String: Parsed]>([:])

    static func parsed(_ module: String, _ source: String) -> Parsed? {
        if let known = all.withLock({ $0[module] }) { return known }
        let content = Array(source.utf8)
        let result = SnippetParser.parseHere(content: content, limits: Limits())
        guard result.diagnostics.isEmpty else { return nil }
        let parsed = Parsed(tree: result.tree, scopes: result.scopes, content: content)
        all.withLock { $0[module] = parsed }
        return parsed
    }
}

extension Interpreter {
    func complex(_ real: Double, _ imaginary: Double) throws(Stop) -> Value {
        guard let type = try libraryValue(PythonLibrary.complexModule, "complex") else { throw unsupported("complex numbers") }
        return try call(type, Arguments([.float(real), .float(imaginary)]))
    }

    /// What the part of `module` written in Python calls `name`.
    func libraryValue(_ module: String, _ name: String) throws(Stop) -> Value? {
        guard let source = PythonLibrary.sources[module] else { return nil }
        try load(module, source)
        return globals[globalNumber(Self.libraryKey(module, name))]
    }

    private static func libraryKey(_ module: String, _ name: String) -> String { "\(module)\u{0}\(name)" }

    private func load(_ module: String, _ source: String) throws(Stop) {
        guard loadedLibraries.insert(module).inserted else { return }
        guard let parsed = PythonLibrary.parsed(module, source) else { throw unsupported(module) }
        let unit = CodeUnit(
            tree: parsed.tree, scopes: parsed.scopes, source: parsed.content,
            globals: parsed.tree.names.map { globalNumber(Self.libraryKey(module, $0)) }, module: module)
        for (name, body) in Self.libraryHelpers { globals[globalNumber(Self.libraryKey(module, name))] = .native(NativeFunction(name, body)) }
        // What a library costs to load is not the note's to pay.
        let before = budget
        budget = Budget()
        defer { budget = before }
        for statement in unit.tree[unit.tree.body] { _ = try execute(statement, unit, nil) }
    }
}

extension Interpreter {
    /// A number that stands for the object as long as the session lives.
    func identity(_ value: Value) throws(Stop) -> Int {
        let object: AnyObject
        switch value {
        case .list(let x): object = x
        case .tuple(let x): object = x
        case .dictionary(let x): object = x
        case .set(let x): object = x
        case .array(let x): object = x
        case .function(let x): object = x
        case .instance(let x): object = x
        case .type(let x): object = x
        case .iterator(let x): object = x
        default: throw unsupported("id of \(typeName(value))")
        }
        if let known = identities[ObjectIdentifier(object)] { return known }
        let number = 0x7F00_0000_0000 + 64 * identities.count
        identities[ObjectIdentifier(object)] = number
        // Kept alive, so that its number is never another's.
        kept.append(value)
        return number
    }

    /// `torch.no_grad` and its like: a context manager, and a decorator with and without brackets.
    func gradientMode(_ name: String) -> Value {
        .native(
            NativeFunction("torch.\(name)") { (i, a) throws(Stop) in
                let context = InstanceObject(i.classes.noGradient, i.arena)
                if name == "enable_grad" { context.set("mode", .truth(true)) }
                if name == "set_grad_enabled" {
                    let mode = try i.truth(a.positional.first ?? a["mode"] ?? .truth(true))
                    context.set("mode", .truth(mode))
                    return .instance(context)
                }
                if let function = a.positional.first, case .function = function { return try i.call(.instance(context), Arguments([function])) }
                return .instance(context)
            })
    }

    /// Names that notes use without saying where they come from.
    static let customaryNames: Set<String> = [
        "dataclass", "field", "Counter", "defaultdict", "deque", "namedtuple", "OrderedDict", "DataLoader", "Dataset",
        "TensorDataset", "List", "Dict", "Tuple", "Optional", "Any", "Union", "Callable",
    ]

    /// Methods reached through a type: `str.upper`, `dict.fromkeys`.
    static func typeMethods(_ type: String, _ name: String) -> NativeBody? {
        switch type {
        case "str": return stringMethods[name]
        case "list": return listMethods[name]
        case "tuple": return tupleMethods[name]
        case "dict":
            if name == "fromkeys" {
                return NativeBody { (i, a) throws(Stop) in
                    let result = DictionaryObject(i.arena)
                    let value = a.positional.count > 1 ? a.positional[1] : .none
                    for key in try i.items(a.required(a.positional.first, "iterable", of: "fromkeys", i)) { result.set(try i.hash(key), key, value) }
                    return .dictionary(result)
                }
            }
            return dictionaryMethods[name]
        case "set", "frozenset": return setMethods[name]
        default: return nil
        }
    }
}
