import LaTeX
import Source
import Tensors

/// Why a part of a formula was not read.
struct Unread: Error {
    var reason: Reason
    var range: ByteRange

    init(_ code: Reason.Code, _ words: String, at range: ByteRange) {
        reason = Reason(code, words)
        self.range = range
    }
}

/// Parses tokens to expression nodes of one statement. Names are settled by declaration, then by form, then by
/// convention; shapes are inferred afterwards.
struct ExpressionParser {
    typealias ID = ExpressionTree.ID

    let reader: TokenReader
    let scope: Scope
    let vocabulary: any Vocabulary
    let choices: Choices
    /// Names that are data in this evaluation are never guessed at: what could mean two things is an error.
    let isStrict: Bool

    /// Names of several signs that data are given for.
    let compounds: Set<String>
    /// Random variables of the expectations being read, with the index of outcomes of each.
    var outcomes: [(names: Set<SymbolKey>, slot: Int32)] = []
    /// Laws that expectations of the statement name themselves, and names whose laws it uses.
    var localLaws: [SymbolKey: Law] = [:]
    var usedLaws: Set<SymbolKey> = []
    /// An expectation, a variance or a probability stands in the statement.
    var hasMoments = false
    /// Ellipses that were filled in so far.
    var seriesCount = 0
    /// Indices of the last term of a sum with dots, and those of the first one in their place.
    var pairedSlots: [Int32: Int32] = [:]
    /// Every subscript is a list of indices: the terms beside an ellipsis.
    var forcesIndices = false
    /// What is said may hold only under conditions on the random variables, such as independence.
    var isConditional = false
    /// Truth values without which what the statement says means nothing: `a \le b` in `P(a < X \le b)`.
    var implied: [ID] = []
    /// `\pm` stands on both sides of a relation: the upper signs belong together, and the lower ones.
    var hasTwoSigns = false
    /// `y'` is the derivative of a `y` that was defined before.
    var readsPrimedNames = true
    /// All random variables of the statement.
    var randoms: Set<SymbolKey> = []

    var draft = Draft()
    /// Bound indices in force, innermost last.
    var binders: [(name: SymbolKey, slot: Int32)] = []
    /// Parameters of a function that is being defined, and names that derivatives bind.
    var parameters: Set<SymbolKey> = []
    /// Names of the statement's own free indices.
    var freeSlots: [SymbolKey: Int32] = [:]
    /// Slots that stand for a set of indices.
    var sets: [SymbolKey: Int32] = [:]
    /// Slots whose dimensions are one: an index and the set that it runs over.
    var equalSlots: [(Int32, Int32)] = []
    /// Slots of declared indices with their dimensions.
    var declaredCounts: [(Int32, Dimension)] = []
    /// Names whose values a probability leaves open.
    var openValues: Set<SymbolKey> = []
    var hints = FormulaHints()
    var names: FormulaNames?
    var openChoices: Choices = []
    /// Terms of which only the order is given.
    var remainders: [(bound: ID, isLittle: Bool, range: ByteRange)] = []
    var diagnostics: [Diagnostic] = []
    var depth = 0
    /// Inside a subscript a letter such as `i` is an index although nothing binds it.
    var indexContext = false
    /// Definitions that are being expanded, against endless recursion.
    var expanding: [SymbolKey] = []

    static let depthLimit = 200

    struct Cursor {
        let tokens: [Token]
        var place = 0

        init(_ tokens: [Token]) { self.tokens = tokens }

        var current: Token? { place < tokens.count ? tokens[place] : nil }
        var isAtEnd: Bool { place >= tokens.count }

        func peek(_ offset: Int) -> Token? {
            let k = place + offset
            return k >= 0 && k < tokens.count ? tokens[k] : nil
        }

        var range: ByteRange {
            if let token = current { return token.range }
            return .empty(at: tokens.last.map { $0.range.upper } ?? 0)
        }

        mutating func skipSpaces() {
            while let token = current, token.isSpace { place += 1 }
        }
    }

    init(reader: TokenReader, scope: Scope, vocabulary: any Vocabulary, choices: Choices, isStrict: Bool) {
        self.reader = reader
        self.scope = scope
        self.vocabulary = vocabulary
        self.choices = choices
        self.isStrict = isStrict
        compounds = isStrict ? Set(scope.keys.map(\.name).filter { $0.contains("(") && !$0.contains("^(") || $0.hasPrefix("Delta") && $0 != "Delta" }) : []
    }

    // MARK: Entry

    /// The whole of `tokens` as one expression.
    mutating func parse(_ tokens: [Token]) throws(Unread) -> ID {
        depth += 1
        defer { depth -= 1 }
        let range = span(tokens)
        guard depth < Self.depthLimit else { throw Unread(.limit, "nested too deeply", at: range) }
        guard !draft.isFull else { throw Unread(.limit, "too large", at: range) }
        var cursor = Cursor(withoutSignBraces(tokens.filter { !$0.isSpace || isWide($0) }))
        while let last = cursor.tokens.last, cursor.tokens.count > 1, last.isSpace || last.isPunctuation(Sign.comma, Sign.fullStop, Sign.semicolon, Sign.wideComma, Sign.ideographicStop, Sign.wideSemicolon) {
            cursor = Cursor(Array(cursor.tokens.dropLast()))
        }
        if let value = try evaluatedAtBar(cursor.tokens) { return value }
        let id = try sum(&cursor)
        cursor.skipSpaces()
        if let token = cursor.current {
            switch token.kind {
            case .text(let words): throw Unread(.prose, "words: \(words.prefix(40))", at: token.range)
            case .ellipsis: throw Unread(.ellipsis, "an ellipsis", at: token.range)
            case .close, .open: throw unbalanced(token)
            case .relation: throw Unread(.unreadNotation, "a relation inside an expression", at: token.range)
            default: throw Unread(.unreadNotation, "not read from here on", at: token.range)
            }
        }
        return id
    }

    /// `{\pm}` is the sign.
    private func withoutSignBraces(_ tokens: [Token]) -> [Token] {
        guard tokens.contains(where: { if case .group = $0.kind { !$0.hasScripts } else { false } }) else { return tokens }
        return tokens.map { token in
            guard case .group(let id) = token.kind, !token.hasScripts else { return token }
            let inner = reader.tokens(of: id).filter { !$0.isSpace }
            guard inner.count == 1, inner[0].isSign(Sign.plus) || inner[0].isSign(Sign.minus) || inner[0].isSign(Sign.plusMinus) || inner[0].isSign(0x2213) else { return token }
            return inner[0]
        }
    }

    func isWide(_ token: Token) -> Bool { if case .space(let em) = token.kind { em >= 0.99 } else { false } }

    mutating func parse(row id: MathTree.ID) throws(Unread) -> ID { try parse(reader.tokens(of: id)) }

    func span(_ tokens: [Token]) -> ByteRange {
        guard let first = tokens.first, let last = tokens.last else { return .empty(at: 0) }
        return first.range.union(last.range)
    }

    mutating func unbalanced(_ token: Token) -> Unread {
        diagnostics.append(Diagnostic(.unbalancedBracket, at: token.core, "this bracket has no partner"))
        return Unread(.unreadNotation, "a bracket without partner", at: token.core)
    }

    func join(_ a: ID, _ b: ID) -> ByteRange { draft[a].range.union(draft[b].range) }

    // MARK: Sums and products

    mutating func sum(_ c: inout Cursor) throws(Unread) -> ID {
        c.skipSpaces()
        // The last term and what stands before it, should dots follow.
        var earlier: (value: ID, sign: UInt32)?
        var start = c.place
        var result = try signedTerm(&c)
        var end = c.place
        while true {
            c.skipSpaces()
            guard let token = c.current, case .sign(let sign) = token.kind,
                sign == Sign.plus || sign == Sign.minus || sign == Sign.plusMinus || sign == 0x2213
            else { break }
            if let dots = c.peek(1), isEllipsis(dots), sign == Sign.plus || sign == Sign.minus {
                if c.peek(2) == nil, earlier != nil, !isStrict, outcomes.isEmpty, binders.isEmpty {
                    // `1 + x + \frac{x^2}{2} + \cdots`: what is left out is smaller than the last term.
                    let last = Array(c.tokens[start..<end])
                    remainders.append((try parse(last), true, dots.range))
                    c.place += 2
                    return result
                }
                result = try dottedSum(&c, sign, earlier, Array(c.tokens[start..<end]))
                earlier = nil
                continue
            }
            let isPlus = try self.isPlus(sign, token.range)
            c.place += 1
            c.skipSpaces()
            guard !c.isAtEnd else { throw missing(token) }
            earlier = (result, sign)
            start = c.place
            let right = try signedTerm(&c)
            end = c.place
            result = draft.add(.binary(isPlus ? .add : .subtract, result, right), join(result, right))
        }
        return result
    }

    /// `… + x_2 + \cdots + x_n`; the cursor stands at the sign before the dots.
    private mutating func dottedSum(
        _ c: inout Cursor, _ sign: UInt32, _ earlier: (value: ID, sign: UInt32)?, _ first: [Token]
    ) throws(Unread) -> ID {
        let dots = c.peek(1) ?? c.tokens[c.place]
        guard let after = c.peek(2), after.isSign(sign), earlier.map({ $0.sign == sign }) ?? (sign == Sign.plus) else {
            throw Unread(.ellipsis, "an ellipsis", at: dots.range)
        }
        c.place += 3
        c.skipSpaces()
        let place = c.place
        _ = try term(&c)
        let last = Array(c.tokens[place..<c.place])
        let total = try series(.sum, first, last, dots.range)
        guard let earlier else { return total }
        return draft.add(.binary(sign == Sign.plus ? .add : .subtract, earlier.value, total), join(earlier.value, total))
    }

    /// Of `\pm` and `\mp` the upper sign, or the lower one where that is asked for.
    private mutating func isPlus(_ sign: UInt32, _ range: ByteRange) throws(Unread) -> Bool {
        if sign == Sign.plus || sign == Sign.minus { return sign == Sign.plus }
        guard hasTwoSigns, !isStrict else { throw Unread(.ambiguous, "± stands for two values", at: range) }
        return (sign == Sign.plusMinus) != choices.contains(.lowerSigns)
    }

    private mutating func missing(_ token: Token) -> Unread {
        diagnostics.append(Diagnostic(.missingOperand, at: token.core, "an operand is missing after this operator"))
        return Unread(.unreadNotation, "a missing operand", at: token.core)
    }

    mutating func signedTerm(_ c: inout Cursor) throws(Unread) -> ID {
        c.skipSpaces()
        if let token = c.current, case .sign(let sign) = token.kind, sign == Sign.plus || sign == Sign.minus {
            c.place += 1
            c.skipSpaces()
            guard !c.isAtEnd else { throw missing(token) }
            depth += 1
            defer { depth -= 1 }
            guard depth < Self.depthLimit else { throw Unread(.limit, "nested too deeply", at: token.range) }
            let term = try signedTerm(&c)
            if sign == Sign.plus { return term }
            // `-7 \bmod 3` is what −7 leaves.
            if case .binary(.modulo, let a, let b) = draft[term].kind {
                let negative = draft.add(.unary(.negate, a), token.range.union(draft[a].range))
                return draft.add(.binary(.modulo, negative, b), token.range.union(draft[term].range))
            }
            return draft.add(.unary(.negate, term), token.range.union(draft[term].range))
        }
        return try term(&c)
    }

    mutating func term(_ c: inout Cursor) throws(Unread) -> ID {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit else { throw Unread(.limit, "nested too deeply", at: c.range) }
        var earlier: ID?
        var start = c.place
        var result = try factor(&c)
        while true {
            c.skipSpaces()
            guard let token = c.current else { break }
            let dots = isEllipsis(token) ? 0 : multiplication(token) != nil && c.peek(1).map({ isEllipsis($0) }) ?? false ? 1 : -1
            if dots >= 0, c.peek(dots + 1) != nil {
                let first = Array(c.tokens[start..<c.place])
                c.place += dots + 1
                c.skipSpaces()
                if let sign = c.current, multiplication(sign) != nil { c.place += 1 }
                guard let next = c.current, startsFactor(next) else { throw Unread(.ellipsis, "an ellipsis", at: token.range) }
                let place = c.place
                _ = try factor(&c)
                let total = try series(.product, first, Array(c.tokens[place..<c.place]), token.range)
                result = earlier.map { draft.add(.product($0, total, .juxtaposed), join($0, total)) } ?? total
                earlier = result
                start = c.place
                continue
            }
            earlier = result
            start = multiplication(token) == nil ? c.place : c.place + 1
            guard !draft.isFull else { throw Unread(.limit, "too large", at: token.range) }
            if let operation = multiplication(token) {
                guard !token.hasScripts else { throw Unread(.unreadNotation, "scripts on an operator", at: token.range) }
                c.place += 1
                c.skipSpaces()
                guard let next = c.current else { throw missing(token) }
                if multiplication(next) != nil {
                    throw missing(token)
                }
                switch operation {
                case .product(let style):
                    let right = try signedFactor(&c)
                    // A vector product in a basis holds where the basis is orthonormal.
                    if style == .times, isArrayLike(result), isArrayLike(right) { isConditional = true }
                    result = draft.add(.product(result, right, style), join(result, right))
                case .divide:
                    var right = try signedFactor(&c)
                    if choices.contains(.slashTakesProduct) {
                        while let next = c.current, startsFactor(next), multiplication(next) == nil {
                            let more = try factor(&c)
                            right = draft.add(.product(right, more, .juxtaposed), join(right, more))
                        }
                    } else if let next = c.current, startsFactor(next), case .letter = next.kind {
                        openChoices.insert(.slashTakesProduct)
                    }
                    result = draft.add(.binary(.divide, result, right), join(result, right))
                case .outer, .ring:
                    let right = try signedFactor(&c)
                    if operation == .ring {
                        guard isArrayLike(result), isArrayLike(right) else { throw Unread(.ambiguous, "∘ may be a composition or an elementwise product", at: token.range) }
                        result = draft.add(.product(result, right, .hadamard), join(result, right))
                        continue
                    }
                    result = draft.add(.binary(.outer, result, right), join(result, right))
                case .modulo:
                    let right = try signedFactor(&c)
                    result = draft.add(.binary(.modulo, result, right), join(result, right))
                }
                continue
            }
            guard startsFactor(token) else { break }
            if case .number = token.kind {
                if case .number = draft[result].kind { throw Unread(.ambiguous, "two numbers side by side", at: token.range) }
                if let before = c.peek(-1), raisesOneDigit(before), before.range.end == token.range.start {
                    throw Unread(.ambiguous, "only the first digit is raised: write braces around all of them", at: before.range.union(token.range))
                }
            }
            let right = try factor(&c)
            if case .number = draft[right].kind, case .number = token.kind {
                // `x 2` is rarely a product; `2 x` is.
                if isStrict, case .power(let base, _) = draft[result].kind, case .symbol(let s) = draft[base].kind, !draft.symbols[Int(s)].isHidden {
                    throw Unread(.ambiguous, "a number after a power", at: token.range)
                }
                if case .symbol = draft[result].kind { throw Unread(.ambiguous, "a number after a letter", at: token.range) }
            }
            result = draft.add(.product(result, right, .juxtaposed), join(result, right))
        }
        return result
    }

    /// Data, a declared array, or what only arrays have: no function is meant.
    private func isArrayLike(_ id: ID) -> Bool {
        switch draft[id].kind {
        case .symbol(let s):
            let entry = draft.symbols[Int(s)]
            return entry.declared?.rank ?? 0 > 0 || entry.isBold
        case .unary(.transpose, _), .matrix, .vector: return true
        case .unary(_, let a), .power(let a, _): return isArrayLike(a)
        case .binary(_, let a, let b), .product(let a, let b, _): return isArrayLike(a) || isArrayLike(b)
        case .call: return true
        default: return false
        }
    }

    enum Multiplication: Equatable {
        case product(ExpressionTree.ProductStyle), divide, outer, ring, modulo
    }

    func multiplication(_ token: Token) -> Multiplication? {
        switch token.kind {
        case .sign(Sign.dot), .sign(0x2022), .sign(0x2219): .product(.dot)
        case .sign(Sign.times): .product(.times)
        case .sign(Sign.asterisk): .product(.asterisk)
        case .sign(Sign.odot), .large(0x2A00): .product(.hadamard)
        case .sign(Sign.otimes): .outer
        case .sign(Sign.ring): .ring
        case .sign(Sign.slash), .sign(Sign.divide), .sign(0x2215), .sign(0x2044): .divide
        case .word("mod"), .word("bmod"): .modulo
        default: nil
        }
    }

    mutating func signedFactor(_ c: inout Cursor) throws(Unread) -> ID {
        c.skipSpaces()
        if let token = c.current, case .sign(let sign) = token.kind, sign == Sign.minus || sign == Sign.plus {
            c.place += 1
            depth += 1
            defer { depth -= 1 }
            guard depth < Self.depthLimit else { throw Unread(.limit, "nested too deeply", at: token.range) }
            let inner = try signedFactor(&c)
            if sign == Sign.plus { return inner }
            return draft.add(.unary(.negate, inner), token.range.union(draft[inner].range))
        }
        return try factor(&c)
    }

    /// Whether `token` may stand right after a factor and multiply it.
    func startsFactor(_ token: Token) -> Bool {
        switch token.kind {
        case .letter, .number, .fraction, .radical, .accent, .table, .group, .large, .stack: true
        case .open, .fenced: true
        case .word(let word): word != "mod" && word != "bmod"
        case .text(let words): isNameLike(words)
        case .bar: true
        case .sign(Sign.partial), .sign(Sign.nabla), .sign(Sign.infinity), .sign(0x2205): true
        default: false
        }
    }

    /// One word: `softmax`, `kernel_size`.
    func isNameLike(_ words: String) -> Bool {
        guard let first = words.utf8.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A else { return false }
        return words.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2D || $0 == 0x5F || $0 >= 0x30 && $0 <= 0x39 }
    }

    /// A few words that name a quantity where an operand is expected: `\text{true positives}`, `\text{正确数}`.
    func isQuantity(_ words: String) -> Bool {
        let parts = words.split(separator: " ")
        guard (1...4).contains(parts.count) else { return false }
        if parts.allSatisfy({ isNameLike(String($0)) }) { return parts.count == 1 || parts.allSatisfy { mayNameFunction(String($0)) && $0.count > 1 } }
        return parts.count == 1 && words.count <= 10 && words.unicodeScalars.allSatisfy { Sign.isIdeograph($0.value) }
            && !StatementSplitter.isConditionWords(words) && !["其他", "其它", "否则", "其余", "时", "即", "因此", "所以", "则"].contains(words)
    }

    // MARK: Factors

    mutating func factor(_ c: inout Cursor) throws(Unread) -> ID {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit else { throw Unread(.limit, "nested too deeply", at: c.range) }
        c.skipSpaces()
        guard let token = c.current else {
            if let last = c.tokens.last { throw missing(last) }
            throw Unread(.unreadNotation, "nothing where a value is expected", at: c.range)
        }
        var result = try primary(&c, token)
        while let next = c.current, next.isSign(Sign.exclamation) {
            if isStrict, let before = c.peek(-1), before.sup != nil, !before.isSign(Sign.exclamation) {
                throw Unread(.ambiguous, "the factorial of a power, or a power with a factorial as its exponent", at: before.range.union(next.range))
            }
            if let after = c.peek(1), after.isSign(Sign.exclamation), !next.hasScripts, next.range.end == after.core.start {
                if let third = c.peek(2), third.isSign(Sign.exclamation), after.range.end == third.core.start {
                    throw Unread(.unreadNotation, "a factorial of three signs", at: next.range)
                }
                c.place += 2
                draft.functions.append(SpecialFunction(kind: .doubleFactorial, standing: .known))
                let call = Int32(truncatingIfNeeded: draft.functions.count - 1)
                result = draft.add(.call(call, draft.list([result])), draft[result].range.union(after.core))
                if after.hasScripts { result = try applyScripts(result, after) }
                continue
            }
            c.place += 1
            result = draft.add(.unary(.factorial, result), draft[result].range.union(next.core))
            if next.hasScripts { result = try applyScripts(result, next) }
        }
        // `x**2` of code.
        if let next = c.current, next.isSign(Sign.doubleAsterisk) {
            c.place += 1
            let exponent = try signedFactor(&c)
            result = draft.add(.power(result, exponent), join(result, exponent))
        }
        if let next = c.current, next.isSign(0xB0), !next.hasScripts {
            c.place += 1
            result = draft.add(.product(result, draft.number(Double.pi / 180, next.range), .dot), draft[result].range.union(next.core))
        }
        if let next = c.current, next.isSign(Sign.percent) {
            c.place += 1
            let range = draft[result].range.union(next.core)
            if case .number(let value, let decimals) = draft[result].kind, decimals >= 0 {
                // `1.5\%` shows three decimals.
                result = draft.number(value / 100, range, decimals: Int(decimals) + 2)
            } else {
                result = draft.add(.binary(.divide, result, draft.number(100, next.range)), range)
            }
        }
        return result
    }

    /// `P(B \mid A)`, `\Delta x`: several signs that are bound as one name.
    private mutating func compound(_ c: inout Cursor) -> ID? {
        var length = min(16, c.tokens.count - c.place)
        while length > 1 {
            let part = Array(c.tokens[c.place..<(c.place + length)])
            if let name = SymbolSpelling.text(part, reader), compounds.contains(name) {
                c.place += length
                return symbol(SymbolKey(canonical: name), part[0], range: span(part))
            }
            length -= 1
        }
        return nil
    }

    private mutating func primary(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        if !compounds.isEmpty, let id = compound(&c) { return id }
        if isStrict, let sup = token.sup, reader.tokens(of: sup).allSatisfy(\.isSpace) { throw Unread(.unreadNotation, "an empty exponent", at: token.range) }
        switch token.kind {
        case .sign(0x23): return try countedSet(&c, token)
        case .number(let text):
            c.place += 1
            if let special = try distinguishedNumber(&c, token, text) { return special }
            try refuseExponentOfCode(c, token)
            if let repeating = try repeatingDecimal(&c, token, text) { return repeating }
            if let mixed = try mixedNumber(&c, token, text) { return mixed }
            return try applyScripts(try number(text, token.core), token)
        case .letter, .accent: return try name(&c, token)
        case .word(let word): return try word_(&c, token, word)
        case .text(let words): return try text(&c, token, words)
        case .fraction(let top, let bottom, let hasBar):
            c.place += 1
            if hasBar, let derivative = try derivativeFraction(&c, token, top: top, bottom: bottom) { return derivative }
            let a = try parse(row: top)
            let b = try parse(row: bottom)
            return try applyScripts(draft.add(.binary(hasBar ? .divide : .binomial, a, b), token.core), token)
        case .radical(let body, let index):
            c.place += 1
            // `\sqrt \beta_t` without braces is the root of `\beta_t`.
            var token = token
            var inside = reader.tokens(of: body).filter { !$0.isSpace }
            if let sub = token.sub, inside.count == 1, inside[0].letter != nil || inside[0].isAccented, inside[0].sub == nil {
                inside[0].sub = sub
                token.sub = nil
            }
            let a = try parse(inside)
            if let index {
                let n = try parse(row: index)
                let one = draft.number(1, draft[n].range)
                let exponent = draft.add(.binary(.divide, one, n), draft[n].range)
                if case .number(let order, _) = draft[n].kind, order >= 3, order < 1e6, order.truncatingRemainder(dividingBy: 2) == 1 {
                    return try applyScripts(oddRoot(a, exponent, token.core), token)
                }
                return try applyScripts(draft.add(.power(a, exponent), token.core), token)
            }
            return try applyScripts(draft.add(.unary(.elementwise(.sqrt), a), token.core), token)
        case .open, .fenced: return try bracketed(&c, token)
        case .bar: return try barred(&c, token)
        case .large(let sign): return try largeOperator(&c, token, sign)
        case .table(let index):
            c.place += 1
            return try applyScripts(try table(index, token, open: 0), token)
        case .group(let id):
            c.place += 1
            return try applyScripts(try parse(row: id), token)
        case .sign(Sign.partial): return try partialOperator(&c, token)
        case .sign(Sign.nabla): return try nablaOperator(&c, token)
        case .sign(Sign.infinity):
            c.place += 1
            return draft.number(.infinity, token.core)
        case .stack: throw Unread(.unreadNotation, "something over or under another", at: token.range)
        case .ellipsis: throw Unread(.ellipsis, "an ellipsis", at: token.range)
        case .relation: throw Unread(.unreadNotation, "a relation without left side", at: token.range)
        case .close: throw unbalanced(token)
        case .sign(Sign.doubleAsterisk): throw Unread(.unreadNotation, "a power of nothing", at: token.range)
        case .sign(let sign) where multiplication(token) != nil || sign == Sign.plus || sign == Sign.minus:
            diagnostics.append(Diagnostic(.missingOperand, at: token.core, "an operand is missing before this operator"))
            throw Unread(.unreadNotation, "a missing operand", at: token.core)
        case .sign, .punctuation: throw Unread(.unreadNotation, "a sign without meaning here", at: token.range)
        case .space, .newline, .error: throw Unread(.unreadNotation, "not read", at: token.range)
        }
    }

    mutating func number(_ text: String, _ range: ByteRange) throws(Unread) -> ID {
        guard let value = Double(text.hasPrefix(".") ? "0" + text : text.hasSuffix(".") ? String(text.dropLast()) : text) else {
            throw Unread(.unreadNotation, "a number that is not read", at: range)
        }
        var decimals = 0
        if let point = text.firstIndex(of: ".") { decimals = text.distance(from: point, to: text.endIndex) - 1 }
        return draft.number(value, range, decimals: decimals)
    }
}
