import Source

extension Parser {
    mutating func compoundStatement() throws(SyntaxFault) -> ID? {
        let start = mark
        try deepen()
        defer { depth -= 1 }
        let result: ID?
        switch try peek() {
        case .at: result = try decorated()
        case .keywordAsync: result = try asynchronous()
        case .keywordDef: result = try function(from: start)
        case .keywordClass: result = try classDefinition(from: start)
        case .keywordIf: result = try conditional(.keywordIf)
        case .keywordWith: result = try with(from: start)
        case .keywordFor: result = try forLoop(from: start)
        case .keywordTry: result = try tryStatement()
        case .keywordWhile: result = try whileLoop()
        case .name where isWord(mark, "match"): result = try match()
        default: result = nil
        }
        if result == nil { mark = start }
        return result
    }

    // MARK: Blocks

    mutating func block() throws(SyntaxFault) -> List? {
        if let known = try recall(.block) {
            guard let id = known, case .bundle(let list) = tree[id].kind else { return nil }
            return list
        }
        let start = mark
        if try accept(.newline) {
            if try accept(.indent) {
                let statements = try statementList()
                if !statements.isEmpty, try accept(.dedent) {
                    let list = tree.list(statements)
                    _ = remember(.block, at: start, node(.bundle(list), from: start))
                    return list
                }
            } else if explains {
                throw fault("expected an indented block", kind: .indentation)
            }
            mark = start
            _ = remember(.block, at: start, nil)
            return nil
        }
        var line: [ID] = []
        if try lineOfStatements(into: &line) {
            let list = tree.list(line)
            _ = remember(.block, at: start, node(.bundle(list), from: start))
            return list
        }
        _ = remember(.block, at: start, nil)
        return nil
    }

    /// After the colon of `what` at token `start`: complains where a new line follows that is not indented.
    private mutating func explainMissingBlock(_ what: String, from start: Int) throws(SyntaxFault) {
        let before = mark
        defer { mark = before }
        if try accept(.newline), try peek() != .indent {
            throw fault(
                "expected an indented block after \(what) on line \(tokens[start].line)", kind: .indentation)
        }
    }

    private mutating func forceColon() throws(SyntaxFault) {
        if try !accept(.colon) { throw fault("expected ':'", range(mark)) }
    }

    /// A colon; in the second pass its lack at the end of a line is explained, as is a block that is not indented.
    private mutating func colon(_ what: String, from start: Int) throws(SyntaxFault) -> Bool {
        if explains, try peek() == .newline { throw fault("expected ':'") }
        guard try accept(.colon) else { return false }
        if explains { try explainMissingBlock(what, from: start) }
        return true
    }

    private mutating func elseBlock() throws(SyntaxFault) -> List {
        let start = mark
        guard try accept(.keywordElse) else { return 0..<0 }
        try forceColon()
        if explains { try explainMissingBlock("'else' statement", from: start) }
        guard let body = try block() else {
            mark = start
            return 0..<0
        }
        return body
    }

    // MARK: if, while, for

    private mutating func conditional(_ keyword: TokenKind) throws(SyntaxFault) -> ID? {
        // A chain of `elif` is a loop here: it may be long.
        var branches: [(start: Int, test: ID, body: List)] = []
        var otherwise: List = 0..<0
        var word = keyword
        while try peek() == word {
            let start = mark
            mark += 1
            let name = word == .keywordIf ? "'if' statement" : "'elif' statement"
            guard let test = try namedExpression(), try colon(name, from: start), let body = try block() else {
                mark = start
                if word == .keywordIf { return nil }
                break
            }
            branches.append((start, test, body))
            word = .keywordElif
        }
        if try peek() == .keywordElse { otherwise = try elseBlock() }
        guard var last = branches.popLast() else { return nil }
        var result = node(.conditionalStatement(test: last.test, last.body, otherwise: otherwise), from: last.start)
        while let next = branches.popLast() {
            last = next
            result = node(
                .conditionalStatement(test: last.test, last.body, otherwise: tree.list([result])), from: last.start)
        }
        return result
    }

    private mutating func whileLoop() throws(SyntaxFault) -> ID? {
        let start = mark
        mark += 1
        guard let test = try namedExpression(), try colon("'while' statement", from: start), let body = try block()
        else { return nil }
        let otherwise = try elseBlock()
        return node(.whileLoop(test: test, body, otherwise: otherwise), from: start)
    }

    private mutating func forLoop(from start: Int) throws(SyntaxFault) -> ID? {
        let keyword = mark
        mark += 1
        guard let target = try starTargets(), try accept(.keywordIn) else {
            if explains {
                mark = keyword + 1
                if let wrong = try starExpressions() { try rejectTarget(wrong, .loop) }
            }
            return nil
        }
        guard let iterable = try starExpressions(), try colon("'for' statement", from: keyword),
            let body = try block()
        else { return nil }
        let otherwise = try elseBlock()
        return node(.forLoop(target: target, iterable: iterable, body, otherwise: otherwise), from: start)
    }

    // MARK: with

    private mutating func with(from start: Int) throws(SyntaxFault) -> ID? {
        let keyword = mark
        mark += 1
        for isParenthesized in [true, false] {
            mark = keyword + 1
            if isParenthesized, try !accept(.leftParenthesis) { continue }
            var items: [ID] = []
            while let item = try withItem() {
                items.append(item)
                let before = mark
                if try !accept(.comma) { break }
                if isParenthesized, try peek() == .rightParenthesis { break }
                if try peek() == .colon {
                    mark = before
                    break
                }
            }
            if items.isEmpty { continue }
            if isParenthesized, try !accept(.rightParenthesis) { continue }
            if explains, try peek() == .newline { throw fault("expected ':'") }
            guard try accept(.colon) else { continue }
            if explains { try explainMissingBlock("'with' statement", from: keyword) }
            guard let body = try block() else { continue }
            return node(.with(items: tree.list(items), body), from: start)
        }
        return nil
    }

    private mutating func withItem() throws(SyntaxFault) -> ID? {
        let start = mark
        guard let context = try expression() else { return nil }
        let before = mark
        if try accept(.keywordAs) {
            let afterAs = mark
            if let target = try starTargetOnly() {
                switch try peek() {
                case .newline where explains: return node(.withItem(context, target: target), from: start)
                case .comma, .rightParenthesis, .colon:
                    return node(.withItem(context, target: target), from: start)
                default: break
                }
            }
            if explains {
                mark = afterAs
                if let wrong = try expression() {
                    switch try peek() {
                    case .comma, .rightParenthesis, .colon: try rejectTarget(wrong, .assignment)
                    default: break
                    }
                }
            }
            mark = before
        }
        return node(.withItem(context, target: nil), from: start)
    }

    private mutating func starTargetOnly() throws(SyntaxFault) -> ID? {
        let start = mark
        guard let target = try starTargets() else { return nil }
        if case .tuple = tree[target].kind, tokens[start].kind != .leftParenthesis {
            // `with a as b, c as d`: the comma belongs to the list of items.
            mark = start
            return try singleTarget()
        }
        return target
    }

    // MARK: try

    private mutating func tryStatement() throws(SyntaxFault) -> ID? {
        let start = mark
        mark += 1
        try forceColon()
        if explains { try explainMissingBlock("'try' statement", from: start) }
        guard let body = try block() else { return nil }
        if explains {
            switch try peek() {
            case .keywordExcept, .keywordFinally: break
            default: throw fault("expected 'except' or 'finally' block")
            }
        }
        var handlers: [ID] = []
        while let handler = try handler() { handlers.append(handler) }
        let otherwise = handlers.isEmpty ? 0..<0 : try elseBlock()
        var finally: List = 0..<0
        let before = mark
        if try accept(.keywordFinally) {
            try forceColon()
            if explains { try explainMissingBlock("'finally' statement", from: before) }
            if let last = try block() { finally = last } else { mark = before }
        }
        if handlers.isEmpty, finally.isEmpty { return nil }
        return node(
            .tryStatement(body, handlers: tree.list(handlers), otherwise: otherwise, finally: finally), from: start)
    }

    private mutating func handler() throws(SyntaxFault) -> ID? {
        let start = mark
        guard try accept(.keywordExcept) else { return nil }
        let isStar = try accept(.star)
        let what = isStar ? "'except*' statement" : "'except' statement"
        if let type = try expression() {
            let afterType = mark
            var name: PythonTree.NameID?
            if try accept(.keywordAs) {
                if try accept(.name) { name = tree.intern(text(mark - 1)) } else { mark = afterType }
            }
            if try accept(.colon) {
                if explains { try explainMissingBlock(what, from: start) }
                if let body = try block() { return node(.handler(type: type, name: name, body), from: start) }
            } else if explains {
                if try peek() == .newline { throw fault("expected ':'") }
                mark = afterType
                if try accept(.comma), try expression() != nil {
                    while try accept(.comma) { if try expression() == nil { break } }
                    if try accept(.keywordAs) { _ = try accept(.name) }
                    if try accept(.colon) {
                        throw fault(
                            "multiple exception types must be parenthesized",
                            ByteRange(tree[type].range.lower, endOfLine(from: tree[type].range.lower)))
                    }
                }
            }
        } else if try accept(.colon) {
            if explains { try explainMissingBlock(what, from: start) }
            if let body = try block() { return node(.handler(type: nil, name: nil, body), from: start) }
        } else if explains, try peek() == .newline {
            throw fault("expected ':'")
        }
        mark = start
        return nil
    }

    private func endOfLine(from offset: Int) -> Int {
        var end = offset - shift
        let bytes = tokenizer.bytes
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return end + shift
    }

    // MARK: Definitions

    private mutating func decorated() throws(SyntaxFault) -> ID? {
        let start = mark
        var decorators: [ID] = []
        while try accept(.at) {
            guard let decorator = try namedExpression(), try accept(.newline) else { return nil }
            decorators.append(decorator)
        }
        let list = tree.list(decorators)
        let isAsync = try accept(.keywordAsync)
        switch try peek() {
        case .keywordDef:
            guard let id = try function(from: start) else { return nil }
            if case .function(let index) = tree[id].kind {
                tree.functions[Int(index)].decorators = list
                tree.functions[Int(index)].isAsync = isAsync
            }
            return id
        case .keywordClass where !isAsync:
            guard let id = try classDefinition(from: start) else { return nil }
            if case .classDefinition(let index) = tree[id].kind { tree.classes[Int(index)].decorators = list }
            return id
        default: return nil
        }
    }

    private mutating func asynchronous() throws(SyntaxFault) -> ID? {
        let start = mark
        mark += 1
        switch try peek() {
        case .keywordDef:
            guard let id = try function(from: start) else { return nil }
            if case .function(let index) = tree[id].kind { tree.functions[Int(index)].isAsync = true }
            return id
        case .keywordFor:
            guard let id = try forLoop(from: start) else { return nil }
            tree.asyncNodes.insert(id)
            return id
        case .keywordWith:
            guard let id = try with(from: start) else { return nil }
            tree.asyncNodes.insert(id)
            return id
        default: return nil
        }
    }

    private mutating func function(from start: Int) throws(SyntaxFault) -> ID? {
        let keyword = mark
        mark += 1
        guard try accept(.name) else { return nil }
        let nameToken = mark - 1
        if try !accept(.leftParenthesis) { throw fault("expected '('", range(mark)) }
        guard let parameters = try self.parameters(isLambda: false), try accept(.rightParenthesis) else { return nil }
        var returns: ID?
        let before = mark
        if try accept(.arrow) {
            returns = try expression()
            if returns == nil { mark = before }
        }
        try forceColon()
        if explains { try explainMissingBlock("function definition", from: keyword) }
        guard let body = try block() else { return nil }
        tree.functions.append(
            PythonTree.Function(
                name: tree.intern(text(nameToken)), nameRange: range(nameToken), parameters: parameters, body: body,
                isLambda: false, returns: returns))
        return node(.function(UInt32(tree.functions.count - 1)), from: start)
    }

    private mutating func classDefinition(from start: Int) throws(SyntaxFault) -> ID? {
        let keyword = mark
        mark += 1
        guard try accept(.name) else { return nil }
        let nameToken = mark - 1
        var arguments: List = 0..<0
        let before = mark
        if try accept(.leftParenthesis) {
            arguments = try self.arguments() ?? 0..<0
            if try !accept(.rightParenthesis) {
                mark = before
                arguments = 0..<0
            }
        }
        guard try colon("class definition", from: keyword), let body = try block() else { return nil }
        tree.classes.append(
            PythonTree.Class(
                name: tree.intern(text(nameToken)), nameRange: range(nameToken), arguments: arguments, body: body))
        return node(.classDefinition(UInt32(tree.classes.count - 1)), from: start)
    }
}
