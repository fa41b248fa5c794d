/// What closes a formula that may go on beyond its block.
enum Closer: Hashable {
    case dollars, bracket
    case environment(String)
}

/// A display formula whose closing delimiter is not in the text gathered so far.
struct OpenFormula {
    /// Offset of the opening delimiter in the leaf's text.
    var start: Int
    /// Behind the opening delimiter.
    var content: Int
    var closer: Closer
}

/// Where the runs of backticks are: whether a code span that opens can close at all.
struct BacktickRuns {
    private var last: [Int: Int] = [:]
    private var indexed = 0

    mutating func index(_ b: [UInt8]) {
        var i = indexed
        while i < b.count {
            guard b[i] == Byte.backtick else {
                i += 1
                continue
            }
            let start = i
            while i < b.count, b[i] == Byte.backtick { i += 1 }
            last[i - start] = start
        }
        indexed = b.count
    }

    /// The end of the code span whose opening run of `count` ends at `from`.
    func close(_ b: [UInt8], from: Int, count: Int) -> Int? {
        guard let final = last[count], final >= from else { return nil }
        var i = from
        while i <= final {
            guard b[i] == Byte.backtick else {
                i += 1
                continue
            }
            let start = i
            while i < b.count, b[i] == Byte.backtick { i += 1 }
            if i - start == count { return i }
        }
        return nil
    }
}

enum Environments {
    /// Environments that stand for display mathematics without delimiters around them.
    static let display: Set<String> = [
        "equation", "equation*", "align", "align*", "aligned", "alignat", "alignat*", "alignedat", "gather", "gather*",
        "gathered", "multline", "multline*", "split", "eqnarray", "eqnarray*", "flalign", "flalign*", "cases", "rcases",
        "dcases", "array", "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix",
        "subequations", "displaymath", "math",
    ]

    /// The name in `\begin{name}` or `\end{name}` whose backslash stands at `start`, and what follows it.
    static func name(_ b: [UInt8], at start: Int, command: StaticString) -> (name: String, end: Int)? {
        guard b.has(command, at: start) else { return nil }
        let from = start + command.utf8CodeUnitCount
        var p = from
        while p < b.count, p - from < 16, Byte.isLetter(b[p]) || b[p] == UInt8(ascii: "*") { p += 1 }
        guard p < b.count, p > from, b[p] == UInt8(ascii: "}") else { return nil }
        return (String(decoding: b[from..<p], as: UTF8.self), p + 1)
    }
}

/// Searches for the end of a formula in `b` from `from` on.
struct CloserSearch {
    let closer: Closer
    /// Environments of the same name that are open.
    var depth = 1
    /// A second `\\[` came: the first one was an escaped bracket.
    private(set) var isBroken = false

    init(_ closer: Closer) { self.closer = closer }

    /// The offset of the closing delimiter and of what follows it. Can be called again on later text.
    mutating func find(_ b: [UInt8], from: Int, to end: Int) -> (content: Int, end: Int)? {
        var i = from
        while i < end {
            let c = b[i]
            if c == Byte.backslash {
                switch closer {
                case .bracket:
                    if i + 1 < end, b[i + 1] == UInt8(ascii: "]") { return (i, i + 2) }
                    if i + 1 < end, b[i + 1] == UInt8(ascii: "[") {
                        isBroken = true
                        return nil
                    }
                case .environment(let name):
                    if let close = Environments.name(b, at: i, command: "\\end{") {
                        if close.name == name { depth -= 1 }
                        if depth == 0 { return (close.end, close.end) }
                        i = close.end
                        continue
                    }
                    if let open = Environments.name(b, at: i, command: "\\begin{") {
                        if open.name == name { depth += 1 }
                        i = open.end
                        continue
                    }
                case .dollars: break
                }
                i += 2
                continue
            }
            if c == Byte.dollar, closer == .dollars, i + 1 < end, b[i + 1] == Byte.dollar { return (i, i + 2) }
            i += 1
        }
        return nil
    }
}
