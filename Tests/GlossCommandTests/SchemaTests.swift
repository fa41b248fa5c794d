import GlossCommand
import Source
import TestSupport
import Testing

/// What the commands print for other programs conforms to `Schemas/`.
@Suite struct SchemaTests {
    private func validator(_ name: String) throws -> SchemaValidator {
        SchemaValidator(try JSONValue(parsing: try #require(Fixtures.bytes("Schemas/\(name).schema.json"))))
    }

    private func lines(_ output: String) throws -> [JSONValue] {
        try output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
    }

    @Test func answersOfEval() throws {
        let validator = try validator("eval")
        let requests = """
            {"latex": "x^2", "bindings": {"x": [[1, 2], [3, 4]]}}
            {"latex": "1 + 1 = 2"}
            {"latex": "\\\\log(x)", "bindings": {"x": [0, -1]}}
            {"latex": "y"}
            {"latex": "\\\\frac{a}"}
            nothing
            """
        var answers = try lines(Shell.run(["eval", "--jsonl"], input: requests).output)
        try #require(answers.count == 6)
        #expect(answers.map { $0["ok"] } == [true, true, true, false, false, false])
        answers += try lines(Shell.run(["eval", "x^2", "x=[1,2]", "--grad", "x", "--format", "json"]).output)
        answers += try lines(Shell.run(["eval", "x^2", "--format", "json"]).output)
        answers += try lines(Shell.run(["eval", #"\sum_i x_i^2"#, "x=[1,2]", "--steps", "--format", "json"]).output)
        answers += try lines(Shell.run(["eval", #"\log x"#, "--table", "x=0:1:0.5", "--format", "json"]).output)
        answers += try lines(Shell.run(["eval", #"\log x"#, "--plot", "x=0:1", "--format", "json"]).output)
        #expect(answers.count == 11)
        for answer in answers { #expect(validator.faults(in: answer) == [], "\(answer.serialized())") }
    }

    @Test func answersOfRender() throws {
        let validator = try validator("render")
        let answers = try lines(Shell.run(["render", "--jsonl"], input: "{\"latex\": \"x^2\"}\n{\"latex\": \"{\"}\n[]\n").output)
        try #require(answers.count == 3)
        for answer in answers { #expect(validator.faults(in: answer) == [], "\(answer.serialized())") }
    }

    @Test func entriesOfTheCatalogue() throws {
        let validator = try validator("catalogue")
        let all = try JSONValue(parsing: Shell.run(["catalogue", "--format", "json"]).output)
        let entries = try #require(all.elements)
        #expect(entries.count > 10)
        for entry in entries { #expect(validator.faults(in: entry) == [], "\(entry.serialized())") }
    }

    @Test func theLedgerOfOurNotes() throws {
        let output = Shell.run(["check", "--format", "json", Fixtures.packageRoot + "/Tests/Fixtures/wrong"]).output
        #expect(try validator("check").faults(in: JSONValue(parsing: output)) == [])
    }

    @Test func wrongObjectsAreFound() throws {
        let validator = try validator("render")
        #expect(validator.faults(in: ["ok": true]) != [])
        #expect(validator.faults(in: ["ok": true, "mathml": "", "more": 1]) != [])
        let error: JSONValue = ["code": "L001", "message": "", "position": -1, "offset": 0]
        #expect(validator.faults(in: ["ok": false, "error": error]) != [])
    }
}
