import GlossCommand
import Source
import TestSupport
import Testing

/// Formulas and bindings made at random, sensible and not: every line has an answer, every note a ledger.
@Suite struct RandomFormulaTests {
    @Test(arguments: 1...8) func everyLineIsAnswered(seed: UInt64) throws {
        var writer = RandomFormula(seed: seed)
        let formulas = (0..<60).map { _ in writer.formula() }
        let requests = formulas.map { latex in
            JSONValue.object(["latex": .string(latex), "bindings": .object(writer.bindings())]).serialized()
        }
        let result = Shell.run(["eval", "--jsonl"], input: requests.joined(separator: "\n"))
        #expect(result.code == 0)
        let answers = try result.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
        #expect(answers.count == requests.count)
        #expect(answers.allSatisfy { $0["ok"] == true || $0["error"]?["code"]?.string != nil })

        let folder = try TemporaryFolder()
        folder.write("a.md", formulas.map { "$$\n\($0)\n$$\n" }.joined(separator: "\n"))
        let check = Shell.run(["check", "--format", "json", folder.path])
        #expect(check.code <= 1)
        let counts = try #require(JSONValue(parsing: check.output)["summary"]?["formulas"])
        guard case .object(let members) = counts, case .integer(let total)? = members["total"] else {
            Issue.record("no counts")
            return
        }
        let parts = members.filter { $0.key != "total" }.compactMap { if case .integer(let n) = $0.value { n } else { nil } }
        #expect(total == formulas.count)
        #expect(parts.reduce(0, +) == total)
    }
}

/// Writes formulas from templates whose holes are filled with formulas.
private struct RandomFormula {
    private var state: UInt64
    private static let names = [
        "x", "y", "A", "B", "w", "n", "i", "\\theta", "p", "\\mathbf{X}", "f", "z_i", "x_{ij}", "\\hat{y}", "x^{(i)}",
    ]
    private static let constants = ["1", "2", "0", "3.5", "\\pi", "e", "\\infty", "\\ldots", "I", "-1", ""]
    private static let relations = [
        "=", "\\le", "<", "\\approx", "\\in", "\\sim", "\\to", "\\leftarrow", ":=", "\\ne", "\\propto", "\\equiv",
        "\\subset", "\\Rightarrow", "\\mid", "\\mapsto",
    ]
    /// `#` is a formula, `@` a name, `~` a relation.
    private static let templates = [
        "#+#", "#-#", "# #", "\\frac{#}{#}", "@^{#}", "@_{#}", "\\sum_{i=#}^{#} #", "\\sum_i #", "\\prod_{#} #",
        "\\sqrt[#]{#}", "\\int_{#}^{#} #\\,dx", "\\lim_{x\\to #} #", "\\max_{#} #", "\\arg\\min_{#} #", "\\left(#\\right)",
        "|#|", "\\|#\\|_2", "\\|#\\|_@", "\\langle #,#\\rangle", "f(#)", "\\sigma(#)", "\\log(#)", "P(#)",
        "\\operatorname{softmax}(#)", "\\det(#)", "\\operatorname{tr}(#)", "\\mathcal{N}(#,#)", "\\mathbb{E}[#]",
        "\\mathbb{E}_{#}[#]", "\\operatorname{Var}(#)", "P(#\\mid #)", "\\frac{\\partial #}{\\partial #}",
        "\\frac{d^{2}}{dx^{2}} #", "\\nabla_{#} #", "@'", "\\begin{pmatrix}# & #\\\\ # & #\\end{pmatrix}",
        "\\begin{bmatrix}# & \\cdots & #\\\\ \\vdots & \\ddots & \\vdots\\\\ # & \\cdots & #\\end{bmatrix}",
        "\\begin{cases}# & #~#\\\\ # & \\text{otherwise}\\end{cases}", "#^\\top #", "#^{-1}", "\\binom{#}{#}", "#!",
        "\\lfloor #\\rfloor", "\\{#, #\\}", "\\{#\\mid #\\}", "[#,#]", "#~#", "#\\odot #", "#\\otimes #", "#,#",
        "@_1,\\ldots,@_n", "\\mathbb{1}[#~#]", "#\\bmod #", "\\overline{#}", "\\begin{aligned}# &~ #\\\\ &~ #\\end{aligned}",
    ]

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    private mutating func next(below bound: Int) -> Int {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ z >> 31) % UInt64(bound))
    }

    private mutating func pick(_ table: [String]) -> String { table[next(below: table.count)] }

    private mutating func part(_ depth: Int) -> String {
        if depth <= 0 { return next(below: 3) == 0 ? pick(Self.constants) : pick(Self.names) }
        var out = ""
        for scalar in pick(Self.templates).unicodeScalars {
            switch scalar {
            case "#": out += part(depth - 1 - next(below: 2))
            case "@": out += pick(Self.names)
            case "~": out += pick(Self.relations) + " "
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    mutating func formula() -> String {
        var out = part(1 + next(below: 3))
        if next(below: 3) > 0 { out = part(1) + pick(Self.relations) + " " + out }
        if next(below: 10) == 0 { out += pick(["{", "}", "\\", "^", "_", "&", "|", "(", ")", "'", ",", "=", "\\left("]) }
        return out
    }

    mutating func bindings() -> [String: JSONValue] {
        var out: [String: JSONValue] = [:]
        for name in Self.names where next(below: 2) == 0 {
            let rows = next(below: 3)
            let columns = 1 + next(below: 3)
            switch next(below: 3) {
            case 0: out[name] = number()
            case 1: out[name] = .array((0..<next(below: 4)).map { _ in number() })
            default: out[name] = .array((0..<rows).map { _ in .array((0..<columns).map { _ in number() }) })
            }
        }
        return out
    }

    private mutating func number() -> JSONValue {
        .number([0, 1, -1, 2, 3, 0.5, -2.5, 1e308, -1e-300, 1e16][next(below: 10)])
    }
}
