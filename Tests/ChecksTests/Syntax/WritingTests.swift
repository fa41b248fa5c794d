import Checks
import Source
import Testing

/// Brackets and operands: what is certainly missing, and what only looks like it.
@Suite struct WritingTests {
    @Test(arguments: [
        #"$a = = b$"#, #"After that $b = a +$."#, #"$$f(x) = \frac{a +}{b}$$"#, #"$$y = \frac{1}{}$$"#, #"$$y = \sqrt{} + 1$$"#,
        #"$$s = \sum_{i=}^{n} x_i$$"#, #"$$s = (a \cdot) + 1$$"#, #"$$y = a \times / b$$"#, #"$$y = \cdot b$$"#,
        #"$$y = \max(a, )$$"#, #"$$\sum_{i=1}^{n} = 3$$"#, #"$$z = (a + b -) c$$"#, #"The bound is $x \le$."#,
        #"$$L = -\log(1 - )$$"#, #"$$s = \frac{e^{x} - e^{-}}{2}$$"#, #"$$f(x) = a (e^x - )$$"#, #"$$d = c (y - )^2$$"#,
    ])
    func operandsAreMissing(_ text: String) {
        #expect(NoteRun.record(text).findings.map(\.code.code) == ["N005"])
        #expect(NoteRun.outcomes(text) == [.malformed])
    }

    @Test(arguments: [
        (#"$$f(x) = (a + b$$"#, ["N004 1:10"]), (#"$$f(x) = \sqrt(2)$$"#, ["N004 1:15"]), (#"$$x^(2) + 1$$"#, ["N004 1:5"]),
        (#"$x \in (0.5]$"#, ["N004 1:12"]), (#"$$\frac{1}{1 + e^{-x})}$$"#, ["N004 1:22"]),
        (#"$$\hat{y} = W(x + b$$ where b is a bias"#, ["N004 1:14"]), (#"$$a_{(1} + b$$"#, ["N004 1:6"]),
    ])
    func bracketsHaveNoPartner(_ text: String, _ found: [String]) { #expect(NoteRun.findings(text) == found) }

    @Test(arguments: [
        #"of size $(*)$ or $( * )$, the product $\odot$, $(\odot)$, versions $\ge$ 3"#,
        #"where $a =$ `low` and $b =$ `high`"#, #"it must be $\leq$ the length, $n \leq$ the width"#,
        #"$H^{\otimes n}$, $A^{\circ b}$, $x^{*}$, $x^{+}$, $P(+ \mid T+)$, $f(a+) = 1$, $2\times$."#,
        #"$\langle f, g \rangle = <f, g> + <f, f> g$"#, #"$|0\rangle\langle 1|$ and $U(|a\rangle\langle b|) = c$"#,
        #"$[0, 1[$, $]0, 1]$, $]0, 1[$, $(0, 1]$, $[0, 1)$, $\lceil x \rfloor$"#, #"a matrix $(A \in R^{n \times n}$, symmetric)"#,
        #"the pair ($x$, $y)$"#, #"$$f \colon X \to Y, \quad (a, b) \mapsto a$$"#, #"slope of `a`$/2$"#,
        "$$\n\\begin{aligned}\na &= b + \\\\\n&\\quad c - \\sum_{i=1}^{n} \\\\\n& \\times d_i\n\\end{aligned}\n$$",
        "$$a = $$\n\n$$b + c$$", #"$$f = \{ \begin{array}{l} 1 \\ 2 \end{array}$$"#, #"$a \to$ b and $x \mathrel{+}= 1$, $i += 1$, `a` $->$ b"#,
        #"$$\underbrace{\left(x\right)}_{=m} + 1 = 2 \text{ or so}$$"#, #"$-x = + y$, $2^{-}$, $a = -b$, $a \cdot -1 = c$"#,
        #"$$N ={} & \text{batch size}$$"#.replacing("&", with: ""), #"$\text{a} * \log(\text{b}) - \text{a}$"#,
        #"$f(x_0-) = f(x_0+)$, $F(t -) = 1$"#, #"$e^{-} + e^{+} \to \gamma + \gamma$ with a rate $\propto E$"#, #"$\mathrm{Na}^{+} + e^{-}$"#,
        #"1) the value $f(x)$ and 2) the law $P(A)$"#, #"a) $g(x)$ b) $h(x, y)$ at ($x = 1$)"#,
    ])
    func nothingIsMissing(_ text: String) {
        #expect(NoteRun.record(text).findings.filter { ["N004", "N005"].contains($0.code.code) }.map { "\($0.code.code) \($0.start.column)" } == [])
    }
}
