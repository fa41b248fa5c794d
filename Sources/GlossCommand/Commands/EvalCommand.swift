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
            {"latex": "…", "bindings": {"x": 1}} and every line of output its answer. x=@FILE.npy reads an array that NumPy
            saved. With --at the formula is one of a note, on the data of the note; values that are given replace them.
            """,
        operands: [
            .init(name: "FORMULA", minimum: 0, maximum: 1, help: "LaTeX without dollars, or a name of the catalogue"),
            .init(name: "NAME=VALUE", minimum: 0, maximum: 1000, help: "values of symbols"),
        ],
        options: [
            .value("grad", "NAME", repeats: true, "also give the gradient with respect to NAME"),
            .flag("steps", "also give the value of every part, in the order of evaluation"),
            .value("table", "NAME=FROM:TO:STEP", "a table of values over a range of one name, ends included"),
            .value("plot", "NAME=FROM:TO", "draw the value over a range of one name"),
            .value("svg", "FILE", "with --plot: write the picture to FILE instead"),
            .value("at", "NOTE:LINE|NOTE#NAME", "the formula on a line of a note, or the one that defines NAME"), .json,
            .flag("jsonl", "answer requests line by line"),
            .value("max-steps", "N", "operations that one evaluation may take (default: \(Limits().steps))"),
            .value("max-seconds", "S", "time that one evaluation may take (default: \(NumberFormat.significant(Limits().seconds)))"),
            .value("max-elements", "N", "elements that one array may have (default: \(Limits().elementsInTensor))"), .help,
        ],
        examples: [
            "gloss eval softmax 'o=[1,2,3]'", #"gloss eval '\frac{1}{1+e^{-x}}' x=0.5 --grad x"#,
            #"gloss eval '\sum_{i=1}^{n} i^2' n=10"#,
            #"gloss eval '\frac{x^2+1}{2}' x=3 --steps"#, #"gloss eval '\tanh x' --plot x=-3:3"#, #"gloss eval 'x^2' --table x=0:1:0.25"#,
            "gloss eval 'W x' W=@W.npy 'x=[1,2]'", "gloss eval --at notes/a.md:12 x=2",
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
        let asJSON = arguments.value("format") == "json"
        let view = try EvalView(arguments)
        if let place = arguments.value("at") {
            guard view.isPlain, !arguments.has("grad") else { throw UsageError("eval: --at goes with values only", command: "eval") }
            var bindings: [(name: String, value: Tensor)] = []
            for word in arguments.operands { bindings.append(try binding(word, bindings, evaluator.limits)) }
            return try NoteFormula(place, context).show(bindings, asJSON: asJSON, to: context.terminal)
        }
        guard let formula = arguments.operands.first else {
            throw UsageError("eval: FORMULA is missing", command: "eval")
        }
        var bindings: [(name: String, value: Tensor)] = []
        for word in arguments.operands.dropFirst() { bindings.append(try binding(word, bindings, evaluator.limits)) }
        if let code = try view.show(formula, bindings, evaluator, asJSON: asJSON, to: context.terminal) { return code }
        do throws(EvaluationFailure) {
            let answer = try evaluator.evaluate(formula, bindings, gradients: arguments.all("grad"), wantsSteps: arguments.has("steps"))
            if asJSON {
                context.terminal.print(ShellEvaluator.object(answer, of: formula, wantsGradient: arguments.has("grad"), wantsSteps: arguments.has("steps")).serialized())
                return 0
            }
            for warning in answer.warnings { context.terminal.printError("warning: \(warning.message)") }
            for step in answer.steps { context.terminal.print(EvalView.line(step, of: formula)) }
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
        _ word: String, _ known: [(name: String, value: Tensor)], _ limits: Limits
    ) throws(UsageError) -> (name: String, value: Tensor) {
        guard let sign = word.firstIndex(of: "="), sign != word.startIndex else {
            throw UsageError("eval: '\(word)' is not NAME=VALUE", command: "eval")
        }
        let name = String(word[..<sign])
        let text = String(word[word.index(after: sign)...])
        if known.contains(where: { $0.name == name }) {
            throw UsageError("eval: \(name) is given twice", command: "eval")
        }
        if text.hasPrefix("@") { return (name, try array(String(text.dropFirst()), word, limits)) }
        do throws(BindingError) {
            var evaluator = BindingEvaluator(names: Dictionary(known.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
            return (name, try evaluator.value(of: try BindingExpression.parse(text)))
        } catch {
            throw UsageError("eval: \(name)=\(text): \(error.message) (byte \(error.range.lower + 1) of the value)", command: "eval")
        }
    }

    /// `x=@FILE.npy`
    private static func array(_ path: String, _ word: String, _ limits: Limits) throws(UsageError) -> Tensor {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileSystem.read(path, limit: limits.elementsInTensor * 8 + (1 << 17))
        } catch {
            let help = error.reason.hasPrefix("larger than") ? "--max-elements raises the limit" : nil
            throw UsageError("eval: \(word): \(error.path): \(error.reason)", command: "eval", help: help)
        }
        do throws(NumPyFileError) {
            return try NumPyFile.read(bytes, limit: limits.elementsInTensor)
        } catch {
            throw UsageError("eval: \(word): \(error.message)", command: "eval")
        }
    }
}
