import LaTeX

/// Matrices, cases and aligned lines in words.
extension Speaker {
    mutating func speakTable(_ table: MathTree.Table) {
        let name = table.environment
        if name.contains("cases") {
            speakCases(table)
        } else if name.contains("matrix") || (name.contains("array") && !name.hasPrefix("eqn") && !name.contains("sub")) {
            speakMatrix(table)
        } else {
            speakLines(table)
        }
    }

    private mutating func speakLines(_ table: MathTree.Table) {
        for (r, row) in table.rows.enumerated() {
            if r > 0 { say(";", "；") }
            for cell in tree.children(row) { speakEnclosedPart(cell) }
            for note in r < table.rowNotes.count ? table.rowNotes[r] : [] { speak(note) }
        }
    }

    /// "2 cases: x if x is greater than 0; 0 otherwise".
    private mutating func speakCases(_ table: MathTree.Table) {
        let rows = table.rows.filter { row in tree.children(row).contains { !items($0).isEmpty } }
        say("\(SpokenSigns.cardinal(rows.count)) case\(rows.count == 1 ? "" : "s"):", "\(rows.count) 种情况：")
        for (r, row) in rows.enumerated() {
            if r > 0 { say(";", "；") }
            for (c, cell) in tree.children(row).enumerated() {
                if c > 0, !items(cell).isEmpty {
                    if let last = words.last, Speaker.isPause(last) { words.removeLast() }
                    let isWorded = beginsWithWords(cell)
                    if isChinese { pause() }
                    if !isWorded { say("if", "当") }
                    speakEnclosedPart(cell)
                    if !isWorded { say("", "时") }
                } else {
                    speakEnclosedPart(cell)
                }
            }
        }
    }

    private func beginsWithWords(_ id: ID) -> Bool {
        guard let first = items(id).first else { return false }
        switch tree[first].kind {
        case .text, .operatorName: return true
        case .styled(_, let body): return word(body) != nil
        case .row: return beginsWithWords(first)
        default: return false
        }
    }

    private mutating func speakMatrix(_ table: MathTree.Table) {
        let rows = table.rows.count
        let columns = table.rows.map(\.count).max() ?? 0
        let isDeterminant = table.environment.hasPrefix("vmatrix")
        if isDeterminant, !isChinese { say("the determinant of") }
        if columns == 1 {
            say("the column vector", "列向量")
        } else if rows == 1 {
            say("the row vector", "行向量")
        } else {
            say(
                "the \(SpokenSigns.cardinal(rows)) by \(SpokenSigns.cardinal(columns)) matrix with rows",
                "\(rows) 行 \(columns) 列矩阵，")
        }
        for (r, row) in table.rows.enumerated() {
            if columns > 1, rows > 1 {
                if r > 0 { say(";", "；") }
                if isChinese { say("第 \(r + 1) 行") }
            } else if r > 0 {
                pause()
            }
            for (c, cell) in tree.children(row).enumerated() {
                if c > 0 { pause() }
                speakEnclosedPart(cell)
            }
            for note in r < table.rowNotes.count ? table.rowNotes[r] : [] { speak(note) }
        }
        if isDeterminant { say("", "的行列式") }
        if isFollowed { isChinese ? pause() : say("end matrix") }
    }
}
