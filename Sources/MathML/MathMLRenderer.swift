import LaTeX
import Source

/// Math tree → MathML Core, one `<math>` element.
///
/// Only what browsers act on: letters in fonts are Unicode's mathematical alphanumerics, cells are aligned by classes,
/// brackets stretch only where `\left … \right` asks. There are no `style` attributes and no ids: what MathML Core
/// cannot say is left to these classes, whose rules are `styleSheet`.
///
/// | class | on | meaning |
/// |---|---|---|
/// | `gm` | `math` | every formula |
/// | `gm-error` | `mtext` | what could not be read, as it was written |
/// | `gm-left`, `gm-right` | `mtd` | alignment of a cell (centre otherwise) |
/// | `gm-aligned`, `gm-cases`, `gm-matrix`, `gm-array`, `gm-gathered`, `gm-substack`, `gm-small`, `gm-lines` | `mtable` | spacing of cells |
/// | `gm-tagged`, `gm-tag`, `gm-side` | `mtable`, `mtd` | a display with tags, the cell of a tag, the empty cell that balances it |
/// | `gm-rule-top`, `gm-rule-bottom`, `gm-rule-left`, `gm-rule-right` | `mtd` | rules of an array |
/// | `gm-dash-top` …, `gm-double-top` … | `mtd` | rules of an array that are dashed or doubled |
/// | `gm-box`, `gm-cancel`, `gm-bcancel`, `gm-xcancel`, `gm-strike`, `gm-angle`, `gm-phase` | `mrow` | enclosures |
/// | `gm-llap`, `gm-clap` | `mrow` | overlaps |
/// | `gm-bold`, `gm-italic`, `gm-sans`, `gm-mono` | `mtext` | words in a font |
/// | `gm-neg-1` … `gm-neg-36` | `mspace` | negative space, in eighteenths of an em |
/// | `gm-script` | `mi` | a capital of `\mathscr`, not of `\mathcal` |
/// | `gm-vec` | `mo` | the arrow of `\vec` |
/// | `gm-stretch-5` … `gm-stretch-50` | `mtable` | `\arraystretch`, in tenths |
/// | `gm-rule` | `mspace` | a filled box |
/// | `gm-colour-box`, `gm-frame` | `mrow` | padding of `\colorbox`, border of `\fcolorbox` |
/// | `gm-close` | `mtable` | `alignat`: no space between pairs of columns |
///
/// Source: MathML Core (W3C), Operator dictionary; TeXbook, chapter 18 (spacing).
public struct MathMLRenderer: Sendable {
    public var display: Bool
    /// Source to be carried as `<annotation encoding="application/x-tex">`; `nil` for none.
    public var annotation: [UInt8]?

    /// The formula in words, as its accessible name; `nil` for none.
    public var name: String?

    /// Links are drawn as their words and lead nowhere: for examples.
    public var hasInertLinks = false

    public init(display: Bool, annotation: [UInt8]? = nil, name: String? = nil) {
        self.display = display
        self.annotation = annotation
        self.name = name
    }

    /// Appends one `<math>` element, well-formed XML in UTF-8.
    ///
    /// The same tree gives the same bytes. Time and output are linear in the tree; recursion follows its depth, which
    /// the parser bounds.
    public func render(_ tree: MathTree, to out: inout ByteBuffer) {
        var markup = MarkupBuffer()
        write(tree, to: &markup)
        out.append(markup.bytes)
    }

    func write(_ tree: MathTree, to out: inout MarkupBuffer) {
        out.append("<math xmlns=\"http://www.w3.org/1998/Math/MathML\" class=\"gm\"")
        if display { out.append(" display=\"block\"") }
        if let name {
            out.append(" aria-label=\"")
            out.append(escaping: name)
            out.append("\"")
        }
        out.append(">")
        if annotation != nil { out.append("<semantics><mrow>") }
        tree.withView { view in
            var writer = MathMLWriter(tree: view, out: out)
            writer.hasInertLinks = hasInertLinks
            writer.writeRoot()
            out = writer.finish()
        }
        if let annotation {
            out.append("</mrow><annotation encoding=\"application/x-tex\">")
            // Repaired where it is not UTF-8.
            out.append(escaping: String(decoding: annotation, as: UTF8.self))
            out.append("</annotation></semantics>")
        }
        out.append("</math>")
    }
}

/// Writes nodes; what it knows of the place where a node stands is in `Place`.
///
/// Not copyable: it holds the output.
struct MathMLWriter: ~Copyable {
    typealias ID = MathTree.ID

    let tree: TreeView
    var out: MarkupBuffer
    var depth = 0
    var hasInertLinks = false

    /// Deeper trees than any that the parser makes are cut.
    static let depthLimit = 2_000

    init(tree: TreeView, out: consuming MarkupBuffer) {
        self.tree = tree
        self.out = out
    }

    consuming func finish() -> MarkupBuffer { out }

    struct Place {
        var font: MathTree.Font?
        /// In a script: operators lose their spaces.
        var isScript = false

        var script: Place { Place(font: font, isScript: true) }
    }

    /// The formula: lines where it has `\\`, a side cell where it has a tag.
    mutating func writeRoot() {
        guard tree.contains(tree.root) else { return }
        guard case .row(let list) = tree[tree.root].kind else {
            write(tree.root, Place())
            return
        }
        var tag: ID?
        for id in tree.children(list) {
            if case .tag = tree[id].kind {
                tag = id
                break
            }
        }
        guard let tag else {
            writeRow(list, Place())
            return
        }
        out.append("<mtable class=\"gm-tagged\" displaystyle=\"true\"><mtr><mtd class=\"gm-side\"></mtd><mtd>")
        writeRow(list, Place())
        out.append("</mtd><mtd class=\"gm-tag\">")
        writeTag(tag)
        out.append("</mtd></mtr></mtable>")
    }

    mutating func writeTag(_ id: ID) {
        guard case .tag(let text, let isStarred) = tree[id].kind else { return }
        out.append(isStarred ? "<mtext>" : "<mtext>(")
        writeWords(tree.text(text))
        out.append(isStarred ? "</mtext>" : ")</mtext>")
    }

    /// Words for `mtext`, which loses spaces at its edges unless they are no-break spaces.
    mutating func writeWords(_ words: String) {
        var words = words
        words.withUTF8 { bytes in
            var first = 0
            var last = bytes.count
            while first < last, bytes[first] == 0x20 { first += 1 }
            while last > first, bytes[last - 1] == 0x20 { last -= 1 }
            for _ in 0..<first { out.append("\u{A0}") }
            out.append(escaping: UnsafeBufferPointer(rebasing: bytes[first..<last]))
            for _ in last..<bytes.count { out.append("\u{A0}") }
        }
    }

    /// A length in em, to four decimals, without float formatting.
    mutating func writeEm(_ em: Double) {
        let clamped = em.isFinite ? min(max(em, -1e6), 1e6) : 0
        var value = Int((clamped * 10_000).rounded())
        if value < 0 {
            out.append("-")
            value = -value
        }
        out.append(integer: value / 10_000)
        var fraction = value % 10_000
        if fraction > 0 {
            out.append(".")
            var unit = 1_000
            while fraction > 0, unit > 0 {
                out.append(byte: UInt8(truncatingIfNeeded: 0x30 + fraction / unit))
                fraction %= unit
                unit /= 10
            }
        }
        out.append("em")
    }
}
