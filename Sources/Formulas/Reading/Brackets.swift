import LaTeX
import Source
import Tensors

/// Parentheses, absolute values, norms, sets and intervals.
extension ExpressionParser {
    /// The tokens inside the bracket at the cursor.
    func contents(_ c: Cursor) -> [Token] {
        guard let token = c.current else { return [] }
        if case .fenced(_, let body, _) = token.kind { return reader.tokens(of: body).filter { !$0.isSpace } }
        guard let end = closingPlace(c) else { return [] }
        return c.tokens[(c.place + 1)..<end].filter { !$0.isSpace }
    }

    /// The place of the bracket that closes the one at the cursor.
    func closingPlace(_ c: Cursor) -> Int? {
        var depth = 0
        for k in c.place..<c.tokens.count {
            switch c.tokens[k].kind {
            case .open: depth += 1
            case .close:
                depth -= 1
                if depth == 0 { return k }
            default: break
            }
        }
        return nil
    }

    /// Takes the bracket at the cursor; its closing sign carries the scripts of the whole.
    mutating func take(_ c: inout Cursor) throws(Unread) -> (inner: [Token], open: UInt32, close: UInt32, end: Token) {
        guard let token = c.current else { throw Unread(.unreadNotation, "a bracket is expected", at: c.range) }
        if case .fenced(let open, let body, let close) = token.kind {
            c.place += 1
            return (reader.tokens(of: body), open, close, token)
        }
        guard case .open(let open) = token.kind else { throw Unread(.unreadNotation, "a bracket is expected", at: token.range) }
        guard let end = closingPlace(c), case .close(let close) = c.tokens[end].kind else { throw unbalanced(token) }
        let inner = Array(c.tokens[(c.place + 1)..<end])
        c.place = end + 1
        return (inner, open, close, c.tokens[end])
    }

    func splitArguments(_ tokens: [Token]) -> [[Token]] {
        let top = StatementSplitter.topLevel(tokens)
        var parts: [[Token]] = [[]]
        for (k, token) in tokens.enumerated() {
            if top[k], token.isPunctuation(Sign.comma, Sign.semicolon, Sign.wideComma, Sign.wideSemicolon) {
                parts.append([])
            } else {
                parts[parts.count - 1].append(token)
            }
        }
        return parts
    }

    /// The arguments of an application; the cursor goes behind the bracket, whose scripts the caller applies.
    mutating func bracketArguments(_ c: inout Cursor) throws(Unread) -> [ID] {
        let (inner, _, _, end) = try take(&c)
        if inner.contains(where: { if case .bar = $0.kind { true } else { false } }), inner.filter({ if case .bar(Sign.bar) = $0.kind { true } else { false } }).count == 1 {
            throw Unread(.unreadNotation, "a condition inside an application", at: end.range)
        }
        var arguments: [ID] = []
        for part in splitArguments(inner) {
            let visible = part.filter { !$0.isSpace }
            guard !visible.isEmpty else {
                diagnostics.append(Diagnostic(.missingOperand, at: end.core, "an argument is missing"))
                throw Unread(.unreadNotation, "an argument is missing", at: end.core)
            }
            arguments.append(try parse(part))
        }
        return arguments
    }

    mutating func bracketed(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        let place = c.place
        let (inner, open, close, end) = try take(&c)
        let range = token.range.union(end.range)
        let visible = inner.filter { !$0.isSpace }
        if case .fenced = token.kind, open == Sign.bar || open == Sign.doubleBar || open == 0x2223 || open == 0x2225 {
            return try magnitude(inner, isNorm: open != Sign.bar && open != 0x2223, scripts: token, range)
        }
        guard !visible.isEmpty else { throw Unread(.unreadNotation, "an empty bracket", at: range) }
        if open == Sign.bar || close == Sign.bar { throw Unread(.unreadNotation, "a state of quantum mechanics", at: range) }
        if visible.count == 1, case .sign(let sign) = visible[0].kind, !isStrict {
            // `(-)^{n}` is `(-1)^{n}`.
            guard sign == Sign.minus, end.sup != nil else { throw Unread(.unreadNotation, "a bracket that holds no more than a sign", at: range) }
            return try applyScripts(draft.number(-1, range), end)
        }
        if open == 0x7B, close == 0 || close == 0x7D {
            if visible.count == 1, case .table(let index) = visible[0].kind, close == 0 { return try cases(index, visible[0]) }
            if splitArguments(inner).count > 1 || close == 0 { throw Unread(.unreadNotation, "a set as a value", at: range) }
        }
        if open == 0x27E8 || open == 0x3C {
            let parts = splitArguments(inner)
            guard parts.count == 2 else { throw Unread(.unreadNotation, "angle brackets", at: range) }
            let a = try parse(parts[0])
            let b = try parse(parts[1])
            return try applyScripts(draft.add(.binary(.inner, a, b), range), end)
        }
        if open == 0x230A || open == 0x2308 {
            let body = try parse(inner)
            return try applyScripts(draft.add(.unary(.elementwise(open == 0x230A ? .floor : .ceil), body), range), end)
        }
        // [condition] is 1 where it holds.
        if open == 0x5B, visible.contains(where: \.isRelation) {
            let top = StatementSplitter.topLevel(inner)
            if zip(inner, top).contains(where: { $0.isRelation && $1 }) {
                return try applyScripts(try condition(inner), end)
            }
        }
        if visible.count == 1, case .table(let index) = visible[0].kind, !visible[0].hasScripts {
            return try applyScripts(try table(index, visible[0], open: open), end)
        }
        let parts = splitArguments(inner)
        if parts.count > 1 {
            if (open == 0x28 && close == 0x5D) || (open == 0x5B && close == 0x29) { throw Unread(.unreadNotation, "an interval as a value", at: range) }
            var values: [ID] = []
            for part in parts { values.append(try parse(part)) }
            return try applyScripts(draft.add(.vector(draft.list(values)), range), end)
        }
        _ = place
        let body = try parse(inner)
        return try applyScripts(body, end)
    }

    /// `|x|`, `\|x\|_2`, `||W||_F^2`.
    mutating func barred(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        guard case .bar(let sign) = token.kind else { throw Unread(.unreadNotation, "a bar", at: token.range) }
        var depth = 0
        var end: Int?
        for k in (c.place + 1)..<max(c.tokens.count, c.place + 1) {
            switch c.tokens[k].kind {
            case .open: depth += 1
            case .close: depth -= 1
            case .bar(sign) where depth == 0:
                // A bar after an operator opens one inside.
                let previous = c.tokens[k - 1]
                if k - 1 > c.place, multiplication(previous) != nil || previous.isSign(Sign.plus) || previous.isSign(Sign.minus) { continue }
                if k == c.place + 1 { continue }
                end = k
            default: break
            }
            if end != nil || depth < 0 { break }
        }
        guard let end else {
            throw Unread(.unreadNotation, "a bar without partner", at: token.range)
        }
        let inner = Array(c.tokens[(c.place + 1)..<end])
        let closing = c.tokens[end]
        c.place = end + 1
        return try magnitude(inner, isNorm: sign == Sign.doubleBar, scripts: closing, token.range.union(closing.range))
    }

    private mutating func magnitude(_ inner: [Token], isNorm: Bool, scripts: Token, _ range: ByteRange) throws(Unread) -> ID {
        let visible = inner.filter { !$0.isSpace }
        if !isNorm, visible.count == 1, let set = indexSet(visible[0]) {
            let slot = try setSlot(set, visible[0])
            return try applyScripts(draft.add(.count(slot), range), scripts)
        }
        if visible.count == 1, visible[0].isSign(Sign.dot) || visible[0].isSign(0x2219) {
            throw Unread(.unreadNotation, "a norm of nothing", at: range)
        }
        if !isNorm, visible.count == 1, visible[0].font == .calligraphic || visible[0].font == .script {
            throw Unread(.undefinedSymbol, "the size of a set that is not declared", at: range)
        }
        let body = try parse(inner)
        guard isNorm else { return try applyScripts(draft.add(.unary(.magnitude, body), range), scripts) }
        var order = ExpressionTree.NormOrder.euclidean
        var exponent: ID = ExpressionTree.none
        var rest = scripts
        rest.sub = nil
        if let sub = scripts.sub {
            let tokens = reader.tokens(of: sub).filter { !$0.isSpace }
            guard let first = tokens.first else { throw Unread(.unreadNotation, "a norm", at: range) }
            switch (tokens.count, first.kind) {
            case (1, .number("1")): order = .one
            case (1, .number("2")): order = .euclidean
            case (1, .number("0")): order = .zero
            case (1, .sign(Sign.infinity)): order = .infinity
            case (1, .letter(0x46)), (1, .word("F")), (1, .text("F")): order = .frobenius
            case (1, .sign(Sign.asterisk)): order = .nuclear
            default:
                order = .exponent
                exponent = try parse(tokens)
            }
        }
        return try applyScripts(draft.add(.norm(body, order: order, exponent: exponent), range), rest)
    }

    /// A declared set of indices, or a script letter.
    func indexSet(_ token: Token) -> SymbolKey? {
        guard let name = SymbolSpelling.fullName(token, reader) else { return nil }
        let key = SymbolKey(canonical: name)
        if case .indexSet? = scope[key]?.role { return key }
        if sets[key] != nil { return key }
        if token.font == .calligraphic || token.font == .script, hints.sets.contains(name) { return key }
        return nil
    }

    /// The slot whose range is the set; made once for `|B|` and for sums over B alike.
    mutating func setSlot(_ key: SymbolKey, _ token: Token) throws(Unread) -> Int32 {
        if let known = sets[key] { return known }
        let slot = try newSlot(key, token.core, .inferred, isFree: false)
        sets[key] = slot
        return slot
    }

    /// `\mathbb{1}[x > 0]`, `\mathbb{1}_{x > 0}`, `\mathbb{1}(y = k)`.
    mutating func indicator(_ c: inout Cursor, _ token: Token, _ next: Token) throws(Unread) -> ID {
        if let sub = token.sub { return try condition(reader.tokens(of: sub)) }
        guard opening(of: next) != nil else { throw Unread(.unreadNotation, "an indicator", at: token.range) }
        let (inner, _, _, end) = try take(&c)
        return try applyScripts(try condition(inner), end)
    }

    // MARK: Conditions

    /// A relation as a truth value; chains are joined by and.
    mutating func condition(_ tokens: [Token]) throws(Unread) -> ID {
        var parts: [[Token]] = [[]]
        var words = tokens.filter { !$0.isSpace || isWide($0) }
        while let first = words.first, isConditionWord(first) || first.isSpace { words.removeFirst() }
        while let last = words.last, last.isSpace || last.isPunctuation(Sign.comma, Sign.fullStop, Sign.semicolon, Sign.ideographicStop, Sign.wideComma) { words.removeLast() }
        var result: ID?
        let top = StatementSplitter.topLevel(words)
        var joiners: [Bool] = []
        for (k, token) in words.enumerated() {
            var isJoiner = false
            var isAnd = true
            switch token.kind {
            case .sign(0x2227) where top[k]: isJoiner = true
            case .sign(0x2228) where top[k]:
                isJoiner = true
                isAnd = false
            case .text(let text) where top[k]:
                let trimmed = text.split(separator: " ").joined().lowercased()
                if ["and", "且", "和", "&"].contains(trimmed) { isJoiner = true }
                if ["or", "或"].contains(trimmed) {
                    isJoiner = true
                    isAnd = false
                }
            case .punctuation(Sign.comma) where top[k]: isJoiner = true
            default: break
            }
            if isJoiner {
                parts.append([])
                joiners.append(isAnd)
            } else {
                parts[parts.count - 1].append(token)
            }
        }
        for (k, part) in parts.enumerated() {
            let value = try comparison(part)
            if let before = result {
                result = draft.add(.binary(.elementwise(joiners[k - 1] ? .logicalAnd : .logicalOr), before, value), join(before, value))
            } else {
                result = value
            }
        }
        guard let result else { throw Unread(.unreadNotation, "an empty condition", at: span(tokens)) }
        return result
    }

    private func isConditionWord(_ token: Token) -> Bool {
        guard case .text(let words) = token.kind else { return false }
        return StatementSplitter.isConditionWords(words)
    }

    mutating func comparison(_ tokens: [Token]) throws(Unread) -> ID {
        let top = StatementSplitter.topLevel(tokens)
        var sides: [[Token]] = [[]]
        var signs: [Token] = []
        for (k, token) in tokens.enumerated() {
            if top[k], token.isRelation {
                signs.append(token)
                sides.append([])
            } else {
                sides[sides.count - 1].append(token)
            }
        }
        guard !signs.isEmpty else {
            if case .text(let words)? = tokens.first?.kind { throw Unread(.prose, "a condition in words: \(words.prefix(40))", at: span(tokens)) }
            throw Unread(.unreadNotation, "a condition without relation", at: span(tokens))
        }
        var values: [ID] = []
        for side in sides { values.append(try parse(side)) }
        var result: ID?
        for (k, sign) in signs.enumerated() {
            guard case .relation(let scalar) = sign.kind else { continue }
            let function: BinaryFunction
            switch RelationSigns.kind(scalar) {
            case .equal, .identical: function = .equal
            case .notEqual: function = .notEqual
            case .less: function = .less
            case .lessOrEqual: function = .lessEqual
            case .greater: function = .greater
            case .greaterOrEqual: function = .greaterEqual
            default: throw Unread(.unreadNotation, "this relation as a condition", at: sign.range)
            }
            let holds = draft.add(.binary(.elementwise(function), values[k], values[k + 1]), join(values[k], values[k + 1]))
            result = result.map { draft.add(.binary(.elementwise(.logicalAnd), $0, holds), join($0, holds)) } ?? holds
        }
        guard let result else { throw Unread(.unreadNotation, "a condition", at: span(tokens)) }
        return result
    }

    // MARK: Tables

    mutating func table(_ index: Int, _ token: Token, open: UInt32) throws(Unread) -> ID {
        let table = reader.tree.tables[index]
        switch table.environment {
        case "cases", "dcases", "rcases", "cases*", "dcases*": return try cases(index, token)
        default: break
        }
        if open == 0x7B { return try cases(index, token) }
        var cells: [ID] = []
        var columns: Int?
        for row in table.rows {
            let list = Array(reader.tree.children(row))
            let isEmpty = list.allSatisfy { reader.tokens(of: $0).allSatisfy(\.isSpace) }
            if isEmpty { continue }
            if let columns, columns != list.count {
                throw Unread(.unreadNotation, "rows of different lengths", at: token.range)
            }
            columns = list.count
            for cell in list {
                let tokens = reader.tokens(of: cell)
                if tokens.contains(where: { if case .ellipsis = $0.kind { true } else { false } }) {
                    throw Unread(.ellipsis, "a matrix with an ellipsis", at: token.range)
                }
                guard tokens.contains(where: { !$0.isSpace }) else { throw Unread(.unreadNotation, "an empty cell", at: token.range) }
                if tokens.allSatisfy({ if case .sign = $0.kind { $0.isSpace || !$0.isSign(Sign.infinity) } else { $0.isSpace } }) {
                    throw Unread(.unreadNotation, "a matrix whose elements are left open", at: token.range)
                }
                cells.append(try parse(tokens))
            }
        }
        guard let columns, columns > 0, !cells.isEmpty else { throw Unread(.unreadNotation, "an empty matrix", at: token.range) }
        let rows = cells.count / columns
        let isDeterminant = table.environment == "vmatrix" || open == Sign.bar
        let kind: ExpressionTree.Kind =
            columns == 1 ? .vector(draft.list(cells)) : .matrix(rows: Int32(rows), columns: Int32(columns), draft.list(cells))
        let matrix = draft.add(kind, token.core)
        return isDeterminant ? draft.add(.unary(.determinant, matrix), token.core) : matrix
    }

    private static let otherwiseWords = ["otherwise", "else", "other", "others", "elsewhere", "其他", "其它", "否则", "其余"]

    mutating func cases(_ index: Int, _ token: Token) throws(Unread) -> ID {
        var parts: [ID] = []
        var otherwise: ID?
        for row in reader.tree.tables[index].rows {
            var cells = reader.tree.children(row).map { reader.tokens(of: $0) }
            guard cells.contains(where: { $0.contains { !$0.isSpace } }) else { continue }
            if cells.count == 1 { cells = splitCase(cells[0]) }
            guard cells.count >= 2, otherwise == nil else { throw Unread(.unreadNotation, "a case without condition", at: span(cells.first ?? [])) }
            var value = cells[0].filter { !$0.isSpace || isWide($0) }
            while let last = value.last, last.isSpace || last.isPunctuation(Sign.comma, Sign.semicolon, Sign.wideComma) { value.removeLast() }
            let conditionTokens = cells.dropFirst().flatMap { $0 }.filter { !$0.isSpace }
            let words = conditionTokens.compactMap { token -> String? in
                switch token.kind {
                case .text(let text), .word(let text): text
                case .letter(let s): s < 0x80 ? Unicode.Scalar(s).map { String(Character($0)) } : nil
                default: nil
                }
            }.joined().split(separator: " ").joined().lowercased()
            let result = try parse(value)
            if Self.otherwiseWords.contains(where: { words.hasPrefix($0) }), !conditionTokens.contains(where: \.isRelation) {
                otherwise = result
                continue
            }
            parts.append(result)
            parts.append(try condition(Array(conditionTokens)))
        }
        guard !parts.isEmpty else { throw Unread(.unreadNotation, "cases without a condition", at: token.range) }
        if let otherwise { parts.append(otherwise) }
        return draft.add(.choose(draft.list(parts)), token.core)
    }

    /// A case in one cell: the condition stands behind a comma, a wide space or words.
    private func splitCase(_ tokens: [Token]) -> [[Token]] {
        let top = StatementSplitter.topLevel(tokens)
        for (k, token) in tokens.enumerated() where top[k] && k > 0 {
            switch token.kind {
            case .punctuation(Sign.comma), .punctuation(Sign.wideComma), .punctuation(Sign.semicolon):
                return [Array(tokens[..<k]), Array(tokens[(k + 1)...])]
            case .text: return [Array(tokens[..<k]), Array(tokens[k...])]
            case .space(let em) where em >= 0.99: return [Array(tokens[..<k]), Array(tokens[(k + 1)...])]
            default: continue
            }
        }
        return [tokens]
    }
}
