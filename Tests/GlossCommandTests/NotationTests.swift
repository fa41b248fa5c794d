import Source
import TestSupport
import Testing

/// The notations that `gloss eval` reads, with their values; and what it refuses because it means nothing, or several things.
@Suite struct NotationTests {
    /// Against NumPy, SciPy, mpmath and SymPy: Tests/Reference/eval/notation.py.
    @Test func evaluatesEveryNotation() throws {
        let cases = try #require(Fixtures.reference("eval/notation.json").elements)
        let input = cases.map { $0.serialized() }.joined(separator: "\n")
        let result = Shell.run(["eval", "--jsonl"], input: input)
        #expect(result.code == 0)
        let answers = try result.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
        try #require(answers.count == cases.count)
        for (expected, answer) in zip(cases, answers) {
            let formula = expected["latex"]?.string ?? ""
            let wanted = try #require(expected["value"])
            if wanted == "ERROR" {
                #expect(answer["ok"] == false, "\(formula): \(answer.serialized())")
                #expect(answer["error"]?["message"]?.string?.isEmpty == false, "\(formula)")
            } else {
                let value = answer["value"] ?? .null
                #expect(Self.isClose(value, wanted), "\(formula): \(answer.serialized()), not \(wanted.serialized())")
            }
        }
    }

    static func isClose(_ a: JSONValue, _ b: JSONValue) -> Bool {
        if let x = a.elements, let y = b.elements { return x.count == y.count && zip(x, y).allSatisfy { isClose($0, $1) } }
        if a == b { return true }
        if case .bool(let truth) = a { return b.double == (truth ? 1 : 0) }
        if let x = a.double, let y = b.double { return abs(x - y) <= 1e-8 * max(1, abs(y)) }
        return false
    }
}
