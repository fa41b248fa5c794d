import Source

/// Finds and reads what stands between `---` or `+++` at the top of a note.
struct FrontMatterReader {
    let source: SourceText
    let limits: Limits
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: SourceText, _ limits: Limits) {
        self.source = source
        self.limits = limits
    }

    /// The front matter and where the note goes on behind it.
    ///
    /// A first line `---` that opens no table of settings is a thematic break and stays where it is.
    mutating func read() -> (matter: FrontMatter, end: Int)? {
        let lines = source.lines
        let first = lines.content(ofLine: 0, in: source.bytes)
        let format: FrontMatter.Format
        if isFence(first, UInt8(ascii: "-")) {
            format = .yaml
        } else if isFence(first, UInt8(ascii: "+")) {
            format = .toml
        } else {
            return nil
        }
        var close: Int?
        for line in 1..<max(1, lines.count) {
            let content = lines.content(ofLine: line, in: source.bytes)
            if isFence(content, format == .yaml ? UInt8(ascii: "-") : UInt8(ascii: "+"))
                || format == .yaml && isFence(content, UInt8(ascii: "."))
            {
                close = line
                break
            }
        }
        let from = lines.count > 1 ? Int(lines.starts[1]) : source.bytes.count
        guard let close else {
            if format == .toml || startsTable(from) {
                diagnostics.append(
                    Diagnostic(
                        .unclosedFrontMatter, at: first, "front matter is never closed",
                        help: "add a line \(format == .yaml ? "---" : "+++") behind the settings"))
            }
            return nil
        }
        let to = Int(lines.starts[close])
        let range = ByteRange(first.lower, lines.content(ofLine: close, in: source.bytes).upper)
        let end = close + 1 < lines.count ? Int(lines.starts[close + 1]) : source.bytes.count
        if to - from > limits.frontMatterBytes {
            guard format == .toml || startsTable(from) else { return nil }
            diagnostics.append(
                Diagnostic(
                    .frontMatterLimit, at: first,
                    "front matter of \(to - from) bytes; the limit is \(limits.frontMatterBytes)"))
            return (FrontMatter(format: format, range: range, value: nil), end)
        }
        let text = source.bytes[from..<to]
        let result =
            format == .yaml
            ? YAMLReader(text, depth: limits.frontMatterDepth).read()
            : TOMLReader(text, depth: limits.frontMatterDepth).read()
        switch result {
        case .success(let value):
            if format == .yaml {
                switch value?.kind {
                case .table: break
                // Nothing, or comments alone, is an empty table where a note follows.
                case nil where source.bytes[end...].allSatisfy(Byte.isSpace): return nil
                case nil where !text.isEmpty && text.allSatisfy(Byte.isSpace): return nil
                case nil: break
                default: return nil
                }
            }
            let table = value ?? ConfigValue(.table([]), range: ByteRange(from, to))
            return (FrontMatter(format: format, range: range, value: table), end)
        case .failure(let failure):
            guard format == .toml || startsTable(from) else { return nil }
            diagnostics.append(
                Diagnostic(
                    failure.isLimit ? .frontMatterLimit : .frontMatterSyntax, at: failure.range,
                    "front matter: \(failure.message)"))
            return (FrontMatter(format: format, range: range, value: nil), end)
        }
    }

    /// Three of `byte`, then at most blanks.
    private func isFence(_ line: ByteRange, _ byte: UInt8) -> Bool {
        guard line.count >= 3 else { return false }
        let bytes = source.bytes
        for k in 0..<3 where bytes[line.lower + k] != byte { return false }
        return bytes[(line.lower + 3)..<line.upper].allSatisfy(Byte.isBlank)
    }

    /// Whether `key:` or `{` comes first.
    private func startsTable(_ from: Int) -> Bool {
        let bytes = source.bytes
        var i = from
        while i < bytes.count {
            while i < bytes.count, Byte.isSpace(bytes[i]) { i += 1 }
            guard i < bytes.count, bytes[i] == UInt8(ascii: "#") else { break }
            while i < bytes.count, bytes[i] != Byte.newline { i += 1 }
        }
        guard i < bytes.count else { return false }
        if bytes[i] == UInt8(ascii: "{") { return true }
        let start = i
        while i < bytes.count, i - start < 128, bytes[i] != UInt8(ascii: ":"), bytes[i] != Byte.newline { i += 1 }
        guard i > start, i < bytes.count, bytes[i] == UInt8(ascii: ":") else { return false }
        let isKey = bytes[start..<i].allSatisfy {
            Byte.isAlphanumeric($0) || $0 >= 0x80 || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: ".")
        }
        return isKey && (i + 1 == bytes.count || Byte.isSpace(bytes[i + 1]))
    }
}
