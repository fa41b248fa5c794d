import LaTeX
import Source
import Tensors

/// Applications of functions that nothing defines: they are read with a function of ours in their place.
extension ExpressionParser {
    /// Letters that are functions whatever stands in their brackets; others may well be factors.
    private static let functionLetters: Set<String> = [
        "f", "g", "h", "F", "G", "H", "phi", "psi", "Phi", "Psi", "J", "L", "ell", "Q", "V",
    ]

    private static let connectives: Set<String> = [
        "where", "if", "for", "and", "or", "with", "otherwise", "when", "subject", "to", "is", "the", "of", "as", "such", "that", "s", "in",
    ]

    /// Whether the bracket after a letter is a factor although it stands where an argument would: `\sigma^2 (1 - p)`,
    /// `y (1 - y)`, `\pi (x^2 + 1)`.
    mutating func isFactor(_ token: Token, _ base: String, _ inside: [Token]) -> Bool {
        guard token.font != .calligraphic, token.font != .script, primeCount(token.sup) == 0 else { return false }
        let hasSeparator = inside.contains { token in
            if case .bar = token.kind { return true }
            if case .relation = token.kind { return true }
            return token.isPunctuation(Sign.comma, Sign.semicolon, Sign.wideComma, Sign.wideSemicolon)
        }
        if hasSeparator || inside.isEmpty { return false }
        let hasOperator = inside.contains { $0.isSign(Sign.plus) || $0.isSign(Sign.minus) }
        // y (1 - y)
        for (k, other) in inside.enumerated() where SymbolSpelling.baseName(other, reader) == base {
            if k + 1 >= inside.count || opening(of: inside[k + 1]) == nil { return true }
        }
        if base == "pi" {
            if case .number? = inside.first?.kind { return true }
            return hasOperator || token.sup != nil
        }
        if Self.functionLetters.contains(base) { return false }
        let isPower = token.sup.map { sup in
            reader.tokens(of: sup).filter { !$0.isSpace }.allSatisfy { if case .number = $0.kind { true } else { false } }
        } ?? false
        if isPower { return true }
        // `\mathbf{y}^\top (…)`, and `y_j (…)` under a sum over j: values, not functions.
        if let sup = token.sup, case .transpose = classifySuperscript(sup, base: base), inside.count > 1 { return true }
        if let sub = token.sub, inside.count > 1 {
            let letters = reader.tokens(of: sub).compactMap { $0.letter.flatMap { SymbolSpelling.letterName($0) } }
            if letters.contains(where: { binder($0) != nil }) { return true }
            // `y_i (1 - a_i)`: elements at one place.
            if hasOperator, letters.count == 1, isIndexLetter(letters[0]), inside.contains(where: { other in
                other.sub.map { reader.tokens(of: $0).compactMap { $0.letter.flatMap { SymbolSpelling.letterName($0) } } == letters } ?? false
            }) { return true }
        }
        guard hasOperator, let name = SymbolSpelling.fullName(token, reader) else { return false }
        if names == nil { names = FormulaNames(reader) }
        return names?.alone.contains(name) ?? false
    }

    /// The application of an undefined function; the cursor stands at its bracket.
    mutating func opaqueApplication(_ c: inout Cursor, _ token: Token, _ base: String) throws(Unread) -> ID {
        guard !isStrict else { throw undefined(token, base) }
        var name = base
        var arguments: [ID] = []
        var order = 0
        var power: Superscript = .none
        var parameter: Token?
        if let sup = token.sup {
            let primes = primeCount(sup)
            if primes > 0 {
                order = primes
            } else if let derivative = bracketedOrder(sup) {
                order = derivative
            } else {
                switch classifySuperscript(sup, base: base) {
                case .label(let label): name += "^" + label
                case .inverse: name += "^-1"
                case .index, .labelThenTranspose, .pseudoInverse, .inverseTranspose, .repeated:
                    guard let text = SymbolSpelling.scriptText(sup, reader) else { throw undefined(token, base) }
                    name += "^" + text
                case .power(let tokens): power = .power(tokens)
                case .transpose: power = .transpose
                case .none: break
                }
            }
        }
        guard order <= 4 else { throw Unread(.limit, "a derivative of order \(order)", at: token.range) }
        if let sub = token.sub {
            let tokens = reader.tokens(of: sub).filter { !$0.isSpace }
            let slots = tokens.compactMap { token -> Int32? in
                guard !token.hasScripts, let letter = token.letter, let name = SymbolSpelling.letterName(letter) else { return nil }
                return binder(name) ?? freeSlots[SymbolKey(canonical: name)]
            }
            if slots.count == tokens.count, !slots.isEmpty {
                // A family of functions: the index is one more argument.
                for (slot, token) in zip(slots, tokens) { arguments.append(draft.add(.slot(slot), token.core)) }
                name += "_\(slots.count)"
            } else if let text = SymbolSpelling.text(tokens, reader) {
                name += "_" + text
                // `\nabla_\theta \log \pi_\theta(a)`: the parameter of the family is one more argument.
                if tokens.count == 1, hints.differentiated.contains(text) { parameter = tokens[0] }
            } else {
                throw undefined(token, base)
            }
        }
        if let parameter { arguments.append(try resolve(parameter, SymbolSpelling.baseName(parameter, reader) ?? "")) }
        let family = arguments.count
        // `p(x \mid z)` and `p(z)` are different functions, each named by what it is a density of.
        if ["p", "q", "P", "Pr"].contains(base), let text = SymbolSpelling.text(contents(c).map(Self.plain), reader) { name += "(\(text))" }
        let end: Token
        (arguments, end) = try opaqueArguments(&c, token, base, after: arguments)
        let range = token.range.union(end.core)
        var result: ID
        if order > 0 {
            guard arguments.count == family + 1, let argument = arguments.last else {
                throw Unread(.unreadNotation, "a prime on a function of several variables", at: range)
            }
            let key = SymbolKey(canonical: "\u{2}" + String(draft.symbols.count))
            draft.symbols.append(SymbolEntry(key: key, range: range, isBold: false, isUpper: false, declared: nil, learned: Learned("a parameter")))
            let point = draft.add(.symbol(Int32(truncatingIfNeeded: draft.symbols.count - 1)), range)
            result = standIn(name, Array(arguments.dropLast()) + [point], token, range)
            for _ in 0..<order { result = try derivative(of: result, by: key, at: point, isElementwise: true, range) }
            result = try substitute(result, symbol: key, by: argument)
        } else {
            result = standIn(name, arguments, token, range)
        }
        return try closing(c, try apply(power, result, token))
    }

    private mutating func opaqueArguments(
        _ c: inout Cursor, _ token: Token, _ base: String, after family: [ID]
    ) throws(Unread) -> ([ID], Token) {
        let (inner, _, _, end) = try take(&c)
        let parts = try withoutDots(opaqueArguments(inner))
        guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty }) else { throw undefined(token, base) }
        var arguments = family
        let before = diagnostics.count
        for part in parts {
            do throws(Unread) {
                arguments.append(try opaqueArgument(part))
            } catch {
                // `P(T+ | D-)`: behind a bar signs may be parts of names.
                if inner.contains(where: { if case .bar = $0.kind { true } else { false } }) { diagnostics.removeSubrange(before...) }
                throw error
            }
        }
        return (arguments, end)
    }

    /// A token by its letter alone: `p(x_1)` and `p(x_2)` have one name.
    private static func plain(_ token: Token) -> Token {
        var token = token
        token.sub = nil
        token.sup = nil
        return token
    }

    private mutating func standIn(_ name: String, _ arguments: [ID], _ token: Token, _ range: ByteRange) -> ID {
        let isDensity = ["p", "q", "P", "Pr", "pi", "N"].contains { name == $0 || name.hasPrefix($0 + "_") || name.hasPrefix($0 + "(") }
        draft.functions.append(StandIn(name: name, arity: arguments.count, isPositive: isDensity, isBold: token.isBold))
        return draft.add(.call(Int32(truncatingIfNeeded: draft.functions.count - 1), draft.list(arguments)), range)
    }

    private func undefined(_ token: Token, _ base: String) -> Unread {
        Unread(.undefinedFunction, "\(SymbolSpelling.fullName(token, reader) ?? base) is applied but not defined", at: token.range)
    }

    /// Arguments between commas, semicolons and bars: `f(x; \theta)`, `q(z \mid x)`.
    private func opaqueArguments(_ tokens: [Token]) -> [[Token]] {
        let visible = tokens.filter { !$0.isSpace }
        let top = StatementSplitter.topLevel(visible)
        let bars = visible.indices.filter { k in
            if case .bar = visible[k].kind { top[k] } else { false }
        }
        var parts: [[Token]] = [[]]
        for (k, token) in visible.enumerated() {
            // `p(w_1, \ldots w_m)`: dots end a part also where a comma lacks.
            if top[k], !isEllipsis(token), let last = parts.last, last.count == 1, isEllipsis(last[0]), !token.isPunctuation(Sign.comma, Sign.wideComma) { parts.append([]) }
            // `P(z \in C_k)`: what is a member, and of what.
            var separates = top[k] && token.isMember || top[k] && token.isPunctuation(Sign.comma, Sign.semicolon, Sign.wideComma, Sign.wideSemicolon)
            if bars.count == 1, bars[0] == k { separates = true }
            if top[k], case .relation(0x2223) = token.kind { separates = true }
            if separates { parts.append([]) } else { parts[parts.count - 1].append(token) }
        }
        return parts
    }

    /// `o_1, \ldots, o_t` among other arguments is one array.
    private mutating func withoutDots(_ parts: [[Token]]) throws(Unread) -> [[Token]] {
        guard let dots = parts.firstIndex(where: { $0.count == 1 && isEllipsis($0[0]) }), dots > 0, dots + 1 < parts.count else { return parts }
        let last = parts[dots + 1]
        guard last.count == 1, let end = last.first, end.sub != nil, let base = SymbolSpelling.baseName(end, reader) else { return parts }
        var start = dots
        while start > 0, parts[start - 1].count == 1, SymbolSpelling.baseName(parts[start - 1][0], reader) == base, parts[start - 1][0].sub != nil { start -= 1 }
        guard start < dots, try wholeArray(parts[start], last) != nil else { return parts }
        var name = end
        name.sub = nil
        name.core = end.core
        return Array(parts[..<start]) + [[name]] + Array(parts[(dots + 2)...])
    }

    /// An argument, of `X = x` the value.
    private mutating func opaqueArgument(_ tokens: [Token]) throws(Unread) -> ID {
        let top = StatementSplitter.topLevel(tokens)
        let relations = tokens.indices.filter { top[$0] && tokens[$0].isRelation }
        if relations.count == 1, let place = relations.first, case .relation(Sign.equal) = tokens[place].kind, place + 1 < tokens.count {
            let value = Array(tokens[(place + 1)...])
            // `Y = k`: a class by its index.
            if value.count == 1, let letter = value[0].letter, let name = SymbolSpelling.letterName(letter), isIndexLetter(name) { return try index(value) }
            return try parse(value)
        }
        if tokens.count == 1, let token = tokens.first, token.isSign(Sign.dot) || token.isSign(Sign.middleDot) || token.isSign(0x2022) {
            throw Unread(.unreadNotation, "a place for an argument", at: token.range)
        }
        return try parse(tokens)
    }

    func mentions(_ names: [SymbolKey], below root: ID) -> Bool {
        draft.reachable(from: root).contains { id in
            if case .symbol(let s) = draft[id].kind { names.contains(draft.symbols[Int(s)].key) } else { false }
        }
    }

    /// Whether an unknown word with a bracket behind it may be a function's name.
    func mayNameFunction(_ word: String) -> Bool {
        !word.split(separator: " ").contains { Self.connectives.contains($0.lowercased()) } && word.count <= 24
    }
}

extension Definition {
    /// `f(h, r, t) = e_h^\top W e_t` holds none of its parameters: what it is for others is not known.
    var usesParameters: Bool {
        parameters.isEmpty || body.symbols.contains { symbol in parameters.contains { $0.name == symbol } }
    }
}

/// What stands in a formula, looked up where an application may be a product: made once, when first asked for.
struct FormulaNames: Sendable {
    /// Names that stand somewhere without a bracket behind them: they are quantities.
    var alone: Set<String> = []
    var letters: Set<UInt32> = []

    init(_ reader: TokenReader) {
        for (k, node) in reader.tree.nodes.enumerated() {
            switch node.kind {
            case .atom(let atom): letters.insert(atom.scalar)
            case .row(let list) where list.count < 2_000:
                let tokens = reader.tokens(of: MathTree.ID(k)).filter { !$0.isSpace }
                for (place, token) in tokens.enumerated() {
                    if place + 1 < tokens.count {
                        switch tokens[place + 1].kind {
                        case .open(0x28), .fenced(0x28, _, _), .open(0x5B), .fenced(0x5B, _, _): continue
                        default: break
                        }
                    }
                    if let name = SymbolSpelling.fullName(token, reader) { alone.insert(name) }
                }
            default: continue
            }
        }
    }
}
