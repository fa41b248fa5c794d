/// The entries that Gloss comes with.
public enum StandardCatalogue {
    public static let table = ImplementationTable(entries)

    /// One line for each file of `Entries`, sorted; a test compares them.
    static let entries: [Implementation] = [
        .sigmoid,
        .softmax,
    ]
}
