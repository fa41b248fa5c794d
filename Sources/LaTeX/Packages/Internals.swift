import Source

/// Names with an at sign that formulas copied from a package's source bring along.
extension Expansion {
    static let internals: [Expansion] = [
        Expansion("@firstoftwo", 2, "#1"), Expansion("@secondoftwo", 2, "#2"), Expansion("@gobble", 1, ""),
        Expansion("@firstofone", 1, "#1"),
    ]
}

extension Parser {
    /// `\@ifstar{with}{without}` and `\@ifnextchar c{yes}{no}`: by what comes after them.
    mutating func chosenByNext(isStar: Bool, from start: Int) -> Excerpt? {
        var wanted: Excerpt = [UInt8(ascii: "*")]
        if !isStar {
            guard let token = rawArgument("the token", from: start) else { return nil }
            wanted = token.excerpt
        }
        guard let yes = rawArgument("the first form", from: start), let no = rawArgument("the second form", from: start)
        else { return nil }
        skipSpaces()
        let isNext = !wanted.isEmpty && limit - position >= wanted.count
            && text[position..<(position + wanted.count)].elementsEqual(wanted)
        if isNext, isStar { position += 1 }
        return isNext ? yes.excerpt : no.excerpt
    }

    /// `\@binrel{+}{x}`: x spaced as the sign before it is.
    mutating func spacedAs(from start: Int) -> Excerpt? {
        guard let model = rawArgument("the sign", from: start), let body = rawArgument("the argument", from: start) else { return nil }
        var atomClass = MathTree.AtomClass.ordinary
        if model.excerpt.first == UInt8(ascii: "\\") {
            if case .symbol(let atom)? = commands.find(model.bytes, 1..<model.excerpt.count) { atomClass = atom.atomClass }
        } else if let first = model.excerpt.first, first >= 0x20, first < 0x80 {
            atomClass = SymbolTable.ascii(UInt32(first)).atomClass
        }
        switch atomClass {
        case .binary: return latex("\\mathbin{", body.excerpt, "}")
        case .relation: return latex("\\mathrel{", body.excerpt, "}")
        default: return latex("{", body.excerpt, "}")
        }
    }
}
