import LaTeX
import Source

/// One item of a formula's row as the reader of meaning sees it: braces, styles and sizes resolved, scripts attached.
struct Token: Sendable {
    enum Kind: Sendable {
        case letter(UInt32)
        /// `\operatorname{…}`, `\log`, or several upright letters.
        case word(String)
        case text(String)
        case number(String)
        /// An operator or a sign without class of its own: `+`, `·`, `∂`, `∞`, `!`.
        case sign(UInt32)
        case relation(UInt32)
        case open(UInt32)
        case close(UInt32)
        /// `|` or `‖` whose side is to be found out.
        case bar(UInt32)
        case punctuation(UInt32)
        case large(UInt32)
        case ellipsis(UInt32)
        case fraction(top: MathTree.ID, bottom: MathTree.ID, hasBar: Bool)
        case radical(body: MathTree.ID, index: MathTree.ID?)
        case fenced(open: UInt32, body: MathTree.ID, close: UInt32)
        case accent(MathTree.Accent, base: MathTree.ID)
        case stack(base: MathTree.ID, over: MathTree.ID?, under: MathTree.ID?)
        case table(Int)
        /// A braced row that carries scripts as a whole.
        case group(MathTree.ID)
        case space(Double)
        case newline
        case error
    }

    var kind: Kind
    /// Scripts included.
    var range: ByteRange
    /// Without scripts.
    var core: ByteRange
    var font: MathTree.Font?
    var sub: MathTree.ID?
    var sup: MathTree.ID?

    init(_ kind: Kind, range: ByteRange, font: MathTree.Font? = nil) {
        self.kind = kind
        self.range = range
        core = range
        self.font = font
    }

    var hasScripts: Bool { sub != nil || sup != nil }

    var isSpace: Bool { if case .space = kind { true } else { false } }

    var isRelation: Bool { if case .relation = kind { true } else { false } }

    var isMember: Bool { if case .relation(0x2208) = kind { true } else { false } }

    func isSign(_ scalar: UInt32) -> Bool { if case .sign(let s) = kind { s == scalar } else { false } }

    func isPunctuation(_ scalars: UInt32...) -> Bool {
        if case .punctuation(let s) = kind { scalars.contains(s) } else { false }
    }

    /// The letter of a token that is one.
    // Not inlined: Swift 6.3.1 fails to optimise loops over tokens that take the letter out of a borrowed element.
    @inline(never)
    var letter: UInt32? { if case .letter(let s) = kind { s } else { nil } }

    var isAccented: Bool { if case .accent = kind { true } else { false } }

    var isBold: Bool {
        switch font {
        case .bold, .boldItalic: true
        default: false
        }
    }
}

/// Scalars that the reader knows by name.
enum Sign {
    static let plus: UInt32 = 0x2B
    static let minus: UInt32 = 0x2212
    static let hyphen: UInt32 = 0x2D
    static let plusMinus: UInt32 = 0xB1
    static let times: UInt32 = 0xD7
    static let dot: UInt32 = 0x22C5
    static let middleDot: UInt32 = 0xB7
    static let asterisk: UInt32 = 0x2A
    static let lowAsterisk: UInt32 = 0x2217
    /// `**`, which has no scalar of its own: a power in code.
    static let doubleAsterisk: UInt32 = 0xF002A
    static let slash: UInt32 = 0x2F
    static let divide: UInt32 = 0xF7
    static let odot: UInt32 = 0x2299
    static let otimes: UInt32 = 0x2297
    static let ring: UInt32 = 0x2218
    static let exclamation: UInt32 = 0x21
    static let percent: UInt32 = 0x25
    static let prime: UInt32 = 0x2032
    static let partial: UInt32 = 0x2202
    static let nabla: UInt32 = 0x2207
    static let infinity: UInt32 = 0x221E
    static let sum: UInt32 = 0x2211
    static let product: UInt32 = 0x220F
    static let integral: UInt32 = 0x222B
    static let bar: UInt32 = 0x7C
    static let mid: UInt32 = 0x2223
    static let doubleBar: UInt32 = 0x2016
    static let parallel: UInt32 = 0x2225
    static let comma: UInt32 = 0x2C
    static let semicolon: UInt32 = 0x3B
    static let wideComma: UInt32 = 0xFF0C
    static let wideSemicolon: UInt32 = 0xFF1B
    static let ideographicComma: UInt32 = 0x3001
    static let fullStop: UInt32 = 0x2E
    static let ideographicStop: UInt32 = 0x3002
    static let colon: UInt32 = 0x3A
    static let equal: UInt32 = 0x3D
    static let top: UInt32 = 0x22A4
    static let element: UInt32 = 0x2208
    static let leftArrow: UInt32 = 0x2190
    static let rightArrow: UInt32 = 0x2192
    static let similar: UInt32 = 0x223C

    static func isLetter(_ s: UInt32) -> Bool {
        switch s {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0x391...0x3C9, 0x3D1, 0x3D5, 0x3D6, 0x3F0, 0x3F1, 0x3F5: true
        case 0x2113, 0x1D6A5, 0x131, 0x237: true  // ℓ, dotless i and j
        case 0x1D400...0x1D7CB: true
        default: false
        }
    }

    static func isEllipsis(_ s: UInt32) -> Bool {
        switch s {
        case 0x2026, 0x22EF, 0x22EE, 0x22F1, 0x22F0: true
        default: false
        }
    }

    static func isIdeograph(_ s: UInt32) -> Bool {
        switch s {
        case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x3040...0x30FF, 0xAC00...0xD7AF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
