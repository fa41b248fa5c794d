import Source

enum BraketCommand: Sendable, Equatable {
    case bra, ket, braket, set
    /// Capital: as high as the content.
    case tallBra, tallKet, tallBraket, tallSet
}

extension CommandTable {
    static let brakets: [(String, Command)] = [
        ("bra", .braket(.bra)), ("ket", .braket(.ket)), ("braket", .braket(.braket)), ("set", .braket(.set)),
        ("Bra", .braket(.tallBra)), ("Ket", .braket(.tallKet)), ("Braket", .braket(.tallBraket)),
        ("Set", .braket(.tallSet)),
    ]
}

extension Parser {
    mutating func parseBraket(_ form: BraketCommand, from start: Int) -> ID {
        let command = range(from: start)
        let body = parseArgument("the argument", from: start)
        let whole = range(from: start)
        let (open, close): (UInt32, UInt32) =
            switch form {
            case .bra, .tallBra: (0x27E8, 0x7C)
            case .ket, .tallKet: (0x7C, 0x27E9)
            case .braket, .tallBraket: (0x27E8, 0x27E9)
            case .set, .tallSet: (0x7B, 0x7D)
            }
        switch form {
        case .tallBra, .tallKet, .tallBraket, .tallSet:
            return add(.fenced(open: open, body: body, close: close), whole)
        case .bra, .ket, .braket, .set:
            let first = pending.count
            pending.append(add(.atom(MathTree.Atom(open, .open)), command))
            pending.append(body)
            pending.append(add(.atom(MathTree.Atom(close, .close)), command))
            return makeRow(from: first, whole)
        }
    }
}
