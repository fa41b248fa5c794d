import LaTeX
import Source

extension MutantMaker {
    /// The terms of one row: a factor of each is dropped, an operand behind a sign, a transpose put on a matrix.
    mutating func terms(_ children: some Sequence<MathTree.ID>) {
        let children = Array(children)
        guard let first = children.first, !bounds.contains(where: { $0.range.contains(tree[first].range) }) else { return }
        var start = 0
        for k in 0...children.count where k == children.count || divides(children[k]) {
            if start < k { term(Array(children[start..<k]), hasSignBefore: start > 0, sign: start > 0 ? children[start - 1] : nil) }
            start = k + 1
        }
    }

    /// Whether a child ends a term: a sign, a relation, a comma, a bracket, a space as wide as a quad.
    private func divides(_ id: MathTree.ID) -> Bool {
        switch tree[id].kind {
        case .atom(let atom):
            switch atom.atomClass {
            case .relation, .punctuation, .open, .close, .middle: true
            case .binary: atom.scalar == 0x2B || atom.scalar == 0x2D || atom.scalar == 0x2212 || atom.scalar == 0xB1
            default: atom.scalar == 0x7C || atom.scalar == 0x2016
            }
        case .scripts(let base, _, _, _): isClosing(base)
        case .space(let em): em >= 1
        case .newline, .text: true
        default: false
        }
    }

    private func isClosing(_ id: MathTree.ID) -> Bool {
        guard case .atom(let atom) = tree[id].kind else { return false }
        return atom.atomClass == .close || atom.scalar == 0x7C || atom.scalar == 0x2016
    }

    private func isOperator(_ id: MathTree.ID) -> Bool {
        switch tree[id].kind {
        case .operatorName: true
        case .fraction(let top, _, _): isDifferential(top)
        case .atom(let atom): atom.atomClass == .large || atom.scalar == 0x2202 || atom.scalar == 0x2207
        case .scripts(let base, _, _, _): isOperator(base)
        default: false
        }
    }

    /// A number, letter, fraction or root, with scripts or without: what can be left out of a product.
    private func isFactor(_ id: MathTree.ID) -> Bool {
        switch tree[id].kind {
        case .number, .radical: true
        case .fraction(let top, _, _): !isDifferential(top)
        case .atom(let atom): atom.atomClass == .ordinary && atom.scalar != 0x2202 && atom.scalar != 0x2207 && atom.scalar != 0x221E && atom.scalar != 0x64
        case .scripts(let base, _, _, _): isFactor(base)
        case .accent(_, let base): isFactor(base)
        case .styled(_, let body): isFactor(body)
        default: false
        }
    }

    private func isSpace(_ id: MathTree.ID) -> Bool {
        if case .space = tree[id].kind { return true }
        return tree[id].range.isEmpty
    }

    /// `\cdot`, `\times`: a product's sign.
    private func isTimes(_ id: MathTree.ID) -> Bool {
        guard case .atom(let atom) = tree[id].kind else { return false }
        return atom.atomClass == .binary && [0xB7, 0x22C5, 0xD7, 0x2217, 0x2A, 0x2299].contains(atom.scalar)
    }

    private mutating func term(_ all: [MathTree.ID], hasSignBefore: Bool, sign: MathTree.ID?) {
        let parts = all.filter { !isSpace($0) }
        guard let first = parts.first, let last = parts.last else { return }
        if parts.count == 1 {
            // `n (n + 1)` without its first factor.
            if isFactor(first), isBeforeBracket(tree[first].range) {
                if isNumber(first) || variables.contains(letter(of: first)) { replace(tree[first].range, "", .factor) }
                return
            }
            // `a + b` without its `b`.
            guard let sign, case .atom(let atom) = tree[sign].kind, atom.atomClass == .binary, isFactor(first) else { return }
            replace(tree[first].range, "", .operand)
            return
        }
        for (k, part) in parts.enumerated() where isFactor(part) {
            let isAfterOperator = k > 0 && isOperator(parts[k - 1])
            let isBeforeTimes = k + 1 < parts.count && isTimes(parts[k + 1])
            let isAfterTimes = k > 0 && isTimes(parts[k - 1])
            // The argument of a function, or the body of a sum, is no factor.
            if isAfterOperator, k == parts.count - 1 || isBeforeTimes { continue }
            // A name before a bracket is applied.
            let isName = !isNumber(part) && !variables.contains(letter(of: part))
            if k + 1 == parts.count, part == last, isBeforeBracket(tree[part].range), isName { continue }
            if k + 1 < parts.count, case .fenced = tree[parts[k + 1]].kind, isName { continue }
            if isBeforeTimes, k + 2 < parts.count {
                replace(ByteRange(tree[part].range.lower, tree[parts[k + 1]].range.upper), "", .factor)
            } else if isAfterTimes, k > 1 {
                replace(ByteRange(tree[parts[k - 1]].range.lower, tree[part].range.upper), "", .factor)
            } else if !isBeforeTimes, !isAfterTimes {
                replace(tree[part].range, "", .factor)
            }
        }
        for part in parts where isMatrixLetter(part) && matrices.contains(letter(of: part)) {
            let place = tree[part].range
            replace(place, string(place) + "^\\top ", .transpose)
        }
    }

    private func isNumber(_ id: MathTree.ID) -> Bool {
        switch tree[id].kind {
        case .number, .fraction: true
        default: false
        }
    }

    private func isBeforeBracket(_ place: ByteRange) -> Bool {
        latex[place.upper...].first { $0 > 0x20 } == UInt8(ascii: "(")
    }

    /// The plain letter of `X`, `\mathbf{X}`.
    private func letter(of id: MathTree.ID) -> String {
        switch tree[id].kind {
        case .atom(let atom): return Unicode.Scalar(atom.scalar).map { String(Character($0)) } ?? ""
        case .styled(_, let body): return letter(of: body)
        case .row(let list): return tree.children(list).first.map { letter(of: $0) } ?? ""
        default: return ""
        }
    }
}
