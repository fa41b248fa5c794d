import Source
import Tensors

/// Automatic differentiation as PyTorch offers it.
extension Interpreter {
    /// Makes `array` a variable of the tape.
    func require(_ array: ArrayObject) {
        guard !array.requiresGradient else { return }
        let tracked = arena.recording.track(array.tensor, array)
        array.requiresGradient = true
        array.isLeaf = true
        array.tensor = tracked
    }

    /// Adds the gradient of `array` to every variable that it depends on.
    func backward(_ array: ArrayObject, _ seed: Tensor? = nil, keepsGraph: Bool = false) throws(Stop) {
        guard array.requiresGradient else {
            throw error("RuntimeError", "element 0 of tensors does not require grad and does not have a grad_fn")
        }
        if array.isLeaf {
            // d x / d x.
            array.gradient = ArrayObject(seed ?? array.tensor.detached.filled(with: 1), array.dtype, .torch, arena)
            return
        }
        guard seed != nil || array.tensor.count == 1 else {
            throw error("RuntimeError", "grad can be implicitly created only for scalar outputs")
        }
        if let seed, seed.shape != array.tensor.shape {
            throw error(
                "RuntimeError",
                "Mismatch in shape: grad_output[0] has a shape of torch.Size(\(Self.listText(seed.shape))) and output[0] has a shape of torch.Size(\(Self.listText(array.tensor.shape))).")
        }
        if array.isConsumed { throw unsupported("backward through one graph twice") }
        array.isConsumed = !keepsGraph
        let recording = arena.recording
        try spend(min(recording.tape.count, 20_000))
        let variables = recording.variables.filter { $0.array.requiresGradient }
        let result = array.tensor
        let gradients: [Tensor?]
        do throws(TensorError) {
            gradients = try recording.tape.reachedPullback(of: result, seed: seed ?? result.detached.filled(with: 1), to: variables.map(\.tensor))
        } catch {
            if case .differentTapes = error { throw unsupported("backward through an earlier graph") }
            throw exception(error, .torch)
        }
        var sums: [(array: ArrayObject, gradient: Tensor)] = []
        for (variable, found) in zip(variables, gradients) {
            guard let gradient = found else { continue }
            if let place = sums.firstIndex(where: { $0.array === variable.array }), sums[place].gradient.shape == gradient.shape {
                let before = sums[place].gradient
                sums[place].gradient = try tensors(.torch) { () throws(TensorError) in try before + gradient }
            } else {
                sums.append((variable.array, gradient))
            }
        }
        for (variable, gradient) in sums {
            let sum = try variable.gradient.map { (old) throws(Stop) in
                try tensors(.torch) { () throws(TensorError) in try old.tensor.detached + gradient }
            } ?? gradient
            let value = sum.detached.map { variable.dtype == .float32 ? Double(Float($0)) : $0 }
            let isRandom = array.isRandom || variable.isRandom
            if let old = variable.gradient {
                old.tensor = value
                old.isRandom = old.isRandom || isRandom
            } else {
                let made = ArrayObject(value, variable.dtype, .torch, arena)
                made.isRandom = isRandom
                variable.gradient = made
            }
        }
        if !keepsGraph { recording.release(limit: 20_000) }
    }

    /// `torch.autograd.grad`.
    func gradients(_ a: Arguments) throws(Stop) -> Value {
        let v = try a.bind(["outputs", "inputs", "grad_outputs", "retain_graph", "create_graph", "only_inputs", "allow_unused"], for: "grad", self)
        var output = try a.required(v[0], "outputs", of: "torch.autograd.grad", self)
        switch output {
        case .list, .tuple:
            let all = try items(output)
            guard all.count == 1 else { throw unsupported("grad of several outputs") }
            output = all[0]
        default: break
        }
        let inputs = try a.required(v[1], "inputs", of: "torch.autograd.grad", self)
        let all: [Value]
        if case .array = inputs { all = [inputs] } else { all = try items(inputs) }
        guard case .array(let root) = output else { throw unsupported("grad of what is no tensor") }
        guard root.requiresGradient else {
            throw error("RuntimeError", "element 0 of tensors does not require grad and does not have a grad_fn")
        }
        var seed = root.tensor.detached.filled(with: 1)
        if let given = v[2], !isNone(given) {
            var value = given
            switch given {
            case .list(let list): value = list.items.first ?? .none
            case .tuple(let tuple): value = tuple.items.first ?? .none
            default: break
            }
            seed = try toArray(value, .torch).tensor.detached
        } else if root.tensor.count != 1 {
            throw error("RuntimeError", "grad can be implicitly created only for scalar outputs")
        }
        let creates = try v[4].map { (flag) throws(Stop) in try truth(flag) } ?? false
        var sources: [ArrayObject] = []
        for value in all {
            guard case .array(let array) = value else { throw unsupported("grad with respect to what is no tensor") }
            guard array.requiresGradient else { throw error("RuntimeError", "One of the differentiated Tensors does not require grad") }
            sources.append(array)
        }
        let tape = arena.recording.tape
        try spend(min(tape.count, 20_000))
        let start = seed
        let found: [Tensor?]
        do throws(TensorError) {
            found = try tape.reachedPullback(of: root.tensor, seed: start, to: sources.map(\.tensor), recording: creates)
        } catch { throw unsupported("this graph: \(error)") }
        var results: [Value] = []
        for (source, gradient) in zip(sources, found) {
            guard let gradient else {
                if let flag = v[6], try truth(flag) {
                    results.append(.none)
                    continue
                }
                throw error(
                    "RuntimeError",
                    "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.")
            }
            let array = ArrayObject(creates ? gradient : gradient.detached.map { source.dtype == .float32 ? Double(Float($0)) : $0 }, source.dtype, .torch, arena)
            array.isRandom = source.isRandom || root.isRandom
            if creates {
                array.requiresGradient = true
                array.isLeaf = false
            }
            results.append(.array(array))
        }
        return tuple(results)
    }

    /// `"cpu"`, or what `torch.device` gave.
    func isProcessor(_ value: Value) -> Bool {
        switch value {
        case .string("cpu"): true
        case .instance(let instance): instance.kind.name == "device"
        default: false
        }
    }
}
