extension SymbolTable {
    /// Binary operators.
    static let binaryOperators = #"""
        ± plusmn pm
        × times
        ÷ div
        † dagger
        ‡ Dagger ddagger
        ∓ mp
        ∔ dotplus
        ∖ setminus smallsetminus
        ∗ ast
        ∘ circ
        ∙ bull bullet
        ∧ land wedge
        ∨ lor vee
        ∩ cap
        ∪ cup
        ≀ wr
        ⊎ uplus
        ⊓ sqcap
        ⊔ sqcup
        ⊕ oplus
        ⊖ ominus
        ⊗ otimes
        ⊘ oslash
        ⊙ odot
        ⊚ circledcirc
        ⊛ circledast
        ⊝ circleddash
        ⊞ boxplus
        ⊟ boxminus
        ⊠ boxtimes
        ⊡ boxdot
        ⊲ lhd
        ⊳ rhd
        ⊴ unlhd
        ⊵ unrhd
        ⊺ intercal
        ⊻ veebar
        ⊼ barwedge
        ⋄ diamond
        ⋅ cdot centerdot sdot
        ⋆ star
        ⋇ divideontimes
        ⋉ ltimes
        ⋊ rtimes
        ⋋ leftthreetimes
        ⋌ rightthreetimes
        ⋎ curlyvee
        ⋏ curlywedge
        ⋒ Cap doublecap
        ⋓ Cup doublecup
        ⋖ lessdot
        ⋗ gtrdot
        △ bigtriangleup
        ▹ triangleright
        ▽ bigtriangledown
        ◃ triangleleft
        ◯ bigcirc
        ⨿ amalg
        ⩞ doublebarwedge
        & And
        ⦵ minuso
        """#

    /// Operators that take limits in a display.
    static let largeOperators = #"""
        ∑ sum
        ⅀ Bbbsum
        ∏ prod
        ∐ coprod
        ⋂ bigcap
        ⋃ bigcup
        ⨀ bigodot
        ⨁ bigoplus
        ⨂ bigotimes
        ⨆ bigsqcup
        ⨄ biguplus
        ⋁ bigvee
        ⋀ bigwedge
        """#

    /// Integrals: their limits stand beside them.
    static let integrals = #"""
        ∫ int smallint
        ∬ iint
        ∭ iiint
        ⨌ iiiint
        ∮ oint
        ∯ oiint
        ∰ oiiint
        """#
}
