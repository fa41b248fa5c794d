/// Decoding of UTF-8 by hand, without `String`.
public enum UTF8Decoder {
    /// The scalar that starts at `index` and its length in bytes. On bytes that are not UTF-8: U+FFFD, length 1.
    @inlinable
    public static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
        let first = bytes[index]
        if first < 0x80 { return (UInt32(first), 1) }
        let left = bytes.count - index
        func tail(_ k: Int) -> UInt32? {
            let byte = bytes[index + k]
            return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
        }
        if first >= 0xC2, first < 0xE0, left >= 2, let a = tail(1) {
            return (UInt32(first & 0x1F) << 6 | a, 2)
        }
        if first >= 0xE0, first < 0xF0, left >= 3, let a = tail(1), let b = tail(2) {
            let value = UInt32(first & 0x0F) << 12 | a << 6 | b
            if value >= 0x800, !(0xD800..<0xE000).contains(value) { return (value, 3) }
        }
        if first >= 0xF0, first < 0xF5, left >= 4, let a = tail(1), let b = tail(2), let c = tail(3) {
            let value = UInt32(first & 0x07) << 18 | a << 12 | b << 6 | c
            if value >= 0x10000, value < 0x110000 { return (value, 4) }
        }
        return (0xFFFD, 1)
    }

    @inlinable
    public static func scalar(in bytes: [UInt8], at index: Int) -> (scalar: UInt32, length: Int) {
        bytes.withUnsafeBufferPointer { scalar(in: $0, at: index) }
    }

    /// The offset of the first byte that is not part of valid UTF-8, or `nil`.
    public static func firstInvalid(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { p in
            var i = 0
            while i < p.count {
                if p[i] < 0x80 {
                    i += 1
                    continue
                }
                let (_, length) = scalar(in: p, at: i)
                if length == 1 { return i }
                i += length
            }
            return nil
        }
    }
}
