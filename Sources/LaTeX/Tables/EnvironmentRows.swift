import Source

/// What one environment has gathered so far.
struct OpenTable {
    var table: MathTree.Table
    var form: EnvironmentForm
    var opening: ByteRange
    /// Cells that a row may have.
    var maximum: Int
    /// A row that is too long is an error (an `array` only widens).
    var isStrict: Bool
    var widest = 0
    var rules = 0
}

extension Parser {
    /// Reads rows up to `\end`. An error node when the environment is not closed.
    mutating func readRows(of open: inout OpenTable) -> ID? {
        (rare.cellForm, rare.rowColour) = (nil, nil)
        open.rules = parseRules(of: &open)
        parseWordsBetweenRows(of: &open)
        var rowStart = pending.count
        rowNotes = []
        var excess = false
        while true {
            (rare.environment, rare.cellStart) = (open.table.environment, pending.count)
            let cell = parseRow(Context(kind: .cell, opening: open.opening))
            pending.append(unwrapped(cell))
            countCell(open.opening)
            keepCellForm(in: &open, cell: pending.count - 1 - rowStart)
            let c = peek()
            if c == UInt8(ascii: "&") {
                let mark = ByteRange(here, here + 1)
                position += 1
                if frames.isEmpty, hasPrefix("amp;") { position += 4 }
                if open.isStrict, !excess, pending.count - rowStart >= open.maximum {
                    excess = true
                    pending.append(
                        report(
                            .misplacedAlignment, at: mark,
                            "too many cells: a row of \(open.table.environment) has at most \(open.maximum)",
                            related: [Related(at: open.opening, "the environment")]))
                }
                continue
            }
            if let takesGap = takeNewline() {
                let gap = takesGap ? parseGap() ?? 0 : 0
                closeRow(of: &open, from: rowStart, gap: gap)
                rare.rowColour = nil
                open.rules = parseRules(of: &open)
                parseWordsBetweenRows(of: &open)
                rowStart = pending.count
                rowNotes = []
                excess = false
                continue
            }
            // \end, or a fault.
            let isEmpty = pending.count == rowStart + 1 && isEmptyRow(pending[rowStart]) && rowNotes.isEmpty
            if isEmpty {
                pending.removeLast()
            } else {
                closeRow(of: &open, from: rowStart, gap: 0)
                open.rules = 0
            }
            open.table.rules.append(open.rules)
            if isNext("end") { return nil }
            guard !isAborted else { return nil }
            return report(
                .environmentMismatch, at: .empty(at: isAtEnd ? sourceCount : here),
                "expected \\end{\(open.table.environment)} \(beforeWhat())",
                related: [Related(at: open.opening, "this environment is never closed")])
        }
    }

    mutating func countCell(_ opening: ByteRange) {
        cells += 1
        guard cells > limits.formulaCells, !isAborted else { return }
        pending.append(tooManyCells(at: opening))
        abort()
    }

    mutating func tooManyCells(at range: ByteRange) -> ID {
        report(.formulaLimit, at: range, "more than \(limits.formulaCells) cells in one formula")
    }

    mutating func isEmptyRow(_ id: ID) -> Bool {
        if case .row(let list) = tree[id].kind { return list.isEmpty }
        return false
    }

    mutating func closeRow(of open: inout OpenTable, from rowStart: Int, gap: Double) {
        if !rare.labels.isEmpty, open.table.isNumbered {
            let tag = rowNotes.first {
                if case .tag = tree[$0].kind { return true }
                return false
            }
            if let number = settleLabels(tag: tag, isNumbered: true) { rowNotes.append(number) }
        }
        let start = UInt32(truncatingIfNeeded: tree.lists.count)
        for k in rowStart..<pending.count { tree.lists.append(pending[k]) }
        open.widest = max(open.widest, pending.count - rowStart)
        pending.removeAll(from: rowStart)
        open.table.rows.append(start..<UInt32(truncatingIfNeeded: tree.lists.count))
        open.table.rowNotes.append(rowNotes)
        open.table.rowGaps.append(gap)
        open.table.rules.append(open.rules)
    }

    /// Takes `\\`, after which a gap may stand, or plain TeX's `\cr`, after which none may.
    mutating func takeNewline() -> Bool? { takeCommand("\\") ? true : takeCommand("cr") ? false : nil }

    /// `\intertext{and}`: a row of its own, across all columns.
    private mutating func parseWordsBetweenRows(of open: inout OpenTable) {
        while true {
            let start = here
            guard takeCommand("intertext") || takeCommand("shortintertext") else { return }
            let rowStart = pending.count
            let words = parseText(.normal, from: start)
            // As wide as nothing, so that the columns keep their widths.
            pending.append(add(.enclosed(.rightLap, body: words), range(from: start)))
            var form = MathTree.Table.CellForm()
            form.row = open.table.rows.count
            form.column = .init(.left)
            open.table.cellForms.append(form)
            closeRow(of: &open, from: rowStart, gap: 0)
            open.rules = parseRules(of: &open)
        }
    }

    /// `[2pt]` right after `\\`, in em.
    mutating func parseGap() -> Double? {
        guard peek() == UInt8(ascii: "[") else { return nil }
        let start = here
        guard let raw = rawOptional() else {
            position += 1
            pending.append(
                report(
                    .badArgument, at: range(from: start), "expected a length and ] after \\\\[",
                    help: "write \\\\{}[ for a bracket at the beginning of a line"))
            return nil
        }
        let inner = ByteRange(raw.range.lower + 1, max(raw.range.lower + 1, raw.range.upper - 1))
        return length(raw.bytes, at: inner)
    }

    func finishColumns(of open: inout OpenTable) {
        guard open.table.columns.isEmpty else { return }
        switch open.form {
        case .cases:
            open.table.columns = [.init(.left), .init(.left)]
        case .aligned, .alignedAt, .split:
            open.table.columns = (0..<max(open.widest, 1)).map { .init($0 % 2 == 0 ? .right : .left) }
        case .matrix, .array, .gathered, .equation, .subarray, .diagram:
            open.table.columns = [.init(.center)]
        }
    }
}
