import LaTeX
import Source

/// Single signs: which element, which form, which space.
extension MathMLWriter {
    /// What stands around a sign in its row.
    struct Neighbours {
        /// The class of what stands before, nothing at the beginning.
        var before: MathTree.AtomClass?
        var after: MathTree.AtomClass?
        /// First element of its row, after something that is not in it (a cell of `aligned`): browsers would take it
        /// for a prefix.
        var isFirst = false
        /// A bar of the same kind is open in the row.
        var isBarOpen = false
    }

    mutating func writeAtom(_ atom: MathTree.Atom, _ place: Place, _ neighbours: Neighbours) {
        switch atom.atomClass {
        case .ordinary: writeOrdinary(atom.scalar, place, neighbours)
        case .binary: writeBinary(atom.scalar, place, neighbours)
        case .relation: writeRelation(atom.scalar, place)
        case .large: writeSign(atom.scalar, place.isScript ? " lspace=\"0\" rspace=\"0\"" : "")
        case .open: writeSign(atom.scalar, " form=\"prefix\" stretchy=\"false\"")
        case .close: writeSign(atom.scalar, " form=\"postfix\" stretchy=\"false\"")
        case .middle: writeSign(atom.scalar, " stretchy=\"true\" form=\"infix\" lspace=\"0.05em\" rspace=\"0.05em\"")
        case .punctuation: writePunctuation(atom.scalar, place)
        case .inner: writeSign(atom.scalar, " lspace=\"0\" rspace=\"0\"")
        }
    }

    /// `<mo>` with the attributes.
    mutating func writeSign(_ scalar: UInt32, _ attributes: StaticString) {
        out.append("<mo")
        out.append(attributes)
        out.append(">")
        writeScalar(scalar)
        out.append("</mo>")
    }

    /// One scalar as text.
    @inline(__always)
    mutating func writeScalar(_ scalar: UInt32) {
        switch scalar {
        case 0x26: out.append("&amp;")
        case 0x3C: out.append("&lt;")
        case 0x3E: out.append("&gt;")
        case 0x20...0x7E: out.append(byte: UInt8(truncatingIfNeeded: scalar))
        case 0..<0xA0: out.append("\u{FFFD}")
        case 0xFFFE, 0xFFFF: out.append("\u{FFFD}")
        default: out.append(scalar: scalar)
        }
    }

    private mutating func writeOrdinary(_ scalar: UInt32, _ place: Place, _ neighbours: Neighbours) {
        switch scalar {
        case 0x61...0x7A, 0x41...0x5A, 0x3B1...0x3C9, 0x391...0x3A9:
            writeLetter(scalar, place)
        case 0x7C, 0x2016:
            writeBar(scalar, neighbours)
        case 0x2032...0x2037, 0x2057:
            writeSign(scalar, " lspace=\"0\" rspace=\"0\"")
        case 0x2F, 0x5C, 0x2044:
            writeSign(scalar, " lspace=\"0\" rspace=\"0\" stretchy=\"false\"")
        case 0x21:
            writeSign(scalar, " form=\"postfix\" lspace=\"0\" rspace=\"0\"")
        case 0x3F:
            writeSign(scalar, " lspace=\"0\" rspace=\"0\"")
        case 0x40, 0x2018, 0x22, 0x25, 0x23, 0x24, 0x26, 0x5F, 0x2E:
            out.append("<mi>")
            writeScalar(scalar)
            out.append("</mi>")
        default:
            writeLetter(scalar, place)
        }
    }

    /// A letter, or a sign that behaves as one.
    mutating func writeLetter(_ scalar: UInt32, _ place: Place) {
        guard let font = place.font, font != .normal else {
            // Capital Greek and ∇ are upright in TeX; `mi` would slant them.
            if (0x391...0x3A9).contains(scalar) || scalar == 0x2207 {
                out.append("<mi mathvariant=\"normal\">")
            } else {
                out.append("<mi>")
            }
            writeScalar(scalar)
            out.append("</mi>")
            return
        }
        let styled = Alphabets.scalar(scalar, in: font)
        if font == .script, (0x41...0x5A).contains(scalar) {
            // Unicode has one set of script capitals for `\mathcal` and `\mathscr`: the font's alternates tell them apart.
            out.append("<mi class=\"gm-script\">")
        } else {
            // One letter in `mi` is slanted unless it is marked.
            out.append(styled == scalar && Alphabets.isLetter(scalar) ? "<mi mathvariant=\"normal\">" : "<mi>")
        }
        writeScalar(styled)
        out.append("</mi>")
    }

    private mutating func writeBar(_ scalar: UInt32, _ neighbours: Neighbours) {
        let isOpening: Bool
        switch neighbours.before {
        case nil, .binary, .relation, .open, .punctuation, .large: isOpening = true
        default: isOpening = !neighbours.isBarOpen
        }
        writeSign(scalar, isOpening ? " form=\"prefix\" stretchy=\"false\"" : " form=\"postfix\" stretchy=\"false\"")
    }

    private mutating func writeBinary(_ scalar: UInt32, _ place: Place, _ neighbours: Neighbours) {
        // TeXbook, appendix G rules 5 and 6: a binary sign without two operands is an ordinary one.
        let isUnary: Bool
        switch neighbours.before {
        case nil, .binary, .relation, .open, .punctuation, .large, .middle: isUnary = true
        default:
            switch neighbours.after {
            case nil, .relation, .close, .punctuation: isUnary = true
            default: isUnary = false
            }
        }
        if isUnary, !place.isScript, scalar == 0x2B || scalar == 0x2212 || scalar == 0xB1 || scalar == 0x2213 {
            writeSign(scalar, " form=\"prefix\"")
        } else if isUnary || place.isScript {
            writeSign(scalar, " lspace=\"0\" rspace=\"0\"")
        } else if neighbours.isFirst {
            writeSign(scalar, " form=\"infix\"")
        } else {
            writeSign(scalar, "")
        }
    }

    private mutating func writeRelation(_ scalar: UInt32, _ place: Place) {
        let stretches = MathMLWriter.stretchesByDefault(scalar)
        if place.isScript {
            writeSign(
                scalar, stretches ? " stretchy=\"false\" lspace=\"0\" rspace=\"0\"" : " lspace=\"0\" rspace=\"0\"")
        } else if scalar == 0x3A {
            writeSign(scalar, " lspace=\"0.2778em\" rspace=\"0.2778em\"")
        } else if scalar == 0x2223 || scalar == 0x2225 || scalar == 0x7C {
            writeSign(scalar, " stretchy=\"false\" lspace=\"0.2778em\" rspace=\"0.2778em\"")
        } else if (0x27F8...0x27FA).contains(scalar) {
            // `\iff` and `\implies` join statements.
            writeSign(scalar, " stretchy=\"false\" lspace=\"0.5556em\" rspace=\"0.5556em\"")
        } else {
            writeSign(scalar, stretches ? " stretchy=\"false\"" : "")
        }
    }

    private mutating func writePunctuation(_ scalar: UInt32, _ place: Place) {
        switch scalar {
        case 0xFF0C, 0xFF1B, 0x3001, 0x3002:
            out.append("<mtext>")
            writeScalar(scalar)
            out.append("</mtext>")
        case 0x3A:
            // `\colon`: 2 mu before it, 6 after.
            writeSign(scalar, place.isScript ? " lspace=\"0\" rspace=\"0\"" : " lspace=\"0.1111em\" rspace=\"0.3333em\"")
        default:
            writeSign(scalar, place.isScript ? " lspace=\"0\" rspace=\"0\"" : " lspace=\"0\" rspace=\"0.1667em\"")
        }
    }

    /// Arrows and bars, which the operator dictionary stretches to their row or label.
    static func stretchesByDefault(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2190...0x21FF, 0x27F0...0x27FF, 0x2900...0x297F, 0x2223...0x2226, 0x2016, 0x7C: true
        default: false
        }
    }
}
