import LaTeX
import Source
import Tensors

/// Sums, products and extrema over indices.
extension ExpressionParser {
    struct Binding {
        var slots: [Int32]
        var names: [SymbolKey]
        var conditions: [[Token]]
        /// Indices that run over the members of a set.
        var members: [(slot: Int32, set: [Token], range: ByteRange)] = []
    }

    mutating func largeOperator(_ c: inout Cursor, _ token: Token, _ sign: UInt32) throws(Unread) -> ID {
        switch sign {
        case Sign.sum: return try reduction(&c, token, .sum)
        case Sign.product: return try reduction(&c, token, .product)
        case Sign.integral: return try integral(&c, token)
        case 0x222C, 0x222D:
            if let value = try wholeIntegral(&c, token, count: sign == 0x222C ? 2 : 3) { return value }
            throw Unread(.unreadNotation, "an integral", at: token.range)
        case 0x222E: throw Unread(.unreadNotation, "an integral", at: token.range)
        default: throw Unread(.unreadNotation, "this operator", at: token.range)
        }
    }

    mutating func reduction(_ c: inout Cursor, _ token: Token, _ kind: ExpressionTree.Reduction) throws(Unread) -> ID {
        c.place += 1
        guard let sub = token.sub else {
            if token.sup != nil { throw Unread(.unreadNotation, "an upper bound without index", at: token.range) }
            return try unindexed(&c, token, kind)
        }
        let binding = try bind(reader.tokens(of: sub), upper: token.sup, token)
        return try reduced(&c, token, kind, binding)
    }

    mutating func reduced(
        _ c: inout Cursor, _ token: Token, _ kind: ExpressionTree.Reduction, _ binding: Binding
    ) throws(Unread) -> ID {
        let count = binders.count
        for (name, slot) in zip(binding.names, binding.slots) { binders.append((name, slot)) }
        defer { binders.removeSubrange(count...) }
        var condition: ID?
        for (slot, set, range) in binding.members {
            let before = indexContext
            indexContext = true
            let part = try isMember(draft.add(.slot(slot), range), of: set)
            indexContext = before
            condition = condition.map { draft.add(.binary(.elementwise(.logicalAnd), $0, part), join($0, part)) } ?? part
        }
        for tokens in binding.conditions {
            let before = indexContext
            indexContext = true
            let part = try self.condition(tokens)
            indexContext = before
            condition = condition.map { draft.add(.binary(.elementwise(.logicalAnd), $0, part), join($0, part)) } ?? part
        }
        c.skipSpaces()
        guard !c.isAtEnd else {
            diagnostics.append(Diagnostic(.missingOperand, at: token.core, "nothing stands under this operator"))
            throw Unread(.unreadNotation, "a missing operand", at: token.core)
        }
        var body = choices.contains(.sumIncludesLaterTerms) ? try sum(&c) : try signedBody(&c)
        let range = token.range.union(draft[body].range)
        for (k, slot) in binding.slots.enumerated().reversed() {
            let own = k == binding.slots.count - 1 ? condition ?? ExpressionTree.none : ExpressionTree.none
            body = draft.add(.reduce(kind, slot: slot, body: body, condition: own), range)
        }
        return body
    }

    private mutating func signedBody(_ c: inout Cursor) throws(Unread) -> ID {
        if let token = c.current, token.isSign(Sign.minus) || token.isSign(Sign.plus) {
            c.place += 1
            let inner = try term(&c)
            return token.isSign(Sign.plus) ? inner : draft.add(.unary(.negate, inner), token.range.union(draft[inner].range))
        }
        return try term(&c)
    }

    /// `\sum x_i`: over the indices that stand in the body and that nothing else binds; else over all elements.
    private mutating func unindexed(_ c: inout Cursor, _ token: Token, _ kind: ExpressionTree.Reduction) throws(Unread) -> ID {
        let before = Set(freeSlots.keys)
        var body = try signedBody(&c)
        let new = freeSlots.keys.filter { !before.contains($0) }.sorted()
        let range = token.range.union(draft[body].range)
        if new.isEmpty { return draft.add(.reduceAll(kind, body), range) }
        for key in new {
            guard let slot = freeSlots[key] else { continue }
            draft.slots[Int(slot)].isFree = false
            freeSlots[key] = nil
            body = draft.add(.reduce(kind, slot: slot, body: body, condition: ExpressionTree.none), range)
        }
        return body
    }

    // MARK: Binding

    /// The letter of an index, primes included.
    private func letterName(_ token: Token) -> String? {
        guard token.sub == nil, token.sup == nil || primeCount(token.sup) > 0, let letter = token.letter else { return nil }
        return token.sup == nil ? SymbolSpelling.letterName(letter) : SymbolSpelling.fullName(token, reader)
    }

    /// What a sum runs over: an index, or all values of a variable that has one, `\sum_{z_i}`, `\sum_{z^{(i)}}`.
    private func boundName(_ token: Token) -> String? {
        if let name = letterName(token) { return name }
        guard !isStrict, token.letter != nil else { return nil }
        return SymbolSpelling.fullName(token, reader)
    }

    mutating func bind(_ tokens: [Token], upper: MathTree.ID?, _ operatorToken: Token) throws(Unread) -> Binding {
        var binding = Binding(slots: [], names: [], conditions: [])
        var visible = tokens.filter { !$0.isSpace }
        if visible.count == 1, case .table(let index) = visible[0].kind {
            visible = []
            for row in reader.tree.tables[index].rows {
                if !visible.isEmpty { visible.append(Token(.punctuation(Sign.comma), range: operatorToken.range)) }
                visible += reader.tokens(ofCells: reader.tree.children(row)).filter { !$0.isSpace }
            }
        }
        // `k: y_k = 1`: what follows the colon restricts.
        if let colon = visible.firstIndex(where: { if case .relation(0x3A) = $0.kind { true } else { false } }), colon > 0 {
            binding.conditions.append(Array(visible[(colon + 1)...]))
            visible = Array(visible[..<colon])
        }
        let parts = splitArguments(visible)
        var pending: [Token] = []
        for part in parts {
            guard !part.isEmpty else { throw Unread(.unreadNotation, "an index", at: operatorToken.range) }
            guard let relation = part.firstIndex(where: \.isRelation) else {
                // A list of indices, `ij` or `i`.
                for token in part {
                    guard part.count == 1 ? boundName(token) != nil : letterName(token) != nil else { throw Unread(.unreadNotation, "an index", at: token.range) }
                    pending.append(token)
                }
                continue
            }
            guard case .relation(let sign) = part[relation].kind else { continue }
            let left = Array(part[..<relation])
            let right = Array(part[(relation + 1)...])
            if right.isEmpty || left.isEmpty {
                diagnostics.append(Diagnostic(.missingOperand, at: part[relation].core, "a bound is missing"))
                throw Unread(.unreadNotation, "an incomplete bound", at: span(part))
            }
            switch (RelationSigns.kind(sign), left.count) {
            case (.equal, 1):
                try bindRange(pending + left, from: right, upper: upper, &binding, operatorToken)
                pending = []
            case (.member, _) where sign == 0x2208 && left.allSatisfy({ letterName($0) != nil }):
                for token in pending + left { try bindSet(token, right, &binding) }
                pending = []
            default:
                for token in pending { try bindInferred(token, &binding) }
                pending = []
                try bindCondition(part, &binding, operatorToken)
            }
        }
        if let upper, parts.count == 1, !pending.isEmpty {
            // `\sum_i^n`: from 1.
            let one = draft.number(1, operatorToken.range)
            for token in pending {
                let last = try parse(row: upper)
                try bind(token, .bounds(first: one, last: last), &binding)
            }
            pending = []
        }
        for token in pending { try bindInferred(token, &binding) }
        if binding.slots.isEmpty { throw Unread(.unreadNotation, "an operator that binds no index", at: operatorToken.range) }
        return binding
    }

    private mutating func bind(_ token: Token, _ bounds: SlotEntry.Range, _ binding: inout Binding) throws(Unread) {
        guard let name = boundName(token) else { throw Unread(.unreadNotation, "an index", at: token.range) }
        let key = SymbolKey(canonical: name)
        binding.slots.append(try newSlot(key, token.core, bounds, isFree: false))
        binding.names.append(key)
    }

    private mutating func bindInferred(_ token: Token, _ binding: inout Binding) throws(Unread) {
        // A declared index has its declared range.
        try bind(token, .inferred, &binding)
        if let name = boundName(token), ["x", "y", "z", "s", "a", "tau"].contains(name), let slot = binding.slots.last { shareValues(slot, of: SymbolKey(canonical: name)) }
        guard let name = letterName(token), let slot = binding.slots.last, case .index(let count, _)? = scope[SymbolKey(canonical: name)]?.role
        else { return }
        declaredCounts.append((slot, count))
    }

    private mutating func bindRange(
        _ letters: [Token], from right: [Token], upper: MathTree.ID?, _ binding: inout Binding, _ operatorToken: Token
    ) throws(Unread) {
        // `i = 1, …, n` was split before; `i = 1:n` is `i = 1` up to n.
        for token in letters {
            let first = try parse(right)
            if let upper {
                let tokens = reader.tokens(of: upper).filter { !$0.isSpace }
                // `\sum_{i=1}^{i=n}`
                let last: ID
                if tokens.count > 2, case .relation(Sign.equal) = tokens[1].kind {
                    last = try parse(Array(tokens[2...]))
                } else if tokens.count == 1, let set = indexSetSize(tokens[0]) {
                    last = draft.add(.count(set), tokens[0].range)
                } else {
                    last = try parse(tokens)
                }
                try bind(token, .bounds(first: first, last: last), &binding)
            } else {
                if case .number(let value, _) = draft[first].kind, value == 1 {
                    try bindInferred(token, &binding)
                } else {
                    throw Unread(.unreadNotation, "a sum without upper bound", at: operatorToken.range)
                }
            }
        }
    }

    private func indexSetSize(_ token: Token) -> Int32? {
        indexSet(token).flatMap { sets[$0] }
    }

    private mutating func bindSet(_ token: Token, _ right: [Token], _ binding: inout Binding) throws(Unread) {
        if right.count == 1, let key = indexSet(right[0]) {
            let set = try setSlot(key, right[0])
            try bind(token, .inferred, &binding)
            if let slot = binding.slots.last { equalSlots.append((slot, set)) }
            return
        }
        // A set given as data.
        if right.count == 1, let name = SymbolSpelling.fullName(right[0], reader), let value = scope[SymbolKey(canonical: name)]?.value,
            value.rank == 1, value.count <= 10_000
        {
            let members = value.elements.map { draft.number($0, right[0].range) }
            return try bind(token, .set(draft.list(members)), &binding)
        }
        // A set of things that the note speaks of: all values of an index.
        if right.count == 1, !right[0].hasScripts, !isStrict, let name = SymbolSpelling.fullName(right[0], reader), isSetName(right[0]) {
            let set = try setSlot(SymbolKey(canonical: name), right[0])
            try bind(token, .inferred, &binding)
            if let slot = binding.slots.last { equalSlots.append((slot, set)) }
            return
        }
        // `\mathcal{N}(i) \cup \{i\}`, `C_k`: those values that are members.
        if !isStrict, isSetExpression(right) {
            try bind(token, .inferred, &binding)
            if let slot = binding.slots.last { binding.members.append((slot, right, span(right))) }
            return
        }
        // {1, 2, 5}, {1, …, n} and [n].
        guard let open = right.first else { throw Unread(.unreadNotation, "a set", at: token.range) }
        var inner: [Token]
        var bracket: UInt32
        switch open.kind {
        case .fenced(let sign, let body, _) where right.count == 1:
            inner = reader.tokens(of: body).filter { !$0.isSpace }
            bracket = sign
        case .open(let sign):
            guard case .close? = right.last?.kind else { throw Unread(.unreadNotation, "a set", at: token.range) }
            inner = Array(right.dropFirst().dropLast())
            bracket = sign
        default: throw Unread(.undefinedSymbol, "an index set that is not declared", at: span(right))
        }
        let parts = splitArguments(inner)
        if bracket == 0x5B, parts.count == 1 {
            let one = draft.number(1, open.range)
            let last = try parse(inner)
            return try bind(token, .bounds(first: one, last: last), &binding)
        }
        guard bracket == 0x7B else { throw Unread(.unreadNotation, "a set", at: span(right)) }
        bracket = 0
        if let dots = parts.firstIndex(where: { $0.count == 1 && isEllipsis($0[0]) }) {
            guard dots == parts.count - 2, dots >= 1, let first = parts.first, let last = parts.last else {
                throw Unread(.ellipsis, "a set with an ellipsis", at: span(right))
            }
            let a = try parse(first)
            if dots == 2 {
                let b = try parse(parts[1])
                guard case .number(let x, _) = draft[a].kind, case .number(let y, _) = draft[b].kind, y == x + 1 else {
                    throw Unread(.ellipsis, "a set with an ellipsis", at: span(right))
                }
            } else if dots > 2 {
                throw Unread(.ellipsis, "a set with an ellipsis", at: span(right))
            }
            return try bind(token, .bounds(first: a, last: try parse(last)), &binding)
        }
        var members: [ID] = []
        for part in parts { members.append(try parse(part)) }
        try bind(token, .set(draft.list(members)), &binding)
    }

    /// `i < j`, `j \ne k`, `1 \le i \le n`: binds the letters that nothing binds yet and keeps the condition.
    private mutating func bindCondition(_ part: [Token], _ binding: inout Binding, _ operatorToken: Token) throws(Unread) {
        var sides: [[Token]] = [[]]
        var signs: [UInt32] = []
        for token in part {
            if case .relation(let sign) = token.kind {
                signs.append(sign)
                sides.append([])
            } else {
                sides[sides.count - 1].append(token)
            }
        }
        if let empty = sides.firstIndex(where: \.isEmpty) {
            _ = empty
            diagnostics.append(Diagnostic(.missingOperand, at: span(part), "a bound is missing"))
            throw Unread(.unreadNotation, "an incomplete bound", at: span(part))
        }
        let candidates = sides.map { side -> Token? in side.count == 1 && letterName(side[0]) != nil ? side[0] : nil }
        func isBoundAlready(_ token: Token) -> Bool {
            guard let name = letterName(token) else { return true }
            return binder(name) != nil || binding.names.contains(SymbolKey(canonical: name)) || freeSlots[SymbolKey(canonical: name)] != nil
        }
        func isIndexLike(_ token: Token) -> Bool {
            guard let name = letterName(token).map({ String($0.prefix { $0 != "'" }) }) else { return false }
            return FormulaHints.conventional.contains(name) || hints.subscripts.contains(name)
        }
        // 1 ≤ i ≤ n
        if sides.count == 3, let middle = candidates[1], !isBoundAlready(middle), signs.allSatisfy({ RelationSigns.kind($0) == .less || RelationSigns.kind($0) == .lessOrEqual }),
            candidates[2].map({ isBoundAlready($0) || !isIndexLike($0) }) ?? true
        {
            var low = try parse(sides[0])
            var high = try parse(sides[2])
            if RelationSigns.kind(signs[0]) == .less { low = draft.add(.binary(.add, low, draft.number(1, draft[low].range)), draft[low].range) }
            if RelationSigns.kind(signs[1]) == .less { high = draft.add(.binary(.subtract, high, draft.number(1, draft[high].range)), draft[high].range) }
            return try bind(middle, .bounds(first: low, last: high), &binding)
        }
        // 1 ≤ i < j ≤ n
        if sides.count == 4, let i = candidates[1], let j = candidates[2], !isBoundAlready(i), !isBoundAlready(j) {
            let low = try parse(sides[0])
            let high = try parse(sides[3])
            try bind(i, .bounds(first: low, last: high), &binding)
            try bind(j, .bounds(first: low, last: high), &binding)
            binding.conditions.append(part)
            return
        }
        var bound = false
        for candidate in candidates.compactMap({ $0 }) where !isBoundAlready(candidate) && isIndexLike(candidate) {
            // `j \ne k` binds the left letter; `i \ne j` in the order of the alphabet and `i < j` both, unless the other
            // stands before the operator.
            if bound, signs.first.map({ RelationSigns.kind($0) == .notEqual }) ?? false,
                !isPair(candidates, before: operatorToken.core)
            {
                break
            }
            try bindInferred(candidate, &binding)
            bound = true
        }
        guard bound || !binding.slots.isEmpty else { throw Unread(.unreadNotation, "a condition that binds no index", at: span(part)) }
        binding.conditions.append(part)
    }

    /// `i \ne j`: two letters in order, the second of which nothing before the operator names.
    private func isPair(_ candidates: [Token?], before place: ByteRange) -> Bool {
        guard candidates.count == 2, let a = candidates[0]?.letter, let b = candidates[1]?.letter, a < b,
            let name = SymbolSpelling.letterName(b), scope[SymbolKey(canonical: name)] == nil
        else { return false }
        return !reader.tree.nodes.contains { node in
            guard case .atom(let atom) = node.kind, node.range.upper <= place.lower else { return false }
            return atom.scalar == b
        }
    }
}
