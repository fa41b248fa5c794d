import Checks
import Source
import Testing

/// Laws of densities hold of every distribution.
@Suite struct WholeIntegralTests {
    @Test(arguments: [
        #"\int p(x)\,dx = 1"#, #"p(x) = \int_z p(x, z)\,dz"#, #"\log p(x) = \log \int q(z) \frac{p(x, z)}{q(z)} dz"#,
        #"KL(p||q) = \sum_i p(i) \log \frac{p(i)}{q(i)}"#, #"KL(p(x)||q(x)) = \int p(x) \log \frac{p(x)}{q(x)} dx"#, #"JS(p||q) = JS(q||p)"#,
        #"\nabla_\theta \sum_\tau P_\theta(\tau) R(\tau) = \sum_\tau P_\theta(\tau) \nabla_\theta \log P_\theta(\tau) R(\tau)"#,
    ])
    func laws(_ latex: String) {
        #expect(NoteRun.findings("$$\(latex)$$") == [])
        #expect(NoteRun.outcomes("$$\(latex)$$") == [.verified])
    }

    @Test(arguments: [#"KL(p||q) = \sum_i q(i) \log \frac{p(i)}{q(i)}"#, #"KL(p||q) = KL(q||p)"#])
    func whatIsNoLaw(_ latex: String) {
        #expect(NoteRun.outcomes("$$\(latex)$$") != [.verified])
    }
}
