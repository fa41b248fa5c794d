import Source

/// The nearest of some known words, for "did you mean".
enum Spelling {
    /// The word at the least edit distance, when that is at most a third of its length (and at least one edit).
    static func nearest(to word: String, among known: [String]) -> String? {
        let letters = Array(word.lowercased().utf8)
        guard letters.count <= 256 else { return nil }
        var best: (word: String, distance: Int)?
        for candidate in known.sorted() {
            let limit = max(1, candidate.count / 3)
            let distance = EditDistance.between(letters, candidate.lowercased().utf8, limit: limit)
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }
}
