import Catalogue
import Formulas
import LaTeX
import Markdown
import Source

/// Holds what a statement says against the entries near it without what the rest of the note says of its names: read by itself, with
/// the values of unknown functions as numbers, without an activation that nothing defines. Verifies only.
///
/// A known formula is one wherever it stands: names that mean something else further up, an index that runs where the formula
/// means one step, do not make it another.
struct StandaloneEvidence {
    let context: StatementContext
    let statement: Statement

    func judge() -> EvidenceResult {
        guard statement.relations.count == 1, let relation = statement.relations.first, statement.sides.count == 2, Self.states(relation.kind) else { return .none }
        let latex = context.span.latex
        let ranges = statement.sides.map { $0.range.clamped(to: latex.count).range }
        let words = context.shared.fingerprints.words
        guard let left = LaTeXPieces(latex[ranges[0]], names: words), let right = LaTeXPieces(latex[ranges[1]], names: words) else { return .none }
        var names: [String] = []
        if let definition = statement.definition { names = BehaviourEvidence(context: context, statement: statement).headNames(definition) }
        for name in context.surroundings.mentions where !names.contains(name) { names.append(name) }
        // A number or a name is no formula.
        guard right.pieces.count > 3, !right.hasMoments else { return .none }
        let isGradient = statement.kind == .gradient || left.pieces.prefix { $0.kind != .open }.contains { $0.kind == .prime }
        guard isGradient || FunctionValues.isHead(left) else { return .none }
        var tried: Set<[UInt8]> = []
        for (latex, asksForAffine) in readings(left, right) where tried.insert(latex).inserted {
            let key = StandaloneReadings.Key(latex: latex, names: names, asksForAffine: asksForAffine, isGradient: isGradient)
            guard context.standalone.mayTell(key) else { continue }
            if let result = judge(latex, names, where: { (!isGradient || $0.name.contains("gradient")) && (!asksForAffine || $0.isAffine) }) { return result }
            context.standalone.tellsNothing(key)
        }
        return .none
    }

    /// A slip that separates the statement, read by itself, from the entry that the nearest words or its head name.
    func slip() -> Diagnostic? {
        guard statement.relations.count == 1, let relation = statement.relations.first, statement.sides.count == 2, Self.states(relation.kind), statement.kind != .gradient,
            SlipEvidence(context: context, statement: statement, index: 0).isNamedByWords
        else { return nil }
        let latex = context.span.latex
        let ranges = statement.sides.map { $0.range.clamped(to: latex.count).range }
        let words = context.shared.fingerprints.words
        guard let left = LaTeXPieces(latex[ranges[0]], names: words), let right = LaTeXPieces(latex[ranges[1]], names: words), right.pieces.count > 3, !right.hasMoments,
            FunctionValues.isHead(left)
        else { return nil }
        for (latex, asksForAffine) in readings(left, right).prefix(Self.mostMended) where !asksForAffine {
            guard let (inner, other, definition) = alone(latex) else { continue }
            guard case .refuted(var found) = SlipEvidence(context: inner, statement: other, index: 0).judgeAlone(definition) else { continue }
            found.range = context.place(statement.range)
            return found
        }
        return nil
    }

    private static let mostMended = 9

    private static func states(_ kind: Relation.Kind) -> Bool {
        switch kind {
        case .equal, .defines, .identical, .assigns: true
        default: false
        }
    }

    /// Other writings of the statement, the plainest first.
    private func readings(_ left: LaTeXPieces, _ right: LaTeXPieces) -> [(latex: [UInt8], asksForAffine: Bool)] {
        var found: [(latex: [UInt8], asksForAffine: Bool)] = []
        if FunctionValues.isName(left) { found.append((left.latex + Array(" = ".utf8) + right.latex, false)) }
        // What stands in the brackets of the head may be a function: `L(F) = \sum_i \exp(-y_i F(x_i))`.
        let functions = unknownFunctions.union(left.pieces.filter { $0.kind == .letter }.map { String(decoding: left.latex[$0.lower..<$0.upper], as: UTF8.self) })
        var values = FunctionValues(left: left, right: right, functions: functions)
        if let rewritten = values.rewritten() { found.append((rewritten, false)) }
        var turned = FunctionValues(left: left, right: right, functions: functions, isTurned: true)
        if let rewritten = turned.rewritten() { found.append((rewritten, false)) }
        var one = FunctionValues(left: left, right: right, functions: functions, isForOne: true)
        if let rewritten = one.rewritten() { found.append((rewritten, false)) }
        if (0..<right.pieces.count).contains(where: { right.pieces[$0].kind == .letter && right.latex[right.pieces[$0].lower] < 0x60 }), !right.latex.containsSequence("\\top"), !right.latex.containsSequence("^T") {
            var numbers = FunctionValues(left: left, right: right, functions: functions, hasNumbersAsCapitals: true)
            if let rewritten = numbers.rewritten() { found.append((rewritten, false)) }
        }
        if let product = multiplied(right, functions) {
            for isForOne in [false, true] {
                var values = FunctionValues(left: left, right: product, functions: [], isForOne: isForOne)
                if let rewritten = values.rewritten() { found.append((rewritten, false)) }
            }
        }
        found += plainReadings(left, right, functions)
        for other in [right.withGradientsAsValues(), right.withInnerProducts(), right.withSumsWrittenOut(), right.countedFromOne(), right.withPrimesAsNames(), right.withLayersAsLabels()].compactMap({ $0 }) {
            found += readings(left, other, functions)
        }
        return found
    }

    /// Of a side written in another way: with its functions as values, for one index, in bold, without an activation.
    private func readings(_ left: LaTeXPieces, _ right: LaTeXPieces, _ functions: Set<String>) -> [(latex: [UInt8], asksForAffine: Bool)] {
        var found: [(latex: [UInt8], asksForAffine: Bool)] = []
        for isForOne in [false, true] {
            var values = FunctionValues(left: left, right: right, functions: functions, isForOne: isForOne)
            if let rewritten = values.rewritten() { found.append((rewritten, false)) }
        }
        return found + plainReadings(left, right, functions)
    }

    /// In bold, and without an activation that nothing defines.
    private func plainReadings(_ left: LaTeXPieces, _ right: LaTeXPieces, _ functions: Set<String>) -> [(latex: [UInt8], asksForAffine: Bool)] {
        var found: [(latex: [UInt8], asksForAffine: Bool)] = []
        if let bold = right.emboldened() {
            for isForOne in [false, true] {
                var values = FunctionValues(left: left, right: bold, functions: functions, isForOne: isForOne)
                if let rewritten = values.rewritten() { found.append((rewritten, false)) }
            }
            if let inner = activated(bold, functions) {
                var values = FunctionValues(left: left, right: inner, functions: functions)
                if let rewritten = values.rewritten() { found.append((rewritten, true)) }
            }
        }
        if let inner = activated(right, functions) {
            var values = FunctionValues(left: left, right: inner, functions: functions)
            if let rewritten = values.rewritten() { found.append((rewritten, true)) }
        }
        return found
    }

    /// The letters of functions that nothing defines, and of probabilities.
    private var unknownFunctions: Set<String> {
        var names: Set<String> = ["p", "P", "q"]
        for side in statement.sides {
            for name in side.expression?.standIns ?? [] { names.insert(String(name.prefix { $0 != "_" && $0 != "(" && $0 != "^" && $0 != "|" })) }
        }
        return names
    }

    /// What an activation that nothing defines is applied to: `W x + b` of `f(W x + b)`.
    private func activated(_ side: LaTeXPieces, _ functions: Set<String>) -> LaTeXPieces? {
        guard let end = side.nameEnd(0) else { return nil }
        let last = side.scriptsEnd(end)
        let base = side.base(0..<end)
        guard side.isByte(last, "("), side.pieces[last].partner == side.pieces.count - 1, functions.contains(base) || Self.activations.contains(base) else { return nil }
        return LaTeXPieces(side.text((last + 1)..<(side.pieces.count - 1)))
    }

    /// `y_i(w^\top x_i + b)` as a product, where a bracket behind a name holds a sum.
    private func multiplied(_ side: LaTeXPieces, _ functions: Set<String>) -> LaTeXPieces? {
        var out = ""
        var place = 0
        var hasProduct = false
        while place < side.pieces.count {
            guard let end = side.nameEnd(place) else {
                out += side.string(place..<(place + 1)) + " "
                place += 1
                continue
            }
            let last = side.scriptsEnd(end)
            out += side.string(place..<last) + " "
            if side.isByte(last, "(") || side.isByte(last, "["), functions.contains(side.base(place..<end)), side.pieces[last].partner > last {
                guard ((last + 1)..<side.pieces[last].partner).contains(where: { side.isByte($0, "+") || side.isByte($0, "-") || side.command($0) == "frac" }) else { return nil }
                out += "\\cdot "
                hasProduct = true
            }
            place = last
        }
        return hasProduct ? LaTeXPieces(Array(out.utf8)[...]) : nil
    }

    private static let activations: Set<String> = ["f", "g", "phi", "varphi", "sigma", "h"]

    private func judge(_ latex: [UInt8], _ names: [String], where isWanted: (Implementation) -> Bool) -> EvidenceResult? {
        guard mayBeRecognised(latex, names, where: isWanted) else { return nil }
        guard let (inner, other, definition) = alone(latex) else { return nil }
        return BehaviourEvidence(context: inner, statement: other).judge(definition, names: names, where: isWanted)
    }

    /// Another writing of the statement, read with nothing known of its names.
    private func alone(_ latex: [UInt8]) -> (context: StatementContext, statement: Statement, definition: Definition)? {
        let parsed = FormulaParser.parse(latex, macros: context.macros, limits: context.budget.limits)
        guard !parsed.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
        let reading = FormulaReader.read(parsed.tree, scope: Scope(), vocabulary: context.shared.vocabulary)
        guard reading.statements.count == 1, let other = reading.statements.first, other.reason == nil,
            !reading.diagnostics.contains(where: { $0.severity == .error || $0.code == .unboundIndex })
        else { return nil }
        let inner = context.alone(with: latex, parsed.tree, reading)
        let behaviour = BehaviourEvidence(context: inner, statement: other)
        guard let definition = other.definition ?? behaviour.namedSide, definition.body.standIns.isEmpty, !definition.body.isTentative else { return nil }
        return (inner, other, definition)
    }
}

extension StandaloneEvidence {
    /// Whether words near by name an entry that is wanted, or the formula applies functions that tell one without them.
    private func mayBeRecognised(_ latex: [UInt8], _ names: [String], where isWanted: (Implementation) -> Bool) -> Bool {
        if names.contains(where: { context.shared.table.named($0).map(isWanted) ?? false }) { return true }
        let kinds = FunctionKinds(latex: latex[...]).intersection(.telling)
        return !kinds.isEmpty && context.shared.fingerprints.all.contains { !$0.kinds.isDisjoint(with: kinds) && isWanted($0.entry) }
    }
}

/// Writings of one statement that compute no entry: a statement is checked again in the light of other sections, which does not
/// change how it reads by itself.
final class StandaloneReadings {
    struct Key: Hashable {
        var latex: [UInt8]
        var names: [String]
        var asksForAffine: Bool
        var isGradient: Bool
    }

    private var told: Set<Key> = []

    func mayTell(_ key: Key) -> Bool { !told.contains(key) }

    func tellsNothing(_ key: Key) { told.insert(key) }
}

extension StatementContext {
    /// The same place with another formula there, and nothing known of its names.
    fileprivate func alone(with latex: [UInt8], _ tree: MathTree, _ reading: Reading) -> StatementContext {
        var span = span
        span.latex = latex
        return StatementContext(
            shared: shared, tree: tree, reading: reading, span: span, scope: Scope(), known: KnownDefinitions(), budget: budget, macros: macros, seed: seed,
            surroundings: surroundings, stated: [], functions: [], orders: [], assumptions: [])
    }
}

extension LaTeXPieces {
    /// Whether it speaks of an expectation: `-E \log p`.
    fileprivate var hasMoments: Bool {
        var place = 0
        while place < pieces.count {
            guard let end = nameEnd(place) else {
                if ["Var", "Cov"].contains(command(place) ?? "") { return true }
                place += 1
                continue
            }
            // `\text{SE}` is a name, `\mathbf{E}_t` a matrix.
            if base(place..<end) == "E", command(place) != "mathbf", command(place) != "boldsymbol" { return true }
            place = end
        }
        return false
    }
}

extension Implementation {
    /// A layer before its activation.
    fileprivate var isAffine: Bool { ["dense", "recurrent-layer", "linear-prediction", "matrix-vector-product"].contains(name) }
}
