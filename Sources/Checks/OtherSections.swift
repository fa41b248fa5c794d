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
            for symbol in more.values.flatMap({ $0.definition?.body.symbols ?? [] }) { letters.insert(Self.letter(of: symbol)) }
        }
        return names.isEmpty ? nil : (declared.filter { names.contains($0.key) }, known.filter { names.contains($0.key) })
    }

    private static func letter(of key: SymbolKey) -> String { String(key.name.prefix { $0.isLetter }) }
}

extension NoteWalk {
    /// What becomes of a statement that its own section leaves open, in the light of those before.
    mutating func checkWithOtherSections(
        _ index: Int, _ tree: MathTree, _ statement: Statement, _ place: Int, _ own: StatementContext, _ result: StatementResult, goesOn: Bool
    ) -> StatementResult? {
        guard [.evaluated, .unsupported].contains(result.record.outcome), result.findings.isEmpty, statement.definition == nil || statement.relations.count > 1, !statement.relations.isEmpty,
            let defined = otherSections.defining(own.letters(in: [statement.range]), except: { scope[$0]?.definition != nil })
        else { return nil }
        let (ownScope, ownKnown) = (scope, known)
        defer { (scope, known) = (ownScope, ownKnown) }
        scope = scope.over(defined.declared)
        known = own.known.over(defined.known)
        let reading = FormulaReader.read(tree, scope: scope, vocabulary: shared.vocabulary, goesOn: goesOn)
        guard reading.statements.count == own.reading.statements.count, reading.statements.indices.contains(place), reading.statements[place].range == statement.range
        else { return nil }
        var context = self.context(index, tree, reading, own.span, orders: own.orders, budget: own.budget, firstOwnByte: 0)
        context.statementNumber = own.statementNumber
        context.directed = own.directed
        context.speaksOfOthers = true
        let found = StatementCheck(context: context, index: place, withData: nil, data: { _ in nil }).check()
        switch found.record.outcome {
        case .verified, .refuted: return found
        default: return nil
        }
    }
}
