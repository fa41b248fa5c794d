import Glibc
import TestSupport
import Testing

/// The site is the same bytes wherever, however and however often it is built, and it is the one that is committed.
@Suite struct DeterminismTests {
    /// The program that was built with these tests; `nil` where it is somewhere else.
    private static let program: String? = {
        guard let bundle = CommandLine.arguments.first, let slash = bundle.lastIndex(of: "/") else { return nil }
        let path = String(bundle[..<slash]) + "/gloss"
        return access(path, X_OK) == 0 ? path : nil
    }()

    /// Path and bytes of every file below a folder, the manifest included.
    private static func content(of folder: String) -> [String: [UInt8]] {
        var out: [String: [UInt8]] = [:]
        var pending = [""]
        while let relative = pending.popLast() {
            let path = relative.isEmpty ? folder : folder + "/" + relative
            guard let directory = opendir(path) else { continue }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
                if name == "." || name == ".." { continue }
                let below = relative.isEmpty ? name : relative + "/" + name
                if let bytes = Fixtures.bytes(absolute: folder + "/" + below) { out[below] = bytes } else { pending.append(below) }
            }
        }
        return out
    }

    private static func differences(_ a: [String: [UInt8]], _ b: [String: [UInt8]]) -> [String] {
        Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
    }

    @Test func theCommittedSiteIsWhatTheNotesGive() throws {
        let folder = try TemporaryFolder()
        let result = Shell.run(["build", Fixtures.packageRoot + "/notes", "-o", folder.path + "/site"])
        #expect(result.code == 0, "\(result.errors)")
        let built = Self.content(of: folder.path + "/site")
        let committed = Self.content(of: Fixtures.packageRoot + "/site")
        #expect(!built.isEmpty)
        #expect(Self.differences(built, committed) == [], "run make site and commit site/")
    }

    @Test func jobsAndOrderOfFilesDoNotMatter() throws {
        let folder = try TemporaryFolder()
        let names = Fixtures.names(in: "notes").filter { $0.hasSuffix(".md") }
        #expect(names.count >= 2)
        // Written in opposite orders, so that the folder lists them differently.
        for name in names { folder.write("a/notes/" + name, try #require(Fixtures.bytes("notes/" + name))) }
        for name in names.reversed() { folder.write("b/notes/" + name, try #require(Fixtures.bytes("notes/" + name))) }
        for (root, jobs) in [("a", "1"), ("b", "4")] {
            let base = folder.path + "/" + root
            #expect(Shell.run(["build", base + "/notes", "-o", base + "/site", "--jobs", jobs]).code == 0)
        }
        let a = Self.content(of: folder.path + "/a/site")
        #expect(!a.isEmpty)
        #expect(Self.differences(a, Self.content(of: folder.path + "/b/site")) == [])
    }

    @Test(.enabled(if: program != nil, "the program is not beside the tests"), arguments: ["Nehalem", "Haswell", "Prescott"])
    func theProcessorDoesNotMatter(core: String) throws {
        let program = try #require(Self.program)
        let folder = try TemporaryFolder()
        let code = Self.run(
            [program, "build", Fixtures.packageRoot + "/notes", "-o", folder.path + "/site"],
            environment: ["OPENBLAS_CORETYPE=\(core)", "OPENBLAS_NUM_THREADS=3", "LC_ALL=C", "TZ=Asia/Tokyo"])
        #expect(code == 0)
        let built = Self.content(of: folder.path + "/site")
        #expect(!built.isEmpty)
        #expect(Self.differences(built, Self.content(of: Fixtures.packageRoot + "/site")) == [])
    }

    private static func run(_ words: [String], environment: [String]) -> Int32 {
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for word in arguments + variables { free(word) } }
        var process: pid_t = 0
        guard posix_spawn(&process, words[0], nil, nil, &arguments, &variables) == 0 else { return -1 }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
    }
}
