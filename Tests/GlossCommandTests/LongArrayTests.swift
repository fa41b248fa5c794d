import Source
import TestSupport
import Testing

/// `gloss eval` on arrays that it reads block by block, against NumPy (Tests/Reference/eval/long.py).
@Suite struct LongArrayTests {
    static let count = 20_011
    static let x = (0..<count).map { Double($0 * 7919 % 10007) / 1000 - 5 }
    static let y = (0..<count).map { Double($0 * 104_729 % 20011) / 5000 + 0.25 }

    /// A file as NumPy writes it.
    static func write(_ elements: [Double], _ shape: String, to name: String, in folder: TemporaryFolder) -> String {
        var header = "{'descr': '<f8', 'fortran_order': False, 'shape': \(shape), }"
        header += String(repeating: " ", count: 117 - header.utf8.count) + "\n"
        var bytes: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0, 118, 0] + Array(header.utf8)
        for element in elements { withUnsafeBytes(of: element.bitPattern.littleEndian) { bytes += $0 } }
        return folder.write(name, bytes)
    }

    @Test func agreesWithNumPy() throws {
        let folder = try TemporaryFolder()
        let files = [
            "x": Self.write(Self.x, "(20011,)", to: "x.npy", in: folder), "y": Self.write(Self.y, "(20011,)", to: "y.npy", in: folder),
            "M": Self.write(Array(Self.x[..<19500]), "(150, 130)", to: "M.npy", in: folder),
        ]
        let cases = try #require(try Fixtures.reference("eval/long.json").elements)
        #expect(cases.count > 30)
        for item in cases {
            let latex = try #require(item["latex"]?.string)
            let names = try #require(item["names"]?.string)
            let words = names.map { "\($0)=@\(files[String($0)] ?? "")" }
            let result = Shell.run(["eval", latex] + words + ["--format", "json"])
            let answer = try JSONValue(parsing: result.output)
            try #require(answer["ok"] == true, "\(latex): \(result.output)")
            #expect(answer["shape"] == item["shape"], "\(latex)")
            var flat: [Double] = []
            func flatten(_ value: JSONValue) { if let number = value.double { flat.append(number) } else { value.elements?.forEach(flatten) } }
            flatten(try #require(answer["value"]))
            let magnitude = try #require(item["magnitude"]?.double)
            #expect((flat.reduce(0, +) - (item["sum"]?.double ?? .nan)).magnitude <= 1e-12 * magnitude, "\(latex)")
            for (place, value) in zip(item["places"]?.elements ?? [], item["values"]?.elements ?? []) {
                let found = flat[Int(place.double ?? 0)]
                #expect((found - (value.double ?? .nan)).magnitude <= 1e-12 * found.magnitude, "\(latex) at \(place)")
            }
        }
    }

    @Test func showsTheEndsOfALongValue() throws {
        let folder = try TemporaryFolder()
        let file = Self.write(Self.x, "(20011,)", to: "x.npy", in: folder)
        #expect(Shell.run(["eval", "x", "x=@" + file]).output == "[-5, 2.919, 0.831, …, -2.479, -4.567, 3.352]\n")
        #expect(Shell.run(["eval", "x", "x=@" + file, "--full"]).output.split(separator: ",").count == Self.count)
        let matrix = Self.write(Array(Self.x[..<19500]), "(150, 130)", to: "M.npy", in: folder)
        let lines = Shell.run(["eval", "2M", "M=@" + matrix]).output.split(separator: "\n")
        #expect(lines.count == 7 && lines[0] == "[[-10, 5.838, 1.662, …, 0.026, -4.15, -8.326]," && lines[3] == " …,")
    }

    @Test func writesArrayFiles() throws {
        let folder = try TemporaryFolder()
        let file = Self.write(Self.x, "(20011,)", to: "x.npy", in: folder)
        let out = folder.path + "/y.npy"
        // Blocks, memory and a number; the file is replaced.
        for (formula, sum) in [("x + 1", "20073.5"), (#"\operatorname{softmax}(x)"#, "1"), ("3", "3")] {
            let result = Shell.run(["eval", formula, "x=@" + file, "--out", out])
            #expect(result.code == 0 && result.output.isEmpty, "\(formula): \(result.errors)")
            let read = Shell.run(["eval", formula == "3" ? "z" : #"\sum_i z_i"#, "z=@" + out])
            #expect(read.output == sum + "\n", "\(formula)")
        }
        let answer = try JSONValue(parsing: Shell.run(["eval", "x", "x=@" + file, "--out", out, "--format", "json"]).output)
        #expect(answer["file"]?.string == out && answer["value"] == .null && answer["shape"] == [.integer(Self.count)])
        let missing = Shell.run(["eval", "x", "x=@" + file, "--out", folder.path + "/none/y.npy"])
        #expect(missing.code == 1 && missing.errors.contains("none/y.npy"))
        #expect(Shell.run(["eval", "x", "x=1", "--grad", "x", "--out", out]).code == 2)
    }

    @Test func warnsAndFailsAsForShortArrays() throws {
        let folder = try TemporaryFolder()
        let file = Self.write(Self.x, "(20011,)", to: "x.npy", in: folder)
        #expect(Shell.run(["eval", #"\log x"#, "x=@" + file]).errors.contains("warning: not a number"))
        #expect(Shell.run(["eval", #"\frac{1}{1+e^{1000x}}"#, "x=@" + file]).errors.contains("warning: the value overflows"))
        #expect(Shell.run(["eval", "x + z", "x=@" + file]).errors.contains("undefined-symbol"))
        #expect(Shell.run(["eval", "x + z", "x=@" + file, "z=[1,2]"]).code == 1)
        // Values that speak of the file, and steps and gradients, which are computed in memory.
        #expect(Shell.run(["eval", "y", "x=@" + file, "y=x*2"]).output == "[-10, 5.838, 1.662, …, -4.958, -9.134, 6.704]\n")
        #expect(Shell.run(["eval", #"\sum_i x_i"#, "x=@" + file, "--steps"]).output.hasSuffix("= 62.514\n62.514\n"))
        let few = Shell.run(["eval", "x", "x=@" + file, "--max-elements", "20000"])
        #expect(few.code == 2 && few.errors.contains("--max-elements"))
    }
}
