import Source

/// Commands that would reach into the page. Links to safe addresses work; the rest is refused, as KaTeX does unless
/// it is told to trust its input.
enum HTMLCommand: Sendable, Equatable {
    case link, address
    /// Takes an attribute and a body: `\htmlClass`.
    case attribute
    case image
}

extension CommandTable {
    static let html: [(String, Command)] = [
        ("href", .html(.link)), ("url", .html(.address)), ("htmlClass", .html(.attribute)),
        ("htmlId", .html(.attribute)), ("htmlStyle", .html(.attribute)), ("htmlData", .html(.attribute)),
        ("includegraphics", .html(.image)),
    ]
}

extension Parser {
    mutating func parseHTML(_ form: HTMLCommand, from start: Int) -> ID? {
        switch form {
        case .link:
            guard let raw = rawArgument("the address", from: start, isAddress: true) else { return nil }
            let body = parseArgument("the text of the link", from: start)
            return link(raw.bytes, raw.range, body, from: start)
        case .address:
            guard let raw = rawArgument("the address", from: start, isAddress: true) else { return nil }
            let words = add(text: String(decoding: raw.bytes, as: UTF8.self))
            let body = add(.text(text: words, font: .typewriter), raw.range)
            return link(raw.bytes, raw.range, body, from: start)
        case .attribute:
            warn(
                .modeError, at: range(from: start), "\(sourceName(at: start)) may not change the page: left out",
                help: "write its second argument alone")
            guard let attribute = rawArgument("the attribute", from: start) else { return nil }
            if sourceName(at: start) == "\\htmlData",
                !attribute.bytes.split(separator: UInt8(ascii: ",")).allSatisfy({ $0.contains(UInt8(ascii: "=")) })
            {
                pending.append(report(.badArgument, at: attribute.range, "expected name=value", help: "\\htmlData{name=value}{x}"))
            }
            return parseArgument("the argument", from: start)
        case .image:
            warn(
                .modeError, at: range(from: start), "a formula may not show a picture: its name stands for it",
                help: "use ![…](…) outside the formula")
            _ = rawOptional()
            guard let file = rawArgument("the file", from: start) else { return nil }
            let words = add(text: String(decoding: file.bytes, as: UTF8.self))
            return add(.text(text: words, font: .typewriter), range(from: start))
        }
    }

    private mutating func link(_ address: [UInt8], _ place: ByteRange, _ body: ID, from start: Int) -> ID {
        var url = address
        // Percent signs and their like may be escaped for TeX.
        url.removeAll { $0 == UInt8(ascii: "\\") }
        let lowered = String(decoding: url, as: UTF8.self).lowercased()
        let isSafe =
            ["http://", "https://", "mailto:"].contains { lowered.hasPrefix($0) }
            && url.allSatisfy { $0 > 0x20 && $0 != 0x7F }
        guard isSafe else {
            warn(.badArgument, at: place, "a link that does not begin with http://, https:// or mailto: is left out")
            return body
        }
        return add(.link(text: add(text: String(decoding: url, as: UTF8.self)), body: body), range(from: start))
    }
}
