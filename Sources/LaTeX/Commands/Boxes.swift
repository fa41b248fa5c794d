import Source

enum BoxCommand: Sendable, Equatable {
    /// The argument is text: `\fbox`.
    case textBox(MathTree.Enclosure)
    /// Text overlaps: `\llap`, `\rlap`, `\clap`.
    case textLap(MathTree.Enclosure)
    case smash, raise, center
    /// `\raise 2pt\hbox{x}` (1) and `\lower` (-1).
    case shift(Double)
    /// `\moveright 2pt\vbox{x}` (1) and `\moveleft` (-1).
    case move(Double)
    /// `\mathstrut`: as high as a bracket, without width.
    case strut
    case actuarialN
    /// `\cancelto{0}{x}`
    case cancelTo
    /// `\bbox[…]{x}`, `\enclose{…}{x}`: a box.
    case optionBox, notationBox
}

extension CommandTable {
    static let boxes: [(String, Command)] = [
        ("boxed", .enclosure(.box)), ("cancel", .enclosure(.cancel)), ("bcancel", .enclosure(.backCancel)),
        ("xcancel", .enclosure(.crossCancel)), ("sout", .enclosure(.strike)), ("phantom", .enclosure(.phantom)),
        ("hphantom", .enclosure(.horizontalPhantom)), ("vphantom", .enclosure(.verticalPhantom)),
        ("mathllap", .enclosure(.leftLap)), ("mathrlap", .enclosure(.rightLap)),
        ("mathclap", .enclosure(.centreLap)), ("angl", .enclosure(.angle)), ("phase", .enclosure(.phase)),
        ("fbox", .box(.textBox(.box))), ("framebox", .box(.textBox(.box))), ("llap", .box(.textLap(.leftLap))),
        ("rlap", .box(.textLap(.rightLap))), ("clap", .box(.textLap(.centreLap))), ("smash", .box(.smash)),
        ("raisebox", .box(.raise)), ("vcenter", .box(.center)), ("mathstrut", .box(.strut)),
        ("strut", .box(.strut)), ("angln", .box(.actuarialN)),
        ("raise", .box(.shift(1))), ("lower", .box(.shift(-1))), ("moveright", .box(.move(1))), ("moveleft", .box(.move(-1))),
        ("cancelto", .box(.cancelTo)), ("bbox", .box(.optionBox)), ("enclose", .box(.notationBox)),
    ]
}

extension Parser {
    mutating func parseEnclosure(_ enclosure: MathTree.Enclosure, from start: Int) -> ID {
        let body = parseArgument("the argument", from: start)
        return add(.enclosed(enclosure, body: body), range(from: start))
    }

    mutating func parseBox(_ form: BoxCommand, from start: Int) -> ID {
        switch form {
        case .textBox(let enclosure), .textLap(let enclosure):
            let body = parseText(.normal, from: start)
            return add(.enclosed(enclosure, body: body), range(from: start))
        case .smash:
            var enclosure = MathTree.Enclosure.smash
            if let optional = rawOptional() {
                switch optional.bytes {
                case [UInt8(ascii: "t")]: enclosure = .smashTop
                case [UInt8(ascii: "b")]: enclosure = .smashBottom
                default: break
                }
            }
            let body = parseArgument("the argument", from: start)
            return add(.enclosed(enclosure, body: body), range(from: start))
        case .raise:
            skipSpaces()
            guard peek() == UInt8(ascii: "{") else { return missingArgument("the length in braces", from: start) }
            let em = parseLength(for: "\\raisebox") ?? 0
            let body = parseText(.normal, from: start)
            return add(.raised(em: em, body: body), range(from: start))
        case .shift(let sign):
            let em = parseLength(for: "\\raise") ?? 0
            let body = parsePrimitiveArgument("the box", from: start)
            return add(.raised(em: sign * em, body: body), range(from: start))
        case .move(let sign):
            let em = sign * (parseLength(for: "\\moveright") ?? 0)
            let first = pending.count
            pending.append(add(.space(em: em), range(from: start)))
            pending.append(parsePrimitiveArgument("the box", from: start))
            pending.append(add(.space(em: -em), range(from: start)))
            return makeRow(from: first, range(from: start))
        case .center:
            let body = parseArgument("the argument", from: start)
            return add(.raised(em: 0, body: body), range(from: start))
        case .strut:
            let range = range(from: start)
            let bracket = add(.atom(MathTree.Atom(0x28, .open)), range)
            return add(.enclosed(.verticalPhantom, body: bracket), range)
        case .cancelTo:
            let value = parseArgument("the value", from: start)
            let body = parseArgument("the argument", from: start)
            let struck = add(.enclosed(.cancel, body: body), range(from: start))
            return add(.scripts(base: struck, sub: nil, sup: value, limits: false), range(from: start))
        case .optionBox: return parseOptionBox(from: start)
        case .notationBox:
            guard let notation = rawArgument("the notation", from: start) else { return emptyRow(at: start) }
            let body = parseArgument("the argument", from: start)
            return add(.enclosed(Parser.enclosure(notation.bytes), body: body), range(from: start))
        case .actuarialN:
            let range = range(from: start)
            let letter = add(.atom(MathTree.Atom(0x6E, .ordinary)), range)
            return add(.enclosed(.angle, body: letter), range)
        }
    }

    /// MathJax's `\bbox[yellow, 5px, border: 2px solid red]{x}`: a background, a border, or nothing but room.
    private mutating func parseOptionBox(from start: Int) -> ID {
        let options = rawOptional()
        let body = parseArgument("the argument", from: start)
        var node = body
        for option in options?.bytes.split(separator: UInt8(ascii: ",")) ?? [] {
            let word = option.filter { $0 > 0x20 }
            let isName = !word.isEmpty && word.allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
            let isHex = word.first == UInt8(ascii: "#") && (word.count == 4 || word.count == 7)
                && word.dropFirst().allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
            if word.starts(with: "border".utf8) {
                node = add(.enclosed(.box, body: node), range(from: start))
            } else if isName || isHex {
                let colour = add(text: String(decoding: word, as: UTF8.self))
                node = add(.background(text: colour, border: nil, body: node), range(from: start))
            }
        }
        return node
    }

    /// The enclosure of MathML's name for it; a box where we have none.
    private static func enclosure(_ notation: [UInt8]) -> MathTree.Enclosure {
        switch String(decoding: notation, as: UTF8.self) {
        case "updiagonalstrike": .cancel
        case "downdiagonalstrike": .backCancel
        case "updiagonalstrike downdiagonalstrike", "downdiagonalstrike updiagonalstrike": .crossCancel
        case "horizontalstrike": .strike
        case "actuarial": .angle
        default: .box
        }
    }
}
