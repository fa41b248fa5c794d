/// Findings for a terminal, in the manner of rustc: what, where, the line with the place underlined, why, what to do.
public struct TextReport: Sendable {
    /// ANSI colours. The caller decides: on a terminal, without `NO_COLOR`.
    public var colour: Bool
    /// Columns of a source line that are shown before it is cut around the place.
    public var maximumWidth = 140

    public init(colour: Bool) { self.colour = colour }

    /// Appends `finding`; `source` is the text of its file, where it could be read.
    public func write(_ finding: Finding, source: SourceText?, to out: inout ByteBuffer) {
        let style = Style(finding.severity)
        out.append(string: paint("\(finding.severity.rawValue)[\(finding.code.code)]", style))
        out.append(string: paint(": " + Self.printable(finding.diagnostic.message), .bold))
        out.append(byte: 0x0A)
        let gutter = String(finding.end.line).utf8.count
        writePlace(finding.file, finding.start, gutter, &out)
        if let source {
            writeExcerpt(source, finding.start, finding.end, gutter, style, &out)
        }
        var notes: [(String, String)] = []
        if let counterexample = finding.diagnostic.counterexample {
            for input in counterexample.inputs { notes.append(("with", "\(input.name) = \(Self.shown(input.value))")) }
            // As many digits as tell them apart.
            let digits = [6, 10, 17].first { Self.shown(counterexample.expected, digits: $0) != Self.shown(counterexample.actual, digits: $0) } ?? 6
            notes.append(("expected", Self.shown(counterexample.expected, digits: digits)))
            notes.append(("actual", Self.shown(counterexample.actual, digits: digits)))
        }
        if let help = finding.diagnostic.help { notes.append(("help", help)) }
        for (label, text) in notes {
            out.append(string: String(repeating: " ", count: gutter + 1))
            out.append(string: paint("= ", .blue) + paint(label, .bold) + ": " + Self.printable(text) + "\n")
        }
        for place in finding.related {
            out.append(string: paint("note", .bold) + ": " + Self.printable(place.message) + "\n")
            writePlace(place.file, place.start, gutter, &out)
            if place.file == finding.file, let source {
                writeExcerpt(source, place.start, place.end, gutter, .green, &out)
            }
        }
        out.append(byte: 0x0A)
    }

    /// Appends an error that has no finding code.
    public func write(
        title: String, message: String, range: ByteRange, in source: SourceText, to out: inout ByteBuffer
    ) {
        let start = source.position(of: range.lower)
        let end = source.position(of: range.upper)
        out.append(string: paint("error[\(title)]", .red) + paint(": " + Self.printable(message), .bold) + "\n")
        let gutter = String(end.line).utf8.count
        writePlace(source.name, start, gutter, &out)
        writeExcerpt(source, start, end, gutter, .red, &out)
    }

    private func writePlace(_ file: String, _ start: Position, _ gutter: Int, _ out: inout ByteBuffer) {
        out.append(string: String(repeating: " ", count: gutter) + paint("--> ", .blue))
        out.append(string: "\(Self.printable(file)):\(start.line):\(start.column)\n")
    }

    private func writeExcerpt(
        _ source: SourceText, _ start: Position, _ end: Position, _ gutter: Int, _ style: Style,
        _ out: inout ByteBuffer
    ) {
        guard start.line <= source.lines.count else { return }
        let scalars = Array(source.string(source.lines.content(ofLine: start.line - 1, in: source.bytes)).unicodeScalars)
        let first = min(start.column - 1, scalars.count)
        let isOneLine = end.line == start.line
        let last = isOneLine ? min(max(end.column - 1, first), scalars.count) : scalars.count
        let window = window(around: first..<last, in: scalars)
        var line = window.lowerBound > 0 ? "…" : ""
        var lead = window.lowerBound > 0 ? 1 : 0
        var marks = 0
        for index in window {
            let text = Self.printable(scalars[index])
            let width = DisplayWidth.of(text)
            line += text
            if index < first { lead += width } else if index < last { marks += width }
        }
        if window.upperBound < scalars.count { line += "…" }
        let bar = paint("|", .blue)
        let blank = String(repeating: " ", count: gutter + 1)
        let number = String(start.line)
        out.append(string: blank + bar + "\n")
        out.append(string: paint(number, .blue) + String(repeating: " ", count: gutter + 1 - number.utf8.count) + bar)
        out.append(string: line.isEmpty ? "\n" : " " + line + "\n")
        let underline = String(repeating: "^", count: max(1, marks)) + (isOneLine ? "" : "…")
        out.append(string: blank + bar + " " + String(repeating: " ", count: lead) + paint(underline, style) + "\n")
        if !isOneLine {
            out.append(string: blank + bar + " " + paint("ends at \(end.line):\(end.column)", style) + "\n")
        }
    }

    /// The part of a long line that is shown: the place with some text before it.
    private func window(around place: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
        var width = 0
        for scalar in scalars { width += DisplayWidth.of(scalar.value) }
        if width <= maximumWidth { return 0..<scalars.count }
        var start = place.lowerBound
        var left = maximumWidth / 3
        while start > 0, left > 0 {
            start -= 1
            left -= max(1, DisplayWidth.of(scalars[start].value))
        }
        var end = start
        var room = maximumWidth
        while end < scalars.count, room > 0 {
            room -= max(1, DisplayWidth.of(scalars[end].value))
            end += 1
        }
        return start..<end
    }

    private static func shown(_ value: JSONValue, digits: Int = 6) -> String {
        switch value {
        case .number(let number): NumberFormat.significant(number, digits: digits)
        case .integer(let number): String(number)
        case .string(let text): text
        case .array(let elements): "[" + elements.map { shown($0, digits: digits) }.joined(separator: ", ") + "]"
        default: value.serialized()
        }
    }

    /// One scalar as a terminal may show it: a tab as four blanks, what would steer the terminal as U+FFFD.
    private static func printable(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x09: "    "
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
        default: String(scalar)
        }
    }

    private static func printable(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars { out += printable(scalar) }
        return out
    }

    private enum Style {
        case bold, red, yellow, cyan, blue, green

        init(_ severity: Severity) {
            switch severity {
            case .error: self = .red
            case .warning: self = .yellow
            case .info: self = .cyan
            }
        }

        var code: String {
            switch self {
            case .bold: "1"
            case .red: "1;31"
            case .yellow: "1;33"
            case .cyan: "1;36"
            case .blue: "1;34"
            case .green: "1;32"
            }
        }
    }

    private func paint(_ text: String, _ style: Style) -> String {
        colour ? "\u{1B}[\(style.code)m\(text)\u{1B}[0m" : text
    }
}
