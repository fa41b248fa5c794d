import Source

/// The tokens of raw HTML, as browsers read them: what looks like a tag to them is a tag here.
struct HTMLTokenizer {
    enum Token {
        case text([UInt8])
        case start(name: String, attributes: [HTMLAttribute])
        case end(name: String)
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ html: String) { bytes = Array(html.utf8) }

    /// Skips what a raw-text element (`script`, `style`) holds, its end tag included.
    mutating func skip(to name: String) {
        let name = Array(name.utf8)
        while position + 2 + name.count <= bytes.count {
            if bytes[position] == UInt8(ascii: "<"), bytes[position + 1] == UInt8(ascii: "/"),
                bytes[(position + 2)..<(position + 2 + name.count)].lazy.map(Byte.lower).elementsEqual(name)
            {
                while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
                position = min(position + 1, bytes.count)
                return
            }
            position += 1
        }
        position = bytes.count
    }

    mutating func next() -> Token? {
        while position < bytes.count {
            let start = position
            while position < bytes.count, !startsMarkup(position) { position += 1 }
            if position > start { return .text(Array(bytes[start..<position])) }
            guard let end = markupEnd() else {
                // A tag without an end: the rest is text, and is not looked at again.
                position = bytes.count
                return .text(Array(bytes[start...]))
            }
            let token = tag(start)
            position = end
            if let token { return token }
        }
        return nil
    }

    private func startsMarkup(_ i: Int) -> Bool {
        guard bytes[i] == UInt8(ascii: "<"), i + 1 < bytes.count else { return false }
        let c = bytes[i + 1]
        return Byte.isLetter(c) || c == UInt8(ascii: "/") || c == UInt8(ascii: "!") || c == UInt8(ascii: "?")
    }

    /// The end of the tag or comment at `position`; for tags `attributes` are read again by `tag`.
    private func markupEnd() -> Int? {
        if bytes.has("<!--", at: position) {
            return bytes.firstIndex(of: "-->", in: (position + 2)..<bytes.count).map { $0 + 3 }
        }
        var i = position + 1
        guard Byte.isLetter(bytes[i]) else {
            while i < bytes.count, bytes[i] != UInt8(ascii: ">") { i += 1 }
            return i < bytes.count ? i + 1 : nil
        }
        var afterEquals = false
        while i < bytes.count {
            let c = bytes[i]
            if c == UInt8(ascii: ">") { return i + 1 }
            if afterEquals, c == UInt8(ascii: "\"") || c == UInt8(ascii: "'") {
                i += 1
                while i < bytes.count, bytes[i] != c { i += 1 }
                afterEquals = false
            } else if c == UInt8(ascii: "=") {
                afterEquals = true
            } else if !Byte.isSpace(c) {
                afterEquals = false
            }
            i += 1
        }
        return nil
    }

    private func tag(_ start: Int) -> Token? {
        var i = start + 1
        let isEnd = bytes[i] == UInt8(ascii: "/")
        if isEnd { i += 1 }
        guard i < bytes.count, Byte.isLetter(bytes[i]) else { return nil }
        let nameStart = i
        while i < bytes.count, !Byte.isSpace(bytes[i]), bytes[i] != UInt8(ascii: ">"), bytes[i] != UInt8(ascii: "/") { i += 1 }
        let name = String(decoding: bytes[nameStart..<i].map(Byte.lower), as: UTF8.self)
        return isEnd ? .end(name: name) : .start(name: name, attributes: attributes(&i))
    }

    private func attributes(_ i: inout Int) -> [HTMLAttribute] {
        var result: [HTMLAttribute] = []
        while i < bytes.count, bytes[i] != UInt8(ascii: ">"), result.count < 64 {
            if Byte.isSpace(bytes[i]) || bytes[i] == UInt8(ascii: "/") {
                i += 1
                continue
            }
            let start = i
            // A name may begin with `=`; it ends at a blank, `/`, `>` or `=`.
            i += 1
            while i < bytes.count, !Byte.isSpace(bytes[i]), bytes[i] != UInt8(ascii: ">"), bytes[i] != UInt8(ascii: "/"),
                bytes[i] != UInt8(ascii: "=")
            { i += 1 }
            let name = String(decoding: bytes[start..<i].map(Byte.lower), as: UTF8.self)
            while i < bytes.count, Byte.isSpace(bytes[i]) { i += 1 }
            var value: ArraySlice<UInt8> = []
            if i < bytes.count, bytes[i] == UInt8(ascii: "=") {
                i += 1
                while i < bytes.count, Byte.isSpace(bytes[i]) { i += 1 }
                let from = i
                if i < bytes.count, bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") {
                    let quote = bytes[i]
                    i += 1
                    while i < bytes.count, bytes[i] != quote { i += 1 }
                    value = bytes[(from + 1)..<max(from + 1, i)]
                    i = min(i + 1, bytes.count)
                } else {
                    while i < bytes.count, !Byte.isSpace(bytes[i]), bytes[i] != UInt8(ascii: ">") { i += 1 }
                    value = bytes[from..<i]
                }
            }
            if !result.contains(where: { $0.name == name }) {
                result.append(HTMLAttribute(name, CharacterReferences.resolve(value)))
            }
        }
        return result
    }
}
