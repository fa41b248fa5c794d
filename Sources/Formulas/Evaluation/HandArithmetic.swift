import Glibc
import Source
import Tensors

/// What a side of nothing but numbers comes to by the rules of arithmetic by hand.
public enum HandArithmetic: Sendable, Equatable {
    case number(Double)
    /// A part of it is no real number: what is wrong with it, and where.
    case undefined(String, ByteRange)
}

extension Expression {
    /// Arithmetic by hand where floating point gives no number: `0 \log 0` is 0, as entropies want it, and the logarithm of a
    /// negative number is a mistake that can be pointed at. `nil` where more than numbers, or another operation, stands in it.
    public var handArithmetic: HandArithmetic? {
        var worker = HandWorker(tree: tree)
        return worker.value(root, depth: 0)
    }
}

private struct HandWorker {
    typealias ID = ExpressionTree.ID

    let tree: ExpressionTree
    private static let deepest = 200
    private var visits = 0
    private static let mostVisits = 2_000

    init(tree: ExpressionTree) { self.tree = tree }

    mutating func value(_ id: ID, depth: Int) -> HandArithmetic? {
        visits += 1
        guard id >= 0, depth < Self.deepest, visits < Self.mostVisits else { return nil }
        let node = tree.nodes[Int(id)]
        switch node.kind {
        case .number(let number, _): return .number(number)
        case .symbol(let s): return tree.symbols[Int(s)].isConstant.map { .number($0) }
        case .unary(.negate, let a): return map(a, depth) { -$0 }
        case .unary(.plus, let a): return value(a, depth: depth + 1)
        case .unary(.elementwise(let function), let a): return apply(function, a, node.range, depth)
        case .binary(let operation, let a, let b):
            switch operation {
            case .add: return join(a, b, depth) { $0 + $1 }
            case .subtract: return join(a, b, depth) { $0 - $1 }
            case .divide: return divide(a, b, node.range, depth)
            default: return nil
            }
        case .product(let a, let b, _):
            return join(a, b, depth) { x, y in x == 0 && y.isInfinite || y == 0 && x.isInfinite ? 0 : x * y }
        case .power(let a, let b):
            return join(a, b, depth) { pow($0, $1) }
        default: return nil
        }
    }

    private mutating func map(_ a: ID, _ depth: Int, _ operation: (Double) -> Double) -> HandArithmetic? {
        guard let x = value(a, depth: depth + 1) else { return nil }
        guard case .number(let number) = x else { return x }
        return .number(operation(number))
    }

    private mutating func join(_ a: ID, _ b: ID, _ depth: Int, _ operation: (Double, Double) -> Double) -> HandArithmetic? {
        guard let x = value(a, depth: depth + 1), let y = value(b, depth: depth + 1) else { return nil }
        guard case .number(let left) = x else { return x }
        guard case .number(let right) = y else { return y }
        let result = operation(left, right)
        return result.isNaN ? nil : .number(result)
    }

    private mutating func apply(_ function: UnaryFunction, _ a: ID, _ range: ByteRange, _ depth: Int) -> HandArithmetic? {
        guard let x = value(a, depth: depth + 1) else { return nil }
        guard case .number(let number) = x else { return x }
        if number < 0 {
            let shown = NumberFormat.significant(number)
            switch function {
            case .log, .log2, .log10: return .undefined("the logarithm of \(shown) is no real number", range)
            case .sqrt: return .undefined("the square root of \(shown) is no real number", range)
            default: break
            }
        }
        let result = function.scalarFunction(number)
        return result.isNaN ? nil : .number(result)
    }

    private mutating func divide(_ a: ID, _ b: ID, _ range: ByteRange, _ depth: Int) -> HandArithmetic? {
        guard let y = value(b, depth: depth + 1) else { return nil }
        if case .number(0) = y { return .undefined("a division by zero", range) }
        return join(a, b, depth) { $0 / $1 }
    }
}
