import Glibc
import Source
import Tensors

/// Computes written values: each call of `normal` or `uniform` draws from a generator seeded by its place's content.
public struct BindingEvaluator {
    private var names: [String: Tensor]
    private var generator: Generator
    private let limit: Int

    /// - Parameter names: what identifiers stand for.
    public init(names: [String: Tensor] = [:], seed: UInt64 = 0, elementLimit: Int = 1_000_000) {
        self.names = names
        generator = Generator(seed: seed)
        limit = elementLimit
    }

    public mutating func define(_ name: String, _ value: Tensor) { names[name] = value }

    public mutating func value(of expression: BindingExpression) throws(BindingError) -> Tensor {
        switch expression {
        case .number(let value): return Tensor(value)
        case .name(let name, let range):
            if let value = names[name] { return value }
            switch name {
            case "pi", "π": return Tensor(Double.pi)
            case "e": return Tensor(Double(M_E))
            case "inf": return Tensor(Double.infinity)
            case "nan": return Tensor(Double.nan)
            default: throw BindingError(at: range, "`\(name)` has no value here")
            }
        case .list(let elements, let range): return try stack(elements, range)
        case .call(let name, let arguments, let range): return try call(name, arguments, range)
        case .negation(let inner):
            let value = try value(of: inner)
            return Tensor.of(shape: value.shape, value.elements.map { -$0 })
        case .binary(let op, let left, let right, let range):
            let a = try value(of: left)
            let b = try value(of: right)
            return try combine(op, a, b, range)
        }
    }

    private mutating func stack(_ elements: [BindingExpression], _ range: ByteRange) throws(BindingError) -> Tensor {
        var parts: [Double] = []
        var inner: [Int]?
        for element in elements {
            let part = try value(of: element)
            if let inner, inner != part.shape { throw BindingError(at: range, "rows of different lengths") }
            inner = part.shape
            guard part.elements.count <= limit - parts.count else {
                throw BindingError(at: range, "more than \(limit) elements")
            }
            parts += part.elements
        }
        return Tensor.of(shape: [elements.count] + (inner ?? []), parts)
    }

    private func combine(
        _ op: BindingExpression.Operator, _ a: Tensor, _ b: Tensor, _ range: ByteRange
    ) throws(BindingError) -> Tensor {
        func apply(_ x: Double, _ y: Double) -> Double {
            switch op {
            case .add: x + y
            case .subtract: x - y
            case .multiply: x * y
            case .divide: x / y
            case .power: pow(x, y)
            }
        }
        if a.shape == b.shape {
            return Tensor.of(shape: a.shape, zip(a.elements, b.elements).map { apply($0, $1) })
        }
        if b.shape.isEmpty, let y = b.elements.first { return Tensor.of(shape: a.shape, a.elements.map { apply($0, y) }) }
        if a.shape.isEmpty, let x = a.elements.first { return Tensor.of(shape: b.shape, b.elements.map { apply(x, $0) }) }
        throw BindingError(at: range, "shapes \(a.shape) and \(b.shape) do not go together")
    }

    private mutating func call(
        _ name: String, _ arguments: [BindingExpression], _ range: ByteRange
    ) throws(BindingError) -> Tensor {
        var values: [Tensor] = []
        for argument in arguments { values.append(try value(of: argument)) }
        switch name {
        case "normal": return try fill(values, range) { Self.rounded($0.normal()) }
        case "uniform": return try fill(values, range) { Self.rounded($0.uniform()) }
        case "zeros": return try fill(values, range) { _ in 0 }
        case "ones": return try fill(values, range) { _ in 1 }
        case "range", "arange":
            guard (1...2).contains(values.count) else { throw BindingError(at: range, "`\(name)` takes 1 or 2 numbers") }
            let low = values.count == 2 ? try whole(values[0], range) : 0
            let high = try whole(values[values.count - 1], range)
            let count = try checked(max(0, high - low), range)
            return Tensor.of(shape: [count], (0..<count).map { Double(low + $0) })
        case "linspace":
            guard values.count == 3 else { throw BindingError(at: range, "`linspace` takes two ends and a count") }
            let low = try scalar(values[0], range)
            let high = try scalar(values[1], range)
            let count = try checked(try whole(values[2], range), range)
            let last = Double(max(1, count - 1))
            return Tensor.of(shape: [count], (0..<count).map { low + (high - low) * Double($0) / last })
        case "eye":
            guard values.count == 1 else { throw BindingError(at: range, "`eye` takes one size") }
            let n = try checked(try whole(values[0], range), range)
            let count = try checked(n.multipliedReportingOverflow(by: n).partialValue, range)
            return Tensor.of(shape: [n, n], (0..<count).map { $0 / n == $0 % n ? 1 : 0 })
        case "one_hot", "onehot":
            guard values.count == 2 else { throw BindingError(at: range, "`one_hot` takes a position from 0 and a size") }
            let position = try whole(values[0], range)
            let n = try checked(try whole(values[1], range), range)
            guard position >= 0, position < n else { throw BindingError(at: range, "position \(position) is not in 0..<\(n)") }
            return Tensor.of(shape: [n], (0..<n).map { $0 == position ? 1 : 0 })
        case "simplex":
            let parts = try fill(values, range) { Self.rounded($0.uniform(0.1, 1)) }
            let total = parts.elements.reduce(0, +)
            return Tensor.of(shape: parts.shape, parts.elements.map { $0 / total })
        case "sqrt", "exp", "log", "abs":
            guard values.count == 1 else { throw BindingError(at: range, "`\(name)` takes one value") }
            return Tensor.of(
                shape: values[0].shape,
                values[0].elements.map { x in
                    switch name {
                    case "sqrt": sqrt(x)
                    case "exp": exp(x)
                    case "log": log(x)
                    default: abs(x)
                    }
                })
        default:
            let known = ["normal", "uniform", "zeros", "ones", "range", "linspace", "eye", "one_hot", "simplex"]
            let near = Spelling.nearest(to: name, among: known).map { ": did you mean `\($0)`?" } ?? ""
            throw BindingError(at: range, "`\(name)` is not known\(near)")
        }
    }

    private mutating func fill(
        _ sizes: [Tensor], _ range: ByteRange, _ draw: (inout Generator) -> Double
    ) throws(BindingError) -> Tensor {
        var shape: [Int] = []
        var count = 1
        for size in sizes {
            let n = try checked(try whole(size, range), range)
            shape.append(n)
            let (product, overflow) = count.multipliedReportingOverflow(by: n)
            guard !overflow else { throw BindingError(at: range, "more than \(limit) elements") }
            count = try checked(product, range)
        }
        var elements: [Double] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(draw(&generator)) }
        return Tensor.of(shape: shape, elements)
    }

    /// To three decimals: readable, and the same on every machine.
    private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }

    private func checked(_ count: Int, _ range: ByteRange) throws(BindingError) -> Int {
        guard count >= 0, count <= limit else { throw BindingError(at: range, "a size must lie in 0...\(limit)") }
        return count
    }

    private func scalar(_ value: Tensor, _ range: ByteRange) throws(BindingError) -> Double {
        guard value.shape.isEmpty, let number = value.elements.first else {
            throw BindingError(at: range, "a number is expected, not an array")
        }
        return number
    }

    private func whole(_ value: Tensor, _ range: ByteRange) throws(BindingError) -> Int {
        let number = try scalar(value, range)
        guard number == number.rounded(), abs(number) <= 1e9 else { throw BindingError(at: range, "a whole number is expected") }
        return Int(number)
    }
}

extension Tensor {
    /// A tensor of as many elements as `shape` says; of others their vector.
    static func of(shape: [Int], _ elements: [Double]) -> Tensor {
        do throws(TensorError) {
            return try Tensor(shape: shape, elements: elements)
        } catch {
            return Tensor(elements)
        }
    }
}
