/// The identity of a finding. Codes are stable: one that is no longer given stays in the table as retired.
///
/// The table is `FindingCode.all` (FindingTable.swift); `explain`, the site and the severities read it.
public struct FindingCode: Hashable, Sendable {
    /// A letter for the family and three digits: `V001`.
    public let code: String
    /// The fault in words, for `--format json` and people: `wrong-value`.
    public let name: String
    public let severity: Severity
    /// What the formula, statement or code block at the place becomes; `nil` when its outcome does not change.
    public let outcome: FindingOutcome?
    /// One line for lists.
    public let summary: String
    public let isRetired: Bool

    init(_ code: String, _ name: String, _ severity: Severity, _ summary: String, isRetired: Bool = false) {
        self.init(code, name, severity, nil, summary, isRetired: isRetired)
    }

    init(
        _ code: String, _ name: String, _ severity: Severity, _ outcome: FindingOutcome?, _ summary: String,
        isRetired: Bool = false
    ) {
        self.code = code
        self.name = name
        self.severity = severity
        self.outcome = outcome
        self.summary = summary
        self.isRetired = isRetired
    }

    public var family: FindingFamily { FindingFamily(rawValue: String(code.prefix(1))) ?? .values }

    public static func == (a: FindingCode, b: FindingCode) -> Bool { a.code == b.code }

    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// The code spelt `V001`, or the name spelt `wrong-value`.
    public static func named(_ text: String) -> FindingCode? {
        let lowered = text.lowercased()
        return all.first { $0.code.lowercased() == lowered || $0.name == lowered }
    }
}

/// Outcomes that a finding can force.
public enum FindingOutcome: String, Sendable {
    case malformed, refuted, unsupported
}

public enum FindingFamily: String, Sendable, CaseIterable {
    case markdown = "M"
    case latex = "L"
    case names = "N"
    case shapes = "S"
    case values = "V"
    case code = "C"
    case hazards = "H"
    case acrossNotes = "X"
    case annotations = "A"

    public var title: String {
        switch self {
        case .markdown: "Markdown"
        case .latex: "LaTeX"
        case .names: "names"
        case .shapes: "shapes"
        case .values: "values"
        case .code: "code"
        case .hazards: "numerical hazards"
        case .acrossNotes: "across notes"
        case .annotations: "annotations"
        }
    }
}
