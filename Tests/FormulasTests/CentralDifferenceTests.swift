import Formulas
import Source
import Tensors
import Testing

@Suite struct CentralDifferenceTests {
    @Test func aDerivativeIsADifference() throws {
        let side = try #require(read(#"\frac{d}{dx} x^3 = 3x^2"#).statements.first?.sides.first?.expression)
        #expect(side.hasDerivative)
        let value = try side.evaluateByCentralDifferences([SymbolKey(plain: "x"): Tensor(2.0)], budget: Budget()).value
        // 3·2² = 12; rounding keeps a difference from being exact.
        let number = try #require(value.scalar)
        #expect(abs(number - 12) < 1e-7)
        #expect(number != 12)
    }
}
