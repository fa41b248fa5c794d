import Tensors

/// Bayes' rule: P(A|B) = P(B|A) P(A) / P(B), for numbers or element by element.
///
/// Shapes: any that broadcast. Source: Bayes (1763).
public func bayesRule(likelihood: Tensor, prior: Tensor, evidence: Tensor) throws(TensorError) -> Tensor {
    try likelihood * prior / evidence
}

/// The posterior over hypotheses: P(a_i|b) = P(b|a_i) P(a_i) / Σ_j P(b|a_j) P(a_j).
///
/// Shapes: `[n]`, `[n]` → `[n]`. Errors: `shapeMismatch`.
public func posterior(likelihood: Tensor, prior: Tensor) throws(TensorError) -> Tensor {
    try requireSameShape(likelihood, prior, "posterior")
    let joint = try likelihood * prior
    return try joint / joint.sum(axes: [-1], keepDimensions: true)
}

/// P(A, B) = P(B|A) P(A). Shapes: P(B|A) `[m, n]` with a row for each value of A, P(A) `[m]` → `[m, n]`.
public func jointDistribution(conditional: Tensor, marginal: Tensor) throws(TensorError) -> Tensor {
    guard conditional.rank == 2, marginal.shape == [conditional.shape[0]] else {
        throw .shapeMismatch(conditional.shape, marginal.shape, operation: "joint distribution")
    }
    return try conditional * marginal.expandingDimensions(at: 1)
}

/// P(B) = Σ_A P(A, B): sums over the first axis (or another).
///
/// Shapes: `[m, n]` → `[n]`.
public func marginalDistribution(_ joint: Tensor, summing axis: Int = 0) throws(TensorError) -> Tensor {
    try joint.sum(axes: [axis])
}

/// P(B|A) = P(A, B) / P(A). Shapes: `[m, n]` → `[m, n]`, each row a distribution.
public func conditionalDistribution(_ joint: Tensor) throws(TensorError) -> Tensor {
    try joint / joint.sum(axes: [1], keepDimensions: true)
}

/// E[X] = Σ_i x_i p_i. Shapes: `[n]`, `[n]` → `[]`. Errors: `shapeMismatch`.
public func expectation(_ values: Tensor, _ p: Tensor) throws(TensorError) -> Tensor { try values.dot(p) }
