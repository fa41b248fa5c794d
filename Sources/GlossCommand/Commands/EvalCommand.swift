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
            --emit swift prints a Swift function over Tensor (module Tensors) that computes the formula; its parameters are the
            names without a value, in the shape that their use asks for, and those with one, in its number of axes.
            Of a value with more than 1,000 elements the first and last are printed: --full prints all, --out FILE.npy writes
            it as NumPy does. Formulas that go element by element, or sum, over arrays of more than 10,000 elements are run in
            blocks over the file, so that memory stays small; their values may differ by an ulp from one processor to another.
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
            .value("emit", "LANGUAGE", "print a function that computes the formula: swift"),
            .value("out", "FILE.npy", "write the value to FILE.npy instead of printing it"),
            .flag("full", "print every element of a long value"),
            .flag("jsonl", "answer requests line by line"),
            .value("max-steps", "N", "operations that one evaluation may take (default: \(Limits().steps))"),
            .value("max-seconds", "S", "time that one evaluation may take (default: \(NumberFormat.significant(Limits().seconds)))"),
            .value("max-elements", "N", "elements that one array may have (default: \(Limits().elementsInTensor))"), .help,
        ],
        examples: [
            "gloss eval softmax 'o=[1,2,3]'", #"gloss eval '\frac{1}{1+e^{-x}}' x=0.5 --grad x"#,
            #"gloss eval '\sum_{i=1}^{n} i^2' n=10"#,
            #"gloss eval '\frac{x^2+1}{2}' x=3 --steps"#, #"gloss eval '\tanh x' --plot x=-3:3"#, #"gloss eval 'x^2' --table x=0:1:0.25"#,
            #"gloss eval --emit swift '\sum_{i=1}^{n} w_i x_i' 'w=[1,2]' 'x=[3,4]'"#, "gloss eval 'W x' W=@W.npy 'x=[1,2]'", "gloss eval --at notes/a.md:12 x=2",
            #"gloss eval '\frac{1}{1+e^{-x}}' x=@x.npy --max-elements 10000000 --out y.npy"#,
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
            let bindings = try ShellBindings(arguments.operands[...], evaluator.limits, keepsFiles: false)
            return try NoteFormula(place, context).show(bindings.tensors, asJSON: asJSON, to: context.terminal)
        }
        guard let formula = arguments.operands.first else {
            throw UsageError("eval: FORMULA is missing", command: "eval")
        }
        if let language = arguments.value("emit") {
            guard language == "swift" else { throw UsageError("eval: --emit writes swift, not '\(language)'", command: "eval") }
            guard view.isPlain, !arguments.has("grad"), arguments.value("out") == nil else { throw UsageError("eval: --emit goes with names only", command: "eval") }
            return try EmitShow(evaluator, asJSON: asJSON, terminal: context.terminal)
                .show(formula, try ShellBindings(arguments.operands.dropFirst(), evaluator.limits, keepsFiles: false).tensors)
        }
        let shown = arguments.has("full") ? Int.max : ValueText.mostShown
        let isPlain = view.isPlain && !arguments.has("grad")
        if arguments.value("out") != nil, !isPlain {
            throw UsageError("eval: --out goes with one value", command: "eval")
        }
        var bindings = try ShellBindings(arguments.operands.dropFirst(), evaluator.limits, keepsFiles: isPlain)
        if let code = try view.show(formula, bindings.tensors, evaluator, asJSON: asJSON, to: context.terminal) { return code }
        do throws(EvaluationFailure) {
            let long = LongShow(file: arguments.value("out"), asJSON: asJSON, mostShown: shown, terminal: context.terminal)
            let arrays = bindings.longArrays
            if isPlain, !arrays.isEmpty, let answer = try evaluator.evaluateLong(formula, bindings.shortTensors, arrays) {
                try long.show(answer)
                return 0
            }
            try bindings.load()
            let answer = try evaluator.evaluate(formula, bindings.tensors, gradients: arguments.all("grad"), wantsSteps: arguments.has("steps"))
            if arguments.value("out") != nil {
                try long.show(.number(answer))
                return 0
            }
            if asJSON {
                context.terminal.print(ShellEvaluator.object(answer, of: formula, wantsGradient: arguments.has("grad"), wantsSteps: arguments.has("steps")).serialized())
                return 0
            }
            for warning in answer.warnings { context.terminal.printError("warning: \(warning.message)") }
            for step in answer.steps { context.terminal.print(EvalView.line(step, of: formula)) }
            context.terminal.print(ValueText.lines(answer.value, mostShown: shown))
            for gradient in answer.gradients {
                context.terminal.print("gradient \(gradient.name) = " + ValueText.lines(gradient.value, mostShown: shown))
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
}
