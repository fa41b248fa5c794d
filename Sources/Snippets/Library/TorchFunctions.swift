import DeepLearning
import Source
import Tensors

extension LibraryTables {
    /// What only PyTorch has, functions and methods of tensors.
    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let torch: [String: LibraryBody] = {
        var t: [String: LibraryBody] = [:]
        for name in ["tensor", "as_tensor", "from_numpy", "Tensor", "FloatTensor"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                var named = a
                named.named.removeAll { $0.name == "device" && i.isProcessor($0.value) || $0.name == "copy" }
                if named["device"] != nil { throw i.missing(.needsDevice, "a device is chosen") }
                let v = try named.bind(["data", "dtype", "requires_grad"], for: name, i)
                let source = try a.required(v[0], "data", of: "torch.\(name)", i)
                if name == "tensor", a.positional.count > 1 {
                    throw i.error("TypeError", "tensor() takes 1 positional argument but \(a.positional.count) were given")
                }
                if name == "Tensor" || name == "FloatTensor", case .int = source { throw i.unsupported("torch.Tensor of sizes") }
                var type = try i.optionalDType(v[1])
                if name == "Tensor" || name == "FloatTensor" { type = .float32 }
                let x = try i.toArray(source, .torch, type)
                if name == "from_numpy" || name == "as_tensor", case .array(let array) = source, type == nil || type == array.dtype {
                    if name == "from_numpy", array.library == .torch { throw i.error("TypeError", "expected np.ndarray (got Tensor)") }
                    return array.library == .torch ? source : try i.viewing(array, .torch) { (t) throws(TensorError) in t }
                }
                let result = try i.make(x.tensor.detached, x.dtype, .torch, from: x.isRandom ? [x] : [])
                result.isRandom = x.isRandom
                if let flag = v[2], try i.truth(flag) {
                    if !result.dtype.isFloat {
                        throw i.error("RuntimeError", "Only Tensors of floating point and complex dtype can require gradients")
                    }
                    i.require(result)
                }
                return .array(result)
            }
        }
        func activation(_ names: [String], _ body: @escaping (Tensor) throws(TensorError) -> Tensor) {
            for name in names {
                t[name] = LibraryBody { (i, l, a) throws(Stop) in
                    let v = try a.bind(["input"], for: name, i)
                    let x = try array(a.required(v[0], "input", of: "torch.\(name)", i), name, l, i)
                    let tensor = try i.tensors(l) { () throws(TensorError) in try body(x.tensor) }
                    return try i.result(tensor, x.dtype.isFloat || name.hasPrefix("relu") ? x.dtype : .float32, l, from: [x])
                }
            }
        }
        activation(["relu", "relu_"]) { (x) throws(TensorError) in try DeepLearning.relu(x) }
        activation(["softplus"]) { (x) throws(TensorError) in x.converted(to: .float).softplus() }
        activation(["silu"]) { (x) throws(TensorError) in try x.converted(to: .float) * x.converted(to: .float).sigmoid() }
        activation(["gelu"]) { (x) throws(TensorError) in try DeepLearning.gelu(x.converted(to: .float)) }
        activation(["logsigmoid"]) { (x) throws(TensorError) in -((-x).softplus()) }
        activation(["softsign"]) { (x) throws(TensorError) in try DeepLearning.softsign(x) }
        activation(["selu"]) { (x) throws(TensorError) in try DeepLearning.selu(x) }
        for (name, standard) in [("leaky_relu", 0.01), ("elu", 1.0)] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let v = try a.bind(["input", name == "elu" ? "alpha" : "negative_slope"], for: name, i)
                let x = try array(a.required(v[0], "input", of: "F.\(name)", i), name, l, i)
                let slope = v[1].flatMap { i.number($0) } ?? standard
                let tensor = try i.tensors(l) { () throws(TensorError) in
                    name == "elu" ? try DeepLearning.elu(x.tensor, alpha: Tensor(slope)) : try DeepLearning.leakyReLU(x.tensor, alpha: Tensor(slope))
                }
                return try i.result(tensor, x.dtype, l, from: [x])
            }
        }
        for (name, isLog) in [("softmax", false), ("log_softmax", true)] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                var renamed = a
                for k in renamed.named.indices where renamed.named[k].name == "axis" { renamed.named[k].name = "dim" }
                let v = try renamed.bind(["input", "dim"], for: name, i)
                let x = try array(a.required(v[0], "input", of: "torch.\(name)", i), name, l, i)
                guard let axis = try one(v[1], i) else { throw i.unsupported("\(name) without dim") }
                if !x.dtype.isFloat {
                    throw i.error("RuntimeError", "\"\(name)_lastdim_kernel_impl\" not implemented for '\(Interpreter.torchTypeName(x.dtype))'")
                }
                let tensor = try i.tensors(l) { () throws(TensorError) in
                    isLog ? try DeepLearning.logSoftmax(x.tensor, axis: axis) : try DeepLearning.softmax(x.tensor, axis: axis)
                }
                return try i.result(tensor, x.dtype, l, from: [x])
            }
        }
        t["logsumexp"] = LibraryBody { (i, l, a) throws(Stop) in
            let r = try reduction(a, "logsumexp", l, i)
            let axes = try axes(r.axis, i)
            let tensor = try i.tensors(l) { () throws(TensorError) in try r.x.tensor.logSumExp(axes: axes, keepDimensions: r.keeps) }
            return try i.result(tensor, r.x.dtype, l, from: [r.x])
        }
        t["mse_loss"] = loss("mse_loss") { (x, y) throws(TensorError) in try (x - y).square() }
        t["l1_loss"] = loss("l1_loss") { (x, y) throws(TensorError) in try (x - y).abs() }
        t["binary_cross_entropy"] = loss("binary_cross_entropy") { (p, y) throws(TensorError) in
            let left = try y * p.log().clip(-100, .infinity)
            let right = try (1 - y) * (1 - p).log().clip(-100, .infinity)
            return -(try left + right)
        }
        t["cross_entropy"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["input", "target", "weight", "size_average", "ignore_index", "reduce", "reduction", "label_smoothing"], for: "cross_entropy", i)
            let x = try array(a.required(v[0], "input", of: "F.cross_entropy", i), "cross_entropy", l, i)
            let y = try array(a.required(v[1], "target", of: "F.cross_entropy", i), "cross_entropy", l, i)
            func general(_ a: Arguments, _ i: Interpreter) throws(Stop) -> Value {
                guard let function = try i.libraryValue("torch.nn.functional", "general_cross_entropy") else { throw i.unsupported("this form of cross_entropy") }
                return try i.call(function, a)
            }
            if let smoothing = v[7], i.number(smoothing) != 0 { return try general(a, i) }
            if let ignored = v[4], i.number(ignored) != -100 { return try general(a, i) }
            guard v[2].map({ i.isNone($0) }) ?? true, x.tensor.rank == 2, y.tensor.rank == 1, !y.dtype.isFloat else { return try general(a, i) }
            guard x.tensor.shape[0] == y.tensor.count else {
                throw i.error("ValueError", "Expected input batch_size (\(x.tensor.shape[0])) to match target batch_size (\(y.tensor.count)).")
            }
            let classes = x.tensor.shape[1]
            if y.tensor.elements.contains(-100) { return try general(a, i) }
            for label in y.tensor.elements where label < 0 || label >= Double(classes) {
                throw i.error("IndexError", "Target \(Int(label)) is out of bounds.")
            }
            let each = try i.tensors(l) { () throws(TensorError) in
                let scores = try DeepLearning.logSoftmax(x.tensor, axis: 1)
                let picked = try (scores * Tensor.oneHot(y.tensor, classes: classes)).sum(axes: [1])
                return -picked
            }
            return try reduced(each, v[6], x, i)
        }
        t["one_hot"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["tensor", "num_classes"], for: "one_hot", i)
            let x = try array(a.required(v[0], "tensor", of: "F.one_hot", i), "one_hot", l, i)
            if x.dtype.isFloat { throw i.error("RuntimeError", "one_hot is only applicable to index tensor of type LongTensor.") }
            var classes = (x.tensor.elements.max() ?? -1).clampedToWord &+ 1
            if classes < 0 { classes = .max }
            if case .int(let given)? = v[1], given > 0 { classes = given }
            do throws(LimitExceeded) { try i.budget.allow(elements: x.tensor.count.clampedProduct(classes)) } catch { throw .limit(error) }
            let count = classes
            let tensor = try i.tensors(l) { () throws(TensorError) in try Tensor.oneHot(x.tensor, classes: count) }
            return try i.result(tensor, .int64, l, from: [x])
        }
        // Methods.
        t["item"] = LibraryBody { (i, l, a) throws(Stop) in try i.itemValue(array(a.required(a.positional.first, "self", of: "item", i), "item", l, i)) }
        for name in ["detach", "cpu", "contiguous", "data"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let x = try array(a.required(a.positional.first, "self", of: name, i), name, l, i)
                return name == "cpu" || name == "contiguous" ? .array(x) : try i.detached(x)
            }
        }
        t["clone"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try array(a.required(a.positional.first, "self", of: "clone", i), "clone", l, i)
            return .array(try i.make(x.tensor, x.dtype, .torch, from: [x]))
        }
        t["numpy"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try array(a.required(a.positional.first, "self", of: "numpy", i), "numpy", l, i)
            if x.requiresGradient {
                throw i.error("RuntimeError", "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
            }
            return try i.viewing(x, .numpy) { (t) throws(TensorError) in t }
        }
        for (name, type) in [
            ("float", DType.float32), ("double", .float64), ("half", .float16), ("long", .int64), ("int", .int32),
            ("bool", .bool), ("short", .int16), ("byte", .uint8),
        ] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let x = try array(a.required(a.positional.first, "self", of: name, i), name, l, i)
                if x.dtype == type { return .array(x) }
                return .array(try i.make(i.convert(x.tensor, to: type), type, l, from: [x]))
            }
        }
        for name in ["type", "to"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let x = try array(a.required(a.positional.first, "self", of: name, i), name, l, i)
                for argument in a.positional.dropFirst() + a.named.filter({ $0.name == "device" }).map(\.value) where i.isProcessor(argument) {
                    let rest = Arguments(a.positional.filter { !i.isProcessor($0) }, named: a.named.filter { $0.name == "dtype" })
                    if rest.positional.count == 1, rest.named.isEmpty { return .array(x) }
                    return try t[name]?(i, l, rest) ?? .none
                }
                guard let argument = a.positional.dropFirst().first ?? a["dtype"] else {
                    if name == "type", a.named.isEmpty {
                        let words: [DType: String] = [.float32: "Float", .float64: "Double", .int64: "Long", .int32: "Int", .bool: "Bool"]
                        guard let word = words[x.dtype] else { throw i.unsupported("type()") }
                        return .string("torch.\(word)Tensor")
                    }
                    throw i.missing(.needsDevice, "a device is chosen")
                }
                switch argument {
                case .dtype(let type, _):
                    if type == x.dtype { return .array(x) }
                    return .array(try i.make(i.convert(x.tensor, to: type), type, l, from: [x]))
                case .string("cpu"): return .array(x)
                default: throw i.missing(.needsDevice, "a device is chosen")
                }
            }
        }
        for name in ["view", "reshape"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let x = try array(a.required(a.positional.first, "input", of: name, i), name, l, i)
                guard a.named.isEmpty else { throw i.unsupported("\(name) by keyword") }
                if a.positional.count < 2 { throw i.error("TypeError", "\(name)() missing the shape") }
                return try LibraryTables.reshape(x, shapeOf(Array(a.positional.dropFirst()), i), i)
            }
        }
        for name in ["t", "transpose", "permute", "swapaxes"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let x = try array(a.required(a.positional.first, "input", of: name, i), name, l, i)
                let rest = Array(a.positional.dropFirst())
                guard a.named.isEmpty else { throw i.unsupported("\(name) by keyword") }
                if name == "t" {
                    guard x.tensor.rank <= 2 else { throw i.error("RuntimeError", "t() expects a tensor with <= 2 dimensions, but self is \(x.tensor.rank)D") }
                    return x.tensor.rank < 2 ? .array(x) : try i.viewing(x) { (t) throws(TensorError) in try t.transposed() }
                }
                if name == "permute" {
                    let order = try shapeOf(rest, i)
                    if order.count != x.tensor.rank {
                        throw i.error("RuntimeError", "permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = \(x.tensor.rank) is not equal to len(dims) = \(order.count)")
                    }
                    return try i.viewing(x) { (t) throws(TensorError) in try t.transposed(order) }
                }
                guard rest.count == 2, case .int(let p) = rest[0], case .int(let q) = rest[1] else {
                    throw i.error("TypeError", "\(name)() missing 2 required positional arguments: \"dim0\", \"dim1\"")
                }
                return try i.viewing(x) { (t) throws(TensorError) in try t.swappingAxes(p, q) }
            }
        }
        t["size"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["self", "dim"], for: "size", i)
            let x = try array(a.required(v[0], "self", of: "size", i), "size", l, i)
            let shape = try i.arrayAttribute(x, "shape")
            guard let dim = v[1] else { return shape }
            guard case .int(let axis) = dim, let place = i.wrapped(axis, x.tensor.rank) else {
                throw i.exception(.axisOutOfRange(axis: i.number(dim)?.clampedToWord ?? 0, rank: x.tensor.rank, operation: "size"), l)
            }
            return .int(x.tensor.shape[place])
        }
        t["dim"] = LibraryBody { (i, l, a) throws(Stop) in .int(try array(a.required(a.positional.first, "self", of: "dim", i), "dim", l, i).tensor.rank) }
        for name in ["numel", "nelement"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in .int(try array(a.required(a.positional.first, "self", of: name, i), name, l, i).tensor.count) }
        }
        for name in ["expand", "broadcast_to"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let x = try array(a.required(a.positional.first, "self", of: name, i), name, l, i)
                var shape = try shapeOf(Array(a.positional.dropFirst()), i)
                let offset = shape.count - x.tensor.rank
                for k in shape.indices where shape[k] == -1 {
                    guard k >= offset, offset >= 0 else { throw i.error("RuntimeError", "expand(torch.FloatTensor{\(Interpreter.listText(x.tensor.shape))}, size=\(Interpreter.listText(shape))): the expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension \(k)") }
                    shape[k] = x.tensor.shape[k - offset]
                }
                let target = try newShape(shape.map { .int($0) }, l, i)
                return try i.viewing(x) { (t) throws(TensorError) in try t.broadcast(to: target) }
            }
        }
        t["norm"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["input", "p", "dim", "keepdim"], for: "norm", i)
            var inner = Arguments([try a.required(v[0], "input", of: "norm", i)])
            for (name, value) in [("ord", v[1]), ("dim", v[2]), ("keepdim", v[3])] { if let value { inner.named.append((name, value)) } }
            return try linearAlgebra["norm"]?(i, l, inner) ?? .none
        }
        t["requires_grad_"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try array(a.required(a.positional.first, "self", of: "requires_grad_", i), "requires_grad_", l, i)
            i.require(x)
            return .array(x)
        }
        t["backward"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try array(a.required(a.positional.first, "self", of: "backward", i), "backward", l, i)
            let v = try a.bind(["self", "gradient", "retain_graph", "create_graph", "inputs"], for: "backward", i)
            if let given = v[3], try i.truth(given) { throw i.unsupported("backward(create_graph=True)") }
            var seed: Tensor?
            if let given = v[1], !i.isNone(given) { seed = try i.toArray(given, .torch).tensor.detached }
            try i.backward(x, seed, keepsGraph: v[2].map { (v) throws(Stop) in try i.truth(v) } ?? false)
            return .none
        }
        for (name, operation) in [("add_", PythonTree.BinaryOperator.add), ("sub_", .subtract), ("mul_", .multiply), ("div_", .divide)] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                guard a.positional.count == 2, a.named.isEmpty, case .array(let x) = a.positional[0] else { throw i.unsupported(name) }
                return try i.arrayInPlace(operation, x, a.positional[1])
            }
        }
        for (name, value) in [("zero_", 0.0), ("fill_", 1)] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let x = try array(a.required(a.positional.first, "self", of: name, i), name, l, i)
                let number = name == "zero_" ? value : i.number(a.positional.dropFirst().first ?? .none) ?? 0
                i.write(try i.make(x.tensor.detached.filled(with: number), x.dtype, l), into: x)
                x.isRandom = false
                return .array(x)
            }
        }
        return t
    }()

    private static func reduced(_ each: Tensor, _ reduction: Value?, _ x: ArrayObject, _ i: Interpreter) throws(Stop) -> Value {
        let tensor: Tensor
        switch reduction ?? .string("mean") {
        case .string("none"): tensor = each
        case .string("sum"): tensor = try i.tensors(.torch) { () throws(TensorError) in try each.sum() }
        case .string("mean"): tensor = try i.tensors(.torch) { () throws(TensorError) in try each.mean() }
        case .string(""): throw i.missing(.incompleteCode, "the reduction is left empty")
        case .string(let word): throw i.error("ValueError", "\(word) is not a valid value for reduction")
        default: throw i.unsupported("this reduction")
        }
        return try i.result(tensor, x.dtype, .torch, from: [x])
    }

    private static func loss(_ name: String, _ body: @escaping (Tensor, Tensor) throws(TensorError) -> Tensor) -> LibraryBody {
        LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["input", "target", "size_average", "reduce", "reduction"], for: name, i)
            let x = try array(a.required(v[0], "input", of: "F.\(name)", i), name, l, i)
            let y = try array(a.required(v[1], "target", of: "F.\(name)", i), name, l, i)
            let each = try i.tensors(l) { () throws(TensorError) in try body(x.tensor, y.tensor) }
            return try reduced(each, v[4], x, i)
        }
    }
}
