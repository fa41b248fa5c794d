/// Maps offsets of a derived text (a formula without its line prefixes, a dedented code block) to the buffer that it
/// was cut from.
///
/// Segments are in order and do not overlap; bytes of the derived text that no segment covers were inserted and map
/// to the end of the segment before them.
public struct SegmentMap: Hashable, Sendable {
    public struct Segment: Hashable, Sendable {
        /// Offset in the derived text.
        public var derived: UInt32
        /// Offset in the original.
        public var original: UInt32
        public var count: UInt32

        public init(derived: Int, original: Int, count: Int) {
            self.derived = UInt32(derived)
            self.original = UInt32(original)
            self.count = UInt32(count)
        }
    }

    public private(set) var segments: [Segment]

    public init(segments: [Segment] = []) { self.segments = segments }

    /// One piece: the derived text is the original from `original` on.
    public init(at original: Int, count: Int) {
        segments = [Segment(derived: 0, original: original, count: count)]
    }

    /// Adds `count` bytes that stand at `original`; merges with the last segment where both go on without a gap.
    public mutating func append(derived: Int, original: Int, count: Int) {
        guard count > 0 else { return }
        if let last = segments.last, Int(last.derived + last.count) == derived,
            Int(last.original + last.count) == original
        {
            segments[segments.count - 1].count += UInt32(count)
            return
        }
        segments.append(Segment(derived: derived, original: original, count: count))
    }

    /// The original offset of `offset`. With `asEnd`, an offset between two segments belongs to the first.
    public func original(_ offset: Int, asEnd: Bool = false) -> Int {
        guard !segments.isEmpty else { return offset }
        var low = 0
        var high = segments.count
        while high - low > 1 {
            let middle = (low + high) / 2
            let start = Int(segments[middle].derived)
            if asEnd ? start < offset : start <= offset { low = middle } else { high = middle }
        }
        let segment = segments[low]
        let delta = min(max(0, offset - Int(segment.derived)), Int(segment.count))
        return Int(segment.original) + delta
    }

    /// The original range of a derived one; an empty range stays empty.
    public func original(_ range: ByteRange) -> ByteRange {
        let start = original(range.lower)
        return range.isEmpty ? .empty(at: start) : ByteRange(start, original(range.upper, asEnd: true))
    }

    /// The derived range of what lies in a range of the original; `nil` where nothing of it was taken.
    public func derived(_ range: ByteRange) -> ByteRange? {
        var found: ByteRange?
        for segment in segments {
            let lower = max(range.lower, Int(segment.original))
            let upper = min(range.upper, Int(segment.original) + Int(segment.count))
            guard lower < upper else { continue }
            let offset = Int(segment.derived) - Int(segment.original)
            let part = ByteRange(lower + offset, upper + offset)
            found = found?.union(part) ?? part
        }
        return found
    }

    /// The map once `count` other bytes stand in the place of `range` of the derived text.
    public func replacing(_ range: ByteRange, count: Int) -> SegmentMap {
        var map = SegmentMap()
        for segment in segments {
            let (start, end) = (Int(segment.derived), Int(segment.derived) + Int(segment.count))
            let original = Int(segment.original)
            map.append(derived: start, original: original, count: min(end, range.lower) - start)
            let rest = max(start, range.upper)
            map.append(derived: rest - range.count + count, original: original + rest - start, count: end - rest)
        }
        return map
    }
}
