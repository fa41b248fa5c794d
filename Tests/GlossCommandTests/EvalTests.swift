import GlossCommand
import Source
import TestSupport
import Testing

@Suite struct EvalTests {
    /// Against NumPy: Tests/Reference/eval/shell.py.
    @Test func agreesWithNumPy() throws {
        let cases = try #require(Fixtures.reference("eval/shell.json").elements)
        let input = cases.map { $0.serialized() }.joined(separator: "\n")
        let result = Shell.run(["eval", "--jsonl"], input: input)
        #expect(result.code == 0)
        let answers = try result.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
        try #require(answers.count == cases.count)
        for (expected, answer) in zip(cases, answers) {
            let value = try #require(answer["value"], "\(expected["latex"]?.string ?? ""): \(answer.serialized())")
            #expect(Self.isClose(value, try #require(expected["value"])), "\(expected["latex"]?.string ?? ""): \(value.serialized())")
        }
    }

    private static func isClose(_ a: JSONValue, _ b: JSONValue) -> Bool {
        if let x = a.elements, let y = b.elements { return x.count == y.count && zip(x, y).allSatisfy { isClose($0, $1) } }
        if let x = a.double, let y = b.double { return abs(x - y) <= 1e-12 * max(1, abs(y)) }
        return a == b
    }

    @Test func printsValueAndGradient() {
        let result = Shell.run(["eval", #"\frac{1}{1+e^{-x}}"#, "x=0.5", "--grad", "x"])
        #expect(result.code == 0)
        // NumPy: s = 1/(1+exp(-0.5)); s, s*(1-s)
        #expect(result.output == "0.622459\ngradient x = 0.235004\n")
    }

    @Test func writesJSON() throws {
        let result = Shell.run(["eval", "softmax", "o=[1,2,3]", "--format", "json"])
        #expect(result.code == 0)
        let answer = try JSONValue(parsing: result.output)
        #expect(answer["ok"] == true)
        #expect(answer["shape"] == [3])
        #expect(answer["warnings"] == [])
        #expect(answer["gradient"] == nil)
    }

    @Test(arguments: [
        (#"\frac{1}{1+e^{-x}}"#, [], "x"), (#"\frac{a}"#, [], "L002"), ("f(x)", ["x=1"], "f"),
        ("x_5", ["x=[1,2,3]"], "5"), ("A B", ["A=[[1,2]]", "B=[[1,2]]"], "shape"),
        (#"\sum_{i=1}^{10^{12}} i"#, [], "steps"), ("9^{9^{9^9}} + q", [], "q"),
    ] as [(String, [String], String)])
    func saysWhyThereIsNoValue(formula: String, bindings: [String], word: String) {
        let result = Shell.run(["eval", formula] + bindings)
        #expect(result.code == 1)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("--> <formula>:1:"), "\(result.errors)")
        #expect(result.errors.contains(word), "\(result.errors)")
    }

    @Test(arguments: [(["x", "y"], "is not NAME=VALUE"), (["x", "x=1", "x=2"], "given twice"), (["x", "x=[1,[2]]"], "x=[1,[2]]")])
    func refusesBadBindings(words: [String], message: String) {
        let result = Shell.run(["eval"] + words)
        #expect(result.code == 2)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func answersEveryLine() throws {
        let input = "{\"latex\": \"x+1\", \"bindings\": {\"x\": [1, 2]}}\n{\"latex\": \"中+\"}\n[]\n{\"latex\":\"x\",\"bindings\":{\"x\":\"a\"}}\n"
        let result = Shell.run(["eval", "--jsonl"], input: input)
        #expect(result.code == 0)
        let answers = try result.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
        try #require(answers.count == 4)
        #expect(answers[0]["value"] == [2, 3])
        for answer in answers[1...] {
            #expect(answer["ok"] == false)
            #expect(answer["error"]?["position"]?.double != nil)
        }
    }
}

@Suite struct CatalogueCommandTests {
    @Test func listsAndShows() throws {
        #expect(Shell.run(["catalogue"]).output.contains("softmax"))
        let page = Shell.run(["catalogue", "归一化指数函数"])
        #expect(page.code == 0)
        #expect(page.output.hasPrefix("softmax: "))
        let entry = try JSONValue(parsing: Shell.run(["catalogue", "softmax", "--format", "json"]).output)
        #expect(entry["name"] == "softmax")
        let missing = Shell.run(["catalogue", "sofmax"])
        #expect(missing.code == 2)
        #expect(missing.errors.contains("did you mean softmax"))
    }
}
