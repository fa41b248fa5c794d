import DeepLearning
import Tensors
import Testing

@Suite struct SoftmaxTests {
    @Test func largeValuesDoNotOverflow() throws {
        #expect(try softmax(Tensor([1000, 1000])) == Tensor([0.5, 0.5]))
    }
}
