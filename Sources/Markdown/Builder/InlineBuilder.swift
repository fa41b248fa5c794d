import Source

/// Writes the inlines of one leaf block into the tree, with the ranges that `SourceCursor` finds.
extension TreeBuilder {
    private struct OpenSpan {
        var span: InlineSpan
        var start: Int
        var isAutolink = false
        var children: [NoteTree.ID] = []
    }

    /// Inlines nest no deeper; what would is written without its span.
    static let inlineDepth = 100

    mutating func inlines(_ items: ArraySlice<InlineItem>, _ cursor: inout SourceCursor) -> [NoteTree.ID] {
        var open: [OpenSpan] = []
        var result: [NoteTree.ID] = []
        var tooDeep = 0
        func add(_ id: NoteTree.ID) {
            if open.isEmpty { result.append(id) } else { open[open.count - 1].children.append(id) }
        }
        for item in items {
            switch item {
            case .text(let bytes):
                if bytes.isEmpty { continue }
                let range = cursor.text(bytes)
                add(node(.text(string(bytes)), masked.original(range.lowerBound, range.upperBound)))
            case .tag(let bytes):
                let range = cursor.text(bytes)
                add(node(.tag(string(bytes[1...])), masked.original(range.lowerBound, range.upperBound)))
            case .softBreak:
                let range = cursor.lineEnd()
                add(node(.softBreak, masked.original(range.lowerBound, range.upperBound)))
            case .lineBreak:
                let range = cursor.lineEnd()
                add(node(.lineBreak, masked.original(range.lowerBound, range.upperBound)))
            case .code(let bytes):
                let range = cursor.code()
                add(node(.code(string(bytes)), masked.original(range.lowerBound, range.upperBound)))
            case .html(let bytes):
                let range = cursor.html(bytes)
                add(node(.htmlInline(string(bytes)), masked.original(range.lowerBound, range.upperBound)))
            case .mark(let index):
                if index < masked.markEnds.count { cursor.move(to: masked.markEnds[index]) }
                if let id = mark(index) { add(id) }
            case .delimiter(let byte, let count, _, _):
                let bytes = [UInt8](repeating: byte, count: count)
                let range = cursor.text(bytes)
                add(node(.text(string(bytes)), masked.original(range.lowerBound, range.upperBound)))
            case .open(let span):
                if open.count >= Self.inlineDepth {
                    tooDeep += 1
                    continue
                }
                open.append(begin(span, &cursor))
            case .close:
                if tooDeep > 0 {
                    tooDeep -= 1
                    continue
                }
                guard let last = open.popLast() else { continue }
                let end = finish(last, &cursor)
                add(span(last, masked.original(last.start, end)))
            }
        }
        while let last = open.popLast() {
            add(node(last.span.kind, masked.original(last.start, cursor.position), last.children))
        }
        return result
    }

    private mutating func span(_ open: OpenSpan, _ range: ByteRange) -> NoteTree.ID {
        guard case .inlineFootnote = open.span.delimiter else { return node(open.span.kind, range, open.children) }
        // A label that no author writes: it holds a blank.
        let label = "inline \(range.lower)"
        let paragraph = node(.paragraph, range, open.children)
        let definition = node(.footnoteDefinition(label: label), range, [paragraph])
        return node(.footnoteReference(label: label), range, [definition])
    }

    private func begin(_ span: InlineSpan, _ cursor: inout SourceCursor) -> OpenSpan {
        switch span.delimiter {
        case .emphasis(let count):
            let start = cursor.delimiter(UInt8(ascii: "*"), or: UInt8(ascii: "_"), count: count)
            return OpenSpan(span: span, start: start)
        case .run(let byte, let count):
            return OpenSpan(span: span, start: cursor.delimiter(byte, count: count))
        case .link:
            var isImage = false
            if case .image = span.kind { isImage = true }
            let (start, isAutolink) = cursor.openLink(isImage: isImage)
            return OpenSpan(span: span, start: start, isAutolink: isAutolink)
        case .bare: return OpenSpan(span: span, start: cursor.position)
        case .inlineFootnote: return OpenSpan(span: span, start: cursor.text(Array("^[".utf8)).lowerBound)
        }
    }

    private func finish(_ open: OpenSpan, _ cursor: inout SourceCursor) -> Int {
        switch open.span.delimiter {
        case .emphasis(let count):
            _ = cursor.delimiter(UInt8(ascii: "*"), or: UInt8(ascii: "_"), count: count)
        case .run(let byte, let count): _ = cursor.delimiter(byte, count: count)
        case .link: return cursor.closeLink(isAutolink: open.isAutolink)
        case .inlineFootnote: _ = cursor.text([UInt8(ascii: "]")])
        case .bare: break
        }
        return cursor.position
    }

    /// The node of a mark; a mark that libcmark shows twice becomes text the second time.
    mutating func mark(_ index: Int) -> NoteTree.ID? {
        guard index < scan.marks.count else { return nil }
        let mark = scan.marks[index]
        switch mark.kind {
        case .formula(let formula):
            guard !placed[formula] else { return node(.text(sourceText(mark.range)), mark.range) }
            placed[formula] = true
            return node(.formula(formula), mark.range)
        case .wikilink(let target, let alias, let isEmbed):
            if isEmbed {
                let size = alias.flatMap { ImageSize(Array("|\($0)".utf8)) }
                return node(
                    .image(destination: target, title: "", width: size?.width, height: size?.height), mark.range)
            }
            let text = node(.text(alias ?? Self.shown(wikilink: target)), mark.range)
            return node(.wikilink(target: target), mark.range, [text])
        case .footnote(let label):
            guard footnotes.contains(label) else { return node(.text(sourceText(mark.range)), mark.range) }
            return node(.footnoteReference(label: label), mark.range)
        case .comment: return node(.comment, mark.range)
        case .hash: return node(.text("#"), mark.range)
        }
    }

    /// What Obsidian shows for a link without words: `Note > Heading`, and the heading alone on its own page.
    private static func shown(wikilink target: String) -> String {
        let parts = target.split(separator: "#")
        return parts.isEmpty ? target : parts.joined(separator: " > ")
    }

    func string(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    func sourceText(_ range: ByteRange) -> String { source.string(range) }

    /// Appends a node. Its range is widened where a child reaches beyond it.
    mutating func node(_ kind: NoteTree.Kind, _ range: ByteRange, _ children: [NoteTree.ID] = []) -> NoteTree.ID {
        var range = range
        for child in children { range = range.union(tree.nodes[Int(child)].range) }
        let from = UInt32(tree.lists.count)
        tree.lists.append(contentsOf: children)
        tree.nodes.append(.init(kind: kind, range: range, children: from..<UInt32(tree.lists.count)))
        return NoteTree.ID(tree.nodes.count - 1)
    }
}
