import Source
import Tensors

extension Interpreter {
    /// Names that are functions of a module but no methods of its arrays.
    private static let functionsOnly: Set<String> = [
        "where", "zeros", "ones", "empty", "full", "eye", "arange", "linspace", "array", "asarray", "tensor", "concatenate",
        "cat", "stack", "vstack", "hstack", "zeros_like", "ones_like", "empty_like", "maximum", "minimum", "outer", "isclose",
        "allclose", "diag", "exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "sin", "cos", "tan", "tanh", "sinh",
        "cosh", "abs", "sign", "square", "power", "expand_dims", "identity", "median", "average", "isnan", "isinf", "matmul",
        "inner", "tile", "unique", "concat", "amax", "amin", "mm", "mv", "bmm", "unsqueeze", "cat", "clamp", "mse_loss",
    ]

    func arrayAttribute(_ array: ArrayObject, _ name: String) throws(Stop) -> Value {
        let shape = array.tensor.shape
        switch name {
        case "shape":
            let sizes = TupleObject(shape.map { .int($0) }, arena)
            sizes.isSize = array.library == .torch
            return .tuple(sizes)
        case "ndim": return .int(shape.count)
        case "size" where array.library == .numpy: return .int(array.tensor.count)
        case "dtype": return .dtype(array.dtype, array.library)
        case "itemsize": return .int(array.dtype.size)
        case "nbytes": return .int(array.dtype.size * array.tensor.count)
        case "T", "mT":
            if array.library == .torch, shape.count > 2 { throw unsupported("T of more than two axes") }
            if shape.count < 2 { return .array(array) }
            let value = name == "mT" ? try viewing(array) { (t) throws(TensorError) in try t.matrixTransposed() } : try viewing(array) { (t) throws(TensorError) in try t.transposed() }
            noteGradient(of: value) { _ in name == "T" ? "Permute0" : "Transpose0" }
            return value
        case "grad" where array.library == .torch: return array.gradient.map { .array($0) } ?? .none
        case "requires_grad" where array.library == .torch: return .truth(array.requiresGradient)
        case "is_leaf" where array.library == .torch: return .truth(array.isLeaf)
        case "data" where array.library == .torch: return try detached(array)
        case "device" where array.library == .torch: return try device("cpu")
        case "is_cuda" where array.library == .torch: return .truth(false)
        case "real": return .array(array)
        case "flat" where array.library == .numpy:
            return try viewing(array) { (t) throws(TensorError) in try t.reshaped([t.count]) }
        case "base" where array.library == .numpy: if !array.isView { return .none } else { throw unsupported("base of a view") }
        case "grad_fn" where array.library == .torch && (!array.requiresGradient || array.isLeaf): return .none
        case "grad_fn" where array.library == .torch && array.gradientName != nil:
            return .instance(InstanceObject(gradientNode(GradientNames.shown(array.gradientName)), arena))
        case "device", "is_cuda", "grad_fn", "imag", "strides", "flags", "base": throw unsupported(name)
        default: break
        }
        if let body = method(array, name) {
            return .bound(BoundMethod(.array(array), .native(NativeFunction(name, body)), arena))
        }
        let type = array.library == .torch ? "Tensor" : "ndarray"
        if array.library == .torch, PublicNames.of(type)?.contains(name) == true, let function = try libraryValue("torch", name) {
            return bind(function, to: .array(array))
        }
        if PublicNames.of(type)?.contains(name) == true || name.hasPrefix("_") { throw unsupported("\(type).\(name)") }
        let owner = array.isScalar ? "numpy.\(array.dtype.name)" : array.library == .torch ? "Tensor" : "numpy.ndarray"
        throw error("AttributeError", "'\(owner)' object has no attribute '\(name)'")
    }

    /// The class of what `grad_fn` gives.
    private func gradientNode(_ name: String) -> ClassObject {
        let key = "grad_fn.\(name)"
        if let known = resultTypes[key] { return known }
        let type = ClassObject(name, [classes.object], arena)
        type.attributes["__module__"] = .string("builtins")
        type.set("name", .native(NativeFunction("name") { (_, _) throws(Stop) in .string(name) }))
        type.set("__repr__", .native(NativeFunction("__repr__") { (i, _) throws(Stop) in
            i.randomEscaped = true
            return .string("<\(name) object at 0x000000000000>")
        }))
        resultTypes[key] = type
        return type
    }

    private func method(_ array: ArrayObject, _ name: String) -> NativeBody? {
        let library = array.library
        switch name {
        case "tolist":
            return NativeBody { (i, a) throws(Stop) in
                guard case .array(let array)? = a.positional.first else { return .none }
                if array.isRandom { i.randomEscaped = true }
                return try i.nestedList(array, array.tensor.shape[...], 0)
            }
        case "item" where library == .numpy:
            return NativeBody { (i, a) throws(Stop) in
                guard a.positional.count == 1, case .array(let array) = a.positional[0] else { throw i.unsupported("item with an index") }
                return try i.itemValue(array)
            }
        case "astype" where library == .numpy:
            return NativeBody { (i, a) throws(Stop) in
                guard a.positional.count > 1 || a["dtype"] != nil, case .array(let array) = a.positional[0] else {
                    throw i.error("TypeError", "astype() missing required argument 'dtype' (pos 1)")
                }
                let type = try i.dtype(a.positional.count > 1 ? a.positional[1] : a["dtype"] ?? .none)
                return .array(try i.make(i.convert(array.tensor, to: type), type, .numpy, isScalar: array.isScalar, from: [array]))
            }
        case "sort" where library == .numpy:
            return NativeBody { (i, a) throws(Stop) in
                guard case .array(let array)? = a.positional.first else { return .none }
                let sorted = try LibraryTables.numpy["sort"]?(i, .numpy, a) ?? .none
                if case .array(let new) = sorted { i.write(new, into: array) }
                return .none
            }
        case "fill" where library == .numpy:
            return NativeBody { (i, a) throws(Stop) in try LibraryTables.torch["fill_"]?(i, .numpy, a) ?? .none }
        case "view" where library == .numpy, "resize" where library == .numpy: return nil
        default: break
        }
        let real = library == .torch ? "Tensor" : "ndarray"
        guard PublicNames.of(real)?.contains(name) == true else { return nil }
        let body: LibraryBody?
        if library == .numpy {
            body = Self.functionsOnly.contains(name) ? nil : LibraryTables.function(name, .numpy)
        } else {
            body = LibraryTables.function(name, .torch)
        }
        guard let body else { return nil }
        return NativeBody { (i, a) throws(Stop) in try body(i, library, a) }
    }

    private func nestedList(_ array: ArrayObject, _ shape: ArraySlice<Int>, _ offset: Int) throws(Stop) -> Value {
        guard let size = shape.first else {
            let number = array.tensor.elements[offset]
            try spend()
            switch array.dtype {
            case .bool: return .truth(number != 0)
            case .float16, .float32, .float64: return .float(number)
            default: return .int(Int(exactly: number) ?? 0)
            }
        }
        let rest = shape.dropFirst()
        let stride = rest.reduce(1, *)
        var items: [Value] = []
        for index in 0..<size { items.append(try nestedList(array, rest, offset + index * stride)) }
        return try list(items)
    }

    func setArrayAttribute(_ array: ArrayObject, _ name: String, _ value: Value) throws(Stop) {
        switch name {
        case "requires_grad" where array.library == .torch:
            if try truth(value) {
                require(array)
            } else if array.isLeaf {
                let plain = array.tensor.detached
                array.requiresGradient = false
                array.tensor = plain
            } else {
                throw error("RuntimeError", "you can only change requires_grad flags of leaf variables.")
            }
        case "data" where array.library == .torch:
            guard case .array(let new) = value else { throw unsupported("this data") }
            array.dtype = new.dtype
            write(new, into: array)
        case "grad" where array.library == .torch:
            switch value {
            case .none: array.gradient = nil
            case .array(let new): array.gradient = new
            default: throw error("TypeError", "assigned grad expected to be a Tensor or None but got grad of type \(typeName(value))")
            }
        case "shape" where array.library == .numpy:
            let shape = try LibraryTables.shapeOf([value], self)
            guard case .array(let new) = try LibraryTables.reshape(array, shape, self) else { return }
            array.tensor = new.tensor
        default: throw unsupported("setting \(array.typeName).\(name)")
        }
    }
}

extension Interpreter {
    /// The same elements without their history.
    func detached(_ array: ArrayObject) throws(Stop) -> Value {
        if let stale = array.stale { throw .missing(stale.reason) }
        let result = ArrayObject(array.tensor.detached, array.dtype, .torch, arena)
        result.isRandom = array.isRandom
        result.look(into: array, ViewStep { (t) throws(TensorError) in t.detached })
        return .array(result)
    }
}
