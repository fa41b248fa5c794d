import Catalogue
import Formulas
import Markdown
import Source
import Tensors

/// Whether a relation whose sides differ claims that they are equal.
extension RelationEvidence {
    /// A relation that differs is wrong only if it claims to hold for all data: both sides speak of the same data, and
    /// nothing says that it is a condition, an equation to be solved, an update, or another definition of a known name.
    func isClaim(_ left: Expression, _ right: Expression, _ plan: SamplePlan, step: Int, _ relation: Relation, _ run: SampleRun) -> Bool {
        guard !context.speaksOfOthers, context.isCertain(plan, statement.sides[min(step, statement.sides.count - 1)...min(step + 1, statement.sides.count - 1)]), statement.reason == nil, !statement.isConditional, statement.indices.allSatisfy(\.isBound),
            !context.reading.diagnostics.contains(where: { statement.range.contains($0.range) && $0.severity == .error })
        else { return false }
        let (a, b) = (sources(of: left, plan), sources(of: right, plan))
        let isForAll = Condition.isUniversal(context.surroundings.sentence)
        // What a derivative of something written out is, is said of all data.
        let isDerivative = statement.kind == .gradient && step == 0 && !b.isEmpty && b.isSubset(of: a) && left.hasDerivative
        if a != b, !isDerivative, !losesConstant(a, b, left, right) {
            let side = a.isEmpty ? right : left
            guard a.isEmpty || b.isEmpty, !side.isBareSymbol, isForAll && relation.isOrder || !relation.isOrder && isConstant(run, a.isEmpty ? 1 : 0) && side.head != "product"
            else { return false }
        }
        guard !a.isEmpty || !b.isEmpty else { return false }
        // Products of vectors that are written with hats are those of a basis.
        if left.hasVectorProduct || right.hasVectorProduct, plan.inputs.contains(where: { $0.key.name.contains("_hat") }) { return false }
        if !(isForAll && relation.isOrder) {
            guard !left.isBareSymbol, !right.isBareSymbol || statement.kind == .gradient || step > 0 else { return false }
        }
        // `\sigma_t^2 = …` names a power as `\sigma_t = …` names a symbol.
        if step == 0, left.isPowerOfSymbol, !relation.isOrder { return false }
        if step == 0, statement.kind != .gradient, isSpecialCase || isRedefinition(left, right) { return false }
        // `P(A) = P(B)` says something of A and B.
        if statement.kind == .probability, step + 1 < statement.sides.count,
            [step, step + 1].allSatisfy({ Application(Array(bytes(of: statement.sides[$0].range))) != nil })
        {
            return false
        }
        if plan.inputs.contains(where: { Self.isImaginaryUnit($0.key) }) { return false }
        if plan.inputs.count(where: { Self.isBasisVector($0) }) > 1 { return false }
        // `\cosh A`, `e^A` of a matrix are series as often as they act on elements.
        if left.appliesFunctionToMatrix || right.appliesFunctionToMatrix { return false }
        // `\mathbb{E}[X] = \operatorname{Var}(X) = \lambda` is said of one law.
        if statement.hasMoments, statement.sides.contains(where: { $0.expression.map { !$0.hasRandomVariable && !$0.symbols.isEmpty } ?? false }) { return false }
        if isOfRelatedNames || holdsUnreadApplication(step) || appliesInput(plan, step) || isModular || sumsOverPairs(left, right) { return false }
        return !context.isConditional
    }

    /// `\operatorname{Var}(aX + b) = a \operatorname{Var}(X)`: both sides speak of the same random variable, one of a shift
    /// or a scale too.
    private func losesConstant(_ a: Set<SymbolKey>, _ b: Set<SymbolKey>, _ left: Expression, _ right: Expression) -> Bool {
        guard statement.hasMoments, left.hasRandomVariable, right.hasRandomVariable else { return false }
        return a.symmetricDifference(b).allSatisfy { ["a", "b", "c", "alpha", "beta", "lambda"].contains($0.name) }
    }

    /// The inputs and sizes that a side's value comes from.
    func sources(of expression: Expression, _ plan: SamplePlan) -> Set<SymbolKey> {
        var keys = Set(expression.symbols)
        for entry in plan.derived.reversed() where keys.contains(entry.key) {
            keys.remove(entry.key)
            keys.formUnion(entry.expression.symbols)
        }
        for mean in plan.means where keys.remove(mean.key) != nil { keys.insert(mean.array) }
        for entry in plan.entries where keys.remove(entry.key) != nil { keys.insert(entry.array) }
        let constants = Set(plan.constants.map(\.key))
        let variables = keys.subtracting(constants)
        // Sizes count only where nothing but sizes is there: `n(n+1)/2` against `\sum_{i=1}^n i`.
        let inputs = variables.filter { key in plan.inputs.contains { $0.key == key } }
        return inputs.isEmpty ? variables : inputs
    }

    /// `\hat{n}_x`, `\hat{i}`, `e_1`: orthogonal to its like, as everybody knows.
    static func isBasisVector(_ input: SamplePlan.Input) -> Bool {
        guard input.shape.count == 1 else { return false }
        let name = input.key.name
        return ["_hat_x", "_hat_y", "_hat_z", "_hat_1", "_hat_2", "_hat_3"].contains { name.hasSuffix($0) } || name.hasPrefix("e_")
            || ["i_hat", "j_hat", "k_hat", "i", "j", "k"].contains(name)
    }

    static func isImaginaryUnit(_ key: SymbolKey) -> Bool { ["i", "j", "imath", "jmath"].contains(key.name) }

    // MARK: - Counting letters

    static let counting: Set<String> = ["n", "m", "k", "N", "M", "K", "T", "L", "l", "r", "s", "d", "p", "q"]

    /// Claims of `n`, `m`, `k` hold for whole numbers: what they give there, where they do not differ.
    func ofWholeNumbers(_ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation) -> SampleRun? {
        var whole = plan
        var changed = false
        for index in whole.inputs.indices
        where whole.inputs[index].shape.isEmpty && whole.inputs[index].domain == .real && whole.inputs[index].value == nil
            && Self.counting.contains(whole.inputs[index].key.name)
        {
            whole.inputs[index].domain = .integer(from: 1)
            changed = true
        }
        guard changed else { return nil }
        let run = run(whole, left, right, relation, seed: context.seed, until: .differs)
        return run.verdict == .differs ? nil : run
    }

    private static let positiveNames: Set<String> = ["sigma", "tau", "epsilon", "delta"]

    /// Deviations and small amounts are above zero: what claims of them give there, where they do not differ.
    func ofPositiveNames(_ plan: SamplePlan, _ left: Expression, _ right: Expression, _ relation: Relation) -> SampleRun? {
        let keys = plan.inputs.filter { input in
            input.domain != .positive && input.value == nil && Self.positiveNames.contains(String(input.key.name.prefix { $0 != "_" }))
        }.map(\.key)
        guard !keys.isEmpty else { return nil }
        let run = run(plan, left, right, relation, seed: context.seed, imposing: keys.map { ($0, .positive) }, until: .differs)
        return run.verdict == .differs ? nil : run
    }

    // MARK: - What the samples show

    /// A side that gives one number whatever the data: no condition on the data makes it another.
    private func isConstant(_ run: SampleRun, _ side: Int) -> Bool {
        let values = run.pairs.compactMap { (side == 0 ? $0.0 : $0.1).scalar }
        guard values.count >= 8, values.count == run.pairs.count, let first = values.first else { return false }
        return values.allSatisfy { abs($0 - first) <= 1e-9 * max(1, abs(first)) }
    }

    /// A number on one side, an array on the other: a dyad, a column in brackets, a zero vector; not the same kind of thing.
    static func areNumberAndArray(_ left: Expression, _ right: Expression) -> Bool {
        let (a, b) = (left.shape.rank - left.slots.count, right.shape.rank - right.slots.count)
        return (a <= 0) != (b <= 0)
    }

    /// An equation of one unknown that some value solves, where the text speaks of solving.
    func isToBeSolved(_ run: SampleRun, _ plan: SamplePlan) -> Bool {
        guard plan.inputs.count == 1, plan.inputs.allSatisfy({ $0.shape.isEmpty }), statement.relations.count == 1,
            context.surroundings.subjects.contains(.solving)
        else { return false }
        let signs = Set(run.pairs.compactMap { a, b -> Bool? in
            guard let x = a.scalar, let y = b.scalar else { return nil }
            return x > y
        })
        return signs.count == 2
    }

    // MARK: - What the writing shows

    func bytes(of range: ByteRange) -> ArraySlice<UInt8> { context.span.latex[range.clamped(to: context.span.latex.count).range] }

    /// `f(x, 0) = …` where f is defined with parameters: what f is there.
    private var isSpecialCase: Bool {
        guard let side = statement.sides.first, let arguments = Application(Array(bytes(of: side.range)))?.arguments, arguments.count > 1 else { return false }
        let numbers = arguments.count { $0.allSatisfy { byte in BindingParser.isDigit(byte) || byte <= 0x20 || byte == 0x2D || byte == 0x2E } }
        return numbers > 0 && numbers < arguments.count
    }

    /// `\sigma(x)_j = …`: a letter that the catalogue knows may be given another meaning.
    private func isRedefinition(_ left: Expression, _ right: Expression) -> Bool {
        guard let side = statement.sides.first, let application = Application(Array(bytes(of: side.range))), application.isLetter else { return false }
        let isPlain = application.arguments.allSatisfy { argument in argument.allSatisfy { byte in byte != 0x2B && byte != 0x2D && byte != 0x2F } }
        return isPlain && application.hasSubscript && left.head != right.head
    }

    /// `I_0(\kappa)` read as a product: nobody puts one letter in brackets to multiply.
    private func holdsUnreadApplication(_ step: Int) -> Bool {
        guard statement.openChoices.contains(.applicationAsProduct) else { return false }
        return statement.sides[step...min(step + 1, statement.sides.count - 1)].contains { side in
            Application.holdsLetterInBrackets(bytes(of: side.range))
        }
    }

    /// `RX(\lambda)`: letters that are data here, the last of them right before one letter in brackets.
    func appliesInput(_ plan: SamplePlan, _ step: Int) -> Bool {
        statement.sides[step...min(step + 1, statement.sides.count - 1)].contains { side in
            let latex = bytes(of: side.range)
            guard Application.holdsLetterInBrackets(latex) else { return false }
            return plan.inputs.contains { input in
                guard input.shape.isEmpty, let letter = input.key.name.utf8.first, input.key.name.utf8.count == 1 else { return false }
                return latex.indices.contains { place in
                    latex[place] == letter && place + 1 < latex.endIndex && latex[place + 1] == UInt8(ascii: "(") && (place == latex.startIndex || latex[place - 1] != UInt8(ascii: "\\"))
                }
            }
        }
    }

    /// `\sum_{i \ne j} x_i x_j` of no particular j is a sum over both.
    func sumsOverPairs(_ left: Expression, _ right: Expression) -> Bool {
        guard Set(left.slots) != Set(right.slots) else { return false }
        let text = String(decoding: bytes(of: statement.range), as: UTF8.self)
        return text.contains("\\ne") || text.contains("≠")
    }

    /// A side that states a variance vanishes on all samples, the other does not.
    func isVarianceOfNumber(_ step: Int, _ run: SampleRun) -> Bool {
        let vanishing = (run.pairs.allSatisfy { $0.0.maximumMagnitude < 1e-12 }, run.pairs.allSatisfy { $0.1.maximumMagnitude < 1e-12 })
        guard vanishing.0 != vanishing.1, step + 1 < statement.sides.count else { return false }
        let side = Array(bytes(of: statement.sides[vanishing.0 ? step : step + 1].range))
        return side.containsSequence("Var") || side.containsSequence("var") || side.containsSequence("Cov") || side.containsSequence("cov")
    }

    /// `E(cX)^2`: the square of what is in the brackets for some authors, the square of its expectation for others.
    func holdsPowerOfMoment(_ step: Int) -> Bool {
        let sides = statement.sides[step...min(step + 1, statement.sides.count - 1)]
        let latex = sides.flatMap { side in bytes(of: side.range).filter { $0 > 0x20 } }
        for (k, byte) in latex.enumerated() where byte == UInt8(ascii: "E") && k + 1 < latex.count && latex[k + 1] == UInt8(ascii: "(") {
            var depth = 0
            for j in (k + 1)..<latex.count {
                if latex[j] == UInt8(ascii: "(") { depth += 1 }
                if latex[j] == UInt8(ascii: ")") { depth -= 1 }
                guard depth == 0 else { continue }
                if j + 1 < latex.count, latex[j + 1] == UInt8(ascii: "^") { return true }
                break
            }
        }
        return false
    }

    /// `\langle x, y \rangle_U`: of a space of its own.
    var hasOtherInnerProduct: Bool { Array(bytes(of: statement.range)).containsSequence("\\rangle_") }

    /// `7 + 8 = 3 \pmod{12}`
    var isModular: Bool {
        let text = String(decoding: context.span.latex, as: UTF8.self)
        return text.contains("mod") && (text.contains("\\pmod") || text.contains("\\mod") || text.contains("bmod"))
    }
}

extension Relation {
    var isOrder: Bool {
        switch kind {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: true
        default: false
        }
    }
}

/// An application as it is written: name, arguments, what follows.
struct Application {
    var name: ArraySlice<UInt8>
    var arguments: [ArraySlice<UInt8>]
    var hasSubscript: Bool

    /// `f(x; 0)`, `\sigma\left(x\right)_j`, `F_k(a, b)`; `nil` for what is more than one application.
    init?(_ latex: [UInt8]) {
        guard let open = latex.firstIndex(of: UInt8(ascii: "(")) else { return nil }
        var depth = 0
        var start = open + 1
        var close: Int?
        var found: [ArraySlice<UInt8>] = []
        for k in open..<latex.count {
            switch latex[k] {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: ","), UInt8(ascii: ";"):
                if depth == 1 {
                    found.append(latex[start..<k])
                    start = k + 1
                }
            default: break
            }
            if depth == 0 {
                close = k
                break
            }
        }
        guard let close else { return nil }
        var end = close
        if latex[..<close].suffix(6).elementsEqual(Array("\\right".utf8)) { end -= 6 }
        found.append(latex[start..<max(start, end)])
        var head = latex[..<open]
        if head.suffix(5).elementsEqual(Array("\\left".utf8)) { head = head.dropLast(5) }
        while let first = head.first, first <= 0x20 || first == UInt8(ascii: "&") { head = head.dropFirst() }
        while let last = head.last, last <= 0x20 { head = head.dropLast() }
        guard !head.isEmpty, !head.contains(where: { [0x2B, 0x3D, 0x20, 0x28, 0x2F].contains($0) }) else { return nil }
        let rest = latex[(close + 1)...].filter { $0 > 0x20 && $0 != UInt8(ascii: "&") }
        guard rest.isEmpty || rest.first == UInt8(ascii: "_") && rest.count <= 6 else { return nil }
        name = head
        arguments = found
        hasSubscript = !rest.isEmpty
    }

    /// One letter or one command.
    var isLetter: Bool {
        name.count == 1 || name.first == UInt8(ascii: "\\") && name.dropFirst().allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    }

    /// A letter, scripts and all, with one letter in brackets behind it: `I_0(\kappa)`, `h(t)`.
    static func holdsLetterInBrackets(_ latex: ArraySlice<UInt8>) -> Bool {
        var index = latex.startIndex
        while let open = latex[index...].firstIndex(of: UInt8(ascii: "(")) {
            index = open + 1
            guard open > latex.startIndex, let close = latex[index...].firstIndex(of: UInt8(ascii: ")")) else { continue }
            let before = latex[latex.index(before: open)]
            let inside = latex[index..<close].filter { $0 > 0x20 }
            let isCommand = inside.first == UInt8(ascii: "\\") && inside.dropFirst().allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
            let isOne = inside.count == 1 && inside.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
            if isOne || isCommand, before > 0x20, before != UInt8(ascii: "{"), before != UInt8(ascii: "(") { return true }
        }
        return false
    }
}
