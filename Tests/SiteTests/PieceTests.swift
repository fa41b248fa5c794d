import Checks
import Source
import Tensors
import Testing

@testable import Site

@Suite struct PieceTests {
    // MARK: Values

    @Test(arguments: [
        (JSONValue.number(0.66524095838), "0.665241"), (.array([1, 2.5, -3]), "[1, 2.5, -3]"),
        (.array([.array([1, 2]), .array([3, 4])]), "[[1, 2], [3, 4]]"), (.array([]), "[]"), (.bool(true), "true"),
        (.string("NaN"), "NaN"), (.string("words"), "words"), (.array([.array([1]), 2]), "[[1],2]"),
        (.array((0..<20).map { .integer($0) }), "[0, 1, 2, 3, 4, 5, 6, …, 19]"), (.array([1, 1e-14]), "[1, 0]"),
        (.null, "null"),
    ])
    func valuesAsText(value: JSONValue, expected: String) {
        #expect(ShownValue(value).text == expected)
    }

    @Test func largeArraysAreCut() throws {
        let tensor = try Tensor(shape: [100, 100], elements: (0..<10_000).map(Double.init))
        let shown = ShownValue(tensor)
        #expect(shown.shapeText == "[100, 100]")
        #expect(shown.text.utf8.count < 300)
        var html = HTMLWriter()
        shown.write(to: &html)
        #expect(html.out.bytes.count < 2_000)
    }

    // MARK: Names

    @Test(arguments: [
        ("y_hat", "<var>y\u{302}</var>"), ("alpha", "<var>α</var>"), ("n_in", "<var>n<sub>in</sub></var>"),
        ("x_bar_1", "<var>x\u{304}<sub>1</sub></var>"), ("_", "<var>_</var>"), ("<b>", "<var>&lt;b&gt;</var>"),
    ])
    func symbols(name: String, expected: String) {
        var html = HTMLWriter()
        SymbolName(name).write(to: &html)
        #expect(html.out.string == expected)
    }

    // MARK: Code

    @Test(arguments: [
        "def f(x):\n    return x ** 2  # square\n", "s = '''a\nb", "x = 'open\ny = 1", "@cache\ndef g(): ...", "1e-5 0xFF 1_000j .5",
        "rb'\\'' f\"{x!r:>{w}}\" \"\\", "名字 = 1", "", "\\", "a.print(b).def", "\r\n'x\r\ny",
    ])
    func highlightingKeepsEveryByte(code: String) {
        var html = HTMLWriter()
        CodeHighlighter.write(Array(code.utf8), language: "python", to: &html)
        var text: [UInt8] = []
        var isTag = false
        for byte in html.out.bytes {
            if byte == UInt8(ascii: "<") { isTag = true } else if byte == UInt8(ascii: ">") { isTag = false } else if !isTag { text.append(byte) }
        }
        var escaped = ByteBuffer()
        escaped.append(escaping: code)
        #expect(text == escaped.bytes)
    }

    @Test(arguments: [
        ("def f", "<span class=\"k\">def</span> <span class=\"f\">f</span>"), ("# x", "<span class=\"c\"># x</span>"),
        ("1e-5", "<span class=\"m\">1e-5</span>"), ("x.sum", "x.sum"), ("sum(x)", "<span class=\"b\">sum</span>(x)"),
        ("f'a'", "<span class=\"s\">f&#39;a&#39;</span>"), ("None", "<span class=\"n\">None</span>"),
        ("@a.b\n", "<span class=\"d\">@a.b</span>\n"), ("x @ y", "x @ y"), ("0x1e-5", "<span class=\"m\">0x1e</span>-<span class=\"m\">5</span>"),
    ])
    func tokens(code: String, expected: String) {
        var html = HTMLWriter()
        CodeHighlighter.write(Array(code.utf8), language: "python", to: &html)
        #expect(html.out.string == expected)
    }

    // MARK: Plots

    @Test func ticksAreRoundNumbers() {
        #expect(PlotScale(low: -5, high: 5, wantedTicks: 6).ticks == [-4, -2, 0, 2, 4])
        #expect(PlotScale(low: 0, high: 1, wantedTicks: 4).ticks == [0, 0.5, 1])
        #expect(PlotScale(low: 0, high: 3e-7, wantedTicks: 3).ticks.count == 4)
    }

    @Test(arguments: [
        ([1.0, 1, 1], true), ([Double.nan, .nan, .nan], false), ([Double.infinity, 1, 2], true), ([1e308, -1e308, 0], false),
        ([0.0, 0, 0], true), ([Double.leastNonzeroMagnitude, 0, Double.leastNonzeroMagnitude], false),
    ])
    func strangeValuesDrawOrDoNot(y: [Double], isDrawn: Bool) {
        let picture = PlotPicture(Plot(variable: "x", x: [0, 1, 2], y: y))
        #expect((picture != nil) == isDrawn)
        var html = HTMLWriter()
        picture?.write(to: &html)
        #expect(!html.out.string.contains("nan"))
    }

    @Test func aPoleBreaksTheCurve() throws {
        let x = (0...400).map { Double($0) / 100 - 2.005 }
        let picture = try #require(PlotPicture(Plot(variable: "x", x: x, y: x.map { 1 / $0 })))
        var html = HTMLWriter()
        picture.write(to: &html)
        let path = try #require(html.out.string.split(separator: "class=\"curve\"").last)
        #expect(path.filter { $0 == "M" }.count == 2)
    }

    @Test(arguments: [(1.0, "1"), (-0.004, "0"), (2.5, "2.5"), (-3.14159, "-3.14"), (0.07, "0.07"), (1e9, "0")])
    func coordinates(value: Double, expected: String) {
        #expect(PlotPicture.coordinate(value) == expected)
    }
}
