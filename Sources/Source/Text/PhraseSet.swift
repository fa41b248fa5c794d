/// Phrases of which a text may hold one, searched for in one pass over its bytes.
public struct PhraseSet: Sendable {
    private let phrases: [[UInt8]]
    /// Places in `phrases` by the first byte.
    private let byFirstByte: [[Int]]

    /// - Parameter phrases: in the form of the texts to search; none of them empty.
    public init(_ phrases: [String]) {
        let phrases = phrases.map { Array($0.utf8) }.filter { !$0.isEmpty }
        var places = [[Int]](repeating: [], count: 256)
        for (place, phrase) in phrases.enumerated() { places[Int(phrase[0])].append(place) }
        self.phrases = phrases
        byFirstByte = places
    }

    /// Whether any phrase stands in `text`.
    public func occurs(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for start in bytes.indices {
                for place in byFirstByte[Int(bytes[start])] {
                    let phrase = phrases[place]
                    guard start + phrase.count <= bytes.count else { continue }
                    if phrase.indices.allSatisfy({ bytes[start + $0] == phrase[$0] }) { return true }
                }
            }
            return false
        }
    }
}
