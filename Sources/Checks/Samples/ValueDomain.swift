import Catalogue
import Formulas
import Tensors

/// Which values an input may take: what the catalogue states, or what the formula's reading inferred.
enum ValueDomain: Hashable {
    case real
    case positive
    case nonNegative
    case nonZero
    /// Strictly between the two.
    case interval(Double, Double)
    case integer(from: Int)
    /// Positions along a dimension, counted from `first`.
    case position(along: DimensionSizes.Key, first: Int)
    /// Positive, sums to 1 along the last axis.
    case distribution
    case oneHot
    case binary
    case signs
    case symmetric
    case positiveDefinite
    case invertible
    case fullColumnRank, fullRowRank

    init(_ domain: Formulas.Domain, statement: Int) {
        switch domain {
        case .real: self = .real
        case .positive: self = .positive
        case .nonNegative: self = .nonNegative
        case .nonZero: self = .nonZero
        case .unitInterval: self = .interval(0, 1)
        case .integer(let from): self = .integer(from: from)
        case .index(let dimension):
            self = .position(along: DimensionSizes.key(dimension, statement: statement), first: 1)
        case .distribution: self = .distribution
        }
    }

    init(_ domain: Catalogue.Domain) {
        switch domain {
        case .any: self = .real
        case .positive: self = .positive
        case .nonNegative: self = .nonNegative
        case .nonZero: self = .nonZero
        case .probability: self = .interval(0, 1)
        case .interval(let low, let high): self = .interval(low, high)
        case .distribution: self = .distribution
        case .oneHot: self = .oneHot
        case .binary: self = .binary
        case .signs: self = .signs
        case .classIndex(let name): self = .position(along: .template(name), first: 0)
        case .positiveInteger: self = .integer(from: 1)
        case .symmetric: self = .symmetric
        case .positiveDefinite: self = .positiveDefinite
        case .invertible: self = .invertible
        case .fullColumnRank: self = .fullColumnRank
        case .fullRowRank: self = .fullRowRank
        }
    }
}

/// Draws values.
struct ValueMaker {
    var generator: Generator
    /// Small whole and half numbers, for counterexamples that people can follow.
    var isRound = false

    init(seed: UInt64, isRound: Bool = false) {
        generator = Generator(seed: seed)
        self.isRound = isRound
    }

    /// To three decimals (round samples: to a half), never to zero.
    private func rounded(_ value: Double) -> Double {
        let scale: Double = isRound ? 2 : 1_000
        let scaled = (value * scale).rounded()
        return scaled == 0 ? (value < 0 ? -1 / scale : 1 / scale) : scaled / scale
    }

    private mutating func uniform(_ low: Double, _ high: Double) -> Double { rounded(generator.uniform(low, high)) }

    mutating func make(shape: [Int], domain: ValueDomain, sizes: DimensionSizes.Sizes) -> Tensor {
        var count = 1
        for size in shape { count = min(count.multipliedReportingOverflow(by: max(size, 0)).partialValue, 1 << 20) }
        let width = shape.last ?? 1
        var elements: [Double] = []
        elements.reserveCapacity(count)
        switch domain {
        case .real: for _ in 0..<count { elements.append(rounded((isRound ? 2 : 1.5) * generator.normal())) }
        case .positive, .nonNegative: for _ in 0..<count { elements.append(uniform(0.1, 3)) }
        case .nonZero:
            for _ in 0..<count { elements.append(uniform(0.2, 2.5) * (generator.uniform() < 0.5 ? -1 : 1)) }
        case .interval(let low, let high):
            let inset = (high - low) * 0.04
            for _ in 0..<count { elements.append(within(low, high, inset)) }
        case .integer(let from): for _ in 0..<count { elements.append(Double(from + generator.integer(below: 5))) }
        case .position(let along, let first):
            for _ in 0..<count { elements.append(Double(first + generator.integer(below: sizes[along]))) }
        case .distribution:
            while elements.count < count {
                let weights: [Double] = (0..<width).map { _ in (generator.uniform(0.1, 1) * 20).rounded() }
                let total = weights.reduce(0, +)
                elements += weights.map { $0 / max(total, 1) }
            }
        case .oneHot:
            while elements.count < count {
                let place = generator.integer(below: width)
                elements += (0..<width).map { $0 == place ? 1 : 0 }
            }
        case .binary: for _ in 0..<count { elements.append(generator.uniform() < 0.5 ? 0 : 1) }
        case .signs: for _ in 0..<count { elements.append(generator.uniform() < 0.5 ? -1 : 1) }
        case .symmetric, .positiveDefinite, .invertible, .fullColumnRank, .fullRowRank:
            elements = matrix(shape: shape, count: count, domain: domain)
        }
        return Tensor.of(shape: shape, Array(elements.prefix(count)))
    }

    private mutating func within(_ low: Double, _ high: Double, _ inset: Double) -> Double {
        let value = generator.uniform(low + inset, high - inset)
        let scale: Double = isRound ? 4 : 1_000
        let near = (value * scale).rounded() / scale
        return near > low && near < high ? near : value
    }

    /// Diagonally dominant where it must be invertible; symmetric where it must be.
    private mutating func matrix(shape: [Int], count: Int, domain: ValueDomain) -> [Double] {
        var elements: [Double] = (0..<count).map { _ in rounded(generator.normal()) }
        guard shape.count == 2, shape[0] > 0, shape[1] > 0 else { return elements }
        let (rows, columns) = (shape[0], shape[1])
        if domain == .symmetric || domain == .positiveDefinite, rows == columns {
            for i in 0..<rows { for j in 0..<i { elements[i * columns + j] = elements[j * columns + i] } }
        }
        if domain != .symmetric {
            for i in 0..<min(rows, columns) {
                let row = (0..<columns).reduce(0.0) { $0 + abs(elements[i * columns + $1]) }
                let column = (0..<rows).reduce(0.0) { $0 + abs(elements[$1 * columns + i]) }
                elements[i * columns + i] = (max(row, column) + 1).rounded()
            }
        }
        return elements
    }
}
