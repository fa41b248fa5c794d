import Source

/// What a cell says about itself, or about its row.
enum CellCommand: Sendable, Equatable {
    /// `\multicolumn{2}{c|}{x}`
    case multicolumn
    /// `\cellcolor[model]{colour}`, `\rowcolor`
    case colour, rowColour
    /// `\hdotsfor{3}`
    case dots
}

extension CommandTable {
    static let cells: [(String, Command)] = [
        ("multicolumn", .cell(.multicolumn)), ("cellcolor", .cell(.colour)), ("rowcolor", .cell(.rowColour)),
        ("hdotsfor", .cell(.dots)),
    ]
}

extension Parser {
    mutating func parseCell(_ form: CellCommand, from start: Int) -> ID? {
        guard contexts.last?.kind == .cell else {
            return report(
                .misplacedAlignment, at: range(from: start), "\(sourceName(at: start)) stands outside the cells of an environment")
        }
        var cell = rare.cellForm ?? MathTree.Table.CellForm()
        switch form {
        case .multicolumn:
            guard let span = parseSpan(from: start), let columns = rawArgument("the column", from: start) else { return nil }
            var parsed = parseColumns(columns.bytes, columns.range)
            // Rules right of the column stand in one more without cells.
            if parsed.count == 2, parsed[1].rulesBefore > 0 {
                cell.rulesAfter = parsed[1].rulesBefore
                parsed.removeLast()
            }
            cell.span = span
            cell.column = parsed.first
            rare.cellForm = cell
            return parseArgument("the cell", from: start)
        case .colour, .rowColour:
            guard let colour = parseColour(for: "\\cellcolor") else { return nil }
            cell.colour = colour
            if form == .rowColour { rare.rowColour = colour }
            rare.cellForm = cell
            return nil
        case .dots:
            _ = rawOptional()
            guard let span = parseSpan(from: start) else { return nil }
            cell.span = span
            rare.cellForm = cell
            let first = pending.count
            for _ in 0..<min(span * 3, 60) { pending.append(add(.atom(MathTree.Atom(0x2026, .inner)), range(from: start))) }
            return makeRow(from: first, range(from: start))
        }
    }

    private mutating func parseSpan(from start: Int) -> Int? {
        guard let raw = rawArgument("the number of columns", from: start) else { return nil }
        guard let span = Int(String(decoding: raw.bytes.filter { $0 > 0x20 }, as: UTF8.self)), (1...256).contains(span) else {
            pending.append(report(.badArgument, at: raw.range, "expected a number of columns"))
            return nil
        }
        return span
    }

    /// `\hline`, `\cline{2-3}`, `\hhline{=~-}` and their like at the beginning of a row.
    mutating func parseRules(of open: inout OpenTable) -> Int {
        var rules = 0
        while true {
            let start = here
            if takeCommand("hdashline") {
                open.table.dashedRules.insert(open.table.rows.count)
                rules += 1
            } else if takeCommand("hline") || takeCommand("toprule") || takeCommand("midrule")
                || takeCommand("bottomrule")
            {
                rules += 1
            } else if takeCommand("cline") || takeCommand("cmidrule") {
                skipTrim()
                guard let raw = rawArgument("the columns", from: start) else { return rules }
                let ends = raw.bytes.filter { $0 > 0x20 }.split(separator: UInt8(ascii: "-"))
                    .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
                guard ends.count == 2, (1...256).contains(ends[0]), (ends[0]...256).contains(ends[1]) else {
                    pending.append(report(.badArgument, at: raw.range, "expected two columns, such as 2-3"))
                    continue
                }
                open.table.partialRules.append(.init(row: open.table.rows.count, columns: (ends[0] - 1)..<ends[1]))
            } else if takeCommand("hhline") {
                guard let raw = rawArgument("the pattern", from: start) else { return rules }
                var column = 0
                for byte in raw.bytes.prefix(512) {
                    switch byte {
                    case UInt8(ascii: "-"), UInt8(ascii: "="):
                        open.table.partialRules.append(.init(row: open.table.rows.count, columns: column..<(column + 1)))
                        column += 1
                    case UInt8(ascii: "~"): column += 1
                    case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "t"), UInt8(ascii: "b"), 0x20: break
                    default:
                        pending.append(report(.badArgument, at: raw.range, "the pattern of \\hhline does not parse", help: "-, =, ~ and |"))
                        return rules
                    }
                }
            } else {
                return rules
            }
        }
    }

    /// `(lr)` of `\cmidrule(lr){1-2}`.
    private mutating func skipTrim() {
        skipSpaces()
        guard peek() == UInt8(ascii: "(") else { return }
        while !isAtEnd, peek() != UInt8(ascii: ")") { position += 1 }
        if peek() == UInt8(ascii: ")") { position += 1 }
    }

    /// Takes the form that the cell just read gave itself.
    mutating func keepCellForm(in open: inout OpenTable, cell: Int) {
        if var form = rare.cellForm {
            form.row = open.table.rows.count
            form.cell = cell
            open.table.cellForms.append(form)
        } else if let rowColour = rare.rowColour {
            var form = MathTree.Table.CellForm()
            form.row = open.table.rows.count
            form.cell = cell
            form.colour = rowColour
            open.table.cellForms.append(form)
        }
        rare.cellForm = nil
    }
}
