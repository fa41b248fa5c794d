import LaTeX
import Markdown
import Source

/// Statements over several blocks.
extension NoteWalk {
    func continued(
        _ index: Int, _ own: ParsedFormula
    ) -> (span: FormulaSpan, parsed: ParsedFormula, firstOwnByte: Int)? {
        let span = note.formulas[index]
        guard index > 0, span.display else { return nil }
        // Blocks that belong together: each displayed, nothing but blanks between, a relation where they meet.
        var first = index
        var startsOpen = beginsWithRelation(own.tree)
        while first > 0, index - first < 16, isFollowedByDisplay(first - 1), !note.formulas[first - 1].isUnclosed {
            let before = FormulaParser.parse(note.formulas[first - 1].latex, macros: macros, limits: configuration.limits)
            guard startsOpen || endsWithRelation(before.tree) else { break }
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

    private func beginsWithRelation(_ tree: MathTree) -> Bool { isRelation(atEdgeOf: tree, last: false) }

    private func endsWithRelation(_ tree: MathTree) -> Bool { isRelation(atEdgeOf: tree, last: true) }

    private func isRelation(atEdgeOf tree: MathTree, last: Bool) -> Bool {
        var id = tree.root
        for _ in 0..<32 {
            switch tree[id].kind {
            case .atom(let atom): return atom.atomClass == .relation
            case .row(let list):
                let isVisible = { (child: MathTree.ID) in
                    if case .space = tree[child].kind { false } else { true }
                }
                let edge = last ? tree.children(list).last(where: isVisible) : tree.children(list).first(where: isVisible)
                guard let edge else { return false }
                id = edge
            case .sized(_, let body), .styled(_, let body): id = body
            default: return false
            }
        }
        return false
    }
}
