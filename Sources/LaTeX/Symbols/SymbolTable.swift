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
    private(set) var classes: [UInt32: MathTree.AtomClass] = [:]

    static let shared = SymbolTable()

    private init() {
        add(SymbolTable.letters, .ordinary)
        add(SymbolTable.relations, .relation)
        add(SymbolTable.arrows, .relation)
        add(SymbolTable.binaryOperators, .binary)
        add(SymbolTable.largeOperators, .large)
        add(SymbolTable.integrals, .large)
        add(SymbolTable.ordinary, .ordinary)
        add(SymbolTable.openings, .open)
        add(SymbolTable.closings, .close)
        add(SymbolTable.dots, .inner)
        add(SymbolTable.punctuation, .punctuation)
        let names = symbols.count
        for (list, atomClass) in SymbolTable.packageLists { add(list, atomClass) }
        packageNames = symbols[names...].map { ($0.name, $0.atom.scalar) }
        symbols.removeSubrange(names...)
    }

    /// Names of unicode-math beyond those of TeX, which an author may define anew, with their signs.
    private(set) var packageNames: [(name: [UInt8], scalar: UInt32)] = []

    private static let packageLists: [(String, MathTree.AtomClass)] = [
        (packageRelation, .relation), (packageBinary, .binary), (packageLarge, .large), (packageOpenings, .open),
        (packageClosings, .close), (packageOrdinary, .ordinary),
    ]

    private mutating func add(_ list: String, _ atomClass: MathTree.AtomClass) {
        let bytes = Array(list.utf8)
        for line in bytes.split(separator: 0x0A) {
            let words = line.split(separator: 0x20)
            guard let first = words.first else { continue }
            let scalar = UTF8Decoder.scalar(in: Array(first), at: 0).scalar
            let atom = MathTree.Atom(scalar, atomClass)
            for name in words.dropFirst() { symbols.append(Symbol(name: Array(name), atom: atom)) }
            if scalar >= 0x80, classes[scalar] == nil { classes[scalar] = atomClass }
        }
    }

    /// The atom of a sign typed as itself: other spellings of a sign (a full-width bracket, a middle dot) are folded.
    func atom(typed scalar: UInt32) -> MathTree.Atom {
        let folded = SymbolTable.folded(scalar)
        if folded < 0x80 { return SymbolTable.ascii(folded) }
        return MathTree.Atom(folded, classes[folded] ?? SymbolTable.defaultClass(folded))
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
