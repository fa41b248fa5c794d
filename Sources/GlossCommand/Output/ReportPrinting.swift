import Source

extension Terminal {
    /// Prints diagnostics of one text to standard error.
    func report(_ diagnostics: [Diagnostic], in source: SourceText) {
        var out = ByteBuffer()
        let report = TextReport(colour: errorColour)
        for diagnostic in diagnostics { report.write(Finding(diagnostic, in: source), source: source, to: &out) }
        writeError(out)
    }
}
