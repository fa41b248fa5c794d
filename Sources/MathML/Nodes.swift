import LaTeX
import Source

extension MathMLWriter {
    /// One node. Rows write their children bare; whoever needs exactly one element calls `writeOne`.
    mutating func write(_ id: ID, _ place: Place) {
        guard depth < MathMLWriter.depthLimit else { return }
        depth += 1
        defer { depth -= 1 }
        switch tree[id].kind {
        case .atom(let atom): writeAtom(atom, place, Neighbours())
        case .number(let text): writeNumber(tree.text(text), place)
        case .text(let text, let font): writeText(tree.text(text), font)
        case .operatorName(let text, _): writeOperatorName(tree.text(text))
        case .row(let list): writeRow(list, place)
        case .fraction(let top, let bottom, let fraction): writeFraction(top, bottom, fraction, place)
        case .radical(let body, let index): writeRadical(body, index, place)
        case .scripts(let base, let sub, let sup, let limits): writeScripts(id, base, sub, sup, limits, place)
        case .fenced(let open, let body, let close): writeFenced(open, body, close, place)
        case .accent(let accent, let base): writeAccent(accent, base, place)
        case .stack(let base, let over, let under): writeStack(base, over, under, place)
        case .table(let index): writeTable(index, place)
        case .styled(let font, let body): writeStyled(font, body, place)
        case .sized(let size, let body): writeSized(size, body, place)
        case .space(let em): writeSpace(em)
        case .newline, .label, .tag: break
        case .coloured(let text, let body):
            out.append("<mstyle mathcolor=\"")
            out.append(escaping: tree.text(text))
            out.append("\">")
            write(body, place)
            out.append("</mstyle>")
        case .enclosed(let enclosure, let body): writeEnclosed(enclosure, body, place)
        case .extensibleArrow(let scalar, let over, let under): writeArrow(scalar, over, under, place)
        case .classed(let atomClass, let body): writeClassed(atomClass, body, place)
        case .raised(let em, let body):
            out.append("<mpadded voffset=\"")
            writeEm(em)
            out.append("\">")
            write(body, place)
            out.append("</mpadded>")
        case .link(let text, let body): writeLink(tree.text(text), body)
        case .rule(let width, let height):
            out.append("<mspace class=\"gm-rule\" width=\"")
            writeEm(max(0, width))
            out.append("\" height=\"")
            writeEm(max(0, height))
            out.append("\"/>")
        case .background(let text, let border, let body):
            if let border {
                out.append("<mrow class=\"gm-frame\" mathcolor=\"")
                out.append(escaping: tree.text(border))
                out.append("\">")
            }
            out.append("<mrow class=\"gm-colour-box\"")
            writeBackground(tree.text(text))
            out.append(">")
            write(body, place)
            out.append(border == nil ? "</mrow>" : "</mrow></mrow>")
        case .choice(_, let text, let script, _):
            writeOne(place.isScript ? script : text, place)
        case .error: writeError(tree[id].range)
        }
    }

    /// The background with the colour that reads on it: where the page is dark its text would be lost on yellow.
    mutating func writeBackground(_ colour: String) {
        out.append(" mathbackground=\"")
        out.append(escaping: colour)
        out.append("\" mathcolor=\"")
        out.append(ContrastColour.on(colour))
        out.append("\"")
    }

    /// Exactly one element.
    mutating func writeOne(_ id: ID, _ place: Place) {
        if isOneElement(id, place) {
            write(id, place)
        } else {
            out.append("<mrow>")
            write(id, place)
            out.append("</mrow>")
        }
    }

    private func isOneElement(_ id: ID, _ place: Place) -> Bool {
        var id = id
        while true {
            switch tree[id].kind {
            case .row(let list):
                guard list.count == 1 else { return false }
                id = tree.child(Int(list.lowerBound))
            case .styled(_, let body): id = body
            case .newline, .label, .tag: return false
            default: return true
            }
        }
    }

    private mutating func writeNumber(_ digits: String, _ place: Place) {
        out.append("<mn>")
        if let font = place.font, font != .upright, font != .normal {
            for byte in digits.utf8 { out.append(scalar: Alphabets.scalar(UInt32(byte), in: font)) }
        } else {
            out.append(string: digits)
        }
        out.append("</mn>")
    }

    private mutating func writeText(_ words: String, _ font: MathTree.Font) {
        switch font {
        case .bold, .boldItalic: out.append("<mtext class=\"gm-bold\">")
        case .italic: out.append("<mtext class=\"gm-italic\">")
        case .sansSerif: out.append("<mtext class=\"gm-sans\">")
        case .typewriter: out.append("<mtext class=\"gm-mono\">")
        default: out.append("<mtext>")
        }
        writeWords(words)
        out.append("</mtext>")
    }

    private mutating func writeOperatorName(_ name: String) {
        // One letter would be slanted.
        out.append(name.utf8.count == 1 ? "<mi mathvariant=\"normal\">" : "<mi>")
        out.append(escaping: name)
        out.append("</mi>")
    }

    // MARK: Fractions and roots

    private mutating func writeFraction(_ top: ID, _ bottom: ID, _ fraction: MathTree.Fraction, _ place: Place) {
        switch fraction.style {
        case .inherited: break
        case .display, .continued: out.append("<mstyle displaystyle=\"true\" scriptlevel=\"0\">")
        case .text: out.append("<mstyle displaystyle=\"false\" scriptlevel=\"0\">")
        }
        let hasBrackets = fraction.open != 0 || fraction.close != 0
        if hasBrackets {
            out.append("<mrow>")
            writeFence(fraction.open, isOpening: true)
        }
        out.append(fraction.hasBar ? "<mfrac>" : "<mfrac linethickness=\"0\">")
        if fraction.style == .continued {
            // Parts of a continued fraction keep the size of the whole.
            out.append("<mstyle displaystyle=\"true\" scriptlevel=\"0\">")
            write(top, place)
            out.append("</mstyle><mstyle displaystyle=\"true\" scriptlevel=\"0\">")
            write(bottom, place)
            out.append("</mstyle>")
        } else {
            writeOne(top, place)
            writeOne(bottom, place)
        }
        out.append("</mfrac>")
        if hasBrackets {
            writeFence(fraction.close, isOpening: false)
            out.append("</mrow>")
        }
        if fraction.style != .inherited { out.append("</mstyle>") }
    }

    private mutating func writeRadical(_ body: ID, _ index: ID?, _ place: Place) {
        guard let index else {
            out.append("<msqrt>")
            write(body, place)
            out.append("</msqrt>")
            return
        }
        out.append("<mroot>")
        writeOne(body, place)
        writeOne(index, place.script)
        out.append("</mroot>")
    }

    // MARK: Scripts

    private mutating func writeScripts(
        _ id: ID, _ base: ID, _ sub: ID?, _ sup: ID?, _ limits: Bool, _ place: Place
    ) {
        if limits {
            switch (sub, sup) {
            case (.some, .some): out.append("<munderover>")
            case (.some, nil): out.append("<munder>")
            default: out.append("<mover>")
            }
            writeLimitBase(base, isFixed: isFixed(id), place)
        } else {
            switch (sub, sup) {
            case (.some, .some): out.append("<msubsup>")
            case (.some, nil): out.append("<msub>")
            default: out.append("<msup>")
            }
            writeOne(base, place)
        }
        if let sub { writeOne(sub, place.script) }
        if let sup { writeOne(sup, place.script) }
        if limits {
            switch (sub, sup) {
            case (.some, .some): out.append("</munderover>")
            case (.some, nil): out.append("</munder>")
            default: out.append("</mover>")
            }
        } else {
            switch (sub, sup) {
            case (.some, .some): out.append("</msubsup>")
            case (.some, nil): out.append("</msub>")
            default: out.append("</msup>")
            }
        }
    }

    private func isFixed(_ id: ID) -> Bool {
        guard !tree.fixedLimits.isEmpty else { return false }
        var low = 0
        var high = tree.fixedLimits.count
        while low < high {
            let middle = (low + high) / 2
            if tree.fixedLimits[middle] == id { return true }
            if tree.fixedLimits[middle] < id { low = middle + 1 } else { high = middle }
        }
        return false
    }

    /// An operator whose limits move beside it in running text unless `\limits` fixed them.
    private mutating func writeLimitBase(_ base: ID, isFixed: Bool, _ place: Place) {
        switch tree[base].kind {
        case .operatorName(let text, _):
            out.append("<mo lspace=\"0\" rspace=\"0\" movablelimits=\"")
            out.append(isFixed ? "false" : "true")
            out.append("\">")
            out.append(escaping: tree.text(text))
            out.append("</mo>")
        case .atom(let atom) where atom.atomClass == .large:
            if isFixed {
                writeSign(atom.scalar, " movablelimits=\"false\"")
            } else {
                writeSign(atom.scalar, SymbolInfo.isInDictionary(atom.scalar) ? "" : " movablelimits=\"true\"")
            }
        default:
            writeOne(base, place)
        }
    }

    // MARK: Styles

    private mutating func writeStyled(_ font: MathTree.Font, _ body: ID, _ place: Place) {
        var inner = place
        inner.font = combined(place.font, font)
        if font == .upright, case .atom(let atom) = tree[body].kind, Alphabets.isLetter(atom.scalar) {
            out.append("<mi mathvariant=\"normal\">")
            writeScalar(atom.scalar)
            out.append("</mi>")
            return
        }
        write(body, inner)
    }

    private func combined(_ outer: MathTree.Font?, _ inner: MathTree.Font) -> MathTree.Font {
        switch (outer, inner) {
        case (.bold?, .italic), (.italic?, .bold): .boldItalic
        default: inner
        }
    }

    private mutating func writeSized(_ size: MathTree.Size, _ body: ID, _ place: Place) {
        var inner = place
        switch size {
        case .display: out.append("<mstyle displaystyle=\"true\" scriptlevel=\"0\">")
        case .text: out.append("<mstyle displaystyle=\"false\" scriptlevel=\"0\">")
        case .script: out.append("<mstyle displaystyle=\"false\" scriptlevel=\"1\">")
        case .scriptScript: out.append("<mstyle displaystyle=\"false\" scriptlevel=\"2\">")
        case .scale(let factor):
            out.append("<mstyle mathsize=\"")
            writeEm(factor)
            out.append("\">")
        case .delimiter(let step):
            writeSizedDelimiter(step, body)
            return
        }
        switch size {
        case .display, .text: inner.isScript = false
        case .script, .scriptScript: inner.isScript = true
        default: break
        }
        write(body, inner)
        out.append("</mstyle>")
    }

    private mutating func writeSizedDelimiter(_ step: Int, _ body: ID) {
        guard case .atom(let atom) = tree[body].kind else {
            write(body, Place())
            return
        }
        let sizes: [StaticString] = ["1.2em", "1.8em", "2.4em", "3em"]
        let size = sizes[min(max(step, 1), 4) - 1]
        // Of these brackets Firefox takes slashes and arrows for ones that stand on the line.
        out.append("<mo stretchy=\"true\" symmetric=\"true\" minsize=\"")
        out.append(size)
        out.append("\" maxsize=\"")
        out.append(size)
        switch atom.atomClass {
        case .open: out.append("\" form=\"prefix\">")
        case .close: out.append("\" form=\"postfix\">")
        case .relation: out.append("\" form=\"infix\" lspace=\"0.2778em\" rspace=\"0.2778em\">")
        default: out.append("\" lspace=\"0\" rspace=\"0\">")
        }
        writeScalar(atom.scalar)
        out.append("</mo>")
    }

    private mutating func writeSpace(_ em: Double) {
        if em >= 0 {
            out.append("<mspace width=\"")
            writeEm(em)
            out.append("\"/>")
            return
        }
        // `mspace` takes no negative width.
        let units = min(max(Int((-em * 18).rounded()), 1), 36)
        out.append("<mspace class=\"gm-neg-")
        out.append(integer: units)
        out.append("\"/>")
    }

    private mutating func writeClassed(_ atomClass: MathTree.AtomClass, _ body: ID, _ place: Place) {
        let space: StaticString? =
            switch atomClass {
            case .binary where !place.isScript: "<mspace width=\"0.2222em\"/>"
            case .relation where !place.isScript: "<mspace width=\"0.2778em\"/>"
            default: nil
            }
        out.append("<mrow>")
        if let space { out.append(space) }
        if case .atom(let atom) = tree[body].kind, !Alphabets.isLetter(atom.scalar) {
            writeSign(atom.scalar, " lspace=\"0\" rspace=\"0\" stretchy=\"false\"")
        } else {
            write(body, place)
        }
        if let space {
            out.append(space)
        } else if atomClass == .punctuation, !place.isScript {
            out.append("<mspace width=\"0.1667em\"/>")
        }
        out.append("</mrow>")
    }

    // MARK: Errors and links

    /// The source as it was written, marked; a place where something is missing shows a question mark.
    private mutating func writeError(_ range: ByteRange) {
        out.append("<mtext class=\"gm-error\">")
        let range = range.clamped(to: tree.source.count)
        if range.isEmpty {
            out.append("?")
        } else {
            writeWords(String(decoding: tree.source[range.range], as: UTF8.self))
        }
        out.append("</mtext>")
    }

    private mutating func writeLink(_ address: String, _ body: ID) {
        out.append("<mtext>")
        if !hasInertLinks {
            out.append("<a href=\"")
            out.append(escaping: address)
            out.append("\">")
        }
        writePlain(body)
        if !hasInertLinks { out.append("</a>") }
        out.append("</mtext>")
    }

    /// The words and signs of a body without markup: all that fits into a link.
    private mutating func writePlain(_ id: ID) {
        guard depth < MathMLWriter.depthLimit else { return }
        depth += 1
        defer { depth -= 1 }
        switch tree[id].kind {
        case .atom(let atom): writeScalar(atom.scalar)
        case .number(let text), .text(let text, _), .operatorName(let text, _): out.append(escaping: tree.text(text))
        case .space: out.append(" ")
        default:
            for child in tree.labelledChildren(of: id) { writePlain(child.id) }
        }
    }
}

/// What the operator dictionary says of large operators.
enum SymbolInfo {
    static func isInDictionary(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x220F...0x2211, 0x22C0...0x22C3, 0x2A00...0x2A0A: true
        default: false
        }
    }
}
