import LaTeX
import Markdown
import Source

/// Statements over several blocks.
extension NoteWalk {
    func continued(
        _ index: Int, _ own: ParsedFormula
    ) -> (span: FormulaSpan, parsed: ParsedFormula, firstOwnByte: Int)? {
        let span = note.formulas[index]
        guard index > 0 else { return nil }
        // Blocks that belong together: each displayed, nothing but blanks between, a relation where they meet; or lines and items,
        // the later of which begins with a sign of equality.
        var first = index
        var startsOpen = beginsWithRelation(own.tree)
        var isEqual = startsOpen && beginsWithEquality(own.tree)
        guard span.display || isEqual else { return nil }
        while first > 0, index - first < 16, !note.formulas[first - 1].isUnclosed {
            let areBlocks = isFollowedByDisplay(first - 1)
            guard areBlocks || isEqual && isFollowedByLine(first - 1) else { break }
            let before = FormulaParser.parse(note.formulas[first - 1].latex, macros: macros, limits: configuration.limits)
            guard areBlocks ? startsOpen || endsWithRelation(before.tree) : before.tree.hasRelation else { break }
            isEqual = beginsWithEquality(before.tree)
            first -= 1
            startsOpen = beginsWithRelation(before.tree)
        }
        guard first < index else { return nil }
        var latex: [UInt8] = []
        var map = SegmentMap()
        var firstOwnByte = 0
        for k in first...index {
            let part = note.formulas[k]
            if k == index { firstOwnByte = latex.count }
            for segment in part.map.segments {
                map.append(
                    derived: latex.count + Int(segment.derived), original: Int(segment.original), count: Int(segment.count))
            }
            latex += part.latex
            latex.append(UInt8(ascii: "\n"))
        }
        let joined = FormulaSpan(
            range: span.range, delimiter: span.delimiter, display: true, latex: latex, map: map)
        let parsed = FormulaParser.parse(latex, macros: macros, limits: configuration.limits)
        guard !parsed.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
        return (joined, parsed, firstOwnByte)
    }

    /// Both displayed, nothing but blanks between.
    func isFollowedByDisplay(_ index: Int) -> Bool {
        guard index + 1 < note.formulas.count else { return false }
        let (a, b) = (note.formulas[index], note.formulas[index + 1])
        guard a.display, b.display, b.range.lower >= a.range.upper else { return false }
        return note.source.bytes[a.range.upper..<b.range.lower].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
    }

    /// The next formula begins the next line or item, or it is a block that a few words with a colon lead to: `展开得：`.
    private func isFollowedByLine(_ index: Int) -> Bool {
        guard index + 1 < note.formulas.count else { return false }
        let (a, b) = (note.formulas[index], note.formulas[index + 1])
        guard a.display == b.display, b.range.lower >= a.range.upper, b.range.lower <= note.source.bytes.count else { return false }
        let between = note.source.bytes[a.range.upper..<b.range.lower]
        guard between.contains(0x0A) else { return false }
        if between.allSatisfy(Self.marksLines.contains) { return true }
        guard a.display, between.count <= Self.longestLead else { return false }
        let words = String(decoding: between, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return (words.hasSuffix(":") || words.hasSuffix("：")) && !words.contains("#") && !words.contains(". ") && !words.contains("。") && !words.contains("|")
    }

    /// Blanks, and what begins lines of lists and quotations.
    private static let marksLines = Set(" \t\r\n>-*+.)[]0123456789".utf8)
    private static let longestLead = 60

    private func beginsWithEquality(_ tree: MathTree) -> Bool { relation(atEdgeOf: tree, last: false) == 0x3D }

    private func beginsWithRelation(_ tree: MathTree) -> Bool { relation(atEdgeOf: tree, last: false) != nil }

    private func endsWithRelation(_ tree: MathTree) -> Bool { relation(atEdgeOf: tree, last: true) != nil }

    private func relation(atEdgeOf tree: MathTree, last: Bool) -> UInt32? {
        var id = tree.root
        for _ in 0..<32 {
            switch tree[id].kind {
            case .atom(let atom): return atom.atomClass == .relation ? atom.scalar : nil
            case .row(let list):
                let isVisible = { (child: MathTree.ID) in
                    if case .space = tree[child].kind { false } else { true }
                }
                let edge = last ? tree.children(list).last(where: isVisible) : tree.children(list).first(where: isVisible)
                guard let edge else { return nil }
                id = edge
            case .sized(_, let body), .styled(_, let body): id = body
            default: return nil
            }
        }
        return nil
    }
}
