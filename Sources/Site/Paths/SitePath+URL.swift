import Checks
import Source

extension SitePath {
    /// A name as a file may have it everywhere: no control character, none that file systems reserve, no point first.
    static func safeComponent(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in TextFolding.nfc(name).unicodeScalars {
            let isReserved = scalar.value < 0x20 || scalar.value == 0x7F || "\\/:*?\"<>|".unicodeScalars.contains(scalar)
            scalars.append(isReserved || scalars.isEmpty && scalar == "." ? "-" : scalar)
        }
        // Longer ones do not fit into a directory's entry.
        var text = String(scalars)
        if text.utf8.count > 120 { text = String(text.prefix(30)) + "-" + ShortHash.of(name) }
        return text.isEmpty ? "-" : text
    }

    /// The path of a page or a copied file for `path` below the notes: NFC, no control characters, which no list of
    /// names by lines could hold, and room for an ending in every component.
    static func published(_ path: String) -> String {
        path.split(separator: "/").map { component in
            var scalars = String.UnicodeScalarView()
            for scalar in TextFolding.nfc(String(component)).unicodeScalars {
                scalars.append(scalar.properties.generalCategory == .control ? "-" : scalar)
            }
            guard scalars.count > 60, String(scalars).utf8.count > 220 else { return String(scalars) }
            return String(String.UnicodeScalarView(scalars.prefix(50))) + "-" + ShortHash.of(String(component))
        }.joined(separator: "/")
    }

    /// `path` as part of a URL: all but unreserved characters and `/` as `%XX`.
    static func encoded(_ path: String) -> String {
        var out = ByteBuffer(capacity: path.utf8.count)
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                out.append(byte: byte)
            default:
                out.append(byte: UInt8(ascii: "%"))
                out.append(byte: hexDigit(byte >> 4))
                out.append(byte: hexDigit(byte & 15))
            }
        }
        return out.string
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// The URL of `target` as a page at `page` refers to it.
    static func relative(from page: String, to target: String) -> String {
        let from = page.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let to = target.split(separator: "/", omittingEmptySubsequences: false)
        var shared = 0
        while shared < from.count, shared < to.count - 1, from[shared] == to[shared] { shared += 1 }
        let up = String(repeating: "../", count: from.count - shared)
        return up + encoded(to[shared...].joined(separator: "/"))
    }
}
