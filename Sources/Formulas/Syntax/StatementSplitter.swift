import LaTeX
import Source

/// A statement's tokens before they have meaning.
struct StatementTokens: Sendable {
    var tokens: [Token]
    /// Parts that restrict it: `\text{if } x > 0`, `i = 1, \ldots, n`.
    var conditions: [[Token]] = []
    /// It holds a line of its own and goes on over several.
    var lines = 1
}

/// Cuts a formula into statements, as the design says under *Splitting*.
struct StatementSplitter {
    let reader: TokenReader

    func split(_ root: [Token]) -> [StatementTokens] {
        var statements: [StatementTokens] = []
        for whole in lines(of: root) {
            let line = StatementLabels.withoutLabel(whole)
            let visible = line.filter { !$0.isSpace }
            guard let first = visible.first else { continue }
            // A line that opens with a relation goes on with the statement before it.
            if case .relation(let sign) = first.kind, !RelationSigns.isImplication(sign), var last = statements.popLast() {
                var parts = splitLine(line)
                if !parts.isEmpty {
                    let head = parts.removeFirst()
                    trimStop(&last.tokens)
                    last.tokens += head.tokens
                    last.conditions += head.conditions
                    last.lines += 1
                    statements.append(last)
                    statements += parts
                    continue
                }
                statements.append(last)
                continue
            }
            // A line that opens with an operator, and one after an operator that lacks its right side.
            let isContinued =
                if case .sign(let sign) = first.kind {
                    (sign == Sign.plus || sign == Sign.minus) && !visible.contains(where: { $0.isRelation }) || Self.joinsLines(sign)
                } else {
                    false
                }
            let isOpen = statements.last.map { lacksOperand($0.tokens) && $0.conditions.isEmpty } ?? false
            if isContinued || isOpen, var last = statements.popLast() {
                trimStop(&last.tokens)
                last.tokens += line
                last.lines += 1
                statements.append(last)
                continue
            }
            statements += splitLine(line)
        }
        return statements
    }

    /// Signs with which a line cannot begin a statement of its own.
    private static func joinsLines(_ sign: UInt32) -> Bool {
        switch sign {
        case Sign.times, Sign.dot, Sign.asterisk, Sign.slash, Sign.divide, Sign.odot, 0x222A, 0x2229: true
        default: false
        }
    }

    /// It ends with an operator, a large operator or a relation: `\sum_{i} \\ x_i`.
    private func lacksOperand(_ tokens: [Token]) -> Bool {
        guard let last = tokens.last(where: { !$0.isSpace }), tokens.contains(where: \.isRelation) else { return false }
        switch last.kind {
        case .large, .relation: return true
        case .sign(let sign): return sign == Sign.plus || sign == Sign.minus || Self.joinsLines(sign) && sign != Sign.asterisk
        default: return false
        }
    }

    private func trimStop(_ tokens: inout [Token]) {
        while let last = tokens.last, last.isSpace || last.isPunctuation(Sign.comma, Sign.semicolon, Sign.wideComma, Sign.wideSemicolon, Sign.fullStop, Sign.ideographicStop) {
            tokens.removeLast()
        }
    }

    private static let lineEnvironments: Set<String> = [
        "aligned", "align", "align*", "split", "gather", "gather*", "gathered", "eqnarray", "eqnarray*", "alignat",
        "alignat*", "alignedat", "multline", "multline*", "equation", "equation*", "dcases*",
    ]

    private func lines(of root: [Token]) -> [[Token]] {
        let visible = root.filter { !$0.isSpace }
        var lines: [[Token]] = []
        var line: [Token] = []
        for token in root {
            if case .newline = token.kind {
                lines.append(line)
                line = []
            } else if case .table(let index) = token.kind, !token.hasScripts,
                Self.lineEnvironments.contains(reader.tree.tables[index].environment) || holdsLines(index, visible)
            {
                if !line.isEmpty, !line.allSatisfy(\.isSpace) {
                    lines.append(line)
                    line = []
                }
                for row in reader.tree.tables[index].rows {
                    let cells = cellTokens(reader.tree.children(row), of: reader.tree.tables[index].environment)
                    // An environment of lines inside another: one more level is looked into.
                    lines += nestedLines(cells)
                }
            } else {
                line.append(token)
            }
        }
        lines.append(line)
        _ = visible
        return lines
    }

    private static let pairedColumns: Set<String> = ["aligned", "align", "align*", "alignat", "alignat*", "alignedat"]

    /// The cells of a row. Where columns come in pairs each pair is an equation of its own: they stand apart as with `\quad`.
    private func cellTokens(_ cells: ArraySlice<MathTree.ID>, of environment: String) -> [Token] {
        let plain = reader.tokens(ofCells: cells)
        // `\newline` ends a row inside a cell: the cells are no pairs then.
        guard cells.count > 2, Self.pairedColumns.contains(environment), !plain.contains(where: { if case .newline = $0.kind { true } else { false } }) else { return plain }
        var tokens: [Token] = []
        for start in stride(from: cells.startIndex, to: cells.endIndex, by: 2) {
            let pair = reader.tokens(ofCells: cells[start..<min(start + 2, cells.endIndex)])
            if let first = pair.first, !tokens.isEmpty { tokens.append(Token(.space(1), range: .empty(at: first.range.lower))) }
            tokens += pair
        }
        return tokens
    }

    /// An `array` that is the whole formula, each row of which has a relation: equations below one another.
    private func holdsLines(_ index: Int, _ visible: [Token]) -> Bool {
        let table = reader.tree.tables[index]
        if table.environment == "cases", visible.count == 1 {
            // A system of equations: no row has a condition.
            return table.rows.allSatisfy { row in
                let cells = reader.tree.children(row).map { reader.tokens(of: $0).filter { !$0.isSpace } }
                return cells.dropFirst().allSatisfy(\.isEmpty) && (cells.first?.isEmpty ?? true || cells[0].contains(where: \.isRelation))
            }
        }
        guard table.environment == "array", visible.count == 1, table.rows.count > 1 else { return false }
        return table.rows.allSatisfy { row in
            let cells = reader.tokens(ofCells: reader.tree.children(row))
            return cells.allSatisfy(\.isSpace) || cells.contains(where: \.isRelation)
        }
    }

    private func nestedLines(_ cells: [Token]) -> [[Token]] {
        var lines: [[Token]] = []
        var line: [Token] = []
        for token in cells {
            if case .newline = token.kind {
                lines.append(line)
                line = []
            } else if case .table(let index) = token.kind, !token.hasScripts,
                Self.lineEnvironments.contains(reader.tree.tables[index].environment)
            {
                var isFirst = true
                for row in reader.tree.tables[index].rows {
                    let inner = reader.tokens(ofCells: reader.tree.children(row))
                    if isFirst {
                        line += inner
                        isFirst = false
                    } else {
                        lines.append(line)
                        line = inner
                    }
                }
            } else {
                line.append(token)
            }
        }
        lines.append(line)
        return lines
    }

    // MARK: One line

    private enum Separator { case none, comma, space, implication, words(String) }

    private struct Segment {
        var tokens: [Token]
        var before: Separator
        var separators: [Token]
        var hasRelation: Bool
        var isText: Bool
    }

    /// Places of tokens at bracket depth zero.
    static func topLevel(_ tokens: [Token]) -> [Bool] {
        var depth = 0
        var out: [Bool] = []
        out.reserveCapacity(tokens.count)
        for token in tokens {
            switch token.kind {
            case .open:
                out.append(false)
                depth += 1
            case .close:
                depth = max(0, depth - 1)
                out.append(false)
            default: out.append(depth == 0)
            }
        }
        return out
    }

    /// `(\bmod n)` behind a congruence.
    static func isModulus(_ tokens: ArraySlice<Token>) -> Bool {
        let head = tokens.lazy.filter { !$0.isSpace }.prefix(2)
        guard let open = head.first, let word = head.dropFirst().first, case .open(0x28) = open.kind else { return false }
        switch word.kind {
        case .word("mod"), .text("mod"), .word("bmod"): return true
        default: return false
        }
    }

    private func splitLine(_ line: [Token]) -> [StatementTokens] {
        let top = Self.topLevel(line)
        var segments: [Segment] = []
        var current: [Token] = []
        var before = Separator.none
        var separators: [Token] = []
        func flush(_ next: Separator, _ separator: Token) {
            let visible = current.filter { !$0.isSpace }
            if !visible.isEmpty {
                let levels = Self.topLevel(current)
                let hasRelation = zip(current, levels).contains { $0.isRelation && $1 }
                let isText = visible.allSatisfy { if case .text = $0.kind { true } else { false } }
                segments.append(Segment(tokens: current, before: before, separators: separators, hasRelation: hasRelation, isText: isText))
                before = next
                separators = [separator]
            } else {
                separators.append(separator)
                if case .none = before { before = next } else if case .comma = before { before = next }
            }
            current = []
        }
        let opensWithCondition = line.first { !$0.isSpace }.map(isRestriction) ?? false
        for (k, token) in line.enumerated() {
            guard top[k] else {
                current.append(token)
                continue
            }
            switch token.kind {
            case .space(let em) where em >= 0.99 && !isOperator(current.last { !$0.isSpace }) && !Self.isModulus(line[(k + 1)...]):
                flush(.space, token)
            case .punctuation(let s) where s == Sign.comma || s == Sign.wideComma || s == Sign.semicolon || s == Sign.wideSemicolon || s == Sign.ideographicComma:
                flush(.comma, token)
            case .relation(let s) where RelationSigns.isImplication(s): flush(.implication, token)
            case .relation(Sign.colon) where opensWithCondition: flush(.comma, token)
            case .text(let words) where words.contains(where: { $0 != " " && $0 != "," }) && isBetweenRelations(line, k, top):
                flush(.words(words), token)
            default: current.append(token)
            }
        }
        flush(.none, Token(.space(0), range: .empty(at: line.last.map { $0.range.upper } ?? 0)))
        return merge(segments)
    }

    /// `\min_x \quad f(x)`: what stands under an operator may be set off by a wide space.
    private func isOperator(_ token: Token?) -> Bool {
        guard let token, token.sub != nil else { return false }
        switch token.kind {
        case .large: return true
        case .word(let word): return ["min", "max", "argmin", "argmax", "sup", "inf"].contains(NameFolding.fold(word))
        default: return false
        }
    }

    /// Words separate statements where a relation stands on both sides of them.
    private func isBetweenRelations(_ line: [Token], _ place: Int, _ top: [Bool]) -> Bool {
        if isOperand(line, place) { return false }
        let left = line[..<place].indices.contains { line[$0].isRelation && top[$0] }
        let right = line[(place + 1)...].indices.contains { line[$0].isRelation && top[$0] }
        guard left, right else { return left && isCondition(line[place]) }
        return true
    }

    /// `a \le \text{mean} \le b`, `\text{UPDATE}^{(k)}(x)`: words that stand where an operand does name something.
    private func isOperand(_ line: [Token], _ place: Int) -> Bool {
        guard case .text(let words) = line[place].kind else { return false }
        let previous = line[..<place].last { !$0.isSpace }
        if Builtin.named(NameFolding.fold(words)) != nil, line.indices.contains(place + 1) { return true }
        switch previous?.kind {
        case .relation, .large: return true
        case .sign(let sign): return sign != Sign.prime && sign != Sign.exclamation && sign != Sign.infinity
        default: break
        }
        if line[place].hasScripts { return true }
        let trimmed = words.split(separator: " ")
        guard trimmed.count == 1, let word = trimmed.first, !Self.isConditionWords(words), !Self.opensScope(words),
            word.utf8.allSatisfy({ $0 < 0x80 }), line.indices.contains(place + 1)
        else { return false }
        switch line[place + 1].kind {
        case .open(0x28), .open(0x5B), .fenced(0x28, _, _), .fenced(0x5B, _, _): return words.utf8.last != 0x20
        default: return false
        }
    }

    private static let conditionWords = ["if", "for", "when", "where", "with", "subject to", "s.t.", "as", "while", "such that", "若", "当", "如果", "其中", "对于", "对"]

    private func isCondition(_ token: Token) -> Bool {
        guard case .text(let words) = token.kind else { return false }
        return Self.isConditionWords(words)
    }

    /// `if`, `when`: what follows restricts a statement, and explains none of its names.
    private func isRestriction(_ token: Token) -> Bool {
        guard case .text(let words) = token.kind else { return false }
        return Self.isConditionWords(words) && !Self.opensScope(words)
    }

    static func isConditionWords(_ words: String) -> Bool {
        let trimmed = words.lowercased().drop { " ,，(（".contains($0) }
        return conditionWords.contains { trimmed.hasPrefix($0) }
    }

    private static func opensScope(_ words: String) -> Bool {
        ["where", "with", "其中", "这里", "and", "or", "或", "即", "且", "和"].contains { words.lowercased().drop(while: { $0 == " " }).hasPrefix($0) }
    }

    static func opensConstraint(_ token: Token) -> Bool {
        guard case .text(let words) = token.kind else { return false }
        let trimmed = words.lowercased().drop { $0 == " " }
        return ["s.t", "subject to", "满足"].contains { trimmed.hasPrefix($0) }
    }

    private func merge(_ segments: [Segment]) -> [StatementTokens] {
        var out: [StatementTokens] = []
        var pending: [Token] = []
        func startsWithQuantifier(_ tokens: [Token]) -> Bool {
            tokens.first(where: { !$0.isSpace }).map { $0.isSign(0x2200) || $0.isSign(0x2203) } ?? false
        }
        var constraint: [Token] = []
        var restricts = false
        var leading: [[Token]] = []
        for (k, segment) in segments.enumerated() {
            var segment = segment
            if segment.isText || segments.count > 1 && StatementLabels.isWord(segment.tokens) {
                // `\text{s.t.}` belongs to what follows.
                if let words = segment.tokens.first(where: { !$0.isSpace }) {
                    if Self.opensConstraint(words) { constraint = [words] }
                    // `x^2 \quad \text{if} \quad x > 0`
                    if isRestriction(words) { restricts = true }
                }
                continue
            }
            // `\text{if } x > 0, \quad f(x) = x`
            if out.isEmpty, pending.isEmpty, segment.hasRelation, segments[(k + 1)...].contains(where: \.hasRelation),
                restricts || segment.tokens.first(where: { !$0.isSpace }).map(isRestriction) ?? false
            {
                restricts = false
                leading.append(segment.tokens)
                continue
            }
            if restricts {
                restricts = false
                if segment.hasRelation, !pending.isEmpty {
                    out.append(StatementTokens(tokens: pending))
                    pending = []
                }
                if segment.hasRelation, let last = out.indices.last {
                    out[last].conditions.append(segment.tokens)
                    continue
                }
            }
            if !constraint.isEmpty {
                segment.tokens = constraint + segment.tokens
                constraint = []
                out.append(StatementTokens(tokens: segment.tokens))
                continue
            }
            if case .words(let words) = segment.before, let last = out.indices.last, !Self.opensScope(words), Self.isConditionWords(words) {
                out[last].conditions.append(segment.tokens)
                continue
            }
            if segment.hasRelation {
                if let last = out.last, pending.isEmpty, isIndexRange(segments, k) || StatementLabels.comparesIndices(segment.tokens, of: last.tokens, reader) {
                    out[out.count - 1].conditions.append(segment.tokens)
                    continue
                }
                var tokens = segment.tokens
                if !pending.isEmpty {
                    if case .comma = segment.before {
                        tokens = pending + segment.separators.prefix(1) + tokens
                    } else {
                        if startsWithQuantifier(pending) {
                            tokens = pending + segment.separators.prefix(1) + tokens
                        } else {
                            out.append(StatementTokens(tokens: pending))
                        }
                    }
                    pending = []
                }
                out.append(StatementTokens(tokens: tokens))
            } else if let last = out.indices.last, pending.isEmpty, case .comma = segment.before {
                if !out[last].conditions.isEmpty {
                    let end = out[last].conditions.count - 1
                    out[last].conditions[end] += segment.separators.prefix(1) + segment.tokens
                } else {
                    out[last].tokens += segment.separators.prefix(1) + segment.tokens
                }
            } else if out.indices.last != nil, pending.isEmpty, isLabel(segment.tokens) {
                continue
            } else if let last = out.indices.last, pending.isEmpty, let condition = bracketedCondition(segment.tokens) {
                out[last].conditions.append(condition)
            } else if pending.isEmpty {
                pending = segment.tokens
            } else {
                pending += segment.separators.prefix(1) + segment.tokens
            }
        }
        if let first = out.indices.first { out[first].conditions += leading }
        if !pending.isEmpty {
            if let last = out.indices.last, startsWithQuantifier(pending) {
                out[last].conditions.append(pending)
            } else {
                out.append(StatementTokens(tokens: pending))
            }
        }
        return out
    }

    /// `(\alpha > 1)` behind a statement.
    private func bracketedCondition(_ tokens: [Token]) -> [Token]? {
        let visible = tokens.filter { !$0.isSpace }
        guard let first = visible.first, let last = visible.last, case .open(0x28) = first.kind, case .close(0x29) = last.kind, !last.hasScripts
        else { return nil }
        let inner = Array(visible.dropFirst().dropLast())
        return zip(inner, Self.topLevel(inner)).contains { $0.isRelation && $1 } ? inner : nil
    }

    /// `(1)` at the end of a line numbers it.
    private func isLabel(_ tokens: [Token]) -> Bool {
        let visible = tokens.filter { !$0.isSpace }
        guard visible.count == 3, case .open = visible[0].kind, case .close = visible[2].kind else { return false }
        if case .number = visible[1].kind { return true }
        if case .sign(Sign.asterisk) = visible[1].kind { return true }
        return false
    }

    /// `i = 1` before `\ldots, n`, or `i \in \mathcal{B}` after a statement.
    private func isIndexRange(_ segments: [Segment], _ k: Int) -> Bool {
        let visible = segments[k].tokens.filter { !$0.isSpace }
        guard visible.count >= 3, let letter = visible[0].letter, !visible[0].hasScripts,
            case .relation(let sign) = visible[1].kind
        else { return false }
        let isIndexLetter = [0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x74].contains(letter)
        guard isIndexLetter else { return false }
        if sign == 0x2208 { return true }
        guard sign == Sign.equal, case .number = visible[2].kind else { return false }
        if visible.contains(where: { if case .ellipsis = $0.kind { true } else { false } }) { return true }
        guard k + 1 < segments.count else { return false }
        return segments[(k + 1)...].prefix(3).contains { segment in
            !segment.hasRelation && segment.tokens.contains { if case .ellipsis = $0.kind { true } else { false } }
        }
    }
}
