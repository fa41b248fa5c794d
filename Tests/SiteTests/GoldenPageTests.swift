import Glibc
import Source
import TestSupport
import Testing

@testable import Site

/// Whole pages, byte for byte. `UPDATE_GOLDEN=1` writes them anew and still fails, so that a run that changes them is
/// never mistaken for one that agrees.
@Suite struct GoldenPageTests {
    @Test(arguments: [
        ("激活函数.html", "note.html"), ("more/notes.html", "note-without-formulas.html"), ("index.html", "index.html"),
        ("ledger.html", "ledger.html"),
    ])
    func pageIsAsRecorded(path: String, golden: String) throws {
        let output = SampleLedger.build(catalogue: [])
        let page = try #require(output.files.first { $0.path == path })
        let file = "Tests/Golden/Site/" + golden
        if getenv("UPDATE_GOLDEN") != nil {
            try write(page.bytes, to: Fixtures.packageRoot + "/" + file)
            Issue.record("\(golden) written anew: read the difference before you commit it")
            return
        }
        let expected = try #require(Fixtures.bytes(file), "\(golden) is missing; UPDATE_GOLDEN=1 writes it")
        if page.bytes != expected {
            let (a, b) = (lines(page.bytes), lines(expected))
            let line = zip(a, b).enumerated().first { $1.0 != $1.1 }?.offset ?? min(a.count, b.count)
            Issue.record("\(golden) differs from line \(line + 1) on: \(a.dropFirst(line).first ?? "the end")")
        }
    }

    private func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let file = try #require(fopen(path, "w"))
        defer { fclose(file) }
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }
}
