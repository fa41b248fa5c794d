import LaTeX
import Source
import Tensors

/// Probabilities of discrete variables: every one that a formula names is an axis of one joint distribution, so that
/// marginals are sums and conditionals quotients.
extension ExpressionParser {
    /// `P(A, B \mid C)`, `P(Y = k \mid X = x)`; the cursor stands at the bracket.
    mutating func probability(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        let variables = hints.events
        guard !token.hasScripts, !variables.isEmpty, variables.count <= TypeTerm.maximumRank, !isStrict else {
            throw Unread(.unreadNotation, "a probability", at: token.range)
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

    /// The variables of all probabilities of a formula, sorted.
    static func variables(_ reader: TokenReader) -> [String] {
        var names: Set<String> = []
        var seen = 0
        for (k, node) in reader.tree.nodes.enumerated() {
            guard case .row(let list) = node.kind, list.count > 1 else { continue }
            seen += list.count
            guard seen < 20_000 else { break }
            let tokens = reader.tokens(of: MathTree.ID(k)).filter { !$0.isSpace }
            for (place, token) in tokens.enumerated() where token.letter == 0x50 && place + 1 < tokens.count {
                let inner: [Token]
                switch tokens[place + 1].kind {
                case .fenced(0x28, let body, _): inner = reader.tokens(of: body).filter { !$0.isSpace }
                case .open(0x28):
                    var depth = 0
                    var end = place + 1
                    for j in (place + 1)..<tokens.count {
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
