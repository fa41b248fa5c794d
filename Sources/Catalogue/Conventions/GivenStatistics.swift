import Tensors

extension Variant {
    /// γ ⊙ (x − μ) / √(σ² + ε) + β: what batch and layer normalisation come to once the statistics are named.
    static let givenStatistics = Variant(
        "statistics", "mean and standard deviation given",
        parameters: [
            .init("x", shape: .any), .init("mu", symbols: ["mu_hat_B", "mu_B"], shape: .any),
            .init("sigma", symbols: ["sigma_hat_B", "sigma_B"], shape: .any, domain: .positive), .init("gamma", default: 1),
            .init("beta", default: 0), .init("epsilon", default: 0, domain: .interval(0, 1e-3)),
        ],
        result: .any, sample: [Tensor([1, 2, 3]), 2, 0.8, 1, 0, 0]
    ) { (a) throws(TensorError) in
        try a[3] * (a[0] - a[1]) / (a[2].square() + a[5]).sqrt() + a[4]
    }
}
