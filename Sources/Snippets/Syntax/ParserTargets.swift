import Source

extension Parser {
    enum TargetUse { case assignment, loop, deletion }

    /// Raises CPython's complaint about the part of `id` that cannot be a target; returns when there is none.
    func rejectTarget(_ id: ID, _ use: TargetUse) throws(SyntaxFault) {
        guard let wrong = invalidTarget(id, use) else { return }
        throw fault("cannot \(use == .deletion ? "delete" : "assign to") \(describe(wrong))", at: wrong)
    }

    private func invalidTarget(_ id: ID, _ use: TargetUse) -> ID? {
        switch tree[id].kind {
        case .list(let items), .tuple(let items):
            for item in tree[items] {
                if let wrong = invalidTarget(item, use) { return wrong }
            }
            return nil
        case .starred(let inner): return use == .deletion ? id : invalidTarget(inner, use)
        case .comparison(let left, let rest):
            guard use == .loop else { return id }
            if let first = tree[rest].first, first == PythonTree.ComparisonOperator.isIn.rawValue {
                return invalidTarget(left, use)
            }
            return nil
        case .name, .subscripted, .attribute: return nil
        default: return id
        }
    }

    // MARK: Targets

    mutating func starTargets() throws(SyntaxFault) -> ID? {
        let start = mark
        guard let first = try starTarget() else { return nil }
        return try tupleTail(first, from: start) { parser throws(SyntaxFault) in try parser.starTarget() }
    }

    private mutating func starTarget() throws(SyntaxFault) -> ID? {
        if let known = try recall(.starTarget) { return known }
        let start = mark
        if try accept(.star) {
            if try peek() != .star, let inner = try starTarget() {
                return remember(.starTarget, at: start, node(.starred(inner), from: start))
            }
            mark = start
        }
        return remember(.starTarget, at: start, try targetWithStarAtom())
    }

    private mutating func targetWithStarAtom() throws(SyntaxFault) -> ID? {
        if let target = try subscriptOrAttributeTarget() { return target }
        let start = mark
        switch try peek() {
        case .name:
            mark += 1
            return tree.add(.name(tree.intern(text(start))), range(start))
        case .leftParenthesis:
            try deepen()
            defer { depth -= 1 }
            mark += 1
            if let inner = try targetWithStarAtom(), try accept(.rightParenthesis) { return inner }
            mark = start + 1
            var items: [ID] = []
            if let first = try starTarget(), try accept(.comma) {
                items.append(first)
                while let next = try starTarget() {
                    items.append(next)
                    if try !accept(.comma) { break }
                }
            } else {
                mark = start + 1
            }
            if try accept(.rightParenthesis) { return node(.tuple(tree.list(items)), from: start) }
        case .leftBracket:
            try deepen()
            defer { depth -= 1 }
            mark += 1
            var items: [ID] = []
            while let next = try starTarget() {
                items.append(next)
                if try !accept(.comma) { break }
            }
            if try accept(.rightBracket) { return node(.list(tree.list(items)), from: start) }
        default: break
        }
        mark = start
        return nil
    }

    /// `primary.name` or `primary[…]` that nothing follows which would go on with the primary.
    mutating func subscriptOrAttributeTarget() throws(SyntaxFault) -> ID? {
        let start = mark
        guard var value = try atom(), try continuesPrimary() else {
            mark = start
            return nil
        }
        var length = 0
        while let next = try trailer(value, from: start) {
            length += 1
            try link(length)
            value = next
            if try !continuesPrimary() {
                if case .call = tree[next].kind { break }
                return next
            }
        }
        mark = start
        return nil
    }

    private mutating func continuesPrimary() throws(SyntaxFault) -> Bool {
        switch try peek() {
        case .dot, .leftParenthesis, .leftBracket: true
        default: false
        }
    }

    /// A name, attribute or subscript, perhaps in parentheses.
    mutating func singleTarget() throws(SyntaxFault) -> ID? {
        if let target = try subscriptOrAttributeTarget() { return target }
        let start = mark
        if try accept(.name) { return tree.add(.name(tree.intern(text(start))), range(start)) }
        if try accept(.leftParenthesis) {
            try deepen()
            defer { depth -= 1 }
            if let inner = try singleTarget(), try accept(.rightParenthesis) { return inner }
            mark = start
        }
        return nil
    }

    mutating func deleteTargets() throws(SyntaxFault) -> [ID]? {
        var items: [ID] = []
        while let target = try deleteTarget() {
            items.append(target)
            if try !accept(.comma) { break }
        }
        return items.isEmpty ? nil : items
    }

    private mutating func deleteTarget() throws(SyntaxFault) -> ID? {
        if let target = try subscriptOrAttributeTarget() { return target }
        let start = mark
        if try accept(.name) { return tree.add(.name(tree.intern(text(start))), range(start)) }
        for (open, close) in [(TokenKind.leftParenthesis, TokenKind.rightParenthesis), (.leftBracket, .rightBracket)]
        where try peek() == open {
            try deepen()
            defer { depth -= 1 }
            mark += 1
            let items = try deleteTargets() ?? []
            if try accept(close) { return node(.tuple(tree.list(items)), from: start) }
            mark = start
        }
        return nil
    }

    // MARK: Parameters

    mutating func lambda() throws(SyntaxFault) -> ID? {
        let start = mark
        guard try accept(.keywordLambda) else { return nil }
        let parameters = try self.parameters(isLambda: true)
        guard let parameters, try accept(.colon) else {
            mark = start
            return nil
        }
        guard let body = try expression() else {
            mark = start
            return nil
        }
        tree.functions.append(
            PythonTree.Function(
                name: tree.intern("<lambda>"), nameRange: range(start), parameters: parameters,
                body: tree.list([body]), isLambda: true))
        return node(.lambda(UInt32(tree.functions.count - 1)), from: start)
    }

    /// The parameters up to `)` or, of a lambda, `:`. Empty where there are none; `nil` where they do not parse.
    mutating func parameters(isLambda: Bool) throws(SyntaxFault) -> [PythonTree.Parameter]? {
        let close: TokenKind = isLambda ? .colon : .rightParenthesis
        var result: [PythonTree.Parameter] = []
        var sawDefault = false
        var sawStar = false
        var sawSlash = false
        var sawKeywords = false
        var needsKeyword = false
        var positions = 0
        while try peek() != close {
            let start = mark
            switch try peek() {
            case .star:
                mark += 1
                if explains, sawStar {
                    let isComma = try peek() == .comma
                    if !isComma, try accept(.name), !isLambda, try accept(.colon) { _ = try expression() }
                    let next = try peek()
                    if isComma || mark > start + 1 && (next == .comma || next == close) {
                        throw fault("* argument may appear only once", range(start))
                    }
                    return nil
                }
                if sawStar || sawKeywords { return nil }
                sawStar = true
                if try peek() == .name {
                    result.append(try parameter(.variadic, isLambda: isLambda, allowsStar: true))
                    if try peek() == .equal {
                        if explains { throw fault("var-positional argument cannot have default value", range(mark)) }
                        return nil
                    }
                } else {
                    needsKeyword = true
                    guard try accept(.comma) else {
                        if explains, try peek() == close {
                            throw fault("named arguments must follow bare *", range(isLambda ? mark : start))
                        }
                        return nil
                    }
                    let next = try peek()
                    if next == close || next == .doubleStar {
                        if explains { throw fault("named arguments must follow bare *", range(isLambda ? mark : start)) }
                        return nil
                    }
                    continue
                }
            case .doubleStar:
                mark += 1
                if sawKeywords { return nil }
                sawKeywords = true
                guard try peek() == .name else { return nil }
                result.append(try parameter(.variadicKeyword, isLambda: isLambda))
                if try peek() == .equal {
                    if explains { throw fault("var-keyword argument cannot have default value", range(mark)) }
                    return nil
                }
                if try accept(.comma) {
                    switch try peek() {
                    case .name, .star, .doubleStar, .slash:
                        if explains { throw fault("arguments cannot follow var-keyword argument", range(mark)) }
                        return nil
                    default: return try peek() == close ? result : nil
                    }
                }
                return try peek() == close ? result : nil
            case .slash:
                mark += 1
                if explains {
                    if positions == 0, !sawStar { throw fault("at least one argument must precede /", range(start)) }
                    if sawStar { throw fault("/ must be ahead of *", range(start)) }
                    if sawSlash { throw fault("/ may appear only once", range(start)) }
                }
                if positions == 0 || sawStar || sawSlash { return nil }
                sawSlash = true
                for i in result.indices { result[i].isPositionalOnly = true }
                if explains, try peek() == .star { throw fault("expected comma between / and *", range(mark)) }
            case .name:
                var parameter = try self.parameter(
                    sawStar ? .keywordOnly : .positional, isLambda: isLambda)
                if try accept(.equal) {
                    guard let standard = try expression() else {
                        let next = try peek()
                        if explains, next == close || next == .comma {
                            throw fault("expected default value expression", range(mark - 1))
                        }
                        return nil
                    }
                    parameter.standard = standard
                    if !sawStar { sawDefault = true }
                } else if sawDefault, !sawStar {
                    if explains {
                        throw fault("non-default argument follows default argument", parameter.nameRange)
                    }
                    return nil
                }
                if sawStar { needsKeyword = false }
                positions += 1
                result.append(parameter)
            case .leftParenthesis:
                if explains {
                    mark += 1
                    while try accept(.name) { if try !accept(.comma) { break } }
                    if mark > start + 1, try accept(.rightParenthesis) {
                        throw fault(
                            isLambda
                                ? "Lambda expression parameters cannot be parenthesized"
                                : "Function parameters cannot be parenthesized", range(from: start))
                    }
                }
                return nil
            default: return nil
            }
            if try !accept(.comma) { break }
        }
        _ = needsKeyword
        return try peek() == close ? result : nil
    }

    private mutating func parameter(
        _ kind: SnippetFunction.Parameter.Kind, isLambda: Bool, allowsStar: Bool = false
    ) throws(SyntaxFault) -> PythonTree.Parameter {
        let start = mark
        mark += 1
        var result = PythonTree.Parameter(
            name: tree.intern(text(start)), nameRange: range(start), kind: kind)
        if !isLambda {
            let before = mark
            if try accept(.colon) {
                result.annotation = allowsStar ? try starExpression() : try expression()
                if result.annotation == nil { mark = before }
            }
        }
        return result
    }
}
