import GlossCommand
import Source
import TestSupport
import Testing

/// The formats of `gloss check` for other programs say what the ledger says.
@Suite struct ReportFormatTests {
    private static let folder = Fixtures.packageRoot + "/Tests/Fixtures/wrong"

    private func findings() throws -> [JSONValue] {
        let ledger = try JSONValue(parsing: Shell.run(["check", "--format", "json", Self.folder]).output)
        return try #require(ledger["findings"]?.elements)
    }

    @Test func sarifHoldsEveryFindingInItsPlace() throws {
        let findings = try findings()
        let result = Shell.run(["check", "--format", "sarif", Self.folder])
        #expect(result.code == 1)
        let log = try JSONValue(parsing: result.output)
        #expect(log["version"] == "2.1.0")
        let run = try #require(log["runs"]?.elements?.first)
        #expect(run["columnKind"] == "unicodeCodePoints")
        let rules = try #require(run["tool"]?["driver"]?["rules"]?.elements)
        let results = try #require(run["results"]?.elements)
        try #require(results.count == findings.count)
        for (result, finding) in zip(results, findings) {
            #expect(result["ruleId"] == finding["code"])
            guard case .integer(let index)? = result["ruleIndex"] else {
                Issue.record("a result without ruleIndex")
                continue
            }
            #expect(rules[index]["id"] == finding["code"])
            let region = result["locations"]?.elements?.first?["physicalLocation"]?["region"]
            #expect(region?["startLine"] == finding["line"])
            #expect(region?["startColumn"] == finding["column"])
            #expect(region?["endLine"] == finding["endLine"])
            #expect(region?["endColumn"] == finding["endColumn"])
        }
    }

    @Test func sarifNamesFilesAsURIs() {
        #expect(URIText.reference(toFile: "笔记/a b#1.md") == "%E7%AC%94%E8%AE%B0/a%20b%231.md")
        #expect(URIText.reference(toFile: "/n/a.md") == "file:///n/a.md")
        #expect(URIText.reference(toFile: "a:b.md") == "./a%3Ab.md")
    }

    @Test func junitFailsOneCaseForEachPlaceWithErrors() throws {
        let folder = try TemporaryFolder()
        folder.write("a.md", "$1 + 1 = 3$ and $\\frac{1}{2}$ and $Z(x) = \\mathfrak{q}(x | <y>)$\n\n```python\n1 +\n```\n\nright: $2 + 2 = 4$\n")
        let result = Shell.run(["check", "--format", "junit", folder.path])
        #expect(result.code == 1)
        #expect(result.output.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gloss\" tests=\"5\" failures=\"2\""))
        #expect(result.output.contains("name=\"formula 1:1\""))
        #expect(result.output.contains("<failure type=\"C001\""))
        #expect(!result.output.contains("<y>"))
    }

    @Test func githubEscapesWhatEndsACommand() throws {
        var out = ByteBuffer()
        let source = SourceText(name: "a,b:c.md", text: "x\ny")
        let diagnostic = Diagnostic(.unclosedMath, at: ByteRange(0, 1), "100 % of\nit", help: "close it")
        GitHubReport.write(Finding(diagnostic, in: source), to: &out)
        #expect(
            out.string
                == "::error file=a%2Cb%3Ac.md,line=1,endLine=1,col=1,endColumn=2,title=M005 unclosed-math::100 %25 of%0Ait%0Ahelp: close it\n")
        let lines = Shell.run(["check", "--format", "github", Self.folder]).output.split(separator: "\n")
        #expect(try lines.count == findings().count)
    }

    @Test(arguments: [2, 3]) func shardsTogetherReportWhatOneRunDoes(count: Int) throws {
        let all = try findings().map { $0.serialized() }.sorted()
        var parts: [String] = []
        for index in 1...count {
            let output = Shell.run(["check", "--format", "json", "--shard", "\(index)/\(count)", Self.folder]).output
            let ledger = try JSONValue(parsing: output)
            parts += try #require(ledger["findings"]?.elements).map { $0.serialized() }
        }
        #expect(parts.sorted() == all)
    }

    @Test func limitsOfAnEvaluationCanBeRaised() {
        let sum = "\\sum_{i=1}^{n} i"
        #expect(Shell.run(["eval", sum, "n=100000", "--max-steps", "1000"]).code == 1)
        #expect(Shell.run(["eval", sum, "n=100000"]).output == "5000050000\n")
    }
}
