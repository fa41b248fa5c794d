import Formulas
import LaTeX
import Markdown
import Source

/// Conditions that stand in the sentence of a formula as formulas of their own: "for $x < 0$ we have $|x| = -x$",
/// "$\sin x \le x$（$x \ge 0$）".
extension NoteWalk {
    /// What the sentence says of the formula, and what was declared before of symbols that the sentence says nothing of.
    func ordersThatHold(_ index: Int) -> [OrderCondition] {
        let own = sentenceConditions(index)
        let spoken = own.reduce(into: Set<SymbolKey>()) { $0.formUnion($1.symbols) }
        return own + declaredOrders.flatMap { $0 }.filter { $0.symbols.isDisjoint(with: spoken) }
    }

    /// Learns "let $x > 0$", "其中 $0 < \alpha < 1$，$\beta > 0$" for the rest of the section.
    mutating func declareOrders(_ index: Int) {
        guard let node = outline.formulaNodes[index], let parent = outline.ancestors(of: node).first,
            let conditions = orderConditions(index)
        else { return }
        let siblings = outline.tree.children(of: parent)
        let place = cueFinder.firstIndex(in: siblings) { $0.range.lower >= note.formulas[index].range.lower }
        var words = ""
        for sibling in siblings[max(siblings.startIndex, place - Self.reach)..<place].reversed() {
            switch outline.tree[sibling].kind {
            case .text(let text): words = text + words
            case .softBreak: words = " " + words
            case .formula(let other):
                guard Self.joiners.contains(Self.trimmed(words)), orderConditions(other) != nil else { return learn(conditions, after: words) }
                words = ""
            default: return learn(conditions, after: words)
            }
        }
        learn(conditions, after: words)
    }

    private mutating func learn(_ conditions: [OrderCondition], after words: String) {
        let text = TextFolding.folded(Self.trimmed(words))
        guard Self.declarers.contains(where: { text == $0 || text.hasSuffix($0.first?.isASCII == true ? " " + $0 : $0) }) else { return }
        let symbols = conditions.reduce(into: Set<SymbolKey>()) { $0.formUnion($1.symbols) }
        // A new declaration of a symbol takes the place of the old one.
        for layer in declaredOrders.indices { declaredOrders[layer].removeAll { !$0.symbols.isDisjoint(with: symbols) } }
        declaredOrders[declaredOrders.count - 1] += conditions
    }

    private static let declarers = [
        "设", "令", "假设", "假定", "其中", "这里", "设有", "已知", "let", "suppose", "assume", "assuming", "where", "with", "given", "suppose that", "assume that",
    ]

    func sentenceConditions(_ index: Int) -> [OrderCondition] {
        guard let node = outline.formulaNodes[index], let parent = outline.ancestors(of: node).first else { return [] }
        let siblings = outline.tree.children(of: parent)
        let place = cueFinder.firstIndex(in: siblings) { $0.range.lower >= note.formulas[index].range.lower }
        guard place < siblings.endIndex, siblings[place] == node else { return [] }
        let before = conditions(before: place, in: siblings)
        return before + conditions(after: place, in: siblings, hasOthers: !before.isEmpty)
    }

    private static let reach = 24

    /// Backwards to the start of the sentence. Behind another claim a condition counts for the symbols only of which no
    /// nearer one speaks: "for $x > 0$ it is $a$, for $x < 0$ it is $b$".
    private func conditions(before place: Int, in siblings: ArraySlice<NoteTree.ID>) -> [OrderCondition] {
        var found: [OrderCondition] = []
        var settled: Set<SymbolKey> = []
        var nearer: Set<SymbolKey> = []
        for node in siblings[max(siblings.startIndex, place - Self.reach)..<place].reversed() {
            switch outline.tree[node].kind {
            case .text(let text): if Self.endsSentence(text) { return found }
            case .lineBreak: return found
            case .formula(let other):
                if let conditions = orderConditions(other) {
                    for condition in conditions where condition.symbols.isDisjoint(with: settled) {
                        found.append(condition)
                        nearer.formUnion(condition.symbols)
                    }
                } else {
                    settled.formUnion(nearer)
                    nearer = []
                }
            default: continue
            }
        }
        return found
    }

    /// Right behind the formula, in brackets or after a word that begins a condition.
    private func conditions(after place: Int, in siblings: ArraySlice<NoteTree.ID>, hasOthers: Bool) -> [OrderCondition] {
        var found: [OrderCondition] = []
        var words = ""
        for node in siblings[(place + 1)...].prefix(Self.reach) {
            switch outline.tree[node].kind {
            case .text(let text): words += text
            case .softBreak: words += " "
            case .formula(let other):
                let link = Self.trimmed(words)
                let goesOn = found.isEmpty ? Self.openers.contains(link) || (!hasOthers && Self.commas.contains(link)) : Self.joiners.contains(link)
                guard goesOn, let conditions = orderConditions(other) else { return confirmed(found, followedBy: words) }
                found += conditions
                words = ""
            default: return confirmed(found, followedBy: words)
            }
        }
        return confirmed(found, followedBy: words)
    }

    /// "…，当 $x < 0$ 时 $b$": what goes on behind a condition is what it belongs to.
    private func confirmed(_ found: [OrderCondition], followedBy words: String) -> [OrderCondition] {
        guard let first = Self.trimmed(words).unicodeScalars.first else { return found }
        return "。.;；，,)）、".unicodeScalars.contains(first) ? found : []
    }

    private static let openers: Set<String> = [
        "(", "（", "for", "for all", "for every", "for any", "if", "when", "where", "whenever", "provided", "(for", "(if", "(when",
        ", if", ", for", ", where", ", when", "，其中", "其中", "（其中", "（当", "（若", "，若", "（对", "，这里",
    ]
    private static let commas: Set<String> = [",", "，"]
    private static let joiners: Set<String> = [",", "，", "、", "and", "且", "和", "与", ", and"]

    private static func trimmed(_ words: String) -> String {
        var text = Substring(words)
        while let first = text.unicodeScalars.first, first.properties.isWhitespace { text.unicodeScalars.removeFirst() }
        while let last = text.unicodeScalars.last, last.properties.isWhitespace { text.unicodeScalars.removeLast() }
        return String(text)
    }

    private static func endsSentence(_ text: String) -> Bool {
        text.unicodeScalars.contains { "。！？；;!?".unicodeScalars.contains($0) } || text.contains(". ") || text.hasSuffix(".")
    }

    /// What a short inline formula without an equation states as a condition.
    private func orderConditions(_ index: Int) -> [OrderCondition]? {
        guard note.formulas.indices.contains(index) else { return nil }
        let span = note.formulas[index]
        guard !span.display, !span.isUnclosed, span.latex.count <= 48,
            span.latex.contains(where: { "<>\\".utf8.contains($0) || $0 >= 0x80 })
        else { return nil }
        let parsed = FormulaParser.parse(span.latex, macros: macros, limits: configuration.limits)
        guard FormulaReader.holdsOrder(parsed.tree), !parsed.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
        return OrderCondition.read(FormulaReader.read(parsed.tree, scope: scope, vocabulary: shared.vocabulary, goesOn: true))
    }
}
