import LaTeX
import Source

/// Operators and relations that lack what they are to join.
///
/// Only what no way of writing explains: a sign alone is a mention, a sign at an end of a line goes on with the next,
/// `(*)` and `x^{+}` name things.
struct OperandCheck {
    let row: SignRow
    /// The formula goes on in the words or formulas around it, so that its ends prove nothing.
    let isFragment: Bool
    /// A comma of the sentence stands right behind the formula.
    var isBeforeComma = false
    /// The formula has `e` to a power that is more than a sign: its `e^{-}` is no electron.
    var hasExponential = false

    private typealias Kind = SignRow.Kind

    private static let comparisons: Set<UInt32> = [
        0x3D, 0x3C, 0x3E, 0x2264, 0x2265, 0x2A7D, 0x2A7E, 0x2248, 0x2260, 0x2261, 0x221D, 0x2254, 0x225C, 0x2208,
    ]
    private static let products: Set<UInt32> = [0xD7, 0x22C5, 0xB7, 0x2F, 0xF7]

    func faults() -> [Diagnostic] {
        let items = row.items
        guard items.contains(where: { isOperand($0.kind) }) else { return [] }
        var found: [Diagnostic] = []
        for k in items.indices {
            if items[k].isBareExponential, items[k].isNumber ? row.place != .bound && !items.contains(where: { $0.kind == .relation(0x2192) }) : isAddedToNumber(k) {
                found.append(Diagnostic(.missingOperand, at: items[k].range, "nothing stands after the sign of this exponent"))
            }
            let before = k > 0 ? items[k - 1].kind : nil
            let after = k + 1 < items.count ? items[k + 1].kind : nil
            switch items[k].kind {
            case .relation(let sign) where Self.comparisons.contains(sign):
                if let fault = relation(k, sign, before, after) { found.append(fault) }
            case .binary(let sign):
                if let fault = binary(k, sign, before, after) { found.append(fault) }
            case .large(let sign) where sign == 0x2211 || sign == 0x220F:
                if let fault = large(k, after) { found.append(fault) }
            case .elementaryFunction:
                if let fault = lone(k, before, after) ?? argument(k) { found.append(fault) }
            case .functionName:
                if let fault = argument(k) { found.append(fault) }
            default: break
            }
        }
        return found
    }

    private func isOperand(_ kind: Kind) -> Bool {
        switch kind {
        case .operand, .words, .functionName, .elementaryFunction, .large, .ellipsis: true
        default: false
        }
    }

    private func ends(_ kind: Kind?) -> Bool { if case .operand? = kind { true } else if case .close? = kind { true } else { false } }

    private func starts(_ kind: Kind?) -> Bool {
        switch kind {
        case .operand?, .open?, .large?, .functionName?, .elementaryFunction?: true
        default: false
        }
    }

    private func isEnd(_ k: Int) -> Bool {
        row.items[(k + 1)...].allSatisfy { item in
            switch item.kind {
            case .stop(0x2E), .stop(0x3002), .comma, .cell: true
            default: false
            }
        }
    }

    /// `1 + e^{-}`, and nothing else in the row, or `e^{x} - e^{-}`: no electron.
    private func isAddedToNumber(_ k: Int) -> Bool {
        if hasExponential, [k - 1, k + 1].contains(where: { row.items.indices.contains($0) && Self.isSum(row.items[$0].kind) }) { return true }
        // `\log(1 + e^{-})`
        if k > 1, Self.isSum(row.items[k - 1].kind), row.items[k - 2].isNumber, row.items.contains(where: { $0.kind == .elementaryFunction }) { return true }
        guard row.items.count == 3 else { return false }
        // `e^{-} \approx 0.1353`
        if k == 0, row.items[2].isNumber, row.items[1].kind == .relation(0x2248) || row.items[1].kind == .relation(0x3D) { return true }
        let other = k == 0 ? 2 : 0
        guard k != 1, row.items[other].isNumber, !row.items[other].hasSubscript, row.place == .denominator || row.place == .numerator || row.place == .root else { return false }
        return row.items[1].kind == .binary(0x2B) || row.items[1].kind == .binary(0x2212)
    }

    private static func isSum(_ kind: Kind) -> Bool { kind == .binary(0x2B) || kind == .binary(0x2212) }

    // MARK: Relations

    private func relation(_ k: Int, _ sign: UInt32, _ before: Kind?, _ after: Kind?) -> Diagnostic? {
        let fault = Diagnostic(.missingOperand, at: row.items[k].range, "nothing stands after this relation")
        // `i=` under a sum.
        if row.place == .bound {
            guard row.items.count == 2, sign == 0x3D, k == 1 ? ends(before) : starts(after) else { return nil }
            return Diagnostic(.missingOperand, at: row.items[k].range, "a bound is missing")
        }
        guard row.place == .formula, ends(before) else { return nil }
        switch after {
        case .relation(let next)?:
            guard Self.comparisons.contains(next), row.items[k].range.upper < row.items[k + 1].range.lower, !isCode(sign, next)
            else { return nil }
            return fault
        case .close?, .stop(0x3002)?, .stop(0x2E)?, .comma?, nil:
            if case .close? = after { return isAngle(k) ? nil : fault }
            guard isEnd(k), !isFragment, !isAngle(k), !row.items.contains(where: { $0.kind == .line }) else { return nil }
            return fault
        default: return nil
        }
    }

    /// `==`, `>=`, `<=`, `=>`
    private func isCode(_ a: UInt32, _ b: UInt32) -> Bool {
        let plain: Set<UInt32> = [0x3D, 0x3C, 0x3E]
        return plain.contains(a) && plain.contains(b) && (a, b) != (0x3D, 0x3D)
    }

    /// The second sign of `<x, y>`.
    private func isAngle(_ k: Int) -> Bool {
        guard case .relation(0x3E) = row.items[k].kind else { return false }
        return row.items[..<k].contains { $0.kind == .relation(0x3C) }
    }

    // MARK: Operators

    private func binary(_ k: Int, _ sign: UInt32, _ before: Kind?, _ after: Kind?) -> Diagnostic? {
        let isProduct = Self.products.contains(sign)
        let isSign = sign == 0x2B || sign == 0x2212
        guard isProduct || isSign else { return nil }
        func fault(_ words: String) -> Diagnostic { Diagnostic(.missingOperand, at: row.items[k].range, words) }
        if isProduct, starts(after) {
            switch before {
            case .relation(let other)? where Self.comparisons.contains(other) && other != 0x3E:
                return k > 1 && ends(row.items[k - 2].kind) ? fault("an operand is missing before this operator") : nil
            case .binary(let other)? where other != sign && (Self.products.contains(other) || other == 0x2B || other == 0x2212):
                return k > 1 && ends(row.items[k - 2].kind) ? fault("an operand is missing before this operator") : nil
            // `a \times \times b`; `a + + b` where the second sign is no sign of `b`.
            case .binary(let other)? where other == sign && (sign == 0xD7 || sign == 0xF7):
                return k > 1 && ends(row.items[k - 2].kind) ? fault("an operand is missing before this operator") : nil
            default: break
            }
        }
        if isSign, case .binary(sign)? = before, k > 1, ends(row.items[k - 2].kind), starts(after), isSpaced(k - 1), isSpaced(k) {
            return fault("an operand is missing before this operator")
        }
        guard ends(before), row.place != .script, row.place != .bound else { return nil }
        let words = "an operand is missing after this operator"
        switch after {
        case .close?:
            // `f(a+)` is a limit from the right, `P(+ \mid T+)` names a sign.
            if isProduct { return isMultiple(k) ? nil : fault(words) }
            switch k > 1 ? row.items[k - 2].kind : .bar {
            case .binary, .relation, .operand, .close: return fault(words)
            case .open where k > 2:
                // `\sum_i (y_i - )`: nothing is applied to the bracket. `\log(1 - )`: no function has a limit there to speak of.
                switch row.items[k - 3].kind {
                case .large, .binary, .relation, .elementaryFunction: return fault(words)
                default: return isSpaced(k) ? fault(words) : nil
                }
            case .open where k == 2:
                // `(a + )^2`, `(e^x - )`
                let isFollowed = k + 2 < row.items.count && row.items.count > 6
                return (row.items[k + 1].hasSuperscript || row.items[k - 1].hasSuperscript || isFollowed) && isSpaced(k) ? fault(words) : nil
            default: return nil
            }
        case .bar? where row.items[..<k].count(where: { $0.kind == .bar }) % 2 == 1:
            // `|a - |^2`: the bar closes.
            guard isSign, isSpaced(k), row.items[..<k].last(where: { $0.kind == .bar || $0.kind == .cell || $0.kind == .line })?.kind == .bar else { return nil }
            if row.items[k + 1].hasSuperscript { return fault(words) }
            switch k + 2 < row.items.count ? row.items[k + 2].kind : nil {
            case nil, .binary?, .relation?, .close?: return fault(words)
            default: return nil
            }
        case .relation(let other)?:
            // `->`, `a + <x, y>`, `a += b`
            guard Self.comparisons.contains(other), other != 0x3C, other != 0x3E else { return nil }
            if isProduct && sign != 0x2F || isSign && other != 0x3D { return fault(words) }
            // `y = a + = b`, `5 + 8 + = 13`
            return isSign && isSpaced(k) && row.place == .formula ? fault(words) : nil
        // `a + \\ = b`: no next line goes on with a relation.
        case .line?:
            guard isSign || isProduct, let next = row.items[(k + 1)...].first(where: { $0.kind != .line && $0.kind != .cell }), case .relation(let other) = next.kind,
                Self.comparisons.contains(other)
            else { return nil }
            return fault(words)
        // `a - , & a > 0`: a value of cases.
        case .comma?:
            return isSign && (isSpaced(k - 1) || isSpaced(k)) && k + 2 < row.items.count && row.items[k + 2].kind == .cell ? fault(words) : nil
        // `a - &= b`
        case .cell? where k + 2 < row.items.count:
            guard isSign || isProduct, case .relation(0x3D) = row.items[k + 2].kind, row.items[(k + 3)...].contains(where: { $0.kind == .operand }) else { return nil }
            return fault(words)
        case nil, .stop(0x2E)?, .stop(0x3002)?:
            guard isEnd(k) else { return nil }
            if [.numerator, .denominator, .root].contains(row.place) { return fault(words) }
            // `\left(a + b - \right)`; `\left(0+\right)` is a limit.
            if row.place == .fence {
                switch k > 1 ? row.items[k - 2].kind : .bar {
                case .binary, .relation, .operand, .close: return fault(words)
                default: return isSpaced(k) && isSign ? fault(words) : nil
                }
            }
            guard row.place == .formula, !isFragment || isBeforeComma else { return nil }
            // `t = 0+`: a limit from one side.
            if isSign, k > 1, case .relation = row.items[k - 2].kind, row.items[k - 1].range.upper == row.items[k].range.lower { return nil }
            // `2\times` is a way to say twice, `A+` a mark.
            return hasRelation(before: k) || sign == 0x22C5 || isSpaced(k) && isSign && isSum(before: k) ? fault(words) : nil
        default: return nil
        }
    }

    /// Space stands before the sign, and behind it or nothing does: it is no mark on the letter before it.
    private func isSpaced(_ k: Int) -> Bool {
        guard k > 0, row.items[k - 1].range.upper < row.items[k].range.lower else { return false }
        return k + 1 >= row.items.count || row.items[k].range.upper < row.items[k + 1].range.lower
    }

    private func hasRelation(before k: Int) -> Bool {
        row.items[..<k].contains { if case .relation = $0.kind { true } else { false } }
    }

    private func isSum(before k: Int) -> Bool {
        row.items[..<k].contains { item in
            switch item.kind {
            case .large, .binary(0x2B), .binary(0x2212): true
            default: false
            }
        }
    }

    /// `(2\times)`: twice.
    private func isMultiple(_ k: Int) -> Bool {
        guard row.items[k].kind == .binary(0xD7), k > 1, row.items[k - 1].isNumber, case .open = row.items[k - 2].kind else { return false }
        return true
    }

    // MARK: Sums

    private func large(_ k: Int, _ after: Kind?) -> Diagnostic? {
        let fault = Diagnostic(.missingOperand, at: row.items[k].range, "nothing stands under this operator")
        guard row.items[k].hasSubscript else { return nil }
        switch after {
        case .relation(let sign)?: return Self.comparisons.contains(sign) ? fault : nil
        case .binary(let sign)?: return Self.products.contains(sign) && sign != 0x2F ? fault : nil
        case .close?:
            // `(\sum_i)` names the operator.
            if k > 0, case .open = row.items[k - 1].kind { return nil }
            return fault
        case nil, .stop(0x2E)?, .stop(0x3002)?:
            let hasRelation = row.items[..<k].contains { if case .relation = $0.kind { true } else { false } }
            return row.place == .formula && isEnd(k) && hasRelation && !isFragment ? fault : nil
        default: return nil
        }
    }

    // MARK: Arguments

    /// `\log + \log 5`: only where something is added to it, for `\log \circ f` and `\sin = \cos'` speak of functions.
    private func lone(_ k: Int, _ before: Kind?, _ after: Kind?) -> Diagnostic? {
        guard case .binary(let sign)? = after, sign == 0x2B || sign == 0x2212, !row.items[k].hasSubscript, !row.items[k].hasSuperscript, k + 2 < row.items.count,
            starts(row.items[k + 2].kind), row.items.contains(where: { if case .relation = $0.kind { true } else { false } })
        else { return nil }
        // `\log -x`, `\exp -\frac{c}{2}` lack brackets, nothing else.
        if sign == 0x2212 { return nil }
        return Diagnostic(.missingOperand, at: row.items[k].range, "this function has no argument")
    }

    /// `\max(a, )`, `\log()` of something longer.
    private func argument(_ k: Int) -> Diagnostic? {
        guard k + 2 < row.items.count, case .open(0x28) = row.items[k + 1].kind else { return nil }
        if case .close = row.items[k + 2].kind {
            let hasRelation = row.items.contains { if case .relation = $0.kind { true } else { false } }
            return hasRelation ? Diagnostic(.missingOperand, at: row.items[k + 2].range, "an argument is missing") : nil
        }
        var depth = 0
        for j in (k + 1)..<row.items.count {
            switch row.items[j].kind {
            case .open: depth += 1
            case .close:
                depth -= 1
                guard depth <= 0 else { continue }
                guard case .comma = row.items[j - 1].kind else { return nil }
                return Diagnostic(.missingOperand, at: row.items[j].range, "an argument is missing")
            default: break
            }
        }
        return nil
    }
}
