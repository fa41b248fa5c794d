import LaTeX
import Source
import Tensors

/// Sets of things: an array of truth values over a universe, with an axis for each index or argument of the set.
extension ExpressionParser {
    /// A capital, a script letter or a Greek capital may name a set.
    func isSetName(_ token: Token) -> Bool {
        guard let name = SymbolSpelling.baseName(token, reader), scope[SymbolKey(canonical: name)]?.value == nil, binder(name) == nil else { return false }
        if case .word = token.kind { return true }
        return name.unicodeScalars.first?.properties.isUppercase ?? false
    }

    private func isSetOperator(_ token: Token) -> Bool {
        token.isSign(0x222A) || token.isSign(0x2229) || token.isSign(0x2216)
    }

    /// `N(i)`, `C_k`, `A \cup \{i\}`: names, braces and signs of sets, no more.
    func isSetExpression(_ tokens: [Token]) -> Bool {
        guard let first = tokens.first else { return false }
        let top = StatementSplitter.topLevel(tokens)
        var hasName = false
        for (k, token) in tokens.enumerated() where top[k] {
            switch token.kind {
            case .letter, .word, .accent:
                guard isSetName(token) else { return false }
                hasName = true
            case .fenced(let open, _, _): if open != 0x28 && open != 0x7B { return false }
            case .space: break
            default: if !isSetOperator(token) { return false }
            }
        }
        if !hasName { return false }
        if first.font == .blackboard { return false }
        return true
    }

    /// Whether `value` is a member, as a truth value.
    mutating func isMember(_ value: ID, of tokens: [Token]) throws(Unread) -> ID {
        depth += 1
        defer { depth -= 1 }
        let range = span(tokens)
        guard depth < Self.depthLimit, let first = tokens.first else { throw Unread(.unreadNotation, "a set", at: range) }
        let top = StatementSplitter.topLevel(tokens)
        for sign: UInt32 in [0x222A, 0x2216, 0x2229] {
            guard let place = tokens.indices.last(where: { top[$0] && tokens[$0].isSign(sign) }) else { continue }
            let a = try isMember(value, of: Array(tokens[..<place]))
            var b = try isMember(value, of: Array(tokens[(place + 1)...]))
            if sign == 0x2216 { b = draft.add(.unary(.not, b), range) }
            return draft.add(.binary(.elementwise(sign == 0x222A ? .logicalOr : .logicalAnd), a, b), range)
        }
        var cursor = Cursor(tokens.filter { !$0.isSpace })
        if let open = opening(of: first) {
            let (inner, _, _, end) = try take(&cursor)
            guard cursor.isAtEnd, !end.hasScripts else { throw Unread(.unreadNotation, "a set", at: range) }
            if open == 0x28 { return try isMember(value, of: inner) }
            guard open == 0x7B else { throw Unread(.unreadNotation, "a set", at: range) }
            var result: ID?
            for part in splitArguments(inner) {
                let equal = draft.add(.binary(.elementwise(.equal), value, try index(part)), range)
                result = result.map { draft.add(.binary(.elementwise(.logicalOr), $0, equal), range) } ?? equal
            }
            guard let result else { throw Unread(.unreadNotation, "an empty set", at: range) }
            return result
        }
        guard let base = SymbolSpelling.baseName(first, reader) else { throw Unread(.unreadNotation, "a set", at: range) }
        var name = base
        var places: [ID] = []
        if let sub = first.sub {
            switch classifySubscript(sub, base: base) {
            case .label(let label): name += "_" + label
            case .indices(let parts): for part in parts { places.append(try index(part)) }
            case .labelAndIndices, .none: throw Unread(.unreadNotation, "a set", at: range)
            }
        }
        if let sup = first.sup {
            guard let text = SymbolSpelling.scriptText(sup, reader) else { throw Unread(.unreadNotation, "a set", at: range) }
            name += "^" + text
        }
        cursor.place += 1
        if !cursor.isAtEnd {
            let (inner, open, _, end) = try take(&cursor)
            guard open == 0x28, cursor.isAtEnd, !end.hasScripts else { throw Unread(.unreadNotation, "a set", at: range) }
            for part in splitArguments(inner) { places.append(try index(part)) }
        }
        guard places.count < TypeTerm.maximumRank else { throw Unread(.unreadNotation, "a set", at: range) }
        places.append(value)
        let set = symbol(SymbolKey(canonical: name), first, range: first.core, indexCount: places.count)
        if case .symbol(let s) = draft[set].kind, draft.symbols[Int(s)].learned.words.isEmpty {
            draft.symbols[Int(s)].learned = Learned("a set: positive at its members")
        }
        let element = draft.add(.access(set, draft.list(places)), range)
        return draft.add(.binary(.elementwise(.greater), element, draft.number(0, range)), range)
    }

    /// `|A \cap B|`, `|N(i)|`: how many members; `nil` where no set is meant.
    mutating func setCount(_ tokens: [Token], _ range: ByteRange) throws(Unread) -> ID? {
        guard !isStrict, isSetExpression(tokens) else { return nil }
        let isCombined = tokens.contains(where: isSetOperator)
        let isNamed = tokens.first.flatMap { SymbolSpelling.baseName($0, reader) }.map { hints.sets.contains($0) } ?? false
        guard isCombined || isNamed && (tokens.count > 1 || tokens[0].hasScripts || hints.combinesSets) else { return nil }
        let slot = try newSlot(SymbolKey(canonical: "member"), range, .inferred, isFree: false)
        let all = SymbolKey(canonical: "\u{2}universe")
        if let known = sets[all] { equalSlots.append((slot, known)) } else { sets[all] = slot }
        let holds = try isMember(draft.add(.slot(slot), range), of: tokens)
        return draft.add(.reduce(.sum, slot: slot, body: draft.number(1, range), condition: holds), range)
    }
}
