import Tensors

/// What an expression's outer form and parts show, for those who judge claims.
extension Expression {
    /// A number as it is printed, perhaps by a power of ten: `3.2`, `9.5 \times 10^{-6}`.
    public var isNumeral: Bool {
        if printedNumber != nil { return true }
        guard case .product(let a, let b, _) = tree.nodes[Int(root)].kind, Expression(tree: tree, root: a).printedNumber != nil, case .power(let base, _) = tree.nodes[Int(b)].kind,
            case .number(10, _) = tree.nodes[Int(base)].kind
        else { return false }
        return true
    }

    /// A determinant stands in it.
    public var appliesDeterminant: Bool {
        tree.nodes.contains { if case .unary(.determinant, _) = $0.kind { true } else { false } }
    }

    /// Cases stand in it, perhaps those of a function that a line before defined.
    public var holdsCases: Bool {
        guard tree.nodes.contains(where: { if case .choose = $0.kind { true } else { false } }) else { return false }
        return ExpressionTree.reachable(from: root, nodes: tree.nodes, lists: tree.lists, slots: tree.slotEntries, localPoints: tree.localPoints).contains {
            if case .choose = tree.nodes[Int($0)].kind { true } else { false }
        }
    }

    /// Matrices of which `(X^\top X)^{-1}` stands in it, with whether they have more rows than columns then.
    public var invertedGrams: [(key: SymbolKey, isTall: Bool)] {
        var found: [(key: SymbolKey, isTall: Bool)] = []
        func symbol(_ id: ExpressionTree.ID) -> SymbolKey? {
            if case .symbol(let s) = tree.nodes[Int(id)].kind { tree.symbols[Int(s)].key } else { nil }
        }
        for id in tree.reachable(from: root) {
            guard case .unary(.inverse, let inner) = tree.nodes[Int(id)].kind, case .product(let a, let b, _) = tree.nodes[Int(inner)].kind else { continue }
            if case .unary(.transpose, let first) = tree.nodes[Int(a)].kind, let key = symbol(first), symbol(b) == key { found.append((key, true)) }
            if case .unary(.transpose, let second) = tree.nodes[Int(b)].kind, let key = symbol(second), symbol(a) == key { found.append((key, false)) }
        }
        return found
    }

    /// A product over an index ends with a factor that does not hold it: `\prod_k L_{kk} \cdot 2^n` may well end before that.
    public var endsProductWithConstant: Bool {
        tree.reachable(from: root).contains { id in
            guard case .reduce(.product, let slot, var last, _) = tree.nodes[Int(id)].kind, case .product = tree.nodes[Int(last)].kind else { return false }
            while case .product(_, let right, _) = tree.nodes[Int(last)].kind { last = right }
            return tree.facts[Int(last)].slots & (1 << UInt64(slot)) == 0
        }
    }

    /// Whether an operation with that name (`head`) stands in it.
    public func holds(_ name: String) -> Bool { tree.reachable(from: root).contains { tree.headName($0) == name } }

    /// A matrix is inverted in it: what it says of matrices is nothing that holds element by element.
    public var invertsMatrix: Bool {
        tree.reachable(from: root).contains { id in
            guard case .unary(.inverse, let inner) = tree.nodes[Int(id)].kind else { return false }
            return tree.facts[Int(inner)].type.rank == 2
        }
    }

    /// A vector is added to a matrix, or taken from it, other than a bias: conventions took something for what it is not.
    public var addsVectorToMatrix: Bool {
        tree.reachable(from: root).contains { id in
            guard case .binary(let operation, let a, let b) = tree.nodes[Int(id)].kind, operation == .add || operation == .subtract else { return false }
            let (left, right) = (tree.facts[Int(a)].type.rank, tree.facts[Int(b)].type.rank)
            guard min(left, right) == 1, max(left, right) == 2 else { return false }
            guard case .symbol(let s) = tree.nodes[Int(left == 1 ? a : b)].kind else { return true }
            return !tree.symbols[Int(s)].key.name.hasPrefix("b")
        }
    }

    /// A column of numbers in brackets as it stands, or transposed: `\begin{pmatrix} n \\ k \end{pmatrix}`, `(1, 2)^\top`.
    public var isLiteralArray: Bool {
        switch tree.nodes[Int(root)].kind {
        case .vector, .matrix: return true
        case .unary(.transpose, let inner):
            switch tree.nodes[Int(inner)].kind {
            case .vector, .matrix: return true
            default: return false
            }
        default: return false
        }
    }

    /// A number is transposed somewhere in it: what is meant is a vector.
    public var transposesNumber: Bool {
        tree.reachable(from: root).contains { id in
            if case .unary(.transpose, let a) = tree.nodes[Int(id)].kind { tree.facts[Int(a)].type.rank == 0 } else { false }
        }
    }

    /// Nothing in it is an array, whatever it is set equal to.
    public var holdsOnlyNumbers: Bool {
        !isLiteralArray && tree.reachable(from: root).allSatisfy { $0 == root || tree.facts[Int($0)].type.rank == 0 }
    }

    /// A decimal in it may be rounded: not 0.1, 0.25, 0.99, whose digits nobody rounds to, but 0.33.
    public var holdsRoundedNumbers: Bool { tree.reachable(from: root).contains { roundingUnit($0) != nil } }

    /// Half of the last place of a number that may be rounded.
    ///
    /// - Parameter least: the significant digits that it has at least, as a number.
    private func roundingUnit(_ id: ExpressionTree.ID, least: Int = 10) -> (value: Double, half: Double)? {
        guard case .number(let value, let decimals) = tree.nodes[Int(id)].kind, decimals > 0, decimals <= 12 else { return nil }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        guard abs(value) * scale < 1e15 else { return (value, 0.5 / scale) }
        var digits = Int((abs(value) * scale).rounded())
        while digits > 0, digits % 10 == 0 { digits /= 10 }
        let isNines = digits > 0 && String(digits).utf8.allSatisfy { $0 == 0x39 }
        return digits >= least && !isNines && !(digits % 5 == 0 && digits < 1000) ? (value, 0.5 / scale) : nil
    }

    /// How far the value may be off where numbers in it are rounded to the digits that they show.
    ///
    /// - Parameter evaluate: the number that an expression is, `nil` where it is none.
    public func roundingError(_ evaluate: (Expression) -> Double?) -> Double {
        guard let value = evaluate(self) else { return 0 }
        var error = 0.0
        for id in tree.reachable(from: root) {
            guard let (number, half) = roundingUnit(id, least: 100),
                let moved = evaluate(Expression(tree: tree.replacing(id, by: .number(number + half, decimals: 0)), root: root)), moved.isFinite
            else { continue }
            error += abs(moved - value)
        }
        return error
    }

    /// A random variable over equally likely outcomes stands in it.
    public var hasRandomVariable: Bool {
        tree.symbols.contains(where: \.isRandom) && tree.reachable(from: root).contains { id in
            if case .symbol(let s) = tree.nodes[Int(id)].kind { tree.symbols[Int(s)].isRandom } else { false }
        }
    }

    /// `\sigma^2`, not `\sigma^3`.
    public var isSquareOfSymbol: Bool {
        guard isPowerOfSymbol, case .power(_, let exponent) = tree.nodes[Int(root)].kind, case .number(2, _) = tree.nodes[Int(exponent)].kind else { return false }
        return true
    }

    /// `\sigma^2`, `x_i^2`: a power of one name.
    public var isPowerOfSymbol: Bool {
        guard case .power(let base, _) = tree.nodes[Int(root)].kind else { return false }
        switch tree.nodes[Int(base)].kind {
        case .symbol: return true
        case .access(let array, _): if case .symbol = tree.nodes[Int(array)].kind { return true } else { return false }
        default: return false
        }
    }

    /// A function of numbers, or a power with a number below, is applied to a square matrix: `\cosh A`, `e^{A}`.
    public var appliesFunctionToMatrix: Bool {
        tree.reachable(from: root).contains { id in
            switch tree.nodes[Int(id)].kind {
            case .unary(.elementwise(let function), let a): return tree.facts[Int(a)].type.rank == 2 && function != .abs && function != .square
            case .power(let base, let exponent): return tree.facts[Int(exponent)].type.rank == 2 && tree.facts[Int(base)].type.rank == 0
            default: return false
            }
        }
    }
}

extension Expression {
    /// Whether its statement holds something that takes whole numbers only, and is not seen to have one.
    public var mayNeedWholeNumbers: Bool { tree.mayNeedWholeNumbers }
}

extension Draft {
    /// Whether something stands in it that takes whole numbers only, and is not seen to have one: a bound, a place, a power of a
    /// matrix, an argument of a function.
    var mayNeedWholeNumbers: Bool {
        func isWhole(_ id: ID) -> Bool {
            guard id >= 0 else { return true }
            return switch self[id].kind {
            case .number(let value, _): value == value.rounded()
            case .symbol(let s): symbols[Int(s)].sizeOf >= 0
            case .slot, .count: true
            default: false
            }
        }
        for slot in slots {
            switch slot.bounds {
            case .inferred: continue
            case .bounds(let first, let last): if !isWhole(first) || !isWhole(last) { return true }
            case .set: return true
            }
        }
        return nodes.contains { node in
            switch node.kind {
            case .binary(.gcd, _, _), .call: true
            case .access(_, let list): !children(list).allSatisfy(isWhole)
            case .power(_, let exponent): !isWhole(exponent)
            default: false
            }
        }
    }
}
