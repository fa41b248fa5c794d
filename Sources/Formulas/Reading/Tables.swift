import LaTeX
import Source
import Tensors

/// Matrices, determinants and cases.
extension ExpressionParser {
    mutating func table(_ index: Int, _ token: Token, open: UInt32) throws(Unread) -> ID {
        let table = reader.tree.tables[index]
        switch table.environment {
        case "cases", "dcases", "rcases", "cases*", "dcases*": return try cases(index, token)
        default: break
        }
        if open == 0x7B { return try cases(index, token) }
        var cells: [ID] = []
        var columns: Int?
        let written = table.rows.map { row in reader.tree.children(row).map { reader.tokens(of: $0).filter { !$0.isSpace } } }
            .filter { row in row.contains { !$0.isEmpty } }
        if written.contains(where: { row in row.contains { $0.contains(where: isEllipsis) } }) {
            guard let whole = try dottedTable(written) else { throw Unread(.ellipsis, "a matrix with an ellipsis", at: token.range) }
            return table.environment == "vmatrix" || open == Sign.bar ? draft.add(.unary(.determinant, whole), token.core) : whole
        }
        for row in table.rows {
            let list = Array(reader.tree.children(row))
            let isEmpty = list.allSatisfy { reader.tokens(of: $0).allSatisfy(\.isSpace) }
            if isEmpty { continue }
            if let columns, columns != list.count {
                throw Unread(.unreadNotation, "rows of different lengths", at: token.range)
            }
            columns = list.count
            for cell in list {
                let tokens = reader.tokens(of: cell)
                if tokens.contains(where: { if case .ellipsis = $0.kind { true } else { false } }) {
                    throw Unread(.ellipsis, "a matrix with an ellipsis", at: token.range)
                }
                guard tokens.contains(where: { !$0.isSpace }) else { throw Unread(.unreadNotation, "an empty cell", at: token.range) }
                if tokens.allSatisfy({ if case .sign = $0.kind { $0.isSpace || !$0.isSign(Sign.infinity) } else { $0.isSpace } }) {
                    throw Unread(.unreadNotation, "a matrix whose elements are left open", at: token.range)
                }
                cells.append(try parse(tokens))
            }
        }
        guard let columns, columns > 0, !cells.isEmpty else { throw Unread(.unreadNotation, "an empty matrix", at: token.range) }
        let rows = cells.count / columns
        let isDeterminant = table.environment == "vmatrix" || open == Sign.bar
        let kind: ExpressionTree.Kind =
            columns == 1 ? .vector(draft.list(cells)) : .matrix(rows: Int32(rows), columns: Int32(columns), draft.list(cells))
        let matrix = draft.add(kind, token.core)
        return isDeterminant ? draft.add(.unary(.determinant, matrix), token.core) : matrix
    }

    private static let otherwiseWords = ["otherwise", "else", "other", "others", "elsewhere", "其他", "其它", "否则", "其余"]

    mutating func cases(_ index: Int, _ token: Token) throws(Unread) -> ID {
        var parts: [ID] = []
        var otherwise: ID?
        for row in reader.tree.tables[index].rows {
            var cells = reader.tree.children(row).map { reader.tokens(of: $0) }
            guard cells.contains(where: { $0.contains { !$0.isSpace } }) else { continue }
            if cells.count == 1 { cells = splitCase(cells[0]) }
            guard cells.count >= 2, otherwise == nil else { throw Unread(.unreadNotation, "a case without condition", at: span(cells.first ?? [])) }
            var value = cells[0].filter { !$0.isSpace || isWide($0) }
            while let last = value.last, last.isSpace || last.isPunctuation(Sign.comma, Sign.semicolon, Sign.wideComma) { value.removeLast() }
            let conditionTokens = Array(cells.dropFirst().flatMap { $0 }.filter { !$0.isSpace }.drop { $0.isPunctuation(Sign.comma, Sign.wideComma, Sign.semicolon) })
            let words = conditionTokens.compactMap { token -> String? in
                switch token.kind {
                case .text(let text), .word(let text): text
                case .letter(let s): s < 0x80 ? Unicode.Scalar(s).map { String(Character($0)) } : nil
                default: nil
                }
            }.joined().split(separator: " ").joined().lowercased()
            let result = try parse(value)
            if Self.otherwiseWords.contains(where: { words.hasPrefix($0) }), !conditionTokens.contains(where: \.isRelation) {
                otherwise = result
                continue
            }
            parts.append(result)
            parts.append(try condition(Array(conditionTokens)))
        }
        guard !parts.isEmpty else { throw Unread(.unreadNotation, "cases without a condition", at: token.range) }
        if let otherwise { parts.append(otherwise) }
        return draft.add(.choose(draft.list(parts)), token.core)
    }

    /// A case in one cell: the condition stands behind a comma, a wide space or words.
    private func splitCase(_ tokens: [Token]) -> [[Token]] {
        let top = StatementSplitter.topLevel(tokens)
        for (k, token) in tokens.enumerated() where top[k] && k > 0 {
            switch token.kind {
            case .punctuation(Sign.comma), .punctuation(Sign.wideComma), .punctuation(Sign.semicolon):
                return [Array(tokens[..<k]), Array(tokens[(k + 1)...])]
            case .text: return [Array(tokens[..<k]), Array(tokens[k...])]
            case .space(let em) where em >= 0.99: return [Array(tokens[..<k]), Array(tokens[(k + 1)...])]
            default: continue
            }
        }
        return [tokens]
    }
}
