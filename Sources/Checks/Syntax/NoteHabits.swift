import LaTeX
import Source

/// How a formula writes what other formulas of the note write too: to which letter its sums run, which columns it transposes.
struct FormulaHabits {
    /// A sum of elements: the letter of its last index, whether one is added to it, the arrays whose elements it takes.
    struct Bound {
        var letter: UInt32
        var isBehindLast: Bool
        var arrays: Set<UInt32>
        var range: ByteRange
    }

    /// Two bold lower-case letters side by side: columns, the first of them transposed or not.
    struct Product: Hashable {
        var first: UInt32
        var second: UInt32
    }

    var bounds: [Bound] = []
    /// Letters to which one is added anywhere: `n + 1`.
    var successors: Set<UInt32> = []
    var transposed: Set<Product> = []
    var plain: [(product: Product, range: ByteRange)] = []

    init(_ tree: MathTree) {
        for node in tree.nodes {
            switch node.kind {
            case .scripts(let base, let sub?, let sup?, _):
                guard case .atom(let sign) = tree[base].kind, sign.scalar == 0x2211 || sign.scalar == 0x220F, bounds.count < Self.mostBounds,
                    let index = Self.startingAtOne(sub, tree), let end = Self.end(sup, tree)
                else { continue }
                bounds.append(Bound(letter: end.letter, isBehindLast: end.isBehindLast, arrays: Self.arrays(index, tree), range: tree[sup].range))
            case .row(let list): row(Array(tree.children(list)), tree)
            default: break
            }
        }
    }

    private static let mostBounds = 8

    /// The letters with this index below them.
    private static func arrays(_ index: UInt32, _ tree: MathTree) -> Set<UInt32> {
        let places = tree.nodes.compactMap { node -> ByteRange? in
            if case .atom(let atom) = node.kind, atom.scalar == index { node.range } else { nil }
        }.sorted { $0.lower < $1.lower }
        var found: Set<UInt32> = []
        for node in tree.nodes {
            guard case .scripts(let base, let sub?, _, _) = node.kind, let array = letter(base, tree) else { continue }
            let range = tree[sub].range
            var low = 0
            var high = places.count
            while low < high {
                let middle = (low + high) / 2
                if places[middle].lower < range.lower { low = middle + 1 } else { high = middle }
            }
            if low < places.count, range.contains(places[low]) { found.insert(array) }
        }
        return found
    }

    private mutating func row(_ children: [MathTree.ID], _ tree: MathTree) {
        let parts = children.filter { child in
            if case .space(let em) = tree[child].kind { return em >= 1 }
            return !tree[child].range.isEmpty
        }
        for (k, part) in parts.enumerated() {
            guard k + 1 < parts.count else { continue }
            if k + 2 < parts.count, let letter = Self.plainLetter(part, tree), case .atom(let plus) = tree[parts[k + 1]].kind, plus.scalar == 0x2B, Self.isOne(parts[k + 2], tree) {
                successors.insert(letter)
            }
            guard let first = Self.column(part, tree), let second = Self.column(parts[k + 1], tree), !second.isTransposed else { continue }
            let product = Product(first: first.letter, second: second.letter)
            if first.isTransposed { transposed.insert(product) } else {
                plain.append((product, tree[part].range.union(tree[parts[k + 1]].range)))
            }
        }
    }

    // MARK: - What stands in the tree

    /// The letter of `x`, `\mathbf{x}`, `{x}`, `\hat{x}`.
    private static func letter(_ id: MathTree.ID, _ tree: MathTree, depth: Int = 0) -> UInt32? {
        guard depth < 6 else { return nil }
        switch tree[id].kind {
        case .atom(let atom): return atom.atomClass == .ordinary ? atom.scalar : nil
        case .styled(_, let body), .accent(_, let body): return letter(body, tree, depth: depth + 1)
        case .row(let list):
            let children = tree.children(list)
            return children.count == 1 ? children.first.flatMap { letter($0, tree, depth: depth + 1) } : nil
        default: return nil
        }
    }

    private static func plainLetter(_ id: MathTree.ID, _ tree: MathTree) -> UInt32? {
        if case .atom(let atom) = tree[id].kind, atom.atomClass == .ordinary { return atom.scalar }
        return nil
    }

    private static func isOne(_ id: MathTree.ID, _ tree: MathTree) -> Bool {
        if case .number(let text) = tree[id].kind { return tree.texts[Int(text)] == "1" }
        return false
    }

    private static func content(_ id: MathTree.ID, _ tree: MathTree) -> [MathTree.ID] {
        guard case .row(let list) = tree[id].kind else { return [id] }
        return tree.children(list).filter { child in if case .space = tree[child].kind { false } else { !tree[child].range.isEmpty } }
    }

    /// The letter of `i = 1`.
    private static func startingAtOne(_ id: MathTree.ID, _ tree: MathTree) -> UInt32? {
        let parts = content(id, tree)
        guard parts.count == 3, let index = plainLetter(parts[0], tree), case .atom(let sign) = tree[parts[1]].kind, sign.scalar == 0x3D, isOne(parts[2], tree) else { return nil }
        return index
    }

    /// `n` or `n + 1`.
    private static func end(_ id: MathTree.ID, _ tree: MathTree) -> (letter: UInt32, isBehindLast: Bool)? {
        let parts = content(id, tree)
        guard let first = parts.first, let letter = plainLetter(first, tree) else { return nil }
        if parts.count == 1 { return (letter, false) }
        guard parts.count == 3, case .atom(let plus) = tree[parts[1]].kind, plus.scalar == 0x2B, isOne(parts[2], tree) else { return nil }
        return (letter, true)
    }

    /// A bold lower-case letter, with or without a transpose or the mark of an example.
    private static func column(_ id: MathTree.ID, _ tree: MathTree, depth: Int = 0) -> (letter: UInt32, isTransposed: Bool)? {
        guard depth < 4 else { return nil }
        switch tree[id].kind {
        case .styled(let font, let body) where font == .bold || font == .boldItalic:
            guard let letter = letter(body, tree), (0x61...0x7A).contains(letter) else { return nil }
            return (letter, false)
        case .scripts(let base, nil, let sup?, _):
            guard let inner = column(base, tree, depth: depth + 1), !inner.isTransposed else { return nil }
            let mark = content(sup, tree)
            if mark.count == 1, let only = mark.first {
                if case .atom(let atom) = tree[only].kind, atom.scalar == 0x22A4 || atom.scalar == 0x54 || atom.scalar == 0x22BA { return (inner.letter, true) }
                if letter(only, tree) == 0x54 { return (inner.letter, true) }
                if case .fenced = tree[only].kind { return inner }
                return nil
            }
            // `x^{(i)}`
            if let first = mark.first, case .atom(let open) = tree[first].kind, open.scalar == 0x28 { return inner }
            return nil
        default: return nil
        }
    }
}

/// Slips that only the rest of the note shows: a sum that runs one further than all others over the same array, a column that is
/// not transposed where it is elsewhere.
struct NoteHabits {
    private var formulas: [FormulaHabits?] = []

    mutating func add(_ habits: FormulaHabits?) { formulas.append(habits) }

    /// - Parameter index: of the formula in the note; what it says itself counts for nothing.
    func faults(_ own: FormulaHabits, of index: Int) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if own.bounds.contains(where: \.isBehindLast) || !own.plain.isEmpty {
            let others = formulas.enumerated().filter { $0.offset != index }.compactMap(\.element)
            for bound in own.bounds where bound.isBehindLast && !bound.arrays.isEmpty {
                guard own.bounds.count(where: { $0.letter == bound.letter && $0.isBehindLast }) == 1, !others.contains(where: { $0.successors.contains(bound.letter) }),
                    others.contains(where: { $0.bounds.contains { !$0.isBehindLast && $0.letter == bound.letter && !$0.arrays.isDisjoint(with: bound.arrays) } })
                else { continue }
                found.append(
                    Diagnostic(.shapeMismatch, at: bound.range, "this runs one behind the last element", help: "other sums of the note over the same array end one before"))
            }
            for (product, range) in own.plain where own.transposed.contains(product) || others.contains(where: { $0.transposed.contains(product) }) {
                // Who leaves the mark out more than once does so on purpose.
                guard !others.contains(where: { $0.plain.contains { $0.product == product } }), own.plain.count(where: { $0.product == product }) == 1 else { continue }
                found.append(
                    Diagnostic(.shapeMismatch, at: range, "two columns have no product", help: "elsewhere in the note the first one is transposed"))
            }
        }
        return found
    }
}
