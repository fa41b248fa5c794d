import Markdown
import Source

/// The HTML that libcmark writes, from our tree: for comparison with the examples of CommonMark and GFM.
struct PlainHTML {
    let note: Note
    private var out = ByteBuffer()

    static func render(_ note: Note) -> String {
        var writer = PlainHTML(note: note)
        writer.collectFootnotes()
        writer.block(note.tree.root, isTight: false)
        writer.footnotes()
        return writer.out.string
    }

    private init(note: Note) { self.note = note }

    /// Definitions by label, and the labels in the order of their first use.
    private var definitions: [String: NoteTree.ID] = [:]
    private var used: [String] = []

    private mutating func collectFootnotes() {
        for (index, node) in note.tree.nodes.enumerated() {
            if case .footnoteDefinition(let label) = node.kind { definitions[label] = NoteTree.ID(index) }
        }
    }

    private mutating func footnotes() {
        guard !used.isEmpty else { return }
        out.append("<section class=\"footnotes\">\n<ol>\n")
        var number = 0
        while number < used.count {
            let children = definitions[used[number]].map { Array(note.tree.children(of: $0)) } ?? []
            number += 1
            let back = "<a href=\"#fnref\(number)\" class=\"footnote-backref\">↩</a>"
            out.append(string: "<li id=\"fn\(number)\">\n")
            var isInside = false
            for child in children {
                if child == children.last, case .paragraph = note.tree[child].kind {
                    out.append("<p>")
                    inlines(child)
                    out.append(string: " \(back)</p>\n")
                    isInside = true
                } else {
                    block(child, isTight: false)
                }
            }
            if !isInside { out.append(string: back + "\n") }
            out.append("</li>\n")
        }
        out.append("</ol>\n</section>\n")
    }

    private mutating func line() {
        if let last = out.bytes.last, last != 0x0A { out.append("\n") }
    }

    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): out.append("&amp;")
            case UInt8(ascii: "<"): out.append("&lt;")
            case UInt8(ascii: ">"): out.append("&gt;")
            case UInt8(ascii: "\""): out.append("&quot;")
            default: out.append(byte: byte)
            }
        }
    }

    private mutating func address(_ text: String) {
        let safe = Set("-_.+!*(),%#@?=;:/,$~".utf8)
        let hex = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): out.append("&amp;")
            case UInt8(ascii: "'"): out.append("&#x27;")
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                out.append(byte: byte)
            case _ where safe.contains(byte): out.append(byte: byte)
            default:
                out.append("%")
                out.append(byte: hex[Int(byte >> 4)])
                out.append(byte: hex[Int(byte & 15)])
            }
        }
    }

    private mutating func blocks(_ id: NoteTree.ID, isTight: Bool = false) {
        for child in note.tree.children(of: id) { block(child, isTight: isTight) }
    }

    private mutating func inlines(_ id: NoteTree.ID) {
        for child in note.tree.children(of: id) { inline(child) }
    }

    private mutating func block(_ id: NoteTree.ID, isTight: Bool) {
        switch note.tree[id].kind {
        case .document: blocks(id)
        case .heading(let level):
            line()
            out.append(string: "<h\(level)>")
            inlines(id)
            out.append(string: "</h\(level)>\n")
        case .paragraph:
            if isTight { return inlines(id) }
            line()
            out.append("<p>")
            inlines(id)
            out.append("</p>\n")
        case .blockQuote:
            line()
            out.append("<blockquote>\n")
            blocks(id)
            line()
            out.append("</blockquote>\n")
        case .list(let ordered, let start, let tight):
            line()
            out.append(string: ordered ? (start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n") : "<ul>\n")
            blocks(id, isTight: tight)
            out.append(string: ordered ? "</ol>\n" : "</ul>\n")
        case .item(let task):
            line()
            out.append("<li>")
            if task != .none {
                out.append(string: "<input type=\"checkbox\" \(task == .done ? "checked=\"\" " : "")disabled=\"\" /> ")
            }
            for child in note.tree.children(of: id) { block(child, isTight: isTight) }
            out.append("</li>\n")
        case .codeBlock(let index):
            line()
            let info = note.code[index].info
            let word = info.split(whereSeparator: \.isWhitespace).first.map { String($0) } ?? ""
            out.append("<pre><code")
            if !word.isEmpty {
                out.append(" class=\"language-")
                escape(word)
                out.append("\"")
            }
            out.append(">")
            escape(String(decoding: note.code[index].content, as: UTF8.self))
            out.append("</code></pre>\n")
        case .thematicBreak:
            line()
            out.append("<hr />\n")
        case .htmlBlock(let html):
            line()
            out.append(string: html)
            line()
        case .table(let columns): table(id, columns)
        case .footnoteDefinition: break
        default: inline(id)
        }
    }

    private mutating func table(_ id: NoteTree.ID, _ columns: [NoteTree.Alignment]) {
        line()
        out.append("<table>\n")
        for (number, row) in note.tree.children(of: id).enumerated() {
            out.append(string: number == 0 ? "<thead>\n" : number == 1 ? "<tbody>\n" : "")
            out.append("<tr>\n")
            for (column, cell) in zip(columns, note.tree.children(of: row)) {
                let name = number == 0 ? "th" : "td"
                out.append(string: "<\(name)")
                if column != .none { out.append(string: " align=\"\(column)\"") }
                out.append(">")
                inlines(cell)
                out.append(string: "</\(name)>\n")
            }
            out.append("</tr>\n")
            if number == 0 { out.append("</thead>\n") }
        }
        if note.tree.children(of: id).count > 1 { out.append("</tbody>\n") }
        out.append("</table>\n")
    }

    private mutating func wrap(_ id: NoteTree.ID, _ name: String) {
        out.append(string: "<\(name)>")
        inlines(id)
        out.append(string: "</\(name)>")
    }

    private mutating func inline(_ id: NoteTree.ID) {
        switch note.tree[id].kind {
        case .text(let text): escape(text)
        case .softBreak: out.append("\n")
        case .lineBreak: out.append("<br />\n")
        case .code(let text):
            out.append("<code>")
            escape(text)
            out.append("</code>")
        case .htmlInline(let html): out.append(string: html)
        case .emphasis: wrap(id, "em")
        case .strong: wrap(id, "strong")
        case .strikethrough: wrap(id, "del")
        case .link(let destination, let title):
            out.append("<a href=\"")
            address(destination)
            out.append("\"")
            self.title(title)
            out.append(">")
            inlines(id)
            out.append("</a>")
        case .image(let destination, let title, _, _):
            out.append("<img src=\"")
            address(destination)
            out.append("\" alt=\"")
            alternative(id)
            out.append("\"")
            self.title(title)
            out.append(" />")
        case .footnoteReference(let label):
            if !used.contains(label) { used.append(label) }
            let number = (used.firstIndex(of: label) ?? 0) + 1
            out.append(
                string: "<sup class=\"footnote-ref\"><a href=\"#fn\(number)\" id=\"fnref\(number)\">\(number)</a></sup>")
        default: escape(note.source.string(note.tree[id].range))
        }
    }

    private mutating func title(_ title: String) {
        guard !title.isEmpty else { return }
        out.append(" title=\"")
        escape(title)
        out.append("\"")
    }

    private mutating func alternative(_ id: NoteTree.ID) {
        for child in note.tree.children(of: id) {
            switch note.tree[child].kind {
            case .text(let text), .code(let text), .htmlInline(let text): escape(text)
            case .softBreak, .lineBreak: out.append(" ")
            default: alternative(child)
            }
        }
    }
}

/// The examples of a specification written as CommonMark's: Markdown, a line `.`, HTML.
struct SpecExample: Sendable, CustomStringConvertible {
    var number: Int
    var tags: [String]
    var markdown: String
    var html: String

    var description: String { "example \(number)" }

    static func all(in text: String) -> [SpecExample] {
        let fence = String(repeating: "`", count: 32)
        var examples: [SpecExample] = []
        var current: (tags: [String], markdown: [Substring], html: [Substring], inHTML: Bool)?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(fence + " example") {
                let tags = line.dropFirst(fence.count + 8).split(separator: " ").map { String($0) }
                current = (tags, [], [], false)
            } else if line == fence, let example = current {
                func joined(_ lines: [Substring]) -> String {
                    lines.map { $0.replacing("→", with: "\t") + "\n" }.joined()
                }
                examples.append(
                    SpecExample(
                        number: examples.count + 1, tags: example.tags, markdown: joined(example.markdown),
                        html: joined(example.html)))
                current = nil
            } else if current != nil {
                if line == ".", current?.inHTML == false {
                    current?.inHTML = true
                } else if current?.inHTML == true {
                    current?.html.append(line)
                } else {
                    current?.markdown.append(line)
                }
            }
        }
        return examples
    }
}
