import Catalogue
import Checks
import Formulas
import Source
import Tensors

/// How `gloss eval` shows a formula that is evaluated many times: a table or a picture.
struct EvalView {
    private var table: AxisRange?
    private var plot: AxisRange?
    private var svg: String?
    private var hasSteps: Bool

    var isPlain: Bool { table == nil && plot == nil && !hasSteps }

    init(_ arguments: Arguments) throws(UsageError) {
        hasSteps = arguments.has("steps")
        if let text = arguments.value("table") { table = try AxisRange(text, option: "table", needsStep: true) }
        if let text = arguments.value("plot") { plot = try AxisRange(text, option: "plot", needsStep: false) }
        svg = arguments.value("svg")
        if svg != nil, plot == nil { throw UsageError("eval: --svg goes with --plot", command: "eval") }
        let asked = [table != nil, plot != nil, hasSteps, arguments.has("jsonl")].count { $0 }
        if asked > 1 { throw UsageError("eval: only one of --steps, --table, --plot and --jsonl at a time", command: "eval") }
        if table != nil || plot != nil, arguments.has("grad") { throw UsageError("eval: --grad gives one gradient, no table and no picture", command: "eval") }
    }

    /// One line of `--steps`.
    static func line(_ step: EvaluationStep, of formula: String) -> String {
        let latex = Array(formula.utf8)
        let text = String(decoding: latex[part(step, of: latex).range], as: UTF8.self)
        let over = step.indices.isEmpty ? "" : " for each \(step.indices.joined(separator: ", "))"
        return "\(text) = \(ValueText.lines(step.value))\(over)"
    }

    /// The bytes of a step, with the opening of a bracket that it closes: `(x + 1)^2`.
    static func part(_ step: EvaluationStep, of latex: [UInt8]) -> ByteRange {
        let range = step.range.clamped(to: latex.count)
        var depth = 0
        var lowest = 0
        for byte in latex[range.range] {
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
            lowest = min(lowest, depth)
        }
        var start = range.lower
        while lowest < 0, start > 0 {
            start -= 1
            if latex[start] == UInt8(ascii: "(") || latex[start] == UInt8(ascii: "[") { lowest += 1 }
        }
        if start < range.lower, latex[..<start].suffix(5).elementsEqual(Array("\\left".utf8)) { start -= 5 }
        return ByteRange(start, range.upper)
    }

    /// Prints a table or a picture and gives the exit code; `nil` where neither was asked for.
    func show(
        _ formula: String, _ bindings: [(name: String, value: Tensor)], _ evaluator: ShellEvaluator, asJSON: Bool, to terminal: Terminal
    ) throws(UsageError) -> Int32? {
        guard let range = table ?? plot else { return nil }
        if bindings.contains(where: { $0.name == range.name }) { throw UsageError("eval: \(range.name) is given twice", command: "eval") }
        let isPlot = plot != nil
        let x = isPlot ? TerminalPlot.values(of: range) : range.values
        var values: [Tensor] = []
        var warnings: [String] = []
        for value in x {
            do throws(EvaluationFailure) {
                let answer = try evaluator.evaluate(formula, bindings + [(range.name, Tensor(value))], gradients: [])
                for warning in answer.warnings where !warnings.contains(warning.message) { warnings.append(warning.message) }
                guard !isPlot || answer.value.scalar != nil else {
                    throw EvaluationFailure(code: "not-evaluable", message: "a picture needs one number for each \(range.name), not an array", range: .empty(at: 0))
                }
                values.append(answer.value)
            } catch {
                if asJSON { terminal.print(error.json(in: Array(formula.utf8)).serialized()) } else { error.report(formula, to: terminal) }
                return 1
            }
        }
        let y = values.map { $0.scalar ?? .nan }
        if isPlot, !y.contains(where: \.isFinite) {
            let error = EvaluationFailure(code: "not-evaluable", message: "no value over the range is finite: nothing to draw", range: .empty(at: 0))
            if asJSON { terminal.print(error.json(in: Array(formula.utf8)).serialized()) } else { error.report(formula, to: terminal) }
            return 1
        }
        if let svg, let picture = SVGPlot(range: range, x: x, y: y, title: formula).text() {
            do throws(FileError) {
                try FileSystem.replace(svg, with: Array(picture.utf8))
            } catch {
                throw UsageError("eval: \(error.path): \(error.reason)", command: "eval")
            }
            if !asJSON { return 0 }
        }
        if asJSON {
            let series: JSONValue = .object([
                "name": .string(range.name), "x": .array(x.map { JSONValue(Tensor($0)) }), "values": .array(values.map { JSONValue($0) }),
            ])
            terminal.print(JSONValue.object(["ok": true, isPlot ? "plot" : "table": series, "warnings": .array(warnings.map { .string($0) })]).serialized())
            return 0
        }
        for warning in warnings { terminal.printError("warning: \(warning)") }
        terminal.print(isPlot ? TerminalPlot(range: range, y: y).text() ?? "" : Self.rows(range.name, x, values))
        return 0
    }

    private static func rows(_ name: String, _ x: [Double], _ values: [Tensor]) -> String {
        let heads = x.map { NumberFormat.significant($0) }
        let width = max(name.unicodeScalars.count, heads.map(\.utf8.count).max() ?? 0)
        func padded(_ text: String) -> String { String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text }
        var out = padded(name) + "  value"
        for (head, value) in zip(heads, values) {
            out += "\n" + padded(head) + "  " + ValueText.lines(value).split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
        }
        return out
    }
}
