/// Reads the hexadecimal numbers and signs of `UnicodeTables`.
struct TableReader {
    private let text: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// A static string lives as long as the program does.
    init(_ text: StaticString) { self.text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) }

    mutating func number() -> UInt32? {
        while index < text.count, text[index] == 0x20 || text[index] == 0x0A { index += 1 }
        var value: UInt32 = 0
        let start = index
        while index < text.count {
            let byte = text[index]
            if byte >= 0x30, byte <= 0x39 {
                value = value << 4 | UInt32(byte - 0x30)
            } else if byte >= 0x61, byte <= 0x66 {
                value = value << 4 | UInt32(byte - 0x57)
            } else {
                break
            }
            index += 1
        }
        return index > start ? value : nil
    }

    mutating func take(_ sign: UInt8) -> Bool {
        guard index < text.count, text[index] == sign else { return false }
        index += 1
        return true
    }
}
