import Markdown
import Source

/// The names of the catalogue in the words of a note, by place: what makes agreement with an entry more than an accident.
struct NoteMentions: Sendable {
    private struct Passage {
        /// Offset of its first byte.
        var start: Int
        /// In the order of the words.
        var names: [String]
    }

    private var passages: [Passage] = []
    private let outline: NoteOutline

    /// How far from a formula words may stand to speak of it.
    private static let before = 2_500
    private static let after = 600
    /// How far back where a heading stands between.
    private static let across = 1_000
    private static let mostNames = 40

    init(_ note: Note, outline: NoteOutline, matcher: CueMatcher) {
        self.outline = outline
        for index in note.tree.nodes.indices {
            let id = NoteTree.ID(index)
            let node = note.tree[id]
            let names: [String]
            switch node.kind {
            case .paragraph, .tableCell, .heading: names = matcher.mentions(in: outline.text(of: id))
            case .codeBlock(let k) where note.code.indices.contains(k):
                names = matcher.mentions(in: String(decoding: note.code[k].content.prefix(1_000), as: UTF8.self))
            default: continue
            }
            if !names.isEmpty { passages.append(Passage(start: node.range.lower, names: names)) }
        }
        passages.sort { $0.start < $1.start }
    }

    /// Names near `offset`, the nearest first: in its section before it, its headings, then shortly after it.
    func near(_ offset: Int) -> [String] {
        let headings = outline.headings(around: offset)
        let start = max(min(headings.first?.start ?? 0, offset - Self.across), offset - Self.before)
        let end = min(outline.sectionEnd(at: offset), offset + Self.after)
        var names: [String] = []
        func add(_ more: some Sequence<String>) { for name in more where !names.contains(name) { names.append(name) } }
        let next = firstIndex(after: offset)
        var index = next
        while index > 0, passages[index - 1].start >= start {
            index -= 1
            add(passages[index].names.reversed())
        }
        for heading in headings {
            let place = firstIndex(after: heading.start) - 1
            if passages.indices.contains(place), passages[place].start == heading.start { add(passages[place].names.reversed()) }
        }
        index = next
        while index < passages.count, passages[index].start < end {
            add(passages[index].names)
            index += 1
        }
        return Array(names.prefix(Self.mostNames))
    }

    private func firstIndex(after offset: Int) -> Int {
        var low = 0
        var high = passages.count
        while low < high {
            let middle = (low + high) / 2
            if passages[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
