import Checks
import Source

/// The head of a note: where it stands, its title, its tags, and how it fared.
extension NotePage {
    func writeHead(_ heading: HTMLWriter, _ shell: PageShell, _ html: inout HTMLWriter) {
        html.open("header", "note-head")
        html.newline()
        let folders = context.pages.noteNames[index].split(separator: "/").dropLast()
        if !folders.isEmpty {
            var crumbs = [(name: context.settings.title, url: shell.url(PageMap.index))]
            var folder = ""
            for part in folders {
                folder += part + "/"
                let anchor = context.folderAnchors[folder].map { "#" + SitePath.encoded($0) } ?? ""
                crumbs.append((String(part), shell.url(PageMap.index) + anchor))
            }
            shell.breadcrumbs(crumbs, &html)
        }
        html.markup(heading)
        writeTags(shell, &html)
        writeFared(shell, &html)
        html.close("header")
        html.newline()
    }

    private func writeTags(_ shell: PageShell, _ html: inout HTMLWriter) {
        guard !outline.tags.isEmpty else { return }
        html.open("p", "tags")
        for (place, tag) in outline.tags.enumerated() {
            if place > 0 { html.text(" ") }
            if let page = context.pages.tags[TagIndex.key(tag)] {
                html.element("a", "tag", [.href(shell.url(page))], "#" + tag)
            } else {
                html.element("span", "tag", "#" + tag)
            }
        }
        html.close("p")
        html.newline()
    }

    private func writeFared(_ shell: PageShell, _ html: inout HTMLWriter) {
        let counts = OutcomeCounts([record])
        guard counts.formulaTotal + counts.codeTotal + record.findings.count > 0 else { return }
        html.open("div", "fared", [.english])
        if counts.formulaTotal > 0 {
            counts.writeBar(to: &html)
            html.open("p")
            counts.writeFormulaWords(to: &html)
            html.text(" ")
            html.element(
                "a", "words", [.href(shell.url(PageMap.index) + "#" + IndexPage.wordsAnchor), .label("What these words mean")], "?")
            html.close("p")
        }
        if counts.codeTotal > 0 {
            html.open("p")
            counts.writeCodeWords(to: &html)
            html.close("p")
        }
        if !record.findings.isEmpty {
            html.open("p")
            html.open("a", nil, [.href("#findings")])
            counts.writeFindingWords(to: &html)
            html.close("a")
            html.close("p")
        }
        html.close("div")
        html.newline()
    }
}
