import Source
import Tensors

extension LibraryTables {
    /// Decompositions of matrices. The signs of vectors are a choice of each library: what is printed of them cannot be compared.
    // Never changed; the closures hold constants only.
    nonisolated(unsafe) static let decompositions: [String: LibraryBody] = {
        var t: [String: LibraryBody] = [:]
        func matrix(_ a: Arguments, _ name: String, _ l: Library, _ i: Interpreter) throws(Stop) -> ArrayObject {
            let x = try array(a.required(a.positional.first ?? a["a"] ?? a["A"] ?? a["input"], "a", of: name, i), name, l, i)
            guard x.tensor.rank == 2 else { throw i.unsupported("linalg.\(name) of \(x.tensor.rank) axes") }
            let n = x.tensor.shape.max() ?? 0
            let (square, overflow) = n.multipliedReportingOverflow(by: n)
            do throws(LimitExceeded) { try i.budget.allow(flops: overflow ? Int.max : square.multipliedReportingOverflow(by: 16 * n).overflow ? Int.max : square * 16 * n) } catch { throw .limit(error) }
            if x.requiresGradient, i.recordsGradients { throw i.unsupported("linalg.\(name) with gradients") }
            return x
        }
        func square(_ x: ArrayObject, _ l: Library, _ i: Interpreter) throws(Stop) {
            guard x.tensor.shape[0] == x.tensor.shape[1] else {
                throw l == .torch
                    ? i.error("RuntimeError", "linalg.eigh: A must be batches of square matrices, but they are \(x.tensor.shape[0]) by \(x.tensor.shape[1]) matrices")
                    : i.error("LinAlgError", "Last 2 dimensions of the array must be square")
            }
        }
        func made(_ tensor: Tensor, _ x: ArrayObject, _ l: Library, _ i: Interpreter, signs: Bool = false) throws(Stop) -> Value {
            let array = try i.make(tensor, x.dtype.isFloat ? x.dtype : l == .torch ? .float32 : .float64, l, isScalar: l == .numpy && tensor.isScalar, from: [x])
            if signs { array.isRandom = true }
            return .array(array)
        }
        t["eigh"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try matrix(a, "eigh", l, i)
            try square(x, l, i)
            // The lower triangle counts.
            let found = try i.tensors(l) { () throws(TensorError) in
                let low = try x.tensor.converted(to: .float).triangle(upper: false)
                return try (low + low.transposed() - low * Tensor.eye(low.shape[0])).symmetricEigen()
            }
            return i.named(l == .torch ? "linalg_eigh" : "EighResult", ["eigenvalues", "eigenvectors"], [try made(found.values, x, l, i), try made(found.vectors, x, l, i, signs: true)])
        }
        for name in ["eig", "eigvals"] {
            t[name] = LibraryBody { (i, l, a) throws(Stop) in
                let x = try matrix(a, name, l, i)
                try square(x, l, i)
                if l == .torch { throw i.unsupported("torch.linalg.\(name)") }
                let found: (values: Tensor, vectors: Tensor)
                do throws(TensorError) { found = try x.tensor.converted(to: .float).realEigen(sorted: false) } catch { throw i.unsupported("complex eigenvalues") }
                // Their order is a choice, too.
                let values = try made(found.values, x, l, i, signs: true)
                return name == "eigvals" ? values : i.named("EigResult", ["eigenvalues", "eigenvectors"], [values, try made(found.vectors, x, l, i, signs: true)])
            }
        }
        t["svd"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try matrix(a, "svd", l, i)
            func flag(_ name: String, _ place: Int, _ standard: Bool) throws(Stop) -> Bool {
                guard let value = a.positional.count > place ? a.positional[place] : a[name] else { return standard }
                return try i.truth(value)
            }
            if l == .numpy, try !flag("compute_uv", 2, true) {
                let values = try i.tensors(l) { () throws(TensorError) in try x.tensor.converted(to: .float).singularValues() }
                return try made(values, x, l, i)
            }
            let found = try i.tensors(l) { () throws(TensorError) in try x.tensor.converted(to: .float).svd() }
            var (u, vt) = (found.u, found.vTransposed)
            let (m, n) = (x.tensor.shape[0], x.tensor.shape[1])
            if try flag("full_matrices", 1, true), m != n {
                // The rest of an orthonormal basis.
                if m > n { u = try completed(u, m, i) } else { vt = try i.tensors(l) { [vt] () throws(TensorError) in try vt.transposed() } ; vt = try completed(vt, n, i); vt = try i.tensors(l) { [vt] () throws(TensorError) in try vt.transposed() } }
            }
            return i.named(l == .torch ? "linalg_svd" : "SVDResult", ["U", "S", "Vh"], [try made(u, x, l, i, signs: true), try made(found.values, x, l, i), try made(vt, x, l, i, signs: true)])
        }
        t["qr"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try matrix(a, "qr", l, i)
            let found = try i.tensors(l) { () throws(TensorError) in try x.tensor.converted(to: .float).qr() }
            return i.named(l == .torch ? "linalg_qr" : "QRResult", ["Q", "R"], [try made(found.q, x, l, i, signs: true), try made(found.r, x, l, i, signs: true)])
        }
        t["pinv"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try matrix(a, "pinv", l, i)
            return try made(try i.tensors(l) { () throws(TensorError) in try x.tensor.converted(to: .float).pseudoinverse() }, x, l, i)
        }
        t["matrix_rank"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try matrix(a, "matrix_rank", l, i)
            let rank = try i.tensors(l) { () throws(TensorError) in try x.tensor.converted(to: .float).matrixRank() }
            return .array(try i.make(Tensor(rank), .int64, l, isScalar: l == .numpy, from: [x]))
        }
        t["slogdet"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try matrix(a, "slogdet", l, i)
            try square(x, l, i)
            let value = try i.tensors(l) { () throws(TensorError) in try x.tensor.converted(to: .float).determinant() }
            return i.named(l == .torch ? "linalg_slogdet" : "SlogdetResult", ["sign", "logabsdet"], [try made(value.sign(), x, l, i), try made(value.abs().log(), x, l, i)])
        }
        t["lstsq"] = LibraryBody { (i, l, a) throws(Stop) in
            let x = try matrix(a, "lstsq", l, i)
            guard a.positional.count > 1 || a["b"] != nil else { throw i.error("TypeError", "lstsq() missing 1 required positional argument: 'b'") }
            let y = try i.toArray(a.positional.count > 1 ? a.positional[1] : a["b"] ?? .none, l)
            if y.tensor.shape.first != x.tensor.shape[0] { throw i.error("LinAlgError", "Incompatible dimensions") }
            let (p, q) = (x.tensor.converted(to: .float), y.tensor.converted(to: .float))
            let solution = try i.tensors(l) { () throws(TensorError) in try p.leastSquares(q) }
            let values = try i.tensors(l) { () throws(TensorError) in try p.singularValues() }
            let rank = try i.tensors(l) { () throws(TensorError) in try p.matrixRank() }
            var residuals = Tensor([Double]())
            if rank == x.tensor.shape[1], x.tensor.shape[0] > rank {
                residuals = try i.tensors(l) { () throws(TensorError) in
                    let rest = try (p.matmul(solution) - q).square().sum(axes: [0])
                    return rest.isScalar ? try rest.reshaped([1]) : rest
                }
            }
            if l == .numpy { return i.tuple([try made(solution, x, l, i), try made(residuals, x, l, i), .array(try i.make(Tensor(rank), .int64, l, isScalar: true)), try made(values, x, l, i)]) }
            return i.named("linalg_lstsq", ["solution", "residuals", "rank", "singular_values"], [try made(solution, x, l, i), try made(residuals, x, l, i), .int(rank), try made(values, x, l, i)])
        }
        return t
    }()

    /// An orthonormal basis of n-space whose first columns are those of `part`.
    private static func completed(_ part: Tensor, _ n: Int, _ i: Interpreter) throws(Stop) -> Tensor {
        try i.tensors(.numpy) { () throws(TensorError) in
            let joined = try Tensor.concatenate([part, Tensor.eye(n)], axis: 1)
            let columns = part.shape[1]
            var basis: [Tensor] = []
            for k in 0..<joined.shape[1] where basis.count < n {
                var column = try joined.row(k, axis: 1)
                for other in basis { column = try column - other * other.dot(column) }
                for other in basis { column = try column - other * other.dot(column) }
                let size = try column.norm().item
                if k >= columns, size < 1e-8 { continue }
                basis.append(try column / Tensor(size == 0 ? 1 : size))
            }
            return try Tensor.stack(basis, axis: 1)
        }
    }
}
