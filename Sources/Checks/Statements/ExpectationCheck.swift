import Formulas
import Markdown
import Source
import Tensors

/// An author's expectation of a value.
extension NoteWalk {
    mutating func checkExpectation(
        _ record: inout FormulaRecord, _ value: SideValue, _ statement: ByteRange, _ span: FormulaSpan
    ) {
        guard
            let taken = directives.take(
                before: span.range.lower, where: { if case .expect = $0 { true } else { false } }),
            case .expect(let expression, let tolerance, let decimals) = taken.kind
        else { return }
        directives.use(taken.index)
        let directive = directives.entries[taken.index].directive
        var names: [String: Tensor] = [:]
        for (key, value) in data.all { names[key.name] = value }
        var evaluator = BindingEvaluator(names: names, elementLimit: configuration.limits.elementsInTensor)
        let expected: Tensor
        do throws(BindingError) {
            expected = try evaluator.value(of: expression)
        } catch {
            findings.append(Diagnostic(.directiveSyntax, at: directive.argumentRange, error.message))
            return
        }
        guard let last = record.statements.indices.last(where: { record.statements[$0].range == statement }),
            record.statements[last].standIns.isEmpty
        else { return }
        switch Expectation.judge(value.tensor, expected, tolerance: tolerance, decimals: decimals) {
        case .met(let error):
            let evidence = Evidence(by: .expectation, name: "expect", samples: 1, maxError: error)
            record.statements[last].evidence.append(evidence)
            if record.statements[last].outcome == .evaluated || record.statements[last].outcome == .notation {
                record.statements[last].outcome = .verified
            }
        case .missed:
            record.statements[last].outcome = .refuted
            findings.append(
                Diagnostic(
                    .wrongExpectation, at: record.statements[last].range,
                    "the value is \(ValueWords.text(value.tensor)), the note expects \(ValueWords.text(expected))",
                    help: nil, related: [Related(at: directive.argumentRange, "expected here")],
                    counterexample: Counterexample(
                        inputs: record.statements[last].sample.map { ($0.name, JSONValue($0.value)) },
                        expected: JSONValue(expected), actual: JSONValue(value.tensor))))
        case .unclear: break
        }
        record.outcome = Outcome.combined(record.statements.map(\.outcome))
        record.reason = record.statements.first { $0.outcome == record.outcome }?.reason
    }
}
