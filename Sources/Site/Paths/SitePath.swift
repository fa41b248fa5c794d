import Source

/// Paths of the site: below the output folder, with `/`, in NFC.
enum SitePath {
    /// `path` without `.` and empty components; `nil` where `..` leaves the folder.
    static func normalized(_ path: String) -> String? {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." {
                if parts.popLast() == nil { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    /// The folder of `path` with its slash, empty at the top.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(path[...slash])
    }

    static func lastComponent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }

    /// The extension in lower case without its point, empty where there is none.
    static func fileExtension(of path: String) -> String {
        let name = lastComponent(of: path)
        guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")), point != name.startIndex else { return "" }
        return String(name[name.utf8.index(after: point)...]).lowercased()
    }

    static func withoutExtension(_ path: String) -> String {
        let suffix = fileExtension(of: path)
        return suffix.isEmpty ? path : String(path.dropLast(suffix.count + 1))
    }

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

    /// `%XX` resolved; what does not decode stays as it is.
    static func decoded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.count, let high = hexValue(bytes[i + 1]),
                let low = hexValue(bytes[i + 2])
            {
                out.append(high << 4 | low)
                i += 3
            } else {
                out.append(bytes[i])
                i += 1
            }
        }
        return UTF8Decoder.firstInvalid(in: out) == nil ? String(decoding: out, as: UTF8.self) : text
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
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

    /// What names are compared by: equal strings are equal after NFC and case folding.
    static func foldedKey(_ path: String) -> String { TextFolding.nfc(path.lowercased()) }
}
