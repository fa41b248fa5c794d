import Source

/// What one `<!-- gloss: … -->` says. Ranges count bytes of the note.
struct Directive: Sendable {
    enum Kind: Sendable {
        case bindings([Binding])
        case implements(String)
        case assume(String)
        case expect(BindingExpression, tolerance: Double?, decimals: Int?)
        case skip(reason: String)
        case allow(FindingCode, reason: String, inNote: Bool)
    }

    struct Binding: Sendable {
        /// As written: plain (`y_hat`) or LaTeX (`\hat{y}`).
        var name: String
        var nameRange: ByteRange
        var expression: BindingExpression
        /// From offsets of the expression's text to the note.
        var offset: Int
    }

    var kind: Kind
    var range: ByteRange
    /// The argument: what a finding about it underlines.
    var argumentRange: ByteRange
}
