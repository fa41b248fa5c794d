import Source

/// Bytes that are read next, each with the place in the formula where its author wrote it.
///
/// An argument of a macro or of a command that is rewritten keeps its places wherever it is copied to, so that a fault in
/// it is found where it was typed. Bytes of a definition or of a rewriting have none.
struct Excerpt: RandomAccessCollection, RangeReplaceableCollection, ExpressibleByArrayLiteral, Sendable {
    private(set) var bytes: [UInt8] = []
    /// For each byte its offset in the formula, or −1.
    private(set) var places: [Int32] = []

    init() {}

    init(arrayLiteral elements: UInt8...) { self.init(elements) }

    init<S: Sequence>(_ elements: S) where S.Element == UInt8 { append(contentsOf: elements) }

    var startIndex: Int { 0 }
    var endIndex: Int { bytes.count }

    subscript(index: Int) -> UInt8 { bytes[index] }

    mutating func append(_ byte: UInt8) { append(byte, at: -1) }

    mutating func append(_ byte: UInt8, at place: Int32) {
        bytes.append(byte)
        places.append(place)
    }

    /// Another excerpt, or a part of one, brings its places along.
    mutating func append<S: Sequence>(contentsOf elements: S) where S.Element == UInt8 {
        if let other = elements as? Excerpt {
            bytes += other.bytes
            places += other.places
        } else if let part = elements as? Slice<Excerpt> {
            bytes += part.base.bytes[part.startIndex..<part.endIndex]
            places += part.base.places[part.startIndex..<part.endIndex]
        } else {
            let old = bytes.count
            bytes.append(contentsOf: elements)
            places.append(contentsOf: repeatElement(-1, count: bytes.count - old))
        }
    }

    mutating func replaceSubrange<C: Collection>(_ range: Range<Int>, with elements: C) where C.Element == UInt8 {
        let new = Excerpt(elements)
        bytes.replaceSubrange(range, with: new.bytes)
        places.replaceSubrange(range, with: new.places)
    }

    static func += (excerpt: inout Excerpt, elements: some Sequence<UInt8>) { excerpt.append(contentsOf: elements) }

    /// Whether the bytes are these.
    static func ~= (pattern: [UInt8], excerpt: Excerpt) -> Bool { excerpt.bytes == pattern }

    /// With every `old` replaced.
    func replacing(_ old: StaticString, with new: String) -> Excerpt {
        let pattern = Array(old.description.utf8)
        var out = Excerpt()
        var i = 0
        while i < count {
            if self[i...].starts(with: pattern) {
                out += new.utf8
                i += pattern.count
            } else {
                out.append(bytes[i], at: places[i])
                i += 1
            }
        }
        return out
    }

    /// The range of the formula that the bytes were written in; `nil` where none of them has a place.
    var range: ByteRange? {
        var low = Int32.max
        var high: Int32 = -1
        for place in places where place >= 0 {
            low = Swift.min(low, place)
            high = Swift.max(high, place)
        }
        return high < 0 ? nil : ByteRange(Int(low), Int(high) + 1)
    }
}

/// An argument that is not read yet.
struct RawArgument: Sendable {
    var excerpt: Excerpt
    /// Where it stands in the formula.
    var range: ByteRange

    var bytes: [UInt8] { excerpt.bytes }
}

extension Sequence where Element == Excerpt {
    func joined(by separator: String) -> Excerpt {
        var out = Excerpt()
        for (k, part) in enumerated() {
            if k > 0 { out += separator.utf8 }
            out += part
        }
        return out
    }
}

/// LaTeX put together from pieces.
func latex(_ parts: any LaTeXPart...) -> Excerpt {
    var out = Excerpt()
    for part in parts { part.append(to: &out) }
    return out
}

/// What LaTeX is put together from.
protocol LaTeXPart {
    func append(to out: inout Excerpt)
}

extension String: LaTeXPart { func append(to out: inout Excerpt) { out += utf8 } }
extension StaticString: LaTeXPart { func append(to out: inout Excerpt) { withUTF8Buffer { out += $0 } } }
extension [UInt8]: LaTeXPart { func append(to out: inout Excerpt) { out += self } }
extension Excerpt: LaTeXPart { func append(to out: inout Excerpt) { out += self } }
extension Slice: LaTeXPart where Base == Excerpt { func append(to out: inout Excerpt) { out += self } }
