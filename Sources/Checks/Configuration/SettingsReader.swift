import LaTeX
import Markdown
import Source

/// Reads settings out of YAML or TOML and collects what is wrong with them.
struct SettingsReader {
    var diagnostics: [Diagnostic] = []

    struct Allowed {
        var code: FindingCode
        var range: ByteRange
    }

    mutating func eachEntry(of value: ConfigValue, _ body: (ConfigValue.Entry, inout SettingsReader) -> Void) {
        switch value.kind {
        case .table(let entries): for entry in entries { body(entry, &self) }
        case .null: break
        default: wrongType(value.range, "a table is expected here")
        }
    }

    mutating func unknown(_ entry: ConfigValue.Entry, among known: [String]) {
        let near = Spelling.nearest(to: entry.key, among: known)
        diagnostics.append(
            Diagnostic(
                .unknownKey, at: entry.keyRange, "the setting `\(entry.key)` is not known",
                help: near.map { "did you mean `\($0)`?" } ?? "known here: \(known.joined(separator: ", "))"))
    }

    mutating func wrongType(_ range: ByteRange, _ message: String) {
        diagnostics.append(Diagnostic(.unknownKey, at: range, message))
    }

    mutating func string(_ entry: ConfigValue.Entry) -> String? {
        switch entry.value.kind {
        case .string(let text): return text
        case .integer(let value): return String(value)
        case .null: return nil
        default:
            wrongType(entry.value.range, "`\(entry.key)` takes a text")
            return nil
        }
    }

    /// A list of texts, or one text.
    mutating func strings(_ entry: ConfigValue.Entry) -> [String] {
        switch entry.value.kind {
        case .string(let text): return [text]
        case .null: return []
        case .array(let elements):
            return elements.compactMap { element in
                if case .string(let text) = element.kind { return text }
                wrongType(element.range, "`\(entry.key)` takes texts")
                return nil
            }
        default:
            wrongType(entry.value.range, "`\(entry.key)` takes a list of texts")
            return []
        }
    }

    mutating func macros(_ entry: ConfigValue.Entry) -> Macros {
        var macros = Macros()
        eachEntry(of: entry.value) { entry, reader in
            guard let body = reader.string(entry) else { return }
            let name = entry.key.hasPrefix("\\") ? String(entry.key.dropFirst()) : entry.key
            let bytes = Array(body.utf8)
            macros.definitions[name] = Macros.Definition(parameters: Self.parameters(of: bytes), body: bytes)
        }
        return macros
    }

    /// The highest `#k` of a macro's body.
    private static func parameters(of body: [UInt8]) -> Int {
        var highest = 0
        var index = 0
        while index + 1 < body.count {
            if body[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            let digit = body[index + 1]
            if body[index] == UInt8(ascii: "#"), (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(digit) {
                highest = max(highest, Int(digit - UInt8(ascii: "0")))
            }
            index += 1
        }
        return highest
    }

    /// `[V001, H001]`, `V001`, or a table from codes to reasons.
    mutating func allowed(_ entry: ConfigValue.Entry) -> [Allowed] {
        switch entry.value.kind {
        case .table(let entries): return entries.compactMap { allowed($0.key, $0.keyRange) }
        case .string(let text): return allowed(text, entry.value.range).map { [$0] } ?? []
        case .array(let elements):
            return elements.compactMap { element in
                switch element.kind {
                case .string(let text): return allowed(text, element.range)
                case .table:
                    guard case .string(let text)? = element["code"]?.kind else { break }
                    return allowed(text, element.range)
                default: break
                }
                wrongType(element.range, "`allow` takes codes of findings")
                return nil
            }
        case .null: return []
        default:
            wrongType(entry.value.range, "`allow` takes a list of codes")
            return []
        }
    }

    private mutating func allowed(_ text: String, _ range: ByteRange) -> Allowed? {
        guard let code = FindingCode.named(text) else {
            diagnostics.append(
                Diagnostic(.unknownKey, at: range, "`\(text)` is not the code of a finding", help: "see `gloss explain`"))
            return nil
        }
        return Allowed(code: code, range: range)
    }

    mutating func limits(_ entry: ConfigValue.Entry, startingFrom limits: Limits) -> Limits {
        var limits = limits
        eachEntry(of: entry.value) { entry, reader in
            guard let limit = Self.limitNames[entry.key] else {
                reader.unknown(entry, among: Self.limitNames.keys.sorted())
                return
            }
            guard let value = reader.positive(entry) else { return }
            switch limit {
            case .count(let path): limits[keyPath: path] = Int(value)
            case .real(let path): limits[keyPath: path] = value
            }
        }
        return limits
    }

    private mutating func positive(_ entry: ConfigValue.Entry) -> Double? {
        var value: Double?
        if case .integer(let integer) = entry.value.kind { value = Double(integer) }
        if case .number(let number) = entry.value.kind { value = number }
        guard let value, value > 0, value <= 1e12 else {
            wrongType(entry.value.range, "`\(entry.key)` takes a number above 0 and at most 1e12")
            return nil
        }
        return value
    }

    private enum Limit: Sendable {
        case count(any WritableKeyPath<Limits, Int> & Sendable)
        case real(any WritableKeyPath<Limits, Double> & Sendable)
    }

    /// Limits that a project may change. Those that guard the stack (nesting, recursion) are fixed.
    private static let limitNames: [String: Limit] = [
        "noteBytes": .count(\.noteBytes), "findingsInNote": .count(\.findingsInNote),
        "formulaBytes": .count(\.formulaBytes), "macroExpansions": .count(\.macroExpansions),
        "formulaCells": .count(\.formulaCells), "pythonStatements": .count(\.pythonStatements),
        "steps": .count(\.steps), "seconds": .real(\.seconds), "elementsInTensor": .count(\.elementsInTensor),
        "elementsAlive": .count(\.elementsAlive), "digits": .count(\.digits), "outputBytes": .count(\.outputBytes),
        "flopsInCall": .count(\.flopsInCall), "tableColumns": .count(\.tableColumns),
        "tableCells": .count(\.tableCells), "frontMatterBytes": .count(\.frontMatterBytes),
    ]
}
