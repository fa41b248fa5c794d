import Source

/// What modules and values of Python, NumPy and PyTorch really offer, so that only what is certainly misspelt is
/// called so.
enum PublicNames {
    private static let sets: [String: Set<String>] = {
        var result: [String: Set<String>] = [:]
        for table in [numpy, torch, python, types] {
            for (name, words) in table {
                result[name] = Set(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
            }
        }
        return result
    }()

    /// Public attributes of a module or type; `nil` where it is not listed.
    static func of(_ owner: String) -> Set<String>? { sets[owner] }

    static let builtins: Set<String> = sets["builtins"] ?? []

    /// Every attribute that some value has.
    static let anyAttribute: Set<String> = {
        var result: Set<String> = []
        for name in types.keys where name != "builtins" { result.formUnion(sets[name] ?? []) }
        return result
    }()

    /// The one name that `word` was certainly meant to be: at distance 1 or 2, alone at that distance, and no name of
    /// four letters or less is guessed across two edits.
    static func meant(_ word: String, among names: Set<String>) -> String? {
        guard word.utf8.count >= 3, !word.hasPrefix("_") else { return nil }
        var best: [String] = []
        var distance = word.utf8.count <= 5 ? 2 : 3
        for name in names where !name.hasPrefix("_") {
            let here = EditDistance.between(word.utf8, name.utf8, limit: distance)
            if here > distance || here >= (word.utf8.count <= 5 ? 2 : 3) { continue }
            if here < distance {
                distance = here
                best = [name]
            } else {
                best.append(name)
            }
        }
        return best.count == 1 && best[0].utf8.count >= 3 ? best[0] : nil
    }
}
