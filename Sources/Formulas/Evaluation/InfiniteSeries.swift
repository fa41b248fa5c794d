import Glibc
import Source
import Tensors

/// Infinite sums of numbers, and products of positive ones as sums of their logarithms: added up where their terms fall geometrically, else extrapolated where they alternate or fall
/// like a power below 1/k; what does not settle is an error.
///
/// Accuracy: 1e-10 of the sum. Source: Levin's u-transform, Weniger (1989), section 7.3; Richardson (1927).
extension Machine {
    private static let block = 64
    private static let blocks = 16
    private static let extrapolated = 40

    mutating func infiniteSum(
        _ reduction: ExpressionTree.Reduction, _ slot: Int, _ body: ID, _ condition: ID, _ found: SlotRange, _ range: ByteRange
    ) throws(EvaluationError) -> Value {
        let isProduct = reduction == .product
        guard reduction == .sum || isProduct, condition < 0, tree.facts[Int(body)].slots & ~slotBit(slot) == 0 else {
            throw EvaluationError(.limit, at: range, "an infinite range is not evaluated here")
        }
        var total: Tensor?
        var terms: [Double] = []
        var start = found.first
        for _ in 0..<Self.blocks {
            do { try budget.spend(Self.block &* max(tree.nodes.count, 1) / 16 &+ 1) } catch { throw fail(error, range) }
            var inner = self
            inner.ranges[slot] = SlotRange(first: start, count: Self.block)
            inner.warnings = [EvaluationWarning(.notANumber, at: range, "")]
            var value = try inner.spread(try inner.evaluate(body), slots: slotBit(slot), range)
            guard rank(value) == 0 else { throw EvaluationError(.unsupported, at: range, "an infinite \(isProduct ? "product" : "sum") of arrays") }
            if isProduct {
                guard derivativeDepth == 0, value.tensor.elements.allSatisfy({ $0 > 0 }) else {
                    throw EvaluationError(.unsupported, at: range, "an infinite product with factors that are not positive")
                }
                value.tensor = value.tensor.applying(.log)
            }
            let elements = value.tensor.elements
            guard let end = settled(terms, elements) else {
                guard elements.allSatisfy(\.isFinite) else { break }
                terms += elements
                let part = try tensors(range) { () throws(TensorError) in try value.tensor.sum() }
                total = try sum(total, part, range)
                magnitude = max(magnitude, inner.magnitude)
                start = start &+ Self.block
                continue
            }
            // Behind the last term that counts there may be 0/0 of two overflows.
            let part = try tensors(range) { () throws(TensorError) in try value.tensor.slice(axis: 0, start: 0, stop: end).sum() }
            magnitude = max(magnitude, elements[..<end].reduce(0) { max($0, $1.magnitude) })
            let whole = try sum(total, part, range)
            return Value(tensor: isProduct ? whole.applying(.exp) : whole, slots: 0)
        }
        guard derivativeDepth == 0, let limit = extrapolate(terms) else {
            throw EvaluationError(.notEvaluable, at: range, "the \(isProduct ? "product" : "series") does not settle")
        }
        return Value(tensor: Tensor(isProduct ? exp(limit) : limit), slots: 0)
    }

    private func sum(_ total: Tensor?, _ part: Tensor, _ range: ByteRange) throws(EvaluationError) -> Tensor {
        guard let total else { return part }
        return try tensors(range) { () throws(TensorError) in try total + part }
    }

    /// How many of `new` count, where those behind add nothing any more: the terms fall geometrically, at the last to nothing.
    private func settled(_ before: [Double], _ new: [Double]) -> Int? {
        var sum = before.reduce(0, +)
        var largest = before.reduce(0) { max($0, $1.magnitude) }
        var small = 0
        for (k, term) in new.enumerated() {
            guard term.isFinite else { return nil }
            sum += term
            largest = max(largest, term.magnitude)
            if term.magnitude <= 1e-18 * max(sum.magnitude, 1e-3 * largest) { small += 1 } else { small = 0 }
            // A run of zeros alone may be every second term.
            if small >= 8, before.count + k >= 12 { return k + 1 }
        }
        return nil
    }

    /// The limit of the sum, or `nil` where its terms fall too slowly or the estimates of it disagree.
    private func extrapolate(_ terms: [Double]) -> Double? {
        guard terms.count == Self.block * Self.blocks, let last = terms.last, last != 0 else { return nil }
        let half = terms[terms.count / 2 - 1]
        if zip(terms.dropFirst(8), terms.dropFirst(9)).allSatisfy({ $0 * $1 < 0 }) {
            return last.magnitude < half.magnitude ? alternating(terms) : nil
        }
        guard terms.dropFirst(8).allSatisfy({ $0 * last > 0 }) else { return nil }
        // Terms like k^{-p-1} with p a multiple of 1/2 leave a rest of k^{-p}, k^{-p-1} …
        let measured = log2(half / last) - 1
        let power = (2 * measured).rounded() / 2
        guard power >= 0.5, (measured - power).magnitude < 0.02 else { return nil }
        return powers(terms, power)
    }

    /// Partial sums of 16, 32, 64 … terms, their rests taken away one power after the other.
    private func powers(_ terms: [Double], _ power: Double) -> Double? {
        var row: [Double] = []
        var sum = 0.0
        var lost = 0.0
        var next = 16
        for (k, term) in terms.enumerated() {
            let more = term - lost
            let total = sum + more
            lost = (total - sum) - more
            sum = total
            if k + 1 == next {
                row.append(sum)
                next *= 2
            }
        }
        var exponent = power
        var best: (value: Double, error: Double)?
        while row.count > 1 {
            let factor = pow(2, exponent)
            let refined = zip(row, row.dropFirst()).map { (factor * $1 - $0) / (factor - 1) }
            if let value = refined.last, let before = row.last {
                let error = (value - before).magnitude
                if error < best?.error ?? .infinity { best = (value, error) }
            }
            row = refined
            exponent += 1
        }
        return accepted(best)
    }

    private func accepted(_ best: (value: Double, error: Double)?) -> Double? {
        guard let best, best.value.isFinite, best.error <= 1e-10 * max(1e-3, best.value.magnitude) else { return nil }
        return best.value
    }

    /// Levin's u-transform.
    private func alternating(_ terms: [Double]) -> Double? {
        // From the eighth term on: the first ones may be unlike the rest.
        let skipped = 8
        var partial = terms[..<skipped].reduce(0, +)
        var numerators: [Double] = []
        var denominators: [Double] = []
        var estimates: [Double] = []
        for n in 0..<Self.extrapolated {
            let term = terms[skipped + n]
            guard term != 0 else { return nil }
            partial += term
            let position = Double(n + 1)
            let weight = 1 / (position * term)
            numerators.append(partial * weight)
            denominators.append(weight)
            for j in stride(from: n - 1, through: 0, by: -1) {
                // b_{j}^{(k+1)} = b_{j+1}^{(k)} - c b_{j}^{(k)}
                let k = n - 1 - j
                let factor = Double(j + 1) * pow(Double(j + k + 1), Double(k - 1)) / pow(Double(j + k + 2), Double(k))
                let c = k == 0 ? 1 : factor
                numerators[j] = numerators[j + 1] - c * numerators[j]
                denominators[j] = denominators[j + 1] - c * denominators[j]
            }
            guard denominators[0] != 0 else { continue }
            estimates.append(numerators[0] / denominators[0])
        }
        var best: (value: Double, error: Double)?
        for k in 6..<max(6, estimates.count) {
            let error = max((estimates[k] - estimates[k - 1]).magnitude, (estimates[k - 1] - estimates[k - 2]).magnitude)
            if error.isFinite, error < best?.error ?? .infinity { best = (estimates[k], error) }
        }
        return accepted(best)
    }
}
