import LaTeX
import Source
import TestSupport
import Testing

/// The formulas of real notes that a developer may have beside the package.
@Suite struct SeedTests {
    /// Beside the repository, or beside the folder of a second working tree.
    static let folder =
        ["../shared/seeds", "../../shared/seeds"].first { !Fixtures.names(in: $0).isEmpty } ?? "../shared/seeds"

    /// What stands between dollars outside code, roughly: Markdown's tests look at the exact spans.
    static func formulas(_ note: [UInt8]) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var isCode = false
        var text: [UInt8] = []
        for line in note.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.drop(while: { $0 == 0x20 }).starts(with: "```".utf8) {
                isCode.toggle()
                continue
            }
            if !isCode { text += line + [0x0A] }
        }
        var i = 0
        while i < text.count {
            guard text[i] == UInt8(ascii: "$") else {
                i += 1
                continue
            }
            let isDisplay = i + 1 < text.count && text[i + 1] == UInt8(ascii: "$")
            var k = i + (isDisplay ? 2 : 1)
            let start = k
            while k < text.count, text[k] != UInt8(ascii: "$"), isDisplay || text[k] != 0x0A || text[min(k + 1, text.count - 1)] != 0x0A {
                k += text[k] == UInt8(ascii: "\\") ? 2 : 1
            }
            if k < text.count, text[k] == UInt8(ascii: "$") {
                found.append(Array(text[start..<k]))
                i = k + (isDisplay ? 2 : 1)
            } else {
                i += 1
            }
        }
        return found
    }

    @Test func parse() {
        let names = Fixtures.names(in: SeedTests.folder).filter { $0.hasSuffix(".md") }
        guard !names.isEmpty else {
            print("skipped: no notes beside the package")
            return
        }
        var count = 0
        for name in names {
            for formula in SeedTests.formulas(Fixtures.bytes(SeedTests.folder + "/" + name) ?? []) {
                count += 1
                let parsed = FormulaParser.parse(formula)
                for fault in parsed.diagnostics where fault.severity == .error {
                    Issue.record("\(fault.code.code) \(fault.range) \(fault.message): \(String(decoding: formula, as: UTF8.self))")
                }
            }
        }
        #expect(count > 250)
    }
}
