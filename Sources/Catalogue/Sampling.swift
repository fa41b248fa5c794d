import Tensors

extension Domain {
    /// Random values of this domain.
    ///
    /// `sizes` gives the dimensions that a domain may name. Errors: `invalidArgument` for a shape that has no such
    /// values: a distribution needs an axis, a symmetric matrix a square.
    public func values(
        shape: [Int], sizes: [String: Int] = [:], using generator: inout Generator
    ) throws(TensorError) -> Tensor {
        switch self {
        case .any: return try generator.normal(shape: shape, deviation: 1.5)
        case .positive: return try generator.uniform(shape: shape, low: 0.2, high: 3)
        case .nonNegative: return try generator.uniform(shape: shape, low: 0, high: 3)
        case .nonZero:
            let signs = try Domain.signs.values(shape: shape, using: &generator)
            return try signs * generator.uniform(shape: shape, low: 0.2, high: 3)
        case .probability: return try generator.uniform(shape: shape, low: 0.02, high: 0.98)
        case .interval(let low, let high): return try generator.uniform(shape: shape, low: low, high: high)
        case .distribution: return try generator.distributions(shape: shape)
        case .oneHot:
            guard let classes = shape.last, classes > 0 else {
                throw .invalidArgument("one-hot labels need an axis", operation: "sample")
            }
            let indices = try generator.integers(shape: Array(shape.dropLast()), high: classes)
            return try .oneHot(indices, classes: classes)
        case .binary: return try generator.integers(shape: shape, high: 2).converted(to: .float)
        case .signs: return try 2 * generator.integers(shape: shape, high: 2).converted(to: .float) - 1
        case .classIndex(let dimension):
            guard let classes = sizes[dimension] else {
                throw .invalidArgument("dimension \(dimension) has no size", operation: "sample")
            }
            return try generator.integers(shape: shape, high: classes)
        case .positiveInteger: return try generator.integers(shape: shape, low: 1, high: 9)
        case .symmetric:
            let half = try generator.normal(shape: shape)
            return try half + half.matrixTransposed()
        case .positiveDefinite:
            let root = try generator.normal(shape: shape)
            return try root.matmul(root.matrixTransposed()) + Tensor.eye(shape.last ?? 0)
        case .invertible:
            // A dominant diagonal keeps the condition number small.
            let size = shape.last ?? 0
            return try generator.uniform(shape: shape, low: -1, high: 1) + Tensor(Double(size)) * Tensor.eye(size)
        case .fullColumnRank, .fullRowRank: return try generator.normal(shape: shape)
        }
    }
}

extension Implementation {
    /// Names of the dimensions of a variant's parameters, in order of appearance.
    public func dimensionNames(of variant: Variant? = nil) -> [String] {
        var names: [String] = []
        for parameter in variant?.parameters ?? parameters {
            for name in parameter.shape.names where !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// A size for each dimension: distinct, so that a shape error cannot hide, between 2 and a few more; rows outnumber
    /// columns where a matrix must have full column rank.
    public func randomSizes(of variant: Variant? = nil, using generator: inout Generator) -> [String: Int] {
        let names = dimensionNames(of: variant)
        let order = generator.permutation(names.count + 1)
        var sizes: [String: Int] = [:]
        for (name, place) in zip(names, order) { sizes[name] = place + 2 }
        for parameter in variant?.parameters ?? parameters where [.fullColumnRank, .fullRowRank].contains(parameter.domain) {
            let names = parameter.domain == .fullRowRank ? parameter.shape.names.reversed() : parameter.shape.names
            guard names.count == 2, let rows = sizes[names[0]], let columns = sizes[names[1]], rows < columns else {
                continue
            }
            sizes[names[0]] = columns
            sizes[names[1]] = rows
        }
        return sizes
    }

    /// Random arguments for a variant, hyperparameters included.
    ///
    /// `leading` are the axes that `…` stands for; elementwise parameters all get this shape.
    public func randomArguments(
        of variant: Variant? = nil, sizes: [String: Int]? = nil, leading: [Int] = [], using generator: inout Generator
    ) throws(TensorError) -> [Tensor] {
        let sizes = sizes ?? randomSizes(of: variant, using: &generator)
        var arguments: [Tensor] = []
        for parameter in variant?.parameters ?? parameters {
            guard let shape = parameter.shape.shape(sizes: sizes, leading: leading) else {
                throw .invalidArgument("dimensions of \(parameter.name) have no sizes", operation: name)
            }
            arguments.append(try parameter.domain.values(shape: shape, sizes: sizes, using: &generator))
        }
        return arguments
    }

    /// The shape of a variant's result for arguments of these shapes; nil where they do not fit its parameters.
    public func resultShape(of variant: Variant? = nil, arguments shapes: [[Int]]) -> [Int]? {
        let list = variant?.parameters ?? parameters
        guard shapes.count <= list.count else { return nil }
        var sizes: [String: Int] = [:]
        var leading: [Int] = []
        for (parameter, shape) in zip(list, shapes) {
            guard parameter.shape.matches(shape, sizes: &sizes) else { return nil }
            if parameter.shape.hasLeadingAxes {
                do {
                    leading = try Shape.broadcast(leading, Array(shape.dropLast(parameter.shape.dimensions.count)))
                } catch {
                    return nil
                }
            }
        }
        return (variant?.result ?? result).shape(sizes: sizes, leading: leading)
    }
}
