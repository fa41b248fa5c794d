import LaTeX
import Source

/// Finds the places of a formula where a pen slips: on the tree, so that only whole parts are exchanged.
struct MutantMaker {
    let latex: [UInt8]
    let tree: MathTree
    let range: ByteRange
    /// Letters that stand for matrices, and all that stand for values.
    let matrices: Set<String>
    let variables: Set<String>
    private(set) var mutants: [Mutant] = []
    /// What stands under and over large operators.
    var bounds: [(range: ByteRange, isUpper: Bool)] = []
    /// Both parts of fractions that are derivatives.
    private var differentials: [ByteRange] = []
    /// Names of several letters: `norm`, `exp`, what `\mathrm` sets upright.
    private var words: [ByteRange] = []

    init(latex: [UInt8], tree: MathTree, range: ByteRange, matrices: Set<String>, variables: Set<String>) {
        self.latex = latex
        self.tree = tree
        self.range = range.clamped(to: latex.count)
        self.matrices = matrices
        self.variables = variables
    }

    mutating func make() {
        let names = tree.nodes.compactMap { node -> ByteRange? in if case .operatorName = node.kind { node.range } else { nil } }
        let places = tree.nodes.indices.filter { place in
            let own = tree.nodes[place].range
            return range.contains(own) && !own.isEmpty && !names.contains { $0.contains(own) && $0 != own }
        }
        for place in places {
            guard case .scripts(let base, let sub, let sup, _) = tree.nodes[place].kind, isLarge(base) else { continue }
            if let sub { bounds.append((tree[sub].range, false)) }
            if let sup { bounds.append((tree[sup].range, true)) }
        }
        collectWords()
        for place in places {
            guard case .fraction(let top, let bottom, _) = tree.nodes[place].kind, isDifferential(top) else { continue }
            differentials += [tree[top].range, tree[bottom].range]
        }
        for place in places { make(at: place) }
        indices(places)
    }

    private mutating func make(at place: Int) {
        let node = tree.nodes[place]
        switch node.kind {
        case .atom(let atom): sign(node.range, atom.scalar)
        case .number: number(node.range)
        case .scripts(let base, let sub, let sup, _): scripts(node.range, base, sub, sup)
        case .fraction(let top, let bottom, let form) where form.hasBar && !isDifferential(top): exchangeParts(tree[top].range, tree[bottom].range, .fraction)
        case .radical(let body, nil): replace(node.range, "(" + string(tree[body].range) + ")", .power)
        case .operatorName: function(node.range)
        case .fenced(let open, let body, let close) where open == 0x28 && close == 0x29: brackets(node.range, tree[body].range)
        case .row(let list) where !differentials.contains(where: { $0.contains(node.range) }): terms(tree.children(list))
        default: break
        }
        largeOperator(node)
    }

    private mutating func collectWords() {
        for node in tree.nodes {
            if case .styled(.upright, let body) = node.kind, tree[body].range.count > 1 { words.append(node.range) }
        }
        var k = range.lower
        while k < range.upper {
            guard latex[k].isASCIILetter else {
                k += 1
                continue
            }
            var end = k
            while end < range.upper, latex[end].isASCIILetter { end += 1 }
            if end - k > 2 { words.append(ByteRange(k, end)) }
            k = end
        }
    }

    // MARK: - Edits

    func text(_ range: ByteRange) -> [UInt8] { Array(latex[range.clamped(to: latex.count).range]) }

    func string(_ range: ByteRange) -> String { String(decoding: text(range), as: UTF8.self) }

    mutating func replace(_ place: ByteRange, _ new: String, _ kind: Mutant.Kind) {
        guard range.contains(place) else { return }
        // A letter of a word is no factor and no index.
        if kind == .factor || kind == .index, words.contains(where: { $0.contains(place) && $0 != place }) { return }
        var edited = Array(latex[..<place.lower])
        // A command must not join the letters around it.
        if let last = edited.last, last.isASCIILetter, new.utf8.first?.isASCIILetter == true { edited.append(0x20) }
        edited += Array(new.utf8)
        if new.hasPrefix("\\") || new.isEmpty, let last = edited.last, last.isASCIILetter, place.upper < latex.count, latex[place.upper].isASCIILetter { edited.append(0x20) }
        let count = edited.count - place.lower
        edited += latex[place.upper...]
        mutants.append(Mutant(kind: kind, latex: edited, place: place, newCount: count))
    }

    mutating func exchange(_ first: ByteRange, _ second: ByteRange, _ kind: Mutant.Kind) {
        guard first.upper <= second.lower, !first.isEmpty, !second.isEmpty, text(first) != text(second) else { return }
        // One letter after a command takes braces when it comes from a group: `\frac12`.
        let between = string(ByteRange(first.upper, second.lower))
        replace(ByteRange(first.lower, second.upper), string(second) + between + string(first), kind)
    }

    /// Numerator and denominator, each with braces of its own.
    private mutating func exchangeParts(_ top: ByteRange, _ bottom: ByteRange, _ kind: Mutant.Kind) {
        func part(_ range: ByteRange) -> (whole: ByteRange, inner: String) {
            let inner = string(range)
            if inner.hasPrefix("{"), inner.hasSuffix("}") { return (range, String(inner.dropFirst().dropLast())) }
            let hasBraces = range.lower > 0 && latex[range.lower - 1] == 0x7B && range.upper < latex.count && latex[range.upper] == 0x7D
            return (hasBraces ? ByteRange(range.lower - 1, range.upper + 1) : range, inner)
        }
        let (first, second) = (part(top), part(bottom))
        guard first.whole.upper <= second.whole.lower, first.inner != second.inner else { return }
        replace(ByteRange(first.whole.lower, second.whole.upper), "{\(second.inner)}{\(first.inner)}", kind)
    }

    /// The numerator of a derivative: it begins with d or ∂.
    func isDifferential(_ top: MathTree.ID) -> Bool {
        switch tree[top].kind {
        case .atom(let atom): return atom.scalar == 0x64 || atom.scalar == 0x2202
        case .styled(_, let body): return isDifferential(body)
        case .scripts(let base, _, _, _): return isDifferential(base)
        case .row(let list): return tree.children(list).first.map { isDifferential($0) } ?? false
        default: return false
        }
    }

    // MARK: - Signs, numbers, functions

    /// What stands before a sign can be its left operand.
    private func isBinary(_ place: ByteRange) -> Bool {
        var k = place.lower
        while k > 0, latex[k - 1] <= 0x20 || latex[k - 1] == UInt8(ascii: "&") { k -= 1 }
        guard k > 0 else { return false }
        if "([{=,^<>|".utf8.contains(latex[k - 1]) { return false }
        let before = latex[..<k]
        return !["\\left", "\\quad", "\\cdot", "\\times", "\\le", "\\ge", "\\approx", "\\\\"].contains { before.suffix($0.utf8.count).elementsEqual(Array($0.utf8)) }
    }

    private mutating func sign(_ place: ByteRange, _ scalar: UInt32) {
        switch scalar {
        case 0x2B where isBinary(place) && place.count == 1: replace(place, "-", .sign)
        case 0x2D where place.count == 1, 0x2212 where place.count == 3: replace(place, isBinary(place) ? "+" : "", .sign)
        case 0x3C: replace(place, ">", .relation)
        case 0x3E: replace(place, "<", .relation)
        case 0x2264, 0x2A7D: replace(place, "\\ge ", .relation)
        case 0x2265, 0x2A7E: replace(place, "\\le ", .relation)
        case 0x28: opening(place)
        case 0x29: replace(place, "", .bracket)
        default: break
        }
    }

    /// An opening bracket outside `\left`: alone, and with the one that closes it where a sum stands inside.
    private mutating func opening(_ place: ByteRange) {
        guard !latex[..<place.lower].suffix(5).elementsEqual(Array("\\left".utf8)) else { return }
        replace(place, "", .bracket)
        var depth = 0
        var k = place.lower
        while k < range.upper {
            if latex[k] == UInt8(ascii: "(") { depth += 1 }
            if latex[k] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { break }
            k += 1
        }
        guard k < range.upper, depth == 0 else { return }
        brackets(ByteRange(place.lower, k + 1), ByteRange(place.upper, k))
    }

    /// A pair of brackets left out: a slip only where a sum stands inside and a factor or power beside them.
    private mutating func brackets(_ whole: ByteRange, _ inner: ByteRange) {
        var depth = 0
        var hasSum = false
        for k in inner.range.dropFirst() {
            switch latex[k] {
            case UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "+"), UInt8(ascii: "-"): if depth == 0 { hasSum = true }
            default: break
            }
        }
        guard hasSum else { return }
        let after = latex[whole.upper...].first { $0 > 0x20 }
        let before = latex[..<whole.lower].last { $0 > 0x20 }
        let isOperand = { (byte: UInt8?) in byte.map { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x28 || $0 == 0x29 || $0 == 0x5C || $0 == 0x5E || $0 == 0x7D } ?? false }
        guard isOperand(after) || before.map({ $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x29 || $0 == 0x2D || $0 == 0x7D }) ?? false else { return }
        replace(whole, " " + string(inner) + " ", .bracket)
    }

    private mutating func number(_ place: ByteRange) {
        let digits = text(place)
        guard digits.allSatisfy({ $0.isASCIIDigit || $0 == 0x2E }), digits.last?.isASCIIDigit == true else { return }
        var edited = digits
        // The last digit one up; nines carry.
        var k = edited.count - 1
        while k >= 0 {
            if edited[k] == 0x2E {
                k -= 1
                continue
            }
            if edited[k] < 0x39 {
                edited[k] += 1
                break
            }
            edited[k] = 0x30
            k -= 1
        }
        if k < 0 { edited.insert(0x31, at: 0) }
        let inBound = bounds.contains { $0.range.contains(place) }
        replace(place, String(decoding: edited, as: UTF8.self), inBound ? .bound : .number)
    }

    private static let partners: [String: [String]] = [
        "max": ["min"], "min": ["max"], "sin": ["cos"], "cos": ["sin"], "tan": ["cot"], "sinh": ["cosh"], "cosh": ["sinh"], "tanh": ["sinh"],
        "log": ["exp"], "ln": ["exp"], "exp": ["log", "cosh"], "arcsin": ["arccos"], "arccos": ["arcsin"], "arctan": ["tan"],
        "sup": ["inf"], "inf": ["sup"], "det": ["operatorname{tr}"], "gcd": ["max"],
    ]

    private mutating func function(_ place: ByteRange) {
        let written = string(place)
        guard written.hasPrefix("\\"), let partners = Self.partners[String(written.dropFirst())] else { return }
        for partner in partners { replace(place, "\\" + partner, .function) }
    }

    private mutating func largeOperator(_ node: MathTree.Node) {
        guard case .atom(let atom) = node.kind, atom.atomClass == .large else { return }
        switch atom.scalar {
        case 0x2211: replace(node.range, "\\prod", .function)
        case 0x220F: replace(node.range, "\\sum", .function)
        default: break
        }
    }

    // MARK: - Scripts

    func isLarge(_ id: MathTree.ID) -> Bool {
        switch tree[id].kind {
        case .atom(let atom): atom.atomClass == .large
        case .operatorName(_, let limits): limits
        default: false
        }
    }

    /// The bytes of a script with its sign, braces included.
    private func scriptRange(_ part: MathTree.ID, sign: UInt8, after base: ByteRange) -> ByteRange? {
        let inner = tree[part].range
        guard let mark = latex[..<inner.lower].lastIndex(of: sign), inner.lower - mark <= 3, mark >= base.lower else { return nil }
        var end = inner.upper
        if latex[(mark + 1)..<inner.lower].contains(UInt8(ascii: "{")), end < latex.count, latex[end] == UInt8(ascii: "}") { end += 1 }
        return ByteRange(mark, end)
    }

    private mutating func scripts(_ whole: ByteRange, _ base: MathTree.ID, _ sub: MathTree.ID?, _ sup: MathTree.ID?) {
        if isLarge(base) {
            if let sup { upperBound(tree[sup].range) }
            return
        }
        guard let sup, let place = scriptRange(sup, sign: UInt8(ascii: "^"), after: tree[base].range) else { return }
        let content = text(tree[sup].range).filter { $0 > 0x20 && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }
        if content == Array("\\top".utf8) || content == Array("T".utf8) && isMatrixLetter(base) {
            replace(place, "", .transpose)
        } else if content.allSatisfy(\.isASCIIDigit), content != [0x31] {
            replace(place, "", .power)
        }
    }

    /// `n` for `n - 1`, `n - 1` for `n`.
    private mutating func upperBound(_ place: ByteRange) {
        let content = string(place)
        let plain = content.filter { $0 != " " && $0 != "{" && $0 != "}" }
        if plain.hasSuffix("-1") || plain.hasSuffix("+1") {
            replace(place, braced(String(plain.dropLast(2)), place), .bound)
        } else if plain.count == 1, plain.utf8.first?.isASCIILetter == true {
            replace(place, braced(plain + " - 1", place), .bound)
            replace(place, braced(plain + " + 1", place), .bound)
        }
    }

    /// With braces where the place has none of its own.
    private func braced(_ content: String, _ place: ByteRange) -> String {
        let hasOwn = place.lower > 0 && latex[place.lower - 1] == UInt8(ascii: "{")
        return hasOwn ? content : "{" + content + "}"
    }

    /// A letter, styled or not, that can stand for a matrix.
    func isMatrixLetter(_ id: MathTree.ID) -> Bool {
        switch tree[id].kind {
        case .atom(let atom): return atom.atomClass == .ordinary && (0x41...0x5A).contains(atom.scalar)
        case .styled(_, let body): return isMatrixLetter(body)
        case .row(let list):
            let children = tree.children(list)
            return children.count == 1 && children.allSatisfy { isMatrixLetter($0) }
        default: return false
        }
    }

    /// One letter of a subscript in place of another that the statement uses; neighbours exchanged.
    private mutating func indices(_ places: [Int]) {
        var found: [(place: ByteRange, letter: UInt32)] = []
        for place in places {
            guard case .scripts(let base, let sub?, _, _) = tree.nodes[place].kind, !isLarge(base) else { continue }
            if case .styled = tree[sub].kind { continue }
            let start = found.count
            for inner in tree.nodes where tree[sub].range.contains(inner.range) {
                guard case .atom(let atom) = inner.kind, (0x61...0x7A).contains(atom.scalar), inner.range.count == 1,
                    !found.contains(where: { $0.place == inner.range })
                else { continue }
                found.append((inner.range, atom.scalar))
            }
            let own = found[start...].sorted { $0.place.lower < $1.place.lower }
            for (a, b) in zip(own, own.dropFirst()) where a.letter != b.letter && a.place.upper == b.place.lower { exchange(a.place, b.place, .index) }
        }
        let used = Set(found.map(\.letter)).sorted()
        for (place, letter) in found {
            for other in used where other != letter {
                guard let new = Unicode.Scalar(other) else { continue }
                replace(place, String(Character(new)), .index)
            }
        }
    }
}

extension UInt8 {
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
}
