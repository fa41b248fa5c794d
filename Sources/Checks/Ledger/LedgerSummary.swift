import Source

/// How many formulas, code blocks and findings of a run had which outcome.
public struct LedgerSummary: Sendable, Equatable {
    public var notes = 0
    public var formulas: [Outcome: Int] = [:]
    public var code: [CodeOutcome: Int] = [:]
    public var findings: [Severity: Int] = [:]

    public init() {}

    public var formulaTotal: Int { formulas.values.reduce(0, +) }
    public var codeTotal: Int { code.values.reduce(0, +) }

    func json() -> JSONValue {
        var formulaCounts: [String: JSONValue] = ["total": .integer(formulaTotal)]
        for outcome in Outcome.allCases { formulaCounts[outcome.rawValue] = .integer(formulas[outcome] ?? 0) }
        var codeCounts: [String: JSONValue] = ["total": .integer(codeTotal)]
        for outcome in CodeOutcome.allCases { codeCounts[outcome.rawValue] = .integer(code[outcome] ?? 0) }
        var findingCounts: [String: JSONValue] = [:]
        for severity in Severity.allCases { findingCounts[severity.rawValue] = .integer(findings[severity] ?? 0) }
        return ["formulas": .object(formulaCounts), "code": .object(codeCounts), "findings": .object(findingCounts)]
    }
}

extension Ledger {
    public var summary: LedgerSummary {
        var summary = LedgerSummary()
        summary.notes = notes.count
        for note in notes {
            for formula in note.formulas { summary.formulas[formula.outcome, default: 0] += 1 }
            for code in note.code { summary.code[code.outcome, default: 0] += 1 }
            for finding in note.findings { summary.findings[finding.severity, default: 0] += 1 }
        }
        for finding in projectFindings { summary.findings[finding.severity, default: 0] += 1 }
        return summary
    }

    /// Whether `gloss check` exits with 1.
    public var hasErrors: Bool {
        projectFindings.contains { $0.severity == .error }
            || notes.contains { $0.findings.contains { $0.severity == .error } }
    }
}
