import GlossCommand
import Glibc
import TestSupport
import Testing

@Suite struct BuildTests {
    private static let note = """
        # 笔记

        $$
        \\sigma(x) = \\frac{1}{1 + e^{-x}}
        $$

        ![图](图/a.png)
        """

    private func project() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        folder.write("notes/笔记.md", Self.note)
        folder.write("notes/deep/other.markdown", "# Other\n\n$x^2$\n")
        folder.write("notes/.hidden/no.md", "# No\n")
        folder.write("notes/图/a.png", [0x89, 0x50, 0x4E, 0x47])
        return folder
    }

    @Test func writesASite() throws {
        let folder = try project()
        let result = Shell.run(["build", folder.path + "/notes", "-o", folder.path + "/site"])
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("notes     2\n"))
        #expect(result.output.hasSuffix("open \(folder.path)/site/index.html\n"))
        #expect(folder.read("site/index.html")?.hasPrefix("<!DOCTYPE html>") == true)
        #expect(folder.read("site/笔记.html")?.contains("<math") == true)
        #expect(folder.read("site/deep/other.html") != nil)
        #expect(folder.read("site/图/a.png") != nil)
        #expect(folder.read("site/.hidden/no.html") == nil)
        let manifest = try #require(folder.read("site/.gloss-manifest")).split(separator: "\n")
        #expect(manifest.contains("index.html"))
        #expect(manifest == manifest.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    @Test func replacesAnEarlierSite() throws {
        let folder = try project()
        #expect(Shell.run(["build", folder.path + "/notes", "-o", folder.path + "/site"]).code == 0)
        unlink(folder.path + "/notes/deep/other.markdown")
        #expect(Shell.run(["build", folder.path + "/notes/", "-o", folder.path + "/site/"]).code == 0)
        #expect(folder.read("site/deep/other.html") == nil)
        #expect(Fixtures.isMissing(folder.path, named: "site.gloss"))
    }

    @Test func keepsForeignFilesOnlyWithForce() throws {
        let folder = try project()
        folder.write("site/mine.txt", "keep me")
        let refused = Shell.run(["build", folder.path + "/notes", "-o", folder.path + "/site"])
        #expect(refused.code == 2)
        #expect(refused.errors.contains("mine.txt"))
        #expect(folder.read("site/index.html") == nil)
        let forced = Shell.run(["build", folder.path + "/notes", "-o", folder.path + "/site", "--force"])
        #expect(forced.code == 0)
        #expect(folder.read("site/mine.txt") == "keep me")
        #expect(folder.read("site/index.html") != nil)
    }

    @Test func leavesTheOutputOutOfTheNotes() throws {
        let folder = try project()
        for _ in 0..<2 {
            let result = Shell.run(["build", folder.path + "/notes", "-o", folder.path + "/notes/site"])
            #expect(result.code == 0)
            #expect(result.output.contains("notes     2\n"))
            folder.write("notes/site/README.md", "# inside the output\n")
            unlink(folder.path + "/notes/site/README.md")
        }
    }

    @Test func neverWritesOverTheNotes() throws {
        let folder = try project()
        #expect(Shell.run(["build", folder.path + "/notes", "-o", folder.path]).code == 2)
        #expect(Shell.run(["build", folder.path + "/notes", "-o", folder.path + "/notes", "--force"]).code == 2)
        #expect(folder.read("notes/笔记.md") == Self.note)
    }

    @Test func copiesNothingThroughLinks() throws {
        let folder = try project()
        folder.write("secret.png", "secret")
        folder.write("notes/a.md", "![x](link.png) ![y](../secret.png) ![z](linked/secret.png)\n")
        symlink(folder.path + "/secret.png", folder.path + "/notes/link.png")
        symlink(folder.path, folder.path + "/notes/linked")
        #expect(Shell.run(["build", folder.path + "/notes", "-o", folder.path + "/site"]).code == 0)
        #expect(folder.read("site/link.png") == nil)
        #expect(folder.read("site/secret.png") == nil)
        #expect(folder.read("site/linked/secret.png") == nil)
    }

    @Test func strangeNamesLoseNoNote() throws {
        let folder = try TemporaryFolder()
        // The same word in two normal forms, a line break, and more bytes than a page's name may have with its ending.
        for name in ["cafe\u{301}", "caf\u{E9}", "a\nb", "a?b*", String(repeating: "长", count: 83)] {
            folder.write("notes/\(name).md", "# \(name.count)\n")
        }
        for _ in 0..<2 {
            let result = Shell.run(["build", folder.path + "/notes", "-o", folder.path + "/site"])
            #expect(result.code == 0, "\(result.errors)")
            #expect(result.output.contains("notes     5\n"))
        }
        let manifest = try #require(folder.read("site/.gloss-manifest")).split(separator: "\n")
        let pages = manifest.filter { $0.hasSuffix(".html") && !$0.contains("/") }
        #expect(pages.count == 5 + 4, "with commands, index, ledger and search: \(pages)")
    }

    @Test func aNameThatIsNoTextIsReported() throws {
        let folder = try TemporaryFolder()
        folder.write("notes/a.md", "# a\n")
        let bytes: [UInt8] = Array((folder.path + "/notes/b").utf8) + [0xFF] + Array(".md".utf8) + [0]
        let name = bytes.map { CChar(bitPattern: $0) }
        let file = try #require(fopen(name, "w"))
        fclose(file)
        defer { unlink(name) }
        let result = Shell.run(["check", folder.path + "/notes"])
        #expect((result.output + result.errors).contains("not UTF-8"))
        #expect(result.code == 1)
    }

    @Test func refusesTheRootAtOnce() throws {
        let folder = try project()
        #expect(Shell.run(["build", folder.path + "/notes", "-o", "/"]).code == 2)
    }

    @Test func strictFailsOnErrors() throws {
        let folder = try project()
        folder.write("notes/bad.md", "$\\frac{a}$\n")
        #expect(Shell.run(["build", folder.path + "/notes", "-o", folder.path + "/site"]).code == 0)
        let strict = Shell.run(["build", folder.path + "/notes", "-o", folder.path + "/site", "--strict"])
        #expect(strict.code == 1)
        #expect(strict.errors.contains("error[L002]"))
    }
}

extension Fixtures {
    /// Whether no entry of `folder` begins with `prefix`.
    static func isMissing(_ folder: String, named prefix: String) -> Bool {
        guard let directory = opendir(folder) else { return false }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name.hasPrefix(prefix) { return false }
        }
        return true
    }
}
