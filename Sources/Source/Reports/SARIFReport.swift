/// Findings as one run of SARIF 2.1.0, which code scanning services read.
///
/// Columns count Unicode scalars (`columnKind` says so); every code that occurs is a rule, with its severity as level.
/// Source: OASIS, Static Analysis Results Interchange Format Version 2.1.0.
public enum SARIFReport {
    public static func json(_ findings: [Finding], version: String) -> JSONValue {
        let codes = Set(findings.map(\.code)).sorted { $0.code < $1.code }
        let ruleIndex = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                [
                    "tool": [
                        "driver": [
                            "name": "gloss", "version": .string(version), "semanticVersion": .string(version),
                            "rules": .array(codes.map(rule)),
                        ]
                    ],
                    "columnKind": "unicodeCodePoints",
                    "results": .array(findings.map { result($0, ruleIndex: ruleIndex[$0.code] ?? 0) }),
                ]
            ],
        ]
    }

    private static func rule(_ code: FindingCode) -> JSONValue {
        [
            "id": .string(code.code), "name": .string(code.name),
            "shortDescription": ["text": .string(code.summary)],
            "help": ["text": .string("gloss explain \(code.code)")],
            "defaultConfiguration": ["level": .string(level(code.severity))],
        ]
    }

    private static func result(_ finding: Finding, ruleIndex: Int) -> JSONValue {
        var text = finding.diagnostic.message
        if let help = finding.diagnostic.help { text += "\n" + help }
        var members: [String: JSONValue] = [
            "ruleId": .string(finding.code.code), "ruleIndex": .integer(ruleIndex),
            "level": .string(level(finding.severity)), "message": ["text": .string(text)],
            "locations": [["physicalLocation": place(finding.file, finding.start, finding.end)]],
        ]
        if !finding.related.isEmpty {
            members["relatedLocations"] = .array(
                finding.related.enumerated().map { index, related in
                    [
                        "id": .integer(index), "message": ["text": .string(related.message)],
                        "physicalLocation": place(related.file, related.start, related.end),
                    ]
                })
        }
        if let counterexample = finding.diagnostic.counterexample {
            let inputs = Dictionary(counterexample.inputs.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
            members["properties"] = [
                "counterexample": [
                    "inputs": .object(inputs), "expected": counterexample.expected, "actual": counterexample.actual,
                ]
            ]
        }
        return .object(members)
    }

    private static func place(_ file: String, _ start: Position, _ end: Position) -> JSONValue {
        [
            "artifactLocation": ["uri": .string(URIText.reference(toFile: file))],
            "region": [
                "startLine": .integer(start.line), "startColumn": .integer(start.column), "endLine": .integer(end.line),
                "endColumn": .integer(end.column),
            ],
        ]
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }
}
