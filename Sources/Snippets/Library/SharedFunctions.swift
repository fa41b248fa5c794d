import DeepLearning
import Source
import Tensors

extension LibraryTables {
    /// Functions that both libraries have under one name.
    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let shared: [String: LibraryBody] = {
        var t: [String: LibraryBody] = [:]
        t["sum"] = LibraryBody { (i, l, a) throws(Stop) in
            let r = try reduction(a, "sum", l, i)
            let axes = try axes(r.axis, i)
            let type: DType = r.x.dtype.isFloat ? r.x.dtype : .int64
            let tensor = try i.tensors(l) { () throws(TensorError) in try r.x.tensor.sum(axes: axes, keepDimensions: r.keeps) }
            return try i.result(tensor, type, l, from: [r.x])
        }
        t["prod"] = LibraryBody { (i, l, a) throws(Stop) in
            let r = try reduction(a, "prod", l, i)
            let axes = try axes(r.axis, i)
            let tensor = try i.tensors(l) { () throws(TensorError) in try r.x.tensor.product(axes: axes, keepDimensions: r.keeps) }
            return try i.result(tensor, r.x.dtype.isFloat ? r.x.dtype : .int64, l, from: [r.x])
        }
        t["mean"] = LibraryBody { (i, l, a) throws(Stop) in
            let r = try reduction(a, "mean", l, i)
            if l == .torch, !r.x.dtype.isFloat {
                throw i.error(
                    "NotImplementedError",
                    "mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: \(Interpreter.torchTypeName(r.x.dtype))")
            }
            let axes = try axes(r.axis, i)
            if r.x.tensor.count == 0 { return try i.result(Tensor(.nan), .float64, l, from: [r.x]) }
            let tensor = try i.tensors(l) { () throws(TensorError) in try r.x.tensor.converted(to: .float).mean(axes: axes, keepDimensions: r.keeps) }
            return try i.result(tensor, r.x.dtype.isFloat ? r.x.dtype : .float64, l, from: [r.x])
        }
        for (name, isDeviation) in [("var", false), ("std", true)] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let r = try reduction(a, name, l, i, more: l == .torch ? ["unbiased", "correction"] : ["ddof"])
                var correction = l == .torch ? 1 : 0
                if l == .torch {
                    if let unbiased = r.more[0] { correction = try i.truth(unbiased) ? 1 : 0 }
                    if case .int(let given)? = r.more[1] { correction = given }
                    if !r.x.dtype.isFloat { throw i.error("RuntimeError", "std and var only support floating point and complex dtypes") }
                } else if case .int(let given)? = r.more[0] {
                    correction = given
                }
                let axes = try axes(r.axis, i)
                let divisor = correction
                let tensor = try i.tensors(l) { () throws(TensorError) in
                    let x = r.x.tensor.converted(to: .float)
                    return isDeviation
                        ? try x.standardDeviation(axes: axes, correction: divisor, keepDimensions: r.keeps)
                        : try x.variance(axes: axes, correction: divisor, keepDimensions: r.keeps)
                }
                return try i.result(tensor, r.x.dtype.isFloat ? r.x.dtype : .float64, l, from: [r.x])
            }
        }
        for (name, isMaximum) in [("max", true), ("min", false), ("amax", true), ("amin", false)] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                if l == .torch, a.positional.count == 2, case .array = a.positional[1] {
                    return try LibraryTables.function(isMaximum ? "maximum" : "minimum", .torch)?(i, l, a) ?? .none
                }
                let r = try reduction(a, name, l, i)
                let axes = try axes(r.axis, i)
                if r.x.tensor.count == 0 {
                    throw l == .torch
                        ? i.error("RuntimeError", "\(name)(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.")
                        : i.error("ValueError", "zero-size array to reduction operation \(isMaximum ? "maximum" : "minimum") which has no identity")
                }
                let tensor = try i.tensors(l) { () throws(TensorError) in
                    isMaximum ? try r.x.tensor.maximum(axes: axes, keepDimensions: r.keeps) : try r.x.tensor.minimum(axes: axes, keepDimensions: r.keeps)
                }
                let value = try i.result(tensor, r.x.dtype, l, from: [r.x])
                guard l == .torch, !name.hasPrefix("a"), let axis = axes?.first else { return value }
                let places = try i.tensors(l) { () throws(TensorError) in
                    isMaximum ? try r.x.tensor.detached.argmax(axis: axis, keepDimensions: r.keeps) : try r.x.tensor.detached.argmin(axis: axis, keepDimensions: r.keeps)
                }
                return i.named(name, ["values", "indices"], [value, try i.result(places, .int64, l, from: [r.x])])
            }
        }
        for (name, isMaximum) in [("argmax", true), ("argmin", false)] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let r = try reduction(a, name, l, i)
                let axis = try one(r.axis, i)
                if r.x.tensor.count == 0 {
                    throw l == .torch ? i.unsupported("argmax of nothing") : i.error("ValueError", "attempt to get \(name) of an empty sequence")
                }
                let tensor = try i.tensors(l) { () throws(TensorError) in
                    let x = r.x.tensor.detached
                    return isMaximum ? try x.argmax(axis: axis, keepDimensions: r.keeps) : try x.argmin(axis: axis, keepDimensions: r.keeps)
                }
                return try i.result(tensor, .int64, l, from: [r.x])
            }
        }
        for (name, isAll) in [("all", true), ("any", false)] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let r = try reduction(a, name, l, i)
                let axes = try axes(r.axis, i)
                let tensor = try i.tensors(l) { () throws(TensorError) in
                    isAll ? try r.x.tensor.all(axes: axes, keepDimensions: r.keeps) : try r.x.tensor.any(axes: axes, keepDimensions: r.keeps)
                }
                return try i.result(tensor, .bool, l, from: [r.x])
            }
        }
        for (name, isProduct) in [("cumsum", false), ("cumprod", true)] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let v = try a.bind(l == .torch ? ["input", "dim"] : ["a", "axis"], for: name, i)
                let x = try array(a.required(v[0], "a", of: name, i), name, l, i)
                let axis = try one(v[1], i)
                let tensor = try i.tensors(l) { () throws(TensorError) in
                    isProduct ? try x.tensor.cumulativeProduct(axis: axis) : try x.tensor.cumulativeSum(axis: axis)
                }
                return try i.result(tensor, x.dtype.isFloat ? x.dtype : .int64, l, from: [x])
            }
        }
        for name in ["dot", "matmul", "mm", "mv", "bmm", "inner"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                if l == .numpy, ["mm", "mv", "bmm"].contains(name) { throw i.error("AttributeError", "module 'numpy' has no attribute '\(name)'") }
                let v = try a.bind(l == .torch ? ["input", "other"] : ["a", "b"], for: name, i)
                let x = try array(a.required(v[0], "a", of: name, i), name, l, i)
                let y = try array(a.required(v[1], "b", of: name, i), name, l, i)
                if l == .torch {
                    if name == "dot", x.tensor.rank != 1 || y.tensor.rank != 1 {
                        throw i.error("RuntimeError", "1D tensors expected, but got \(x.tensor.rank)D and \(y.tensor.rank)D tensors")
                    }
                    if name == "dot", x.tensor.count != y.tensor.count {
                        throw i.error(
                            "RuntimeError",
                            "inconsistent tensor size, expected tensor [\(x.tensor.count)] and src [\(y.tensor.count)] to have the same number of elements, but got \(x.tensor.count) and \(y.tensor.count) elements respectively")
                    }
                    if name == "mm", x.tensor.rank != 2 { throw i.error("RuntimeError", "self must be a matrix") }
                    if name == "mm", y.tensor.rank != 2 { throw i.error("RuntimeError", "mat2 must be a matrix") }
                    if name == "mv", x.tensor.rank != 2 || y.tensor.rank != 1 {
                        throw i.error("RuntimeError", "vector + matrix @ vector expected, got 1, \(x.tensor.rank), \(y.tensor.rank)")
                    }
                } else if name == "dot" || name == "inner" {
                    if x.tensor.isScalar || y.tensor.isScalar { return try i.arrayBinary(.multiply, .array(x), .array(y)) }
                    if name == "dot", x.tensor.rank > 2 || y.tensor.rank > 2 { throw i.unsupported("np.dot of more than two axes") }
                }
                if name == "inner", x.tensor.isScalar || y.tensor.isScalar { return try i.arrayBinary(.multiply, .array(x), .array(y)) }
                if name == "inner", x.tensor.rank > 1 || y.tensor.rank > 1 { return try lastAxes(x, y, l, i) }
                return try i.matmul(x, y, name == "dot" || name == "inner" ? "dot" : "matmul")
            }
        }
        /// The products of the last axes of both: of each row of one with each row of the other.
        func lastAxes(_ x: ArrayObject, _ y: ArrayObject, _ l: Library, _ i: Interpreter) throws(Stop) -> Value {
            guard let n = x.tensor.shape.last, n == y.tensor.shape.last else {
                throw l == .torch
                    ? i.error("RuntimeError", "inner() the last dimension must match on both input tensors but got shapes \(Interpreter.listText(x.tensor.shape)) and \(Interpreter.listText(y.tensor.shape))")
                    : i.exception(.shapeMismatch(x.tensor.shape, y.tensor.shape, operation: "dot"), l)
            }
            let (rows, columns) = (Array(x.tensor.shape.dropLast()), Array(y.tensor.shape.dropLast()))
            let tensor = try i.tensors(l) { () throws(TensorError) in
                let (p, q) = (try Shape.count(rows), try Shape.count(columns))
                return try x.tensor.reshaped([p, n]).matmul(y.tensor.reshaped([q, n]).swappingAxes(0, 1)).reshaped(rows + columns)
            }
            return try i.result(tensor, DType.promoted(x.dtype, y.dtype, l), l, from: [x, y])
        }
        t["outer"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(l == .torch ? ["input", "vec2"] : ["a", "b"], for: "outer", i)
            let x = try array(a.required(v[0], "a", of: "outer", i), "outer", l, i)
            let y = try array(a.required(v[1], "b", of: "outer", i), "outer", l, i)
            do throws(LimitExceeded) { try i.budget.allow(elements: x.tensor.count.multipliedReportingOverflow(by: y.tensor.count).partialValue) } catch { throw .limit(error) }
            let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.flattened().outer(y.tensor.flattened()) }
            return try i.result(tensor, DType.promoted(x.dtype, y.dtype, l), l, from: [x, y])
        }
        t["where"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(l == .torch ? ["condition", "input", "other"] : ["condition", "x", "y"], for: "where", i)
            let c = try array(a.required(v[0], "condition", of: "where", i), "where", l, i)
            guard let first = v[1], let second = v[2] else {
                let places = try tools["nonzero"]?(i, l, Arguments([.array(c)], named: l == .torch ? [("as_tuple", .truth(true))] : []))
                return places ?? .none
            }
            let (x, y, type, _) = try i.operands(first, second)
            let both = l == .torch && x.library == .numpy ? (try i.toArray(.array(x), .torch, x.dtype == .float64 ? .float32 : nil), try i.toArray(.array(y), .torch, y.dtype == .float64 ? .float32 : nil)) : (x, y)
            let tensor = try i.tensors(l) { () throws(TensorError) in try Tensor.select(c.tensor, both.0.tensor, both.1.tensor) }
            return try i.result(tensor, l == .torch && x.library == .numpy && type == .float64 ? .float32 : type, l, from: [c, both.0, both.1])
        }
        for name in ["clip", "clamp"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let v = try a.bind(l == .torch ? ["input", "min", "max"] : ["a", "a_min", "a_max"], for: name, i)
                let x = try array(a.required(v[0], "a", of: name, i), name, l, i)
                func bound(_ value: Value?, _ standard: Double) throws(Stop) -> Double {
                    guard let value else { return standard }
                    if case .none = value { return standard }
                    if case .array(let array) = value, array.tensor.count != 1 { throw i.unsupported("clip to an array") }
                    guard let number = i.number(value) else { throw i.unsupported("this bound of clip") }
                    return number
                }
                let low = try bound(v[1], -.infinity), high = try bound(v[2], .infinity)
                let isFloatBound = [v[1], v[2]].contains { if case .float? = $0 { true } else { false } }
                let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.clip(low, high) }
                return try i.result(tensor, x.dtype.isFloat || !isFloatBound ? x.dtype : l == .torch ? .float32 : .float64, l, from: [x])
            }
        }
        t["reshape"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try array(a.required(a.positional.first, "a", of: "reshape", i), "reshape", l, i)
            var values = Array(a.positional.dropFirst())
            for (name, value) in a.named {
                guard name == "shape" || name == "newshape" else { throw i.unsupported("reshape(\(name)=…)") }
                values = [value]
            }
            if values.isEmpty { throw i.error("TypeError", "reshape() missing the shape") }
            return try reshape(x, shapeOf(values, i), i)
        }
        for name in ["flatten", "ravel"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let x = try array(a.required(a.positional.first, "a", of: name, i), name, l, i)
                if l == .torch, a.positional.count > 1 || !a.named.isEmpty {
                    let v = try a.bind(["input", "start_dim", "end_dim"], for: name, i)
                    let rank = max(1, x.tensor.rank)
                    var start = 0, end = -1
                    if case .int(let given)? = v[1] { start = given }
                    if case .int(let given)? = v[2] { end = given }
                    guard let first = i.wrapped(start, rank), let last = i.wrapped(end, rank), first <= last else {
                        throw i.error("RuntimeError", "flatten() has invalid args: start_dim cannot come after end_dim")
                    }
                    let shape = x.tensor.isScalar ? [1] : x.tensor.shape
                    let middle = shape[first...last].reduce(1, *)
                    return try reshape(x, Array(shape[..<first]) + [middle] + Array(shape[(last + 1)...]), i)
                }
                guard a.positional.count == 1, a.named.isEmpty else { throw i.unsupported("\(name) with arguments") }
                if name == "flatten", l == .numpy { return .array(try i.make(x.tensor.flattened(), x.dtype, l, from: [x])) }
                return try reshape(x, [-1], i)
            }
        }
        t["squeeze"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(l == .torch ? ["input", "dim"] : ["a", "axis"], for: "squeeze", i)
            let x = try array(a.required(v[0], "a", of: "squeeze", i), "squeeze", l, i)
            let axes = try axes(v[1], i)
            if l == .torch, let axis = axes?.first, let place = try? Shape.normalized(axis: axis, rank: x.tensor.rank, operation: ""), x.tensor.shape[place] != 1 {
                return .array(x)
            }
            if l == .numpy, let axis = axes?.first, let place = try? Shape.normalized(axis: axis, rank: x.tensor.rank, operation: ""), x.tensor.shape[place] != 1 {
                throw i.error("ValueError", "cannot select an axis to squeeze out which has size not equal to one")
            }
            return try i.viewing(x) { (t) throws(TensorError) in try t.squeezed(axes: axes) }
        }
        for (name, key) in [("expand_dims", "axis"), ("unsqueeze", "dim")] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let v = try a.bind([l == .torch ? "input" : "a", key], for: name, i)
                let x = try array(a.required(v[0], "a", of: name, i), name, l, i)
                guard let axis = try one(v[1], i) else { throw i.error("TypeError", "\(name)() missing required argument '\(key)'") }
                return try i.viewing(x) { (t) throws(TensorError) in try t.expandingDimensions(at: axis) }
            }
        }
        for name in ["concatenate", "cat", "concat", "stack", "vstack", "hstack"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let v = try a.bind([l == .torch ? "tensors" : "arrays", l == .torch && a["axis"] == nil ? "dim" : "axis"], for: name, i)
                var parts: [ArrayObject] = []
                for item in try i.items(a.required(v[0], "arrays", of: name, i)) { parts.append(try array(item, name, l, i)) }
                guard let first = parts.first else { throw i.error("ValueError", "need at least one array to \(name == "stack" ? "stack" : "concatenate")") }
                var axis = try one(v[1], i) ?? 0
                var tensors = parts.map(\.tensor)
                if name == "vstack" { tensors = try tensors.map { (x) throws(Stop) in try i.tensors(l) { () throws(TensorError) in x.rank == 0 ? try x.reshaped([1, 1]) : x.rank == 1 ? try x.reshaped([1, x.count]) : x } } }
                if name == "hstack" {
                    tensors = try tensors.map { (x) throws(Stop) in try i.tensors(l) { () throws(TensorError) in x.rank == 0 ? try x.reshaped([1]) : x } }
                    axis = tensors[0].rank == 1 ? 0 : 1
                }
                var total = 0
                for tensor in tensors { total += tensor.count }
                do throws(LimitExceeded) { try i.budget.allow(elements: total) } catch { throw .limit(error) }
                let (joined, at) = (tensors, axis)
                let tensor: Tensor
                do throws(TensorError) {
                    tensor = name == "stack" ? try Tensor.stack(joined, axis: at) : try Tensor.concatenate(joined, axis: at)
                } catch {
                    if case .shapeMismatch(let a, let b, _) = error, l == .numpy, name != "stack", a.count == b.count,
                        let place = i.wrapped(at, a.count), let odd = a.indices.first(where: { $0 != place && a[$0] != b[$0] })
                    {
                        let row = parts.firstIndex { $0.tensor.shape == b } ?? 1
                        throw i.error(
                            "ValueError",
                            "all the input array dimensions except for the concatenation axis must match exactly, but along dimension \(odd), the array at index 0 has size \(a[odd]) and the array at index \(row) has size \(b[odd])")
                    }
                    if case .shapeMismatch = error, l == .numpy {
                        throw i.error(
                            "ValueError",
                            name == "stack" ? "all input arrays must have the same shape"
                                : "all the input array dimensions except for the concatenation axis must match exactly")
                    }
                    throw i.exception(error, l)
                }
                return try i.result(tensor, parts.reduce(first.dtype) { DType.promoted($0, $1.dtype, l) }, l, from: parts)
            }
        }
        t["argsort"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(l == .torch ? ["input", "dim", "descending"] : ["a", "axis"], for: "argsort", i)
            let x = try array(a.required(v[0], "a", of: "argsort", i), "argsort", l, i)
            let axis = try one(v[1], i) ?? -1
            let isDown = l == .torch ? try v[2].map { (v) throws(Stop) in try i.truth(v) } ?? false : false
            let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.detached.argsort(axis: axis, descending: isDown) }
            return try i.result(tensor, .int64, l, from: [x])
        }
        t["trace"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try array(a.required(a.positional.first, "a", of: "trace", i), "trace", l, i)
            let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.trace() }
            return try i.result(tensor, x.dtype, l, from: [x])
        }
        t["diag"] = LibraryBody { (i, l, a) throws(Stop) in
            guard a.positional.count == 1 else { throw i.unsupported("diag with an offset") }
            let x = try array(a.required(a.positional.first, "v", of: "diag", i), "diag", l, i)
            let tensor = try i.tensors(l) { () throws(TensorError) in
                if x.tensor.rank == 2 { return try x.tensor.diagonal() }
                return try Tensor.eye(x.tensor.count) * x.tensor
            }
            return try i.result(tensor, x.dtype, l, from: [x])
        }
        t["zeros"] = filled("zeros", 0)
        t["ones"] = filled("ones", 1)
        t["empty"] = filled("empty", 0)
        for (name, value) in [("zeros_like", 0.0), ("ones_like", 1), ("empty_like", 0)] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let v = try a.bind(l == .torch ? ["input", "dtype", "requires_grad"] : ["a", "dtype"], for: name, i)
                let x = try array(a.required(v[0], "a", of: name, i), name, l, i)
                let type = try i.optionalDType(v[1]) ?? x.dtype
                let result = try i.make(x.tensor.detached.filled(with: value), type, l, isRandom: name.hasPrefix("empty"))
                if l == .torch, let flag = v[2], try i.truth(flag) { i.require(result) }
                return .array(result)
            }
        }
        t["full"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(l == .torch ? ["size", "fill_value", "dtype"] : ["shape", "fill_value", "dtype"], for: "full", i)
            let shape = try newShape([a.required(v[0], "shape", of: "full", i)], l, i)
            let value = try i.toArray(a.required(v[1], "fill_value", of: "full", i), l)
            let type = try i.optionalDType(v[2]) ?? value.dtype
            let tensor = try i.tensors(l) { () throws(TensorError) in try value.tensor.broadcast(to: shape) }
            return .array(try i.make(i.convert(tensor, to: type), type, l, from: [value]))
        }
        t["eye"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["N", "M", "dtype"], for: "eye", i)
            let rows = try newShape([a.required(v[0], "N", of: "eye", i)], l, i).first ?? 0
            let columns = try v[1].map { (v) throws(Stop) in try newShape([v], l, i).first ?? 0 } ?? rows
            _ = try newShape([.int(rows), .int(columns)], l, i)
            let type = try i.optionalDType(v[2]) ?? (l == .torch ? .float32 : .float64)
            let tensor = try i.tensors(l) { () throws(TensorError) in try Tensor.eye(rows, columns: columns) }
            return .array(try i.make(i.convert(tensor, to: type), type, l))
        }
        t["arange"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["start", "end", "step", "dtype", "requires_grad"], for: "arange", i)
            // One number is the end, whether or not it is called so.
            var bounds: [Value]
            if let end = v[1] { bounds = [v[0] ?? .int(0), end] } else { bounds = [.int(0), try a.required(v[0], "start", of: "arange", i)] }
            bounds.append(v[2] ?? .int(1))
            var numbers: [Double] = []
            var isInteger = true
            for value in bounds {
                guard let number = i.number(value) else { throw i.unsupported("arange of \(i.typeName(value))") }
                numbers.append(number)
                switch value {
                case .int, .truth: break
                case .array(let array) where !array.dtype.isFloat: try i.escape(array)
                default: isInteger = false
                }
            }
            if numbers[2] == 0 { throw i.error(l == .torch ? "RuntimeError" : "ZeroDivisionError", l == .torch ? "step must be nonzero" : "Maximum allowed size exceeded") }
            let size = ((numbers[1] - numbers[0]) / numbers[2]).rounded(.up)
            guard size < Double(i.budget.limits.elementsInTensor) else { throw .limit(.elements(i.budget.limits.elementsInTensor)) }
            let type = try i.optionalDType(v[3]) ?? (isInteger ? .int64 : l == .torch ? .float32 : .float64)
            let range = numbers
            let tensor = try i.tensors(l) { () throws(TensorError) in try Tensor.arange(range[0], range[1], step: range[2]) }
            let result = try i.make(i.convert(tensor, to: type), type, l)
            if l == .torch, let flag = v[4], try i.truth(flag) { i.require(result) }
            return .array(result)
        }
        t["linspace"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(l == .torch ? ["start", "end", "steps", "requires_grad"] : ["start", "stop", "num", "endpoint"], for: "linspace", i)
            guard let low = i.number(try a.required(v[0], "start", of: "linspace", i)),
                let high = i.number(try a.required(v[1], "stop", of: "linspace", i))
            else { throw i.unsupported("linspace of arrays") }
            let count = try v[2].map { (v) throws(Stop) in try newShape([v], l, i).first ?? 50 } ?? 50
            var divisor = Double(max(1, count - 1))
            if l == .numpy, let flag = v[3], try !i.truth(flag) { divisor = Double(max(1, count)) }
            let step = (high - low) / divisor
            var elements = (0..<count).map { low + Double($0) * step }
            if count > 1, divisor == Double(count - 1) { elements[count - 1] = high }
            let result = try i.make(Tensor(elements), l == .torch ? .float32 : .float64, l)
            if l == .torch, let flag = v[3], try i.truth(flag) { i.require(result) }
            return .array(result)
        }
        t["allclose"] = LibraryBody { (i, l, a) throws(Stop) in
            guard case .array(let close) = try t["isclose"]?(i, l, a) ?? .none else { return .none }
            if close.isRandom { i.randomEscaped = true }
            return .truth(close.tensor.elements.allSatisfy { $0 != 0 })
        }
        t["isclose"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["a", "b", "rtol", "atol"], for: "isclose", i)
            let x = try a.required(v[0], "a", of: "isclose", i), y = try a.required(v[1], "b", of: "isclose", i)
            let (p, q, _, _) = try i.operands(.array(i.toArray(x, l)), y)
            let relative = v[2].flatMap { i.number($0) } ?? 1e-5, absolute = v[3].flatMap { i.number($0) } ?? 1e-8
            let tensor = try i.tensors(l) { () throws(TensorError) in
                let shape = try Shape.broadcast(p.tensor.shape, q.tensor.shape)
                let u = try p.tensor.detached.broadcast(to: shape).elements, w = try q.tensor.detached.broadcast(to: shape).elements
                let close = zip(u, w).map { u, w in u == w || (u - w).magnitude <= absolute + relative * w.magnitude && w.isFinite ? 1.0 : 0 }
                return try Tensor(shape: shape, elements: close, kind: .boolean)
            }
            return try i.result(tensor, .bool, l, from: [p, q])
        }
        return t
    }()

    private static func filled(_ name: String, _ value: Double) -> LibraryBody {
        LibraryBody { (i, l, a) throws(Stop) in
            var type: DType = l == .torch ? .float32 : .float64
            var positional = a.positional
            var requires = false
            for (key, value) in a.named {
                switch key {
                case "dtype": if case .none = value {} else { type = try i.dtype(value) }
                case "shape", "size": positional = [value]
                case "requires_grad" where l == .torch: requires = try i.truth(value)
                case "device":
                    if i.isProcessor(value) { continue }
                    throw i.missing(.needsDevice, "a device is chosen")
                case "out", "memory_format", "layout", "pin_memory": if !i.isNone(value) { throw i.unsupported("\(name)(\(key)=…)") }
                case "order" where l == .numpy: continue
                default: throw i.unsupported("\(name)(\(key)=…)")
                }
            }
            if l == .numpy, positional.count == 2 {
                switch positional[1] {
                case .int:
                    // The second argument of np.zeros is a type: two sizes are a mistake.
                    throw i.error("TypeError", "Cannot interpret '\(try i.repr(positional[1]))' as a data type")
                default: type = try i.dtype(positional.removeLast())
                }
            }
            if positional.isEmpty { throw try missingShape(a, name, l, i) }
            let shape = try newShape(positional, l, i)
            let tensor = try i.tensors(l) { () throws(TensorError) in try Tensor.full(shape, value) }
            let result = try i.make(i.convert(tensor, to: type), type, l, isRandom: name == "empty")
            if requires { i.require(result) }
            return .array(result)
        }
    }

    private static func missingShape(_ a: Arguments, _ name: String, _ l: Library, _ i: Interpreter) throws(Stop) -> Stop {
        _ = try a.required(nil, "shape", of: (l == .torch ? "torch." : "np.") + name, i)
        return i.unsupported(name)
    }
}
