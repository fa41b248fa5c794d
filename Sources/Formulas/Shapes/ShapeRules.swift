import Source
import Tensors

/// One rule a kind of node: what the shapes of operands say of the result and the other way round.
extension ShapeInference {
    mutating func relate(_ id: ID) {
        let range = draft[id].range
        switch draft[id].kind {
        case .number, .slot, .count, .truth: set(id, .scalar)
        case .symbol(let s):
            let k = Int(s)
            if draft.symbols[k].type.isKnown {
                set(id, draft.symbols[k].type)
            } else if known(id) {
                draft.symbols[k].type = types[Int(id)]
            }
        case .local(let l):
            let point = draft.localPoints[Int(l)]
            if point >= 0 { equate(id, point) }
        case .unary(let operation, let a): relateUnary(id, operation, a, range)
        case .binary(let operation, let a, let b): relateBinary(id, operation, a, b, range)
        case .product(let a, let b, let style): relateProduct(id, a, b, style, range)
        case .power(let a, let b):
            if known(a), rank(a) == 2, known(b), rank(b) == 0, !isElementwisePower(a) {
                set(id, types[Int(a)])
            } else {
                relateElementwise(id, [a, b])
            }
        case .call(let f, let list): relateCall(id, Int(f), Array(draft.children(list)), range)
        case .access(let base, let list): relateAccess(id, base, Array(draft.children(list)), range)
        case .reduce(let reduction, let slot, let body, let condition):
            if condition >= 0 { set(condition, .scalar) }
            if reduction == .argmax || reduction == .argmin { set(id, .scalar) } else { equate(id, body) }
            if case .bounds(let first, let last) = draft.slots[Int(slot)].bounds {
                set(first, .scalar)
                set(last, .scalar)
            }
        case .reduceAll: set(id, .scalar)
        case .choose(let list):
            let parts = Array(draft.children(list))
            var values: [ID] = []
            for (k, part) in parts.enumerated() where k % 2 == 0 { values.append(part) }
            relateElementwise(id, values)
        case .norm: set(id, .scalar)
        case .matrix(let rows, let columns, let list):
            for cell in draft.children(list) { set(cell, .scalar) }
            if !known(id) { set(id, term([table.fixed(Int(rows)), table.fixed(Int(columns))])) }
        case .vector(let list):
            for part in draft.children(list) { set(part, .scalar) }
            if !known(id) { set(id, term([table.fixed(Int(list.count))])) }
        case .derivative(let body, _, let at, let isElementwise):
            relateDerivative(id, body: body, at: at, isElementwise: isElementwise)
        case .limit(let body, _, let at, _):
            set(at, .scalar)
            equate(id, body)
        case .optimum(let body, let variables, _, let isPlace):
            set(body, .scalar)
            if isPlace, let variable = draft.children(variables).first { equate(id, variable) } else { set(id, .scalar) }
        case .integral(let body, _, let from, let to):
            set(from, .scalar)
            set(to, .scalar)
            equate(id, body)
        case .identity:
            if known(id), rank(id) == 2 { if !join(types[Int(id)].d0, types[Int(id)].d1) { report(range, "the identity is square", isCertain: true) } }
        }
    }

    func isElementwisePower(_ a: ID) -> Bool { false }

    mutating func relateDerivative(_ id: ID, body: ID, at: ID, isElementwise: Bool) {
        if isElementwise {
            equate(id, at)
        } else if known(body), rank(body) == 0 {
            equate(id, at)
        } else if known(body), known(at), rank(body) + rank(at) <= TypeTerm.maximumRank {
            let a = types[Int(body)]
            let b = types[Int(at)]
            set(id, term((0..<Int(a.rank)).map { a[$0] } + (0..<Int(b.rank)).map { b[$0] }))
        }
    }

    private mutating func relateUnary(_ id: ID, _ operation: ExpressionTree.UnaryOperation, _ a: ID, _ range: ByteRange) {
        switch operation {
        case .negate, .plus, .elementwise, .factorial, .not, .gamma, .sec, .csc, .cot, .asinh, .acosh, .atanh: equate(id, a)
        case .softmaxLike: equate(id, a)
        case .transpose:
            if known(a) {
                let t = types[Int(a)]
                switch t.rank {
                case 0: set(id, t)
                case 1: set(id, term([t.d0], isRow: !t.isRow))
                case 2: set(id, term([t.d1, t.d0]))
                default: break
                }
            } else if known(id) {
                let t = types[Int(id)]
                switch t.rank {
                case 1: set(a, term([t.d0], isRow: !t.isRow))
                case 2: set(a, term([t.d1, t.d0]))
                default: break
                }
            }
        case .inverse:
            equate(id, a)
            requireSquare(a, range, "an inverse needs a square matrix")
        case .pseudoInverse:
            if known(a), rank(a) == 2 { set(id, term([types[Int(a)].d1, types[Int(a)].d0])) }
        case .determinant, .trace:
            set(id, .scalar)
            requireSquare(a, range, operation == .trace ? "a trace needs a square matrix" : "a determinant needs a square matrix")
        case .rank, .magnitude, .cardinality:
            if operation == .magnitude, known(a), rank(a) < 2 { set(id, types[Int(a)]) } else if operation != .magnitude || known(a) { set(id, .scalar) }
        case .diagonal:
            if known(a) {
                let t = types[Int(a)]
                if t.rank == 1 { set(id, term([t.d0, t.d0])) }
                if t.rank == 2 { set(id, term([t.d0])) }
            }
        case .vectorize:
            if known(a), rank(a) > 0, !known(id) { set(id, fresh(rank: 1)) }
        }
    }

    private mutating func requireSquare(_ a: ID, _ range: ByteRange, _ words: String) {
        guard known(a), rank(a) == 2 else { return }
        if !join(types[Int(a)].d0, types[Int(a)].d1) { report(range, words + ", found \(text(types[Int(a)]))", isCertain: true) }
    }

    private mutating func relateBinary(
        _ id: ID, _ operation: ExpressionTree.BinaryOperation, _ a: ID, _ b: ID, _ range: ByteRange
    ) {
        switch operation {
        case .add, .subtract, .divide, .elementwise, .modulo, .binomial, .gcd: relateElementwise(id, [a, b])
        case .outer:
            if known(a), known(b), rank(a) == 1, rank(b) == 1 { set(id, term([types[Int(a)].d0, types[Int(b)].d0])) }
            // Of matrices it is Kronecker's.
            if known(a), known(b), rank(a) == 2, rank(b) == 2, !known(id) { set(id, fresh(rank: 2)) }
        case .kronecker:
            if known(a), known(b), !known(id) { set(id, fresh(rank: max(rank(a), rank(b)))) }
        case .inner:
            set(id, .scalar)
            if known(a), known(b) { merge(types[Int(a)], types[Int(b)], at: range) } else { equate(a, b) }
        case .cross:
            equate(a, b)
            equate(id, a)
        }
    }

    /// Elementwise with broadcasting: a scalar fits everything, equal ranks have equal dimensions, a lower rank is
    /// aligned at the last dimension.
    mutating func relateElementwise(_ id: ID, _ parts: [ID]) {
        var widest: ID = -1
        var unknown = 0
        for part in parts {
            if known(part) {
                if widest < 0 || rank(part) > rank(widest) { widest = part }
            } else {
                unknown += 1
            }
        }
        if known(id), rank(id) == 0 {
            for part in parts { set(part, .scalar) }
            return
        }
        if unknown == 0, widest >= 0 {
            set(id, types[Int(widest)])
            let wide = types[Int(widest)]
            for part in parts where part != widest && rank(part) > 0 {
                let t = types[Int(part)]
                let shift = Int(wide.rank) - Int(t.rank)
                for axis in 0..<Int(t.rank) {
                    // A dimension of size 1 is repeated.
                    if table.size(t[axis]) == 1 || table.size(wide[axis + shift]) == 1 { continue }
                    if !join(t[axis], wide[axis + shift]) { report(draft[id].range, "shapes \(text(wide)) and \(text(t)) do not conform", isCertain: true) }
                }
            }
        } else if unknown == 1, known(id), rank(id) > 0 {
            // All others are scalars: the one left has the result's shape.
            if widest < 0 || rank(widest) == 0 {
                for part in parts where !known(part) { set(part, types[Int(id)]) }
            }
        }
    }

    private func misfit(_ s: TypeTerm, _ t: TypeTerm) -> String { "a product of shapes \(text(s)) and \(text(t)) does not conform" }

    private mutating func relateProduct(
        _ id: ID, _ a: ID, _ b: ID, _ style: ExpressionTree.ProductStyle, _ range: ByteRange
    ) {
        if style == .hadamard { return relateElementwise(id, [a, b]) }
        guard known(a), known(b) else {
            if known(a), rank(a) == 0 { equate(id, b) }
            if known(b), rank(b) == 0 { equate(id, a) }
            return
        }
        let s = types[Int(a)]
        let t = types[Int(b)]
        switch (s.rank, t.rank) {
        case (0, _): scale(id, b, by: a, range)
        case (_, 0): scale(id, a, by: b, range)
        case (1, 1):
            if s.isRow, !t.isRow {
                if !join(s.d0, t.d0) { report(range, misfit(s, t), isCertain: true) }
                set(id, .scalar)
            } else if !s.isRow, t.isRow {
                set(id, term([s.d0, t.d0]))
            } else if usesElementwiseProducts {
                relateElementwise(id, [a, b])
            } else if style == .dot || style == .juxtaposed {
                // Two lists side by side are the arguments of something rather than factors.
                if !join(s.d0, t.d0) { report(range, misfit(s, t), isCertain: !(isList(a) && isList(b))) }
                set(id, .scalar)
            } else if style == .asterisk {
                // Lists may be convolved: $(1, 2) * (1, 1) = (1, 3, 2)$.
                if !(isList(a) && isList(b)), join(s.d0, t.d0) { equate(id, a) } else { report(range, misfit(s, t), isCertain: false) }
            } else {
                relateElementwise(id, [a, b])
            }
        case (2, 1):
            if t.isRow {
                report(range, misfit(s, t), isCertain: false)
            }
            if !join(s.d1, t.d0) { report(range, misfit(s, t), help: mend(a, s, b, t), isCertain: true) }
            set(id, term([s.d0]))
        case (1, 2) where !s.isRow && table.size(t.d0) == 1 && table.size(s.d0) != 1:
            // A column times a row.
            set(id, term([s.d0, t.d1]))
        case (1, 2):
            if !join(s.d0, t.d0) { report(range, misfit(s, t), help: mend(a, s, b, t), isCertain: true) }
            set(id, term([t.d1], isRow: s.isRow))
        case (2, 2):
            if !join(s.d1, t.d0) { report(range, misfit(s, t), help: mend(a, s, b, t), isCertain: true) }
            set(id, term([s.d0, t.d1]))
        default:
            report(range, misfit(s, t), isCertain: false)
        }
    }

    private func isList(_ id: ID) -> Bool {
        switch draft[id].kind {
        case .vector: true
        case .product(let a, let b, _): isList(a) || isList(b)
        default: false
        }
    }

    /// A number times an array has its shape. A capital that nothing declares may be a matrix after all.
    private mutating func scale(_ id: ID, _ array: ID, by factor: ID, _ range: ByteRange) {
        let (whole, part) = (types[Int(id)], types[Int(array)])
        guard whole.isKnown, part.isKnown, whole.rank == part.rank, case .symbol(let s) = draft[factor].kind,
            draft.symbols[Int(s)].key.name.first?.isUppercase == true
        else { return equate(id, array) }
        for axis in 0..<Int(part.rank) where !join(whole[axis], part[axis]) {
            report(range, "shapes \(text(whole)) and \(text(part)) do not conform", isCertain: false)
        }
    }

    private mutating func relateCall(_ id: ID, _ function: Int, _ arguments: [ID], _ range: ByteRange) {
        let signature = draft.functions[function].signature
        if signature.isElementwise { return relateElementwise(id, arguments) }
        var dimensions: [String: Int32] = [:]
        for (k, argument) in arguments.enumerated() where k < signature.parameters.count {
            guard case .dimensions(let names) = signature.parameters[k].template else { continue }
            if !known(argument) { set(argument, fresh(rank: names.count == 1 && isProductOfMatrices(argument) ? 2 : names.count)) }
            guard rank(argument) == names.count else { continue }
            for (axis, name) in names.enumerated() {
                let found = types[Int(argument)][axis]
                if let before = dimensions[name] {
                    if !join(before, found) { report(range, "arguments of \(draft.functions[function].name) do not conform", isCertain: true) }
                } else {
                    dimensions[name] = found
                }
            }
        }
        guard case .dimensions(let names) = signature.result, !known(id) else { return }
        // Applied to more axes than its signature has: along the last ones.
        if names.count == 1, let first = arguments.first, known(first), rank(first) > 1,
            case .dimensions(let own)? = signature.parameters.first?.template, own == names
        {
            return set(id, types[Int(first)])
        }
        set(id, term(names.map { dimensions[$0] ?? table.make() }))
    }

    /// `Q K^\top / \sqrt{d}` of capitals.
    private func isProductOfMatrices(_ id: ID) -> Bool {
        func isCapital(_ id: ID) -> Bool {
            guard case .symbol(let s) = draft[id].kind else { return false }
            return draft.symbols[Int(s)].isUpper && draft.symbols[Int(s)].indexCount == 0
        }
        switch draft[id].kind {
        case .binary(.divide, let top, let bottom): return !isCapital(bottom) && isProductOfMatrices(top)
        case .product(let a, let b, _):
            if case .unary(.transpose, let inner) = draft[b].kind { return isCapital(a) && isCapital(inner) }
            return isProductOfMatrices(b) && !isCapital(a)
        default: return false
        }
    }

    private mutating func relateAccess(_ id: ID, _ base: ID, _ indices: [ID], _ range: ByteRange) {
        guard known(base) else { return }
        let t = types[Int(base)]
        var rest: [Int32] = []
        for axis in 0..<Int(t.rank) {
            guard axis < indices.count, indices[axis] != ExpressionTree.wholeAxis else {
                rest.append(t[axis])
                continue
            }
            set(indices[axis], .scalar)
            bindIndex(indices[axis], to: t[axis], of: base, axis: axis)
        }
        if indices.count > Int(t.rank) {
            report(range, "\(indices.count) indices for a value of shape \(text(t))", isCertain: false)
        }
        set(id, term(rest))
    }

    /// An index that runs over the whole of an axis has the axis's dimension.
    private mutating func bindIndex(_ index: ID, to dimension: Int32, of base: ID, axis: Int) {
        let skipped = 1 - origin(of: base, axis: axis)
        var slot: Int32 = -1
        var shift = 0
        switch draft[index].kind {
        case .slot(let s): slot = s
        case .number(let value, _):
            if value >= 0, value < 1e6 { table.require(atLeast: Int(value) + skipped, dimension) }
            return
        case .binary(let operation, let a, let b):
            guard case .slot(let s) = draft[a].kind, case .number(let value, _) = draft[b].kind, value.magnitude < 1e6
            else { return }
            slot = s
            switch operation {
            case .add: shift = Int(value)
            case .subtract: shift = -Int(value)
            default: return
            }
        default: return
        }
        let entry = draft.slots[Int(slot)]
        switch entry.bounds {
        case .inferred:
            if shift == 0 { if !join(entry.dimension, dimension) { report(draft[index].range, "index \(entry.key) runs over dimensions of different sizes", isCertain: true) } }
        case .bounds(_, let last):
            let end = affine(last)
            if let number = end.constant, end.symbol == nil {
                let count = number + shift + skipped
                if count > 0, count < 1_000_000 { table.require(atLeast: count, dimension) }
            } else if let symbol = end.symbol, let constant = end.constant {
                var beyond = constant + shift + skipped
                if case .symbol(let s) = draft[base].kind { beyond = reach[AxisBound(symbol: Int(s), axis: axis, size: symbol)] ?? beyond }
                if beyond <= 0 {
                    tieSize(symbol, to: dimension, at: draft[index].range)
                } else if beyond < 100, !plainSizes.contains(symbol), draft.symbols[Int(symbol)].sizeOf < 0, draft.symbols[Int(symbol)].value == nil {
                    draft.symbols[Int(symbol)].sizeOf = dimension
                    draft.symbols[Int(symbol)].sizeOffset = -beyond
                    table.require(atLeast: 1 + beyond, dimension)
                    if !draft.symbols[Int(symbol)].type.isKnown { draft.symbols[Int(symbol)].type = .scalar }
                }
            }
        case .set: break
        }
    }

    /// `n` as an upper bound names the dimension.
    private mutating func tieSize(_ symbol: Int32, to dimension: Int32, at range: ByteRange) {
        let entry = draft.symbols[Int(symbol)]
        guard entry.value == nil else { return }
        let named = table.named(entry.key.name)
        _ = table.unify(named, dimension)
        if entry.sizeOf < 0 { draft.symbols[Int(symbol)].sizeOf = named }
        if !draft.symbols[Int(symbol)].type.isKnown { draft.symbols[Int(symbol)].type = .scalar }
    }

    /// `n + 1`, `n - 1`, `n`, `3`.
    func affine(_ id: ID) -> (symbol: Int32?, constant: Int?) {
        switch draft[id].kind {
        case .symbol(let s): return (s, 0)
        case .slot(let s):
            // `\sum_{j=1}^{i}` under `\sum_{i=1}^{n}` runs up to n at most.
            if case .bounds(_, let last) = draft.slots[Int(s)].bounds, last < id { return affine(last) }
        case .number(let value, _): return (nil, value.magnitude < 1e9 ? Int(value) : nil)
        case .binary(.add, let a, let b):
            if case .symbol(let s) = draft[a].kind, case .number(let v, _) = draft[b].kind, v.magnitude < 1e9 { return (s, Int(v)) }
        case .binary(.subtract, let a, let b):
            if case .symbol(let s) = draft[a].kind, case .number(let v, _) = draft[b].kind, v.magnitude < 1e9 { return (s, -Int(v)) }
        default: break
        }
        return (nil, nil)
    }
}
