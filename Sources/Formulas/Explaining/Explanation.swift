import Source

extension Reading {
    /// The typed reading as text: statements, trees, types, shapes, and where each symbol was learned.
    public func explanation(of latex: [UInt8]) -> String {
        var out = "kind: \(kind.rawValue)\n"
        for (index, statement) in statements.enumerated() {
            out += "statement \(index + 1): \(statement.kind.rawValue)\n"
        }
        return out
    }
}
