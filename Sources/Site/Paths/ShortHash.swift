enum ShortHash {
    /// FNV-1a of the bytes, six hexadecimal digits: short, stable names.
    static func of(_ text: String) -> String {
        var hash: UInt32 = 2_166_136_261
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        let digits = String(hash & 0xFF_FFFF, radix: 16)
        return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    }
}
