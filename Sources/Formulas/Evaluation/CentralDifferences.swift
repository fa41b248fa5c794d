import Glibc
import Source
import Tensors

extension Expression {
    /// The value with every derivative as a central difference of its body: what automatic differentiation is checked by.
    ///
    /// Shapes: as `evaluate` gives. Errors: as `evaluate`; `notEvaluable` for a derivative in a derivative and for one
    /// by more than 64 numbers.
    /// Source: step ε^{1/3} max(1, |x|), whose error is of the order ε^{2/3}.
    public func evaluateByCentralDifferences(_ bindings: Bindings, budget: Budget) throws(EvaluationError) -> Evaluated {
        var machine = try Machine(tree, bindings: bindings, budget: budget)
        machine.usesDifferences = true
        return try machine.run(root)
    }
}

extension Expression {
    /// Whether a derivative stands in it.
    public var hasDerivative: Bool {
        tree.order(of: root).contains { id in
            if case .derivative = tree.nodes[Int(id)].kind { return true }
            return false
        }
    }
}

extension Machine {
    private static let largestPoint = 64

    mutating func centralDifference(
        _ body: ID, _ local: Int, _ at: Value, _ isElementwise: Bool, _ range: ByteRange
    ) throws(EvaluationError) -> Value {
        guard derivativeDepth == 0 else {
            throw EvaluationError(.notEvaluable, at: range, "a difference of differences loses its digits")
        }
        let slots = tree.facts[Int(body)].slots | at.slots
        let point = try spread(at, slots: slots, range).tensor
        let elements = point.elements
        guard !elements.isEmpty, elements.count <= Self.largestPoint else {
            throw EvaluationError(.notEvaluable, at: range, "a difference by \(elements.count) numbers")
        }
        var inner = self
        inner.derivativeDepth = 1
        let below = ExpressionTree.reachable(
            from: body, nodes: tree.nodes, lists: tree.lists, slots: tree.slotEntries, localPoints: tree.localPoints)
        func value(_ element: Int, _ x: Double) throws(EvaluationError) -> Value {
            var moved = elements
            moved[element] = x
            let tensor = try tensors(range) { () throws(TensorError) in try Tensor(shape: point.shape, elements: moved) }
            inner.locals[local] = Value(tensor: tensor, slots: slots)
            for id in below { inner.values[id] = nil }
            try spend(tree.nodes.count, range)
            return try inner.evaluate(body)
        }
        var columns: [[Double]] = []
        var shape: [Int] = []
        var isSummed = true
        for (element, x) in elements.enumerated() {
            let h = cbrt(Double.ulpOfOne) * max(1, x.magnitude)
            let (low, high) = (x - h, x + h)
            let above = try value(element, high)
            let under = try value(element, low)
            let differences = zip(above.tensor.elements, under.tensor.elements).map { ($0 - $1) / (high - low) }
            isSummed = isElementwise || rank(above) == 0
            shape = above.tensor.shape
            columns.append(isSummed ? [differences.reduce(0, +)] : differences)
        }
        if isSummed {
            let gradient = columns.flatMap { $0 }
            return Value(tensor: try tensors(range) { () throws(TensorError) in try Tensor(shape: point.shape, elements: gradient) }, slots: slots)
        }
        guard slots == 0, let rows = columns.first?.count, columns.allSatisfy({ $0.count == rows }) else {
            throw EvaluationError(.notEvaluable, at: range, "a Jacobian for every index is not evaluated")
        }
        var jacobian: [Double] = []
        for row in 0..<rows { for column in columns { jacobian.append(column[row]) } }
        let total = shape + point.shape
        return Value(tensor: try tensors(range) { () throws(TensorError) in try Tensor(shape: total, elements: jacobian) }, slots: 0)
    }
}
