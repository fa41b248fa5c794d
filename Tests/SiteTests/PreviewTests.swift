import Glibc
import Source
import Testing

@testable import Site

/// Writes the sample site to the folder that `SITE_PREVIEW` names, to be looked at.
@Suite struct PreviewTests {
    @Test(.enabled(if: getenv("SITE_PREVIEW") != nil, "SITE_PREVIEW names no folder"))
    func writesTheSampleSite() throws {
        let folder = try #require(getenv("SITE_PREVIEW").map { String(cString: $0) })
        for file in SampleLedger.build().files {
            try write(file.bytes, to: folder + "/" + file.path)
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        var parent = ""
        for part in path.split(separator: "/").dropLast() {
            parent += "/" + part
            mkdir(parent, 0o755)
        }
        let file = try #require(fopen(path, "w"))
        defer { fclose(file) }
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }
}
