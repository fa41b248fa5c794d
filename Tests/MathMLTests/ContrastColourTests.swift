import Testing

@testable import MathML

/// Values from Tests/Reference/mathml/colours.py.
struct ContrastColourTests {
    @Test(arguments: [("#ffff00", 0.9278), ("#000080", 0.015585128108223528), ("#808080", 0.21586050011389923), ("#12ab9f", 0.31757621432161465)])
    func luminanceIsThatOfWCAG(colour: String, expected: Double) throws {
        #expect(abs(try #require(ContrastColour.luminance(colour)) - expected) < 1e-12)
    }

    @Test(arguments: [
        ("yellow", "black"), ("navy", "white"), ("Navy", "white"), ("#000", "white"), ("#fff", "black"), ("rgb(0, 0, 128)", "white"),
        ("rgb(255,255,0)", "black"), ("#gg0000", "black"), ("", "black"),
    ])
    func textReadsOnItsBackground(colour: String, expected: String) {
        #expect("\(ContrastColour.on(colour))" == expected)
    }
}
