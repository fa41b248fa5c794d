import Source

/// The package `mathtools`, beyond what KaTeX has of it.
extension Expansion {
    static let mathtools: [Expansion] = [
        Expansion("crampedsubstack", 1, "\\substack{#1}"), Expansion("mathmbox", 1, "{#1}"),
        Expansion("shortvdotswithin", 1, "\\vdots"), Expansion("MTFlushSpaceAbove", ""), Expansion("MTFlushSpaceBelow", ""),
        Expansion("MTThinColon", "\\mathrel{:}"), Expansion("xmathstrut", 2, fallback: "", "\\mathstrut "),
        Expansion("newtagform", 3, ""), Expansion("renewtagform", 3, ""), Expansion("usetagform", 1, ""),
        Expansion("mathtoolsset", 1, ""), Expansion("dashcolon", "\\mathrel{\\mathop{-}\\mathop{:}}"),
        Expansion("colondash", "\\mathrel{\\mathop{:}\\mathop{-}}"), Expansion("Dashcolon", "\\mathrel{\\mathop{-}\\mathop{\u{2237}}}"),
        Expansion("Colondash", "\\mathrel{\\mathop{\u{2237}}\\mathop{-}}"), Expansion("Simcolon", "\\mathrel{\\mathop{\\sim}\\mathop{\u{2237}}}"),
        Expansion("ArrowBetweenLines", 1, fallback: "", "\\Updownarrow "),
    ]
}

extension Parser {
    /// `\mathmakebox[width][place]{x}`: the body alone.
    mutating func makeBox(from start: Int) -> Excerpt? {
        _ = rawOptional()
        _ = rawOptional()
        return rawArgument("the argument", from: start).map { latex("{", $0.excerpt, "}") }
    }

    /// `\cramped[style]{x}`: the body in the style that is named.
    mutating func crampedLaTeX(from start: Int) -> Excerpt? {
        var style = Excerpt()
        if let option = rawOptional() {
            style = option.excerpt.filter { $0 > 0x20 }
            guard case .sizeSwitch? = commands.find(style.bytes, min(1, style.count)..<style.count), style.first == UInt8(ascii: "\\") else {
                pending.append(report(.badArgument, at: option.range, "expected a style such as \\textstyle in [ ]"))
                return nil
            }
        }
        return rawArgument("the argument", from: start).map { latex("{", style, " ", $0.excerpt, "}") }
    }

    /// `\shoveleft` begins a line of `multline` and stands nowhere else.
    mutating func shovedLaTeX(from start: Int) -> Excerpt? {
        guard contexts.last?.kind == .cell, rare.environment.hasPrefix("multline"), pending.count == rare.cellStart else {
            pending.append(
                report(.misplacedAlignment, at: range(from: start), "\(sourceName(at: start)) may only begin a line of multline"))
            return nil
        }
        return rawArgument("the line", from: start).map { latex("{", $0.excerpt, "}") }
    }

    /// `\Newextarrow{\name}{10,20}{8672}` defines an arrow with labels below and above.
    mutating func newArrow(from start: Int) {
        guard let name = definedName(from: start), rawArgument("the room at its ends", from: start) != nil,
            let code = rawArgument("the number of a character", from: start)
        else { return }
        let digits = String(decoding: code.excerpt.filter { $0 > 0x20 }, as: UTF8.self)
        let value = digits.hasPrefix("0x") || digits.hasPrefix("0X") ? UInt32(digits.dropFirst(2), radix: 16) : UInt32(digits)
        guard let value, let scalar = Unicode.Scalar(value), value >= 0x80 else {
            pending.append(report(.badArgument, at: code.range, "\(digits) is not the number of an arrow"))
            return
        }
        var definition = Macros.Definition(parameters: 2, body: latex("\\mathrel{\\overunderset{\\;#2\\;}{#1}{", String(scalar), "}}").bytes)
        definition.optional = []
        define(name, definition, isGlobal: false)
    }

    /// `\DeclarePairedDelimiterX{\name}[n]{open}{close}{body}`, with `XPP` also what stands before and after.
    mutating func pairedDelimiterWithBody(isWrapped: Bool, from start: Int) {
        guard let name = definedName(from: start) else { return }
        var parameters = 1
        if let count = rawOptional() {
            guard let n = Int(String(decoding: count.excerpt.filter { $0 > 0x20 }, as: UTF8.self)), (1...9).contains(n) else {
                pending.append(report(.badArgument, at: count.range, "a command has 1 to 9 arguments"))
                return
            }
            parameters = n
        }
        var parts: [Excerpt] = []
        for _ in 0..<(isWrapped ? 5 : 3) {
            guard let raw = rawArgument("an argument", from: start) else { return }
            parts.append(raw.excerpt)
        }
        if !isWrapped { parts = [[], parts[0], parts[1], [], parts[2]] }
        // `\delimsize` in the body is the size of the delimiters: plain here.
        let body = String(decoding: parts[4], as: UTF8.self).replacing("\\delimsize", with: "")
        define(
            name,
            Macros.Definition(parameters: parameters, body: latex("{", parts[0], "\\left", parts[1], " ", body, "\\right", parts[2], " ", parts[3], "}").bytes),
            isGlobal: false)
    }
}
