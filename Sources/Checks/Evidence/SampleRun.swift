import Formulas
import Source
import Tensors

/// Comparisons of one claim on the samples of one seed.
struct SampleRun {
    var tally = Tally()
    var sets = 1
    /// Samples on which the sides differ, with both values; a few.
    var differing: [Difference] = []
    /// The values of every sample on which both sides are finite, for hints.
    var pairs: [(Tensor, Tensor)] = []

    struct Difference {
        var trial: SamplePlan.Trial
        var expected: Tensor
        var actual: Tensor
    }

    /// Whether the values are more than zeros and one constant: only then is agreement no accident.
    var isTelling: Bool {
        guard let first = pairs.first?.1.elements.first else { return false }
        return pairs.contains { $0.1.elements.contains { abs($0 - first) > 1e-6 * max(abs($0), abs(first), 1e-6) } }
    }

    /// Whether one side is larger somewhere: an order that is an equality on all samples is claimed by nobody.
    var isOrdered: Bool {
        pairs.contains { pair in zip(pair.0.elements, pair.1.elements).contains { abs($0 - $1) > 1e-9 * max(abs($0), abs($1), 1e-3) } }
    }

    /// Whether both sides are nothing but zeros.
    var vanishes: Bool { pairs.allSatisfy { $0.0.maximumMagnitude < 1e-12 && $0.1.maximumMagnitude < 1e-12 } }

    /// Whether the values themselves are near each other on every sample, and not only beside larger intermediate ones.
    var isCloseAndTelling: Bool {
        isTelling && pairs.allSatisfy { pair in
            zip(pair.0.elements, pair.1.elements).allSatisfy { a, b in abs(a - b) <= 1e-6 * max(abs(a), abs(b), 1e-6) }
        }
    }

    var verdict: Tally.Verdict { tally.verdict(sets: sets) }

    /// What is asked of the samples: a run ends when no other sample can change the answer.
    enum Question {
        case everything
        /// Whether all agree; where they do, everything.
        case isVerified
        /// The same of one guess among many: the first two samples must tell.
        case isRecognised
        /// Whether enough differ.
        case differs
    }

    private func settles(_ question: Question, after tried: Int, of count: Int) -> Bool {
        switch question {
        case .everything: false
        case .isVerified, .isRecognised:
            tally.differing > 0 || tally.unclear > 0 || tally.agreeing + (count - tried) < Tally.leastVerified
                || question == .isRecognised && tried == 2 && tally.agreeing == 0
        case .differs: verdict == .differs
        }
    }

    /// - Parameters:
    ///   - question: with anything but `everything` the tally and the values are those of the first samples.
    ///   - sides: the claim's value and what it should be, on one sample; `nil` where one has none.
    static func run(
        _ plan: SamplePlan, seed: UInt64, isRound: Bool = false, imposing: [(SymbolKey, Assumption)] = [],
        count: Int = SamplePlan.trialCount, until question: Question = .everything, budget: Budget,
        compare: ((SideValue, SideValue) -> Comparison) = SideValue.compare,
        sides: (SamplePlan.Trial) -> (actual: SideValue, expected: SideValue)?
    ) -> SampleRun {
        var run = SampleRun()
        run.sets = plan.sizes.setCount
        var sizes: [DimensionSizes.Sizes] = []
        for index in 0..<count {
            if run.settles(question, after: index, of: count) { break }
            if sizes.count < run.sets { sizes.append(plan.sizes.sizes(set: index)) }
            guard
                let trial = plan.trial(index, seed: seed, isRound: isRound, imposing: imposing, sizes: sizes[index % run.sets], budget: budget),
                let (actual, expected) = sides(trial)
            else { continue }
            let comparison = compare(actual, expected)
            run.tally.add(comparison, dimensionSet: trial.set)
            if case .discarded = comparison { continue }
            if run.pairs.count < SamplePlan.trialCount { run.pairs.append((actual.tensor, expected.tensor)) }
            if case .differ = comparison, run.differing.count < 4 {
                run.differing.append(Difference(trial: trial, expected: expected.tensor, actual: actual.tensor))
            }
        }
        return run
    }
}

extension SampleRun.Difference {
    /// The inputs and both values, numbers as they are.
    var counterexample: Counterexample {
        Counterexample(
            inputs: trial.shown.map { ($0.name, JSONValue($0.value)) }, expected: JSONValue(expected),
            actual: JSONValue(actual))
    }

    /// `x = 1, y = [1, 2]`: for messages; long arrays are left to the counterexample.
    var inputWords: String {
        trial.shown.filter { $0.value.count <= 4 }.map { "\($0.name) = \(ValueWords.text($0.value))" }
            .joined(separator: ", ")
    }
}

/// Values in messages, at most six significant digits.
enum ValueWords {
    static func text(_ tensor: Tensor) -> String {
        if let scalar = tensor.scalar { return NumberFormat.significant(scalar) }
        guard tensor.count <= 8 else { return "an array of shape [\(tensor.shape.map(String.init).joined(separator: ", "))]" }
        if tensor.shape.count == 1 {
            return "[" + tensor.elements.map { NumberFormat.significant($0) }.joined(separator: ", ") + "]"
        }
        let width = max(1, tensor.shape.last ?? 1)
        var rows: [String] = []
        var start = 0
        let elements = tensor.elements
        while start < elements.count {
            let row = elements[start..<min(start + width, elements.count)]
            rows.append("[" + row.map { NumberFormat.significant($0) }.joined(separator: ", ") + "]")
            start += width
        }
        return "[" + rows.joined(separator: ", ") + "]"
    }
}

/// What turns a wrong formula into the right one, where the samples show it.
enum Hint {
    static func words(_ pairs: [(Tensor, Tensor)]) -> String? {
        var ratio: Double?
        var offset: Double?
        var isRatio = true
        var isOffset = true
        var isReciprocal = true
        var isRoot = true
        var isSquare = true
        for (actual, expected) in pairs {
            guard actual.count == expected.count else { return nil }
            for (a, b) in zip(actual.elements, expected.elements) {
                let scale = max(abs(a), abs(b))
                func near(_ x: Double, _ y: Double) -> Bool { abs(x - y) <= 1e-9 * max(scale, max(abs(x), abs(y))) }
                if b != 0 {
                    let r = a / b
                    if let ratio { isRatio = isRatio && near(r, ratio) } else { ratio = r }
                } else {
                    isRatio = isRatio && a == 0
                }
                if let offset { isOffset = isOffset && near(a - b, offset) } else { offset = a - b }
                isReciprocal = isReciprocal && a != 0 && near(1 / a, b)
                isRoot = isRoot && near(a * a, b)
                isSquare = isSquare && b >= 0 && near(a, b * b)
            }
        }
        guard !pairs.isEmpty else { return nil }
        if isRatio, let ratio, ratio != 0 {
            return ratio == -1 || abs(ratio + 1) < 1e-9
                ? "the sign is flipped" : "the value is \(NumberFormat.significant(ratio)) times the right one everywhere"
        }
        if isOffset, let offset { return "the value is off by \(NumberFormat.significant(offset)) everywhere" }
        if isReciprocal { return "numerator and denominator are swapped" }
        if isRoot { return "a square is missing" }
        if isSquare { return "a square too many, or a root is missing" }
        return nil
    }
}
