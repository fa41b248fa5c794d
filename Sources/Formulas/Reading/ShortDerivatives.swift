import LaTeX
import Source
import Tensors

/// Derivatives that calculus writes by a mark alone: `(x^n)'`, `(uv)' = u'v + uv'`, `y'` after `y = x^3`, `f_x`, `f_{xy}`.
extension ExpressionParser {
    private static let constants: Set<String> = [
        "a", "b", "c", "C", "k", "n", "m", "p", "q", "r", "alpha", "beta", "gamma", "lambda", "mu", "omega", "sigma", "A", "B",
    ]
    private static let variables = ["x", "t", "z", "s", "u", "y", "theta", "v"]

    /// A bracket with primes, or with an order in brackets; `nil` where `'` may be a transpose, or several letters might vary.
    mutating func primedBracket(_ body: ID, _ end: Token, _ range: ByteRange) throws(Unread) -> ID? {
        guard !isStrict, let sup = end.sup, end.sub == nil else { return nil }
        let order = primeCount(sup) > 0 ? primeCount(sup) : bracketedOrder(sup) ?? 0
        guard order > 0, order <= 4 else { return nil }
        var names: Set<SymbolKey> = []
        for id in draft.reachable(from: body) {
            switch draft[id].kind {
            case .symbol(let s):
                let entry = draft.symbols[Int(s)]
                // `(X^\top X)'` is a transpose as often as not.
                guard !entry.isBold, entry.declared?.rank ?? 0 == 0, entry.value == nil, !entry.isUpper || Self.constants.contains(entry.key.name) else { return nil }
                if entry.isConstant == nil, !entry.isHidden { names.insert(entry.key) }
            case .unary(.transpose, _), .matrix, .vector, .access: return nil
            default: break
            }
        }
        guard let key = variable(names) else {
            let isNumber = names.allSatisfy { Self.constants.contains($0.name) }
            return isNumber && names.count <= 1 ? draft.number(0, range) : nil
        }
        let point = symbol(key, Token(.letter(0), range: range), range: range)
        var result = body
        for _ in 0..<order { result = try derivative(of: result, by: key, at: point, isElementwise: true, range) }
        return result
    }

    private func variable(_ names: Set<SymbolKey>) -> SymbolKey? {
        let free = names.filter { !Self.constants.contains($0.name) }
        if free.count == 1 { return free.first }
        if free.contains(SymbolKey(canonical: "x")) { return SymbolKey(canonical: "x") }
        return free.isEmpty && names.count == 1 && !["c", "C", "k"].contains(names.first?.name ?? "c") && names.first.map { Self.variables.contains($0.name) } ?? false ? names.first : nil
    }

    /// `u`, `u'` beside `(uv)'` are functions of one variable, which nothing names.
    mutating func unnamedFunction(_ token: Token, _ base: String) throws(Unread) -> ID? {
        guard !isStrict, hints.primedFunctions.contains(base), token.sub == nil, scope[SymbolKey(canonical: base)] == nil, !parameters.contains(SymbolKey(canonical: base)) else { return nil }
        let order = primeCount(token.sup)
        guard order <= 4 else { return nil }
        let range = token.range
        let key = SymbolKey(canonical: "x")
        let point = symbol(key, Token(.letter(0x78), range: range), range: range)
        draft.functions.append(StandIn(name: base, arity: 1, isPositive: false, isBold: false))
        var result = draft.add(.call(Int32(truncatingIfNeeded: draft.functions.count - 1), draft.list([point])), range)
        for _ in 0..<order { result = try derivative(of: result, by: key, at: point, isElementwise: true, range) }
        guard order == 0, token.sup != nil else { return result }
        var scripts = token
        scripts.sub = nil
        return try applyScripts(result, scripts)
    }

    /// `f_x`, `f_{xy}` of a function of these variables, `y'`, `y''` of what a formula in one variable defined.
    func derivedName(_ token: Token) -> (definition: Definition, variables: [SymbolKey])? {
        guard !isStrict, token.letter != nil || token.isAccented, let base = SymbolSpelling.baseName(token, reader), let definition = scope[SymbolKey(canonical: base)]?.definition,
            !definition.body.isTentative
        else { return nil }
        if let sub = token.sub, token.sup == nil {
            let letters = reader.tokens(of: sub).filter { !$0.isSpace }
            let names = letters.compactMap { $0.hasScripts ? nil : $0.letter.flatMap { SymbolSpelling.letterName($0) }.map { SymbolKey(canonical: $0) } }
            guard definition.isFunction, definition.parameters.count > 1, !names.isEmpty, names.count <= 3, names.count == letters.count,
                scope[SymbolKey(canonical: base + "_" + names.map(\.name).joined())] == nil,
                names.allSatisfy({ name in definition.parameters.contains { $0.name == name && $0.shape.map { $0.rank == 0 } ?? true } })
            else { return nil }
            return (definition, names)
        }
        let order = primeCount(token.sup)
        guard readsPrimedNames, token.sub == nil, (1...4).contains(order), !definition.isFunction, definition.indices.isEmpty, definition.body.shape.rank == 0 else { return nil }
        let names = Set(definition.body.symbols)
        guard names.count == 1, let name = names.first, ["x", "t"].contains(name.name) else { return nil }
        return (definition, Array(repeating: name, count: order))
    }

    mutating func derived(_ token: Token) throws(Unread) -> ID? {
        guard let (definition, variables) = derivedName(token) else { return nil }
        // A prime may make another name as well.
        if !definition.isFunction { isConditional = true }
        var points: [ID] = []
        for parameter in definition.parameters { points.append(symbol(parameter.name, Token(.letter(0), range: token.range), range: token.range)) }
        var result = definition.isFunction ? try inline(definition, points, token.range) : try copy(definition.body.tree, definition.body.root, symbols: [:], slots: [:], at: token.range)
        for name in variables {
            let point = symbol(name, Token(.letter(0), range: token.range), range: token.range)
            result = try derivative(of: result, by: name, at: point, isElementwise: true, token.range)
        }
        return result
    }
}
