/// Normal forms of Unicode text (UAX #15), from tables of our own: Foundation and ICU would cost start-up time.
public enum TextFolding {
    /// Canonical composition: what URLs and anchors are made from.
    public static func nfc(_ text: String) -> String {
        isASCII(text) ? text : compose(decompose(text, compatibility: false))
    }

    /// Compatibility composition: `（` becomes `(`, `𝐱` becomes `x`. For matching only, never for what is shown.
    public static func nfkc(_ text: String) -> String {
        isASCII(text) ? text : compose(decompose(text, compatibility: true))
    }

    /// The form in which texts are compared and searched: NFKC, case folded.
    public static func folded(_ text: String) -> String {
        foldedByTable(text) ?? compose(decompose(nfkc(text).lowercased(), compatibility: true))
    }

    /// The same for what most notes hold, in one pass over the bytes: ASCII, ideographs and the punctuation beside them, which
    /// stand by themselves (none composes with what follows); `nil` for anything else.
    private static func foldedByTable(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes -> String? in
            var isPlain = true
            let folded = String(unsafeUninitializedCapacity: bytes.count) { out in
                var count = 0
                var k = 0
                while k < bytes.count {
                    let byte = bytes[k]
                    if byte < 0x80 {
                        out[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
                        count += 1
                        k += 1
                        continue
                    }
                    guard byte >= 0xE0, byte < 0xF0, k + 2 < bytes.count else {
                        isPlain = false
                        return 0
                    }
                    let value = UInt32(byte & 0x0F) << 12 | UInt32(bytes[k + 1] & 0x3F) << 6 | UInt32(bytes[k + 2] & 0x3F)
                    switch value {
                    case 0xFF01...0xFF5E:
                        let narrow = UInt8(truncatingIfNeeded: value - 0xFEE0)
                        out[count] = narrow &- 0x41 < 26 ? narrow | 0x20 : narrow
                        count += 1
                    case 0x3400...0x9FFF, 0x3001...0x3003, 0x3008...0x3011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0xFFFC, 0xFFFD:
                        for offset in 0..<3 { out[count + offset] = bytes[k + offset] }
                        count += 3
                    default:
                        isPlain = false
                        return 0
                    }
                    k += 3
                }
                return count
            }
            return isPlain ? folded : nil
        }
    }

    /// The form in which names are compared: folded, with blanks, hyphens, underscores and full stops left out.
    public static func nameKey(_ text: String) -> String {
        var out = ByteBuffer()
        for scalar in folded(text).unicodeScalars {
            switch scalar {
            case " ", "-", "_", ".", "\t", "\n", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}": continue
            default: out.append(scalar: scalar.value)
            }
        }
        return out.string
    }

    private static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

    // Hangul syllables are composed by arithmetic (The Unicode Standard, 3.12).
    private static let syllableBase: UInt32 = 0xAC00
    private static let leadBase: UInt32 = 0x1100
    private static let vowelBase: UInt32 = 0x1161
    private static let tailBase: UInt32 = 0x11A7
    private static let vowels: UInt32 = 21
    private static let tails: UInt32 = 28
    private static let syllables: UInt32 = 11172

    private static func decompose(_ text: String, compatibility: Bool) -> [UInt32] {
        let table = compatibility ? MappingTable.compatible : MappingTable.canonical
        var out: [UInt32] = []
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value < 0xA0 {
                out.append(value)
            } else if value >= syllableBase, value < syllableBase + syllables {
                let index = value - syllableBase
                out.append(leadBase + index / (vowels * tails))
                out.append(vowelBase + index % (vowels * tails) / tails)
                if index % tails != 0 { out.append(tailBase + index % tails) }
            } else if !table.append(value, to: &out) {
                out.append(value)
            }
        }
        reorder(&out)
        return out
    }

    private static func combiningClass(_ value: UInt32) -> UInt8 {
        guard value >= 0x300, let scalar = Unicode.Scalar(value) else { return 0 }
        return scalar.properties.canonicalCombiningClass.rawValue
    }

    /// Sorts each run of combining marks by class, keeping the order of equals. A run is sorted in one go, so that a
    /// text of nothing but marks costs n log n.
    private static func reorder(_ scalars: inout [UInt32]) {
        var start = 0
        while start < scalars.count {
            guard combiningClass(scalars[start]) != 0 else {
                start += 1
                continue
            }
            var end = start
            var marks: [(mark: UInt32, order: UInt8, place: Int)] = []
            while end < scalars.count {
                let order = combiningClass(scalars[end])
                if order == 0 { break }
                marks.append((scalars[end], order, end))
                end += 1
            }
            if marks.count > 1 {
                marks.sort { ($0.order, $0.place) < ($1.order, $1.place) }
                for (k, mark) in marks.enumerated() { scalars[start + k] = mark.mark }
            }
            start = end
        }
    }

    private static func compose(_ scalars: [UInt32]) -> String {
        var out: [UInt32] = []
        var starter: Int?
        var lastClass: UInt8 = 0
        for value in scalars {
            let order = combiningClass(value)
            if let index = starter {
                let isBlocked = out.count - 1 > index && (lastClass == 0 || lastClass >= order)
                if !isBlocked, let composite = composite(out[index], value) {
                    out[index] = composite
                    continue
                }
            }
            if order == 0 { starter = out.count }
            lastClass = order
            out.append(value)
        }
        var text = ByteBuffer(capacity: out.count * 2)
        for value in out { text.append(scalar: value) }
        return text.string
    }

    private static func composite(_ a: UInt32, _ b: UInt32) -> UInt32? {
        if a >= leadBase, a < leadBase + 19, b >= vowelBase, b < vowelBase + vowels {
            return syllableBase + ((a - leadBase) * vowels + (b - vowelBase)) * tails
        }
        if a >= syllableBase, a < syllableBase + syllables, (a - syllableBase) % tails == 0, b > tailBase,
            b < tailBase + tails
        {
            return a + (b - tailBase)
        }
        return CompositionTable.shared[UInt64(a) << 32 | UInt64(b)]
    }
}

/// Runs of scalars with their decompositions, sorted by first scalar.
private struct MappingTable: Sendable {
    private var first: [UInt32] = []
    private var last: [UInt32] = []
    private var image: [Range<Int>] = []
    private var images: [UInt32] = []

    static let canonical = MappingTable([UnicodeTables.canonical, UnicodeTables.canonicalOnly])
    static let compatible = MappingTable([UnicodeTables.canonical, UnicodeTables.compatible])

    private init(_ texts: [StaticString]) {
        var rows: [(UInt32, UInt32, Range<Int>)] = []
        for text in texts {
            var reader = TableReader(text)
            while let start = reader.number() {
                let end = reader.take(UInt8(ascii: "-")) ? reader.number() ?? start : start
                _ = reader.take(UInt8(ascii: ">"))
                let lower = images.count
                while let value = reader.number() {
                    images.append(value)
                    if !reader.take(UInt8(ascii: ",")) { break }
                }
                _ = reader.take(UInt8(ascii: ";"))
                rows.append((start, end, lower..<images.count))
            }
        }
        rows.sort { $0.0 < $1.0 }
        first = rows.map(\.0)
        last = rows.map(\.1)
        image = rows.map(\.2)
    }

    /// Appends what `value` decomposes to; `false` when it stays as it is.
    func append(_ value: UInt32, to out: inout [UInt32]) -> Bool {
        var low = 0
        var high = first.count
        while low < high {
            let middle = (low + high) / 2
            if first[middle] <= value { low = middle + 1 } else { high = middle }
        }
        guard low > 0, value <= last[low - 1] else { return false }
        let range = image[low - 1]
        if range.count == 1 {
            out.append(images[range.lowerBound] + (value - first[low - 1]))
        } else {
            out.append(contentsOf: images[range])
        }
        return true
    }
}

private enum CompositionTable {
    static let shared: [UInt64: UInt32] = {
        var pairs: [UInt64: UInt32] = [:]
        var reader = TableReader(UnicodeTables.compositions)
        while let a = reader.number() {
            _ = reader.take(UInt8(ascii: ","))
            let b = reader.number() ?? 0
            _ = reader.take(UInt8(ascii: ">"))
            pairs[UInt64(a) << 32 | UInt64(b)] = reader.number() ?? 0
            _ = reader.take(UInt8(ascii: ";"))
        }
        return pairs
    }()
}
