import Source

extension Parser {
    /// `\substack{a\\b}`, `\matrix{…}`: rows in braces.
    mutating func parseBraced(
        _ environment: String, form: EnvironmentForm, maximum: Int, from start: Int
    ) -> ID {
        skipSpaces()
        guard peek() == UInt8(ascii: "{") else {
            return parseArgument("the lines", from: start)
        }
        let braceStart = here
        position += 1
        var open = OpenTable(
            table: MathTree.Table(environment: environment), form: form, opening: ByteRange(braceStart, braceStart + 1),
            maximum: maximum, isStrict: true)
        contexts.append(Context(kind: .brace, opening: open.opening))
        defer { contexts.removeLast() }
        let savedSingle = isSingleRow
        let savedNotes = rowNotes
        defer {
            isSingleRow = savedSingle
            rowNotes = savedNotes
        }
        isSingleRow = false
        var fault: ID?
        var rowStart = pending.count
        rowNotes = []
        while true {
            let line = parseRow(Context(kind: .cell, opening: open.opening))
            pending.append(unwrapped(line))
            countCell(open.opening)
            if peek() == UInt8(ascii: "&") {
                let mark = ByteRange(here, here + 1)
                position += 1
                if pending.count - rowStart >= maximum {
                    pending.append(report(.misplacedAlignment, at: mark, "& in \\substack, which has one column"))
                }
                continue
            }
            if takeNewline() != nil {
                closeRow(of: &open, from: rowStart, gap: parseGap() ?? 0)
                rowStart = pending.count
                rowNotes = []
                continue
            }
            if maximum > 1, pending.count == rowStart + 1, isEmptyRow(pending[rowStart]) {
                pending.removeLast()
            } else {
                closeRow(of: &open, from: rowStart, gap: 0)
            }
            if peek() == UInt8(ascii: "}") {
                position += 1
            } else if !isAborted {
                fault = report(
                    .unbalancedBrace, at: .empty(at: isAtEnd ? sourceCount : here), "expected } \(beforeWhat())",
                    related: [Related(at: open.opening, "this { is never closed")])
            }
            break
        }
        open.table.rules.append(0)
        finishColumns(of: &open)
        tree.tables.append(open.table)
        let node = add(.table(UInt32(truncatingIfNeeded: tree.tables.count - 1)), range(from: start))
        guard let fault else { return node }
        let first = pending.count
        pending.append(node)
        pending.append(fault)
        return makeRow(from: first, range(from: start))
    }
}
