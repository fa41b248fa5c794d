import Source

/// Link reference definitions: libcmark copies destination and title into every link, so that a long definition and
/// many uses fill the memory.
extension BlockScanner {
    /// Bytes that all links of a note together may copy from definitions.
    private static let copied = 64 << 20

    /// Shows definitions as text that the note's brackets could multiply beyond the bound.
    mutating func boundDefinitions() {
        let limit = Self.copied / max(scan.brackets, 1)
        guard scan.definitions.contains(where: { $0.text.count > limit }) else { return }
        var kept: [Scan.Definitions] = []
        for definitions in scan.definitions {
            guard definitions.text.count > limit, Self.longest(definitions.text) > limit else {
                kept.append(definitions)
                continue
            }
            scan.edits.append(
                .init(start: definitions.start, end: definitions.start, replacement: .bytes([Byte.backslash])))
            scan.diagnostics.append(
                Diagnostic(
                    .tooManyBrackets, at: ByteRange(definitions.start, definitions.start + 1),
                    "a link definition this long with \(scan.brackets) opening brackets in the note is shown as text"))
        }
        scan.definitions = kept
    }

    /// The bytes of the longest definition of a paragraph; a title may go on over lines.
    static func longest(_ text: [UInt8]) -> Int {
        var longest = 0
        var count = 0
        var title: UInt8?
        for line in text.split(separator: Byte.newline, omittingEmptySubsequences: false) {
            if title == nil, line.first == UInt8(ascii: "["), line.contains(UInt8(ascii: "]")) { count = 0 }
            count += line.count + 1
            longest = max(longest, count)
            if let quote = title {
                if line.contains(quote) { title = nil }
                continue
            }
            // A title that opens on this line and does not close on it.
            for (before, quote) in zip(line, line.dropFirst())
            where Byte.isBlank(before) && (quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "(")) {
                let close = quote == UInt8(ascii: "(") ? UInt8(ascii: ")") : quote
                let places = line.reduce(0) { $0 + ($1 == close ? 1 : 0) }
                if places < (quote == close ? 2 : 1) { title = close }
                break
            }
        }
        return longest
    }
}
