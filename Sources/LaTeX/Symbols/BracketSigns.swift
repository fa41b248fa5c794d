extension SymbolTable {
    /// Opening brackets.
    static let openings = #"""
        ( lparen
        [ lbrack
        { lbrace {
        ⌈ lceil
        ⌊ lfloor
        ⎰ lmoustache
        ⟨ lang langle
        ⟮ lgroup
        | lvert
        ‖ lVert
        ⦃ lBrace
        ⟦ llbracket
        ⌜ ulcorner
        ⌞ llcorner
        """#

    /// Closing brackets.
    static let closings = #"""
        ) rparen
        ] rbrack
        } rbrace }
        ⌉ rceil
        ⌋ rfloor
        ⎱ rmoustache
        ⟩ rang rangle
        ⟯ rgroup
        | rvert
        ‖ rVert
        ⦄ rBrace
        ⟧ rrbracket
        ⌝ urcorner
        ⌟ lrcorner
        """#

    /// Ellipses.
    static let dots = #"""
        … dots dotsc dotso ldots mathellipsis
        ⋯ cdots dotsb dotsm
        ⋱ ddots
        ⋯ dotsi
        ⋰ iddots adots
        """#
}
