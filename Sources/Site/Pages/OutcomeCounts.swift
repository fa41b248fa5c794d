import Checks
import Source

/// How formulas and code blocks fared: as a bar of parts and as words.
struct OutcomeCounts {
    /// In the order of `names`.
    private(set) var formulas: [Outcome: Int] = [:]
    private(set) var code: [CodeOutcome: Int] = [:]
    private(set) var findings: [Severity: Int] = [:]

    mutating func add(_ record: NoteRecord) {
        for formula in record.formulas { formulas[formula.outcome, default: 0] += 1 }
        for block in record.code { code[block.outcome, default: 0] += 1 }
        for finding in record.findings { findings[finding.severity, default: 0] += 1 }
    }

    mutating func add(_ list: [Finding]) {
        for finding in list { findings[finding.severity, default: 0] += 1 }
    }

    init(_ records: [NoteRecord]) { for record in records { add(record) } }

    /// What went well first.
    static let formulaOrder: [Outcome] = [.verified, .evaluated, .notation, .unsupported, .refuted, .malformed]
    static let codeOrder: [CodeOutcome] = [.verified, .ran, .skipped, .refuted, .malformed]

    var formulaTotal: Int { formulas.values.reduce(0, +) }
    var codeTotal: Int { code.values.reduce(0, +) }

    /// A bar whose parts are as long as their counts; the words beside it say the same.
    func writeBar(to html: inout HTMLWriter) {
        let parts = Self.formulaOrder.map { ($0.rawValue, formulas[$0] ?? 0) }
        let total = parts.reduce(0) { $0 + $1.1 }
        guard total > 0 else { return }
        html.open(
            "svg", "bar", [.init("viewBox", "0 0 100 6"), .init("preserveAspectRatio", "none"), .hidden, .init("focusable", "false")])
        var before = 0
        for (name, count) in parts where count > 0 {
            let x = Double(before) / Double(total) * 100
            let width = Double(count) / Double(total) * 100
            html.open(
                "rect", name,
                [
                    .init("x", PlotPicture.coordinate(x)), .init("y", "0"),
                    .init("width", PlotPicture.coordinate(width)), .init("height", "6"),
                ])
            html.close("rect")
            before += count
        }
        html.close("svg")
    }

    /// `12 formulas: ✓ 5 verified, …`
    func writeFormulaWords(to html: inout HTMLWriter) {
        html.element("span", "total", Self.count(formulaTotal, "formula"))
        for outcome in Self.formulaOrder {
            guard let count = formulas[outcome], count > 0 else { continue }
            html.text(" ")
            html.element("span", "outcome \(outcome.rawValue)", "\(count) \(outcome.rawValue)")
        }
    }

    func writeCodeWords(to html: inout HTMLWriter) {
        html.element("span", "total", Self.count(codeTotal, "code block"))
        for outcome in Self.codeOrder {
            guard let count = code[outcome], count > 0 else { continue }
            html.text(" ")
            html.element("span", "outcome \(outcome.rawValue)", "\(count) \(outcome.rawValue)")
        }
    }

    func writeFindingWords(to html: inout HTMLWriter) {
        let total = findings.values.reduce(0, +)
        html.element("span", "total", Self.count(total, "finding"))
        for severity in Severity.allCases {
            guard let count = findings[severity], count > 0 else { continue }
            html.text(" ")
            let word = count == 1 || severity == .info ? severity.rawValue : severity.rawValue + "s"
            html.element("span", "severity \(severity.rawValue)", "\(count) \(word)")
        }
    }

    static func count(_ count: Int, _ word: String) -> String {
        switch count {
        case 0: "no \(word)s"
        case 1: "1 \(word)"
        default: "\(count) \(word)s"
        }
    }
}
