import Source

/// One token of Python. Operators and keywords have kinds of their own.
struct Token {
    var kind: TokenKind
    var start: Int32
    var end: Int32
    /// 1-based.
    var line: Int32
    /// How many brackets were open where the token ended.
    var level: Int32

    var range: ByteRange { ByteRange(Int(start), Int(end)) }
}

enum TokenKind: UInt8 {
    case endMarker, name, number, string, newline, indent, dedent
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, colon, semicolon, plus, minus, star, slash, bar, ampersand, less, greater, equal, dot, percent
    case equalEqual, notEqual, lessEqual, greaterEqual, tilde, caret, leftShift, rightShift, doubleStar
    case plusEqual, minusEqual, starEqual, slashEqual, percentEqual, ampersandEqual, barEqual, caretEqual
    case leftShiftEqual, rightShiftEqual, doubleStarEqual, doubleSlash, doubleSlashEqual, at, atEqual, arrow, ellipsis
    case colonEqual
    /// A character that no token starts with (`?`, `$`, `!`).
    case unknown
    case keywordFalse, keywordNone, keywordTrue, keywordAnd, keywordAs, keywordAssert, keywordAsync, keywordAwait
    case keywordBreak, keywordClass, keywordContinue, keywordDef, keywordDel, keywordElif, keywordElse, keywordExcept
    case keywordFinally, keywordFor, keywordFrom, keywordGlobal, keywordIf, keywordImport, keywordIn, keywordIs
    case keywordLambda, keywordNonlocal, keywordNot, keywordOr, keywordPass, keywordRaise, keywordReturn, keywordTry
    case keywordWhile, keywordWith, keywordYield

    static let keywords: [String: TokenKind] = [
        "False": .keywordFalse, "None": .keywordNone, "True": .keywordTrue, "and": .keywordAnd, "as": .keywordAs,
        "assert": .keywordAssert, "async": .keywordAsync, "await": .keywordAwait, "break": .keywordBreak,
        "class": .keywordClass, "continue": .keywordContinue, "def": .keywordDef, "del": .keywordDel,
        "elif": .keywordElif, "else": .keywordElse, "except": .keywordExcept, "finally": .keywordFinally,
        "for": .keywordFor, "from": .keywordFrom, "global": .keywordGlobal, "if": .keywordIf,
        "import": .keywordImport, "in": .keywordIn, "is": .keywordIs, "lambda": .keywordLambda,
        "nonlocal": .keywordNonlocal, "not": .keywordNot, "or": .keywordOr, "pass": .keywordPass,
        "raise": .keywordRaise, "return": .keywordReturn, "try": .keywordTry, "while": .keywordWhile,
        "with": .keywordWith, "yield": .keywordYield,
    ]

    /// The operator that `a`, `ab` or `abc` spells, longest first, and its length.
    static func operation(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> (TokenKind, Int) {
        switch (a, b, c) {
        case ("*", "*", "="): return (.doubleStarEqual, 3)
        case ("/", "/", "="): return (.doubleSlashEqual, 3)
        case ("<", "<", "="): return (.leftShiftEqual, 3)
        case (">", ">", "="): return (.rightShiftEqual, 3)
        case (".", ".", "."): return (.ellipsis, 3)
        default: break
        }
        switch (a, b) {
        case ("*", "*"): return (.doubleStar, 2)
        case ("/", "/"): return (.doubleSlash, 2)
        case ("<", "<"): return (.leftShift, 2)
        case (">", ">"): return (.rightShift, 2)
        case ("=", "="): return (.equalEqual, 2)
        case ("!", "="): return (.notEqual, 2)
        case ("<", ">"): return (.unknown, 2)
        case ("<", "="): return (.lessEqual, 2)
        case (">", "="): return (.greaterEqual, 2)
        case ("+", "="): return (.plusEqual, 2)
        case ("-", "="): return (.minusEqual, 2)
        case ("-", ">"): return (.arrow, 2)
        case ("*", "="): return (.starEqual, 2)
        case ("/", "="): return (.slashEqual, 2)
        case ("%", "="): return (.percentEqual, 2)
        case ("&", "="): return (.ampersandEqual, 2)
        case ("|", "="): return (.barEqual, 2)
        case ("^", "="): return (.caretEqual, 2)
        case ("@", "="): return (.atEqual, 2)
        case (":", "="): return (.colonEqual, 2)
        default: break
        }
        switch a {
        case "(": return (.leftParenthesis, 1)
        case ")": return (.rightParenthesis, 1)
        case "[": return (.leftBracket, 1)
        case "]": return (.rightBracket, 1)
        case "{": return (.leftBrace, 1)
        case "}": return (.rightBrace, 1)
        case ",": return (.comma, 1)
        case ":": return (.colon, 1)
        case ";": return (.semicolon, 1)
        case "+": return (.plus, 1)
        case "-": return (.minus, 1)
        case "*": return (.star, 1)
        case "/": return (.slash, 1)
        case "|": return (.bar, 1)
        case "&": return (.ampersand, 1)
        case "<": return (.less, 1)
        case ">": return (.greater, 1)
        case "=": return (.equal, 1)
        case ".": return (.dot, 1)
        case "%": return (.percent, 1)
        case "~": return (.tilde, 1)
        case "^": return (.caret, 1)
        case "@": return (.at, 1)
        default: return (.unknown, 1)
        }
    }
}

func ~= (pattern: Unicode.Scalar, byte: UInt8) -> Bool { pattern.value == UInt32(byte) }

/// What CPython would raise before it runs anything.
struct SyntaxFault: Error {
    /// `limit` is ours: more statements than a block may have.
    enum Kind: String { case syntax = "SyntaxError", indentation = "IndentationError", tab = "TabError", limit = "limit" }

    var kind = Kind.syntax
    var message: String
    var start: Int
    var end: Int
    /// Set when the tokenizer found it: such faults are not replaced by later ones.
    var isLexical = false
    /// Set when CPython's tokenizer only notes it: it counts when the parser gets there, not before.
    var isNoted = false

    init(_ message: String, _ start: Int, _ end: Int, kind: Kind = .syntax, isLexical: Bool = false) {
        self.message = message
        self.start = start
        self.end = end
        self.kind = kind
        self.isLexical = isLexical
    }
}
