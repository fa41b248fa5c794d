import Source
import Tensors
import Testing

@testable import Checks

@Suite struct AgreementTests {
    @Test(arguments: [
        (1.0, 1.0, 1.0, Comparison.agree(error: 0)), (1, 1 + 5e-10, 1, .agree(error: 5e-10)), (1, 1 + 1e-7, 1, .unclear),
        (1, 1.1, 200_000, .unclear), (.nan, 1, 1, .discarded), (.infinity, .infinity, 1, .discarded),
    ])
    func comparesRelativeToTheLargestIntermediate(a: Double, b: Double, magnitude: Double, expected: Comparison) {
        switch (Comparison.of(Tensor(a), Tensor(b), magnitude: magnitude), expected) {
        case (.agree(let x), .agree(let y)): #expect(abs(x - y) < 1e-15)
        case (let found, let expected): #expect(found == expected)
        }
    }

    @Test func differsBeyondAMillionth() {
        guard case .differ = Comparison.of(Tensor(1), Tensor(1.00001), magnitude: 1) else {
            Issue.record("1 and 1.00001 differ")
            return
        }
    }

    @Test func verifiedNeedsSixteenOverTwoSets() {
        var tally = Tally()
        for index in 0..<15 { tally.add(.agree(error: 0), dimensionSet: index % 2) }
        #expect(tally.verdict(sets: 2) == .unclear)
        tally.add(.agree(error: 0), dimensionSet: 0)
        #expect(tally.verdict(sets: 2) == .verified)
        tally.add(.unclear, dimensionSet: 0)
        #expect(tally.verdict(sets: 2) == .unclear)
        var oneSet = Tally()
        for _ in 0..<16 { oneSet.add(.agree(error: 0), dimensionSet: 0) }
        #expect(oneSet.verdict(sets: 2) == .unclear)
        #expect(oneSet.verdict(sets: 1) == .verified)
    }

    @Test func differsNeedsThreeOfFive() {
        var tally = Tally()
        for _ in 0..<3 { tally.add(.differ(error: 1), dimensionSet: 0) }
        #expect(tally.verdict(sets: 1) == .unclear)
        tally.add(.agree(error: 0), dimensionSet: 0)
        tally.add(.agree(error: 0), dimensionSet: 0)
        #expect(tally.verdict(sets: 1) == .differs)
    }

    @Test(arguments: [
        (0.66524, 0.6652, 4, PrintedDecimals.Verdict.same), (0.66525, 0.6652, 4, .same), (0.66529, 0.6652, 4, .unclear),
        (0.6654, 0.6652, 4, .different), (2.71828, 2.72, 2, .same), (2.71828, 2.71, 2, .unclear),
    ])
    func comparesAsPrinted(value: Double, printed: Double, decimals: Int, expected: PrintedDecimals.Verdict) {
        #expect(PrintedDecimals.compare(value, printed: printed, decimals: decimals) == expected)
    }

    @Test(arguments: [("0.6652", 4), ("[0.09, 0.2447]", 2), ("3", 0), ("1e-4", nil), ("ones(3)", nil)] as [(String, Int?)])
    func countsDecimals(text: String, decimals: Int?) { #expect(PrintedDecimals.decimals(in: text) == decimals) }

    @Test(arguments: [
        ("1\n2 3", "1 2\n3", true), ("[0.09 0.24]", "[0.0900 0.2447]", true), ("0.26", "0.2447", false),
        ("loss 1.5", "cost 1.5", true), ("[1 2 3]", "[1 2 4]", false), ("1e-3", "0.001", true),
    ])
    func comparesOutput(stated: String, printed: String, holds: Bool) {
        var isDifferent = false
        if case .different = OutputComparison.compare(stated: stated, printed: printed) { isDifferent = true }
        #expect(isDifferent == !holds)
    }

    @Test func dimensionsGetDistinctSizes() {
        var sizes = DimensionSizes()
        for name in ["n", "m", "k"] { sizes.add(.named(name)) }
        sizes.unify(.named("k"), .template("q"))
        #expect(sizes.setCount > 1)
        for set in 0..<3 {
            let chosen = sizes.sizes(set: set)
            #expect(Set([chosen[.named("n")], chosen[.named("m")], chosen[.named("k")]]).count == 3)
            #expect(chosen[.named("k")] == chosen[.template("q")])
        }
        sizes.unify(.named("n"), .fixed(2))
        #expect(sizes.sizes(set: 1)[.named("n")] == 2)
        sizes.unify(.named("n"), .fixed(3))
        #expect(sizes.hasConflict)
    }

    @Test func hintsNameTheMistake() {
        let x: [Double] = [0.5, -1, 2]
        #expect(Hint.words(x.map { (Tensor(-$0), Tensor($0)) }) == "the sign is flipped")
        #expect(Hint.words(x.map { (Tensor($0 / 2), Tensor($0)) }) == "the value is 0.5 times the right one everywhere")
        #expect(Hint.words(x.map { (Tensor(1 / $0), Tensor($0)) }) == "numerator and denominator are swapped")
        #expect(Hint.words(x.map { (Tensor($0), Tensor($0 * $0)) }) == "a square is missing")
        #expect(Hint.words(x.map { (Tensor($0), Tensor($0 * $0 * $0)) }) == nil)
    }
}
