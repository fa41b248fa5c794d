import Checks
import Formulas
import Source
import Tensors
import Testing

/// Derivatives by a tape and by central differences.
@Suite struct GradientTests {
    @Test(arguments: [
        #"\frac{d}{dx} x^3 = 3x^2"#, #"\frac{\partial}{\partial x} \log(1 + e^x) = \frac{1}{1 + e^{-x}}"#,
        #"\nabla_{\mathbf{x}} \sum_{i=1}^{n} x_i^2 = 2 \mathbf{x}"#, #"\frac{d}{dx} \sin x = \cos x"#,
        #"\frac{d}{dx} \frac{d}{dx} x^3 = 6x"#,
    ])
    func rightOnesAreVerified(_ latex: String) {
        #expect(NoteRun.findings("$\(latex)$") == [])
        #expect(NoteRun.outcomes("$\(latex)$") == [.verified])
    }

    @Test(arguments: [#"\frac{d}{dx} x^3 = 2x^2"#, #"\frac{d}{dx} \sin x = -\cos x"#])
    func wrongOnesAreRefuted(_ latex: String) {
        #expect(NoteRun.record("$\(latex)$").findings.map(\.code.code) == ["V004"])
    }

    /// A gradient is claimed everywhere, not only at the place that an earlier line says its variable has.
    @Test func theVariableIsFree() {
        let note = #"""
            $$w = (X^\top X)^{-1} X^\top y$$

            $$L(w) = (Xw-y)^\top (Xw-y)$$

            $$\nabla_w L(w) = X^\top (Xw-y)$$
            """#
        #expect(NoteRun.record(note).findings.map(\.code.code) == ["V004"])
        #expect(NoteRun.findings(note.replacing(#"= X^\top (Xw-y)"#, with: #"= 2 X^\top (Xw-y)"#)) == [])
    }
}
