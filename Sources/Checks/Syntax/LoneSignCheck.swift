import LaTeX
import Source

/// A sign, a slash or a set operator where a whole operand is meant: `\exp(-)`, `(-)(-7)`, `n^{1/}`, `P(A \cap)`, a dash among
/// the numbers of a matrix.
///
/// A sign alone is often a name (`P(-)`, a table of signs, `x^{-}`, `X_{t-}`): only what stands beside it tells.
struct LoneSignCheck {
    let row: SignRow

    private typealias Kind = SignRow.Kind

    func faults() -> [Diagnostic] {
        var found: [Diagnostic] = []
        for k in row.items.indices {
            if row.items[k].isBareArgument { found.append(Diagnostic(.missingOperand, at: row.items[k].range, "nothing stands after the sign of this argument")) }
            guard case .binary(let sign) = row.items[k].kind else { continue }
            let isAtFault: Bool
            switch sign {
            case 0x2B, 0x2212: isAtFault = isLoneSign(k, sign)
            case 0x2F: isAtFault = isLoneSlash(k)
            case 0x2229, 0x222A: isAtFault = isLoneSetOperator(k)
            default: isAtFault = false
            }
            if isAtFault { found.append(Diagnostic(.missingOperand, at: row.items[k].range, "an operand is missing beside this operator")) }
        }
        return found
    }

    private func kind(_ k: Int) -> Kind? { row.items.indices.contains(k) ? row.items[k].kind : nil }

    private func isOperand(_ kind: Kind?) -> Bool { kind == .operand }

    private static let orders: Set<UInt32> = [0x3C, 0x3E, 0x2264, 0x2265, 0x2A7D, 0x2A7E]

    private var hasRelation: Bool { row.items.contains { if case .relation = $0.kind { true } else { false } } }

    // MARK: Signs

    private func isLoneSign(_ k: Int, _ sign: UInt32) -> Bool {
        let (before, after) = (kind(k - 1), kind(k + 1))
        switch (before, after) {
        case (.open(0x28)?, .close(0x29)?):
            guard k >= 2 else {
                // `(-)(-7)`: a sign beside a number.
                return holdsNumber(after: k + 2)
            }
            switch row.items[k - 2].kind {
            // A function of numbers.
            case .elementaryFunction: return true
            // `\frac{1}{5} (-)`, `(-2)(-)`
            case .operand: return row.items[k - 2].isNumber && hasRelation
            case .close: return holdsNumber(before: k - 2)
            case .binary(0x2B), .binary(0x2212): return holdsNumber(after: k + 2)
            default: return false
            }
        case (.bar?, .bar?):
            // `|3| + |-| = 7`
            guard hasRelation, row.items.count > 5, row.items.contains(where: \.isNumber) else { return false }
            return row.items[..<k].count { $0.kind == .bar } % 2 == 1
        // `-\delta \le r < -`, and nothing behind it: before a cell or the end of a case.
        case (.relation(let order)?, .line?), (.relation(let order)?, .cell?):
            return Self.orders.contains(order) && isOperand(kind(k - 2)) && row.place == .formula
        // `-, & r < 0`, where no other row is a sign alone.
        case (.line?, .comma?), (nil, .comma?):
            return row.place == .formula && kind(k + 2) == .cell && kind(k + 3) == .operand && !row.items.indices.contains { $0 != k && isSignRow($0) }
        // `\frac{1}{5} (-60) = -`
        case (.relation(let relation)?, nil):
            return relation == 0x3D && k > 3 && row.place == .formula && sign == 0x2212 && row.items[..<(k - 1)].contains(where: \.isNumber)
        // `& - \le a`
        case (.cell?, .relation(let order)?): return Self.orders.contains(order) && isOperand(kind(k + 2)) && k > 2
        // `- + \frac{a}{b} = …`
        case (nil, .binary(let next)?), (.relation?, .binary(let next)?), (.line?, .binary(let next)?), (.cell?, .binary(let next)?):
            guard next == 0x2B, sign == 0x2212, isOperand(kind(k + 2)) else { return false }
            return row.items[k].range.upper < row.items[k + 1].range.lower && row.items[k + 1].range.upper < row.items[k + 2].range.lower
        // `p^{n - }`
        case (.operand?, nil):
            return row.place == .script && k == 1 && row.items.count == 2 && row.items[0].range.upper < row.items[1].range.lower && row.items[0].isUnscripted
                && row.range.upper > row.items[1].range.upper
        default: return false
        }
    }

    private func isSignRow(_ k: Int) -> Bool {
        guard case .binary = row.items[k].kind else { return false }
        switch (kind(k - 1), kind(k + 1)) {
        case (.line?, .comma?), (nil, .comma?), (.line?, .cell?), (nil, .cell?): return true
        default: return false
        }
    }

    /// Whether the bracket that closes at an item holds a number, and no sign alone.
    private func holdsNumber(before close: Int) -> Bool {
        guard close >= 2 else { return false }
        return row.items[close - 1].isNumber
    }

    private func holdsNumber(after open: Int) -> Bool {
        guard case .open(0x28)? = kind(open) else { return false }
        let inside = row.items[(open + 1)...].prefix { if case .close = $0.kind { false } else { true } }
        return inside.contains(where: \.isNumber)
    }

    // MARK: Other operators

    /// `^{1/}`, `\exp( / T)`, `\frac{2}{/30 + 1/60}`; `x_{/i}` leaves one out.
    private func isLoneSlash(_ k: Int) -> Bool {
        switch (kind(k - 1), kind(k + 1)) {
        case (nil, .operand?): return row.place == .denominator || row.place == .numerator
        case (.open(0x28)?, .operand?): return k >= 2 && kind(k - 2) == .elementaryFunction
        case (.operand?, nil): return row.place == .script || row.place == .denominator || row.place == .numerator
        case (.operand?, .close?): return k >= 3 && row.items[k - 1].isNumber == false && kind(k - 2) == .open(0x28) && kind(k - 3) == .elementaryFunction
        default: return false
        }
    }

    /// `P( \cap B)`, `P(A \cap )`; `P(\cup A_i)` joins all of them.
    private func isLoneSetOperator(_ k: Int) -> Bool {
        switch (kind(k - 1), kind(k + 1)) {
        case (.open(0x28)?, .operand?): return row.items[k + 1].isUnscripted && kind(k + 2) == .close(0x29) && hasRelation
        case (.operand?, .close(0x29)?): return true
        default: return false
        }
    }
}

extension SignRow.Item {
    fileprivate var isUnscripted: Bool { !hasSubscript && !hasSuperscript }
}

/// Cells of a matrix that hold a sign and nothing else, where its other cells hold numbers or letters.
struct MatrixCellCheck {
    let tree: MathTree

    private static let matrices: Set<String> = ["matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix"]

    func faults() -> [Diagnostic] {
        var found: [Diagnostic] = []
        for table in tree.tables where Self.matrices.contains(table.environment.hasSuffix("*") ? String(table.environment.dropLast()) : table.environment) {
            let cells = table.rows.flatMap { Array(tree.children($0)) }
            let alone = cells.filter { isMinus($0) }
            // A pattern of signs, or dashes for what is left open.
            guard alone.count == 1, cells.count > 1, !cells.contains(where: { isPlus($0) || tree[$0].range.isEmpty }) else { continue }
            found += alone.map { Diagnostic(.missingOperand, at: tree[$0].range, "nothing stands after this sign") }
        }
        return found
    }

    private func sign(_ id: MathTree.ID) -> UInt32? {
        var id = id
        for _ in 0..<6 {
            switch tree[id].kind {
            case .row(let list):
                let children = tree.children(list).filter { child in if case .space = tree[child].kind { false } else { !tree[child].range.isEmpty } }
                guard children.count == 1 else { return nil }
                id = children[0]
            case .atom(let atom): return atom.scalar
            default: return nil
            }
        }
        return nil
    }

    private func isMinus(_ id: MathTree.ID) -> Bool { sign(id).map { $0 == 0x2D || $0 == 0x2212 } ?? false }

    private func isPlus(_ id: MathTree.ID) -> Bool { sign(id) == 0x2B }
}
