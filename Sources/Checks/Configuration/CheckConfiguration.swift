import LaTeX
import Markdown
import Source

/// What a project says in `gloss.yaml`, with the defaults where it says nothing.
public struct CheckConfiguration: Sendable {
    /// The site's title.
    public var title: String?
    /// A BCP 47 tag: `zh`, `en`, `zh-Hant`.
    public var language: String?
    public var macros: Macros
    public var limits: Limits
    /// Findings that no note reports.
    public var allow: Set<FindingCode>
    /// Paths left out, relative to the notes folder; a trailing `/` is a folder.
    public var exclude: [String]

    public init() {
        title = nil
        language = nil
        macros = Macros()
        limits = Limits()
        allow = []
        exclude = []
    }

    /// Reads the table of `gloss.yaml`; what is not known or has the wrong type becomes a diagnostic on its place.
    public static func read(_ value: ConfigValue) -> (configuration: CheckConfiguration, diagnostics: [Diagnostic]) {
        var reader = SettingsReader()
        var configuration = CheckConfiguration()
        reader.eachEntry(of: value) { entry, reader in
            switch entry.key {
            case "title": configuration.title = reader.string(entry)
            case "language": configuration.language = reader.string(entry)
            case "macros": configuration.macros = reader.macros(entry)
            case "limits": configuration.limits = reader.limits(entry, startingFrom: configuration.limits)
            case "allow": configuration.allow = Set(reader.allowed(entry).map(\.code))
            case "exclude": configuration.exclude = reader.strings(entry)
            default: reader.unknown(entry, among: ["title", "language", "macros", "limits", "allow", "exclude"])
            }
        }
        return (configuration, reader.diagnostics)
    }
}
