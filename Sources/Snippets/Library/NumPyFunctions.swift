import Source
import Tensors

extension LibraryTables {
    /// What only NumPy has, or has under another name.
    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let numpy: [String: LibraryBody] = {
        var t: [String: LibraryBody] = [:]
        for name in ["array", "asarray", "asanyarray", "ascontiguousarray"] {
            t[name] = LibraryBody { (i, _, a) throws(Stop) in
                let v = try a.bind(["object", "dtype", "copy", "ndmin"], for: name, i)
                if v[3] != nil { throw i.unsupported("ndmin") }
                if name == "array", a.positional.count > 1, case .int = a.positional[1] {
                    throw i.error("TypeError", "Cannot interpret '\(try i.repr(a.positional[1]))' as a data type")
                }
                if name == "array", a.positional.count > 1, case .list = a.positional[1] {
                    throw i.error("TypeError", "Field elements must be 2- or 3-tuples, got '\(try i.repr(i.item(a.positional[1], .int(0))))'")
                }
                let source = try a.required(v[0], "object", of: "np.\(name)", i)
                let type = try i.optionalDType(v[1])
                let x = try i.toArray(source, .numpy, type)
                if name != "array", case .array(let same) = source, same === x { return source }
                return .array(try i.make(x.tensor, x.dtype, .numpy, from: [x]))
            }
        }
        t["copy"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try array(a.required(a.positional.first, "a", of: "copy", i), "copy", l, i)
            return .array(try i.make(x.tensor, x.dtype, l, from: [x]))
        }
        t["transpose"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try array(a.required(a.positional.first, "a", of: "transpose", i), "transpose", l, i)
            var rest = Array(a.positional.dropFirst())
            if let axes = a["axes"] { rest = [axes] }
            if rest.count == 1, case .none = rest[0] { rest = [] }
            let order = rest.isEmpty ? nil : try shapeOf(rest, i)
            return try i.viewing(x) { (t) throws(TensorError) in try t.transposed(order) }
        }
        t["swapaxes"] = LibraryBody { (i, l, a) throws(Stop) in
            guard a.positional.count == 3, case .int(let p) = a.positional[1], case .int(let q) = a.positional[2] else { throw i.unsupported("swapaxes") }
            let x = try array(a.positional[0], "swapaxes", l, i)
            return try i.viewing(x) { (t) throws(TensorError) in try t.swappingAxes(p, q) }
        }
        t["repeat"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["a", "repeats", "axis"], for: "repeat", i)
            let x = try array(a.required(v[0], "a", of: "repeat", i), "repeat", l, i)
            guard case .int(let times)? = v[1], times >= 0 else { throw i.unsupported("repeat by an array") }
            do throws(LimitExceeded) { try i.budget.allow(elements: x.tensor.count.multipliedReportingOverflow(by: times).partialValue) } catch { throw .limit(error) }
            let axis = try one(v[2], i)
            let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.repeated(times, axis: axis) }
            return try i.result(tensor, x.dtype, l, from: [x])
        }
        t["tile"] = LibraryBody { (i, l, a) throws(Stop) in
            guard a.positional.count == 2 else { throw i.unsupported("tile") }
            let x = try array(a.positional[0], "tile", l, i)
            let times = try newShape([a.positional[1]], l, i)
            let count = times.reduce(x.tensor.count) { $0.multipliedReportingOverflow(by: $1).overflow ? Int.max : $0 &* $1 }
            do throws(LimitExceeded) { try i.budget.allow(elements: count) } catch { throw .limit(error) }
            let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.tiled(times) }
            return try i.result(tensor, x.dtype, l, from: [x])
        }
        t["sort"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["a", "axis"], for: "sort", i)
            let x = try array(a.required(v[0], "a", of: "sort", i), "sort", l, i)
            let axis = try one(v[1], i) ?? -1
            let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.sorted(axis: axis) }
            return try i.result(tensor, x.dtype, l, from: [x])
        }
        t["unique"] = LibraryBody { (i, l, a) throws(Stop) in
            guard a.positional.count == 1, a.named.isEmpty else { throw i.unsupported("unique with arguments") }
            let x = try array(a.positional[0], "unique", l, i)
            return try i.result(x.tensor.unique().values, x.dtype, l, from: [x])
        }
        t["median"] = LibraryBody { (i, l, a) throws(Stop) in
            let r = try reduction(a, "median", l, i)
            let axes = try axes(r.axis, i)
            let tensor = try i.tensors(l) { () throws(TensorError) in try r.x.tensor.converted(to: .float).median(axes: axes, keepDimensions: r.keeps) }
            return try i.result(tensor, .float64, l, from: [r.x])
        }
        t["average"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["a", "axis", "weights"], for: "average", i)
            let source = try a.required(v[0], "a", of: "average", i)
            var inner = Arguments([source])
            if let axis = v[1] { inner.named.append(("axis", axis)) }
            guard let weights = v[2] else { return try shared["mean"]?(i, l, inner) ?? .none }
            if v[1] != nil { throw i.unsupported("average with weights and an axis") }
            let w = try array(weights, "average", l, i)
            let product = try i.arrayBinary(.multiply, .array(array(source, "average", l, i)), .array(w))
            let top = try shared["sum"]?(i, l, Arguments([product])) ?? .none
            let bottom = try shared["sum"]?(i, l, Arguments([.array(w)])) ?? .none
            return try i.binary(.divide, top, bottom)
        }
        t["count_nonzero"] = LibraryBody { (i, l, a) throws(Stop) in
            let r = try reduction(a, "count_nonzero", l, i)
            let axes = try axes(r.axis, i)
            let tensor = try i.tensors(l) { () throws(TensorError) in try r.x.tensor.countNonzero(axes: axes, keepDimensions: r.keeps) }
            return try i.result(tensor, .int64, l, from: [r.x])
        }
        t["array_equal"] = LibraryBody { (i, l, a) throws(Stop) in
            guard a.positional.count == 2 else { throw i.unsupported("array_equal") }
            let x = try array(a.positional[0], "array_equal", l, i), y = try array(a.positional[1], "array_equal", l, i)
            if x.isRandom || y.isRandom { i.randomEscaped = true }
            return .truth(x.tensor.shape == y.tensor.shape && x.tensor.elements == y.tensor.elements)
        }
        for (name, digits) in [("round", true), ("around", true)] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                _ = digits
                let v = try a.bind(["a", "decimals"], for: name, i)
                let x = try array(a.required(v[0], "a", of: name, i), name, l, i)
                var places = 0
                if case .int(let given)? = v[1] { places = max(-15, min(15, given)) }
                let scale = (0..<places.magnitude).reduce(1.0) { p, _ in p * 10 }
                let tensor = x.tensor.map(kind: x.tensor.kind) {
                    places >= 0 ? ($0 * scale).rounded(.toNearestOrEven) / scale : ($0 / scale).rounded(.toNearestOrEven) * scale
                }
                return try i.result(tensor, x.dtype, l, from: [x])
            }
        }
        for name in ["shape", "size", "ndim"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let v = try a.bind(name == "size" ? ["a", "axis"] : ["a"], for: name, i)
                let x = try array(a.required(v[0], "a", of: "np.\(name)", i), name, l, i)
                if name == "size", let given = try one(v[1], i) {
                    guard let axis = i.wrapped(given, x.tensor.rank) else {
                        throw i.exception(.axisOutOfRange(axis: given, rank: x.tensor.rank, operation: name), l)
                    }
                    return .int(x.tensor.shape[axis])
                }
                return try i.arrayAttribute(x, name)
            }
        }
        t["identity"] = LibraryBody { (i, l, a) throws(Stop) in try shared["eye"]?(i, l, Arguments(a.positional)) ?? .none }
        t["full_like"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["a", "fill_value", "dtype"], for: "full_like", i)
            let x = try array(a.required(v[0], "a", of: "full_like", i), "full_like", l, i)
            let value = try i.toArray(a.required(v[1], "fill_value", of: "full_like", i), l)
            let type = try i.optionalDType(v[2]) ?? x.dtype
            let tensor = try i.tensors(l) { () throws(TensorError) in try value.tensor.broadcast(to: x.tensor.shape) }
            return .array(try i.make(i.convert(tensor, to: type), type, l, from: [value]))
        }
        t["flip"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["m", "axis"], for: "flip", i)
            let x = try array(a.required(v[0], "m", of: "flip", i), "flip", l, i)
            let axes = try axes(v[1], i)
            return try i.viewing(x) { (t) throws(TensorError) in try t.flipped(axes: axes) }
        }
        for (name, isUpper) in [("triu", true), ("tril", false)] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let v = try a.bind(["m", "k"], for: name, i)
                let x = try array(a.required(v[0], "m", of: name, i), name, l, i)
                var offset = 0
                if case .int(let given)? = v[1] { offset = given }
                let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.triangle(upper: isUpper, offset: offset) }
                return try i.result(tensor, x.dtype, l, from: [x])
            }
        }
        t["set_printoptions"] = LibraryBody { (i, _, _) throws(Stop) in
            i.randomEscaped = true
            return .none
        }
        return t
    }()

    /// `numpy.linalg` and `torch.linalg`.
    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let linearAlgebra: [String: LibraryBody] = {
        var t: [String: LibraryBody] = [:]
        t["norm"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(l == .torch ? ["x", "ord", "dim", "keepdim"] : ["x", "ord", "axis", "keepdims"], for: "norm", i)
            let x = try array(a.required(v[0], "x", of: "norm", i), "norm", l, i)
            let axes = try axes(v[2], i)
            let keeps = try v[3].map { (v) throws(Stop) in try i.truth(v) } ?? false
            var order = 2.0
            if let given = v[1] {
                switch given {
                case .none: break
                case .string("fro"): break
                case .int, .float:
                    order = i.number(given) ?? 2
                    if axes?.count ?? x.tensor.rank != 1 {
                        // Of a matrix 2 means the spectral norm.
                        guard order == 2, x.tensor.rank == 2, axes == nil, !keeps else { throw i.unsupported("this norm of a matrix") }
                        do throws(LimitExceeded) { try i.budget.allow(flops: x.tensor.count * min(x.tensor.shape[0], x.tensor.shape[1])) } catch { throw .limit(error) }
                        let values = try i.tensors(l) { () throws(TensorError) in try x.tensor.converted(to: .float).singularValues() }
                        return try i.result(Tensor(values.elements.first ?? 0), x.dtype.isFloat ? x.dtype : l == .torch ? .float32 : .float64, l, from: [x])
                    }
                default: throw i.unsupported("this norm")
                }
            }
            let p = order
            let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.converted(to: .float).norm(p, axes: axes, keepDimensions: keeps) }
            return try i.result(tensor, x.dtype.isFloat ? x.dtype : l == .torch ? .float32 : .float64, l, from: [x])
        }
        func matrix(_ name: String, _ body: @escaping (Tensor) throws(TensorError) -> Tensor) {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let x = try array(a.required(a.positional.first, "a", of: name, i), name, l, i)
                guard a.positional.count == 1 else { throw i.unsupported("linalg.\(name) with arguments") }
                guard x.tensor.rank == 2 else { throw i.unsupported("linalg.\(name) of \(x.tensor.rank) axes") }
                if x.tensor.shape[0] != x.tensor.shape[1] {
                    throw l == .torch ? i.unsupported("a matrix that is not square") : i.error("LinAlgError", "Last 2 dimensions of the array must be square")
                }
                let n = x.tensor.shape[0]
                do throws(LimitExceeded) { try i.budget.allow(flops: n * n * n) } catch { throw .limit(error) }
                let tensor = try i.tensors(l) { () throws(TensorError) in try body(x.tensor.converted(to: .float)) }
                return try i.result(tensor, x.dtype.isFloat ? x.dtype : .float64, l, from: [x])
            }
        }
        matrix("inv") { (x) throws(TensorError) in try x.inverse() }
        matrix("det") { (x) throws(TensorError) in try x.determinant() }
        matrix("cholesky") { (x) throws(TensorError) in try x.cholesky() }
        matrix("eigvalsh") { (x) throws(TensorError) in try x.symmetricEigenvalues() }
        matrix("cond") { (x) throws(TensorError) in try ratioOfSingularValues(x) }
        t["solve"] = LibraryBody { (i, l, a) throws(Stop) in
            guard a.positional.count == 2 else { throw i.unsupported("linalg.solve") }
            let x = try array(a.positional[0], "solve", l, i), y = try array(a.positional[1], "solve", l, i)
            let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.converted(to: .float).solving(y.tensor.converted(to: .float)) }
            return try i.result(tensor, x.dtype.isFloat ? x.dtype : .float64, l, from: [x, y])
        }
        return t
    }()

    /// The largest singular value over the least, infinite for a singular matrix.
    private static func ratioOfSingularValues(_ x: Tensor) throws(TensorError) -> Tensor {
        let values = try x.singularValues().elements
        guard let largest = values.first, let least = values.last else { return Tensor(0) }
        return Tensor(least == 0 ? .infinity : largest / least)
    }
}
