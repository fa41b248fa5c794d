import Catalogue
import Formulas
import LaTeX
import Markdown
import Source
import Tensors

/// Finds the slip that separates a statement from what its author meant.
///
/// A statement whose form leaves open whether it claims anything (an equation may be one to be solved, words may name more than
/// one thing) does claim it where a single slip away stands an identity, or the very entry that the words name: that is
/// no accident.
struct SlipEvidence {
    let context: StatementContext
    let statement: Statement
    let index: Int

    private func rereadings() -> [(slip: Slip, statement: Statement)] {
        Slip.all(context.span.latex, context.tree, in: statement.range).compactMap { slip in
            let parsed = FormulaParser.parse(slip.latex, limits: context.budget.limits)
            guard !parsed.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
            let reading = FormulaReader.read(parsed.tree, scope: context.scope, vocabulary: context.shared.vocabulary)
            guard reading.statements.count == context.reading.statements.count, reading.statements.indices.contains(index),
                !reading.diagnostics.contains(where: { $0.severity == .error })
            else { return nil }
            return (slip, reading.statements[index])
        }
    }

    // MARK: - Definitions

    /// A definition that words or its head give the name of an entry, and that one slip makes it.
    ///
    /// - Parameter onlyByWords: entries that the head alone suggests do not count.
    func judge(_ definition: Definition, onlyByWords: Bool = false) -> EvidenceResult {
        guard !context.isQualified, !definition.body.isBareSymbol, definition.body.printedNumber == nil, !definition.body.isTentative,
            statement.relations.count == 1,
            !context.reading.diagnostics.contains(where: { statement.range.contains($0.range) && $0.code == .unboundIndex })
        else { return .none }
        // What computes an entry as it stands, in any convention, is no slip of it.
        let written = BehaviourEvidence(context: context, statement: statement)
        let entries = named(definition, onlyByWords: onlyByWords)
        guard !entries.isEmpty, !entries.contains(where: { written.computes(definition, $0) }) else { return .none }
        if !onlyByWords, let refuted = scaled(definition, entries) { return refuted }
        for (slip, other) in rereadings() {
            let behaviour = BehaviourEvidence(context: context, statement: other)
            guard let mended = statement.definition == nil ? behaviour.namedSide : other.definition, mended.name == definition.name else { continue }
            for entry in entries where behaviour.computes(mended, entry) { return refuted(entry, "it is \(slip.words)") }
        }
        return .none
    }

    private func refuted(_ entry: Implementation, _ words: String) -> EvidenceResult {
        .refuted(
            Diagnostic(
                .wrongValue, at: context.place(statement.range), "this is not \(entry.name)", help: "\(words); the definition is \(entry.equation)"))
    }

    /// A factor that belongs to the entry and is lost, or the other way round; losses and penalties are stated with any factor.
    private func scaled(_ definition: Definition, _ entries: [Implementation]) -> EvidenceResult? {
        let behaviour = BehaviourEvidence(context: context, statement: statement)
        for entry in entries where !entry.isLoss && !entry.isPenalty {
            guard let ratio = behaviour.ratio(definition, entry), Self.factors.contains(where: { abs(ratio - $0) < 1e-9 || abs(ratio - 1 / $0) < 1e-9 })
            else { continue }
            return refuted(entry, "it is \(NumberFormat.significant(ratio)) times that everywhere")
        }
        return nil
    }

    private static let factors = [2, 2.0.squareRoot(), -1]

    /// Entries that the nearest words name by themselves, then those that are written as the head is and that words near by name.
    private func named(_ definition: Definition, onlyByWords: Bool) -> [Implementation] {
        var found: [Implementation] = []
        if let cue = context.surroundings.cues.first, cue.kind != .heading, let subject = context.shared.matcher.subject(of: cue.text),
            !onlyByWords || subject.isAlone, let entry = context.shared.table.named(subject.name), !entry.isOpen,
            !entry.hasParameter(definition.name.name)
        {
            found.append(entry)
        }
        if onlyByWords { return found }
        let written = BehaviourEvidence(context: context, statement: statement).headNames(definition)
        let near = Set(context.surroundings.cues.prefix(2).flatMap { context.shared.matcher.mentions(in: $0.text) })
        for name in written where near.contains(name) && !found.contains(where: { $0.name == name }) {
            if let entry = context.shared.table.named(name), !entry.isOpen { found.append(entry) }
        }
        return found
    }

    // MARK: - Relations

    /// A relation that is no claim by its form: with one slip taken back its sides agree on all data.
    func makesIdentity(step: Int, _ relation: Relation, agrees: (Statement, Expression, Expression) -> Bool) -> Slip? {
        for (slip, other) in rereadings() where !slip.isOfWhole && [.sign, .power, .fraction, .function].contains(slip.kind) {
            guard other.sides.count == statement.sides.count, step + 1 < other.sides.count, let left = other.sides[step].expression,
                let right = other.sides[step + 1].expression, !isTrivial(slip, other, step)
            else { continue }
            if agrees(other, left, right) { return slip }
        }
        return nil
    }

    /// `x = x` is one slip from `x = -x` and says nothing.
    private func isTrivial(_ slip: Slip, _ other: Statement, _ step: Int) -> Bool {
        func bytes(_ side: Side) -> [UInt8] {
            slip.latex[side.range.clamped(to: slip.latex.count).range].filter { $0 > 0x20 && ![0x28, 0x29, 0x7B, 0x7D].contains($0) }.sorted()
        }
        let (a, b) = (bytes(other.sides[step]), bytes(other.sides[step + 1]))
        return a == b || min(a.count, b.count) == 1 && max(a.count, b.count) < 8
    }
}

extension Implementation {
    var isPenalty: Bool { name.contains("penalty") || name.contains("regulari") || name.contains("norm") || name.contains("distance") || name.contains("kernel") }
}
