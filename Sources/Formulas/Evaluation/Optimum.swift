import Glibc
import Source
import Tensors

/// The smallest or largest value of a smooth function of at most 64 numbers, by BFGS from several starts: what the starts do
/// not agree on, or what runs away, is an error, never a guess.
///
/// Source: Nocedal and Wright (2006), algorithm 6.1, with backtracking.
extension Machine {
    private static let largest = 64
    private static let starts = 3
    /// How often the body is evaluated, at most.
    private static let evaluations = 500

    private struct Variable {
        var local: Int
        var shape: [Int]
    }

    mutating func optimum(
        _ body: ID, _ nodes: [ID], isMinimum: Bool, isPlace: Bool, _ range: ByteRange
    ) throws(EvaluationError) -> Value {
        guard derivativeDepth == 0, tree.facts[Int(body)].slots == 0 else {
            throw EvaluationError(.unsupported, at: range, "an optimum for every index or in a derivative")
        }
        var variables: [Variable] = []
        var count = 0
        for node in nodes {
            guard case .local(let l) = tree.nodes[Int(node)].kind else { continue }
            let type = tree.facts[Int(node)].type
            var shape: [Int] = []
            for axis in 0..<max(0, Int(type.rank)) {
                let root = Int(tree.dimensions.root(type[axis]))
                if sizes[root] < 0, tree.hasTentativeFunctions { sizes[root] = Self.freeSize }
                guard sizes[root] >= 0 else { throw EvaluationError(.notEvaluable, at: range, "the size of the variable is not known") }
                guard sizes[root] <= Self.largest else {
                    throw EvaluationError(.limit, at: range, "an optimum over more than \(Self.largest) numbers")
                }
                shape.append(sizes[root])
            }
            variables.append(Variable(local: Int(l), shape: shape))
            count += shape.reduce(1) { $0 &* max(0, $1) }
            guard count <= Self.largest else { throw EvaluationError(.limit, at: range, "an optimum over more than \(Self.largest) numbers") }
        }
        guard count > 0 else { throw EvaluationError(.notEvaluable, at: range, "an optimum over nothing") }
        let below = ExpressionTree.reachable(
            from: body, nodes: tree.nodes, lists: tree.lists, slots: tree.slotEntries, localPoints: tree.localPoints)
        let sign: Double = isMinimum ? 1 : -1
        var generator = Generator(seed: 0x5EED)
        var best: (value: Double, place: [Double])?
        optimumEvaluations = 0
        var agree = true
        var unique = true
        for start in 0..<Self.starts {
            let from = (0..<count).map { _ in start == 0 ? 0.1 : generator.uniform(-2, 2) }
            guard let found = try descend(from, variables, body, below, sign, range) else { continue }
            if let known = best {
                let scale = max(1, known.value.magnitude)
                if (found.value - known.value).magnitude > 1e-7 * scale { agree = false }
                if zip(found.place, known.place).contains(where: { ($0 - $1).magnitude > 1e-4 * max(1, $1.magnitude) }) { unique = false }
                if found.value < known.value { best = found }
            } else {
                best = found
            }
        }
        if let found = best, try isPassed(found, variables, body, below, sign, range) { best = nil }
        guard let best else { throw EvaluationError(.notEvaluable, at: range, "the optimum does not settle: it may not be attained") }
        guard agree || tree.hasTentativeFunctions else { throw EvaluationError(.notEvaluable, at: range, "there are several local optima") }
        if !isPlace { return Value(tensor: Tensor(sign * best.value), slots: 0) }
        guard unique || tree.hasTentativeFunctions, let first = variables.first else {
            throw EvaluationError(.notEvaluable, at: range, "the optimal place is not unique")
        }
        return Value(tensor: try tensors(range) { () throws(TensorError) in try Tensor(shape: first.shape, elements: best.place) }, slots: 0)
    }

    /// The value and gradient at a place; `nil` where either is not finite.
    private mutating func objective(
        _ place: [Double], _ variables: [Variable], _ body: ID, _ below: [ID], _ sign: Double, _ range: ByteRange
    ) throws(EvaluationError) -> (value: Double, gradient: [Double])? {
        var inner = self
        let tape = Tape()
        inner.tape = tape
        inner.derivativeDepth = 1
        inner.warnings = [EvaluationWarning(.notANumber, at: range, "")]
        for id in below { inner.values[id] = nil }
        var tracked: [Tensor] = []
        var offset = 0
        for variable in variables {
            let count = variable.shape.reduce(1, &*)
            let part = Array(place[offset..<offset + count])
            let tensor = try tensors(range) { () throws(TensorError) in try Tensor(shape: variable.shape, elements: part) }
            let followed = tape.track(tensor)
            tracked.append(followed)
            inner.locals[variable.local] = Value(tensor: followed, slots: 0)
            offset += count
        }
        do { try budget.spend(tree.nodes.count) } catch { throw fail(error, range) }
        optimumEvaluations += 1
        guard optimumEvaluations <= Self.evaluations else {
            throw EvaluationError(.limit, at: range, "an optimum that needs more than \(Self.evaluations) values")
        }
        let value = try inner.evaluate(body).tensor
        guard let number = value.scalar else { throw EvaluationError(.shapeMismatch, at: range, "an optimum of an array") }
        guard number.isFinite else { return nil }
        let gradients = try tensors(range) { () throws(TensorError) in try tape.gradient(of: value, withRespectTo: tracked) }
        let gradient = gradients.flatMap { $0.elements.map { sign * $0 } }
        return gradient.allSatisfy(\.isFinite) && gradient.count == place.count ? (sign * number, gradient) : nil
    }

    /// Whether a smaller value stands somewhere around: then it was a saddle, or the way down has no end.
    private mutating func isPassed(
        _ found: (value: Double, place: [Double]), _ variables: [Variable], _ body: ID, _ below: [ID], _ sign: Double, _ range: ByteRange
    ) throws(EvaluationError) -> Bool {
        if tree.hasTentativeFunctions { return false }
        for distance in [0.01, 1, 30, 1000] {
            for k in found.place.indices {
                for direction in [-1.0, 1] {
                    var place = found.place
                    place[k] += direction * distance
                    guard let value = try objective(place, variables, body, below, sign, range)?.value else { continue }
                    if value < found.value - 1e-9 * max(1, found.value.magnitude) { return true }
                }
            }
        }
        return false
    }

    /// A place where the gradient vanishes and from which every way leads up, or `nil`.
    private mutating func descend(
        _ start: [Double], _ variables: [Variable], _ body: ID, _ below: [ID], _ sign: Double, _ range: ByteRange
    ) throws(EvaluationError) -> (value: Double, place: [Double])? {
        let n = start.count
        var x = start
        guard var (f, g) = try objective(x, variables, body, below, sign, range) else { return nil }
        var h = [Double](repeating: 0, count: n * n)
        for k in 0..<n { h[k * n + k] = 1 }
        var slow = 0
        for _ in 0..<200 {
            let steep = g.reduce(0) { max($0, $1.magnitude) }
            if steep <= 1e-9 * max(1, f.magnitude) { return (f, x) }
            if f < -1e12 { return nil }
            var p = [Double](repeating: 0, count: n)
            for i in 0..<n { for j in 0..<n { p[i] -= h[i * n + j] * g[j] } }
            var slope = zip(p, g).reduce(0) { $0 + $1.0 * $1.1 }
            if !(slope < 0) {
                for k in 0..<n * n { h[k] = k % (n + 1) == 0 ? 1 : 0 }
                p = g.map { -$0 }
                slope = -g.reduce(0) { $0 + $1 * $1 }
            }
            var t = 1.0
            var next: (value: Double, gradient: [Double])?
            var moved = x
            for _ in 0..<50 {
                moved = zip(x, p).map { $0 + t * $1 }
                if let tried = try objective(moved, variables, body, below, sign, range), tried.value <= f + 1e-4 * t * slope {
                    next = tried
                    break
                }
                t /= 2
            }
            guard let (value, gradient) = next else {
                // At the last digits no step leads down any more.
                return steep <= 1e-5 * max(1, f.magnitude) ? (f, x) : nil
            }
            let s = zip(moved, x).map { $0 - $1 }
            let y = zip(gradient, g).map { $0 - $1 }
            let sy = zip(s, y).reduce(0) { $0 + $1.0 * $1.1 }
            slow = f - value <= 1e-14 * max(1, f.magnitude) ? slow + 1 : 0
            (x, f, g) = (moved, value, gradient)
            if slow > 4 { return steep <= 1e-5 * max(1, f.magnitude) ? (f, x) : nil }
            guard sy > 1e-14 else { continue }
            var hy = [Double](repeating: 0, count: n)
            for i in 0..<n { for j in 0..<n { hy[i] += h[i * n + j] * y[j] } }
            let yhy = zip(y, hy).reduce(0) { $0 + $1.0 * $1.1 }
            for i in 0..<n {
                for j in 0..<n { h[i * n + j] += (1 + yhy / sy) * s[i] * s[j] / sy - (hy[i] * s[j] + s[i] * hy[j]) / sy }
            }
        }
        return nil
    }
}

extension Expression {
    /// Whether an optimum over real variables stands in it: its value is good to a few digits only.
    public var isOptimised: Bool { tree.hasOptima && tree.reachable(from: root).contains { id in
        if case .optimum = tree.nodes[Int(id)].kind { true } else { false }
    } }
}
