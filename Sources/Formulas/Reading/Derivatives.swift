import LaTeX
import Source
import Tensors

/// Derivatives in every notation.
extension ExpressionParser {
    private func isDifferential(_ token: Token) -> Bool {
        switch token.kind {
        case .sign(Sign.partial): true
        case .letter(0x64): !isVariable("d")
        case .word("d"): true
        default: false
        }
    }

    /// `\frac{\partial L}{\partial w}`, `\frac{d}{dx} …`; `nil` where the fraction is one.
    mutating func derivativeFraction(
        _ c: inout Cursor, _ token: Token, top: MathTree.ID, bottom: MathTree.ID
    ) throws(Unread) -> ID? {
        let above = reader.tokens(of: top).filter { !$0.isSpace }
        let below = reader.tokens(of: bottom).filter { !$0.isSpace }
        guard let first = above.first, let under = below.first, isDifferential(first), isDifferential(under), below.count >= 2 else { return nil }
        var variables: [Token] = []
        var order = 0
        var k = 0
        while k < below.count {
            guard isDifferential(below[k]), !below[k].hasScripts, k + 1 < below.count else {
                throw Unread(.unreadNotation, "a derivative", at: token.range)
            }
            var variable = below[k + 1]
            var times = 1
            if let sup = variable.sup, let text = SymbolSpelling.scriptText(sup, reader), let n = Int(text), n >= 2, first.sup != nil {
                times = n
                variable.sup = nil
            }
            for _ in 0..<min(times, 4) { variables.append(variable) }
            order += times
            k += 2
        }
        if let sup = first.sup {
            guard let text = SymbolSpelling.scriptText(sup, reader), let n = Int(text), n == order else {
                throw Unread(.unreadNotation, "a derivative whose orders differ", at: token.range)
            }
        }
        guard order <= 4 else { throw Unread(.limit, "a derivative of order \(order)", at: token.range) }
        var rest = Array(above.dropFirst())
        let body: ID
        if rest.isEmpty {
            c.skipSpaces()
            guard !c.isAtEnd else { throw Unread(.unreadNotation, "a derivative of nothing", at: token.range) }
            let place = c.place
            body = try term(&c)
            rest = Array(c.tokens[place..<c.place])
        } else {
            body = try parse(rest)
        }
        let range = token.range.union(draft[body].range)
        return try applyScripts(try differentiate(body, variables, range, of: rest), token)
    }

    mutating func partialOperator(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        if token.sub == nil, let derivative = try inlineDerivative(&c, token) { return derivative }
        guard let sub = token.sub else { throw Unread(.unreadNotation, "a differential", at: token.range) }
        c.place += 1
        var variables = reader.tokens(of: sub).filter { !$0.isSpace && !$0.isPunctuation(Sign.comma) }
        if let sup = token.sup {
            guard let text = SymbolSpelling.scriptText(sup, reader), let order = Int(text), order >= 2, order <= 4, variables.count == 1 else {
                throw Unread(.unreadNotation, "a differential", at: token.range)
            }
            variables = Array(repeating: variables[0], count: order)
        }
        guard !variables.isEmpty, variables.count <= 4 else { throw Unread(.unreadNotation, "a derivative by several variables", at: token.range) }
        c.skipSpaces()
        guard let next = c.current, startsFactor(next) else { throw Unread(.unreadNotation, "a differential operator", at: token.range) }
        let body = try factor(&c)
        return try differentiate(body, variables, token.range.union(draft[body].range))
    }

    /// `\partial L / \partial w` on one line.
    private mutating func inlineDerivative(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID? {
        let visible = (c.place..<c.tokens.count).filter { !c.tokens[$0].isSpace }
        guard visible.count >= 5, !token.hasScripts else { return nil }
        let part = visible.prefix(5).map { c.tokens[$0] }
        guard SymbolSpelling.baseName(part[1], reader) != nil, part[2].isSign(Sign.slash), part[3].isSign(Sign.partial), !part[3].hasScripts,
            SymbolSpelling.baseName(part[4], reader) != nil
        else { return nil }
        if visible.count > 5, let next = opening(of: c.tokens[visible[5]]), next == 0x28 { return nil }
        let body = try parse([part[1]])
        c.place = visible[4] + 1
        return try differentiate(body, [part[4]], token.range.union(part[4].range))
    }

    mutating func nablaOperator(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        var order = 1
        if let sup = token.sup {
            guard let text = SymbolSpelling.scriptText(sup, reader), text == "2" else { throw Unread(.unreadNotation, "a power of ∇", at: token.range) }
            order = 2
        }
        c.place += 1
        if let next = c.current, multiplication(next) != nil { throw Unread(.unreadNotation, "a divergence or curl", at: token.range) }
        c.skipSpaces()
        guard !c.isAtEnd else { throw Unread(.unreadNotation, "∇ that is applied to nothing", at: token.range) }
        let place = c.place
        // With its variable named it takes the whole product that follows; `\nabla f(x) \cdot v` is a product, and `\nabla_a C \odot v` is one
        // of two arrays.
        let body = token.sub == nil || isHadamardAhead(c) ? try factor(&c) : try term(&c)
        let range = token.range.union(draft[body].range)
        if let sub = token.sub {
            let variables = reader.tokens(of: sub).filter { !$0.isSpace }
            guard variables.count == 1 else { throw Unread(.unreadNotation, "a gradient by several variables", at: token.range) }
            return try differentiate(body, Array(repeating: variables[0], count: order), range, of: Array(c.tokens[place..<c.place]))
        }
        if !isStrict {
            // `\nabla f(w + u)`: the gradient of the function, taken there.
            if case .call(let f, let list) = draft[body].kind, draft.functions[Int(f)].standing == .standIn, list.count >= 1 {
                return try gradient(ofCall: f, Array(draft.children(list)), order, range)
            }
            if case .symbol(let s) = draft[body].kind {
                let key = draft.symbols[Int(s)].key
                if let definition = scope[key]?.definition, definition.isFunction, definition.parameters.count == 1 {
                    let parameter = definition.parameters[0].name
                    let point = symbol(parameter, Token(.letter(0), range: range), range: range)
                    var result = try inline(definition, [point], range)
                    for _ in 0..<order { result = try derivative(of: result, by: parameter, at: point, isElementwise: false, range) }
                    return result
                }
                if let definition = scope[key]?.definition, definition.isFunction, definition.parameters.count > 1,
                    definition.parameters.allSatisfy({ $0.shape.map { $0.rank == 0 } ?? true })
                {
                    return try partials(of: definition, order: order, range)
                }
                return unknownDerivative("∇" + (order == 2 ? "²" : "") + key.name, range)
            }
        }
        // `\nabla f(x)`: by the only argument.
        let tokens = Array(c.tokens[place..<c.place]).filter { !$0.isSpace }
        if tokens.count >= 2, let bracket = tokens.dropFirst().first, opening(of: bracket) != nil {
            var inner = Cursor(Array(tokens.dropFirst()))
            let arguments = try take(&inner).inner.filter { !$0.isSpace }
            if arguments.count == 1, SymbolSpelling.baseName(arguments[0], reader) != nil {
                return try differentiate(body, Array(repeating: arguments[0], count: order), range)
            }
            // `\nabla f(x, y)`: by all of them.
            let names = splitArguments(arguments).map { part in part.count == 1 ? SymbolSpelling.fullName(part[0], reader).map { SymbolKey(canonical: $0) } : nil }
            if names.count > 1, let name = SymbolSpelling.fullName(tokens[0], reader), let definition = function(name, arity: names.count),
                definition.isFunction, definition.parameters.map(\.name) == names.compactMap({ $0 }),
                definition.parameters.allSatisfy({ $0.shape.map { $0.rank == 0 } ?? true })
            {
                return try partials(of: definition, order: order, range)
            }
        }
        throw Unread(.ambiguous, "a gradient by a variable that is not named", at: token.range)
    }

    private func isHadamardAhead(_ c: Cursor) -> Bool {
        var depth = 0
        for token in c.tokens[c.place...] {
            switch token.kind {
            case .open: depth += 1
            case .close: depth -= 1
            case .sign(Sign.plus), .sign(Sign.minus): if depth == 0 { return false }
            default: break
            }
            if depth < 0 { return false }
            if depth == 0, case .product(.hadamard)? = multiplication(token) { return true }
        }
        return false
    }

    /// `\nabla f` of `f(x, y)`: the vector of its derivatives; of the second order the matrix of them.
    private mutating func partials(of definition: Definition, order: Int, _ range: ByteRange) throws(Unread) -> ID {
        guard order == 1 || definition.parameters.count <= 6 else { throw Unread(.limit, "a Hessian by more than six variables", at: range) }
        var points: [ID] = []
        for parameter in definition.parameters { points.append(symbol(parameter.name, Token(.letter(0), range: range), range: range)) }
        let value = try inline(definition, points, range)
        var parts: [ID] = []
        for (parameter, point) in zip(definition.parameters, points) {
            let first = try derivative(of: value, by: parameter.name, at: point, isElementwise: true, range)
            guard order == 2 else {
                parts.append(first)
                continue
            }
            for (other, point) in zip(definition.parameters, points) {
                parts.append(try derivative(of: first, by: other.name, at: point, isElementwise: true, range))
            }
        }
        let list = draft.list(parts)
        return draft.add(order == 2 ? .matrix(rows: Int32(points.count), columns: Int32(points.count), list) : .vector(list), range)
    }

    /// The derivative of `body` by each variable in turn.
    ///
    /// - Parameter tokens: how it is written, where that may be a name alone or an application.
    mutating func differentiate(_ body: ID, _ variables: [Token], _ range: ByteRange, of tokens: [Token] = []) throws(Unread) -> ID {
        var result = body
        if !isStrict, variables.count == 1, let only = variables.first, only.sup != nil, let value = try derivativeBySquare(body, only, range) { return value }
        for variable in variables {
            guard let base = SymbolSpelling.baseName(variable, reader) else { throw Unread(.unreadNotation, "a derivative by this", at: variable.range) }
            let node = try resolve(variable, base)
            var symbolNode = node
            var places: ExpressionTree.List?
            if case .access(let inner, let list) = draft[node].kind {
                symbolNode = inner
                places = list
            }
            guard case .symbol(let s) = draft[symbolNode].kind else { throw Unread(.unreadNotation, "a derivative by this", at: variable.range) }
            let key = draft.symbols[Int(s)].key
            if case .symbol(let s) = draft[result].kind, let definition = scope[draft.symbols[Int(s)].key]?.definition, definition.isFunction,
                definition.parameters.contains(where: { $0.name == key || $0.name.name == key.name + "^2" || isComputed(from: key, $0.name) })
            {
                // `\frac{\partial f}{\partial x}` of a function of x.
                var arguments: [ID] = []
                for parameter in definition.parameters { arguments.append(try argument(parameter.name, range)) }
                result = try inline(definition, arguments, range)
            }
            guard let expanded = try expanded(result, until: key, at: draft[result].range) else {
                if !isStrict, let unknown = unknownDerivative(of: result, by: key, at: symbolNode, places, range) {
                    result = unknown
                    continue
                }
                // A cost that was defined by other names than those it comes about by.
                if !isStrict, variables.count == 1, let name = appliedName(tokens), !name.hasPrefix("∂") {
                    let function = symbol(SymbolKey(canonical: name), Token(.letter(0), range: range), range: range)
                    if let unknown = unknownDerivative(of: function, by: key, at: symbolNode, places, range) {
                        result = unknown
                        continue
                    }
                }
                throw Unread(.undefinedSymbol, "what is differentiated is not known as a function of \(key)", at: range)
            }
            result = try derivative(of: expanded, by: key, at: symbolNode, isElementwise: false, range)
            if let places { result = draft.add(.access(result, places), range) }
        }
        return result
    }

    /// The name that is applied to arguments, and nothing else.
    private func appliedName(_ tokens: [Token]) -> String? {
        let visible = tokens.filter { !$0.isSpace }
        guard visible.count > 1, opening(of: visible[1]) == 0x28, let name = SymbolSpelling.fullName(visible[0], reader), scope[SymbolKey(canonical: name)]?.definition?.isFunction ?? false else { return nil }
        if case .fenced = visible[1].kind { return visible.count == 2 ? name : nil }
        var depth = 0
        for (k, token) in visible.enumerated() {
            if case .open = token.kind { depth += 1 }
            if case .close = token.kind { depth -= 1 }
            if k > 0, depth == 0, k < visible.count - 1 { return nil }
        }
        return depth == 0 ? name : nil
    }

    /// A parameter in its own place: `\sigma^2` is the square of `\sigma`.
    private mutating func argument(_ name: SymbolKey, _ range: ByteRange) throws(Unread) -> ID {
        guard name.name.hasSuffix("^2"), name.name.count > 2 else { return symbol(name, Token(.letter(0), range: range), range: range) }
        let root = symbol(SymbolKey(canonical: String(name.name.dropLast(2))), Token(.letter(0), range: range), range: range)
        return draft.add(.power(root, draft.number(2, range)), range)
    }

    /// `\frac{\partial \ell}{\partial \sigma^2}`: by the chain rule the derivative by σ over 2σ.
    private mutating func derivativeBySquare(_ body: ID, _ variable: Token, _ range: ByteRange) throws(Unread) -> ID? {
        guard let sup = variable.sup, variable.sub == nil, SymbolSpelling.scriptText(sup, reader) == "2", let base = SymbolSpelling.baseName(variable, reader) else { return nil }
        var root = variable
        root.sup = nil
        let key = SymbolKey(canonical: base)
        var value = body
        if case .symbol(let s) = draft[body].kind, let definition = scope[draft.symbols[Int(s)].key]?.definition, definition.isFunction,
            definition.parameters.contains(where: { $0.name == key || $0.name.name == base + "^2" })
        {
            var arguments: [ID] = []
            for parameter in definition.parameters { arguments.append(try argument(parameter.name, range)) }
            value = try inline(definition, arguments, range)
        }
        guard try expanded(value, until: key, at: range) != nil else { return nil }
        let slope = try differentiate(value, [root], range)
        let point = try resolve(root, base)
        return draft.add(.binary(.divide, slope, draft.add(.product(draft.number(2, range), point, .juxtaposed), range)), range)
    }

    /// Whether definitions compute `name` from `key`.
    private func isComputed(from key: SymbolKey, _ name: SymbolKey) -> Bool {
        guard let definition = scope[name]?.definition, !definition.isFunction else { return false }
        return dependsOn(definition, key, depth: 0)
    }

    mutating func derivative(of body: ID, by key: SymbolKey, at point: ID, isElementwise: Bool, _ range: ByteRange) throws(Unread) -> ID {
        let at = draft.add(draft[point].kind, draft[point].range)
        draft.locals.append(LocalEntry(key: key))
        draft.localPoints.append(at)
        let local = Int32(truncatingIfNeeded: draft.locals.count - 1)
        let place = draft.add(.local(local), draft[point].range)
        let inner = try substitute(body, symbol: key, by: place)
        return draft.add(.derivative(body: inner, local: local, at: at, isElementwise: isElementwise), range)
    }

    /// `f'(x)`, `f''(x)`, `f^{(3)}(x)` of a function of one variable.
    mutating func derivative(of definition: Definition, order: Int, _ arguments: [ID], _ range: ByteRange) throws(Unread) -> ID {
        guard arguments.count == 1, let parameter = definition.parameters.first, definition.parameters.count == 1 else {
            throw Unread(.unreadNotation, "a prime on a function of several variables", at: range)
        }
        guard order <= 4 else { throw Unread(.limit, "a derivative of order \(order)", at: range) }
        let key = SymbolKey(canonical: "\u{2}" + parameter.name.name)
        draft.symbols.append(SymbolEntry(key: key, range: range, isBold: false, isUpper: false, declared: nil, learned: Learned("a parameter")))
        let point = draft.add(.symbol(Int32(truncatingIfNeeded: draft.symbols.count - 1)), range)
        var result = try inline(definition, [point], range)
        for _ in 0..<order { result = try derivative(of: result, by: key, at: point, isElementwise: true, range) }
        return try substitute(result, symbol: key, by: arguments[0])
    }

    /// `\tanh'(x)`, `\operatorname{ReLU}'(x)`: a known function with primes; `nil` where it has none.
    mutating func primedCall(
        _ c: inout Cursor, _ token: Token, _ builtin: Builtin?, _ function: (any KnownFunction)?
    ) throws(Unread) -> ID? {
        let order = primeCount(token.sup)
        guard order > 0 else { return nil }
        guard order <= 4 else { throw Unread(.limit, "a derivative of order \(order)", at: token.range) }
        guard token.sub == nil, c.current.flatMap({ opening(of: $0) }) != nil else {
            throw Unread(.unreadNotation, "a prime on a function that is not applied", at: token.range)
        }
        let arguments = try bracketArguments(&c)
        let range = token.range.union(c.peek(-1)?.core ?? token.range)
        guard arguments.count == 1 else {
            throw Unread(.unreadNotation, "a prime on a function of several variables", at: range)
        }
        let key = SymbolKey(canonical: "\u{2}" + String(draft.symbols.count))
        draft.symbols.append(
            SymbolEntry(key: key, range: range, isBold: false, isUpper: false, declared: nil, learned: Learned("a parameter")))
        let point = draft.add(.symbol(Int32(truncatingIfNeeded: draft.symbols.count - 1)), range)
        var result: ID
        switch builtin {
        case .unary(let operation)?: result = draft.add(.unary(operation, point), range)
        case .exponential?: result = draft.add(.unary(.elementwise(.exp), point), range)
        case .logarithm?: result = draft.add(.unary(.elementwise(.log), point), range)
        case nil:
            guard let function, function.signature.isElementwise, function.signature.accepts(arity: 1) else {
                throw Unread(.unreadNotation, "a prime on a function of several variables", at: range)
            }
            draft.functions.append(function)
            result = draft.add(.call(Int32(truncatingIfNeeded: draft.functions.count - 1), draft.list([point])), range)
        default: throw Unread(.unreadNotation, "a prime on this function", at: range)
        }
        for _ in 0..<order { result = try derivative(of: result, by: key, at: point, isElementwise: true, range) }
        return try closing(c, try substitute(result, symbol: key, by: arguments[0]))
    }
}
