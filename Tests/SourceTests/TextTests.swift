import Source
import Testing

@Suite struct LineIndexTests {
    @Test(arguments: [
        ("ab\ncd", 3, 2, 1), ("ab\r\ncd", 4, 2, 1), ("ab\rcd", 3, 2, 1), ("ab", 2, 1, 3), ("", 0, 1, 1),
        ("中文x", 6, 1, 3), ("a\n\nb", 3, 3, 1), ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}ab", 4, 1, 2), ("ab\n", 3, 2, 1),
    ])
    func findsPositions(text: String, offset: Int, line: Int, column: Int) {
        let source = SourceText(name: "a.md", text: text)
        #expect(source.position(of: offset) == Position(line: line, column: column))
    }

    @Test func keepsOffsetsInside() {
        let source = SourceText(name: "a.md", text: "ab")
        #expect(source.position(of: 99) == Position(line: 1, column: 3))
        #expect(source.position(of: -1) == Position(line: 1, column: 1))
    }

    @Test func columnsOfLongLinesCountScalars() {
        let lines = (0..<4).map { String(repeating: "公式 x😀", count: 211 + $0) }
        let source = SourceText(name: "a.md", text: lines.joined(separator: "\n"))
        var line = 1
        var column = 1
        var offset = 0
        for scalar in lines.joined(separator: "\n").unicodeScalars {
            #expect(source.position(of: offset) == Position(line: line, column: column))
            offset += String(scalar).utf8.count
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        #expect(source.position(of: offset) == Position(line: line, column: column))
    }

    @Test func givesLinesWithoutEndings() {
        let source = SourceText(name: "a.md", text: "\u{FEFF}ab\r\ncd\n")
        #expect(source.string(source.lines.content(ofLine: 0, in: source.bytes)) == "ab")
        #expect(source.string(source.lines.content(ofLine: 1, in: source.bytes)) == "cd")
        #expect(source.string(source.lines.content(ofLine: 2, in: source.bytes)) == "")
    }
}

@Suite struct SegmentMapTests {
    /// "> a\n> b" without its prefixes is "a\nb".
    private let map: SegmentMap = {
        var map = SegmentMap()
        map.append(derived: 0, original: 2, count: 2)
        map.append(derived: 2, original: 6, count: 1)
        return map
    }()

    @Test(arguments: [(0, 2), (1, 3), (2, 6), (3, 7), (99, 7)])
    func mapsOffsets(derived: Int, original: Int) { #expect(map.original(derived) == original) }

    @Test func endsBelongToTheSegmentBefore() {
        #expect(map.original(ByteRange(0, 2)) == ByteRange(2, 4))
        #expect(map.original(ByteRange(0, 3)) == ByteRange(2, 7))
        #expect(map.original(ByteRange(2, 2)) == ByteRange(6, 6))
    }

    @Test func mergesWhatGoesOn() {
        var map = SegmentMap()
        map.append(derived: 0, original: 5, count: 2)
        map.append(derived: 2, original: 7, count: 3)
        #expect(map.segments.count == 1)
    }
}

@Suite struct UTF8Tests {
    @Test(arguments: [
        ([0x61, 0x62] as [UInt8], nil), ([0xC3, 0xA9], nil), ([0xE4, 0xB8, 0xAD], nil), ([0xF0, 0x9F, 0x99, 0x82], nil),
        ([0x61, 0xFF], 1), ([0xC0, 0xAF], 0), ([0xED, 0xA0, 0x80], 0), ([0xE4, 0xB8], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
        ([0xE0, 0x80, 0x80], 0), ([0x80], 0),
    ] as [([UInt8], Int?)])
    func findsInvalidBytes(bytes: [UInt8], at offset: Int?) { #expect(UTF8Decoder.firstInvalid(in: bytes) == offset) }

    @Test func agreesWithTheStandardLibrary() {
        var state: UInt64 = 7
        for _ in 0..<2_000 {
            var bytes: [UInt8] = []
            for _ in 0..<6 {
                state = state &* 6364136223846793005 &+ 1442695040888963407
                let pick: [UInt8] = [0x41, 0x80, 0xBF, 0xC3, 0xE4, 0xED, 0xA0, 0xF0, 0x90, 0xF4, UInt8(state >> 56)]
                bytes.append(pick[Int(state >> 40) % pick.count])
            }
            #expect((UTF8Decoder.firstInvalid(in: bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil))
        }
    }
}

@Suite struct NumberFormatTests {
    /// Expected: Python's format(value, '.6g') with trailing zeros dropped, exponents without padding.
    @Test(arguments: [
        (0.0, "0"), (1, "1"), (-1, "-1"), (0.665240955774822, "0.665241"), (1234567, "1234570"), (123456789, "123457000"),
        (1e9, "1e9"), (1.2e-7, "1.2e-7"), (0.00001234, "0.00001234"), (0.1 + 0.2, "0.3"), (999999.5, "1000000"),
        (2.5, "2.5"), (-0.0, "0"), (1e-300, "1e-300"), (1.7976931348623157e308, "1.79769e308"), (100, "100"),
        (9.9999996, "10"), (0.09999999, "0.1"), (12345.65, "12345.6"),
    ])
    func showsSixDigits(value: Double, text: String) { #expect(NumberFormat.significant(value) == text) }

    @Test func showsWhatIsNoNumber() {
        #expect(NumberFormat.significant(.nan) == "NaN")
        #expect(NumberFormat.significant(-.infinity) == "-∞")
    }

    @Test(arguments: [(0.0, "0"), (1e-16, "≤ 1e-15"), (3e-13, "≤ 1e-12"), (1e-12, "≤ 1e-12"), (0.02, "≤ 1e-1"), (1.0, "≤ 1e0")])
    func boundsErrors(error: Double, text: String) { #expect(NumberFormat.bound(error) == text) }

    @Test func phrasesAreFoundWhereTheyStand() {
        let phrases = PhraseSet(["for small", "近似", "❌"])
        #expect(phrases.occurs(in: "this holds for small x"))
        #expect(phrases.occurs(in: "一阶近似"))
        #expect(phrases.occurs(in: "❌"))
        #expect(!phrases.occurs(in: "for smal"))
        #expect(!phrases.occurs(in: "近"))
        #expect(!phrases.occurs(in: ""))
    }
}

@Suite struct StringSearchingTests {
    @Test(arguments: [
        ("abcabd", "abd", 3), ("aaab", "aab", 1), ("设 x 与 y 独立", "独立", 12), ("ab", "abc", nil), ("", "a", nil), ("ab", "", 0), ("的白勺", "勺", 6),
        ("e\u{301}a", "e", 0), ("a\r\nb", "\n", 2), ("abab", "b", 1),
    ] as [(String, String, Int?)])
    func finds(text: String, part: String, offset: Int?) {
        #expect(text.contains(part) == (offset != nil))
        #expect(("·" + text).dropFirst().contains(part) == (offset != nil))
        let range = text.firstRange(of: part)
        #expect(range.map { text.utf8.distance(from: text.utf8.startIndex, to: $0.lowerBound) } == offset)
        if let range { #expect(Array(text[range].utf8) == Array(part.utf8)) }
    }

    @Test func trims() {
        #expect(" ,a, b ".trimmed { $0 == " " || $0 == "," } == "a, b")
        #expect("(a)(".trimmed { $0 == "(" } behind: { $0 == ")" } == "a)(")
        #expect("  ".trimmed { $0 == " " }.isEmpty)
    }
}
