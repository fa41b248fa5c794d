import Catalogue
import Checks
import Formulas
import LaTeX
import Source
import Tensors

/// Why there is no value: from the parser or from the evaluation, with the place in the formula.
struct EvaluationFailure: Error {
    var code: String
    var message: String
    var range: ByteRange
    var diagnostic: Diagnostic?

    func json(in latex: [UInt8]) -> JSONValue {
        JSONLines.failure(
            code, message, position: JSONLines.position(range.lower, in: latex), offset: min(range.lower, latex.count))
    }

    func report(_ formula: String, to terminal: Terminal) {
        let source = SourceText(name: "<formula>", text: formula)
        if let diagnostic {
            terminal.report([diagnostic], in: source)
            return
        }
        var out = ByteBuffer()
        TextReport(colour: terminal.errorColour).write(
            title: code, message: message, range: range, in: source, to: &out)
        terminal.writeError(out)
    }
}

/// Evaluates what comes from the shell: LaTeX or a name of the catalogue, on named data.
struct ShellEvaluator {
    let table: ImplementationTable
    let vocabulary: CatalogueVocabulary
    let limits: Limits

    init(catalogue: [Implementation], limits: Limits = Limits()) {
        self.limits = limits
        table = ImplementationTable(catalogue)
        vocabulary = CatalogueVocabulary(table)
    }

    func evaluate(
        _ formula: String, _ bindings: [(name: String, value: Tensor)], gradients: [String], wantsSteps: Bool = false
    ) throws(EvaluationFailure) -> FormulaAnswer {
        let budget = Clock.budget(limits)
        if Self.isName(formula), let entry = table.lookup(formula), !bindings.isEmpty || formula.utf8.count > 1 {
            return try ImplementationCall(entry).evaluate(bindings, gradients: gradients, budget: budget)
        }
        let parsed = FormulaParser.parse(Array(formula.utf8), limits: limits)
        if let error = parsed.diagnostics.first(where: { $0.severity == .error }) {
            throw EvaluationFailure(code: error.code.code, message: error.message, range: error.range, diagnostic: error)
        }
        do throws(EvaluationError) {
            return try FormulaEvaluation.evaluate(
                parsed, bindings: bindings, vocabulary: vocabulary, gradients: gradients, wantsSteps: wantsSteps, budget: budget)
        } catch {
            throw EvaluationFailure(code: error.code.rawValue, message: error.message, range: error.range)
        }
    }

    /// The formula as a Swift function.
    func swift(_ formula: String, _ bindings: [(name: String, value: Tensor)]) throws(EvaluationFailure) -> String {
        let parsed = FormulaParser.parse(Array(formula.utf8), limits: limits)
        if let error = parsed.diagnostics.first(where: { $0.severity == .error }) {
            throw EvaluationFailure(code: error.code.code, message: error.message, range: error.range, diagnostic: error)
        }
        do throws(EvaluationError) {
            return try FormulaEvaluation.swift(parsed, latex: formula, bindings: bindings, vocabulary: vocabulary)
        } catch {
            throw EvaluationFailure(code: error.code.rawValue, message: error.message, range: error.range)
        }
    }

    /// The value of a formula on arrays that are read block by block; `nil` where it has to be evaluated in memory.
    func evaluateLong(
        _ formula: String, _ bindings: [(name: String, value: Tensor)], _ arrays: [(name: String, array: any LongArray)]
    ) throws(EvaluationFailure) -> LongAnswer? {
        if Self.isName(formula), table.lookup(formula) != nil { return nil }
        let parsed = FormulaParser.parse(Array(formula.utf8), limits: limits)
        if parsed.diagnostics.contains(where: { $0.severity == .error }) { return nil }
        do throws(EvaluationError) {
            return try FormulaEvaluation.evaluateLong(
                parsed, bindings: bindings, arrays: arrays, vocabulary: vocabulary, budget: Clock.budget(limits))
        } catch {
            throw EvaluationFailure(code: error.code.rawValue, message: error.message, range: error.range)
        }
    }

    /// Letters, digits, hyphens, underscores and blanks, a letter first: no LaTeX.
    private static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
        return text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0 == "-" || $0 == "_" || $0 == " " || ("0"..."9").contains($0)
        }
    }

    /// The answer to one line of `--jsonl`.
    func answer(_ request: JSONValue) -> JSONValue {
        guard let formula = request["latex"]?.string else {
            return JSONLines.failure("bad-request", "the key latex is missing or no string", position: 0, offset: 0)
        }
        var bindings: [(name: String, value: Tensor)] = []
        if case .object(let members)? = request["bindings"] {
            for (name, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                guard let tensor = Tensor(json: value, limit: limits.elementsInTensor) else {
                    return JSONLines.failure(
                        "bad-request", "the value of \(name) is no number, truth value or rectangular nested array",
                        position: 0, offset: 0)
                }
                bindings.append((name, tensor))
            }
        }
        do throws(EvaluationFailure) {
            return Self.object(try evaluate(formula, bindings, gradients: []), wantsGradient: false)
        } catch {
            return error.json(in: Array(formula.utf8))
        }
    }

    static func object(_ answer: FormulaAnswer, of formula: String = "", wantsGradient: Bool, wantsSteps: Bool = false, writtenTo file: String? = nil) -> JSONValue {
        var members: [String: JSONValue] = [
            "ok": true,
            "value": file == nil ? JSONValue(answer.value) : .null,
            "shape": .array(answer.value.shape.map { .integer($0) }),
            "warnings": .array(answer.warnings.map { .string($0.message) }),
        ]
        if let file { members["file"] = .string(file) }
        if wantsGradient {
            members["gradient"] = .object(
                Dictionary(answer.gradients.map { ($0.name, JSONValue($0.value)) }, uniquingKeysWith: { $1 }))
        }
        if wantsSteps {
            let latex = Array(formula.utf8)
            members["steps"] = .array(answer.steps.map { step in
                let range = EvalView.part(step, of: latex)
                return .object([
                    "latex": .string(String(decoding: latex[range.range], as: UTF8.self)), "offset": .integer(range.lower),
                    "value": JSONValue(step.value), "indices": .array(step.indices.map { .string($0) }),
                ])
            })
        }
        return .object(members)
    }
}
