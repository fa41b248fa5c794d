import LaTeX
import Source
import Testing

/// The dump of the tree of a formula that has no faults.
func tree(_ latex: String) -> String {
    let parsed = FormulaParser.parse(Array(latex.utf8))
    let faults = parsed.diagnostics.map { "! \($0.code.code) \($0.range) \($0.message)" }
    return ([parsed.tree.dump()] + faults).joined(separator: "\n")
}

@Suite struct TreeTests {
    @Test(arguments: [
        (
            "x^2",
            """
            row 0..3
              scripts 0..3
                base: atom x 0..1
                sup: number 2 2..3
            """
        ),
        (
            "a_{ij}+12.5",
            """
            row 0..11
              scripts 0..6
                base: atom a 0..1
                sub: row 2..6
                  atom i 3..4
                  atom j 4..5
              binary + 6..7
              number 12.5 7..11
            """
        ),
        (
            "\\frac12 \\sqrt[3]x",
            """
            row 0..17
              fraction 0..7
                top: number 1 5..6
                bottom: number 2 6..7
              radical 8..17
                index: number 3 14..15
                body: atom x 16..17
            """
        ),
        (
            "f''(x)",
            """
            row 0..6
              scripts 0..3
                base: atom f 0..1
                sup: row 1..3
                  atom ′ 1..2
                  atom ′ 2..3
              open ( 3..4
              atom x 4..5
              close ) 5..6
            """
        ),
        (
            "\\left(\\sum_{i}x\\right]",
            """
            row 0..22
              fenced ( ] 0..22
                row 6..15
                  scripts limits 6..14
                    base: large ∑ 6..10
                    sub: atom i 12..13
                  atom x 14..15
            """
        ),
        (
            "\\begin{cases}1,&x\\\\0&y\\end{cases}",
            """
            row 0..33
              table cases 2 rows 0..33
                0,0: row 13..15
                  number 1 13..14
                  punctuation , 14..15
                0,1: atom x 16..17
                1,0: number 0 19..20
                1,1: atom y 21..22
            """
        ),
        (
            "{\\bf a b}\\over c",
            """
            row 0..16
              fraction 0..16
                top: row 0..9
                  styled bold 5..8
                    row 5..8
                      atom a 5..6
                      atom b 7..8
                bottom: atom c 15..16
            """
        ),
        (
            "\\text{若 $x$}\\alpha\u{3B1}",
            """
            row 0..22
              row 0..14
                text '若 ' 6..10
                row 10..13
                  atom x 11..12
              atom α 14..20
              atom α 20..22
            """
        ),
    ])
    func dumps(_ latex: String, _ expected: String) {
        #expect(tree(latex) == expected)
    }
}
