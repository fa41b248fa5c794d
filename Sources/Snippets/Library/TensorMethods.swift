import DeepLearning
import Source
import Tensors

extension LibraryTables {
    /// Methods that change a tensor in place, tests of a tensor, and tensors like another.
    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let tensorMethods: [String: LibraryBody] = {
        var t: [String: LibraryBody] = [:]
        func first(_ a: Arguments, _ name: String, _ i: Interpreter) throws(Stop) -> ArrayObject {
            try array(a.required(a.positional.first ?? a["input"], "input", of: "torch.\(name)", i), name, .torch, i)
        }
        func change(_ x: ArrayObject, _ i: Interpreter) throws(Stop) {
            if x.requiresGradient, x.isLeaf, i.recordsGradients {
                throw i.error("RuntimeError", "a leaf Variable that requires grad is being used in an in-place operation.")
            }
        }
        t["is_floating_point"] = LibraryBody { (i, _, a) throws(Stop) in .truth(try first(a, "is_floating_point", i).dtype.isFloat) }
        t["is_contiguous"] = LibraryBody { (i, _, a) throws(Stop) in .truth(try first(a, "is_contiguous", i).isContiguous) }
        t["element_size"] = LibraryBody { (i, _, a) throws(Stop) in .int(try first(a, "element_size", i).dtype.size) }
        t["is_tensor"] = LibraryBody { (_, _, a) throws(Stop) in
            if case .array(let x)? = a.positional.first { return .truth(x.library == .torch) }
            return .truth(false)
        }
        t["copy_"] = LibraryBody { (i, _, a) throws(Stop) in
            let x = try first(a, "copy_", i)
            try change(x, i)
            let source = try i.toArray(a.positional.count > 1 ? a.positional[1] : .none, .torch)
            let tensor = try i.tensors(.torch) { () throws(TensorError) in try source.tensor.broadcast(to: x.tensor.shape) }
            i.write(try i.make(i.convert(tensor, to: x.dtype), x.dtype, .torch, from: [source]), into: x)
            return .array(x)
        }
        for name in ["uniform_", "normal_"] {
            t[name] = LibraryBody { (i, _, a) throws(Stop) in
                let v = try a.bind(name == "uniform_" ? ["self", "from", "to", "generator"] : ["self", "mean", "std", "generator"], for: name, i)
                guard case .array(let x)? = v[0] else { throw i.unsupported(name) }
                try change(x, i)
                let p = v[1].flatMap { i.number($0) } ?? 0, q = v[2].flatMap { i.number($0) } ?? 1
                let drawn = try i.drawn(.torch, x.tensor.shape, isNormal: name == "normal_", x.dtype, offset: p, scale: name == "normal_" ? q : q - p)
                let wasRandom = x.isRandom
                i.write(drawn, into: x)
                // Every element is new: what it held before does not matter.
                if wasRandom, !drawn.isRandom { x.isRandom = false }
                return .array(x)
            }
        }
        for name in ["pow", "exp", "log", "sqrt", "abs", "neg", "clamp", "relu", "sigmoid", "tanh", "floor", "ceil", "round", "reciprocal", "square", "tril", "triu", "t", "squeeze", "unsqueeze", "transpose", "remainder"] {
            t[name + "_"] = LibraryBody { (i, l, a) throws(Stop) in
                let x = try first(a, name + "_", i)
                try change(x, i)
                guard case .array(let new) = try LibraryTables.function(name, .torch)?(i, l, a) ?? .none else { throw i.unsupported(name + "_") }
                if new.tensor.shape != x.tensor.shape { x.reshape(to: new) } else { i.write(new, into: x) }
                return .array(x)
            }
        }
        t["detach_"] = LibraryBody { (i, _, a) throws(Stop) in
            let x = try first(a, "detach_", i)
            let plain = x.tensor.detached
            x.requiresGradient = false
            x.isLeaf = true
            x.tensor = plain
            return .array(x)
        }
        t["round"] = LibraryBody { (i, l, a) throws(Stop) in try numpy["round"]?(i, l, Arguments(a.positional, named: a.named.map { ($0.name == "input" ? "a" : $0.name, $0.value) })) ?? .none }
        t["retain_grad"] = LibraryBody { (i, _, a) throws(Stop) in
            let x = try first(a, "retain_grad", i)
            if x.isLeaf { return .none }
            throw i.unsupported("retain_grad")
        }
        for (name, value) in [("zeros", 0.0), ("ones", 1), ("empty", 0)] {
            t["new_" + name] = LibraryBody { (i, l, a) throws(Stop) in
                let x = try first(a, "new_" + name, i)
                let shape = try newShape(a["size"].map { [$0] } ?? Array(a.positional.dropFirst()), l, i)
                let type = try i.optionalDType(a["dtype"]) ?? x.dtype
                let tensor = try i.tensors(l) { () throws(TensorError) in try Tensor.full(shape, value) }
                return .array(try i.make(i.convert(tensor, to: type), type, l))
            }
        }
        t["full_like"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind([l == .torch ? "input" : "a", "fill_value", "dtype", "requires_grad"], for: "full_like", i)
            let x = try array(a.required(v[0], "a", of: "full_like", i), "full_like", l, i)
            let value = try i.toArray(a.required(v[1], "fill_value", of: "full_like", i), l)
            let type = try i.optionalDType(v[2]) ?? x.dtype
            let tensor = try i.tensors(l) { () throws(TensorError) in try value.tensor.broadcast(to: x.tensor.shape) }
            let made = try i.make(i.convert(tensor, to: type), type, l, from: [value])
            if let flag = v[3], try i.truth(flag) { i.require(made) }
            return .array(made)
        }
        t["expand_as"] = LibraryBody { (i, l, a) throws(Stop) in
            guard a.positional.count == 2, case .array(let other) = a.positional[1] else { throw i.unsupported("expand_as") }
            return try torch["expand"]?(i, l, Arguments([a.positional[0]] + other.tensor.shape.map { .int($0) })) ?? .none
        }
        for name in ["view_as", "reshape_as"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                guard a.positional.count == 2, case .array(let other) = a.positional[1] else { throw i.unsupported(name) }
                return try reshape(first(a, name, i), other.tensor.shape, i)
            }
        }
        t["type_as"] = LibraryBody { (i, l, a) throws(Stop) in
            guard a.positional.count == 2, case .array(let other) = a.positional[1] else { throw i.unsupported("type_as") }
            let x = try first(a, "type_as", i)
            return .array(try i.make(i.convert(x.tensor, to: other.dtype), other.dtype, l, from: [x]))
        }
        for name in ["scatter_", "scatter_add_", "scatter", "scatter_add", "index_add_", "index_fill_"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                guard name.hasPrefix("scatter") else { throw i.unsupported(name) }
                let v = try a.bind(["self", "dim", "index", "src", "value"], for: name, i)
                let x = try first(a, name, i)
                if name.hasSuffix("_") { try change(x, i) }
                guard case .int(let axis)? = v[1], let place = i.wrapped(axis, x.tensor.rank), case .array(let index)? = v[2], let given = v[3] ?? v[4], !x.requiresGradient else { throw i.unsupported(name) }
                let shape = index.tensor.shape
                guard shape.count == x.tensor.rank else { throw i.error("RuntimeError", "Index tensor must have the same number of dimensions as self tensor") }
                let source = try i.toArray(given, l)
                if source.requiresGradient { throw i.unsupported(name) }
                var elements = x.tensor.elements
                let picks = index.tensor.elements, values = source.tensor
                var strides = [Int](repeating: 1, count: shape.count)
                for k in stride(from: shape.count - 2, through: 0, by: -1) { strides[k] = strides[k + 1] * x.tensor.shape[k + 1] }
                var at = [Int](repeating: 0, count: shape.count)
                try i.spend(picks.count / 4)
                for k in picks.indices {
                    guard picks[k] >= 0, picks[k] < Double(x.tensor.shape[place]) else {
                        throw i.error("RuntimeError", "index \(picks[k].clampedToWord) is out of bounds for dimension \(place) with size \(x.tensor.shape[place])")
                    }
                    var position = 0
                    for d in at.indices { position += (d == place ? Int(picks[k]) : at[d]) * strides[d] }
                    let value: Double
                    if let number = values.scalar { value = number } else {
                        guard let element = try? values.element(at: at) else { throw i.unsupported(name) }
                        value = element
                    }
                    guard position < elements.count else { throw i.unsupported(name) }
                    elements[position] = name.contains("add") ? elements[position] + value : value
                    for d in stride(from: shape.count - 1, through: 0, by: -1) {
                        at[d] += 1
                        if at[d] < shape[d] { break }
                        at[d] = 0
                    }
                }
                let result = elements
                let tensor = try i.tensors(l) { () throws(TensorError) in try Tensor(shape: x.tensor.shape, elements: result, kind: x.tensor.kind) }
                let made = try i.make(tensor, x.dtype, l, from: [x, index, source])
                guard name.hasSuffix("_") else { return .array(made) }
                i.write(made, into: x)
                return .array(x)
            }
        }
        for name in ["requires_grad_"] {
            t[name] = LibraryBody { (i, _, a) throws(Stop) in
                let x = try first(a, name, i)
                try i.setArrayAttribute(x, "requires_grad", a.positional.count > 1 ? a.positional[1] : a["requires_grad"] ?? .truth(true))
                return .array(x)
            }
        }
        for name in ["get_default_dtype"] { t[name] = LibraryBody { (_, _, _) throws(Stop) in .dtype(.float32, .torch) } }
        for name in ["set_default_dtype", "set_default_tensor_type", "set_num_threads", "set_float32_matmul_precision", "use_deterministic_algorithms"] {
            t[name] = LibraryBody { (i, _, a) throws(Stop) in
                if name.hasPrefix("set_default") {
                    if case .dtype(.float32, _)? = a.positional.first { return .none }
                    throw i.unsupported("torch.\(name)")
                }
                return .none
            }
        }
        t["set_printoptions"] = LibraryBody { (i, _, _) throws(Stop) in
            i.randomEscaped = true
            return .none
        }
        t["device"] = LibraryBody { (i, _, a) throws(Stop) in
            guard case .string(let name)? = a.positional.first else { throw i.missing(.needsDevice, "a device is chosen") }
            return try i.device(name)
        }
        for name in ["addmm", "baddbmm", "addmv"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                guard a.positional.count == 3, a.named.isEmpty else { throw i.unsupported(name) }
                return try i.arrayBinary(.add, a.positional[0], i.matmul(array(a.positional[1], name, l, i), array(a.positional[2], name, l, i), "matmul"))
            }
        }
        for name in ["conv2d", "conv1d", "max_pool2d", "avg_pool2d", "max_pool1d", "avg_pool1d"] {
            t[name] = LibraryBody { (i, _, a) throws(Stop) in try i.windows(name, a) }
        }
        return t
    }()
}

extension ArrayObject {
    /// Takes the elements and the shape of `other`, as `squeeze_` and its like do.
    func reshape(to other: ArrayObject) { tensor = other.tensor }
}

extension Interpreter {
    /// A device: only the processor is here.
    func device(_ name: String) throws(Stop) -> Value {
        guard name == "cpu" || name.hasPrefix("cpu:") else { throw missing(.needsDevice, "the device \(name) is chosen") }
        let type: ClassObject
        if let known = resultTypes["device"] { type = known } else {
            type = ClassObject("device", [classes.object], arena)
            type.attributes["__module__"] = .string("torch")
            type.set("__repr__", .native(NativeFunction("__repr__") { (_, _) throws(Stop) in .string("device(type='cpu')") }))
            type.set("__str__", .native(NativeFunction("__str__") { (_, _) throws(Stop) in .string("cpu") }))
            type.set("__eq__", .native(NativeFunction("__eq__") { (i, a) throws(Stop) in
                guard a.positional.count == 2, case .instance(let other) = a.positional[1] else { return .truth(false) }
                return .truth(other.kind.name == "device")
            }))
            resultTypes["device"] = type
        }
        let instance = InstanceObject(type, arena)
        instance.set("type", .string("cpu"))
        instance.set("index", .none)
        return .instance(instance)
    }

    /// Convolution and pooling: windows as columns, then one product or one reduction.
    func windows(_ name: String, _ a: Arguments) throws(Stop) -> Value {
        let isConvolution = name.hasPrefix("conv"), isLine = name.hasSuffix("1d")
        let v = try a.bind(
            isConvolution ? ["input", "weight", "bias", "stride", "padding", "dilation", "groups"]
                : ["input", "kernel_size", "stride", "padding", "dilation", "ceil_mode", "return_indices"], for: name, self)
        let input = try LibraryTables.array(a.required(v[0], "input", of: "F.\(name)", self), name, .torch, self)
        let axes = isLine ? 1 : 2
        func sizes(_ value: Value?, _ standard: [Int]) throws(Stop) -> [Int] {
            guard let value, !isNone(value) else { return standard }
            if case .int(let n) = value { return Array(repeating: n, count: axes) }
            let found = try LibraryTables.shapeOf([value], self)
            return found.count == 1 ? Array(repeating: found[0], count: axes) : found
        }
        var x = input.tensor
        let isSingle = x.rank == axes + 1
        if isSingle { x = try tensors(.torch) { () throws(TensorError) in try input.tensor.expandingDimensions(at: 0) } }
        guard x.rank == axes + 2 else {
            throw error("RuntimeError", "Expected \(axes + 1)D (unbatched) or \(axes + 2)D (batched) input to \(name), but got input of size: \(Self.listText(input.tensor.shape))")
        }
        if isLine { x = try { (y: Tensor) throws(Stop) in try tensors(.torch) { () throws(TensorError) in try y.expandingDimensions(at: 2) } }(x) }
        var weight: ArrayObject?
        var kernel: [Int]
        if isConvolution {
            let w = try LibraryTables.array(a.required(v[1], "weight", of: "F.\(name)", self), name, .torch, self)
            guard w.tensor.rank == axes + 2 else { throw unsupported("this weight of \(name)") }
            weight = w
            kernel = Array(w.tensor.shape.suffix(axes))
        } else {
            kernel = try sizes(v[1], [])
        }
        var step = try sizes(isConvolution ? v[3] : v[2], isConvolution ? Array(repeating: 1, count: axes) : kernel)
        var dilation = try sizes(isConvolution ? v[5] : v[4], Array(repeating: 1, count: axes))
        var padding: [Int]
        if case .string(let word)? = isConvolution ? v[4] : nil {
            guard word == "same" || word == "valid" else { throw error("RuntimeError", "Invalid padding string: '\(word)'") }
            padding = word == "valid" ? Array(repeating: 0, count: axes) : zip(kernel, dilation).map { ($0 - 1) * $1 / 2 }
            if word == "same", zip(kernel, dilation).contains(where: { ($0 - 1) * $1 % 2 != 0 }) { throw unsupported("same padding of an even kernel") }
        } else {
            padding = try sizes(isConvolution ? v[4] : v[3], Array(repeating: 0, count: axes))
        }
        if isLine { (kernel, step, dilation, padding) = ([1] + kernel, [1] + step, [1] + dilation, [0] + padding) }
        guard kernel.count == 2, step.count == 2, padding.count == 2, dilation.count == 2, (kernel + step + dilation).allSatisfy({ $0 > 0 && $0 < 1 << 20 }), padding.allSatisfy({ $0 >= 0 && $0 < 1 << 20 }) else { throw unsupported("this \(name)") }
        var groups = 1
        if isConvolution, let given = v[6] { groups = try index(given, "groups") }
        let (n, c, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
        if let weight {
            let shape = weight.tensor.shape
            guard groups > 0, shape[1] * groups == c else {
                throw error(
                    "RuntimeError",
                    "Given groups=\(groups), weight of size \(Self.listText(shape)), expected input\(Self.listText(input.tensor.shape)) to have \(shape[1] * groups) channels, but got \(c) channels instead")
            }
        }
        let spans = [(kernel[0] - 1) * dilation[0] + 1, (kernel[1] - 1) * dilation[1] + 1]
        guard h + 2 * padding[0] >= spans[0], w + 2 * padding[1] >= spans[1] else {
            throw error(
                "RuntimeError",
                "Calculated padded input size per channel: (\(h + 2 * padding[0]) x \(w + 2 * padding[1])). Kernel size: (\(spans[0]) x \(spans[1])). Kernel size can't be greater than actual input size")
        }
        let rows = (h + 2 * padding[0] - spans[0]) / step[0] + 1, columns = (w + 2 * padding[1] - spans[1]) / step[1] + 1
        let area = kernel[0] * kernel[1]
        let total = [n, c, area, rows, columns].reduce(1) { $0.multipliedReportingOverflow(by: $1).overflow ? Int.max : $0 &* $1 }
        do throws(LimitExceeded) { try budget.allow(elements: total) } catch { throw .limit(error) }
        try spend(total / 8)
        // The last element stands for the padding.
        let outside = x.count
        var places: [Int] = []
        places.reserveCapacity(total)
        for image in 0..<n {
            for channel in 0..<c {
                let start = (image * c + channel) * h * w
                for p in 0..<kernel[0] {
                    for q in 0..<kernel[1] {
                        for r in 0..<rows {
                            let y = r * step[0] + p * dilation[0] - padding[0]
                            for s in 0..<columns {
                                let z = s * step[1] + q * dilation[1] - padding[1]
                                places.append(y >= 0 && y < h && z >= 0 && z < w ? start + y * w + z : outside)
                            }
                        }
                    }
                }
            }
        }
        let fill = name.hasPrefix("max") ? -Double.infinity : 0
        let (source, positions, group) = (x, places, groups)
        let patches = try tensors(.torch) { () throws(TensorError) in
            try Tensor.concatenate([source.flattened(), Tensor([fill])]).taking(Tensor(integers: positions))
        }
        let sources = [input] + (weight.map { [$0] } ?? [])
        var result: Tensor
        if let weight {
            let channels = weight.tensor.shape[0]
            guard channels % group == 0 else { throw error("RuntimeError", "Given groups=\(group), expected weight to be divisible by groups") }
            if let flops = try? Shape.matmulFlops([channels, c / group * area], [c / group * area, n * rows * columns]) {
                do { try budget.allow(flops: flops) } catch { throw .limit(error) }
            }
            result = try tensors(.torch) { () throws(TensorError) in
                let stacked = try patches.reshaped([n, group, c / group * area, rows * columns])
                let filters = try weight.tensor.reshaped([1, group, channels / group, c / group * area])
                return try filters.matmul(stacked).reshaped([n, channels, rows, columns])
            }
            if let given = v[2], !isNone(given) {
                let bias = try LibraryTables.array(given, name, .torch, self)
                let plain = result
                result = try tensors(.torch) { () throws(TensorError) in try plain + bias.tensor.reshaped([1, channels, 1, 1]) }
                return try finish(result, sources + [bias])
            }
        } else {
            result = try tensors(.torch) { () throws(TensorError) in
                let stacked = try patches.reshaped([n, c, area, rows, columns])
                return name.hasPrefix("max") ? try stacked.maximum(axes: [2]) : try stacked.mean(axes: [2])
            }
        }
        return try finish(result, sources)

        func finish(_ tensor: Tensor, _ sources: [ArrayObject]) throws(Stop) -> Value {
            let shaped = try tensors(.torch) { () throws(TensorError) in
                var shape = tensor.shape
                if isLine { shape.remove(at: 2) }
                if isSingle { shape.remove(at: 0) }
                return try tensor.reshaped(shape)
            }
            return try self.result(shaped, input.dtype.isFloat ? input.dtype : .float32, .torch, from: sources)
        }
    }
}
