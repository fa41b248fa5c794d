import LaTeX
import Source

/// What stands beside a statement and is no part of it: `\text{Query}: Q = …`, `prior \quad …`, `…, \quad i \ne j`.
enum StatementLabels {
    /// A line without the words and the colon before its statement. `f: X \to Y` has no words, and a mapping no equation.
    static func withoutLabel(_ whole: [Token]) -> [Token] {
        let line = withoutNumber(whole)
        let top = StatementSplitter.topLevel(line)
        guard let colon = line.indices.first(where: { line[$0].isRelation && top[$0] }), case .relation(Sign.colon) = line[colon].kind, !line[colon].hasScripts,
            let next = line.indices.first(where: { $0 > colon && line[$0].isRelation && top[$0] }), case .relation(let sign) = line[next].kind
        else { return line }
        switch RelationSigns.kind(sign) {
        case .equal, .defines, .assigns, .approximately, .less, .lessOrEqual, .greater, .greaterOrEqual: break
        default: return line
        }
        let label = Array(line[..<colon])
        let isWords = label.allSatisfy { token in
            switch token.kind {
            case .text, .word, .space: !token.hasScripts
            default: false
            }
        }
        guard isWords && label.contains(where: { !$0.isSpace }) || isWord(label, atLeast: 4) else { return line }
        return Array(line[(colon + 1)...])
    }

    /// A line without the number of a list before it, `1) x = 2`, `(a)\ x = 2`, and that of an equation behind it, `x = 2^3 (4)`.
    private static func withoutNumber(_ line: [Token]) -> [Token] {
        var line = line[...]
        while let first = line.first, first.isSpace { line = line.dropFirst() }
        while let last = line.last, last.isSpace { line = line.dropLast() }
        guard line.count > 3 else { return Array(line) }
        func counts(_ token: Token) -> Bool {
            if case .number(let text) = token.kind { return !token.hasScripts && text.utf8.count <= 2 && !text.contains(".") }
            return false
        }
        func isSmallLetter(_ token: Token) -> Bool { (0x61...0x7A).contains(token.letter ?? 0) && !token.hasScripts }
        func closes(_ token: Token) -> Bool { if case .close(0x29) = token.kind { !token.hasScripts } else { false } }
        let start = line.startIndex
        if counts(line[start]) || isSmallLetter(line[start]), closes(line[start + 1]) {
            line = line.dropFirst(2)
        } else if case .open(0x28) = line[start].kind, line.count > 5, closes(line[start + 2]),
            counts(line[start + 1]) && !line[start + 3].isRelation && line[start + 3].isSpace || isSmallLetter(line[start + 1]) && line[start + 3].isSpace
        {
            line = line.dropFirst(3)
        }
        let end = line.endIndex
        if line.count > 5, closes(line[end - 1]), counts(line[end - 2]), case .open(0x28) = line[end - 3].kind, line.contains(where: \.isRelation) {
            let before = line[end - 4]
            var isApart = before.isSpace
            switch before.kind {
            case .close, .fenced, .fraction: isApart = true
            // `f'(2)` has no gap.
            case .letter, .number: isApart = isApart || before.sup != nil && before.range.end < line[end - 3].core.start
            default: break
            }
            if isApart { line = line.dropLast(3) }
        }
        return Array(line)
    }

    /// Three small letters or more side by side and nothing else: a word of the author's, as `prior` or `maximize`.
    static func isWord(_ tokens: [Token], atLeast count: Int = 3) -> Bool {
        let visible = tokens.filter { !$0.isSpace }
        guard visible.count >= count, visible.allSatisfy({ !$0.hasScripts && $0.letter ?? 0 >= 0x61 && $0.letter ?? 0x80 < 0x7B }),
            zip(visible, visible.dropFirst()).allSatisfy({ $0.range.end == $1.range.start })
        else { return false }
        return visible.contains { token in [0x61, 0x65, 0x69, 0x6F, 0x75].contains(token.letter ?? 0) }
    }

    /// `i = j`, `k \ne k'` behind a statement that has both as indices: it holds for these.
    static func comparesIndices(_ tokens: [Token], of statement: [Token], _ reader: TokenReader) -> Bool {
        let visible = tokens.filter { !$0.isSpace }
        guard visible.count == 3, case .relation(let sign) = visible[1].kind else { return false }
        switch RelationSigns.kind(sign) {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: break
        default: return false
        }
        guard let left = indexName(visible[0], reader), let right = indexName(visible[2], reader), left != right else { return false }
        let names = indices(in: statement, reader)
        return names.contains(left) && names.contains(right)
    }

    private static func indexName(_ token: Token, _ reader: TokenReader) -> String? {
        guard token.sub == nil, let letter = token.letter, (0x61...0x7A).contains(letter) else { return nil }
        return SymbolSpelling.fullName(token, reader)
    }

    /// Letters that stand in a subscript, or in a bracket above a name, however deep in fractions.
    private static func indices(in statement: [Token], _ reader: TokenReader) -> Set<String> {
        var found: Set<String> = []
        var rows = [statement]
        var seen = 0
        while let row = rows.popLast(), seen < 200 {
            seen += 1
            for token in row {
                for script in [token.sub, token.sup].compactMap({ $0 }) {
                    let inside = reader.tokens(of: script)
                    for letter in inside { if let name = indexName(letter, reader) { found.insert(name) } }
                }
                switch token.kind {
                case .fraction(let top, let bottom, _): rows += [reader.tokens(of: top), reader.tokens(of: bottom)]
                case .fenced(_, let body, _), .group(let body), .radical(let body, _), .accent(_, let body): rows.append(reader.tokens(of: body))
                default: break
                }
            }
        }
        return found
    }
}
