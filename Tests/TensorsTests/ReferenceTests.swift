import Source
import Tensors
import TestSupport
import Testing

/// Tensor operations against NumPy and SciPy (Tests/Reference/tensors/tensors.py).
@Suite struct ReferenceTests {
    struct Case: Sendable {
        let name: String
        let arguments: [Tensor]
        let value: Tensor
        let item: JSONValue

        init(_ item: JSONValue) throws {
            name = try #require(item["name"]?.string)
            arguments = try #require(item["arguments"]?.elements).map(tensor)
            value = try tensor(#require(item["value"]))
            self.item = item
        }

        func integer(_ key: String) -> Int? { item[key]?.double.map { Int($0) } }
        func integers(_ key: String) -> [Int]? { item[key]?.elements?.compactMap { $0.double.map { Int($0) } } }
        func doubles(_ key: String) -> [Double] { item[key]?.elements?.compactMap(\.double) ?? [] }
        var text: String { item["function"]?.string ?? "" }
    }

    static func tensor(_ value: JSONValue) throws -> Tensor {
        let shape = try #require(value["shape"]?.elements).map { Int(try #require($0.double)) }
        let elements = try #require(value["elements"]?.elements).map { try #require($0.double) }
        let kinds: [String: ElementKind] = ["boolean": .boolean, "integer": .integer, "float": .float]
        return try Tensor(shape: shape, elements: elements, kind: #require(kinds[value["kind"]?.string ?? ""]))
    }

    static let names = [
        "unary", "binary", "reduce", "argmax", "argmin", "cumsum", "cumprod", "sort", "argsort", "flip", "transpose",
        "tile", "repeat", "concatenate", "stack", "diagonal", "triu", "tril", "gather", "index", "assign", "matmul",
        "outer", "solve", "inverse", "determinant", "cholesky", "eigenvalues", "realEigenvalues", "matrixPower",
        "singularValues", "pseudoinverse", "qr-q", "qr-r", "lstsq", "arange", "linspace",
    ]

    static let cases: [String: [Case]] = {
        do {
            let all = try #require(Fixtures.reference("tensors/tensors.json")["cases"]?.elements).map(Case.init)
            return Dictionary(grouping: all, by: \.name)
        } catch { preconditionFailure("\(error)") }
    }()

    @Test func everyCaseIsRun() { #expect(Set(Self.cases.keys) == Set(Self.names)) }

    @Test(arguments: names) func agrees(_ name: String) throws {
        for test in try #require(Self.cases[name]) {
            let found = try evaluate(test)
            let comment = "\(name) \(test.text) of \(test.arguments.map(\.shape)): \(found), expected \(test.value)"
            #expect(found.shape == test.value.shape, "\(comment)")
            // Linear algebra loses digits with the condition number, and LAPACK orders its sums in its own way.
            let isElimination = ["solve", "inverse", "pseudoinverse", "matrixPower", "lstsq", "realEigenvalues"].contains(name)
            let tolerance = (isElimination ? 1e-8 : 1e-13) * max(1, test.value.maximumMagnitude)
            for (a, b) in zip(found.elements, test.value.elements) {
                let ulps = 4e-15 * max(b.magnitude, test.text == "digamma" ? 1 : 1e-3)
                let isClose = (a - b).magnitude <= (name == "unary" ? ulps : tolerance)
                #expect(a == b || (a.isNaN && b.isNaN) || isClose, "\(comment)")
            }
            // NumPy adds truth values as such; here they count.
            if !["unary", "binary"].contains(name) || test.value.kind != .boolean || test.arguments[0].kind != .boolean {
                #expect(found.kind == test.value.kind || found.kind == .float, "\(comment)")
            }
        }
    }

    private func evaluate(_ test: Case) throws -> Tensor {
        let x = test.arguments.first ?? 0.0
        let y = test.arguments.count > 1 ? test.arguments[1] : 0.0
        let axis = test.integer("axis")
        switch test.name {
        case "unary": return x.applying(try #require(UnaryFunction(rawValue: test.text)))
        case "binary": return try .apply(#require(BinaryFunction(rawValue: test.text)), x, y)
        case "reduce": return try reduce(test, x)
        case "argmax": return try x.argmax(axis: axis)
        case "argmin": return try x.argmin(axis: axis)
        case "cumsum": return try x.cumulativeSum(axis: axis)
        case "cumprod": return try x.cumulativeProduct(axis: axis)
        case "sort": return try x.sorted(axis: #require(axis))
        case "argsort": return try x.argsort(axis: #require(axis))
        case "flip": return try x.flipped(axes: [#require(axis)])
        case "transpose": return try x.transposed(test.integers("axes"))
        case "tile": return try x.tiled(#require(test.integers("times")))
        case "repeat": return try x.repeated(#require(test.integer("times")), axis: axis)
        case "concatenate": return try .concatenate(test.arguments, axis: #require(axis))
        case "stack": return try .stack(test.arguments, axis: #require(axis))
        case "diagonal": return try x.diagonal(offset: #require(test.integer("offset")))
        case "triu": return try x.triangle(upper: true, offset: #require(test.integer("offset")))
        case "tril": return try x.triangle(upper: false, offset: #require(test.integer("offset")))
        case "gather": return try x.gathering(y, axis: #require(axis))
        case "index": return try x.indexed(indices(test))
        case "assign": return try x.replacing(indices(test), with: y)
        case "matmul": return try x.matmul(y)
        case "outer": return try x.outer(y)
        case "solve": return try x.solving(y)
        case "inverse": return try x.inverse()
        case "determinant": return try x.determinant()
        case "cholesky": return try x.cholesky()
        case "eigenvalues": return try x.symmetricEigenvalues()
        case "realEigenvalues": return try x.realEigenvalues()
        case "matrixPower": return try x.matrixPower(#require(test.integer("exponent")))
        case "singularValues": return try x.singularValues()
        case "pseudoinverse": return try x.pseudoinverse()
        case "qr-q": return try x.qr().q
        case "qr-r": return try x.qr().r
        case "lstsq": return try x.leastSquares(y)
        case "arange":
            let range = test.doubles("range")
            return try .arange(range[0], range[1], step: range[2])
        case "linspace":
            let range = test.doubles("range")
            return try .linspace(range[0], range[1], count: Int(range[2]))
        default: throw Fixtures.MissingFile(path: test.name)
        }
    }

    private func reduce(_ test: Case, _ x: Tensor) throws -> Tensor {
        let axes = test.integers("axes"), keep = test.item["keep"] == true
        switch test.text {
        case "sum": return try x.sum(axes: axes, keepDimensions: keep)
        case "product": return try x.product(axes: axes, keepDimensions: keep)
        case "mean": return try x.mean(axes: axes, keepDimensions: keep)
        case "maximum": return try x.maximum(axes: axes, keepDimensions: keep)
        case "minimum": return try x.minimum(axes: axes, keepDimensions: keep)
        case "variance": return try x.variance(axes: axes, keepDimensions: keep)
        case "deviation": return try x.standardDeviation(axes: axes, keepDimensions: keep)
        case "any": return try x.any(axes: axes, keepDimensions: keep)
        case "all": return try x.all(axes: axes, keepDimensions: keep)
        case "median": return try x.median(axes: axes, keepDimensions: keep)
        case "countNonzero": return try x.countNonzero(axes: axes, keepDimensions: keep)
        case "logSumExp": return try x.logSumExp(axes: axes, keepDimensions: keep)
        case "norm": return try x.norm(#require(test.item["order"]?.double), axes: axes, keepDimensions: keep)
        default: throw Fixtures.MissingFile(path: test.text)
        }
    }

    private func indices(_ test: Case) throws -> [Index] {
        try #require(test.item["index"]?.elements).map { part in
            if let index = part["at"]?.double { return .at(Int(index)) }
            if let slice = part["slice"]?.elements {
                return .range(
                    start: slice[0].double.map { Int($0) }, stop: slice[1].double.map { Int($0) },
                    step: Int(try #require(slice[2].double)))
            }
            if part["new"] != nil { return .newAxis }
            if part["ellipsis"] != nil { return .ellipsis }
            return .tensor(try Self.tensor(#require(part["tensor"])))
        }
    }
}
