import Source
import Testing

/// Definitions with sums and integrals of their own, put in place of their names.
@Suite struct InlinedDefinitionTests {
    @Test(arguments: [
        "$$s = a_1 + a_2 + \\cdots + a_n$$\n\n$$t = 2 s + s^2$$\n\n$$\\frac{\\partial t}{\\partial a_1}$$\n",
        "$$f(x) = 1 + x + x^2 + \\cdots + x^n$$\n\n$$g = f(2) + f(3)$$\n",
        "$$h(x) = \\int_0^1 3 \\, dt + x$$\n\n$$k(x) = h(x) + \\lim_{y \\to 0} 2$$\n\n$$m = k(1)$$\n",
    ])
    func keepTheirBounds(_ text: String) {
        let outcomes = NoteRun.outcomes(text)
        #expect(outcomes.count > 1)
        #expect(outcomes.allSatisfy { $0 >= .evaluated }, "\(outcomes)")
    }

    /// 3 + 2 = 5.
    @Test func theirValuesAreRight() {
        #expect(NoteRun.outcomes("$$h(x) = \\int_0^1 3 \\, dt + x$$\n\n$$h(2) = 5$$\n").last == .verified)
    }
}
