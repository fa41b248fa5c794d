/// FNV-1a of 64 bits: seeds samples by content, so that moving a formula changes nothing elsewhere.
struct ContentHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }

    /// The hash of LaTeX without its blanks.
    static func ofLaTeX(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = ContentHash()
        hash.add(bytes.lazy.filter { $0 > 0x20 })
        return hash.value
    }

    static func of(_ text: String) -> UInt64 {
        var hash = ContentHash()
        hash.add(text.utf8)
        return hash.value
    }
}
