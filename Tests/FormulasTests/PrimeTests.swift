import Formulas
import Testing

/// A prime on a known function is its derivative; it neither names nor defines the function.
@Suite struct PrimeTests {
    @Test(arguments: [
        #"\tanh'(x) = 1 - \tanh^2(x)"#, #"\operatorname{sigmoid}'(x) = 1"#, #"sigmoid'(x) = 1"#, #"\exp'(x) = \exp(x)"#,
        #"\tanh^2(x) = 1"#,
    ])
    func definesNothing(_ latex: String) throws {
        let reading = read(latex)
        #expect(reading.statements.allSatisfy { $0.definition == nil })
        let statement = try #require(reading.statements.first)
        #expect(statement.sides.allSatisfy { $0.expression != nil }, "\(statement.sides.map { $0.reason })")
    }

    @Test func aDerivativeOfSeveralVariablesIsNotRead() throws {
        let statement = try #require(read(#"\operatorname{softmax}'(x) = 1"#).statements.first)
        #expect(statement.definition == nil)
        #expect(statement.sides.first?.expression == nil)
    }
}
