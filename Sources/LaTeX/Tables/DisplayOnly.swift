import Source

extension ParsedFormula {
    /// Adds an error for what LaTeX lays out in displays only — `align`, `gather`, `equation` and their like, a `\tag` —
    /// to a formula that stands in running text.
    public mutating func refuseDisplayOnly() {
        guard !diagnostics.contains(where: { $0.severity == .error }) else { return }
        // Diagrams are read as arrays.
        let diagram = Array("\\begin{CD}".utf8)
        var i = 0
        while let k = tree.source[i...].firstIndex(of: UInt8(ascii: "\\")) {
            if tree.source[k...].starts(with: diagram) {
                diagnostics.append(
                    Diagnostic(
                        .modeError, at: ByteRange(k, k + diagram.count), "CD works in a display only",
                        help: "write it between $$ and $$"))
                return
            }
            // `\\begin{CD}` is a new line and a word.
            i = min(k + 2, tree.source.count)
        }
        for node in tree.nodes {
            switch node.kind {
            case .table(let index):
                let name = tree.tables[Int(index)].environment
                guard ParsedFormula.displayOnly.contains(name) else { continue }
                diagnostics.append(
                    Diagnostic(
                        .modeError, at: node.range, "\(name) works in a display only",
                        help: ParsedFormula.inText[name].map { "use \($0) in running text" } ?? "write it between $$ and $$"))
                return
            case .tag(_, let isStarred) where node.range.upper - node.range.lower > (isStarred ? 5 : 4):
                guard tree.source[node.range.clamped(to: tree.source.count).range].starts(with: "\\tag".utf8) else { continue }
                diagnostics.append(
                    Diagnostic(.modeError, at: node.range, "\\tag works in a display only", help: "write the formula between $$ and $$"))
                return
            default: continue
            }
        }
    }

    private static let displayOnly: Set<String> = [
        "align", "align*", "alignat", "alignat*", "gather", "gather*", "equation", "equation*", "split", "CD",
    ]

    private static let inText = [
        "align": "aligned", "align*": "aligned", "alignat": "alignedat", "alignat*": "alignedat", "gather": "gathered",
        "gather*": "gathered", "split": "aligned",
    ]
}
