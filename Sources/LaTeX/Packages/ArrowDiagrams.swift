import Source

/// Objects in rows and arrows between them, as `tikzcd` and `\xymatrix` write them: rewritten as an array with a column
/// and a row between objects for what joins them. An arrow across several objects stands at its middle.
///
/// Sources: Neves and Hendryx, tikz-cd (manual, 2021); Rose, Xy-pic User's Guide (2013).
struct ArrowDiagram {
    private var objects: [[Excerpt]] = [[Excerpt()]]
    private var arrows: [Arrow] = []

    struct Arrow {
        var row = 0
        var column = 0
        var down = 0
        var right = 0
        /// `from=1-2`, `to=2-2`: counted from zero.
        var origin: (row: Int, column: Int)?
        var goal: (row: Int, column: Int)?
        /// On the left of one who walks along the arrow, on the right, and on the arrow.
        var left = Excerpt()
        var onRight = Excerpt()
        var middle = Excerpt()
        var look = Look.plain
    }

    enum Look { case plain, hook, twoHeads, mapsto, equal, double, dashed, line }

    /// So many brackets may lack their end before the rest is taken for objects: looking for each costs the whole text.
    private static let patience = 8

    // MARK: tikzcd

    /// `A \arrow[r, "f"] & B \\ C`
    static func tikz(_ body: Excerpt, cells limit: Int) -> Excerpt? {
        var diagram = ArrowDiagram()
        var start = 0
        while start < body.count, body[start] <= 0x20 { start += 1 }
        if start < body.count, body[start] == UInt8(ascii: "["), let end = body[start...].firstIndex(of: UInt8(ascii: "]")) {
            start = end + 1
        }
        var missing = 0
        diagram.read(Excerpt(body[start...])) { text, i in
            guard missing < ArrowDiagram.patience else { return nil }
            for (name, direction) in tikzArrows where isCommand(name, in: text, at: i) {
                var end = i + 1 + name.utf8CodeUnitCount
                var arrow = Arrow()
                if !direction.isEmpty { arrow.turn(direction) }
                var isFirst = direction.isEmpty
                while end < text.count, text[end] == UInt8(ascii: "[") || text[end] == UInt8(ascii: "{") {
                    guard let close = closing(text, end) else {
                        missing += 1
                        break
                    }
                    let inside = Excerpt(text[(end + 1)..<close])
                    if text[end] == UInt8(ascii: "[") {
                        arrow.readOptions(inside)
                    } else if isFirst {
                        arrow.turn(inside.bytes)
                    } else {
                        arrow.left += inside
                    }
                    isFirst = false
                    end = close + 1
                }
                return (arrow, end)
            }
            return nil
        }
        return diagram.array(cells: limit)
    }

    private static let tikzArrows: [(StaticString, [UInt8])] = [
        ("arrow", []), ("ar", []), ("rar", Array("r".utf8)), ("lar", Array("l".utf8)), ("dar", Array("d".utf8)),
        ("uar", Array("u".utf8)), ("drar", Array("dr".utf8)), ("dlar", Array("dl".utf8)), ("urar", Array("ur".utf8)),
        ("ular", Array("ul".utf8)),
    ]

    // MARK: xymatrix

    /// `A \ar[r]^f & B`
    static func xy(_ body: Excerpt, cells limit: Int) -> Excerpt? {
        var diagram = ArrowDiagram()
        var missing = 0
        diagram.read(body) { text, start in
            guard missing < ArrowDiagram.patience, isCommand("ar", in: text, at: start) else { return nil }
            var i = start + 3
            var arrow = Arrow()
            func skipBlanks() {
                while i < text.count, text[i] <= 0x20 { i += 1 }
            }
            skipBlanks()
            while i + 1 < text.count, text[i] == UInt8(ascii: "@") {
                let c = text[i + 1]
                if c == UInt8(ascii: "{"), let close = closing(text, i + 1) {
                    arrow.style(text[(i + 2)..<close])
                    i = close + 1
                } else if c == UInt8(ascii: "<") || c == UInt8(ascii: "/") || c == UInt8(ascii: "("),
                    let close = text[(i + 2)...].firstIndex(of: c == UInt8(ascii: "<") ? UInt8(ascii: ">") : c == UInt8(ascii: "(") ? UInt8(ascii: ")") : c)
                {
                    i = close + 1
                } else {
                    missing += 1
                    i += 2
                }
                skipBlanks()
            }
            if i < text.count, text[i] == UInt8(ascii: "["), let close = closing(text, i) {
                arrow.turn(Array(text[(i + 1)..<close]))
                i = close + 1
            } else {
                missing += 1
            }
            while true {
                let saved = i
                skipBlanks()
                guard i < text.count, text[i] == UInt8(ascii: "^") || text[i] == UInt8(ascii: "_") || text[i] == UInt8(ascii: "|") else {
                    i = saved
                    break
                }
                let mark = text[i]
                i += 1
                skipBlanks()
                if i < text.count, text[i] == UInt8(ascii: "-") { i += 1 }
                skipBlanks()
                guard i < text.count else { break }
                let label = token(text, &i)
                if mark == UInt8(ascii: "^") { arrow.left += label } else if mark == UInt8(ascii: "_") { arrow.onRight += label } else {
                    arrow.middle += label
                }
            }
            return (arrow, i)
        }
        return diagram.array(cells: limit)
    }

    /// `{…}` without its braces, a command, or one character.
    private static func token(_ text: Excerpt, _ i: inout Int) -> Excerpt {
        let start = i
        if text[i] == UInt8(ascii: "{"), let close = closing(text, i) {
            i = close + 1
            return Excerpt(text[(start + 1)..<close])
        }
        i += 1
        if text[start] == UInt8(ascii: "\\") {
            while i < text.count, (text[i] | 0x20) &- 0x61 < 26 { i += 1 }
            if i == start + 1 { i = Swift.min(i + 1, text.count) }
        } else {
            while i < text.count, text[i] & 0xC0 == 0x80 { i += 1 }
        }
        return Excerpt(text[start..<i])
    }

    // MARK: Reading

    /// Objects parted by `&` and `\\`; `arrow` reads one at a backslash.
    private mutating func read(_ text: Excerpt, _ arrow: (Excerpt, Int) -> (Arrow, Int)?) {
        var depth = 0
        var i = 0
        while i < text.count {
            let c = text[i]
            let r = objects.count - 1
            let k = objects[r].count - 1
            if depth == 0, c == UInt8(ascii: "&") {
                objects[r].append(Excerpt())
                i += 1
            } else if c == UInt8(ascii: "\\"), i + 1 < text.count, text[i + 1] == c, depth == 0 {
                objects.append([Excerpt()])
                i += 2
                if i < text.count, text[i] == UInt8(ascii: "["), let close = text[i...].prefix(24).firstIndex(of: UInt8(ascii: "]")) { i = close + 1 }
            } else if c == UInt8(ascii: "\\"), depth == 0, let (arrow, end) = arrow(text, i) {
                var found = arrow
                found.settle(row: r, column: k)
                arrows.append(found)
                i = Swift.max(end, i + 1)
            } else if c == UInt8(ascii: "\\"), i + 1 < text.count {
                objects[r][k] += text[i..<(i + 2)]
                i += 2
            } else {
                if c == UInt8(ascii: "{") { depth += 1 }
                if c == UInt8(ascii: "}") { depth -= 1 }
                objects[r][k] += text[i..<(i + 1)]
                i += 1
            }
        }
        if objects.count > 1, objects[objects.count - 1].allSatisfy({ $0.allSatisfy { $0 <= 0x20 } }) { objects.removeLast() }
    }

    private static func isCommand(_ name: StaticString, in text: Excerpt, at i: Int) -> Bool {
        let count = name.utf8CodeUnitCount
        guard i + count < text.count, text[i] == UInt8(ascii: "\\") else { return false }
        let isSame = name.withUTF8Buffer { bytes in
            for k in 0..<count where text[i + 1 + k] != bytes[k] { return false }
            return true
        }
        let next = i + 1 + count
        return isSame && (next >= text.count || (text[next] | 0x20) &- 0x61 >= 26)
    }

    /// The end of the bracket or brace that opens at `start`, quotes and braces inside it skipped.
    static func closing(_ text: Excerpt, _ start: Int) -> Int? {
        let close: UInt8 = text[start] == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
        var depth = 0
        var isQuoted = false
        var i = start + 1
        while i < text.count {
            let c = text[i]
            if c == UInt8(ascii: "\\") {
                i += 2
                continue
            }
            if c == UInt8(ascii: "\""), close == UInt8(ascii: "]") { isQuoted.toggle() }
            if c == close, depth == 0, !isQuoted { return i }
            if c == UInt8(ascii: "{") { depth += 1 }
            if c == UInt8(ascii: "}") { depth -= 1 }
            i += 1
        }
        return nil
    }

    // MARK: Drawing

    /// `nil` when there are more cells than the limit.
    private func array(cells limit: Int) -> Excerpt? {
        let rows = objects.count
        let columns = objects.map(\.count).max() ?? 1
        guard rows <= limit, columns <= limit, (rows * 2 - 1) * (columns * 2 - 1) <= limit else { return nil }
        var cells = [[Excerpt]](repeating: [Excerpt](repeating: Excerpt(), count: columns * 2 - 1), count: rows * 2 - 1)
        for (r, row) in objects.enumerated() {
            for (c, object) in row.enumerated() { cells[r * 2][c * 2] = object }
        }
        for arrow in arrows {
            let row = arrow.row * 2 + arrow.down
            let column = arrow.column * 2 + arrow.right
            guard cells.indices.contains(row), cells[row].indices.contains(column) else { continue }
            let sign = arrow.sign()
            cells[row][column] = cells[row][column].allSatisfy { $0 <= 0x20 } ? sign : latex(cells[row][column], "\\;", sign)
        }
        return latex(
            "{\\begin{array}{", String(repeating: "c", count: columns * 2 - 1), "}",
            cells.map { $0.joined(by: "&") }.joined(by: "\\\\"), "\\end{array}}")
    }
}

extension Parser {
    /// `\xymatrix@R=1em@C=1em{…}`
    mutating func arrowMatrix(from start: Int) -> Excerpt? {
        skipSpaces()
        while peek() == UInt8(ascii: "@"), !isAtEnd {
            while !isAtEnd, peek() != UInt8(ascii: "{"), peek() != UInt8(ascii: "}") { position += 1 }
        }
        guard let raw = rawArgument("the diagram", from: start) else { return nil }
        guard let array = ArrowDiagram.xy(raw.excerpt, cells: limits.formulaCells) else {
            pending.append(tooManyCells(at: range(from: start)))
            return nil
        }
        return array
    }
}

extension ArrowDiagram.Arrow {
    /// `rd`, `dr`: steps to the right, to the left, down and up.
    mutating func turn(_ letters: [UInt8]) {
        for letter in letters.prefix(64) {
            switch letter {
            case UInt8(ascii: "r"): right += 1
            case UInt8(ascii: "l"): right -= 1
            case UInt8(ascii: "d"): down += 1
            case UInt8(ascii: "u"): down -= 1
            default: break
            }
        }
    }

    /// `r, "f"', hook, dashed, from=1-1, to=1-2`
    fileprivate mutating func readOptions(_ options: Excerpt) {
        var i = 0
        while i < options.count {
            let start = i
            if options[i] <= 0x20 || options[i] == UInt8(ascii: ",") {
                i += 1
                continue
            }
            if options[i] == UInt8(ascii: "\"") {
                let end = options[(i + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? options.count
                let label = Excerpt(options[(i + 1)..<end])
                i = Swift.min(end + 1, options.count)
                var isSwapped = false
                var isOnLine = false
                while i < options.count, options[i] != UInt8(ascii: ",") {
                    if options[i] == UInt8(ascii: "'") { isSwapped = true }
                    if options[i...].starts(with: "description".utf8) || options[i...].starts(with: "marking".utf8) { isOnLine = true }
                    if options[i] == UInt8(ascii: "{"), let close = options[i...].prefix(80).firstIndex(of: UInt8(ascii: "}")) {
                        let inside = options[i..<close]
                        isSwapped = isSwapped || inside.contains(UInt8(ascii: "'"))
                        isOnLine = isOnLine || String(decoding: inside, as: UTF8.self).contains("description")
                        i = close
                    }
                    i += 1
                }
                if isOnLine { middle += label } else if isSwapped { onRight += label } else { left += label }
                continue
            }
            var depth = 0
            while i < options.count, depth > 0 || options[i] != UInt8(ascii: ",") {
                if options[i] == UInt8(ascii: "{") { depth += 1 }
                if options[i] == UInt8(ascii: "}") { depth -= 1 }
                i += 1
            }
            let word = String(decoding: options[start..<i].filter { $0 > 0x20 }, as: UTF8.self)
            if word.hasPrefix("from="), let place = Self.place(word.dropFirst(5)) { origin = place }
            if word.hasPrefix("to=") { goal = Self.place(word.dropFirst(3)) ?? goal }
            if word.utf8.allSatisfy({ "rlud".utf8.contains($0) }) { turn(Array(word.utf8)) }
            switch word {
            case "hook", "hook'", "hookrightarrow", "hookleftarrow": look = .hook
            case "twoheads", "twoheadrightarrow": look = .twoHeads
            case "mapsto", "mapsfrom": look = .mapsto
            case "equal", "equals": look = .equal
            case "Rightarrow", "Leftarrow", "Leftrightarrow": look = .double
            case "dashed", "dotted", "dashrightarrow": look = .dashed
            case "dash", "nohead", "-": look = .line
            case "swap": (left, onRight) = (onRight, left)
            default: break
            }
        }
    }

    /// Puts the arrow where it begins: the cell that it stands in, unless it names another.
    fileprivate mutating func settle(row: Int, column: Int) {
        (self.row, self.column) = origin ?? (row, column)
        if let goal { (down, right) = (goal.row - self.row, goal.column - self.column) }
    }

    /// `2-1`: a row and a column.
    private static func place(_ text: Substring) -> (row: Int, column: Int)? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return parts.count == 2 && parts.allSatisfy({ (1...1000).contains($0) }) ? (parts[0] - 1, parts[1] - 1) : nil
    }

    /// The shaft and the head between the braces of `\ar@{…}`.
    fileprivate mutating func style(_ bytes: Slice<Excerpt>) {
        switch String(decoding: bytes, as: UTF8.self) {
        case "=": look = .equal
        case "=>", "<=": look = .double
        case "-": look = .line
        case "|->": look = .mapsto
        case "->>": look = .twoHeads
        case let text where text.contains("(") || text.contains(")"): look = .hook
        case let text where text.contains("--") || text.contains("."): look = .dashed
        default: break
        }
    }

    fileprivate func sign() -> Excerpt {
        if down == 0, right != 0 { return horizontal() }
        if right == 0, down != 0 { return vertical() }
        let small = { (label: Excerpt) in label.isEmpty ? Excerpt() : latex("{\\scriptstyle ", label, "}") }
        let sign = down == 0 ? "\\circlearrowleft " : down > 0 ? (right > 0 ? "\\searrow " : "\\swarrow ") : right > 0 ? "\\nearrow " : "\\nwarrow "
        // Walking down, the left hand is on the reader's right.
        let (before, after) = down > 0 ? (onRight, left) : (left, onRight)
        return latex(small(before), small(middle), sign, small(after))
    }

    private func horizontal() -> Excerpt {
        let isLeft = right < 0
        let (above, below) = isLeft ? (onRight, left) : (left, onRight)
        let over = latex(above, above.isEmpty || middle.isEmpty ? "" : ",", middle)
        let command: String
        switch look {
        case .plain: command = isLeft ? "\\xleftarrow" : "\\xrightarrow"
        case .hook: command = isLeft ? "\\xhookleftarrow" : "\\xhookrightarrow"
        case .twoHeads: command = isLeft ? "\\xtwoheadleftarrow" : "\\xtwoheadrightarrow"
        case .mapsto: command = "\\xmapsto"
        case .equal, .line: command = "\\xlongequal"
        case .double: command = isLeft ? "\\xLeftarrow" : "\\xRightarrow"
        case .dashed:
            return latex("\\overunderset{", over, "}{", below, "}{", isLeft ? "\\dashleftarrow" : "\\dashrightarrow", "}")
        }
        if look == .line { return latex("\\overunderset{", over, "}{", below, "}{\\rule[0.5ex]{2em}{0.04em}}") }
        // The arrow fills the room between two columns, also under a short label.
        let room = over.count + below.count < 12 ? "\\hspace{1.8em}" : ""
        return latex(command, "[{", room, below, room, "}]{", over, "}")
    }

    private func vertical() -> Excerpt {
        let (before, after) = down > 0 ? (onRight, left) : (left, onRight)
        let sign: String
        switch look {
        case .equal: sign = "\\Big\\|"
        case .line: sign = "\\Big|"
        case .double: sign = down > 0 ? "\\Big\\Downarrow" : "\\Big\\Uparrow"
        case .dashed: sign = down > 0 ? "\\mathrel{\u{21E3}}" : "\\mathrel{\u{21E1}}"
        default: sign = down > 0 ? "\\Big\\downarrow" : "\\Big\\uparrow"
        }
        // As wide on both sides, so that the arrow stands below its object.
        return latex(
            "\\mathllap{\\scriptstyle ", before, middle, "\\,}", sign, "\\mathrlap{\\,\\scriptstyle ", after, "}")
    }
}
