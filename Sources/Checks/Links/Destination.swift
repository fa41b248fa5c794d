import Source

/// The parts of a link's destination.
package struct Destination: Sendable {
    /// Without query and fragment.
    package var path: String
    /// After the first `#`, as written.
    package var fragment: String?

    package init(_ text: String) {
        let bytes = text.utf8
        if let hash = bytes.firstIndex(of: UInt8(ascii: "#")) {
            path = Self.withoutQuery(String(text[..<hash]))
            fragment = String(text[bytes.index(after: hash)...])
        } else {
            path = Self.withoutQuery(text)
            fragment = nil
        }
    }

    private static func withoutQuery(_ path: String) -> String {
        path.utf8.firstIndex(of: UInt8(ascii: "?")).map { String(path[..<$0]) } ?? path
    }

    /// The scheme in lower case. Browsers drop control characters and blanks inside of one, so they do not hide it.
    package static func scheme(of destination: String) -> String? {
        var scheme = ""
        for scalar in destination.unicodeScalars {
            switch scalar {
            case ":": return scheme.isEmpty ? "invalid" : scheme.lowercased()
            case "a"..."z", "A"..."Z", "0"..."9", "+", "-", ".": scheme.unicodeScalars.append(scalar)
            case _ where scalar.value <= 0x20 || scalar.value == 0x7F: continue
            case "/", "?", "#": return nil
            // A colon after such a character is part of a relative path; it is written as %3A.
            default: return nil
            }
        }
        return nil
    }
}
