import Source

extension Parser {
    // MARK: Lists of expressions

    /// `a, *b, c`: one expression, or a tuple.
    mutating func starExpressions() throws(SyntaxFault) -> ID? {
        let start = mark
        guard let first = try starExpression() else { return nil }
        return try tupleTail(first, from: start) { parser throws(SyntaxFault) in try parser.starExpression() }
    }

    /// The rest of `first, second, …`: a tuple when a comma follows.
    mutating func tupleTail(
        _ first: ID, from start: Int, _ item: (inout Parser) throws(SyntaxFault) -> ID?
    ) throws(SyntaxFault) -> ID {
        guard try peek() == .comma else { return first }
        var items = [first]
        while try accept(.comma) {
            guard let next = try item(&self) else { break }
            items.append(next)
        }
        return node(.tuple(tree.list(items)), from: start)
    }

    mutating func starExpression() throws(SyntaxFault) -> ID? {
        if let known = try recall(.starExpression) { return known }
        let start = mark
        if try accept(.star) {
            if let inner = try binary(0) {
                return remember(.starExpression, at: start, node(.starred(inner), from: start))
            }
            mark = start
        }
        return remember(.starExpression, at: start, try expression())
    }

    mutating func starNamedExpression() throws(SyntaxFault) -> ID? {
        let start = mark
        if try accept(.star) {
            if let inner = try binary(0) { return node(.starred(inner), from: start) }
            mark = start
        }
        return try namedExpression()
    }

    /// `a, b` up to the bracket; `nil` when there is none.
    mutating func starNamedExpressions() throws(SyntaxFault) -> [ID]? {
        guard let first = try starNamedExpression() else { return nil }
        var items = [first]
        while try accept(.comma) {
            guard let next = try starNamedExpression() else { break }
            items.append(next)
        }
        return items
    }

    mutating func starredExpression() throws(SyntaxFault) -> ID? {
        let start = mark
        guard try accept(.star) else { return nil }
        if let inner = try expression() { return node(.starred(inner), from: start) }
        mark = start
        return nil
    }

    // MARK: Named expressions

    /// `name := value`. After `:=` there is no other way to read it: `nil` with `isCut`.
    mutating func assignmentExpression(_ isCut: inout Bool) throws(SyntaxFault) -> ID? {
        let start = mark
        guard try accept(.name) else { return nil }
        guard try accept(.colonEqual) else {
            mark = start
            return nil
        }
        let target = tree.add(.name(tree.intern(text(start))), range(start))
        guard let value = try expression() else {
            mark = start
            isCut = true
            return nil
        }
        return node(.named(target, value), from: start)
    }

    mutating func namedExpression() throws(SyntaxFault) -> ID? {
        if let known = try recall(.namedExpression) { return known }
        let start = mark
        var isCut = false
        if let named = try assignmentExpression(&isCut) { return remember(.namedExpression, at: start, named) }
        if isCut { return remember(.namedExpression, at: start, nil) }
        if explains { try explainNamed() }
        if let plain = try expression(), try peek() != .colonEqual {
            return remember(.namedExpression, at: start, plain)
        }
        return remember(.namedExpression, at: start, nil)
    }

    private mutating func explainNamed() throws(SyntaxFault) {
        if try recall(.invalidNamed) != nil { return }
        let start = mark
        defer { mark = start }
        if let a = try expression(), try accept(.colonEqual), try expression() != nil {
            throw fault("cannot use assignment expressions with \(describe(a))", at: a)
        }
        mark = start
        if try accept(.name), try accept(.equal) {
            let b = try binary(0)
            if let b {
                let next = try peek()
                if next != .equal, next != .colonEqual {
                    throw fault(
                        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                        ByteRange(range(start).lower, tree[b].range.upper))
                }
            }
        }
        mark = start
        let isExempt: Bool
        switch try peek() {
        case .keywordTrue, .keywordNone, .keywordFalse: isExempt = true
        case .leftBracket, .leftParenthesis:
            let display = try atom()
            if let display {
                switch tree[display].kind {
                case .list, .tuple, .comprehension(.generator, _, _, _): isExempt = true
                default: isExempt = false
                }
            } else {
                isExempt = false
            }
        default: isExempt = false
        }
        mark = start
        if !isExempt, let a = try binary(0), try accept(.equal), try binary(0) != nil {
            let next = try peek()
            if next != .equal, next != .colonEqual {
                throw fault(
                    "cannot assign to \(describe(a)) here. Maybe you meant '==' instead of '='?", at: a)
            }
        }
        mark = start
        _ = remember(.invalidNamed, at: start, nil)
    }

    // MARK: Expressions

    mutating func expression() throws(SyntaxFault) -> ID? {
        if let known = try recall(.expression) { return known }
        let start = mark
        try deepen()
        defer { depth -= 1 }
        if explains { try explainExpression() }
        if let body = try disjunction() {
            if try accept(.keywordIf) {
                if let test = try disjunction(), try accept(.keywordElse), let otherwise = try expression() {
                    return remember(
                        .expression, at: start,
                        node(.conditional(test: test, body, otherwise: otherwise), from: start))
                }
                mark = start
                return remember(.expression, at: start, try disjunction())
            }
            return remember(.expression, at: start, body)
        }
        return remember(.expression, at: start, try lambda())
    }

    private mutating func explainExpression() throws(SyntaxFault) {
        let start = mark
        defer { mark = start }
        let isName = try peek() == .name
        var isExempt = isName && isSoftKeyword(start)
        if isName, !isExempt {
            mark += 1
            isExempt = try peek() == .string
            mark = start
        }
        if !isExempt, let a = try disjunction() {
            explains = false
            let b: ID?
            do {
                b = try expressionForgotten()
                explains = true
            } catch {
                explains = true
                throw error
            }
            if let b, !isLegacy(a), tokens[mark - 1].level != 0 {
                throw fault("invalid syntax. Perhaps you forgot a comma?", from: a, to: b)
            }
        }
        mark = start
        if let a = try disjunction(), try accept(.keywordIf), let b = try disjunction() {
            let next = try peek()
            if next != .keywordElse, next != .colon {
                throw fault("expected 'else' after 'if' expression", from: a, to: b)
            }
        }
        mark = start
        if try peek() == .name {
            mark += 1
            let isPrint = isWord(start, "print") || isWord(start, "exec")
            if try peek() != .leftParenthesis, let b = try starExpressions(), isPrint {
                let word = text(start)
                throw fault(
                    "Missing parentheses in call to '\(word)'. Did you mean \(word)(...)?",
                    ByteRange(range(start).lower, tree[b].range.upper))
            }
        }
    }

    /// `expression` whose result is not remembered: it is read without the patterns of mistakes.
    private mutating func expressionForgotten() throws(SyntaxFault) -> ID? {
        let start = mark
        if let body = try disjunction() {
            if try accept(.keywordIf) {
                if let test = try disjunction(), try accept(.keywordElse), let otherwise = try expression() {
                    return node(.conditional(test: test, body, otherwise: otherwise), from: start)
                }
                mark = start
                return try disjunction()
            }
            return body
        }
        return try lambda()
    }

    private func isLegacy(_ id: ID) -> Bool {
        guard case .name(let name) = tree[id].kind else { return false }
        return tree.name(name) == "print" || tree.name(name) == "exec"
    }

    mutating func disjunction() throws(SyntaxFault) -> ID? {
        if let known = try recall(.disjunction) { return known }
        let start = mark
        guard let first = try conjunction() else { return remember(.disjunction, at: start, nil) }
        var items = [first]
        while try peek() == .keywordOr {
            let before = mark
            mark += 1
            guard let next = try conjunction() else {
                mark = before
                break
            }
            items.append(next)
        }
        let result = items.count == 1 ? first : node(.boolean(isAnd: false, tree.list(items)), from: start)
        return remember(.disjunction, at: start, result)
    }

    private mutating func conjunction() throws(SyntaxFault) -> ID? {
        let start = mark
        guard let first = try inversion() else { return nil }
        var items = [first]
        while try peek() == .keywordAnd {
            let before = mark
            mark += 1
            guard let next = try inversion() else {
                mark = before
                break
            }
            items.append(next)
        }
        return items.count == 1 ? first : node(.boolean(isAnd: true, tree.list(items)), from: start)
    }

    private mutating func inversion() throws(SyntaxFault) -> ID? {
        let start = mark
        if try accept(.keywordNot) {
            try deepen()
            defer { depth -= 1 }
            if let inner = try inversion() { return node(.unary(.not, inner), from: start) }
            mark = start
            return nil
        }
        return try comparison()
    }

    private mutating func comparison() throws(SyntaxFault) -> ID? {
        let start = mark
        guard let first = try binary(0) else { return nil }
        var rest: [UInt32] = []
        while true {
            let before = mark
            let operation: PythonTree.ComparisonOperator
            switch try peek() {
            case .equalEqual: operation = .equal
            case .notEqual: operation = .notEqual
            case .less: operation = .less
            case .lessEqual: operation = .lessEqual
            case .greater: operation = .greater
            case .greaterEqual: operation = .greaterEqual
            case .keywordIn: operation = .isIn
            case .keywordNot:
                mark += 1
                guard try peek() == .keywordIn else {
                    mark = before
                    return finishComparison(first, rest, from: start)
                }
                operation = .notIn
            case .keywordIs:
                mark += 1
                if try accept(.keywordNot) {
                    if let operand = try binary(0) {
                        rest += [PythonTree.ComparisonOperator.isNot.rawValue, operand]
                        continue
                    }
                    mark = before + 1
                }
                mark = before
                operation = .isSame
            default: return finishComparison(first, rest, from: start)
            }
            mark += 1
            guard let operand = try binary(0) else {
                mark = before
                return finishComparison(first, rest, from: start)
            }
            rest += [operation.rawValue, operand]
        }
    }

    private mutating func finishComparison(_ first: ID, _ rest: [UInt32], from start: Int) -> ID {
        rest.isEmpty ? first : node(.comparison(first, tree.list(rest)), from: start)
    }

    private static func operation(_ kind: TokenKind, level: Int) -> PythonTree.BinaryOperator? {
        switch (level, kind) {
        case (0, .bar): .bitOr
        case (1, .caret): .bitXor
        case (2, .ampersand): .bitAnd
        case (3, .leftShift): .leftShift
        case (3, .rightShift): .rightShift
        case (4, .plus): .add
        case (4, .minus): .subtract
        case (5, .star): .multiply
        case (5, .slash): .divide
        case (5, .doubleSlash): .floorDivide
        case (5, .percent): .modulo
        case (5, .at): .matrixMultiply
        default: nil
        }
    }

    /// Binary operators from `level` up: `|` is 0, `*` is 5.
    mutating func binary(_ level: Int) throws(SyntaxFault) -> ID? {
        if level > 5 { return try factor() }
        if level == 0, let known = try recall(.bitwiseOr) { return known }
        let start = mark
        var left = try binary(level + 1)
        var length = 0
        while let operand = left, let operation = Self.operation(try peek(), level: level) {
            let before = mark
            mark += 1
            guard let right = try binary(level + 1) else {
                mark = before
                break
            }
            left = node(.binary(operation, operand, right), from: start)
            length += 1
            try link(length)
        }
        return level == 0 ? remember(.bitwiseOr, at: start, left) : left
    }

    private mutating func factor() throws(SyntaxFault) -> ID? {
        let start = mark
        let operation: PythonTree.UnaryOperator
        switch try peek() {
        case .plus: operation = .positive
        case .minus: operation = .negative
        case .tilde: operation = .invert
        default: return try power()
        }
        mark += 1
        try deepen()
        defer { depth -= 1 }
        guard let inner = try factor() else {
            mark = start
            return nil
        }
        return node(.unary(operation, inner), from: start)
    }

    private mutating func power() throws(SyntaxFault) -> ID? {
        let start = mark
        guard let base = try awaitPrimary() else { return nil }
        let before = mark
        if try accept(.doubleStar) {
            try deepen()
            defer { depth -= 1 }
            if let exponent = try factor() { return node(.binary(.power, base, exponent), from: start) }
            mark = before
        }
        return base
    }

    private mutating func awaitPrimary() throws(SyntaxFault) -> ID? {
        let start = mark
        if try accept(.keywordAwait) {
            if let inner = try primary() { return node(.await(inner), from: start) }
            mark = start
            return nil
        }
        return try primary()
    }

    // MARK: Primaries

    mutating func primary() throws(SyntaxFault) -> ID? {
        if let known = try recall(.primary) { return known }
        let start = mark
        guard var value = try atom() else { return remember(.primary, at: start, nil) }
        var length = 0
        while let next = try trailer(value, from: start) {
            value = next
            length += 1
            try link(length)
        }
        return remember(.primary, at: start, value)
    }

    /// `.name`, a call or a subscript after `value`; `nil`, and the mark where it was, when there is none.
    mutating func trailer(_ value: ID, from start: Int) throws(SyntaxFault) -> ID? {
        let before = mark
        switch try peek() {
        case .dot:
            mark += 1
            if try accept(.name) {
                return node(.attribute(value, tree.intern(text(mark - 1))), from: start)
            }
        case .leftParenthesis:
            if let generator = try generatorExpression() {
                return node(.call(value, tree.list([generator])), from: start)
            }
            mark = before + 1
            let list = try arguments()
            if try accept(.rightParenthesis) { return node(.call(value, list ?? tree.list([])), from: start) }
        case .leftBracket:
            mark += 1
            if let index = try slices(), try accept(.rightBracket) {
                return node(.subscripted(value, index), from: start)
            }
        default: break
        }
        mark = before
        return nil
    }

    mutating func slices() throws(SyntaxFault) -> ID? {
        let start = mark
        if let only = try slice(), try peek() != .comma { return only }
        mark = start
        var items: [ID] = []
        while true {
            let item: ID?
            if let plain = try slice() { item = plain } else { item = try starredExpression() }
            guard let item else { break }
            items.append(item)
            if try !accept(.comma) { break }
        }
        return items.isEmpty ? nil : node(.tuple(tree.list(items)), from: start)
    }

    private mutating func slice() throws(SyntaxFault) -> ID? {
        let start = mark
        let lower = try expression()
        if try accept(.colon) {
            let upper = try expression()
            let step = try accept(.colon) ? try expression() : nil
            return node(.slice(lower, upper, step), from: start)
        }
        mark = start
        return try namedExpression()
    }

    mutating func atom() throws(SyntaxFault) -> ID? {
        let start = mark
        switch try peek() {
        case .name:
            mark += 1
            return tree.add(.name(tree.intern(text(start))), range(start))
        case .keywordTrue, .keywordFalse:
            mark += 1
            return tree.add(.truth(tokens[start].kind == .keywordTrue), range(start))
        case .keywordNone:
            mark += 1
            return tree.add(.noneLiteral, range(start))
        case .ellipsis:
            mark += 1
            return tree.add(.ellipsis, range(start))
        case .number:
            mark += 1
            return tree.add(NumberLiteral.read(text(start)), range(start))
        case .string: return try strings()
        case .leftParenthesis: return try parenthesized()
        case .leftBracket: return try bracketed()
        case .leftBrace: return try braced()
        default: return nil
        }
    }

    /// What kind of thing stands where a target should, in CPython's words.
    func describe(_ id: ID) -> String {
        switch tree[id].kind {
        case .attribute: "attribute"
        case .subscripted: "subscript"
        case .starred: "starred"
        case .name: "name"
        case .list: "list"
        case .tuple: "tuple"
        case .lambda: "lambda"
        case .call: "function call"
        case .boolean, .binary, .unary: "expression"
        case .comprehension(let kind, _, _, _):
            switch kind {
            case .generator: "generator expression"
            case .list: "list comprehension"
            case .set: "set comprehension"
            case .dictionary: "dict comprehension"
            }
        case .yield, .yieldFrom: "yield expression"
        case .await: "await expression"
        case .dictionary: "dict literal"
        case .set: "set display"
        case .joined, .formatted: "f-string expression"
        case .noneLiteral: "None"
        case .truth(let value): value ? "True" : "False"
        case .ellipsis: "ellipsis"
        case .integer, .longInteger, .float, .imaginary, .string, .bytes: "literal"
        case .comparison: "comparison"
        case .conditional: "conditional expression"
        case .named: "named expression"
        default: "expression"
        }
    }
}
