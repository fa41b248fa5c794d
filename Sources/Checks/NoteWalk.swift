import Catalogue
import Formulas
import LaTeX
import Markdown
import Snippets
import Source
import Tensors

/// Goes through one note from its start to its end: what a place knows is what stands before it in its section.
struct NoteWalk {
    var note: Note
    let configuration: CheckConfiguration
    let shared: CheckContext
    let clock: NoteChecker.Clock

    let outline: NoteOutline
    let cueFinder: CueFinder
    let mentions: NoteMentions
    let words: SectionWords
    var directives: NoteDirectives
    /// Without the author's data: what claims are tested under, on shapes that vary.
    var scope = Scope()
    /// With it: what values are shown for.
    var dataScope = Scope()
    var data = LayeredBindings()
    /// Dimensions that data of arrays gave, not their author.
    var sizesOfData: Set<SymbolKey> = []
    var known = KnownDefinitions()
    /// What sections that have ended defined.
    var otherSections = OtherSections()
    /// Every definition so far, and every function of a snippet.
    var stated: [StatedDefinition] = []
    /// Functions among them, and those with several definitions.
    var functionsStated: Set<SymbolKey> = []
    var functionsStatedAgain: Set<SymbolKey> = []
    /// Names that the note gives to derivatives anywhere: `\delta^l = \frac{\partial C}{\partial z^l}`.
    var derivativeNames: [SymbolKey: DerivativeName] = [:]
    var functions: [SnippetFunction] = []
    /// Definitions that a snippet after them computes too.
    var confirmed: [(stated: StatedDefinition, evidence: Evidence)] = []
    var assumptions: [[DeclaredAssumption]] = [[]]
    /// Orders that sentences declare for the rest of their section or item: "let $x > 0$".
    var declaredOrders: [[OrderCondition]] = [[]]
    /// Matrices that the text says are square, by section.
    var squares: [Set<SymbolKey>] = [[]]
    var macros: Macros
    var findings: [Diagnostic] = []
    var statementNumber = 0
    /// Where each name is defined, for what is not certain at a place.
    var definitionPlaces: [SymbolKey: [Int]] = [:]
    /// How the formulas of the note write sums and products.
    var habits = NoteHabits()
    /// Names that the words behind the formula at hand define.
    var announced: Set<SymbolKey> = []
    /// What the formula at hand told those after it.
    var lastLearned: [(statement: Statement, span: FormulaSpan, number: Int)] = []
    /// Definitions that were held against an equation before them.
    var solved: [SolutionPlace: SolutionVerdict] = [:]
    /// By formula: whether it says more than what something is.
    var restricting: [Bool] = []
    /// Readings of formulas on this line are kept as text.
    var explainedLine: Int?
    var explanations: [String] = []
    /// Wrong versions of verified statements are made and checked where they stand.
    var makesMutants = false
    var mutants: [MutantTrial] = []
    /// The formula whose value is asked for, values in place of the note's, and what was found.
    var wanted: FormulaTarget?
    var replacing: [SymbolKey: Tensor] = [:]
    var wantedValues: [FormulaValue]?

    /// What opened the layers of the scopes: a section or a list item, and where it ends.
    private var layerEnds: [Int] = []

    init(note: Note, configuration: CheckConfiguration, shared: CheckContext, clock: @escaping NoteChecker.Clock) {
        self.note = note
        self.configuration = configuration
        self.shared = shared
        self.clock = clock
        scope.speaksOfVariance = SpokenLaw.speaksOfVariance(note.source.bytes[...])
        dataScope.speaksOfVariance = scope.speaksOfVariance
        outline = NoteOutline(note)
        cueFinder = CueFinder(outline: outline)
        mentions = NoteMentions(note, outline: outline, matcher: shared.topics)
        words = SectionWords(note.source.bytes)
        directives = NoteDirectives(note, outline: outline, limits: configuration.limits)
        macros = configuration.macros
        restricting = Array(repeating: true, count: note.formulas.count)
    }

    mutating func run() -> NoteRecord {
        findings += note.diagnostics
        findDefinitions()
        readFrontMatter()
        var formulas: [FormulaRecord] = []
        var code = CodeCheck(walk: self)
        var codeRecords: [CodeRecord] = []
        var nextDirective = 0
        for place in places() {
            while nextDirective < directives.entries.count,
                directives.entries[nextDirective].directive.range.upper <= place.offset
            {
                closeLayers(before: directives.entries[nextDirective].directive.range.lower)
                apply(nextDirective)
                nextDirective += 1
            }
            closeLayers(before: place.offset)
            switch place.kind {
            case .heading(let end): openLayer(until: end)
            case .item(let end): openLayer(until: end)
            case .formula(let index):
                let before = makesMutants || wanted != nil ? self : nil
                let record = checkFormula(index, previous: formulas.last)
                if let before, wanted != nil, wantedValues?.isEmpty ?? true { wantedValues = before.wantedValues(of: index, record) ?? wantedValues }
                if let before, makesMutants { mutants += before.mutantTrials(of: index, record, previous: formulas.last) }
                formulas.append(record)
            case .code(let index): codeRecords.append(code.check(index, &self))
            }
        }
        while nextDirective < directives.entries.count {
            apply(nextDirective)
            nextDirective += 1
        }
        for (stated, evidence) in confirmed where formulas.indices.contains(stated.formula) {
            formulas[stated.formula].confirm(stated.statement, by: evidence)
        }
        return finish(formulas, codeRecords)
    }

    // MARK: - Places

    private struct Place {
        enum Kind {
            case heading(end: Int)
            case item(end: Int)
            case formula(Int)
            case code(Int)
        }

        var offset: Int
        var order: Int
        var kind: Kind
    }

    private func places() -> [Place] {
        var places: [Place] = []
        for heading in outline.headings {
            places.append(Place(offset: heading.start, order: 0, kind: .heading(end: heading.sectionEnd)))
        }
        for node in note.tree.nodes {
            if case .item = node.kind { places.append(Place(offset: node.range.lower, order: 1, kind: .item(end: node.range.upper))) }
        }
        for (index, formula) in note.formulas.enumerated() {
            places.append(Place(offset: formula.range.lower, order: 2, kind: .formula(index)))
        }
        for (index, block) in note.code.enumerated() {
            places.append(Place(offset: block.range.lower, order: 3, kind: .code(index)))
        }
        // Formulas and code keep the order of their indices even where a reader gave them odd ranges.
        return places.enumerated().sorted { a, b in
            if a.element.offset != b.element.offset { return a.element.offset < b.element.offset }
            if a.element.order != b.element.order { return a.element.order < b.element.order }
            return a.offset < b.offset
        }.map(\.element)
    }

    private mutating func openLayer(until end: Int) {
        layerEnds.append(end)
        scope.push()
        dataScope.push()
        data.push()
        known.push()
        assumptions.append([])
        declaredOrders.append([])
        squares.append([])
    }

    private mutating func closeLayers(before offset: Int) {
        while let end = layerEnds.last, end <= offset {
            layerEnds.removeLast()
            dataScope.pop()
            data.pop()
            otherSections.take(scope.pop(), known.pop())
            if assumptions.count > 1 { assumptions.removeLast() }
            if declaredOrders.count > 1 { declaredOrders.removeLast() }
            if squares.count > 1 { squares.removeLast() }
        }
    }

    // MARK: - Directives

    private mutating func readFrontMatter() {
        let settings = directives.frontMatter
        for (name, value, range) in settings.bindings {
            bind(SymbolKey(latex: name), value, owner: nil, range: range)
        }
        for (text, range) in settings.assumptions { assume(text, directive: nil, range: range) }
    }

    private mutating func bind(_ key: SymbolKey, _ value: Tensor, owner: Int?, range: ByteRange) {
        // Data of a declared array say what its dimensions are: n of $X \in \mathbb{R}^{n \times d}$.
        if let declared = scope[key]?.shape, declared.dimensions.count == value.shape.count {
            for (dimension, size) in zip(declared.dimensions, value.shape) {
                guard case .named(let name) = dimension else { continue }
                let symbol = SymbolKey(canonical: name)
                guard data[symbol] == nil || sizesOfData.contains(symbol) else { continue }
                sizesOfData.insert(symbol)
                data.bind(symbol, Tensor(Double(size)), owner: owner)
                dataScope.bind(symbol, to: Tensor(Double(size)), learned: Learned("let", range: range))
            }
        }
        data.bind(key, value, owner: owner)
        sizesOfData.remove(key)
        dataScope.bind(key, to: value, learned: Learned("let", range: range))
    }

    private mutating func assume(_ text: String, directive: Int?, range: ByteRange) {
        guard let declared = DeclaredAssumption(text, directive: directive) else {
            findings.append(
                Diagnostic(
                    .directiveSyntax, at: range, "the assumption `\(text)` is not understood",
                    help: "known are `sum(y) = 1`, `y one-hot`, `A symmetric`, `x > 0`, `0 < p < 1`, `y in {0, 1}`"))
            if let directive { directives.use(directive) }
            return
        }
        assumptions[assumptions.count - 1].append(declared)
        scope.assume(text)
        dataScope.assume(text)
    }

    private mutating func apply(_ index: Int) {
        let directive = directives.entries[index].directive
        switch directive.kind {
        case .bindings(let bindings):
            var names: [String: Tensor] = [:]
            for (key, value) in data.all { names[key.name] = value }
            var evaluator = BindingEvaluator(
                names: names, seed: ContentHash.of(note.source.string(directive.argumentRange)),
                elementLimit: configuration.limits.elementsInTensor)
            for binding in bindings {
                do throws(BindingError) {
                    let value = try evaluator.value(of: binding.expression)
                    evaluator.define(binding.name, value)
                    let key = SymbolKey(latex: binding.name)
                    evaluator.define(key.name, value)
                    bind(key, value, owner: index, range: binding.nameRange)
                } catch {
                    findings.append(
                        Diagnostic(.directiveSyntax, at: error.range.shifted(by: binding.offset), error.message))
                    directives.use(index)
                }
            }
        case .assume(let text): assume(text, directive: index, range: directive.argumentRange)
        case .implements(let name) where shared.table.lookup(name) == nil:
            let near = shared.table.nearest(to: name).first
            findings.append(
                Diagnostic(
                    .unknownImplementation, at: directive.argumentRange, "the catalogue has no implementation `\(name)`",
                    help: near.map { "did you mean `\($0)`?" } ?? "`gloss catalogue` lists them"))
            directives.use(index)
        default: break
        }
    }

    /// Marks the `let` that gave these symbols their data as used.
    mutating func useData(_ keys: some Sequence<SymbolKey>) {
        for key in keys {
            if let owner = data.owner(of: key) { directives.use(owner) }
        }
    }

    func budget() -> Budget {
        let limits = configuration.limits
        let clock = clock
        let start = clock()
        return Budget(limits, isExpired: { clock() - start > limits.seconds })
    }

    // MARK: - The end

    private mutating func finish(_ formulas: [FormulaRecord], _ code: [CodeRecord]) -> NoteRecord {
        findings += directives.diagnostics
        var kept: [Diagnostic] = []
        for diagnostic in findings where !configuration.allow.contains(diagnostic.code) {
            if diagnostic.code.family != .annotations, directives.allowsInNote(diagnostic.code) { continue }
            kept.append(diagnostic)
        }
        kept += directives.unused.filter { !configuration.allow.contains($0.code) }
        var listed = kept.map { Finding($0, in: note.source) }.sorted(by: Finding.precedes)
        var seen: Set<String> = []
        listed.removeAll { finding in
            let range = finding.diagnostic.range
            return !seen.insert("\(finding.code.code) \(range) \(finding.diagnostic.message)").inserted
        }
        let limit = configuration.limits.findingsInNote
        if listed.count > limit {
            let left = listed.count - limit
            // Errors are kept before warnings: what fails a run must be seen.
            let ranked = listed.enumerated().sorted { a, b in
                a.element.severity != b.element.severity ? a.element.severity > b.element.severity : a.offset < b.offset
            }
            listed = ranked.prefix(limit).sorted { $0.offset < $1.offset }.map(\.element)
            let more = Diagnostic(
                .tooManyFindings, at: .empty(at: 0), "\(left) more \(left == 1 ? "finding is" : "findings are") not listed",
                help: "mend these first; `findingsInNote` in gloss.yaml raises the limit")
            listed.append(Finding(more, wholeFile: note.source.name))
            listed.sort(by: Finding.precedes)
        }
        return NoteRecord(note: note, formulas: formulas, code: code, findings: listed)
    }
}

/// Data that authors gave to names, in layers that follow sections and items.
struct LayeredBindings {
    private struct Entry {
        var value: Tensor
        var owner: Int?
    }

    private var layers: [[SymbolKey: Entry]] = [[:]]

    mutating func push() { layers.append([:]) }

    mutating func pop() { if layers.count > 1 { layers.removeLast() } }

    mutating func bind(_ key: SymbolKey, _ value: Tensor, owner: Int?) {
        layers[layers.count - 1][key] = Entry(value: value, owner: owner)
    }

    private func entry(_ key: SymbolKey) -> Entry? {
        for layer in layers.reversed() {
            if let entry = layer[key] { return entry }
        }
        return nil
    }

    subscript(key: SymbolKey) -> Tensor? { entry(key)?.value }

    func owner(of key: SymbolKey) -> Int? { entry(key)?.owner }

    /// Inner layers shadow outer ones.
    var all: [SymbolKey: Tensor] {
        var all: [SymbolKey: Tensor] = [:]
        for layer in layers { for (key, entry) in layer { all[key] = entry.value } }
        return all
    }
}

extension FormulaRecord {
    /// A statement that had nothing to be compared with agrees with what came after it.
    mutating func confirm(_ statement: Int, by evidence: Evidence) {
        guard statements.indices.contains(statement), statements[statement].outcome == .evaluated, statements[statement].steps.isEmpty
        else { return }
        statements[statement].outcome = .verified
        statements[statement].evidence.append(evidence)
        guard outcome == .evaluated else { return }
        outcome = Outcome.combined(statements.map(\.outcome))
        reason = statements.first { $0.outcome == outcome }?.reason
    }
}
