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

    private func rereadings() -> [Rereading] { context.rereadings.all { makeRereadings() } }

    private func makeRereadings() -> [Rereading] {
        Slip.all(context.span.latex, context.tree, in: statement.range).compactMap { slip in
            let parsed = FormulaParser.parse(slip.latex, macros: context.macros, limits: context.budget.limits)
            guard !parsed.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
            let reading = FormulaReader.read(parsed.tree, scope: context.scope, vocabulary: context.shared.vocabulary)
            guard reading.statements.count == context.reading.statements.count, reading.statements.indices.contains(index),
                !reading.diagnostics.contains(where: { $0.severity == .error })
            else { return nil }
            return Rereading(slip: slip, statement: reading.statements[index])
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
        let near = onlyByWords ? [] : neighbours(definition).filter { entry in !entries.contains { $0.name == entry.name } }
        guard !entries.isEmpty || !near.isEmpty, !(entries + near).contains(where: { written.computes(definition, $0) }) else { return .none }
        if !onlyByWords, let refuted = scaled(definition, entries) { return refuted }
        for reading in rereadings() {
            let (slip, other) = (reading.slip, reading.statement)
            let behaviour = BehaviourEvidence(context: context, statement: other)
            guard let mended = statement.definition == nil ? behaviour.namedSide : other.definition, mended.name == definition.name else { continue }
            for entry in entries where behaviour.computes(mended, entry) { return refuted(entry, "it is \(slip.words)") }
            guard !slip.isOfWhole else { continue }
            for entry in near where mayBeSlip(slip, of: entry) && behaviour.computes(mended, entry, byName: true) { return refuted(entry, "it is \(slip.words)") }
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

    /// *The density of the normal distribution*: of the entries that share a name, the one of the kind that the words say.
    private func ofKind(_ text: String) -> Implementation? {
        let folded = TextFolding.folded(text)
        for (words, ending) in Self.kinds where words.contains(where: { folded.contains($0) }) {
            let names = context.shared.topics.mentions(in: text).filter { $0.hasSuffix(ending) }
            return names.count == 1 ? context.shared.table.named(names[0]) : nil
        }
        // The words name a distribution; `P(X = k) = …` states its probabilities, `f(x) = …` its density.
        let ending: String
        if statement.kind == .probability {
            ending = "-probability"
        } else if let definition = statement.definition, definition.isFunction, definition.parameters.count == 1 {
            guard let of = ["f": "-density", "p": "-density", "F": "-distribution-function"][definition.name.name] else { return nil }
            ending = of
        } else {
            return nil
        }
        let names = context.shared.topics.mentions(in: text).filter { $0.hasSuffix(ending) }
        return names.count == 1 ? context.shared.table.named(names[0]) : nil
    }

    private static let kinds: [(words: [String], ending: String)] = [
        (["distribution function", "cdf", "分布函数"], "-distribution-function"),
        (["log-density", "log density", "对数密度"], "-log-density"),
        (["density", "pdf", "密度"], "-density"),
        (["probability mass", "pmf", "概率质量", "的概率", "分布律", "分布列"], "-probability"),
    ]

    /// Entries that words near by speak of, and whose parameters have the very names that stand in the definition.
    private func neighbours(_ definition: Definition) -> [Implementation] {
        let inputs = context.plan(statement, number: context.statementNumber).inputs.map(\.key)
        let names = definition.body.symbols.filter { inputs.contains($0) }
        guard names.count >= 3, names.count <= 6 else { return [] }
        return context.surroundings.mentions.prefix(12).compactMap { context.shared.table.named($0) }.filter { entry in
            !entry.isLoss && entry.parameters.count >= 3 && names.allSatisfy { key in entry.parameters.contains { $0.isNamed(key) } }
        }
    }

    /// Who climbs turns a sign on purpose.
    private func mayBeSlip(_ slip: Slip, of entry: Implementation) -> Bool {
        slip.kind != .sign || !Self.climbing.occurs(in: TextFolding.folded(context.surroundings.sentence + " " + context.surroundings.following))
    }

    private static let climbing = PhraseSet(["ascent", "ascend", "maximi", "上升", "最大化", "极大"])

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
        if found.isEmpty, let cue = context.surroundings.cues.first, cue.kind != .heading, let entry = ofKind(cue.text), !entry.isOpen, !entry.hasParameter(definition.name.name) {
            found.append(entry)
        }
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
        for reading in rereadings() where !reading.slip.isOfWhole && [.sign, .power, .fraction, .function].contains(reading.slip.kind) {
            let (slip, other) = (reading.slip, reading.statement)
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

/// The statement as it reads with one slip taken back.
struct Rereading {
    var slip: Slip
    var statement: Statement
}

/// Those of one statement, made when they are first asked for.
final class Rereadings {
    private var made: [Rereading]?

    func all(_ make: () -> [Rereading]) -> [Rereading] {
        if let made { return made }
        let found = make()
        made = found
        return found
    }
}

extension Parameter {
    /// Whether formulas write it so.
    func isNamed(_ key: SymbolKey) -> Bool { isSpelt(key.name) || isSpelt(key.baseName) }

    func isSpelt(_ name: String) -> Bool { name == self.name || symbols.contains(name) }
}

extension Implementation {
    var isPenalty: Bool { name.contains("penalty") || name.contains("regulari") || name.contains("norm") || name.contains("distance") || name.contains("kernel") }
}
