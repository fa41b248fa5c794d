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
    let outlines: [NoteOutline]
    /// Indices of the notes in the order of their paths: how lists, previous and next go.
    let order: [Int]
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
        let pages = PageMap(
            notes: ledger.notes, notesFolder: settings.notesFolder, entryNames: catalogue.entries.map(\.name))
        self.pages = pages
        var ledger = ledger
        for index in ledger.notes.indices {
            let added = pages.findings.filter { $0.file == ledger.notes[index].note.source.name }
            guard !added.isEmpty else { continue }
            ledger.notes[index].findings = (ledger.notes[index].findings + added).sorted(by: Finding.precedes)
        }
        self.ledger = ledger
        outlines = zip(ledger.notes, pages.noteNames).map { NoteOutline($0.note, name: $1) }
        order = pages.notes.indices.sorted { Self.precedes(pages.noteNames[$0], pages.noteNames[$1]) }
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
        PageShell(settings: settings, path: path, title: title, language: language, section: section, kind: kind)
    }

    /// LaTeX of our own (equations of the catalogue) or of a note, drawn.
    static func math(_ latex: [UInt8], display: Bool, macros: Macros = Macros(), to html: inout HTMLWriter) {
        let parsed = FormulaParser.parse(latex, macros: macros)
        html.withBuffer { MathMLRenderer(display: display, annotation: latex).render(parsed.tree, to: &$0) }
    }
}
