import Source

enum ColourCommand: Sendable, Equatable {
    /// `\color{red}`: to the end of the group.
    case colourSwitch
    /// `\textcolor{red}{x}`
    case coloured
    case box, framedBox
    /// `\definecolor{name}{RGB}{255,0,0}`
    case define
}

extension CommandTable {
    static let colours: [(String, Command)] = [
        ("color", .colour(.colourSwitch)), ("textcolor", .colour(.coloured)), ("colorbox", .colour(.box)),
        ("fcolorbox", .colour(.framedBox)), ("definecolor", .colour(.define)),
    ]
}

extension Parser {
    mutating func parseColour(_ form: ColourCommand, from start: Int) -> ID? {
        switch form {
        case .colourSwitch:
            return nil
        case .define:
            guard let name = rawArgument("the colour's name", from: start), let model = rawArgument("the model", from: start),
                let values = rawArgument("the colour", from: start)
            else { return nil }
            guard let colour = Parser.colour(values.bytes, model: model.bytes) else {
                return badColour(values)
            }
            rare.colours[String(decoding: name.bytes, as: UTF8.self)] = colour
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
        let model = peek() == UInt8(ascii: "[") ? rawOptional() : nil
        guard let raw = rawArgument("a colour", from: start) else { return nil }
        if let model {
            guard let colour = Parser.colour(raw.bytes, model: model.bytes) else {
                pending.append(badColour(raw))
                return nil
            }
            return add(text: colour)
        }
        let bytes = raw.bytes.filter { $0 != 0x20 }
        let text = String(decoding: bytes, as: UTF8.self)
        let isName = !bytes.isEmpty && bytes.allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
        let digits = bytes.first == UInt8(ascii: "#") ? bytes.dropFirst() : bytes[...]
        let isHex = digits.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
        let isNumber = isHex && (digits.count == 6 || (bytes.first == UInt8(ascii: "#") && digits.count == 3))
        if !rare.colours.isEmpty, let own = rare.colours[text] { return add(text: own) }
        if isNumber { return add(text: "#" + String(decoding: digits, as: UTF8.self)) }
        if isName {
            if let own = ColourNames.values[text] { return add(text: own) }
            if !ColourNames.isKnown(text) {
                warn(
                    .badArgument, at: raw.range, "\(text) is not the name of a colour: it is not drawn",
                    help: ColourNames.nearest(to: text).map { "did you mean \($0)?" } ?? "define it: \\definecolor{\(text)}{HTML}{336699}")
            }
            return add(text: text)
        }
        pending.append(badColour(raw))
        return nil
    }

    private mutating func badColour(_ raw: RawArgument) -> ID {
        let text = String(decoding: raw.bytes.filter { $0 != 0x20 }, as: UTF8.self)
        return report(
            .badArgument, at: raw.range, "\(text.isEmpty ? "nothing" : text) is not a colour",
            help: "a name such as red, or #rrggbb")
    }

    /// xcolor's `rgb`, `RGB`, `HTML` and `gray` as `#rrggbb`.
    static func colour(_ values: [UInt8], model: [UInt8]) -> String? {
        let text = String(decoding: values.filter { $0 != 0x20 }, as: UTF8.self)
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let channels: [Double]
        switch String(decoding: model.filter { $0 != 0x20 }, as: UTF8.self) {
        case "HTML":
            guard text.utf8.count == 6, text.allSatisfy({ $0.isHexDigit && $0.isASCII }) else { return nil }
            return "#" + text
        case "rgb": channels = parts.map { (Double($0) ?? -1) * 255 }
        case "RGB": channels = parts.map { Double($0) ?? -1 }
        case "gray": channels = parts.count == 1 ? [Double](repeating: (Double(text) ?? -1) * 255, count: 3) : []
        case "cmyk":
            let inks = parts.map { Double($0) ?? -1 }
            guard inks.count == 4, inks.allSatisfy({ (0...1).contains($0) }) else { return nil }
            channels = inks.prefix(3).map { 255 * (1 - $0) * (1 - inks[3]) }
        default: return nil
        }
        guard channels.count == 3, channels.allSatisfy({ (0...255).contains($0) }) else { return nil }
        return "#" + channels.map { channel in
            let value = Int(channel.rounded())
            return (value < 16 ? "0" : "") + String(value, radix: 16)
        }.joined()
    }
}
