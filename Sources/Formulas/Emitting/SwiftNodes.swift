import Source
import Tensors

/// One piece of Swift a node: the same rules as the machine's, from the same ranks.
extension SwiftEmitter {
    mutating func node(_ id: ID, _ range: ByteRange) throws(Failure) -> SwiftText {
        switch tree.nodes[Int(id)].kind {
        case .number(let value, _): return .number(value)
        case .truth(let value): return .name("Tensor(\(value))", rank: 0)
        case .symbol(let s): return try symbol(Int(s), id)
        case .slot(let s):
            // Of an index that stands for whole axes nobody asks the value.
            if lifted & (1 << UInt64(s)) != 0 { return .name("", rank: 0) }
            return .name("Tensor(\(try slotName(Int(s), id)))", rank: 0)
        case .local(let l):
            guard let name = localNames[Int(l)] else { throw failure("a variable without a value", id) }
            return .name(name, rank: localRanks[Int(l)] ?? 0)
        case .unary(let operation, let a): return try unary(operation, try operand(a), id)
        case .binary(let operation, let a, let b): return try binary(operation, try operand(a), try operand(b), id)
        case .product(let a, let b, let style): return try product(a, b, style, id)
        case .power(let a, let b): return try power(a, b, id)
        case .call(let f, let list): return try call(tree.functions[Int(f)], Array(tree.children(list)), id)
        case .access(let base, let list): return try access(base, Array(tree.children(list)), id)
        case .reduce(let reduction, let slot, let body, let condition): return try reduce(reduction, Int(slot), body, condition, id)
        case .reduceAll(let reduction, let a): return try reduceAll(reduction, try operand(a), id)
        case .choose(let list): return try choose(Array(tree.children(list)), id)
        case .norm(let a, let order, let exponent): return try norm(try operand(a), order, exponent, id)
        case .matrix(let rows, let columns, let list):
            let cells = try stack(Array(tree.children(list)), id)
            return cells.calling("reshaped", "[\(rows), \(columns)]", canThrow: true, rank: 2)
        case .vector(let list): return try stack(Array(tree.children(list)), id)
        case .derivative(let body, let local, let at, let isElementwise): return try derivative(body, Int(local), at, isElementwise, id)
        case .limit: throw failure("a limit", id)
        case .optimum: throw failure("an optimum over numbers", id)
        case .integral(let body, let local, let from, let to): return try integral(body, Int(local), from, to, id)
        case .count(let s): return .name("Tensor(\(try count(Int(s), id)))", rank: 0)
        case .identity:
            let type = tree.facts[Int(id)].type
            guard type.rank == 2 else { return .number(1) }
            guard let size = size(type.d0) else { throw failure("an identity of unknown size", id) }
            return SwiftText(text: "Tensor.eye(\(size))", level: .postfix, canThrow: true, size: 1, rank: 2)
        }
    }

    private mutating func symbol(_ index: Int, _ id: ID) throws(Failure) -> SwiftText {
        let entry = tree.symbols[index]
        if let rank = ranks[entry.key] { return .name(parameter(index), rank: rank) }
        if let constant = entry.isConstant {
            guard entry.type.rank > 0 else {
                if constant == Double.pi { return .name("Tensor(Double.pi)", rank: 0) }
                return .number(constant)
            }
            var shape: [String] = []
            for axis in 0..<Int(entry.type.rank) {
                guard let size = size(entry.type[axis]) else { throw failure("an array of equal numbers of unknown size", id) }
                shape.append(size)
            }
            return SwiftText(
                text: "Tensor.full([\(shape.joined(separator: ", "))], \(SwiftText.spelling(constant)))", level: .postfix, canThrow: true, size: 1,
                rank: shape.count)
        }
        if let size = try sizeOf(index) { return .name("Tensor(\(size))", rank: 0) }
        throw Failure(.undefinedSymbol, at: tree.nodes[Int(id)].range, "\(entry.key) has no value")
    }

    private mutating func count(_ slot: Int, _ id: ID) throws(Failure) -> String {
        let entry = tree.slotEntries[slot]
        switch entry.bounds {
        case .inferred:
            guard let size = size(entry.dimension) else { throw failure("the number of values of an index", id) }
            return size
        case .bounds(let first, let last): return "Swift.max(0, \(try integer(last)) - (\(try integer(first))) + 1)"
        case .set(let list): return "\(list.count)"
        }
    }

    private func unary(_ operation: ExpressionTree.UnaryOperation, _ a: SwiftText, _ id: ID) throws(Failure) -> SwiftText {
        func perMatrix(_ method: String, rank: Int) throws(Failure) -> SwiftText {
            guard a.rank == 2 else { throw failure("this of an array of \(a.rank) axes", id) }
            return a.calling(method, canThrow: true, rank: rank)
        }
        switch operation {
        case .plus: return a
        case .negate:
            if let value = a.literal { return .number(-value) }
            return SwiftText(text: "-\(a.inside(.postfix))", level: .prefix, canThrow: a.canThrow, size: a.size + 1, rank: a.rank)
        case .elementwise(let function): return elementwise(function, a)
        case .not: return a.calling("logicalNot")
        case .factorial: return SwiftText.number(1).joined("+", a, .sum).calling("applying", ".gamma")
        case .gamma: return a.calling("applying", ".gamma")
        case .sec: return a.calling("cos").calling("reciprocal")
        case .csc: return a.calling("sin").calling("reciprocal")
        case .cot: return a.calling("tan").calling("reciprocal")
        case .asinh: return a.calling("applying", ".asinh")
        case .acosh: return a.calling("applying", ".acosh")
        case .atanh: return a.calling("applying", ".atanh")
        case .magnitude:
            if a.rank == 2 { return try perMatrix("determinant", rank: 0) }
            if a.rank == 1, tree.isStrict {
                throw Failure(.ambiguous, at: tree.nodes[Int(id)].range, "bars around a vector may be its norm or the magnitude of each element")
            }
            return a.calling("abs")
        case .transpose: return a.rank == 2 ? try perMatrix("matrixTransposed", rank: 2) : a
        case .inverse: return a.rank == 0 ? a.calling("reciprocal") : try perMatrix("inverse", rank: 2)
        case .pseudoInverse: return try perMatrix("pseudoinverse", rank: 2)
        case .determinant: return a.rank == 0 ? a : try perMatrix("determinant", rank: 0)
        case .trace: return a.rank == 0 ? a : try perMatrix("trace", rank: 0)
        case .diagonal:
            guard a.rank == 1 || a.rank == 2 else { throw failure("a diagonal of this", id) }
            return a.calling("diagonal", canThrow: true, rank: 3 - a.rank)
        case .vectorize: return (a.rank == 2 ? try perMatrix("matrixTransposed", rank: 2) : a).calling("flattened", rank: 1)
        case .cardinality: return .name("Tensor(\(a.asTensor).count)", rank: 0)
        case .rank, .softmaxLike: throw failure("this function", id)
        }
    }

    private static let methods: Set<UnaryFunction> = [
        .abs, .sign, .square, .reciprocal, .exp, .expm1, .log, .log2, .log10, .log1p, .sqrt, .sin, .cos, .tan, .asin, .acos, .atan, .sinh,
        .cosh, .tanh, .floor, .ceil, .round, .erf, .sigmoid, .softplus,
    ]

    func elementwise(_ function: UnaryFunction, _ a: SwiftText) -> SwiftText {
        Self.methods.contains(function) ? a.calling(function.rawValue) : a.calling("applying", ".\(function.rawValue)")
    }

    private mutating func binary(
        _ operation: ExpressionTree.BinaryOperation, _ a: SwiftText, _ b: SwiftText, _ id: ID
    ) throws(Failure) -> SwiftText {
        switch operation {
        case .add: return a.joined("+", b, .sum)
        case .subtract: return a.joined("-", b, .sum)
        case .divide: return a.joined("/", b, .product)
        case .elementwise(let function): return pair("Tensor.apply(.\(function.rawValue), ", a, b)
        case .modulo: return a.calling("remainder", b.asArgument, canThrow: true, rank: max(a.rank, b.rank), size: b.size)
        case .inner:
            return a.joined("*", b, .product).calling("sum", canThrow: true, rank: 0)
        case .outer:
            guard a.rank == 1, b.rank == 1 else { throw failure("this outer product", id) }
            return a.calling("outer", b.asArgument, canThrow: true, rank: 2, size: b.size)
        case .cross: return a.calling("cross", b.asArgument, canThrow: true, size: b.size)
        case .binomial:
            guard a.rank == 0, b.rank == 0 else { throw failure("a binomial coefficient of arrays", id) }
            helpers.insert(.binomial)
            return pair("binomial(", a, b)
        case .gcd:
            guard a.rank == 0, b.rank == 0 else { throw failure("a greatest common divisor of arrays", id) }
            helpers.insert(.greatestCommonDivisor)
            return pair("greatestCommonDivisor(", a, b)
        case .kronecker: throw failure("a Kronecker product", id)
        }
    }

    func pair(_ head: String, _ a: SwiftText, _ b: SwiftText) -> SwiftText {
        SwiftText(
            text: "\(head)\(a.asArgument), \(b.asArgument))", level: .postfix, canThrow: true, size: a.size + b.size + 1, rank: max(a.rank, b.rank))
    }

    private mutating func product(_ x: ID, _ y: ID, _ style: ExpressionTree.ProductStyle, _ id: ID) throws(Failure) -> SwiftText {
        let a = try operand(x)
        let b = try operand(y)
        if style == .hadamard || a.rank == 0 || b.rank == 0 { return a.joined("*", b, .product) }
        let range = tree.nodes[Int(id)].range
        let isRow = tree.facts[Int(x)].type.isRow
        let isRowBehind = tree.facts[Int(y)].type.isRow
        switch (a.rank, b.rank) {
        case (1, 1):
            if !isRow, isRowBehind { return a.calling("outer", b.asArgument, canThrow: true, rank: 2, size: b.size) }
            if tree.elementwiseProducts { return a.joined("*", b, .product) }
            if style == .juxtaposed, !isRow, tree.isStrict {
                throw Failure(.ambiguous, at: range, "a product of two vectors may be their dot product or elementwise: write \\top, \\cdot or \\odot")
            }
            if style == .times, hasThree(x), hasThree(y) { return a.calling("cross", b.asArgument, canThrow: true, size: b.size) }
            guard style == .dot || style == .juxtaposed else {
                throw Failure(.ambiguous, at: range, "a product of two vectors by this sign may be elementwise or a vector product")
            }
            return a.calling("matmul", b.asArgument, canThrow: true, rank: 0, size: b.size)
        case (2, 1), (1, 2), (2, 2):
            guard style != .asterisk else {
                throw Failure(.ambiguous, at: range, "a product by * of arrays may be elementwise or a matrix product")
            }
            return a.calling("matmul", b.asArgument, canThrow: true, rank: a.rank + b.rank - 2, size: b.size)
        default: throw failure("a product of arrays of \(a.rank) and \(b.rank) axes", id)
        }
    }

    private func hasThree(_ id: ID) -> Bool {
        let dimension = tree.facts[Int(id)].type.d0
        return dimension >= 0 && tree.dimensions.size(dimension) == 3
    }

    private mutating func power(_ x: ID, _ y: ID, _ id: ID) throws(Failure) -> SwiftText {
        let a = try operand(x)
        let b = try operand(y)
        if a.rank == 2, b.rank == 0 {
            guard let exponent = b.literal, let n = Int(exactly: exponent), n.magnitude <= 64 else { throw failure("this power of a matrix", id) }
            return a.calling("matrixPower", "\(n)", canThrow: true)
        }
        switch b.literal {
        case 2: return a.calling("square")
        case 1: return a
        case 0.5: return a.calling("sqrt")
        case -1: return a.calling("reciprocal")
        default: break
        }
        if let base = a.literal, base == 2.718281828459045 { return b.calling("exp") }
        return a.calling("power", b.asArgument, canThrow: true, rank: max(a.rank, b.rank), size: b.size)
    }

    private mutating func call(_ function: any KnownFunction, _ arguments: [ID], _ id: ID) throws(Failure) -> SwiftText {
        var texts: [SwiftText] = []
        for argument in arguments { texts.append(try operand(argument)) }
        guard function.standing != .standIn, let call = function.swiftCall(texts.map { function is SpecialFunction ? $0.asTensor : $0.asArgument }) else {
            throw failure("the function \(function.name)", id)
        }
        let signature = function.signature
        let rank: Int
        switch signature.result {
        case .elementwise: rank = texts.map(\.rank).max() ?? 0
        case .dimensions(let names): rank = names.count
        case .any: rank = max(0, Int(tree.facts[Int(id)].type.rank))
        }
        if call.hasPrefix("DeepLearning.") || call.contains(" DeepLearning.") { usesDeepLearning = true }
        return SwiftText(text: call, level: call.hasSuffix(")") && !call.contains(" / ") ? .postfix : .sum,
            canThrow: !(function is SpecialFunction) || call.contains(" ") || texts.contains(where: \.canThrow), size: texts.reduce(1) { $0 + $1.size }, rank: rank)
    }

    /// Elements and parts, from the last index to the first, so that axes keep their numbers.
    private mutating func access(_ base: ID, _ indices: [ID], _ id: ID) throws(Failure) -> SwiftText {
        var text = try operand(base)
        if needs[Int(id)].slots & lifted != 0 {
            text.rank = 0
            return text
        }
        guard indices.count <= text.rank else {
            throw Failure(.shapeMismatch, at: tree.nodes[Int(id)].range, "\(indices.count) indices for a value of \(text.rank) axes")
        }
        for (axis, index) in indices.enumerated().reversed() where index != ExpressionTree.wholeAxis {
            let origin = origin(of: base, axis: axis)
            let rank = text.rank - 1
            if case .slot(let s) = tree.nodes[Int(index)].kind, startsInside(Int(s), origin) {
                let name = try slotName(Int(s), index)
                let place = origin == 0 ? name : "\(name) - \(origin)"
                text = text.calling("row", axis == 0 ? place : "\(place), axis: \(axis)", canThrow: true, rank: rank)
                continue
            }
            let place = try integer(index)
            if let number = Int(place), number >= origin {
                text = text.calling("row", axis == 0 ? "\(number - origin)" : "\(number - origin), axis: \(axis)", canThrow: true, rank: rank)
            } else {
                helpers.insert(.element)
                text = SwiftText(
                    text: "element(\(text.asArgument), \(place)\(origin == 0 ? " + 1" : "")\(axis == 0 ? "" : ", axis: \(axis)"))", level: .postfix,
                    canThrow: true, size: text.size + 1, rank: rank)
            }
        }
        return text
    }

    private func origin(of base: ID, axis: Int) -> Int {
        guard case .symbol(let s) = tree.nodes[Int(base)].kind, axis < 8 else { return 1 }
        return tree.symbols[Int(s)].zeroAxes & (1 << UInt8(axis)) != 0 ? 0 : 1
    }

    /// Whether an index never is less than the first position.
    private func startsInside(_ slot: Int, _ origin: Int) -> Bool {
        switch tree.slotEntries[slot].bounds {
        case .inferred: return tree.slotEntries[slot].first >= origin
        case .bounds(let first, _):
            if case .number(let value, _) = tree.nodes[Int(first)].kind { return value >= Double(origin) }
            return false
        case .set: return false
        }
    }

    private mutating func stack(_ ids: [ID], _ id: ID) throws(Failure) -> SwiftText {
        var texts: [SwiftText] = []
        for part in ids {
            let text = try operand(part)
            guard text.rank == 0 else { throw failure("an array as a part of an array", part) }
            texts.append(text)
        }
        let size = texts.reduce(1) { $0 + $1.size }
        if !texts.isEmpty, texts.allSatisfy({ $0.literal?.isFinite == true }) {
            return SwiftText(text: "Tensor([\(texts.map { SwiftText.spelling($0.literal ?? 0) }.joined(separator: ", "))] as [Double])", level: .postfix, size: size, rank: 1)
        }
        return SwiftText(text: "Tensor.stack([\(texts.map(\.asArgument).joined(separator: ", "))])", level: .postfix, canThrow: true, size: size, rank: 1)
    }

    private mutating func choose(_ parts: [ID], _ id: ID) throws(Failure) -> SwiftText {
        var end = parts.count
        var result = SwiftText(text: "Tensor(Double.nan)", level: .postfix)
        if parts.count % 2 == 1, let last = parts.last {
            result = try operand(last)
            end -= 1
        }
        var k = end - 2
        while k >= 0 {
            let value = try operand(parts[k])
            let condition = try operand(parts[k + 1])
            if k != end - 2 { result = assign(result, to: "otherwise", home(needs[Int(id)])) }
            result = SwiftText(
                text: "Tensor.select(\(condition.asArgument), \(value.asArgument), \(result.asArgument))", level: .postfix, canThrow: true,
                size: value.size + condition.size + result.size + 1, rank: max(value.rank, condition.rank, result.rank))
            k -= 2
        }
        return result
    }

    private mutating func norm(_ a: SwiftText, _ order: ExpressionTree.NormOrder, _ exponent: ID, _ id: ID) throws(Failure) -> SwiftText {
        if a.rank == 0 { return a.calling("abs") }
        switch order {
        case .frobenius, .euclidean: return a.calling("norm", canThrow: true, rank: 0)
        case .one where a.rank == 1: return a.calling("norm", "1", canThrow: true, rank: 0)
        case .infinity where a.rank == 1: return a.calling("norm", ".infinity", canThrow: true, rank: 0)
        case .zero where a.rank == 1: return a.calling("norm", "0", canThrow: true, rank: 0)
        case .one: return a.calling("abs").calling("sum", "axes: [0]", canThrow: true).calling("maximum", canThrow: true, rank: 0)
        case .infinity: return a.calling("abs").calling("sum", "axes: [1]", canThrow: true).calling("maximum", canThrow: true, rank: 0)
        case .exponent:
            let p = try operand(exponent)
            let sum = a.calling("abs").calling("power", p.asArgument, canThrow: true, size: p.size).calling("sum", canThrow: true, rank: 0)
            return sum.calling("power", p.literal.map { "Tensor(1.0) / Tensor(\($0))" } ?? p.calling("reciprocal").text, canThrow: true, size: p.size + 1)
        case .spectral where a.rank == 1: return a.calling("norm", canThrow: true, rank: 0)
        case .spectral where a.rank == 2: return a.calling("singularValues", canThrow: true).calling("maximum", canThrow: true, rank: 0)
        case .nuclear where a.rank == 2: return a.calling("singularValues", canThrow: true).calling("sum", canThrow: true, rank: 0)
        case .spectral, .nuclear, .zero: throw failure("this norm", id)
        }
    }
}
