import GlossCommand
import TestSupport
import Testing

@Suite struct UsageTests {
    @Test(arguments: [
        ([], 2, "Usage: gloss COMMAND"), (["chekc"], 2, "did you mean gloss check?"), (["render", "--dispaly"], 2, "--display"),
        (["check", "--format", "xml"], 2, "--format is one of"), (["check", "--format"], 2, "needs a value"),
        (["check", "--shard", "3/2"], 2, "--shard takes I/N"), (["check", "--shard", "0/2"], 2, "--shard takes I/N"),
        (["check", "--shard", "1"], 2, "--shard takes I/N"), (["eval", "x", "--max-steps", "0"], 2, "--max-steps takes"),
        (["eval", "x", "--max-seconds", "soon"], 2, "--max-seconds takes"),
        (["check", "--jobs", "0"], 2, "--jobs takes"), (["check", "nowhere-at-all"], 2, "no such file or folder"),
        (["build"], 2, "NOTES is missing"), (["build", "notes"], 2, "-o OUT is missing"), (["explain", "V01"], 2, "did you mean"),
        (["build", "nowhere-at-all", "-o", "x"], 2, "no such folder"),
    ] as [([String], Int32, String)])
    func saysWhatIsWrong(words: [String], code: Int32, message: String) {
        let result = Shell.run(words)
        #expect(result.code == code)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test func printsHelpForEveryCommand() {
        let overview = Shell.run(["help"])
        #expect(overview.code == 0)
        for name in ["build", "check", "eval", "render", "catalogue", "explain", "help"] {
            #expect(overview.output.contains("  \(name) "))
            let page = Shell.run(["help", name])
            #expect(page.code == 0)
            #expect(page.output.hasPrefix("gloss \(name): "))
            #expect(Shell.run([name, "--help"]).output == page.output)
        }
    }

    @Test func printsTheVersion() { #expect(Shell.run(["--version"]).output == "gloss \(Gloss.version)\n") }

    @Test func explainsEveryCode() {
        let list = Shell.run(["explain"])
        #expect(list.code == 0)
        #expect(list.output.contains("V001"))
        let page = Shell.run(["explain", "wrong-value"])
        #expect(page.code == 0)
        #expect(page.output.hasPrefix("V001 wrong-value (error)\n"))
    }
}
