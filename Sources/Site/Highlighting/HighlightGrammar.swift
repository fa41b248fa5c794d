import Source

/// What colours need to know of a language: a table, read by one tokenizer.
struct HighlightGrammar: Sendable {
    /// Byte sequences that begin a comment up to the end of the line.
    var lineComments: [String] = []
    /// What begins and ends a comment over lines.
    var blockComments: [(open: String, close: String)] = []
    var nestsComments = false
    /// A comment sign counts only at the start of a line or behind a blank (`#` of shells and YAML).
    var commentNeedsBlank = false
    var strings: [StringForm] = []
    var keywords: Set<String> = []
    var constants: Set<String> = []
    var builtins: Set<String> = []
    /// Keywords behind which a name is defined.
    var definers: Set<String> = []
    /// Names are compared in lower case (SQL).
    var ignoresCase = false
    /// A sign that begins a variable (`$` of shells) or an annotation (`@`), with the name behind it.
    var sigils: [(sign: UInt8, kind: Kind)] = []
    /// A name is a key where this sign follows (`:` of JSON, YAML and CSS).
    var keySign: UInt8?
    /// Strings may be keys.
    var hasStringKeys = false
    /// Names may hold these beside letters, digits and `_`.
    var nameBytes: Set<UInt8> = []
    /// Lines that begin with this sign are directives (`#include`).
    var directiveSign: UInt8?
    var hasNumbers = true

    /// Classes of the theme.
    enum Kind: String, Sendable {
        case keyword = "k", string = "s", number = "m", comment = "c", defined = "f", builtin = "b", constant = "n",
            directive = "d", key = "y"
        case inserted = "i", removed = "x"
    }

    struct StringForm: Sendable {
        var open: String
        var close: String
        var escapes = true
        var spansLines = false

        init(_ open: String, _ close: String? = nil, escapes: Bool = true, spansLines: Bool = false) {
            self.open = open
            self.close = close ?? open
            self.escapes = escapes
            self.spansLines = spansLines
        }
    }
}
