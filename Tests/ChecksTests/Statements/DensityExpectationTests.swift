import Checks
import Source
import Testing

/// Expectations under densities and conditions.
@Suite struct DensityExpectationTests {
    @Test(arguments: [
        #"\int q(z) \log \frac{p(x, z)}{q(z)} dz = E_{q(z)}[\log \frac{p(x, z)}{q(z)}]"#,
        #"E[X + a Y \mid Z = z, W = w] = E[X \mid Z = z, W = w] + a E[Y \mid Z = z, W = w]"#,
    ])
    func laws(_ latex: String) {
        #expect(NoteRun.findings("$$\(latex)$$") == [])
        #expect(NoteRun.outcomes("$$\(latex)$$") == [.verified])
    }

    /// Right under conditions that nobody needs to write, or of functions that nothing defines: nothing is said.
    @Test(arguments: [
        #"E[X \mid Y = y] = E[X]"#, #"E[t \mid \mathbf{x}] = \int t\, p(t \mid \mathbf{x})\, dt"#, #"V(s) = E[R + \gamma V(S) \mid S_t = s]"#,
        #"E_{z \mid x, \theta}[\log p(x, z \mid \theta)] = Q"#,
    ])
    func saysNothing(_ latex: String) {
        #expect(NoteRun.findings("$$\(latex)$$") == [])
        #expect(NoteRun.outcomes("$$\(latex)$$") == [.evaluated])
    }

    @Test func aSystemOfEquationsIsSeveralStatements() {
        #expect(NoteRun.record(#"$$\begin{cases} a = 2 b \\ c = 3 a \end{cases}$$"#).formulas.first?.statements.count == 2)
    }
}
