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

    /// `\lambda_{\max}(A)`, `\kappa(A)`, `\operatorname{rank} A`, `\mathcal{N}(x \mid \mu, \sigma^2)`; `nil` for others.
    mutating func matrixCall(_ c: inout Cursor, _ token: Token, _ base: String) throws(Unread) -> ID? {
        if base == "N", let density = try normalDensity(&c, token) { return density }
        let label = token.sub.flatMap { SymbolSpelling.scriptText($0, reader) }
        guard token.sup == nil, let function = MatrixFunction.named(base, label: label) else { return nil }
        let inside = contents(c)
        let range: ByteRange
        let argument: ID
        if c.current.flatMap({ opening(of: $0) }) == 0x28 {
            guard splitArguments(inside).count == 1, inside.contains(where: { isMatrixName($0) }) else { return nil }
            let values = try bracketArguments(&c)
            guard let first = values.first else { return nil }
            argument = first
            range = token.range.union(c.peek(-1)?.range ?? token.range)
        } else {
            guard base.count > 2, base != "kappa", base != "rho", label == nil, let next = c.current, isMatrixName(next) else { return nil }
            argument = try prefixArgument(&c)
            range = token.range.union(draft[argument].range)
        }
        draft.functions.append(function)
        return try closing(c, draft.add(.call(Int32(truncatingIfNeeded: draft.functions.count - 1), draft.list([argument])), range))
    }

    /// A capital, a bold letter, a table: what may be a matrix.
    private func isMatrixName(_ token: Token) -> Bool {
        if case .table = token.kind { return true }
        guard let name = SymbolSpelling.baseName(token, reader) else { return false }
        return token.isBold || name.unicodeScalars.first?.properties.isUppercase ?? false
    }

    /// The normal density of `\mathcal{N}(x \mid \mu, \sigma^2)`, `\mathcal{N}(\mathbf{x}; \boldsymbol\mu, \Sigma)`; `nil` for what
    /// names the law alone.
    ///
    /// Equation: exp(-(x - μ)² / (2 v)) / √(2π v).
    private mutating func normalDensity(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID? {
        guard !token.hasScripts, c.current.flatMap({ opening(of: $0) }) == 0x28 else { return nil }
        let inside = contents(c).filter { !$0.isSpace }
        let top = StatementSplitter.topLevel(inside)
        let bars = inside.indices.filter { k in
            guard top[k] else { return false }
            switch inside[k].kind {
            case .bar(Sign.bar), .relation(0x2223), .punctuation(Sign.semicolon): return true
            default: return false
            }
        }
        guard bars.count == 1, let bar = bars.first, bar > 0 else { return nil }
        let parameters = splitArguments(Array(inside[(bar + 1)...])).filter { !$0.isEmpty }
        guard parameters.count == 2 else { return nil }
        let (_, _, _, end) = try take(&c)
        let range = token.range.union(end.core)
        let x = try parse(Array(inside[..<bar]))
        let mean = try parse(parameters[0])
        let variance = try parse(parameters[1])
        if parameters[1].count == 1, isMatrixName(parameters[1][0]) {
            draft.functions.append(MatrixFunction(kind: .normalVectorDensity, standing: .known))
            return try closing(c, draft.add(.call(Int32(truncatingIfNeeded: draft.functions.count - 1), draft.list([x, mean, variance])), range))
        }
        let two = draft.number(2, range)
        let square = draft.add(.power(draft.add(.binary(.subtract, x, mean), range), two), range)
        let exponent = draft.add(.unary(.negate, draft.add(.binary(.divide, square, draft.add(.product(two, variance, .juxtaposed), range)), range)), range)
        let scale = draft.add(.unary(.elementwise(.sqrt), draft.add(.product(draft.number(2 * Double.pi, range), variance, .juxtaposed), range)), range)
        return try closing(c, draft.add(.binary(.divide, draft.add(.unary(.elementwise(.exp), exponent), range), scale), range))
    }

    private mutating func conventional(_ base: String, _ arguments: [[Token]], isInverse: Bool) -> SpecialFunction? {
        func function(_ kind: SpecialFunction.Kind) -> SpecialFunction { SpecialFunction(kind: kind, standing: .conventional) }
        if isInverse { return base == "Phi" ? function(.probit) : nil }
        switch base {
        case "Gamma": return function(.gamma)
        case "B", "Beta": return function(.beta)
        case "Phi": return function(.normalDistribution)
        case "phi": return holds(0x3A6) ? function(.normalDensity) : nil
        case "psi": return isStrict || holds(0x393) ? function(.digamma) : nil
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
