import Source
import Tensors

/// A value of Python. Lists, dictionaries and objects are shared, as in Python.
enum Value {
    case none, ellipsis, notImplemented
    case truth(Bool)
    case int(Int)
    case long(BigInteger)
    case float(Double)
    case string(String)
    case list(ListObject)
    case tuple(TupleObject)
    case dictionary(DictionaryObject)
    case set(SetObject)
    case view(ViewObject)
    case range(RangeObject)
    case slice(SliceObject)
    case array(ArrayObject)
    case function(FunctionObject)
    case native(NativeFunction)
    case bound(BoundMethod)
    case module(ModuleObject)
    case type(ClassObject)
    case instance(InstanceObject)
    case iterator(IteratorObject)
    case dtype(DType, Library)
    /// Needs what the note does not define or what is not here: whoever reads it stops with that reason.
    case missing(MissingObject)
}

final class MissingObject {
    let reason: Reason
    init(_ reason: Reason) { self.reason = reason }
}

/// Why evaluation stops.
enum Stop: Error {
    /// A Python exception; `range` is the expression at fault in the unit that it belongs to.
    case raised(InstanceObject)
    case missing(Reason)
    case limit(LimitExceeded)
}

/// What objects of one session have in common: they unlink themselves without recursion, and what still refers to
/// itself is cut when the session ends.
class HeapObject {
    fileprivate(set) final unowned(unsafe) var next: HeapObject?
    fileprivate(set) final unowned(unsafe) var previous: HeapObject?
    final let arena: Arena
    /// Set when what it holds is not known any more (a statement that would have changed it could not run).
    final var stale: MissingObject?
    /// Of a container: the class of the note that derives from it, and what is set on the value.
    final var subclass: ClassObject?
    final var fields: InstanceObject?

    init(_ arena: Arena) {
        self.arena = arena
        arena.link(self)
    }

    deinit { arena.unlink(self) }

    /// The values that it holds; it is empty afterwards.
    func takeContents() -> [Value] { [] }
}

/// The objects of a session.
final class Arena {
    private unowned(unsafe) var first: HeapObject?
    private var trash: [Value] = []
    private var isEmptying = false
    /// Elements of lists, arrays and the like that are alive.
    private(set) var alive = 0
    var limit = Limits().elementsAlive
    let recording = Recording()
    /// How many iterators wait for one another.
    fileprivate var chained = 0

    fileprivate func link(_ object: HeapObject) {
        object.next = first
        first?.previous = object
        first = object
        alive += 4
    }

    fileprivate func unlink(_ object: HeapObject) {
        if let previous = object.previous { previous.next = object.next } else { first = object.next }
        object.next?.previous = object.previous
        alive -= 4
    }

    func grow(_ count: Int) throws(Stop) {
        alive += count
        if alive > limit { throw .limit(.memory(limit)) }
    }

    fileprivate func count(_ count: Int) { alive += count }

    /// Frees `values` one after another, however deep they hold each other.
    func discard(_ values: [Value]) {
        if values.isEmpty { return }
        trash.append(contentsOf: values)
        if isEmptying { return }
        isEmptying = true
        while let value = trash.popLast() { withExtendedLifetime(value) {} }
        isEmptying = false
    }

    /// Cuts every reference between objects, so that circles go too.
    func close() {
        var all: [HeapObject] = []
        var at = first
        while let object = at {
            all.append(object)
            at = object.next
        }
        for object in all {
            object.subclass = nil
            object.fields = nil
            discard(object.takeContents())
        }
    }
}

final class ListObject: HeapObject {
    var items: [Value]
    /// What the arena counts for it; appending is counted by steps.
    private let counted: Int

    init(_ items: [Value], _ arena: Arena) {
        self.items = items
        counted = items.count
        super.init(arena)
        arena.count(counted)
    }

    deinit {
        arena.count(-counted)
        arena.discard(takeContents())
    }

    override func takeContents() -> [Value] {
        let contents = items
        items = []
        return contents
    }
}

final class TupleObject: HeapObject {
    /// `torch.Size`.
    var isSize = false
    private(set) var items: [Value]

    private let counted: Int

    init(_ items: [Value], _ arena: Arena) {
        self.items = items
        counted = items.count
        super.init(arena)
        arena.count(counted)
    }

    deinit {
        arena.count(-counted)
        arena.discard(takeContents())
    }

    override func takeContents() -> [Value] {
        let contents = items
        items = []
        return contents
    }
}

/// What may be a key: compared by value.
enum HashKey: Hashable {
    case none, ellipsis
    case int(Int)
    case long(BigInteger)
    case float(Double)
    case string(String)
    case tuple([HashKey])
    case set(Set<HashKey>)
    case object(ObjectIdentifier)
    case dtype(DType)
    case range(Int, Int, Int)
}

/// Keeps the order in which keys came.
final class DictionaryObject: HeapObject {
    struct Entry {
        var key: Value
        var value: Value
    }

    private(set) var entries: [Entry?] = []
    private var places: [HashKey: Int] = [:]

    var count: Int { places.count }
    var live: [Entry] { entries.compactMap { $0 } }

    subscript(key: HashKey) -> Value? { places[key].flatMap { entries[$0]?.value } }

    func set(_ hash: HashKey, _ key: Value, _ value: Value) {
        if let place = places[hash] {
            entries[place]?.value = value
        } else {
            places[hash] = entries.count
            entries.append(Entry(key: key, value: value))
        }
    }

    @discardableResult
    func remove(_ hash: HashKey) -> Entry? {
        guard let place = places.removeValue(forKey: hash) else { return nil }
        let old = entries[place]
        entries[place] = nil
        if entries.count > 32, places.count * 2 < entries.count { compact() }
        return old
    }

    private func compact() {
        var moved: [Int: Int] = [:]
        var kept: [Entry?] = []
        for (i, entry) in entries.enumerated() where entry != nil {
            moved[i] = kept.count
            kept.append(entry)
        }
        entries = kept
        for (key, place) in places { places[key] = moved[place] ?? 0 }
    }

    var lastKey: HashKey? {
        guard let place = entries.lastIndex(where: { $0 != nil }) else { return nil }
        return places.first { $0.value == place }?.key
    }

    func removeAll() {
        arena.discard(takeContents())
    }

    deinit { arena.discard(takeContents()) }

    override func takeContents() -> [Value] {
        var contents: [Value] = []
        for entry in entries {
            if let entry { contents += [entry.key, entry.value] }
        }
        entries = []
        places = [:]
        return contents
    }
}

/// `dict.keys()` and its like: what the dictionary holds now.
final class ViewObject {
    enum Part { case keys, values, items }
    let dictionary: DictionaryObject
    let part: Part

    init(_ dictionary: DictionaryObject, _ part: Part) {
        self.dictionary = dictionary
        self.part = part
    }

    var typeName: String {
        switch part {
        case .keys: "dict_keys"
        case .values: "dict_values"
        case .items: "dict_items"
        }
    }
}

final class SetObject: HeapObject {
    private(set) var order: [HashKey: Value] = [:]
    private(set) var keys: [HashKey] = []
    var isFrozen = false

    var count: Int { order.count }
    /// In the order in which they came, which is not CPython's.
    var items: [Value] { keys.compactMap { order[$0] } }

    func contains(_ key: HashKey) -> Bool { order[key] != nil }

    func insert(_ key: HashKey, _ value: Value) {
        if order[key] == nil {
            order[key] = value
            keys.append(key)
        }
    }

    func replace(_ other: SetObject) {
        order = other.order
        keys = other.keys
    }

    @discardableResult
    func remove(_ key: HashKey) -> Bool {
        guard order.removeValue(forKey: key) != nil else { return false }
        keys.removeAll { $0 == key }
        return true
    }

    deinit { arena.discard(takeContents()) }

    override func takeContents() -> [Value] {
        let contents = Array(order.values)
        order = [:]
        keys = []
        return contents
    }
}

final class RangeObject {
    let start: Int, stop: Int, step: Int, count: Int

    init(_ start: Int, _ stop: Int, _ step: Int) {
        self.start = start
        self.stop = stop
        self.step = step
        // Distances are taken unsigned, so that no pair of ends overflows.
        if step > 0, start < stop {
            let distance = UInt(bitPattern: stop &- start) - 1
            count = Int(clamping: distance / UInt(step) + 1)
        } else if step < 0, start > stop {
            let distance = UInt(bitPattern: start &- stop) - 1
            count = Int(clamping: distance / step.magnitude + 1)
        } else {
            count = 0
        }
    }

    subscript(index: Int) -> Int { start &+ index &* step }
}

final class SliceObject {
    let start: Value, stop: Value, step: Value

    init(_ start: Value, _ stop: Value, _ step: Value) {
        self.start = start
        self.stop = stop
        self.step = step
    }
}

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

/// A block with all that evaluation needs to know about it.
final class CodeUnit {
    let tree: PythonTree
    let source: [UInt8]
    let scopes: Scopes
    /// By node, for names.
    let places: [NamePlace]
    /// By name of the tree: the session's number for it.
    let globals: [Int]
    let generators: Set<Int>
    /// Of the parts of libraries that are written in Python: the module's name.
    let module: String?
    private var yielding: [PythonTree.ID: Bool] = [:]

    var isLibrary: Bool { module != nil }

    init(tree: PythonTree, scopes: Scopes, source: [UInt8], globals: [Int], module: String? = nil) {
        self.tree = tree
        self.module = module
        self.source = source
        self.scopes = scopes
        self.globals = globals
        var places = [NamePlace](repeating: .global, count: tree.nodes.count)
        for (node, place) in scopes.places { places[Int(node)] = place }
        self.places = places
        generators = scopes.generators
    }

    /// Whether a `yield` of the function that `id` stands in is below it.
    func holdsYield(_ id: PythonTree.ID) -> Bool {
        if let known = yielding[id] { return known }
        var found = false
        var pending = [id]
        while let next = pending.popLast(), !found {
            switch tree[next].kind {
            case .yield, .yieldFrom: found = true
            case .lambda, .function, .classDefinition: break
            default: pending += TreeWalk.children(next, tree)
            }
        }
        yielding[id] = found
        return found
    }

    func text(_ range: ByteRange) -> String {
        String(decoding: source[range.clamped(to: source.count).range], as: UTF8.self)
    }
}
