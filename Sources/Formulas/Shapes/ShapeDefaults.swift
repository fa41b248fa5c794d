import Source
import Tensors

/// Conventions that settle ranks which nothing else does, tried in order of certainty; one at a time, so that each is
/// propagated before the next.
extension ShapeInference {
    mutating func applyDefault(_ equated: [(ID, ID)]) -> Bool {
        indexedSymbols() || boldSymbols(besides: heads(equated)) || addends() || matrixContexts() || sidesAlike(equated) || products()
            || definedSymbols() || boldSymbols(besides: []) || firstUnknownScalar() || undefinedCalls()
    }

    private mutating func settle(_ symbol: Int, rank: Int, _ words: String) -> Bool {
        guard !draft.symbols[symbol].type.isKnown else { return false }
        draft.symbols[symbol].type = rank == 0 ? .scalar : fresh(rank: rank)
        if rank > 0 && !draft.symbols[symbol].isRandom || draft.symbols[symbol].learned.words.isEmpty { draft.symbols[symbol].learned = Learned(words) }
        return true
    }

    private func isBare(_ symbol: Int) -> Bool {
        var indexed = Set<ID>()
        for node in draft.nodes { if case .access(let base, _) = node.kind { indexed.insert(base) } }
        for (k, node) in draft.nodes.enumerated() {
            if case .symbol(let s) = node.kind, Int(s) == symbol, !indexed.contains(ID(truncatingIfNeeded: k)) { return true }
        }
        return false
    }

    private mutating func indexedSymbols() -> Bool {
        for k in draft.symbols.indices where !draft.symbols[k].type.isKnown && draft.symbols[k].indexCount > 0 {
            let entry = draft.symbols[k]
            var rank = entry.indexCount
            if !entry.isBold, elementsAreArrays(k) { rank += 1 }
            if entry.isBold, !isBare(k) { rank += entry.isUpper ? 2 : 1 }
            if entry.isBold, entry.isUpper, isBare(k) { rank = max(rank, 2) }
            return settle(k, rank: min(rank, TypeTerm.maximumRank), "used with an index")
        }
        return false
    }

    /// `x_i^\top \beta`, `\|x_i - x_j\|`: what is transposed or has a norm is no number.
    private func elementsAreArrays(_ symbol: Int) -> Bool {
        func isElement(_ id: ID) -> Bool {
            guard case .access(let base, let list) = draft[id].kind, case .symbol(let s) = draft[base].kind else { return false }
            return Int(s) == symbol && Int(list.count) == draft.symbols[symbol].indexCount && !draft.children(list).contains { $0 < 0 }
        }
        return draft.nodes.contains { node in
            switch node.kind {
            case .unary(.transpose, let a): return isElement(a)
            case .norm(let a, _, _):
                if case .binary(let operation, let b, let c) = draft[a].kind, operation == .add || operation == .subtract { return isElement(b) || isElement(c) }
                return isElement(a)
            default: return false
            }
        }
    }

    /// Bold capitals that stand alone on a side and nowhere else: what they are equal to says what they are.
    private func heads(_ equated: [(ID, ID)]) -> Set<Int> {
        var found: Set<Int> = []
        for (a, b) in equated {
            for (side, other) in [(a, b), (b, a)] {
                guard let s = symbol(of: side), draft.symbols[s].isUpper, symbol(of: other) == nil else { continue }
                let count = draft.nodes.count { if case .symbol(let other) = $0.kind { Int(other) == s } else { false } }
                if count == 1 { found.insert(s) }
            }
        }
        return found
    }

    private mutating func boldSymbols(besides heads: Set<Int>) -> Bool {
        for k in draft.symbols.indices where !draft.symbols[k].type.isKnown && draft.symbols[k].isBold && !heads.contains(k) {
            return settle(k, rank: draft.symbols[k].isUpper ? 2 : 1, draft.symbols[k].isUpper ? "a bold capital is a matrix" : "a bold letter is a vector")
        }
        return false
    }

    /// What was defined as a matrix is one.
    private mutating func definedSymbols() -> Bool {
        for k in draft.symbols.indices where !draft.symbols[k].type.isKnown && draft.symbols[k].definedRank == 2 {
            return settle(k, rank: 2, "defined as a matrix")
        }
        return false
    }

    /// `c` in `x + c`: a constant shifts every element.
    private func isConstantLetter(_ id: ID) -> Bool {
        guard case .symbol(let s) = draft[id].kind else { return false }
        return !draft.symbols[Int(s)].isBold && draft.symbols[Int(s)].indexCount == 0 && ["c", "epsilon", "lambda"].contains(draft.symbols[Int(s)].key.name)
    }

    /// A term added to an array has its shape.
    private mutating func addends() -> Bool {
        for (k, node) in draft.nodes.enumerated() {
            guard case .binary(let operation, let a, let b) = node.kind, operation == .add || operation == .subtract
            else { continue }
            // `\det(A - \lambda I)`: what the identity is added to is a matrix.
            let whole = ID(truncatingIfNeeded: k)
            if known(whole), rank(whole) == 2 {
                for (own, other) in [(a, b), (b, a)] where !known(own) && isMultipleOfIdentity(other) {
                    set(own, types[k])
                    return true
                }
            }
            if known(a), rank(a) > 0, !known(b) {
                set(b, isConstantLetter(b) ? .scalar : types[Int(a)])
                return true
            }
            if known(b), rank(b) > 0, !known(a) {
                set(a, isConstantLetter(a) ? .scalar : types[Int(b)])
                return true
            }
        }
        return false
    }

    private func isMultipleOfIdentity(_ id: ID) -> Bool {
        switch draft[id].kind {
        case .identity: true
        case .product(_, let b, _): isMultipleOfIdentity(b)
        case .unary(.negate, let a): isMultipleOfIdentity(a)
        default: false
        }
    }

    private func symbol(of id: ID) -> Int? {
        switch draft[id].kind {
        case .symbol(let s): Int(s)
        default: nil
        }
    }

    /// What is transposed, inverted, or has a determinant, a trace or a norm is an array.
    private mutating func matrixContexts() -> Bool {
        for node in draft.nodes {
            switch node.kind {
            case .unary(let operation, let a) where !known(a):
                switch operation {
                // `(1 + e^{-x})^{-1}` is a reciprocal: only capitals below make it the inverse of a matrix.
                case .inverse where !hasMatrixLetter(a): continue
                case .inverse, .determinant, .trace, .pseudoInverse, .rank, .vectorize:
                    set(a, fresh(rank: 2))
                    return true
                case .transpose:
                    guard let s = symbol(of: a) else { continue }
                    return settle(s, rank: draft.symbols[s].isUpper ? 2 : 1, "it is transposed")
                case .diagonal:
                    set(a, fresh(rank: 1))
                    return true
                default: continue
                }
            case .norm(let a, let order, _) where !known(a):
                if let s = symbol(of: a) {
                    let isMatrix = draft.symbols[s].isUpper || order == .frobenius || order == .nuclear || order == .spectral
                    return settle(s, rank: isMatrix ? 2 : 1, "it has a norm")
                }
                if case .binary(let operation, let b, let c) = draft[a].kind, operation == .add || operation == .subtract {
                    for part in [b, c] {
                        if let s = symbol(of: part), !draft.symbols[s].type.isKnown {
                            return settle(s, rank: draft.symbols[s].isUpper ? 2 : 1, "it stands under a norm")
                        }
                    }
                }
                if case .product(_, let c, _) = draft[a].kind, let s = symbol(of: c), !draft.symbols[s].type.isKnown {
                    return settle(s, rank: draft.symbols[s].isUpper ? 2 : 1, "it stands under a norm")
                }
            case .reduceAll(_, let a) where !known(a):
                set(a, fresh(rank: 1))
                return true
            default: continue
            }
        }
        return false
    }

    private mutating func sidesAlike(_ equated: [(ID, ID)]) -> Bool {
        for (a, b) in equated {
            if known(a), rank(a) > 0, !known(b), symbol(of: b) != nil {
                set(b, types[Int(a)])
                return true
            }
            if known(b), rank(b) > 0, !known(a), symbol(of: a) != nil {
                set(a, types[Int(b)])
                return true
            }
        }
        return false
    }

    /// `W x`: a capital before a letter or an array is a matrix. `\lambda x`: a small letter before one is a number.
    private mutating func products() -> Bool {
        for node in draft.nodes {
            guard case .product(let a, let b, let style) = node.kind, style == .juxtaposed || style == .dot else { continue }
            if let s = symbol(of: a), !draft.symbols[s].type.isKnown, isMatrixLetter(draft.symbols[s]) {
                if known(b), rank(b) > 0 { return settle(s, rank: 2, "a capital that multiplies an array") }
                if let t = symbol(of: b), !draft.symbols[t].type.isKnown, isVectorLetter(draft.symbols[t]) {
                    _ = settle(t, rank: 1, "a matrix multiplies it")
                    return settle(s, rank: 2, "a capital that multiplies a letter")
                }
                if let t = symbol(of: b), !draft.symbols[t].type.isKnown, isMatrixLetter(draft.symbols[t]) {
                    _ = settle(t, rank: 2, "a product of capitals")
                    return settle(s, rank: 2, "a product of capitals")
                }
            }
            if let t = symbol(of: b), !draft.symbols[t].type.isKnown, known(a), rank(a) > 0 {
                if isMatrixLetter(draft.symbols[t]) { return settle(t, rank: 2, "a capital that multiplies an array") }
                if rank(a) == 2 || types[Int(a)].isRow { return settle(t, rank: 1, "an array multiplies it") }
            }
        }
        return false
    }

    /// Whether a capital that nothing has settled stands at or below a node.
    private func hasMatrixLetter(_ id: ID) -> Bool {
        var pending = [id]
        while let next = pending.popLast() {
            if let s = symbol(of: next), !draft.symbols[s].type.isKnown, isMatrixLetter(draft.symbols[s]) { return true }
            draft.forEachChild(of: draft[next].kind) { pending.append($0) }
        }
        return false
    }

    private func isMatrixLetter(_ entry: SymbolEntry) -> Bool {
        guard entry.isUpper, entry.isConstant == nil, entry.sizeOf < 0 else { return false }
        let letter = entry.key.name.first { $0 != "\u{2}" }
        return letter.map { "AUVWXHMQKSBCDYZΣΛ".contains($0) } ?? false
    }

    private func isVectorLetter(_ entry: SymbolEntry) -> Bool {
        guard !entry.isUpper, entry.isConstant == nil, entry.sizeOf < 0 else { return false }
        let letter = entry.key.name.first { $0 != "\u{2}" }
        return letter.map { "xhvuzayw".contains($0) } ?? false
    }

    /// Values of undefined functions: vectors where a matrix multiplies them or their name is bold, else numbers.
    private mutating func undefinedCalls() -> Bool {
        for node in draft.nodes {
            guard case .product(let a, let b, let style) = node.kind, style != .hadamard, standIn(b) != nil, !known(b), known(a), rank(a) == 2
            else { continue }
            set(b, fresh(rank: 1))
            return true
        }
        for k in draft.nodes.indices {
            let id = ID(truncatingIfNeeded: k)
            guard !known(id), let function = standIn(id) else { continue }
            set(id, function.isBold ? fresh(rank: 1) : .scalar)
            return true
        }
        return false
    }

    private func standIn(_ id: ID) -> StandIn? {
        if case .call(let f, _) = draft[id].kind { draft.functions[Int(f)] as? StandIn } else { nil }
    }

    private mutating func firstUnknownScalar() -> Bool {
        for k in draft.symbols.indices where !draft.symbols[k].type.isKnown {
            draft.symbols[k].type = .scalar
            return true
        }
        return false
    }
}
