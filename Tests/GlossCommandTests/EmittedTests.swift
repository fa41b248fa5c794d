import Catalogue
import Glibc
import Source
import TestSupport
import Testing

/// `gloss eval --emit swift`: the functions are compiled, all in one file, and run beside the evaluator and NumPy
/// (Tests/Reference/eval/emitted.py).
@Suite struct EmittedTests {
    struct Case {
        var latex: String
        var words: [String]
        var bindings: [(name: String, shape: String, elements: String)]
        var shape: [Double]
        var elements: [Double]
    }

    static func cases() throws -> [Case] {
        try #require(try Fixtures.reference("eval/emitted.json").elements).map { item in
            guard case .object(let members)? = item["bindings"] else { throw Fixtures.MissingFile(path: "bindings") }
            func numbers(_ value: JSONValue?) -> [Double] { value?.elements?.compactMap(\.double) ?? [] }
            var bindings: [(name: String, shape: String, elements: String)] = []
            var words: [String] = []
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                let shape = numbers(value["shape"]).map { Int($0) }
                let elements = numbers(value["elements"])
                bindings.append((name == #"\hat{y}"# ? "y_hat" : name.filter { $0 != "\\" }, "\(shape)", "\(elements)"))
                let width = shape.last ?? 1
                let rows = stride(from: 0, to: elements.count, by: width).map { "\(Array(elements[$0..<$0 + width]))" }
                words.append(name + "=" + (shape.isEmpty ? "\(elements[0])" : shape.count == 1 ? rows[0] : "[\(rows.joined(separator: ","))]"))
            }
            return Case(
                latex: item["latex"]?.string ?? "", words: words, bindings: bindings, shape: numbers(item["shape"]),
                elements: numbers(item["elements"]))
        }
    }

    /// The folder of the build that runs this test, with its modules and objects.
    static let buildFolder: String? = {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { bytes in bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? -1 }
        guard count > 0 else { return nil }
        let folder = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "/").dropLast().joined(separator: "/")
        var info = stat()
        return stat("/" + folder + "/Modules/Tensors.swiftmodule", &info) == 0 ? "/" + folder : nil
    }()

    static let hasCompiler = system("swiftc --version >/dev/null 2>&1") == 0

    /// Compiles one file against the modules of this build and gives what it prints.
    static func run(_ source: String, in folder: TemporaryFolder) throws -> String {
        let build = try #require(buildFolder)
        folder.write("main.swift", source)
        let objects = ["Tensors", "Source", "DeepLearning", "CKernels", "CLAPACK"].map { "'\(build)/\($0).build'/*.o" }.joined(separator: " ")
        let maps = ["CKernels", "CLAPACK"].map { "-Xcc -fmodule-map-file='\(build)/\($0).build/module.modulemap'" }.joined(separator: " ")
        let command = """
            cd '\(folder.path)' && timeout 400 swiftc -Onone -swift-version 6 -warnings-as-errors -module-cache-path modules -I '\(build)/Modules' \(maps) \
            main.swift \(objects) -lm -o cases > compiler.txt 2>&1 && timeout 60 ./cases > out.txt 2>&1
            """
        let code = system(command)
        try #require(code == 0, "\(folder.read("compiler.txt") ?? "")\n\(folder.read("out.txt") ?? "")")
        return folder.read("out.txt") ?? ""
    }

    @Test(.enabled(if: hasCompiler, "swiftc is not in PATH"), .enabled(if: buildFolder != nil, "the modules of this build are not beside the test"))
    func emittedFunctionsComputeWhatTheEvaluatorDoes() throws {
        let cases = try Self.cases()
        try #require(cases.count >= 50)
        var functions = "import DeepLearning\nimport Tensors\n"
        var calls = ""
        for (k, item) in cases.enumerated() {
            let emitted = Shell.run(["eval", "--emit", "swift", item.latex] + item.words)
            try #require(emitted.code == 0, "\(item.latex): \(emitted.errors)")
            let lines = emitted.output.split(separator: "\n").filter { !$0.hasPrefix("import ") }
            let head = try #require(lines.first { $0.hasPrefix("public func ") })
            let open = try #require(head.firstIndex(of: "("))
            let parameters = head[open...].split(separator: ")")[0].dropFirst().split(separator: ",").map { String($0.split(separator: ":")[0].drop { $0 == " " }) }
            functions += lines.map { $0 == head ? "func case\(k)" + $0[open...] : String($0) }.joined(separator: "\n") + "\n"
            let arguments = try parameters.map { parameter in
                let binding = try #require(item.bindings.first { $0.name == parameter }, "\(item.latex): \(parameter)")
                return "\(parameter): try Tensor(shape: \(binding.shape), elements: \(binding.elements))"
            }
            calls += "do { let r = try case\(k)(\(arguments.joined(separator: ", "))); print(r.shape, r.elements, separator: \";\") } catch { print(error) }\n"
        }
        let output = try Self.run(functions + calls, in: TemporaryFolder())
        let results = output.split(separator: "\n")
        try #require(results.count == cases.count)
        for (item, result) in zip(cases, results) {
            let parts = result.split(separator: ";").compactMap { try? JSONValue(parsing: String($0)).elements?.compactMap(\.double) }
            try #require(parts.count == 2, "\(item.latex): \(result)")
            #expect(parts[0] == item.shape, "\(item.latex)")
            let answer = try JSONValue(parsing: Shell.run(["eval", item.latex] + item.words + ["--format", "json"]).output)
            var evaluated: [Double] = []
            func flatten(_ value: JSONValue) { if let number = value.double { evaluated.append(number) } else { value.elements?.forEach(flatten) } }
            flatten(answer["value"] ?? .null)
            try #require(parts[1].count == item.elements.count && evaluated.count == item.elements.count, "\(item.latex)")
            for k in item.elements.indices {
                let scale = max(1e-2, item.elements[k].magnitude)
                #expect((parts[1][k] - item.elements[k]).magnitude <= 1e-10 * scale, "\(item.latex): \(parts[1][k]), NumPy \(item.elements[k])")
                #expect((parts[1][k] - evaluated[k]).magnitude <= 1e-10 * scale, "\(item.latex): \(parts[1][k]), evaluated \(evaluated[k])")
            }
        }
    }

    @Test(.enabled(if: hasCompiler, "swiftc is not in PATH"), .enabled(if: buildFolder != nil, "the modules of this build are not beside the test"))
    func callsOfEntriesCompile() throws {
        #expect(SwiftCalls.table.count > 100)
        var source = "import DeepLearning\nimport Tensors\n"
        for (k, call) in SwiftCalls.table.sorted(by: { $0.key < $1.key }).map(\.value).enumerated() {
            var body = call
            for place in 0..<8 { body = body.replacing("$\(place)", with: "a[\(place)]") }
            source += "func entry\(k)(_ a: [Tensor]) throws(TensorError) -> Tensor { return try (\(body)) + 0 }\n"
        }
        _ = try Self.run(source, in: TemporaryFolder())
    }

    /// The table says what the entries do.
    @Test func callsOfEntriesAreThoseOfTheirFiles() throws {
        let texts = try Fixtures.names(in: "Sources/Catalogue/Entries").map { try #require(Fixtures.text("Sources/Catalogue/Entries/" + $0)) }
        for (key, call) in SwiftCalls.table {
            var body = call
            for place in 0..<8 { body = body.replacing("$\(place)", with: "a[\(place)]") }
            let parts = key.split(separator: "/").map(String.init)
            try #require(parts.count == 2)
            #expect(texts.contains { $0.contains("\"\(parts[0])\"") && $0.contains("\"\(parts[1])\"") && ($0.contains(body + "\n") || $0.contains(body + " }")) }, "\(key): \(body)")
        }
    }

    @Test(arguments: [
        (#"\sum_{k=0}^{\infty} x^k"#, "infinite range"), (#"\lim_{x \to 0} \frac{\sin x}{x}"#, "a limit"), (#"\max_{x \in [0, 1]} x (1 - x)"#, "optimum"),
        ("x = 2y + 1 = 3", ""), (#"\frac{1}{"#, ""), (#"f(x) + 1"#, ""), (#"\zeta(3)"#, "function"),
    ] as [(String, String)])
    func saysWhatItCannotWrite(latex: String, words: String) {
        let result = Shell.run(["eval", "--emit", "swift", latex] + (latex.hasPrefix("x = ") ? ["x=1", "y=1"] : []))
        #expect(result.code == 1 && result.output.isEmpty, "\(latex): \(result.output)")
        #expect(result.errors.contains(words) && result.errors.contains("<formula>:1:"), "\(result.errors)")
    }

    @Test func readsWell() {
        let result = Shell.run(["eval", "--emit", "swift", #"\frac{e^{x_i}}{\sum_{j=1}^{n} e^{x_j}}"#])
        #expect(result.output == """
            import Tensors

            /// \\frac{e^{x_i}}{\\sum_{j=1}^{n} e^{x_j}}
            ///
            /// - Parameter x: shape [n]
            public func formula(x: Tensor) throws(TensorError) -> Tensor {
                guard x.rank == 1 else {
                    throw .unexpectedShape(x.shape, expected: "1 axis", operation: "formula")
                }
                return try x.exp() / x.exp().sum()
            }

            """)
        #expect(Shell.run(["eval", "--emit", "c", "x"]).code == 2)
        #expect(Shell.run(["eval", "--emit", "swift", "x", "--steps"]).code == 2)
    }
}
