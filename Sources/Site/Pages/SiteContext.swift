import Catalogue
import Checks
import LaTeX
import Markdown
import MathML
import Source

/// What every page may need to know of the whole site.
struct SiteContext {
    /// With the findings of the pages' own names.
    let ledger: Ledger
    let catalogue: ImplementationTable
    let settings: SiteSettings
    let pages: PageMap
    let outlines: [PageOutline]
    /// Indices of the notes in the order of their paths: how lists, previous and next go.
    let order: [Int]
    /// Place of each note in `order`.
    let rank: [Int]
    let tags: TagIndex
    /// By folder with its slash: the id of its heading on the front page.
    let folderAnchors: [String: String]
    /// By name of the entry: the statements that were tied to it.
    let uses: [String: [Use]]

    struct Use {
        var note: Int
        /// Index of the formula; `nil` for a code block.
        var formula: Int?
        var block: Int?
        var outcome: String
    }

    init(ledger: Ledger, catalogue: ImplementationTable, settings: SiteSettings) {
        self.catalogue = catalogue
        self.settings = settings
        let names = PageMap.names(of: ledger.notes, below: settings.notesFolder)
        let outlines = zip(ledger.notes, names).map { PageOutline($0.note, name: $1) }
        let order = names.indices.sorted { Self.precedes(names[$0], names[$1]) }
        let tags = TagIndex(outlines.map(\.tags), order: order)
        let pages = PageMap(
            notes: ledger.notes, notesFolder: settings.notesFolder, entryNames: catalogue.entries.map(\.name),
            tagNames: tags.keys)
        self.pages = pages
        self.outlines = outlines
        self.order = order
        self.tags = tags
        var rank = [Int](repeating: 0, count: order.count)
        for (place, note) in order.enumerated() { rank[note] = place }
        self.rank = rank
        var anchors = AnchorSet()
        var folderAnchors: [String: String] = [:]
        for note in order {
            let folder = SitePath.folder(of: names[note])
            if !folder.isEmpty, folderAnchors[folder] == nil { folderAnchors[folder] = anchors.unique("in " + folder) }
        }
        self.folderAnchors = folderAnchors
        var ledger = ledger
        let added = Dictionary(grouping: pages.findings, by: \.file)
        if !added.isEmpty {
            for index in ledger.notes.indices {
                guard let more = added[ledger.notes[index].note.source.name] else { continue }
                ledger.notes[index].findings = (ledger.notes[index].findings + more).sorted(by: Finding.precedes)
            }
        }
        self.ledger = ledger
        var uses: [String: [Use]] = [:]
        for note in order {
            let record = ledger.notes[note]
            for (index, formula) in record.formulas.enumerated() {
                var seen: Set<String> = []
                for statement in formula.statements {
                    let names = [statement.implementation].compactMap(\.self)
                        + statement.evidence.filter { $0.by == .implementation }.map(\.name)
                    for name in names where seen.insert(name).inserted {
                        uses[name, default: []].append(Use(note: note, formula: index, outcome: statement.outcome.rawValue))
                    }
                }
            }
            for (index, code) in record.code.enumerated() {
                var seen: Set<String> = []
                for evidence in code.evidence where evidence.by == .implementation && seen.insert(evidence.name).inserted {
                    uses[evidence.name, default: []].append(Use(note: note, block: index, outcome: code.outcome.rawValue))
                }
            }
        }
        self.uses = uses
    }

    /// By folder, files before folders, then by name: the order of a table of contents.
    private static func precedes(_ a: String, _ b: String) -> Bool {
        let (x, y) = (a.split(separator: "/"), b.split(separator: "/"))
        for (p, q) in zip(x.dropLast(), y.dropLast()) where p != q { return p.utf8.lexicographicallyPrecedes(q.utf8) }
        if x.count != y.count { return x.count < y.count }
        return a.utf8.lexicographicallyPrecedes(b.utf8)
    }

    func shell(
        _ path: String, title: String, section: PageShell.Section?, kind: String, language: String = "en"
    ) -> PageShell {
        PageShell(
            settings: settings, path: path, title: title, language: language, section: section, kind: kind,
            hasTags: !tags.isEmpty)
    }

    /// LaTeX of our own (equations of the catalogue) or of a note, drawn.
    static func math(_ latex: [UInt8], display: Bool, macros: Macros = Macros(), to html: inout HTMLWriter) {
        let parsed = FormulaParser.parse(latex, macros: macros)
        html.withBuffer { MathMLRenderer(display: display, annotation: latex).render(parsed.tree, to: &$0) }
    }
}
