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

    /// By the name without its star.
    private static let styles: [String: Style] = {
        let fences: [(name: String, open: UInt32, close: UInt32)] = [
            ("", 0, 0), ("p", 0x28, 0x29), ("b", 0x5B, 0x5D), ("B", 0x7B, 0x7D), ("v", 0x7C, 0x7C), ("V", 0x2016, 0x2016),
        ]
        var styles: [String: Style] = [:]
        for (name, open, close) in fences {
            styles[name + "matrix"] = Style(tableClass: "gm-matrix", open: open, close: close)
            styles[name + "smallmatrix"] = Style(tableClass: "gm-matrix gm-small", open: open, close: close, isSmall: true)
        }
        styles["cases"] = Style(tableClass: "gm-cases", open: 0x7B)
        styles["dcases"] = Style(tableClass: "gm-cases", isDisplay: true, open: 0x7B)
        styles["rcases"] = Style(tableClass: "gm-cases", close: 0x7D)
        styles["drcases"] = Style(tableClass: "gm-cases", isDisplay: true, close: 0x7D)
        styles["array"] = Style(tableClass: "gm-array")
        for name in ["darray", "eqnarray", "IEEEeqnarray"] { styles[name] = Style(tableClass: "gm-array", isDisplay: true) }
        for name in ["substack", "subarray"] { styles[name] = Style(tableClass: "gm-substack") }
        for name in [
            "gather", "gathered", "multline", "equation", "displaymath", "multlined", "lgathered", "rgathered", "dmath",
        ] { styles[name] = Style(tableClass: "gm-gathered", isDisplay: true) }
        for name in ["align", "aligned", "split", "flalign", "xalignat", "xxalignat"] {
            styles[name] = Style(tableClass: "gm-aligned", isDisplay: true, isAligned: true)
        }
        // The author writes the space between pairs of columns.
        for name in ["alignat", "alignedat"] {
            styles[name] = Style(tableClass: "gm-aligned gm-close", isDisplay: true, isAligned: true)
        }
        return styles
    }()

    private func style(_ environment: String) -> Style {
        if let style = MathMLWriter.styles[environment] { return style }
        let plain = environment.hasSuffix("*") ? MathMLWriter.styles[String(environment.dropLast())] : nil
        return plain ?? Style(tableClass: "gm-matrix")
    }

    mutating func writeTable(_ index: UInt32, _ place: Place) {
        guard Int(index) < tree.tables.count else { return }
        let table = tree.tables[Int(index)]
        var style = style(table.environment)
        // A `\substack` outside scripts is as small as one inside.
        if !place.isScript, table.environment == "substack" || table.environment == "subarray" { style.isSmall = true }
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
        if table.stretch != 1, !style.isAligned {
            out.append(" gm-stretch-")
            out.append(integer: min(max(Int((table.stretch * 10).rounded()), 5), 50))
        }
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
        var column = 0
        let forms = table.cellForms.isEmpty ? [:] : table.forms(ofRow: r)
        for (c, cell) in cells.enumerated() {
            let form = forms[c]
            let span = min(form?.span ?? 1, max(table.columns.count, 1))
            writeCellOpening(
                CellPlace(
                    row: r, column: column, span: span, isLast: c == cells.count - 1, form: form, isRuledAbove: isRuledAbove,
                    isRuledBelow: isRuledBelow), of: table)
            column += span
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

    private struct CellPlace {
        var row: Int
        var column: Int
        var span: Int
        var isLast: Bool
        var form: MathTree.Table.CellForm?
        var isRuledAbove: Bool
        var isRuledBelow: Bool
    }

    /// The first line of a `multline` stands on the left, the last on the right.
    private func lineColumn(_ row: Int, of table: MathTree.Table) -> MathTree.Table.Column? {
        guard table.environment.hasPrefix("multline"), table.rows.count > 1 else { return nil }
        return row == 0 ? .init(.left) : row == table.rows.count - 1 ? .init(.right) : nil
    }

    /// `<mtd>` with the classes that its column and its rules give it.
    private mutating func writeCellOpening(_ place: CellPlace, of table: MathTree.Table) {
        let c = place.column
        let column = lineColumn(place.row, of: table) ?? place.form?.column ?? (table.columns.isEmpty ? nil : table.columns[min(c, table.columns.count - 1)])
        let hasLeftRule =
            place.form?.column.map { $0.rulesBefore > 0 } ?? (c < table.columns.count && table.columns[c].rulesBefore > 0)
        let next = c + place.span
        let hasRightRule =
            place.form?.column != nil
            ? (place.form?.rulesAfter ?? 0) > 0
            : place.isLast && next < table.columns.count && table.columns[next].rulesBefore > 0
        var isRuledAbove = place.isRuledAbove
        var isRuledBelow = place.isRuledBelow
        if !table.partialRules.isEmpty {
            isRuledAbove = isRuledAbove || table.isRuled(above: place.row, c..<next)
            if place.row == table.rows.count - 1 { isRuledBelow = isRuledBelow || table.isRuled(above: place.row + 1, c..<next) }
        }
        let alignment = column?.alignment ?? .center
        out.append("<mtd")
        if place.span > 1 {
            out.append(" columnspan=\"")
            out.append(integer: place.span)
            out.append("\"")
        }
        if let colour = place.form?.colour {
            writeBackground(tree.text(colour))
        }
        if alignment == .center, !hasLeftRule, !hasRightRule, !isRuledAbove, !isRuledBelow {
            out.append(">")
            return
        }
        out.append(" class=\"")
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
        if isRuledAbove, table.dashedRules.contains(place.row) { add("gm-dash-top") }
        if isRuledBelow, table.dashedRules.contains(place.row + 1) { add("gm-dash-bottom") }
        if hasLeftRule, column?.isDashed == true { add("gm-dash-left") }
        if hasRightRule, place.form?.column == nil, next < table.columns.count, table.columns[next].isDashed { add("gm-dash-right") }
        if place.isRuledAbove, place.row < table.rules.count, table.rules[place.row] > 1 { add("gm-double-top") }
        if place.isRuledBelow, place.row + 1 < table.rules.count, table.rules[place.row + 1] > 1 { add("gm-double-bottom") }
        if hasLeftRule, (column?.rulesBefore ?? 0) > 1 { add("gm-double-left") }
        out.append("\">")
    }
}

extension MathTree.Table {
    /// Whether a partial rule stands above some of the columns of the row.
    fileprivate func isRuled(above row: Int, _ columns: Range<Int>) -> Bool {
        var low = 0
        var high = partialRules.count
        while low < high {
            let middle = (low + high) / 2
            if partialRules[middle].row < row { low = middle + 1 } else { high = middle }
        }
        while low < partialRules.count, partialRules[low].row == row {
            if partialRules[low].columns.overlaps(columns) { return true }
            low += 1
        }
        return false
    }

    /// The forms of the cells of one row that are not as their column says, by cell.
    fileprivate func forms(ofRow row: Int) -> [Int: CellForm] {
        var low = 0
        var high = cellForms.count
        while low < high {
            let middle = (low + high) / 2
            if cellForms[middle].row < row { low = middle + 1 } else { high = middle }
        }
        var forms: [Int: CellForm] = [:]
        while low < cellForms.count, cellForms[low].row == row {
            forms[cellForms[low].cell] = cellForms[low]
            low += 1
        }
        return forms
    }
}
