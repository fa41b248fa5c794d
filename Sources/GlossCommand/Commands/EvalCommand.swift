import Catalogue
import Checks
import Formulas
import LaTeX
import Source
import Tensors

/// `gloss eval`
enum EvalCommand: Command {
    static let specification = CommandSpecification(
        name: "eval", summary: "evaluate a formula, or an implementation of the catalogue",
        discussion: """
            FORMULA is LaTeX or the name of a catalogue entry. A value is a number, nested arrays or an expression
            (x=0.5, W=[[1,2],[3,4]], X='normal(5,3)'); names are those of the formula, in LaTeX (\\hat{y}, x^{(i)}) or plain
            (y_hat). An equation whose left side is the one name without a value gives that value; one whose names all
            have values gives a truth value. With --jsonl every line of standard input is a request
            {"latex": "…", "bindings": {"x": 1}} and every line of output its answer.
            """,
        operands: [
            .init(name: "FORMULA", minimum: 0, maximum: 1, help: "LaTeX without dollars, or a name of the catalogue"),
            .init(name: "NAME=VALUE", minimum: 0, maximum: 1000, help: "values of symbols"),
        ],
        options: [
            .value("grad", "NAME", repeats: true, "also give the gradient with respect to NAME"), .json,
            .flag("jsonl", "answer requests line by line"),
            .value("max-steps", "N", "operations that one evaluation may take (default: \(Limits().steps))"),
            .value("max-seconds", "S", "time that one evaluation may take (default: \(NumberFormat.significant(Limits().seconds)))"),
            .value("max-elements", "N", "elements that one array may have (default: \(Limits().elementsInTensor))"), .help,
        ],
        examples: [
            "gloss eval softmax 'o=[1,2,3]'", #"gloss eval '\frac{1}{1+e^{-x}}' x=0.5 --grad x"#,
            #"gloss eval '\sum_{i=1}^{n} i^2' n=10"#,
        ],
        exitCodes: [
            (0, "evaluated; with --jsonl, every line was answered"), (1, "the formula cannot be evaluated"), (2, "usage"),
        ])

    static func run(_ arguments: Arguments, _ context: Context) throws(UsageError) -> Int32 {
        let evaluator = ShellEvaluator(catalogue: context.catalogue, limits: try limits(arguments))
        if arguments.has("jsonl") {
            guard arguments.operands.isEmpty else {
                throw UsageError("eval: --jsonl reads formulas from standard input", command: "eval")
            }
            JSONLines(terminal: context.terminal) { evaluator.answer($0) }.run()
            return 0
        }
        guard let formula = arguments.operands.first else {
            throw UsageError("eval: FORMULA is missing", command: "eval")
        }
        var bindings: [(name: String, value: Tensor)] = []
        for word in arguments.operands.dropFirst() { bindings.append(try binding(word, bindings)) }
        let asJSON = arguments.value("format") == "json"
        do throws(EvaluationFailure) {
            let answer = try evaluator.evaluate(formula, bindings, gradients: arguments.all("grad"))
            if asJSON {
                context.terminal.print(ShellEvaluator.object(answer, wantsGradient: arguments.has("grad")).serialized())
                return 0
            }
            for warning in answer.warnings { context.terminal.printError("warning: \(warning.message)") }
            context.terminal.print(ValueText.lines(answer.value))
            for gradient in answer.gradients {
                context.terminal.print("gradient \(gradient.name) = " + ValueText.lines(gradient.value))
            }
            return 0
        } catch {
            if asJSON {
                context.terminal.print(error.json(in: Array(formula.utf8)).serialized())
            } else {
                error.report(formula, to: context.terminal)
            }
            return 1
        }
    }

    /// The defaults with what the flags change.
    private static func limits(_ arguments: Arguments) throws(UsageError) -> Limits {
        var limits = Limits()
        limits.steps = try count("max-steps", arguments, default: limits.steps)
        let elements = try count("max-elements", arguments, default: limits.elementsInTensor)
        limits.elementsInTensor = elements
        limits.elementsAlive = max(limits.elementsAlive, elements)
        if let text = arguments.value("max-seconds") {
            guard let seconds = Double(text), seconds > 0, seconds <= 86_400 else {
                throw UsageError("eval: --max-seconds takes a positive number up to 86400, not '\(text)'", command: "eval")
            }
            limits.seconds = seconds
        }
        return limits
    }

    private static func count(_ name: String, _ arguments: Arguments, default value: Int) throws(UsageError) -> Int {
        guard let text = arguments.value(name) else { return value }
        guard let count = Int(text), count > 0, count <= 1 << 40 else {
            throw UsageError("eval: --\(name) takes a number from 1 to 2^40, not '\(text)'", command: "eval")
        }
        return count
    }

    /// `name=value`: the first `=` divides them.
    private static func binding(
        _ word: String, _ known: [(name: String, value: Tensor)]
    ) throws(UsageError) -> (name: String, value: Tensor) {
        guard let sign = word.firstIndex(of: "="), sign != word.startIndex else {
            throw UsageError("eval: '\(word)' is not NAME=VALUE", command: "eval")
        }
        let name = String(word[..<sign])
        let text = String(word[word.index(after: sign)...])
        if known.contains(where: { $0.name == name }) {
            throw UsageError("eval: \(name) is given twice", command: "eval")
        }
        do throws(BindingError) {
            var evaluator = BindingEvaluator(names: Dictionary(known.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
            return (name, try evaluator.value(of: try BindingExpression.parse(text)))
        } catch {
            throw UsageError("eval: \(name)=\(text): \(error.message) (byte \(error.range.lower + 1) of the value)", command: "eval")
        }
    }
}

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
        _ formula: String, _ bindings: [(name: String, value: Tensor)], gradients: [String]
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
                parsed, bindings: bindings, vocabulary: vocabulary, gradients: gradients, budget: budget)
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

    static func object(_ answer: FormulaAnswer, wantsGradient: Bool) -> JSONValue {
        var members: [String: JSONValue] = [
            "ok": true,
            "value": JSONValue(answer.value),
            "shape": .array(answer.value.shape.map { .integer($0) }),
            "warnings": .array(answer.warnings.map { .string($0.message) }),
        ]
        if wantsGradient {
            members["gradient"] = .object(
                Dictionary(answer.gradients.map { ($0.name, JSONValue($0.value)) }, uniquingKeysWith: { $1 }))
        }
        return .object(members)
    }
}
