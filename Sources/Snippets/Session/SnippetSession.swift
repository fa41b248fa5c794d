import Source

/// The Python of one note: its blocks run in order in one namespace, as a reader would run them in a notebook.
///
/// One task at a time. Nothing here reads files, starts programs or opens connections.
public final class SnippetSession {
    public init() {}

    /// Runs one block within `budget`.
    public func run(_ content: [UInt8], budget: Budget) -> SnippetResult {
        let parsed = SnippetParser.parse(content: content, limits: budget.limits)
        return SnippetResult(
            outcome: parsed.diagnostics.isEmpty ? .skipped : .malformed, diagnostics: parsed.diagnostics)
    }
}
