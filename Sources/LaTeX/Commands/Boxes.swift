import Source

enum BoxCommand: Sendable, Equatable {
    /// The argument is text: `\fbox`.
    case textBox(MathTree.Enclosure)
    /// Text overlaps: `\llap`, `\rlap`, `\clap`.
    case textLap(MathTree.Enclosure)
    case smash, raise, center
    /// `\mathstrut`: as high as a bracket, without width.
    case strut
    case actuarialN
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
            let em = parseLength(for: "\\raisebox") ?? 0
            let body = parseText(.normal, from: start)
            return add(.raised(em: em, body: body), range(from: start))
        case .center:
            let body = parseArgument("the argument", from: start)
            return add(.raised(em: 0, body: body), range(from: start))
        case .strut:
            let range = range(from: start)
            let bracket = add(.atom(MathTree.Atom(0x28, .open)), range)
            return add(.enclosed(.verticalPhantom, body: bracket), range)
        case .actuarialN:
            let range = range(from: start)
            let letter = add(.atom(MathTree.Atom(0x6E, .ordinary)), range)
            return add(.enclosed(.angle, body: letter), range)
        }
    }
}
