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

    private var slips: [Slip] { context.rereadings.slips { Slip.all(context.span.latex, context.tree, in: statement.range) } }

    /// The statement as it reads with one of the slips taken back.
    private func rereading(_ place: Int, _ slip: Slip) -> Statement? {
        context.rereadings.statement(place) {
            guard let statements = context.read(slip.latex)?.reading.statements, statements.count == context.reading.statements.count, statements.indices.contains(index)
            else { return nil }
            return statements[index]
        }
    }

    // MARK: - Definitions

    /// A definition that words or its head give the name of an entry, and that one slip makes it.
    ///
    /// - Parameter onlyByWords: entries that the head alone suggests do not count.
    func judge(_ definition: Definition, onlyByWords: Bool = false) -> EvidenceResult {
        // `P(X = k \mid n, p)` is read as a table of joint probabilities: its letters are no data.
        if statement.kind == .probability, statement.indices.contains(where: { !$0.isBound }) { return .none }
        guard !context.isQualified, !definition.body.isBareSymbol, definition.body.printedNumber == nil, !definition.body.isTentative,
            statement.relations.count == 1
        else { return .none }
        if context.leavesIndexUnbound(statement) {
            return onlyByWords ? .none : ofEntries(definition, named(definition, onlyByWords: false), hasUnboundIndex: true)
        }
        // `\det(A') = -\det(A)` speaks of two things.
        if statement.definition == nil, let side = statement.sides.first, let left = side.expression, context.appliedEntry(side) != nil, definition.body.holds(left.head) {
            return .none
        }
        // What computes an entry as it stands, in any convention, is no slip of it.
        let written = BehaviourEvidence(context: context, statement: statement)
        let entries = named(definition, onlyByWords: onlyByWords)
        let near = onlyByWords ? [] : neighbours(definition).filter { entry in !entries.contains { $0.name == entry.name } }
        let subject = subject
        guard !(entries + near).contains(where: { written.computes(definition, $0) }) else { return .none }
        if !entries.isEmpty || !near.isEmpty {
            if !onlyByWords, let refuted = scaled(definition, entries) { return refuted }
            let probes = probes(definition, entries + near)
            for (place, slip) in slips.enumerated() where !isOther(slip, definition.body, probes) {
                guard !slip.isOfWhole || entries.contains(where: { $0.name == subject }), let other = rereading(place, slip) else { continue }
                let behaviour = BehaviourEvidence(context: context, statement: other)
                guard let mended = statement.definition == nil ? behaviour.namedSide : other.definition, mended.name == definition.name else { continue }
                for entry in entries where (!slip.isOfWhole || entry.name == subject) && behaviour.computes(mended, entry) { return refuted(entry, "it is \(slip.words)") }
                guard !slip.isOfWhole else { continue }
                for entry in near where mayBeSlip(slip, of: entry) && behaviour.computes(mended, entry, byName: true) { return refuted(entry, "it is \(slip.words)") }
            }
        }
        return onlyByWords ? .none : ofEntries(definition, entries, hasUnboundIndex: false)
    }

    /// The ways to hold the definition against entries, each with a sample; `nil` where they are many, or some have no sample.
    private func probes(_ definition: Definition, _ entries: [Implementation]) -> [(candidate: Candidate, trial: SamplePlan.Trial)]? {
        let evidence = ImplementationEvidence(context: context)
        var found: [(candidate: Candidate, trial: SamplePlan.Trial)] = []
        for plan in BehaviourEvidence(context: context, statement: statement).plans {
            for entry in entries {
                for candidate in evidence.candidates(statement, definition, entry, plan: plan) {
                    guard found.count < Self.mostProbes, let trial = candidate.plan.trial(0, seed: context.seed, budget: context.budget) else { return nil }
                    found.append((candidate, trial))
                }
            }
        }
        return found
    }

    private static let mostProbes = 32

    /// Whether the body differs from every entry on their samples though a slip is taken back.
    private func isOther(_ slip: Slip, _ body: Expression, _ probes: [(candidate: Candidate, trial: SamplePlan.Trial)]?) -> Bool {
        guard let probes, let change = slip.change, body.range.contains(change.range), let edited = change.applied(to: body) else { return false }
        return probes.allSatisfy { $0.candidate.differs(on: $0.trial, with: edited, evaluate: context.value) }
    }

    /// The same for a statement read by itself: only what the nearest words or the head name counts.
    func judgeAlone(_ definition: Definition) -> EvidenceResult {
        guard !context.isQualified, !definition.body.isBareSymbol, definition.body.printedNumber == nil, !definition.body.isTentative,
            statement.relations.count == 1, !context.leavesIndexUnbound(statement)
        else { return .none }
        let entries = named(definition, onlyByWords: false).filter { $0.isLaw || $0.name == subject }
        let written = BehaviourEvidence(context: context, statement: statement)
        guard !entries.isEmpty, !entries.contains(where: { written.computes(definition, $0) }) else { return .none }
        if let refuted = scaled(definition, entries) { return refuted }
        return ofEntries(definition, entries, hasUnboundIndex: false, onlyNamed: true)
    }

    /// One slip more than those that any statement is tried with: what makes the definition an entry that words near by speak of.
    private func ofEntries(_ definition: Definition, _ named: [Implementation], hasUnboundIndex: Bool, onlyNamed: Bool = false) -> EvidenceResult {
        let subject = subject
        // What the nearest words speak of, by all the names that they may stand for.
        var said: Set<String> = []
        var makesAnother = false
        if let cue = leadIn {
            said = Set(context.shared.topics.mentions(in: cue.text))
            makesAnother = !said.isEmpty && context.shared.topics.makesAnother(cue.text)
        }
        var targets = named.map { EntrySlips.Target(implementation: $0, isNamed: true, isByWords: $0.name == subject || $0.name == ImplementationEvidence.named(definition.name.name, in: context.shared.table)?.name) }
        let near = context.surroundings.mentions.prefix(Self.mostNear).compactMap { context.shared.table.named($0) }
        for entry in near where !onlyNamed && !makesAnother && !entry.isPlain && !named.contains(where: { $0.name == entry.name }) && !entry.hasParameter(definition.name.name) {
            let isSaid = said.contains(entry.name)
            guard isSaid || !entry.isOpen && !entry.isLoss && !entry.isPenalty else { continue }
            targets.append(EntrySlips.Target(implementation: entry, isNamed: false, isSaid: isSaid))
        }
        guard
            let (slip, entry) = EntrySlips(context: context, statement: statement).find(
                definition, targets, isUnbound: hasUnboundIndex)
        else { return .none }
        return refuted(entry, "it is \(slip.words)")
    }

    private static let mostNear = 12

    private func refuted(_ entry: Implementation, _ words: String) -> EvidenceResult {
        .refuted(
            Diagnostic(
                .wrongValue, at: context.place(statement.range), "this is not \(entry.name)", help: "\(words); the definition is \(entry.equation)", entry: entry.name))
    }

    /// A factor that belongs to the entry and is lost, or the other way round; losses and penalties are stated with any factor.
    private func scaled(_ definition: Definition, _ entries: [Implementation]) -> EvidenceResult? {
        let behaviour = BehaviourEvidence(context: context, statement: statement)
        for entry in entries where !entry.isLoss && !entry.isPenalty {
            if entry.isLaw, let factor = behaviour.lostFactor(definition, entry) { return refuted(entry, "it lacks the factor \(factor)") }
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
            return only(text, ending)
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
        return only(text, ending)
    }

    /// The one entry of a kind that words name; a log-density is no density.
    private func only(_ text: String, _ ending: String) -> Implementation? {
        let names = context.shared.topics.mentions(in: text).filter { $0.hasSuffix(ending) && (ending != "-density" || !$0.hasSuffix("-log-density")) }
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
        return context.surroundings.mentions.prefix(Self.mostNear).compactMap { context.shared.table.named($0) }.filter { entry in
            !entry.isLoss && entry.parameters.count >= 3 && names.allSatisfy { key in entry.parameters.contains { $0.isNamed(key) } }
        }
    }

    /// Who climbs turns a sign on purpose.
    private func mayBeSlip(_ slip: Slip, of entry: Implementation) -> Bool {
        slip.kind != .sign || !Self.climbing.occurs(in: TextFolding.folded(context.surroundings.sentence + " " + context.surroundings.following))
    }

    private static let climbing = PhraseSet(["ascent", "ascend", "maximi", "上升", "最大化", "极大"])

    /// The nearest words, where they lead to the statement.
    private var leadIn: Cue? { context.surroundings.cues.first.flatMap { $0.kind == .heading ? nil : $0 } }

    /// The entry that they name.
    private var subject: String? { leadIn.flatMap { context.shared.matcher.subject(of: $0.text)?.name } }

    /// Whether the nearest words name what the statement states.
    var isNamedByWords: Bool { subject != nil || leadIn.flatMap { ofKind($0.text) } != nil }

    /// Entries that the nearest words name by themselves, then those that are written as the head is and that words near by name.
    private func named(_ definition: Definition, onlyByWords: Bool) -> [Implementation] {
        var found: [Implementation] = []
        if let cue = leadIn, let subject = context.shared.matcher.subject(of: cue.text),
            !onlyByWords || subject.isAlone, let entry = context.shared.table.named(subject.name), !entry.isOpen,
            !entry.hasParameter(definition.name.name)
        {
            found.append(entry)
        }
        if onlyByWords { return found }
        if found.isEmpty, let cue = leadIn, let entry = ofKind(cue.text), !entry.isOpen, !entry.hasParameter(definition.name.name) {
            found.append(entry)
        }
        let written = BehaviourEvidence(context: context, statement: statement).headNames(definition)
        if let entry = ImplementationEvidence.named(definition.name.name, in: context.shared.table), !entry.isOpen, !found.contains(where: { $0.name == entry.name }) {
            found.append(entry)
        }
        let near = Set(context.surroundings.mentions)
        for name in written + Self.letters[headLetter(definition), default: []] where near.contains(name) && !found.contains(where: { $0.name == name }) {
            if let entry = context.shared.table.named(name), !entry.isOpen { found.append(entry) }
        }
        return found
    }

    /// What stands left of the first relation: a symbol's key, or `sigma^2`.
    private func headLetter(_ definition: Definition) -> String {
        if !definition.name.name.isEmpty { return definition.name.name }
        guard let left = statement.sides.first?.expression, left.head == "power", let base = left.symbols.first, left.symbols.count == 1 else { return "" }
        return base.name + "^2"
    }

    /// Letters that texts give plain entries, which count where words near by name them too.
    private static let letters: [String: [String]] = [
        "mu": ["mean"], "mu_B": ["mean"], "mu_x": ["mean"], "mu_hat": ["mean"], "x_bar": ["mean"], "X_bar": ["mean"], "y_bar": ["mean"], "z_bar": ["mean"],
        "sigma": ["standard-deviation"], "s": ["standard-deviation"], "sigma_hat": ["standard-deviation"],
        "sigma^2": ["variance", "variance-about-mean"], "s^2": ["variance", "variance-about-mean"], "sigma_B^2": ["variance", "variance-about-mean"],
        "sigma_hat^2": ["variance", "variance-about-mean"],
        "F_1": ["f1-score"], "F1": ["f1-score"], "R^2": ["r-squared"], "Precision": ["precision"], "Recall": ["recall"], "P": ["precision"], "R": ["recall"],
        "z": ["standardisation"], "Z": ["standardisation"], "x_hat": ["standardisation"], "r": ["correlation"], "rho": ["correlation"], "kappa": ["cohen-kappa"],
        "v_hat": ["bias-correction"], "m_hat": ["bias-correction"], "m_hat_t": ["bias-correction"], "v_hat_t": ["bias-correction"],
    ]

    // MARK: - Relations

    /// A relation that is no claim by its form, or beside words that may restrict it: with one slip taken back its sides agree on
    /// all data.
    ///
    /// The two sides are read by themselves, so that a long derivation costs no more than a short one.
    ///
    /// - Parameters:
    ///   - sample: data of a statement whose sides are to agree on them, if it has any.
    ///   - agrees: whether the sides of a statement agree on samples.
    func makesIdentity(step: Int, sample: (Statement, Expression, Expression) -> Bindings?, agrees: (Statement, Expression, Expression) -> Bool) -> Slip? {
        guard step + 1 < statement.sides.count else { return nil }
        let pair = bytes(statement.sides[step]) + Array(" = ".utf8) + bytes(statement.sides[step + 1])
        guard pair.count <= Self.longest, let (tree, written) = read(pair), !agrees(written.statement, written.left, written.right) else { return nil }
        var slips = Slip.all(pair, tree, in: ByteRange(0, pair.count)).filter { !$0.isOfWhole && $0.kind != .relation }
        slips += Repairs.all(pair, tree, most: Self.mostRepairs).filter { !$0.mayCancel }
        let bindings = sample(written.statement, written.left, written.right)
        let values = [written.left, written.right].map { side in bindings.flatMap { context.value(side, $0) } }
        /// Whether the sides differ on the sample though a slip is taken back.
        func staysWrong(_ slip: Slip) -> Bool {
            guard let bindings, let change = slip.change, let place = written.statement.sides.firstIndex(where: { $0.range.contains(change.range) }),
                let other = values[1 - place], let edited = change.applied(to: place == 0 ? written.left : written.right),
                let value = context.value(edited, bindings), case .differ = SideValue.compare(value, other)
            else { return false }
            return true
        }
        // Both lists hold some edits: each is read once, where its values do not tell already.
        var tried: Set<[UInt8]> = []
        for slip in slips.prefix(max(24, Self.mostBytes / max(1, pair.count))) where tried.insert(slip.latex).inserted && !staysWrong(slip) {
            guard let (_, other) = read(slip.latex), !isTrivial(slip, other.statement) else { continue }
            if agrees(other.statement, other.left, other.right) { return slip }
        }
        return nil
    }

    private static let longest = 600
    private static let mostRepairs = 240
    private static let mostBytes = 16_000

    /// A side as it is written, without marks of alignment and ends of lines.
    private func bytes(_ side: Side) -> [UInt8] {
        var found = context.span.latex[side.range.clamped(to: context.span.latex.count).range]
        func isEdge(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "&") }
        while true {
            if let last = found.last, isEdge(last), found.dropLast().last != UInt8(ascii: "\\") { found.removeLast() } else if found.suffix(2).elementsEqual(Array("\\\\".utf8)) {
                found.removeLast(2)
            } else if let first = found.first, isEdge(first) {
                found.removeFirst()
            } else {
                break
            }
        }
        return Array(found)
    }

    private func read(_ latex: [UInt8]) -> (tree: MathTree, pair: (statement: Statement, left: Expression, right: Expression))? {
        guard let (tree, reading) = context.read(latex), reading.statements.count == 1, let statement = reading.statements.first, statement.sides.count == 2,
            statement.reason == nil, let left = statement.sides[0].expression, let right = statement.sides[1].expression
        else { return nil }
        return (tree, (statement, left, right))
    }

    /// `x = x` is one slip from `x = -x` and says nothing, nor does `H H = H^2`.
    private func isTrivial(_ slip: Slip, _ other: Statement) -> Bool {
        func bytes(_ side: Side) -> [UInt8] {
            slip.latex[side.range.clamped(to: slip.latex.count).range].filter { $0 > 0x20 && ![0x28, 0x29, 0x7B, 0x7D].contains($0) }.sorted()
        }
        let (a, b) = (bytes(other.sides[0]), bytes(other.sides[1]))
        let arePowers = !slip.latex.containsSequence("frac") && (a + b).allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "\\") }
        if arePowers, Set(other.sides.flatMap { $0.expression?.symbols ?? [] }).count <= 1 { return true }
        return a == b || min(a.count, b.count) == 1 && max(a.count, b.count) < 8
    }
}

/// The slips of one statement and how it reads without them, each read when it is first asked for.
final class Rereadings {
    private var made: [Slip]?
    private var statements: [Int: Statement?] = [:]

    func slips(_ make: () -> [Slip]) -> [Slip] {
        if let made { return made }
        let found = make()
        made = found
        return found
    }

    func statement(_ place: Int, _ read: () -> Statement?) -> Statement? {
        if let known = statements[place] { return known }
        let found = read()
        statements[place] = .some(found)
        return found
    }
}

extension Candidate {
    /// Whether another body has another value than the entry on a sample.
    func differs(on trial: SamplePlan.Trial, with body: Expression, evaluate: (Expression, Bindings) -> SideValue?) -> Bool {
        var candidate = self
        candidate.body = body
        guard let (actual, expected) = candidate.values(trial, index: 1, evaluate: evaluate),
            case .differ = ImplementationEvidence.compare(actual, SideValue(expected, slots: [], magnitude: actual.magnitude))
        else { return false }
        return true
    }
}

extension Parameter {
    /// Whether formulas write it so.
    func isNamed(_ key: SymbolKey) -> Bool { isSpelt(key.name) || isSpelt(key.baseName) }

    /// `\omicron` looks as `o` does.
    func isSpelt(_ name: String) -> Bool { name == self.name || symbols.contains(name) || name == "omicron" && isSpelt("o") }
}

extension Implementation {
    /// So plain that texts define many other things like it: a product, a step, a sum.
    var isPlain: Bool { needsNames || Self.plain.contains(name) }

    private static let plain: Set<String> = [
        "identity", "gradient-descent", "linear-prediction", "dense", "dot-product", "matrix-product", "matrix-vector-product", "outer-product", "hadamard-product",
        "transpose", "inverse", "trace", "mean", "expectation", "linear-interpolation", "moving-average", "weight-decay", "momentum", "momentum-velocity", "odds",
        "joint-distribution", "conditional-distribution", "marginal-distribution", "recall", "precision", "specificity", "false-positive-rate", "accuracy",
        "step", "unit-vector", "exponential-decay", "standard-error", "attention-scores", "uniform-moments", "squared-l2-norm", "beta-binomial-estimate",
    ]

    var isPenalty: Bool { name.contains("penalty") || name.contains("regulari") || name.hasSuffix("norm") || name.contains("distance") || name.contains("kernel") }
}
