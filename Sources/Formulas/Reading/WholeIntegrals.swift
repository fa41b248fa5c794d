import LaTeX
import Source
import Tensors

/// Integrals without bounds over what has a density: `\int p(x, z)\,dz`, `\int_z q(z) \log q(z)\,dz`, `\iint p(x, t)\,dx\,dt`.
///
/// A density that the note defines is integrated over the whole line. Another is the chance of each of a few values, as it is
/// in sums: what holds of every distribution holds of these.
extension ExpressionParser {
    private static let densities: Set<String> = ["p", "q", "P", "Q", "Pr", "rho", "pi"]

    /// `nil` where no density stands under the integral: the antiderivative `\int x\,dx` is no number.
    mutating func wholeIntegral(_ c: inout Cursor, _ token: Token, count: Int) throws(Unread) -> ID? {
        guard !isStrict, token.sup == nil, let (variables, end) = differentials(c, count: count) else { return nil }
        let inside = Array(c.tokens[(c.place + 1)..<end])
        guard inside.contains(where: { !$0.isSpace }) else { return nil }
        var keys: [(key: SymbolKey, range: ByteRange)] = []
        for variable in variables {
            guard let name = SymbolSpelling.fullName(variable, reader) else { return nil }
            keys.append((SymbolKey(canonical: name), variable.range))
        }
        guard let density = density(in: inside) else { return nil }
        let after = end + 2 * variables.count
        let range = token.range.union(c.tokens[after - 1].range)
        if scope[SymbolKey(canonical: density)]?.definition?.isFunction ?? false {
            guard keys.count == 1, let variable = keys.first else { return nil }
            let low = draft.number(-Double.infinity, token.core)
            let high = draft.number(Double.infinity, token.core)
            let (body, local) = try withLocal(variable.key, token.core) { parser throws(Unread) in try parser.parse(inside) }
            c.place = after
            return draft.add(.integral(body: body, local: local, from: low, to: high), range)
        }
        let before = binders.count
        defer { binders.removeSubrange(before...) }
        var slots: [Int32] = []
        for (key, place) in keys {
            let slot = try valueSlot(key, place)
            slots.append(slot)
            binders.append((key, slot))
        }
        var body = try parse(inside)
        for slot in slots.reversed() { body = draft.add(.reduce(.sum, slot: slot, body: body, condition: ExpressionTree.none), range) }
        c.place = after
        hasMoments = true
        return body
    }

    /// A slot over the values of a variable: those of one name are the same everywhere in a statement.
    mutating func valueSlot(_ key: SymbolKey, _ range: ByteRange) throws(Unread) -> Int32 {
        let slot = try newSlot(key, range, .inferred, isFree: false)
        shareValues(slot, of: key)
        return slot
    }

    mutating func shareValues(_ slot: Int32, of key: SymbolKey) {
        let all = SymbolKey(canonical: "\u{2}values of " + key.name)
        if let known = sets[all] { equalSlots.append((slot, known)) } else { sets[all] = slot }
    }

    /// The variables of the differentials that close the integral at the cursor, and where these begin.
    private func differentials(_ c: Cursor, count: Int) -> (variables: [Token], start: Int)? {
        var depth = 0
        var inner = 0
        var k = c.place + 1
        while k + 1 < c.tokens.count {
            switch c.tokens[k].kind {
            case .open: depth += 1
            case .close: depth -= 1
            case .large(Sign.integral): inner += 1
            default: break
            }
            if depth < 0 { return nil }
            if depth == 0, c.tokens.differentialVariable(at: k) != nil {
                guard inner == 0 else {
                    inner -= 1
                    k += 2
                    continue
                }
                var variables: [Token] = []
                var place = k
                while variables.count < count, place + 1 < c.tokens.count {
                    if c.tokens[place].isSpace {
                        // Spaces between differentials are dropped before an expression is parsed.
                        return nil
                    }
                    guard let variable = c.tokens.differentialVariable(at: place) else { return nil }
                    variables.append(variable)
                    place += 2
                }
                return variables.count == count ? (variables, k) : nil
            }
            k += 1
        }
        return nil
    }

    /// The first density that stands under it, bracket and all, however deep.
    func density(in tokens: [Token]) -> String? {
        var rows = [tokens]
        var seen = 0
        while let row = rows.popLast(), seen < 100 {
            seen += 1
            let visible = row.filter { !$0.isSpace }
            for (k, token) in visible.enumerated() {
                if k + 1 < visible.count, opening(of: visible[k + 1]) == 0x28, let base = SymbolSpelling.baseName(token, reader), Self.densities.contains(base) {
                    return SymbolSpelling.fullName(token, reader) ?? base
                }
                switch token.kind {
                case .fraction(let top, let bottom, _): rows += [reader.tokens(of: top), reader.tokens(of: bottom)]
                case .fenced(_, let body, _), .radical(let body, _), .group(let body): rows.append(reader.tokens(of: body))
                default: break
                }
            }
        }
        return nil
    }
}
