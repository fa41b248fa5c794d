import Formulas
import LaTeX
import Source

/// One slip of the pen taken back: the formula as its author may have meant it.
struct Slip {
    /// The whole formula with the edit.
    var latex: [UInt8]
    /// What was changed, for the help of a finding: "a sign is turned".
    var words: String
    var kind: Kind
    /// Much was changed at once.
    var isOfWhole = false
    /// It may take away what it stands beside: `\frac{1}{s^2} s^2`.
    var mayCancel = false
    /// What it does to the value of a part, where that is known without reading the formula again.
    var change: Change?

    /// A change of what stands at a place, or of the term of a row that begins there.
    struct Change {
        var edit: ExpressionEdit
        var range: ByteRange
        var row: ByteRange?

        func applied(to side: Expression) -> Expression? {
            if let row { side.edited(edit, termAt: range.lower, within: row) } else { side.edited(edit, at: range) }
        }
    }

    enum Kind: Hashable { case sign, power, root, fraction, function, transpose, relation, index, number, complement, name, factor, bracket }

    /// Every formula that differs from `latex` by one slip within `range`, the likeliest first; at most `most`.
    static func all(_ latex: [UInt8], _ tree: MathTree, in range: ByteRange, most: Int = 72) -> [Slip] {
        var maker = SlipMaker(latex: latex, tree: tree, range: range)
        maker.make()
        return Array(maker.slips.prefix(most))
    }
}

private struct SlipMaker {
    let latex: [UInt8]
    let tree: MathTree
    let range: ByteRange
    var slips: [Slip] = []
    private var relations: [ByteRange] = []

    init(latex: [UInt8], tree: MathTree, range: ByteRange) {
        self.latex = latex
        self.tree = tree
        self.range = range.clamped(to: latex.count)
    }

    mutating func make() {
        let nodes = tree.nodes.filter { range.contains($0.range) && !$0.range.isEmpty }
        for node in nodes {
            guard case .atom(let atom) = node.kind else { continue }
            switch atom.scalar {
            case 0x2B: replace(node.range, "-", "+", .sign, change: .init(edit: .turned, range: node.range))
            case 0x2D, 0x2212:
                let isBinary = isBinary(node.range)
                replace(node.range, isBinary ? "+" : " ", "-", .sign, change: isBinary ? .init(edit: .turned, range: node.range) : nil)
            default: break
            }
        }
        for node in nodes { powers(node) }
        allPowers(nodes)
        for node in nodes { ones(node) }
        for node in nodes {
            switch node.kind {
            case .fraction(let top, let bottom, _):
                swap(tree[top].range, tree[bottom].range, in: node.range)
                let place = tree[bottom].range
                replace(
                    place, "{\\sqrt{" + String(decoding: text(place), as: UTF8.self) + "}}", "", .root, words: "with a root of the denominator",
                    change: .init(edit: .rooted, range: place))
                half(node.range, tree[top].range, tree[bottom].range)
            case .radical(let body, nil): root(node.range, tree[body].range)
            case .operatorName: function(node)
            default: break
            }
        }
        orders(nodes)
        wholes()
        complements(nodes)
        factors(nodes)
        brackets(nodes)
        cells()
        indices(nodes)
        lostHalves(nodes)
    }

    // MARK: Edits

    private func text(_ range: ByteRange) -> [UInt8] { Array(latex[range.clamped(to: latex.count).range]) }

    private mutating func replace(_ place: ByteRange, _ new: String, _ old: String, _ kind: Slip.Kind, words: String? = nil, change: Slip.Change? = nil) {
        var edited = Array(latex[..<place.lower])
        edited += Array(new.utf8)
        edited += latex[place.upper...]
        let written = new.utf8.contains { $0 > 0x20 } ? "`\(new)`" : "nothing"
        slips.append(Slip(latex: edited, words: words ?? "with \(written) in place of `\(old)`", kind: kind, change: change))
    }

    /// Something stands left of a sign that it can join to it.
    private func isBinary(_ place: ByteRange) -> Bool {
        var k = place.lower
        while k > 0, latex[k - 1] <= 0x20 || latex[k - 1] == UInt8(ascii: "&") { k -= 1 }
        guard k > 0 else { return false }
        return ![UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "^"), UInt8(ascii: "<"), UInt8(ascii: ">")].contains(latex[k - 1])
            && !latex[..<k].suffix(5).elementsEqual(Array("\\left".utf8))
    }

    /// `x^2` without its power, `e^{x}` with the other sign, a transpose left out.
    private mutating func powers(_ node: MathTree.Node) {
        guard case .scripts(let base, _, let sup, _) = node.kind, let sup else { return }
        let inner = tree[sup].range
        guard let caret = latex[..<inner.lower].lastIndex(of: UInt8(ascii: "^")), inner.lower - caret <= 3, caret >= tree[base].range.lower else { return }
        var end = inner.upper
        if latex[(caret + 1)..<inner.lower].contains(UInt8(ascii: "{")), end < latex.count, latex[end] == UInt8(ascii: "}") { end += 1 }
        let whole = ByteRange(caret, end)
        let content = text(inner).filter { $0 > 0x20 && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }
        if content == Array("2".utf8) {
            replace(whole, "", "^2", .power, words: "without the power `^2`", change: .init(edit: .bare, range: node.range))
        } else if content == Array("\\top".utf8) || content == Array("T".utf8) {
            replace(whole, "", "^\\top", .transpose, words: "without the transpose")
        } else if case .atom(let atom) = tree[base].kind, atom.scalar == 0x65, content.first != UInt8(ascii: "-") {
            replace(ByteRange(caret, end), "^{-(" + String(decoding: text(inner), as: UTF8.self) + ")}", "", .sign, words: "with the other sign in the exponent")
        }
    }

    /// `\|x\|^2 \|y\|^2` with the same slip twice.
    private mutating func allPowers(_ nodes: [MathTree.Node]) {
        var places: [ByteRange] = []
        for node in nodes {
            guard case .scripts(let base, _, let sup?, _) = node.kind, let caret = latex[..<tree[sup].range.lower].lastIndex(of: UInt8(ascii: "^")),
                caret >= tree[base].range.lower, text(tree[sup].range) == Array("2".utf8) || text(tree[sup].range) == Array("{2}".utf8)
            else { continue }
            places.append(ByteRange(caret, tree[sup].range.upper))
        }
        guard places.count > 1 else { return }
        var edited = latex
        for place in places.sorted(by: { $0.lower > $1.lower }) { edited.removeSubrange(place.range) }
        slips.append(Slip(latex: edited, words: "without the powers `^2`", kind: .power, isOfWhole: true))
    }

    /// `t - 1` where `t` is meant.
    private mutating func ones(_ node: MathTree.Node) {
        guard case .number = node.kind, text(node.range) == [UInt8(ascii: "1")] else { return }
        var k = node.range.lower
        while k > range.lower, latex[k - 1] <= 0x20 { k -= 1 }
        guard k > range.lower, latex[k - 1] == UInt8(ascii: "-") || latex[k - 1] == UInt8(ascii: "+"), isBinary(ByteRange(k - 1, k)) else { return }
        let place = ByteRange(k - 1, node.range.upper)
        replace(place, "", String(decoding: text(place), as: UTF8.self), .number, change: .init(edit: .value(0), range: node.range))
    }

    /// `\frac{1}{2}` left out.
    private mutating func half(_ whole: ByteRange, _ top: ByteRange, _ bottom: ByteRange) {
        guard text(top).filter({ $0 >= 0x30 && $0 <= 0x39 }) == [0x31], text(bottom).filter({ $0 > 0x20 && $0 != 0x7B && $0 != 0x7D }) == [0x32] else { return }
        replace(whole, " ", "\\frac{1}{2}", .number, words: "without the half", change: .init(edit: .value(1), range: whole))
    }

    /// `- \delta` where `- \frac{1}{2} \delta` is meant.
    private mutating func lostHalves(_ nodes: [MathTree.Node]) {
        for node in nodes {
            guard case .atom(let atom) = node.kind, atom.scalar == 0x2D || atom.scalar == 0x2212 || atom.scalar == 0x2B, isBinary(node.range), isTop(node.range)
            else { continue }
            var start = node.range.upper
            while start < latex.count, latex[start] <= 0x20 { start += 1 }
            replace(
                node.range, String(decoding: text(node.range), as: UTF8.self) + "\\frac{1}{2}", "", .number,
                words: "with a half behind `\(String(decoding: text(node.range), as: UTF8.self))`",
                change: row(around: node.range).map { .init(edit: .scaled(0.5), range: ByteRange(start, start), row: $0) })
        }
    }

    /// The smallest row that holds a place.
    private func row(around place: ByteRange) -> ByteRange? {
        var found: ByteRange?
        for node in tree.nodes {
            guard case .row = node.kind, node.range.contains(place), node.range.count < found?.count ?? .max else { continue }
            found = node.range
        }
        return found
    }

    private mutating func swap(_ top: ByteRange, _ bottom: ByteRange, in whole: ByteRange) {
        guard top.upper <= bottom.lower, !top.isEmpty, !bottom.isEmpty else { return }
        let edited = Array(latex[..<top.lower]) + text(bottom) + Array(latex[top.upper..<bottom.lower]) + text(top) + Array(latex[bottom.upper...])
        slips.append(Slip(latex: edited, words: "with numerator and denominator exchanged", kind: .fraction, change: .init(edit: .exchanged, range: whole)))
    }

    private mutating func root(_ whole: ByteRange, _ body: ByteRange) {
        replace(whole, "(" + String(decoding: text(body), as: UTF8.self) + ")", "", .root, words: "without the root", change: .init(edit: .bare, range: whole))
    }

    private static let partners: [String: String] = [
        "max": "min", "min": "max", "sin": "cos", "cos": "sin", "sinh": "cosh", "cosh": "sinh", "log": "exp", "exp": "log",
    ]

    private mutating func function(_ node: MathTree.Node) {
        let written = String(decoding: text(node.range), as: UTF8.self)
        guard written.hasPrefix("\\") else { return }
        if let partner = Self.partners[String(written.dropFirst())], partner != "log", partner != "exp" {
            replace(node.range, "\\" + partner, written, .function)
        }
        // `\exp(x)` with the other sign.
        guard written == "\\exp" else { return }
        var k = node.range.upper
        while k < latex.count, latex[k] <= 0x20 { k += 1 }
        for opening in ["\\left(", "\\big(", "\\Big(", "\\bigl(", "(", "\\left[", "\\left\\{"] where latex[k...].starts(with: Array(opening.utf8)) {
            replace(ByteRange(k, k + opening.utf8.count), opening + "-", opening, .sign, words: "with the other sign under `\\exp`")
            return
        }
    }

    /// All orders turned at once: the branches of a function exchanged.
    private mutating func orders(_ nodes: [MathTree.Node]) {
        let turned: [UInt32: String] = [0x3C: "\\ge ", 0x3E: "\\le ", 0x2264: "> ", 0x2265: "< ", 0x2A7D: "> ", 0x2A7E: "< "]
        var edited = latex
        var count = 0
        let places = nodes.compactMap { node -> (ByteRange, String)? in
            guard case .atom(let atom) = node.kind, let new = turned[atom.scalar] else { return nil }
            return (node.range, new)
        }
        for (place, new) in places.sorted(by: { $0.0.lower > $1.0.lower }) {
            edited.replaceSubrange(place.range, with: Array(new.utf8))
            count += 1
        }
        if count > 0 { slips.append(Slip(latex: edited, words: "with the cases exchanged", kind: .relation)) }
    }

    /// The whole of what stands behind the first relation: with a minus, under a root, squared.
    private mutating func wholes() {
        guard let equals = equals else { return }
        let right = ByteRange(equals.upper, range.upper)
        var end = right.upper
        while end > right.lower, latex[end - 1] <= 0x20 || [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";")].contains(latex[end - 1]) { end -= 1 }
        guard right.lower < end else { return }
        let inner = String(decoding: latex[right.lower..<end], as: UTF8.self)
        let place = ByteRange(right.lower, end)
        var start = right.lower
        while start < end, latex[start] <= 0x20 { start += 1 }
        let body = ByteRange(start, end)
        let before = slips.count
        replace(place, " -(" + inner + ")", "", .sign, words: "with the other sign", change: .init(edit: .negated, range: body))
        replace(place, " \\sqrt{" + inner + "}", "", .root, words: "under a root", change: .init(edit: .rooted, range: body))
        replace(place, " (" + inner + ")^2", "", .power, words: "with a square", change: .init(edit: .squared, range: body))
        for k in before..<slips.count { slips[k].isOfWhole = true }
    }

    private var equals: ByteRange? {
        var first: ByteRange?
        for node in tree.nodes where range.contains(node.range) {
            if case .atom(let atom) = node.kind, atom.scalar == 0x3D, isTop(node.range), first.map({ node.range.lower < $0.lower }) ?? true { first = node.range }
        }
        return first
    }

    /// No script holds the place: the sign of `\sum_{i=1}^{n}` is no relation.
    private func isTop(_ place: ByteRange) -> Bool {
        !tree.nodes.contains { node in
            guard case .scripts(_, let sub, let sup, _) = node.kind else { return false }
            return [sub, sup].contains { part in part.map { tree[$0].range.contains(place) } ?? false }
        }
    }

    /// `\beta g` where `(1 - \beta) g` is meant, and the other way round.
    private mutating func complements(_ nodes: [MathTree.Node]) {
        guard let equals else { return }
        var places: [ByteRange] = []
        for node in nodes where node.range.lower >= equals.upper && isTop(node.range) {
            switch node.kind {
            case .scripts(let base, _?, nil, _): if isWeight(tree[base]) { places.append(node.range) }
            case .atom: if isWeight(node) { places.append(node.range) }
            default: break
            }
        }
        // The letter of `\beta_1` is no name of its own.
        let names = places.filter { place in !places.contains { $0 != place && $0.contains(place) } }
        for place in names.prefix(10) {
            let name = String(decoding: text(place), as: UTF8.self)
            replace(place, "(1-" + name + ")", name, .complement, change: .init(edit: .complement, range: place))
        }
    }

    private static let weights: Set<UInt32> = [0x3B1, 0x3B2, 0x3B3, 0x3C1, 0x3BB, 0x3BC, 0x7A, 0x70, 0x74, 0x66, 0x75]

    private func isWeight(_ node: MathTree.Node) -> Bool {
        if case .atom(let atom) = node.kind { Self.weights.contains(atom.scalar) } else { false }
    }

    /// Factors of a denominator under a root, `\beta t` for `\beta^t`, `a \cdot b` for `a + b`.
    private mutating func factors(_ nodes: [MathTree.Node]) {
        for node in nodes {
            if case .fraction(_, let bottom, _) = node.kind, case .atom(let atom) = tree[bottom].kind, [0x6E, 0x4E, 0x6D].contains(atom.scalar) {
                let name = String(decoding: text(tree[bottom].range), as: UTF8.self)
                replace(
                    tree[bottom].range, "{" + name + "-1}", name, .number, words: "with `" + name + "-1` in place of `" + name + "`",
                    change: .init(edit: .lessOne, range: tree[bottom].range))
            }
            if case .atom(let atom) = node.kind, atom.scalar == 0x22C5 || atom.scalar == 0xD7, isTop(node.range) {
                replace(node.range, "+", String(decoding: text(node.range), as: UTF8.self), .sign, change: .init(edit: .added, range: node.range))
            }
        }
        let names = nodes.filter { node in
            guard isTop(node.range) else { return false }
            switch node.kind {
            case .atom(let atom): return atom.atomClass == .ordinary
            case .scripts(let base, _?, nil, _): if case .atom = tree[base].kind { return true } else { return false }
            default: return false
            }
        }.sorted { $0.range.lower < $1.range.lower }
        for (a, b) in zip(names, names.dropFirst()) where a.range.upper <= b.range.lower {
            guard latex[a.range.upper..<b.range.lower].allSatisfy({ $0 <= 0x20 }), case .atom(let atom) = b.kind, [0x74, 0x6E, 0x6B, 0x54].contains(atom.scalar) else { continue }
            let (first, second) = (String(decoding: text(a.range), as: UTF8.self), String(decoding: text(b.range), as: UTF8.self))
            replace(ByteRange(a.range.lower, b.range.upper), first + "^{" + second + "}", first + " " + second, .power)
        }
    }

    /// `(x - \mu)` where its square is meant; `|\Sigma|` where its root is.
    private mutating func brackets(_ nodes: [MathTree.Node]) {
        var count = 0
        var k = range.lower
        while k < range.upper, count < 6 {
            defer { k += 1 }
            let isBar = latex[k] == UInt8(ascii: "|") && k > range.lower && latex[k - 1] != UInt8(ascii: "\\")
            guard latex[k] == UInt8(ascii: ")") || isBar else { continue }
            var next = k + 1
            while next < range.upper, latex[next] <= 0x20 { next += 1 }
            guard next >= range.upper || latex[next] != UInt8(ascii: "^") && latex[next] != UInt8(ascii: "_") else { continue }
            let power = isBar ? "^{1/2}" : "^2"
            replace(ByteRange(k + 1, k + 1), power, "", isBar ? .root : .power, words: isBar ? "with a root of what stands between bars" : "with a bracket squared")
            count += 1
        }
    }

    /// One cell of a confusion matrix in place of another.
    private mutating func cells() {
        func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
        for (written, meant) in [("FP", "FN"), ("FN", "FP"), ("TN", "TP"), ("TP", "TN")] {
            let name = Array(written.utf8)
            var k = range.lower
            while k + 2 <= range.upper {
                if latex[k..<(k + 2)].elementsEqual(name), k == 0 || !isLetter(latex[k - 1]), k + 2 >= latex.count || !isLetter(latex[k + 2]) {
                    replace(ByteRange(k, k + 2), meant, written, .name)
                }
                k += 1
            }
        }
    }

    /// One letter of a subscript in place of another.
    private mutating func indices(_ nodes: [MathTree.Node]) {
        let letters: [UInt32] = [0x69, 0x6A, 0x6B]
        var found: [(ByteRange, UInt32)] = []
        for node in nodes {
            guard case .scripts(_, let sub?, _, _) = node.kind else { continue }
            for inner in tree.nodes where tree[sub].range.contains(inner.range) {
                if case .atom(let atom) = inner.kind, letters.contains(atom.scalar), !found.contains(where: { $0.0 == inner.range }),
                    !text(tree[sub].range).contains(UInt8(ascii: "="))
                {
                    found.append((inner.range, atom.scalar))
                }
            }
        }
        let used = Set(found.map(\.1))
        for (place, letter) in found {
            for other in used.sorted() where other != letter {
                guard let new = Unicode.Scalar(other), let old = Unicode.Scalar(letter) else { continue }
                replace(place, String(Character(new)), String(Character(old)), .index)
            }
        }
    }
}
