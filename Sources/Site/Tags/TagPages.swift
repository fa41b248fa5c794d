import Source

/// A page for each tag with the notes that carry it, and their list.
struct TagPages {
    let context: SiteContext

    func files() -> [SiteFile] {
        guard !context.tags.isEmpty else { return [] }
        return [indexFile()] + context.tags.keys.compactMap { key in
            guard let tag = context.tags.byKey[key], let path = context.pages.tags[key] else { return nil }
            return file(tag, path: path)
        }
    }

    private var language: HTMLWriter.Attribute { .init("lang", context.settings.language) }

    private func indexFile() -> SiteFile {
        let shell = context.shell(PageMap.tagsIndex, title: "Tags", section: .tags, kind: "plain-page")
        return shell.page { html in
            html.open("main", nil, [.id("main")])
            html.newline()
            html.element("h1", "Tags")
            html.newline()
            writeList(context.tags.keys.filter { context.tags.byKey[$0]?.parent == nil }, shell, &html)
            html.close("main")
            html.newline()
        }
    }

    /// Tags with all that stand below them.
    private func writeList(_ keys: [String], _ shell: PageShell, _ html: inout HTMLWriter) {
        html.open("ul", "tag-list")
        html.newline()
        // Depth first without recursion: nesting comes from notes.
        var pending: [(key: String, depth: Int)] = keys.reversed().map { ($0, 0) }
        while let (key, depth) = pending.popLast() {
            guard let tag = context.tags.byKey[key], let path = context.pages.tags[key] else { continue }
            html.open("li", depth > 0 ? "depth-\(min(depth, 4))" : nil)
            html.element("a", "tag", [.href(shell.url(path)), language], "#" + (depth > 0 ? tag.shortName : tag.name))
            html.text(" ")
            html.element("span", "count", OutcomeCounts.count(tag.notes.count, "note"))
            html.close("li")
            html.newline()
            pending += tag.children.reversed().map { ($0, depth + 1) }
        }
        html.close("ul")
        html.newline()
    }

    private func file(_ tag: TagIndex.Tag, path: String) -> SiteFile {
        let shell = context.shell(path, title: "#" + tag.name, section: .tags, kind: "plain-page")
        return shell.page { html in
            html.open("main", nil, [.id("main")])
            html.newline()
            var crumbs = [(name: "Tags", url: shell.url(PageMap.tagsIndex))]
            var parents: [(name: String, url: String)] = []
            var parent = tag.parent
            while let key = parent, let above = context.tags.byKey[key], let path = context.pages.tags[key] {
                parents.append((above.shortName, shell.url(path)))
                parent = above.parent
            }
            crumbs += parents.reversed()
            shell.breadcrumbs(crumbs, &html)
            html.element("h1", [language], "#" + tag.name)
            html.newline()
            if !tag.children.isEmpty { writeList(tag.children, shell, &html) }
            NoteList(context: context, shell: shell).write(tag.notes, to: &html)
            html.close("main")
            html.newline()
        }
    }
}
