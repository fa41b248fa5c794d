import Tensors

/// What PyTorch prints behind a tensor that was computed from a variable: `grad_fn=<AddBackward0>`.
///
/// The name is that of the last operation. Where the table has none, the text shows that there is one and not which.
enum GradientNames {
    /// Operations whose name says it all.
    private static let plain: [String: String] = {
        var names: [String: String] = [:]
        for name in """
            exp log sin cos tan tanh sigmoid relu sqrt rsqrt abs neg ceil floor round sign erf sinh cosh atan asin acos log2 log10
            reciprocal std var cumsum cumprod cat stack where softmax logsumexp expand repeat unsqueeze permute transpose maximum minimum
            clone gather flip roll tril triu trace dot mv mm bmm add mul div amax amin addmm lerp hypot topk sort median
            softplus gelu silu elu hardtanh conv2d remainder
            """.split(whereSeparator: \.isWhitespace) {
            names[String(name)] = name.prefix(1).uppercased() + name.dropFirst()
        }
        for (name, shown) in [
            ("log1p", "Log1P"), ("sub", "Sub"), ("subtract", "Sub"), ("multiply", "Mul"), ("divide", "Div"), ("true_divide", "Div"),
            ("negative", "Neg"), ("absolute", "Abs"), ("concat", "Cat"), ("concatenate", "Cat"), ("swapaxes", "Transpose"),
            ("log_softmax", "LogSoftmax"), ("masked_fill", "MaskedFill"), ("index_select", "IndexSelect"), ("masked_select", "MaskedSelect"),
            ("t", "T"), ("norm", "LinalgVectorNorm"), ("outer", "Mul"), ("expm1", "Expm1"), ("tile", "Repeat"), ("leaky_relu", "LeakyRelu"),
            ("mse_loss", "MseLoss"), ("nll_loss", "NllLoss"), ("l1_loss", "Mean"), ("binary_cross_entropy", "BinaryCrossEntropy"),
            ("binary_cross_entropy_with_logits", "BinaryCrossEntropyWithLogits"), ("smooth_l1_loss", "SmoothL1Loss"), ("huber_loss", "HuberLoss"),
            ("layer_norm", "NativeLayerNorm"), ("batch_norm", "NativeBatchNorm"), ("embedding", "Embedding"), ("max_pool2d", "MaxPool2DWithIndices"),
            ("avg_pool2d", "AvgPool2D"), ("conv1d", "Squeeze"), ("relu6", "Hardtanh"), ("selu", "Elu"), ("logsigmoid", "LogSigmoid"),
            ("softsign", "Div"), ("normalize", "Div"), ("chunk", "Split"), ("split", "Split"), ("unbind", "Unbind"), ("diagonal", "Diagonal"), ("flatten", "View"),
            ("view", "View"), ("arctan", "Atan"), ("inverse", "LinalgInvEx"), ("inv", "LinalgInvEx"), ("det", "LinalgDet"), ("solve", "LinalgSolveEx"),
            ("swish", "Silu"), ("mish", "Mish"), ("prelu", "PreluKernel"), ("conv2d", "Convolution"),
        ] { names[name] = shown }
        return names
    }()

    /// Layers whose `forward` we compute in several steps and PyTorch in one.
    static let layers: [String: String] = [
        "Conv1d": "Squeeze1", "Conv2d": "Convolution0", "MaxPool2d": "MaxPool2DWithIndices0", "AvgPool2d": "AvgPool2D0", "LayerNorm": "NativeLayerNorm0",
        "BatchNorm1d": "NativeBatchNorm0", "BatchNorm2d": "NativeBatchNorm0", "Embedding": "Embedding0", "Dropout": "Mul0", "Flatten": "View0",
        "MSELoss": "MseLoss0", "L1Loss": "Mean0", "BCELoss": "BinaryCrossEntropy0", "BCEWithLogitsLoss": "BinaryCrossEntropyWithLogits0",
        "NLLLoss": "NllLoss0", "SmoothL1Loss": "SmoothL1Loss0", "HuberLoss": "HuberLoss0", "GELU": "Gelu0", "SiLU": "Silu0", "ELU": "Elu0",
        "LeakyReLU": "LeakyRelu0", "Softplus": "Softplus0", "ReLU": "Relu0", "Sigmoid": "Sigmoid0", "Tanh": "Tanh0", "Softmax": "Softmax0",
        "LogSoftmax": "LogSoftmax0",
    ]

    /// The name for a function or method of PyTorch; `nil` where it is not known or the result is no new tensor.
    static func name(_ function: String, _ arguments: Arguments, _ result: ArrayObject) -> String? {
        let name = function.hasSuffix("_") ? String(function.dropLast()) : function
        let input: ArrayObject? = if case .array(let x)? = arguments.positional.first ?? arguments["input"] { x } else { nil }
        let other: ArrayObject? = arguments.positional.count > 1 ? { if case .array(let x) = arguments.positional[1] { x } else { nil } }() : nil
        let hasAxis = arguments.positional.count > 1 || arguments["dim"] != nil || arguments["axis"] != nil
        switch name {
        case "sum", "mean", "prod": return (name == "sum" ? "Sum" : name == "mean" ? "Mean" : "Prod") + (hasAxis ? "1" : "0")
        case "max", "min":
            if other != nil { return name == "max" ? "Maximum0" : "Minimum0" }
            return (name == "max" ? "Max" : "Min") + (hasAxis ? "0" : "1")
        case "pow": return other == nil ? "Pow0" : "Pow1"
        case "square": return "Pow0"
        case "clamp", "clip": return "Clamp1"
        case "matmul", "__matmul__": return input.flatMap { x in other.map { product(x.tensor.rank, $0.tensor.rank) } }
        case "squeeze": return hasAxis ? "Squeeze1" : "Squeeze0"
        case "reshape": return input.map { $0.isContiguous ? "View0" : "UnsafeView0" }
        case "contiguous": return input.flatMap { $0.isContiguous ? nil : "Clone0" }
        case "double", "float", "half", "type", "to": return input.flatMap { $0.dtype == result.dtype ? nil : "ToCopy0" }
        case "cross_entropy":
            guard let target = other, !target.dtype.isFloat else { return nil }
            return "NllLoss0"
        case "linear":
            guard let input, arguments.positional.count > 2 || arguments["bias"] != nil else { return input.map { $0.tensor.rank == 2 ? "Mm0" : "UnsafeView0" } }
            let hasBias = if case .array = arguments.positional.count > 2 ? arguments.positional[2] : arguments["bias"] ?? .none { true } else { false }
            return input.tensor.rank != 2 ? "UnsafeView0" : hasBias ? "Addmm0" : "Mm0"
        case "dropout": return nil
        default: return plain[name].map { $0 + "0" }
        }
    }

    /// `AddBackward0`; dots where it is not known.
    static func shown(_ name: String?) -> String {
        guard let name, let number = name.last else { return "..." }
        return name.dropLast() + "Backward" + String(number)
    }

    static func product(_ a: Int, _ b: Int) -> String {
        switch (a, b) {
        case (1, 1): "Dot0"
        case (2, 2): "Mm0"
        case (2, 1): "Mv0"
        case (1, 2): "Squeeze4"
        default: "UnsafeView0"
        }
    }

    /// Of an operator between a tensor and a value on its right or left.
    static func name(_ operation: PythonTree.BinaryOperator, _ a: Value, _ b: Value) -> String? {
        var isReversed = true
        var ranks: [Int] = []
        if case .array(let x) = a, !(x.library == .numpy) { (isReversed, ranks) = (false, [x.tensor.rank]) }
        var bothTensors = false
        if case .array(let y) = b {
            ranks.append(y.tensor.rank)
            bothTensors = !isReversed
        }
        switch operation {
        case .add: return "Add0"
        case .subtract: return isReversed ? "Rsub1" : "Sub0"
        case .multiply: return "Mul0"
        // A number divided by a tensor is its reciprocal, multiplied.
        case .divide: return isReversed ? "Mul0" : "Div0"
        case .power: return isReversed ? "Pow2" : bothTensors ? "Pow1" : "Pow0"
        case .modulo: return "Remainder0"
        case .matrixMultiply: return ranks.count == 2 ? product(ranks[0], ranks[1]) : nil
        default: return nil
        }
    }

    /// Of an index: that of the last axis that does more than pass everything on.
    static func name(index key: Value) -> String? {
        let keys: [Value] = if case .tuple(let tuple) = key { tuple.items } else { [key] }
        var name: String?
        for key in keys {
            switch key {
            case .int: name = "Select0"
            case .slice(let slice):
                if case .none = slice.start, case .none = slice.stop, case .none = slice.step, keys.count > 1 { continue }
                name = "Slice0"
            case .none: name = "Unsqueeze0"
            case .ellipsis: continue
            case .array(let index) where index.tensor.isScalar && index.dtype != .bool: name = "Select0"
            case .array, .list, .range: return "Index0"
            default: return nil
            }
        }
        return name
    }
}

extension Interpreter {
    /// Notes which operation made a tensor; of several results all.
    func noteGradient(of value: Value, _ name: (ArrayObject) -> String?) {
        switch value {
        case .array(let x): if x.library == .torch, x.requiresGradient, !x.isLeaf, let name = name(x) { x.gradientName = name }
        case .tuple(let items): for item in items.items.prefix(64) { if case .array = item { noteGradient(of: item, name) } }
        default: break
        }
    }
}
