import Source

extension Parser {
    // MARK: Displays

    /// `( … )`: a tuple, a group or a generator.
    mutating func parenthesized() throws(SyntaxFault) -> ID? {
        if let known = try recall(.group) { return known }
        let start = mark
        mark += 1
        if try accept(.rightParenthesis) {
            return remember(.group, at: start, node(.tuple(tree.list([])), from: start))
        }
        if let first = try starNamedExpression(), try accept(.comma) {
            let rest = try starNamedExpressions() ?? []
            if try accept(.rightParenthesis) {
                return remember(.group, at: start, node(.tuple(tree.list([first] + rest)), from: start))
            }
        }
        mark = start + 1
        if let inner = try yieldOrNamed() {
            if try accept(.rightParenthesis) {
                // The group's own range is that of its brackets; the node inside keeps its own.
                return remember(.group, at: start, inner)
            }
        }
        mark = start
        if explains { try explainGroup() }
        mark = start
        return remember(.group, at: start, try generatorExpression())
    }

    private mutating func yieldOrNamed() throws(SyntaxFault) -> ID? {
        if let value = try yieldExpression() { return value }
        return try namedExpression()
    }

    private mutating func explainGroup() throws(SyntaxFault) {
        let start = mark
        mark += 1
        if let starred = try starredExpression(), try accept(.rightParenthesis) {
            throw fault("cannot use starred expression here", at: starred)
        }
        mark = start + 1
        if try accept(.doubleStar), try expression() != nil, try accept(.rightParenthesis) {
            throw fault("cannot use double starred expression here", range(start + 1))
        }
        mark = start
    }

    mutating func yieldExpression() throws(SyntaxFault) -> ID? {
        let start = mark
        guard try accept(.keywordYield) else { return nil }
        if try accept(.keywordFrom) {
            if let source = try expression() { return node(.yieldFrom(source), from: start) }
            mark = start + 1
        }
        let value = try starExpressions()
        return node(.yield(value), from: start)
    }

    mutating func generatorExpression() throws(SyntaxFault) -> ID? {
        let start = mark
        guard try accept(.leftParenthesis) else { return nil }
        var isCut = false
        var element = try assignmentExpression(&isCut)
        if element == nil, !isCut, let plain = try expression(), try peek() != .colonEqual { element = plain }
        if let element, let clauses = try clauses(), try accept(.rightParenthesis) {
            return node(.comprehension(.generator, element, value: nil, tree.list(clauses)), from: start)
        }
        mark = start
        if explains { try explainComprehension() }
        mark = start
        return nil
    }

    mutating func bracketed() throws(SyntaxFault) -> ID? {
        let start = mark
        mark += 1
        let items = try starNamedExpressions() ?? []
        if try accept(.rightBracket) { return node(.list(tree.list(items)), from: start) }
        mark = start + 1
        if let element = try namedExpression(), let clauses = try clauses(), try accept(.rightBracket) {
            return node(.comprehension(.list, element, value: nil, tree.list(clauses)), from: start)
        }
        mark = start
        if explains { try explainComprehension() }
        mark = start
        return nil
    }

    mutating func braced() throws(SyntaxFault) -> ID? {
        let start = mark
        mark += 1
        var pairs: [ID] = []
        while true {
            if explains, !pairs.isEmpty { try explainKey() }
            guard let pair = try starredPair() else { break }
            pairs += pair
            if try !accept(.comma) { break }
        }
        if try accept(.rightBrace) { return node(.dictionary(tree.list(pairs)), from: start) }
        if explains {
            mark = start + 1
            try explainPairs()
        }
        mark = start + 1
        if let items = try starNamedExpressions(), try accept(.rightBrace) {
            return node(.set(tree.list(items)), from: start)
        }
        mark = start + 1
        if let pair = try pair(), let clauses = try clauses(), try accept(.rightBrace) {
            return node(.comprehension(.dictionary, pair[0], value: pair[1], tree.list(clauses)), from: start)
        }
        if explains {
            mark = start + 1
            if try accept(.doubleStar), try binary(0) != nil, try clauses() != nil {
                throw fault("dict unpacking cannot be used in dict comprehension", range(start + 1))
            }
        }
        mark = start + 1
        if let element = try namedExpression(), let clauses = try clauses(), try accept(.rightBrace) {
            return node(.comprehension(.set, element, value: nil, tree.list(clauses)), from: start)
        }
        mark = start
        if explains { try explainComprehension() }
        mark = start
        return nil
    }

    private mutating func starredPair() throws(SyntaxFault) -> [ID]? {
        let start = mark
        if try accept(.doubleStar) {
            if let value = try binary(0) { return [PythonTree.noID, value] }
            mark = start
            return nil
        }
        return try pair()
    }

    private mutating func pair() throws(SyntaxFault) -> [ID]? {
        let start = mark
        if let key = try expression(), try accept(.colon), let value = try expression() { return [key, value] }
        mark = start
        return nil
    }

    /// After a first pair, a key without its colon is explained before anything in it.
    private mutating func explainKey() throws(SyntaxFault) {
        let start = mark
        defer { mark = start }
        explains = false
        let key: ID?
        do {
            key = try disjunction()
            explains = true
        } catch {
            explains = true
            throw error
        }
        if let key, try peek() != .colon, try peek() != .keywordIf, try peek() != .keywordFor {
            throw fault(
                "':' expected after dictionary key", ByteRange(tree[key].range.upper - 1, tree[key].range.upper))
        }
    }

    private mutating func explainPairs() throws(SyntaxFault) {
        let start = mark
        var count = 0
        while try starredPair() != nil {
            count += 1
            if try !accept(.comma) {
                count = 0
                break
            }
        }
        if count > 0 {
            let before = mark
            if let key = try expression() {
                if try peek() != .colon {
                    throw fault(
                        "':' expected after dictionary key",
                        ByteRange(tree[key].range.upper - 1, tree[key].range.upper))
                }
                mark += 1
                try explainValue(after: mark - 1)
            }
            mark = before
        }
        mark = start
        if try expression() != nil, try accept(.colon) { try explainValue(after: mark - 1) }
        mark = start
    }

    private mutating func explainValue(after colon: Int) throws(SyntaxFault) {
        switch try peek() {
        case .star:
            let star = mark
            mark += 1
            if try binary(0) != nil {
                throw fault("cannot use a starred expression in a dictionary value", range(star))
            }
        case .rightBrace, .comma: throw fault("expression expected after dictionary key and ':'", range(colon))
        default: break
        }
    }

    private mutating func explainComprehension() throws(SyntaxFault) {
        let start = mark
        let isParenthesis = try peek() == .leftParenthesis
        mark += 1
        if let starred = try starredExpression(), try clauses() != nil {
            throw fault("iterable unpacking cannot be used in comprehension", at: starred)
        }
        if !isParenthesis {
            mark = start + 1
            if let first = try starNamedExpression(), try accept(.comma) {
                let comma = mark - 1
                if let rest = try starNamedExpressions(), try clauses() != nil, let last = rest.last {
                    throw fault("did you forget parentheses around the comprehension target?", from: first, to: last)
                }
                mark = comma + 1
                if try clauses() != nil {
                    throw fault(
                        "did you forget parentheses around the comprehension target?",
                        ByteRange(tree[first].range.lower, range(comma).upper))
                }
            }
        }
        mark = start
    }

    /// `for … in … if …`, one or more; `nil` and the mark where it was when there is none.
    mutating func clauses() throws(SyntaxFault) -> [ID]? {
        let begin = mark
        var result: [ID] = []
        while true {
            let start = mark
            let isAsync = try accept(.keywordAsync)
            guard try accept(.keywordFor) else {
                mark = start
                break
            }
            let afterFor = mark
            guard let target = try starTargets(), try accept(.keywordIn) else {
                if explains {
                    mark = afterFor
                    if let wrong = try starExpressions() { try rejectTarget(wrong, .loop) }
                }
                mark = start
                break
            }
            // After `in` there is no other reading.
            guard let iterable = try disjunction() else {
                mark = begin
                return nil
            }
            var conditions: [ID] = []
            while true {
                let before = mark
                guard try accept(.keywordIf) else { break }
                guard let condition = try disjunction() else {
                    mark = before
                    break
                }
                conditions.append(condition)
            }
            result.append(
                node(
                    .clause(
                        target: target, iterable: iterable, conditions: tree.list(conditions), isAsync: isAsync),
                    from: start))
        }
        if result.isEmpty {
            mark = begin
            return nil
        }
        return result
    }

    // MARK: Arguments

    mutating func arguments() throws(SyntaxFault) -> List? {
        if let known = try recall(.arguments) {
            guard let id = known, case .bundle(let list) = tree[id].kind else { return nil }
            return list
        }
        let start = mark
        if let items = try callArguments() {
            _ = try accept(.comma)
            if try peek() == .rightParenthesis {
                let list = tree.list(items)
                _ = remember(.arguments, at: start, node(.bundle(list), from: start))
                return list
            }
        }
        mark = start
        if explains { try explainArguments() }
        _ = remember(.arguments, at: start, nil)
        return nil
    }

    /// Positional arguments, then keywords: no comma at the end.
    mutating func callArguments() throws(SyntaxFault) -> [ID]? {
        var items: [ID] = []
        while true {
            let before = mark
            if !items.isEmpty, try !accept(.comma) { break }
            guard let item = try positionalArgument() else {
                mark = before
                break
            }
            items.append(item)
        }
        // Keywords, first with `*` allowed, then with `**`.
        for allowsStar in [true, false] {
            while true {
                let before = mark
                if !items.isEmpty, try !accept(.comma) { break }
                guard let item = try keywordArgument(allowsStar: allowsStar) else {
                    mark = before
                    break
                }
                items.append(item)
            }
        }
        return items.isEmpty ? nil : items
    }

    private mutating func positionalArgument() throws(SyntaxFault) -> ID? {
        let start = mark
        if let starred = try starredExpression() { return starred }
        var isCut = false
        var value = try assignmentExpression(&isCut)
        if value == nil, !isCut, let plain = try expression(), try peek() != .colonEqual { value = plain }
        if let value, try peek() != .equal { return value }
        mark = start
        return nil
    }

    private mutating func keywordArgument(allowsStar: Bool) throws(SyntaxFault) -> ID? {
        let start = mark
        if explains { try explainKeyword() }
        if try accept(.name) {
            if try accept(.equal), let value = try expression() {
                return node(.keyword(tree.intern(text(start)), value), from: start)
            }
            mark = start
        }
        if allowsStar { return try starredExpression() }
        if try accept(.doubleStar) {
            if let value = try expression() { return node(.doubleStarred(value), from: start) }
            mark = start
        }
        return nil
    }

    private mutating func explainKeyword() throws(SyntaxFault) {
        let start = mark
        defer { mark = start }
        switch try peek() {
        case .keywordTrue, .keywordFalse, .keywordNone:
            mark += 1
            if try accept(.equal) { throw fault("cannot assign to \(text(start))", range(from: start)) }
            mark = start
        case .name:
            mark += 1
            if try accept(.equal) {
                if try expression() != nil, try clauses() != nil {
                    throw fault(
                        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                        ByteRange(range(start).lower, range(start + 1).upper))
                }
                return
            }
            mark = start
        default: break
        }
        if let a = try expression(), try accept(.equal) {
            throw fault(
                "expression cannot contain assignment, perhaps you meant \"==\"?",
                ByteRange(tree[a].range.lower, range(mark - 1).upper))
        }
    }

    private mutating func explainArguments() throws(SyntaxFault) {
        let start = mark
        defer { mark = start }
        if let items = try callArguments(), try accept(.comma), try accept(.star) {
            let hasKeyword = items.contains {
                switch tree[$0].kind {
                case .keyword, .doubleStarred: true
                default: false
                }
            }
            if hasKeyword {
                throw fault("iterable argument unpacking follows keyword argument unpacking", range(mark - 1))
            }
        }
        mark = start
        if let a = try expression(), let clauses = try clauses(), try accept(.comma) {
            let before = mark
            if try callArguments() == nil {
                mark = before
                if try expression() == nil { mark = before } else if try self.clauses() == nil { mark = before }
            }
            throw fault("Generator expression must be parenthesized", from: a, to: clauses[clauses.count - 1])
        }
        mark = start
        if try accept(.name), try accept(.equal), try expression() != nil, try clauses() != nil {
            throw fault(
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                ByteRange(range(start).lower, range(start + 1).upper))
        }
        mark = start
        if let items = try callArguments() {
            let afterItems = mark
            if let clauses = try clauses(), items.count > 1, let last = items.last {
                throw fault(
                    "Generator expression must be parenthesized", from: last, to: clauses[clauses.count - 1])
            }
            mark = afterItems
            if try accept(.comma) {
                let before = mark
                if let a = try expression(), let clauses = try clauses() {
                    throw fault(
                        "Generator expression must be parenthesized", from: a, to: clauses[clauses.count - 1])
                }
                mark = before
                if try callArguments() != nil {
                    let isUnpacking = items.contains {
                        if case .doubleStarred = tree[$0].kind { true } else { false }
                    }
                    throw fault(
                        isUnpacking
                            ? "positional argument follows keyword argument unpacking"
                            : "positional argument follows keyword argument")
                }
            }
        }
    }
}
