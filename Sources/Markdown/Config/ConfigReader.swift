import Source

/// Reads settings: `gloss.yaml`.
public enum ConfigReader {
    /// The YAML document in `source`, with the place of every key and value; `nil` where it does not parse or is empty.
    ///
    /// Which keys are known is for the caller to say. Errors: `M014` syntax, an alias, or a limit of front matter.
    public static func read(_ source: SourceText, limits: Limits = Limits())
        -> (value: ConfigValue?, diagnostics: [Diagnostic])
    {
        let start = source.lines.markLength
        if source.bytes.count - start > limits.frontMatterBytes {
            let words = "\(source.bytes.count) bytes of settings; the limit is \(limits.frontMatterBytes)"
            return (nil, [Diagnostic(.configSyntax, at: .empty(at: start), words)])
        }
        switch YAMLReader(source.bytes[start...], depth: limits.frontMatterDepth).read() {
        case .success(let value): return (value, [])
        case .failure(let failure): return (nil, [Diagnostic(.configSyntax, at: failure.range, failure.message)])
        }
    }
}
