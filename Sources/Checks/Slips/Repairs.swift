import Formulas
import LaTeX
import Source

/// Edits that undo what `Slip` does not: a factor, a bracket, a sign, a power or a transpose that got lost, a number or a bound
/// that is off by one, a function or an index in place of its neighbour.
///
/// They are many: they are for a relation of two short sides that differ, not for every statement.
struct Repairs {
    private let latex: [UInt8]
    private let tree: MathTree
    private var found: [Slip] = []
    /// Names with their scripts, as written, and where each stands; outermost first.
    private var names: [(text: String, range: ByteRange)] = []
    /// What stands under and over large operators, scripts of all kinds.
    private var scripts: [ByteRange] = []
    /// Rows of terms: the beginnings and ends of factors, and where terms begin.
    private var rows: [(range: ByteRange, children: [MathTree.ID])] = []

    /// At most `most`, the likeliest first.
    static func all(_ latex: [UInt8], _ tree: MathTree, most: Int) -> [Slip] {
        var repairs = Repairs(latex, tree)
        repairs.make()
        return Array(repairs.found.prefix(most))
    }

    private init(_ latex: [UInt8], _ tree: MathTree) {
        self.latex = latex
        self.tree = tree
    }

    private mutating func make() {
        collect()
        numbers()
        functions()
        indices()
        bounds()
        transposes()
        signs()
        powers()
        brackets()
        factors()
    }

    // MARK: - What stands in the formula

    private mutating func collect() {
        var own: [ByteRange] = []
        for node in tree.nodes where !node.range.isEmpty {
            switch node.kind {
            case .scripts(let base, let sub, let sup, _):
                for part in [sub, sup].compactMap({ $0 }) { scripts.append(tree[part].range) }
                if isLetter(base) {
                    own.append(tree[base].range)
                    // A power is no part of the name.
                    if let sup, !isMark(sup) {
                        if sub != nil { names.append((text(node.range.lower, max(tree[base].range.upper, scriptEnd(sub))), node.range)) } else { own.removeLast() }
                    } else {
                        names.append((text(node.range), node.range))
                    }
                }
            case .row(let list): rows.append((node.range, Array(tree.children(list))))
            default: break
            }
        }
        for node in tree.nodes.sorted(by: { $0.range.count > $1.range.count }) where !node.range.isEmpty {
            guard isLetter(node), !own.contains(where: { $0.contains(node.range) }), !scripts.contains(where: { $0.contains(node.range) }),
                !names.contains(where: { $0.range.contains(node.range) })
            else { continue }
            names.append((text(node.range), node.range))
        }
    }

    private func scriptEnd(_ part: MathTree.ID?) -> Int {
        guard let part else { return 0 }
        let end = tree[part].range.upper
        return end < latex.count && latex[end] == UInt8(ascii: "}") ? end + 1 : end
    }

    private func isLetter(_ id: MathTree.ID) -> Bool { isLetter(tree[id]) }

    private func isLetter(_ node: MathTree.Node) -> Bool {
        switch node.kind {
        case .atom(let atom): atom.atomClass == .ordinary && atom.scalar != 0x2202 && atom.scalar != 0x221E && atom.scalar != 0x2207
        // `\mathbb{E}` and `\mathcal{N}` are applied.
        case .styled(let font, let body): ![.blackboard, .script, .calligraphic].contains(font) && isLetter(body)
        case .accent(_, let body): isLetter(body)
        case .row(let list): tree.children(list).count == 1 && tree.children(list).allSatisfy { isLetter($0) }
        default: false
        }
    }

    /// `(i)`, `\top`, `*`: a superscript that belongs to the name.
    private func isMark(_ id: MathTree.ID) -> Bool {
        let content = text(tree[id].range)
        return content.contains("(") || content.contains("[") || content.contains("*") || content.contains("\\top")
    }

    private func text(_ range: ByteRange) -> String { text(range.lower, range.upper) }

    private func text(_ lower: Int, _ upper: Int) -> String {
        let range = ByteRange(lower, max(lower, upper)).clamped(to: latex.count)
        return String(decoding: latex[range.range], as: UTF8.self)
    }

    // MARK: - Edits

    private mutating func edit(_ place: ByteRange, _ new: String, _ kind: Slip.Kind, _ words: String, change: Slip.Change? = nil) {
        guard place.lower >= 0, place.lower <= place.upper, place.upper <= latex.count else { return }
        var edited = Array(latex[..<place.lower])
        if let last = edited.last, last.isASCIILetter, new.utf8.first?.isASCIILetter == true { edited.append(0x20) }
        edited += Array(new.utf8)
        if let last = edited.last, last.isASCIILetter, place.upper < latex.count, latex[place.upper].isASCIILetter { edited.append(0x20) }
        edited += latex[place.upper...]
        found.append(Slip(latex: edited, words: words, kind: kind, change: change))
    }

    private mutating func exchange(_ place: ByteRange, _ new: String, _ kind: Slip.Kind, change: ExpressionEdit? = nil) {
        edit(place, new, kind, "with `\(new)` in place of `\(text(place))`", change: change.map { .init(edit: $0, range: place) })
    }

    private mutating func numbers() {
        for node in tree.nodes {
            guard case .number = node.kind, node.range.count <= 3, let value = Int(text(node.range)) else { continue }
            // `P^1` is P: a power that is a condition is no slip.
            if value > (scripts.contains(node.range) ? 2 : 0) { exchange(node.range, String(value - 1), .number, change: .value(Double(value - 1))) }
            exchange(node.range, String(value + 1), .number, change: .value(Double(value + 1)))
        }
    }

    private static let partners: [String: [String]] = [
        "max": ["min"], "min": ["max"], "sin": ["cos"], "cos": ["sin"], "tan": ["cot", "arctan"], "cot": ["tan"], "sinh": ["cosh", "tanh"], "cosh": ["sinh", "exp"],
        "tanh": ["sinh"], "log": ["exp"], "ln": ["exp"], "exp": ["log"], "arcsin": ["arccos"], "arccos": ["arcsin"], "sup": ["inf"], "inf": ["sup"], "prod": ["sum"],
        "sum": ["prod"], "det": ["operatorname{tr}"],
    ]

    private mutating func functions() {
        for node in tree.nodes {
            switch node.kind {
            case .operatorName: break
            case .atom(let atom) where atom.atomClass == .large: break
            default: continue
            }
            let written = text(node.range)
            guard written.hasPrefix("\\"), let partners = Self.partners[String(written.dropFirst())] else { continue }
            for partner in partners { exchange(node.range, "\\" + partner, .function) }
        }
    }

    /// A letter of a subscript in place of another of all subscripts and bounds.
    private mutating func indices() {
        var places: [(range: ByteRange, letter: UInt8)] = []
        for node in tree.nodes {
            guard case .scripts(_, let sub?, _, _) = node.kind, !latex[tree[sub].range.clamped(to: latex.count).range].contains(UInt8(ascii: "=")) else { continue }
            for inner in tree.nodes where tree[sub].range.contains(inner.range) && inner.range.count == 1 {
                guard case .atom(let atom) = inner.kind, (0x61...0x7A).contains(atom.scalar), !places.contains(where: { $0.range == inner.range }) else { continue }
                places.append((inner.range, latex[inner.range.lower]))
            }
        }
        var letters = Set(places.map(\.letter))
        for place in scripts where latex[place.clamped(to: latex.count).range].contains(UInt8(ascii: "=")) {
            if let first = latex[place.clamped(to: latex.count).range].first(where: { $0 != 0x7B && $0 > 0x20 }), first.isASCIILetter { letters.insert(first) }
        }
        guard letters.count > 1, letters.count <= 5 else { return }
        for place in places {
            for letter in letters.sorted() where letter != place.letter { exchange(place.range, String(decoding: [letter], as: UTF8.self), .index) }
        }
    }

    /// `n - 1` and `n + 1` for `n` over a large operator.
    private mutating func bounds() {
        for node in tree.nodes {
            guard case .scripts(let base, _, let sup?, _) = node.kind, case .atom(let atom) = tree[base].kind, atom.atomClass == .large else { continue }
            let content = text(tree[sup].range)
            let isBraced = tree[sup].range.lower > 0 && latex[tree[sup].range.lower - 1] == UInt8(ascii: "{")
            let plain = content.filter { $0 != " " && $0 != "{" && $0 != "}" }
            func put(_ new: String) { exchange(tree[sup].range, isBraced ? new : "{" + new + "}", .number) }
            if plain.hasSuffix("-1") || plain.hasSuffix("+1") { put(String(plain.dropLast(2))) } else if plain.utf8.allSatisfy(\.isASCIILetter), plain.utf8.count == 1 {
                put(plain + "-1")
                put(plain + "+1")
            }
        }
    }

    private mutating func transposes() {
        for name in names where isTall(name.text) && !name.text.contains("\\top") {
            edit(ByteRange(name.range.upper, name.range.upper), "^\\top", .transpose, "with `\(name.text)` transposed")
        }
    }

    private func isTall(_ name: String) -> Bool {
        guard let letter = name.unicodeScalars.first else { return false }
        return ["\\mathbf", "\\boldsymbol", "\\bm", "\\vec"].contains { name.hasPrefix($0) } || (0x41...0x5A).contains(letter.value)
    }

    /// Where factors stand that terms begin with, in every row; of rows that begin at one place the innermost.
    private var termStarts: [(start: Int, row: ByteRange)] {
        var starts: [Int: ByteRange] = [:]
        for row in rows {
            var isFirst = true
            for child in row.children {
                let node = tree[child]
                if isFirst, !node.range.isEmpty, !isSign(node), starts[node.range.lower]?.count ?? .max > row.range.count { starts[node.range.lower] = row.range }
                isFirst = isSign(node) || isRelation(node)
            }
        }
        // Scripts hold indices and bounds; exponents hold terms.
        return starts.sorted { $0.key < $1.key }.filter { start, _ in !scripts.contains { $0.lower <= start && start < $0.upper && isBound($0) } }.map { ($0.key, $0.value) }
    }

    private func isBound(_ place: ByteRange) -> Bool { place.lower > 0 && (latex[place.lower - 1] == UInt8(ascii: "_") || place.lower > 1 && latex[place.lower - 2] == UInt8(ascii: "_")) }

    private func isSign(_ node: MathTree.Node) -> Bool {
        guard case .atom(let atom) = node.kind else { return false }
        return [0x2B, 0x2D, 0x2212].contains(atom.scalar)
    }

    private func isRelation(_ node: MathTree.Node) -> Bool {
        guard case .atom(let atom) = node.kind else { return false }
        return atom.atomClass == .relation || atom.scalar == 0x28 || atom.scalar == 0x5B || atom.scalar == 0x2C
    }

    private mutating func signs() {
        for (start, row) in termStarts {
            let place = ByteRange(start, start)
            edit(place, "-", .sign, "with a minus before `\(words(at: start))`", change: .init(edit: .negated, range: place, row: row))
        }
    }

    private func words(at start: Int) -> String {
        let node = tree.nodes.filter { node in
            guard node.range.lower == start, node.range.count <= 24 else { return false }
            if case .row = node.kind { return false }
            return true
        }.max { $0.range.count < $1.range.count }
        return node.map { text($0.range) } ?? text(start, start + 1)
    }

    private mutating func powers() {
        for name in names where !scripts.contains(where: { $0.contains(name.range) }) {
            edit(ByteRange(name.range.upper, name.range.upper), "^2", .power, "with `\(name.text)` squared", change: .init(edit: .squared, range: name.range))
        }
        for node in tree.nodes {
            switch node.kind {
            case .fenced(let open, _, _) where open == 0x7C || open == 0x2016 || open == 0x2225:
                edit(ByteRange(node.range.upper, node.range.upper), "^2", .power, "with `\(text(node.range))` squared")
            case .fraction(let top, let bottom, _):
                for part in [top, bottom] {
                    let place = tree[part].range
                    edit(place, "{\\sqrt{" + text(place) + "}}", .root, "with a root of `\(text(place))`", change: .init(edit: .rooted, range: place))
                }
            default: break
            }
        }
    }

    /// A sum in brackets beside a factor: around every sign, from a factor on its left to one on its right.
    private mutating func brackets() {
        let before = found.count
        for row in rows {
            let nodes = row.children.map { tree[$0] }
            for sign in nodes.indices where isSign(nodes[sign]) && sign > 0 {
                var lefts: [Int] = []
                var k = sign - 1
                while k >= 0, !isSign(nodes[k]), !isRelation(nodes[k]), lefts.count < 4 {
                    lefts.append(nodes[k].range.lower)
                    k -= 1
                }
                var rights: [Int] = []
                k = sign + 1
                while k < nodes.count, !isRelation(nodes[k]), rights.count < 5 {
                    if !isSign(nodes[k]) { rights.append(nodes[k].range.upper) }
                    k += 1
                }
                for left in lefts {
                    for right in rights where left < right && right <= latex.count {
                        edit(ByteRange(left, right), "(" + text(left, right) + ")", .bracket, "with `\(text(left, right))` in brackets",
                            change: .init(edit: .bracketed(sign: nodes[sign].range, from: left, to: right), range: ByteRange(left, right)))
                    }
                }
                if found.count - before > 40 { return }
            }
        }
    }

    private mutating func factors() {
        var candidates: [(text: String, edit: ExpressionEdit)] = []
        // An `E` before a name is an expectation.
        // Powers of names that stand elsewhere, and what divides by them: `\frac{1}{2 \sigma^2}`.
        var rare: [String] = []
        for node in tree.nodes {
            guard case .scripts(let base, nil, let sup?, _) = node.kind, isLetter(base), !isMark(sup), node.range.count <= 16, text(tree[sup].range) == "2" || text(tree[sup].range) == "{2}" else { continue }
            let power = text(node.range)
            for candidate in [power, "\\frac{1}{\(power)}", "\\frac{1}{2 \(power)}"] where rare.count < 6 && !rare.contains(candidate) { rare.append(candidate) }
        }
        for name in names where !candidates.contains(where: { $0.text == name.text }) && candidates.count < 7 && !["E", "{E}"].contains(name.text) {
            candidates.append((name.text, .scaledByName(name.range)))
        }
        candidates += [("2", .scaled(2)), ("\\frac{1}{2}", .scaled(0.5))]
        for name in names where ["n", "N", "m"].contains(name.text) && !candidates.contains(where: { $0.text == "\\frac{1}{\(name.text)}" }) {
            candidates.append(("\\frac{1}{\(name.text)}", .scaledByName(name.range, isInverted: true)))
        }
        for (start, row) in termStarts {
            let place = ByteRange(start, start)
            let words = words(at: start)
            for candidate in candidates {
                edit(
                    place, candidate.text + " ", .factor, "with the factor `\(candidate.text)` before `\(words)`",
                    change: .init(edit: candidate.edit, range: place, row: row))
            }
        }
        // A power that cancels makes a constant of anything: only an entry may lack one.
        let plain = found.count
        for (start, _) in termStarts {
            for candidate in rare { edit(ByteRange(start, start), candidate + " ", .factor, "with the factor `\(candidate)` before `\(words(at: start))`") }
        }
        for place in plain..<found.count { found[place].mayCancel = true }
    }
}
