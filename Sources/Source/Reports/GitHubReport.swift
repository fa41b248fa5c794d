/// Findings as workflow commands of GitHub Actions, one line each: `::error file=…,line=…::message`.
///
/// GitHub counts columns within one line only, so a finding over several lines gives none.
public enum GitHubReport {
    public static func write(_ finding: Finding, to out: inout ByteBuffer) {
        let command =
            switch finding.severity {
            case .error: "error"
            case .warning: "warning"
            case .info: "notice"
            }
        var properties = "file=\(property(finding.file)),line=\(finding.start.line),endLine=\(finding.end.line)"
        if finding.start.line == finding.end.line {
            properties += ",col=\(finding.start.column),endColumn=\(finding.end.column)"
        }
        properties += ",title=\(property("\(finding.code.code) \(finding.code.name)"))"
        var message = finding.diagnostic.message
        if let help = finding.diagnostic.help { message += "\nhelp: " + help }
        out.append(string: "::\(command) \(properties)::\(data(message))\n")
    }

    private static func data(_ text: String) -> String { escaped(text, property: false) }

    private static func property(_ text: String) -> String { escaped(text, property: true) }

    /// `%`, CR and LF end a command early; in properties `:` and `,` divide.
    private static func escaped(_ text: String, property: Bool) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": out += "%25"
            case "\r": out += "%0D"
            case "\n": out += "%0A"
            case ":" where property: out += "%3A"
            case "," where property: out += "%2C"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
