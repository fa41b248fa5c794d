import Checks
import Source

/// The counts of a ledger in words.
enum SummaryText {
    /// `5 notes: 309 formulas (120 verified, …), 19 code blocks (…), 3 errors, 1 warning, no infos`
    static func line(_ summary: LedgerSummary) -> String {
        let formulas = Outcome.allCases.reversed().compactMap { outcome -> String? in
            summary.formulas[outcome].flatMap { $0 > 0 ? "\($0) \(outcome.rawValue)" : nil }
        }
        let code = CodeOutcome.allCases.reversed().compactMap { outcome -> String? in
            summary.code[outcome].flatMap { $0 > 0 ? "\($0) \(outcome.rawValue)" : nil }
        }
        var parts = [
            counted(summary.formulaTotal, "formula") + list(formulas),
            counted(summary.codeTotal, "code block") + list(code),
        ]
        for severity in [Severity.error, .warning, .info] {
            let count = summary.findings[severity] ?? 0
            if severity == .error || count > 0 { parts.append(counted(count, severity.rawValue)) }
        }
        return counted(summary.notes, "note") + ": " + parts.joined(separator: ", ")
    }

    /// The same, a line each, for the end of a build.
    static func table(_ summary: LedgerSummary) -> String {
        let formulas = Outcome.allCases.reversed().map { "\(summary.formulas[$0] ?? 0) \($0.rawValue)" }
        let code = CodeOutcome.allCases.reversed().map { "\(summary.code[$0] ?? 0) \($0.rawValue)" }
        let findings = [Severity.error, .warning, .info].map { counted(summary.findings[$0] ?? 0, $0.rawValue) }
        return """
            notes     \(summary.notes)
            formulas  \(summary.formulaTotal): \(formulas.joined(separator: ", "))
            snippets  \(summary.codeTotal): \(code.joined(separator: ", "))
            findings  \(findings.joined(separator: ", "))
            """
    }

    private static func list(_ parts: [String]) -> String { parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")" }

    private static func counted(_ count: Int, _ noun: String) -> String {
        count == 0 ? "no \(noun)s" : "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
