import Source

/// A note as libcmark is shown it: what the scanner found stands there as words of letters.
struct MaskedText {
    private(set) var bytes: [UInt8] = []
    /// From the masked text to the note.
    private(set) var map = SegmentMap()
    private(set) var lines: LineIndex
    /// Where the word of each mark ends.
    private(set) var markEnds: [Int]
    /// The definitions of footnotes by where their item begins in the masked text, and where their label stands in the
    /// note.
    private(set) var footnotes: [Int: (label: String, range: ByteRange)] = [:]
    let placeholder: Placeholder
    private let noteStart: Int

    init(_ source: SourceText, from start: Int, _ scan: Scan) {
        noteStart = start
        let note = source.bytes
        placeholder = Placeholder(avoiding: note)
        bytes.reserveCapacity(note.count)
        var markEnds = [Int](repeating: 0, count: scan.marks.count)
        var from = start
        for edit in scan.edits.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) }) {
            // What lies within an edit already made is gone with it.
            guard edit.start >= from else { continue }
            map.append(derived: bytes.count, original: from, count: edit.start - from)
            bytes.append(contentsOf: note[from..<edit.start])
            switch edit.replacement {
            case .bytes(let replacement): bytes.append(contentsOf: replacement)
            case .mark(let index):
                placeholder.append(index, to: &bytes)
                markEnds[index] = bytes.count
            case .footnote(let label):
                footnotes[bytes.count] = (label, ByteRange(edit.start, edit.end))
                bytes.append(contentsOf: "01)".utf8)
                if edit.end < note.count, !Byte.isSpace(note[edit.end]) { bytes.append(Byte.space) }
            }
            from = edit.end
        }
        map.append(derived: bytes.count, original: from, count: note.count - from)
        bytes.append(contentsOf: note[from...])
        lines = LineIndex(bytes)
        self.markEnds = markEnds
    }

    /// The range of the note behind a range of the masked text; placeholders count as the point where they stand.
    func original(_ start: Int, _ end: Int) -> ByteRange {
        guard !map.segments.isEmpty else { return .empty(at: noteStart) }
        if start >= end { return .empty(at: map.original(start)) }
        return ByteRange(map.original(start), map.original(end, asEnd: true))
    }
}

/// Words that stand for marks: a prefix that the note does not hold, then the index in base 26.
///
/// All have one length, so that finding one tells where it ends.
struct Placeholder: Sendable {
    let prefix: [UInt8]
    static let digits = 6
    var count: Int { prefix.count + Self.digits + 1 }

    init(avoiding note: [UInt8]) {
        var used: Set<UInt32> = []
        var i = 0
        while i + 7 <= note.count {
            if note[i] == UInt8(ascii: "z"), note[i + 1] == UInt8(ascii: "q") {
                var value: UInt32 = 0
                var isWord = true
                for k in 2..<7 {
                    let digit = note[i + k] &- UInt8(ascii: "a")
                    if digit >= 26 { isWord = false }
                    value = value &* 26 &+ UInt32(digit)
                }
                if isWord { used.insert(value) }
            }
            i += 1
        }
        var free: UInt32 = 5_000_000
        while used.contains(free) { free += 1 }
        prefix = [UInt8(ascii: "z"), UInt8(ascii: "q")] + Self.letters(Int(free), 5)
    }

    func append(_ index: Int, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: prefix)
        bytes.append(contentsOf: Self.letters(index, Self.digits))
        bytes.append(UInt8(ascii: "z"))
    }

    private static func letters(_ value: Int, _ count: Int) -> [UInt8] {
        var rest = value
        var letters = [UInt8](repeating: UInt8(ascii: "a"), count: count)
        for k in stride(from: count - 1, through: 0, by: -1) {
            letters[k] = UInt8(ascii: "a") + UInt8(rest % 26)
            rest /= 26
        }
        return letters
    }

    /// The index of the mark whose word stands at `i`.
    func index(in bytes: [UInt8], at i: Int) -> Int? {
        guard i + count <= bytes.count, bytes[i] == UInt8(ascii: "z"), bytes[i..<i + prefix.count].elementsEqual(prefix)
        else { return nil }
        var value = 0
        for k in 0..<Self.digits {
            let digit = Int(bytes[i + prefix.count + k]) - Int(UInt8(ascii: "a"))
            guard digit >= 0, digit < 26 else { return nil }
            value = value * 26 + digit
        }
        return value
    }
}
