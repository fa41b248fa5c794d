import Checks
import Source
import Testing

/// Known formulas of functions that nothing defines, or whose names mean something else elsewhere in the note.
@Suite struct StandaloneTests {
    private func entry(_ text: String) -> String? {
        let record = NoteRun.record(text)
        #expect(record.findings.isEmpty)
        return record.formulas.flatMap(\.statements).last { $0.tie != nil && $0.outcome == .verified }?.implementation
    }

    @Test(arguments: [
        ("Entropy: $$H(X) = -\\Sigma_{x \\in X}\\ p(x) log\\ p(x)$$", "entropy"),
        ("KL divergence: $$D_{KL}(P \\| Q) = \\sum_{x \\in \\mathcal{X}} P(x) \\log \\frac{P(x)}{Q(x)}$$", "kl-divergence"),
        ("交叉熵: $$H(p, q) = -\\sum_{x} p(x) \\log q(x)$$", "cross-entropy"),
        ("Cross entropy of $P$ and $Q$: $$H(P, Q) = -\\sum_{i} P(i) \\log Q(i)$$", "cross-entropy"),
        ("均方误差: $$J(\\theta) = \\frac{1}{m} \\sum_{i=1}^m (h_\\theta(x^{(i)}) - y^{(i)})^2$$", "mean-squared-error"),
        ("Boosting with AdaBoost: $$D_{t+1}(i) = \\frac{D_t(i) \\exp(-\\alpha_t y_i h_t(x_i))}{Z_t}$$", "adaboost-reweighting"),
        ("The exponential loss: $$\\mathcal{L}(F) = \\sum_{i=1}^{N} \\exp(-y_i F(x_i))$$", "exponential-loss"),
        ("PPO: $$L(\\theta) = \\min\\left[ r_t(\\theta) A_t, \\mathrm{clip}(r_t(\\theta), 1 - \\epsilon, 1 + \\epsilon) A_t \\right]$$", "clipped-objective"),
        ("Softmax: $$P(y = k | x) = \\frac{e^{f_k(x)}}{\\sum_{j=1}^K e^{f_j(x)}}$$", "softmax"),
        ("Positional encoding: $$PE_{(pos, 2i)} = \\sin\\left(\\frac{pos}{10000^{2i/d}}\\right)$$", "positional-encoding"),
        ("An RNN: $$H_t = \\phi(X_t W_{xh} + H_{t-1} W_{hh} + b_h)$$", "recurrent-layer"),
    ])
    func knownFormulasAreRecognised(text: String, expected: String) {
        #expect(entry(text) == expected)
    }

    @Test(arguments: [
        "KL divergence: $$D(P, Q) = \\sum_{x \\in \\mathcal{X}} P(x) \\log \\frac{Q(x)}{P(x)}$$",
        "Entropy: $$H(X) = \\sum_{x} p(x) \\log p(x)$$",
        "Boosting with AdaBoost: $$D_{t+1}(i) = \\frac{D_t(i) \\exp(\\alpha_t y_i h_t(x_i)^2)}{Z_t}$$",
        "PPO: $$L(\\theta) = \\max\\left[ r_t(\\theta) A_t, \\mathrm{clip}(r_t(\\theta), 1 - \\epsilon, 1 + \\epsilon) A_t \\right]$$",
        "Softmax: $$P(y = k | x) = \\frac{e^{f_k(x)}}{\\sum_{j=1}^K e^{g_j(x)}}$$",
        // The functions of one letter differ.
        "Softmax: $$P(y = k | x) = \\frac{e^{f(x_k)}}{\\sum_{j=1}^K e^{f(y_j)}}$$",
        // Two numbers are anything.
        "Ridge penalty: $\\frac{\\lambda}{2} w^2$. The noise: $$\\operatorname{Var}(\\epsilon_i) = \\sigma^2$$",
        "TF-IDF. The odds: $$\\ln z = \\ln \\frac{p(y = 1 | x)}{p(y = 0 | x)}$$",
    ])
    func othersAreNot(text: String) {
        let statements = NoteRun.record(text).formulas.last?.statements ?? []
        #expect(!statements.isEmpty && statements.allSatisfy { $0.outcome != .verified })
    }
}
