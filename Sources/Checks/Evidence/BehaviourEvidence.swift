import Catalogue
import Formulas
import Markdown
import Source
import Tensors

/// Recognises what a statement computes among the entries that the words near it name. Verifies only.
struct BehaviourEvidence {
    let context: StatementContext
    let statement: Statement

    private var evidence: ImplementationEvidence { ImplementationEvidence(context: context) }

    /// The entry among those mentioned near by that computes the same as the body of `definition`, under some order of
    /// arguments and in some convention.
    ///
    func judge(_ definition: Definition) -> EvidenceResult {
        guard mayBeKnown(definition.body) else { return .none }
        var names = headNames(definition)
        for name in context.surroundings.mentions where !names.contains(name) { names.append(name) }
        guard !names.isEmpty else { return .none }
        let plans = plans
        for name in names {
            guard let implementation = context.shared.table.named(name) else { continue }
            if let found = judge(definition, implementation, plans) { return found }
        }
        return .none
    }

    /// The entry of these names that the body of `definition` computes, then any that it computes under its usual names.
    func judge(_ definition: Definition, names: [String], where isWanted: (Implementation) -> Bool) -> EvidenceResult? {
        guard mayBeKnown(definition.body) else { return nil }
        let latex = context.span.latex
        let kinds = FunctionKinds(latex: latex[definition.body.range.clamped(to: latex.count).range])
        let plans = plans
        // A share or a multiple of one number is no formula that is known.
        if let plan = plans.first, plan.inputs.count + plan.derived.count + plan.sizeSymbols.count <= 1, plan.inputs.allSatisfy({ $0.shape.isEmpty }), kinds.isEmpty {
            return nil
        }
        // One or two numbers are anything: they must have their usual names.
        let isSmall = plans.first.map { plan in plan.inputs.count <= 2 && plan.inputs.allSatisfy { $0.shape.isEmpty } } ?? true
        for name in names {
            guard let implementation = context.shared.table.named(name), isWanted(implementation) else { continue }
            if let found = judge(definition, implementation, plans, mustBeNamed: isSmall, mayContradict: false) { return found }
        }
        // Without a word near by, linear combinations of values of functions are anything.
        guard !kinds.isDisjoint(with: .telling) else { return nil }
        let found = judgeAnywhere(definition, plans)
        guard case .verified(_, let implementation?, _) = found, isWanted(implementation) else { return nil }
        return found
    }

    /// The entry that the body of `definition` computes though no words speak of it: one that nothing computes by accident, under
    /// any names, or another under the names that its parameters usually have.
    ///
    /// - Parameter plans: those of the statement, where they are made already.
    func judgeAnywhere(_ definition: Definition, _ plans: [SamplePlan]? = nil) -> EvidenceResult {
        let body = definition.body
        guard mayBeKnown(body), !body.isTentative, !appliesEntryToName(body) else { return .none }
        let plan = plans?.first ?? context.plan(statement, number: context.statementNumber)
        let data = Set(plan.inputs.map(\.key) + plan.derived.map(\.key))
        var keys = Set(body.symbols.filter { data.contains($0) })
        if definition.isFunction { keys.formUnion(definition.parameters.map(\.name)) }
        guard (1...Self.mostNames).contains(keys.count) else { return .none }
        let latex = context.span.latex
        let written = latex[body.range.clamped(to: latex.count).range]
        let kinds = FunctionKinds(latex: written)
        guard statement.definition != nil || statement.kind != .gradient else { return .none }
        let letters = Self.letters(of: written)
        // What `f(x_1) = f(x_2)` says of a known f is nothing that f computes.
        let isWritten = keys.allSatisfy { $0.name.isEmpty || letters.contains($0.name.utf8.first ?? 0) }
        let spellings = keys.map { (names: [$0.name, $0.baseName, $0.letter], isCount: Self.counts.contains($0.name)) }
        let prints = context.shared.fingerprints.all
        var named: [(place: Int, isPlain: Bool)] = []
        var plain: [(place: Int, isPlain: Bool)] = []
        var others: [(place: Int, isPlain: Bool)] = []
        // Counts may be lengths, names may be elements of one array.
        for k in prints.indices
        where prints[k].kinds.intersection(.telling) == kinds.intersection(.telling) && prints[k].count.lowerBound <= keys.count
            && keys.count <= prints[k].count.upperBound + 1 && !prints[k].entry.needsNames
        {
            let suits = prints[k].kinds.suits(kinds)
            let isDistinctive = prints[k].isDistinctive
            if spellings.allSatisfy({ $0.isCount || $0.names.contains(where: prints[k].names.contains) }) {
                guard (isWritten || isDistinctive) && (suits || keys.count > 1) else { continue }
                // In another writing than its own even a distinctive entry is told by its names alone.
                if isDistinctive, !suits { plain.append((k, true)) } else { named.append((k, !isDistinctive)) }
            } else if isDistinctive, suits {
                others.append((k, false))
            }
        }
        guard !named.isEmpty || !plain.isEmpty || !others.isEmpty else { return .none }
        let plans = plans ?? self.plans
        var tried = 0
        for (place, isPlain) in named + plain + others {
            for plan in plans {
                for candidate in evidence.candidates(statement, definition, prints[place].entry, plan: plan, where: { isPlain ? $0.isUsuallyNamed : !$0.contradictsNames }) {
                    tried += 1
                    guard tried <= Self.mostTried else { return .none }
                    let run = evidence.run(candidate, seed: context.seed, until: .isRecognised)
                    if run.verdict == .verified, run.isCloseAndTelling {
                        return evidence.takesVectorsAsNumbers(statement, definition) ? .none : evidence.verified(candidate, run)
                    }
                }
            }
        }
        return .none
    }

    /// What is more than a name or a number; an optimum is found by descent, which is good enough to show, not to judge by.
    private func mayBeKnown(_ body: Expression) -> Bool { !body.isBareSymbol && body.printedNumber == nil && !body.isOptimised }

    /// `f(z) = \max(0, x)`: the argument is not what the body speaks of.
    private func usesAnotherName(_ definition: Definition) -> Bool {
        definition.isFunction && definition.parameters.count == 1 && definition.body.symbols.count == 1 && definition.body.symbols.first != definition.parameters.first?.name
    }

    /// `y = \operatorname{softmax}(o)` is read as the entry itself: that proves nothing.
    private func appliesEntryToName(_ body: Expression) -> Bool {
        body.appliedFunction.flatMap { context.shared.table.named($0) } != nil && body.symbols.count <= 1
    }

    /// `Y = E[X]` is read as the mean of X whatever Y is: only a name of the mean says anything.
    private func isMomentAlone(_ definition: Definition, _ implementation: Implementation) -> Bool {
        guard statement.hasMoments, definition.body.symbols.count == 1, definition.body.hasRandomVariable else { return false }
        return !headNames(definition).contains(implementation.name)
    }

    /// The letters that stand there, and the first ones of Greek names.
    private static func letters(of latex: ArraySlice<UInt8>) -> Set<UInt8> {
        var letters: Set<UInt8> = []
        var isCommand = false
        for (place, byte) in zip(latex.indices, latex) {
            if byte == UInt8(ascii: "\\") {
                isCommand = true
                if place + 1 < latex.endIndex { letters.insert(latex[place + 1]) }
            } else if !byte.isASCIILetter {
                isCommand = false
            } else if !isCommand {
                letters.insert(byte)
            }
        }
        // Greek and other letters in UTF-8 are not told apart.
        return latex.contains { $0 >= 0x80 } ? Set(0...255) : letters
    }

    private static let mostNames = 8
    private static let mostTried = 200

    /// Entries that formulas write as the head does: `F_1`, `R^2`, `H(p)`.
    func headNames(_ definition: Definition) -> [String] {
        var head = definition.name.name
        if head.isEmpty, let left = statement.sides.first {
            let bytes = Array(context.span.latex[left.range.clamped(to: context.span.latex.count).range])
            head = AppliedName.read(bytes) ?? String(decoding: bytes, as: UTF8.self)
        }
        let compact = String(head.filter { $0 != "_" && $0 != "^" && $0 != "{" && $0 != "}" && $0 != " " && $0 != "&" })
        guard !compact.isEmpty else { return [] }
        var names = compact.utf8.count > 1 ? context.shared.table.all(named: compact).map(\.name) : []
        // `Entropy(S)` is said of one convention or of what is near to it.
        if compact.utf8.count > 3 { names += context.shared.table.entries.filter { $0.topics.contains(compact.lowercased()) }.map(\.name) }
        for entry in context.shared.table.entries(withSymbol: head) where !names.contains(entry.name) { names.append(entry.name) }
        return names
    }

    /// An expression without a relation against the entry that the words right before it name.
    func judgeExpression() -> EvidenceResult {
        guard let body = statement.sides.first?.expression, !body.isBareSymbol, body.standIns.isEmpty, body.printedNumber == nil,
            let cue = context.surroundings.cues.first, cue.kind != .heading, let match = context.shared.matcher.match(cue.text), match.isClean,
            let implementation = context.shared.table.named(match.name)
        else { return .none }
        let definition = Definition(name: SymbolKey(canonical: ""), range: statement.range, body: body)
        return judge(definition, implementation, plans) ?? .none
    }

    /// What the first relation says of a head that is no new name: `\sigma^2 = …`, `\operatorname{Var}(Z) = …`, `w \leftarrow …`.
    var namedSide: Definition? {
        guard let relation = statement.relations.first, statement.sides.count > 1, let body = statement.sides[1].expression, body.standIns.isEmpty
        else { return nil }
        switch relation.kind {
        case .equal, .defines, .identical:
            // `\operatorname{Var}(X) = \operatorname{Var}(Y)` compares what an entry gives for two variables.
            if statement.hasMoments, body.hasRandomVariable, statement.sides[0].expression?.hasRandomVariable ?? false { return nil }
            // A probability, a density or an expectation is named by what stands in it; `\cos\theta`, `KL` by other letters.
            let isNamed = [.probability, .expectation].contains(statement.kind) && body.standIns.isEmpty
            if let left = statement.sides[0].expression, !isNamed {
                let isName = left.symbols.count == 1 && (left.isBareSymbol || left.head == "power")
                let isApart = (1...3).contains(left.symbols.count) && Set(left.symbols).isDisjoint(with: body.symbols)
                guard isName || isApart || !left.standIns.isEmpty && body.standIns.isEmpty else { return nil }
            } else if !isNamed {
                guard statement.sides[0].reason?.code == .undefinedFunction else { return nil }
            }
        case .assigns: break
        default: return nil
        }
        return Definition(name: SymbolKey(canonical: ""), range: statement.range, body: body)
    }

    /// With and without the names that earlier lines compute, and with a count that nothing declares (`n`, `N`, `m`) as the
    /// length of an axis.
    var plans: [SamplePlan] {
        let resolved = context.plan(statement, number: context.statementNumber)
        var plans = [resolved]
        if !resolved.derived.isEmpty { plans.append(context.plan(statement, number: context.statementNumber, resolving: false)) }
        for plan in plans {
            guard let count = plan.inputs.first(where: { $0.shape.isEmpty && Self.counts.contains($0.key.name) }) else { continue }
            var axes: [DimensionSizes.Key] = []
            for axis in plan.inputs.flatMap(\.shape) where !axes.contains(axis) { axes.append(axis) }
            // What a sum runs to has its length already.
            for axis in axes.prefix(3) where !plan.sizeSymbols.contains(where: { $0.size == axis }) {
                var counted = plan
                counted.inputs.removeAll { $0.key == count.key }
                counted.sizeSymbols.append((key: count.key, size: axis, offset: 0))
                plans.append(counted)
            }
        }
        return plans
    }

    private static let counts: Set<String> = ["n", "N", "m", "M", "d", "D", "d_k", "K", "J", "C", "q", "T"]

    /// Whether the body of `definition` computes this entry.
    ///
    /// - Parameter byName: each argument is the parameter that has its name.
    func computes(_ definition: Definition, _ implementation: Implementation, byName: Bool = false) -> Bool {
        judge(definition, implementation, plans, byName: byName) != nil
    }

    /// What the body is of this entry on every sample, where it is always the same but not 1.
    func ratio(_ definition: Definition, _ implementation: Implementation) -> Double? {
        for plan in plans {
            for candidate in evidence.candidates(statement, definition, implementation, plan: plan, where: \.isNatural) {
                guard let first = Self.ratio(evidence.run(candidate, seed: context.seed, count: 3)) else { continue }
                let run = evidence.run(candidate, seed: context.seed)
                if run.isTelling, run.pairs.count >= 16, let ratio = Self.ratio(run), abs(ratio - first) <= 1e-9 * abs(first) { return ratio }
            }
        }
        return nil
    }

    /// The factor that the body lacks of an entry: a power of one of its arguments, an exponential, a factorial.
    func lostFactor(_ definition: Definition, _ implementation: Implementation) -> String? {
        for plan in plans {
            for candidate in evidence.candidates(statement, definition, implementation, plan: plan) where candidate.isNatural {
                let names = candidate.arguments.compactMap { argument -> SymbolKey? in if case .symbol(let key) = argument { key } else { nil } }
                var values: [(inputs: [Double], ratio: Double)] = []
                for index in 0..<8 {
                    guard let trial = candidate.plan.trial(index, seed: context.seed, budget: context.budget),
                        let (actual, expected) = candidate.values(trial, index: index + 1, evaluate: context.value),
                        let a = actual.tensor.scalar, let b = expected.scalar, a.isFinite, b.isFinite, a > 0, b > 0
                    else { break }
                    let inputs = names.compactMap { trial.bindings[$0]?.scalar }
                    guard inputs.count == names.count else { break }
                    values.append((inputs, b / a))
                }
                guard values.count == 8 else { continue }
                for (words, factor) in LostFactor.all(names.map(\.name)) {
                    let isLost = values.allSatisfy { value in
                        let expected = factor(value.inputs)
                        return expected.isFinite && abs(expected - value.ratio) <= 1e-9 * abs(value.ratio)
                    }
                    if isLost, values.contains(where: { abs($0.ratio - 1) > 1e-3 }) { return words }
                }
            }
        }
        return nil
    }

    private static func ratio(_ run: SampleRun) -> Double? {
        var ratio: Double?
        for (actual, expected) in run.pairs {
            guard actual.count == expected.count else { return nil }
            for (a, b) in zip(actual.elements, expected.elements) {
                guard b != 0, a.isFinite, b.isFinite else { return nil }
                if let ratio, abs(a / b - ratio) > 1e-9 * abs(ratio) { return nil }
                ratio = a / b
            }
        }
        guard let ratio, abs(ratio - 1) > 1e-6 else { return nil }
        return ratio
    }

    private func judge(_ definition: Definition, _ implementation: Implementation, _ plans: [SamplePlan], byName: Bool = false, mustBeNamed: Bool = false, mayContradict: Bool = true) -> EvidenceResult? {
        guard !appliesEntryToName(definition.body), !usesAnotherName(definition), !isMomentAlone(definition, implementation) else { return nil }
        // Sums and products of two or three names are many things.
        let needsNames = mustBeNamed || implementation.needsNames || implementation.isPlain && EntryFingerprints.kinds(of: implementation).isEmpty
        for plan in plans {
            func admits(_ candidate: Candidate) -> Bool {
                byName ? candidate.isNamed : (!needsNames || candidate.isUsuallyNamed) && (mayContradict || !candidate.contradictsNames)
            }
            for candidate in evidence.candidates(statement, definition, implementation, plan: plan, where: admits) {
                let run = evidence.run(candidate, seed: context.seed, until: .isRecognised)
                if run.verdict == .verified, run.isTelling { return evidence.takesVectorsAsNumbers(statement, definition) ? nil : evidence.verified(candidate, run) }
            }
        }
        return nil
    }
}
