import Source

/// What the text between two delimiters is made of: whether it looks like mathematics.
///
/// Mathematics has a command, a script, an operator, or is one symbol; money, shell variables and prose are words,
/// numbers and blanks.
struct MathematicalText {
    private(set) var hasCommand = false
    private(set) var hasScript = false
    /// `=`, `+`, `<` and their like, ∑, ≤.
    private var hasSign = false
    /// `|`, which also parts the cells of a table.
    private var hasBar = false
    /// Brackets, commas, `-`, `/`: also in prose.
    private(set) var hasPunctuation = false
    /// A letter with an opening bracket right behind it.
    private var hasApplication = false
    private(set) var hasCJK = false
    /// Two words of three letters or more with only blanks between them.
    private(set) var hasPhrase = false
    /// A word of three letters or more with blanks or ends around it.
    private(set) var hasWord = false
    /// A word of three letters or more, whatever is around it.
    private(set) var hasName = false
    private(set) var hasSingleDollar = false
    private var isSymmetric = true
    private var endsLine = false
    private var isSpaced = false
    /// Between blanks.
    private var tokens = 0
    private var letters = 0
    private var longestLetters = 0
    private var others = 0
    /// A letter, a digit or a named command: something that delimiters and spaces could stand around.
    private var hasSubstance = false

    /// Longer text is judged by its beginning.
    private static let limit = 4096
    private static let textCommands: Set<String> = [
        "text", "mathrm", "mbox", "textbf", "textit", "textrm", "texttt", "textsf", "operatorname", "mathsf", "mathtt",
        "mathbf", "mathit", "label", "tag", "begin", "end", "hbox",
    ]

    init(_ b: [UInt8], _ range: Range<Int>) {
        var start = range.lowerBound
        var end = min(range.upperBound, start + Self.limit)
        let isCut = end < range.upperBound
        while start < end, Byte.isSpace(b[start]) { start += 1 }
        while end > start, Byte.isSpace(b[end - 1]) { end -= 1 }
        isSpaced = start > range.lowerBound || (end < range.upperBound && !isCut)
        isSymmetric = isCut || (start > range.lowerBound) == (end < range.upperBound)
        endsLine = !isCut && b[end..<range.upperBound].contains(Byte.newline)
        read(b, start, end)
    }

    var hasOperator: Bool { hasSign || hasBar }

    private mutating func read(_ b: [UInt8], _ start: Int, _ end: Int) {
        var i = start
        var afterBlank = true
        var wordBefore = false
        while i < end {
            let c = b[i]
            if Byte.isSpace(c) {
                afterBlank = true
                i += 1
                continue
            }
            if afterBlank { tokens += 1 }
            if Byte.isLetter(c) {
                let from = i
                while i < end, Byte.isLetter(b[i]) { i += 1 }
                let count = i - from
                letters += count
                hasSubstance = true
                longestLetters = max(longestLetters, count)
                let endsToken = i == end || Byte.isSpace(b[i]) || b[i] == UInt8(ascii: ",") || b[i] == UInt8(ascii: ".")
                if count >= 3 {
                    hasName = true
                    if afterBlank, endsToken { hasWord = true }
                    if afterBlank, wordBefore { hasPhrase = true }
                }
                if i < end, b[i] == UInt8(ascii: "(") { hasApplication = true }
                wordBefore = count >= 3 && (i == end || Byte.isSpace(b[i]))
                afterBlank = false
                continue
            }
            afterBlank = false
            wordBefore = false
            if c == Byte.backslash {
                i = command(b, i, end)
            } else if c < 0x80 {
                ascii(b, i, start, end)
                i += 1
            } else {
                let (scalar, length) = UTF8Decoder.scalar(in: b, at: i)
                wide(scalar)
                i += length
            }
        }
    }

    private mutating func command(_ b: [UInt8], _ start: Int, _ end: Int) -> Int {
        guard start + 1 < end else { return end }
        let c = b[start + 1]
        guard Byte.isLetter(c) else {
            switch c {
            case UInt8(ascii: "_"), UInt8(ascii: "^"): hasScript = true
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: ","),
                UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: " "):
                hasCommand = true
            default: others += 1
            }
            return start + 2
        }
        hasCommand = true
        hasSubstance = true
        var i = start + 1
        while i < end, Byte.isLetter(b[i]) { i += 1 }
        let name = String(decoding: b[(start + 1)..<i], as: UTF8.self)
        guard i < end, b[i] == UInt8(ascii: "{"), Self.textCommands.contains(name) else { return i }
        // What stands in words there says nothing.
        var depth = 0
        while i < end {
            if b[i] == Byte.backslash {
                i += 2
                continue
            }
            if b[i] == UInt8(ascii: "{") { depth += 1 }
            if b[i] == UInt8(ascii: "}") { depth -= 1 }
            i += 1
            if depth == 0 { break }
        }
        return min(i, end)
    }

    private mutating func ascii(_ b: [UInt8], _ i: Int, _ start: Int, _ end: Int) {
        switch b[i] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "*"):
            hasSign = true
        case UInt8(ascii: "|"): hasBar = true
        case UInt8(ascii: "^"), UInt8(ascii: "_"):
            // `snake_case` is a name, not a script.
            let isSnake =
                b[i] == UInt8(ascii: "_") && i - 2 >= start && i + 2 < end && Byte.isLetter(b[i - 1])
                && Byte.isLetter(b[i - 2]) && Byte.isLetter(b[i + 1]) && Byte.isLetter(b[i + 2])
            if !isSnake, i + 1 < end || i > start { hasScript = true }
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "!"),
            UInt8(ascii: "'"), UInt8(ascii: ":"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: ";"),
            UInt8(ascii: "%"):
            hasPunctuation = true
        case Byte.dollar: hasSingleDollar = true
        default:
            if Byte.isDigit(b[i]) { hasSubstance = true }
            others += 1
        }
    }

    private mutating func wide(_ scalar: UInt32) {
        hasSubstance = true
        switch scalar {
        case 0x370...0x3FF, 0x1D400...0x1D7FF, 0x2100...0x214F: letters += 1
        case 0xD7, 0xF7, 0xB1, 0xAC, 0x2190...0x22FF, 0x27C0...0x27FF, 0x2900...0x2AFF, 0xFF1D, 0xFF0B, 0xFF1C, 0xFF1E,
            0x221E:
            hasSign = true
        case 0x3000...0x303F, 0xFF00...0xFFEF, 0xB7, 0xB0, 0x2010...0x2044: hasPunctuation = true
        case 0x2E80...0x2FDF, 0x3040...0x30FF, 0x3100...0x31BF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            hasCJK = true
        default: others += 1
        }
    }

    private var isEmpty: Bool { tokens == 0 }

    /// `x`, `10`, `ReLU`, `α`.
    private var isSymbol: Bool {
        guard !hasCJK, !hasSingleDollar, tokens == 1 else { return false }
        return isSpaced ? longestLetters <= 1 : true
    }

    /// Between single dollars; `next` is the byte behind the closing one.
    func isInline(before next: UInt8?) -> Bool {
        if isEmpty { return false }
        // Prompts of a shell: `$ ls` on one line, `$ pwd` on the next.
        if endsLine, !hasCommand, !hasScript { return false }
        // `$HOME/bin:$PATH`
        if let next, Byte.isLetter(next), !hasCommand, !hasScript, !hasOperator, longestLetters >= 3 { return false }
        if hasCommand { return !(hasPhrase && !isSymmetric) }
        if hasPhrase { return false }
        if hasScript { return isSymmetric || !hasWord }
        if hasCJK { return hasOperator && isSymmetric }
        if hasOperator { return isSymmetric || hasSign && !(hasWord || tokens > 1 && letters == 0) }
        if hasApplication, isSymmetric, !isSpaced { return true }
        if hasPunctuation { return isSymmetric && !(hasWord && tokens > 1) && letters + others + tokens > 0 }
        if isSymbol { return isSymmetric || letters == 1 }
        return isSymmetric && longestLetters <= 1 && letters > 0 && letters >= tokens - 1
    }

    /// Between `\(` and `\)`, which prose uses for escaped brackets.
    var isParenthesised: Bool {
        if !hasSubstance { return false }
        if hasCommand { return true }
        if hasPhrase { return false }
        if hasScript || hasOperator { return !hasCJK || hasScript }
        if hasCJK || hasWord { return false }
        if hasPunctuation { return letters > 0 && (!hasName || others == 0 && tokens == 1) }
        return tokens == 1 && letters == 1
    }

    /// Between double dollars, where next to anything is a formula: not ratings (`$$ or $$$`), not prose.
    var isBetweenDoubleDollars: Bool {
        if isEmpty { return false }
        if hasCommand || hasScript || hasOperator || endsLine { return true }
        return !hasPhrase && !(isSpaced && longestLetters >= 2)
    }

    /// Behind `\[`, or behind a delimiter that never closes.
    var isDisplay: Bool {
        if !hasSubstance { return false }
        if hasCommand { return true }
        return !hasPhrase && !hasCJK && (hasScript || hasOperator)
    }

    /// A paragraph of its own between blank lines that no formula would hold.
    var isProse: Bool {
        if hasSingleDollar { return true }
        if hasCommand || hasScript { return false }
        if hasPhrase { return true }
        return !hasOperator && (hasCJK || hasWord && !isBracketed)
    }

    private var isBracketed: Bool { hasPunctuation && !hasWord }
}

/// Watches a formula that crosses blank lines for paragraphs of prose: then its delimiter was not an opening one.
struct ProseCheck {
    private(set) var isProse = false
    private var chunk: [UInt8] = []

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        guard !isProse, chunk.count < 8192 else { return }
        chunk.append(contentsOf: bytes.prefix(8192))
    }

    mutating func endChunk() {
        guard !chunk.isEmpty else { return }
        let text = MathematicalText(chunk, 0..<chunk.count)
        if text.isProse { isProse = true }
        chunk.removeAll(keepingCapacity: true)
    }
}
