import Checks
import Source

/// What all pages have in common: head, policy, navigation, foot.
struct PageShell {
    enum Section { case notes, tags, catalogue, ledger, findings, search }

    let settings: SiteSettings
    /// The page's own path.
    let path: String
    let title: String
    /// Of the page's words; the frame is English.
    let language: String
    let section: Section?
    /// Of the layout: `note`, `plain`.
    let kind: String
    let hasTags: Bool

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

    /// Where the page stands, from the top down to the folder above it.
    func breadcrumbs(_ crumbs: [(name: String, url: String)], _ html: inout HTMLWriter) {
        html.open("nav", "breadcrumbs", [.label("Breadcrumbs")])
        html.open("ol")
        for crumb in crumbs {
            html.open("li")
            html.link(crumb.url, crumb.name)
            html.close("li")
        }
        html.close("ol")
        html.close("nav")
        html.newline()
    }

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
        html.open("link", nil, [.init("rel", "icon"), .href(url(PageMap.icon)), .init("type", "image/svg+xml")])
        html.newline()
        // Before the first paint: the scheme that the reader chose. The other one waits for the page.
        html.open("script", nil, [.init("src", url(PageMap.themeScript))])
        html.close("script")
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
        html.element("a", "site-title", [.href(url(PageMap.index)), .init("lang", settings.language)], settings.title)
        html.newline()
        html.open("nav", "site-nav", [.label("Site"), .english])
        html.open("ul")
        let items: [(Section, String, String)] = [
            (.notes, "Notes", PageMap.index), (.tags, "Tags", PageMap.tagsIndex),
            (.catalogue, "Catalogue", PageMap.catalogueIndex), (.ledger, "Ledger", PageMap.ledger),
            (.findings, "Findings", PageMap.findingsIndex), (.search, "Search", PageMap.search),
        ]
        for (item, name, target) in items where item != .tags || hasTags {
            html.open("li", item == .search ? "to-search" : nil)
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
