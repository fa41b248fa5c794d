import LaTeX
import MathML
import Source

/// `gloss render`
enum RenderCommand: Command {
    static let specification = CommandSpecification(
        name: "render", summary: "turn LaTeX into MathML",
        discussion: """
            Writes one <math> element in MathML Core. Without FORMULA it reads the formula from standard input.
            With --jsonl every line of standard input is a request {"latex": "…", "display": true} and every line of
            output its answer: {"ok": true, "mathml": "…"} or {"ok": false, "error": {"code", "message", "position",
            "offset"}}; position counts UTF-16 units of the formula, offset bytes, both from 0.
            """,
        operands: [.init(name: "FORMULA", minimum: 0, maximum: 1, help: "LaTeX without dollars")],
        options: [
            .flag("display", "lay the formula out as a display"),
            .flag("annotation", "carry the LaTeX in an annotation"),
            .flag("jsonl", "answer requests line by line"), .help,
        ],
        examples: [#"gloss render '\frac{a}{b}'"#, #"echo '{"latex":"x^2"}' | gloss render --jsonl"#],
        exitCodes: [
            (0, "rendered; with --jsonl, every line was answered"), (1, "the formula is malformed"), (2, "usage"),
        ])

    static func run(_ arguments: Arguments, _ context: Context) throws(UsageError) -> Int32 {
        let annotate = arguments.has("annotation")
        if arguments.has("jsonl") {
            guard arguments.operands.isEmpty else {
                throw UsageError("render: --jsonl reads formulas from standard input", command: "render")
            }
            JSONLines(terminal: context.terminal) { answer($0, annotate: annotate) }.run()
            return 0
        }
        let latex = arguments.operands.first.map { Array($0.utf8) } ?? context.terminal.readAll()
        let parsed = FormulaParser.parse(latex)
        context.terminal.report(parsed.diagnostics, in: SourceText(name: "<formula>", bytes: latex))
        if parsed.diagnostics.contains(where: { $0.severity == .error }) { return 1 }
        var out = ByteBuffer()
        MathMLRenderer(display: arguments.has("display"), annotation: annotate ? latex : nil)
            .render(parsed.tree, to: &out)
        out.append(byte: 0x0A)
        context.terminal.write(out)
        return 0
    }

    private static func answer(_ request: JSONValue, annotate: Bool) -> JSONValue {
        guard let text = request["latex"]?.string else {
            return JSONLines.failure("bad-request", "the key latex is missing or no string", position: 0, offset: 0)
        }
        let latex = Array(text.utf8)
        let parsed = FormulaParser.parse(latex)
        if let error = parsed.diagnostics.first(where: { $0.severity == .error }) {
            return JSONLines.failure(error, in: latex)
        }
        var out = ByteBuffer()
        MathMLRenderer(display: request["display"] == .bool(true), annotation: annotate ? latex : nil)
            .render(parsed.tree, to: &out)
        return .object(["ok": true, "mathml": .string(out.string)])
    }
}
