import LaTeX
import Source
import Tensors

/// What a letter with its scripts stands for.
extension ExpressionParser {
    /// The node of a symbol with its scripts.
    mutating func resolve(_ token: Token, _ base: String) throws(Unread) -> ID {
        let key = SymbolKey(canonical: base)
        if base == "delta", let delta = try kroneckerDelta(token) { return delta }
        if let moment = try namedMoment(token, base) { return moment }
        if base == "C", let choice = try combinations(token) { return choice }
        if token.hasScripts, let derivative = try derived(token) { return derivative }
        if !hints.primedFunctions.isEmpty, let value = try unnamedFunction(token, base) { return value }
        if base == "i", hints.hasImaginaryUnit, token.sub == nil, scope[key] == nil, !parameters.contains(key), binder(base) == nil {
            throw Unread(.unreadNotation, "a complex number", at: token.range)
        }
        // All values of a variable with scripts of its own: `z_i` under `\sum_{z_i}`, `k'` under `\sum_{k' \ne k}`.
        if token.hasScripts, !binders.isEmpty, let full = SymbolSpelling.fullName(token, reader), let slot = binder(full) { return draft.add(.slot(slot), token.range) }
        // A bound index, an Euler number, a circle's.
        if token.sub == nil {
            if let slot = binder(base) { return try applyScripts(draft.add(.slot(slot), token.core), token) }
            if indexContext, isIndexLetter(base), !forcesIndices || freeSlots[key] != nil, scope[key]?.value == nil || freeSlots[key] != nil {
                let slot = try freeSlot(key, token.core)
                return try applyScripts(draft.add(.slot(slot), token.core), token)
            }
            if let slot = freeSlots[key], scope[key]?.value == nil { return try applyScripts(draft.add(.slot(slot), token.core), token) }
            if scope[key] == nil, !parameters.contains(key) {
                if base == "e", token.font != .bold { return try euler(token) }
                if base == "pi", token.letter == 0x3C0 || isStrict { return try applyScripts(constant(key, Double.pi, token), token) }
                if base == "E", scope.isIdentity(key) { return try applyScripts(draft.add(.identity, token.core), token) }
                if base == "I", token.isBold || isIdentity(token) || isStrict && hasMatrixData || scope.isIdentity(key) { return try applyScripts(draft.add(.identity, token.core), token) }
            }
        }
        if base == "I", let sub = token.sub, token.sup == nil, scope[key] == nil, !parameters.contains(key), let size = identitySize(sub) {
            return draft.add(.matrix(rows: Int32(size), columns: Int32(size), draft.list((0..<(size * size)).map { draft.number($0 % (size + 1) == 0 ? 1 : 0, token.range) })), token.range)
        }
        if let full = SymbolSpelling.fullName(token, reader), token.hasScripts {
            let fullKey = SymbolKey(canonical: full)
            if followsLaws, !parameters.contains(fullKey), isOpaque(fullKey) || scope.square(fullKey) != nil, isRandom(fullKey, depth: 0), let value = try randomElement(fullKey, token, []) { return value }
            let isElement = token.sup.map { boundSample(reader.tokens(of: $0).filter { !$0.isSpace }, of: base) != nil } ?? false
            if parameters.contains(fullKey) || isOpaque(fullKey) && !isElement { return symbol(fullKey, token, range: token.range) }
        }
        var name = base
        var leading: [[Token]] = []
        var indices: [[Token]] = []
        var after = Superscript.none
        if let sub = token.sub {
            switch classifySubscript(sub, base: base) {
            case .none: break
            case .label(let label): name += "_" + label
            case .indices(let found): indices = found
            case .labelAndIndices(let label, let found):
                name += "_" + label
                indices = found
            }
        }
        if let sup = token.sup {
            let found = classifySuperscript(sup, base: name)
            switch found {
            case .label(let label): name += label.allSatisfy({ $0 == "'" }) ? label : "^" + label
            case .labelThenTranspose(let label):
                name += "^" + label
                after = .transpose
            case .index(let tokens):
                leading = [tokens]
                let spelt = name + "^" + (SymbolSpelling.scriptText(sup, reader) ?? "")
                // Samples of `x` are a family of their own unless the data are given for `x`.
                if let family = scope[SymbolKey(canonical: spelt)], family.value == nil || family.value?.rank ?? 0 > 0 {
                    name = spelt
                } else if scope[SymbolKey(canonical: name)]?.value == nil {
                    name = spelt
                }
            default: after = found
            }
        }
        let all = leading + indices
        if followsLaws, let value = try randomElement(SymbolKey(canonical: name), token, all) { return try apply(after, value, token) }
        if let slot = outcomeSlot(SymbolKey(canonical: name)) {
            return try apply(after, try randomValue(SymbolKey(canonical: name), token, slot, all), token)
        }
        // A letter that mostly counts stands for a value: it may be the imaginary unit.
        if all.isEmpty, name == "i", !isStrict, scope[key] == nil, !parameters.contains(key) { isConditional = true }
        // `\bar{x}` of data that are given for `x` alone.
        if all.isEmpty, isStrict, name.hasSuffix("_bar"), scope[SymbolKey(canonical: name)] == nil,
            let value = scope[SymbolKey(canonical: String(name.dropLast(4)))]?.value, value.rank > 0
        {
            let data = symbol(SymbolKey(canonical: String(name.dropLast(4))), token, range: token.range)
            return try apply(after, draft.add(.reduceAll(.mean, data), token.range), token)
        }
        if all.isEmpty {
            let id = symbol(SymbolKey(canonical: name), token, range: token.range)
            return try apply(after, id, token)
        }
        let spelt = name + indexText(indices)
        if let declared = scope[SymbolKey(canonical: spelt)], declared.value?.rank ?? 0 > 0 { name = spelt }
        name = elementFamily(name, count: all.count)
        var places: [ID] = []
        for part in all { places.append(try index(part)) }
        let core = symbol(SymbolKey(canonical: name), token, range: token.core, indexCount: all.count)
        // Declared was one element.
        if let sup = token.sup, boundSample(reader.tokens(of: sup).filter { !$0.isSpace }, of: base) != nil, case .symbol(let s) = draft[core].kind {
            if draft.symbols[Int(s)].declared?.rank == 1 { draft.symbols[Int(s)].isBold = true }
            draft.symbols[Int(s)].declared = nil
            draft.symbols[Int(s)].definedRank = 0
        }
        let element = draft.add(.access(core, draft.list(places)), token.range)
        return try apply(after, element, token)
    }

    /// `C_n^k`, `C_{10}^{3}`: how many ways there are to choose k of n.
    private mutating func combinations(_ token: Token) throws(Unread) -> ID? {
        guard !isStrict, token.font == nil || token.font == .upright, let sub = token.sub, let sup = token.sup, scope[SymbolKey(canonical: "C")] == nil else { return nil }
        let (below, above) = (reader.tokens(of: sub).filter { !$0.isSpace }, reader.tokens(of: sup).filter { !$0.isSpace })
        func counts(_ tokens: [Token]) -> Bool {
            guard let first = tokens.first, tokens.count <= 5 else { return false }
            let isName = first.letter.flatMap { SymbolSpelling.letterName($0) }.map { ["n", "m", "k", "r", "i", "j", "N", "M", "K", "l", "s", "x"].contains($0) } ?? false
            if case .number(let text) = first.kind { return tokens.count == 1 && !text.contains(".") }
            return isName && tokens.allSatisfy { token in
                if case .number = token.kind { return true }
                return token.letter != nil && !token.hasScripts || token.isSign(Sign.plus) || token.isSign(Sign.minus)
            }
        }
        guard counts(below), counts(above) else { return nil }
        let n = try parse(below)
        return draft.add(.binary(.binomial, n, try parse(above)), token.range)
    }

    /// `I_2`, `I_3`: identities of a size; of 1 it is as often a name.
    private func identitySize(_ sub: MathTree.ID) -> Int? {
        let tokens = reader.tokens(of: sub).filter { !$0.isSpace }
        guard tokens.count == 1, case .number(let text) = tokens[0].kind, let size = Int(text), (2...16).contains(size),
            scope[SymbolKey(canonical: "I_\(size)")] == nil, isStrict || hints.identity
        else { return nil }
        return size
    }

    private func indexText(_ indices: [[Token]]) -> String {
        indices.isEmpty ? "" : "_" + indices.compactMap { SymbolSpelling.text($0, reader) }.joined()
    }

    /// `a_{ij}` are the elements of `A` where only `A` is known.
    private func elementFamily(_ name: String, count: Int) -> String {
        guard count == 2, name.count == 1, scope[SymbolKey(canonical: name)] == nil, let first = name.unicodeScalars.first, first.properties.isLowercase
        else { return name }
        let upper = name.uppercased()
        return scope[SymbolKey(canonical: upper)]?.shape?.rank == 2 ? upper : name
    }

    private func isOpaque(_ key: SymbolKey) -> Bool {
        guard let declaration = scope[key] else { return false }
        if let value = declaration.value { return value.rank == 0 }
        return declaration.definition != nil && !(declaration.definition?.isFunction ?? true)
    }

    /// `I` where a matrix stands beside: `(X^\top X + \lambda I)`.
    private func isIdentity(_ token: Token) -> Bool { !isStrict && hints.identity && !token.hasScripts }

    mutating func constant(_ key: SymbolKey, _ value: Double, _ token: Token) -> ID {
        let id = symbol(key, token, range: token.core)
        if case .symbol(let s) = draft[id].kind {
            draft.symbols[Int(s)].isConstant = value
            draft.symbols[Int(s)].type = .scalar
            draft.symbols[Int(s)].learned = Learned("a constant")
        }
        return id
    }

    private mutating func euler(_ token: Token) throws(Unread) -> ID {
        if let sup = token.sup {
            switch classifySuperscript(sup, base: nil) {
            case .power(let tokens):
                let exponent = try parse(tokens)
                return draft.add(.unary(.elementwise(.exp), exponent), token.range)
            case .inverse:
                let one = draft.number(-1, token.range)
                return draft.add(.unary(.elementwise(.exp), one), token.range)
            case .transpose, .inverseTranspose, .pseudoInverse, .index, .label, .labelThenTranspose, .repeated:
                return symbol(SymbolKey(canonical: SymbolSpelling.fullName(token, reader) ?? "e"), token, range: token.range)
            case .none: break
            }
        }
        return constant(SymbolKey(canonical: "e"), 2.718281828459045, token)
    }

    mutating func apply(_ script: Superscript, _ id: ID, _ token: Token) throws(Unread) -> ID {
        let range = draft[id].range.union(token.range)
        switch script {
        case .none: return id
        case .transpose:
            openChoices.insert(.transposeAsPower)
            return draft.add(.unary(.transpose, id), range)
        case .inverse: return draft.add(.unary(.inverse, id), range)
        case .inverseTranspose:
            return draft.add(.unary(.transpose, draft.add(.unary(.inverse, id), range)), range)
        case .pseudoInverse:
            if isNumberLike(id) { return positivePart(id, range) }
            return draft.add(.unary(.pseudoInverse, id), range)
        case .power(let tokens):
            let exponent = try parse(tokens)
            return draft.add(.power(id, exponent), range)
        case .index(let tokens):
            return draft.add(.access(id, draft.list([try index(tokens)])), range)
        case .label("∘"):
            // Degrees.
            return draft.add(.product(id, draft.number(Double.pi / 180, token.range), .juxtaposed), range)
        case .label(let label):
            throw Unread(.unreadNotation, "the superscript \(label)", at: token.range)
        case .labelThenTranspose(let label):
            throw Unread(.unreadNotation, "the superscript \(label)", at: token.range)
        case .repeated(let sign):
            throw Unread(.unreadNotation, "a power of the product \(RelationSigns.text(sign))", at: token.range)
        }
    }

    /// Names stand in it, and none of them looks like a matrix.
    private func isNumberLike(_ id: ID) -> Bool {
        var hasSymbol = false
        for below in draft.reachable(from: id) {
            guard case .symbol(let s) = draft[below].kind else { continue }
            if draft.symbols[Int(s)].isUpper || draft.symbols[Int(s)].isBold { return false }
            hasSymbol = true
        }
        return hasSymbol
    }

    /// `(x)^+`, `[x]_+`: what is below zero becomes zero.
    private func isPositivePart(_ script: MathTree.ID?, _ id: ID) -> Bool {
        guard let script, !isMatrixLike(id) else { return false }
        let tokens = reader.tokens(of: script).filter { !$0.isSpace }
        return tokens.count == 1 && tokens[0].isSign(Sign.plus) && !tokens[0].hasScripts
    }

    private mutating func positivePart(_ id: ID, _ range: ByteRange) -> ID {
        let zero = draft.number(0, range)
        return draft.add(.binary(.elementwise(.maximum), zero, id), range)
    }

    /// Scripts on a value: a power, a transpose, an element.
    mutating func applyScripts(_ id: ID, _ token: Token) throws(Unread) -> ID {
        var result = id
        if isPositivePart(token.sub, id) || isPositivePart(token.sup, id) {
            var rest = token
            if isPositivePart(token.sub, id) { rest.sub = nil } else { rest.sup = nil }
            return try applyScripts(positivePart(id, draft[id].range.union(token.range)), rest)
        }
        if let sub = token.sub {
            let tokens = reader.tokens(of: sub).filter { !$0.isSpace }
            var parts: [[Token]] = []
            switch classifySubscript(sub, base: "\u{1}") {
            case .indices(let found): parts = found
            case .label, .labelAndIndices:
                let isNumbers = tokens.allSatisfy { token in isNumberOrComma(token) }
                // `(A + B)_{12}`: one digit an axis.
                if tokens.count == 1, case .number(let text) = tokens[0].kind, text.utf8.count == 2, isMatrixLike(result) {
                    parts = text.map { digit in
                        var token = tokens[0]
                        token.kind = .number(String(digit))
                        return [token]
                    }
                    break
                }
                if isNumbers || isStrict {
                    parts = tokens.split { $0.isPunctuation(Sign.comma) }.map(Array.init)
                } else {
                    throw Unread(.unreadNotation, "a label on a value", at: token.range)
                }
            case .none: break
            }
            var places: [ID] = []
            for part in parts { places.append(try index(part)) }
            if !places.isEmpty { result = draft.add(.access(result, draft.list(places)), draft[result].range.union(token.range)) }
        }
        if let sup = token.sup {
            result = try apply(classifySuperscript(sup, base: nil), result, token)
        }
        return result
    }

    /// A matrix stands in it, declared or written out, and nothing makes a number of it.
    private func isMatrixLike(_ id: ID) -> Bool {
        switch draft[id].kind {
        case .symbol(let s): draft.symbols[Int(s)].declared.map { $0.rank == 2 } ?? draft.symbols[Int(s)].isUpper
        case .matrix: true
        case .unary(.negate, let a), .unary(.transpose, let a), .unary(.inverse, let a), .power(let a, _): isMatrixLike(a)
        case .binary(.add, let a, let b), .binary(.subtract, let a, let b): isMatrixLike(a) || isMatrixLike(b)
        case .product(let a, let b, _): isMatrixLike(a) && isMatrixLike(b)
        default: false
        }
    }

    private func isNumberOrComma(_ token: Token) -> Bool {
        switch token.kind {
        case .number: true
        default: token.isPunctuation(Sign.comma)
        }
    }
}
