import LaTeX
import Source
import Tensors

/// Probabilities of discrete variables: every one that a formula names is an axis of one joint distribution, so that
/// marginals are sums and conditionals quotients.
extension ExpressionParser {
    /// `P(A, B \mid C)`, `P(Y = k \mid X = x)`, `P(A \cup B)`, `p(x_i \mid \theta)`; the cursor stands at the bracket.
    mutating func probability(_ c: inout Cursor, _ token: Token, _ base: String) throws(Unread) -> ID {
        guard !isStrict else { throw Unread(.unreadNotation, "a probability", at: token.range) }
        guard let next = c.current, opening(of: next) != nil else { throw Unread(.unreadNotation, "a probability of nothing", at: token.range) }
        hasMoments = true
        if followsLaws { return try chance(&c, token) }
        let inside = contents(c)
        if hints.usesEvents, base != "p" { return try eventProbability(&c, token) }
        let variables = hints.events
        let isPlain = ProbabilityArguments.read(inside, reader).map { events, given in
            Set((events + given).map(\.name)).count == events.count + given.count
        } ?? false
        guard !token.hasScripts, isPlain, outcomes.isEmpty, !variables.isEmpty, variables.count <= TypeTerm.maximumRank else {
            return try opaqueApplication(&c, token, base)
        }
        let (inner, _, _, end) = try take(&c)
        let range = token.range.union(end.range)
        guard let (events, given) = ProbabilityArguments.read(inner.filter { !$0.isSpace }, reader) else {
            throw Unread(.unreadNotation, "a probability of this", at: range)
        }
        var places: [String: ID] = [:]
        for event in events + given {
            let key = SymbolKey(canonical: event.value)
            let slot: Int32
            if let bound = binder(event.value) {
                slot = bound
            } else {
                slot = try freeSlot(key, event.range)
                openValues.insert(key)
            }
            guard places[event.name] == nil else { throw Unread(.unreadNotation, "a variable that stands twice", at: event.range) }
            places[event.name] = draft.add(.slot(slot), event.range)
        }
        let whole = try marginal(Set((events + given).map(\.name)), places, variables, range)
        var result = whole
        if !given.isEmpty {
            let condition = try marginal(Set(given.map(\.name)), places, variables, range)
            result = draft.add(.binary(.divide, whole, condition), range)
        }
        return try closing(c, result)
    }

    /// `p(x)`, `q(x)` under a sum over x: the chance of each value, where the formula speaks of one variable.
    mutating func massAtIndex(_ c: inout Cursor, _ token: Token, _ base: String) throws(Unread) -> ID? {
        guard !isStrict, !followsLaws, !hints.usesEvents, hints.events.count <= 1, outcomes.isEmpty, !token.hasScripts, token.font != .calligraphic,
            ["p", "q"].contains(base), let next = c.current, opening(of: next) == 0x28
        else { return nil }
        let inside = contents(c).filter { !$0.isSpace }
        guard inside.count == 1, !inside[0].hasScripts, let letter = inside[0].letter, let name = SymbolSpelling.letterName(letter), let slot = binder(name),
            hints.events.allSatisfy({ $0 == name })
        else { return nil }
        let (_, _, _, end) = try take(&c)
        let range = token.range.union(end.range)
        guard !end.hasScripts else { throw Unread(.unreadNotation, "a distribution with scripts", at: range) }
        let core = symbol(SymbolKey(canonical: base), token, range: token.core, indexCount: 1)
        if case .symbol(let s) = draft[core].kind, draft.symbols[Int(s)].domain == .real {
            draft.symbols[Int(s)].domain = .distribution
            draft.symbols[Int(s)].learned = Learned("the distribution of \(name)")
        }
        return draft.add(.access(core, draft.list([draft.add(.slot(slot), inside[0].range)])), range)
    }

    /// The joint distribution summed over the variables that are not `kept`.
    private mutating func marginal(
        _ kept: Set<String>, _ places: [String: ID], _ variables: [String], _ range: ByteRange
    ) throws(Unread) -> ID {
        let key = SymbolKey(canonical: "P_joint")
        let token = Token(.letter(0x50), range: range)
        var indices: [ID] = []
        var summed: [Int32] = []
        for name in variables {
            if kept.contains(name), let place = places[name] {
                indices.append(place)
            } else {
                let slot = try newSlot(SymbolKey(canonical: name), range, .inferred, isFree: false)
                summed.append(slot)
                indices.append(draft.add(.slot(slot), range))
            }
        }
        let joint = symbol(key, token, range: range, indexCount: variables.count)
        if case .symbol(let s) = draft[joint].kind {
            draft.symbols[Int(s)].domain = .positive
            draft.symbols[Int(s)].learned = Learned("the joint distribution of " + variables.joined(separator: ", "))
        }
        var value = draft.add(.access(joint, draft.list(indices)), range)
        for slot in summed.reversed() {
            value = draft.add(.reduce(.sum, slot: slot, body: value, condition: ExpressionTree.none), range)
        }
        let all = symbol(key, token, range: range, indexCount: variables.count)
        let total = draft.add(.reduceAll(.sum, all), range)
        return draft.add(.binary(.divide, value, total), range)
    }
}

extension ExpressionParser {
    /// Events are truth values over equally likely outcomes, random variables numbers; a probability is a mean.
    private mutating func eventProbability(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        guard !token.hasScripts else { throw Unread(.unreadNotation, "a probability under a law", at: token.range) }
        let (inner, _, _, end) = try take(&c)
        let range = token.range.union(end.core)
        let visible = inner.filter { !$0.isSpace }
        let top = StatementSplitter.topLevel(visible)
        let bars = visible.indices.filter { k in if case .bar(Sign.bar) = visible[k].kind { top[k] } else { false } }
        guard bars.count <= 1 else { throw Unread(.unreadNotation, "a probability of this", at: range) }
        let slot = try newSlot(SymbolKey(canonical: "omega"), range, .inferred, isFree: false)
        let all = SymbolKey(canonical: "\u{2}outcomes")
        if let known = sets[all] { equalSlots.append((slot, known)) } else { sets[all] = slot }
        outcomes.append(([], slot))
        defer { outcomes.removeLast() }
        func chance(_ holds: ID) -> ID { draft.add(.reduce(.mean, slot: slot, body: holds, condition: ExpressionTree.none), range) }
        let event = try self.event(Array(visible[..<(bars.first ?? visible.count)]), range)
        guard let bar = bars.first else { return try closing(c, chance(event)) }
        let given = try self.event(Array(visible[(bar + 1)...]), range)
        let both = draft.add(.binary(.elementwise(.logicalAnd), event, given), range)
        let top2 = chance(both)
        return try closing(c, draft.add(.binary(.divide, top2, chance(given)), range))
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
        if let difference = tokens.indices.last(where: { top[$0] && tokens[$0].isSign(0x2216) }) {
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
            return try condition(tokens)
        }
        if let first = tokens.first, first.isSign(0xAC) { return draft.add(.unary(.not, try event(Array(tokens.dropFirst()), range)), span(tokens)) }
        if case .open(0x28)? = tokens.first?.kind, case .close? = tokens.last?.kind, closingPlace(Cursor(tokens)) == tokens.count - 1, tokens.last?.hasScripts == false {
            return try event(Array(tokens.dropFirst().dropLast()), range)
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

/// The arguments of a probability.
enum ProbabilityArguments {
    struct Event {
        var name: String
        /// The letter that stands for its value.
        var value: String
        var range: ByteRange
    }

    /// Events and conditions, or `nil` where a part is no plain variable or `X = x`.
    static func read(_ tokens: [Token], _ reader: TokenReader) -> (events: [Event], given: [Event])? {
        var parts: [[[Token]]] = [[[]]]
        for token in tokens {
            if case .bar(Sign.bar) = token.kind {
                parts.append([[]])
            } else if token.isPunctuation(Sign.comma, Sign.semicolon, Sign.wideComma) {
                parts[parts.count - 1].append([])
            } else {
                parts[parts.count - 1][parts[parts.count - 1].count - 1].append(token)
            }
        }
        guard parts.count <= 2 else { return nil }
        var out: [[Event]] = []
        for list in parts {
            var events: [Event] = []
            for part in list {
                guard let first = part.first, first.letter != nil, !first.hasScripts, let name = SymbolSpelling.baseName(first, reader) else { return nil }
                var value = name
                if part.count == 3, case .relation(Sign.equal) = part[1].kind, part[2].letter != nil, !part[2].hasScripts,
                    let letter = SymbolSpelling.baseName(part[2], reader)
                {
                    value = letter
                } else if part.count != 1 {
                    return nil
                }
                events.append(Event(name: name, value: value, range: first.range))
            }
            out.append(events)
        }
        return (out[0], out.count > 1 ? out[1] : [])
    }

    static func isProbability(_ token: Token) -> Bool {
        guard !token.hasScripts else { return false }
        switch token.kind {
        case .letter(0x50), .letter(0x70), .word("Pr"), .word("P"), .text("Pr"), .text("P"): return true
        default: return false
        }
    }

    /// Whether some probability is one of a combination of events or of a comparison: `P(A \cup B)`, `P(X \le x)`.
    static func holdsEvents(_ reader: TokenReader) -> Bool {
        var seen = 0
        for (k, node) in reader.tree.nodes.enumerated() {
            guard case .row(let list) = node.kind, list.count > 1 else { continue }
            seen += list.count
            guard seen < 20_000 else { break }
            let tokens = reader.tokens(of: MathTree.ID(k)).filter { !$0.isSpace }
            for (place, token) in tokens.enumerated() where isProbability(token) && token.letter != 0x70 && place + 1 < tokens.count {
                var depth = 0
                for j in (place + 1)..<min(tokens.count, place + 500) {
                    switch tokens[j].kind {
                    case .fenced(_, let body, _) where j == place + 1: if reader.tokens(of: body).contains(where: { combinesEvents($0, reader) }) { return true }
                    case .open: depth += 1
                    case .close: depth -= 1
                    default: if depth > 0, combinesEvents(tokens[j], reader) { return true }
                    }
                    if depth <= 0 { break }
                }
            }
        }
        return false
    }

    private static func combinesEvents(_ token: Token, _ reader: TokenReader) -> Bool {
        switch token.kind {
        case .sign(0x222A), .sign(0x2229), .sign(0x2216), .sign(0xAC), .sign(0x2227), .sign(0x2228): return true
        case .relation(let sign): return sign != Sign.equal && sign != Sign.colon && RelationSigns.kind(sign) != .other && RelationSigns.kind(sign) != .member
        // `A^c`
        case .letter:
            guard let letter = token.letter, (0x41...0x5A).contains(letter), let sup = token.sup, let text = SymbolSpelling.scriptText(sup, reader) else { return false }
            return ["c", "C", "∁"].contains(text)
        case .accent(let accent, _): return accent == .bar || accent == .overline
        default: return false
        }
    }

    /// The variables of all probabilities of a formula, sorted.
    static func variables(_ reader: TokenReader) -> [String] {
        var names: Set<String> = []
        var seen = 0
        for (k, node) in reader.tree.nodes.enumerated() {
            guard case .row(let list) = node.kind, list.count > 1 else { continue }
            seen += list.count
            guard seen < 20_000 else { break }
            let tokens = reader.tokens(of: MathTree.ID(k)).filter { !$0.isSpace }
            for (place, token) in tokens.enumerated() where isProbability(token) && place + 1 < tokens.count {
                let inner: [Token]
                switch tokens[place + 1].kind {
                case .fenced(0x28, let body, _): inner = reader.tokens(of: body).filter { !$0.isSpace }
                case .open(0x28):
                    var depth = 0
                    var end = place + 1
                    for j in (place + 1)..<min(tokens.count, place + 500) {
                        if case .open = tokens[j].kind { depth += 1 }
                        if case .close = tokens[j].kind { depth -= 1 }
                        if depth == 0 {
                            end = j
                            break
                        }
                    }
                    guard end > place + 2 else { continue }
                    inner = Array(tokens[(place + 2)..<end])
                default: continue
                }
                guard let (events, given) = read(inner, reader) else { continue }
                names.formUnion((events + given).map(\.name))
            }
        }
        return names.sorted()
    }
}
