import Source

/// The local names of one call, class body or comprehension.
final class Frame: HeapObject {
    var slots: [Value?]
    private(set) var parent: Frame?
    /// Of a method's frame: the class that defines it.
    var owner: ClassObject?

    init(_ count: Int, parent: Frame?, _ arena: Arena) {
        slots = Array(repeating: nil, count: count)
        self.parent = parent
        super.init(arena)
    }

    deinit { arena.discard(takeContents()) }

    override func takeContents() -> [Value] {
        let contents = slots.compactMap { $0 }
        slots = []
        owner = nil
        return contents
    }
}

final class FunctionObject: HeapObject {
    let unit: CodeUnit
    let index: Int
    let name: String
    private(set) var closure: Frame?
    private(set) var defaults: [Value?]
    /// The class in whose body it was defined: what `super()` starts from.
    var owner: ClassObject?
    var attributes: [String: Value] = [:]

    init(_ unit: CodeUnit, _ index: Int, name: String, closure: Frame?, defaults: [Value?], _ arena: Arena) {
        self.unit = unit
        self.index = index
        self.name = name
        self.closure = closure
        self.defaults = defaults
        super.init(arena)
    }

    deinit { arena.discard(takeContents()) }

    override func takeContents() -> [Value] {
        var contents = defaults.compactMap { $0 } + attributes.values
        if let owner { contents.append(.type(owner)) }
        defaults = []
        attributes = [:]
        owner = nil
        closure = nil
        return contents
    }
}

/// The code of a native function. A struct, because the compiler cannot yet keep closures with typed throws in
/// dictionaries.
struct NativeBody {
    private let run: (Interpreter, Arguments) throws(Stop) -> Value

    init(_ run: @escaping (Interpreter, Arguments) throws(Stop) -> Value) { self.run = run }

    func callAsFunction(_ interpreter: Interpreter, _ arguments: Arguments) throws(Stop) -> Value {
        try run(interpreter, arguments)
    }
}

/// A function of Python or of a library.
final class NativeFunction {
    let name: String
    let body: NativeBody

    init(_ name: String, _ body: NativeBody) {
        self.name = name
        self.body = body
    }

    convenience init(_ name: String, _ run: @escaping (Interpreter, Arguments) throws(Stop) -> Value) {
        self.init(name, NativeBody(run))
    }
}

final class BoundMethod: HeapObject {
    private(set) var receiver: Value
    private(set) var function: Value

    init(_ receiver: Value, _ function: Value, _ arena: Arena) {
        self.receiver = receiver
        self.function = function
        super.init(arena)
    }

    deinit { arena.discard(takeContents()) }

    override func takeContents() -> [Value] {
        let contents = [receiver, function]
        receiver = .none
        function = .none
        return contents
    }
}

final class ModuleObject {
    /// `numpy.linalg`.
    let name: String
    init(_ name: String) { self.name = name }
}

final class ClassObject: HeapObject {
    let name: String
    var bases: [ClassObject]
    var attributes: [String: Value] = [:]
    /// Names in the order in which the class body bound them.
    var order: [String] = []
    /// Of Python or a library, not of the note.
    let isNative: Bool

    init(_ name: String, _ bases: [ClassObject], isNative: Bool = false, _ arena: Arena) {
        self.name = name
        self.bases = bases
        self.isNative = isNative
        super.init(arena)
    }

    /// Depth first, each class once: Python's order wherever bases do not meet again.
    lazy var lineage: [ClassObject] = {
        var result: [ClassObject] = [self]
        for base in bases {
            for other in base.lineage {
                // A shared base comes after everything that derives from it.
                result.removeAll { $0 === other }
                result.append(other)
            }
        }
        return result
    }()

    func find(_ name: String) -> Value? {
        for item in lineage {
            if let value = item.attributes[name] { return value }
        }
        return nil
    }

    /// Where it was written: `__main__`, or the part of a library that is written in Python.
    var module: String {
        if case .string(let name)? = attributes["__module__"] { return name }
        return "__main__"
    }

    var isLibrary: Bool { attributes["__module__"] != nil }

    func set(_ name: String, _ value: Value) {
        if attributes.updateValue(value, forKey: name) == nil { order.append(name) }
    }

    func derives(from name: String) -> Bool { lineage.contains { $0.name == name } }
    func derives(from other: ClassObject) -> Bool { lineage.contains { $0 === other } }

    deinit { arena.discard(takeContents()) }

    override func takeContents() -> [Value] {
        let contents = Array(attributes.values)
        attributes = [:]
        return contents
    }
}

/// An exception travels in errors, which must be sendable; like everything of a session it belongs to one task.
final class InstanceObject: HeapObject, @unchecked Sendable {
    private(set) var kind: ClassObject
    var attributes: [String: Value] = [:]
    /// Names in the order in which they came.
    var order: [String] = []
    /// Of an exception: where it was raised, in `unit`.
    var range: ByteRange?
    unowned(unsafe) var unit: CodeUnit?

    init(_ kind: ClassObject, _ arena: Arena) {
        self.kind = kind
        super.init(arena)
    }

    func set(_ name: String, _ value: Value) {
        if attributes.updateValue(value, forKey: name) == nil { order.append(name) }
    }

    deinit { arena.discard(takeContents()) }

    override func takeContents() -> [Value] {
        let contents = Array(attributes.values)
        attributes = [:]
        order = []
        return contents
    }
}

final class IteratorObject: HeapObject {
    private struct Step { let run: () throws(Stop) -> Value? }
    private var step: Step?
    let typeName: String
    /// Of a generator function: where it stands.
    var generator: GeneratorState?

    init(_ typeName: String, _ arena: Arena, _ step: @escaping () throws(Stop) -> Value?) {
        self.typeName = typeName
        self.step = Step(run: step)
        super.init(arena)
    }

    func next() throws(Stop) -> Value? {
        guard let step else { return nil }
        // Iterators may feed one another in a chain of any length.
        arena.chained += 1
        defer { arena.chained -= 1 }
        if arena.chained > 1_000 { throw .limit(.recursion(1_000)) }
        if let value = try step.run() { return value }
        self.step = nil
        return nil
    }

    /// Nothing more comes.
    func end() { step = nil }

    override func takeContents() -> [Value] {
        step = nil
        generator?.abandon()
        generator = nil
        return []
    }
}
