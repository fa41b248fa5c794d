import Synchronization

/// A record of operations for reverse-mode automatic differentiation, in the manner of PyTorch.
///
///     let tape = Tape()
///     let x = tape.track(Tensor([1, 2, 3]))
///     let y = try x.square().sum()
///     let gradient = try tape.gradient(of: y, withRespectTo: [x])[0]     // [2, 4, 6]
///
/// Entries are flat arrays in order of computation, operands before results, so that one loop from the end serves and
/// nothing recurses. An operation is recorded only if an operand is tracked. Operations without a gradient (comparison,
/// argmax) give untracked results; piecewise constant ones (floor, sign) are recorded with gradient 0.
public final class Tape: Sendable {
    /// Where a tracked tensor stands.
    struct Entry: Sendable {
        let tape: Tape
        let index: Int
    }

    private struct State {
        var operations: [Operation] = []
        var values: [Tensor] = []
        /// Operands of entry i: `operands[starts[i]..<starts[i + 1]]`; those not tracked have index −1.
        var starts: [Int] = [0]
        var operands: [(index: Int, value: Tensor)] = []
    }

    private let state = Mutex(State())

    public init() {}

    /// The number of entries.
    public var count: Int { state.withLock { $0.values.count } }

    /// The largest magnitude of any finite value recorded.
    public var maximumMagnitude: Double {
        state.withLock { state in
            var largest = 0.0
            for value in state.values { largest = max(largest, value.maximumMagnitude) }
            return largest
        }
    }

    /// The tensor as a variable: a new entry, whatever it was computed from.
    public func track(_ tensor: Tensor) -> Tensor {
        append(.leaf, [], tensor.detached.converted(to: .float))
    }

    private func append(_ operation: Operation, _ operands: [Tensor], _ value: Tensor) -> Tensor {
        let index = state.withLock { state in
            state.operations.append(operation)
            state.values.append(value)
            for operand in operands { state.operands.append((operand.tracking?.index ?? -1, operand.detached)) }
            state.starts.append(state.operands.count)
            return state.values.count - 1
        }
        var result = value
        result.tracking = Entry(tape: self, index: index)
        return result
    }

    // MARK: Recording

    static func record(_ operation: @autoclosure () -> Operation, _ operand: Tensor, _ value: Tensor) -> Tensor {
        guard let tape = operand.tracking?.tape else { return value.detached }
        return tape.append(operation(), [operand], value)
    }

    static func record(
        _ operation: @autoclosure () -> Operation, _ a: Tensor, _ b: Tensor, _ value: Tensor
    ) throws(TensorError) -> Tensor {
        if a.tracking == nil && b.tracking == nil { return value }
        return try record(operation(), [a, b], value)
    }

    static func record(
        _ operation: @autoclosure () -> Operation, _ operands: [Tensor], _ value: Tensor
    ) throws(TensorError) -> Tensor {
        var common: Tape?
        for operand in operands {
            guard let tape = operand.tracking?.tape else { continue }
            if let common, common !== tape { throw .differentTapes }
            common = tape
        }
        guard let common else { return value }
        return common.append(operation(), operands, value)
    }

    // MARK: Gradients

    /// The gradient of a scalar: one tensor for each of `variables`, in its shape. A variable that the scalar does not
    /// depend on, or a scalar that is not tracked, gives zeros.
    ///
    /// With `recording`, the gradients are themselves tracked on this tape, so that they can be differentiated again.
    ///
    /// Errors: `notScalar`, `notTracked` for a variable of no tape or another one.
    /// Complexity: a small multiple of that of computing the scalar.
    public func gradient(
        of scalar: Tensor, withRespectTo variables: [Tensor], recording: Bool = false
    ) throws(TensorError) -> [Tensor] {
        guard scalar.count == 1 else { throw .notScalar(scalar.shape, operation: "gradient") }
        return try pullback(of: scalar, seed: scalar.filled(with: 1), to: variables, recording: recording)
    }

    /// The product of `seed`, in the shape of `result`, with the Jacobian of `result`.
    public func pullback(
        of result: Tensor, seed: Tensor, to variables: [Tensor], recording: Bool = false
    ) throws(TensorError) -> [Tensor] {
        let found = try reachedPullback(of: result, seed: seed, to: variables, recording: recording)
        return zip(variables, found).map { variable, gradient in gradient ?? variable.filled(with: 0) }
    }

    /// As `pullback`, with `nil` for a variable that `result` does not depend on.
    package func reachedPullback(
        of result: Tensor, seed: Tensor, to variables: [Tensor], recording: Bool = false
    ) throws(TensorError) -> [Tensor?] {
        guard seed.shape == result.shape else {
            throw .shapeMismatch(result.shape, seed.shape, operation: "gradient")
        }
        var targets: [Int] = []
        for variable in variables {
            guard let entry = variable.tracking, entry.tape === self else { throw .notTracked }
            targets.append(entry.index)
        }
        guard let root = result.tracking else { return variables.map { _ in nil } }
        guard root.tape === self else { throw .differentTapes }
        // Only entries between a variable and the result matter.
        let first = targets.min() ?? root.index
        guard first <= root.index else { return variables.map { _ in nil } }
        let isNeeded = dependents(of: targets, upTo: root.index)
        var gradients = [Tensor?](repeating: nil, count: root.index + 1)
        gradients[root.index] = seed
        var found: [Int: Tensor] = [:]
        for index in stride(from: root.index, through: first, by: -1) {
            guard isNeeded[index], let gradient = gradients[index] else { continue }
            gradients[index] = nil
            if targets.contains(index) { found[index] = gradient }
            let (operation, operands, value) = entry(at: index, tracked: recording)
            if operands.isEmpty { continue }
            let needs = operands.map { $0.index >= first && isNeeded[$0.index] }
            if !needs.contains(true) { continue }
            let shares = try operation.pullback(gradient, operands.map(\.value), value, needs)
            for (operand, share) in zip(operands, shares) {
                guard let share, operand.index >= 0 else { continue }
                if let sum = gradients[operand.index] {
                    gradients[operand.index] = try sum + share
                } else {
                    gradients[operand.index] = share
                }
            }
        }
        return targets.map { found[$0] }
    }

    /// ∂ result / ∂ variable: shape `result.shape + variable.shape`.
    ///
    /// Complexity: one pullback for each element of `result`.
    public func jacobian(
        of result: Tensor, withRespectTo variable: Tensor, recording: Bool = false
    ) throws(TensorError) -> Tensor {
        let shape = result.shape + variable.shape
        _ = try Shape.count(shape)
        var rows: [Tensor] = []
        for i in 0..<result.count {
            var seed = [Double](repeating: 0, count: result.count)
            seed[i] = 1
            let row = try pullback(
                of: result, seed: Tensor(shape: result.shape, unchecked: seed), to: [variable], recording: recording)
            rows.append(row[0])
        }
        if rows.isEmpty { return try .zeros(shape) }
        return try Tensor.stack(rows).reshaped(shape)
    }

    /// The matrix of second derivatives of a scalar: shape `variable.shape + variable.shape`.
    public func hessian(of scalar: Tensor, withRespectTo variable: Tensor) throws(TensorError) -> Tensor {
        let gradient = try gradient(of: scalar, withRespectTo: [variable], recording: true)[0]
        return try jacobian(of: gradient, withRespectTo: variable)
    }

    private func dependents(of targets: [Int], upTo last: Int) -> [Bool] {
        state.withLock { state in
            var depends = [Bool](repeating: false, count: last + 1)
            for target in targets where target <= last { depends[target] = true }
            for index in 0...last where !depends[index] {
                for place in state.starts[index]..<state.starts[index + 1] {
                    let operand = state.operands[place].index
                    if operand >= 0 && depends[operand] { depends[index] = true }
                }
            }
            return depends
        }
    }

    private func entry(
        at index: Int, tracked: Bool
    ) -> (operation: Operation, operands: [(index: Int, value: Tensor)], value: Tensor) {
        var (operation, operands, value) = state.withLock { state in
            (
                state.operations[index],
                Array(state.operands[state.starts[index]..<state.starts[index + 1]]),
                state.values[index]
            )
        }
        if tracked {
            value.tracking = Entry(tape: self, index: index)
            for i in operands.indices where operands[i].index >= 0 {
                operands[i].value.tracking = Entry(tape: self, index: operands[i].index)
            }
        }
        return (operation, operands, value)
    }
}
