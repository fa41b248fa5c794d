/// A half-open range of byte offsets into one buffer of UTF-8.
///
/// Offsets are 32-bit: every buffer that Gloss reads is limited to a few MiB before a range into it exists.
public struct ByteRange: Hashable, Sendable, BitwiseCopyable {
    public var start: UInt32
    public var end: UInt32

    @inlinable
    public init(_ start: Int, _ end: Int) {
        self.start = UInt32(truncatingIfNeeded: max(0, start))
        self.end = UInt32(truncatingIfNeeded: max(max(0, start), end))
    }

    @inlinable
    public init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

    @inlinable
    public static func empty(at offset: Int) -> ByteRange { ByteRange(offset, offset) }

    @inlinable public var lower: Int { Int(start) }
    @inlinable public var upper: Int { Int(end) }
    @inlinable public var count: Int { Int(end) - Int(start) }
    @inlinable public var isEmpty: Bool { start == end }
    @inlinable public var range: Range<Int> { lower..<upper }

    @inlinable
    public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }

    @inlinable
    public func contains(_ offset: Int) -> Bool { lower <= offset && offset < upper }

    /// The smallest range that holds both.
    @inlinable
    public func union(_ other: ByteRange) -> ByteRange {
        ByteRange(min(lower, other.lower), max(upper, other.upper))
    }

    /// The same range, `offset` bytes further on.
    @inlinable
    public func shifted(by offset: Int) -> ByteRange { ByteRange(lower + offset, upper + offset) }

    /// The part of the range that lies in a buffer of `count` bytes.
    @inlinable
    public func clamped(to count: Int) -> ByteRange { ByteRange(min(lower, count), min(upper, count)) }
}

extension ByteRange: Comparable {
    /// Orders by start, then the longer (outer) range first.
    @inlinable
    public static func < (a: ByteRange, b: ByteRange) -> Bool {
        a.start != b.start ? a.start < b.start : a.end > b.end
    }
}

extension ByteRange: CustomStringConvertible {
    public var description: String { "\(start)..<\(end)" }
}
