import LaTeX
import Source
import Tensors

/// Applications of built-in mathematics, with brackets or without.
extension ExpressionParser {
    mutating func builtinCall(_ c: inout Cursor, _ token: Token, _ builtin: Builtin, _ name: String) throws(Unread) -> ID {
        switch builtin {
        case .unary(.elementwise(.round)):
            if let rounded = try roundedTo(&c, token) { return rounded }
            return try unaryCall(&c, token, .elementwise(.round), name)
        case .unary(let operation): return try unaryCall(&c, token, operation, name)
        case .exponential: return try unaryCall(&c, token, .elementwise(.exp), name)
        case .logarithm: return try logarithm(&c, token)
        case .maximum: return try extremum(&c, token, .maximum)
        case .minimum: return try extremum(&c, token, .minimum)
        case .supremum, .infimum:
            // Over a closed interval it is attained; a bounded function on an open set may have none.
            if token.sub != nil { return try extremum(&c, token, builtin.isSupremum ? .maximum : .minimum) }
            throw Unread(.unreadNotation, "a supremum or infimum", at: token.range)
        case .argmax: return try extremum(&c, token, .argmax)
        case .argmin: return try extremum(&c, token, .argmin)
        case .sum: return try whole(&c, token, .sum)
        case .product: return try whole(&c, token, .product)
        case .mean: return try whole(&c, token, .mean)
        case .variance: return try moment(&c, token, .variance)
        case .expectation: return try moment(&c, token, .expectation)
        case .covariance: return try moment(&c, token, .covariance)
        case .probability: return try probability(&c, token, "P")
        case .limit: return try limit(&c, token)
        case .greatestCommonDivisor: return try folded(&c, token, name) { draft, a, b in draft.add(.binary(.gcd, a, b), draft[a].range.union(draft[b].range)) }
        case .leastCommonMultiple:
            return try folded(&c, token, name) { draft, a, b in
                let range = draft[a].range.union(draft[b].range)
                let product = draft.add(.unary(.elementwise(.abs), draft.add(.product(a, b, .dot), range)), range)
                return draft.add(.binary(.divide, product, draft.add(.binary(.gcd, a, b), range)), range)
            }
        case .modulo:
            let arguments = hasBracket(c) && !token.hasScripts ? try bracketArguments(&c) : []
            guard arguments.count == 2 else { throw Unread(.unreadNotation, "mod of other than two values", at: token.range) }
            return try closing(c, draft.add(.binary(.modulo, arguments[0], arguments[1]), join(arguments[0], arguments[1])))
        case .reciprocal(let operation): return try unaryCall(&c, token, operation, name, after: .elementwise(.reciprocal))
        case .ofReciprocal(let operation): return try unaryCall(&c, token, operation, name, before: .elementwise(.reciprocal))
        case .norm, .sign, .binary, .identityMatrix, .indicator, .softmaxLike:
            throw Unread(.unreadNotation, "\(name) is not read", at: token.range)
        }
    }

    /// `round(x, 2)`: to so many decimals.
    private mutating func roundedTo(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID? {
        guard hasBracket(c), !token.hasScripts else { return nil }
        var probe = c
        guard splitArguments(try take(&probe).inner).count == 2 else { return nil }
        let arguments = try bracketArguments(&c)
        guard arguments.count == 2 else { throw Unread(.unreadNotation, "round of other than a value and a number of decimals", at: token.range) }
        let range = join(arguments[0], arguments[1])
        let scale = draft.add(.power(draft.add(.number(10, decimals: -1), range), arguments[1]), range)
        let scaled = draft.add(.product(arguments[0], scale, .dot), range)
        return try closing(c, draft.add(.binary(.divide, draft.add(.unary(.elementwise(.round), scaled), range), scale), range))
    }

    /// Whether the bracket at the cursor holds the argument: `\log(x)`, `\exp[…]`, `\max\{…\}`.
    private func hasBracket(_ c: Cursor) -> Bool {
        guard let next = c.current, let open = opening(of: next) else { return false }
        return open == 0x28 || open == 0x5B || open == 0x7B
    }

    private mutating func argument(
        _ c: inout Cursor, _ name: String, ofAngle: Bool = false
    ) throws(Unread) -> (value: ID, closing: Token?) {
        c.skipSpaces()
        if hasBracket(c) {
            let (inner, _, _, end) = try take(&c)
            let visible = inner.filter { !$0.isSpace }
            guard !visible.isEmpty else {
                diagnostics.append(Diagnostic(.missingOperand, at: end.core, "\(name) has no argument"))
                throw Unread(.unreadNotation, "\(name) without argument", at: end.core)
            }
            guard splitArguments(inner).count == 1 else { throw Unread(.unreadNotation, "\(name) of several arguments", at: end.range) }
            let value = try parse(inner)
            if ofAngle, !end.hasScripts, goesOnAsProduct(c) {
                openChoices.insert(.sineTakesProduct)
                if choices.contains(.sineTakesProduct) { return (try angle(&c, value), nil) }
            }
            return (value, end)
        }
        guard !c.isAtEnd else {
            throw Unread(.unreadNotation, "\(name) without argument", at: c.peek(-1)?.range ?? c.range)
        }
        let value = try prefixArgument(&c)
        if ofAngle, hasBracket(c) {
            openChoices.insert(.sineTakesProduct)
            if choices.contains(.sineTakesProduct) { return (try angle(&c, value), nil) }
        }
        return (value, nil)
    }

    private func goesOnAsProduct(_ c: Cursor) -> Bool { c.current.map { isPlain($0) && !$0.isSpace } ?? false }

    /// `(i + \delta) \omega`, `2 \pi (f + 1) t`: the factors that follow belong to the angle.
    private mutating func angle(_ c: inout Cursor, _ first: ID) throws(Unread) -> ID {
        var result = first
        while goesOnAsProduct(c) || hasBracket(c) {
            let place = c.place
            let right = try factor(&c)
            if case .call = draft[right].kind {
                c.place = place
                break
            }
            result = draft.add(.product(result, right, .juxtaposed), draft[result].range.union(draft[right].range))
        }
        return result
    }

    private mutating func unaryCall(
        _ c: inout Cursor, _ token: Token, _ operation: ExpressionTree.UnaryOperation, _ name: String,
        before: ExpressionTree.UnaryOperation? = nil, after: ExpressionTree.UnaryOperation? = nil
    ) throws(Unread) -> ID {
        var operation = operation
        var power: Superscript = .none
        if token.sub != nil { throw Unread(.unreadNotation, "a subscript of \(name)", at: token.range) }
        if let sup = token.sup {
            power = classifySuperscript(sup, base: nil)
            if case .inverse = power {
                guard before == nil, after == nil, let inverse = Self.inverses[operation] else { throw Unread(.ambiguous, "an inverse function or a reciprocal", at: token.range) }
                operation = inverse
                power = .none
            }
            if case .transpose = power { power = .power(reader.tokens(of: sup)) }
        }
        let (value, closing) = try argument(&c, name, ofAngle: Self.ofAngles.contains(operation))
        let range = token.range.union(closing?.core ?? draft[value].range)
        var result = draft.add(.unary(operation, before.map { draft.add(.unary($0, value), range) } ?? value), range)
        if let after { result = draft.add(.unary(after, result), range) }
        result = try apply(power, result, token)
        if let closing, closing.hasScripts { result = try applyScripts(result, closing) }
        return result
    }

    private static let ofAngles: Set<ExpressionTree.UnaryOperation> = [.elementwise(.sin), .elementwise(.cos), .elementwise(.tan)]

    private static let inverses: [ExpressionTree.UnaryOperation: ExpressionTree.UnaryOperation] = [
        .elementwise(.sin): .elementwise(.asin), .elementwise(.cos): .elementwise(.acos), .elementwise(.tan): .elementwise(.atan),
        .elementwise(.sinh): .asinh, .elementwise(.cosh): .acosh, .elementwise(.tanh): .atanh,
    ]

    private mutating func logarithm(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        var power: Superscript = .none
        if let sup = token.sup { power = classifySuperscript(sup, base: nil) }
        if case .inverse = power { throw Unread(.ambiguous, "an inverse function or a reciprocal", at: token.range) }
        var base: ID?
        if let sub = token.sub { base = try parse(row: sub) }
        let (value, closing) = try argument(&c, "log")
        let range = token.range.union(closing?.core ?? draft[value].range)
        var function = UnaryFunction.log
        if base == nil {
            if choices.contains(.logarithmBase2) { function = .log2 }
            if choices.contains(.logarithmBase10) { function = .log10 }
            openChoices.formUnion([.logarithmBase2, .logarithmBase10])
        }
        if let b = base, case .number(let number, _) = draft[b].kind {
            if number == 2 { function = .log2 }
            if number == 10 { function = .log10 }
            if number == 2 || number == 10 { base = nil }
        }
        var result = draft.add(.unary(.elementwise(function), value), range)
        if let base {
            let divisor = draft.add(.unary(.elementwise(.log), base), draft[base].range)
            result = draft.add(.binary(.divide, result, divisor), range)
        }
        result = try apply(power, result, token)
        if let closing, closing.hasScripts { result = try applyScripts(result, closing) }
        return result
    }

    private mutating func whole(_ c: inout Cursor, _ token: Token, _ kind: ExpressionTree.Reduction) throws(Unread) -> ID {
        if token.hasScripts { throw Unread(.unreadNotation, "a reduction along an axis", at: token.range) }
        let (value, closing) = try argument(&c, "sum")
        let result = draft.add(.reduceAll(kind, value), token.range.union(closing?.core ?? draft[value].range))
        if let closing, closing.hasScripts { return try applyScripts(result, closing) }
        return result
    }

    private mutating func extremum(_ c: inout Cursor, _ token: Token, _ kind: ExpressionTree.Reduction) throws(Unread) -> ID {
        if let sub = token.sub {
            let tokens = reader.tokens(of: sub).filter { !$0.isSpace }
            let letters = FormulaHints.binders(tokens)
            let isIndex = letters.contains { FormulaHints.conventional.contains($0) || hints.subscripts.contains($0) }
            guard isIndex else { return try optimum(&c, token, tokens, kind) }
            let binding = try bind(tokens, upper: nil, token)
            if kind == .argmax || kind == .argmin, binding.slots.count != 1 {
                throw Unread(.unreadNotation, "an optimal place of several indices", at: token.range)
            }
            return try reduced(&c, token, kind, binding)
        }
        guard hasBracket(c) else {
            c.skipSpaces()
            guard !c.isAtEnd else { throw Unread(.unreadNotation, "an extremum of nothing", at: token.range) }
            let value = try prefixArgument(&c)
            return draft.add(.reduceAll(kind, value), token.range.union(draft[value].range))
        }
        let (inner, _, _, end) = try take(&c)
        let range = token.range.union(end.core)
        var values: [ID] = []
        let listed = splitArguments(inner)
        if kind == .maximum || kind == .minimum, let dots = listed.firstIndex(where: { $0.filter { !$0.isSpace }.allSatisfy(isEllipsis) && $0.contains(where: isEllipsis) }) {
            guard dots > 0, dots == listed.count - 2 else { throw Unread(.ellipsis, "an ellipsis", at: range) }
            var result = try series(kind, listed[dots - 1], listed[dots + 1], range)
            for part in listed[..<(dots - 1)].reversed() {
                let value = try parse(part)
                result = draft.add(.binary(.elementwise(kind == .maximum ? .maximum : .minimum), value, result), range)
            }
            return try applyScripts(result, end)
        }
        for part in listed {
            guard part.contains(where: { !$0.isSpace }) else {
                diagnostics.append(Diagnostic(.missingOperand, at: end.core, "an argument is missing"))
                throw Unread(.unreadNotation, "an argument is missing", at: end.core)
            }
            values.append(try parse(part))
        }
        var result: ID
        if values.count == 1 {
            result = draft.add(.reduceAll(kind, values[0]), range)
        } else {
            guard kind == .maximum || kind == .minimum else { throw Unread(.unreadNotation, "an optimal place of several values", at: range) }
            result = values[0]
            for value in values.dropFirst() {
                result = draft.add(.binary(.elementwise(kind == .maximum ? .maximum : .minimum), result, value), range)
            }
        }
        if let sup = token.sup { result = try apply(classifySuperscript(sup, base: nil), result, token) }
        return try applyScripts(result, end)
    }

    /// A function of two arguments over any number of them.
    private mutating func folded(
        _ c: inout Cursor, _ token: Token, _ name: String, _ join: (inout Draft, ID, ID) -> ID
    ) throws(Unread) -> ID {
        guard !token.hasScripts, hasBracket(c) else { throw Unread(.unreadNotation, "\(name) without argument", at: token.range) }
        let arguments = try bracketArguments(&c)
        guard var result = arguments.first, arguments.count > 1 else { throw Unread(.unreadNotation, "\(name) of one argument", at: token.range) }
        for argument in arguments.dropFirst() { result = join(&draft, result, argument) }
        return try closing(c, result)
    }

    /// What a function without brackets is applied to: `\log \hat{y}_j`, `\sin 2x`, `\log \sum_k …`.
    mutating func prefixArgument(_ c: inout Cursor) throws(Unread) -> ID {
        c.skipSpaces()
        if let token = c.current, token.isSign(Sign.minus) {
            c.place += 1
            depth += 1
            defer { depth -= 1 }
            guard depth < Self.depthLimit else { throw Unread(.limit, "nested too deeply", at: token.range) }
            let inner = try prefixArgument(&c)
            return draft.add(.unary(.negate, inner), token.range.union(draft[inner].range))
        }
        guard let first = c.current else { throw Unread(.unreadNotation, "a missing argument", at: c.range) }
        var result = try factor(&c)
        guard isPlain(first) else { return result }
        var letters = 0
        if first.letter != nil || isAccent(first) { letters = 1 }
        while let next = c.current, isPlain(next), !next.isSpace {
            if letters > 0, choices.contains(.functionTakesOneFactor) { break }
            if letters > 0 { openChoices.insert(.functionTakesOneFactor) }
            // A name of several letters starts something else: `\log p \log q` written without backslash.
            let place = c.place
            let right = try factor(&c)
            if case .call = draft[right].kind {
                c.place = place
                break
            }
            letters += 1
            result = draft.add(.product(result, right, .juxtaposed), join(result, right))
        }
        return result
    }

    private func isPlain(_ token: Token) -> Bool {
        switch token.kind {
        case .letter, .number, .accent: true
        default: false
        }
    }

    private func isAccent(_ token: Token) -> Bool { if case .accent = token.kind { true } else { false } }
}
