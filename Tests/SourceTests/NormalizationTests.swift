import Source
import TestSupport
import Testing

/// Against CPython's unicodedata: Tests/Reference/unicode, made by Scripts/unicode_tables.py.
@Suite struct NormalizationTests {
    @Test func agreesWithUnicodedata() throws {
        let rows = try #require(Fixtures.reference("unicode/normalization.json").elements)
        #expect(rows.count > 1000)
        for row in rows {
            let text = try #require(row["text"]?.string)
            #expect(Array(TextFolding.nfc(text).utf8) == Array(try #require(row["nfc"]?.string).utf8), "\(text.unicodeScalars.map(\.value))")
            #expect(Array(TextFolding.nfkc(text).utf8) == Array(try #require(row["nfkc"]?.string).utf8), "\(text.unicodeScalars.map(\.value))")
        }
    }

    @Test(arguments: [
        ("Soft-Max", "softmax"), ("softmax", "softmax"), ("ＲｅＬＵ", "relu"), ("交叉熵", "交叉熵"),
        ("Leaky ReLU", "leakyrelu"), ("leaky_relu", "leakyrelu"), ("𝐱", "x"), ("K", "k"),
    ])
    func foldsNames(text: String, key: String) { #expect(TextFolding.nameKey(text) == key) }

    /// What is folded by table in one pass is folded as among letters that need the general way.
    @Test func foldsByTableAsInGeneral() {
        for value in UInt32(0x20)...UInt32(0xFFFD) {
            guard let scalar = Unicode.Scalar(value), scalar.properties.canonicalCombiningClass == .notReordered else { continue }
            let text = "Aa\(scalar)中，"
            #expect(Array(TextFolding.folded("é" + text).utf8.dropFirst(2)) == Array(TextFolding.folded(text).utf8), "\(value)")
        }
    }

    @Test func sortsManyMarksQuickly() {
        let text = "a" + String(repeating: "\u{0301}\u{0323}", count: 20_000)
        #expect(TextFolding.nfc(text).unicodeScalars.count == 40_000)
    }

    @Test(arguments: [("a", 1), ("中", 2), ("（", 2), ("e\u{301}", 1), ("\u{200B}", 0), ("", 0), ("α", 1), ("🙂", 2)])
    func measuresColumns(text: String, width: Int) { #expect(DisplayWidth.of(text) == width) }
}
