import Source
import TestSupport
import Testing

@Suite struct EvalViewTests {
    @Test func showsEveryPart() throws {
        let result = Shell.run(["eval", #"\frac{1}{1+e^{-x}}"#, "x=0.5", "--steps"])
        #expect(result.code == 0)
        // NumPy: exp(-0.5), 1 + exp(-0.5), 1 / (1 + exp(-0.5))
        #expect(result.output == "-x = -0.5\ne^{-x} = 0.606531\n1+e^{-x} = 1.60653\n\\frac{1}{1+e^{-x}} = 0.622459\n0.622459\n")
        let indexed = Shell.run(["eval", #"\sum_i x_i^2"#, "x=[1,2,3]", "--steps", "--format", "json"])
        let steps = try #require(JSONValue(parsing: indexed.output)["steps"]?.elements)
        #expect(steps.contains { $0["latex"] == "x_i^2" && $0["indices"] == ["i"] && $0["value"] == [1, 4, 9] })
        #expect(steps.last?["value"] == 14)
        #expect(Shell.run(["eval", #"\left(x+1\right)^2"#, "x=2", "--steps"]).output == "x+1 = 3\n\\left(x+1\\right)^2 = 9\n9\n")
    }

    @Test func writesTables() {
        let result = Shell.run(["eval", "x^2", "--table", "x=0:1:0.25"])
        #expect(result.code == 0)
        #expect(result.output == "   x  value\n   0  0\n0.25  0.0625\n 0.5  0.25\n0.75  0.5625\n   1  1\n")
        // 0.1 has no exact binary form: the end is in all the same.
        #expect(Shell.run(["eval", "x", "--table", "x=0:1:0.1"]).output.split(separator: "\n").count == 12)
        #expect(Shell.run(["eval", "[x, x^2]", "--table", "x=1:2:1"]).output == "x  value\n1  [1, 1]\n2  [2, 4]\n")
    }

    @Test func drawsCurves() throws {
        let result = Shell.run(["eval", "x", "--plot", "x=-1:3"])
        #expect(result.code == 0)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 18)
        #expect(lines.first?.contains("3 │") == true && lines[15].contains("-1 │"))
        #expect(lines.last?.split(separator: " ") == ["-1", "x", "3"])
        // A line from the lower left to the upper right corner.
        #expect(lines[0].unicodeScalars.last.map { $0.value > 0x2800 } == true)
        let lowest = try #require(lines[15].split(separator: "│").last)
        #expect(lowest.unicodeScalars.first.map { $0.value > 0x2800 } == true)
        let folder = try TemporaryFolder()
        let file = folder.path + "/curve.svg"
        for _ in 0..<2 {
            #expect(Shell.run(["eval", #"\tan x < 5 & <script>"#, "--plot", "x=0:1", "--svg", file]).code != 0)
            #expect(Shell.run(["eval", #"\tan x"#, "--plot", "x=-5:5", "--svg", file]).code == 0)
        }
        let picture = try #require(Fixtures.bytes(absolute: file).map { String(decoding: $0, as: UTF8.self) })
        #expect(picture.hasPrefix("<svg ") && picture.hasSuffix("</svg>\n"))
        #expect(picture.contains("<title>\\tan x</title>"))
        // Each branch of the tangent is a line of its own.
        #expect(picture.components(of: "M").count > 4)
    }

    @Test(arguments: [
        (["x", "--table", "x=1:0:1"], "smaller"), (["x", "--table", "x=0:1:0"], "positive"), (["x", "--table", "x=0:1"], "FROM:TO:STEP"),
        (["x", "--table", "x=0:a:1"], "'a' is no number"), (["x", "--table", "x=0:1e9:1e-9"], "more than"), (["x", "--plot", "x"], "FROM:TO"),
        (["x", "--plot", "x=0:inf"], "no number"), (["x", "x=1", "--plot", "x=0:1"], "given twice"), (["x", "--svg", "a.svg"], "--plot"),
        (["x", "--steps", "--table", "x=0:1:1"], "only one"), (["x", "--grad", "x", "--plot", "x=0:1"], "--grad"),
        (["--at", "a.md"], "NOTE:LINE"), (["--at", "missing.md:3"], "missing.md"), (["x", "x=@missing.npy"], "missing.npy"),
    ] as [([String], String)])
    func refusesOtherUses(words: [String], message: String) {
        let result = Shell.run(["eval"] + words)
        #expect(result.code == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func saysWhatCannotBeDrawn() {
        for (formula, message) in [(#"\log(-x)"#, "finite"), ("[x, 1]", "one number"), ("y x", "y")] {
            let result = Shell.run(["eval", formula, "--plot", "x=1:2"])
            #expect(result.code == 1, "\(formula)")
            #expect(result.errors.contains(message), "\(result.errors)")
        }
    }

    @Test func evaluatesFormulasOfNotes() throws {
        let folder = try TemporaryFolder()
        let text = "# Growth\n\n<!-- gloss: let r = 0.5, t = 2 -->\n\nWith $g = 1 + r$:\n\n$$A = 100 g^t$$\n"
        let note = folder.write("note.md", text)
        #expect(Shell.run(["eval", "--at", note + ":7"]).output.hasSuffix("100 g^t = 225\n"))
        #expect(Shell.run(["eval", "--at", note + "#A", "r=1"]).output.hasSuffix("100 g^t = 400\n"))
        #expect(Shell.run(["eval", "--at", note + "#A", "g=3"]).output.hasSuffix("100 g^t = 900\n"))
        let answer = try JSONValue(parsing: Shell.run(["eval", "--at", note + "#g", "--format", "json"]).output)
        #expect(answer["value"] == 1.5 && answer["sample"]?["r"] == 0.5 && answer["latex"] == "1 + r")
        #expect(Shell.run(["eval", "--at", note + ":1"]).code == 2)
        #expect(Shell.run(["eval", "--at", note + "#q"]).errors.contains("no formula stands there"))
    }
}

@Suite struct ArrayFileTests {
    private static let folder = Fixtures.packageRoot + "/Tests/Reference/eval/arrays/"

    /// Against NumPy: Tests/Reference/eval/arrays.py.
    @Test func readsArraysOfNumPy() throws {
        guard case .object(let cases) = try Fixtures.reference("eval/arrays.json") else {
            Issue.record("arrays.json is no object")
            return
        }
        #expect(cases.count == 12)
        for (name, expected) in cases {
            let result = Shell.run(["eval", "x", "x=@\(Self.folder)\(name).npy", "--format", "json"])
            let answer = try JSONValue(parsing: result.output)
            #expect(answer["shape"] == expected["shape"], "\(name)")
            #expect(NotationTests.isClose(answer["value"] ?? .null, try #require(expected["value"])), "\(name): \(result.output)")
        }
    }

    @Test(arguments: [
        ("complex", "'<c16'"), ("text", "'<U1'"), ("records", "records"), ("cut", "5 of 6"), ("header", "ends in its header"),
        ("more", "8 bytes stand behind"), ("magic", "no .npy file"), ("version", "version 9"), ("shape", "the shape holds"),
    ])
    func refusesOtherFiles(name: String, message: String) {
        let result = Shell.run(["eval", "x", "x=@\(Self.folder)bad-\(name).npy"])
        #expect(result.code == 2)
        #expect(result.errors.contains(message), "\(name): \(result.errors)")
    }

    @Test func keepsToTheLimit() {
        let words = ["eval", "x", "x=@\(Self.folder)cube-fortran.npy", "--max-elements", "5"]
        #expect(Shell.run(words).errors.contains("24 elements, and the limit is 5"))
    }
}

extension String {
    fileprivate func components(of letter: Character) -> [Substring] { split(separator: letter, omittingEmptySubsequences: false) }
}
