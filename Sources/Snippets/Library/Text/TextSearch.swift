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

    /// The scalars of a text within bounds.
    static func slice(_ text: String, _ bounds: SearchBounds) -> String {
        if bounds.isWhole { return text }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text.unicodeScalars.dropFirst(bounds.lower).prefix(bounds.range.count))
        return String(view)
    }
}

/// Where a search begins and ends, as Python's slices: negative counts from the end, what is outside is cut.
struct SearchBounds {
    var lower: Int
    var upper: Int
    var isWhole: Bool

    /// A start behind the end holds nothing, not even an empty text.
    var isValid: Bool { lower <= upper }
    var range: Range<Int> { lower..<max(lower, upper) }
}

extension Interpreter {
    /// The third and fourth argument of `find`, `count`, `index` and their like.
    func bounds(_ a: Arguments, count: Int) throws(Stop) -> SearchBounds {
        func bound(_ place: Int, _ standard: Int) throws(Stop) -> Int {
            guard a.positional.count > place else { return standard }
            if case .none = a.positional[place] { return standard }
            let given = try index(a.positional[place], "slice")
            return given < 0 ? max(0, given &+ count) : given
        }
        let lower = try bound(2, 0)
        return SearchBounds(lower: lower, upper: min(try bound(3, count), count), isWhole: a.positional.count < 3)
    }
}
