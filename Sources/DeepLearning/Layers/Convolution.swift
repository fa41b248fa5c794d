import Tensors

/// ⌊(n + padding − kernel) / stride⌋ + 1, `padding` counted on both sides together.
///
/// Shapes: any that broadcast. Source: Dumoulin and Visin (2016).
public func convolutionOutputSize(
    _ n: Tensor, kernel: Tensor, padding: Tensor = 0, stride: Tensor = 1
) throws(TensorError) -> Tensor {
    try (n + padding - kernel).floorDivided(by: stride) + 1
}
