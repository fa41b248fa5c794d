import Source

enum SpaceCommand: Sendable, Equatable {
    /// `\hspace{1em}`, with an optional star.
    case hspace
    /// `\mspace{3mu}`
    case mathSpace
    /// `\kern 1em`, without braces.
    case kern
    /// `\mkern 3mu`
    case mathKern
    case none
    case rule
}

extension CommandTable {
    static let spaces: [(String, Command)] = [
        (",", .space(em: 1.0 / 6)), ("thinspace", .space(em: 1.0 / 6)), (":", .space(em: 2.0 / 9)),
        (">", .space(em: 2.0 / 9)), ("medspace", .space(em: 2.0 / 9)), (";", .space(em: 5.0 / 18)),
        ("thickspace", .space(em: 5.0 / 18)), ("!", .space(em: -1.0 / 6)), ("negthinspace", .space(em: -1.0 / 6)),
        ("negmedspace", .space(em: -2.0 / 9)), ("negthickspace", .space(em: -5.0 / 18)),
        ("enspace", .space(em: 0.5)), ("enskip", .space(em: 0.5)), ("quad", .space(em: 1)), ("qquad", .space(em: 2)),
        (" ", .space(em: 0.25)), ("\n", .space(em: 0.25)), ("\t", .space(em: 0.25)), ("space", .space(em: 0.25)),
        ("nobreakspace", .space(em: 0.25)), ("hspace", .spaceCommand(.hspace)), ("hskip", .spaceCommand(.kern)),
        ("kern", .spaceCommand(.kern)), ("mkern", .spaceCommand(.mathKern)), ("mskip", .spaceCommand(.mathKern)),
        ("mspace", .spaceCommand(.mathSpace)), ("allowbreak", .spaceCommand(.none)), ("nobreak", .spaceCommand(.none)),
        ("rule", .spaceCommand(.rule)),
    ]
}

extension Parser {
    mutating func parseSpace(_ form: SpaceCommand, from start: Int) -> ID? {
        switch form {
        case .none:
            return nil
        case .hspace:
            if peek() == UInt8(ascii: "*") { position += 1 }
            skipSpaces()
            guard peek() == UInt8(ascii: "{") else { return missingArgument("the length in braces", from: start) }
            return parseLength(for: "\\hspace").map { add(.space(em: $0), range(from: start)) }
        case .mathSpace:
            guard let raw = rawArgument("the length", from: start) else { return nil }
            guard raw.bytes.count > 2, raw.bytes.filter({ $0 > 0x20 }).suffix(2).elementsEqual("mu".utf8) else {
                return report(.badArgument, at: raw.range, "\\mspace takes a length in mu", help: "18mu are 1em; \\hspace takes 1em")
            }
            return length(raw.bytes, at: raw.range).map { add(.space(em: $0), range(from: start)) }
        case .kern:
            return parseLength(for: "\\kern").map { add(.space(em: $0), range(from: start)) }
        case .mathKern:
            return parseLength(for: "\\mkern").map { add(.space(em: $0), range(from: start)) }
        case .rule:
            var raise = 0.0
            if let optional = rawOptional() {
                let inner = ByteRange(optional.range.lower + 1, max(optional.range.lower + 1, optional.range.upper - 1))
                raise = length(optional.bytes, at: inner) ?? 0
            }
            guard let width = parseLength(for: "\\rule"), let height = parseLength(for: "\\rule") else { return nil }
            let rule = add(.rule(width: width, height: height), range(from: start))
            return raise == 0 ? rule : add(.raised(em: raise, body: rule), range(from: start))
        }
    }
}
