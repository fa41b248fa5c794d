/// What a command name stands for. Each family has its file in this folder: its names, and how it is read.
enum Command: Sendable {
    case symbol(MathTree.Atom)
    case operatorName(StaticString, limits: Bool)
    case operatorCommand(OperatorCommand)
    case accent(MathTree.Accent)
    case fraction(FractionCommand)
    case infix(InfixCommand)
    case radical
    case font(MathTree.Font)
    /// `\bf`: to the end of the group.
    case fontSwitch(MathTree.Font)
    case sizeSwitch(MathTree.Size)
    case text(MathTree.Font)
    case space(em: Double)
    case spaceCommand(SpaceCommand)
    case delimiter(DelimiterCommand)
    case environment(EnvironmentCommand)
    case stack(StackCommand)
    case arrow(UInt32)
    case enclosure(MathTree.Enclosure)
    case box(BoxCommand)
    case colour(ColourCommand)
    case atomClass(MathTree.AtomClass)
    case limits(Bool)
    case note(NoteCommand)
    case macro(MacroCommand)
    case letter(LetterCommand)
    case braket(BraketCommand)
    case html(HTMLCommand)
    case cell(CellCommand)
    /// Index into `Expansion.all`.
    case expansion(UInt16)
    case rewriting(Rewriting)

    /// May stand without braces as a script or as the argument of a primitive: `x^\frac12`, `x_\text{max}`.
    var standsInArgument: Bool {
        switch self {
        case .symbol(let atom): atom.atomClass != .large
        case .fraction(let command): command.standsInArgument
        case .letter(.textAccent), .letter(.not), .letter(.rightQuote): false
        case .font, .text, .letter, .box(.actuarialN): true
        case .operatorCommand(let command): command == .pod || command == .pmod || command == .mod
        default: false
        }
    }
}

extension Command {
    /// Chemistry and quantities, which LaTeX sets in words as in formulas.
    var worksInTextAsFormula: Bool {
        switch self {
        case .rewriting(.chemistry), .rewriting(.unit), .rewriting(.quantity): true
        default: false
        }
    }

    /// Of a package that an author's own definition replaces.
    var isPackages: Bool {
        switch self {
        case .expansion, .rewriting: true
        default: false
        }
    }
}

/// Command names, found by their bytes.
///
/// An open-addressing table over one arena of names: no strings, no reference counting.
struct CommandTable: Sendable {
    private var arena: [UInt8] = []
    private var slots: [Slot]
    /// Without those of packages, which are short: no misspelling is taken for one of them.
    private(set) var names: [Range<Int>] = []
    private let mask: Int

    private struct Slot: Sendable {
        var start: UInt32 = 0
        var count: UInt32 = 0
        var command: Command = .space(em: 0)
    }

    static let shared = CommandTable()

    /// Names of packages, which are many and seldom: asked for what is no command of ours, and made then.
    private static let packages = CommandTable([expansions, rewritings])

    private let isOwn: Bool

    private init(_ families: [[(String, Command)]]) {
        slots = Array(repeating: Slot(), count: 4096)
        mask = 4095
        isOwn = false
        // Of two of one name the first counts.
        for family in families.reversed() {
            for (name, command) in family.reversed() { add(Array(name.utf8), command) }
        }
    }

    private init() {
        slots = Array(repeating: Slot(), count: 4096)
        mask = 4095
        isOwn = true
        for symbol in SymbolTable.shared.symbols { add(symbol.name, .symbol(symbol.atom)) }
        for family in CommandTable.titledFamilies {
            for (name, command) in family.commands { add(Array(name.utf8), command) }
        }
    }

    /// Names of ours that an author may take for a \newcommand of their own: most formulas are written where they are free.
    static let replaceable: Set<String> = Set(
        """
        Bmatrix DH DJ L NG SS TH Tiny Vmatrix abovewithdelims align array atopwithdelims b bbFont bbox bfseries bmatrix
        bottomrule cancelto cases cellcolor cline cmidrule d dh displaylines dj enclose ensuremath eqalign eqalignno
        eqref framebox hdotsfor hfil hfill hhline idotsint intertext itshape k l label leqalignno lower mathbbm mathds
        mathup matrix mbox mdseries midrule moveleft moveright mspace multicolumn ng nicefrac normalfont overbracket
        overparen overunderset overwithdelims pmatrix prescript raise ref require rmfamily rowcolor sffamily sfrac
        shortintertext sideset smallmatrix split strut t textsc textsl toprule ttfamily underbracket underparen unicode
        upshape vmatrix
        """.split { $0 == " " || $0 == "\n" }.map(String.init))

    /// One line a family.
    static let titledFamilies: [(title: String, commands: [(String, Command)])] = [
        ("Accents", accents), ("Arrows with labels", arrows), ("Boxes", boxes), ("Brakets and sets", brakets), ("Cells", cells),
        ("Colours", colours), ("Delimiters", delimiters), ("Rows and lines", environments), ("Fonts", fonts), ("Fractions", fractions),
        ("Links", html), ("Letters", letters), ("Definitions", macros), ("Numbers of equations", notes), ("Operators", operators),
        ("Spaces", spaces), ("Stacks", stacks), ("Sizes and roots", styles), ("Text", texts),
    ]

    @inline(__always)
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int(truncatingIfNeeded: hash ^ hash >> 15)
    }

    private mutating func add(_ name: [UInt8], _ command: Command) {
        var k = name.withUnsafeBufferPointer(CommandTable.hash) & mask
        while slots[k].count != 0 {
            let slot = slots[k]
            if arena[Int(slot.start)..<Int(slot.start + slot.count)].elementsEqual(name) {
                slots[k].command = command
                return
            }
            k = (k + 1) & mask
        }
        slots[k] = Slot(start: UInt32(arena.count), count: UInt32(name.count), command: command)
        names.append(arena.count..<(arena.count + name.count))
        arena.append(contentsOf: name)
    }

    /// The command of that name (without the backslash).
    @inline(__always)
    func find(_ name: UnsafeBufferPointer<UInt8>) -> Command? {
        guard !name.isEmpty else { return nil }
        var k = CommandTable.hash(name) & mask
        while true {
            let slot = slots[k]
            if slot.count == 0 { return isOwn ? CommandTable.packages.find(foreign: name) : nil }
            if Int(slot.count) == name.count {
                var isSame = true
                var i = 0
                while i < name.count {
                    if arena[Int(slot.start) + i] != name[i] {
                        isSame = false
                        break
                    }
                    i += 1
                }
                if isSame { return slot.command }
            }
            k = (k + 1) & mask
        }
    }

    @inline(never)
    private func find(foreign name: UnsafeBufferPointer<UInt8>) -> Command? { find(name) }

    func find(_ text: [UInt8], _ range: Range<Int>) -> Command? {
        text.withUnsafeBufferPointer { find(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    func name(_ range: Range<Int>) -> ArraySlice<UInt8> { arena[range] }
}
