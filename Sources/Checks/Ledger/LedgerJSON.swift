import Formulas
import Markdown
import Source
import Tensors

extension Ledger {
    /// The object that `gloss check --format json` writes: every key always there, lists never null.
    public func json() -> JSONValue {
        [
            "version": 1,
            "notes": .integer(notes.count),
            "summary": summary.json(),
            "formulas": .array(notes.flatMap { $0.formulaObjects() }),
            "code": .array(notes.flatMap { $0.codeObjects() }),
            "findings": .array(findings.map { $0.json() }),
        ]
    }
}

extension Finding {
    /// The object of one finding as in `gloss check --format json`.
    public func json() -> JSONValue {
        var members = placeMembers(start, end)
        members["file"] = .string(file)
        members["code"] = .string(code.code)
        members["name"] = .string(code.name)
        members["severity"] = .string(severity.rawValue)
        members["message"] = .string(diagnostic.message)
        members["help"] = .optional(diagnostic.help)
        members["related"] = .array(
            related.map { related in
                var members = placeMembers(related.start, related.end)
                members["file"] = .string(related.file)
                members["message"] = .string(related.message)
                return .object(members)
            })
        members["counterexample"] = diagnostic.counterexample?.json() ?? .null
        return .object(members)
    }
}

extension Counterexample {
    func json() -> JSONValue {
        let inputs = Dictionary(inputs.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        return ["inputs": .object(inputs), "expected": expected, "actual": actual]
    }
}

private func placeMembers(_ start: Position, _ end: Position) -> [String: JSONValue] {
    [
        "line": .integer(start.line), "column": .integer(start.column), "endLine": .integer(end.line),
        "endColumn": .integer(end.column),
    ]
}

private func placeMembers(_ range: ByteRange, _ source: SourceText) -> [String: JSONValue] {
    placeMembers(source.position(of: range.lower), source.position(of: range.upper))
}

private func valueMembers(_ value: Tensor?) -> [String: JSONValue] {
    [
        "value": value.map { JSONValue($0) } ?? .null,
        "shape": value.map { .array($0.shape.map { .integer($0) }) } ?? .null,
    ]
}

extension NoteRecord {
    func formulaObjects() -> [JSONValue] {
        zip(note.formulas, formulas).map { span, record in
            var members = placeMembers(span.range, note.source)
            members.merge(valueMembers(record.value)) { $1 }
            members["file"] = .string(note.source.name)
            members["latex"] = .string(String(decoding: span.latex, as: UTF8.self))
            members["display"] = .bool(span.display)
            members["kind"] = .string(record.kind.rawValue)
            members["outcome"] = .string(record.outcome.rawValue)
            members["reason"] = .optional(record.reason?.description)
            members["statements"] = .array(record.statements.map { $0.json(in: note.source) })
            return .object(members)
        }
    }

    func codeObjects() -> [JSONValue] {
        zip(note.code, code).map { block, record in
            var members = placeMembers(block.range, note.source)
            members["file"] = .string(note.source.name)
            members["language"] = .string(record.language)
            members["outcome"] = .string(record.outcome.rawValue)
            members["reason"] = .optional(record.reason?.description)
            members["defines"] = .array(record.defines.map { .string($0) })
            members["evidence"] = .array(record.evidence.map { $0.json() })
            members["output"] = .optional(record.output)
            return .object(members)
        }
    }
}

extension StatementRecord {
    func json(in source: SourceText) -> JSONValue {
        var members = placeMembers(range, source)
        members.merge(valueMembers(value)) { $1 }
        members["kind"] = .string(kind.rawValue)
        members["outcome"] = .string(outcome.rawValue)
        members["reason"] = .optional(reason?.description)
        members["implementation"] = .optional(implementation)
        members["variant"] = .optional(variant)
        members["tie"] = .optional(tie?.rawValue)
        members["sample"] = .object(
            Dictionary(
                sample.map { ($0.name, JSONValue($0.value)) } + standIns.map { ("\($0)(·)", .string("a smooth function that stands in for it")) },
                uniquingKeysWith: { $1 }))
        members["evidence"] = .array(evidence.map { $0.json() })
        members["steps"] = .array(steps.map { $0.json(in: source) })
        return .object(members)
    }
}

extension StepRecord {
    func json(in source: SourceText) -> JSONValue {
        var members = placeMembers(range, source)
        members["relation"] = .string(relation)
        members["outcome"] = .string(outcome.rawValue)
        members["evidence"] = .array(evidence.map { $0.json() })
        return .object(members)
    }
}

extension Evidence {
    func json() -> JSONValue {
        [
            "by": .string(by.rawValue), "name": .string(name), "samples": .integer(samples),
            "maxError": .number(maxError), "assuming": .array(assuming.map { .string($0) }),
        ]
    }
}
