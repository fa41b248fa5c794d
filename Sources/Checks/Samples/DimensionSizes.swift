import Formulas

/// Which dimensions are equal, and how large each is in a trial.
///
/// Different dimensions get different small sizes, so that a shape error cannot hide; equal ones get equal sizes.
struct DimensionSizes {
    enum Key: Hashable {
        /// A variable of the statement with that number.
        case variable(statement: Int, Int)
        case named(String)
        /// A dimension of a catalogue entry's template.
        case template(String)
        case fixed(Int)
    }

    private var parents: [Key: Key] = [:]
    /// In order of first appearance.
    private var keys: [Key] = []
    /// Two different fixed sizes were said to be equal.
    private(set) var hasConflict = false

    static func key(_ dimension: Dimension, statement: Int) -> Key {
        switch dimension {
        case .fixed(let n): .fixed(n)
        case .named(let name): .named(name)
        case .variable(let k): .variable(statement: statement, k)
        }
    }

    private func root(_ key: Key) -> Key {
        var current = key
        while let parent = parents[current] { current = parent }
        return current
    }

    mutating func add(_ key: Key) {
        if case .fixed = key { return }
        if !keys.contains(key) { keys.append(key) }
    }

    mutating func unify(_ a: Key, _ b: Key) {
        add(a)
        add(b)
        let (p, q) = (root(a), root(b))
        guard p != q else { return }
        switch (p, q) {
        case (.fixed, .fixed): hasConflict = true
        case (.fixed, _): parents[q] = p
        default: parents[p] = q
        }
    }

    /// How many sets of sizes differ from one another: 1 where every size is fixed.
    var setCount: Int {
        keys.contains { if case .fixed = root($0) { false } else { true } } ? Self.pools.count : 1
    }

    private static let pools: [[Int]] = [[3, 5, 2, 4, 7, 6, 8], [4, 2, 6, 3, 5, 8, 7], [2, 4, 5, 7, 3, 6, 9]]

    /// Dimensions of which the first is to be the larger.
    private var larger: [(Key, Key)] = []

    /// Gives `a` the larger of the sizes of both.
    mutating func prefer(_ a: Key, largerThan b: Key) { larger.append((a, b)) }

    /// The sizes of set `set`.
    func sizes(set: Int) -> Sizes {
        let pool = Self.pools[set % Self.pools.count]
        var assigned: [Key: Int] = [:]
        for key in keys {
            let root = root(key)
            if case .fixed(let n) = root {
                assigned[key] = n
            } else {
                if assigned[root] == nil {
                    let used = Set(assigned.values)
                    assigned[root] = pool.first { !used.contains($0) } ?? 2 + assigned.count % 7
                }
                assigned[key] = assigned[root]
            }
        }
        for (a, b) in larger {
            let (p, q) = (root(a), root(b))
            if case .fixed = p { continue }
            if case .fixed = q { continue }
            guard p != q, let x = assigned[p], let y = assigned[q], x < y else { continue }
            for key in keys where root(key) == p || root(key) == q { assigned[key] = root(key) == p ? y : x }
            assigned[p] = y
            assigned[q] = x
        }
        return Sizes(sizes: assigned)
    }

    struct Sizes {
        fileprivate var sizes: [Key: Int]

        /// 3 for a dimension that nobody mentioned.
        subscript(key: Key) -> Int {
            if case .fixed(let n) = key { return n }
            return sizes[key] ?? 3
        }
    }
}
