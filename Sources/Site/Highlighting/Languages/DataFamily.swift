/// JSON, YAML, TOML, INI, CSS, SQL, LaTeX: data, tables and text more than programs.
extension HighlightGrammar {
    static let json: HighlightGrammar = {
        var grammar = HighlightGrammar()
        // Many files that are called JSON have comments.
        grammar.lineComments = ["//"]
        grammar.blockComments = [("/*", "*/")]
        grammar.strings = [StringForm("\"")]
        grammar.constants = words("true false null")
        grammar.keySign = UInt8(ascii: ":")
        grammar.hasStringKeys = true
        return grammar
    }()

    static let yaml: HighlightGrammar = {
        var grammar = HighlightGrammar()
        grammar.lineComments = ["#"]
        grammar.commentNeedsBlank = true
        grammar.strings = [StringForm("\""), StringForm("'", escapes: false)]
        grammar.constants = words("true false null yes no on off True False ~")
        grammar.keySign = UInt8(ascii: ":")
        grammar.hasStringKeys = true
        grammar.nameBytes = [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/")]
        return grammar
    }()

    static let toml: HighlightGrammar = {
        var grammar = HighlightGrammar()
        grammar.lineComments = ["#"]
        grammar.strings = [
            StringForm("\"\"\"", spansLines: true), StringForm("'''", escapes: false, spansLines: true), StringForm("\""),
            StringForm("'", escapes: false),
        ]
        grammar.constants = words("true false inf nan")
        grammar.keySign = UInt8(ascii: "=")
        grammar.nameBytes = [UInt8(ascii: "-"), UInt8(ascii: ".")]
        return grammar
    }()

    static let ini: HighlightGrammar = {
        var grammar = toml
        grammar.lineComments = ["#", ";"]
        return grammar
    }()

    static let css: HighlightGrammar = {
        var grammar = HighlightGrammar()
        grammar.blockComments = [("/*", "*/")]
        grammar.strings = [StringForm("\""), StringForm("'")]
        grammar.keySign = UInt8(ascii: ":")
        grammar.nameBytes = [UInt8(ascii: "-")]
        grammar.sigils = [(UInt8(ascii: "@"), .directive), (UInt8(ascii: "#"), .constant)]
        return grammar
    }()

    static let sql: HighlightGrammar = {
        var grammar = HighlightGrammar()
        grammar.lineComments = ["--"]
        grammar.blockComments = [("/*", "*/")]
        grammar.strings = [StringForm("'", escapes: false, spansLines: true), StringForm("\"", escapes: false)]
        grammar.ignoresCase = true
        grammar.keywords = words("add all alter and any as asc begin between by case check column commit constraint create cross database default delete desc distinct drop else end except exists foreign from full group having if in index inner insert intersect into is join key left like limit natural not offset on or order outer over partition primary recursive references returning right rollback select set some table then to transaction union unique update using values view when where with")
        grammar.builtins = words("avg bigint blob boolean cast char coalesce count date datetime decimal double float int integer max min now numeric real row_number rank sum text timestamp varchar")
        grammar.constants = words("null true false")
        return grammar
    }()

    static let latex: HighlightGrammar = {
        var grammar = HighlightGrammar()
        grammar.lineComments = ["%"]
        grammar.sigils = [(UInt8(ascii: "\\"), .keyword)]
        grammar.hasNumbers = false
        return grammar
    }()
}
