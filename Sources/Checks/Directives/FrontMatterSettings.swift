import Markdown
import Source
import Tensors

/// The `gloss` table of a note's front matter: `let`, `assume`, `allow`, `language`.
struct FrontMatterSettings {
    var bindings: [(name: String, value: Tensor, range: ByteRange)] = []
    var assumptions: [(text: String, range: ByteRange)] = []
    var allow: [SettingsReader.Allowed] = []
    var language: String?
    var diagnostics: [Diagnostic] = []

    init() {}

    init(_ frontMatter: FrontMatter?, limits: Limits) {
        guard let table = frontMatter?.value?["gloss"] else { return }
        var reader = SettingsReader()
        var bindings: [(name: String, value: Tensor, range: ByteRange)] = []
        var assumptions: [(text: String, range: ByteRange)] = []
        var allow: [SettingsReader.Allowed] = []
        var language: String?
        reader.eachEntry(of: table) { entry, reader in
            switch entry.key {
            case "let":
                var evaluator = BindingEvaluator(elementLimit: limits.elementsInTensor)
                reader.eachEntry(of: entry.value) { entry, reader in
                    guard let value = reader.tensor(entry, &evaluator) else { return }
                    evaluator.define(entry.key, value)
                    bindings.append((entry.key, value, entry.keyRange))
                }
            case "assume":
                for element in reader.stringsWithPlaces(entry) { assumptions.append((element.text, element.range)) }
            case "allow": allow = reader.allowed(entry)
            case "language": language = reader.string(entry)
            default: reader.unknown(entry, among: ["let", "assume", "allow", "language"])
            }
        }
        self.bindings = bindings
        self.assumptions = assumptions
        self.allow = allow
        self.language = language
        diagnostics = reader.diagnostics
    }
}

extension SettingsReader {
    mutating func stringsWithPlaces(_ entry: ConfigValue.Entry) -> [(text: String, range: ByteRange)] {
        switch entry.value.kind {
        case .string(let text): return [(text, entry.value.range)]
        case .array(let elements):
            return elements.compactMap { element in
                if case .string(let text) = element.kind { return (text, element.range) }
                wrongType(element.range, "`\(entry.key)` takes texts")
                return nil
            }
        case .null: return []
        default:
            wrongType(entry.value.range, "`\(entry.key)` takes a list of texts")
            return []
        }
    }

    /// A number, nested lists of numbers, or a text that says how to compute one (`normal(5, 3)`).
    mutating func tensor(_ entry: ConfigValue.Entry, _ evaluator: inout BindingEvaluator) -> Tensor? {
        if case .string(let text) = entry.value.kind {
            do throws(BindingError) {
                return try evaluator.value(of: try BindingExpression.parse(text))
            } catch {
                diagnostics.append(Diagnostic(.directiveSyntax, at: entry.value.range, error.message))
                return nil
            }
        }
        guard let (shape, elements) = numbers(entry.value) else {
            wrongType(entry.value.range, "`\(entry.key)` takes a number or lists of numbers of one shape")
            return nil
        }
        return Tensor.of(shape: shape, elements)
    }

    private func numbers(_ value: ConfigValue) -> (shape: [Int], elements: [Double])? {
        switch value.kind {
        case .integer(let integer): return ([], [Double(integer)])
        case .number(let number): return ([], [number])
        case .bool(let truth): return ([], [truth ? 1 : 0])
        case .array(let rows):
            var shape: [Int]?
            var elements: [Double] = []
            for row in rows {
                guard let part = numbers(row), shape == nil || shape == part.shape else { return nil }
                shape = part.shape
                elements += part.elements
            }
            return ([rows.count] + (shape ?? []), elements)
        default: return nil
        }
    }
}
