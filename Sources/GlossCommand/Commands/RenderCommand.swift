import LaTeX
import MathML
import Source

/// `gloss render`
enum RenderCommand: Command {
    static let specification = CommandSpecification(
        name: "render", summary: "turn LaTeX into MathML, a page or words",
        discussion: """
            Writes one <math> element in MathML Core; with --format html a page that shows it, with --format speech the
            words with which one reads it aloud. Without FORMULA it reads the formula from standard input.
            With --jsonl every line of standard input is a request {"latex": "…", "display": true} and every line of
            output its answer: {"ok": true, "mathml": "…"} (or "html", "speech") or {"ok": false, "error": {"code", "message", "position",
            "offset"}}; position counts UTF-16 units of the formula, offset bytes, both from 0.
            """,
        operands: [.init(name: "FORMULA", minimum: 0, maximum: 1, help: "LaTeX without dollars")],
        options: [
            .flag("display", "lay the formula out as a display"),
            .flag("annotation", "carry the LaTeX in an annotation"),
            .value("format", "FORMAT", choices: ["mathml", "html", "speech"], "what to write: mathml, html or speech"),
            .value("language", "LANGUAGE", choices: ["en", "zh"], "language of the words: en or zh"),
            .flag("jsonl", "answer requests line by line"), .help,
        ],
        examples: [#"gloss render '\frac{a}{b}'"#, #"echo '{"latex":"x^2"}' | gloss render --jsonl"#],
        exitCodes: [
            (0, "rendered; with --jsonl, every line was answered"), (1, "the formula is malformed"), (2, "usage"),
        ])

    static func run(_ arguments: Arguments, _ context: Context) throws(UsageError) -> Int32 {
        let form = Form(arguments)
        if arguments.has("jsonl") {
            guard arguments.operands.isEmpty else {
                throw UsageError("render: --jsonl reads formulas from standard input", command: "render")
            }
            JSONLines(terminal: context.terminal) { answer($0, form) }.run()
            return 0
        }
        let latex = arguments.operands.first.map { Array($0.utf8) } ?? context.terminal.readAll()
        var parsed = FormulaParser.parse(latex)
        if !arguments.has("display") { parsed.refuseDisplayOnly() }
        context.terminal.report(parsed.diagnostics, in: SourceText(name: "<formula>", bytes: latex))
        if parsed.diagnostics.contains(where: { $0.severity == .error }) { return 1 }
        var out = ByteBuffer()
        form.write(parsed.tree, latex, display: arguments.has("display"), isWhole: true, to: &out)
        out.append(byte: 0x0A)
        context.terminal.write(out)
        return 0
    }

    private static func answer(_ request: JSONValue, _ form: Form) -> JSONValue {
        guard let text = request["latex"]?.string else {
            return JSONLines.failure("bad-request", "the key latex is missing or no string", position: 0, offset: 0)
        }
        let latex = Array(text.utf8)
        let isDisplay = request["display"] == .bool(true)
        var parsed = FormulaParser.parse(latex)
        if !isDisplay { parsed.refuseDisplayOnly() }
        if let error = parsed.diagnostics.first(where: { $0.severity == .error }) {
            return JSONLines.failure(error, in: latex)
        }
        var out = ByteBuffer()
        form.write(parsed.tree, latex, display: isDisplay, isWhole: false, to: &out)
        return .object(["ok": true, form.key: .string(out.string)])
    }

    /// What is written of a formula.
    private struct Form {
        /// `mathml`, `html` or `speech`: the key of an answer, too.
        var key = "mathml"
        var language = FormulaSpeech.Language.english
        var isAnnotated: Bool

        init(_ arguments: Arguments) {
            key = arguments.value("format") ?? "mathml"
            if arguments.value("language") == "zh" { language = .chinese }
            isAnnotated = arguments.has("annotation")
        }

        func write(_ tree: MathTree, _ latex: [UInt8], display: Bool, isWhole: Bool, to out: inout ByteBuffer) {
            switch key {
            case "speech": out.append(string: FormulaSpeech(language).words(tree))
            case "html":
                if isWhole {
                    let tag = language == .chinese ? "zh" : "en"
                    out.append(string: "<!doctype html>\n<html lang=\"\(tag)\">\n<meta charset=\"utf-8\">\n<title>")
                    out.append(escaping: String(decoding: latex.filter { $0 >= 0x20 }, as: UTF8.self))
                    out.append(string: "</title>\n<style>\n\(MathMLRenderer.styleSheet)</style>\n")
                }
                // The words are the name that a screen reader says; the source is there to be copied.
                MathMLRenderer(display: display, annotation: latex, name: FormulaSpeech(language).words(tree)).render(tree, to: &out)
            default: MathMLRenderer(display: display, annotation: isAnnotated ? latex : nil).render(tree, to: &out)
            }
        }
    }
}
