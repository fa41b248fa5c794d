import LaTeX
import Source
import Tensors

/// Relations as truth values: in cases, indicators, restricted sums.
extension ExpressionParser {
    /// A relation as a truth value; chains are joined by and.
    mutating func condition(_ tokens: [Token]) throws(Unread) -> ID {
        var parts: [[Token]] = [[]]
        var words = tokens.filter { !$0.isSpace || isWide($0) }
        if words.contains(where: { if case .text = $0.kind { true } else { false } }) {
            words = words.flatMap { token -> [Token] in
                if case .text(let text) = token.kind, !token.hasScripts { PlainWords.relation(inText: text, token.range) ?? [token] } else { [token] }
            }
        }
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
        switch token.kind {
        case .text(let words), .word(let words): return StatementSplitter.isConditionWords(words)
        default: return false
        }
    }

    /// A relation of two free indices: `i \ne j`.
    func comparesIndices(_ id: ID) -> Bool {
        guard case .binary(.elementwise, let a, let b) = draft[id].kind, case .slot(let left) = draft[a].kind, case .slot(let right) = draft[b].kind else { return false }
        return draft.slots[Int(left)].isFree && draft.slots[Int(right)].isFree
    }

    mutating func comparison(_ tokens: [Token]) throws(Unread) -> ID {
        if let first = tokens.first, first.isSign(0xAC), tokens.count > 1 {
            depth += 1
            defer { depth -= 1 }
            guard depth < Self.depthLimit else { throw Unread(.limit, "nested too deeply", at: first.range) }
            let inner = try comparison(Array(tokens.dropFirst()))
            return draft.add(.unary(.not, inner), span(tokens))
        }
        // A condition in brackets.
        if tokens.count > 1 || { if case .fenced? = tokens.first?.kind { true } else { false } }(), let first = tokens.first, opening(of: first) == 0x28 {
            var cursor = Cursor(tokens)
            let inner = contents(cursor)
            let (_, _, _, end) = try take(&cursor)
            if cursor.isAtEnd, !end.hasScripts, holdsCondition(inner) {
                depth += 1
                defer { depth -= 1 }
                guard depth < Self.depthLimit else { throw Unread(.limit, "nested too deeply", at: first.range) }
                return try condition(inner)
            }
        }
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
        if signs.count == 1, case .relation(let scalar) = signs[0].kind, scalar == 0x2208 || scalar == 0x2209 {
            let member = try membership(sides[0], sides[1], span(tokens))
            return scalar == 0x2208 ? member : draft.add(.unary(.not, member), span(tokens))
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

    /// `x \in [0, 1)`, `k \in \{1, 2\}` as a truth value.
    private mutating func membership(_ left: [Token], _ right: [Token], _ range: ByteRange) throws(Unread) -> ID {
        let value = try parse(left)
        if let numbers = try numberSet(value, right, range) { return numbers }
        var cursor = Cursor(right.filter { !$0.isSpace })
        guard let first = cursor.current, opening(of: first) != nil else { throw Unread(.unreadNotation, "a set as a condition", at: range) }
        let (inner, open, close, _) = try take(&cursor)
        guard cursor.isAtEnd else { throw Unread(.unreadNotation, "a set as a condition", at: range) }
        let parts = splitArguments(inner)
        var bounds: [ID] = []
        for part in parts { bounds.append(try parse(part)) }
        func holds(_ function: BinaryFunction, _ a: ID, _ b: ID, _ draft: inout Draft) -> ID { draft.add(.binary(.elementwise(function), a, b), range) }
        if open == 0x7B {
            guard var result = bounds.first.map({ holds(.equal, value, $0, &draft) }) else { throw Unread(.unreadNotation, "an empty set", at: range) }
            for member in bounds.dropFirst() { result = holds(.logicalOr, result, holds(.equal, value, member, &draft), &draft) }
            return result
        }
        guard parts.count == 2 else { throw Unread(.unreadNotation, "a set as a condition", at: range) }
        let isClosedBelow = open == 0x5B
        let isClosedAbove = close == 0x5D
        let low = holds(isClosedBelow ? .lessEqual : .less, bounds[0], value, &draft)
        let high = holds(isClosedAbove ? .lessEqual : .less, value, bounds[1], &draft)
        return holds(.logicalAnd, low, high, &draft)
    }

    /// `n \in \mathbb{N}`, `\mathbb{Z}`, `\mathbb{R}` as a truth value; `nil` for other sets. Whether 0 is a natural number
    /// is not settled: it is an error where the value depends on it.
    private mutating func numberSet(_ value: ID, _ right: [Token], _ range: ByteRange) throws(Unread) -> ID? {
        let tokens = right.filter { !$0.isSpace }
        guard tokens.count == 1, let token = tokens.first, token.sub == nil, let letter = token.letter, token.font == .blackboard || letter > 0x2100 else { return nil }
        var sign: String?
        if let sup = token.sup {
            guard let text = SymbolSpelling.scriptText(sup, reader), text == "+" || text == "-" else { return nil }
            sign = text
        }
        let zero = draft.number(0, range)
        func compare(_ function: BinaryFunction, _ a: ID, _ b: ID, _ draft: inout Draft) -> ID { draft.add(.binary(.elementwise(function), a, b), range) }
        let isWhole = compare(.equal, value, draft.add(.unary(.elementwise(.floor), value), range), &draft)
        let isNumber = compare(.equal, value, value, &draft)
        var result: ID
        switch letter {
        case 0x5A, 0x2124: result = isWhole
        case 0x52, 0x211D: result = isNumber
        case 0x4E, 0x2115:
            if case .number(0, _) = draft[value].kind { throw Unread(.ambiguous, "0 may or may not be a natural number", at: range) }
            result = compare(.logicalAnd, isWhole, compare(.greater, value, zero, &draft), &draft)
        default: return nil
        }
        if let sign { result = compare(.logicalAnd, result, compare(sign == "+" ? .greater : .less, value, zero, &draft), &draft) }
        return result
    }
}
