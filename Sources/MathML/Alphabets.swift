import LaTeX

/// Letters and digits in fonts, as Unicode's mathematical alphanumerics (`mathvariant` is not honoured by browsers).
enum Alphabets {
    /// The scalar of `scalar` in `font`; the scalar itself where the font has none.
    static func scalar(_ scalar: UInt32, in font: MathTree.Font) -> UInt32 {
        switch scalar {
        case 0x41...0x5A: capital(scalar - 0x41, font) ?? scalar
        case 0x61...0x7A: small(scalar - 0x61, font) ?? scalar
        case 0x30...0x39: digit(scalar - 0x30, font) ?? scalar
        case 0x391...0x3A9, 0x3B1...0x3C9, 0x3D1, 0x3D5, 0x3D6, 0x3F0, 0x3F1, 0x3F5, 0x2202, 0x2207:
            greek(scalar, font) ?? scalar
        case 0x131 where font == .italic: 0x1D6A4
        case 0x237 where font == .italic: 0x1D6A5
        default: scalar
        }
    }

    private static func capital(_ k: UInt32, _ font: MathTree.Font) -> UInt32? {
        switch font {
        case .upright, .normal: return nil
        case .bold: return 0x1D400 + k
        case .italic: return 0x1D434 + k
        case .boldItalic: return 0x1D468 + k
        case .calligraphic, .script:
            switch k {
            case 1: return 0x212C
            case 4: return 0x2130
            case 5: return 0x2131
            case 7: return 0x210B
            case 8: return 0x2110
            case 11: return 0x2112
            case 12: return 0x2133
            case 17: return 0x211B
            default: return 0x1D49C + k
            }
        case .blackboard:
            switch k {
            case 2: return 0x2102
            case 7: return 0x210D
            case 13: return 0x2115
            case 15: return 0x2119
            case 16: return 0x211A
            case 17: return 0x211D
            case 25: return 0x2124
            default: return 0x1D538 + k
            }
        case .fraktur:
            switch k {
            case 2: return 0x212D
            case 7: return 0x210C
            case 8: return 0x2111
            case 17: return 0x211C
            case 25: return 0x2128
            default: return 0x1D504 + k
            }
        case .sansSerif: return 0x1D5A0 + k
        case .typewriter: return 0x1D670 + k
        }
    }

    private static func small(_ k: UInt32, _ font: MathTree.Font) -> UInt32? {
        switch font {
        case .upright, .normal: return nil
        case .bold: return 0x1D41A + k
        case .italic: return k == 7 ? 0x210E : 0x1D44E + k
        case .boldItalic: return 0x1D482 + k
        case .calligraphic, .script:
            switch k {
            case 4: return 0x212F
            case 6: return 0x210A
            case 14: return 0x2134
            default: return 0x1D4B6 + k
            }
        case .blackboard: return 0x1D552 + k
        case .fraktur: return 0x1D51E + k
        case .sansSerif: return 0x1D5BA + k
        case .typewriter: return 0x1D68A + k
        }
    }

    private static func digit(_ k: UInt32, _ font: MathTree.Font) -> UInt32? {
        switch font {
        case .bold, .boldItalic: 0x1D7CE + k
        case .blackboard: 0x1D7D8 + k
        case .sansSerif: 0x1D7E2 + k
        case .typewriter: 0x1D7F6 + k
        default: nil
        }
    }

    private static func greek(_ scalar: UInt32, _ font: MathTree.Font) -> UInt32? {
        let base: UInt32
        switch font {
        case .bold: base = 0x1D6A8
        case .italic: base = 0x1D6E2
        case .boldItalic: base = 0x1D71C
        default: return nil
        }
        switch scalar {
        case 0x391...0x3A9: return base + (scalar - 0x391)
        case 0x2207: return base + 25
        case 0x3B1...0x3C9: return base + 26 + (scalar - 0x3B1)
        case 0x2202: return base + 51
        case 0x3F5: return base + 52
        case 0x3D1: return base + 53
        case 0x3F0: return base + 54
        case 0x3D5: return base + 55
        case 0x3F1: return base + 56
        case 0x3D6: return base + 57
        default: return nil
        }
    }

    static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0x391...0x3A9, 0x3B1...0x3C9: true
        default: false
        }
    }
}
