import Source

extension NoteReader {
    /// One finding for all that the allow-list leaves out of a note, at the first place (`M012`).
    static func reportRemovedHTML(_ note: inout Note) {
        var sanitizer = HTMLSanitizer()
        var first: ByteRange?
        for node in note.tree.nodes {
            switch node.kind {
            case .htmlBlock(let html):
                _ = sanitizer.push(html)
                _ = sanitizer.finish()
            case .htmlInline(let html): _ = sanitizer.push(html, inline: true)
            default: continue
            }
            if !sanitizer.removed.isEmpty, first == nil { first = node.range }
        }
        guard let first else { return }
        var names: [String] = []
        for name in sanitizer.removed where !names.contains(name) && names.count < 8 { names.append(name) }
        let more = Set(sanitizer.removed).count > names.count ? " and more" : ""
        note.diagnostics.append(
            Diagnostic(.removedHTML, at: first, "left out of the page: \(names.joined(separator: ", "))\(more)"))
    }
}
