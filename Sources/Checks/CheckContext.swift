import Catalogue

/// What is the same for every note of a run: the catalogue with its tables, made once.
public struct CheckContext: Sendable {
    let table: ImplementationTable
    let vocabulary: CatalogueVocabulary
    let matcher: CueMatcher
    /// Also finds subjects, which several entries share.
    let topics: CueMatcher
    /// For definitions that no words speak of.
    let fingerprints: EntryFingerprints

    public init(_ catalogue: [Implementation]) {
        table = ImplementationTable(catalogue)
        vocabulary = CatalogueVocabulary(table)
        fingerprints = EntryFingerprints(table)
        let names = table.entries.map { (name: $0.name, aliases: [$0.title.english, $0.title.chinese] + $0.aliases, topics: $0.topics) }
        let keys = CueMatcher.keys(names)
        matcher = CueMatcher(keys: keys, sharing: false)
        topics = CueMatcher(keys: keys, sharing: true)
    }
}
