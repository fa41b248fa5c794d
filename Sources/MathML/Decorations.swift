import LaTeX
import Source

/// Accents, stacks, extensible arrows and enclosures.
extension MathMLWriter {
    private struct Look {
        var scalar: UInt32
        var isUnder = false
        var isStretchy = false
    }

    private func look(_ accent: MathTree.Accent) -> Look {
        switch accent {
        case .hat: Look(scalar: 0x2C6)
        case .wideHat: Look(scalar: 0x302, isStretchy: true)
        case .tilde, .wideTilde: Look(scalar: 0x2DC)
        case .underTilde: Look(scalar: 0x2DC, isUnder: true)
        case .bar: Look(scalar: 0xAF)
        // Of the lines, only U+0332 stretches in Latin Modern Math, above as below.
        case .overline, .overLineSegment: Look(scalar: 0x332, isStretchy: true)
        case .underline, .underBar, .underLineSegment: Look(scalar: 0x332, isUnder: true, isStretchy: true)
        case .vec: Look(scalar: 0x2192)
        case .dot: Look(scalar: 0x2D9)
        case .ddot: Look(scalar: 0xA8)
        case .dddot: Look(scalar: 0x20DB)
        case .ddddot: Look(scalar: 0x20DC)
        case .check: Look(scalar: 0x2C7)
        case .wideCheck: Look(scalar: 0x30C, isStretchy: true)
        case .breve: Look(scalar: 0x2D8)
        case .acute: Look(scalar: 0xB4)
        case .grave: Look(scalar: 0x60)
        case .ring: Look(scalar: 0x2DA)
        case .doubleAcute: Look(scalar: 0x2DD)
        case .overbrace: Look(scalar: 0x23DE, isStretchy: true)
        case .underbrace: Look(scalar: 0x23DF, isUnder: true, isStretchy: true)
        case .overbracket: Look(scalar: 0x23B4, isStretchy: true)
        case .underbracket: Look(scalar: 0x23B5, isUnder: true, isStretchy: true)
        case .overparenthesis, .overgroup: Look(scalar: 0x23DC, isStretchy: true)
        case .underparenthesis, .undergroup: Look(scalar: 0x23DD, isUnder: true, isStretchy: true)
        case .overRightArrow: Look(scalar: 0x2192, isStretchy: true)
        case .overLeftArrow: Look(scalar: 0x2190, isStretchy: true)
        case .overLeftRightArrow: Look(scalar: 0x2194, isStretchy: true)
        case .doubleOverRightArrow: Look(scalar: 0x21D2, isStretchy: true)
        case .overLeftHarpoon: Look(scalar: 0x21BC, isStretchy: true)
        case .overRightHarpoon: Look(scalar: 0x21C0, isStretchy: true)
        case .underRightArrow: Look(scalar: 0x2192, isUnder: true, isStretchy: true)
        case .underLeftArrow: Look(scalar: 0x2190, isUnder: true, isStretchy: true)
        case .underLeftRightArrow: Look(scalar: 0x2194, isUnder: true, isStretchy: true)
        }
    }

    mutating func writeAccent(_ accent: MathTree.Accent, _ base: ID, _ place: Place) {
        let look = look(accent)
        out.append(look.isUnder ? "<munder accentunder=\"true\">" : "<mover accent=\"true\">")
        writeOne(base, place)
        if accent == .vec {
            writeSign(look.scalar, " class=\"gm-vec\" stretchy=\"false\"")
        } else {
            writeSign(look.scalar, look.isStretchy ? " stretchy=\"true\"" : " stretchy=\"false\"")
        }
        out.append(look.isUnder ? "</munder>" : "</mover>")
    }

    mutating func writeStack(_ base: ID, _ over: ID?, _ under: ID?, _ place: Place) {
        switch (over, under) {
        case (.some, .some): out.append("<munderover>")
        case (.some, nil): out.append("<mover>")
        case (nil, .some): out.append("<munder>")
        case (nil, nil):
            writeOne(base, place)
            return
        }
        writeStackBase(base, place)
        if let under { writeOne(under, place.script) }
        if let over { writeOne(over, place.script) }
        switch (over, under) {
        case (.some, .some): out.append("</munderover>")
        case (.some, nil): out.append("</mover>")
        default: out.append("</munder>")
        }
    }

    /// A label that was asked for stays above: the base must not move it.
    private mutating func writeStackBase(_ base: ID, _ place: Place) {
        switch tree[base].kind {
        case .operatorName(let text, _):
            out.append("<mo lspace=\"0\" rspace=\"0\" movablelimits=\"false\">")
            out.append(escaping: tree.text(text))
            out.append("</mo>")
        case .atom(let atom) where atom.atomClass == .large:
            writeSign(atom.scalar, " movablelimits=\"false\"")
        default:
            writeOne(base, place)
        }
    }

    /// The arrow stretches over the wider of its labels, which have a margin, and is never shorter than a spacer.
    mutating func writeArrow(_ scalar: UInt32, _ over: ID?, _ under: ID?, _ place: Place) {
        out.append("<munderover>")
        writeSign(scalar, " stretchy=\"true\" lspace=\"0.2778em\" rspace=\"0.2778em\"")
        writeArrowLabel(under, place)
        writeArrowLabel(over, place)
        out.append("</munderover>")
    }

    private mutating func writeArrowLabel(_ label: ID?, _ place: Place) {
        guard let label else {
            out.append("<mspace width=\"2em\"/>")
            return
        }
        out.append("<mrow><mspace width=\"0.4em\"/>")
        write(label, place.script)
        out.append("<mspace width=\"0.4em\"/></mrow>")
    }

    mutating func writeEnclosed(_ enclosure: MathTree.Enclosure, _ body: ID, _ place: Place) {
        func wrap(_ open: StaticString, _ close: StaticString) {
            out.append(open)
            write(body, place)
            out.append(close)
        }
        switch enclosure {
        case .box: wrap("<mrow class=\"gm-box\">", "</mrow>")
        case .cancel: wrap("<mrow class=\"gm-cancel\">", "</mrow>")
        case .backCancel: wrap("<mrow class=\"gm-bcancel\">", "</mrow>")
        case .crossCancel: wrap("<mrow class=\"gm-xcancel\">", "</mrow>")
        case .strike: wrap("<mrow class=\"gm-strike\">", "</mrow>")
        case .angle: wrap("<mrow class=\"gm-angle\">", "</mrow>")
        case .phase: wrap("<mrow class=\"gm-phase\"><mo>\u{2220}</mo>", "</mrow>")
        case .phantom: wrap("<mphantom>", "</mphantom>")
        case .horizontalPhantom: wrap("<mpadded height=\"0\" depth=\"0\"><mphantom>", "</mphantom></mpadded>")
        case .verticalPhantom: wrap("<mpadded width=\"0\"><mphantom>", "</mphantom></mpadded>")
        case .smash: wrap("<mpadded height=\"0\" depth=\"0\">", "</mpadded>")
        case .smashTop: wrap("<mpadded height=\"0\">", "</mpadded>")
        case .smashBottom: wrap("<mpadded depth=\"0\">", "</mpadded>")
        case .rightLap: wrap("<mpadded width=\"0\">", "</mpadded>")
        case .leftLap: wrap("<mpadded width=\"0\"><mrow class=\"gm-llap\">", "</mrow></mpadded>")
        case .centreLap: wrap("<mpadded width=\"0\"><mrow class=\"gm-clap\">", "</mrow></mpadded>")
        }
    }
}
