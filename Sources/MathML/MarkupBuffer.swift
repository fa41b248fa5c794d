import Source

/// Output of the writer: bytes that grow, without the reference counts and checks of an array.
///
/// Pieces are mostly literals of known length, whose copies compile to a few stores.
struct MarkupBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 1024) {
        self.capacity = max(capacity, 64)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    mutating func removeAll() { count = 0 }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append($0) }
    }

    @inline(__always)
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard let source = text.baseAddress else { return }
        reserve(text.count)
        (start + count).update(from: source, count: text.count)
        count &+= text.count
    }

    @inline(__always)
    mutating func append(byte: UInt8) {
        reserve(1)
        start[count] = byte
        count &+= 1
    }

    /// UTF-8 of a scalar; U+FFFD for what is none.
    @inline(__always)
    mutating func append(scalar: UInt32) {
        reserve(4)
        let end = start + count
        if scalar < 0x80 {
            end[0] = UInt8(truncatingIfNeeded: scalar)
            count &+= 1
        } else if scalar < 0x800 {
            end[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
            end[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            count &+= 2
        } else if scalar < 0x10000, scalar & 0xF800 != 0xD800 {
            end[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
            end[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
            end[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            count &+= 3
        } else if scalar >= 0x10000, scalar < 0x110000 {
            end[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
            end[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
            end[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
            end[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            count &+= 4
        } else {
            append("\u{FFFD}")
        }
    }

    mutating func append(integer: Int) {
        if integer < 0 { append(byte: UInt8(ascii: "-")) }
        var rest = integer.magnitude
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        withUnsafeMutableBytes(of: &digits) { digits in
            var first = digits.count
            repeat {
                first -= 1
                digits[first] = 0x30 + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            append(UnsafeBufferPointer(rebasing: UnsafeRawBufferPointer(digits).bindMemory(to: UInt8.self)[first...]))
        }
    }

    mutating func append(string: String) {
        var string = string
        string.withUTF8 { append($0) }
    }

    mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    /// Text for an element or a quoted attribute.
    mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var first = 0
        var place = 0
        while place < text.count {
            guard let escaped = MarkupEscape.replacement(of: text[place]) else {
                place += 1
                continue
            }
            append(UnsafeBufferPointer(rebasing: text[first..<place]))
            append(escaped)
            place += 1
            first = place
        }
        append(UnsafeBufferPointer(rebasing: text[first..<place]))
    }

    @inline(__always)
    private mutating func reserve(_ extra: Int) {
        if capacity &- count < extra { grow(extra) }
    }

    @inline(never)
    private mutating func grow(_ extra: Int) {
        capacity = max(capacity * 2, count + extra)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        grown.update(from: start, count: count)
        start.deallocate()
        start = grown
    }
}
