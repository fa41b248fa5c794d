import LaTeX
import Source

/// Environments.
extension MathMLWriter {
    private struct Style {
        var tableClass: StaticString
        var isDisplay = false
        var open: UInt32 = 0
        var close: UInt32 = 0
        var isSmall = false
        /// Cells of odd columns go on from those before them (`a &= b`).
        var isAligned = false
    }

    private func style(_ environment: String) -> Style {
        var name = environment
        if name.hasSuffix("*") { name.removeLast() }
        switch name {
        case "pmatrix": return Style(tableClass: "gm-matrix", open: 0x28, close: 0x29)
        case "bmatrix": return Style(tableClass: "gm-matrix", open: 0x5B, close: 0x5D)
        case "Bmatrix": return Style(tableClass: "gm-matrix", open: 0x7B, close: 0x7D)
        case "vmatrix": return Style(tableClass: "gm-matrix", open: 0x7C, close: 0x7C)
        case "Vmatrix": return Style(tableClass: "gm-matrix", open: 0x2016, close: 0x2016)
        case "smallmatrix": return Style(tableClass: "gm-matrix gm-small", isSmall: true)
        case "cases": return Style(tableClass: "gm-cases", open: 0x7B)
        case "dcases": return Style(tableClass: "gm-cases", isDisplay: true, open: 0x7B)
        case "rcases": return Style(tableClass: "gm-cases", close: 0x7D)
        case "drcases": return Style(tableClass: "gm-cases", isDisplay: true, close: 0x7D)
        case "array": return Style(tableClass: "gm-array")
        case "darray": return Style(tableClass: "gm-array", isDisplay: true)
        case "eqnarray": return Style(tableClass: "gm-array", isDisplay: true)
        case "substack", "subarray": return Style(tableClass: "gm-substack")
        case "gather", "gathered", "multline", "equation", "displaymath":
            return Style(tableClass: "gm-gathered", isDisplay: true)
        case "align", "aligned", "alignat", "alignedat", "split", "flalign":
            return Style(tableClass: "gm-aligned", isDisplay: true, isAligned: true)
        default: return Style(tableClass: "gm-matrix")
        }
    }

    mutating func writeTable(_ index: UInt32, _ place: Place) {
        guard Int(index) < tree.tables.count else { return }
        let table = tree.tables[Int(index)]
        let style = style(table.environment)
        let hasFences = style.open != 0 || style.close != 0
        if hasFences {
            out.append("<mrow>")
            writeFence(style.open, isOpening: true)
        }
        if style.isSmall { out.append("<mstyle scriptlevel=\"1\">") }
        let hasTags = table.rowNotes.contains { notes in
            notes.contains { id in
                if case .tag = tree[id].kind { return true }
                return false
            }
        }
        out.append("<mtable class=\"")
        out.append(style.tableClass)
        if hasTags { out.append(" gm-tagged") }
        out.append(style.isDisplay ? "\" displaystyle=\"true\">" : "\">")
        for r in table.rows.indices { writeTableRow(r, of: table, style, hasTags, place) }
        out.append("</mtable>")
        if style.isSmall { out.append("</mstyle>") }
        if hasFences {
            writeFence(style.close, isOpening: false)
            out.append("</mrow>")
        }
    }

    private mutating func writeTableRow(
        _ r: Int, of table: MathTree.Table, _ style: Style, _ hasTags: Bool, _ place: Place
    ) {
        out.append("<mtr>")
        let cells = tree.children(table.rows[r])
        let isRuledAbove = r < table.rules.count && table.rules[r] > 0
        let isRuledBelow = r == table.rows.count - 1 && r + 1 < table.rules.count && table.rules[r + 1] > 0
        let gap = r < table.rowGaps.count ? table.rowGaps[r] : 0
        if hasTags { out.append("<mtd class=\"gm-side\"></mtd>") }
        for (c, cell) in cells.enumerated() {
            writeCellOpening(c, cells.count, of: table, isRuledAbove, isRuledBelow)
            var inner = place
            inner.isScript = style.isSmall || (place.isScript && !style.isDisplay)
            if case .row(let list) = tree[cell].kind {
                writeRow(list, inner, before: style.isAligned && c % 2 == 1 ? .ordinary : nil)
            } else if style.isAligned, c % 2 == 1, case .atom(let atom) = tree[cell].kind {
                writeAtom(atom, inner, Neighbours(before: .ordinary, after: nil))
            } else {
                write(cell, inner)
            }
            if gap > 0, c == 0 {
                out.append("<mspace depth=\"")
                writeEm(gap + 0.3)
                out.append("\"/>")
            }
            out.append("</mtd>")
        }
        if hasTags {
            // The tag stands in the last column of the widest row.
            let widest = table.rows.reduce(0) { max($0, $1.count) }
            for _ in cells.count..<max(widest, cells.count) { out.append("<mtd></mtd>") }
            out.append("<mtd class=\"gm-tag\">")
            for note in r < table.rowNotes.count ? table.rowNotes[r] : [] { writeTag(note) }
            out.append("</mtd>")
        }
        out.append("</mtr>")
    }

    /// `<mtd>` with the classes that its column and its rules give it.
    private mutating func writeCellOpening(
        _ c: Int, _ count: Int, of table: MathTree.Table, _ isRuledAbove: Bool, _ isRuledBelow: Bool
    ) {
        let column = table.columns.isEmpty ? nil : table.columns[min(c, table.columns.count - 1)]
        let hasLeftRule = c < table.columns.count && table.columns[c].rulesBefore > 0
        let hasRightRule =
            c == count - 1 && c + 1 < table.columns.count && table.columns[c + 1].rulesBefore > 0
        let alignment = column?.alignment ?? .center
        if alignment == .center, !hasLeftRule, !hasRightRule, !isRuledAbove, !isRuledBelow {
            out.append("<mtd>")
            return
        }
        out.append("<mtd class=\"")
        var isFirst = true
        func add(_ name: StaticString) {
            if !isFirst { out.append(" ") }
            isFirst = false
            out.append(name)
        }
        switch alignment {
        case .left: add("gm-left")
        case .right: add("gm-right")
        case .center: break
        }
        if isRuledAbove { add("gm-rule-top") }
        if isRuledBelow { add("gm-rule-bottom") }
        if hasLeftRule { add("gm-rule-left") }
        if hasRightRule { add("gm-rule-right") }
        out.append("\">")
    }
}
