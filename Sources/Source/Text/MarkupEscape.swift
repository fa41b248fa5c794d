/// Text in an HTML or XML element or in a quoted attribute.
public enum MarkupEscape {
    /// What stands for a byte; `nil` where it stands for itself. Control characters that XML forbids become U+FFFD.
    @inlinable
    public static func replacement(of byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: "\u{FFFD}"
        default: nil
        }
    }
}
