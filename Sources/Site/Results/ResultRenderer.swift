import Checks
import LaTeX
import Markdown
import MathML
import Source

/// Formulas and code blocks of one note with what became of them.
struct ResultRenderer: Sendable {
    let record: NoteRecord
    let page: String
    let pages: PageMap
    /// One for each formula.
    let parsed: [ParsedFormula]
    /// The project's and the note's.
    let macros: Macros
    let noteLanguage: [HTMLWriter.Attribute]
    /// In which the names of formulas are.
    let spokenLanguage: FormulaSpeech.Language
    /// Indices of the note's findings by the formula or block that they lie in.
    let formulaFindings: [Int: [Int]]
    let codeFindings: [Int: [Int]]
    /// The others and those in formulas, in the order of the note.
    let proseFindings: [Int]

    init(record: NoteRecord, page: String, pages: PageMap, settings: SiteSettings) {
        self.record = record
        self.page = page
        self.pages = pages
        noteLanguage = [.init("lang", settings.language)]
        spokenLanguage = settings.language.hasPrefix("zh") ? .chinese : .english
        var macros = settings.macros
        var parsed: [ParsedFormula] = []
        parsed.reserveCapacity(record.note.formulas.count)
        for formula in record.note.formulas {
            let result = FormulaParser.parse(formula.latex, macros: macros)
            macros.definitions.merge(result.definitions.definitions) { $1 }
            parsed.append(result)
        }
        // A reference may stand before the label that it names: those formulas are read once more.
        let labels = macros.labels
        if !labels.definitions.isEmpty {
            var known = settings.macros
            known.definitions.merge(labels.definitions) { $1 }
            for (index, formula) in record.note.formulas.enumerated() {
                if FormulaParser.mentionsLabel(formula.latex) { parsed[index] = FormulaParser.parse(formula.latex, macros: known) }
                known.definitions.merge(parsed[index].definitions.definitions) { $1 }
            }
        }
        self.parsed = parsed
        self.macros = macros
        var formulaFindings: [Int: [Int]] = [:]
        var codeFindings: [Int: [Int]] = [:]
        var proseFindings: [Int] = []
        let places = FindingPlaces(record.note)
        for (index, finding) in record.findings.enumerated() {
            switch places.place(of: finding) {
            case .formula(let formula):
                formulaFindings[formula, default: []].append(index)
                proseFindings.append(index)
            case .code(let block): codeFindings[block, default: []].append(index)
            case .elsewhere: proseFindings.append(index)
            }
        }
        self.formulaFindings = formulaFindings
        self.codeFindings = codeFindings
        self.proseFindings = proseFindings.sorted {
            (record.findings[$0].diagnostic.range.lower, $0) < (record.findings[$1].diagnostic.range.lower, $1)
        }
    }

    static func formulaID(_ index: Int) -> String { "formula-\(index + 1)" }
    static func codeID(_ index: Int) -> String { "code-\(index + 1)" }
    /// Of a finding of the note, by its place in the list.
    static func findingID(_ index: Int) -> String { "finding-\(index + 1)" }

    func formulaRecord(_ index: Int) -> FormulaRecord? {
        record.formulas.indices.contains(index) ? record.formulas[index] : nil
    }

    // MARK: Mathematics

    /// - Parameter isNamed: it carries its words, for readers of pages that take no name from mathematics itself.
    func math(_ index: Int, display: Bool, isAnnotated: Bool, isNamed: Bool = false, to html: inout HTMLWriter) {
        guard parsed.indices.contains(index) else { return }
        let annotation = isAnnotated ? record.note.formulas[index].latex : nil
        let name = isNamed ? FormulaSpeech(spokenLanguage).words(parsed[index].tree) : nil
        let renderer = MathMLRenderer(display: display, annotation: annotation, name: name)
        html.withBuffer { renderer.render(parsed[index].tree, to: &$0) }
    }

    /// Without anchor, mark or value: in a link, which may have no other name.
    func bareFormula(_ index: Int, to html: inout HTMLWriter) {
        math(index, display: false, isAnnotated: false, isNamed: true, to: &html)
    }

    /// In a line of text: a mark, and the result on hover and focus.
    ///
    /// - Parameter isNamed: nothing but formulas names what stands here, as in a header cell: it gets its words
    ///   as a name, since not every reader of pages takes one from mathematics.
    func inlineFormula(_ index: Int, isNamed: Bool = false, to html: inout HTMLWriter) {
        let display = record.note.formulas[index].display
        // A long one scrolls in its own box: a browser does not break it.
        let isLong = record.note.formulas[index].latex.count > 48 || display
        guard let result = formulaRecord(index), result.outcome != .notation else {
            html.open("span", isLong ? "math scroll" : "math", [.id(Self.formulaID(index))])
            math(index, display: display, isAnnotated: true, isNamed: isNamed, to: &html)
            html.close("span")
            return
        }
        let tip = "tip-\(index + 1)"
        // What takes the focus has a name: the formula in words.
        let name = parsed.indices.contains(index) ? FormulaSpeech(spokenLanguage).words(parsed[index].tree) : ""
        html.open(
            "span", "math mark \(result.outcome.rawValue)",
            [.id(Self.formulaID(index)), .init("tabindex", "0"), .role("group")] + (name.isEmpty ? [] : [.label(name)])
                + [.init("aria-describedby", tip)])
        if isLong { html.open("span", "scroll") }
        math(index, display: display, isAnnotated: true, to: &html)
        if isLong { html.close("span") }
        html.open("span", "bubble", [.role("tooltip"), .id(tip), .english])
        writeTip(result, to: &html)
        html.close("span")
        html.close("span")
    }

    /// A display formula: the result stands in the margin, or below where there is none.
    func displayFormula(_ index: Int, isNamed: Bool = false, to html: inout HTMLWriter) {
        let result = formulaRecord(index)
        let outcome = result?.outcome ?? .notation
        let hasResult = outcome != .notation
        html.newline()
        html.open(
            "div",
            "formula \(outcome.rawValue)" + (hasResult ? " with-result" : "") + (hasResult && hasPlot(index) ? " with-plot" : ""),
            [.id(Self.formulaID(index))])
        html.open("div", "math-box")
        math(index, display: true, isAnnotated: true, isNamed: isNamed, to: &html)
        html.close("div")
        if let result, hasResult {
            writePanel(result, formula: index, to: &html)
            for finding in formulaFindings[index] ?? [] { writeFinding(finding, to: &html) }
        }
        html.close("div")
        html.newline()
    }
}
