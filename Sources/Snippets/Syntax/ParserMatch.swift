import Source

/// `match` and its patterns.
extension Parser {
    mutating func match() throws(SyntaxFault) -> ID? {
        let start = mark
        mark += 1
        let afterWord = mark
        guard var subject = try starNamedExpression() else { return nil }
        if try peek() == .comma {
            subject = try tupleTail(subject, from: afterWord) { parser throws(SyntaxFault) in
                try parser.starNamedExpression()
            }
        }
        if explains, try peek() == .newline, mark > afterWord { throw fault("expected ':'") }
        guard try accept(.colon), try accept(.newline) else { return nil }
        guard try accept(.indent) else {
            if explains {
                throw fault(
                    "expected an indented block after 'match' statement on line \(tokens[start].line)",
                    kind: .indentation)
            }
            return nil
        }
        var cases: [ID] = []
        while let next = try matchCase() { cases.append(next) }
        guard !cases.isEmpty, try accept(.dedent) else { return nil }
        return node(.match(subject, tree.list(cases)), from: start)
    }

    private mutating func matchCase() throws(SyntaxFault) -> ID? {
        let start = mark
        guard try accept(.name), isWord(start, "case") else {
            mark = start
            return nil
        }
        guard let pattern = try patterns() else {
            mark = start
            return nil
        }
        var condition: ID?
        if try accept(.keywordIf) { condition = try namedExpression() }
        if explains, try peek() == .newline { throw fault("expected ':'") }
        guard try accept(.colon) else {
            mark = start
            return nil
        }
        if explains {
            let before = mark
            if try accept(.newline), try peek() != .indent {
                throw fault(
                    "expected an indented block after 'case' statement on line \(tokens[start].line)",
                    kind: .indentation)
            }
            mark = before
        }
        guard let body = try block() else {
            mark = start
            return nil
        }
        return node(.matchCase(pattern: pattern, guard: condition, body), from: start)
    }

    private mutating func patterns() throws(SyntaxFault) -> ID? {
        let start = mark
        guard let first = try starOrAsPattern() else { return nil }
        guard try peek() == .comma else {
            if case .starPattern = tree[first].kind { return nil }
            return first
        }
        var items = [first]
        while try accept(.comma) {
            guard let next = try starOrAsPattern() else { break }
            items.append(next)
        }
        return node(.sequencePattern(tree.list(items)), from: start)
    }

    private mutating func starOrAsPattern() throws(SyntaxFault) -> ID? {
        let start = mark
        if try accept(.star) {
            guard try accept(.name) else {
                mark = start
                return nil
            }
            let name = text(mark - 1)
            return node(.starPattern(name == "_" ? nil : tree.intern(name)), from: start)
        }
        return try asPattern()
    }

    private mutating func asPattern() throws(SyntaxFault) -> ID? {
        let start = mark
        try deepen()
        defer { depth -= 1 }
        guard let first = try closedPattern() else { return nil }
        var items = [first]
        while try accept(.bar) {
            guard let next = try closedPattern() else {
                mark = start
                return nil
            }
            items.append(next)
        }
        let pattern = items.count == 1 ? first : node(.alternatives(tree.list(items)), from: start)
        let before = mark
        if try accept(.keywordAs) {
            if try accept(.name) { return node(.asPattern(pattern, tree.intern(text(mark - 1))), from: start) }
            mark = before
        }
        return pattern
    }

    private mutating func closedPattern() throws(SyntaxFault) -> ID? {
        let start = mark
        switch try peek() {
        case .name:
            mark += 1
            var value = tree.add(.name(tree.intern(text(start))), range(start))
            var isDotted = false
            while try peek() == .dot {
                mark += 1
                guard try accept(.name) else {
                    mark = start
                    return nil
                }
                value = node(.attribute(value, tree.intern(text(mark - 1))), from: start)
                isDotted = true
            }
            if try accept(.leftParenthesis) {
                var items: [ID] = []
                while try peek() != .rightParenthesis {
                    let first = mark
                    if try accept(.name), try accept(.equal) {
                        guard let inner = try asPattern() else { break }
                        items.append(node(.keyword(tree.intern(text(first)), inner), from: first))
                    } else {
                        mark = first
                        guard let inner = try asPattern() else { break }
                        items.append(inner)
                    }
                    if try !accept(.comma) { break }
                }
                guard try accept(.rightParenthesis) else {
                    mark = start
                    return nil
                }
                return node(.classPattern(value, tree.list(items)), from: start)
            }
            if isDotted { return node(.valuePattern(value), from: start) }
            let name = text(start)
            return node(.capturePattern(name == "_" ? nil : tree.intern(name)), from: start)
        case .leftParenthesis, .leftBracket:
            let isParenthesis = try peek() == .leftParenthesis
            mark += 1
            var items: [ID] = []
            var sawComma = false
            while let item = try starOrAsPattern() {
                items.append(item)
                guard try accept(.comma) else { break }
                sawComma = true
            }
            guard try accept(isParenthesis ? .rightParenthesis : .rightBracket) else {
                mark = start
                return nil
            }
            if isParenthesis, items.count == 1, !sawComma { return items[0] }
            return node(.sequencePattern(tree.list(items)), from: start)
        case .leftBrace: return try mappingPattern()
        case .keywordNone, .keywordTrue, .keywordFalse, .string, .number, .minus:
            guard let value = try binary(4) else { return nil }
            return node(.valuePattern(value), from: start)
        default: return nil
        }
    }

    private mutating func mappingPattern() throws(SyntaxFault) -> ID? {
        let start = mark
        mark += 1
        var pairs: [ID] = []
        var rest: PythonTree.NameID?
        while try peek() != .rightBrace {
            if try accept(.doubleStar) {
                guard try accept(.name) else { break }
                rest = tree.intern(text(mark - 1))
            } else {
                guard let key = try binary(4), try accept(.colon), let value = try asPattern() else { break }
                pairs += [key, value]
            }
            if try !accept(.comma) { break }
        }
        guard try accept(.rightBrace) else {
            mark = start
            return nil
        }
        return node(.mappingPattern(tree.list(pairs), rest: rest), from: start)
    }
}
