import Source
import TestSupport
import Testing

@testable import Checks

/// Derivatives by a mark, series with dots, rules that approximate.
@Suite struct CalculusTests {
    private func outcomes(_ text: String) -> [String] {
        NoteRun.record(text).formulas.flatMap(\.statements).filter { $0.outcome != .notation }.map { "\($0.outcome)" }
    }

    @Test(arguments: [
        #"$(\sin x)' = \cos x$"#, #"$(x^n)' = n x^{n-1}$"#, #"$(a^x)^{\prime} = a^x \ln a$"#, #"$(C)' = 0$"#, #"$\left(\frac{1}{x}\right)'' = \frac{2}{x^3}$"#,
        #"$(uv)' = u'v + uv'$"#, #"$\left(\frac{u}{v}\right)' = \frac{u'v - uv'}{v^2}$"#, #"$(u \pm v)' = u' \pm v'$"#,
        #"$[f(g(x))]' = f'(g(x))\,g'(x)$"#, #"$(cf(x))' = cf'(x)$"#,
        #"$f(x,y) = x^2y + y^3$, $f_x = 2xy$, $f_{xy} = 2x$"#,
        #"$y = x^3 - 2x$, $y' = 3x^2 - 2$, $y'' = 6x$"#,
        #"$e^x = 1 + x + \frac{x^2}{2!} + \frac{x^3}{3!} + \cdots$"#, #"$\sin x = x - \frac{x^3}{3!} + \frac{x^5}{5!} - \cdots$"#,
        #"$\ln(1+x) = x - \frac{x^2}{2} + \frac{x^3}{3} - \cdots$"#, #"$\frac{1}{1-x} = 1 + x + x^2 + \cdots$"#,
        #"$f'(x) \approx \frac{f(x+h)-f(x)}{h}$"#, #"$f'(x) \approx \frac{f(x+h)-f(x-h)}{2h}$"#, #"$f''(x) \approx \frac{f(x+h)-2f(x)+f(x-h)}{h^2}$"#,
        #"$\int_a^b f(x)\,dx \approx \frac{b-a}{2}[f(a)+f(b)]$"#, #"$\int_a^b f(x)\,dx \approx \frac{b-a}{6}\left[f(a)+4f\left(\frac{a+b}{2}\right)+f(b)\right]$"#,
        #"$\ell(\mu,\sigma^2) = -\frac n2\log(2\pi\sigma^2)-\frac{1}{2\sigma^2}\sum_{i=1}^n(x_i-\mu)^2$, $\frac{\partial\ell}{\partial\sigma^2} = -\frac{n}{2\sigma^2}+\frac{1}{2\sigma^4}\sum_{i=1}^n(x_i-\mu)^2$"#,
    ])
    func whatHoldsIsVerified(text: String) {
        #expect(outcomes(text).filter { $0 != "evaluated" }.allSatisfy { $0 == "verified" } && outcomes(text).contains("verified"))
        #expect(outcomes(text).last == "verified")
        #expect(NoteRun.findings(text) == [])
    }

    @Test(arguments: [
        (#"$(\cos x)' = \sin x$"#, "V004"), (#"$(x^n)' = x^{n-1}$"#, "V004"), (#"$(uv)' = u'v - uv'$"#, "V004"),
        (#"$f(x,y) = x^2y + y^3$, $f_x = 2x + y$"#, "V002"),
        (#"$e^x = 1 + x + \frac{x^2}{3} + \cdots$"#, "V009"), (#"$\cos x = 1 + \frac{x^2}{2!} + \cdots$"#, "V009"),
        (#"$f'(x) \approx \frac{f(x+h)-f(x-h)}{h}$"#, "V009"), (#"$\int_a^b f(x)\,dx \approx \frac{b-a}{3}[f(a)+f(b)]$"#, "V009"),
    ])
    func whatIsWrongIsFound(text: String, code: String) {
        #expect(NoteRun.record(text).findings.map(\.code.code) == [code])
    }

    /// Primes that transpose, or name another value; sums that go on without an end.
    @Test(arguments: [
        #"$(X'X)' = X'X$"#, #"$\hat\beta = (X'X)^{-1}X'y$"#, #"$(AB)' = B'A'$"#,
        #"$y=\sin x \sim y'=\cos x$, $y=\cos x \sim y'=-\sin x$"#,
        #"$y = x^2$ and, after a shift, $y' = x^2 + 1$."#,
        #"$G_t = R_{t+1} + \gamma R_{t+2} + \gamma^2 R_{t+3} + \cdots$, so $G_t = R_{t+1} + \gamma G_{t+1}$."#,
        #"$x = x_1 + x_2 + \cdots$"#,
    ])
    func nothingIsSaidOfOtherMarks(text: String) { #expect(NoteRun.findings(text) == []) }
}
