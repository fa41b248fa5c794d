import Catalogue
import Checks
import Formulas
import Markdown
import Source
import Tensors

// Stands in until Checks brings these.
struct CatalogueVocabulary: Vocabulary {
    init(_ table: ImplementationTable) {}
    func function(named name: String, arity: Int?) -> (any KnownFunction)? { nil }
    var names: [String] { [] }
}

extension NoteChecker {
    static func explainReadings(
        note: Note, line: Int, configuration: CheckConfiguration, catalogue: [Implementation], clock: Clock
    ) -> [String] { [] }
}

struct BindingError: Error {
    var message: String
    var range: ByteRange
}

struct BindingExpression {
    var value: Tensor
    static func parse(_ text: String) throws(BindingError) -> BindingExpression {
        guard let json = try? JSONValue(parsing: text), let value = Tensor(json: json, limit: 1_000_000) else {
            throw BindingError(message: "not a value", range: .empty(at: 0))
        }
        return BindingExpression(value: value)
    }
}

struct BindingEvaluator {
    init(names: [String: Tensor]) {}
    func value(of expression: BindingExpression) throws(BindingError) -> Tensor { expression.value }
}
