import DeepLearning
import Tensors
import Testing

/// Operands that do not belong together are refused with their shapes; nothing broadcasts by accident.
@Suite struct ShapeErrorTests {
    let row = Tensor([1, 2, 3]), pair = Tensor([1, 2])

    @Test func lossesCompareLikeWithLike() throws {
        let column = try row.reshaped([3, 1])
        #expect(throws: TensorError.shapeMismatch([3, 1], [3], operation: "squared error")) { try meanSquaredError(column, row) }
        #expect(throws: TensorError.shapeMismatch([2], [3], operation: "cross-entropy")) { try crossEntropy(pair, row) }
        #expect(throws: TensorError.shapeMismatch([3], [2], operation: "binary cross-entropy")) { try binaryCrossEntropy(row, pair) }
        #expect(throws: TensorError.shapeMismatch([3], [2], operation: "hinge loss")) { try hingeLoss(row, pair) }
        #expect(throws: TensorError.axisOutOfRange(axis: -1, rank: 0, operation: "sum")) { try crossEntropy(0.5, 0.5) }
    }

    @Test func classIndices() throws {
        let scores = try Tensor([[0.2, 0.8], [0.6, 0.4]])
        #expect(throws: TensorError.indexOutOfRange(index: 2, size: 2, axis: 1)) {
            try crossEntropy(classes: Tensor(integers: [0, 2]), scores)
        }
        #expect(throws: TensorError.shapeMismatch([3], [2, 2], operation: "cross-entropy")) {
            try crossEntropy(classes: Tensor(integers: [0, 1, 1]), scores)
        }
        #expect(throws: TensorError.shapeMismatch([3], [2], operation: "accuracy")) { try accuracy(row, scores) }
    }

    @Test func activationsNeedAnAxis() throws {
        #expect(throws: TensorError.axisOutOfRange(axis: -1, rank: 0, operation: "max")) { try softmax(1.0) }
        #expect(throws: TensorError.emptyReduction(operation: "max")) { try softmax(Tensor.zeros([2, 0])) }
        #expect(try softmax(Tensor.zeros([0, 2])).shape == [0, 2])
    }

    @Test func algebraAndLayers() throws {
        let matrix = try Tensor([[1, 2], [3, 4]])
        #expect(throws: TensorError.shapeMismatch([3], [2], operation: "dot")) { try dotProduct(row, pair) }
        #expect(throws: TensorError.shapeMismatch([2, 2], [3], operation: "matmul")) { try matrixVectorProduct(matrix, row) }
        #expect(throws: TensorError.shapeMismatch([2], [2, 2], operation: "matrix product")) { try matrixProduct(pair, matrix) }
        #expect(throws: TensorError.unexpectedShape([2], expected: "a square matrix", operation: "trace")) { try trace(pair) }
        #expect(throws: TensorError.shapeMismatch([2, 2], [3], operation: "dense layer")) { try dense(pair, weight: matrix, bias: row) }
        #expect(throws: TensorError.singular(operation: "solve")) {
            try leastSquares(Tensor([[1, 2], [2, 4], [3, 6]]), row)
        }
        #expect(throws: TensorError.invalidArgument("order 0.5 is below 1", operation: "norm")) { try vectorNorm(row, 0.5) }
    }
}
