import GlossCommand
import Source
import TestSupport
import Testing

@Suite struct RenderTests {
    @Test func rendersOneFormula() {
        let result = Shell.run(["render", #"\frac{a}{b}"#])
        #expect(result.code == 0)
        #expect(result.output.hasPrefix("<math"))
        #expect(result.output.hasSuffix("</math>\n"))
        #expect(result.output.contains("<mfrac>"))
        #expect(!result.output.contains("display=\"block\""))
    }

    @Test func readsStandardInput() {
        #expect(Shell.run(["render", "--display"], input: "x^2\n").output.contains("display=\"block\""))
    }

    @Test func reportsMalformedFormulas() {
        let result = Shell.run(["render", #"\frac{a}"#])
        #expect(result.code == 1)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("error[L002]"))
        #expect(result.errors.contains("--> <formula>:1:"))
    }

    @Test func answersLineByLineInOrder() throws {
        let input = #"""
            {"latex": "x^2"}
            {"latex": "中🙂\\frac{a}"}
            not json
            {"display": true}

            {"latex": "y", "display": true}
            """#
        let result = Shell.run(["render", "--jsonl"], input: input)
        #expect(result.code == 0)
        let lines = try result.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
        try #require(lines.count == 6)
        #expect(lines.map { $0["ok"] } == [true, false, false, false, false, true])
        #expect(lines[1]["error"]?["code"] == "L002")
        let position = try #require(lines[1]["error"]?["position"]?.double)
        let offset = try #require(lines[1]["error"]?["offset"]?.double)
        // 中 is one UTF-16 unit and three bytes, 🙂 two and four.
        #expect(offset - position == 4)
        #expect(lines[2]["error"]?["code"] == "bad-request")
        #expect(lines[5]["mathml"]?.string?.contains("display=\"block\"") == true)
    }
}
