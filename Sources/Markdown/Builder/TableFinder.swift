import Source

/// A table (GFM 4.10) found in the lines of a paragraph.
struct FoundTable {
    /// Lines of the paragraph before the table, as ranges of the masked text.
    var lead: [Range<Int>]
    var columns: [NoteTree.Alignment]
    /// Header first; each row's range and cells; missing cells are empty at the row's end.
    var rows: [Row]
    /// A setext underline that turned out to be a thematic break behind the table.
    var breakLine: Range<Int>?

    struct Row {
        var range: Range<Int>
        var cells: [Range<Int>]
    }
}

struct TableFinder {
    enum Result {
        case none
        case table(FoundTable)
        case tooLarge(at: Range<Int>, String)
    }

    let bytes: [UInt8]
    let limits: Limits

    /// `lines` are the paragraph's, without container prefixes and line endings.
    func find(in lines: [Range<Int>]) -> Result {
        guard lines.count >= 2 else { return .none }
        for k in 1..<lines.count {
            guard let columns = delimiterRow(lines[k]) else { continue }
            let header = cells(lines[k - 1], limit: columns.count + 1)
            // Past the limit neither row is counted to its end.
            let isTooWide = columns.count > limits.tableColumns && header.count > limits.tableColumns
            guard header.count == columns.count || isTooWide, lines[k].contains(where: { bytes[$0] == UInt8(ascii: "|") })
                || lines[k - 1].contains(where: { bytes[$0] == UInt8(ascii: "|") })
            else { continue }
            if isTooWide {
                return .tooLarge(at: lines[k], "a table of more than \(limits.tableColumns) columns")
            }
            let count = columns.count * (lines.count - k)
            if count > limits.tableCells {
                return .tooLarge(at: lines[k], "a table of \(count) cells; the limit is \(limits.tableCells)")
            }
            var rows = [FoundTable.Row(range: lines[k - 1], cells: header)]
            for line in lines[(k + 1)...] {
                var row = cells(line, limit: columns.count)
                while row.count < columns.count { row.append(line.upperBound..<line.upperBound) }
                rows.append(.init(range: line, cells: row))
            }
            return .table(FoundTable(lead: Array(lines[..<(k - 1)]), columns: columns, rows: rows))
        }
        return .none
    }

    private func delimiterRow(_ line: Range<Int>) -> [NoteTree.Alignment]? {
        for i in line {
            switch bytes[i] {
            case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), Byte.space, Byte.tab: continue
            default: return nil
            }
        }
        var columns: [NoteTree.Alignment] = []
        for cell in cells(line, limit: limits.tableColumns + 1) {
            guard !cell.isEmpty else { return nil }
            var inner = cell
            let left = bytes[inner.lowerBound] == UInt8(ascii: ":")
            if left { inner = inner.lowerBound + 1..<inner.upperBound }
            let right = !inner.isEmpty && bytes[inner.upperBound - 1] == UInt8(ascii: ":")
            if right { inner = inner.lowerBound..<inner.upperBound - 1 }
            guard !inner.isEmpty, inner.allSatisfy({ bytes[$0] == UInt8(ascii: "-") }) else { return nil }
            columns.append(left ? (right ? .center : .left) : right ? .right : .none)
        }
        return columns.isEmpty ? nil : columns
    }

    /// Cells between unescaped bars outside code spans, trimmed; at most `limit`.
    func cells(_ line: Range<Int>, limit: Int) -> [Range<Int>] {
        var i = line.lowerBound
        var end = line.upperBound
        while i < end, Byte.isBlank(bytes[i]) { i += 1 }
        while end > i, Byte.isSpace(bytes[end - 1]) { end -= 1 }
        if i < end, bytes[i] == UInt8(ascii: "|") { i += 1 }
        var cells: [Range<Int>] = []
        var start = i
        var lastRun: [Int: Int]?
        while i < end, cells.count < limit {
            let c = bytes[i]
            if c == Byte.backslash {
                i += 2
            } else if c == Byte.backtick {
                let run = i
                while i < end, bytes[i] == Byte.backtick { i += 1 }
                let runs = lastRun ?? runPositions(run, end)
                lastRun = runs
                if let last = runs[i - run], last > run, let stop = codeEnd(i, i - run, end) { i = stop }
            } else if c == UInt8(ascii: "|") {
                cells.append(trim(start, i))
                i += 1
                start = i
            } else {
                i += 1
            }
        }
        if cells.count < limit, start < end { cells.append(trim(start, end)) }
        return cells
    }

    private func runPositions(_ start: Int, _ end: Int) -> [Int: Int] {
        var positions: [Int: Int] = [:]
        var i = start
        while i < end {
            guard bytes[i] == Byte.backtick else {
                i += 1
                continue
            }
            let run = i
            while i < end, bytes[i] == Byte.backtick { i += 1 }
            positions[i - run] = run
        }
        return positions
    }

    private func codeEnd(_ from: Int, _ count: Int, _ end: Int) -> Int? {
        var i = from
        while i < end {
            guard bytes[i] == Byte.backtick else {
                i += 1
                continue
            }
            let run = i
            while i < end, bytes[i] == Byte.backtick { i += 1 }
            if i - run == count { return i }
        }
        return nil
    }

    private func trim(_ start: Int, _ end: Int) -> Range<Int> {
        var from = start
        var to = end
        while from < to, Byte.isBlank(bytes[from]) { from += 1 }
        while to > from, Byte.isBlank(bytes[to - 1]) { to -= 1 }
        return from..<to
    }
}
