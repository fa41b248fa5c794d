/// What a tape's entry did, with everything its pullback needs besides operands and result.
enum Operation: Sendable {
    case leaf
    case unary(UnaryFunction)
    case binary(BinaryFunction)
    /// The condition, in the shape of both operands.
    case select(Tensor)
    case clip(lower: Double, upper: Double)
    // Reductions keep their axes with size 1.
    case sum([Int])
    case product([Int])
    case extreme([Int])
    case logSumExp([Int])
    case norm(Double)
    case cumulativeSum(axis: Int)
    case reshape
    case view(StridedView)
    case scatterView(StridedView)
    case pick([Int])
    case scatter([Int])
    case concatenate(axis: Int)
    // On operands of equal leading axes.
    case matmul
    case solve
    case inverse
    case determinant
    case cholesky
    /// With the eigenvectors, or both factors, of the operand.
    case symmetricEigenvalues(Tensor)
    case singularValues(u: Tensor, vTransposed: Tensor)
    // One factor of several as the result, with the others.
    case symmetricEigenvectors(values: Tensor)
    case leftSingularVectors(values: Tensor, vTransposed: Tensor)
    case rightSingularVectors(u: Tensor, values: Tensor)
    case orthogonalFactor(r: Tensor)
    case triangularFactor(q: Tensor)
}
