import Checks
import Source
import Testing

/// Conditions on indices behind, or before, what is claimed for them.
@Suite struct IndexConditionTests {
    private let softmax = #"$$a_i = \frac{e^{z_i}}{\sum_k e^{z_k}}$$"#

    @Test(arguments: [
        #"\frac{\partial a_i}{\partial z_j} = a_i (1 - a_i), \quad i = j"#, #"\frac{\partial a_i}{\partial z_j} = -a_i a_j, \quad i \ne j"#,
        #"\frac{\partial a_i}{\partial z_j} = -a_i a_j \quad (i \ne j)"#, #"\text{if } i = j: \frac{\partial a_i}{\partial z_j} = a_i (1 - a_i)"#,
        #"\text{when } i \ne j, \quad \frac{\partial a_i}{\partial z_j} = -a_i a_j"#,
    ])
    func rightCases(_ latex: String) {
        let text = "\(softmax)\n\n$$\(latex)$$"
        #expect(NoteRun.findings(text) == [])
        #expect(NoteRun.outcomes(text).last == .verified)
    }

    @Test(arguments: [#"\frac{\partial a_i}{\partial z_j} = a_i a_j, \quad i \ne j"#, #"\frac{\partial a_i}{\partial z_j} = a_i, \quad i = j"#])
    func wrongCases(_ latex: String) {
        #expect(NoteRun.record("\(softmax)\n\n$$\(latex)$$").findings.map(\.code.code) == ["V004"])
    }

    @Test func aFunctionNamedTwiceIsNotHeldToTheLast() {
        let text = """
            $a = g(z) = \\frac{1}{1 + e^{-z}}$

            $g(z) = \\tanh z$

            The third one, as before:

            $$g'(z) = \\begin{cases} 0 & \\text{if z<0} \\\\ 1 & \\text{if z>=0} \\end{cases}$$
            """
        #expect(NoteRun.findings(text) == [])
    }
}
