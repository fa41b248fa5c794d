extension SymbolTable {
    /// Relations: a sign and its names.
    static let relations = #"""
        ∈ in isin
        ∋ ni owns
        ∍ backepsilon
        ∝ propto varpropto
        ∤ nmid
        ∥ parallel shortparallel
        ∦ nparallel
        ∴ therefore
        ∵ because
        ∼ sim thicksim
        ∽ backsim
        ≁ nsim
        ≂ eqsim
        ≃ simeq
        ≅ cong
        ≆ ncong
        ≈ approx thickapprox
        ≊ approxeq
        ≍ asymp
        ≎ Bumpeq
        ≏ bumpeq
        ≐ doteq
        ≑ Doteq doteqdot
        ≒ fallingdotseq
        ≓ risingdotseq
        ≖ eqcirc
        ≗ circeq
        ≜ triangleq
        ≡ equiv
        ≤ le leq
        ≥ ge geq
        ≦ leqq
        ≧ geqq
        ≨ lneqq
        ≩ gneqq
        ≪ ll
        ≫ gg
        ≬ between
        ≮ nless
        ≯ ngtr
        ≰ nleq
        ≱ ngeq
        ≲ lesssim
        ≳ gtrsim
        ≶ lessgtr
        ≷ gtrless
        ≺ prec
        ≻ succ
        ≼ preccurlyeq
        ≽ succcurlyeq
        ≾ precsim
        ≿ succsim
        ⊀ nprec
        ⊁ nsucc
        ⊂ sub subset
        ⊃ supset
        ⊆ sube subseteq
        ⊇ supe supseteq
        ⊈ nsubseteq
        ⊉ nsupseteq
        ⊊ subsetneq
        ⊋ supsetneq
        ⊏ sqsubset
        ⊐ sqsupset
        ⊑ sqsubseteq
        ⊒ sqsupseteq
        ⊢ vdash
        ⊣ dashv
        ⊥ perp
        ⊨ models vDash
        ⊩ Vdash
        ⊪ Vvdash
        ⊬ nvdash
        ⊭ nvDash
        ⊮ nVdash
        ⊯ nVDash
        ⊲ vartriangleleft
        ⊳ vartriangleright
        ⊴ trianglelefteq
        ⊵ trianglerighteq
        ⊶ origof
        ⊷ imageof
        ⊸ multimap
        ⋈ Join bowtie
        ⋍ backsimeq
        ⋐ Subset
        ⋑ Supset
        ⋔ pitchfork
        ⋘ lll llless
        ⋙ ggg gggtr
        ⋚ lesseqgtr
        ⋛ gtreqless
        ⋞ curlyeqprec
        ⋟ curlyeqsucc
        ⋠ npreceq
        ⋡ nsucceq
        ⋦ lnsim
        ⋧ gnsim
        ⋨ precnsim
        ⋩ succnsim
        ⋪ ntriangleleft
        ⋫ ntriangleright
        ⋬ ntrianglelefteq
        ⋭ ntrianglerighteq
        ⌢ frown smallfrown
        ⌣ smallsmile smile
        △ vartriangle
        ▶ blacktriangleright
        ◀ blacktriangleleft
        ⩽ leqslant
        ⩾ geqslant
        ⪅ lessapprox
        ⪆ gtrapprox
        ⪇ lneq
        ⪈ gneq
        ⪉ lnapprox
        ⪊ gnapprox
        ⪋ lesseqqgtr
        ⪌ gtreqqless
        ⪕ eqslantless
        ⪖ eqslantgtr
        ⪯ preceq
        ⪰ succeq
        ⪵ precneqq
        ⪶ succneqq
        ⪷ precapprox
        ⪸ succapprox
        ⪹ precnapprox
        ⪺ succnapprox
        ⫅ subseteqq
        ⫆ supseteqq
        ⫋ subsetneqq
        ⫌ supsetneqq
        ≠ ne neq
        ∉ notin
        ∌ notni
        ∤ nshortmid
        ∦ nshortparallel
        ≩ gvertneqq
        ≨ lvertneqq
        ≱ ngeqq ngeqslant
        ≰ nleqq nleqslant
        ⊈ nsubseteqq
        ⊉ nsupseteqq
        ⊊ varsubsetneq
        ⫋ varsubsetneqq
        ⊋ varsupsetneq
        ⫌ varsupsetneqq
        < lt
        > gt
        ∣ mid shortmid
        ∷ dblcolon coloncolon
        ≔ coloneqq colonequals
        ≕ eqqcolon equalscolon
        ∹ eqcolon minuscolon
        ⩴ Coloneqq coloncolonequals
        ≟ questeq
        """#

    /// Arrows, all of them relations.
    static let arrows = #"""
        ← gets larr leftarrow
        ↑ uarr uparrow
        → rarr rightarrow to
        ↓ darr downarrow
        ↔ harr leftrightarrow lrarr
        ↕ updownarrow
        ↖ nwarrow
        ↗ nearrow
        ↘ searrow
        ↙ swarrow
        ↚ nleftarrow
        ↛ nrightarrow
        ↞ twoheadleftarrow
        ↠ twoheadrightarrow
        ↢ leftarrowtail
        ↣ rightarrowtail
        ↦ mapsto
        ↩ hookleftarrow
        ↪ hookrightarrow
        ↫ looparrowleft
        ↬ looparrowright
        ↭ leftrightsquigarrow
        ↮ nleftrightarrow
        ↰ Lsh
        ↱ Rsh
        ↶ curvearrowleft
        ↷ curvearrowright
        ↺ circlearrowleft
        ↻ circlearrowright
        ↼ leftharpoonup
        ↽ leftharpoondown
        ↾ restriction upharpoonright
        ↿ upharpoonleft
        ⇀ rightharpoonup
        ⇁ rightharpoondown
        ⇂ downharpoonright
        ⇃ downharpoonleft
        ⇄ rightleftarrows
        ⇆ leftrightarrows
        ⇇ leftleftarrows
        ⇈ upuparrows
        ⇉ rightrightarrows
        ⇊ downdownarrows
        ⇋ leftrightharpoons
        ⇌ rightleftharpoons
        ⇍ nLeftarrow
        ⇎ nLeftrightarrow
        ⇏ nRightarrow
        ⇐ Larr Leftarrow lArr
        ⇑ Uarr Uparrow uArr
        ⇒ Rarr Rightarrow rArr
        ⇓ Darr Downarrow dArr
        ⇔ Harr Leftrightarrow Lrarr hArr lrArr
        ⇕ Updownarrow
        ⇚ Lleftarrow
        ⇛ Rrightarrow
        ⇝ leadsto rightsquigarrow
        ⇠ dashleftarrow
        ⇢ dashrightarrow
        ⟵ longleftarrow
        ⟶ longrightarrow
        ⟷ longleftrightarrow
        ⟸ Longleftarrow
        ⟹ Longrightarrow
        ⟺ Longleftrightarrow
        ⟼ longmapsto
        """#
}
