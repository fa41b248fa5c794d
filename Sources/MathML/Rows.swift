import LaTeX
import Source

/// Sequences: what a node looks like depends on its neighbours here and nowhere else.
extension MathMLWriter {
    /// The children of a row, without an element around them. `before` is the class of what stands to the left.
    mutating func writeRow(_ list: MathTree.List, _ place: Place, before: MathTree.AtomClass? = nil) {
        let first = Int(list.lowerBound)
        let last = Int(list.upperBound)
        guard first <= last, last <= tree.lists.count else { return }
        if hasNewline(first..<last) {
            writeLines(first..<last, place)
        } else {
            writeSequence(first..<last, place, before: before)
        }
    }

    private func hasNewline(_ range: Range<Int>) -> Bool {
        for k in range {
            if case .newline = tree[tree.child(k)].kind { return true }
        }
        return false
    }

    /// `\\` outside an environment: a table of lines that begin at the left.
    private mutating func writeLines(_ range: Range<Int>, _ place: Place) {
        out.append("<mtable class=\"gm-lines\" displaystyle=\"true\">")
        var start = range.lowerBound
        for k in range.lowerBound...range.upperBound {
            if k < range.upperBound {
                guard case .newline = tree[tree.child(k)].kind else { continue }
            } else if start == k, start > range.lowerBound {
                break
            }
            out.append("<mtr><mtd class=\"gm-left\">")
            writeSequence(start..<k, place, before: nil)
            out.append("</mtd></mtr>")
            start = k + 1
        }
        out.append("</mtable>")
    }

    private mutating func writeSequence(_ range: Range<Int>, _ place: Place, before: MathTree.AtomClass?) {
        var neighbours = Neighbours()
        neighbours.before = before
        var openBars = 0
        var openDoubleBars = 0
        var isAfterFence = false
        var k = range.lowerBound
        while k < range.upperBound {
            let id = tree.child(k)
            let kind = tree[id].kind
            neighbours.isFirst = k == range.lowerBound && before != nil
            if isAfterFence {
                isAfterFence = false
                if takesThinSpace(id) { out.append("<mspace width=\"0.1667em\"/>") }
            }
            switch kind {
            case .atom(var atom):
                if atom.scalar == 0x2026, isCentredEllipsis(id, next: nextID(after: k, range.upperBound)) { atom.scalar = 0x22EF }
                if place.font == .upright, Alphabets.isLetter(atom.scalar) {
                    k = writeUprightWord(from: k, range.upperBound)
                    neighbours.before = .ordinary
                    continue
                }
                if atom.scalar == 0x2032 {
                    k = writePrimes(from: k, range.upperBound)
                    neighbours.before = .ordinary
                    continue
                }
                let isBar = atom.atomClass == .ordinary && (atom.scalar == 0x7C || atom.scalar == 0x2016)
                if isBar { neighbours.isBarOpen = atom.scalar == 0x7C ? openBars % 2 == 1 : openDoubleBars % 2 == 1 }
                neighbours.after =
                    atom.atomClass == .binary && k + 1 < range.upperBound ? atomClass(of: tree.child(k + 1)) : nil
                writeAtom(atom, place, neighbours)
                if isBar {
                    let opens = opensBar(neighbours)
                    if atom.scalar == 0x7C { openBars += 1 } else { openDoubleBars += 1 }
                    neighbours.before = opens ? .open : .close
                } else {
                    neighbours.before = effectiveClass(atom, neighbours)
                }
            case .space, .label, .tag:
                write(id, place)
            default:
                if let sign = bracedSign(id) {
                    writeSign(sign, " lspace=\"0\" rspace=\"0\" stretchy=\"false\"")
                    neighbours.before = .ordinary
                } else if isFunction(id) {
                    writeFunction(id, place, before: neighbours.before, next: nextID(after: k, range.upperBound))
                    neighbours.before = .large
                } else {
                    let isFence = !place.isScript && isTallFence(id)
                    if isFence, neighbours.before == .ordinary || neighbours.before == .close {
                        out.append("<mspace width=\"0.1667em\"/>")
                    }
                    write(id, place)
                    neighbours.before = atomClass(of: id)
                    isAfterFence = isFence
                }
            }
            k += 1
        }
    }

    /// `\dots` before an operator or a relation stands at its height, as amsmath has it; `\ldots` and `…` stay on the line.
    private func isCentredEllipsis(_ id: ID, next: ID?) -> Bool {
        guard let next else { return false }
        switch atomClass(of: next) {
        case .binary, .relation: return tree.source[tree[id].range.clamped(to: tree.source.count).range].elementsEqual("\\dots".utf8)
        default: return false
        }
    }

    private func takesThinSpace(_ id: ID) -> Bool {
        switch atomClass(of: id) {
        case .ordinary, .open, .inner:
            if case .space = tree[id].kind { return false }
            return !isFunction(id)
        default: return false
        }
    }

    /// The sign of `{,}`, `{=}` or `{+}`: an ordinary one, without spaces of its own.
    private func bracedSign(_ id: ID) -> UInt32? {
        guard case .row(let list) = tree[id].kind, list.count == 1,
            case .atom(let atom) = tree[tree.child(Int(list.lowerBound))].kind
        else { return nil }
        switch atom.atomClass {
        case .binary, .relation, .punctuation: return atom.scalar
        default: return nil
        }
    }

    private func nextID(after k: Int, _ end: Int) -> ID? {
        var i = k + 1
        while i < end {
            switch tree[tree.child(i)].kind {
            case .label, .tag: i += 1
            default: return tree.child(i)
            }
        }
        return nil
    }

    private func opensBar(_ neighbours: Neighbours) -> Bool {
        switch neighbours.before {
        case nil, .binary, .relation, .open, .punctuation, .large: true
        default: !neighbours.isBarOpen
        }
    }

    /// A binary sign that lacks an operand counts as an ordinary one for what follows.
    private func effectiveClass(_ atom: MathTree.Atom, _ neighbours: Neighbours) -> MathTree.AtomClass {
        guard atom.atomClass == .binary else { return atom.atomClass }
        switch neighbours.before {
        case nil, .binary, .relation, .open, .punctuation, .large, .middle: return .open
        default: return .binary
        }
    }

    /// Upright letters side by side are one word: `<mi>in</mi>`.
    private mutating func writeUprightWord(from start: Int, _ end: Int) -> Int {
        var k = start
        while k < end, case .atom(let atom) = tree[tree.child(k)].kind, Alphabets.isLetter(atom.scalar) { k += 1 }
        out.append(k == start + 1 ? "<mi mathvariant=\"normal\">" : "<mi>")
        for i in start..<k {
            if case .atom(let atom) = tree[tree.child(i)].kind { writeScalar(atom.scalar) }
        }
        out.append("</mi>")
        return k
    }

    /// Two and more primes are one sign where Unicode has it.
    private mutating func writePrimes(from start: Int, _ end: Int) -> Int {
        var k = start
        while k < end, case .atom(let atom) = tree[tree.child(k)].kind, atom.scalar == 0x2032 { k += 1 }
        var left = k - start
        while left > 0 {
            let count = min(left, 4)
            let signs: [UInt32] = [0x2032, 0x2033, 0x2034, 0x2057]
            writeSign(signs[count - 1], " lspace=\"0\" rspace=\"0\"")
            left -= count
        }
        return k
    }

    // MARK: Functions

    /// A named function, also with scripts on it.
    private func isFunction(_ id: ID) -> Bool {
        switch tree[id].kind {
        case .operatorName: return true
        case .scripts(let base, _, _, _):
            if case .operatorName = tree[base].kind { return true }
            return false
        default: return false
        }
    }

    /// `log x`: U+2061 and a thin space before the argument, none before a bracket of the height of a line.
    private mutating func writeFunction(_ id: ID, _ place: Place, before: MathTree.AtomClass?, next: ID?) {
        switch before {
        case .ordinary, .close, .inner: out.append("<mspace width=\"0.1667em\"/>")
        default: break
        }
        write(id, place)
        guard let next else { return }
        if case .space = tree[next].kind { return }
        switch atomClass(of: next) {
        case .relation, .binary, .close, .punctuation, .middle:
            return
        case .open:
            out.append("<mo>\u{2061}</mo>")
        case .inner:
            if case .fenced(_, let body, _) = tree[next].kind, !isTall(body) {
                out.append("<mo>\u{2061}</mo>")
            } else {
                out.append("<mo>\u{2061}</mo><mspace width=\"0.1667em\"/>")
            }
        case .large:
            out.append(isFunction(next) ? "<mo>\u{2061}</mo><mspace width=\"0.1667em\"/>" : "<mo>\u{2061}</mo>")
        case .ordinary:
            out.append("<mo>\u{2061}</mo><mspace width=\"0.1667em\"/>")
        }
    }

    /// TeX's class of a node, for the spaces around it.
    func atomClass(of id: ID) -> MathTree.AtomClass {
        var id = id
        // Each step goes to a child, and children stand before their parents: this ends.
        while true {
            switch tree[id].kind {
            case .atom(let atom): return atom.atomClass
            case .scripts(let base, _, _, _): id = base
            case .stack(let base, _, _): id = base
            case .sized(.delimiter, let body): id = body
            case .coloured(_, let body), .sized(_, let body), .styled(_, let body): id = body
            case .classed(let atomClass, _): return atomClass
            case .operatorName: return .large
            case .fenced: return .inner
            case .extensibleArrow: return .relation
            case .fraction: return .ordinary
            default: return .ordinary
            }
        }
    }
}
