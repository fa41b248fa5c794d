import Formulas
import LaTeX
import Source

/// Definitions of sections that have ended. A later section may well speak of the same, but nothing says so: what holds by them
/// holds, and wrong is only what they make an identity but for one slip.
struct OtherSections {
    private var declared: [SymbolKey: Declaration] = [:]
    private var known: [SymbolKey: KnownDefinition] = [:]

    /// The last definition of a name counts.
    mutating func take(_ declarations: [SymbolKey: Declaration], _ definitions: [SymbolKey: KnownDefinition]) {
        declared.merge(declarations) { $1 }
        known.merge(definitions) { $1 }
    }

    /// Definitions of names among `letters`, and of all that these are made of.
    fileprivate func defining(_ letters: Set<String>, except isKnown: (SymbolKey) -> Bool) -> (declared: [SymbolKey: Declaration], known: [SymbolKey: KnownDefinition])? {
        var letters = letters
        var names: Set<SymbolKey> = []
        for _ in 0..<4 {
            let more = declared.filter { key, _ in !names.contains(key) && !isKnown(key) && StatementContext.mayMean(key, letters) }
            if more.isEmpty { break }
            names.formUnion(more.keys)
            for symbol in more.values.flatMap({ $0.definition?.body.symbols ?? [] }) { letters.insert(StatementContext.letters(of: symbol)) }
        }
        return names.isEmpty ? nil : (declared.filter { names.contains($0.key) }, known.filter { names.contains($0.key) })
    }
}

extension NoteWalk {
    /// What becomes of a statement that its own section leaves open, in the light of those before.
    func checkWithOtherSections(_ tree: MathTree, _ place: Int, _ own: StatementContext, _ result: StatementResult, goesOn: Bool) -> StatementResult? {
        let statement = own.reading.statements[place]
        // What is wrong by what the section says may speak of a name that an earlier one defines.
        let isRefuted = result.record.outcome == .refuted && result.findings.count == 1
        guard isRefuted || [.evaluated, .unsupported].contains(result.record.outcome) && result.findings.isEmpty, statement.definition == nil || statement.relations.count > 1, !statement.relations.isEmpty,
            let defined = otherSections.defining(own.letters(in: [statement.range]), except: { scope[$0]?.definition != nil })
        else { return nil }
        var context = own
        context.scope = own.scope.over(defined.declared)
        context.known = own.known.over(defined.known)
        context.reading = FormulaReader.read(tree, scope: context.scope, vocabulary: shared.vocabulary, goesOn: goesOn)
        guard context.reading.statements.count == own.reading.statements.count, context.reading.statements[place].range == statement.range,
            !context.reading.diagnostics.contains(where: { $0.severity == .error && statement.range.contains($0.range) })
        else { return nil }
        // What those sections define is nothing that it speaks of.
        if context.reading.statements[place].means(statement), !statement.symbols.contains(where: { defined.known[$0.name] != nil }) { return nil }
        context.rereadings = Rereadings()
        context.speaksOfOthers = true
        let found = StatementCheck(context: context, index: place, withData: nil, data: { _ in nil }).check()
        switch found.record.outcome {
        case .verified: return found
        case .refuted: return isRefuted ? nil : found
        default: return nil
        }
    }
}
