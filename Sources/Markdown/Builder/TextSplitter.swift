import Source

/// Bare addresses (GFM 6.9) and `#tags` in one run of text.
struct TextSplitter {
    let dialect: NoteReader.Dialect
    let bytes: [UInt8]
    /// Whether the run begins a line or follows a blank.
    let afterBlank: Bool

    func split(into items: inout [InlineItem]) {
        var from = 0
        var i = 0
        func flush(_ end: Int) {
            if end > from { items.append(.text(Array(bytes[from..<end]))) }
        }
        while i < bytes.count {
            let c = bytes[i]
            if c == UInt8(ascii: "#"), dialect.contains(.tags), let end = tag(i) {
                flush(i)
                items.append(.tag(Array(bytes[i..<end])))
                i = end
                from = i
            } else if dialect.contains(.autolinks), let link = address(i) {
                let start = link.start
                guard start >= from else {
                    i += 1
                    continue
                }
                flush(start)
                let text = Array(bytes[start..<link.end])
                let destination = link.scheme + String(decoding: text, as: UTF8.self)
                items.append(.open(.init(kind: .link(destination: destination, title: ""), delimiter: .bare)))
                items.append(.text(text))
                items.append(.close)
                i = link.end
                from = i
            } else {
                i += 1
            }
        }
        flush(bytes.count)
    }

    private func isBoundary(_ i: Int) -> Bool { i == 0 ? afterBlank : Byte.isSpace(bytes[i - 1]) }

    /// `#深度学习/基础`: a blank before, then letters, digits, `_`, `-` and `/`, not digits alone.
    private func tag(_ start: Int) -> Int? {
        guard isBoundary(start) else { return nil }
        var i = start + 1
        var hasLetter = false
        while i < bytes.count {
            let c = bytes[i]
            if c >= 0x80 {
                let (scalar, length) = UTF8Decoder.scalar(in: bytes, at: i)
                if (0x2000...0x206F).contains(scalar) || (0x3000...0x303F).contains(scalar) || (0xFF00...0xFF0F).contains(scalar)
                    || (0xFF1A...0xFF20).contains(scalar) || (0xFF3B...0xFF40).contains(scalar) || scalar == 0xA0 { break }
                hasLetter = true
                i += length
                continue
            }
            guard Byte.isAlphanumeric(c) || c == UInt8(ascii: "_") || c == UInt8(ascii: "-") || c == UInt8(ascii: "/") else { break }
            if !Byte.isDigit(c) { hasLetter = true }
            i += 1
        }
        guard hasLetter, i > start + 1 else { return nil }
        // `#tag.name`, `#include<x>`: no tag ends there.
        if i < bytes.count, bytes[i] == UInt8(ascii: "#") { return nil }
        return i
    }

    private struct Address {
        var start: Int
        var end: Int
        var scheme: String
    }

    private func address(_ i: Int) -> Address? {
        switch bytes[i] {
        case UInt8(ascii: "w"):
            guard bytes.has("www.", at: i), mayStart(i), let end = domain(i, dots: 1) else { return nil }
            return Address(start: i, end: trimmed(i, path(end)), scheme: "http://")
        case UInt8(ascii: "h"), UInt8(ascii: "f"):
            let scheme = bytes.has("https://", at: i) ? 8 : bytes.has("http://", at: i) ? 7 : bytes.has("ftp://", at: i) ? 6 : 0
            guard scheme > 0, mayStart(i), let end = domain(i + scheme, dots: 0) else { return nil }
            return Address(start: i, end: trimmed(i, path(end)), scheme: "")
        case UInt8(ascii: "@"): return mail(i)
        default: return nil
        }
    }

    private func mayStart(_ i: Int) -> Bool {
        guard i > 0 else { return true }
        let c = bytes[i - 1]
        // GFM wants a blank or one of `*_~(`; Chinese is written without blanks.
        return Byte.isSpace(c) || c == UInt8(ascii: "*") || c == UInt8(ascii: "_") || c == UInt8(ascii: "~")
            || c == UInt8(ascii: "(") || c >= 0x80 || c == UInt8(ascii: ":") || c == UInt8(ascii: "\"") || c == UInt8(ascii: "'")
    }

    /// The end of a domain: segments of letters, digits, `-` and `_` (none in the last two), so many dots at least.
    private func domain(_ start: Int, dots: Int) -> Int? {
        var i = start
        var found = 0
        var underscores = [0, 0]
        while i < bytes.count {
            let c = bytes[i]
            if c == UInt8(ascii: ".") {
                found += 1
                underscores = [underscores[1], 0]
            } else if c == UInt8(ascii: "_") {
                underscores[1] += 1
            } else if c >= 0x80 {
                // Chinese words and full-width marks behind a bare domain are prose; emoji and accents are names.
                let (scalar, length) = UTF8Decoder.scalar(in: bytes, at: i)
                if (0x2000...0x206F).contains(scalar) || (0x2E80...0xFFEF).contains(scalar) || scalar == 0xA0 { break }
                i += length
                continue
            } else if !Byte.isAlphanumeric(c), c != UInt8(ascii: "-") {
                break
            }
            i += 1
        }
        guard i > start, bytes[start] != UInt8(ascii: "."), found >= dots, underscores == [0, 0] else { return nil }
        return i
    }

    private func path(_ start: Int) -> Int {
        var i = start
        while i < bytes.count, bytes[i] > 0x20, bytes[i] != UInt8(ascii: "<") {
            // Full-width punctuation ends an address in Chinese text.
            if bytes[i] >= 0x80 {
                let (scalar, _) = UTF8Decoder.scalar(in: bytes, at: i)
                if (0x3000...0x303F).contains(scalar) || (0xFF00...0xFFEF).contains(scalar) || (0x2010...0x205F).contains(scalar) { break }
            }
            i += 1
        }
        return i
    }

    /// Drops trailing punctuation, an unmatched `)`, and what looks like a character reference.
    private func trimmed(_ start: Int, _ stop: Int) -> Int {
        var end = stop
        var opening = 0
        var closing = 0
        for i in start..<stop {
            if bytes[i] == UInt8(ascii: "(") { opening += 1 }
            if bytes[i] == UInt8(ascii: ")") { closing += 1 }
        }
        while end > start {
            let c = bytes[end - 1]
            switch c {
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
                UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
                end -= 1
                continue
            case UInt8(ascii: ")"):
                guard closing > opening else { return end }
                closing -= 1
                end -= 1
                continue
            case UInt8(ascii: ";"):
                var i = end - 2
                while i > start, Byte.isLetter(bytes[i]) { i -= 1 }
                guard i < end - 2, bytes[i] == UInt8(ascii: "&") else { return end - 1 }
                end = i
                continue
            default: return end
            }
        }
        return end
    }

    private func mail(_ at: Int) -> Address? {
        var start = at
        while start > 0, Byte.isAlphanumeric(bytes[start - 1]) || [0x2E, 0x2D, 0x5F, 0x2B].contains(bytes[start - 1]),
            at - start < 256
        { start -= 1 }
        guard start < at else { return nil }
        var i = at + 1
        var dots = 0
        while i < bytes.count, Byte.isAlphanumeric(bytes[i]) || [0x2E, 0x2D, 0x5F].contains(bytes[i]) {
            if bytes[i] == UInt8(ascii: ".") { dots += i + 1 < bytes.count && Byte.isAlphanumeric(bytes[i + 1]) ? 1 : 0 }
            i += 1
        }
        while i > at + 1, bytes[i - 1] == UInt8(ascii: ".") { i -= 1 }
        guard dots > 0, i > at + 1, Byte.isAlphanumeric(bytes[i - 1]) else { return nil }
        return Address(start: start, end: i, scheme: "mailto:")
    }
}
