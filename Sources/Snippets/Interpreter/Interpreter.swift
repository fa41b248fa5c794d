import Source
import Tensors

/// Evaluates units of one session. Every step is counted; nothing here touches the system.
final class Interpreter {
    let arena = Arena()
    var budget = Budget()
    /// Names of the note, by the session's numbers for them.
    var globals: [Value?] = []
    private var globalNumbers: [String: Int] = [:]
    private(set) var globalNames: [String] = []
    var output: [UInt8] = []
    /// Set when a value that only the library's own generator could give has become a number that decides something.
    var randomEscaped = false
    /// The block that runs, and where in it calls stand that have not returned.
    var running: CodeUnit?
    var sites: [ByteRange] = []
    private var depth = 0
    var generator = Generator(seed: 0)
    /// The generators of the libraries where the note seeds them; `nil` where their state is not known.
    var pythonStream: MersenneTwister?
    var numpyStream: NumPyStream?
    var torchStream: MersenneTwister?
    var recordsGradients = true
    /// What `recordsGradients` was before each `with torch.no_grad():` that is open.
    var gradientModes: [Bool] = []
    /// Exceptions being handled, for a bare `raise`.
    var handled: [InstanceObject] = []
    /// Containers being written, so that one that holds itself ends.
    var printing: Set<ObjectIdentifier> = []
    /// Both sides of the comparison in the assert that failed last.
    var failedSides: (left: String, right: String)?
    /// Modules of which everything was imported.
    var starImports: [String] = []
    /// Values that live as long as the session.
    var kept: [Value] = []
    /// Set when a number with a fraction was a key: what is counted so is a label, no quantity.
    var countedFractions = false
    /// Modules of which the part that is written in Python has run.
    var loadedLibraries: Set<String> = []
    /// Classes of what functions with several results give.
    var resultTypes: [String: ClassObject] = [:]
    /// Regular expressions, by flags and pattern.
    var expressions: [String: RegularExpression] = [:]
    var lastSearched: (text: String, scalars: [UInt32])?
    /// Numbers that stand for objects where `id` is asked.
    var identities: [ObjectIdentifier: Int] = [:]
    var searched: (text: String, scalars: [UInt32])?
    lazy var classes = NativeClasses(arena)

    deinit { arena.close() }

    // MARK: Names

    func globalNumber(_ name: String) -> Int {
        if let number = globalNumbers[name] { return number }
        let number = globals.count
        globalNumbers[name] = number
        globalNames.append(name)
        globals.append(nil)
        return number
    }

    func global(_ name: String) -> Value? { globalNumbers[name].flatMap { globals[$0] } }

    // MARK: Stopping

    func spend(_ count: Int = 1) throws(Stop) {
        do { try budget.spend(count) } catch { throw .limit(error) }
    }

    /// For work that nests: the depth of everything on the stack is bounded, whatever kind it is.
    func descend() throws(Stop) {
        depth += 1
        if depth > 12_000 {
            depth -= 1
            throw .limit(.recursion(budget.limits.recursion))
        }
    }

    func ascend() { depth -= 1 }

    func error(_ type: String, _ message: String) -> Stop {
        let exception = InstanceObject(classes.exception(type), arena)
        exception.set("args", .tuple(TupleObject([.string(message)], arena)))
        return .raised(exception)
    }

    func missing(_ code: Reason.Code, _ words: String) -> Stop { .missing(Reason(code, words)) }

    func unsupported(_ what: String) -> Stop { .missing(Reason(.needsLibrary, "\(what) is not available here")) }

    /// The same stop; an exception gets its place if it has none.
    func located(_ stop: Stop, _ unit: CodeUnit, _ id: PythonTree.ID) -> Stop {
        guard case .raised(let exception) = stop, exception.range == nil else { return stop }
        // What our own Python does wrong is no mistake of the note.
        if unit.isLibrary, ["TypeError", "AttributeError", "NameError", "UnboundLocalError"].contains(exception.kind.name) {
            return .missing(Reason(.needsLibrary, "this use of \(unit.module ?? "") is not available here"))
        }
        exception.range = unit === running ? unit.tree[id].range : sites.last ?? ByteRange(0, 0)
        return stop
    }

    func write(_ text: String) throws(Stop) {
        let count = text.utf8.count
        do { try budget.write(bytes: count) } catch { throw .limit(error) }
        output.append(contentsOf: text.utf8)
    }

    // MARK: Making values

    func list(_ items: [Value]) throws(Stop) -> Value {
        try arena.grow(0)
        try spend(items.count / 16)
        return .list(ListObject(items, arena))
    }

    func tuple(_ items: [Value]) -> Value { .tuple(TupleObject(items, arena)) }

    func iterator(_ items: [Value], _ name: String = "list_iterator") -> Value {
        var index = 0
        return .iterator(
            IteratorObject(name, arena) { () throws(Stop) in
                guard index < items.count else { return nil }
                index += 1
                return items[index - 1]
            })
    }
}

/// What a statement leaves behind.
enum Flow {
    case next
    case breaks, continues
    case returns(Value)
}

/// Arguments of a call, evaluated.
struct Arguments {
    var positional: [Value] = []
    var named: [(name: String, value: Value)] = []

    init(_ positional: [Value] = [], named: [(name: String, value: Value)] = []) {
        self.positional = positional
        self.named = named
    }

    subscript(name: String) -> Value? { named.first { $0.name == name }?.value }

    /// The keyword's value, which is no argument any more.
    mutating func take(_ name: String) -> Value? {
        named.firstIndex { $0.name == name }.map { named.remove(at: $0).value }
    }

    /// The arguments in the order of `names`, with `nil` for those not given.
    ///
    /// A keyword that is not among them is one that we do not know, which need not be wrong.
    func bind(_ names: [String], for function: String, _ interpreter: Interpreter) throws(Stop) -> [Value?] {
        var result = [Value?](repeating: nil, count: names.count)
        guard positional.count <= names.count else {
            throw interpreter.unsupported("\(function) with \(positional.count) arguments")
        }
        for (i, value) in positional.enumerated() { result[i] = value }
        for (name, value) in named {
            // PyTorch takes NumPy's words, too.
            let alias = name == "axis" ? "dim" : name == "keepdims" ? "keepdim" : name
            guard let place = names.firstIndex(of: name) ?? names.firstIndex(of: alias) else {
                throw interpreter.unsupported("\(function)(\(name)=…)")
            }
            if result[place] != nil {
                throw interpreter.error(
                    "TypeError", "\(function)() got multiple values for argument '\(name)'")
            }
            result[place] = value
        }
        return result
    }

    /// The first argument, which the function cannot do without.
    func required(_ value: Value?, _ name: String, of function: String, _ interpreter: Interpreter) throws(Stop) -> Value {
        if let value { return value }
        if positional.isEmpty, named.isEmpty {
            throw interpreter.missing(.incompleteCode, "\(function)() is called without its arguments")
        }
        throw interpreter.error("TypeError", "\(function)() missing required argument '\(name)'")
    }
}
