import Source

/// Environments that are written in terms of others and read in their place, as a macro's expansion is: everything in
/// them has the range of the whole.
enum WrittenEnvironment: Sendable {
    /// The body alone: `subequations`, `center`.
    case group(arguments: Int)
    /// Cells of words.
    case tabular
    /// The second column in words: `cases*`.
    case textCases(StaticString)
    /// `\begin{numcases}{f(x)=}`
    case numberedCases
    case empheq
    case proofTree
    /// `tikzcd`
    case arrowDiagram
}

extension CommandTable {
    static let writtenEnvironments: [(name: String, form: WrittenEnvironment)] = [
        ("subequations", .group(arguments: 0)), ("center", .group(arguments: 0)), ("flushleft", .group(arguments: 0)),
        ("spreadlines", .group(arguments: 1)), ("minipage", .group(arguments: 1)), ("dgroup", .group(arguments: 0)),
        ("dgroup*", .group(arguments: 0)), ("tabular", .tabular), ("tabular*", .tabular), ("cases*", .textCases("cases")),
        ("dcases*", .textCases("dcases")), ("rcases*", .textCases("rcases")), ("drcases*", .textCases("drcases")),
        ("numcases", .numberedCases), ("subnumcases", .numberedCases), ("empheq", .empheq), ("prooftree", .proofTree),
        ("tikzcd", .arrowDiagram),
    ]

    private static let writtenByName = Dictionary(writtenEnvironments.map { ($0.name, $0.form) }) { first, _ in first }

    static func writtenForm(of environment: String) -> WrittenEnvironment? { writtenByName[environment] }
}

extension Parser {
    /// The environment of that name where an author defined it or it is written in terms of others; its `\begin{…}` was
    /// read. `nil` for any other.
    mutating func parseWrittenEnvironment(_ name: String, _ opening: ByteRange, from start: Int) -> ID? {
        if !macros.definitions.isEmpty, let begin = macros.definitions["begin{\(name)}"] {
            guard let arguments = macroArguments(begin, from: start) else { return emptyRow(at: start) }
            let body = Parser.substitute(arguments, into: begin.body)
            let ending = macros.definitions["end{\(name)}"]?.body ?? []
            return readWritten(name, opening, from: start) { _, inside in latex("{", body, " ", inside, ending, "}") }
        }
        guard let form = CommandTable.writtenForm(of: name) else { return nil }
        switch form {
        case .group(let count):
            _ = rawOptional()
            for _ in 0..<count where rawArgument("the argument", from: start) == nil { return emptyRow(at: start) }
            return readWritten(name, opening, from: start) { _, body in latex("{", body, "}") }
        case .tabular:
            if name.hasSuffix("*"), rawArgument("the width", from: start) == nil { return emptyRow(at: start) }
            _ = rawOptional()
            guard let columns = rawArgument("the columns", from: start) else { return emptyRow(at: start) }
            return readWritten(name, opening, from: start) { _, body in
                latex("{\\begin{array}{", columns.excerpt, "}", Parser.textCells(body, from: 0), "\\end{array}}")
            }
        case .textCases(let base):
            return readWritten(name, opening, from: start) { _, body in
                latex("{\\begin{", base, "}", Parser.textCells(body, from: 1), "\\end{", base, "}}")
            }
        case .numberedCases:
            guard let left = rawArgument("what stands on the left", from: start) else { return emptyRow(at: start) }
            return readWritten(name, opening, from: start) { _, body in
                latex("{", left.excerpt, "\\begin{dcases}", Parser.textCells(body, from: 1), "\\end{dcases}}")
            }
        case .empheq:
            let options = rawOptional()?.excerpt ?? []
            guard let inner = rawArgument("the environment", from: start) else { return emptyRow(at: start) }
            return readWritten(name, opening, from: start) { _, body in Parser.empheq(options, inner.excerpt, body) }
        case .proofTree:
            return readWritten(name, opening, from: start) { _, body in Parser.proofTree(body) }
        case .arrowDiagram:
            let limit = limits.formulaCells
            return readWritten(name, opening, from: start) { _, body in ArrowDiagram.tikz(body, cells: limit) }
        }
    }

    /// Reads the body of the environment raw and what `write` makes of it in its place; `nil` from `write` is an error.
    private mutating func readWritten(
        _ name: String, _ opening: ByteRange, from start: Int, _ write: (Int, Excerpt) -> Excerpt?
    ) -> ID {
        guard let body = environmentBody(name) else {
            return report(
                .environmentMismatch, at: .empty(at: sourceCount), "expected \\end{\(name)} at the end of the formula",
                related: [Related(at: opening, "this environment is never closed")])
        }
        let whole = range(from: start)
        guard let written = write(start, body) else {
            // A diagram is refused for its size only.
            return name == "tikzcd" ? tooManyCells(at: whole) : report(.badArgument, at: whole, "the \(name) does not parse")
        }
        guard rewrite(written, from: start) else { return pending.popLast() ?? emptyRow(at: start) }
        return parsePrimitive(as: "environment") ?? emptyRow(at: start)
    }

    /// The bytes up to the `\end{name}` that closes the environment, which is taken; `nil`, everything taken, without one.
    private mutating func environmentBody(_ name: String) -> Excerpt? {
        let begin = latex("\\begin{", name, "}").bytes
        let end = latex("\\end{", name, "}").bytes
        var body = Excerpt()
        var depth = 0
        while true {
            let c = peek()
            if isAtEnd { return nil }
            if c == UInt8(ascii: "\\") {
                if text[position..<limit].starts(with: end) {
                    if depth == 0 {
                        position += end.count
                        return body
                    }
                    depth -= 1
                } else if text[position..<limit].starts(with: begin) {
                    depth += 1
                }
                body.append(c, at: placed(position))
                position += 1
                if position < limit {
                    body.append(text[position], at: placed(position))
                    position += 1
                }
                continue
            }
            body.append(c, at: placed(position))
            position += 1
        }
    }

    /// Lines at `\\` outside braces and inner environments.
    static func lines(of body: Excerpt) -> [Excerpt] {
        var lines: [Excerpt] = [[]]
        var depth = 0
        var i = 0
        while i < body.count {
            let c = body[i]
            if c == UInt8(ascii: "\\"), i + 1 < body.count {
                if body[i + 1] == c, depth <= 0 {
                    lines.append([])
                } else {
                    if body[i...].starts(with: "\\begin".utf8) { depth += 1 }
                    if body[i...].starts(with: "\\end".utf8) { depth -= 1 }
                    lines[lines.count - 1] += body[i...(i + 1)]
                }
                i += 2
                continue
            }
            if c == UInt8(ascii: "{") { depth += 1 }
            if c == UInt8(ascii: "}") { depth -= 1 }
            lines[lines.count - 1] += body[i..<(i + 1)]
            i += 1
        }
        return lines
    }

    /// The rows with the cells from column `first` on as words, where they are words.
    static func textCells(_ body: Excerpt, from first: Int) -> Excerpt {
        lines(of: body).map { line in
            split(line, at: UInt8(ascii: "&")).enumerated().map { $0.offset < first ? $0.element : textCell($0.element) }
                .joined(by: "&")
        }.joined(by: "\\\\")
    }

    private static let ruleNames = ["\\hline", "\\toprule", "\\midrule", "\\bottomrule", "\\hdashline", "\\cline", "\\cmidrule", "\\hhline"]

    /// The cell as words, its rules before them.
    private static func textCell(_ cell: Excerpt) -> Excerpt {
        var i = 0
        while true {
            while i < cell.count, cell[i] <= 0x20 { i += 1 }
            guard let rule = ruleNames.first(where: { cell[i...].starts(with: $0.utf8) }) else { break }
            i += rule.utf8.count
            while i < cell.count, cell[i] == UInt8(ascii: "(") || cell[i] == UInt8(ascii: "{") {
                if cell[i] == UInt8(ascii: "{") {
                    i = (closingBrace(cell, i) ?? cell.count - 1) + 1
                } else {
                    while i < cell.count, cell[i] != UInt8(ascii: ")") { i += 1 }
                    i = min(i + 1, cell.count)
                }
            }
        }
        let rules = cell[..<i]
        let words = cell[i...]
        guard words.contains(where: { $0 > 0x20 }) else { return cell }
        if words.starts(with: "\\multicolumn".utf8) || words.starts(with: "\\text".utf8) || words.starts(with: "\\tag".utf8) { return cell }
        let isMathematics =
            !words.contains(UInt8(ascii: "$"))
            && words.contains { $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "<")
                || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "=") }
        return isMathematics ? cell : latex(rules, "\\text{", words, "}")
    }

    /// `\begin{empheq}[left=\empheqlbrace, box=\fbox]{align}`.
    private static func empheq(_ options: Excerpt, _ environment: Excerpt, _ body: Excerpt) -> Excerpt? {
        var left = ""
        var right = ""
        var isBoxed = false
        for option in split(options, at: UInt8(ascii: ",")) {
            let pair = String(decoding: option, as: UTF8.self)
            guard let mark = pair.firstIndex(of: "=") else { continue }
            let key = pair[..<mark].filter { $0 != " " }
            var value = String(pair[pair.index(after: mark)...])
            while value.first == " " || value.first == "\n" { value.removeFirst() }
            while value.last == " " || value.last == "\n" { value.removeLast() }
            if value.hasPrefix("{"), value.hasSuffix("}") { value = String(value.dropFirst().dropLast()) }
            switch key {
            case "left": left = value
            case "right": right = value
            case "box": isBoxed = true
            default: break
            }
        }
        // `\empheqlbrace`, `\empheqbigrbrack`, `\empheql\lbrace`: as high as the lines.
        let signs = [
            ("brace", "\\{", "\\}"), ("brack", "[", "]"), ("paren", "(", ")"), ("angle", "\\langle ", "\\rangle "),
            ("vert", "|", "|"), ("Vert", "\\|", "\\|"), ("floor", "\\lfloor ", "\\rfloor "), ("ceil", "\\lceil ", "\\rceil "),
        ]
        var open = "."
        var close = "."
        for prefix in ["\\empheqbig", "\\empheq"] {
            for (name, opening, closing) in signs {
                if left.contains(prefix + "l" + name) {
                    left = left.replacing(prefix + "l" + name, with: "")
                    open = opening
                }
                if right.contains(prefix + "r" + name) {
                    right = right.replacing(prefix + "r" + name, with: "")
                    close = closing
                }
            }
            if let mark = left.firstRange(of: prefix + "l\\") {
                open = String(left[left.index(before: mark.upperBound)...])
                left = String(left[..<mark.lowerBound])
            }
            if let mark = right.firstRange(of: prefix + "r\\") {
                close = String(right[right.index(before: mark.upperBound)...])
                right = String(right[..<mark.lowerBound])
            }
        }
        var name = String(decoding: environment.filter { $0 > 0x20 }, as: UTF8.self)
        var argument = ""
        if let mark = name.firstIndex(of: "=") {
            argument = String(name[name.index(after: mark)...])
            if !argument.hasPrefix("{") { argument = "{\(argument)}" }
            name = String(name[..<mark])
        }
        if name.hasSuffix("*") { name.removeLast() }
        switch name {
        case "align", "flalign": name = "aligned"
        case "alignat": name = "alignedat"
        case "gather", "equation", "multline": name = "gathered"
        case "aligned", "alignedat", "gathered": break
        default: return nil
        }
        let inside = latex("\\begin{", name, "}", argument, body, "\\end{", name, "}")
        let fenced = latex(left, "\\left", open, inside, "\\right", close, right)
        return isBoxed ? latex("{\\boxed{", fenced, "}}") : latex("{", fenced, "}")
    }

    // MARK: \bordermatrix

    /// The first row and the first column outside the brackets.
    static func borderMatrix(_ bytes: Excerpt) -> Excerpt {
        let text = bytes.replacing("\\cr", with: "\\\\")
        var rows = lines(of: text).map { split($0, at: UInt8(ascii: "&")) }
        while let last = rows.last, last.allSatisfy({ $0.allSatisfy { $0 <= 0x20 } }) { rows.removeLast() }
        guard rows.count > 1, let head = rows.first else { return latex("{\\begin{matrix}", text, "\\end{matrix}}") }
        let top = Array(head.dropFirst()).joined(by: "&")
        let side = rows.dropFirst().map { $0.first ?? [] }.joined(by: "\\\\")
        let inside = rows.dropFirst().map { Array($0.dropFirst()).joined(by: "&") }.joined(by: "\\\\")
        return latex(
            "{\\begin{matrix}", head.first ?? [], "&\\begin{matrix}", top, "\\end{matrix}\\\\\\begin{matrix}", side,
            "\\end{matrix}&\\begin{pmatrix}", inside, "\\end{pmatrix}\\end{matrix}}")
    }
}
