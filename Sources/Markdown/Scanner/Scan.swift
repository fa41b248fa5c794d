import Source

/// What the scanner found in a note before CommonMark sees it.
struct Scan {
    /// A place of the note that CommonMark is shown differently.
    struct Edit {
        var start: Int
        var end: Int
        var replacement: Replacement
    }

    enum Replacement {
        case bytes([UInt8])
        /// A word of letters that stands for `marks[index]`.
        case mark(Int)
        /// The marker of a footnote definition, `[^label]:` and the blanks behind it: shown as the marker of a list item
        /// whose content is indented by four columns, as that of a footnote is.
        case footnote(label: String)
    }

    /// What a placeholder stands for.
    struct Mark {
        var range: ByteRange
        var kind: Kind
    }

    enum Kind {
        /// Index into `formulas`.
        case formula(Int)
        case wikilink(target: String, alias: String?, isEmbed: Bool)
        case footnote(label: String)
        /// What readers do not see: Obsidian's `%%…%%`, the name of a block, attributes.
        case comment
        /// `\#` before what would be a tag.
        case hash
    }

    struct Definitions {
        var text: [UInt8]
        /// Where its `[` stands in the note.
        var start: Int
    }

    var edits: [Edit] = []
    var marks: [Mark] = []
    var formulas: [FormulaSpan] = []
    var directives: [RawDirective] = []
    var diagnostics: [Diagnostic] = []
    /// Offsets of the first bytes of lines that open a fence, ascending.
    var fenceLines: [Int] = []
    /// Paragraphs that begin with a link reference definition, for the side document of tables.
    var definitions: [Definitions] = []
    /// Opening brackets of the whole note: no more links than these can be made.
    var brackets = 0
    var deepest = 0
}

/// The text of one leaf block: its lines without container prefixes, joined by newlines, and where each byte is from.
struct FlatText {
    var bytes: [UInt8] = []
    var map = SegmentMap()

    mutating func appendLine(_ source: [UInt8], _ start: Int, _ end: Int, newlineAt newline: Int?) {
        if let newline {
            map.append(derived: bytes.count, original: newline, count: 1)
            bytes.append(Byte.newline)
        }
        guard start < end else { return }
        map.append(derived: bytes.count, original: start, count: end - start)
        bytes.append(contentsOf: source[start..<end])
    }

    func original(_ start: Int, _ end: Int) -> ByteRange { map.original(ByteRange(start, end)) }

    /// The bytes of a range with the map to the note.
    func slice(_ start: Int, _ end: Int) -> (bytes: [UInt8], map: SegmentMap) {
        guard start < end else {
            return ([], SegmentMap(at: map.original(start, asEnd: true), count: 0))
        }
        var part = SegmentMap()
        // The first segment that reaches into the range, by bisection; segments are in order.
        var low = 0
        var high = map.segments.count
        while low < high {
            let middle = (low + high) / 2
            let segment = map.segments[middle]
            if Int(segment.derived) + Int(segment.count) <= start { low = middle + 1 } else { high = middle }
        }
        while low < map.segments.count {
            let segment = map.segments[low]
            let from = max(Int(segment.derived), start)
            let to = min(Int(segment.derived) + Int(segment.count), end)
            if from >= end { break }
            part.append(
                derived: from - start, original: Int(segment.original) + from - Int(segment.derived), count: to - from)
            low += 1
        }
        return (Array(bytes[start..<end]), part)
    }
}
