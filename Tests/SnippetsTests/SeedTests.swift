import Snippets
import Source
import TestSupport
import Testing

/// The Python of real notes, where a developer has them beside the package.
@Suite struct SeedTests {
    /// Fenced blocks of Python: name of the note, line of the fence, content.
    static let fences: [(note: String, line: Int, content: String)] = {
        for folder in ["../shared/seeds", "../../shared/seeds"] {
            let names = Fixtures.names(in: folder).filter { $0.hasSuffix(".md") }
            if names.isEmpty { continue }
            var result: [(String, Int, String)] = []
            for name in names {
                let lines = (Fixtures.text(folder + "/" + name) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
                var open: (line: Int, body: [Substring])?
                for (number, line) in lines.enumerated() {
                    let isFence = line.drop { $0 == " " }.hasPrefix("```")
                    if isFence, let block = open {
                        if block.line > 0 { result.append((name, block.line, block.body.joined(separator: "\n") + "\n")) }
                        open = nil
                    } else if isFence {
                        let info = line.drop { $0 == " " || $0 == "`" }.lowercased()
                        open = (info.hasPrefix("py") ? number + 1 : -1, [])
                    } else {
                        open?.body.append(line)
                    }
                }
            }
            return result
        }
        return []
    }()

    @Test(.enabled(if: !fences.isEmpty, "no notes beside the package"))
    func everyFenceHasTheOutcomeThatAPersonWouldGiveIt() {
        var sessions: [String: SnippetSession] = [:]
        var counts: [CodeOutcome: Int] = [:]
        for fence in Self.fences {
            let session = sessions[fence.note] ?? SnippetSession()
            sessions[fence.note] = session
            let result = session.run(Array(fence.content.utf8), budget: Budget())
            counts[result.outcome, default: 0] += 1
            print(
                "\(fence.note.prefix(3)):\(fence.line) \(result.outcome) \(result.reason?.description ?? "")",
                result.diagnostics.map { "\($0.code.code) \($0.range) \($0.message) \($0.help ?? "")" })
        }
        // Read one by one: the four syntax errors, the two blocks with misspelt names, the sizes given as a tuple.
        #expect(Self.fences.count == 18)
        #expect(counts[.malformed] == 4)
        #expect(counts[.refuted] == 3)
    }
}
