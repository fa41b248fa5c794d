import Checks
import Markdown
import Source

extension NoteBody {
    mutating func heading(_ id: NoteTree.ID) {
        guard let heading = headings[id] else { return }
        let tags: [StaticString] = ["h2", "h3", "h4", "h5", "h6"]
        let tag = tags[min(max(heading.level - 2, 0), tags.count - 1)]
        openContext(Context(tag: tag, id: heading.anchor, isPhrasing: true, isFormulaHeader: holdsFormulasOnly(id)))
        later(.findings(in: id))
        later(.close)
        later(.permalink(heading))
        push(childrenOf: id)
    }

    /// The page's own heading, and what was found in it.
    mutating func title() -> (heading: HTMLWriter, findings: HTMLWriter) {
        let before = html
        html = HTMLWriter()
        openContext(Context(tag: "h1", isPhrasing: true, isFormulaHeader: outline.titleHeading.map(holdsFormulasOnly) ?? false))
        if let node = outline.titleHeading { render(childrenOf: node) } else { html.text(outline.title) }
        closeContext()
        let heading = html
        html = HTMLWriter()
        if let node = outline.titleHeading { writeFindings(in: node) }
        defer { html = before }
        return (heading, html)
    }

    mutating func permalink(_ heading: PageOutline.Heading) {
        html.markup(" ")
        html.element(
            "a", "permalink", [.href("#" + SitePath.encoded(heading.anchor)), .label("Link to this section"), .english],
            "#")
    }

    mutating func list(_ id: NoteTree.ID, ordered: Bool, start: Int, tight: Bool) {
        let hasTasks = tree.children(of: id).contains { child in
            if case .item(let task) = tree[child].kind { task != .none } else { false }
        }
        var context = Context(tag: ordered ? "ol" : "ul", className: hasTasks ? "tasks" : nil)
        context.isTight = tight
        if ordered, start != 1 { context.attributes = [.init("start", String(start))] }
        open(context, childrenOf: id)
    }

    mutating func item(_ id: NoteTree.ID, task: NoteTree.Task) {
        var context = Context(tag: "li")
        context.isTight = contexts.last?.isTight ?? false
        openContext(context)
        if task != .none {
            let isDone = task == .done
            let state: [HTMLWriter.Attribute] = isDone ? [.init("checked")] : []
            html.open(
                "input", "task",
                [.init("type", "checkbox"), .init("disabled"), .label(isDone ? "done" : "to do"), .english] + state)
            html.markup(" ")
        }
        later(.close)
        push(childrenOf: id)
    }

    mutating func callout(_ id: NoteTree.ID, kind: String, hasTitle: Bool, folding: NoteTree.Folding) {
        let folds = folding != .none
        openContext(
            Context(
                tag: folds ? "details" : "div", className: "callout \(Self.calloutClass(kind))",
                attributes: folds ? (folding == .open ? [.init("open")] : []) : [.role("note")]))
        let titleTag: StaticString = folds ? "summary" : "p"
        let children = tree.children(of: id)
        later(.close)
        for child in children.dropFirst(hasTitle ? 1 : 0).reversed() { later(.enter(child)) }
        if hasTitle, let title = children.first {
            openContext(Context(tag: titleTag, className: "callout-title", isPhrasing: true, canSplit: true))
            later(.findings(in: title))
            later(.close)
            push(childrenOf: title)
        } else {
            html.element(titleTag, "callout-title", [.english], kind.prefix(1).uppercased() + kind.dropFirst())
            html.newline()
        }
    }

    /// Obsidian's and GitHub's kinds, by what they look like.
    private static func calloutClass(_ kind: String) -> String {
        switch kind {
        case "tip", "hint", "important", "success", "check", "done": "tip"
        case "warning", "caution", "attention", "question", "help", "faq": "warning"
        case "danger", "error", "bug", "failure", "fail", "missing": "danger"
        case "quote", "cite", "example": "quote"
        default: "note"
        }
    }

    mutating func table(_ id: NoteTree.ID, columns: [NoteTree.Alignment]) {
        html.open("div", "table-box")
        html.open("table")
        html.newline()
        var isInBody = false
        for row in tree.children(of: id) {
            guard case .tableRow(let isHeader) = tree[row].kind else { continue }
            if isHeader {
                html.open("thead")
            } else if !isInBody {
                html.open("tbody")
                isInBody = true
            }
            html.open("tr")
            for (index, cell) in tree.children(of: row).enumerated() {
                let alignment = columns.indices.contains(index) ? columns[index] : .none
                // A corner without words heads nothing.
                let heads = isHeader && !tree.children(of: cell).isEmpty
                var context = Context(
                    tag: heads ? "th" : "td", className: Self.alignmentClass(alignment),
                    attributes: heads ? [.init("scope", "col")] : [], isBlock: false, isPhrasing: false)
                context.isFormulaHeader = heads && holdsFormulasOnly(cell)
                openContext(context)
                render(childrenOf: cell)
                closeContext()
            }
            html.close("tr")
            if isHeader { html.close("thead") }
            html.newline()
        }
        if isInBody { html.close("tbody") }
        html.close("table")
        html.close("div")
        html.newline()
    }

    private func holdsFormulasOnly(_ cell: NoteTree.ID) -> Bool {
        tree.children(of: cell).allSatisfy { child in
            switch tree[child].kind {
            case .formula: true
            case .text(let words): words.allSatisfy(\.isWhitespace)
            default: false
            }
        }
    }

    private static func alignmentClass(_ alignment: NoteTree.Alignment) -> String? {
        switch alignment {
        case .none: nil
        case .left: "left"
        case .center: "center"
        case .right: "right"
        }
    }

    // MARK: Footnotes

    mutating func footnoteReference(_ label: String) {
        guard let (number, use) = footnotes.refer(to: label) else {
            html.text("[^\(label)]")
            return
        }
        if mode == .bare { return }
        html.open("sup")
        let id = "footnote-\(number)-use" + (use > 1 ? "-\(use)" : "")
        html.element(
            "a", "footnote", [.href("#footnote-\(number)"), .id(id), .label("Footnote \(number)"), .init("role", "doc-noteref")],
            String(number))
        html.close("sup")
    }

    /// All footnotes, in the order of their first use; those that nothing refers to are last.
    mutating func renderFootnotes() {
        footnotes.addUnused()
        guard footnotes.count > 0 else { return }
        html.open("section", "footnotes", [.label("Footnotes"), .english])
        html.newline()
        html.open("ol")
        html.newline()
        var number = 1
        // Footnotes may refer to others while they are written.
        while number <= footnotes.count {
            html.open("li", nil, [.id("footnote-\(number)")])
            html.open("div", nil, results.noteLanguage)
            if let node = footnotes.node(number) { render(childrenOf: node) }
            html.close("div")
            for use in 0..<footnotes.uses(number) {
                let id = "#footnote-\(number)-use" + (use > 0 ? "-\(use + 1)" : "")
                html.element("a", "back", [.href(id), .label("Back to the text")], "↩")
            }
            html.close("li")
            html.newline()
            number += 1
        }
        html.close("ol")
        html.close("section")
        html.newline()
    }
}

/// Footnotes of one page, numbered by first use.
struct FootnoteList {
    private var definitions: [(label: String, node: NoteTree.ID)] = []
    private var byLabel: [String: Int] = [:]
    /// Index into `definitions` of each number, and how often it was referred to.
    private var order: [(definition: Int, uses: Int)] = []
    private var numbers: [Int: Int] = [:]

    var count: Int { order.count }

    mutating func define(_ label: String, node: NoteTree.ID) {
        let key = TextFolding.folded(label)
        guard byLabel[key] == nil else { return }
        byLabel[key] = definitions.count
        definitions.append((label, node))
    }

    mutating func refer(to label: String) -> (number: Int, use: Int)? {
        guard let definition = byLabel[TextFolding.folded(label)] else { return nil }
        if let number = numbers[definition] {
            order[number - 1].uses += 1
            return (number, order[number - 1].uses)
        }
        order.append((definition, 1))
        numbers[definition] = order.count
        return (order.count, 1)
    }

    mutating func addUnused() {
        for definition in definitions.indices where numbers[definition] == nil {
            order.append((definition, 0))
            numbers[definition] = order.count
        }
    }

    func node(_ number: Int) -> NoteTree.ID? {
        order.indices.contains(number - 1) ? definitions[order[number - 1].definition].node : nil
    }

    func uses(_ number: Int) -> Int { order.indices.contains(number - 1) ? order[number - 1].uses : 0 }
}
