import Source

enum ColourCommand: Sendable, Equatable {
    /// `\color{red}`: to the end of the group.
    case colourSwitch
    /// `\textcolor{red}{x}`
    case coloured
    case box, framedBox
}

extension CommandTable {
    static let colours: [(String, Command)] = [
        ("color", .colour(.colourSwitch)), ("textcolor", .colour(.coloured)), ("colorbox", .colour(.box)),
        ("fcolorbox", .colour(.framedBox)),
    ]
}

extension Parser {
    mutating func parseColour(_ form: ColourCommand, from start: Int) -> ID? {
        switch form {
        case .colourSwitch:
            return nil
        case .coloured:
            let colour = parseColour(for: "\\textcolor")
            let body = parseArgument("the argument", from: start)
            guard let colour else { return body }
            return add(.coloured(text: colour, body: body), range(from: start))
        case .box:
            let colour = parseColour(for: "\\colorbox")
            let body = parseText(.normal, from: start)
            guard let colour else { return body }
            return add(.background(text: colour, border: nil, body: body), range(from: start))
        case .framedBox:
            let border = parseColour(for: "\\fcolorbox")
            let colour = parseColour(for: "\\fcolorbox")
            let body = parseText(.normal, from: start)
            guard let colour, let border else { return body }
            return add(.background(text: colour, border: border, body: body), range(from: start))
        }
    }

    /// `{red}`, `{#f00}`: the index of the checked text; `nil` with an error pending.
    mutating func parseColour(for command: StaticString) -> UInt32? {
        let start = here
        guard let raw = rawArgument("a colour", from: start) else { return nil }
        let bytes = raw.bytes.filter { $0 != 0x20 }
        let text = String(decoding: bytes, as: UTF8.self)
        let isName = !bytes.isEmpty && bytes.allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
        let digits = bytes.first == UInt8(ascii: "#") ? bytes.dropFirst() : bytes[...]
        let isHex = digits.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
        let isNumber = isHex && (digits.count == 6 || (bytes.first == UInt8(ascii: "#") && digits.count == 3))
        if isNumber { return add(text: "#" + String(decoding: digits, as: UTF8.self)) }
        if isName { return add(text: text) }
        pending.append(
            report(
                .badArgument, at: raw.range, "\(text.isEmpty ? "nothing" : text) is not a colour",
                help: "a name such as red, or #rrggbb"))
        return nil
    }
}
