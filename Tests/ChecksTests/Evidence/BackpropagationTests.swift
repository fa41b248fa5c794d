@testable import Checks
import Formulas
import Source
import Testing

/// Derivatives of a cost that the note leaves open, by its lines on how the cost comes about.
@Suite struct BackpropagationTests {
    private static let network = "For every layer $z^l = W^l a^{l-1} + b^l$ and $a^l = \\sigma(z^l)$. The error is $\\delta^l = \\frac{\\partial C}{\\partial z^l}$.\n\n"

    private func outcome(_ formula: String, after lines: String = network) -> String? {
        NoteRun.outcomes(lines + "$$" + formula + "$$\n").last?.rawValue
    }

    @Test(arguments: [
        "\\delta^l = \\left((W^{l+1})^\\top \\delta^{l+1}\\right) \\odot \\sigma'(z^l)",
        "\\delta_j^l = \\sum_k w_{kj}^{l+1} \\delta_k^{l+1} \\sigma'(z_j^l)",
        "\\delta^L = \\nabla_a C \\odot \\sigma'(z^L)",
        "\\delta^L_j = \\frac{\\partial C}{\\partial a^L_j} \\sigma'(z^L_j)",
        "\\frac{\\partial C}{\\partial W^l} = \\delta^l (a^{l-1})^\\top",
        "\\frac{\\partial C}{\\partial w^l_{jk}} = a^{l-1}_k \\delta^l_j",
        "\\frac{\\partial C}{\\partial b^l} = \\delta^l",
        "\\frac{\\partial C}{\\partial a^{l-1}} = (W^l)^\\top \\delta^l",
        "\\frac{\\partial C}{\\partial z_j^l} = \\sum_k \\frac{\\partial C}{\\partial z_k^{l+1}} \\frac{\\partial z_k^{l+1}}{\\partial z_j^l}",
    ])
    func isVerifiedByOneBackwardPass(_ formula: String) {
        #expect(outcome(formula) == "verified")
    }

    @Test(arguments: [
        "\\delta^l = \\left(W^{l+1} \\delta^{l+1}\\right) \\odot \\sigma'(z^l)",
        "\\delta_j^l = \\sum_k w_{kj}^{l+1} \\delta_k^{l+1} \\sigma(z_j^l)",
        "\\frac{\\partial C}{\\partial w^l_{jk}} = a^l_k \\delta^l_j",
        "\\frac{\\partial C}{\\partial b^l} = a^{l-1} \\odot \\delta^l",
        "\\frac{\\partial C}{\\partial a^{l-1}} = (W^l)^\\top \\delta^{l+1}",
    ])
    func doesNotVerifyAnythingElse(_ formula: String) {
        #expect(outcome(formula) != "verified")
    }

    @Test func oneSlipIsNamed() {
        #expect(NoteRun.findings(Self.network + "$$\\frac{\\partial C}{\\partial w^l_{jk}} = -a^{l-1}_k \\delta^l_j$$\n") == ["V004 3:3"])
    }

    @Test func layersAreCountedInBracketsToo() {
        let lines = "$$z^{(l+1)} = W^{(l)} a^{(l)} + b^{(l)}$$\n\n$$a^{(l+1)} = f(z^{(l+1)})$$\n\n$$\\delta^{(l)}_i = \\frac{\\partial}{\\partial z_i^{(l)}} J(W, b; x, y)$$\n\n"
        #expect(outcome("\\nabla_{W^{(l)}} J(W, b; x, y) = \\delta^{(l+1)} (a^{(l)})^\\top", after: lines) == "verified")
        #expect(outcome("\\delta^{(l)} = \\left((W^{(l)})^\\top \\delta^{(l+1)}\\right) \\odot f'(z^{(l)})", after: lines) == "verified")
    }

    /// A cost that is known has the derivatives that it has, not any.
    @Test func knownCostCounts() {
        let lines = "With $\\hat{y} = w x + b$ and $r = \\hat{y} - y$ the loss is $$L = \\frac{1}{2} r^2$$\n\n"
        #expect(outcome("\\frac{\\partial L}{\\partial w} = r x", after: lines) == "verified")
        #expect(outcome("\\frac{\\partial L}{\\partial w} = 2 r x", after: lines) == "refuted")
    }

    @Test(arguments: ["z^l", "a^{l-1}", "W^{[l]}", "b^{(l+1)}", "h^{<t-1>}", "h_{t+1}", "a^{[2]}"])
    func namesOfLayersGoThereAndBack(_ latex: String) throws {
        let key = SymbolKey(latex: latex)
        #expect(try #require(LayerName(key)).key == key)
    }
}
