import Tensors

/// The variance of Glorot's (Xavier's) initial weights: 2 / (n_in + n_out). Source: Glorot and Bengio (2010).
public func xavierVariance(_ inputs: Tensor, _ outputs: Tensor) throws(TensorError) -> Tensor {
    try 2 / (inputs + outputs)
}

/// The bound a of Glorot's uniform initial weights on [−a, a]: √(6 / (n_in + n_out)).
public func xavierBound(_ inputs: Tensor, _ outputs: Tensor) throws(TensorError) -> Tensor {
    try (6 / (inputs + outputs)).sqrt()
}

/// The variance of He's initial weights: 2 / n_in. Source: He et al. (2015).
public func heVariance(_ inputs: Tensor) throws(TensorError) -> Tensor { try 2 / inputs }
