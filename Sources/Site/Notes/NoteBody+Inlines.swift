import Checks
import Markdown
import Source

extension NoteBody {
    /// A line end of the source is a blank in the page, but not between two characters of a script without blanks.
    mutating func softBreak(before next: NoteTree.ID? = nil) {
        if let next, case .text(let words) = tree[next].kind, let first = words.unicodeScalars.first,
            Self.needsNoBlank(first), let last = html.lastScalar, Self.needsNoBlank(last)
        {
            return
        }
        html.newline()
    }

    private static func needsNoBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // CJK symbols and kana, ideographs with their extensions, full-width forms. Hangul is written with blanks.
        case 0x3001...0x312F, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF60,
            0x20000...0x323AF:
            true
        default: false
        }
    }

    // MARK: Links and images

    mutating func link(_ id: NoteTree.ID, _ target: LinkTarget, title: String, destination: String) {
        guard mode == .page, openLinks == 0 else { return push(childrenOf: id) }
        var context = Context(tag: "a", isBlock: false, isPhrasing: true, isLink: true)
        switch target {
        case .none:
            context.tag = "span"
            context.className = "no-link"
            context.isLink = false
            context.attributes = [.title("Not part of this site: \(destination)")]
        case .url(let url):
            context.attributes = [.href(url)]
            if url.hasPrefix("http") { context.attributes.append(.init("rel", "noopener noreferrer")) }
            if !title.isEmpty { context.attributes.append(.title(title)) }
        }
        open(context, childrenOf: id)
    }

    mutating func tag(_ name: String) {
        if mode == .page, openLinks == 0, let page = results.pages.tags[TagIndex.key(name)] {
            html.element("a", "tag", [.href(SitePath.relative(from: results.page, to: page))], "#" + name)
        } else {
            html.element("span", "tag", "#" + name)
        }
    }

    mutating func wikilink(_ id: NoteTree.ID, target: String) {
        let resolved = links.wikilink(target, from: noteIndex)
        if case .none = resolved {
            if tree.children(of: id).isEmpty { html.text(target) } else { push(childrenOf: id) }
            return
        }
        if tree.children(of: id).isEmpty {
            if mode == .page, openLinks == 0, case .url(let url) = resolved {
                html.link(url, target)
            } else {
                html.text(target)
            }
            return
        }
        link(id, resolved, title: "", destination: target)
    }

    mutating func image(_ id: NoteTree.ID, destination: String, title: String, width: Int?, height: Int?) {
        let alternative = tree.plainText(of: id, formulas: record.note.formulas)
        guard mode == .page else { return html.text(alternative) }
        guard case .url(let url) = links.image(destination, from: noteIndex) else {
            // An embedded note is a link to it.
            if openLinks == 0, case .url(let page) = links.wikilink(destination, from: noteIndex) {
                return html.link(page, alternative.isEmpty ? destination : alternative)
            }
            html.element(
                "span", "no-image", [.title("Not shown: \(destination)")],
                alternative.isEmpty ? SitePath.lastComponent(of: destination) : alternative)
            return
        }
        var attributes: [HTMLWriter.Attribute] = [
            .init("src", url), .init("alt", alternative), .init("loading", "lazy"), .init("decoding", "async"),
        ]
        if let width, width > 0 { attributes.append(.init("width", String(width))) }
        if let height, height > 0 { attributes.append(.init("height", String(height))) }
        if !title.isEmpty { attributes.append(.title(title)) }
        html.open("img", nil, attributes)
    }

    // MARK: Mathematics

    mutating func formula(_ index: Int) {
        guard record.note.formulas.indices.contains(index) else { return }
        if mode == .bare || openLinks > 0 { return results.bareFormula(index, to: &html) }
        if record.note.formulas[index].display, !isInRawBlock {
            let isNamed = contexts.last?.isFormulaHeader ?? false
            let isDone = asBlock { body in body.results.displayFormula(index, isNamed: isNamed, to: &body.html) }
            if isDone {
                shownFindings.formUnion(results.formulaFindings[index] ?? [])
                return
            }
        }
        results.inlineFormula(index, isNamed: contexts.last?.isFormulaHeader ?? false, to: &html)
    }
}
