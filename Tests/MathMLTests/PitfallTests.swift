import TestSupport
import Testing

@Suite struct PitfallTests {
    /// Each pitfall of `Tests/Fixtures/pitfalls` is avoided in the markup.
    @Test func markupIsHonoured() throws {
        let text = try #require(Fixtures.text("Tests/Fixtures/pitfalls/markup.tsv"))
        let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(rows.count > 25)
        for row in rows {
            let parts = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 4 else {
                Issue.record("a row of another form: \(row)")
                continue
            }
            let written = markup(parts[1], display: true)
            #expect(written.contains(parts[2]), "\(parts[0]): \(written)")
            #expect(!written.contains(parts[3]), "\(parts[0]): \(written)")
        }
    }
}
