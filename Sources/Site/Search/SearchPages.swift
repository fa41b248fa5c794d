import Catalogue
import Checks
import Source

/// The page of the search, which works as an index without a script, and the files that the search loads.
struct SearchPages {
    let context: SiteContext

    /// Sections of about so many bytes share a file.
    private static let textBytes = 48 << 10

    func files() -> [SiteFile] { [page()] + indexFiles() }

    private func page() -> SiteFile {
        let shell = context.shell(PageMap.search, title: "Search", section: .search, kind: "plain-page")
        let language = HTMLWriter.Attribute("lang", context.settings.language)
        return shell.page { html in
            html.open("main", nil, [.id("main")])
            html.newline()
            html.element("h1", "Search")
            html.newline()
            html.open("div", "search-here", [.id("search-here")])
            html.close("div")
            html.newline()
            html.element("h2", "All headings")
            html.newline()
            html.open("ul", "heading-index", [language])
            html.newline()
            for note in context.order {
                let url = shell.url(context.pages.notes[note])
                html.open("li")
                html.link(url, context.outlines[note].title)
                let headings = context.outlines[note].headings.filter { !$0.text.isEmpty }
                if !headings.isEmpty {
                    html.open("ul")
                    for heading in headings {
                        html.open("li", "level-\(heading.level)")
                        html.link(url + "#" + SitePath.encoded(heading.anchor), heading.text.isEmpty ? "#" : heading.text)
                        html.close("li")
                    }
                    html.close("ul")
                }
                html.close("li")
                html.newline()
            }
            html.close("ul")
            html.close("main")
            html.newline()
        }
    }

    private func indexFiles() -> [SiteFile] {
        var index = SearchIndex()
        var pages: [(url: String, name: String)] = []
        var texts: [ByteBuffer] = []
        var firstUnits: [Int] = []
        func add(_ unit: SearchUnit) {
            if texts.isEmpty || (texts.last?.bytes.count ?? 0) > Self.textBytes {
                if !texts.isEmpty { texts[texts.count - 1].append("]);\n") }
                var buffer = ByteBuffer()
                buffer.append(string: "glossSearch.texts(\(texts.count),[\n")
                texts.append(buffer)
                firstUnits.append(index.count)
            } else {
                texts[texts.count - 1].append(",\n")
            }
            let row = JSONValue.array([
                .integer(unit.page), .string(SitePath.encoded(unit.anchor)), .string(unit.heading), .string(unit.text),
            ])
            row.write(to: &texts[texts.count - 1])
            index.add(unit)
        }
        for note in context.order {
            let page = pages.count
            pages.append((SitePath.encoded(context.pages.notes[note]), context.outlines[note].title))
            for unit in SearchUnit.sections(of: context.ledger.notes[note].note, outline: context.outlines[note], page: page) {
                add(unit)
            }
        }
        let noteCount = pages.count
        for entry in context.catalogue.entries {
            guard let path = context.pages.entries[entry.name] else { continue }
            let page = pages.count
            pages.append((SitePath.encoded(path), "\(entry.title.english) \(entry.title.chinese)"))
            add(SearchUnit.entry(entry, page: page))
        }
        if !texts.isEmpty { texts[texts.count - 1].append("]);\n") }
        let shards = index.shards()

        var manifest = ByteBuffer()
        manifest.append("glossSearch.manifest(")
        JSONValue.object([
            "shards": .integer(shards.count), "notes": .integer(noteCount),
            "units": .integer(index.count),
            "first": .array(firstUnits.map { .integer($0) }),
            "pages": .array(pages.map { .array([.string($0.url), .string($0.name)]) }),
        ]).write(to: &manifest)
        manifest.append(");\n")
        return [SiteFile(path: "assets/search/manifest.js", bytes: manifest.bytes)]
            + shards.enumerated().map { SiteFile(path: "assets/search/pairs-\($0).js", bytes: $1) }
            + texts.enumerated().map { SiteFile(path: "assets/search/text-\($0).js", bytes: $1.bytes) }
    }
}
