import Source

/// For every pair of neighbouring characters the sections that hold it, split into files that a browser loads when it
/// needs them.
///
/// Characters are those of words, folded; a word's last character also pairs with a blank, so that one character alone
/// is found by all pairs that it begins. A posting is a section and the fields in which it holds the pair. Postings are
/// written as differences in base 32, least digits first, each character but the last of a number with bit 5 set.
struct SearchIndex {
    enum Field: UInt8 {
        case title = 1
        case heading = 2
        case text = 4
        case formula = 8
    }

    /// Pairs as two scalars → section << 4 | fields, ascending.
    private var postings: [UInt64: [UInt32]] = [:]
    private var fields: [UInt64: UInt8] = [:]
    private(set) var count = 0

    /// Sections come in the order of their numbers.
    mutating func add(_ unit: SearchUnit) {
        fields.removeAll(keepingCapacity: true)
        add(unit.title, .title)
        add(unit.heading, .heading)
        var field = Field.text
        var run = String.UnicodeScalarView()
        for scalar in unit.text.unicodeScalars {
            if scalar == SearchUnit.formulaStart || scalar == SearchUnit.formulaEnd {
                add(String(run), field)
                run = String.UnicodeScalarView()
                field = scalar == SearchUnit.formulaStart ? .formula : .text
            } else {
                run.append(scalar)
            }
        }
        add(String(run), field)
        let unit = UInt32(clamping: count) << 4
        for (pair, mask) in fields { postings[pair, default: []].append(unit | UInt32(mask)) }
        count += 1
    }

    private mutating func add(_ text: String, _ field: Field) {
        guard !text.isEmpty else { return }
        var last: UInt32 = 0
        for scalar in TextFolding.folded(text).unicodeScalars {
            if Self.isWord(scalar) {
                if last != 0 { fields[Self.pair(last, scalar.value), default: 0] |= field.rawValue }
                last = scalar.value
            } else if last != 0 {
                fields[Self.pair(last, 0x20), default: 0] |= field.rawValue
                last = 0
            }
        }
        if last != 0 { fields[Self.pair(last, 0x20), default: 0] |= field.rawValue }
    }

    private static func pair(_ a: UInt32, _ b: UInt32) -> UInt64 { UInt64(a) << 32 | UInt64(b) }

    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return scalar.value >= 0x30 && scalar.value <= 0x39 || (scalar.value | 0x20) >= 0x61 && (scalar.value | 0x20) <= 0x7A
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }

    // MARK: Files

    /// The pairs of shard `n` begin with characters whose number leaves `n` when divided by the number of shards.
    func shards(targetBytes: Int = 24 << 10, limit: Int = 97) -> [[UInt8]] {
        let keys = postings.keys.sorted()
        var total = 0
        for key in keys { total += 8 + (postings[key]?.count ?? 0) * 2 }
        let count = max(1, min(limit, total / targetBytes))
        var shards = (0..<count).map { number in
            var buffer = ByteBuffer()
            buffer.append(string: "glossSearch.shard(\(number),{")
            return buffer
        }
        for key in keys {
            let (a, b) = (UInt32(key >> 32), UInt32(truncatingIfNeeded: key))
            let shard = Int(a) % count
            if shards[shard].bytes.last != UInt8(ascii: "{") { shards[shard].append(",\n") }
            shards[shard].append(byte: UInt8(ascii: "\""))
            shards[shard].append(scalar: a)
            shards[shard].append(scalar: b)
            shards[shard].append("\":\"")
            var before: UInt32 = 0
            for posting in postings[key] ?? [] {
                Self.write(((posting >> 4) &- before) << 4 | posting & 15, to: &shards[shard])
                before = posting >> 4
            }
            shards[shard].append(byte: UInt8(ascii: "\""))
        }
        return shards.map { buffer in
            var buffer = buffer
            buffer.append("});\n")
            return buffer.bytes
        }
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static func write(_ value: UInt32, to buffer: inout ByteBuffer) {
        var rest = value
        repeat {
            let digit = Int(rest & 31)
            rest >>= 5
            buffer.append(byte: digits[digit + (rest > 0 ? 32 : 0)])
        } while rest > 0
    }
}
