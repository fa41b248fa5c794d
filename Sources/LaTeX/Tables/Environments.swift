import Source

enum EnvironmentCommand: Sendable, Equatable {
    case begin, end
    /// `\\`, `\cr`: ends a row, or breaks a line outside an environment.
    case newline
    /// `\newline`: always breaks a line.
    case lineBreak
    case rule
    /// `\intertext{and}`: words between two rows.
    case words
    case substack
    /// `\matrix{a&b\cr c&d}`: an environment in plain TeX's form.
    case plain(StaticString)

    static func == (a: EnvironmentCommand, b: EnvironmentCommand) -> Bool {
        switch (a, b) {
        case (.begin, .begin), (.end, .end), (.newline, .newline), (.lineBreak, .lineBreak), (.rule, .rule),
            (.substack, .substack), (.words, .words):
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
        ("hdashline", .environment(.rule)), ("cline", .environment(.rule)), ("hhline", .environment(.rule)),
        ("toprule", .environment(.rule)), ("midrule", .environment(.rule)), ("bottomrule", .environment(.rule)),
        ("cmidrule", .environment(.rule)), ("intertext", .environment(.words)), ("shortintertext", .environment(.words)),
        ("substack", .environment(.substack)),
        ("matrix", .environment(.plain("matrix"))), ("pmatrix", .environment(.plain("pmatrix"))),
        ("bmatrix", .environment(.plain("bmatrix"))), ("cases", .environment(.plain("cases"))),
        ("Bmatrix", .environment(.plain("Bmatrix"))), ("vmatrix", .environment(.plain("vmatrix"))),
        ("Vmatrix", .environment(.plain("Vmatrix"))), ("smallmatrix", .environment(.plain("smallmatrix"))),
        ("array", .environment(.plain("matrix"))), ("split", .environment(.plain("split"))),
        ("align", .environment(.plain("aligned"))), ("eqalignno", .environment(.plain("aligned"))),
        ("leqalignno", .environment(.plain("aligned"))),
        ("eqalign", .environment(.plain("aligned"))), ("displaylines", .environment(.plain("gathered"))),
    ]

    /// Environments by name; a star belongs to the name.
    static let environmentForms: [(name: String, form: EnvironmentForm)] = [
        ("matrix", .matrix), ("pmatrix", .matrix), ("bmatrix", .matrix), ("Bmatrix", .matrix), ("vmatrix", .matrix),
        ("Vmatrix", .matrix), ("matrix*", .matrix), ("pmatrix*", .matrix), ("bmatrix*", .matrix),
        ("Bmatrix*", .matrix), ("vmatrix*", .matrix), ("Vmatrix*", .matrix), ("smallmatrix", .matrix),
        ("psmallmatrix", .matrix), ("bsmallmatrix", .matrix), ("Bsmallmatrix", .matrix), ("vsmallmatrix", .matrix),
        ("Vsmallmatrix", .matrix), ("smallmatrix*", .matrix), ("psmallmatrix*", .matrix), ("bsmallmatrix*", .matrix),
        ("Bsmallmatrix*", .matrix), ("vsmallmatrix*", .matrix), ("Vsmallmatrix*", .matrix),
        ("array", .array), ("darray", .array), ("subarray", .subarray), ("crampedsubarray", .subarray), ("cases", .cases), ("dcases", .cases),
        ("rcases", .cases), ("drcases", .cases), ("align", .aligned), ("align*", .aligned), ("aligned", .aligned),
        ("eqnarray", .array), ("eqnarray*", .array), ("flalign", .aligned), ("flalign*", .aligned),
        ("split", .split), ("alignat", .alignedAt), ("alignat*", .alignedAt), ("alignedat", .alignedAt),
        ("gather", .gathered), ("gather*", .gathered), ("gathered", .gathered), ("multline", .gathered),
        ("multline*", .gathered), ("equation", .equation), ("equation*", .equation), ("displaymath", .equation),
        ("math", .equation), ("CD", .diagram), ("multlined", .gathered), ("lgathered", .gathered), ("rgathered", .gathered),
        ("xalignat", .alignedAt), ("xalignat*", .alignedAt), ("xxalignat", .alignedAt), ("dmath", .gathered),
        ("dmath*", .gathered), ("IEEEeqnarray", .array), ("IEEEeqnarray*", .array),
    ]

    private static let formsByName = Dictionary(environmentForms.map { ($0.name, $0.form) }) { first, _ in first }

    static func form(of environment: String) -> EnvironmentForm? { formsByName[environment] }
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
        case .rule, .words:
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
        case .rule, .words, .end: nil
        }
    }

    // MARK: \begin … \end

    private mutating func parseBegin(from start: Int) -> ID {
        guard let (name, nameRange) = environmentName(from: start) else { return pending.popLast() ?? emptyRow(at: start) }
        let opening = range(from: start)
        var form = CommandTable.form(of: name)
        var errors: [ID] = []
        if let node = parseWrittenEnvironment(name, opening, from: start) { return node }
        if form == nil {
            let help = nearestEnvironment(to: Array(name.utf8)).map { "did you mean \($0)?" }
            errors.append(report(.unknownEnvironment, at: nameRange, "\(name) is not an environment", help: help))
            form = .matrix
        }
        var open = OpenTable(
            table: MathTree.Table(environment: name), form: form ?? .matrix, opening: opening, maximum: .max,
            isStrict: false)
        if !macros.definitions.isEmpty, let stretch = macros.definitions["arraystretch"],
            let factor = Double(String(decoding: stretch.body.filter { $0 > 0x20 }, as: UTF8.self)), (0.1...10).contains(factor)
        {
            open.table.stretch = factor
        }
        if form == .diagram { return parseDiagram(opening, from: start) }
        if errors.isEmpty { readPreamble(of: &open, name, from: start) }
        let savedSingle = isSingleRow
        let savedNotes = rowNotes
        let savedForm = (rare.cellForm, rare.rowColour)
        let savedCell = (rare.environment, rare.cellStart)
        isSingleRow = open.form == .equation
        let fault = readRows(of: &open)
        isSingleRow = savedSingle
        rowNotes = savedNotes
        (rare.cellForm, rare.rowColour) = savedForm
        (rare.environment, rare.cellStart) = savedCell
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

    /// `{name}` with the range of the name; `nil` with an error pending where there is none.
    private mutating func environmentName(from start: Int) -> (name: String, range: ByteRange)? {
        skipSpaces()
        if peek() == UInt8(ascii: "{"), frames.isEmpty {
            var end = position + 1
            while end < limit, (text[end] | 0x20) &- 0x61 < 26 || text[end] == UInt8(ascii: "*") { end += 1 }
            if end < limit, text[end] == UInt8(ascii: "}") {
                let range = ByteRange(position + 1, end)
                position = end + 1
                return (String(decoding: text[range.range], as: UTF8.self), range)
            }
        }
        guard let raw = rawArgument("the environment's name", from: start) else { return nil }
        return (String(decoding: raw.bytes, as: UTF8.self), raw.range)
    }

    /// `\end{name}`.
    private mutating func readEnd(of open: OpenTable, _ name: String) -> [ID] {
        guard !isAborted else { return [] }
        let start = here
        guard takeCommand("end") else { return [] }
        guard let (closing, _) = environmentName(from: start) else { return pending.popLast().map { [$0] } ?? [] }
        guard closing != name else { return [] }
        return [
            report(
                .environmentMismatch, at: range(from: start), "expected \\end{\(name)}, found \\end{\(closing)}",
                related: [Related(at: open.opening, "opened here")])
        ]
    }
}
