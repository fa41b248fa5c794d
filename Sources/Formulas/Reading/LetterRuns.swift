import LaTeX
import Source
import Tensors

/// Names of several letters that are written without a command: `softmax`, `loss`, `dW`.
extension ExpressionParser {
    private func run(_ c: Cursor) -> [Token] {
        var run: [Token] = []
        var k = 0
        while let token = c.peek(k), let letter = token.letter, letter < 0x80, token.font == c.current?.font {
            // Bold and script letters stand for themselves unless a whole word has that style.
            if token.font == .blackboard || token.font == .calligraphic || token.font == .script { break }
            if let last = run.last, last.hasScripts || last.range.end != token.range.start { break }
            run.append(token)
            k += 1
            if run.count > 40 { break }
        }
        return run
    }

    private func text(_ run: ArraySlice<Token>) -> String {
        var out = ""
        for token in run { if let s = token.letter, let scalar = Unicode.Scalar(s) { out.unicodeScalars.append(scalar) } }
        return out
    }

    /// A name of several letters written without a command, longest first: a declared name, a function, a differential.
    mutating func letterRun(_ c: inout Cursor) throws(Unread) -> ID? {
        let run = self.run(c)
        guard run.count >= 2, let firstToken = run.first else { return nil }
        // `aCov(X, Y)` is a times the covariance.
        if !isStrict, run.count > 3, run.count < 6, ["Cov", "Var"].contains(text(run.suffix(3))), run.dropLast(3).allSatisfy({ $0.letter ?? 0 >= 0x61 }) { return nil }
        let allKnown = run.allSatisfy { token in
            token.letter.flatMap { SymbolSpelling.letterName($0) }.map { isKnown($0) || $0 == "e" && run.count <= 2 } ?? false
        }
        let after = c.peek(run.count)
        let isApplied = after.flatMap { opening(of: $0) }.map { $0 == 0x28 || $0 == 0x5B } ?? false
        for length in stride(from: run.count, through: 2, by: -1) {
            let part = run[..<length]
            let name = text(part)
            guard let lastToken = part.last else { continue }
            var token = lastToken
            token.core = firstToken.core.union(lastToken.core)
            token.range = firstToken.range.union(lastToken.range)
            token.kind = .word(name)
            let key = SymbolKey(canonical: name)
            if scope[key] != nil || parameters.contains(key) {
                c.place += length
                return try named(&c, token, name)
            }
            if length == run.count, lastToken.hasScripts, let full = SymbolSpelling.fullName(token, reader), scope[SymbolKey(canonical: full)] != nil {
                c.place += length
                return try named(&c, token, name)
            }
            if length == run.count, isApplied, Self.divergences.contains(name) {
                let place = c.place
                c.place += length
                if let divergence = try divergence(&c, token, name) { return divergence }
                c.place = place
            }
            if length == run.count, isApplied, SpecialFunction.named(name) != nil {
                let place = c.place
                c.place += length
                if let special = try specialCall(&c, token, name, isWord: true) { return special }
                c.place = place
            }
            if allKnown, !isApplied { continue }
            let folded = NameFolding.fold(name)
            let follows = length < run.count || startsArgument(c.peek(length)) || lastToken.hasScripts
            if let builtin = Builtin.named(folded), isCommonInRuns(folded, applied: isApplied && length == run.count, length: length, of: run.count), follows {
                c.place += length
                if let id = try primedCall(&c, token, builtin, nil) { return id }
                return try builtinCall(&c, token, builtin, name)
            }
            if length == run.count, isApplied || lastToken.sub != nil && name.count > 3, let function = vocabulary.function(named: name, arity: nil) {
                c.place += length
                if let id = try primedCall(&c, token, nil, function) { return id }
                return try vocabularyCall(&c, token, function)
            }
        }
        if allKnown || !isStrict && endsWithFunction(run, c) { return nil }
        let name = text(run[...])
        var token = firstToken
        token.core = firstToken.core.union(run[run.count - 1].core)
        token.range = firstToken.range.union(run[run.count - 1].range)
        token.kind = .word(name)
        token.sub = run[run.count - 1].sub
        token.sup = run[run.count - 1].sup
        if isApplied, run.count >= 3 {
            return try unknownWord(&c, token, name, places: run.count, isCertain: run.count >= 5)
        }
        // d w: the differential of a name, as in notes on back-propagation.
        if run.count == 2, firstToken.letter == 0x64, !isKnown("d") {
            c.place += 2
            return try named(&c, token, name)
        }
        let capitals = name.unicodeScalars.filter { $0.properties.isUppercase }.count
        // The counts of a confusion matrix.
        if run.count == 2, !allKnown, ["TP", "TN", "FP", "FN", "tp", "tn", "fp", "fn"].contains(name) {
            c.place += 2
            return try named(&c, token, name)
        }
        if run.count >= 3, capitals >= 1, !isProduct(run), capitals == run.count || name.unicodeScalars.first?.properties.isUppercase == true {
            c.place += run.count
            return try named(&c, token, name)
        }
        if run.count >= 4, namesQuantity(c, name, run) {
            c.place += run.count
            return try named(&c, token, name)
        }
        if run.count >= 4 { throw Unread(.undefinedSymbol, "\(name) is not defined", at: token.core) }
        return nil
    }

    /// `y\log x` without its backslash and without a blank: one or two letters before a function and what it is applied to.
    private func endsWithFunction(_ run: [Token], _ c: Cursor) -> Bool {
        guard (3...8).contains(run.count), Builtin.named(NameFolding.fold(text(run[...]))) == nil, vocabulary.function(named: text(run[...]), arity: nil) == nil else { return false }
        for start in 1...2 where start < run.count {
            for name in Self.joined where text(run[start...]).hasPrefix(name) {
                let rest = run.count - start - name.utf8.count
                if rest == 0 ? startsArgument(c.peek(run.count)) || run.last?.hasScripts ?? false : rest <= 1 { return true }
            }
        }
        return false
    }

    private static let joined = ["log", "ln", "exp", "sin", "cos", "tanh"]

    /// Whether small letters side by side are a word that names a quantity: `precision`, `rank_i`. Words in a row are a sentence,
    /// and what is nearly a function's name is a slip.
    private func namesQuantity(_ c: Cursor, _ name: String, _ run: [Token]) -> Bool {
        guard !isStrict, mayNameFunction(name), StatementLabels.isWord(run.map { token in
            var bare = token
            (bare.sub, bare.sup) = (nil, nil)
            return bare
        }, atLeast: 4), Builtin.named(name) == nil else { return false }
        // What a function of that name gives may have its name: `precision = …`.
        if vocabulary.function(named: name, arity: nil) != nil { return !startsArgument(c.peek(run.count)) }
        guard NameFolding.nearest(to: name, among: Builtin.names + vocabulary.names) == nil else { return false }
        if let next = c.peek(run.count) {
            if next.isPunctuation(Sign.fullStop) { return false }
            if let letter = next.letter, letter >= 0x61, letter < 0x7B, let after = c.peek(run.count + 1), after.letter ?? 0x80 < 0x80, after.core.start == next.range.end { return false }
        }
        return true
    }

    /// `ABC`, `PDP^{-1}`: matrices side by side, no abbreviation.
    private func isProduct(_ run: [Token]) -> Bool {
        if run.count <= 4, run.allSatisfy({ ($0.letter ?? 0) >= 0x41 && ($0.letter ?? 0) <= 0x44 }) { return true }
        guard run.count <= 4, run.allSatisfy({ ($0.letter ?? 0) >= 0x41 && ($0.letter ?? 0) <= 0x5A }), let sup = run.last?.sup else { return false }
        let tokens = reader.tokens(of: sup).filter { !$0.isSpace }
        guard let first = tokens.first else { return false }
        return tokens.count == 1 && (first.letter == 0x54 || first.isSign(0x22A4)) || tokens.count == 2 && first.isSign(Sign.minus)
    }

    func startsArgument(_ token: Token?) -> Bool {
        guard let token else { return false }
        switch token.kind {
        case .letter, .number, .fraction, .accent, .radical, .open, .fenced, .large, .bar, .word, .group: return true
        default: return false
        }
    }

    /// Which built-in names are read out of a run of letters: those that nobody writes as a product.
    private func isCommonInRuns(_ name: String, applied: Bool, length: Int, of count: Int) -> Bool {
        switch name {
        case "exp", "log", "sin", "cos", "tan", "tanh", "sinh", "cosh", "sqrt", "argmax", "argmin", "max", "min", "arctan", "arcsin", "arccos":
            return length == count || name == "log" || name == "exp" || name == "sin" || name == "cos"
        case "ln": return true
        case "abs", "sum", "mean", "det", "diag", "sign", "sgn", "floor", "ceil", "round", "var", "cov", "prod", "gamma", "erf", "trace", "avg":
            return applied
        case "tr": return applied
        default: return false
        }
    }

    mutating func misspelt(_ name: String, _ token: Token, isCertain: Bool) -> Unread {
        let known = Builtin.names + vocabulary.names + scope.keys.map(\.name)
        if isCertain, let near = NameFolding.nearest(to: name, among: known) {
            diagnostics.append(
                Diagnostic(.misspeltFunction, at: token.core, "no function is named `\(name)`", help: "did you mean `\(near)`?"))
        }
        return Unread(.undefinedFunction, "\(name) is not defined", at: token.core)
    }

    /// An applied word that names no function: a slip of the pen, or a function that the formula does not define.
    mutating func unknownWord(
        _ c: inout Cursor, _ token: Token, _ name: String, places: Int, isCertain: Bool
    ) throws(Unread) -> ID {
        let before = diagnostics.count
        let fault = misspelt(name, token, isCertain: isCertain)
        guard diagnostics.count == before, !isStrict, mayNameFunction(name) else { throw fault }
        c.place += places
        return try opaqueApplication(&c, token, name)
    }
}
