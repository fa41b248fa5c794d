import Catalogue
import Snippets
import Source
import Tensors

/// A function of a snippet against a catalogue entry, in every convention that its author may have meant.
///
/// Conventions: which argument is which, the entry's variants, vectors or rows or columns of matrices.
struct SnippetComparison {
    let function: SnippetFunction
    let implementation: Implementation
    let seed: UInt64
    let budget: () -> Budget

    enum Verdict {
        case verified(Convention, samples: Int, maxError: Double)
        case refuted(Difference)
        case unclear
    }

    struct Difference {
        var inputs: [(name: String, value: Tensor)]
        var expected: Tensor
        var actual: Tensor
        var pairs: [(Tensor, Tensor)]

        var words: String {
            inputs.map { "\($0.name) = \(ValueWords.text($0.value))" }.joined(separator: ", ")
        }
    }

    /// Code guards logarithms and denominators with small numbers: nearer than this is no mistake.
    private static let difference = 1e-3

    enum Layout: CaseIterable {
        case plain
        /// Single numbers, for functions that take no arrays (of `math`, with an `if`).
        case elements
        case rows, columns
    }

    /// In which sense a function is the entry.
    struct Convention {
        var variant: Variant
        /// The entry's parameter for each argument of the function.
        var order: [Int]
        var layout: Layout
    }

    func judge() -> Verdict {
        var firstDifference: Difference?
        for variant in implementation.variants {
            let parameters = implementation.parameters(of: variant)
            for order in orders(parameters) {
                for layout in Layout.allCases {
                    switch run(variant, parameters, order, layout, seed: seed) {
                    case .verified(let samples, let error):
                        return .verified(
                            Convention(variant: variant, order: order, layout: layout), samples: samples, maxError: error)
                    case .differs(let difference):
                        if case .differs = run(variant, parameters, order, layout, seed: ~seed) {
                            if firstDifference == nil { firstDifference = difference }
                        } else {
                            return .unclear
                        }
                    case .unclear: return .unclear
                    case .incomparable: break
                    }
                }
            }
        }
        return firstDifference.map { .refuted($0) } ?? .unclear
    }

    /// Which parameter of the entry each argument of the function is.
    private func orders(_ parameters: [Parameter]) -> [[Int]] {
        let positional = function.parameters.count { $0.kind == .positional }
        let required = function.requiredCount
        let variables = parameters.indices.filter { parameters[$0].defaultValue == nil }
        let hypers = parameters.indices.filter { parameters[$0].defaultValue != nil }
        // A parameter with a default is no variable: `def huber(r, delta=1.0)` takes the difference of the two.
        guard !variables.isEmpty, variables.count <= 3, variables.count <= positional, variables.count <= max(required, 1) else { return [] }
        // What the function requires beyond the variables are hyperparameters in order.
        let extra = max(0, required - variables.count)
        guard extra <= hypers.count else { return [] }
        let tail = Array(hypers.prefix(extra))
        var orders: [[Int]] = []
        for permutation in Self.permutations(variables) { orders.append(permutation + tail) }
        return orders
    }

    private static func permutations(_ items: [Int]) -> [[Int]] {
        guard items.count > 1 else { return [items] }
        return items.indices.flatMap { index -> [[Int]] in
            var rest = items
            let item = rest.remove(at: index)
            return permutations(rest).map { [item] + $0 }
        }
    }

    private enum Run {
        case verified(samples: Int, maxError: Double)
        case differs(Difference)
        case unclear
        case incomparable
    }

    private func run(_ variant: Variant, _ parameters: [Parameter], _ order: [Int], _ layout: Layout, seed: UInt64) -> Run {
        let hasAxes = parameters.contains { $0.defaultValue == nil && $0.shape.hasLeadingAxes }
        if layout != .plain, !hasAxes { return .incomparable }
        if layout == .elements,
            !implementation.isElementwise || parameters.contains(where: { $0.defaultValue == nil && !$0.shape.dimensions.isEmpty })
        {
            return .incomparable
        }
        // Only arrays with an axis to run along have columns.
        if layout == .columns, !parameters.contains(where: { $0.shape.hasLeadingAxes && $0.shape.dimensions.count == 1 }) {
            return .incomparable
        }
        var tally = Tally()
        var difference: Difference?
        var pairs: [(Tensor, Tensor)] = []
        for index in 0..<20 {
            let set = index % 2
            guard let arguments = sample(parameters, layout, set: set, seed: seed &+ UInt64(index)) else { return .incomparable }
            let given = order.map { layout == .columns ? Self.transposed(arguments[$0]) : arguments[$0] }
            let expected: Tensor
            do throws(TensorError) {
                expected = try variant.evaluate(arguments)
            } catch {
                return .incomparable
            }
            let actual: Tensor
            do throws(SnippetError) {
                let first = try function.call(given, budget: budget())
                // A function that draws random numbers cannot be held against one that does not.
                if index == 0, try function.call(given, budget: budget()) != first { return .incomparable }
                actual = layout == .columns ? Self.transposed(first) : first
            } catch {
                return .incomparable
            }
            guard actual.shape.filter({ $0 != 1 }) == expected.shape.filter({ $0 != 1 }) else { return .incomparable }
            let comparison = Self.compare(actual, expected)
            tally.add(comparison, dimensionSet: set)
            if case .discarded = comparison { continue }
            pairs.append((actual, expected))
            if case .differ = comparison, difference == nil {
                let inputs = zip(function.parameters, given).map { (name: $0.name, value: $1) }
                difference = Difference(inputs: inputs, expected: expected, actual: layout == .columns ? Self.transposed(actual) : actual, pairs: [])
            }
        }
        switch tally.verdict(sets: 1) {
        case .verified: return .verified(samples: tally.agreeing, maxError: tally.maxError)
        case .differs:
            guard var difference else { return .unclear }
            difference.pairs = pairs
            return .differs(difference)
        case .unclear: return tally.remaining == 0 ? .incomparable : .unclear
        }
    }

    private static func compare(_ a: Tensor, _ b: Tensor) -> Comparison {
        switch Comparison.of(a, b, magnitude: 0) {
        case .differ(let error) where error <= difference: .unclear
        case let comparison: comparison
        }
    }

    static func transposed(_ tensor: Tensor) -> Tensor {
        guard tensor.shape.count == 2 else { return tensor }
        let (rows, columns) = (tensor.shape[0], tensor.shape[1])
        let e = tensor.elements
        var out: [Double] = []
        out.reserveCapacity(e.count)
        for j in 0..<columns { for i in 0..<rows { out.append(e[i * columns + j]) } }
        return Tensor.of(shape: [columns, rows], out)
    }

    /// Arguments for every parameter of the entry; hyperparameters take their defaults unless the function asks for them.
    private func sample(_ parameters: [Parameter], _ layout: Layout, set: Int, seed: UInt64) -> [Tensor]? {
        var sizes = DimensionSizes()
        sizes.add(.template("leading axis"))
        for parameter in parameters {
            for dimension in parameter.shape.dimensions {
                if case .named(let name) = dimension { sizes.add(.template(name)) }
            }
        }
        let chosen = sizes.sizes(set: set)
        var arguments: [Tensor] = []
        for (index, parameter) in parameters.enumerated() {
            if let value = parameter.defaultValue {
                arguments.append(Tensor(value))
                continue
            }
            var shape: [Int] = parameter.shape.dimensions.map { dimension in
                switch dimension {
                case .fixed(let n): n
                case .named(let name): chosen[.template(name)]
                }
            }
            if parameter.shape.hasLeadingAxes, layout != .elements, layout != .plain || shape.isEmpty {
                shape.insert(chosen[.template("leading axis")], at: 0)
            }
            var maker = ValueMaker(seed: seed &* 31 &+ UInt64(index) &* 0x9E37_79B9)
            arguments.append(maker.make(shape: shape, domain: ValueDomain(parameter.domain), sizes: chosen))
        }
        return arguments
    }

    /// From `def` to the end of the name: what a finding about the function underlines.
    static func definitionRange(of function: SnippetFunction, in content: [UInt8]) -> ByteRange {
        var start = function.nameRange.lower
        let word = Array("def".utf8)
        var index = min(start, content.count) - 1
        while index >= 0, content[index] == 0x20 || content[index] == 0x09 { index -= 1 }
        if index >= 2, Array(content[(index - 2)...index]) == word { start = index - 2 }
        return ByteRange(start, function.nameRange.upper)
    }
}
