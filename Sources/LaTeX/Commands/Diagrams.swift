import Source

/// `\begin{CD} A @>f>> B \\ @VVV @AAA \\ C @= D \end{CD}` (amscd).
///
/// A diagram is rewritten as an array whose arrows are extensible ones and read in its place, as a macro's expansion
/// is: everything in it has the range of the whole.
extension Parser {
    mutating func parseDiagram(_ opening: ByteRange, from start: Int) -> ID {
        guard let body = diagramBody() else {
            let first = pending.count
            pending.append(
                report(
                    .environmentMismatch, at: .empty(at: sourceCount), "expected \\end{CD} at the end of the formula",
                    related: [Related(at: opening, "this environment is never closed")]))
            return makeRow(from: first, range(from: start))
        }
        let whole = range(from: start)
        var fault: Int?
        guard let array = Parser.diagramArray(body, &fault) else {
            return report(
                .badArgument, at: fault.flatMap { Excerpt(body[$0...].prefix(2)).range } ?? whole, "an arrow of the diagram does not parse",
                help: "@>above>below>, @<<<, @VleftVrightV, @AAA, @=, @| or @.", related: [Related(at: opening, "the diagram")])
        }
        expansions += 1
        if expansions > limits.macroExpansions || text.count > sourceCount + (1 << 20) {
            let error = report(.macroLimit, at: whole, "more than \(limits.macroExpansions) expansions in one formula")
            abort()
            return error
        }
        push(array, use: whole)
        return parsePrimitive(as: "diagram") ?? emptyRow(at: start)
    }

    /// The bytes up to `\end{CD}`, which is taken; `nil`, everything taken, when it is missing.
    private mutating func diagramBody() -> Excerpt? {
        var body = Excerpt()
        while true {
            let c = peek()
            if isAtEnd { return nil }
            if c == UInt8(ascii: "\\"), hasPrefix("\\end{CD}") {
                position += 8
                return body
            }
            body.append(c, at: placed(position))
            position += 1
            if c == UInt8(ascii: "\\"), position < limit {
                body.append(text[position], at: placed(position))
                position += 1
            }
        }
    }

    private static func diagramArray(_ body: Excerpt, _ fault: inout Int?) -> Excerpt? {
        var rows: [[Excerpt]] = []
        for line in lines(body) {
            guard let row = diagramRow(line, &fault) else { return nil }
            rows.append(row)
        }
        if let last = rows.last, last.allSatisfy({ $0.allSatisfy { $0 <= 0x20 } }) { rows.removeLast() }
        let columns = rows.map(\.count).max() ?? 1
        var array = latex("{\\begin{array}{", String(repeating: "c", count: max(columns, 1)), "}")
        for row in rows {
            array += row.joined(by: "&")
            array += "\\\\".utf8
        }
        array += "\\end{array}}".utf8
        return array
    }

    /// Splits at `\\` outside braces.
    private static func lines(_ body: Excerpt) -> [Slice<Excerpt>] {
        var lines: [Slice<Excerpt>] = []
        var depth = 0
        var start = 0
        var i = 0
        while i < body.count {
            switch body[i] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\\"):
                if i + 1 < body.count, body[i + 1] == UInt8(ascii: "\\"), depth == 0 {
                    lines.append(body[start..<i])
                    start = i + 2
                }
                i += 1
            default: break
            }
            i += 1
        }
        lines.append(body[min(start, body.count)...])
        return lines
    }

    /// Objects and arrows by turns; `nil` for an arrow that is not complete.
    private static func diagramRow(_ line: Slice<Excerpt>, _ fault: inout Int?) -> [Excerpt]? {
        var cells: [Excerpt] = []
        var object = Excerpt()
        var isVertical = false
        var i = line.startIndex
        var depth = 0
        while i < line.endIndex {
            let c = line[i]
            if c == UInt8(ascii: "{") { depth += 1 }
            if c == UInt8(ascii: "}") { depth -= 1 }
            guard c == UInt8(ascii: "@"), depth == 0 else {
                object += line[i..<(i + 1)]
                i += 1
                continue
            }
            fault = i
            guard i + 1 < line.endIndex else { return nil }
            let kind = line[i + 1]
            i += 2
            var labels: [Excerpt] = []
            switch kind {
            case UInt8(ascii: "="), UInt8(ascii: "|"), UInt8(ascii: "."): break
            case UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "V"), UInt8(ascii: "A"):
                while labels.count < 2 {
                    guard let end = labelEnd(line, i, kind) else { return nil }
                    labels.append(Excerpt(line[i..<end]))
                    i = end + 1
                }
            default: return nil
            }
            if kind == UInt8(ascii: "V") || kind == UInt8(ascii: "A") || kind == UInt8(ascii: "|") { isVertical = true }
            let arrow = diagramArrow(kind, labels)
            if isVertical || (kind == UInt8(ascii: ".") && cells.isEmpty && object.allSatisfy { $0 <= 0x20 }) {
                cells += [arrow, []]
            } else {
                cells += [object, arrow]
            }
            object = []
        }
        if isVertical {
            if cells.last?.isEmpty == true { cells.removeLast() }
        } else {
            cells.append(object)
        }
        return cells
    }

    private static func labelEnd(_ line: Slice<Excerpt>, _ start: Int, _ mark: UInt8) -> Int? {
        var depth = 0
        for k in start..<line.endIndex {
            if line[k] == UInt8(ascii: "{") { depth += 1 }
            if line[k] == UInt8(ascii: "}") { depth -= 1 }
            if line[k] == mark, depth == 0 { return k }
        }
        return nil
    }

    private static func diagramArrow(_ kind: UInt8, _ labels: [Excerpt]) -> Excerpt {
        let first = labels.first ?? []
        var second = labels.last ?? []
        let isAcross = kind == UInt8(ascii: ">") || kind == UInt8(ascii: "<")
        // The arrow fills the room between two columns, also under a short label.
        if isAcross, first.count + second.count < 12 { second = latex("\\hspace{1.8em}", second, "\\hspace{1.8em}") }
        switch kind {
        case UInt8(ascii: ">"): return latex("\\xrightarrow[{", second, "}]{", first, "}")
        case UInt8(ascii: "<"): return latex("\\xleftarrow[{", second, "}]{", first, "}")
        case UInt8(ascii: "="): return latex("\\xlongequal{}")
        case UInt8(ascii: "V"), UInt8(ascii: "A"):
            let sign = kind == UInt8(ascii: "V") ? "\\Big\\downarrow" : "\\Big\\uparrow"
            return latex("{\\scriptstyle ", first, "}", sign, "{\\scriptstyle ", second, "}")
        case UInt8(ascii: "|"): return latex("\\Big\\|")
        default: return []
        }
    }
}
