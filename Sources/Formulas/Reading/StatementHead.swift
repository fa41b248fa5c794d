import LaTeX
import Source
import Tensors

/// Heads: what the left side of a definition names.
extension StatementReader {
    struct Head {
        var name: SymbolKey
        var range: ByteRange
        var parameters: [SymbolKey]
        var isFunction: Bool
        var indexNames: [SymbolKey]

        /// A variance stated of one thing is no definition for others: what it is over is not in the formula.
        var isMoment: Bool { ["Var", "var", "Cov", "cov", "Std", "std"].contains(name.name) }
    }

    /// What the left side defines, when it is a name, an indexed name or an application of one.
    func head(_ tokens: [Token], scope: Scope, _ parser: inout ExpressionParser) -> Head? {
        let kinds = KindReader(reader: reader, scope: scope)
        guard kinds.isDefinable(tokens), let first = tokens.first else { return nil }
        let range = parser.span(tokens)
        if kinds.isApplication(tokens) {
            guard let bracket = tokens.firstIndex(where: { token in
                switch token.kind {
                case .open, .fenced: true
                default: false
                }
            }) else { return nil }
            var cursor = ExpressionParser.Cursor(Array(tokens[bracket...]))
            guard let inner = try? parser.take(&cursor).inner else { return nil }
            var parameters: [SymbolKey] = []
            for part in parser.splitArguments(inner) {
                let visible = part.filter { !$0.isSpace }
                guard visible.count == 1, let name = SymbolSpelling.fullName(visible[0], reader) else { return nil }
                // `\det(A^{-1}) = …` says something of a value, and defines nothing.
                if let sup = visible[0].sup {
                    switch parser.classifySuperscript(sup, base: name) {
                    case .inverse, .transpose, .inverseTranspose, .pseudoInverse: return nil
                    default: break
                    }
                }
                parameters.append(parameterKey(visible[0], name, parser))
            }
            guard Set(parameters).count == parameters.count else { return nil }
            if hints.measuresInformation, first.letter == 0x48 || first.letter == 0x49, bracket == 1, InformationMeasure.read(inner, first.letter == 0x48 ? "H" : "I", reader) != nil { return nil }
            let name: String?
            if bracket == 1 {
                name = functionName(first)
            } else {
                if let last = tokens[..<bracket].last, isDerived(last) { return nil }
                name = runName(tokens[..<bracket])
            }
            guard let name, !["P", "Pr", "E", "O", "o", "Var", "var", "Cov", "cov", "max", "min"].contains(name) else { return nil }
            if first.font == .blackboard || isElementary(name, of: parameters) || name == "D" && isVariance(tokens, parameters) { return nil }
            return Head(name: SymbolKey(canonical: name), range: range, parameters: parameters, isFunction: true, indexNames: [])
        }
        if tokens.count > 1 {
            if tokens.count == 2, first.letter == 0x394, let inner = SymbolSpelling.fullName(tokens[1], reader) {
                return Head(name: SymbolKey(canonical: "Delta" + inner), range: range, parameters: [], isFunction: false, indexNames: [])
            }
            if tokens.count == 2, first.letter == 0x64, let inner = SymbolSpelling.fullName(tokens[1], reader), tokens[1].sup == nil {
                return Head(name: SymbolKey(canonical: "d" + inner), range: range, parameters: [], isFunction: false, indexNames: [])
            }
            guard let name = runName(tokens[...]) else { return nil }
            return Head(name: SymbolKey(canonical: name), range: range, parameters: [], isFunction: false, indexNames: [])
        }
        guard var name = SymbolSpelling.baseName(first, reader), parser.derivedName(first) == nil else { return nil }
        var indices: [SymbolKey] = []
        if let sup = first.sup {
            switch parser.classifySuperscript(sup, base: name) {
            case .label(let label): name += label.allSatisfy({ $0 == "'" }) ? label : "^" + label
            case .index(let inner):
                guard let letter = inner.first?.letter, let index = SymbolSpelling.letterName(letter) else { return nil }
                indices.append(SymbolKey(canonical: index))
                name += "^" + (SymbolSpelling.scriptText(sup, reader) ?? "")
            default: return nil
            }
        }
        if let sub = first.sub {
            switch parser.classifySubscript(sub, base: name) {
            case .none: break
            case .label(let label): name += "_" + label
            case .indices(let parts):
                for part in parts {
                    guard part.count == 1, !part[0].hasScripts, let letter = part[0].letter, let index = SymbolSpelling.letterName(letter) else { return nil }
                    indices.append(SymbolKey(canonical: index))
                }
            case .labelAndIndices: return nil
            }
        }
        guard Set(indices).count == indices.count else { return nil }
        if name == "e" || name == "pi" { return nil }
        return Head(name: SymbolKey(canonical: name), range: range, parameters: [], isFunction: false, indexNames: indices)
    }

    /// `IG_{50} = 1 - 0.75`: two capitals that are worked out in numbers are an abbreviation rather than a product.
    func abbreviation(_ left: [Token], of right: [Token], _ parser: ExpressionParser) -> Head? {
        guard !isStrict, left.count == 2, !left[0].hasScripts, left[0].range.end == left[1].core.start, left.allSatisfy({ (0x41...0x5A).contains($0.letter ?? 0) && $0.font == nil }),
            right.count > 1, holdsOnlyNumbers(right), let name = runName(left[...])
        else { return nil }
        return Head(name: SymbolKey(canonical: name), range: parser.span(left), parameters: [], isFunction: false, indexNames: [])
    }

    private func holdsOnlyNumbers(_ tokens: [Token]) -> Bool {
        tokens.allSatisfy { token in
            guard token.sub == nil else { return false }
            return switch token.kind {
            case .number, .sign, .open, .close, .space: true
            case .fraction(let top, let bottom, true): holdsOnlyNumbers(reader.tokens(of: top)) && holdsOnlyNumbers(reader.tokens(of: bottom))
            case .fenced(_, let body, _), .radical(let body, nil): holdsOnlyNumbers(reader.tokens(of: body))
            default: false
            }
        }
    }

    /// The function between a name and its body, `g(z)` in `a = g(z) = …`, which nothing has defined.
    func secondHead(after head: Head, _ parts: KindReader.Parts, _ relations: [Relation], scope: Scope, _ parser: inout ExpressionParser) -> Head? {
        guard !isStrict, !head.isFunction, relations.count >= 2, relations[1].kind == .equal || relations[1].kind == .defines, parts.sides.count >= 3,
            let first = parts.sides[1].first, first.letter != nil, first.sup == nil, let base = SymbolSpelling.fullName(first, reader),
            !["p", "q"].contains(SymbolSpelling.baseName(first, reader) ?? ""), vocabulary.function(named: base, arity: nil) == nil, scope[SymbolKey(canonical: base)] == nil,
            let second = self.head(parts.sides[1], scope: scope, &parser), second.isFunction, !second.parameters.isEmpty, second.name != head.name
        else { return nil }
        return second
    }

    /// What the whole statement says of a second head; `nil` where its body uses none of the parameters.
    func secondDefinition(_ head: Head, _ statement: Statement) -> Definition? {
        guard statement.sides.count > 1, let body = statement.sides[1].expression, body.symbols.contains(where: { head.parameters.contains($0) }), !body.symbols.contains(head.name)
        else { return nil }
        let parameters = head.parameters.map { key in Definition.Parameter(name: key, shape: statement.symbols.first { $0.name == key }?.shape) }
        return Definition(name: head.name, range: head.range, parameters: parameters, isFunction: true, body: body)
    }

    /// `D(X) = E(X^2) - E(X)^2` says what is known of a variance.
    func isVariance(_ tokens: [Token], _ parameters: [SymbolKey]) -> Bool {
        hints.hasMoments && tokens.first?.hasScripts == false && parameters.count == 1 && parameters[0].name.count == 1
            && parameters[0].name.unicodeScalars.first.map { $0.properties.isUppercase } ?? false
    }

    /// `\sinh(x) = …` claims something of a function that everybody knows. Of matrices, `\exp` and `\log` are series.
    private func isElementary(_ name: String, of parameters: [SymbolKey]) -> Bool {
        guard parameters.count == 1, let letter = parameters[0].name.unicodeScalars.first else { return false }
        return Self.elementary.contains(name) && !letter.properties.isUppercase
    }

    private static let elementary: Set<String> = [
        "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "coth", "sech", "csch", "exp", "ln", "log",
    ]

    func parameterKey(_ token: Token, _ name: String, _ parser: ExpressionParser) -> SymbolKey {
        SymbolKey(canonical: name)
    }

    func functionName(_ token: Token) -> String? {
        // `f'(x)` and `f^2(x)` speak of a function and do not define one.
        if isDerived(token) { return nil }
        switch token.kind {
        case .word(let word), .text(let word): return word.split(separator: " ").joined()
        default: return SymbolSpelling.fullName(token, reader)
        }
    }

    /// Primes or a number above a name.
    func isDerived(_ token: Token) -> Bool {
        guard let sup = token.sup, let text = SymbolSpelling.scriptText(sup, reader), !text.isEmpty else { return false }
        return text.allSatisfy { $0 == "'" } || text.allSatisfy { $0.isNumber }
    }

    func runName(_ tokens: ArraySlice<Token>) -> String? {
        var name = ""
        for token in tokens {
            guard let letter = token.letter, letter < 0x80, let scalar = Unicode.Scalar(letter) else { return nil }
            name.unicodeScalars.append(scalar)
        }
        if let last = tokens.last, last.hasScripts {
            var word = last
            word.kind = .word(name)
            return SymbolSpelling.fullName(word, reader)
        }
        return name
    }
}
