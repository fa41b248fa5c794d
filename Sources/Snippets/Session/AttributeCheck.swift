import Source

/// Looks for attributes that are certainly misspelt, also in functions that nothing calls.
struct AttributeCheck {
    init(unit: CodeUnit, known: Set<String>) {}
    var defines: [String] = []
    mutating func run() -> [Diagnostic] { [] }
}
