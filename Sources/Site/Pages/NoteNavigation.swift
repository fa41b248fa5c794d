import Checks
import Source

/// From one note to the others: those of its folder beside it, the one before and the one after below it.
extension NotePage {
    /// So many notes stand beside a note at most, the nearest ones: a page does not grow with the site.
    private static let listed = 24

    func writeNoteNavigation(_ shell: PageShell, _ html: inout HTMLWriter) {
        let folder = SitePath.folder(of: context.pages.noteNames[index])
        let place = context.rank[index]
        func isSibling(_ place: Int) -> Bool {
            context.order.indices.contains(place)
                && SitePath.folder(of: context.pages.noteNames[context.order[place]]) == folder
        }
        // Notes of one folder follow each other.
        var low = place
        var high = place
        while high - low + 1 < Self.listed {
            let before = isSibling(low - 1)
            let after = isSibling(high + 1)
            if !before, !after { break }
            if before, !after || place - low <= high - place { low -= 1 } else { high += 1 }
        }
        guard high > low else { return }
        html.open("nav", "notes-side", [.label("Notes"), .english])
        html.element("p", "side-title", folder.isEmpty ? "Notes" : "In this folder")
        html.open("ul", nil, [.init("lang", context.settings.language)])
        html.newline()
        for note in context.order[low...high] {
            html.open("li")
            let state: [HTMLWriter.Attribute] = note == index ? [.init("aria-current", "page")] : []
            html.element("a", nil, [.href(shell.url(context.pages.notes[note]))] + state, context.outlines[note].title)
            html.close("li")
            html.newline()
        }
        html.close("ul")
        if isSibling(low - 1) || isSibling(high + 1) {
            html.element("a", "more", [.href(shell.url(PageMap.index))], "All notes")
        }
        html.close("nav")
        html.newline()
    }

    func writeNeighbours(_ shell: PageShell, _ html: inout HTMLWriter) {
        guard context.order.count > 1 else { return }
        let place = context.rank[index]
        html.open("nav", "neighbours", [.label("Previous and next note"), .english])
        let sides = [("Previous", "previous", place - 1), ("Next", "next", place + 1)]
        for (word, name, other) in sides where context.order.indices.contains(other) {
            let note = context.order[other]
            html.open("a", name, [.href(shell.url(context.pages.notes[note])), .init("rel", name == "next" ? "next" : "prev")])
            html.element("span", "direction", word)
            html.element("span", "neighbour", [.init("lang", context.settings.language)], context.outlines[note].title)
            html.close("a")
        }
        html.close("nav")
        html.newline()
    }
}
