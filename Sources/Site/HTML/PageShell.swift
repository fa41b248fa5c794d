import Source

/// What all pages have in common: head, policy, navigation, foot.
struct PageShell {
    enum Section { case notes, catalogue, ledger, findings }

    let settings: SiteSettings
    /// The page's own path.
    let path: String
    let title: String
    /// Of the page's words; the frame is English.
    let language: String
    let section: Section?
    /// Of the layout: `note`, `plain`.
    let kind: String

    /// Everything a page may load comes from the site; nothing runs or is styled from within the page.
    static let policy =
        "default-src 'none'; img-src 'self' https: data:; style-src 'self'; script-src 'self'; font-src 'self'; "
        + "base-uri 'none'; form-action 'none'"

    func page(_ body: (inout HTMLWriter) -> Void) -> SiteFile {
        var html = HTMLWriter(capacity: 1 << 15)
        html.markup("<!DOCTYPE html>\n")
        html.open("html", nil, [.init("lang", language)])
        html.newline()
        head(&html)
        html.open("body", kind)
        html.newline()
        html.element("a", "skip", [.href("#main"), .english], "Skip to the content")
        html.newline()
        header(&html)
        body(&html)
        footer(&html)
        html.close("body")
        html.newline()
        html.close("html")
        html.newline()
        return SiteFile(path: path, bytes: html.out.bytes)
    }

    func url(_ target: String) -> String { SitePath.relative(from: path, to: target) }

    private func head(_ html: inout HTMLWriter) {
        html.open("head")
        html.newline()
        html.open("meta", nil, [.init("charset", "utf-8")])
        html.newline()
        html.open("meta", nil, [.init("http-equiv", "Content-Security-Policy"), .init("content", Self.policy)])
        html.newline()
        html.open("meta", nil, [.init("name", "viewport"), .init("content", "width=device-width, initial-scale=1")])
        html.newline()
        html.open("meta", nil, [.init("name", "color-scheme"), .init("content", "light dark")])
        html.newline()
        html.element("title", title == settings.title ? title : "\(title) · \(settings.title)")
        html.newline()
        html.open("link", nil, [.init("rel", "stylesheet"), .href(url(PageMap.style))])
        html.newline()
        html.open("script", nil, [.init("src", url(PageMap.script)), .init("defer")])
        html.close("script")
        html.newline()
        html.close("head")
        html.newline()
    }

    private func header(_ html: inout HTMLWriter) {
        html.open("header", "site-head")
        html.newline()
        html.element("a", "site-title", [.href(url(PageMap.index))], settings.title)
        html.newline()
        html.open("nav", "site-nav", [.label("Site"), .english])
        html.open("ul")
        let items: [(Section, String, String)] = [
            (.notes, "Notes", PageMap.index), (.catalogue, "Catalogue", PageMap.catalogueIndex),
            (.ledger, "Ledger", PageMap.ledger), (.findings, "Findings", PageMap.findingsIndex),
        ]
        for (item, name, target) in items {
            html.open("li")
            let isHere = target == path
            let state: [HTMLWriter.Attribute] =
                isHere ? [.init("aria-current", "page")] : item == section ? [.init("aria-current", "true")] : []
            html.element("a", nil, [.href(url(target))] + state, name)
            html.close("li")
        }
        html.close("ul")
        html.close("nav")
        html.newline()
        html.close("header")
        html.newline()
    }

    private func footer(_ html: inout HTMLWriter) {
        html.open("footer", "site-foot", [.english])
        html.text("Checked and rendered by Gloss")
        html.close("footer")
        html.newline()
    }
}
