import Source

/// The names and classes of single signs, from the lists in this folder: a line is a sign and its names.
///
/// A sign typed as itself gets the class of the first list that has it.
struct SymbolTable: Sendable {
    struct Symbol: Sendable {
        var name: [UInt8]
        var atom: MathTree.Atom
    }

    private(set) var symbols: [Symbol] = []

    static let shared = SymbolTable()

    private init() {
        symbols.reserveCapacity(1024)
        for (list, atomClass) in SymbolTable.lists {
            SymbolTable.read(list) { scalar, name in
                if let name { symbols.append(Symbol(name: Array(name), atom: MathTree.Atom(scalar, atomClass))) }
            }
        }
    }

    private static let lists: [(String, MathTree.AtomClass)] = [
        (letters, .ordinary), (relations, .relation), (arrows, .relation), (binaryOperators, .binary), (largeOperators, .large),
        (integrals, .large), (ordinary, .ordinary), (openings, .open), (closings, .close), (dots, .inner), (punctuation, .punctuation),
    ]

    /// Names of unicode-math beyond those of TeX, which an author may define anew, with their signs.
    static let packageNames: [(name: [UInt8], scalar: UInt32)] = {
        var names: [(name: [UInt8], scalar: UInt32)] = []
        for (list, _) in packageLists {
            read(list) { scalar, name in
                if let name { names.append((Array(name), scalar)) }
            }
        }
        return names
    }()

    private static let classes: [UInt32: MathTree.AtomClass] = {
        var classes: [UInt32: MathTree.AtomClass] = [:]
        for (list, atomClass) in lists + packageLists {
            read(list) { scalar, name in
                if name == nil, scalar >= 0x80, classes[scalar] == nil { classes[scalar] = atomClass }
            }
        }
        return classes
    }()

    private static let packageLists: [(String, MathTree.AtomClass)] = [
        (packageRelation, .relation), (packageBinary, .binary), (packageLarge, .large), (packageOpenings, .open),
        (packageClosings, .close), (packageOrdinary, .ordinary),
    ]

    /// Hands over the sign of each line, once alone and once with each of its names.
    private static func read(_ list: String, _ body: (UInt32, ArraySlice<UInt8>?) -> Void) {
        let bytes = Array(list.utf8)
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            var scalar: UInt32?
            var word = start
            while word < end {
                var next = word
                while next < end, bytes[next] != 0x20 { next += 1 }
                if next > word {
                    if let scalar {
                        body(scalar, bytes[word..<next])
                    } else {
                        let sign = UTF8Decoder.scalar(in: bytes, at: word).scalar
                        scalar = sign
                        body(sign, nil)
                    }
                }
                word = next + 1
            }
            start = end + 1
        }
    }

    /// The atom of a sign typed as itself: other spellings of a sign (a full-width bracket, a middle dot) are folded.
    func atom(typed scalar: UInt32) -> MathTree.Atom {
        let folded = SymbolTable.folded(scalar)
        if folded < 0x80 { return SymbolTable.ascii(folded) }
        return MathTree.Atom(folded, SymbolTable.classes[folded] ?? SymbolTable.defaultClass(folded))
    }

    /// Integrals have their limits beside them.
    static func isIntegral(_ scalar: UInt32) -> Bool { (0x222B...0x2233).contains(scalar) || scalar == 0x2A0C }

    /// The atom of an ASCII character that is neither a letter, a digit nor of TeX's own syntax.
    static func ascii(_ scalar: UInt32) -> MathTree.Atom {
        switch UInt8(truncatingIfNeeded: scalar) {
        case UInt8(ascii: "+"): MathTree.Atom(scalar, .binary)
        case UInt8(ascii: "-"): MathTree.Atom(0x2212, .binary)
        case UInt8(ascii: "*"): MathTree.Atom(0x2217, .binary)
        case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"): MathTree.Atom(scalar, .relation)
        case UInt8(ascii: "("), UInt8(ascii: "["): MathTree.Atom(scalar, .open)
        case UInt8(ascii: ")"), UInt8(ascii: "]"): MathTree.Atom(scalar, .close)
        case UInt8(ascii: ","), UInt8(ascii: ";"): MathTree.Atom(scalar, .punctuation)
        case UInt8(ascii: "`"): MathTree.Atom(0x2018, .ordinary)
        default: MathTree.Atom(scalar, .ordinary)
        }
    }

    private static func defaultClass(_ scalar: UInt32) -> MathTree.AtomClass {
        switch scalar {
        case 0x2190...0x21FF, 0x27F0...0x27FF, 0x2900...0x297F: .relation
        case 0x2A00...0x2A1C: .large
        case 0x2200...0x22FF: .relation
        default: .ordinary
        }
    }

    /// One scalar for signs that are spelt in several ways. Full-width punctuation that separates (，；。、) is kept.
    static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xFF0C, 0xFF1B: scalar
        case 0xFF01...0xFF5E: scalar - 0xFEE0  // full-width ASCII
        case 0x00B7, 0x2027, 0x30FB: 0x22C5  // middle dots
        case 0x2010, 0x2011, 0x2013, 0x002D: 0x2212  // hyphens as minus
        case 0x2223: 0x2223
        case 0x2225: 0x2225
        case 0x2126: 0x03A9  // ohm
        case 0x00B5: 0x03BC  // micro
        case 0x2206: 0x0394  // increment
        case 0x3008, 0x2329: 0x27E8
        case 0x3009, 0x232A: 0x27E9
        case 0x2018, 0x2019: 0x2032  // quotation marks as primes
        case 0x22EF: 0x22EF
        default: scalar
        }
    }

    /// Separators.
    static let punctuation = #"""
        . ldotp
        ⋅ cdotp
        : colon
        """#
}
