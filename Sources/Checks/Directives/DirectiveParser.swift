import Markdown
import Source

/// Reads the body of a directive. What does not parse becomes a diagnostic on the note.
struct DirectiveParser {
    static let words = ["let", "implements", "assume", "expect", "skip", "allow"]

    /// A diagnostic takes the place of the directive.
    static func parse(_ raw: RawDirective) -> Result {
        let body = Array(raw.body.utf8)
        var parser = DirectiveParser(raw: raw, body: body)
        do throws(BindingError) {
            return .directive(try parser.parse())
        } catch {
            let code: FindingCode = parser.isUnknown ? .unknownDirective : .directiveSyntax
            return .diagnostic(
                Diagnostic(code, at: error.range.shifted(by: raw.bodyRange.lower), error.message, help: parser.help))
        }
    }

    enum Result {
        case directive(Directive)
        case diagnostic(Diagnostic)
    }

    private let raw: RawDirective
    private var parser: BindingParser
    private var isUnknown = false
    private var help: String?

    private init(raw: RawDirective, body: [UInt8]) {
        self.raw = raw
        parser = BindingParser(body)
    }

    private mutating func parse() throws(BindingError) -> Directive {
        parser.skipBlanks()
        let start = parser.index
        let word = parser.parseIdentifier() ?? ""
        let wordRange = ByteRange(start, max(parser.index, start))
        parser.skipBlanks()
        let argument = parser.index
        let kind: Directive.Kind
        switch word {
        case "let": kind = .bindings(try parseBindings())
        case "implements": kind = .implements(try parseRest("the name of an implementation"))
        case "assume": kind = .assume(try parseRest("an assumption"))
        case "expect": kind = try parseExpectation()
        case "skip": kind = .skip(reason: try parseReason() ?? "")
        case "allow": kind = try parseAllow()
        default:
            isUnknown = true
            help =
                Spelling.nearest(to: word, among: Self.words).map { "did you mean `\($0)`?" }
                ?? "known are \(Self.words.joined(separator: ", "))"
            let message = word.isEmpty ? "the directive says nothing" : "the directive `\(word)` is not known"
            throw BindingError(at: wordRange, message)
        }
        parser.skipBlanks()
        guard parser.isAtEnd else {
            throw BindingError(at: ByteRange(parser.index, parser.bytes.count), "unexpected text at the end of `\(word)`")
        }
        return Directive(
            kind: kind, range: raw.range,
            argumentRange: ByteRange(argument, parser.bytes.count).shifted(by: raw.bodyRange.lower))
    }

    /// `name = value, name = value`.
    private mutating func parseBindings() throws(BindingError) -> [Directive.Binding] {
        var bindings: [Directive.Binding] = []
        help = "write `let name = value`, for example `let o = [1, 2, 3]` or `let n = 5, X = normal(n, 3)`"
        while true {
            parser.skipBlanks()
            let start = parser.index
            guard let equals = endOfName() else {
                throw BindingError(at: ByteRange(start, parser.bytes.count), "expected `name = value`")
            }
            var end = equals
            while end > start, parser.bytes[end - 1] == 0x20 || parser.bytes[end - 1] == 0x09 { end -= 1 }
            guard end > start else { throw BindingError(at: .empty(at: start), "a name is missing before =") }
            let name = String(decoding: parser.bytes[start..<end], as: UTF8.self)
            parser.index = equals + 1
            let expression = try parser.parseExpression()
            bindings.append(
                Directive.Binding(
                    name: name, nameRange: ByteRange(start, end).shifted(by: raw.bodyRange.lower),
                    expression: expression, offset: raw.bodyRange.lower))
            guard parser.take(",") || parser.take(";") else { return bindings }
            parser.skipBlanks()
            if parser.isAtEnd { return bindings }
        }
    }

    /// The offset of the `=` after the name that starts here, outside braces.
    private func endOfName() -> Int? {
        var depth = 0
        var index = parser.index
        while index < parser.bytes.count {
            switch parser.bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "("): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "=") where depth == 0: return index
            default: break
            }
            index += 1
        }
        return nil
    }

    private mutating func parseRest(_ what: String) throws(BindingError) -> String {
        var end = parser.bytes.count
        while end > parser.index, parser.bytes[end - 1] <= 0x20 { end -= 1 }
        guard end > parser.index else { throw BindingError(at: .empty(at: parser.index), "\(what) is missing") }
        let text = String(decoding: parser.bytes[parser.index..<end], as: UTF8.self)
        parser.index = parser.bytes.count
        return text
    }

    /// `VALUE within TOLERANCE`; without a tolerance a printed number is compared as printed.
    private mutating func parseExpectation() throws(BindingError) -> Directive.Kind {
        help = "write `expect 0.6652 within 1e-4`"
        let start = parser.index
        let expression = try parser.parseExpression()
        let text = String(decoding: parser.bytes[start..<parser.index], as: UTF8.self)
        parser.skipBlanks()
        let mark = parser.index
        var tolerance: Double?
        if let word = parser.parseIdentifier() {
            guard word == "within" else {
                throw BindingError(at: ByteRange(mark, parser.index), "expected `within`")
            }
            parser.skipBlanks()
            let number = parser.index
            guard parser.current.map({ BindingParser.isDigit($0) || $0 == UInt8(ascii: ".") }) == true,
                case .number(let value) = try parser.parseNumber(), value >= 0
            else { throw BindingError(at: ByteRange(number, parser.bytes.count), "a tolerance is missing after `within`") }
            tolerance = value
        }
        return .expect(expression, tolerance: tolerance, decimals: PrintedDecimals.decimals(in: text))
    }

    /// `"words"` or words without quotes.
    private mutating func parseReason() throws(BindingError) -> String? {
        parser.skipBlanks()
        guard let first = parser.current else { return nil }
        guard first == UInt8(ascii: "\"") else { return nil }
        let start = parser.index
        parser.index += 1
        var text: [UInt8] = []
        while let byte = parser.current, byte != UInt8(ascii: "\"") {
            text.append(byte)
            parser.index += 1
        }
        guard !parser.isAtEnd else { throw BindingError(at: ByteRange(start, parser.bytes.count), "a quote is not closed") }
        parser.index += 1
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func parseAllow() throws(BindingError) -> Directive.Kind {
        help = "write `allow V001 \"reason\"`, and `in note` after it for the whole note"
        let start = parser.index
        while let byte = parser.current, byte > 0x20, byte != UInt8(ascii: "\"") { parser.index += 1 }
        let range = ByteRange(start, parser.index)
        let text = String(decoding: parser.bytes[range.range], as: UTF8.self)
        guard !text.isEmpty else { throw BindingError(at: range, "the code of a finding is missing") }
        guard let code = FindingCode.named(text) else {
            help = "see `gloss explain` for the codes"
            throw BindingError(at: range, "`\(text)` is not the code of a finding")
        }
        let reason = try parseReason() ?? ""
        parser.skipBlanks()
        let mark = parser.index
        guard let word = parser.parseIdentifier() else { return .allow(code, reason: reason, inNote: false) }
        guard word == "in", parser.parseIdentifier() == "note" else {
            throw BindingError(at: ByteRange(mark, parser.bytes.count), "expected a reason in quotes, or `in note`")
        }
        return .allow(code, reason: reason, inNote: true)
    }
}
