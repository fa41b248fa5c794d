import Source
import Tensors

extension LibraryTables {
    /// Rearranging, sorting and picking, for both libraries.
    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let tools: [String: LibraryBody] = {
        var t: [String: LibraryBody] = [:]
        func first(_ a: Arguments, _ name: String, _ l: Library, _ i: Interpreter) throws(Stop) -> ArrayObject {
            let key = l == .torch ? "input" : "a"
            return try array(a.required(a.positional.first ?? a[key] ?? a["x"], key, of: (l == .torch ? "torch." : "np.") + name, i), name, l, i)
        }
        func integer(_ value: Value?, _ standard: Int, _ i: Interpreter) throws(Stop) -> Int {
            guard let value, !i.isNone(value) else { return standard }
            // Far beyond every array, and far from the ends of a word.
            return max(-(1 << 40), min(1 << 40, try i.index(value, "argument")))
        }
        for name in ["triu", "tril"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let v = try a.bind(l == .torch ? ["input", "diagonal"] : ["m", "k"], for: name, i)
                let x = try array(a.required(v[0], "m", of: name, i), name, l, i)
                let offset = try integer(v[1], 0, i)
                let source = x.tensor.rank == 1 && l == .numpy ? try i.tensors(l) { () throws(TensorError) in try x.tensor.broadcast(to: [x.tensor.count, x.tensor.count]) } : x.tensor
                let tensor = try i.tensors(l) { () throws(TensorError) in try source.triangle(upper: name == "triu", offset: offset) }
                return try i.result(tensor, x.dtype, l, from: [x])
            }
        }
        t["diag"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(l == .torch ? ["input", "diagonal"] : ["v", "k"], for: "diag", i)
            let x = try array(a.required(v[0], "v", of: "diag", i), "diag", l, i)
            let offset = try integer(v[1], 0, i)
            if x.tensor.rank == 2 {
                let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.diagonal(offset: offset) }
                return try i.result(tensor, x.dtype, l, from: [x])
            }
            guard x.tensor.rank == 1 else { throw i.error(l == .torch ? "RuntimeError" : "ValueError", l == .torch ? "diag(): Supports 1D or 2D tensors. Got \(x.tensor.rank)D" : "Input must be 1- or 2-d.") }
            let n = x.tensor.count + Int(offset.magnitude)
            _ = try newShape([.int(n), .int(n)], l, i)
            // Column j holds element j − max(k, 0) on its diagonal.
            let tensor = try i.tensors(l) { () throws(TensorError) in
                var places = [Int](repeating: x.tensor.count, count: n * n)
                for k in 0..<x.tensor.count {
                    let row = offset < 0 ? k - offset : k, column = offset > 0 ? k + offset : k
                    places[row * n + column] = k
                }
                let padded = try Tensor.concatenate([x.tensor, Tensor([0.0]).converted(to: x.tensor.kind)])
                return try padded.taking(Tensor(integers: places)).reshaped([n, n])
            }
            return try i.result(tensor, x.dtype, l, from: [x])
        }
        t["diagonal"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try first(a, "diagonal", l, i)
            let offset = try integer(a.positional.count > 1 ? a.positional[1] : a["offset"], 0, i)
            let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.diagonal(offset: offset) }
            return try i.result(tensor, x.dtype, l, from: [x])
        }
        t["roll"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(l == .torch ? ["input", "shifts", "dims"] : ["a", "shift", "axis"], for: "roll", i)
            let x = try array(a.required(v[0], "a", of: "roll", i), "roll", l, i)
            var shifts = try axes(v[1], i) ?? [0]
            var places = try axes(v[2], i)
            if let given = places, given.count != shifts.count {
                // NumPy rolls along each axis by the one number, or along one axis by each.
                guard l == .numpy, given.count == 1 || shifts.count == 1 else {
                    throw l == .torch
                        ? i.error("RuntimeError", "shifts and dimensions must align. shifts: \(shifts.count), dims:\(given.count)")
                        : i.error("ValueError", "'shift' and 'axis' should be scalars or 1D sequences")
                }
                if given.count == 1 { places = shifts.map { _ in given[0] } } else { shifts = given.map { _ in shifts[0] } }
            }
            if places == nil {
                guard shifts.count == 1 || l == .numpy else {
                    throw i.error("RuntimeError", "shifts and dimensions must align. shifts: \(shifts.count), dims:0")
                }
                shifts = [shifts.reduce(0, &+)]
            }
            let (moves, along) = (shifts, places)
            let tensor = try i.tensors(l) { () throws(TensorError) in
                var source = along == nil ? x.tensor.flattened() : x.tensor
                for (shift, axis) in zip(moves, along ?? [0]) {
                    let place = try Shape.normalized(axis: axis, rank: source.rank, operation: "roll")
                    let n = source.shape[place]
                    if n == 0 { return x.tensor }
                    let move = ((shift % n) + n) % n
                    source = try source.taking(Tensor(integers: (0..<n).map { ($0 - move + n) % n }), axis: place)
                }
                return try source.reshaped(x.tensor.shape)
            }
            return try i.result(tensor, x.dtype, l, from: [x])
        }
        for name in ["flip", "fliplr", "flipud"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let x = try first(a, name, l, i)
                var chosen: [Int]? = name == "fliplr" ? [1] : name == "flipud" ? [0] : nil
                if name == "flip" {
                    let rest = Array(a.positional.dropFirst())
                    if let given = a["axis"] ?? a["dims"] { chosen = try axes(given, i) } else if rest.count == 1 { chosen = try axes(rest[0], i) } else if rest.count > 1 { chosen = try shapeOf(rest, i) }
                }
                let picked = chosen
                return try i.viewing(x) { (t) throws(TensorError) in try t.flipped(axes: picked) }
            }
        }
        for name in ["split", "chunk", "array_split", "vsplit", "hsplit", "tensor_split"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let key = l == .torch ? ["input", name == "split" ? "split_size_or_sections" : "chunks", "dim"] : ["ary", "indices_or_sections", "axis"]
                var named = a
                if l == .torch, named["split_size"] != nil { for k in named.named.indices where named.named[k].name == "split_size" { named.named[k].name = "split_size_or_sections" } }
                let v = try named.bind(key, for: name, i)
                let x = try array(a.required(v[0], key[0], of: name, i), name, l, i)
                guard let how = v[1] else { throw i.error("TypeError", "\(name)() missing required argument '\(key[1])'") }
                let axis = name == "hsplit" ? (x.tensor.rank > 1 ? 1 : 0) : try integer(v[2], 0, i)
                guard let place = i.wrapped(axis, x.tensor.rank) else { throw i.exception(.axisOutOfRange(axis: axis, rank: x.tensor.rank, operation: name), l) }
                let n = x.tensor.shape[place]
                var bounds: [(Int, Int)] = []
                func sections(_ sizes: [Int]) { var at = 0; for size in sizes { bounds.append((at, at + size)); at += size } }
                let isSequence: Bool
                switch how {
                case .list, .tuple: isSequence = true
                case .array(let y): isSequence = !y.tensor.isScalar
                default: isSequence = false
                }
                if isSequence {
                    var numbers: [Int]
                    if case .array(let places) = how {
                        guard !places.dtype.isFloat else { throw i.unsupported("\(name) at places that are not whole") }
                        try i.escape(places)
                        numbers = places.tensor.elements.map { Int($0) }
                    } else {
                        numbers = try shapeOf([how], i)
                    }
                    if l == .torch && name == "split" {
                        guard numbers.reduce(0, +) == n else {
                            throw i.error("RuntimeError", "split_with_sizes expects split_sizes to sum exactly to \(n) (input tensor's size at dimension \(place)), but got split_sizes=\(Interpreter.listText(numbers))")
                        }
                        sections(numbers)
                    } else {
                        var at = 0
                        for stop in numbers + [n] {
                            let end = min(max(stop < 0 ? stop + n : stop, at), n)
                            bounds.append((at, end))
                            at = end
                        }
                    }
                } else {
                    let count = try i.index(how, "sections")
                    if count <= 0 { throw i.error(l == .torch ? "RuntimeError" : "ValueError", l == .torch ? "\(name) expects a positive size" : "number sections must be larger than 0.") }
                    if l == .torch, name == "split" {
                        sections(stride(from: 0, to: n, by: count).map { min(count, n - $0) })
                    } else if l == .torch, name == "chunk" {
                        let size = max(1, (n + count - 1) / count)
                        sections(stride(from: 0, to: n, by: size).map { min(size, n - $0) })
                    } else {
                        if !name.hasPrefix("array") && name != "tensor_split", n % count != 0 { throw i.error("ValueError", "array split does not result in an equal division") }
                        sections((0..<count).map { n / count + ($0 < n % count ? 1 : 0) })
                    }
                }
                var parts: [Value] = []
                for (low, high) in bounds {
                    try i.spend()
                    parts.append(try i.viewing(x) { (t) throws(TensorError) in try t.slice(axis: place, start: low, stop: high) })
                }
                return l == .torch ? i.tuple(parts) : try i.list(parts)
            }
        }
        t["unbind"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try first(a, "unbind", l, i)
            let axis = try integer(a.positional.count > 1 ? a.positional[1] : a["dim"], 0, i)
            guard let place = i.wrapped(axis, x.tensor.rank) else { throw i.exception(.axisOutOfRange(axis: axis, rank: x.tensor.rank, operation: "unbind"), l) }
            var parts: [Value] = []
            for k in 0..<x.tensor.shape[place] { parts.append(try i.viewing(x) { (t) throws(TensorError) in try t.row(k, axis: place) }) }
            return i.tuple(parts)
        }
        t["nonzero"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try first(a, "nonzero", l, i)
            if l == .torch, x.tensor.rank == 0 { throw i.unsupported("nonzero of a tensor without axes") }
            let found = x.tensor.nonzero()
            if l == .torch, try !(a["as_tuple"].map { (v) throws(Stop) in try i.truth(v) } ?? false) {
                let tensor = try i.tensors(l) { () throws(TensorError) in found.isEmpty ? try Tensor.zeros([0, 0]) : try Tensor.stack(found, axis: 1) }
                return try i.result(tensor, .int64, l, from: [x])
            }
            var parts: [Value] = []
            for tensor in found { parts.append(.array(try i.make(tensor, .int64, l, from: [x]))) }
            return i.tuple(parts)
        }
        t["argwhere"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try first(a, "argwhere", l, i)
            let found = x.tensor.nonzero()
            let tensor = try i.tensors(l) { () throws(TensorError) in try Tensor.stack(found, axis: 1) }
            return .array(try i.make(tensor, .int64, l, from: [x]))
        }
        t["flatnonzero"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try first(a, "flatnonzero", l, i)
            return .array(try i.make(x.tensor.flattened().nonzero().first ?? Tensor([0.0]), .int64, l, from: [x]))
        }
        t["searchsorted"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["a", "v", "side"], for: "searchsorted", i)
            let x = try array(a.required(v[0], "a", of: "searchsorted", i), "searchsorted", l, i)
            let y = try i.toArray(a.required(v[1], "v", of: "searchsorted", i), l)
            var isRight = false
            if case .string("right")? = v[2] { isRight = true }
            guard x.tensor.rank == 1 else { throw i.unsupported("searchsorted of \(x.tensor.rank) axes") }
            let sorted = x.tensor.elements
            let places = y.tensor.elements.map { value -> Double in
                var low = 0, high = sorted.count
                while low < high {
                    let middle = (low + high) / 2
                    if isRight ? sorted[middle] <= value : sorted[middle] < value { low = middle + 1 } else { high = middle }
                }
                return Double(low)
            }
            let tensor = try i.tensors(l) { () throws(TensorError) in try Tensor(shape: y.tensor.shape, elements: places, kind: .integer) }
            return try i.result(tensor, .int64, l, from: [x, y])
        }
        t["bincount"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind([l == .torch ? "input" : "x", "weights", "minlength"], for: "bincount", i)
            let x = try array(a.required(v[0], "x", of: "bincount", i), "bincount", l, i)
            if x.dtype.isFloat { throw i.error("TypeError", "Cannot cast array data from dtype('\(x.dtype.name)') to dtype('int64') according to the rule 'safe'") }
            let values = x.tensor.elements
            if values.contains(where: { $0 < 0 }) { throw i.error("ValueError", "'list' argument must have no negative elements") }
            let least = try integer(v[2], 0, i)
            let size = max(least, min((values.max() ?? -1).clampedToWord, .max - 1) + 1)
            _ = try newShape([.int(size)], l, i)
            var counts = [Double](repeating: 0, count: size)
            var type = DType.int64
            if let given = v[1], !i.isNone(given) {
                let w = try i.toArray(given, l)
                type = w.dtype.isFloat && l == .torch ? w.dtype : .float64
                for (k, weight) in zip(values, w.tensor.elements) { counts[Int(k)] += weight }
            } else {
                for k in values { counts[Int(k)] += 1 }
            }
            return .array(try i.make(Tensor(counts, kind: type == .int64 ? .integer : .float), type, l, from: [x]))
        }
        t["unique"] = LibraryBody { (i, l, a) throws(Stop) in
            let flags = ["return_index", "return_inverse", "return_counts"]
            let v = try a.bind(l == .torch ? ["input", "sorted", "return_inverse", "return_counts", "dim"] : ["a"] + flags + ["axis"], for: "unique", i)
            let x = try array(a.required(v[0], "a", of: "unique", i), "unique", l, i)
            if let axis = v[4], !i.isNone(axis) { throw i.unsupported("unique along an axis") }
            func flag(_ place: Int) throws(Stop) -> Bool { try v[place].map { (v) throws(Stop) in try i.truth(v) } ?? false }
            i.countedFractions = i.countedFractions || x.dtype.isFloat
            let found = x.tensor.unique()
            let values = found.values.elements
            var results: [Value] = [try i.result(found.values, x.dtype, l, from: [x])]
            let elements = x.tensor.elements
            if l == .numpy, try flag(1) {
                var firsts: [Double] = []
                for value in values { firsts.append(Double(elements.firstIndex(of: value) ?? 0)) }
                results.append(.array(try i.make(Tensor(firsts, kind: .integer), .int64, l, from: [x])))
            }
            if try flag(2) {
                var inverse: [Double] = []
                for element in elements {
                    var low = 0, high = values.count
                    while low < high { let middle = (low + high) / 2; if values[middle] < element { low = middle + 1 } else { high = middle } }
                    inverse.append(Double(low))
                }
                let tensor = try i.tensors(l) { () throws(TensorError) in try Tensor(shape: x.tensor.shape, elements: inverse, kind: .integer) }
                results.append(.array(try i.make(tensor, .int64, l, from: [x])))
            }
            if try flag(3) { results.append(.array(try i.make(found.counts.converted(to: .integer), .int64, l, from: [x]))) }
            return results.count == 1 ? results[0] : i.tuple(results)
        }
        for name in ["gather", "take_along_axis", "take_along_dim"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let isTorch = name == "gather"
                let v = try a.bind(isTorch ? ["input", "dim", "index"] : ["arr", "indices", "axis"], for: name, i)
                let x = try array(a.required(v[0], "input", of: name, i), name, l, i)
                let index = try i.toArray(a.required(isTorch ? v[2] : v[1], "index", of: name, i), l)
                let axis = try integer(isTorch ? v[1] : v[2], 0, i)
                let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.gathering(index.tensor, axis: axis) }
                return try i.result(tensor, x.dtype, l, from: [x, index])
            }
        }
        for name in ["take", "index_select"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let v = try a.bind(name == "take" ? ["a", "indices", "axis"] : ["input", "dim", "index"], for: name, i)
                let x = try array(a.required(v[0], "a", of: name, i), name, l, i)
                let index = try i.toArray(a.required(name == "take" ? v[1] : v[2], "indices", of: name, i), l)
                let axis = try one(name == "take" ? v[2] : v[1], i)
                let tensor = try i.tensors(l) { () throws(TensorError) in
                    try (axis == nil ? x.tensor.flattened() : x.tensor).taking(index.tensor, axis: axis ?? 0)
                }
                return try i.result(tensor, x.dtype, l, from: [x, index])
            }
        }
        for name in ["masked_fill", "masked_fill_"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let v = try a.bind(["input", "mask", "value"], for: name, i)
                let x = try array(a.required(v[0], "input", of: name, i), name, l, i)
                guard case .array(let mask) = try a.required(v[1], "mask", of: name, i) else { throw i.unsupported(name) }
                if mask.dtype != .bool { throw i.error("RuntimeError", "masked_fill_ only supports boolean masks, but got mask with dtype \(Interpreter.torchName(mask.dtype))") }
                guard let number = i.number(try a.required(v[2], "value", of: name, i)) else { throw i.unsupported(name) }
                let tensor = try i.tensors(l) { () throws(TensorError) in
                    let shape = try Shape.broadcast(x.tensor.shape, mask.tensor.shape)
                    return try Tensor.select(mask.tensor.broadcast(to: shape), Tensor(number), x.tensor.broadcast(to: shape))
                }
                let made = try i.make(tensor, x.dtype, l, from: [x, mask])
                guard name.hasSuffix("_") else { return .array(made) }
                i.write(made, into: x)
                return .array(x)
            }
        }
        t["masked_select"] = LibraryBody { (i, l, a) throws(Stop) in
            guard a.positional.count == 2 else { throw i.unsupported("masked_select") }
            return try i.item(a.positional[0], a.positional[1])
        }
        for name in ["sort", "topk"] {
            t[name + " torch"] = LibraryBody { (i, l, a) throws(Stop) in
                let v = try a.bind(name == "sort" ? ["input", "dim", "descending", "stable"] : ["input", "k", "dim", "largest", "sorted"], for: name, i)
                let x = try array(a.required(v[0], "input", of: name, i), name, l, i)
                let axis = try integer(name == "sort" ? v[1] : v[2], -1, i)
                var isDown = name == "topk"
                if name == "sort", let flag = v[2] { isDown = try i.truth(flag) }
                if name == "topk", let flag = v[3] { isDown = try i.truth(flag) }
                let down = isDown
                guard let place = i.wrapped(axis, max(1, x.tensor.rank)) else { throw i.exception(.axisOutOfRange(axis: axis, rank: x.tensor.rank, operation: name), l) }
                var order = try i.tensors(l) { () throws(TensorError) in try x.tensor.detached.argsort(axis: axis, descending: down) }
                if name == "topk" {
                    let k = try integer(v[1], 1, i)
                    if k < 0 || k > (x.tensor.isScalar ? 1 : x.tensor.shape[place]) { throw i.error("RuntimeError", "selected index k out of range") }
                    let whole = order
                    order = try i.tensors(l) { () throws(TensorError) in try whole.slice(axis: place, stop: k) }
                }
                let places = order
                let values = try i.tensors(l) { () throws(TensorError) in try x.tensor.gathering(places, axis: place) }
                return i.named(name, ["values", "indices"], [try i.result(values, x.dtype, l, from: [x]), try i.result(places, .int64, l, from: [x])])
            }
        }
        t["repeat_interleave"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(["input", "repeats", "dim"], for: "repeat_interleave", i)
            return try numpy["repeat"]?(i, l, Arguments([a.required(v[0], "input", of: "repeat_interleave", i), v[1] ?? .int(1)], named: v[2].map { [("axis", $0)] } ?? [])) ?? .none
        }
        t["repeat torch"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try first(a, "repeat", l, i)
            let times = try newShape(Array(a.positional.dropFirst()), l, i)
            if times.count < x.tensor.rank { throw i.error("RuntimeError", "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor") }
            let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.tiled(times) }
            return try i.result(tensor, x.dtype, l, from: [x])
        }
        t["einsum"] = LibraryBody { (i, l, a) throws(Stop) in try i.einsum(a, l) }
        t["rot90"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try first(a, "rot90", l, i)
            let turns = ((try integer(a.positional.count > 1 ? a.positional[1] : a["k"], 1, i) % 4) + 4) % 4
            let plane = try axes(a.positional.count > 2 ? a.positional[2] : a[l == .torch ? "dims" : "axes"], i) ?? [0, 1]
            guard plane.count == 2, let from = i.wrapped(plane[0], x.tensor.rank), let to = i.wrapped(plane[1], x.tensor.rank), from != to else {
                throw l == .torch
                    ? i.error("RuntimeError", "expected total rotation dims == 2, but got dims = \(plane.count)")
                    : i.error("ValueError", "len(axes) must be 2.")
            }
            let tensor = try i.tensors(l) { () throws(TensorError) in
                var y = x.tensor
                for _ in 0..<turns { y = try y.swappingAxes(from, to).flipped(axes: [from]) }
                return y
            }
            return try i.result(tensor, x.dtype, l, from: [x])
        }
        t["moveaxis"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try first(a, "moveaxis", l, i)
            let words = ["source", "destination"]
            guard let from = try axes(a.positional.count > 1 ? a.positional[1] : a[words[0]], i)?.map({ i.wrapped($0, x.tensor.rank) }),
                let to = try axes(a.positional.count > 2 ? a.positional[2] : a[words[1]], i)?.map({ i.wrapped($0, x.tensor.rank) }),
                from.count == to.count, !from.contains(nil), !to.contains(nil), Set(from).count == from.count, Set(to).count == to.count
            else { throw i.unsupported("this form of moveaxis") }
            // The axes that move stand at their places, the others between them in order.
            var rest = (0..<x.tensor.rank).filter { !from.contains($0) }.makeIterator()
            let target = (0..<x.tensor.rank).compactMap { place in to.firstIndex(of: place).map { from[$0] } ?? rest.next() }
            return try i.viewing(x) { (t) throws(TensorError) in try t.transposed(target) }
        }
        t["movedim"] = t["moveaxis"]
        t["diff"] = LibraryBody { (i, l, a) throws(Stop) in
            let v = try a.bind(l == .torch ? ["input", "n", "dim"] : ["a", "n", "axis"], for: "diff", i)
            let x = try array(a.required(v[0], "a", of: "diff", i), "diff", l, i)
            let times = try integer(v[1], 1, i), axis = try integer(v[2], -1, i)
            let tensor = try i.tensors(l) { () throws(TensorError) in
                var y = x.tensor
                for _ in 0..<max(0, min(times, 64)) { y = try y.slice(axis: axis, start: 1) - y.slice(axis: axis, stop: -1) }
                return y
            }
            return try i.result(tensor, x.dtype, l, from: [x])
        }
        t["cross"] = LibraryBody { (i, l, a) throws(Stop) in
            guard a.positional.count >= 2 else { throw i.unsupported("cross") }
            let x = try array(a.positional[0], "cross", l, i), y = try array(a.positional[1], "cross", l, i)
            guard x.tensor.shape == [3], y.tensor.shape == [3] else { throw i.unsupported("cross of other than two vectors of three") }
            let tensor = try i.tensors(l) { () throws(TensorError) in try x.tensor.cross(y.tensor) }
            return try i.result(tensor, DType.promoted(x.dtype, y.dtype, l), l, from: [x, y])
        }
        for name in ["logical_and", "bitwise_and", "bitwise_or", "bitwise_xor", "left_shift", "right_shift", "bitwise_left_shift", "bitwise_right_shift"] where name.contains("_") && name != "logical_and" {
            let operation: PythonTree.BinaryOperator = name.contains("left") ? .leftShift : name.contains("right") ? .rightShift : name.hasSuffix("and") ? .bitAnd : name.hasSuffix("xor") ? .bitXor : .bitOr
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                guard a.positional.count == 2 else { throw i.unsupported(name) }
                return try i.arrayBinary(operation, .array(i.toArray(a.positional[0], l)), a.positional[1])
            }
        }
        return t
    }()
}

extension Interpreter {
    /// What functions of PyTorch with several results give: a tuple whose parts have names.
    func named(_ function: String, _ names: [String], _ values: [Value]) -> Value {
        let result = TupleObject(values, arena)
        let type = resultTypes[function] ?? {
            let made = ClassObject("torch.return_types.\(function)", [classes.named["tuple"] ?? classes.object], arena)
            made.attributes["__module__"] = .string("torch.return_types")
            for (place, name) in names.enumerated() {
                let getter = InstanceObject(classes.property, arena)
                getter.set("fget", .native(NativeFunction(name) { (i, a) throws(Stop) in
                    guard case .tuple(let tuple)? = a.positional.first, place < tuple.items.count else { return .none }
                    return tuple.items[place]
                }))
                made.set(name, .instance(getter))
            }
            made.set("__repr__", .native(NativeFunction("__repr__") { (i, a) throws(Stop) in
                guard case .tuple(let tuple)? = a.positional.first else { return .string("") }
                var lines: [String] = []
                for (name, item) in zip(names, tuple.items) { lines.append("\(name)=\(try i.repr(item))") }
                if function.first?.isUppercase == true { return .string("\(function)(" + lines.joined(separator: ", ") + ")") }
                return .string("torch.return_types.\(function)(\n" + lines.joined(separator: ",\n") + ")")
            }))
            resultTypes[function] = made
            return made
        }()
        result.subclass = type
        return .tuple(result)
    }

    /// Einstein's summation, one product and sum at a time.
    func einsum(_ a: Arguments, _ l: Library) throws(Stop) -> Value {
        guard case .string(let text)? = a.positional.first else { throw unsupported("this form of einsum") }
        let parts = text.filter { $0 != " " }.split(separator: ">", omittingEmptySubsequences: false).map(String.init)
        var inputs = (parts.first ?? "").split(separator: ",", omittingEmptySubsequences: false).map { Array($0.filter { $0 != "-" }) }
        if text.contains(".") { throw unsupported("einsum with ...") }
        var operands: [ArrayObject] = []
        for value in a.positional.dropFirst() { operands.append(try LibraryTables.array(value, "einsum", l, self)) }
        guard operands.count == inputs.count else {
            throw error(l == .torch ? "RuntimeError" : "ValueError", "more operands provided to einstein sum function than specified in the subscripts string")
        }
        var sizes: [Character: Int] = [:]
        for (labels, operand) in zip(inputs, operands) {
            guard labels.count == operand.tensor.rank else {
                throw error(l == .torch ? "RuntimeError" : "ValueError", l == .torch ? "einsum(): the number of subscripts in the equation (\(labels.count)) does not match the number of dimensions (\(operand.tensor.rank)) for operand 0 and no ellipsis was given" : "einstein sum subscripts string contains too many subscripts for operand 0")
            }
            for (label, size) in zip(labels, operand.tensor.shape) {
                if let known = sizes[label], known != size, known != 1, size != 1 {
                    throw error(l == .torch ? "RuntimeError" : "ValueError", "operands could not be broadcast together with remapped shapes [original->remapped]")
                }
                sizes[label] = max(sizes[label] ?? 1, size)
            }
        }
        let output: [Character]
        if parts.count > 1 {
            output = Array(parts[1])
        } else {
            var counts: [Character: Int] = [:]
            for labels in inputs { for label in labels { counts[label, default: 0] += 1 } }
            output = counts.filter { $0.value == 1 }.keys.sorted()
        }
        // Repeated labels of one operand pick its diagonal.
        var tensors = operands.map(\.tensor)
        for k in tensors.indices {
            while let twice = inputs[k].enumerated().first(where: { inputs[k].firstIndex(of: $0.element) != $0.offset }) {
                let one = inputs[k].firstIndex(of: twice.element) ?? 0
                let source = tensors[k], (p, q) = (one, twice.offset)
                let n = source.shape[p]
                tensors[k] = try self.tensors(l) { () throws(TensorError) in
                    var index = [Index](repeating: .all, count: source.rank)
                    let places = Tensor(integers: Array(0..<n))
                    index[p] = .tensor(places)
                    index[q] = .tensor(places)
                    // Adjacent advanced indices stay in place; others move to the front.
                    let picked = try source.indexed(index)
                    return q == p + 1 || p == 0 ? picked : try picked.transposed(Array(1...p) + [0] + Array((p + 1)..<picked.rank))
                }
                inputs[k].remove(at: q)
            }
        }
        let labels = output + sizes.keys.filter { !output.contains($0) }.sorted()
        var total = 1
        for label in labels { total = total.multipliedReportingOverflow(by: sizes[label] ?? 1).overflow ? Int.max : total &* (sizes[label] ?? 1) }
        do throws(LimitExceeded) { try budget.allow(elements: total) } catch { throw .limit(error) }
        try spend(total / 4)
        func spread(_ tensor: Tensor, _ own: [Character]) throws(TensorError) -> Tensor {
            let order = labels.compactMap { own.firstIndex(of: $0) }
            let turned = try tensor.transposed(order)
            return try turned.reshaped(labels.map { label in own.firstIndex(of: label).map { tensor.shape[$0] } ?? 1 })
        }
        let (parts2, owns) = (tensors, inputs)
        let result = try self.tensors(l) { () throws(TensorError) in
            var product = try spread(parts2[0], owns[0])
            for k in parts2.indices.dropFirst() { product = try product * spread(parts2[k], owns[k]) }
            product = try product.broadcast(to: labels.map { sizes[$0] ?? 1 })
            return labels.count > output.count ? try product.sum(axes: Array(output.count..<labels.count)) : product
        }
        let type = operands.dropFirst().reduce(operands.first?.dtype ?? .float64) { DType.promoted($0, $1.dtype, l) }
        return try self.result(result, type, l, from: operands)
    }
}
