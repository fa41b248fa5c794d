import Source

/// A block as it was pasted: a session with prompts, cells of a notebook with magic lines, a part cut out of something
/// indented. What is left is Python, with a map back to the block.
struct PastedText {
    /// One example of a session.
    struct Example {
        /// In bytes of `content`.
        var code: Range<Int>
        /// What the session says that it shows; empty where it says nothing.
        var stated: String
        /// In bytes of the block.
        var statedRange: ByteRange
    }

    var content: [UInt8]
    /// `nil` where nothing was changed.
    var map: SegmentMap?
    var examples: [Example] = []
    /// A line that is no Python was left out.
    var leavesOut: String?

    private struct Line { var start: Int; var end: Int; var next: Int }

    private static func lines(_ bytes: [UInt8]) -> [Line] {
        var result: [Line] = []
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            var next = min(end + 1, bytes.count)
            if end < bytes.count, bytes[end] == 0x0D, next < bytes.count, bytes[next] == 0x0A { next += 1 }
            result.append(Line(start: start, end: end, next: next))
            start = next
        }
        return result
    }

    // MARK: Sessions

    /// Where a prompt ends on a line, if one is there; `isFirst` for one that starts an example.
    private static func prompt(_ bytes: [UInt8], _ line: Line) -> (end: Int, isFirst: Bool, indent: Int)? {
        var at = line.start
        while at < line.end, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
        let indent = at - line.start
        func has(_ text: StaticString, _ place: Int) -> Bool {
            let count = text.utf8CodeUnitCount
            guard place + count <= line.end else { return false }
            for k in 0..<count where bytes[place + k] != text.utf8Start[k] { return false }
            return true
        }
        for (mark, isFirst) in [(">>>", true), ("...", false)] as [(StaticString, Bool)] {
            guard has(mark, at) else { continue }
            if at + 3 == line.end { return (at + 3, isFirst, indent) }
            if bytes[at + 3] == 0x20 { return (at + 4, isFirst, indent) }
        }
        // `In [3]: ` and `   ...: `.
        if has("In [", at) {
            var place = at + 4
            while place < line.end, bytes[place] >= 0x30, bytes[place] <= 0x39 { place += 1 }
            if has("]:", place) { return (min(place + 3, line.end), true, indent) }
        }
        if has("...:", at) { return (min(at + 5, line.end), false, indent) }
        return nil
    }

    /// A block whose first line stands after a prompt.
    static func session(_ bytes: [UInt8]) -> PastedText? {
        let lines = lines(bytes)
        guard let first = lines.first(where: { $0.end > $0.start && !isComment(bytes, $0) }), let start = prompt(bytes, first), start.isFirst
        else { return nil }
        var text = PastedText(content: [])
        var map = SegmentMap()
        var stated: [Line] = []
        var indent = 0
        func finish() {
            guard let last = text.examples.indices.last else { return }
            // A blank line ends what is stated.
            var words: [String] = []
            var range: ByteRange?
            for line in stated {
                let skipped = min(indent, line.end - line.start)
                var from = line.start
                while from < line.start + skipped, bytes[from] == 0x20 || bytes[from] == 0x09 { from += 1 }
                let row = String(decoding: bytes[from..<line.end], as: UTF8.self)
                if row.allSatisfy({ $0 == " " || $0 == "\t" }) { break }
                words.append(row == "<BLANKLINE>" ? "" : withoutNumber(row))
                range = ByteRange(range?.lower ?? from, line.end)
            }
            text.examples[last].stated = words.joined(separator: "\n")
            text.examples[last].statedRange = range ?? .empty(at: 0)
            stated = []
        }
        for line in lines {
            guard let prompt = prompt(bytes, line) else {
                // Blank lines of a session, and what it shows.
                stated.append(line)
                continue
            }
            if prompt.isFirst {
                finish()
                indent = prompt.indent
                text.examples.append(Example(code: text.content.count..<text.content.count, stated: "", statedRange: .empty(at: 0)))
            } else if !stated.isEmpty || text.examples.isEmpty {
                // `...` without a `>>>` before it is what is shown.
                stated.append(line)
                continue
            }
            map.append(derived: text.content.count, original: prompt.end, count: line.next - prompt.end)
            text.content += bytes[prompt.end..<line.next]
            if line.next == line.end { text.content.append(0x0A) }
            if let last = text.examples.indices.last {
                text.examples[last].code = text.examples[last].code.lowerBound..<text.content.count
            }
        }
        finish()
        text.map = map
        return text
    }

    private static func isComment(_ bytes: [UInt8], _ line: Line) -> Bool {
        let body = bytes[line.start..<line.end].drop { $0 == 0x20 || $0 == 0x09 }
        return body.isEmpty || body.first == UInt8(ascii: "#")
    }

    /// `Out[3]: 5` says 5.
    private static func withoutNumber(_ row: String) -> String {
        guard row.hasPrefix("Out["), let close = row.firstIndex(of: "]"), row[close...].hasPrefix("]:") else { return row }
        return String(row[row.index(close, offsetBy: 2)...].drop { $0 == " " })
    }

    // MARK: Notebooks

    /// Magic lines that change nothing of what a block computes.
    private static let harmless: [String] = ["%matplotlib", "%load_ext", "%autoreload", "%config", "%reload_ext", "%precision", "%pylab", "%%time", "%%capture"]

    /// The block without the lines that IPython reads itself; `nil` where there is none.
    static func withoutMagic(_ bytes: [UInt8]) -> PastedText? {
        var text = PastedText(content: [])
        var map = SegmentMap()
        var found = false
        for line in lines(bytes) {
            var at = line.start
            while at < line.end, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
            let body = bytes[at..<line.end]
            let first = body.first
            let isQuestion = first == UInt8(ascii: "?") || body.last == UInt8(ascii: "?") && body.dropLast().allSatisfy(isNameByte)
            guard first == UInt8(ascii: "%") || first == UInt8(ascii: "!") || isQuestion else {
                map.append(derived: text.content.count, original: line.start, count: line.next - line.start)
                text.content += bytes[line.start..<line.next]
                continue
            }
            found = true
            let words = String(decoding: body, as: UTF8.self)
            if words.hasPrefix("%%"), !harmless.contains(where: { words.hasPrefix($0) }), text.content.allSatisfy({ $0 <= 0x20 }) {
                // A cell of another language, or of a tool.
                return PastedText(content: [], map: SegmentMap(), leavesOut: "the cell is for \(words.prefix { $0 != " " })")
            }
            if !harmless.contains(where: { words.hasPrefix($0) }) { text.leavesOut = text.leavesOut ?? "a line is for IPython or the shell: \(words.prefix(40))" }
            // A statement that does nothing, in case it is all that a block holds.
            map.append(derived: text.content.count, original: line.start, count: at - line.start)
            text.content += bytes[line.start..<at]
            text.content += Array("pass\n".utf8)
        }
        guard found else { return nil }
        text.map = map
        return text
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x5F || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?")
    }

    // MARK: Parts

    /// A block of several lines that all stand as deep as the first or deeper: a part of something longer.
    static func withoutIndent(_ bytes: [UInt8]) -> PastedText? {
        let lines = lines(bytes).filter { $0.end > $0.start }
        guard let first = lines.first, lines.count > 1 else { return nil }
        let margin = Array(bytes[first.start..<first.end].prefix { $0 == 0x20 || $0 == 0x09 })
        guard !margin.isEmpty else { return nil }
        var text = PastedText(content: [])
        var map = SegmentMap()
        for line in Self.lines(bytes) {
            let isBlank = bytes[line.start..<line.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
            guard isBlank || bytes[line.start..<line.end].starts(with: margin) else { return nil }
            let from = min(line.start + margin.count, line.end)
            map.append(derived: text.content.count, original: from, count: line.next - from)
            text.content += bytes[from..<line.next]
        }
        text.map = map
        return text
    }
}
