import Tensors

extension Implementation {
    static let gatedInterpolation = Implementation(
        "gated-interpolation", title: Title("Hidden state of a GRU", "GRU 隐状态"),
        aliases: ["GRU hidden state", "GRU 更新"],
        topics: ["GRU", "门控循环单元", "gated recurrent unit"],
        equation: #"H_t = Z_t \odot H_{t-1} + (1 - Z_t) \odot \tilde{H}_t"#,
        parameters: [
            Parameter("z", symbols: ["Z_t", "z_t"], shape: .any),
            Parameter("h", symbols: ["H_t-1", "h_t-1"], shape: .any),
            Parameter("n", symbols: ["H_tilde_t", "h_tilde_t", "n_t"], shape: .any),
        ],
        result: .any, isElementwise: true,
        variants: [
            Variant("keep", "z keeps the old state") { (a) throws(TensorError) in try a[0] * a[1] + (1 - a[0]) * a[2] },
            Variant("take", "z takes the new state") { (a) throws(TensorError) in try (1 - a[0]) * a[1] + a[0] * a[2] },
        ],
        sample: [Tensor([0.5]), Tensor([1]), Tensor([0.2])],
        stressSamples: [[Tensor([0, 1]), Tensor([1e200, 2]), Tensor([3, -1e200])]],
        properties: [.affine, .argument(1, .affine), .argument(2, .affine)],
        isOpen: true,
        source: "Cho et al. (2014), Learning phrase representations using RNN encoder-decoder")
}
