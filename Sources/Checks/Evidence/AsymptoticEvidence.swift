import Formulas
import Source
import Tensors

/// Compares two sides that come near each other as something becomes small, or large, by how fast their difference does.
///
/// With a remainder (`… + O(x^3)`, `o(h)`) the difference must shrink at least as fast as that, faster for `o`. `f \approx g`
/// with g a polynomial of degree q in the small quantity is its expansion where the difference shrinks faster than the
/// q-th power: then it is verified. It is wrong only where words say that it is an expansion, and it agrees up to a term
/// whose coefficient is another.
struct AsymptoticEvidence {
    let context: StatementContext
    let statement: Statement

    private static let points = [0.64, 0.32, 0.16, 0.08, 0.04, 0.02]
    private static let trials = 8
    /// Differences below this part of the magnitudes are rounding.
    private static let noise = 1e-12

    /// What differences do on the way: constant ones have order 0.
    private struct Order {
        var power: Double
        /// `f(s) - g(s)` over `s^power` at the smallest telling point.
        var coefficient: Double
    }

    func judge(_ left: Expression, _ right: Expression, _ plan: SamplePlan, step: Int) -> EvidenceResult {
        guard !left.isOptimised, !right.isOptimised, context.isCertain(plan, statement.sides[...]), statement.indices.allSatisfy(\.isBound) else { return .none }
        let remainders = statement.remainders.filter { statement.sides[step].range.contains($0.range) || statement.sides[step + 1].range.contains($0.range) }
        if let remainder = remainders.first { return remainders.count == 1 ? judge(left, right, plan, remainder, step) : .none }
        if let step = differenceQuotient(left, right, plan) { return step }
        if let rule = quadrature(left, right, plan) { return rule }
        for key in small(left, right, plan) {
            guard let degree = degree(of: right, in: key, plan) ?? degree(of: left, in: key, plan), degree > 0 else { continue }
            let orders = orders(left, right, key, plan, isLarge: false)
            guard orders.count >= 5 else { continue }
            if orders.allSatisfy({ $0.power > Double(degree) + 0.6 }) { return verified(orders.count, "order of the difference as \(key.name) shrinks") }
            guard speaksOfExpansion, isSmall(key), !isFitted, let first = orders.first else { continue }
            let power = first.power.rounded()
            if power >= 1, power <= Double(degree), orders.allSatisfy({ abs($0.power - power) < 0.2 && abs($0.coefficient) > 0.02 }) {
                return .refuted(diagnostic(key, "the two sides differ in the term of order \(Int(power)) in \(key.name)"))
            }
        }
        return .none
    }

    private func judge(_ left: Expression, _ right: Expression, _ plan: SamplePlan, _ remainder: Remainder, _ step: Int) -> EvidenceResult {
        let keys = remainder.bound.symbols.filter { key in plan.inputs.contains { $0.key == key && $0.shape.isEmpty } }
        guard keys.count == 1, let key = keys.first, !left.isBareSymbol else { return .none }
        for isLarge in [false, true] {
            let bounds = orders(remainder.bound, nil, key, plan, isLarge: isLarge)
            guard let bound = bounds.first, bounds.count >= 5, bound.power > 0.4, bounds.allSatisfy({ abs($0.power - bound.power) < 0.1 }) else { continue }
            let least = remainder.isLittle ? bound.power + 0.4 : bound.power - 0.3
            let found = orders(left, right, key, plan, isLarge: isLarge)
            guard found.count >= 5 else { return .none }
            if found.allSatisfy({ $0.power >= least }) { return verified(found.count, "order of the remainder") }
            let most = remainder.isLittle ? bound.power + 0.1 : bound.power - 0.6
            // Coefficients that only the series has are to be found.
            let known = Set(left.symbols).union(plan.constants.map(\.key))
            guard found.allSatisfy({ $0.power <= most }), !context.isConditional, !left.isTentative, !right.isTentative, Set(right.symbols).isSubset(of: known) else { return .none }
            let power = NumberFormat.significant((found[0].power * 2).rounded() / 2)
            return .refuted(diagnostic(key, "what is left out is of order \(isLarge ? "-" : "")\(power) in \(key.name)"))
        }
        return .none
    }

    /// `f'(x) \approx \frac{f(x+h)-f(x)}{h}`: the sides meet as the step that one of them takes shrinks.
    private func differenceQuotient(_ left: Expression, _ right: Expression, _ plan: SamplePlan) -> EvidenceResult? {
        guard left.hasDerivative != right.hasDerivative else { return nil }
        let own = left.hasDerivative ? right : left
        let other = left.hasDerivative ? left : right
        let keys = plan.inputs.filter { $0.shape.isEmpty && $0.value == nil && own.symbols.contains($0.key) && !other.symbols.contains($0.key) }.map(\.key)
        guard keys.count == 1, let key = keys.first, isSmall(key) || ["eps", "varepsilon", "Deltax", "Deltat", "k"].contains(key.name) else { return nil }
        // Where the error of an unknown function is about to change its sign no order can be told.
        let orders = orders(left, right, key, plan, isLarge: false, skips: true)
        guard orders.count >= 5 else { return nil }
        if orders.allSatisfy({ $0.power > 0.6 }) { return verified(orders.count, "order of the difference as \(key.name) shrinks") }
        let apart = orders.count { abs($0.power) < 0.2 && abs($0.coefficient) > 0.02 || $0.power < -0.6 }
        // `P(x + h, y)` as a density of its own, apart from `P(x, y)`, has nothing to do with its derivative.
        guard !context.isConditional, Set(own.standIns) == Set(other.standIns), apart >= 5, orders.allSatisfy({ $0.power < 0.5 }) else { return nil }
        return .refuted(diagnostic(key, "the two sides do not meet as \(key.name) shrinks"))
    }

    /// `\int_a^b f(x)\,dx \approx \frac{b-a}{2}[f(a)+f(b)]`: a rule is exact for constants where its error is of the second order
    /// in the width of the interval, or of a higher one.
    private func quadrature(_ left: Expression, _ right: Expression, _ plan: SamplePlan) -> EvidenceResult? {
        let (low, high) = (SymbolKey(canonical: "a"), SymbolKey(canonical: "b"))
        guard left.holds("integral") != right.holds("integral"),
            [low, high].allSatisfy({ key in plan.inputs.contains { $0.key == key && $0.shape.isEmpty && $0.value == nil } && left.symbols.contains(key) && right.symbols.contains(key) })
        else { return nil }
        let orders = orders(left, right, high, plan, isLarge: false, from: low, skips: true)
        guard orders.count >= 5 else { return nil }
        if orders.allSatisfy({ $0.power > 1.6 }) { return verified(orders.count, "order of the error as the interval shrinks") }
        guard !context.isConditional, orders.allSatisfy({ $0.power < 1.3 && abs($0.coefficient) > 0.02 }) else { return nil }
        return .refuted(diagnostic(high, "the weights of the rule do not add up to the width of the interval"))
    }

    // MARK: - Orders

    /// Scalars of both sides that may become small.
    private func small(_ left: Expression, _ right: Expression, _ plan: SamplePlan) -> [SymbolKey] {
        plan.inputs.filter { $0.shape.isEmpty && $0.value == nil && left.symbols.contains($0.key) && right.symbols.contains($0.key) }.map(\.key)
    }

    private func isSmall(_ key: SymbolKey) -> Bool { ["x", "h", "t", "z", "epsilon", "delta", "u", "r"].contains(key.name) }

    /// The orders of the difference on several data; empty where some cannot be told.
    private func orders(_ left: Expression, _ right: Expression?, _ key: SymbolKey, _ plan: SamplePlan, isLarge: Bool, from start: SymbolKey? = nil, skips: Bool = false) -> [Order] {
        var found: [Order] = []
        for index in 0..<Self.trials {
            guard let trial = plan.trial(index, seed: context.seed, budget: context.budget) else { continue }
            guard let order = order(left, right, key, trial.bindings, isLarge: isLarge, from: start) else {
                if skips { continue }
                return []
            }
            found.append(order)
        }
        return found
    }

    private func order(_ left: Expression, _ right: Expression?, _ key: SymbolKey, _ bindings: Bindings, isLarge: Bool, from start: SymbolKey?) -> Order? {
        var bindings = bindings
        let origin = start.flatMap { bindings[$0]?.scalar } ?? 0
        var powers: [Double] = []
        var last: (point: Double, difference: Double)?
        for point in Self.points {
            bindings[key] = Tensor(origin + (isLarge ? 1 / point : point))
            guard let a = context.value(left, bindings), let x = a.tensor.scalar, x.isFinite else { return nil }
            var difference = x
            var scale = 0.0
            if let right {
                guard let b = context.value(right, bindings), let y = b.tensor.scalar, y.isFinite else { return nil }
                difference = x - y
                scale = max(a.magnitude, b.magnitude, abs(x), abs(y))
            }
            guard abs(difference) > Self.noise * scale, difference != 0 else { break }
            if let last { powers.append(Self.logarithm(abs(last.difference / difference), base: last.point / point)) }
            last = (point, difference)
        }
        // Both sides are the same to the last digit.
        guard let last else { return Order(power: .infinity, coefficient: 0) }
        guard powers.count >= 2, let power = powers.last, abs(power - powers[powers.count - 2]) < 0.35 else { return nil }
        var scale = 1.0
        for _ in 0..<Int(max(0, min(16, power.rounded()))) { scale *= last.point }
        return Order(power: power, coefficient: last.difference / scale)
    }

    private static func logarithm(_ value: Double, base: Double) -> Double {
        // log2 by halving and squaring: exact enough for orders, without a library.
        func log2(_ value: Double) -> Double {
            guard value > 0, value.isFinite else { return 0 }
            var (x, whole, part, bit) = (value.significand, Double(value.exponent), 0.0, 0.5)
            for _ in 0..<24 {
                x *= x
                if x >= 2 {
                    x /= 2
                    part += bit
                }
                bit /= 2
            }
            return whole + part
        }
        return log2(value) / log2(base)
    }

    /// The degree of a side as a polynomial in a scalar, at most 6; `nil` where it is none.
    private func degree(of side: Expression, in key: SymbolKey, _ plan: SamplePlan) -> Int? {
        guard side.symbols.contains(key) else { return nil }
        var degree: Int?
        for index in 0..<3 {
            guard let trial = plan.trial(index, seed: context.seed, budget: context.budget) else { return nil }
            var bindings = trial.bindings
            var values: [Double] = []
            for k in 0..<10 {
                bindings[key] = Tensor(0.25 + 0.25 * Double(k))
                guard let value = context.value(side, bindings)?.tensor.scalar, value.isFinite else { return nil }
                values.append(value)
            }
            let scale = values.reduce(0) { max($0, abs($1)) }
            var own: Int?
            for order in 0...7 {
                if values.allSatisfy({ abs($0) <= 1e-9 * scale * Double(1 << order) }) {
                    own = order - 1
                    break
                }
                values = zip(values.dropFirst(), values).map { $0 - $1 }
            }
            guard let own, degree == nil || degree == own else { return nil }
            degree = own
        }
        return degree
    }

    // MARK: - What is said

    /// Coefficients with decimals are fitted.
    private var isFitted: Bool { context.mostDecimals(in: statement.range) > 0 }

    private static let expanding = PhraseSet([
        "small", "taylor", "maclaurin", "expansion", "expand", "series", "near zero", "near 0", "around zero", "around 0", "first order", "first-order", "second order", "second-order", "linearis", "lineariz",
        "泰勒", "麦克劳林", "展开", "很小", "较小", "足够小", "充分小", "一阶", "二阶", "零附近", "0 附近", "0附近", "等价无穷小",
    ])

    private var speaksOfExpansion: Bool {
        Self.expanding.occurs(in: TextFolding.folded(context.surroundings.sentence + " " + context.surroundings.following)) && !context.surroundings.isConditional
    }

    private func verified(_ count: Int, _ name: String) -> EvidenceResult {
        .verified(Evidence(by: .equation, name: name, samples: count, maxError: 0), implementation: nil, variant: nil)
    }

    private func diagnostic(_ key: SymbolKey, _ message: String) -> Diagnostic {
        Diagnostic(.wrongApproximation, at: context.place(statement.range), message, help: "compare the series of both sides in \(key.name)")
    }
}
