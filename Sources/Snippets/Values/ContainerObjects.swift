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
    /// In CPython's order for integers, else in the order in which they came.
    var items: [Value] {
        var numbers: [Int] = []
        numbers.reserveCapacity(keys.count)
        for key in keys {
            guard case .int(let number) = key else { return keys.compactMap { order[$0] } }
            numbers.append(number)
        }
        return SetOrder.places(of: numbers).compactMap { order[keys[$0]] }
    }

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
