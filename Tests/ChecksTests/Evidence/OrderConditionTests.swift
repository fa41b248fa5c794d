import Formulas
import Tensors
import Testing

@testable import Checks

@Suite struct OrderConditionTests {
    /// Arrays that do not match, and empty ones, contradict nothing.
    @Test func comparesElementsOfWhatMatches() {
        let (pair, triple, none) = (Tensor([1.0, 2.0]), Tensor([1.0, 2.0, 3.0]), Tensor([Double]()))
        #expect(Relation.Kind.less.holds(pair, Tensor(3.0)) && !Relation.Kind.less.holds(pair, Tensor(2.0)))
        #expect(Relation.Kind.greaterOrEqual.holds(Tensor(2.0), pair) && !Relation.Kind.notEqual.holds(pair, Tensor(2.0)))
        #expect(Relation.Kind.less.holds(pair, triple))
        #expect(Relation.Kind.greater.holds(none, Tensor(1.0)) && Relation.Kind.greater.holds(Tensor(1.0), none))
    }
}
