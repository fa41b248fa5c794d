import LaTeX
import Source
import Tensors

extension ExpressionParser {
    /// Events are truth values over equally likely outcomes, random variables numbers; a probability is a mean.
    mutating func eventProbability(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        guard !token.hasScripts else { throw Unread(.unreadNotation, "a probability under a law", at: token.range) }
        let (inner, _, _, end) = try take(&c)
        let range = token.range.union(end.core)
        let visible = inner.filter { !$0.isSpace }
        let top = StatementSplitter.topLevel(visible)
        var bars = visible.indices.filter { k in if case .bar(Sign.bar) = visible[k].kind { top[k] } else { false } }
        // `P(|X - \mu| \ge t)`: bars in pairs are magnitudes.
        if bars.count % 2 == 0 { bars = [] }
        guard bars.count <= 1 else { throw Unread(.unreadNotation, "a probability of this", at: range) }
        let slot = try outcomeSlot(range)
        outcomes.append(([], slot))
        defer { outcomes.removeLast() }
        func chance(_ holds: ID) -> ID { draft.add(.reduce(.mean, slot: slot, body: holds, condition: ExpressionTree.none), range) }
        let event = try self.event(Array(visible[..<(bars.first ?? visible.count)]), range)
        guard let bar = bars.first else { return try closing(c, chance(event)) }
        let condition = Array(visible[(bar + 1)...])
        let given = try self.event(condition, range)
        let both = draft.add(.binary(.elementwise(.logicalAnd), event, given), range)
        let weight = chance(given)
        let ratio = draft.add(.binary(.divide, chance(both), weight), range)
        guard condition.contains(where: { $0.sub != nil }) else { return try closing(c, ratio) }
        // Of many events some never happen: what they give is left out.
        let zero = draft.number(0, range)
        let happens = draft.add(.binary(.elementwise(.greater), weight, zero), range)
        return try closing(c, draft.add(.choose(draft.list([ratio, happens, zero])), range))
    }

    /// `a < X \le b` is said of `a \le b`.
    private mutating func imply(_ tokens: [Token]) throws(Unread) {
        let parts = KindReader.parts(tokens)
        guard parts.sides.count == 3, parts.signs.allSatisfy({ if case .relation(let sign) = $0.kind { [.less, .lessOrEqual].contains(RelationSigns.kind(sign)) } else { false } }),
            randomNames(parts.sides[0]).isDisjoint(with: randoms), randomNames(parts.sides[2]).isDisjoint(with: randoms)
        else { return }
        let low = try parse(parts.sides[0])
        implied.append(draft.add(.binary(.elementwise(.lessEqual), low, try parse(parts.sides[2])), span(tokens)))
    }

    /// `A \cap B`, `A \cup \bar{B}`, `A^c`, `X \le x`, `A, B`.
    private mutating func event(_ tokens: [Token], _ range: ByteRange) throws(Unread) -> ID {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit, !tokens.isEmpty else { throw Unread(.unreadNotation, "an event", at: range) }
        let top = StatementSplitter.topLevel(tokens)
        for (signs, function) in [([Sign.comma, Sign.semicolon], BinaryFunction.logicalAnd), ([0x222A, 0x2228], .logicalOr), ([0x2229, 0x2227], .logicalAnd)] {
            let isSplit = { (k: Int) -> Bool in
                guard top[k] else { return false }
                switch tokens[k].kind {
                case .sign(let s), .punctuation(let s): return signs.contains(s)
                default: return false
                }
            }
            guard let place = tokens.indices.last(where: isSplit) else { continue }
            let a = try event(Array(tokens[..<place]), range)
            let b = try event(Array(tokens[(place + 1)...]), range)
            return draft.add(.binary(.elementwise(function), a, b), span(tokens))
        }
        if let union = try eventsOfAll(tokens, range) { return union }
        let isOfEvents = tokens.allSatisfy { Self.isEventName($0) || $0.isSign(Sign.minus) || $0.isSign(Sign.plus) }
        if let difference = tokens.indices.last(where: { top[$0] && (tokens[$0].isSign(0x2216) || isOfEvents && tokens[$0].isSign(Sign.minus)) }) {
            let a = try event(Array(tokens[..<difference]), range)
            let b = try event(Array(tokens[(difference + 1)...]), range)
            return draft.add(.binary(.elementwise(.logicalAnd), a, draft.add(.unary(.not, b), range)), span(tokens))
        }
        if zip(tokens, top).contains(where: { $0.isRelation && $1 }) {
            for name in randomNames(tokens) where name.name.unicodeScalars.first?.properties.isUppercase ?? false {
                randoms.insert(name)
                outcomes[outcomes.count - 1].names.insert(name)
            }
            isConditional = true
            guard !outcomes[outcomes.count - 1].names.isEmpty else { throw Unread(.unreadNotation, "an event", at: range) }
            let holds = try condition(tokens)
            try imply(tokens)
            return holds
        }
        if let first = tokens.first, first.isSign(0xAC) { return draft.add(.unary(.not, try event(Array(tokens.dropFirst()), range)), span(tokens)) }
        if case .open(0x28)? = tokens.first?.kind, case .close? = tokens.last?.kind, closingPlace(Cursor(tokens)) == tokens.count - 1, tokens.last?.hasScripts == false {
            return try event(Array(tokens.dropFirst().dropLast()), range)
        }
        // `A + B` of events is their union, `AB` what they have in common.
        if isOfEvents, let plus = tokens.lastIndex(where: { $0.isSign(Sign.plus) }) {
            let a = try event(Array(tokens[..<plus]), range)
            return draft.add(.binary(.elementwise(.logicalOr), a, try event(Array(tokens[(plus + 1)...]), range)), span(tokens))
        }
        if tokens.count > 1, tokens.allSatisfy({ Self.isEventName($0) }) {
            let a = try event(Array(tokens.dropLast()), range)
            return draft.add(.binary(.elementwise(.logicalAnd), a, try event(Array(tokens.suffix(1)), range)), span(tokens))
        }
        guard tokens.count == 1, var token = tokens.first else { throw Unread(.unreadNotation, "an event", at: range) }
        // Complements: `A^c`, `\bar{A}`, `A'`.
        var isComplement = false
        if let sup = token.sup {
            guard let text = SymbolSpelling.scriptText(sup, reader), ["c", "C", "'", "∁"].contains(text) else { throw Unread(.unreadNotation, "an event", at: range) }
            isComplement = true
            token.sup = nil
        }
        if case .accent(let accent, let base) = token.kind, accent == .bar || accent == .overline {
            let inner = reader.tokens(of: base).filter { !$0.isSpace }
            isComplement.toggle()
            guard inner.count == 1 else {
                let whole = try event(inner, range)
                return isComplement ? draft.add(.unary(.not, whole), token.range) : whole
            }
            let sub = token.sub
            token = inner[0]
            token.sub = sub ?? token.sub
        }
        guard let base = SymbolSpelling.baseName(token, reader), base.unicodeScalars.first?.properties.isUppercase ?? false else {
            throw Unread(.unreadNotation, "an event", at: range)
        }
        var name = base
        var indices: [[Token]] = []
        if let sub = token.sub {
            switch classifySubscript(sub, base: base) {
            case .label(let label): name += "_" + label
            case .indices(let found): indices = found
            default: throw Unread(.unreadNotation, "an event", at: range)
            }
        }
        let key = SymbolKey(canonical: name)
        randoms.insert(key)
        let value = try randomValue(key, token, outcomes[outcomes.count - 1].slot, indices)
        let holds = draft.add(.binary(.elementwise(.greater), value, draft.number(0, token.range)), token.range)
        return isComplement ? draft.add(.unary(.not, holds), token.range) : holds
    }
}

extension ExpressionParser {
    /// A capital, or one with a bar.
    static func isEventName(_ token: Token) -> Bool {
        switch token.kind {
        case .letter(let letter): (0x41...0x5A).contains(letter)
        case .accent(let accent, _): accent == .bar || accent == .overline
        default: false
        }
    }

    /// `\bigcup_{i=1}^n A_i`, `\cup_i A_i`: whether any, or each, of many events holds; `nil` for other events.
    private mutating func eventsOfAll(_ tokens: [Token], _ range: ByteRange) throws(Unread) -> ID? {
        guard let first = tokens.first, tokens.count > 1 else { return nil }
        let isUnion: Bool
        switch first.kind {
        case .large(0x22C3), .large(0x222A), .sign(0x222A), .sign(0x22C3): isUnion = true
        case .large(0x22C2), .large(0x2229), .sign(0x2229), .sign(0x22C2): isUnion = false
        default: return nil
        }
        guard let sub = first.sub else { return nil }
        let binding = try bind(reader.tokens(of: sub), upper: first.sup, first)
        guard binding.slots.count == 1, binding.conditions.isEmpty, binding.members.isEmpty else { return nil }
        binders.append((binding.names[0], binding.slots[0]))
        defer { binders.removeLast() }
        let holds = try event(Array(tokens.dropFirst()), range)
        return draft.add(.reduce(isUnion ? .maximum : .minimum, slot: binding.slots[0], body: holds, condition: ExpressionTree.none), range)
    }

    /// `F(b)` beside `P(X \le b)` is the chance that X is at most that; `nil` where the formula speaks of more than one variable.
    mutating func distributionFunction(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID? {
        guard !isStrict, !followsLaws, hints.usesEvents, token.sup == nil, let next = c.current, opening(of: next) == 0x28, contents(c).count > 0 else { return nil }
        guard let name = hints.comparedVariable, token.sub.map({ SymbolSpelling.scriptText($0, reader) == name }) ?? true else { return nil }
        let (inner, _, _, end) = try take(&c)
        let range = token.range.union(end.core)
        let key = SymbolKey(canonical: name)
        let limit = try parse(inner)
        randoms.insert(key)
        isConditional = true
        let slot = try outcomeSlot(range)
        let letter = Token(.letter(name.unicodeScalars.first?.value ?? 0x58), range: token.core)
        let value = try randomValue(key, letter, slot, [])
        let holds = draft.add(.binary(.elementwise(.lessEqual), value, limit), range)
        return try closing(c, draft.add(.reduce(.mean, slot: slot, body: holds, condition: ExpressionTree.none), range))
    }
}
