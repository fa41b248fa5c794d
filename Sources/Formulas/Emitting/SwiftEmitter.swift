import Source
import Tensors

/// Writes a Swift function over `Tensor` that computes an expression.
///
/// Indices become loops, numbers and arrays tensors; what does not depend on an index is computed before its loop, and what
/// is used twice gets a name. What a loop or a tensor cannot say is an error with its place.
struct SwiftEmitter {
    typealias ID = ExpressionTree.ID
    typealias Failure = EvaluationError

    /// A level of nesting: the body of the function, or of a loop.
    struct Block {
        /// The line before it: `for … {`.
        var opening = ""
        var lines: [String] = []
        /// Indices and variables that have values from this block on.
        var slots: UInt64 = 0
        var locals: UInt64 = 0
    }

    struct Use {
        var text: SwiftText
        /// The block in which it may be computed.
        var block: Int
    }

    /// What a node needs: a bit an index, a bit a variable.
    struct Needs {
        var slots: UInt64 = 0
        var locals: UInt64 = 0
    }

    let tree: ExpressionTree
    let ranks: [SymbolKey: Int]
    var names = SwiftNames()
    var blocks = [Block()]
    var known: [ID: Use] = [:]
    var needs: [Needs] = []
    var uses: [Int] = []
    /// Parameters by symbol, in the order of their first use.
    var parameters: [(symbol: Int, name: String)] = []
    var slotNames: [Int: String] = [:]
    var localNames: [Int: String] = [:]
    var localRanks: [Int: Int] = [:]
    /// Indices that stand for whole axes: an element is the array, and counts as a number.
    var lifted: UInt64 = 0
    var dimensionNames: [Int32: String] = [:]
    /// Sizes by root of the dimension, declared at the head of the function.
    var sizes: [Int32: String] = [:]
    /// What stands at the head of the function where its name is used.
    var head: [(name: String, lines: [String])] = []
    var helpers: Set<SwiftHelper> = []
    var usesDeepLearning = false
    var tape: String?
    /// For messages of the function.
    var functionName = ""

    static let mostInline = 4

    init(_ tree: ExpressionTree, ranks: [SymbolKey: Int]) {
        self.tree = tree
        self.ranks = ranks
        needs = [Needs](repeating: Needs(), count: tree.nodes.count)
        uses = [Int](repeating: 0, count: tree.nodes.count)
        for (k, node) in tree.nodes.enumerated() {
            var sum = Needs()
            ExpressionTree.forEachChild(of: node.kind, lists: tree.lists) { child in
                guard child < k else { return }
                sum.slots |= needs[Int(child)].slots
                sum.locals |= needs[Int(child)].locals
                uses[Int(child)] += 1
            }
            switch node.kind {
            case .slot(let s): sum.slots |= 1 << UInt64(s)
            case .local(let l): if l < 64 { sum.locals |= 1 << UInt64(l) }
            case .reduce(_, let s, _, _):
                sum.slots &= ~(1 << UInt64(s))
                for id in bounds(of: Int(s)) where id < k {
                    sum.slots |= needs[Int(id)].slots
                    sum.locals |= needs[Int(id)].locals
                    uses[Int(id)] += 1
                }
            case .count(let s):
                for id in bounds(of: Int(s)) where id < k { sum.slots |= needs[Int(id)].slots }
            case .derivative(_, let l, _, _), .limit(_, let l, _, _), .integral(_, let l, _, _):
                if l < 64 { sum.locals &= ~(1 << UInt64(l)) }
            default: break
            }
            needs[k] = sum
        }
    }

    func bounds(of slot: Int) -> [ID] {
        switch tree.slotEntries[slot].bounds {
        case .inferred: []
        case .bounds(let first, let last): [first, last]
        case .set(let list): Array(tree.children(list))
        }
    }

    func failure(_ words: String, _ id: ID) -> Failure {
        Failure(.unsupported, at: tree.nodes[Int(id)].range, words + " is not written as Swift")
    }

    // MARK: Nodes in order

    /// The text of a node; what stands below it is written first.
    mutating func emit(_ root: ID) throws(Failure) -> SwiftText {
        for id in tree.order(of: root) where known[id] == nil {
            let block = home(needs[Int(id)])
            var text = try node(id, at: block)
            let isAtom = text.size == 0
            if !isAtom, id != root, uses[Int(id)] > 1 || text.size > Self.mostInline { text = assign(text, to: localName(id), block) }
            known[id] = Use(text: text, block: block)
        }
        guard let use = known[root] else { throw failure("this", root) }
        return use.text
    }

    /// What writes lines of its own writes them before the loops that it does not depend on.
    private mutating func node(_ id: ID, at block: Int) throws(Failure) -> SwiftText {
        switch tree.nodes[Int(id)].kind {
        case .reduce, .derivative, .integral: break
        default: return try node(id, tree.nodes[Int(id)].range)
        }
        let inner = Array(blocks[(block + 1)...])
        let hidden = known.filter { $0.value.block > block }
        blocks.removeLast(inner.count)
        known = known.filter { $0.value.block <= block }
        let text = try node(id, tree.nodes[Int(id)].range)
        blocks += inner
        known.merge(hidden) { first, _ in first }
        return text
    }

    /// The text of an operand for where the innermost block is: computed outside of a loop that it does not depend on.
    mutating func operand(_ id: ID) throws(Failure) -> SwiftText {
        guard id >= 0, let use = known[id] else { throw failure("this", max(id, 0)) }
        if use.text.size > 0, use.block < blocks.count - 1 {
            let text = assign(use.text, to: localName(id), use.block)
            known[id] = Use(text: text, block: use.block)
            return text
        }
        return use.text
    }

    /// The outermost block in which all that is needed has a value.
    func home(_ needs: Needs) -> Int {
        for (k, block) in blocks.enumerated() where needs.slots & ~block.slots == 0 && needs.locals & ~block.locals == 0 { return k }
        return blocks.count - 1
    }

    mutating func line(_ text: String, _ block: Int? = nil) {
        let block = block ?? blocks.count - 1
        blocks[block].lines.append(text)
    }

    mutating func assign(_ text: SwiftText, to wish: String, _ block: Int) -> SwiftText {
        let name = names.make(wish)
        line("let \(name)\(text.literal == nil ? "" : ": Tensor") = \(text.canThrow ? "try " : "")\(text.text)", block)
        return .name(name, rank: text.rank)
    }

    func localName(_ id: ID) -> String {
        switch tree.nodes[Int(id)].kind {
        case .reduce(let reduction, _, _, _), .reduceAll(let reduction, _):
            switch reduction {
            case .sum: "sum"
            case .product: "product"
            case .maximum, .argmax: "largest"
            case .minimum, .argmin: "smallest"
            case .mean: "mean"
            case .all, .any: "holds"
            }
        case .call(let f, _): tree.functions[Int(f)].name.split(separator: "-").first.map(String.init) ?? "value"
        case .norm: "norm"
        case .derivative: "slope"
        case .matrix: "matrix"
        case .vector: "vector"
        case .choose: "chosen"
        case .access: "element"
        case .power: "power"
        case .product: "product"
        case .binary(.divide, _, _): "ratio"
        case .binary(.subtract, _, _): "difference"
        case .binary(.add, _, _): "sum"
        default: "term"
        }
    }

    /// Opens the body of a loop, with one more value.
    mutating func open(_ line: String, slot: Int? = nil, local: Int? = nil) {
        var block = Block(opening: line, slots: blocks[blocks.count - 1].slots, locals: blocks[blocks.count - 1].locals)
        if let slot { block.slots |= 1 << UInt64(slot) }
        if let local { block.locals |= 1 << UInt64(local) }
        blocks.append(block)
    }

    mutating func close(_ line: String = "}") {
        guard blocks.count > 1, let inner = blocks.popLast() else { return }
        self.line(inner.opening)
        for text in inner.lines { self.line("    " + text) }
        self.line(line)
        known = known.filter { $0.value.block < blocks.count }
    }

    // MARK: Indices

    /// The name of the whole number that an index is.
    func slotName(_ slot: Int, _ id: ID) throws(Failure) -> String {
        guard let name = slotNames[slot] else {
            throw Failure(.unboundIndex, at: tree.nodes[Int(id)].range, "the range of index \(tree.slotEntries[slot].key) is not known")
        }
        return name
    }

    /// Opens the loop of an index.
    mutating func openLoop(_ slot: Int, _ id: ID) throws(Failure) {
        let entry = tree.slotEntries[slot]
        let range: String
        switch entry.bounds {
        case .inferred:
            guard let size = size(entry.dimension) else {
                throw Failure(.unboundIndex, at: entry.range, "the range of index \(entry.key) is not known")
            }
            range = entry.first == 1 ? "stride(from: 1, through: \(size), by: 1)" : "stride(from: \(entry.first), to: \(size) + \(entry.first), by: 1)"
        case .bounds(let first, let last):
            let low = try integer(first)
            let high = try integer(last)
            if let a = Int(low), let b = Int(high), a <= b {
                range = "\(a)...\(b)"
            } else {
                range = "stride(from: \(low), through: \(high), by: 1)"
            }
        case .set: throw failure("a sum over a set", id)
        }
        let name = names.make(entry.key.name)
        slotNames[slot] = name
        open("for \(name) in \(range) {", slot: slot)
    }

    /// A whole number as an expression of type `Int`.
    mutating func integer(_ id: ID) throws(Failure) -> String {
        switch tree.nodes[Int(id)].kind {
        case .number(let value, _):
            if let whole = Int(exactly: value), whole.magnitude < 1 << 52 { return "\(whole)" }
            throw Failure(.domain, at: tree.nodes[Int(id)].range, "a bound of an index is no whole number")
        case .slot(let s):
            if case .set = tree.slotEntries[Int(s)].bounds { break }
            return try slotName(Int(s), id)
        case .symbol(let s):
            if ranks[tree.symbols[Int(s)].key] == nil, let size = try sizeOf(Int(s)) { return size }
        case .binary(.add, let a, let b): if let (x, y) = try integers(a, b) { return "\(x) + \(y)" }
        case .binary(.subtract, let a, let b): if let (x, y) = try integers(a, b) { return "\(x) - \(y.contains(" ") ? "(\(y))" : y)" }
        case .unary(.negate, let a):
            if case .number = tree.nodes[Int(a)].kind { return "-" + (try integer(a)) }
        default: break
        }
        _ = try emit(id)
        let value = try operand(id)
        guard value.rank == 0 else { throw failure("an array as a bound of an index", id) }
        let name = names.make("count")
        line("let \(name) = try \(value.asTensor).integers(for: \"bound\")[0]", home(needs[Int(id)]))
        return name
    }

    /// Both as whole numbers, where neither needs a computation.
    private mutating func integers(_ a: ID, _ b: ID) throws(Failure) -> (String, String)? {
        guard isWhole(a), isWhole(b) else { return nil }
        return (try integer(a), try integer(b))
    }

    private func isWhole(_ id: ID) -> Bool {
        switch tree.nodes[Int(id)].kind {
        case .number(let value, _): Int(exactly: value).map { $0.magnitude < 1 << 30 } ?? false
        case .slot(let s): if case .set = tree.slotEntries[Int(s)].bounds { false } else { true }
        case .symbol(let s): tree.symbols[Int(s)].sizeOf >= 0 && ranks[tree.symbols[Int(s)].key] == nil
        default: false
        }
    }

    /// The size that a symbol names, as an expression of type `Int`.
    mutating func sizeOf(_ symbol: Int) throws(Failure) -> String? {
        let entry = tree.symbols[symbol]
        guard entry.sizeOf >= 0, let size = size(entry.sizeOf) else { return nil }
        return entry.sizeOffset == 0 ? size : entry.sizeOffset > 0 ? "\(size) + \(entry.sizeOffset)" : "\(size) - \(-entry.sizeOffset)"
    }

    /// The size of a dimension, taken from the first parameter that has it; the others must agree.
    mutating func size(_ dimension: Int32) -> String? {
        guard dimension >= 0 else { return nil }
        let root = tree.dimensions.root(dimension)
        if let name = sizes[root] { return name }
        var places: [String] = []
        for (k, symbol) in tree.symbols.enumerated() where symbol.isConstant == nil {
            guard let rank = ranks[symbol.key], rank > 0, rank == Int(symbol.type.rank) else { continue }
            for axis in 0..<rank where tree.dimensions.root(symbol.type[axis]) == root { places.append("\(parameter(k)).shape[\(axis)]") }
        }
        guard let first = places.first else { return tree.dimensions.size(root).map { "\($0)" } }
        let wish = tree.symbols.first { $0.sizeOf >= 0 && tree.dimensions.root($0.sizeOf) == root && $0.sizeOffset == 0 && ranks[$0.key] == nil }?.key.name
        let name = names.make(wish ?? "size")
        head.append((name, ["let \(name) = \(first)"]))
        for place in places.dropFirst() {
            head[head.count - 1].lines.append("guard \(place) == \(name) else { throw .shapeMismatch(\(shapeOf(first)), \(shapeOf(place)), operation: \"\(functionName)\") }")
        }
        sizes[root] = name
        return name
    }

    private func shapeOf(_ place: String) -> String { String(place[..<(place.lastIndex(of: "[") ?? place.endIndex)]) }

    mutating func parameter(_ symbol: Int) -> String {
        if let known = parameters.first(where: { tree.symbols[$0.symbol].key == tree.symbols[symbol].key }) { return known.name }
        let name = names.make(tree.symbols[symbol].key.name)
        parameters.append((symbol, name))
        return name
    }
}
