/// Dimensions of one statement: variables that are found equal share a root, with a size or a name where one is known.
struct DimensionTable: Sendable {
    private var parents: [Int32] = []
    private var sizes: [Int] = []
    private var names: [String?] = []
    private var byName: [String: Int32] = [:]
    /// At least so many positions are indexed.
    private(set) var minimums: [Int] = []

    var count: Int { parents.count }

    mutating func make() -> Int32 {
        let id = Int32(truncatingIfNeeded: parents.count)
        parents.append(id)
        sizes.append(-1)
        names.append(nil)
        minimums.append(1)
        return id
    }

    mutating func fixed(_ size: Int) -> Int32 {
        let id = make()
        sizes[Int(id)] = size
        minimums[Int(id)] = 0
        return id
    }

    mutating func named(_ name: String) -> Int32 {
        if let known = byName[name] { return known }
        let id = make()
        names[Int(id)] = name
        byName[name] = id
        return id
    }

    func existing(named name: String) -> Int32? { byName[name] }

    func root(_ id: Int32) -> Int32 {
        var id = id
        while parents[Int(id)] != id { id = parents[Int(id)] }
        return id
    }

    func size(_ id: Int32) -> Int? {
        let size = sizes[Int(root(id))]
        return size < 0 ? nil : size
    }

    func name(_ id: Int32) -> String? { names[Int(root(id))] }

    mutating func require(atLeast minimum: Int, _ id: Int32) {
        let r = Int(root(id))
        minimums[r] = max(minimums[r], minimum)
    }

    func minimum(_ id: Int32) -> Int { minimums[Int(root(id))] }

    enum Unification: Sendable { case same, sizesDiffer, namesDiffer }

    /// Makes two dimensions one, unless their sizes contradict.
    @discardableResult
    mutating func unify(_ a: Int32, _ b: Int32) -> Unification {
        let x = Int(root(a))
        let y = Int(root(b))
        if x == y { return .same }
        if sizes[x] >= 0, sizes[y] >= 0, sizes[x] != sizes[y] { return .sizesDiffer }
        let namesDiffer = names[x] != nil && names[y] != nil && sizes[x] < 0 && sizes[y] < 0
        // The older variable stays the root, so that order of reading decides and nothing else.
        let (keep, drop) = x < y ? (x, y) : (y, x)
        parents[drop] = Int32(truncatingIfNeeded: keep)
        if sizes[keep] < 0 { sizes[keep] = sizes[drop] }
        if names[keep] == nil { names[keep] = names[drop] }
        minimums[keep] = max(minimums[keep], minimums[drop])
        return namesDiffer ? .namesDiffer : .same
    }

    mutating func setSize(_ size: Int, of id: Int32) { sizes[Int(root(id))] = size }

    func dimension(_ id: Int32) -> Dimension {
        let r = root(id)
        if let size = size(r) { return .fixed(size) }
        return .variable(Int(r))
    }
}
