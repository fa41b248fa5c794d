import Checks
import Formulas
import Source
import Tensors

/// The `NAME=VALUE` words of a command line.
struct ShellBindings {
    /// A long array stays in its file until something needs it in memory.
    private enum Value {
        case tensor(Tensor)
        case file(NumPyFile, word: String)
    }

    private var values: [(name: String, value: Value)] = []

    /// Without `keepsFiles` every file is read at once.
    init(_ words: ArraySlice<String>, _ limits: Limits, keepsFiles: Bool) throws(UsageError) {
        for word in words { try add(word, limits, keepsFiles: keepsFiles) }
    }

    /// Everything that is in memory.
    var tensors: [(name: String, value: Tensor)] {
        values.compactMap { if case .tensor(let tensor) = $0.value { ($0.name, tensor) } else { nil } }
    }

    /// What is too short for blocks.
    var shortTensors: [(name: String, value: Tensor)] { tensors.filter { $0.value.count <= FormulaEvaluation.longCount } }

    var longArrays: [(name: String, array: any LongArray)] {
        values.compactMap { entry in
            switch entry.value {
            case .tensor(let tensor): tensor.count > FormulaEvaluation.longCount ? (entry.name, tensor) : nil
            case .file(let file, _): (entry.name, file)
            }
        }
    }

    /// Reads the files that are left.
    mutating func load() throws(EvaluationFailure) {
        do throws(UsageError) { try loadFiles() } catch {
            throw EvaluationFailure(code: "not-evaluable", message: error.message, range: .empty(at: 0))
        }
    }

    private mutating func loadFiles() throws(UsageError) {
        for k in values.indices {
            guard case .file(let file, let word) = values[k].value else { continue }
            values[k].value = .tensor(try Self.tensor(file, word))
        }
    }

    private static func tensor(_ file: NumPyFile, _ word: String) throws(UsageError) -> Tensor {
        do throws(NumPyFileError) { return try file.tensor() } catch {
            throw UsageError("eval: \(word): \(error.message)", command: "eval")
        }
    }

    /// `name=value`: the first `=` divides them.
    private mutating func add(_ word: String, _ limits: Limits, keepsFiles: Bool) throws(UsageError) {
        guard let sign = word.firstIndex(of: "="), sign != word.startIndex else {
            throw UsageError("eval: '\(word)' is not NAME=VALUE", command: "eval")
        }
        let name = String(word[..<sign])
        let text = String(word[word.index(after: sign)...])
        if values.contains(where: { $0.name == name }) {
            throw UsageError("eval: \(name) is given twice", command: "eval")
        }
        if text.hasPrefix("@") {
            do throws(NumPyFileError) {
                let file = try NumPyFile(String(text.dropFirst()), limit: limits.elementsInTensor)
                let stays = keepsFiles && file.count > FormulaEvaluation.longCount && file.isRowMajor
                values.append((name, stays ? .file(file, word: word) : .tensor(try file.tensor())))
            } catch {
                throw UsageError("eval: \(word): \(error.message)", command: "eval")
            }
            return
        }
        let expression: BindingExpression
        do throws(BindingError) { expression = try BindingExpression.parse(text) } catch { throw Self.failure(name, text, error) }
        do throws(BindingError) {
            values.append((name, .tensor(try evaluate(expression))))
        } catch {
            // It may speak of an array that is still in its file.
            guard values.contains(where: { if case .file = $0.value { true } else { false } }) else { throw Self.failure(name, text, error) }
            try loadFiles()
            do throws(BindingError) { values.append((name, .tensor(try evaluate(expression)))) } catch { throw Self.failure(name, text, error) }
        }
    }

    private func evaluate(_ expression: BindingExpression) throws(BindingError) -> Tensor {
        var evaluator = BindingEvaluator(names: Dictionary(tensors.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
        return try evaluator.value(of: expression)
    }

    private static func failure(_ name: String, _ text: String, _ error: BindingError) -> UsageError {
        UsageError("eval: \(name)=\(text): \(error.message) (byte \(error.range.lower + 1) of the value)", command: "eval")
    }
}
