import Glibc
import GlossCommand
import Source
import TestSupport
import Testing

/// Bad input gets a finding or a one-line error with its place and the right exit code, and the other notes are built.
@Suite(.timeLimit(.minutes(10))) struct HostileInputTests {
    private static let sound = "# Sound\n\n$$\n1 + 1 = 2\n$$\n"

    @Test(arguments: HostileInput.files) func findsAndGoesOn(_ input: HostileInput) throws {
        let folder = try TemporaryFolder()
        folder.write("notes/bad.md", input.bytes)
        folder.write("notes/sound.md", Self.sound)

        let check = Shell.run(["check", "--format", "json", folder.path + "/notes"])
        let ledger = try JSONValue(parsing: check.output)
        let findings = try #require(ledger["findings"]?.elements)
        let places = findings.compactMap(Self.place)
        #expect(places.count == findings.count)
        #expect(places.allSatisfy { $0.file == folder.path + "/notes/bad.md" }, "the sound note has no finding")
        if input.anyOf.isEmpty {
            // A hostile but harmless note: whatever is said must be said, nothing is asked for.
            #expect(check.code == (findings.contains { $0["severity"]?.string == "error" } ? 1 : 0))
        } else {
            #expect(
                places.contains { input.anyOf.contains($0.code) || input.anyOf.contains("\($0.code) \($0.position)") },
                "\(places.map { "\($0.code) \($0.position)" })")
            #expect(check.code == input.exitCode, "\(check.errors)")
        }

        let build = Shell.run(["build", folder.path + "/notes", "-o", folder.path + "/site"])
        #expect(build.code == 0, "\(build.errors)")
        #expect(folder.read("site/sound.html")?.contains("<math") == true)
        #expect(folder.read("site/index.html") != nil)
    }

    @Test func aMissingFolderIsAnErrorInOneLine() throws {
        let folder = try TemporaryFolder()
        for command in [["check"], ["build", "-o", folder.path + "/site"]] {
            let result = Shell.run(command + [folder.path + "/none"])
            #expect(result.code == 2)
            #expect(result.output.isEmpty)
            #expect(result.errors.split(separator: "\n").first?.contains(folder.path + "/none") == true)
            #expect(folder.read("site/index.html") == nil)
        }
    }

    @Test func anUnreadableNoteIsAFinding() throws {
        let folder = try TemporaryFolder()
        chmod(folder.path, 0o777)
        folder.write("notes/closed.md", "# Closed\n")
        folder.write("notes/sound.md", Self.sound)
        chmod(folder.path + "/notes/closed.md", 0)
        let (check, build) = try Unprivileged.run {
            (
                Shell.run(["check", folder.path + "/notes", "--jobs", "1"]),
                Shell.run(["build", folder.path + "/notes", "-o", folder.path + "/site", "--jobs", "1"])
            )
        }
        #expect(check.code == 1)
        #expect(check.output.contains("M001"))
        #expect(check.output.contains("closed.md:1:1"))
        #expect(build.code == 0, "\(build.errors)")
        #expect(folder.read("site/sound.html")?.contains("<math") == true)
    }

    @Test func anUnreadableFolderIsNoCrash() throws {
        let folder = try TemporaryFolder()
        chmod(folder.path, 0o777)
        folder.write("notes/closed/a.md", "# Closed\n")
        folder.write("notes/sound.md", Self.sound)
        chmod(folder.path + "/notes/closed", 0)
        let check = try Unprivileged.run { Shell.run(["check", folder.path + "/notes", "--jobs", "1"]) }
        #expect(check.code == 1 || check.code == 2)
        #expect((check.output + check.errors).contains("notes/closed"))
    }

    @Test(arguments: ["title: [a", "limits: {steps: -1}", "nonsense: 1", String(repeating: "{", count: 100_000), "\0", "- 1\n"])
    func badSettingsAreFindings(_ settings: String) throws {
        let folder = try TemporaryFolder()
        folder.write("notes/gloss.yaml", settings)
        folder.write("notes/sound.md", Self.sound)
        let check = Shell.run(["check", folder.path + "/notes"])
        #expect(check.output.contains("gloss.yaml:1:") || check.output.contains("gloss.yaml:2:"), "\(check.output.prefix(400))")
        let build = Shell.run(["build", folder.path + "/notes", "-o", folder.path + "/site"])
        #expect(build.code == 0, "\(build.errors)")
        #expect(folder.read("site/sound.html")?.contains("<math") == true)
    }

    @Test func linksAreNotFollowedOutOfTheFolder() throws {
        let folder = try TemporaryFolder()
        folder.write("secret.md", "# Secret\n\n$\\nonsense$\n")
        folder.write("notes/sound.md", Self.sound + "\n![a](../secret.md) ![b](link.png)\n")
        symlink("../secret.md", folder.path + "/notes/link.md")
        symlink("../secret.md", folder.path + "/notes/link.png")
        symlink(".", folder.path + "/notes/loop")
        let build = Shell.run(["build", folder.path + "/notes", "-o", folder.path + "/site"])
        #expect(build.code == 0, "\(build.errors)")
        #expect(!build.errors.contains("L001"))
        #expect(folder.read("site/link.html") == nil)
        #expect(folder.read("site/link.png") == nil)
    }

    private static func place(_ finding: JSONValue) -> (code: String, position: String, file: String)? {
        guard let code = finding["code"]?.string, let file = finding["file"]?.string,
            let line = finding["line"]?.double, let column = finding["column"]?.double
        else { return nil }
        return (code, "\(Int(line)):\(Int(column))", file)
    }
}

/// Runs a body with the rights of nobody on files, also where the tests run as root, to whom every file is readable.
private enum Unprivileged {
    struct Unavailable: Error {}

    static func run<Result>(_ body: () -> Result) throws -> Result {
        guard geteuid() == 0 else { return body() }
        // Linux: changes the rights of this thread, and of threads that it starts.
        guard let symbol = dlsym(nil, "setfsuid") else { throw Unavailable() }
        let setfsuid = unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self)
        let before = UInt32(bitPattern: setfsuid(65534))
        defer { _ = setfsuid(before) }
        return body()
    }
}
