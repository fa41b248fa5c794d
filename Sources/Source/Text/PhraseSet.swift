/// Phrases of which a text may hold some, searched for in one pass over its bytes.
public struct PhraseSet: Sendable {
    private let phrases: [[UInt8]]
    /// Places in `phrases` by the first byte.
    private let byFirstByte: [[Int]]

    /// - Parameter phrases: in the form of the texts to search; an empty one occurs nowhere.
    public init(_ phrases: [String]) {
        self.phrases = phrases.map { Array($0.utf8) }
        var places = [[Int]](repeating: [], count: 256)
        for (place, phrase) in self.phrases.enumerated() {
            if let first = phrase.first { places[Int(first)].append(place) }
        }
        byFirstByte = places
    }

    /// Calls `visit` with the place of each phrase that stands at `start`, in their order, until it answers false.
    @inline(__always)
    public func forEach(at start: Int, of bytes: UnsafeBufferPointer<UInt8>, _ visit: (Int) -> Bool) {
        for place in byFirstByte[Int(bytes[start])] {
            let phrase = phrases[place]
            guard start + phrase.count <= bytes.count else { continue }
            if phrase.indices.allSatisfy({ bytes[start + $0] == phrase[$0] }), !visit(place) { return }
        }
    }

    /// Whether any phrase stands in `text`.
    public func occurs(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var isFound = false
            for start in bytes.indices where !isFound {
                forEach(at: start, of: bytes) { _ in
                    isFound = true
                    return false
                }
            }
            return isFound
        }
    }
}
