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
    var chained = 0

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

    func count(_ count: Int) { alive += count }

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
