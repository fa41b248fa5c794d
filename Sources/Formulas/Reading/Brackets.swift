import LaTeX
import Source
import Tensors

/// Parentheses, absolute values, norms, sets and intervals.
extension ExpressionParser {
    /// The tokens inside the bracket at the cursor.
    func contents(_ c: Cursor) -> [Token] {
        guard let token = c.current else { return [] }
        if case .fenced(_, let body, _) = token.kind { return reader.tokens(of: body).filter { !$0.isSpace } }
        guard let end = closingPlace(c) else { return [] }
        return c.tokens[(c.place + 1)..<end].filter { !$0.isSpace }
    }

    /// The place of the bracket that closes the one at the cursor.
    func closingPlace(_ c: Cursor) -> Int? {
        var depth = 0
        for k in c.place..<c.tokens.count {
            switch c.tokens[k].kind {
            case .open: depth += 1
            case .close:
                depth -= 1
                if depth == 0 { return k }
            default: break
            }
        }
        return nil
    }

    /// Takes the bracket at the cursor; its closing sign carries the scripts of the whole.
    mutating func take(_ c: inout Cursor) throws(Unread) -> (inner: [Token], open: UInt32, close: UInt32, end: Token) {
        guard let token = c.current else { throw Unread(.unreadNotation, "a bracket is expected", at: c.range) }
        if case .fenced(let open, let body, let close) = token.kind {
            c.place += 1
            return (reader.tokens(of: body), open, close, token)
        }
        guard case .open(let open) = token.kind else { throw Unread(.unreadNotation, "a bracket is expected", at: token.range) }
        guard let end = closingPlace(c), case .close(let close) = c.tokens[end].kind else { throw unbalanced(token) }
        let inner = Array(c.tokens[(c.place + 1)..<end])
        c.place = end + 1
        return (inner, open, close, c.tokens[end])
    }

    func splitArguments(_ tokens: [Token]) -> [[Token]] {
        let top = StatementSplitter.topLevel(tokens)
        var parts: [[Token]] = [[]]
        for (k, token) in tokens.enumerated() {
            if top[k], token.isPunctuation(Sign.comma, Sign.semicolon, Sign.wideComma, Sign.wideSemicolon) {
                parts.append([])
            } else {
                parts[parts.count - 1].append(token)
            }
        }
        return parts
    }

    /// The arguments of an application; the cursor goes behind the bracket, whose scripts the caller applies.
    mutating func bracketArguments(_ c: inout Cursor) throws(Unread) -> [ID] {
        let (inner, _, _, end) = try take(&c)
        if inner.contains(where: { if case .bar = $0.kind { true } else { false } }), inner.filter({ if case .bar(Sign.bar) = $0.kind { true } else { false } }).count == 1 {
            throw Unread(.unreadNotation, "a condition inside an application", at: end.range)
        }
        var arguments: [ID] = []
        let listed = splitArguments(inner)
        if let whole = try listedArray(listed) { return [whole] }
        for part in listed {
            let visible = part.filter { !$0.isSpace }
            guard !visible.isEmpty else {
                diagnostics.append(Diagnostic(.missingOperand, at: end.core, "an argument is missing"))
                throw Unread(.unreadNotation, "an argument is missing", at: end.core)
            }
            arguments.append(try parse(part))
        }
        return arguments
    }

    /// `x_1, \ldots, x_n` is the array; `nil` where no dots stand.
    mutating func listedArray(_ parts: [[Token]]) throws(Unread) -> ID? {
        let visible = parts.map { $0.filter { !$0.isSpace } }
        guard let dots = visible.firstIndex(where: { $0.count == 1 && isEllipsis($0[0]) }) else { return nil }
        let range = visible[dots][0].range
        guard dots > 0, dots == parts.count - 2, let first = visible.first, let last = visible.last, let whole = try wholeArray(first, last) else {
            throw Unread(.ellipsis, "an ellipsis", at: range)
        }
        return whole
    }

    mutating func bracketed(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        let (inner, open, close, end) = try take(&c)
        let range = token.range.union(end.range)
        let visible = inner.filter { !$0.isSpace }
        if case .fenced = token.kind, open == Sign.bar || open == Sign.doubleBar || open == 0x2223 || open == 0x2225 {
            return try magnitude(inner, isNorm: open != Sign.bar && open != 0x2223, scripts: token, range)
        }
        if case .fenced = token.kind, open == 0, close == Sign.bar || close == 0x2223 { return try evaluatedAt(inner, end, range) }
        guard !visible.isEmpty else { throw Unread(.unreadNotation, "an empty bracket", at: range) }
        if open == 0x5B || open == 0x28, let difference = try bracketedDifference(visible, end, range) { return difference }
        if open == Sign.bar || close == Sign.bar { throw Unread(.unreadNotation, "a state of quantum mechanics", at: range) }
        if visible.count == 1, case .sign(let sign) = visible[0].kind {
            // `(-)^{n}` is `(-1)^{n}`.
            guard sign == Sign.minus, end.sup != nil else { throw Unread(.unreadNotation, "a bracket that holds no more than a sign", at: range) }
            return try applyScripts(draft.number(-1, range), end)
        }
        if open == 0x7B, close == 0 || close == 0x7D {
            if visible.count == 1, case .table(let index) = visible[0].kind, close == 0 { return try cases(index, visible[0]) }
            if visible.contains(where: isEllipsis), splitArguments(inner).count > 1 {
                if let whole = try listedArray(splitArguments(inner)) { return try applyScripts(whole, end) }
            }
            if splitArguments(inner).count > 1 || close == 0 { throw Unread(.unreadNotation, "a set as a value", at: range) }
        }
        if open == 0x27E8 || open == 0x3C {
            let parts = splitArguments(inner)
            guard parts.count == 2 else { throw Unread(.unreadNotation, "angle brackets", at: range) }
            let a = try parse(parts[0])
            let b = try parse(parts[1])
            // `\langle A, B \rangle_F` is the same sum over all elements; another label names a space.
            var scripts = end
            if let sub = end.sub, case .label = classifySubscript(sub, base: "\u{1}") { scripts.sub = nil }
            return try applyScripts(draft.add(.binary(.inner, a, b), range), scripts)
        }
        if open == 0x230A || open == 0x2308 {
            let body = try parse(inner)
            guard close == (open == 0x230A ? 0x230B : 0x2309) || open == 0x230A && close == 0x2309 else {
                throw Unread(.ambiguous, "brackets of rounding that do not match", at: range)
            }
            // `\lfloor x \rceil` is the nearest whole number.
            let function: UnaryFunction = open == 0x2308 ? .ceil : close == 0x230B ? .floor : .round
            return try applyScripts(draft.add(.unary(.elementwise(function), body), range), end)
        }
        // [condition] is 1 where it holds.
        if open == 0x5B, visible.contains(where: \.isRelation) {
            let top = StatementSplitter.topLevel(inner)
            if zip(inner, top).contains(where: { $0.isRelation && $1 }) {
                return try applyScripts(try condition(inner), end)
            }
        }
        if visible.count == 1, case .table(let index) = visible[0].kind, !visible[0].hasScripts {
            return try applyScripts(try table(index, visible[0], open: open), end)
        }
        let parts = splitArguments(inner)
        if parts.count > 1 {
            if (open == 0x28 && close == 0x5D) || (open == 0x5B && close == 0x29) { throw Unread(.unreadNotation, "an interval as a value", at: range) }
            if let whole = try listedArray(parts) { return try applyScripts(whole, end) }
            var values: [ID] = []
            for part in parts { values.append(try parse(part)) }
            return try applyScripts(draft.add(.vector(draft.list(values)), range), end)
        }
        if isStrict, !Self.match(open, close) { throw Unread(.unreadNotation, "brackets that do not match", at: range) }
        let body = try parse(inner)
        if let derivative = try primedBracket(body, end, range) { return derivative }
        return try applyScripts(body, end)
    }

    /// Whether one bracket closes the other around a value; an invisible one may close any.
    private static func match(_ open: UInt32, _ close: UInt32) -> Bool {
        switch open {
        case 0x28, 0x5B: close == open + (open == 0x28 ? 1 : 2) || close == 0
        case 0: true
        default: close != 0x29 && close != 0x5D
        }
    }

    /// `|x|`, `\|x\|_2`, `||W||_F^2`.
    mutating func barred(_ c: inout Cursor, _ token: Token) throws(Unread) -> ID {
        guard case .bar(let sign) = token.kind else { throw Unread(.unreadNotation, "a bar", at: token.range) }
        guard let (end, isCertain) = BarPairing.partner(of: c.place, in: c.tokens, sign: sign) else {
            throw Unread(.unreadNotation, "a bar without partner", at: token.range)
        }
        if isStrict, !isCertain { throw Unread(.ambiguous, "these bars may be paired in several ways: write \\left| and \\right|", at: token.range.union(c.tokens[end].range)) }
        let inner = Array(c.tokens[(c.place + 1)..<end])
        let closing = c.tokens[end]
        c.place = end + 1
        return try magnitude(inner, isNorm: sign == Sign.doubleBar, scripts: closing, token.range.union(closing.range))
    }

    private mutating func magnitude(_ inner: [Token], isNorm: Bool, scripts: Token, _ range: ByteRange) throws(Unread) -> ID {
        let visible = inner.filter { !$0.isSpace }
        if !isNorm, visible.count == 1, let set = indexSet(visible[0]) {
            let slot = try setSlot(set, visible[0])
            return try applyScripts(draft.add(.count(slot), range), scripts)
        }
        if !isNorm, let first = visible.first, let open = opening(of: first), open == 0x7B {
            let tokens = withoutBraces(visible)
            if tokens.count != visible.count || { if case .fenced = first.kind { visible.count == 1 } else { false } }(),
                let size = try setSize(tokens, range)
            {
                return try applyScripts(size, scripts)
            }
        }
        if visible.count == 1, visible[0].isSign(Sign.dot) || visible[0].isSign(0x2219) {
            throw Unread(.unreadNotation, "a norm of nothing", at: range)
        }
        if !isNorm, let count = try setCount(visible, range) { return try applyScripts(count, scripts) }
        if !isNorm, visible.count == 1, visible[0].font == .calligraphic || visible[0].font == .script, let name = SymbolSpelling.fullName(visible[0], reader) {
            // The values of a variable whose entropy is measured.
            if hints.measuresInformation, let values = sets[SymbolKey(canonical: "\u{2}values of " + name.lowercased())] {
                let slot = try newSlot(SymbolKey(canonical: name), range, .inferred, isFree: false)
                equalSlots.append((slot, values))
                return try applyScripts(draft.add(.count(slot), range), scripts)
            }
            // A set that nothing runs over has a size all the same.
            let size = symbol(SymbolKey(canonical: "|\(name)|"), Token(.letter(0x6E), range: range), range: range)
            if case .symbol(let s) = draft[size].kind {
                draft.symbols[Int(s)].domain = .integer(from: 1)
                draft.symbols[Int(s)].type = .scalar
                draft.symbols[Int(s)].learned = Learned("the size of a set")
            }
            return try applyScripts(size, scripts)
        }
        if !isNorm, let part = try signedSize(visible, scripts, range) { return part }
        let body = try parse(inner)
        guard isNorm else { return try applyScripts(draft.add(.unary(.magnitude, body), range), scripts) }
        var order = ExpressionTree.NormOrder.euclidean
        var exponent: ID = ExpressionTree.none
        var rest = scripts
        rest.sub = nil
        if let sub = scripts.sub {
            let tokens = reader.tokens(of: sub).filter { !$0.isSpace }
            guard let first = tokens.first else { throw Unread(.unreadNotation, "a norm", at: range) }
            switch (tokens.count, first.kind) {
            case (1, .number("1")): order = .one
            case (1, .number("2")):
                // Of a matrix it is the largest singular value, though notes on learning mean the root of all squares.
                order = isStrict || choices.contains(.spectralNorm) ? .spectral : .euclidean
                if !isStrict { openChoices.insert(.spectralNorm) }
            case (1, .number("0")): order = .zero
            case (1, .sign(Sign.infinity)): order = .infinity
            case (1, .letter(0x46)), (1, .word("F")), (1, .text("F")): order = .frobenius
            case (1, .sign(Sign.asterisk)): order = .nuclear
            default:
                order = .exponent
                exponent = try parse(tokens)
            }
        }
        return try applyScripts(draft.add(.norm(body, order: order, exponent: exponent), range), rest)
    }

    /// `|S|^+`, `|S_i|^-`: how many of a set are positive, or negative; a name of its own.
    private mutating func signedSize(_ inner: [Token], _ scripts: Token, _ range: ByteRange) throws(Unread) -> ID? {
        guard !isStrict, scripts.sub == nil, let sup = scripts.sup, inner.count == 1, let set = inner.first, let letter = set.letter, (0x41...0x5A).contains(letter), set.sup == nil,
            let base = SymbolSpelling.baseName(set, reader)
        else { return nil }
        let sign = reader.tokens(of: sup).filter { !$0.isSpace }
        guard sign.count == 1, sign[0].isSign(Sign.plus) || sign[0].isSign(Sign.minus) else { return nil }
        let name = "|\(base)|^" + (sign[0].isSign(Sign.plus) ? "+" : "-")
        var token = set
        token.kind = .word(name)
        token.range = range
        return try resolve(token, name)
    }

    /// A declared set of indices, or a script letter.
    func indexSet(_ token: Token) -> SymbolKey? {
        guard let name = SymbolSpelling.fullName(token, reader) else { return nil }
        let key = SymbolKey(canonical: name)
        if case .indexSet? = scope[key]?.role { return key }
        if sets[key] != nil { return key }
        if token.font == .calligraphic || token.font == .script, hints.sets.contains(name) { return key }
        // `S` in `\sum_{s \in S} y_s`, of which nothing else is known.
        if !isStrict, token.letter != nil, scope[key] == nil, name.unicodeScalars.first?.properties.isUppercase == true,
            hints.setIndices[name].map({ hints.subscripts.contains($0) }) ?? false
        {
            return key
        }
        return nil
    }

    /// The slot whose range is the set; made once for `|B|` and for sums over B alike.
    mutating func setSlot(_ key: SymbolKey, _ token: Token) throws(Unread) -> Int32 {
        if let known = sets[key] { return known }
        let slot = try newSlot(key, token.core, .inferred, isFree: false)
        sets[key] = slot
        return slot
    }
}
