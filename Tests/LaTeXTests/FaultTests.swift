import LaTeX
import Source
import Testing

/// A formula with the place of its first fault between ⟦ and ⟧.
struct Marked {
    var latex: [UInt8] = []
    var range = ByteRange(0, 0)

    init(_ text: String) {
        var start = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "⟦": start = latex.count
            case "⟧": range = ByteRange(start, latex.count)
            default: latex.append(contentsOf: Array(String(scalar).utf8))
            }
        }
    }
}

@Suite struct FaultTests {
    @Test(arguments: [
        ("x^2⟦^⟧3", FindingCode.doubleScript),
        ("x_1⟦_⟧2", .doubleScript),
        ("x^2⟦'⟧", .doubleScript),
        ("x⟦^⟧", .missingArgument),
        ("\\frac{1}⟦⟧", .missingArgument),
        ("\\frac1⟦⟧}", .missingArgument),
        ("x^⟦\\sqrt⟧2", .missingArgument),
        ("\\frac⟦\\sqrt⟧23", .missingArgument),
        ("\\left(a⟦⟧", .unbalancedDelimiter),
        ("a⟦\\right⟧)", .unbalancedDelimiter),
        ("⟦\\middle⟧|", .unbalancedDelimiter),
        ("\\left ⟦a⟧\\right)", .badArgument),
        ("{a⟦⟧", .unbalancedBrace),
        ("a⟦}⟧b", .unbalancedBrace),
        ("\\sqrt[3⟦⟧", .unbalancedBrace),
        ("\\text{a⟦⟧", .unbalancedBrace),
        ("\\begin{matrix}a⟦⟧", .environmentMismatch),
        ("\\begin{matrix}a⟦\\end{pmatrix}⟧", .environmentMismatch),
        ("⟦\\end{matrix}⟧", .environmentMismatch),
        ("\\begin{⟦matrx⟧}a\\end{matrx}", .unknownEnvironment),
        ("a⟦&⟧b", .misplacedAlignment),
        ("{a⟦&⟧b}", .misplacedAlignment),
        ("\\begin{split}a&b⟦&⟧c\\end{split}", .misplacedAlignment),
        ("⟦\\hline⟧", .misplacedAlignment),
        ("⟦\\hatt⟧ y", .unknownCommand),
        ("中⟦\\foo⟧", .unknownCommand),
        ("\\color{⟦#12⟧}x", .badArgument),
        ("\\hspace{⟦1⟧}", .badArgument),
        ("\\begin{array}{⟦cx⟧}a\\end{array}", .badArgument),
        ("\\begin{matrix}a\\\\[⟦2⟧]b\\end{matrix}", .badArgument),
        ("a\\over b⟦\\over⟧ c", .badArgument),
        ("\\text{a⟦_⟧b}", .modeError),
        ("\\text{⟦\\alpha⟧}", .modeError),
        ("⟦\\ss⟧", .modeError),
        ("a⟦$⟧b", .modeError),
        ("a⟦#⟧1", .modeError),
        ("\\tag{1}⟦\\tag{2}⟧", .badArgument),
        ("x⟦\\limits⟧^2", .badArgument),
        ("\\def\\x{\\x}⟦\\x⟧", .macroLimit),
        ("\\newcommand{⟦\\alpha⟧}{b}", .badArgument),
        ("\\begin{aligned} a &= \\left( b \\\\ c ⟦&⟧= d \\right) \\end{aligned}", .misplacedAlignment),
        ("\\hskip ⟦3furlongs⟧ x", .badArgument),
        ("\\begin{array} ⟦⟧a & b \\end{array}", .missingArgument),
        ("\\char⟦⟧", .badArgument),
    ])
    func range(_ marked: String, _ code: FindingCode) throws {
        let expected = Marked(marked)
        let parsed = FormulaParser.parse(expected.latex)
        let fault = try #require(parsed.diagnostics.first { $0.severity == .error })
        #expect(fault.code == code)
        if marked.hasPrefix("\\char") {
            #expect(fault.range == ByteRange(0, 5))
        } else if marked.hasPrefix("\\newcommand") {
            #expect(fault.range == ByteRange(11, 19))
        } else {
            #expect(fault.range == expected.range, "\(fault.message)")
        }
    }

    @Test(arguments: [
        ("\\hatt y", "did you mean \\hat?"), ("\\alhpa", "did you mean \\alpha?"), ("\\fraq12", "did you mean \\frac?"), ("\\part x", "did you mean \\partial?"),
        ("\\begin{matrx}a\\end{matrx}", "did you mean matrix?"), ("\\summ", "did you mean \\sum?"),
        ("\\begin{aligned}\\left( b & d\\right)\\end{aligned}", "close with \\right. before & or \\\\ and begin again with \\left."),
        ("\\color{bleu}x", "did you mean blue?"), ("\\color{BrikRed}x", "did you mean BrickRed?"),
        ("\\color{mycolour}x", "define it: \\definecolor{mycolour}{HTML}{336699}"),
        ("\\infinity", nil), ("a_b_c", "group with braces: {a_b}_c"),
    ])
    func help(_ latex: String, _ expected: String?) throws {
        let fault = try #require(FormulaParser.parse(Array(latex.utf8)).diagnostics.first)
        #expect(fault.help == expected)
    }

    @Test func openingIsRelated() throws {
        let fault = try #require(FormulaParser.parse(Array("a+\\left(b".utf8)).diagnostics.first)
        #expect(fault.related.map(\.range) == [ByteRange(2, 8)])
    }

    /// What follows a fault is read as if it were not there.
    @Test(arguments: [
        ("x^2^3+y", "atom y 6..7"), ("\\foo+y", "atom y 5..6"), ("a}+\\frac12", "fraction 3..10"),
        ("\\left(a\\frac{b}{c}", "fraction 7..18"),
        ("\\begin{matrix}{a\\end{matrix}+\\sqrt2", "radical 29..35"),
    ])
    func recovers(_ latex: String, _ node: String) {
        #expect(FormulaParser.parse(Array(latex.utf8)).tree.dump().contains(node))
    }

    @Test(arguments: [
        ("a⟦%b⟧", "L012"), ("a⟦\u{200B}⟧b", "L012"), ("a⟦\u{7}⟧b", "L012"),
    ])
    func warnings(_ marked: String, _ code: String) throws {
        let expected = Marked(marked)
        let parsed = FormulaParser.parse(expected.latex)
        let warning = try #require(parsed.diagnostics.first)
        #expect(warning.severity == .warning)
        #expect(warning.code.code == code)
        #expect(warning.range == expected.range)
    }
}
