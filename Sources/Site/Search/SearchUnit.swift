import Checks
import Catalogue
import Markdown
import Source

/// What a search finds: a section of a note, from its heading to the next, or a page of the catalogue.
struct SearchUnit {
    /// Index into the list of pages.
    var page: Int
    /// Empty at the top of a page.
    var anchor: String
    /// Of the page, at its top only.
    var title: String
    var heading: String
    /// Words, with formulas as LaTeX between `formulaStart` and `formulaEnd`.
    var text: String

    static let formulaStart: Unicode.Scalar = "\u{2}"
    static let formulaEnd: Unicode.Scalar = "\u{3}"

    /// The sections of one note, the words before the first heading at its top.
    static func sections(of record: Note, outline: PageOutline, page: Int) -> [SearchUnit] {
        let tree = record.tree
        var units = [SearchUnit(page: page, anchor: "", title: outline.title, heading: "", text: "")]
        let headings = Dictionary(outline.headings.map { ($0.node, $0) }, uniquingKeysWith: { first, _ in first })
        var text = ByteBuffer()
        /// The end of a heading's own words: they are not said twice.
        var skipped: Set<NoteTree.ID> = []
        func endUnit() {
            units[units.count - 1].text = text.string
            text = ByteBuffer()
        }
        for id in tree.documentOrder() {
            if skipped.contains(id) { continue }
            switch tree[id].kind {
            case .heading:
                for child in tree.documentOrder(from: id) { skipped.insert(child) }
                guard let heading = headings[id] else { continue }
                endUnit()
                units.append(SearchUnit(page: page, anchor: heading.anchor, title: "", heading: heading.text, text: ""))
            case .text(let words), .code(let words): append(words, &text)
            case .wikilink(let target): if tree.children(of: id).isEmpty { append(target, &text) }
            case .tag(let name): append("#" + name, &text)
            case .formula(let index) where record.formulas.indices.contains(index):
                text.append(scalar: formulaStart.value)
                append(String(decoding: record.formulas[index].latex, as: UTF8.self), &text)
                text.append(scalar: formulaEnd.value)
            case .codeBlock(let index) where record.code.indices.contains(index):
                blank(&text)
                append(String(decoding: record.code[index].content, as: UTF8.self), &text)
                blank(&text)
            case .paragraph, .item, .tableCell, .softBreak, .lineBreak, .callout, .blockQuote: blank(&text)
            default: break
            }
        }
        endUnit()
        return units
    }

    static func entry(_ entry: Implementation, page: Int) -> SearchUnit {
        var text = ByteBuffer()
        append(([entry.name] + entry.aliases).joined(separator: ", "), &text)
        text.append(scalar: formulaStart.value)
        append(entry.equation, &text)
        text.append(scalar: formulaEnd.value)
        return SearchUnit(
            page: page, anchor: "", title: "\(entry.title.english) \(entry.title.chinese)", heading: "", text: text.string)
    }

    /// Every run of blanks and control characters as one blank.
    private static func append(_ words: String, _ text: inout ByteBuffer) {
        for scalar in words.unicodeScalars {
            if scalar.value <= 0x20 || scalar.value == 0x7F { blank(&text) } else { text.append(scalar: scalar.value) }
        }
    }

    private static func blank(_ text: inout ByteBuffer) {
        if let last = text.bytes.last, last != 0x20 { text.append(byte: 0x20) }
    }
}
