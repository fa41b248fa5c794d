extension Finding {
    /// The object of the design's contract: every key is there.
    public var json: JSONValue {
        .object([
            "code": .string(code.code),
            "name": .string(code.name),
            "severity": .string(severity.rawValue),
            "file": .string(file),
            "line": .integer(start.line),
            "column": .integer(start.column),
            "endLine": .integer(end.line),
            "endColumn": .integer(end.column),
            "message": .string(diagnostic.message),
            "help": .optional(diagnostic.help),
            "related": .array(related.map { place in
                .object([
                    "file": .string(place.file),
                    "line": .integer(place.start.line),
                    "column": .integer(place.start.column),
                    "endLine": .integer(place.end.line),
                    "endColumn": .integer(place.end.column),
                    "message": .string(place.message),
                ])
            }),
            "counterexample": diagnostic.counterexample.map { example in
                .object([
                    "inputs": .object(Dictionary(example.inputs.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })),
                    "expected": example.expected,
                    "actual": example.actual,
                ])
            } ?? .null,
        ])
    }
}
