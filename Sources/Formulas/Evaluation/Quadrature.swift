import Glibc
import Source
import Tensors

/// What runs what stands under an integral or a limit, which is evaluated again and again.
final class Integrand {
    var runner: NumberRunner

    init(_ runner: NumberRunner) { self.runner = runner }
}

/// Limits by extrapolation and integrals by double-exponential quadrature, each with an estimate of its error: what does
/// not settle is an error, never a guess.
extension Machine {
    /// The value of a scalar body where its variable has this value.
    mutating func sample(_ body: ID, _ local: Int, _ x: Double, _ range: ByteRange) throws(EvaluationError) -> Double {
        if let number = try number(body, local, x, range) { return number }
        var inner = self
        inner.locals[local] = Value(tensor: Tensor(x), slots: 0)
        for id in ExpressionTree.reachable(
            from: body, nodes: tree.nodes, lists: tree.lists, slots: tree.slotEntries, localPoints: tree.localPoints)
        { inner.values[id] = nil }
        inner.warnings = [EvaluationWarning(.notANumber, at: range, "")]
        do { try budget.spend(tree.nodes.count) } catch { throw fail(error, range) }
        let value = try inner.evaluate(body)
        guard let number = value.tensor.scalar else {
            throw EvaluationError(.unsupported, at: range, "a limit or integral of an array")
        }
        return number
    }

    /// The same by a program, where the body has one that gives a number there.
    private mutating func number(_ body: ID, _ local: Int, _ x: Double, _ range: ByteRange) throws(EvaluationError) -> Double? {
        guard derivativeDepth == 0, tape == nil, tracked.isEmpty, let program = tree.program(for: body) else { return nil }
        let integrand: Integrand
        if let known = self.integrand, known.runner.program === program {
            integrand = known
        } else {
            integrand = Integrand(NumberRunner(program, tree, bindings))
            self.integrand = integrand
        }
        integrand.runner.locals = locals.map { $0?.tensor.scalar }
        integrand.runner.locals[local] = x
        let found = integrand.runner.runAgain()
        program.note(hasValue: found != nil)
        guard let found else { return nil }
        do { try budget.spend(tree.nodes.count + found.spent) } catch { throw fail(error, range) }
        return found.value
    }

    /// Richardson's extrapolation along h, h/2, h/4 …; both sides must agree unless one is asked for.
    mutating func limit(_ body: ID, _ local: Int, _ at: Value, _ side: Int8, _ range: ByteRange) throws(EvaluationError) -> Value {
        guard let point = at.tensor.scalar else { throw EvaluationError(.unsupported, at: range, "a limit at an array") }
        var found: [Double] = []
        let directions: [Double] = point.isInfinite ? [point > 0 ? 1 : -1] : side == 0 ? [1, -1] : [Double(side)]
        for direction in directions {
            var row: [Double] = []
            var best = Double.nan
            var error = Double.infinity
            var plain: [Double] = []
            for k in 0..<24 {
                let h = pow(2.0, -Double(k) - 2)
                let x = point.isInfinite ? direction / h * 4 : point + direction * h * max(1, point.magnitude)
                let y = try sample(body, local, x, range)
                guard y.isFinite else { continue }
                plain.append(y)
                var next = [y]
                for (j, before) in row.enumerated() where j < 12 {
                    let factor = pow(2.0, Double(j + 1))
                    next.append((factor * next[j] - before) / (factor - 1))
                }
                for j in 1..<max(next.count, 1) where j - 1 < row.count {
                    let change = max((next[j] - next[j - 1]).magnitude, (next[j] - row[j - 1]).magnitude)
                    if change < error {
                        error = change
                        best = next[j]
                    }
                }
                row = next
            }
            // Values that settle by themselves, faster than any power.
            if plain.count > 4 {
                let change = (plain[plain.count - 1] - plain[plain.count - 2]).magnitude
                if change < error {
                    error = change
                    best = plain[plain.count - 1]
                }
            }
            if !(best.isFinite && error <= 1e-9 * max(1, best.magnitude)), let slow = try slowLimit(body, local, point, direction, range) {
                (best, error) = (slow, 0)
            }
            guard best.isFinite, error <= 1e-9 * max(1, best.magnitude) else {
                throw EvaluationError(.notEvaluable, at: range, "the limit does not settle")
            }
            found.append(best)
        }
        guard let first = found.first else { throw EvaluationError(.notEvaluable, at: range, "no limit") }
        if let second = found.dropFirst().first, (first - second).magnitude > 1e-8 * max(1, first.magnitude) {
            throw EvaluationError(.notEvaluable, at: range, "the limits from both sides differ: \(second) and \(first)")
        }
        var value = found.reduce(0, +) / Double(found.count)
        let rounded = (value * 1e6).rounded() / 1e6
        if (value - rounded).magnitude <= 1e-11 * max(1, value.magnitude) { value = rounded }
        return Value(tensor: Tensor(value), slots: 0)
    }

    /// Where no power of the step describes the way to the limit (`x \ln x`): steps so small that the values stand still.
    private mutating func slowLimit(
        _ body: ID, _ local: Int, _ point: Double, _ direction: Double, _ range: ByteRange
    ) throws(EvaluationError) -> Double? {
        var values: [Double] = []
        for k in [30.0, 60, 120, 240, 300] {
            let h = pow(10.0, -k)
            let x = point.isInfinite ? direction / h : point + direction * h
            guard point.isInfinite || point == 0 else { return nil }
            let y = try sample(body, local, x, range)
            guard y.isFinite else { return nil }
            values.append(y)
        }
        guard let last = values.last else { return nil }
        // Ever nearer, and standing still at the end.
        for (a, b) in zip(values, values.dropFirst()) where (b - last).magnitude > 0.5 * (a - last).magnitude + 1e-12 { return nil }
        guard (values[2] - last).magnitude <= 1e-12 * max(1, last.magnitude), (values[3] - last).magnitude <= 1e-12 * max(1, last.magnitude) else { return nil }
        return last.magnitude < 1e-100 ? 0 : last
    }

    /// Takahasi and Mori's double-exponential rule, halving the step until the value settles.
    mutating func integral(_ body: ID, _ local: Int, _ from: Value, _ to: Value, _ range: ByteRange) throws(EvaluationError) -> Value {
        guard let a = from.tensor.scalar, let b = to.tensor.scalar else {
            throw EvaluationError(.unsupported, at: range, "an integral for every index")
        }
        if a == b { return Value(tensor: Tensor(0.0), slots: 0) }
        if a > b {
            let reversed = try integral(body, local, to, from, range)
            return Value(tensor: reversed.tensor.applying(.negate), slots: 0)
        }
        let half = Double.pi / 2
        func term(_ t: Double) throws(EvaluationError) -> Double {
            let x: Double
            let weight: Double
            let s = half * sinh(t)
            let ds = half * cosh(t)
            switch (a.isInfinite, b.isInfinite) {
            case (false, false):
                // Distances from the nearer end keep the digits there.
                let e = exp(-2 * s.magnitude)
                let distance = (b - a) * e / (1 + e)
                x = s < 0 ? a + distance : b - distance
                weight = (b - a) / 2 * ds / (cosh(s) * cosh(s))
            case (false, true):
                let e = exp(s)
                x = a + e
                weight = e * ds
            case (true, false):
                let e = exp(s)
                x = b - e
                weight = e * ds
            case (true, true):
                x = sinh(s)
                weight = cosh(s) * ds
            }
            guard weight.isFinite, weight > 0, x.isFinite, !(x == a && !a.isInfinite), !(x == b && !b.isInfinite) else { return 0 }
            let y = try sample(body, local, x, range)
            // An end of the range may be a pole that can be integrated; inside, nothing infinite may stand.
            if !y.isFinite { return weight < 1e-12 ? 0 : y }
            return y * weight
        }
        let reach = 4.5
        var step = 0.5
        var total = try term(0)
        var k = 1
        while Double(k) * step <= reach {
            let t = Double(k) * step
            total += try term(t) + term(-t)
            k += 1
        }
        var value = total * step
        for _ in 0..<7 {
            var t = step / 2
            var added = 0.0
            while t <= reach {
                added += try term(t) + term(-t)
                t += step
            }
            total += added
            step /= 2
            let next = total * step
            let change = (next - value).magnitude
            value = next
            guard value.isFinite else { break }
            if change <= 1e-11 * max(value.magnitude, 1e-3) { return Value(tensor: Tensor(value), slots: 0) }
        }
        if a.isFinite, b.isFinite, let bent = try adaptiveIntegral(body, local, a, b, range) { return Value(tensor: Tensor(bent), slots: 0) }
        throw EvaluationError(.notEvaluable, at: range, "the integral does not settle")
    }
}
