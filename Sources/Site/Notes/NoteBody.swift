import Checks
import Markdown
import Source

/// The body of a note's page: its tree as HTML, with results beside formulas and code.
///
/// The walk keeps its own stack, so that no nesting of the input can exhaust the program's.
struct NoteBody {
    enum Mode {
        /// The page itself.
        case page
        /// Words to stand in a link or a list of headings: no anchors, links or marks.
        case bare
    }

    /// An element that is open.
    struct Context {
        var tag: StaticString
        var className: String?
        var attributes: [HTMLWriter.Attribute] = []
        /// Written once, also where the element is split.
        var id: String?
        /// Ends with a line break in the page's source.
        var isBlock = true
        /// Holds phrasing content only.
        var isPhrasing = false
        /// May be closed before a display formula and opened again behind it.
        var canSplit = false
        /// Paragraphs directly below stand without `<p>`.
        var isTight = false
        /// Holds a link: nothing below may be focused by itself.
        var isLink = false
        /// A header cell or a heading that holds formulas only.
        var isFormulaHeader = false
        var start = 0
        var contentStart = 0
    }

    enum Work {
        case enter(NoteTree.ID)
        case softBreak(NoteTree.ID?)
        case close
        /// A paragraph without an element of its own has ended.
        case lineEnd
        case permalink(PageOutline.Heading)
        case endRawBlock
        /// What was found in a block that has ended.
        case findings(in: NoteTree.ID)
    }

    let results: ResultRenderer
    let outline: PageOutline
    let noteIndex: Int
    let mode: Mode
    var links: LinkResolver
    var html = HTMLWriter(capacity: 1 << 14)
    var footnotes = FootnoteList()
    var sanitizer = HTMLSanitizer()
    /// In raw HTML any element may be open, so only phrasing content is safe there.
    var isInRawBlock = false

    /// Anchors of raw HTML that are written.
    var usedAnchors: Set<String> = []
    /// Indices of the findings that stand on the page.
    var shownFindings: Set<Int> = []

    /// A first paragraph of nothing but tags: they stand in the page's head.
    private var leadingTags: NoteTree.ID?

    private(set) var contexts: [Context] = []
    /// Links that are open: no link, mark or anchor may stand in one.
    private(set) var openLinks = 0
    private var work: [Work] = []
    let headings: [NoteTree.ID: PageOutline.Heading]

    var record: NoteRecord { results.record }
    var tree: NoteTree { results.record.note.tree }

    init(results: ResultRenderer, outline: PageOutline, noteIndex: Int, mode: Mode, links: LinkResolver) {
        self.results = results
        self.outline = outline
        self.noteIndex = noteIndex
        self.mode = mode
        self.links = links
        // The words of one heading need neither, and a note may have thousands of them.
        guard mode == .page else {
            headings = [:]
            return
        }
        leadingTags = Self.leadingTags(of: results.record.note.tree, behind: outline.titleHeading)
        headings = Dictionary(outline.headings.map { ($0.node, $0) }, uniquingKeysWith: { first, _ in first })
        for id in results.record.note.tree.documentOrder() {
            if case .footnoteDefinition(let label) = results.record.note.tree[id].kind {
                footnotes.define(label, node: id)
            }
        }
    }

    // MARK: The walk

    mutating func render(childrenOf id: NoteTree.ID) {
        let depth = contexts.count
        let floor = work.count
        push(childrenOf: id)
        while work.count > floor, let next = work.popLast() {
            switch next {
            case .enter(let id): enter(id)
            case .softBreak(let following): softBreak(before: following)
            case .close: closeContext()
            case .lineEnd: html.newline()
            case .permalink(let heading): permalink(heading)
            case .endRawBlock: endRawBlock()
            case .findings(let block): writeFindings(in: block)
            }
        }
        while contexts.count > depth { closeContext() }
    }

    /// Closes what raw HTML left open: the end of the note.
    mutating func finish() { emit(sanitizer.finish()) }

    mutating func later(_ next: Work) { work.append(next) }

    mutating func push(childrenOf id: NoteTree.ID) {
        var next: NoteTree.ID?
        for child in tree.children(of: id).reversed() {
            if case .softBreak = tree[child].kind { work.append(.softBreak(next)) } else { work.append(.enter(child)) }
            next = child
        }
    }

    mutating func open(_ context: Context, childrenOf id: NoteTree.ID) {
        openContext(context)
        work.append(.close)
        push(childrenOf: id)
    }

    mutating func openContext(_ context: Context) {
        var context = context
        context.start = html.count
        html.open(context.tag, context.className, (context.id.map { [.id($0)] } ?? []) + context.attributes)
        context.id = nil
        context.contentStart = html.count
        contexts.append(context)
        if context.isLink { openLinks += 1 }
        sanitizer.enter()
    }

    mutating func closeContext() {
        guard let context = contexts.popLast() else { return }
        if context.isLink { openLinks -= 1 }
        emit(sanitizer.leave())
        if context.canSplit, html.isBlank(from: context.contentStart) {
            html.truncate(to: context.start)
            return
        }
        html.close(context.tag)
        if context.isBlock { html.newline() }
    }

    /// Closes what cannot hold a block and opens it again behind `body`; `false` where that is impossible.
    mutating func asBlock(_ body: (inout NoteBody) -> Void) -> Bool {
        var first = contexts.count
        while first > 0, contexts[first - 1].isPhrasing {
            guard contexts[first - 1].canSplit else { return false }
            first -= 1
        }
        let split = Array(contexts[first...])
        for _ in split { closeContext() }
        body(&self)
        for context in split { openContext(context) }
        return true
    }

    // MARK: Nodes

    private mutating func enter(_ id: NoteTree.ID) {
        let node = tree[id]
        switch node.kind {
        case .document: push(childrenOf: id)
        case .heading: heading(id)
        case .paragraph:
            if id == leadingTags { return }
            later(.findings(in: id))
            if mode == .bare || contexts.last?.isTight == true {
                work.append(.lineEnd)
                push(childrenOf: id)
            } else {
                open(Context(tag: "p", isBlock: true, isPhrasing: true, canSplit: true), childrenOf: id)
            }
        case .blockQuote: open(Context(tag: "blockquote"), childrenOf: id)
        case .callout(let kind, let hasTitle, let folding): callout(id, kind: kind, hasTitle: hasTitle, folding: folding)
        case .list(let ordered, let start, let tight): list(id, ordered: ordered, start: start, tight: tight)
        case .item(let task): item(id, task: task)
        case .codeBlock(let index):
            if mode == .page {
                results.code(index, to: &html)
                shownFindings.formUnion(results.codeFindings[index] ?? [])
            }
        case .thematicBreak: html.markup("<hr>\n")
        case .htmlBlock(let raw):
            later(.findings(in: id))
            rawBlock(id, raw)
        case .table(let columns):
            table(id, columns: columns)
            writeFindings(in: id)
        // A table writes its own rows.
        case .tableRow, .tableCell: push(childrenOf: id)
        case .footnoteDefinition, .comment: break
        case .text(let words): html.text(words)
        case .softBreak: softBreak()
        case .lineBreak: html.markup("<br>\n")
        case .code(let words): html.element("code", words)
        case .emphasis: open(inline("em"), childrenOf: id)
        case .strong: open(inline("strong"), childrenOf: id)
        case .strikethrough: open(inline("del"), childrenOf: id)
        case .highlight: open(inline("mark"), childrenOf: id)
        case .link(let destination, let title):
            link(id, links.link(destination, from: noteIndex), title: title, destination: destination)
        case .image(let destination, let title, let width, let height):
            image(id, destination: destination, title: title, width: width, height: height)
        case .wikilink(let target): wikilink(id, target: target)
        case .tag(let name): tag(name)
        case .htmlInline(let raw): rawHTML(raw)
        case .formula(let index): formula(index)
        case .footnoteReference(let label): footnoteReference(label)
        }
    }

    /// Findings in a block's words, links and inline formulas, which have no panel of their own.
    mutating func writeFindings(in block: NoteTree.ID) {
        guard mode == .page, !results.proseFindings.isEmpty else { return }
        let range = tree[block].range
        let findings = record.findings
        var low = 0
        var high = results.proseFindings.count
        while low < high {
            let middle = (low + high) / 2
            if findings[results.proseFindings[middle]].diagnostic.range.lower < range.lower { low = middle + 1 } else { high = middle }
        }
        for index in results.proseFindings[low...] {
            guard findings[index].diagnostic.range.lower < range.upper else { return }
            if shownFindings.insert(index).inserted { results.writeFinding(index, to: &html) }
        }
    }

    private static func leadingTags(of tree: NoteTree, behind title: NoteTree.ID?) -> NoteTree.ID? {
        let first = tree.children(of: tree.root).first { id in
            if case .comment = tree[id].kind { return false }
            return id != title
        }
        guard let first, case .paragraph = tree[first].kind else { return nil }
        let isOnlyTags = tree.children(of: first).allSatisfy { child in
            switch tree[child].kind {
            case .tag, .softBreak, .lineBreak: true
            case .text(let words): words.allSatisfy(\.isWhitespace)
            default: false
            }
        }
        return isOnlyTags ? first : nil
    }

    private func inline(_ tag: StaticString) -> Context {
        Context(tag: tag, isBlock: false, isPhrasing: true, canSplit: true)
    }
}
