import Source
import TestSupport
import Testing

/// The rules of ARCHITECTURE.md that the compiler does not check.
@Suite struct ArchitectureTests {
    /// What a target names; it may also import whatever those reach.
    private static let named: [String: [String]] = [
        "gloss": ["GlossCommand", "Catalogue"],
        "GlossCommand": ["Site", "Checks", "MathML", "CPlatform"],
        "Site": ["Checks", "MathML", "CAssets"],
        "Checks": ["Markdown", "Formulas", "Snippets", "Catalogue"],
        "Catalogue": ["DeepLearning"],
        "Snippets": ["DeepLearning"],
        "DeepLearning": ["Tensors"],
        "Formulas": ["LaTeX", "Tensors"],
        "Tensors": ["Source", "CLAPACK", "CKernels"],
        "MathML": ["LaTeX"],
        "LaTeX": ["Source"],
        "Markdown": ["Source", "CCMark", "CYAML", "CTOML"],
        "Source": [],
    ]
    /// Modules of the toolchain.
    private static let platform: Set<String> = ["Glibc", "Synchronization"]

    private static func reachable(_ target: String) -> Set<String> {
        var out: Set<String> = []
        var pending = named[target] ?? []
        while let next = pending.popLast() {
            if out.insert(next).inserted { pending += named[next] ?? [] }
        }
        return out
    }

    private static func swiftFiles(below folder: String) -> [String] {
        Fixtures.names(in: folder).flatMap { name -> [String] in
            let path = folder + "/" + name
            if name.hasSuffix(".swift") { return [path] }
            return name.contains(".") ? [] : swiftFiles(below: path)
        }
    }

    @Test(arguments: named.keys.sorted())
    func importsOnlyWhatStandsBelow(target: String) throws {
        let files = Self.swiftFiles(below: "Sources/" + target)
        #expect(!files.isEmpty)
        let allowed = Self.reachable(target).union(Self.platform)
        for file in files {
            let text = try #require(Fixtures.text(file))
            for line in text.split(separator: "\n") 
            where line.hasPrefix("import ") || line.hasPrefix("private import ") || line.hasPrefix("package import ") {
                let module = String(line.split(separator: " ").last ?? "")
                #expect(allowed.contains(module), "\(file) imports \(module)")
            }
        }
    }

    @Test func noTypeHasTheNameOfItsModule() throws {
        for target in Self.named.keys {
            for file in Self.swiftFiles(below: "Sources/" + target) {
                let text = try #require(Fixtures.text(file))
                for word in ["struct", "enum", "class", "actor", "protocol"] {
                    for end in [" ", ":", "<"] {
                        #expect(!text.contains("\(word) \(target)\(end)"), "\(file)")
                    }
                }
            }
        }
    }
}
