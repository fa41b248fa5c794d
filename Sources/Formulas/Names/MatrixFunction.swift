import Source
import Tensors

/// Numbers and matrices that belong to one matrix: λ_max(A), κ(A), the rank, the matrix exponential; and the density of a
/// normal vector.
struct MatrixFunction: KnownFunction {
    enum Kind: String, Sendable {
        case largestEigenvalue, smallestEigenvalue, largestSingularValue, smallestSingularValue, conditionNumber, spectralRadius, rank
        case matrixExponential, normalVectorDensity
    }

    let kind: Kind
    let standing: FunctionStanding

    var name: String { kind.rawValue }

    var signature: Signature {
        switch kind {
        case .matrixExponential: Signature([.init("A", .dimensions(["n", "n"]))], result: .dimensions(["n", "n"]))
        case .largestEigenvalue, .smallestEigenvalue, .spectralRadius: Signature([.init("A", .dimensions(["n", "n"]))], result: .scalar)
        case .conditionNumber, .largestSingularValue, .smallestSingularValue, .rank: Signature([.init("A", .dimensions(["m", "n"]))], result: .scalar)
        case .normalVectorDensity:
            Signature([.init("x", .dimensions(["n"])), .init("mean", .dimensions(["n"])), .init("covariance", .dimensions(["n", "n"]))], result: .scalar)
        }
    }

    /// `\lambda_{\max}`, `\sigma_{\min}`, `\kappa`, `\rho` before a bracket.
    static func named(_ base: String, label: String?) -> MatrixFunction? {
        let kind: Kind?
        switch (base, label) {
        case ("lambda", "max"?): kind = .largestEigenvalue
        case ("lambda", "min"?): kind = .smallestEigenvalue
        case ("sigma", "max"?): kind = .largestSingularValue
        case ("sigma", "min"?): kind = .smallestSingularValue
        case ("kappa", nil), ("cond", nil): kind = .conditionNumber
        case ("rho", nil): kind = .spectralRadius
        case ("rank", nil), ("rk", nil): kind = .rank
        case ("expm", nil): kind = .matrixExponential
        default: kind = nil
        }
        return kind.map { MatrixFunction(kind: $0, standing: .known) }
    }

    /// Equations: κ(A) = σ_max / σ_min; ρ(A) = max |λ| of a symmetric A; the density is
    /// (2π)^{-n/2} |Σ|^{-1/2} exp(-(x − μ)^⊤ Σ^{-1} (x − μ) / 2).
    func apply(_ arguments: [Tensor]) throws(TensorError) -> Tensor {
        // A variance is a matrix of one element.
        var last = arguments.last?.detached
        if kind == .normalVectorDensity, let variance = last, variance.shape.isEmpty, arguments.allSatisfy({ $0.shape.isEmpty }) { last = try variance.reshaped([1, 1]) }
        guard arguments.count == signature.parameters.count, let matrix = last, matrix.shape.count == 2 else {
            throw .invalidArgument("\(name) needs a matrix", operation: name)
        }
        switch kind {
        case .largestEigenvalue, .smallestEigenvalue, .spectralRadius:
            let values = try symmetricEigenvalues(matrix)
            switch kind {
            case .largestEigenvalue: return Tensor(values.max() ?? .nan)
            case .smallestEigenvalue: return Tensor(values.min() ?? .nan)
            default: return Tensor(values.map(\.magnitude).max() ?? .nan)
            }
        case .largestSingularValue: return Tensor(try matrix.singularValues().elements.max() ?? .nan)
        case .smallestSingularValue: return Tensor(try matrix.singularValues().elements.min() ?? .nan)
        case .conditionNumber:
            let values = try matrix.singularValues().elements
            return Tensor((values.max() ?? .nan) / (values.min() ?? .nan))
        case .rank:
            let values = try matrix.singularValues().elements
            let tolerance = (values.max() ?? 0) * Double(max(matrix.shape[0], matrix.shape[1])) * Double.ulpOfOne
            return Tensor(Double(values.count { $0 > tolerance }))
        case .matrixExponential: return try exponential(matrix)
        case .normalVectorDensity:
            let difference = try arguments[0].detached - arguments[1].detached
            let n = difference.count
            let solved = try matrix.solving(difference.reshaped([n, 1]))
            let form: Double = zip(difference.elements, solved.elements).reduce(0.0) { $0 + $1.0 * $1.1 }
            let determinant = try matrix.determinant().scalar ?? .nan
            guard determinant > 0 else { return Tensor(Double.nan) }
            let logarithm = -0.5 * (Double(n) * logOf(2 * Double.pi) + logOf(determinant) + form)
            return Tensor(logarithm).applying(.exp)
        }
    }

    private func logOf(_ x: Double) -> Double { Tensor(x).applying(.log).scalar ?? .nan }

    /// Only symmetric matrices are sure to have real eigenvalues.
    private func symmetricEigenvalues(_ matrix: Tensor) throws(TensorError) -> [Double] {
        guard matrix.shape[0] == matrix.shape[1] else { throw .invalidArgument("a matrix that is not square has no eigenvalues", operation: name) }
        let (n, e) = (matrix.shape[0], matrix.elements)
        let scale = matrix.maximumMagnitude
        for i in 0..<n {
            for j in 0..<i where abs(e[i * n + j] - e[j * n + i]) > 1e-9 * scale {
                throw .invalidArgument("the eigenvalues of a matrix that is not symmetric may be complex", operation: name)
            }
        }
        return try matrix.symmetricEigenvalues().elements
    }

    /// Scaling and squaring around a Taylor series of 20 terms.
    ///
    /// Accuracy: relative error near 1e-14 for small matrices. Source: Moler and Van Loan (2003), method 3.
    private func exponential(_ matrix: Tensor) throws(TensorError) -> Tensor {
        guard matrix.shape[0] == matrix.shape[1] else { throw .invalidArgument("the exponential of a matrix that is not square", operation: name) }
        let n = matrix.shape[0]
        guard matrix.isFinite, matrix.maximumMagnitude * Double(max(n, 1)) < 700 else { throw .invalidArgument("a matrix too large for its exponential", operation: name) }
        var halvings = 0
        var scale = 1.0
        while matrix.maximumMagnitude * Double(max(n, 1)) * scale > 0.5 {
            scale /= 2
            halvings += 1
        }
        let small = try matrix * Tensor(scale)
        let identity = try Tensor.of(rows: n)
        var result = identity
        var term = identity
        for k in 1...20 {
            term = try term.matmul(small) * Tensor(1 / Double(k))
            result = try result + term
        }
        for _ in 0..<halvings { result = try result.matmul(result) }
        return result
    }
}

extension Tensor {
    /// The identity.
    fileprivate static func of(rows n: Int) throws(TensorError) -> Tensor {
        try Tensor(shape: [n, n], elements: (0..<(n * n)).map { $0 % (n + 1) == 0 ? 1 : 0 })
    }
}
