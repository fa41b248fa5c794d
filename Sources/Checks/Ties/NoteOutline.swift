import Markdown
import Source

/// Where things stand in a note: sections by headings, and the blocks around each formula and code block.
struct NoteOutline: Sendable {
    struct Heading: Sendable {
        var level: Int
        /// Offset of its start.
        var start: Int
        /// Where its section ends: the next heading of its level or above, or the end of the note.
        var sectionEnd: Int
        var node: NoteTree.ID
        /// The heading whose section holds this one.
        var parent: Int?
    }

    private(set) var headings: [Heading] = []
    private(set) var parents: [NoteTree.ID]
    /// By index into `Note.formulas`; `nil` for one that stands in raw HTML.
    private(set) var formulaNodes: [NoteTree.ID?]
    private(set) var codeNodes: [NoteTree.ID?]
    let tree: NoteTree
    let end: Int

    init(_ note: Note) {
        tree = note.tree
        end = note.source.bytes.count
        parents = Array(repeating: tree.root, count: tree.nodes.count)
        formulaNodes = Array(repeating: nil, count: note.formulas.count)
        codeNodes = Array(repeating: nil, count: note.code.count)
        var found: [Heading] = []
        for index in tree.nodes.indices {
            let id = NoteTree.ID(index)
            for child in tree.children(of: id) where Int(child) < parents.count { parents[Int(child)] = id }
            switch tree[id].kind {
            case .formula(let k) where formulaNodes.indices.contains(k): formulaNodes[k] = id
            case .codeBlock(let k) where codeNodes.indices.contains(k): codeNodes[k] = id
            case .heading(let level):
                found.append(Heading(level: level, start: tree[id].range.lower, sectionEnd: end, node: id))
            default: break
            }
        }
        found.sort { $0.start < $1.start }
        var open: [Int] = []
        for index in found.indices {
            while let last = open.last, found[last].level >= found[index].level {
                found[last].sectionEnd = found[index].start
                open.removeLast()
            }
            found[index].parent = open.last
            open.append(index)
        }
        headings = found
    }

    /// Where the innermost section that holds `offset` ends; before the first heading it is the whole note.
    func sectionEnd(at offset: Int) -> Int { headings(around: offset).first?.sectionEnd ?? end }

    /// Where the first heading behind `offset` begins, or the note ends.
    func nextHeading(after offset: Int) -> Int { headings.first { $0.start > offset }?.start ?? end }

    /// Headings whose sections hold `offset`, innermost first.
    func headings(around offset: Int) -> [Heading] {
        var low = 0
        var high = headings.count
        while low < high {
            let middle = (low + high) / 2
            if headings[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        var around: [Heading] = []
        var next = low > 0 ? low - 1 : nil
        while let index = next {
            around.append(headings[index])
            next = headings[index].parent
        }
        return around
    }

    /// The paragraph, heading or cell that holds a formula.
    func textBlock(of formula: Int) -> ByteRange? {
        guard formulaNodes.indices.contains(formula), let node = formulaNodes[formula] else { return nil }
        for ancestor in ancestors(of: node) {
            switch tree[ancestor].kind {
            case .paragraph, .heading, .tableCell: return tree[ancestor].range
            default: continue
            }
        }
        return nil
    }

    /// From the parent of `id` up to the root.
    func ancestors(of id: NoteTree.ID) -> [NoteTree.ID] {
        var path: [NoteTree.ID] = []
        var current = id
        while current != tree.root, path.count < 1_000 {
            current = parents[Int(current)]
            path.append(current)
        }
        return path
    }

    /// The words of a node's inlines, cut at `limit` bytes; a formula is a blank, or what `mark` puts in its place.
    func text(of id: NoteTree.ID, before offset: Int = .max, limit: Int = 2_000, mark: ((Int) -> String)? = nil) -> String {
        var out = ByteBuffer()
        var stack = [id]
        while let next = stack.popLast(), out.bytes.count < limit {
            let node = tree[next]
            guard node.range.lower < offset else { continue }
            switch node.kind {
            case .text(let text), .code(let text): out.append(string: text)
            case .softBreak, .lineBreak: out.append(string: "\n")
            case .formula(let index): out.append(string: mark?(index) ?? " ")
            case .wikilink(let target): if tree.children(of: next).isEmpty { out.append(string: target) }
            case .tag, .htmlInline, .htmlBlock, .image, .codeBlock: continue
            default: break
            }
            stack.append(contentsOf: tree.children(of: next).reversed())
        }
        return out.string
    }
}
