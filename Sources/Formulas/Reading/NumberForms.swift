import LaTeX
import Source
import Tensors

/// Numbers that are written in several signs: `0.1\overline{6}`, `2\frac{1}{2}`, and roots of odd order.
extension ExpressionParser {
    private static let mostDigits = 15

    func digits(_ tokens: [Token]) -> String? {
        guard tokens.count == 1, case .number(let text) = tokens[0].kind, !tokens[0].hasScripts, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        else { return nil }
        return text
    }

    /// The digits under a bar or a dot.
    private func marked(_ token: Token?, dots: Bool) -> String? {
        guard let token, case .accent(let accent, let base) = token.kind else { return nil }
        switch accent {
        case .overline, .bar: if dots { return nil }
        case .dot: if !dots { return nil }
        default: return nil
        }
        return digits(reader.tokens(of: base).filter { !$0.isSpace })
    }

    /// `0.\overline{3}`, `0.1\dot{6}`, `0.\dot{1}4285\dot{7}`; the cursor stands behind the number.
    mutating func repeatingDecimal(_ c: inout Cursor, _ token: Token, _ text: String) throws(Unread) -> ID? {
        guard !token.hasScripts else { return nil }
        var offset = 0
        var fixed = ""
        let parts = text.utf8.contains(UInt8(ascii: ".")) ? text.split(separator: ".", omittingEmptySubsequences: false) : [text[...]]
        if parts.count == 2 {
            fixed = String(parts[1])
        } else if let point = c.current, point.isPunctuation(Sign.fullStop), point.range.start == token.range.end {
            offset = 1
        } else {
            return nil
        }
        guard let next = c.peek(offset), offset == 0 || next.range.start == c.peek(offset - 1)?.range.end else { return nil }
        var period = ""
        var last = next
        if let under = marked(next, dots: false) {
            period = under
            offset += 1
        } else if let first = marked(next, dots: true) {
            period = first
            offset += 1
            var between = ""
            var ahead = offset
            if let middle = c.peek(ahead), let inner = digits([middle]), middle.range.start == last.range.end {
                between = inner
                ahead += 1
            }
            if let end = c.peek(ahead), let closing = marked(end, dots: true) {
                period += between + closing
                last = end
                offset = ahead + 1
            }
        } else {
            return nil
        }
        guard !period.isEmpty, period.count + fixed.count <= Self.mostDigits, let whole = Double(parts[0].isEmpty ? "0" : String(parts[0])),
            let start = Double("0" + fixed), let tail = Double(period)
        else { throw Unread(.limit, "a period of too many digits", at: token.range) }
        c.place += offset
        var scale = 1.0
        for _ in fixed { scale *= 10 }
        var nines = 1.0
        for _ in period { nines *= 10 }
        let value = whole + (start + tail / (nines - 1)) / scale
        return try applyScripts(draft.number(value, token.core.union(last.core)), last)
    }

    /// `2\frac{1}{2}` is two and a half where nothing is guessed: a whole number before a proper fraction of numbers.
    mutating func mixedNumber(_ c: inout Cursor, _ token: Token, _ text: String) throws(Unread) -> ID? {
        guard isStrict, !token.hasScripts, digits([token]) != nil, let next = c.current, case .fraction(let top, let bottom, true) = next.kind,
            let a = digits(reader.tokens(of: top).filter { !$0.isSpace }), let b = digits(reader.tokens(of: bottom).filter { !$0.isSpace }),
            let x = Double(a), let y = Double(b), let whole = Double(text), x < y
        else { return nil }
        guard !next.hasScripts else { throw Unread(.ambiguous, "a power of a mixed number or of its fraction", at: next.range) }
        c.place += 1
        return draft.number(whole + x / y, token.core.union(next.core))
    }

    /// Whether a superscript without braces raises one digit only, as in `2^10`.
    func raisesOneDigit(_ token: Token) -> Bool {
        guard let sup = token.sup, let text = digits(reader.tokens(of: sup).filter { !$0.isSpace }), text.utf8.count == 1 else { return false }
        return reader.tree[sup].range.upper == token.range.upper && reader.tree[sup].range.count == 1
    }

    /// The real root of odd order: of a negative number it is negative.
    mutating func oddRoot(_ a: ID, _ exponent: ID, _ range: ByteRange) -> ID {
        let magnitude = draft.add(.unary(.elementwise(.abs), a), range)
        let root = draft.add(.power(magnitude, exponent), range)
        let sign = draft.add(.unary(.elementwise(.sign), a), range)
        return draft.add(.product(sign, root, .hadamard), range)
    }
}

extension ExpressionParser {
    /// Whether data of a matrix are given: then `I` without a value of its own is the identity.
    var hasMatrixData: Bool { scope.keys.contains { scope[$0]?.value?.rank == 2 } }

    /// `1.2e-3` is a number in code and a difference in mathematics.
    func refuseExponentOfCode(_ c: Cursor, _ token: Token) throws(Unread) {
        guard isStrict, !token.hasScripts, let e = c.current, e.letter == 0x65 || e.letter == 0x45, !e.hasScripts, e.font == nil,
            token.range.end == e.range.start, var last = c.peek(1), last.range.start == e.range.end
        else { return }
        if last.isSign(Sign.minus) || last.isSign(Sign.plus) {
            guard let after = c.peek(2), after.range.start == last.range.end else { return }
            last = after
        }
        guard digits([last]) != nil else { return }
        throw Unread(.ambiguous, "a number with an exponent is written 1.2 \\times 10^{-3}", at: token.range.union(last.range))
    }
}
