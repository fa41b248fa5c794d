import Glibc
import LaTeX
import MathML
import Source
import TestSupport
import Testing

@Suite struct PitfallTests {
    private static let folder = "Tests/Fixtures/pitfalls/"

    private struct Pitfall {
        var title: String
        var formula: String
        var holds: String
        var lacks: String
    }

    private func pitfalls() throws -> [Pitfall] {
        let text = try #require(Fixtures.text(PitfallTests.folder + "markup.tsv"))
        return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { row in
            let parts = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(parts.count == 4, "a row of another form: \(row)")
            return Pitfall(title: parts[0], formula: parts[1], holds: parts[2], lacks: parts[3])
        }
    }

    /// Each pitfall of `Tests/Fixtures/pitfalls` is avoided in the markup.
    @Test func markupIsHonoured() throws {
        let pitfalls = try pitfalls()
        #expect(pitfalls.count > 30)
        for pitfall in pitfalls {
            let written = markup(pitfall.formula, display: true)
            #expect(written.contains(pitfall.holds), "\(pitfall.title): \(written)")
            #expect(!written.contains(pitfall.lacks), "\(pitfall.title): \(written)")
        }
    }

    /// The page on which one looks at them in a browser shows what is written now; `UPDATE_GOLDEN=1` writes it anew and still
    /// fails.
    @Test func pageShowsThem() throws {
        var page = ByteBuffer()
        page.append(string: """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Pitfalls of MathML</title><style>
            @font-face { font-family: "Latin Modern Math"; src: url("../../../Sources/CAssets/fonts/gloss-math.woff2"); }
            body { font: 16px sans-serif; } td { padding: 4px 12px; border-top: 1px solid #ccc; } math { font-size: 1.2em; }
            \(MathMLRenderer.styleSheet)</style></head><body><table>

            """)
        for pitfall in try pitfalls() {
            page.append("<tr><td>")
            page.append(escaping: pitfall.title)
            page.append("</td><td><code>")
            page.append(escaping: pitfall.formula)
            page.append("</code></td><td>")
            MathMLRenderer(display: true).render(FormulaParser.parse(Array(pitfall.formula.utf8)).tree, to: &page)
            page.append("</td></tr>\n")
        }
        page.append("</table></body></html>\n")
        let file = PitfallTests.folder + "pitfalls.html"
        let written = Array(page.string.utf8)
        if getenv("UPDATE_GOLDEN") != nil {
            let output = try #require(fopen(Fixtures.packageRoot + "/" + file, "w"))
            defer { fclose(output) }
            #expect(fwrite(written, 1, written.count, output) == written.count)
            Issue.record("\(file) written anew: look at it before you commit it")
            return
        }
        #expect(Fixtures.bytes(file) == written, "UPDATE_GOLDEN=1 writes \(file) anew")
    }
}
