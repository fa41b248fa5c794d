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
        /// Numbers and vectors of a matrix of their own.
        case eigenvalues
        case convexity
    }

    private struct Word: Sendable {
        var bytes: [UInt8]
        var subject: Subject
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
        for k in text.bytes.indices {
            for place in Self.wordsByFirstByte[Int(text.bytes[k])] where text.has(Self.words[place].bytes, at: k) {
                found.append(Occurrence(offset: Int(text.offsets[k]), subject: Self.words[place].subject))
            }
            if text.bytes[k] == UInt8(ascii: "\\"), text.statesSumOfOne(at: k) {
                found.append(Occurrence(offset: Int(text.offsets[k]), subject: .assumption(.sumsToOne)))
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

    private static let solving = ["solve", "solving", "solution", "unknown", "root", "方程", "求解", "解得", "未知"]

    /// Each as it is written, and without blanks and hyphens.
    private static let words: [Word] = {
        var words: [Word] = []
        func add(_ cues: [String], _ subject: Subject) {
            for cue in cues {
                for form in Set([TextFolding.folded(cue), TextFolding.nameKey(cue)]) where !form.isEmpty {
                    words.append(Word(bytes: Array(form.utf8), subject: subject))
                }
            }
        }
        for assumption in Assumption.allCases { add(assumption.cues, .assumption(assumption)) }
        add(solving, .solving)
        add(["样本", "sample", "drawn"], .sampling)
        add(["特征值", "特征向量", "特征分解", "谱分解", "eigen"], .eigenvalues)
        add(["凸", "convex", "jensen"], .convexity)
        return words
    }()

    /// Places in `words` by the first byte of the word.
    private static let wordsByFirstByte: [[Int]] = {
        var places = [[Int]](repeating: [], count: 256)
        for (place, word) in words.enumerated() { places[Int(word.bytes[0])].append(place) }
        return places
    }()
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

    func has(_ word: [UInt8], at start: Int) -> Bool {
        guard start + word.count <= bytes.count else { return false }
        for k in word.indices where bytes[start + k] != word[k] { return false }
        return true
    }

    /// Whether `\sum_k p_k = 1` starts here and its formula ends with it.
    func statesSumOfOne(at start: Int) -> Bool {
        guard has(Array(#"\sum"#.utf8), at: start) else { return false }
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
