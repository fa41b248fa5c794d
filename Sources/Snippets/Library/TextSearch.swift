/// Text by scalars, as Python sees it.
enum TextSearch {
    /// The scalar offset at which `part` first occurs from `start` on.
    static func find(_ part: String, in text: String, from start: Int = 0) -> Int? {
        let needle = Array(part.unicodeScalars), hay = Array(text.unicodeScalars)
        if needle.isEmpty { return start <= hay.count ? start : nil }
        guard hay.count >= needle.count, start <= hay.count - needle.count else { return nil }
        for i in max(0, start)...(hay.count - needle.count) where hay[i] == needle[0] {
            if hay[i..<(i + needle.count)].elementsEqual(needle) { return i }
        }
        return nil
    }

    /// The scalar offset at which `part` last occurs.
    static func findLast(_ part: String, in text: String) -> Int? {
        let needle = Array(part.unicodeScalars), hay = Array(text.unicodeScalars)
        guard hay.count >= needle.count else { return nil }
        for i in stride(from: hay.count - needle.count, through: 0, by: -1) where hay[i..<(i + needle.count)].elementsEqual(needle) {
            return i
        }
        return nil
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    static func trimmed(_ text: String, left: Bool = true, right: Bool = true, of set: String? = nil) -> String {
        var scalars = Array(text.unicodeScalars)
        func drops(_ scalar: Unicode.Scalar) -> Bool { set.map { $0.unicodeScalars.contains(scalar) } ?? isSpace(scalar) }
        if right { while let last = scalars.last, drops(last) { scalars.removeLast() } }
        if left { scalars.removeFirst(scalars.prefix { drops($0) }.count) }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
