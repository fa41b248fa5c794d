import LaTeX
import MathML
import Source
import Testing

/// A converter keeps its storage: nothing of a formula may be left for the next.
@Suite struct ConverterTests {
    private static let malformed = [
        #"\frac{a"#, #"x^2^3"#, #"\begin{matrix}a&b"#, #"\left(a"#, #"\newcommand{\f}[1]{#1^2}\f"#, #"\foo"#, "}",
        #"\begin{align}a\label{a}\\b\tag{1}\label{b}"#, #"\definecolor{own}{HTML}{FF0000}\color{own}{x"#, #"\rowcolor{red}"#,
    ]

    private static let formulas: [(latex: [UInt8], display: Bool)] = {
        let examples = CommandCatalogue.families().flatMap { $0.entries.map(\.example) } + CommandCatalogue.environments().map(\.example)
        return (examples + malformed + FuzzTests.seeds).enumerated().map { (Array($1.utf8), $0 % 2 == 0) }
    }()

    private func fresh(_ latex: [UInt8], _ display: Bool) -> (String, [Diagnostic]) {
        let parsed = FormulaParser.parse(latex)
        var out = ByteBuffer()
        MathMLRenderer(display: display).render(parsed.tree, to: &out)
        return (out.string, parsed.diagnostics)
    }

    @Test(arguments: [1, 7, 2_003])
    func nothingIsLeftOver(_ stride: Int) {
        var converter = MathMLConverter()
        let formulas = Self.formulas
        #expect(formulas.count > 2_000)
        // Neighbours differ from one stride to the next.
        for k in formulas.indices {
            let (latex, display) = formulas[(k * stride) % formulas.count]
            let expected = fresh(latex, display)
            converter.convert(latex, display: display) { markup, diagnostics in
                #expect(String(decoding: markup, as: UTF8.self) == expected.0, "\(String(decoding: latex, as: UTF8.self))")
                #expect(diagnostics.map(String.init(describing:)) == expected.1.map(String.init(describing:)), "\(String(decoding: latex, as: UTF8.self))")
            }
        }
    }

    @Test func definitionsEndWithTheirFormula() {
        var converter = MathMLConverter()
        converter.convert(Array(#"\newcommand{\mine}{x}\mine"#.utf8), display: false) { _, diagnostics in #expect(diagnostics.isEmpty) }
        converter.convert(Array(#"\mine"#.utf8), display: false) { _, diagnostics in #expect(diagnostics.first?.code == .unknownCommand) }
    }

    @Test func macrosOfTheCallerHold() {
        var converter = MathMLConverter(macros: Macros(["mine": .init(body: Array("x".utf8))]))
        for _ in 0..<2 {
            let markup = converter.convert(Array(#"\mine"#.utf8), display: false) { markup, _ in String(decoding: markup, as: UTF8.self) }
            #expect(markup.contains("<mi>x</mi>"))
        }
    }
}
