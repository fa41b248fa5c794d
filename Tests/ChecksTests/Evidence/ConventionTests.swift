import Checks
import Source
import Testing

/// Names that everybody gives one meaning, where the note gives none.
@Suite struct ConventionTests {
    private func last(_ text: String) -> Outcome? {
        NoteRun.record(text).formulas.flatMap(\.statements).last { $0.outcome != .notation }?.outcome
    }

    @Test(arguments: [
        // A bar over data is their mean.
        (#"$$\frac{1}{n} \sum_{i=1}^n (x_i - \bar{x})^2 = \frac{1}{n} \sum_{i=1}^n x_i^2 - \bar{x}^2$$"#, Outcome.verified),
        (#"$$\sum_{i=1}^n (x_i - \bar{x}) = 0$$"#, .verified),
        // It is not where the note says something else.
        (#"Let $\bar{x} = 3$."# + "\n\n" + #"$$\sum_{i=1}^n (x_i - \bar{x}) = \sum_{i=1}^n x_i - n \bar{x}$$"#, .verified),
        // The size of a declared array is that size everywhere.
        (#"Let $x \in \mathbb{R}^d$."# + "\n\n" + #"$$\sum_{i=1}^d (x_i + 1) = \sum_{i=1}^d x_i + d$$"#, .verified),
    ])
    func areTakenForIt(text: String, expected: Outcome) {
        #expect(last(text) == expected)
        #expect(NoteRun.findings(text) == [])
    }

    @Test func aWrongLawOfTheMeanIsFound() {
        #expect(NoteRun.findings(#"$$\sum_{i=1}^n (x_i - \bar{x})^2 = \sum_{i=1}^n x_i^2 - \bar{x}^2$$"#) == ["V002 1:3"])
    }
}
