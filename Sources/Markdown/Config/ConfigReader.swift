import Source

/// Reads settings: `gloss.yaml`.
public enum ConfigReader {
    /// The YAML document in `source`, with the place of every key and value; `nil` where it does not parse or is empty.
    ///
    /// Which keys are known is for the caller to say. Errors: `M014` syntax, an alias, or a limit of front matter.
    public static func read(_ source: SourceText, limits: Limits = Limits())
        -> (value: ConfigValue?, diagnostics: [Diagnostic])
    {
        (nil, [])
    }
}
