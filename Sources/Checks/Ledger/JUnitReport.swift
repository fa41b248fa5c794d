import Markdown
import Source

/// The ledger as JUnit XML, which test dashboards read: a suite for each note, a case for each formula and code block.
///
/// An error finding fails the case that it lies in; one that lies in none (front matter, a link) fails the suite's case
/// `note`. What was not understood is `skipped`, with its reason. Warnings and infos go to `system-out`.
public enum JUnitReport {
    public static func write(_ ledger: Ledger, to out: inout ByteBuffer) {
        var suites = ledger.notes.map(suite)
        let files = Set(ledger.projectFindings.map(\.file)).sorted()
        for file in files {
            suites.append(Suite(name: file, cases: [noteCase(file, ledger.projectFindings.filter { $0.file == file })]))
        }
        let cases = suites.flatMap(\.cases)
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gloss\"")
        writeCounts(cases, to: &out)
        out.append(">\n")
        for suite in suites {
            out.append("  <testsuite name=\"")
            out.append(escaping: suite.name.utf8)
            out.append("\"")
            writeCounts(suite.cases, to: &out)
            out.append(">\n")
            for item in suite.cases { write(item, in: suite, to: &out) }
            out.append("  </testsuite>\n")
        }
        out.append("</testsuites>\n")
    }

    private struct Suite {
        var name: String
        var cases: [Case]
    }

    private struct Case {
        var name: String
        var range: ByteRange?
        var line: Int
        var skipped: String?
        var findings: [Finding] = []

        var failures: [Finding] { findings.filter { $0.severity == .error } }
        var remarks: [Finding] { findings.filter { $0.severity != .error } }
        var isSkipped: Bool { skipped != nil && failures.isEmpty }
    }

    private static func suite(_ record: NoteRecord) -> Suite {
        let source = record.note.source
        var cases: [Case] = []
        for (span, formula) in zip(record.note.formulas, record.formulas) {
            let place = source.position(of: span.range.lower)
            cases.append(
                Case(
                    name: "formula \(place.line):\(place.column)", range: span.range, line: place.line,
                    skipped: formula.outcome == .unsupported ? formula.reason?.description ?? "unsupported" : nil))
        }
        for (block, code) in zip(record.note.code, record.code) {
            let place = source.position(of: block.range.lower)
            cases.append(
                Case(
                    name: "code \(place.line):\(place.column)", range: block.range, line: place.line,
                    skipped: code.outcome == .skipped ? code.reason?.description ?? "skipped" : nil))
        }
        cases.sort { ($0.range?.lower ?? 0) < ($1.range?.lower ?? 0) }
        var others: [Finding] = []
        for finding in record.findings {
            let offset = finding.diagnostic.range.lower
            if let index = cases.lastIndex(where: { $0.range.map { $0.lower <= offset && offset <= $0.upper } ?? false }) {
                cases[index].findings.append(finding)
            } else {
                others.append(finding)
            }
        }
        if !others.isEmpty || cases.isEmpty { cases.insert(noteCase(source.name, others), at: 0) }
        return Suite(name: source.name, cases: cases)
    }

    private static func noteCase(_ file: String, _ findings: [Finding]) -> Case {
        Case(name: "note", range: nil, line: 1, skipped: nil, findings: findings)
    }

    private static func writeCounts(_ cases: [Case], to out: inout ByteBuffer) {
        let failed = cases.filter { !$0.failures.isEmpty }.count
        let skipped = cases.filter(\.isSkipped).count
        out.append(string: " tests=\"\(cases.count)\" failures=\"\(failed)\" errors=\"0\" skipped=\"\(skipped)\"")
    }

    private static func write(_ item: Case, in suite: Suite, to out: inout ByteBuffer) {
        out.append("    <testcase classname=\"")
        out.append(escaping: suite.name.utf8)
        out.append("\" name=\"")
        out.append(escaping: item.name.utf8)
        out.append("\" file=\"")
        out.append(escaping: suite.name.utf8)
        out.append(string: "\" line=\"\(item.line)\"")
        guard item.isSkipped || !item.findings.isEmpty else {
            out.append("/>\n")
            return
        }
        out.append(">\n")
        if item.isSkipped, let reason = item.skipped {
            out.append("      <skipped message=\"")
            out.append(escaping: reason.utf8)
            out.append("\"/>\n")
        }
        // One failure a case: dashboards show the first only.
        let failures = item.failures
        if let first = failures.first {
            out.append("      <failure type=\"")
            out.append(escaping: first.code.code.utf8)
            out.append("\" message=\"")
            out.append(escaping: first.diagnostic.message.utf8)
            out.append("\">")
            for finding in failures { writeText(finding, to: &out) }
            out.append("</failure>\n")
        }
        let remarks = item.remarks
        if !remarks.isEmpty {
            out.append("      <system-out>")
            for finding in remarks { writeText(finding, to: &out) }
            out.append("</system-out>\n")
        }
        out.append("    </testcase>\n")
    }

    private static func writeText(_ finding: Finding, to out: inout ByteBuffer) {
        var lines = [
            "\(finding.file):\(finding.start.line):\(finding.start.column): "
                + "\(finding.severity.rawValue)[\(finding.code.code)]: \(finding.diagnostic.message)"
        ]
        if let counterexample = finding.diagnostic.counterexample {
            for input in counterexample.inputs { lines.append("  with \(input.name) = \(input.value.serialized())") }
            lines.append("  expected \(counterexample.expected.serialized())")
            lines.append("  actual \(counterexample.actual.serialized())")
        }
        if let help = finding.diagnostic.help { lines.append("  help: " + help) }
        for line in lines {
            out.append(escaping: line.utf8)
            out.append("\n")
        }
    }
}
