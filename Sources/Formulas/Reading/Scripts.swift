import LaTeX
import Source
import Tensors

/// Subscripts as index or label; superscripts as power, transpose, inverse, sample, label.
extension ExpressionParser {
    enum Superscript {
        case none
        case label(String)
        case power([Token])
        case transpose
        case inverse
        case inverseTranspose
        case pseudoInverse
        /// An index in brackets: of a sample, a layer, a time.
        case index([Token])
        case labelThenTranspose(String)
    }

    enum Subscript {
        case none
        case label(String)
        case indices([[Token]])
        /// `n_{B,i}`
        case labelAndIndices(String, [[Token]])
    }

    // MARK: Indices

    func binder(_ name: String) -> Int32? {
        binders.last { $0.name.name == name }?.slot
    }

    func isIndexLetter(_ name: String) -> Bool {
        let key = SymbolKey(canonical: name)
        if binder(name) != nil || freeSlots[key] != nil { return true }
        if let declaration = scope[key] {
            switch declaration.role {
            case .index: return true
            case .variable: return declaration.value != nil
            default: return false
            }
        }
        if hints.sequences.contains(name) { return false }
        return hints.bound.contains(name) || FormulaHints.conventional.contains(name)
    }

    mutating func freeSlot(_ key: SymbolKey, _ range: ByteRange) throws(Unread) -> Int32 {
        if let known = freeSlots[key] { return known }
        let slot = try newSlot(key, range, .inferred, isFree: true)
        freeSlots[key] = slot
        return slot
    }

    mutating func newSlot(_ key: SymbolKey, _ range: ByteRange, _ bounds: SlotEntry.Range, isFree: Bool) throws(Unread) -> Int32 {
        guard draft.slots.count < 60 else { throw Unread(.limit, "more than 60 indices", at: range) }
        draft.slots.append(SlotEntry(key: key, range: range, bounds: bounds, isFree: isFree))
        return Int32(truncatingIfNeeded: draft.slots.count - 1)
    }

    /// One index expression: `i`, `i + 1`, `y_i`, `2`.
    mutating func index(_ tokens: [Token]) throws(Unread) -> ID {
        let visible = tokens.filter { !$0.isSpace }
        if visible.count == 1, !visible[0].hasScripts {
            switch visible[0].kind {
            case .relation(0x3A), .sign(0x3A), .punctuation(0x3A), .sign(Sign.dot), .sign(Sign.asterisk), .sign(0x2022):
                return ExpressionTree.wholeAxis
            default: break
            }
        }
        let before = indexContext
        indexContext = true
        defer { indexContext = before }
        return try parse(tokens)
    }

    // MARK: Subscripts

    func classifySubscript(_ id: MathTree.ID, base: String) -> Subscript {
        let tokens = reader.tokens(of: id).filter { !$0.isSpace }
        guard let label = SymbolSpelling.text(tokens, reader) else {
            // Anything that is no plain text can only be an index.
            return tokens.isEmpty ? .none : .indices([tokens])
        }
        if choices.contains(.subscriptAsLabel) { return .label(label) }
        if scope[SymbolKey(canonical: base + "_" + label)] != nil || parameters.contains(SymbolKey(canonical: base + "_" + label)) {
            let isArray = scope[SymbolKey(canonical: base + "_" + label)]?.value.map { $0.rank > 0 } ?? false
            if !isArray || !isIndexList(tokens) { return .label(label) }
        }
        var parts: [[Token]] = [[]]
        for token in tokens {
            if token.isPunctuation(Sign.comma, Sign.semicolon, Sign.wideComma) {
                parts.append([])
            } else {
                parts[parts.count - 1].append(token)
            }
        }
        var indices: [[Token]] = []
        var labels: [String] = []
        for part in parts {
            if let found = indexParts(part, base: base, alone: parts.count == 1) {
                indices += found
            } else if let text = SymbolSpelling.text(part, reader) {
                labels.append(text)
            }
        }
        if labels.isEmpty { return .indices(indices) }
        if indices.isEmpty || indices.allSatisfy({ $0.count == 1 && isNumber($0[0]) }) { return .label(label) }
        return .labelAndIndices(labels.joined(separator: ","), indices)
    }

    private func isIndexList(_ tokens: [Token]) -> Bool {
        tokens.contains { $0.letter.flatMap { SymbolSpelling.letterName($0) }.map { isIndexLetter($0) } ?? false }
    }

    private func isNumber(_ token: Token) -> Bool { if case .number = token.kind { true } else { false } }

    /// The indices that a part of a subscript holds, or `nil` where it is a label.
    private func indexParts(_ part: [Token], base: String, alone: Bool) -> [[Token]]? {
        guard let first = part.first else { return [] }
        if part.count == 1 {
            switch first.kind {
            case .number(let text):
                guard isArray(base) else { return nil }
                if alone, text.count > 1, declaredRank(base) == text.count || (declaredRank(base) == nil && text.count == 2) {
                    // `a_{12}`: one digit an axis.
                    return text.unicodeScalars.map { digit in
                        var token = first
                        token.kind = .number(String(Character(digit)))
                        return [token]
                    }
                }
                return [[first]]
            case .letter, .accent, .word:
                if let letter = first.letter, let name = SymbolSpelling.letterName(letter), !first.hasScripts {
                    return isIndexLetter(name) ? [[first]] : nil
                }
                // `y_i` as an index: a label of the class.
                if first.sub != nil, let sub = first.sub, isIndexList(reader.tokens(of: sub)) { return [[first]] }
                return nil
            case .relation(0x3A), .sign(0x3A), .sign(Sign.asterisk), .sign(Sign.dot), .sign(0x2022):
                return isArray(base) || !alone ? [[first]] : nil
            default: return nil
            }
        }
        let hasSign = part.contains { $0.isSign(Sign.plus) || $0.isSign(Sign.minus) }
        if hasSign {
            guard isIndexList(part) || isArray(base) && part.allSatisfy({ if case .text = $0.kind { false } else { true } }) else { return nil }
            let letters = part.compactMap { $0.letter.flatMap { SymbolSpelling.letterName($0) } }
            if letters.contains(where: { hints.sequences.contains($0) && binder($0) == nil && freeSlots[SymbolKey(canonical: $0)] == nil }) { return nil }
            return [part]
        }
        // `ij`: one letter an axis; every one must be an index.
        var out: [[Token]] = []
        for token in part {
            switch token.kind {
            case .letter(let s):
                guard let name = SymbolSpelling.letterName(s), isIndexLetter(name) || hints.bound.contains(name) else { return nil }
                out.append([token])
            case .number:
                out.append([token])
            default: return nil
            }
        }
        return out.contains { $0[0].letter != nil } ? out : nil
    }

    private func declaredRank(_ base: String) -> Int? { scope[SymbolKey(canonical: base)]?.shape?.rank }

    func isArray(_ base: String) -> Bool {
        if let rank = declaredRank(base) { return rank > 0 }
        return hints.indexed.contains(base)
    }

    // MARK: Superscripts

    func classifySuperscript(_ id: MathTree.ID, base: String?) -> Superscript {
        let tokens = reader.tokens(of: id).filter { !$0.isSpace }
        guard let first = tokens.first else { return .none }
        let label = SymbolSpelling.text(tokens, reader)
        if let base, let label {
            let isPrimes = label.allSatisfy { $0 == "'" }
            let key = SymbolKey(canonical: isPrimes ? base + label : base + "^" + label)
            if scope[key].map({ $0.value?.rank ?? 0 == 0 }) ?? false || parameters.contains(key) { return .label(label) }
            if isPrimes { return .label(label) }
        }
        if tokens.allSatisfy({ $0.isSign(Sign.prime) }) { return .label(label ?? "'") }
        if tokens.count == 1, !first.hasScripts {
            switch first.kind {
            case .sign(Sign.top), .sign(0x22BA), .sign(0x1D40): return .transpose
            case .relation(Sign.top): return .transpose
            case .word("T"), .word("top"): return .transpose
            case .letter(0x54):
                if first.font == .upright || first.font == .sansSerif { return .transpose }
                if choices.contains(.transposeAsPower) { return .power(tokens) }
                if isVariable("T") || hints.values.contains("T") { return .power(tokens) }
                return .transpose
            case .sign(Sign.asterisk), .sign(0x22C6), .sign(0x2605), .sign(0x2020): return .label("*")
            case .sign(Sign.plus):
                return base.map { $0.first?.isUppercase ?? false } ?? true ? .pseudoInverse : .label("+")
            case .sign(Sign.minus): return .label("-")
            case .text(let words): return .label(words.split(separator: " ").joined(separator: "_"))
            case .word(let word): return .label(word)
            case .sign(0xB0), .sign(Sign.ring): return .label("∘")
            default: break
            }
        }
        if tokens.count == 2, first.isSign(Sign.minus) {
            if case .number("1") = tokens[1].kind { return .inverse }
            switch tokens[1].kind {
            case .sign(Sign.top), .letter(0x54), .word("T"): return .inverseTranspose
            default: break
            }
        }
        // `(i)`, `[l]`, `<t>` and such a bracket with a transpose after it.
        if let (inner, rest) = bracketedScript(tokens) {
            let isIndex = inner.count == 1 && inner[0].letter.flatMap { SymbolSpelling.letterName($0) }.map { isIndexLetter($0) } ?? false
            if rest.isEmpty {
                if isIndex { return .index(inner) }
                if let label { return .label(label) }
            } else if rest.count == 1, let label = SymbolSpelling.text(Array(tokens.dropLast()), reader) {
                switch rest[0].kind {
                case .sign(Sign.top), .letter(0x54), .word("T"): return .labelThenTranspose(label)
                default: break
                }
            }
        }
        if base != nil, tokens.count >= 2, let label, Self.labelWords.contains(label) { return .label(label) }
        return .power(tokens)
    }

    private static let labelWords: Set<String> = [
        "new", "old", "train", "test", "val", "in", "out", "opt", "pred", "true", "norm", "max", "min", "ref", "target",
        "init", "prev", "next", "left", "right", "src", "tgt",
    ]

    private func bracketedScript(_ tokens: [Token]) -> (inner: [Token], rest: [Token])? {
        guard let first = tokens.first else { return nil }
        switch first.kind {
        case .fenced(_, let body, _): return (reader.tokens(of: body).filter { !$0.isSpace }, Array(tokens.dropFirst()))
        case .open, .relation(0x3C):
            guard let end = tokens.firstIndex(where: { token in
                switch token.kind {
                case .close, .relation(0x3E): true
                default: false
                }
            }) else { return nil }
            return (Array(tokens[1..<end]), Array(tokens[(end + 1)...]))
        default: return nil
        }
    }

    // MARK: Resolution

    /// The node of a symbol with its scripts.
    mutating func resolve(_ token: Token, _ base: String) throws(Unread) -> ID {
        let key = SymbolKey(canonical: base)
        // A bound index, an Euler number, a circle's.
        if token.sub == nil {
            if let slot = binder(base) { return try applyScripts(draft.add(.slot(slot), token.core), token) }
            if indexContext, isIndexLetter(base), scope[key]?.value == nil || freeSlots[key] != nil {
                let slot = try freeSlot(key, token.core)
                return try applyScripts(draft.add(.slot(slot), token.core), token)
            }
            if let slot = freeSlots[key], scope[key]?.value == nil { return try applyScripts(draft.add(.slot(slot), token.core), token) }
            if scope[key] == nil, !parameters.contains(key) {
                if base == "e", token.font != .bold { return try euler(token) }
                if base == "pi", token.letter == 0x3C0 || isStrict { return try applyScripts(constant(key, Double.pi, token), token) }
                if base == "I", token.isBold || isIdentity(token) { return try applyScripts(draft.add(.identity, token.core), token) }
            }
        }
        if let full = SymbolSpelling.fullName(token, reader), token.hasScripts {
            let fullKey = SymbolKey(canonical: full)
            if parameters.contains(fullKey) || isOpaque(fullKey) { return symbol(fullKey, token, range: token.range) }
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
        let element = draft.add(.access(core, draft.list(places)), token.range)
        return try apply(after, element, token)
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
            case .transpose, .inverseTranspose, .pseudoInverse, .index, .label, .labelThenTranspose:
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
        case .pseudoInverse: return draft.add(.unary(.pseudoInverse, id), range)
        case .power(let tokens):
            let exponent = try parse(tokens)
            return draft.add(.power(id, exponent), range)
        case .index(let tokens):
            return draft.add(.access(id, draft.list([try index(tokens)])), range)
        case .label(let label):
            throw Unread(.unreadNotation, "the superscript \(label)", at: token.range)
        case .labelThenTranspose(let label):
            throw Unread(.unreadNotation, "the superscript \(label)", at: token.range)
        }
    }

    /// Scripts on a value: a power, a transpose, an element.
    mutating func applyScripts(_ id: ID, _ token: Token) throws(Unread) -> ID {
        var result = id
        if let sub = token.sub {
            let tokens = reader.tokens(of: sub).filter { !$0.isSpace }
            var parts: [[Token]] = []
            switch classifySubscript(sub, base: "\u{1}") {
            case .indices(let found): parts = found
            case .label, .labelAndIndices:
                let isNumbers = tokens.allSatisfy { token in isNumberOrComma(token) }
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
        if let sup = token.sup { result = try apply(classifySuperscript(sup, base: nil), result, token) }
        return result
    }

    private func isNumberOrComma(_ token: Token) -> Bool {
        switch token.kind {
        case .number: true
        default: token.isPunctuation(Sign.comma)
        }
    }
}
