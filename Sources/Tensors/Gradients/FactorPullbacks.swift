extension Operation {
    /// The pullback of one factor of a decomposition. Those of the others add to it, since a pullback is linear.
    ///
    /// Errors: `notDifferentiable` where the factor is not a function of the matrix: equal eigenvalues or singular
    /// values, a singular triangular factor.
    /// Source: Townsend (2016), Differentiating the singular value decomposition; Walter and Lehmann (2013), Algorithmic
    /// differentiation of linear algebra functions.
    func factorPullback(_ g: Tensor, _ result: Tensor) throws(TensorError) -> Tensor {
        switch self {
        case .symmetricEigenvectors(let values):
            // V (F ∘ Vᵀ G) Vᵀ, F_ij = 1 / (λ_j − λ_i); made symmetric, as the matrix stays.
            let gaps = try reciprocalGaps(values, operation: "eigenvectors of equal eigenvalues")
            let turned = try gaps * result.matrixTransposed().matmul(g)
            let full = try result.matmul(turned).matmul(result.matrixTransposed())
            return try 0.5 * (full + full.matrixTransposed())
        case .leftSingularVectors(let values, let vTransposed):
            return try leftPullback(g, u: result, values: values, vTransposed: vTransposed)
        case .rightSingularVectors(let u, let values):
            // The right factor of A is the left one of Aᵀ.
            return try leftPullback(
                g.matrixTransposed(), u: result.matrixTransposed(), values: values, vTransposed: u.matrixTransposed()
            ).matrixTransposed()
        case .orthogonalFactor(let r):
            let m = try -g.matrixTransposed().matmul(result)
            return try rightSolve(g + result.matmul(mirrored(m)), r)
        case .triangularFactor(let q):
            let m = try result.matmul(g.matrixTransposed())
            return try rightSolve(q.matmul(mirrored(m)), result)
        default: return g
        }
    }
}

/// [U (F ∘ (Uᵀ G − Gᵀ U)) Σ + (I − U Uᵀ) G Σ⁻¹] Vᵀ, F_ij = 1 / (σ_j² − σ_i²).
private func leftPullback(
    _ g: Tensor, u: Tensor, values: Tensor, vTransposed: Tensor
) throws(TensorError) -> Tensor {
    let gaps = try reciprocalGaps(values.square(), operation: "singular vectors of equal singular values")
    let overlap = try u.matrixTransposed().matmul(g)
    let inside = try u.matmul(gaps * (overlap - overlap.matrixTransposed())) * values
    let outside = try g - u.matmul(overlap)
    // A square U leaves nothing outside; what rounding leaves is not to be divided by a small σ.
    guard u.shape[0] > u.shape[1] else { return try inside.matmul(vTransposed) }
    if values.elements.contains(0) { throw .notDifferentiable(operation: "singular vectors of the singular value 0") }
    return try (inside + outside / values).matmul(vTransposed)
}

/// 1 / (x_j − x_i) off the diagonal, 0 on it.
private func reciprocalGaps(_ x: Tensor, operation: String) throws(TensorError) -> Tensor {
    let values = x.elements
    let n = values.count
    let scale = x.maximumMagnitude
    var gaps = [Double](repeating: 0, count: n * n)
    for i in 0..<n {
        for j in 0..<n where i != j {
            let gap = values[j] - values[i]
            if gap.magnitude <= 1e-12 * scale { throw .notDifferentiable(operation: operation) }
            gaps[i * n + j] = 1 / gap
        }
    }
    return try Tensor(shape: [n, n], elements: gaps)
}

/// The lower triangle and its mirror image.
private func mirrored(_ m: Tensor) throws(TensorError) -> Tensor {
    try m.triangle(upper: false) + m.triangle(upper: false, offset: -1).matrixTransposed()
}

/// B R⁻ᵀ.
private func rightSolve(_ b: Tensor, _ r: Tensor) throws(TensorError) -> Tensor {
    try r.solving(b.matrixTransposed()).matrixTransposed()
}
