extension [UInt8] {
    /// Whether these bytes stand somewhere.
    func containsSequence(_ text: StaticString) -> Bool {
        let sought = Array(String(describing: text).utf8)
        guard count >= sought.count else { return false }
        return (0...(count - sought.count)).contains { self[$0..<($0 + sought.count)].elementsEqual(sought) }
    }
}
