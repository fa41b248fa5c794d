import Checks
import Source
import Testing

/// Definitions that no words speak of, known by what they compute.
@Suite struct RecognitionTests {
    private func entry(_ text: String) -> String? {
        let statements = NoteRun.record(text).formulas.flatMap(\.statements)
        return statements.last { $0.tie != nil && $0.outcome == .verified }?.implementation
    }

    @Test(arguments: [
        (#"$$q = \frac{1}{1 + e^{-r}}$$"#, "sigmoid"),
        (#"$$h(t) = \max(0, t)$$"#, "relu"),
        (#"$$u_k = \frac{e^{c_k}}{\sum_j e^{c_j}}$$"#, "softmax"),
        (#"$$r = \sqrt{\sum_{i=1}^{n} (a_i - b_i)^2}$$"#, "euclidean-distance"),
        (#"$$g = \log \frac{s}{1 - s}$$"#, "logit"),
    ])
    func whatNothingComputesByAccidentNeedsNoName(text: String, expected: String) {
        #expect(entry("Some words.\n\n" + text) == expected)
    }

    @Test(arguments: [
        (#"$$Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]}$$"#, "dense"),
        (#"$$z^{[1]} = W^{[1]} x + b^{[1]}$$"#, "dense"),
        (#"$$z = w^\top x + b$$"#, "linear-prediction"),
        (#"$$\boldsymbol{O}_t = \boldsymbol{H}_t \boldsymbol{W}_{hq} + \boldsymbol{b}_q$$"#, "dense"),
        (#"$$\hat\mu = \frac{1}{n} \sum_{i=1}^{n} x_i$$"#, "mean"),
    ])
    func whatIsPlainNeedsItsUsualNames(text: String, expected: String) {
        #expect(entry("Some words.\n\n" + text) == expected)
    }

    @Test(arguments: [
        // Shares, scales and shifts of other things.
        #"Maximum likelihood and posterior are other matters. $$\beta = \beta_0 / m$$"#,
        #"The mean of means, for a batch normalization: $$\mu = \mathbb{E}[\mu_B]$$"#,
        #"$$m = \frac{a + b}{2}$$"#, #"$$h = \frac{b - a}{n}$$"#, #"$$x = \frac{a}{a + b}$$"#, #"$$d_k = h / n_h$$"#,
        // What a function means is said before: here it vanishes at two places.
        #"$f(x) = w^\top x + b$ and $$f(u) = f(v) = 0$$"#,
        // A mean of equal terms is no activation.
        #"$$\phi_j = \frac{1}{m} \sum_{i=1}^{m} c$$"#,
    ])
    func nothingElseIsRecognised(text: String) {
        let statements = NoteRun.record(text).formulas.last?.statements ?? []
        #expect(statements.allSatisfy { $0.implementation == nil })
    }

    /// A wrong formula under the name of one entry is not excused as another.
    @Test func aNamedEntryIsNotReplaced() {
        #expect(NoteRun.findings("The hyperbolic tangent:\n\n$$f(x) = \\frac{1}{1 + e^{-x}}$$") == ["V001 3:3"])
    }
}

/// What texts of learning and statistics state, as they write it.
@Suite struct StatedEntryTests {
    private func entry(_ text: String) -> String? {
        let record = NoteRun.record(text)
        #expect(record.findings.isEmpty)
        return record.formulas.flatMap(\.statements).last { $0.tie != nil && $0.outcome == .verified }?.implementation
    }

    @Test(arguments: [
        (#"$$\alpha_m = \frac{1}{2} \ln \frac{1 - e_m}{e_m}$$"#, "adaboost-weight"),
        (#"$$G_t = r_{t+1} + \gamma G_{t+1}$$"#, "discounted-return"),
        (#"$$L = \min(r A, \text{clip}(r, 1 - \epsilon, 1 + \epsilon) A)$$"#, "clipped-objective"),
        (#"$$z = \frac{\bar x - \mu_0}{\sigma / \sqrt{n}}$$"#, "test-statistic"),
        (#"$$t = \frac{\bar x_1 - \bar x_2}{\sqrt{\frac{s_1^2}{n_1} + \frac{s_2^2}{n_2}}}$$"#, "test-statistic"),
        (#"$$\mathrm{BP} = \begin{cases} 1 & c > r \\ e^{1 - r/c} & c \le r \end{cases}$$"#, "brevity-penalty"),
        (#"$$x_t = \sqrt{\bar\alpha_t} x_0 + \sqrt{1 - \bar\alpha_t} \epsilon$$"#, "diffusion-forward"),
        (#"$$\tilde\beta_t = \frac{1 - \bar\alpha_{t-1}}{1 - \bar\alpha_t} \beta_t$$"#, "diffusion-posterior"),
        (#"$$\bar x = \frac{\sum_{i=1}^{n} w_i x_i}{\sum_{i=1}^{n} w_i}$$"#, "weighted-mean"),
        (#"$$\chi^2 = \sum_{i=1}^{k} \frac{(O_i - E_i)^2}{E_i}$$"#, "chi-square-statistic"),
        (#"$$p = \frac{a^\top b}{b^\top b} b$$"#, "vector-projection"),
        (#"$$\hat y = \sigma(w^\top x + b)$$"#, "logistic-regression"),
        (#"$$F_t = \sigma(X_t W_{xf} + H_{t-1} W_{hf} + b_f)$$"#, "recurrent-layer"),
        (#"$$H = -p_+ \log_2 p_+ - p_- \log_2 p_-$$"#, "binary-entropy"),
        (#"$$O = \text{softmax}\left(\frac{Q K^\top}{\sqrt{d_k}}\right) V W_o$$"#, "scaled-dot-product-attention"),
        (#"$$S = \frac{1}{N} \sum_{n=1}^{N} (\mathbf{x}_n - \bar{\mathbf{x}})(\mathbf{x}_n - \bar{\mathbf{x}})^\top$$"#, "covariance-matrix"),
    ])
    func isRecognised(text: String, expected: String) { #expect(entry("Some words.\n\n" + text) == expected) }

    /// Conventions that another convention would call wrong.
    @Test(arguments: [
        ("最小二乘法：\n\n$$w^* = (X X^\\top)^{-1} X y$$", "least-squares"),
        ("岭回归：\n\n$$w^* = (X X^\\top + \\lambda I)^{-1} X y$$", "ridge-regression"),
        ("卷积输出尺寸：\n\n$$N = (W - F + 2P) / S + 1$$", "convolution-output-size"),
    ])
    func isNoMistake(text: String, expected: String) { #expect(entry(text) == expected) }
}

/// New values from old ones of the same name.
@Suite struct InPlaceUpdateTests {
    private func entry(_ text: String) -> String? {
        let statements = NoteRun.record(text).formulas.flatMap(\.statements)
        return statements.last { $0.tie != nil && $0.outcome == .verified }?.implementation
    }

    @Test(arguments: [
        (#"$$v = \beta v + (1 - \beta) g$$"#, "momentum"),
        (#"$$v_{dW} := \beta v_{dW} + (1 - \beta) dW$$"#, "momentum"),
        (#"$$w := w - \alpha v$$"#, "gradient-descent"),
        (#"$$b = b - \alpha\, db$$"#, "gradient-descent"),
        (#"$$s \leftarrow \beta_2 s + (1 - \beta_2) g^2$$"#, "second-moment"),
        (#"$$S_{db} = \beta_2 S_{db} + (1 - \beta_2) db^2$$"#, "second-moment"),
        (#"$$w := w - \alpha \frac{g}{\sqrt{s} + \epsilon}$$"#, "adam-update"),
        (#"$$\theta \leftarrow \theta - \eta \frac{\hat m}{\sqrt{\hat v} + \epsilon}$$"#, "adam-update"),
        (#"$$m := \beta_1 m + (1 - \beta_1) g$$"#, "first-moment"),
    ])
    func areTied(text: String, expected: String) { #expect(entry("Adam, RMSProp, momentum.\n\n" + text) == expected) }

    /// The second moment averages squares.
    @Test(arguments: [#"$$v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t$$"#, #"$$v = \beta_2 v + (1 - \beta_2) g$$"#])
    func aSecondMomentOfPlainGradientsIsNone(text: String) { #expect(entry("Adam\n\n" + text) == nil) }
}
