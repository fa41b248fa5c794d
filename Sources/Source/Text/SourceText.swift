/// One input as its author wrote it: a name for messages and its bytes, with the index of its lines.
///
/// The bytes are valid UTF-8; `init(name:bytes:)` does not check, `SourceText.decode` does.
public struct SourceText: Sendable {
    /// The path as given, with `/`.
    public let name: String
    public let bytes: [UInt8]
    public let lines: LineIndex

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        self.lines = LineIndex(bytes)
    }

    public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

    /// The line and column at which `offset` stands.
    public func position(of offset: Int) -> Position { lines.position(of: offset, in: bytes) }

    /// The text in `range`, for messages.
    public func string(_ range: ByteRange) -> String {
        String(decoding: bytes[range.clamped(to: bytes.count).range], as: UTF8.self)
    }
}

/// A place for people: 1-based line and 1-based column counted in Unicode scalars.
public struct Position: Hashable, Sendable, Comparable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (a: Position, b: Position) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// Where the lines of a buffer start. LF, CRLF and CR each end a line; a byte-order mark has no column.
public struct LineIndex: Sendable {
    /// Offsets of first bytes of lines; the first is 0 and there is always one.
    public let starts: [UInt32]
    /// 3 when the buffer opens with U+FEFF, else 0.
    public let markLength: Int
    /// Scalars before each multiple of `stride` bytes, so that a column in a line of a megabyte costs as little as any.
    private let scalarsBefore: [UInt32]
    private static let stride = 256

    public init(_ bytes: [UInt8]) {
        var starts: [UInt32] = [0]
        var i = 0
        let n = bytes.count
        bytes.withUnsafeBufferPointer { p in
            while i < n {
                let c = p[i]
                i += 1
                if c == 0x0A {
                    starts.append(UInt32(truncatingIfNeeded: i))
                } else if c == 0x0D {
                    if i < n, p[i] == 0x0A { i += 1 }
                    starts.append(UInt32(truncatingIfNeeded: i))
                }
            }
        }
        self.starts = starts
        self.markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var scalarsBefore: [UInt32] = []
        scalarsBefore.reserveCapacity(n / Self.stride + 1)
        bytes.withUnsafeBufferPointer { p in
            var count: UInt32 = 0
            for i in 0..<n {
                if i % Self.stride == 0 { scalarsBefore.append(count) }
                if p[i] & 0xC0 != 0x80 { count &+= 1 }
            }
        }
        self.scalarsBefore = scalarsBefore
    }

    /// The number of scalars that start before `offset`.
    private func scalars(before offset: Int, in bytes: [UInt8]) -> Int {
        let block = offset / Self.stride
        guard block < scalarsBefore.count else {
            guard let last = scalarsBefore.indices.last else { return 0 }
            return scalars(from: last, upTo: offset, in: bytes)
        }
        return scalars(from: block, upTo: offset, in: bytes)
    }

    private func scalars(from block: Int, upTo offset: Int, in bytes: [UInt8]) -> Int {
        var count = Int(scalarsBefore[block])
        var i = block * Self.stride
        let end = min(offset, bytes.count)
        while i < end {
            if bytes[i] & 0xC0 != 0x80 { count += 1 }
            i += 1
        }
        return count
    }

    public var count: Int { starts.count }

    /// The 0-based line that holds `offset`.
    public func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }

    public func position(of offset: Int, in bytes: [UInt8]) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = lineIndex(of: offset)
        let start = line == 0 ? min(markLength, offset) : Int(starts[line])
        let column = scalars(before: offset, in: bytes) - scalars(before: start, in: bytes) + 1
        return Position(line: line + 1, column: column)
    }

    /// The bytes of the 0-based `line` without its ending and without a byte-order mark.
    public func content(ofLine line: Int, in bytes: [UInt8]) -> ByteRange {
        var start = Int(starts[line])
        if line == 0 { start = markLength }
        var end = line + 1 < starts.count ? Int(starts[line + 1]) : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return ByteRange(start, end)
    }
}
