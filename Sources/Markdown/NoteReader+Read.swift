import Source

extension NoteReader {
    /// How often a note is parsed again because mathematics turned out to lie in code.
    private static let rounds = 3

    static func build(_ source: SourceText, from start: Int, limits: Limits, dialect: Dialect, into note: inout Note) {
        var scanner = BlockScanner(source, from: start, limits: limits, dialect: dialect)
        var scan = scanner.run()
        keepReferences(&scan)
        var builder = TreeBuilder(source, scan, from: start, limits: limits, dialect: dialect)
        builder.build()
        var round = 1
        while !builder.rejected.isEmpty, round < rounds {
            let rejected = builder.rejected
            scan.edits.removeAll {
                guard case .mark(let index) = $0.replacement else { return false }
                return rejected.contains(index)
            }
            builder = TreeBuilder(source, scan, from: start, limits: limits, dialect: dialect)
            builder.build()
            round += 1
        }
        note.code = builder.code
        note.tree = builder.tree
        note.directives = builder.scan.directives
        note.diagnostics += builder.scan.diagnostics + builder.diagnostics
        place(builder, &note)
        reportRemovedHTML(&note)
    }

    /// `[[x]]` is a link in brackets where the note defines `[x]`.
    private static func keepReferences(_ scan: inout Scan) {
        guard !scan.definitions.isEmpty else { return }
        var labels: Set<[UInt8]> = []
        for definition in scan.definitions {
            for line in definition.text.split(separator: Byte.newline) where line.first == UInt8(ascii: "[") {
                guard let close = Array(line).firstIndex(of: "]:", in: 0..<line.count) else { continue }
                labels.insert(line.dropFirst().prefix(close - 1).map(Byte.lower))
            }
        }
        let marks = scan.marks
        scan.edits.removeAll { edit in
            guard case .mark(let index) = edit.replacement, case .wikilink(let target, nil, _) = marks[index].kind else {
                return false
            }
            return labels.contains(target.utf8.map(Byte.lower))
        }
    }

    /// Keeps the formulas that have a node, in order of their places.
    private static func place(_ builder: TreeBuilder, _ note: inout Note) {
        let formulas = builder.scan.formulas
        let order = formulas.indices.filter { builder.placed[$0] }.sorted { formulas[$0].range < formulas[$1].range }
        var position = [Int](repeating: 0, count: formulas.count)
        for (place, index) in order.enumerated() { position[index] = place }
        note.formulas = order.map { formulas[$0] }
        for index in note.tree.nodes.indices {
            if case .formula(let formula) = note.tree.nodes[index].kind {
                note.tree.nodes[index].kind = .formula(position[formula])
            }
        }
    }
}
