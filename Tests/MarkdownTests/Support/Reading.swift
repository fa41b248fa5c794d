import Markdown
import Source
import TestSupport
import Testing

func read(_ text: String, limits: Limits = Limits(), dialect: NoteReader.Dialect = .all) -> Note {
    NoteReader.read(SourceText(name: "note.md", text: text), limits: limits, dialect: dialect)
}

/// `text` without the marks `⟦` and `⟧`, and the ranges between them.
func marked(_ text: String) -> (text: String, ranges: [ByteRange]) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var ranges: [ByteRange] = []
    for scalar in text.unicodeScalars {
        switch scalar {
        case "⟦": starts.append(bytes.count)
        case "⟧": ranges.append(ByteRange(starts.popLast() ?? 0, bytes.count))
        default: bytes.append(contentsOf: Array(String(scalar).utf8))
        }
    }
    return (String(decoding: bytes, as: UTF8.self), ranges.sorted())
}

/// The files beside the package that a developer may have.
enum Shared {
    static func bytes(_ path: String) -> [UInt8]? {
        Fixtures.bytes(absolute: "\(Fixtures.packageRoot)/../shared/\(path)")
            ?? Fixtures.bytes(absolute: "\(Fixtures.packageRoot)/../../shared/\(path)")
    }

    static func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }
}

/// What must hold of every note, whatever was read.
func checkInvariants(_ note: Note, sourceLocation: SourceLocation = #_sourceLocation) {
    let whole = ByteRange(0, note.source.bytes.count)
    var end = 0
    for formula in note.formulas {
        #expect(whole.contains(formula.range), sourceLocation: sourceLocation)
        #expect(formula.range.lower >= end, "formulas overlap", sourceLocation: sourceLocation)
        end = formula.range.upper
        for segment in formula.map.segments {
            #expect(Int(segment.derived) + Int(segment.count) <= formula.latex.count, sourceLocation: sourceLocation)
            let original = ByteRange(Int(segment.original), Int(segment.original) + Int(segment.count))
            #expect(formula.range.contains(original), "a map leaves its formula", sourceLocation: sourceLocation)
        }
    }
    for block in note.code { #expect(whole.contains(block.range), sourceLocation: sourceLocation) }
    for directive in note.directives { #expect(whole.contains(directive.range), sourceLocation: sourceLocation) }
    for diagnostic in note.diagnostics { #expect(whole.contains(diagnostic.range), sourceLocation: sourceLocation) }
    var seen = [Int](repeating: 0, count: note.formulas.count)
    var code = [Int](repeating: 0, count: note.code.count)
    var isBroken = false
    for (index, node) in note.tree.nodes.enumerated() {
        if !whole.contains(node.range) { isBroken = true }
        if case .formula(let formula) = node.kind { seen[formula] += 1 }
        if case .codeBlock(let block) = node.kind { code[block] += 1 }
        for child in note.tree.children(of: NoteTree.ID(index)) {
            if Int(child) >= index || !node.range.contains(note.tree[child].range) { isBroken = true }
        }
    }
    #expect(!isBroken, "a node's range does not hold its children's, or a child follows its parent", sourceLocation: sourceLocation)
    #expect(seen.allSatisfy { $0 == 1 }, "a formula is not in the tree once", sourceLocation: sourceLocation)
    #expect(code.allSatisfy { $0 == 1 }, "a code block is not in the tree once", sourceLocation: sourceLocation)
}

/// The kinds of a tree, indented, with the source of leaves.
func outline(_ note: Note) -> String {
    var lines: [String] = []
    func visit(_ id: NoteTree.ID, _ depth: Int) {
        let node = note.tree[id]
        let indent = String(repeating: "  ", count: depth)
        let children = note.tree.children(of: id)
        let source = children.isEmpty ? " " + note.source.string(node.range).replacing("\n", with: "⏎") : ""
        lines.append(indent + name(node.kind, note) + source)
        for child in children { visit(child, depth + 1) }
    }
    for child in note.tree.children(of: note.tree.root) { visit(child, 0) }
    return lines.joined(separator: "\n")
}

private func name(_ kind: NoteTree.Kind, _ note: Note) -> String {
    switch kind {
    case .document: "document"
    case .heading(let level): "heading \(level)"
    case .paragraph: "paragraph"
    case .blockQuote: "quote"
    case .callout(let kind, let hasTitle, let folding):
        "callout \(kind)\(hasTitle ? " titled" : "")\(folding == .none ? "" : " \(folding)")"
    case .list(let ordered, _, let tight): "list\(ordered ? " ordered" : "")\(tight ? "" : " loose")"
    case .item(let task): task == .none ? "item" : "item \(task)"
    case .codeBlock(let index): "code(\(note.code[index].language))"
    case .thematicBreak: "break"
    case .htmlBlock: "html"
    case .table(let columns): "table \(columns.map { "\($0)" }.joined(separator: " "))"
    case .tableRow(let isHeader): isHeader ? "header" : "row"
    case .tableCell: "cell"
    case .footnoteDefinition(let label): "footnote \(label)"
    case .text: "text"
    case .softBreak: "soft"
    case .lineBreak: "hard"
    case .code: "code"
    case .emphasis: "em"
    case .strong: "strong"
    case .strikethrough: "del"
    case .highlight: "mark"
    case .link(let destination, _): "link(\(destination))"
    case .image(let destination, _, let width, let height):
        "image(\(destination)\(width.map { " \($0)" } ?? "")\(height.map { "x\($0)" } ?? ""))"
    case .wikilink(let target): "wikilink(\(target))"
    case .tag(let tag): "tag(\(tag))"
    case .htmlInline: "inline html"
    case .formula(let index): "formula \(note.formulas[index].delimiter)"
    case .footnoteReference(let label): "reference \(label)"
    case .comment: "comment"
    }
}
