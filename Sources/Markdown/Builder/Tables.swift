import Source

/// GFM tables: found in the lines of paragraphs, their cells parsed together as one side document.
extension TreeBuilder {
    mutating func prepareTables(_ events: [CMarkEvent]) {
        var found: [(index: Int, table: FoundTable)] = []
        var quotes = 0
        for (index, event) in events.enumerated() {
            switch event.kind {
            case .blockQuote: quotes += event.phase == .enter ? 1 : -1
            case .paragraph where event.phase == .enter:
                find(index, event, quotes, event.endLine, &found)
            case .heading where event.phase == .enter:
                guard let underline = underline(event) else { continue }
                find(index, event, quotes, underline - 1, underline: underline, &found)
            default: break
            }
        }
        guard !found.isEmpty else { return }
        var side: [UInt8] = []
        var paragraphs = 0
        for (_, table) in found {
            for range in table.lead { append(range, to: &side, isFirst: range == table.lead.first) }
            if !table.lead.isEmpty { end(&side, &paragraphs) }
            for row in table.rows {
                for cell in row.cells where !cell.isEmpty {
                    append(cell, to: &side, isFirst: true)
                    end(&side, &paragraphs)
                }
            }
        }
        for definition in scan.definitions {
            side.append(contentsOf: [Byte.newline, Byte.newline])
            side.append(contentsOf: definition.text)
        }
        var parsed = parse(side, count: paragraphs)[...]
        for (index, table) in found {
            let lead = table.lead.isEmpty ? [] : parsed.popFirst() ?? []
            var cells: [[InlineItem]] = []
            for row in table.rows {
                for cell in row.cells { cells.append(cell.isEmpty ? [] : parsed.popFirst() ?? []) }
            }
            tables[index] = PreparedTable(table: table, lead: lead, cells: cells)
        }
    }

    private mutating func find(
        _ index: Int, _ event: CMarkEvent, _ quotes: Int, _ last: Int, underline: Int? = nil,
        _ found: inout [(index: Int, table: FoundTable)]
    ) {
        guard last > event.startLine else { return }
        var lines: [Range<Int>] = []
        for line in event.startLine...last {
            let content = lineContent(line)
            if line == event.startLine {
                let start = min(offset(line: line, column: event.startColumn), content.upperBound)
                lines.append(start..<content.upperBound)
            } else {
                lines.append(stripped(content, quotes))
            }
        }
        switch TableFinder(bytes: masked.bytes, limits: limits).find(in: lines) {
        case .none: break
        case .tooLarge(let at, let words):
            diagnostics.append(Diagnostic(.tableTooLarge, at: masked.original(at.lowerBound, at.upperBound), words))
        case .table(var table):
            if let underline { table.breakLine = stripped(lineContent(underline), quotes) }
            found.append((index, table))
        }
    }

    private func stripped(_ line: Range<Int>, _ quotes: Int) -> Range<Int> {
        var i = line.lowerBound
        var left = quotes
        while i < line.upperBound {
            if Byte.isBlank(masked.bytes[i]) {
                i += 1
            } else if left > 0, masked.bytes[i] == UInt8(ascii: ">") {
                left -= 1
                i += 1
            } else {
                break
            }
        }
        return i..<line.upperBound
    }

    /// A paragraph of the side document begins with a letter, so that nothing in it is a block.
    private func append(_ range: Range<Int>, to side: inout [UInt8], isFirst: Bool) {
        side.append(contentsOf: isFirst ? [UInt8(ascii: "x"), Byte.space] : [Byte.newline])
        var i = range.lowerBound
        while i < range.upperBound {
            if masked.bytes[i] == Byte.backslash, i + 1 < range.upperBound {
                if masked.bytes[i + 1] != UInt8(ascii: "|") { side.append(Byte.backslash) }
                side.append(masked.bytes[i + 1])
                i += 2
            } else {
                side.append(masked.bytes[i])
                i += 1
            }
        }
    }

    private func end(_ side: inout [UInt8], _ paragraphs: inout Int) {
        side.append(contentsOf: [Byte.newline, Byte.newline])
        paragraphs += 1
    }

    private mutating func parse(_ side: [UInt8], count: Int) -> [[InlineItem]] {
        var result: [[InlineItem]] = []
        var collector = newCollector()
        var rejectedMarks: [Int] = []
        var isFirst = true
        let fresh = collector
        CMarkDocument(side).forEachEvent { event in
            guard result.count < count else { return }
            switch event.kind {
            case .paragraph:
                if event.phase == .exit {
                    rejectedMarks.append(contentsOf: collector.rejected)
                    result.append(collector.items)
                }
                collector = fresh
                isFirst = true
            case .text(let bytes) where isFirst:
                isFirst = false
                var event = event
                event.kind = .text(Array(bytes.dropFirst(2)))
                if bytes.count > 2 { collector.add(event) }
            default:
                isFirst = false
                collector.add(event)
            }
        }
        rejected.formUnion(rejectedMarks)
        return result
    }

    mutating func table(_ prepared: PreparedTable, _ place: Range<Int>) {
        let dialects = InlineDialects(dialect: dialect)
        let table = prepared.table
        if let first = table.lead.first, let last = table.lead.last {
            var cursor = SourceCursor(masked.bytes, from: first.lowerBound, to: last.upperBound)
            let children = inlines(dialects.apply(prepared.lead)[...], &cursor)
            add(node(.paragraph, masked.original(first.lowerBound, trimmedEnd(first.lowerBound..<last.upperBound)), children))
        }
        var rows: [NoteTree.ID] = []
        var index = 0
        for (number, row) in table.rows.enumerated() {
            var cells: [NoteTree.ID] = []
            for cell in row.cells {
                var cursor = SourceCursor(masked.bytes, from: cell.lowerBound, to: cell.upperBound)
                let items = index < prepared.cells.count ? prepared.cells[index] : []
                let children = inlines(dialects.apply(items)[...], &cursor)
                cells.append(node(.tableCell, masked.original(cell.lowerBound, cell.upperBound), children))
                index += 1
            }
            rows.append(
                node(.tableRow(isHeader: number == 0), masked.original(row.range.lowerBound, trimmedEnd(row.range)), cells))
        }
        let start = table.rows[0].range.lowerBound
        let stop = table.breakLine == nil ? place.upperBound : table.rows[table.rows.count - 1].range.upperBound
        add(
            node(
                .table(columns: table.columns), masked.original(start, trimmedEnd(start..<max(start, stop))), rows))
        if let line = table.breakLine {
            add(node(.thematicBreak, masked.original(line.lowerBound, trimmedEnd(line))))
        }
    }
}
