import Formulas
import Source
import Tensors

/// Sides that are numbers, compared as they are printed.
extension RelationEvidence {
    /// Both sides without data: compared as printed where one is printed.
    func numeric(_ left: Expression, _ right: Expression, _ relation: Relation, step: Int, given: Bindings = [:], isSupposed: Bool? = nil) -> EvidenceResult {
        var bindings = given
        for symbol in statement.symbols {
            guard case .constant(let value) = symbol.role else { continue }
            bindings[symbol.name] = Tensor(value)
        }
        let free = Set(left.symbols).union(right.symbols).subtracting(bindings.keys)
        guard free.isEmpty, let a = context.value(left, bindings), let b = context.value(right, bindings),
            var x = a.tensor.elements.first, var y = b.tensor.elements.first
        else { return .none }
        if !x.isFinite || !y.isFinite {
            guard free.isEmpty, bindings.isEmpty, relation.kind == .equal || relation.kind == .approximately, let byHand = left.handArithmetic, let other = right.handArithmetic else { return .none }
            guard case .number(let first) = byHand, case .number(let second) = other else { return undefined(byHand, left, other, right) }
            guard first.isFinite, second.isFinite else { return .none }
            (x, y) = (first, second)
        }
        guard a.tensor.count == 1, b.tensor.count == 1 else { return arrays(a, left, b, right, relation, step: step, bindings) }
        switch NumericComparison.judge(
            x, left.printedNumber, y, right.printedNumber, relation.kind, magnitude: max(a.magnitude, b.magnitude),
            isExact: given.isEmpty && [left, right].allSatisfy { $0.printedNumber != nil || !$0.holdsRoundedNumbers }, holdsNumeral: left.isNumeral || right.isNumeral)
        {
        case .same(let error):
            return .verified(
                Evidence(by: .equation, name: "both sides", samples: 1, maxError: error), implementation: nil, variant: nil)
        case .unclear where !isWithinRounding(x, left, y, right, bindings): return .none
        case .different where !isWithinRounding(x, left, y, right, bindings):
            if alternativesAgree(step: step, relation, bindings) || (isSupposed ?? mayBeSupposed(left, right)) || isModular || isInUnits(x, y) {
                return .none
            }
            let isOrder = relation.kind != .equal && relation.kind != .approximately && relation.kind != .identical
            return .refuted(
                Diagnostic(
                    isOrder ? .wrongInequality : .wrongNumber, at: place(of: relation),
                    isOrder
                        ? "\(NumberFormat.significant(x)) \(relation.sign) \(NumberFormat.significant(y)) does not hold"
                        : "the left side is \(NumberFormat.significant(x, digits: 10)), the right side \(NumberFormat.significant(y, digits: 10))",
                    counterexample: Counterexample(inputs: [], expected: .number(x), actual: .number(y))))
        case .unclear, .different:
            guard relation.kind == .equal || relation.kind == .approximately else { return .none }
            return .verified(
                Evidence(by: .equation, name: "both sides", samples: 1, maxError: abs(x - y) / max(abs(x), abs(y), .leastNormalMagnitude)), implementation: nil, variant: nil)
        }
    }

    /// A part that is no real number, said to be equal to one that is printed.
    private func undefined(_ a: HandArithmetic, _ left: Expression, _ b: HandArithmetic, _ right: Expression) -> EvidenceResult {
        for (side, other) in [(a, right), (b, left)] {
            guard case .undefined(let words, let range) = side, other.printedNumber?.value.isFinite ?? false, !mayBeSupposed(left, right), !Self.exceptional.occurs(in: TextFolding.folded(context.surroundings.sentence)) else { continue }
            return .refuted(Diagnostic(.wrongNumber, at: context.place(range), words))
        }
        return .none
    }

    /// Words of what has no value among the real numbers.
    private static let exceptional = PhraseSet([
        "complex", "imaginary", "undefined", "not defined", "meaningless", "nan", "warning", "error", "复数", "虚数", "无意义", "没有意义", "未定义", "不存在", "报错", "警告",
    ])

    /// Numbers in the places of names, each in all of its places, and in those of names that the note gives a value that value.
    func substituted(_ left: Expression, _ right: Expression, _ relation: Relation) -> EvidenceResult? {
        guard relation.kind == .equal || relation.kind == .approximately, !statement.hasMoments, right.symbols.isEmpty, right.printedNumber == nil, !left.isBareSymbol,
            let places = left.substitution(in: right), let value = context.value(right, [:]), value.tensor.isFinite
        else { return nil }
        for (place, number) in places {
            guard place.isBareSymbol, let name = place.symbols.first, let known = context.known[name], known.definition.body.symbols.isEmpty, !context.uncertain.contains(name)
            else { continue }
            guard let given = context.value(known.definition.body, [:])?.tensor.scalar, let put = context.value(number, [:])?.tensor.scalar,
                abs(given - put) <= 5e-3 * max(abs(given), abs(put))
            else { return nil }
        }
        return .verified(Evidence(by: .equation, name: "numbers in the places of names", samples: 1, maxError: 0), implementation: nil, variant: nil)
    }

    /// What numbers that may be rounded themselves are off by explains the difference.
    private func isWithinRounding(_ x: Double, _ left: Expression, _ y: Double, _ right: Expression, _ bindings: Bindings) -> Bool {
        let inputs = [left, right].filter { $0.printedNumber == nil }.map { $0.roundingError { context.value($0, bindings)?.tensor.scalar } }.reduce(0, +)
        guard inputs > 0 else { return false }
        var last = 0.0
        for printed in [left.printedNumber, right.printedNumber].compactMap({ $0 }) {
            var unit = 0.5
            for _ in 0..<min(printed.decimals, 18) { unit /= 10 }
            last = max(last, unit)
        }
        return abs(x - y) <= min(inputs + last, 2e-3 * max(abs(x), abs(y)))
    }

    /// Of names whose values the note gives: `x = 3, \quad z = x^2 = 9`.
    ///
    /// What stands far from the values may speak of others: only what follows from them in one breath is wrong.
    func ofGivenNames(_ left: Expression, _ right: Expression, _ relation: Relation, step: Int) -> EvidenceResult? {
        guard step > 0 || statement.definition == nil, relation.kind == .equal || relation.kind == .approximately,
            right.printedNumber != nil || right.isLiteralArray, !left.isTentative, !left.isBareSymbol, !left.symbols.isEmpty, statement.remainders.isEmpty
        else { return nil }
        let plan = restricted(context.plan(statement, number: context.statementNumber, all: true), to: left, right)
        guard !plan.derived.isEmpty, plan.inputs.isEmpty, plan.sizeSymbols.isEmpty, plan.conditions.isEmpty, !plan.derived.contains(where: { $0.expression.isTentative }),
            let trial = plan.trial(0, seed: context.seed, budget: context.budget)
        else { return nil }
        let judged = numeric(left, right, relation, step: step, given: trial.bindings)
        guard case .refuted = judged else { return judged }
        // A matrix that is written out is what it is in all of its section.
        if step == 0, relation.kind == .equal, left.symbols.allSatisfy({ context.known[$0]?.definition.body.isLiteralArray ?? false }), !context.isConditional, !context.isQualified,
            context.isCertain(plan, statement.sides[step...(step + 1)])
        {
            return judged
        }
        let start = min(context.passageStart, context.place(statement.range).lower)
        let isNear = left.symbols.allSatisfy { key in context.known[key].map { $0.range.lower >= start } ?? true }
        return step > 0 && isNear && context.isCertain(plan, statement.sides[step...(step + 1)]) ? judged : EvidenceResult.none
    }

    /// Of a chain the step that is wrong, as for other steps.
    private func place(of relation: Relation) -> ByteRange { context.place(statement.relations.count > 1 ? relation.range : statement.range) }

    /// Numbers alone cannot be a condition or a wish: only words that deny them, or ask for them, count.
    private func mayBeSupposed(_ left: Expression, _ right: Expression) -> Bool {
        guard left.symbols.isEmpty, right.symbols.isEmpty else { return context.isConditional }
        // Arithmetic holds whatever is supposed; only `if 5 = 3` supposes it.
        let isPlain = left.printedNumber == nil && right.printedNumber != nil
        return context.isQualified || Condition.rejectsNumbers(context.surroundings.before, context.surroundings.after) || !isPlain && context.surroundings.supposition == .open || Condition.ends(TextFolding.folded(context.surroundings.before)) || GivenNumbers.isDoubted(context.surroundings.following)
    }

    /// `3 \times 224 \approx 602` KB: the unit behind the formula holds the factor.
    private func isInUnits(_ x: Double, _ y: Double) -> Bool {
        let after = context.surroundings.following.drop { $0 == " " || $0 == "\u{a0}" }
        guard let first = after.unicodeScalars.first, Self.prefixes.contains(first) || ["thousand", "million", "billion"].contains(where: { after.hasPrefix($0) })
        else { return false }
        let ratio = max(abs(x), abs(y)) / min(abs(x), abs(y))
        return [1e3, 1e4, 1e6, 1e8, 1e9, 1e12, 1024, 1_048_576, 1_073_741_824].contains { abs(ratio / $0 - 1) < 0.05 }
    }

    private static let prefixes = Set("kKMGTmµunpc万亿千百兆".unicodeScalars)

    /// Arrays of numbers written out, element by element: where decimals are printed, as many as the fewest show.
    private func arrays(
        _ a: SideValue, _ left: Expression, _ b: SideValue, _ right: Expression, _ relation: Relation, step: Int, _ bindings: Bindings
    ) -> EvidenceResult {
        guard relation.kind == .equal || relation.kind == .approximately, a.tensor.shape == b.tensor.shape, a.tensor.count > 1,
            a.tensor.isFinite, b.tensor.isFinite
        else { return .none }
        let scale = max(a.magnitude, b.magnitude, a.tensor.maximumMagnitude, b.tensor.maximumMagnitude)
        let decimals = [left, right].compactMap { side -> Int? in
            guard side.isLiteralArray else { return nil }
            return context.mostDecimals(in: side.range)
        }.filter { $0 > 0 }.min()
        var worst = 0.0
        for (x, y) in zip(a.tensor.elements, b.tensor.elements) {
            worst = max(worst, abs(x - y))
            if let decimals {
                switch PrintedDecimals.compare(x, printed: y, decimals: decimals) {
                case .same: continue
                case .unclear: return .none
                case .different: break
                }
            } else if abs(x - y) <= Comparison.difference * scale {
                continue
            }
            guard relation.kind == .equal || decimals ?? 0 > 1 || abs(x - y) > 0.2 * max(abs(x), abs(y)), !mayBeSupposed(left, right), !isModular else { return .none }
            return .refuted(
                Diagnostic(
                    .wrongNumber, at: place(of: relation),
                    "the left side is \(ValueWords.text(a.tensor)), the right side \(ValueWords.text(b.tensor))",
                    counterexample: Counterexample(inputs: [], expected: JSONValue(a.tensor), actual: JSONValue(b.tensor))))
        }
        return .verified(
            Evidence(by: .equation, name: "both sides", samples: 1, maxError: scale > 0 ? worst / scale : 0), implementation: nil, variant: nil)
    }

    private func alternativesAgree(step: Int, _ relation: Relation, _ bindings: Bindings) -> Bool {
        FormulaReader.alternatives(
            to: index, of: context.reading, in: context.tree, scope: context.scope,
            vocabulary: context.shared.vocabulary
        ).contains { other in
            guard step + 1 < other.sides.count, let left = other.sides[step].expression,
                let right = other.sides[step + 1].expression,
                let x = context.value(left, bindings)?.tensor.scalar, let y = context.value(right, bindings)?.tensor.scalar
            else { return false }
            if case .different = NumericComparison.judge(
                x, left.printedNumber, y, right.printedNumber, relation.kind, magnitude: max(abs(x), abs(y)))
            {
                return false
            }
            return true
        }
    }
}
