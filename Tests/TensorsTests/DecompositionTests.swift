import Tensors
import Testing

/// Factors multiply back to the matrix, are orthogonal, and have the documented signs; on both sides of the size at
/// which LAPACK takes over.
@Suite struct DecompositionTests {
    static let shapes = [[1, 1], [2, 2], [3, 3], [5, 3], [3, 5], [16, 16], [17, 17], [20, 6], [6, 20]]

    @Test(arguments: shapes) func factorsMultiplyBack(_ shape: [Int]) throws {
        var generator = Generator(seed: UInt64(shape[0] * 31 + shape[1]))
        let a = try generator.normal(shape: shape)
        let k = min(shape[0], shape[1])
        let (q, r) = try a.qr()
        try expectClose(q.matmul(r), a)
        try expectClose(q.matrixTransposed().matmul(q), .eye(k))
        #expect(try r == r.triangle(upper: true))

        let (u, values, vt) = try a.svd()
        try expectClose((u * values).matmul(vt), a)
        try expectClose(u.matrixTransposed().matmul(u), .eye(k))
        try expectClose(vt.matmul(vt.matrixTransposed()), .eye(k))
        try expectPositiveHeads(u)

        let symmetric = try a.matmul(a.matrixTransposed())
        let (lambda, vectors) = try symmetric.symmetricEigen()
        try expectClose((vectors * lambda).matmul(vectors.matrixTransposed()), symmetric)
        try expectPositiveHeads(vectors)
        #expect(lambda.elements == lambda.elements.sorted())

        let p = try a.pseudoinverse()
        try expectClose(a.matmul(p).matmul(a), a)
    }

    @Test func deficientMatrices() throws {
        let low = try Tensor([1, 2, 3]).outer(Tensor([1, 1]))
        #expect(try low.matrixRank() == 1)
        #expect(try Tensor.zeros([3, 2]).matrixRank() == 0)
        let (u, _, _) = try low.svd()
        try expectClose(u.matrixTransposed().matmul(u), .eye(2))
        #expect(try Tensor([[1, 2], [2, 4]]).conditionNumber().item > 1e15)
        let large = try Tensor([[3e200, 0], [0, 4e200]])
        #expect(try large.singularValues() == Tensor([4e200, 3e200]))
        #expect(throws: TensorError.singular(operation: "inverse")) { try Tensor([[1, 2], [2, 4]]).inverse() }
        #expect(throws: TensorError.notPositiveDefinite(operation: "cholesky")) { try Tensor([[1, 2], [2, 1]]).cholesky() }
        #expect(throws: TensorError.self) { try Tensor([[0, 1], [-1, 0]]).realEigenvalues() }
    }

    private func expectClose(_ a: Tensor, _ b: Tensor) throws {
        #expect(a.shape == b.shape)
        #expect(try (a - b).maximumMagnitude <= 1e-12 * max(1, b.maximumMagnitude))
    }

    private func expectPositiveHeads(_ columns: Tensor) throws {
        for j in 0..<columns.shape[1] {
            let column = try columns.row(j, axis: 1).elements
            let largest = try #require(column.max { $0.magnitude < $1.magnitude })
            #expect(largest > 0)
        }
    }
}
