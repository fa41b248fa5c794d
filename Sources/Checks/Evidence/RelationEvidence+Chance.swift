import Formulas
import LaTeX
import Source
import Tensors

extension RelationEvidence {
    /// A law of chance that holds under none of the conditions that its text may leave unsaid.
    func brokenLaw(
        _ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation, step: Int
    ) -> Bool {
        guard relation.kind == .equal, statement.definition == nil, [.probability, .expectation].contains(statement.kind) || statement.measuresInformation || statement.kind == .equation && statement.hasMoments, statement.reason == nil,
            let law = ChanceLaw(statement), context.isCertain(plan, statement.sides[...]), !context.isConditional, !speaksOfCondition,
            !left.isBareSymbol, !right.isBareSymbol, right.printedNumber == nil, left.printedNumber == nil, speaksOfTheSame(step)
        else { return false }
        var wasCompared = false
        for condition in ChanceLaw.Case.allCases {
            for seed in [context.seed, context.seed ^ StatementContext.secondSeed] {
                let run = SampleRun.run(plan, seed: seed, budget: context.budget, compare: { Self.compare($0, $1, relation.kind) }) { trial in
                    guard let bindings = law.imposing(condition, on: trial.bindings), let a = context.value(left, bindings),
                        let b = context.value(right, bindings)
                    else { return nil }
                    return (a, b)
                }
                if condition != .dependent, run.tally.remaining == 0 || run.vanishes { continue }
                // Over few outcomes the sides of a wrong law agree now and then.
                guard run.tally.differing >= 3, run.tally.differing * 3 >= run.tally.remaining else { return false }
                wasCompared = true
            }
        }
        return wasCompared
    }

    /// Events of which it says something that holds of independent ones: that they are may stand anywhere.
    func holdsOfIndependentEvents(_ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation) -> Bool {
        guard let law = ChanceLaw(statement), law.areEvents, law.variables.count > 1 else { return false }
        let run = runOfIndependent(law, plan, left, right, relation)
        return run.tally.differing == 0 && run.tally.agreeing > 0
    }

    /// What holds of independent events or variables, where the text speaks of such.
    func underIndependence(
        _ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation, by: Evidence.Source, step: Int
    ) -> EvidenceResult? {
        guard statement.hasMoments, context.surroundings.subjects.contains(.assumption(.independent)), let law = ChanceLaw(statement), law.variables.count > 1 else { return nil }
        let run = runOfIndependent(law, plan, left, right, relation)
        guard run.verdict == .verified, run.isTelling else { return nil }
        guard law.variables.allSatisfy({ context.surroundings.says(.independent, of: $0) }) else { return EvidenceResult.none }
        return verified(by, step, run, assuming: [law.variables.map(\.name).joined(separator: ", ") + " are independent"])
    }

    private func runOfIndependent(_ law: ChanceLaw, _ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation) -> SampleRun {
        SampleRun.run(plan, seed: context.seed, budget: context.budget, compare: { Self.compare($0, $1, relation.kind) }) { trial in
            guard let bindings = law.imposing(.independent, on: trial.bindings), let a = context.value(left, bindings), let b = context.value(right, bindings) else { return nil }
            return (a, b)
        }
    }

    private static let conditions = PhraseSet([
        "equal prior", "uniform", "equally likely", "symmetr", "exchangeable", "identical", "complement", "partition", "等可能", "均匀", "对称", "同分布", "互补", "对立", "划分",
        "fallac", "谬误", "混淆", "confus", "mean zero", "zero mean", "零均值", "均值为零", "均值为 0", "标准化", "standardi", "normali", "归一",
    ])

    private var speaksOfCondition: Bool {
        Self.conditions.occurs(in: TextFolding.folded(context.surroundings.sentence + " " + context.surroundings.following))
    }

    /// Both sides have the same capitals, and the right one no letter that the left one lacks but the mark of a complement;
    /// one speaks of more than single events.
    private func speaksOfTheSame(_ step: Int) -> Bool {
        guard statement.sides.indices.contains(step + 1) else { return false }
        let (a, b) = (letters(statement.sides[step].range), letters(statement.sides[step + 1].range))
        let complement: Set<UInt32> = [0x63]
        func capitals(_ letters: Set<UInt32>) -> Set<UInt32> { letters.filter { (0x41...0x5A).contains($0) } }
        guard b.subtracting(complement).isSubset(of: a) else { return false }
        // What is conditioned on may go away: `\mathbb{E}[\mathbb{E}[X \mid Y]] = \mathbb{E}[X]`.
        if statement.kind == .expectation, holdsBar(statement.sides[step].range) { return true }
        guard capitals(a) == capitals(b) else { return false }
        if statement.kind == .expectation || statement.kind != .probability && statement.hasMoments { return true }
        guard a.subtracting(complement) == b.subtracting(complement) else { return false }
        let marks: Set<UInt32> = [0x2223, 0x7C, 0x2229, 0x222A, 0x2C]
        return context.tree.nodes.contains { node in
            if case .atom(let atom) = node.kind { statement.range.contains(node.range) && marks.contains(atom.scalar) } else { false }
        }
    }

    private func holdsBar(_ range: ByteRange) -> Bool {
        context.tree.nodes.contains { node in
            guard range.contains(node.range), case .atom(let atom) = node.kind else { return false }
            return atom.scalar == 0x2223 || atom.scalar == 0x7C
        }
    }

    private func letters(_ range: ByteRange) -> Set<UInt32> {
        var found: Set<UInt32> = []
        for node in context.tree.nodes where range.contains(node.range) {
            if case .atom(let atom) = node.kind, atom.atomClass == .ordinary, atom.scalar != 0x7C, atom.scalar != 0x2223 { found.insert(atom.scalar) }
        }
        return found
    }
}
