import Source

/// What authors wrote in a formula for Markdown's sake and LaTeX must not see.
enum MarkdownEscapes {
    /// `\_` where a subscript is meant becomes `_`, `\*` becomes `*`, the references `&lt;`, `&gt;`, `&amp;`, `&quot;`
    /// and `&nbsp;` become what they stand for. A literal underscore stays: within `\text{…}` and its like, and in a
    /// name such as `batch\_size`.
    static func resolve(_ latex: [UInt8], _ map: SegmentMap) -> (latex: [UInt8], map: SegmentMap) {
        var places: [(start: Int, count: Int, byte: UInt8)] = []
        // Depths of braces at which a text command's group is open.
        var textGroups: [Int] = []
        var depth = 0
        var textNext = false
        var i = 0
        while i < latex.count {
            let c = latex[i]
            switch c {
            case Byte.backslash where i + 1 < latex.count:
                let next = latex[i + 1]
                if Byte.isLetter(next) {
                    var end = i + 1
                    while end < latex.count, Byte.isLetter(latex[end]) { end += 1 }
                    textNext = isTextCommand(latex[(i + 1)..<end])
                    i = end
                    continue
                }
                if next == UInt8(ascii: "_"), textGroups.isEmpty, isSubscript(latex, at: i) {
                    places.append((i, 2, next))
                } else if next == UInt8(ascii: "*"), textGroups.isEmpty {
                    places.append((i, 2, next))
                }
                textNext = false
                i += 2
                continue
            case UInt8(ascii: "{"):
                depth += 1
                if textNext { textGroups.append(depth) }
                textNext = false
            case UInt8(ascii: "}"):
                if textGroups.last == depth { textGroups.removeLast() }
                depth -= 1
            case UInt8(ascii: "&"):
                if let reference = reference(latex, at: i) {
                    places.append((i, reference.count, reference.byte))
                    i += reference.count
                    continue
                }
            case UInt8(ascii: "*"), Byte.space: break
            default: textNext = false
            }
            i += 1
        }
        guard !places.isEmpty else { return (latex, map) }
        return replace(FlatText(bytes: latex, map: map), places)
    }

    private static func replace(_ text: FlatText, _ places: [(start: Int, count: Int, byte: UInt8)])
        -> (latex: [UInt8], map: SegmentMap)
    {
        var bytes: [UInt8] = []
        var map = SegmentMap()
        var from = 0
        func copy(to end: Int) {
            let part = text.slice(from, end)
            for segment in part.map.segments {
                map.append(
                    derived: bytes.count + Int(segment.derived), original: Int(segment.original), count: Int(segment.count))
            }
            bytes.append(contentsOf: part.bytes)
        }
        for place in places {
            copy(to: place.start)
            // The byte meant stands at the end of an escape, at the start of a reference.
            let at = place.count == 2 ? place.start + 1 : place.start
            map.append(derived: bytes.count, original: text.map.original(at), count: 1)
            bytes.append(place.byte)
            from = place.start + place.count
        }
        copy(to: text.bytes.count)
        return (bytes, map)
    }

    /// Whether the `\_` at `i` is followed by what a subscript is: a group, a command, a digit or one letter; and does
    /// not join two words.
    private static func isSubscript(_ b: [UInt8], at i: Int) -> Bool {
        guard i + 2 < b.count else { return false }
        let c = b[i + 2]
        if c == UInt8(ascii: "{") || Byte.isDigit(c) || c == Byte.backslash { return true }
        guard Byte.isLetter(c) else { return c >= 0x80 }
        let isOneLetter = i + 3 >= b.count || !Byte.isLetter(b[i + 3])
        let followsWord = i >= 2 && Byte.isLetter(b[i - 1]) && Byte.isLetter(b[i - 2])
        return isOneLetter && !followsWord || !followsWord && (i == 0 || !Byte.isLetter(b[i - 1]))
    }

    private static func isTextCommand(_ name: ArraySlice<UInt8>) -> Bool {
        if name.starts(with: Array("text".utf8)) { return true }
        switch String(decoding: name, as: UTF8.self) {
        case "mbox", "hbox", "operatorname", "mathrm", "mathtt", "mathsf", "mathit", "label", "tag", "ref", "eqref": return true
        default: return false
        }
    }

    private static func reference(_ b: [UInt8], at i: Int) -> (count: Int, byte: UInt8)? {
        if b.has("&lt;", at: i) { return (4, UInt8(ascii: "<")) }
        if b.has("&gt;", at: i) { return (4, UInt8(ascii: ">")) }
        if b.has("&amp;", at: i) { return (5, UInt8(ascii: "&")) }
        if b.has("&quot;", at: i) { return (6, UInt8(ascii: "\"")) }
        if b.has("&nbsp;", at: i) { return (6, Byte.space) }
        return nil
    }
}
