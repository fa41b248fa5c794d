import LaTeX

/// Rows: what a part is read as depends on its neighbours here.
extension Speaker {
    private enum Before { case nothing, sign, factor }

    /// Chinese says what is done after what it is done to: "x 下标 i 求和". Words that wait for the end of an operand.
    struct Waiting {
        var words: [String]
        /// The operand of an integral ends with its differential, not with a plus.
        var isIntegral = false
    }

    /// What a row has been read up to.
    struct Row {
        let range: Range<Int>
        let partners: [Int]
        /// The position of the last differential: integrals before it go on to there.
        let lastDifferential: Int
        var waiting: [Waiting] = []
        /// A sum or its like is open: a plus after it is heard apart.
        var hasOpenSum = false
        var hasColon = false

        mutating func end(_ speaker: inout Speaker, at k: Int, isSum: Bool = false) {
            while let last = waiting.last {
                if isSum, last.isIntegral, k < lastDifferential { break }
                speaker.words += last.words
                waiting.removeLast()
            }
        }
    }

    mutating func speakSequence(_ range: Range<Int>) {
        guard range.upperBound <= tree.lists.count, depth < MathMLWriter.depthLimit else { return }
        depth += 1
        defer { depth -= 1 }
        let outer = (isFollowed, touchesFactor)
        var row = Row(range: range, partners: partners(range), lastDifferential: lastDifferential(range))
        var before = Before.nothing
        var isMember = false
        var k = range.lowerBound
        while k < range.upperBound {
            let id = tree.lists[k]
            guard !isSilent(id) else {
                k += 1
                continue
            }
            if let (group, next) = group(at: k, row.partners, range) {
                setFollow(next, range, outer)
                if before == .factor, group.open == 0x28 || group.open == 0x5B {
                    if shape(group.body).hasRelation {
                        // A condition, not a factor.
                        row.end(&self, at: k)
                        pause()
                    } else {
                        say("times", "乘")
                    }
                }
                speakGroup(group, isMember: isMember)
                k = next
            } else if let sign = plainSign(id) {
                speakSign(id, sign, at: k, isUnary: before != .factor, &row)
                let isOperand = (sign.atomClass == .ordinary && sign.scalar != 0x2F) || sign.atomClass == .inner || sign.atomClass == .close
                before = isOperand ? .factor : .sign
                isMember = sign.scalar == 0x2208 || sign.scalar == 0x2209
                k = skipped(sign, k, range)
                continue
            } else if let (name, next) = writtenFunction(at: k, range) {
                k = speakWritten(Function(name: name), next, &row, outer)
                before = .factor
                isMember = false
                continue
            } else if isChinese, let digits = number(id), let next = nextItem(k + 1, range), atom(tree.lists[next]) == 0x25 {
                say("百分之 \(digits)")
                k = next + 1
            } else if before == .factor, isHeardAsFactor(id), words.last != nil {
                if let last = words.last, Speaker.isPause(last) { words.removeLast() }
                say("times", "乘")
                before = .sign
                continue
            } else if let next = speakOperator(at: k, &row, outer) {
                k = next
                before = .sign
                isMember = false
                continue
            } else if let next = speakApplication(at: k, &row, outer) {
                k = next
            } else {
                setFollow(k + 1, range, outer)
                if isBreak(id) { row.end(&self, at: k) }
                speak(id)
                k += 1
                if case .newline = tree[id].kind {
                    before = .nothing
                    continue
                }
            }
            before = .factor
            isMember = false
        }
        row.end(&self, at: range.upperBound)
        (isFollowed, touchesFactor) = outer
    }

    /// A new line, or words that join statements: an operand ends before it.
    private func isBreak(_ id: ID) -> Bool {
        switch tree[id].kind {
        case .newline: return true
        case .text(let text, _):
            let words = FormulaSpeech.trimmed(tree.text(text))
            return words.contains(" ") || SpokenSigns.plainWords.contains(words) || words.unicodeScalars.contains { $0.value > 0x2E7F }
        default: return false
        }
    }

    /// What begins with "the": a product with it is said.
    private func isHeardAsFactor(_ id: ID) -> Bool {
        switch tree[id].kind {
        case .fraction(let top, let bottom, let fraction): return fraction.hasBar && derivative(top, bottom) != nil
        case .table(let index):
            guard Int(index) < tree.tables.count else { return false }
            return tree.tables[Int(index)].environment.contains("matrix")
        default: return isNabla(id) || isSumOrIntegral(id)
        }
    }

    private func isSumOrIntegral(_ id: ID) -> Bool {
        guard let scalar = largeOperator(id)?.scalar else { return false }
        return scalar == 0x2211 || scalar == 0x220F || (0x222B...0x2233).contains(scalar)
    }

    /// Of `:=` and of dots before a comma the part that the sign before has read.
    private func skipped(_ sign: MathTree.Atom, _ k: Int, _ range: Range<Int>) -> Int {
        guard let next = nextItem(k + 1, range), let after = atom(tree.lists[next]) else { return k + 1 }
        if sign.scalar == 0x3A, after == 0x3D { return next + 1 }
        if sign.scalar == 0x7C, after == 0x7C { return next + 1 }
        if sign.scalar == 0x2026 || sign.scalar == 0x22EF, after == 0x2C || after == 0xFF0C, nextItem(next + 1, range) != nil { return next + 1 }
        return k + 1
    }

    /// A sign that joins or parts: not a letter, not a bracket of a group.
    private func plainSign(_ id: ID) -> MathTree.Atom? {
        guard case .atom(let atom) = tree[id].kind else { return nil }
        switch atom.atomClass {
        case .binary, .relation, .punctuation, .open, .close, .middle, .inner: return atom
        case .large: return nil
        case .ordinary:
            switch atom.scalar {
            case 0x7C, 0x2016, 0x2F, 0x21, 0x2032...0x2034, 0x25, 0x2E: return atom
            default: return nil
            }
        }
    }

    private mutating func speakSign(_ id: ID, _ sign: MathTree.Atom, at k: Int, isUnary: Bool, _ row: inout Row) {
        switch sign.atomClass {
        case .binary:
            if isUnary, sign.scalar == 0x22C5 || sign.scalar == 0x2217 {
                // It stands for an argument.
                sign.scalar == 0x22C5 ? say("dot", "点") : say("star", "星")
                return
            }
            if sign.scalar == 0x2B || sign.scalar == 0x2212 || sign.scalar == 0xB1 || sign.scalar == 0x2213 {
                if isUnary {
                    if sign.scalar == 0x2212 { say("minus", "负") } else if sign.scalar == 0x2B { say("plus", "正") } else {
                        speakAtom(id, sign)
                    }
                    return
                }
                row.end(&self, at: k, isSum: true)
                if row.hasOpenSum, k > row.lastDifferential {
                    if !isChinese { pause() }
                    row.hasOpenSum = false
                }
            }
            speakAtom(id, sign)
        case .relation, .middle:
            row.end(&self, at: k)
            row.hasOpenSum = false
            speakRelation(id, sign, at: k, &row)
        case .punctuation:
            if sign.scalar == 0x3A {
                row.end(&self, at: k)
                speakRelation(id, sign, at: k, &row)
                return
            }
            row.end(&self, at: k)
            row.hasOpenSum = false
            speakAtom(id, sign)
        case .inner where sign.scalar == 0x2026 || sign.scalar == 0x22EF:
            speakEllipsis(at: k, row.range)
        case .ordinary where sign.scalar == 0x2E:
            // At the end it is the sentence's.
            row.end(&self, at: k)
            row.hasOpenSum = false
            if nextItem(k + 1, row.range) == nil { pause() } else { speakAtom(id, sign) }
        case .ordinary where sign.scalar == 0x7C || sign.scalar == 0x2016:
            row.end(&self, at: k)
            if let next = nextItem(k + 1, row.range), atom(tree.lists[next]) == 0x7C {
                // p||q
                speakAtom(id, MathTree.Atom(0x2016, .ordinary))
            } else {
                speakAtom(id, sign)
            }
        default: speakAtom(id, sign)
        }
    }

    private mutating func speakRelation(_ id: ID, _ sign: MathTree.Atom, at k: Int, _ row: inout Row) {
        switch sign.scalar {
        case 0x3A:
            if let next = nextItem(k + 1, row.range), atom(tree.lists[next]) == 0x3D {
                say("is defined as", "定义为")
            } else if hasArrow(after: k, row.range) {
                row.hasColon = true
                say("from", "从")
            } else {
                speakAtom(id, sign)
            }
        case 0x2192, 0x27F6:
            if isLimit || isNumber(after: k, row.range) {
                isLimit || isScript ? say("approaches", "趋于") : say("tends to", "趋于")
            } else {
                say("to", "到")
            }
        default: speakAtom(id, sign)
        }
    }

    private func hasArrow(after k: Int, _ range: Range<Int>) -> Bool {
        // Sets of a mapping are short.
        for i in k..<min(k + 12, range.upperBound) {
            if case .atom(let atom) = tree[tree.lists[i]].kind, atom.scalar == 0x2192 || atom.scalar == 0x27F6 { return true }
        }
        return false
    }

    private func isNumber(after k: Int, _ range: Range<Int>) -> Bool {
        guard var next = nextItem(k + 1, range) else { return false }
        if case .atom(let atom) = tree[tree.lists[next]].kind, atom.atomClass == .binary || atom.scalar == 0x2212 {
            guard let after = nextItem(next + 1, range) else { return false }
            next = after
        }
        switch tree[tree.lists[next]].kind {
        case .number: return true
        case .atom(let atom): return atom.scalar == 0x221E
        default: return false
        }
    }

    /// Between members of a list dots lead up to the last one.
    private mutating func speakEllipsis(at k: Int, _ range: Range<Int>) {
        if let next = nextItem(k + 1, range) {
            if case .atom(let atom) = tree[tree.lists[next]].kind, atom.scalar == 0x2C || atom.scalar == 0xFF0C,
                nextItem(next + 1, range) != nil
            {
                say("up to", "一直到")
            } else if case .atom(let atom) = tree[tree.lists[next]].kind, atom.atomClass == .binary || atom.atomClass == .relation {
                say("and so on", "等等")
            } else {
                say("dot dot dot", "省略号")
            }
        } else {
            say("and so on", "等等")
        }
    }

    // MARK: Neighbours

    func nextItem(_ start: Int, _ range: Range<Int>) -> Int? {
        var k = start
        while k < range.upperBound {
            if !isSilent(tree.lists[k]) { return k }
            k += 1
        }
        return nil
    }

    /// Sets what `isFollowed` and `touchesFactor` say of a part that ends before the position.
    mutating func setFollow(_ next: Int, _ range: Range<Int>, _ outer: (Bool, Bool)) {
        guard let k = nextItem(next, range) else {
            (isFollowed, touchesFactor) = outer
            return
        }
        switch tree[tree.lists[k]].kind {
        case .atom(let atom):
            switch atom.atomClass {
            case .relation, .punctuation, .close, .middle: (isFollowed, touchesFactor) = (false, false)
            case .ordinary where atom.scalar == 0x2E: (isFollowed, touchesFactor) = (false, false)
            case .binary: (isFollowed, touchesFactor) = (true, false)
            default: (isFollowed, touchesFactor) = (true, atom.scalar != 0x7C && atom.scalar != 0x2016)
            }
        case .newline, .tag, .extensibleArrow: (isFollowed, touchesFactor) = (false, false)
        case .text: (isFollowed, touchesFactor) = (false, false)
        default: (isFollowed, touchesFactor) = (bracketSign(tree.lists[k])?.atom.atomClass != .close, true)
        }
    }

    /// Whether an operand that begins at the position is one factor, after which the row ends or a sign stands.
    func isOneFactor(at k: Int, _ row: Row) -> Bool {
        var next = k + 1
        if let after = nextItem(next, row.range), let (group, end) = group(at: after, row.partners, row.range),
            isApplied(tree.lists[k], to: group)
        {
            next = end
        }
        guard let after = nextItem(next, row.range) else { return true }
        guard case .atom(let atom) = tree[tree.lists[after]].kind else { return false }
        switch atom.atomClass {
        case .binary: return atom.scalar == 0x2B || atom.scalar == 0x2212
        case .relation, .punctuation, .close, .middle: return true
        default: return atom.scalar == 0x2E
        }
    }

    private func lastDifferential(_ range: Range<Int>) -> Int {
        var last = -1
        for k in range.dropLast() where isDifferentialSign(tree.lists[k], 0x64) {
            if let next = nextItem(k + 1, range), isVariable(tree.lists[next]) { last = k }
        }
        return last
    }
}
