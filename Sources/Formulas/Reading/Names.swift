import LaTeX
import Source
import Tensors

/// Letters, words and what they name.
extension ExpressionParser {
    // MARK: Symbols

    mutating func symbol(_ key: SymbolKey, _ token: Token, range: ByteRange, indexCount: Int = 0) -> ID {
        if let known = draft.symbolIndex[key] {
            draft.symbols[Int(known)].indexCount = max(draft.symbols[Int(known)].indexCount, indexCount)
            if indexCount == 0, token.isBold { draft.symbols[Int(known)].isBold = true }
            return draft.add(.symbol(known), range)
        }
        var letter = token
        if case .accent(_, let base) = token.kind, let first = reader.tokens(of: base).first(where: { !$0.isSpace }) {
            letter = first
            if letter.font == nil { letter.font = token.font }
        }
        let isUpper = key.name.unicodeScalars.first.map { $0.properties.isUppercase } ?? false
        var entry = SymbolEntry(
            key: key, range: token.range, isBold: letter.isBold || token.isBold, isUpper: isUpper, declared: nil,
            learned: Learned(""))
        entry.indexCount = indexCount
        if case .accent(.vec, _) = token.kind { entry.isBold = true }
        if let declaration = scope[key], !parameters.contains(key) {
            entry.declared = declaration.shape
            entry.learned = declaration.learned
            entry.value = declaration.value
            entry.domain = declaration.domain
            if let definition = declaration.definition, !definition.isFunction { entry.definedRank = definition.body.shape.rank }
        }
        let index = Int32(truncatingIfNeeded: draft.symbols.count)
        draft.symbols.append(entry)
        draft.symbolIndex[key] = index
        return draft.add(.symbol(index), range)
    }

    func isKnown(_ name: String) -> Bool {
        let key = SymbolKey(canonical: name)
        return parameters.contains(key) || scope[key] != nil || binders.contains { $0.name == key }
    }

    func isVariable(_ name: String) -> Bool {
        let key = SymbolKey(canonical: name)
        if parameters.contains(key) || binders.contains(where: { $0.name == key }) { return true }
        guard let declaration = scope[key] else { return false }
        return declaration.definition?.isFunction != true && declaration.role != .function
    }

    func definition(of name: String) -> Definition? {
        let key = SymbolKey(canonical: name)
        guard !parameters.contains(key) else { return nil }
        return scope[key]?.definition
    }

    /// The function of a name that takes so many arguments, else the definition of the name.
    func function(_ name: String, arity: Int) -> Definition? {
        let key = SymbolKey(canonical: name)
        guard !parameters.contains(key) else { return nil }
        return scope.function(key, arity: arity) ?? scope[key]?.definition
    }

    // MARK: Letters

    mutating func name(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        if let id = try matrixDifferential(&c, token) { return id }
        if token.letter != nil, let id = try letterRun(&c) { return id }
        guard let base = SymbolSpelling.baseName(token, reader) else {
            if case .accent(let accent, let inner) = token.kind, accent == .overline || accent == .bar {
                _ = inner
                throw Unread(.unreadNotation, "a bar over an expression", at: token.range)
            }
            throw Unread(.unreadNotation, "this decoration is not read", at: token.range)
        }
        // `x1` without a blank is a name.
        if !isStrict, token.letter != nil, !token.hasScripts, let next = c.peek(1), case .number(let digits) = next.kind,
            next.core.start == token.range.end, !digits.contains("."), scope[SymbolKey(canonical: base + digits)] != nil || !isKnown(base)
        {
            c.place += 2
            var joint = next
            joint.kind = .word(base + digits)
            joint.font = token.font
            joint.core = token.core.union(next.core)
            joint.range = token.range.union(next.range)
            return try named(&c, joint, base + digits)
        }
        // `\Delta x`: a difference is one name.
        if base == "Delta", !token.hasScripts, !isKnown("Delta"), let next = c.peek(1), next.letter != nil || next.isAccented,
            let inner = SymbolSpelling.baseName(next, reader)
        {
            c.place += 2
            var joint = next
            joint.kind = .word("Delta" + inner)
            joint.core = token.core.union(next.core)
            joint.range = token.range.union(next.range)
            return try resolve(joint, "Delta" + inner)
        }
        // `d\theta`: the differential of a name.
        if base == "d", token.font == nil, !token.hasScripts, !isStrict, !isKnown("d"), let next = c.peek(1), next.core.start == token.range.end || next.letter ?? 0 >= 0x80,
            let inner = SymbolSpelling.baseName(next, reader), next.letter != nil || next.isAccented
        {
            c.place += 2
            var joint = next
            joint.kind = .word("d" + inner)
            joint.core = token.core.union(next.core)
            joint.range = token.range.union(next.range)
            return try resolve(joint, "d" + inner)
        }
        c.place += 1
        return try named(&c, token, base)
    }

    /// A name with what may follow it: brackets of an application.
    mutating func named(_ c: inout Cursor, _ token: Token, _ base: String) throws(Unread) -> ID {
        let isBlackboard = token.font == .blackboard
        if isBlackboard, base == "P", let next = c.current, opening(of: next) != nil { return try probability(&c, token, base) }
        if base == "E", isBlackboard || isBareExpectation(c, token) { return try moment(&c, token, .expectation) }
        if base == "V" || base == "D", isBlackboard || base == "D" && isBareVariance(c, token) { return try moment(&c, token, .variance) }
        // `\mathbb{I}(x = 3)`, `I[x > 0]`.
        if base == "I", scope[SymbolKey(canonical: base)] == nil || isBlackboard {
            if let next = c.current, !token.hasScripts, opening(of: next) != nil, holdsCondition(contents(c)) { return try indicator(&c, token, next) }
            if let sub = token.sub, holdsCondition(reader.tokens(of: sub).filter({ !$0.isSpace })) { return try indicator(&c, token, token) }
        }
        if let next = c.current, let opening = opening(of: next), opening == 0x28 || opening == 0x5B || opening == 0x7B {
            if let applied = try application(&c, token, base, opening) { return applied }
            if opening == 0x5B, let element = try codeElement(&c, token, base) { return element }
        }
        return try resolve(token, base)
    }

    /// `x[i]`, `x[0]` as in code: an element, or by its number a name of its own; `nil` for a product with a bracket.
    private mutating func codeElement(_ c: inout Cursor, _ token: Token, _ base: String) throws(Unread) -> ID? {
        guard !isStrict, !token.hasScripts, let next = c.current, next.core.start == token.range.end else { return nil }
        let inside = contents(c)
        if inside.count == 1, case .number(let text) = inside[0].kind, !text.contains(".") {
            let (_, _, _, end) = try take(&c)
            return try applyScripts(symbol(SymbolKey(canonical: "\(base)[\(text)]"), token, range: token.range.union(end.core)), end)
        }
        let letters = inside.compactMap { $0.letter.flatMap { SymbolSpelling.letterName($0) } }
        let isIndex = inside.allSatisfy { token in
            if case .number = token.kind { return !token.hasScripts }
            return token.letter != nil && !token.hasScripts || token.isSign(Sign.plus) || token.isSign(Sign.minus)
        }
        guard isIndex, letters.count == 1, let letter = letters.first, isIndexLetter(letter) || letter == "n" && binder("n") != nil else { return nil }
        let (_, _, _, end) = try take(&c)
        let array = symbol(SymbolKey(canonical: base), token, range: token.core, indexCount: 1)
        let place = try index(inside)
        return try applyScripts(draft.add(.access(array, draft.list([place])), token.range.union(end.core)), end)
    }

    func opening(of token: Token) -> UInt32? {
        switch token.kind {
        case .open(let s): s
        case .fenced(let open, _, let close) where close != 0: open
        default: nil
        }
    }

    private static let functionLetters: Set<String> = [
        "f", "g", "h", "F", "G", "H", "phi", "psi", "varphi", "J", "L", "l", "ell", "P", "p", "Q", "q", "sigma", "Phi", "Psi",
        "R", "T", "E", "D", "K", "Omega", "kappa", "rho", "u", "v", "y", "N", "U", "C", "pi",
    ]

    /// The application that `token` with the bracket after it is, or `nil` for a product.
    private mutating func application(
        _ c: inout Cursor, _ token: Token, _ base: String, _ opening: UInt32
    ) throws(Unread) -> ID? {
        if let measure = try informationMeasure(&c, token, base) { return measure }
        if opening != 0x28, !isStrict, base == "P" || base == "Pr", !isVariable(base), contents(c).contains(where: \.isRelation) { return try probability(&c, token, base) }
        // `f[x_0, x_1]`: a divided difference, another function than `f(x)`.
        if opening == 0x5B, !isStrict, !token.hasScripts, ["f", "g", "h"].contains(base), splitArguments(contents(c)).count > 1 {
            return try opaqueApplication(&c, token, base + "[]")
        }
        let full = SymbolSpelling.fullName(token, reader)
        let primes = primeCount(token.sup)
        // f(x), f'(x), f_1(x), f^{(2)}(x) of a function that was defined.
        for (candidate, order) in [(full, 0), (baseWithSub(token, base), primes > 0 ? primes : bracketedOrder(token.sup) ?? -1)] {
            guard let candidate, order >= 0, let definition = function(candidate, arity: splitArguments(contents(c)).count), definition.isFunction, isStrict || !holdsCondition(behindBar: contents(c)),
                isStrict || definition.parameters.count == splitArguments(contents(c)).count && definition.usesParameters
            else { continue }
            let range = token.range.union(c.range)
            let arguments = try bracketArguments(&c)
            let whole = token.range.union(c.peek(-1)?.range ?? range)
            // A number for one of several parameters may be a case of its own: `f(x; 0)` is a limit.
            if arguments.count > 1, arguments.contains(where: { if case .number = draft[$0].kind { true } else { false } }) { isConditional = true }
            if order > 0 { return try derivative(of: definition, order: order, arguments, whole) }
            return try closing(c, try inline(definition, arguments, whole))
        }
        // `f^2(x)` of a defined function is the power of its value.
        if token.sup != nil, let name = baseWithSub(token, base), let definition = definition(of: name), definition.isFunction,
            isStrict || definition.parameters.count == splitArguments(contents(c)).count && definition.usesParameters
        {
            let arguments = try bracketArguments(&c)
            let value = try inline(definition, arguments, token.range)
            var scripts = token
            scripts.sub = nil
            return try applyScripts(value, scripts)
        }
        if isVariable(base) || (full.map { isVariable($0) } ?? false) {
            // `V = …` and `V(a, b)`: the value, and what it is of; nobody multiplies a number by a list.
            let isNumber = !isStrict && opening == 0x28 && [base, full ?? base].allSatisfy { scope[SymbolKey(canonical: $0)]?.shape?.rank ?? 0 == 0 && binder($0) == nil }
            guard isNumber, !token.isBold, splitArguments(contents(c)).count > 1, !contents(c).contains(where: isEllipsis) else { return nil }
            return try opaqueApplication(&c, token, base)
        }
        if base == "E", opening == 0x5B || speaksOfRandom(contents(c)) { return try moment(&c, token, .expectation) }
        if base == "D" || base == "V", opening == 0x28, token.sub == nil, hints.hasMoments && base == "D" || scope.speaksOfVariance && base == "D" || scope.isVariance(SymbolKey(canonical: base)) || hasLawfulName(contents(c)), speaksOfRandom(contents(c)) {
            return try moment(&c, token, .variance)
        }
        if let name = baseWithSub(token, base), isVariable(name) { return nil }
        if opening == 0x7B { return nil }
        if let matrix = try matrixCall(&c, token, base) { return matrix }
        if let special = try specialCall(&c, token, base) { return special }
        if base == "D" || Self.divergences.contains(base), let divergence = try divergence(&c, token, base) { return divergence }
        if !isStrict, isFactor(token, base, contents(c)) { return nil }
        if let value = try massAtIndex(&c, token, base) { return value }
        if base == "F", let value = try distributionFunction(&c, token) { return value }
        if base == "P" || base == "p" || base == "Pr", !choices.contains(.applicationAsProduct) { return try probability(&c, token, base) }
        if base == "O" || base == "o" {
            let inside = contents(c)
            if inside.count <= 6 { return try remainder(&c, token, isLittle: base == "o") }
        }
        if !token.hasScripts || primes > 0, let function = vocabulary.function(named: base, arity: nil), base.count > 1 {
            if let id = try primedCall(&c, token, nil, function) { return id }
            return try vocabularyCall(&c, token, function)
        }
        if let name = hintsKnownApplication(base), name { return nil }
        let inside = contents(c)
        let hasComma = inside.contains { $0.isPunctuation(Sign.comma, Sign.semicolon, Sign.wideComma) }
        let hasOperator = inside.contains { token in
            token.isSign(Sign.plus) || token.isSign(Sign.minus) || token.isSign(Sign.slash)
        }
        let isFunctionLetter = Self.functionLetters.contains(base)
        if opening == 0x5B { return nil }
        // `\hat{p}(y = 1 \mid x)`: a bar stands before conditions or parameters.
        let hasBar = !isStrict && holdsCondition(behindBar: inside)
        if hasComma || hasBar || isFunctionLetter || (!hasOperator && inside.count == 1 && isArgument(inside[0]) && token.font != .bold && !isStrict && !isCapital(base)) || primes > 0 {
            if choices.contains(.applicationAsProduct), !hasComma { return nil }
            if !hasComma { openChoices.insert(.applicationAsProduct) }
            return try opaqueApplication(&c, token, base)
        }
        return nil
    }

    /// A name or a number; a fraction or a root in a bracket behind a letter is a factor.
    private func isArgument(_ token: Token) -> Bool {
        switch token.kind {
        case .letter, .accent, .word, .text, .number, .group: true
        default: false
        }
    }

    /// `D(X)` of what the note gives a law is its variance.
    private func hasLawfulName(_ tokens: [Token]) -> Bool { scope.hasLaws && randomNames(tokens).contains { isRandom($0, depth: 0) } }

    /// `H(Y \mid X)` is no application to arguments.
    private func holdsCondition(behindBar tokens: [Token]) -> Bool {
        let top = StatementSplitter.topLevel(tokens)
        let bars = tokens.indices.count { k in
            guard top[k] else { return false }
            switch tokens[k].kind {
            case .bar(Sign.bar), .relation(0x2223): return true
            default: return false
            }
        }
        return bars == 1
    }

    private func hintsKnownApplication(_ base: String) -> Bool? { nil }

    private func isCapital(_ base: String) -> Bool {
        base.unicodeScalars.first.map { $0.properties.isUppercase } ?? false
    }

    func baseWithSub(_ token: Token, _ base: String) -> String? {
        guard let sub = token.sub else { return base }
        return SymbolSpelling.scriptText(sub, reader).map { base + "_" + $0 }
    }

    func primeCount(_ sup: MathTree.ID?) -> Int {
        guard let sup else { return 0 }
        let tokens = reader.tokens(of: sup).filter { !$0.isSpace }
        var count = 0
        for token in tokens {
            guard case .sign(Sign.prime) = token.kind else { return 0 }
            count += 1
        }
        return count
    }

    /// `f^{(2)}`: the order of a derivative.
    func bracketedOrder(_ sup: MathTree.ID?) -> Int? {
        guard let sup else { return nil }
        let tokens = reader.tokens(of: sup).filter { !$0.isSpace }
        guard tokens.count == 3, case .open(0x28) = tokens[0].kind, case .number(let text) = tokens[1].kind else { return nil }
        return Int(text)
    }

    /// What a bracketed call is followed by is read by the caller; scripts of its closing bracket apply to the value.
    mutating func closing(_ c: Cursor, _ id: ID) throws(Unread) -> ID {
        guard let last = c.peek(-1), last.hasScripts else { return id }
        switch last.kind {
        case .close, .fenced, .bar: return try applyScripts(id, last)
        default: return id
        }
    }

    // MARK: Words

    mutating func word_(_ c: inout Cursor, _ token: Token, _ word: String) throws(Unread) -> ID {
        c.place += 1
        let name = word.split(separator: " ").joined()
        let key = SymbolKey(canonical: name)
        if scope[key] != nil || parameters.contains(key) { return try named(&c, token, name) }
        let folded = NameFolding.fold(word)
        // `\text{mean}` that stands alone is a name: only what nobody uses as one lacks an argument.
        let isAlone = folded.count > 2 && (c.isAtEnd || !startsArgument(c.current)) && !token.hasScripts && Self.namesOfValues.contains(folded)
        if let builtin = Builtin.named(folded), !(token.font == .upright && folded.count == 1), !isAlone {
            if let id = try primedCall(&c, token, builtin, nil) { return id }
            return try builtinCall(&c, token, builtin, name)
        }
        let isApplied = c.current.flatMap { opening(of: $0) } == 0x28
        // Before the entry of that name, whose arguments hold no bars.
        if isApplied, Self.divergences.contains(name), let divergence = try divergence(&c, token, name) { return divergence }
        if let function = vocabulary.function(named: word, arity: nil), c.current.flatMap({ opening(of: $0) }) != nil || startsArgument(c.current) {
            if let id = try primedCall(&c, token, nil, function) { return id }
            return try vocabularyCall(&c, token, function)
        }
        if let matrix = try matrixCall(&c, token, name) { return matrix }
        if isApplied, let special = try specialCall(&c, token, name, isWord: true) { return special }
        if isApplied { return try unknownWord(&c, token, name, places: 0, isCertain: word.count >= 4) }
        if token.sub != nil && startsArgument(c.current) { throw misspelt(word, token, isCertain: word.count >= 4) }
        if startsArgument(c.current), NameFolding.nearest(to: word, among: Builtin.names + vocabulary.names) != nil {
            throw misspelt(word, token, isCertain: word.count >= 4)
        }
        return try resolve(token, name)
    }

    private static let namesOfValues: Set<String> = ["mean", "var", "cov", "sum", "avg", "rank", "gamma", "max", "min", "norm", "sign"]

    mutating func text(_ c: inout Cursor, _ token: Token, _ words: String) throws(Unread) -> ID {
        let trimmed = words.split(separator: " ").joined(separator: " ")
        guard isNameLike(trimmed) || !isStrict && isQuantity(trimmed) || scope[SymbolKey(canonical: trimmed)] != nil else {
            throw Unread(.prose, "words: \(trimmed.prefix(40))", at: token.range)
        }
        var word = token
        word.kind = .word(trimmed)
        if !isNameLike(trimmed) {
            c.place += 1
            return try resolve(word, trimmed.split(separator: " ").joined(separator: "_"))
        }
        // `\text{stride}[0]`: an entry by its place in code.
        if !isStrict, !token.hasScripts, let next = c.peek(1), opening(of: next) == 0x5B {
            var after = c
            after.place += 1
            let inside = contents(after)
            if inside.count == 1, case .number(let text) = inside[0].kind {
                c.place += 1
                let (_, _, _, end) = try take(&c)
                let id = symbol(SymbolKey(canonical: "\(trimmed)[\(text)]"), word, range: token.range.union(end.core))
                return try applyScripts(id, end)
            }
        }
        return try word_(&c, word, trimmed)
    }

    // MARK: Functions of the vocabulary

    mutating func vocabularyCall(_ c: inout Cursor, _ token: Token, _ function: any KnownFunction) throws(Unread) -> ID {
        var arguments: [ID]
        var closingToken: Token?
        if c.current.flatMap({ opening(of: $0) }) != nil {
            arguments = try bracketArguments(&c)
            closingToken = c.peek(-1)
        } else {
            arguments = [try prefixArgument(&c)]
        }
        let range = token.core.union(c.peek(-1)?.core ?? token.core)
        var chosen: any KnownFunction = function
        if arguments.count > 1, function.signature.parameters.count == 1, case .dimensions(let names)? = function.signature.parameters.first?.template, names.count == 1 {
            // softmax(o_1, o_2, o_3): the parts of one vector.
            arguments = [draft.add(.vector(draft.list(arguments)), range)]
        }
        if !function.signature.accepts(arity: arguments.count) {
            guard let other = vocabulary.function(named: function.name, arity: arguments.count), other.signature.accepts(arity: arguments.count) else {
                throw Unread(.undefinedFunction, "\(function.name) is not known with \(arguments.count) arguments", at: range)
            }
            chosen = other
        }
        draft.functions.append(chosen)
        var call = draft.add(.call(Int32(truncatingIfNeeded: draft.functions.count - 1), draft.list(arguments)), range)
        if token.sup != nil || token.sub != nil { call = try applyScripts(call, token) }
        if closingToken != nil { call = try closing(c, call) }
        return call
    }
}
