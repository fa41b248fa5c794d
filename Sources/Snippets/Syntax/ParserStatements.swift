import Source

extension Parser {
    mutating func statementList() throws(SyntaxFault) -> [ID] {
        var result: [ID] = []
        while try statement(into: &result) {}
        return result
    }

    private mutating func countStatement() throws(SyntaxFault) {
        statementCount += 1
        if statementCount > limits.pythonStatements {
            throw fault("more than \(limits.pythonStatements) statements", kind: .limit)
        }
    }

    private mutating func statement(into result: inout [ID]) throws(SyntaxFault) -> Bool {
        let start = mark
        if let compound = try compoundStatement() {
            try countStatement()
            result.append(compound)
            return true
        }
        mark = start
        return try lineOfStatements(into: &result)
    }

    /// Statements of one line, `;` between them.
    mutating func lineOfStatements(into result: inout [ID]) throws(SyntaxFault) -> Bool {
        let start = mark
        var items: [ID] = []
        while let item = try simpleStatement() {
            items.append(item)
            try countStatement()
            if try !accept(.semicolon) { break }
        }
        guard !items.isEmpty, try accept(.newline) else {
            mark = start
            return false
        }
        result += items
        return true
    }

    // MARK: Simple statements

    private mutating func simpleStatement() throws(SyntaxFault) -> ID? {
        if let known = try recall(.simpleStatement) { return known }
        let start = mark
        links = 0
        if let assignment = try assignment() { return remember(.simpleStatement, at: start, assignment) }
        mark = start
        if let value = try starExpressions() {
            return remember(.simpleStatement, at: start, node(.expression(value), from: start))
        }
        mark = start
        return remember(.simpleStatement, at: start, try keywordStatement())
    }

    private mutating func keywordStatement() throws(SyntaxFault) -> ID? {
        let start = mark
        let kind = try peek()
        mark += 1
        switch kind {
        case .keywordReturn:
            let value = try starExpressions()
            return node(.returns(value), from: start)
        case .keywordImport: return try importModules(from: start)
        case .keywordFrom: return try importFrom(from: start)
        case .keywordRaise:
            guard let exception = try expression() else { return node(.raise(nil, cause: nil), from: start) }
            let before = mark
            if try accept(.keywordFrom) {
                if let cause = try expression() { return node(.raise(exception, cause: cause), from: start) }
                mark = before
            }
            return node(.raise(exception, cause: nil), from: start)
        case .keywordPass: return node(.pass, from: start)
        case .keywordDel:
            if let targets = try deleteTargets() {
                let next = try peek()
                if next == .semicolon || next == .newline {
                    return node(.delete(tree.list(targets)), from: start)
                }
            }
            if explains {
                mark = start + 1
                if let wrong = try starExpressions() { try rejectTarget(wrong, .deletion) }
            }
        case .keywordYield:
            mark = start
            if let value = try yieldExpression() { return node(.expression(value), from: start) }
        case .keywordAssert:
            if let test = try expression() {
                let before = mark
                if try accept(.comma) {
                    if let message = try expression() {
                        return node(.assert(test, message: message), from: start)
                    }
                    mark = before
                }
                return node(.assert(test, message: nil), from: start)
            }
        case .keywordBreak: return node(.break, from: start)
        case .keywordContinue: return node(.continue, from: start)
        case .keywordGlobal, .keywordNonlocal:
            var names: [UInt32] = []
            while try accept(.name) {
                names.append(tree.intern(text(mark - 1)))
                let before = mark
                if try !accept(.comma) { break }
                if try peek() != .name {
                    mark = before
                    break
                }
            }
            if !names.isEmpty {
                let list = tree.list(names)
                return node(kind == .keywordGlobal ? .global(list) : .nonlocal(list), from: start)
            }
        default: break
        }
        mark = start
        return nil
    }

    private mutating func dottedName() throws(SyntaxFault) -> String? {
        guard try accept(.name) else { return nil }
        var name = text(mark - 1)
        while true {
            let before = mark
            guard try accept(.dot), try accept(.name) else {
                mark = before
                return name
            }
            name += "." + text(mark - 1)
        }
    }

    /// ` as name`, perhaps: `nil` where `as` has no name after it.
    private mutating func asName() throws(SyntaxFault) -> PythonTree.NameID? {
        let before = mark
        if try accept(.keywordAs) {
            if try accept(.name) { return tree.intern(text(mark - 1)) }
            mark = before
        }
        return nil
    }

    private mutating func importModules(from start: Int) throws(SyntaxFault) -> ID? {
        var aliases: [ID] = []
        while true {
            let first = mark
            guard let name = try dottedName() else { break }
            let alias = try asName()
            aliases.append(node(.alias(tree.intern(name), as: alias), from: first))
            let before = mark
            if try !accept(.comma) { break }
            if try peek() != .name {
                mark = before
                break
            }
        }
        if aliases.isEmpty {
            mark = start
            return nil
        }
        return node(.importModules(tree.list(aliases)), from: start)
    }

    private mutating func importFrom(from start: Int) throws(SyntaxFault) -> ID? {
        var level: Int32 = 0
        while true {
            if try accept(.dot) { level += 1 } else if try accept(.ellipsis) { level += 3 } else { break }
        }
        let module = try dottedName().map { tree.intern($0) }
        guard module != nil || level > 0, try accept(.keywordImport) else {
            mark = start
            return nil
        }
        var aliases: [ID] = []
        if try accept(.star) {
            aliases.append(node(.alias(tree.intern("*"), as: nil), from: mark - 1))
        } else {
            let isParenthesized = try accept(.leftParenthesis)
            while true {
                let first = mark
                guard try accept(.name) else { break }
                let name = tree.intern(text(first))
                let alias = try asName()
                aliases.append(node(.alias(name, as: alias), from: first))
                let before = mark
                guard try accept(.comma) else { break }
                if try peek() != .name, !isParenthesized {
                    if explains, try peek() == .newline {
                        throw fault("trailing comma not allowed without surrounding parentheses")
                    }
                    mark = before
                    break
                }
            }
            let isClosed = try isParenthesized ? accept(.rightParenthesis) : peek() != .comma
            if aliases.isEmpty || !isClosed {
                mark = start
                return nil
            }
        }
        return node(.importFrom(module: module, level: level, tree.list(aliases)), from: start)
    }

    // MARK: Assignment

    private static func augmentation(_ kind: TokenKind) -> PythonTree.BinaryOperator? {
        switch kind {
        case .plusEqual: .add
        case .minusEqual: .subtract
        case .starEqual: .multiply
        case .slashEqual: .divide
        case .percentEqual: .modulo
        case .ampersandEqual: .bitAnd
        case .barEqual: .bitOr
        case .caretEqual: .bitXor
        case .leftShiftEqual: .leftShift
        case .rightShiftEqual: .rightShift
        case .doubleStarEqual: .power
        case .doubleSlashEqual: .floorDivide
        case .atEqual: .matrixMultiply
        default: nil
        }
    }

    private mutating func yieldOrStar() throws(SyntaxFault) -> ID? {
        if let value = try yieldExpression() { return value }
        return try starExpressions()
    }

    private mutating func assignment() throws(SyntaxFault) -> ID? {
        let start = mark
        if try accept(.name) {
            let target = tree.add(.name(tree.intern(text(start))), range(start))
            if try accept(.colon), let result = try annotation(of: target, from: start) { return result }
        }
        mark = start
        var annotated: ID?
        if try accept(.leftParenthesis) {
            if let inner = try singleTarget(), try accept(.rightParenthesis) { annotated = inner }
        }
        if annotated == nil {
            mark = start
            annotated = try subscriptOrAttributeTarget()
        }
        if let target = annotated, try accept(.colon), let result = try annotation(of: target, from: start) {
            return result
        }
        mark = start
        var targets: [ID] = []
        while true {
            let before = mark
            guard let target = try starTargets(), try accept(.equal) else {
                mark = before
                break
            }
            targets.append(target)
        }
        if !targets.isEmpty, let value = try yieldOrStar(), try peek() != .equal {
            return node(.assign(targets: tree.list(targets), value), from: start)
        }
        mark = start
        if let target = try singleTarget(), let operation = Self.augmentation(try peek()) {
            mark += 1
            // After the operator there is no other reading, not even a mistaken one.
            guard let value = try yieldOrStar() else {
                mark = start
                return nil
            }
            return node(.augmented(operation, target, value), from: start)
        }
        mark = start
        if explains { try explainAssignment() }
        return nil
    }

    private mutating func annotation(of target: ID, from start: Int) throws(SyntaxFault) -> ID? {
        guard let annotation = try expression() else { return nil }
        let before = mark
        if try accept(.equal) {
            if let value = try yieldOrStar() {
                return node(.annotated(target, annotation: annotation, value: value), from: start)
            }
            mark = before
        }
        return node(.annotated(target, annotation: annotation, value: nil), from: start)
    }

    private mutating func explainAssignment() throws(SyntaxFault) {
        let start = mark
        defer { mark = start }
        // `[a, b]: int`, `(a, b): int`
        let first = try peek()
        if first == .leftBracket || first == .leftParenthesis, let display = try atom(), try accept(.colon),
            try expression() != nil
        {
            switch tree[display].kind {
            case .list: throw fault("only single target (not list) can be annotated", at: display)
            case .tuple: throw fault("only single target (not tuple) can be annotated", at: display)
            default: break
            }
        }
        mark = start
        if let a = try starNamedExpression(), try accept(.comma) {
            _ = try starNamedExpressions()
            if try accept(.colon), try expression() != nil {
                throw fault("only single target (not tuple) can be annotated", at: a)
            }
        }
        mark = start
        if let a = try expression(), try accept(.colon), try expression() != nil {
            throw fault("illegal target for annotation", at: a)
        }
        mark = start
        while true {
            let before = mark
            guard try starTargets() != nil, try accept(.equal) else {
                mark = before
                break
            }
        }
        let rest = mark
        if let a = try starExpressions(), try accept(.equal) { try rejectTarget(a, .assignment) }
        mark = rest
        if let a = try yieldExpression(), try accept(.equal) {
            throw fault("assignment to yield expression not possible", at: a)
        }
        mark = start
        if let a = try starExpressions(), Self.augmentation(try peek()) != nil {
            mark += 1
            if try yieldOrStar() != nil {
                throw fault("'\(describe(a))' is an illegal expression for augmented assignment", at: a)
            }
        }
    }
}
