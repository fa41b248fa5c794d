import LaTeX
import Source
import Tensors

/// Applications of letters that name a function by convention, where nothing else defines them.
extension ExpressionParser {
    /// `\Gamma(x)`, `B(a, b)`, `\Phi(x)`, `\Phi^{-1}(p)`, `\zeta(2)`; `nil` where the letter or its arguments mean something else.
    mutating func specialCall(_ c: inout Cursor, _ token: Token, _ base: String, isWord: Bool = false) throws(Unread) -> ID? {
        guard token.sub == nil, token.font != .bold, token.font != .calligraphic, token.font != .blackboard, primeCount(token.sup) == 0 else { return nil }
        let inside = contents(c)
        let separates = inside.contains { token in
            switch token.kind {
            case .bar, .relation, .ellipsis: true
            default: token.isPunctuation(Sign.semicolon, Sign.wideSemicolon)
            }
        }
        let arguments = splitArguments(inside)
        guard !separates, arguments.allSatisfy({ !$0.isEmpty }) else { return nil }
        var power: Superscript = .none
        if let sup = token.sup { power = classifySuperscript(sup, base: nil) }
        var isInverse = false
        if case .inverse = power { isInverse = true }
        let function: SpecialFunction?
        if isWord {
            function = SpecialFunction.named(base)
        } else {
            function = conventional(base, arguments, isInverse: isInverse)
        }
        guard let function, function.arity == arguments.count, !isInverse || function.kind == .probit else { return nil }
        if isInverse { power = .none }
        let values = try bracketArguments(&c)
        draft.functions.append(function)
        let range = token.range.union(c.peek(-1)?.core ?? token.range)
        let id = draft.add(.call(Int32(truncatingIfNeeded: draft.functions.count - 1), draft.list(values)), range)
        return try closing(c, try apply(power, id, token))
    }

    private mutating func conventional(_ base: String, _ arguments: [[Token]], isInverse: Bool) -> SpecialFunction? {
        func function(_ kind: SpecialFunction.Kind) -> SpecialFunction { SpecialFunction(kind: kind, standing: .conventional) }
        if isInverse { return base == "Phi" ? function(.probit) : nil }
        switch base {
        case "Gamma": return function(.gamma)
        case "B", "Beta": return function(.beta)
        case "Phi": return function(.normalDistribution)
        case "phi": return holds(0x3A6) ? function(.normalDensity) : nil
        case "psi": return holds(0x393) ? function(.digamma) : nil
        case "zeta":
            guard arguments.count == 1, arguments[0].count == 1 else { return nil }
            if case .number = arguments[0][0].kind { return function(.zeta) }
            return arguments[0][0].letter == 0x73 ? function(.zeta) : nil
        default: return nil
        }
    }

    /// Whether the letter stands somewhere in the formula.
    private mutating func holds(_ letter: UInt32) -> Bool {
        if names == nil { names = FormulaNames(reader) }
        return names?.letters.contains(letter) ?? false
    }
}
