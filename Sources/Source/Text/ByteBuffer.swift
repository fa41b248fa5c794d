/// UTF-8 output that grows: what the renderers write to.
public struct ByteBuffer: Sendable {
    public var bytes: [UInt8] = []

    public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    public var string: String { String(decoding: bytes, as: UTF8.self) }

    @inlinable
    public mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    @inlinable
    public mutating func append(string: String) { bytes.append(contentsOf: string.utf8) }

    @inlinable
    public mutating func append(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

    @inlinable
    public mutating func append(byte: UInt8) { bytes.append(byte) }

    @inlinable
    public mutating func append(scalar: UInt32) {
        if scalar < 0x80 {
            bytes.append(UInt8(scalar))
        } else if scalar < 0x800 {
            bytes.append(UInt8(0xC0 | scalar >> 6))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        } else if scalar < 0x10000 {
            bytes.append(UInt8(0xE0 | scalar >> 12))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        } else if scalar < 0x110000 {
            bytes.append(UInt8(0xF0 | scalar >> 18))
            bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        } else {
            append("\u{FFFD}")
        }
    }

    @inlinable
    public mutating func append(integer: Int) { append(string: String(integer)) }

    /// Appends text for an HTML or XML element or a double-quoted attribute: `&`, `<`, `>`, `"` and `'` escaped,
    /// control characters that XML forbids replaced by U+FFFD.
    public mutating func append(escaping text: some Sequence<UInt8>) {
        if text.withContiguousStorageIfAvailable({ appendEscaped($0) }) == nil {
            Array(text).withUnsafeBufferPointer { appendEscaped($0) }
        }
    }

    public mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { appendEscaped($0) }
    }

    /// Runs that need no escape are copied whole: they are nearly all of a page.
    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var place = 0
        while place < text.count {
            guard let escaped = MarkupEscape.replacement(of: text[place]) else {
                place += 1
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
            append(escaped)
            place += 1
            start = place
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
    }
}
