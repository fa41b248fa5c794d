/// How many columns text takes in a terminal.
public enum DisplayWidth {
    /// 2 for East Asian wide and full-width scalars, 0 for combining marks, format and control characters, else 1.
    public static func of(_ scalar: UInt32) -> Int {
        if scalar < 0x300 { return scalar < 0x20 || scalar >= 0x7F && scalar < 0xA0 ? 0 : 1 }
        if ScalarRanges.wide.contains(scalar) { return 2 }
        return ScalarRanges.zeroWidth.contains(scalar) ? 0 : 1
    }

    public static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1.value) } }
}

private struct ScalarRanges: Sendable {
    private var first: [UInt32] = []
    private var last: [UInt32] = []

    static let wide = ScalarRanges(UnicodeTables.wide)
    static let zeroWidth = ScalarRanges(UnicodeTables.zeroWidth)

    private init(_ text: StaticString) {
        var reader = TableReader(text)
        while let start = reader.number() {
            _ = reader.take(UInt8(ascii: "-"))
            first.append(start)
            last.append(reader.number() ?? start)
            _ = reader.take(UInt8(ascii: ";"))
        }
    }

    func contains(_ scalar: UInt32) -> Bool {
        var low = 0
        var high = first.count
        while low < high {
            let middle = (low + high) / 2
            if first[middle] <= scalar { low = middle + 1 } else { high = middle }
        }
        return low > 0 && scalar <= last[low - 1]
    }
}
