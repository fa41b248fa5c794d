import Source

/// What the words of a note say about the data that its claims hold for, by place.
///
/// The note is searched once; a place asks about the part of its section that stands near it.
final class SectionWords: Sendable {
    /// What words can say of the section that they stand in.
    enum Subject: Hashable, Sendable {
        case assumption(Assumption)
        /// Equations are solved: a relation holds for the solution, not for every value.
        case solving
        /// Data are drawn one by one: a sample of a variable.
        case sampling
        case convexity
    }

    private struct Occurrence: Sendable {
        var offset: Int
        var subject: Subject
    }

    private let occurrences: [Occurrence]

    /// - Parameter bytes: the note, as it is written.
    init(_ bytes: [UInt8]) {
        var found: [Occurrence] = []
        let text = FoldedBytes(bytes)
        text.bytes.withUnsafeBufferPointer { bytes in
            for k in bytes.indices {
                Self.phrases.forEach(at: k, of: bytes) { place in
                    if let subject = Self.words[place].subject {
                        found.append(Occurrence(offset: Int(text.offsets[k]), subject: subject))
                    } else if text.endsInOne(from: k) {
                        found.append(Occurrence(offset: Int(text.offsets[k]), subject: .assumption(.sumsToOne)))
                    }
                    return true
                }
            }
        }
        occurrences = found
    }

    /// Every subject that words in `range` of the note speak of.
    func subjects(in range: ByteRange) -> Set<Subject> {
        var low = 0
        var high = occurrences.count
        while low < high {
            let middle = (low + high) / 2
            if occurrences[middle].offset < range.lower { low = middle + 1 } else { high = middle }
        }
        var subjects: Set<Subject> = []
        while low < occurrences.count, occurrences[low].offset < range.upper {
            subjects.insert(occurrences[low].subject)
            low += 1
        }
        return subjects
    }

    /// Where words in `range` speak of a subject.
    func places(of subject: Subject, in range: ByteRange) -> [Int] {
        occurrences.filter { $0.subject == subject && $0.offset >= range.lower && $0.offset < range.upper }.map(\.offset)
    }

    private static let solving = ["solve", "solving", "solution", "unknown", "root", "方程", "求解", "解得", "未知"]

    /// Each as it is written, and without blanks and hyphens. A sum has no subject yet: it may be one that is 1.
    private static let words: [(form: String, subject: Subject?)] = {
        var words: [(form: String, subject: Subject?)] = [(#"\sum"#, nil)]
        func add(_ cues: [String], _ subject: Subject) {
            for cue in cues {
                for form in Set([TextFolding.folded(cue), TextFolding.nameKey(cue)]) where !form.isEmpty {
                    words.append((form, subject))
                }
            }
        }
        for assumption in Assumption.allCases { add(assumption.cues, .assumption(assumption)) }
        add(solving, .solving)
        add(["样本", "sample", "drawn"], .sampling)
        add(["凸", "convex", "jensen"], .convexity)
        return words
    }()

    private static let phrases = PhraseSet(words.map(\.form))
}

/// Text with letters of ASCII and their full-width forms folded to lower case, and where each byte came from.
private struct FoldedBytes {
    private(set) var bytes: [UInt8] = []
    private(set) var offsets: [Int32] = []

    init(_ original: [UInt8]) {
        bytes.reserveCapacity(original.count)
        offsets.reserveCapacity(original.count)
        var k = 0
        while k < original.count {
            let byte = original[k]
            // U+FF01…U+FF5E and U+3000: the full-width forms of ASCII.
            if byte == 0xEF, k + 2 < original.count, original[k + 1] == 0xBC || original[k + 1] == 0xBD {
                let scalar = 0xF000 | UInt32(original[k + 1] & 0x3F) << 6 | UInt32(original[k + 2] & 0x3F)
                if scalar >= 0xFF01, scalar <= 0xFF5E {
                    append(UInt8(scalar - 0xFEE0), k)
                    k += 3
                    continue
                }
            }
            append(byte, k)
            k += 1
        }
    }

    private mutating func append(_ byte: UInt8, _ offset: Int) {
        bytes.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
        offsets.append(Int32(clamping: offset))
    }

    /// Whether the formula that goes on from a sum here ends with `= 1`.
    func endsInOne(from start: Int) -> Bool {
        // The last two bytes that are not blank, and how many there were.
        var (before, last): (UInt8, UInt8) = (0, 0)
        var count = 0
        var k = start
        while k < bytes.count, count < Self.longestSum {
            let byte = bytes[k]
            if byte == UInt8(ascii: "$") { return before == UInt8(ascii: "=") && last == UInt8(ascii: "1") }
            if byte > 0x20 {
                (before, last) = (last, byte)
                count += 1
            }
            k += 1
        }
        return false
    }

    private static let longestSum = 60
}
