import LaTeX
import Source

/// The signs of one row of a formula in their order, without meaning: what faults of writing are looked for in.
///
/// Braces, styles and sizes are looked through; what has rows of its own (a fraction, a root, a script) is one operand
/// here, and its rows are rows of their own.
struct SignRow {
    enum Kind: Equatable {
        case operand
        /// Words: they may stand for anything.
        case words
        case binary(UInt32)
        case relation(UInt32)
        case open(UInt32)
        case close(UInt32)
        case bar
        case comma
        /// A full stop, a semicolon, a colon: what ends something.
        case stop(UInt32)
        case large(UInt32)
        case functionName
        /// `\log`, `\sin`: what is nothing without an argument.
        case elementaryFunction
        case ellipsis
        /// The next cell of a table, or its next line.
        case cell
        case line
    }

    struct Item {
        var kind: Kind
        var range: ByteRange
        var hasSubscript = false
        var hasSuperscript = false
        var isNumber = false
        /// `e^{-}`, `10^{-}`: the exponent is a sign alone.
        var isBareExponential = false
        /// `e^{x}`
        var isExponential = false
        /// `\left(-\right)` behind `\exp`.
        var isBareArgument = false
    }

    /// Where the row stands.
    enum Place: Equatable { case formula, numerator, denominator, root, script, bound, inner, fence }

    var items: [Item] = []
    var place: Place
    /// Its own bytes.
    var range: ByteRange
}

/// Cuts a formula into its rows.
struct SignRows {
    private let tree: MathTree
    private(set) var rows: [SignRow] = []
    private var pending: [(id: MathTree.ID, place: SignRow.Place)] = []

    private static let elementary: Set<String> = ["log", "ln", "lg", "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh"]
    private static let depthLimit = 120
    private static let rowLimit = 4_000

    init(_ tree: MathTree) {
        self.tree = tree
        pending = [(tree.root, .formula)]
        var next = 0
        while next < pending.count, rows.count < Self.rowLimit {
            let (id, place) = pending[next]
            next += 1
            var row = SignRow(place: place, range: tree[id].range)
            add(id, to: &row, depth: 0)
            rows.append(row)
        }
    }

    private mutating func add(_ id: MathTree.ID, to row: inout SignRow, depth: Int) {
        let node = tree[id]
        func put(_ kind: SignRow.Kind) { row.items.append(SignRow.Item(kind: kind, range: node.range)) }
        guard depth < Self.depthLimit else { return put(.operand) }
        switch node.kind {
        case .atom(let atom): put(Self.kind(of: atom))
        case .number:
            put(.operand)
            row.items[row.items.count - 1].isNumber = true
        case .rule, .error: put(.operand)
        case .text(let text, _):
            if !tree.text(text).utf8.allSatisfy({ $0 <= 0x20 }) { put(.words) }
        case .operatorName(let text, _): put(Self.elementary.contains(tree.text(text)) ? .elementaryFunction : .functionName)
        case .row(let list): for child in tree.children(list) { add(child, to: &row, depth: depth + 1) }
        case .fraction(let top, let bottom, _):
            pending += [(top, .numerator), (bottom, .denominator)]
            put(.operand)
            row.items[row.items.count - 1].isNumber = isNumber(top) && isNumber(bottom)
        case .radical(let body, let index):
            pending.append((body, .root))
            if let index { pending.append((index, .inner)) }
            put(.operand)
        case .scripts(let base, let sub, let sup, _):
            let count = row.items.count
            add(base, to: &row, depth: depth + 1)
            var isLarge = false
            if row.items.count > count, case .large = row.items[row.items.count - 1].kind { isLarge = true }
            if let sub { pending.append((sub, isLarge ? .bound : .script)) }
            if let sup { pending.append((sup, isLarge ? .bound : .script)) }
            if row.items.count == count { return put(.operand) }
            if row.items.count == count + 1, sub == nil, let sup, isLetterE(base) {
                if isSign(sup) { row.items[count].isBareExponential = isMinus(sup) } else { row.items[count].isExponential = true }
            }
            if row.items.count == count + 1, sub == nil, let sup, isTen(base), isMinus(sup) { row.items[count].isBareExponential = true }
            if sub != nil { row.items[row.items.count - 1].hasSubscript = true }
            if sup != nil { row.items[row.items.count - 1].hasSuperscript = true }
            row.items[row.items.count - 1].range = row.items[row.items.count - 1].range.union(node.range)
            // `+_n`, `*^T`: a sign that carries scripts may be a name.
            if case .binary = row.items[row.items.count - 1].kind { row.items[row.items.count - 1].kind = .operand }
        case .fenced(_, let body, _):
            pending.append((body, .fence))
            let isArgument = row.items.last?.kind == .elementaryFunction
            put(.operand)
            row.items[row.items.count - 1].isBareArgument = isArgument && isMinus(body)
        case .accent(_, let base):
            pending.append((base, .inner))
            put(.operand)
        case .stack(let base, let over, let under):
            let count = row.items.count
            add(base, to: &row, depth: depth + 1)
            if row.items.count == count { put(.operand) }
            if let over { pending.append((over, .script)) }
            if let under {
                pending.append((under, .script))
                row.items[row.items.count - 1].hasSubscript = true
            }
        case .table(let index): add(table: Int(index), node.range, to: &row, depth: depth)
        case .styled(_, let body), .sized(_, let body), .coloured(_, let body), .raised(_, let body), .link(_, let body),
            .background(_, _, let body), .choice(let body, _, _, _):
            add(body, to: &row, depth: depth + 1)
        case .classed(let atomClass, _):
            switch atomClass {
            case .relation: put(.relation(0))
            case .binary: put(.binary(0))
            default: put(.operand)
            }
        case .enclosed(let enclosure, let body):
            switch enclosure {
            case .phantom, .horizontalPhantom, .verticalPhantom: break
            default: add(body, to: &row, depth: depth + 1)
            }
        case .space: break
        case .newline: put(.line)
        case .tag, .label: break
        case .extensibleArrow(_, let over, let under):
            for part in [over, under] { if let part { pending.append((part, .script)) } }
            put(.relation(0x2192))
        }
    }

    /// The one node that a group holds.
    private func only(_ id: MathTree.ID) -> MathTree.ID {
        var id = id
        for _ in 0..<8 {
            switch tree[id].kind {
            case .row(let list):
                let children = tree.children(list)
                guard children.count == 1, let child = children.first else { return id }
                id = child
            case .styled(_, let body): id = body
            default: return id
            }
        }
        return id
    }

    private func isNumber(_ id: MathTree.ID) -> Bool {
        if case .number = tree[only(id)].kind { true } else { false }
    }

    private func isLetterE(_ id: MathTree.ID) -> Bool {
        if case .atom(let atom) = tree[only(id)].kind { atom.scalar == 0x65 } else { false }
    }

    /// A plus, a minus, a star or a prime alone: `e^{+}`, `e^*`.
    private func isSign(_ id: MathTree.ID) -> Bool {
        guard case .atom(let atom) = tree[only(id)].kind else { return false }
        return [0x2B, 0x2212, 0x2D, 0x2A, 0x2217, 0xB1, 0x2032].contains(atom.scalar)
    }

    private func isTen(_ id: MathTree.ID) -> Bool {
        if case .number(let text) = tree[only(id)].kind { tree.texts[Int(text)] == "10" } else { false }
    }

    private func isMinus(_ id: MathTree.ID) -> Bool {
        if case .atom(let atom) = tree[only(id)].kind { atom.scalar == 0x2212 || atom.scalar == 0x2D } else { false }
    }

    private mutating func add(table index: Int, _ range: ByteRange, to row: inout SignRow, depth: Int) {
        let table = tree.tables[index]
        for (k, cells) in table.rows.enumerated() {
            if k > 0 { row.items.append(SignRow.Item(kind: .line, range: .empty(at: range.upper))) }
            for (c, cell) in tree.children(cells).enumerated() {
                if c > 0 { row.items.append(SignRow.Item(kind: .cell, range: .empty(at: tree[cell].range.lower))) }
                add(cell, to: &row, depth: depth + 1)
            }
        }
        // What ends a table ends no operator before it.
        row.items.append(SignRow.Item(kind: .cell, range: .empty(at: range.upper)))
    }

    private static func kind(of atom: MathTree.Atom) -> SignRow.Kind {
        switch atom.scalar {
        case 0x28, 0x5B, 0x7B, 0x27E8, 0x2308, 0x230A, 0x27E6: return .open(atom.scalar)
        case 0x29, 0x5D, 0x7D, 0x27E9, 0x2309, 0x230B, 0x27E7: return .close(atom.scalar)
        case 0x7C, 0x2016, 0x2223, 0x2225: return .bar
        case 0x2C, 0xFF0C, 0x3001: return .comma
        case 0x2E, 0x3002, 0x3B, 0xFF1B, 0x3A, 0xFF1A: return .stop(atom.scalar)
        case 0x2F: return .binary(atom.scalar)
        case 0x2026, 0x22EF, 0x22EE, 0x22F1, 0x22F0: return .ellipsis
        default: break
        }
        switch atom.atomClass {
        case .binary: return .binary(atom.scalar)
        case .relation: return .relation(atom.scalar)
        case .large: return .large(atom.scalar)
        default: return .operand
        }
    }
}
