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
            default: break
            }
        }
        guard ends(before), row.place != .script, row.place != .bound else { return nil }
        let words = "an operand is missing after this operator"
        switch after {
        case .close?:
            // `f(a+)` is a limit from the right, `P(+ \mid T+)` names a sign.
            if isProduct { return fault(words) }
            switch k > 1 ? row.items[k - 2].kind : .bar {
            case .binary, .relation, .operand, .close: return fault(words)
            case .open where k > 2:
                // `\sum_i (y_i - )`: nothing is applied to the bracket.
                switch row.items[k - 3].kind {
                case .large, .binary, .relation: return fault(words)
                default: return nil
                }
            default: return nil
            }
        case .relation(let other)?:
            // `->`, `a + <x, y>`, `a += b`
            guard Self.comparisons.contains(other), other != 0x3C, other != 0x3E else { return nil }
            return isProduct && sign != 0x2F || isSign && other != 0x3D ? fault(words) : nil
        case nil, .stop(0x2E)?, .stop(0x3002)?:
            guard isEnd(k), !row.items.contains(where: { $0.kind == .line }) else { return nil }
            if [.numerator, .denominator, .root].contains(row.place) { return fault(words) }
            let hasRelation = row.items.contains { if case .relation = $0.kind { true } else { false } }
            // `2\times` is a way to say twice.
            return row.place == .formula && !isFragment && (hasRelation || sign == 0x22C5) ? fault(words) : nil
        default: return nil
        }
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
