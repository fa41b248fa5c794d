/// File names as URI references.
public enum URIText {
    /// A relative path as a relative reference, an absolute one as a `file:` URI; bytes that RFC 3986 reserves are
    /// percent-encoded, `/` kept.
    public static func reference(toFile path: String) -> String {
        var out = path.hasPrefix("/") ? "file://" : ""
        // `a:b` at the front would read as a scheme.
        let firstSegment = path.utf8.prefix { $0 != UInt8(ascii: "/") }
        if firstSegment.contains(UInt8(ascii: ":")) { out += "./" }
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                out += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return out
    }
}
