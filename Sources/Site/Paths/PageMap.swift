import Checks
import Markdown
import Source

/// Which page each note, catalogue entry and finding code has.
///
/// Pages of our own come first; a note whose page would collide with one of them, or with that of a note before it in
/// the order of paths, after NFC and case folding, gets a suffix that depends on its own path only.
struct PageMap {
    static let index = "index.html"
    static let ledger = "ledger.html"
    static let catalogueIndex = "catalogue/index.html"
    static let findingsIndex = "findings/index.html"
    static let tagsIndex = "tags/index.html"
    static let search = "search.html"
    static let commands = "commands.html"
    static let style = "assets/gloss.css"
    static let script = "assets/gloss.js"
    static let themeScript = "assets/theme.js"
    static let icon = "assets/icon.svg"

    /// One for each note of the ledger, in its order.
    let notes: [String]
    /// Paths of the notes below the notes folder, in the ledger's order.
    let noteNames: [String]
    let entries: [String: String]
    /// By the folded name of the tag.
    let tags: [String: String]
    /// Where each note's rows of the ledger are, in the ledger's order, for a ledger too long for one page.
    let ledgerPages: [String]
    let findings: [Finding]

    static func entry(_ name: String) -> String { "catalogue/\(name).html" }
    static func code(_ code: FindingCode) -> String { "findings/\(code.code).html" }

    /// `tagNames` are keys of a `TagIndex`, sorted.
    init(notes records: [NoteRecord], notesFolder: String, entryNames: [String], tagNames: [String] = []) {
        var taken: Set<String> = []
        for path in [Self.index, Self.ledger, Self.catalogueIndex, Self.findingsIndex, Self.tagsIndex, Self.search, Self.commands] {
            taken.insert(SitePath.foldedKey(path))
        }
        for code in FindingCode.all { taken.insert(SitePath.foldedKey(Self.code(code))) }
        var entries: [String: String] = [:]
        for name in entryNames {
            var path = Self.entry(name)
            if !taken.insert(SitePath.foldedKey(path)).inserted {
                path = Self.entry(name + "-" + ShortHash.of(name))
                taken.insert(SitePath.foldedKey(path))
            }
            entries[name] = path
        }
        self.entries = entries
        var tags: [String: String] = [:]
        for name in tagNames {
            let stem = "tags/" + name.split(separator: "/").map { SitePath.safeComponent(String($0)) }.joined(separator: "/")
            var page = stem + ".html"
            if !taken.insert(SitePath.foldedKey(page)).inserted {
                page = "\(stem)-\(ShortHash.of(name)).html"
                taken.insert(SitePath.foldedKey(page))
            }
            tags[name] = page
        }
        self.tags = tags

        let names = Self.names(of: records, below: notesFolder)
        noteNames = names
        let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
        var pages = [String](repeating: "", count: names.count)
        var findings: [Finding] = []
        for index in order {
            let stem = SitePath.published(SitePath.withoutExtension(names[index]))
            var page = stem + ".html"
            let isOurs = Self.ourFolders.contains { SitePath.foldedKey(stem).hasPrefix($0) }
            if !taken.insert(SitePath.foldedKey(page)).inserted || isOurs {
                let wanted = page
                page = "\(stem)-\(ShortHash.of(names[index])).html"
                // Two equal hashes: count, so that no page is ever lost.
                var count = 2
                while !taken.insert(SitePath.foldedKey(page)).inserted {
                    page = "\(stem)-\(ShortHash.of(names[index]))-\(count).html"
                    count += 1
                }
                let diagnostic = Diagnostic(
                    .pageNameCollision, at: .empty(at: 0), "\(wanted) is the name of another page; this note is \(page)",
                    help: "rename the note to choose its URL yourself")
                findings.append(Finding(diagnostic, wholeFile: records[index].note.source.name))
            }
            pages[index] = page
        }
        notes = pages
        var ledgerPages = [String](repeating: "", count: names.count)
        for index in order {
            var page = "ledger/" + pages[index]
            var count = 2
            while !taken.insert(SitePath.foldedKey(page)).inserted {
                page = "ledger/\(SitePath.withoutExtension(pages[index]))-\(count).html"
                count += 1
            }
            ledgerPages[index] = page
        }
        self.ledgerPages = ledgerPages
        self.findings = findings.sorted(by: Finding.precedes)
    }

    /// Whatever pages these folders will come to hold, a note's name in them is its own.
    private static let ourFolders = ["assets/", "ledger/"]

    /// Paths of notes below their folder.
    static func names(of records: [NoteRecord], below folder: String) -> [String] {
        records.map { name($0.note.source.name, below: folder) }
    }

    /// `file` without the notes folder at its head.
    private static func name(_ file: String, below folder: String) -> String {
        var parts = file.split(separator: "/").filter { $0 != "." }
        let head = folder.split(separator: "/").filter { $0 != "." }
        if parts.count > head.count, parts.starts(with: head) { parts.removeFirst(head.count) }
        let inside = parts.filter { $0 != ".." }
        return inside.isEmpty ? "note.md" : inside.joined(separator: "/")
    }
}
