import Source

/// Recursive descent over the grammar of CPython 3.11 with its order of alternatives, so that faults come out at the
/// token where CPython meets them.
///
/// Two passes, as there: the first only recognises; where it fails, the second, with `explains`, also tries the
/// patterns of common mistakes, and the first that fits gives the message. Without one it is `invalid syntax` at the
/// last token that the first pass had looked at. Results of rules are remembered by token.
struct Parser {
    typealias ID = PythonTree.ID
    typealias List = PythonTree.List

    let limits: Limits
    var tree = PythonTree()
    var tokenizer: Tokenizer
    var tokens: [Token] = []
    var mark = 0
    var explains = false
    /// Added to offsets of tokens: the place of an f-string's expression in the block.
    var shift = 0
    var memory: [Remembered] = []
    var depth = 0
    var statementCount = 0
    /// Links of long chains (`a + b + …`, `f()()…`) in the statement being read: each nests the tree once more.
    var links = 0

    struct Remembered {
        var node = PythonTree.noID
        /// -1: not tried; -2: tried, does not match.
        var end: Int32 = -1
    }

    enum Rule: Int, CaseIterable {
        case expression, disjunction, bitwiseOr, primary, starExpression, namedExpression, invalidNamed, arguments
        case simpleStatement, strings, starTarget, block, group
    }

    init(_ bytes: [UInt8], start: Int, limits: Limits) {
        self.limits = limits
        tokenizer = Tokenizer(bytes, start: start, limits: limits)
    }

    // MARK: Tokens

    mutating func fill() throws(SyntaxFault) {
        do {
            tokens.append(try tokenizer.next())
        } catch {
            var moved = error
            moved.start += shift
            moved.end += shift
            throw moved
        }
        for _ in Rule.allCases { memory.append(Remembered()) }
    }

    mutating func peek() throws(SyntaxFault) -> TokenKind {
        if mark >= tokens.count { try fill() }
        return tokens[mark].kind
    }

    mutating func accept(_ kind: TokenKind) throws(SyntaxFault) -> Bool {
        if try peek() == kind {
            mark += 1
            return true
        }
        return false
    }

    /// The text of token `index`.
    func text(_ index: Int) -> String {
        let token = tokens[index]
        return String(decoding: tokenizer.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
    }

    func isWord(_ index: Int, _ word: StaticString) -> Bool {
        let token = tokens[index]
        guard token.kind == .name, Int(token.end - token.start) == word.utf8CodeUnitCount else { return false }
        return text(index) == "\(word)"
    }

    func isSoftKeyword(_ index: Int) -> Bool { isWord(index, "match") || isWord(index, "case") || isWord(index, "_") }

    func range(_ token: Int) -> ByteRange { tokens[token].range.shifted(by: shift) }

    /// From token `start` to the last one taken.
    func range(from start: Int) -> ByteRange {
        let last = max(start, mark - 1)
        return ByteRange(Int(tokens[start].start) + shift, Int(tokens[last].end) + shift)
    }

    mutating func node(_ kind: PythonTree.Kind, from start: Int) -> ID { tree.add(kind, range(from: start)) }

    // MARK: Faults

    /// At the last token that was looked at.
    func fault(_ message: String, kind: SyntaxFault.Kind = .syntax) -> SyntaxFault {
        guard !tokens.isEmpty else { return SyntaxFault(message, shift, shift, kind: kind) }
        return fault(message, range(tokens.count - 1), kind: kind)
    }

    func fault(_ message: String, _ range: ByteRange, kind: SyntaxFault.Kind = .syntax) -> SyntaxFault {
        SyntaxFault(message, range.lower, range.upper, kind: kind)
    }

    func fault(_ message: String, at id: ID) -> SyntaxFault { fault(message, tree[id].range) }

    func fault(_ message: String, from a: ID, to b: ID) -> SyntaxFault {
        fault(message, ByteRange(tree[a].range.lower, tree[b].range.upper))
    }

    mutating func deepen() throws(SyntaxFault) {
        depth += 1
        if depth > 1_500 { throw fault("expressions nested deeper than the limit", kind: .limit) }
    }

    /// Counts the `length`th link of a chain; short chains are free.
    mutating func link(_ length: Int) throws(SyntaxFault) {
        guard length > 50 else { return }
        links += 1
        if links > 8_000 { throw fault("expressions nested deeper than the limit", kind: .limit) }
    }

    // MARK: Memory

    /// What `rule` gave at this token before: `.some(nil)` when it did not match there.
    mutating func recall(_ rule: Rule) throws(SyntaxFault) -> ID?? {
        if mark >= tokens.count { try fill() }
        let known = memory[mark * Rule.allCases.count + rule.rawValue]
        switch known.end {
        case -1: return .none
        case -2: return .some(nil)
        default:
            mark = Int(known.end)
            return .some(known.node)
        }
    }

    mutating func remember(_ rule: Rule, at start: Int, _ id: ID?) -> ID? {
        let slot = start * Rule.allCases.count + rule.rawValue
        if let id {
            memory[slot] = Remembered(node: id, end: Int32(mark))
        } else {
            memory[slot].end = -2
            mark = start
        }
        return id
    }

    // MARK: The whole

    mutating func parseFile() throws(SyntaxFault) {
        do {
            if let statements = try file() {
                tree.body = tree.list(statements)
                return
            }
        } catch {
            throw error.isLexical || error.kind == .limit ? error : lexicalFault(after: tokens.count - 1) ?? error
        }
        let last = tokens.count - 1
        mark = 0
        explains = true
        depth = 0
        statementCount = 0
        for i in memory.indices { memory[i] = Remembered() }
        do {
            _ = try file()
        } catch {
            throw error.isLexical || error.kind == .limit ? error : lexicalFault(after: tokens.count - 1) ?? error
        }
        let token = tokens[max(0, min(last, tokens.count - 1))]
        if token.kind == .indent || token.kind == .dedent {
            let end = range(tokens.count - 1).upper
            throw fault(
                token.kind == .indent ? "unexpected indent" : "unexpected unindent",
                ByteRange(token.kind == .indent ? end - 1 : end, end), kind: .indentation)
        }
        throw lexicalFault(after: tokens.count - 1)
            ?? SyntaxFault("invalid syntax", Int(token.start) + shift, Int(token.end) + shift)
    }

    private mutating func file() throws(SyntaxFault) -> [ID]? {
        let statements = try statementList()
        return try accept(.endMarker) ? statements : nil
    }

    /// The tokenizer's fault in what follows, which CPython prefers; an unclosed bracket only when it was opened
    /// on a line before the token at fault.
    private mutating func lexicalFault(after token: Int) -> SyntaxFault? {
        let line = tokens.isEmpty ? 1 : tokens[token].line
        do {
            while true {
                let next = try tokenizer.next()
                if next.kind == .endMarker { return nil }
            }
        } catch {
            let isUnclosed = tokenizer.cursor >= tokenizer.bytes.count && error.message.hasSuffix("was never closed")
            guard isUnclosed || error.isNoted else { return error }
            guard let open = tokenizer.brackets.last, line > open.line else { return nil }
            return tokenizer.unclosedBracket
        }
    }
}

extension SnippetParser {
    /// Parses one block. The first fault ends the parse, as in CPython: its message, its place.
    public static func parse(content: [UInt8], limits: Limits = Limits()) -> ParsedSnippet {
        DeepStack.run { parseHere(content: content, limits: limits) }
    }

    static func parseHere(content: [UInt8], limits: Limits) -> ParsedSnippet {
        if let nul = content.firstIndex(of: 0) {
            return ParsedSnippet(
                tree: PythonTree(),
                diagnostics: [
                    Diagnostic(
                        .pythonSyntax, at: ByteRange(nul, nul + 1), "source code string cannot contain null bytes")
                ])
        }
        var parser = Parser(content, start: content.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, limits: limits)
        do throws(SyntaxFault) {
            try parser.parseFile()
            let scopes = try SymbolTable.resolve(parser.tree)
            return ParsedSnippet(tree: parser.tree, scopes: scopes, diagnostics: [])
        } catch {
            let range = ByteRange(error.start, error.end).clamped(to: content.count)
            if error.kind == .limit {
                return ParsedSnippet(
                    tree: PythonTree(), diagnostics: [Diagnostic(.codeLimit, at: range, error.message)])
            }
            let message = error.kind == .syntax ? error.message : "\(error.kind.rawValue): \(error.message)"
            return ParsedSnippet(
                tree: PythonTree(), diagnostics: [Diagnostic(.pythonSyntax, at: range, message)])
        }
    }
}
