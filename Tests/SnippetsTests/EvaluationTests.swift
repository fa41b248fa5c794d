import Snippets
import Source
import TestSupport
import Testing

/// What CPython, NumPy and PyTorch printed or raised (Tests/Reference/snippets/evaluation.py).
@Suite struct EvaluationTests {
    @Test(arguments: ["evaluation", "language", "arrays", "learning", "random", "notes", "libraries"])
    func printsAndRaisesWhatPythonDoes(file: String) throws {
        var wrong: [String] = []
        let cases = try Fixtures.reference("snippets/\(file).json").elements ?? []
        #expect(!cases.isEmpty)
        for entry in cases {
            let source = entry["source"]?.string ?? ""
            let result = SnippetSession().run(Array(source.utf8), budget: Budget())
            func differs(_ what: String, _ ours: String, _ theirs: String) {
                wrong.append("\(source.debugDescription) [\(what)]\n  ours   \(ours)\n  Python \(theirs)")
            }
            if let expected = entry["error"]?.string {
                let message = result.diagnostics.first?.message ?? "\(result.outcome) \(result.reason?.description ?? "")"
                if !message.hasPrefix(expected.split(separator: "\n").first.map(String.init) ?? expected),
                    !(expected.hasPrefix("AssertionError") && result.diagnostics.first?.code == .failedAssert)
                {
                    differs("error", message, expected)
                }
                continue
            }
            if result.outcome != .ran {
                differs("outcome", "\(result.outcome) \(result.reason?.description ?? "") \(result.diagnostics.first?.message ?? "")", "ran")
                continue
            }
            // What made a tensor is named where we know it: `grad_fn=<...>` stands for all.
            let expected = entry["output"]?.string ?? ""
            let isSame = result.output == expected
                || result.output.contains("grad_fn=<...>") && Self.withoutNodes(result.output) == Self.withoutNodes(expected)
            if !isSame { differs("output", result.output.debugDescription, expected.debugDescription) }
            if result.lastValue?.text != entry["last"]?.string { differs("value", result.lastValue?.text ?? "-", entry["last"]?.string ?? "-") }
        }
        #expect(wrong.isEmpty, "\(wrong.count) differ\n\(wrong.joined(separator: "\n"))")
    }

    private static func withoutNodes(_ output: String) -> String {
        output.split(separator: "grad_fn=<", omittingEmptySubsequences: false).enumerated().map { index, part in
            guard index > 0, let end = part.firstIndex(of: ">") else { return String(part) }
            return "...\(part[end...])"
        }.joined(separator: "grad_fn=<")
    }
}
