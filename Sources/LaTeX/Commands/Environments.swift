import Source

enum EnvironmentCommand: Sendable, Equatable {
    case begin, end
    /// `\\`, `\cr`: ends a row, or breaks a line outside an environment.
    case newline
    /// `\newline`: always breaks a line.
    case lineBreak
    case rule
    case substack
    /// `\matrix{a&b\cr c&d}`: an environment in plain TeX's form.
    case plain(StaticString)

    static func == (a: EnvironmentCommand, b: EnvironmentCommand) -> Bool {
        switch (a, b) {
        case (.begin, .begin), (.end, .end), (.newline, .newline), (.lineBreak, .lineBreak), (.rule, .rule),
            (.substack, .substack):
            true
        case (.plain(let a), .plain(let b)): a.description == b.description
        default: false
        }
    }
}

/// How an environment lays out its cells.
enum EnvironmentForm: Sendable, Equatable {
    /// Centred columns; a starred name takes `[r]`.
    case matrix
    /// Columns from a preamble.
    case array
    case cases
    /// Right and left by turns.
    case aligned
    /// `alignat{2}`: the number of pairs comes first.
    case alignedAt
    case split
    case gathered
    /// One cell in one row.
    case equation
    /// One column, `{l}` or `{c}`.
    case subarray
    /// Commutative diagrams: rewritten as an array.
    case diagram
}

extension CommandTable {
    static let environments: [(String, Command)] = [
        ("begin", .environment(.begin)), ("end", .environment(.end)), ("\\", .environment(.newline)),
        ("cr", .environment(.newline)), ("newline", .environment(.lineBreak)), ("hline", .environment(.rule)),
        ("hdashline", .environment(.rule)), ("substack", .environment(.substack)),
        ("matrix", .environment(.plain("matrix"))), ("pmatrix", .environment(.plain("pmatrix"))),
        ("bmatrix", .environment(.plain("bmatrix"))), ("cases", .environment(.plain("cases"))),
        ("eqalign", .environment(.plain("aligned"))), ("displaylines", .environment(.plain("gathered"))),
    ]

    /// Environments by name; a star belongs to the name.
    static let environmentForms: [(name: String, form: EnvironmentForm)] = [
        ("matrix", .matrix), ("pmatrix", .matrix), ("bmatrix", .matrix), ("Bmatrix", .matrix), ("vmatrix", .matrix),
        ("Vmatrix", .matrix), ("matrix*", .matrix), ("pmatrix*", .matrix), ("bmatrix*", .matrix),
        ("Bmatrix*", .matrix), ("vmatrix*", .matrix), ("Vmatrix*", .matrix), ("smallmatrix", .matrix),
        ("array", .array), ("darray", .array), ("subarray", .subarray), ("cases", .cases), ("dcases", .cases),
        ("rcases", .cases), ("drcases", .cases), ("align", .aligned), ("align*", .aligned), ("aligned", .aligned),
        ("eqnarray", .array), ("eqnarray*", .array), ("flalign", .aligned), ("flalign*", .aligned),
        ("split", .split), ("alignat", .alignedAt), ("alignat*", .alignedAt), ("alignedat", .alignedAt),
        ("gather", .gathered), ("gather*", .gathered), ("gathered", .gathered), ("multline", .gathered),
        ("multline*", .gathered), ("equation", .equation), ("equation*", .equation), ("displaymath", .equation),
        ("math", .equation), ("CD", .diagram),
    ]

    static func form(of environment: String) -> EnvironmentForm? {
        environmentForms.first { $0.name == environment }?.form
    }
}

/// What one environment has gathered so far.
private struct OpenTable {
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
    /// `\begin`, `\end`, `\\` and `\hline` in a row; `false` when the row ends there.
    mutating func parseEnvironmentToken(_ part: EnvironmentCommand, name: Range<Int>, in row: inout Row) -> Bool {
        let start = here
        let kind = contexts.last?.kind
        switch part {
        case .newline:
            if kind == .cell, !isSingleRow { return false }
            position = name.upperBound
            if text[name.lowerBound] != UInt8(ascii: "\\") {
                pending.append(unknownCommand(name, from: start))
                return true
            }
            _ = parseGap()
            closeSegment(&row)
            pending.append(add(.newline, range(from: start)))
            row.hasBase = false
        case .end:
            if kind == .cell || isOpen(.cell) { return false }
            position = name.upperBound
            _ = rawArgument("the name", from: start)
            pending.append(
                report(.environmentMismatch, at: range(from: start), "\\end without a \\begin before it"))
            row.hasBase = true
        case .rule:
            position = name.upperBound
            pending.append(
                report(
                    .misplacedAlignment, at: range(from: start),
                    "\\\(String(decoding: text[name], as: UTF8.self)) may only begin a row of an environment"))
            row.hasBase = true
        default:
            position = name.upperBound
            guard enter() else {
                pending.append(tooDeep(at: start))
                return true
            }
            defer { leave() }
            row.hasBase = true
            if let node = parseEnvironment(part, from: start) { pending.append(node) }
        }
        return true
    }

    mutating func parseEnvironment(_ part: EnvironmentCommand, from start: Int) -> ID? {
        switch part {
        case .begin: parseBegin(from: start)
        case .substack: parseBraced("substack", form: .subarray, maximum: 1, from: start)
        case .plain(let name):
            parseBraced(
                name.description, form: CommandTable.form(of: name.description) ?? .matrix, maximum: .max, from: start)
        case .lineBreak, .newline: add(.newline, range(from: start))
        case .rule, .end: nil
        }
    }

    /// `[2pt]` right after `\\`, in em.
    private mutating func parseGap() -> Double? {
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

    // MARK: \begin … \end

    private mutating func parseBegin(from start: Int) -> ID {
        guard let raw = rawArgument("the environment's name", from: start) else {
            return pending.popLast() ?? emptyRow(at: start)
        }
        let name = String(decoding: raw.bytes, as: UTF8.self)
        let opening = range(from: start)
        var form = CommandTable.form(of: name)
        var errors: [ID] = []
        if form == nil {
            let help = nearestEnvironment(to: raw.bytes).map { "did you mean \($0)?" }
            errors.append(report(.unknownEnvironment, at: raw.range, "\(name) is not an environment", help: help))
            form = .matrix
        }
        var open = OpenTable(
            table: MathTree.Table(environment: name), form: form ?? .matrix, opening: opening, maximum: .max,
            isStrict: false)
        if form == .diagram { return parseDiagram(opening, from: start) }
        if errors.isEmpty { readPreamble(of: &open, name, from: start) }
        let savedSingle = isSingleRow
        let savedNotes = rowNotes
        isSingleRow = open.form == .equation
        let fault = readRows(of: &open)
        isSingleRow = savedSingle
        rowNotes = savedNotes
        if let fault { errors.append(fault) } else { errors.append(contentsOf: readEnd(of: open, name)) }
        finishColumns(of: &open)
        tree.tables.append(open.table)
        let node = add(.table(UInt32(truncatingIfNeeded: tree.tables.count - 1)), range(from: start))
        guard !errors.isEmpty else { return node }
        let first = pending.count
        pending.append(node)
        pending.append(contentsOf: errors)
        return makeRow(from: first, range(from: start))
    }

    private mutating func readPreamble(of open: inout OpenTable, _ name: String, from start: Int) {
        switch open.form {
        case .array where name == "array" || name == "darray":
            skipPlacement()
            guard let raw = rawArgument("the columns", from: start) else { return }
            open.table.columns = parseColumns(raw.bytes, raw.range)
        case .array where name.hasPrefix("eqnarray"):
            open.table.columns = [.init(.right), .init(.center), .init(.left)]
            open.maximum = 3
            open.isStrict = true
        case .matrix where name.hasSuffix("*"):
            guard let raw = rawOptional() else { return }
            let inner = ByteRange(raw.range.lower + 1, max(raw.range.lower + 1, raw.range.upper - 1))
            open.table.columns = parseColumns(raw.bytes.filter { $0 != 0x20 }, inner)
        case .alignedAt:
            skipPlacement()
            guard let raw = rawArgument("the number of pairs", from: start) else { return }
            guard let pairs = Int(String(decoding: raw.bytes.filter { $0 != 0x20 }, as: UTF8.self)), pairs > 0 else {
                pending.append(report(.badArgument, at: raw.range, "expected the number of pairs of columns"))
                return
            }
            open.maximum = min(pairs, limits.formulaCells) * 2
            open.isStrict = true
        case .subarray:
            guard let raw = rawArgument("the column", from: start) else { return }
            open.table.columns = parseColumns(raw.bytes, raw.range)
            if open.table.columns.count > 1 {
                pending.append(report(.badArgument, at: raw.range, "a subarray has one column"))
            }
            open.maximum = 1
            open.isStrict = true
        case .split:
            open.maximum = 2
            open.isStrict = true
        case .equation:
            open.maximum = 1
            open.isStrict = true
        case .aligned, .gathered:
            skipPlacement()
        case .matrix, .array, .cases, .diagram:
            break
        }
    }

    /// `[t]`, `[c]`, `[b]` after `\begin{aligned}`.
    private mutating func skipPlacement() {
        guard position + 2 < limit, text[position] == UInt8(ascii: "["), text[position + 2] == UInt8(ascii: "]") else {
            return
        }
        let c = text[position + 1]
        if c == UInt8(ascii: "t") || c == UInt8(ascii: "c") || c == UInt8(ascii: "b") { position += 3 }
    }

    /// `{c|rl}`, with `*{3}{c}`, `@{}`, `!{}`, `p{2cm}`.
    private mutating func parseColumns(_ bytes: [UInt8], _ range: ByteRange) -> [MathTree.Table.Column] {
        var columns: [MathTree.Table.Column] = []
        var rules = 0
        var i = 0
        var queue = bytes
        var repeats = 0
        func group(at index: Int) -> Range<Int>? {
            guard index < queue.count, queue[index] == UInt8(ascii: "{") else { return nil }
            var depth = 0
            for k in index..<queue.count {
                if queue[k] == UInt8(ascii: "{") { depth += 1 }
                if queue[k] == UInt8(ascii: "}") {
                    depth -= 1
                    if depth == 0 { return (index + 1)..<k }
                }
            }
            return nil
        }
        loop: while i < queue.count, columns.count <= limits.formulaCells {
            let c = queue[i]
            i += 1
            switch c {
            case UInt8(ascii: "l"), UInt8(ascii: "c"), UInt8(ascii: "r"):
                let alignment: MathTree.Table.Column.Alignment =
                    c == UInt8(ascii: "l") ? .left : c == UInt8(ascii: "r") ? .right : .center
                columns.append(.init(alignment, rulesBefore: rules))
                rules = 0
            case UInt8(ascii: "|"), UInt8(ascii: ":"):
                rules += 1
            case 0x20, 0x09, 0x0A, 0x0D:
                continue
            case UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: ">"), UInt8(ascii: "<"):
                guard let inner = group(at: i) else { break loop }
                i = inner.upperBound + 1
            case UInt8(ascii: "p"), UInt8(ascii: "m"), UInt8(ascii: "b"):
                guard let inner = group(at: i) else { break loop }
                i = inner.upperBound + 1
                columns.append(.init(.left, rulesBefore: rules))
                rules = 0
            case UInt8(ascii: "*"):
                guard let count = group(at: i), let pattern = group(at: count.upperBound + 1),
                    let times = Int(String(decoding: queue[count], as: UTF8.self)), times >= 0, times <= 256, repeats < 8
                else { break loop }
                repeats += 1
                let piece = Array(queue[pattern])
                var next: [UInt8] = []
                for _ in 0..<times { next.append(contentsOf: piece) }
                next.append(contentsOf: queue[(pattern.upperBound + 1)...])
                queue = next
                i = 0
            default:
                let shown = String(decoding: [c], as: UTF8.self)
                pending.append(
                    report(.badArgument, at: range, "\(shown) is not a column of an array", help: "l, c, r or |"))
                return columns
            }
        }
        if i < queue.count || (i == queue.count && columns.isEmpty && !queue.isEmpty && rules == 0 && !queue.allSatisfy { $0 == 0x20 }) {
            pending.append(report(.badArgument, at: range, "the columns of the array do not parse", help: "l, c, r or |"))
        }
        if rules > 0 { columns.append(.init(.center, rulesBefore: rules)) }
        return columns
    }

    // MARK: Rows

    /// Reads rows up to `\end`. An error node when the environment is not closed.
    private mutating func readRows(of open: inout OpenTable) -> ID? {
        open.rules = parseRules()
        var rowStart = pending.count
        rowNotes = []
        var excess = false
        while true {
            let cell = parseRow(Context(kind: .cell, opening: open.opening))
            pending.append(unwrapped(cell))
            countCell(open.opening)
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
            if takeNewline() {
                let gap = parseGap() ?? 0
                closeRow(of: &open, from: rowStart, gap: gap)
                open.rules = parseRules()
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

    private mutating func countCell(_ opening: ByteRange) {
        cells += 1
        guard cells > limits.formulaCells, !isAborted else { return }
        pending.append(report(.formulaLimit, at: opening, "more than \(limits.formulaCells) cells in one formula"))
        abort()
    }

    private func isEmptyRow(_ id: ID) -> Bool {
        if case .row(let list) = tree[id].kind { return list.isEmpty }
        return false
    }

    private mutating func closeRow(of open: inout OpenTable, from rowStart: Int, gap: Double) {
        let start = UInt32(truncatingIfNeeded: tree.lists.count)
        tree.lists.append(contentsOf: pending[rowStart...])
        open.widest = max(open.widest, pending.count - rowStart)
        pending.removeSubrange(rowStart...)
        open.table.rows.append(start..<UInt32(truncatingIfNeeded: tree.lists.count))
        open.table.rowNotes.append(rowNotes)
        open.table.rowGaps.append(gap)
        open.table.rules.append(open.rules)
    }

    private mutating func takeNewline() -> Bool { takeCommand("\\") || takeCommand("cr") }

    private mutating func parseRules() -> Int {
        var rules = 0
        while takeCommand("hline") || takeCommand("hdashline") { rules += 1 }
        return rules
    }

    /// `\end{name}`.
    private mutating func readEnd(of open: OpenTable, _ name: String) -> [ID] {
        guard !isAborted else { return [] }
        let start = here
        guard takeCommand("end") else { return [] }
        guard let raw = rawArgument("the environment's name", from: start) else {
            return pending.popLast().map { [$0] } ?? []
        }
        let closing = String(decoding: raw.bytes, as: UTF8.self)
        guard closing != name else { return [] }
        return [
            report(
                .environmentMismatch, at: range(from: start), "expected \\end{\(name)}, found \\end{\(closing)}",
                related: [Related(at: open.opening, "opened here")])
        ]
    }

    private func finishColumns(of open: inout OpenTable) {
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

    /// `\substack{a\\b}`, `\matrix{…}`: rows in braces.
    private mutating func parseBraced(
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
            if takeNewline() {
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
