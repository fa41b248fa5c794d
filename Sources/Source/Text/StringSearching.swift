import Glibc

// Searching for a text in a text by bytes. The standard library's functions of these names go from grapheme to grapheme, which
// takes a hundred times longer and finds no word before a combining mark.

extension String {
    /// Whether `text` stands in it.
    public func contains(_ text: String) -> Bool { self[...].offset(of: text) != nil }

    /// Where `text` stands first.
    public func firstRange(of text: String) -> Range<Index>? { self[...].firstRange(of: text) }

    /// Without the scalars at both ends that `isEdge` holds for.
    public func trimmed(_ isEdge: (Unicode.Scalar) -> Bool) -> String { trimmed(before: isEdge, behind: isEdge) }

    /// Without the scalars at its start and at its end that these hold for.
    public func trimmed(before isFirst: (Unicode.Scalar) -> Bool, behind isLast: (Unicode.Scalar) -> Bool) -> String {
        let scalars = unicodeScalars
        var lower = scalars.startIndex
        var upper = scalars.endIndex
        while lower < upper, isFirst(scalars[lower]) { lower = scalars.index(after: lower) }
        while lower < upper {
            let last = scalars.index(before: upper)
            guard isLast(scalars[last]) else { break }
            upper = last
        }
        return String(self[lower..<upper])
    }
}

extension Substring {
    /// Whether `text` stands in it.
    public func contains(_ text: String) -> Bool { offset(of: text) != nil }

    /// Where `text` stands first.
    public func firstRange(of text: String) -> Range<Index>? {
        guard let offset = offset(of: text) else { return nil }
        let start = utf8.index(utf8.startIndex, offsetBy: offset)
        return start..<utf8.index(start, offsetBy: text.utf8.count)
    }

    /// In bytes.
    fileprivate func offset(of text: String) -> Int? {
        var whole = self
        var text = text
        return whole.withUTF8 { bytes in
            text.withUTF8 { part -> Int? in
                guard let first = part.baseAddress, let last = part.last else { return 0 }
                guard let start = bytes.baseAddress else { return nil }
                // The last bytes of ideographs differ more than their first ones.
                var end = part.count - 1
                while end < bytes.count, let found = memchr(start + end, Int32(last), bytes.count - end) {
                    let place = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found)) - (part.count - 1)
                    if memcmp(start + place, first, part.count - 1) == 0 { return place }
                    end = place + part.count
                }
                return nil
            }
        }
    }
}
