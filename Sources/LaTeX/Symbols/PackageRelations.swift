extension SymbolTable {
    // Signs that only packages have names for: those of unicode-math. A name stands for the sign typed as itself; an
    // author's definition of the same name comes before it.

    /// Relations and arrows.
    static let packageRelation = #"""
        ↜ leftwavearrow
        ↝ rightwavearrow
        ↟ twoheaduparrow
        ↡ twoheaddownarrow
        ↥ MapsUp mapsup
        ↧ MapsDown mapsdown
        ↨ updownarrowbar
        ↯ downzigzagarrow
        ↲ dlsh Ldsh
        ↳ drsh Rdsh
        ↺ acwopencirclearrow
        ↻ cwopencirclearrow
        ⇅ updownarrows
        ⇖ Nwarrow
        ⇗ Nearrow
        ⇘ Searrow
        ⇙ Swarrow
        ⇜ leftsquigarrow
        ⇞ nHuparrow
        ⇟ nHdownarrow
        ⇠ leftdasharrow
        ⇡ updasharrow
        ⇢ rightdasharrow
        ⇣ downdasharrow
        ⇤ LeftArrowBar barleftarrow
        ⇥ RightArrowBar rightarrowbar
        ⇦ leftwhitearrow
        ⇧ upwhitearrow
        ⇨ rightwhitearrow
        ⇩ downwhitearrow
        ⇪ whitearrowupfrombar
        ⇴ circleonrightarrow
        ⇵ downuparrows
        ⇶ rightthreearrows
        ⇷ nvleftarrow
        ⇸ nvrightarrow
        ⇹ nvleftrightarrow
        ⇺ nVleftarrow
        ⇻ ffun nVrightarrow
        ⇼ nVleftrightarrow
        ⇽ leftarrowtriangle
        ⇾ rightarrowtriangle
        ⇿ leftrightarrowtriangle
        ∊ smallin
        ∌ nni
        ∍ smallni
        ∷ Colon
        ∹ dashcolon
        ∺ dotsminusdots
        ∻ kernelcontraction
        ≄ nsimeq nsime
        ≆ simneqq
        ≉ napprox
        ≋ approxident
        ≌ backcong
        ≘ arceq
        ≙ corresponds wedgeq
        ≚ veeeq
        ≛ stareq
        ≝ eqdef
        ≞ measeq
        ≢ nequiv
        ≭ notasymp nasymp
        ≴ NotLessTilde nlesssim
        ≵ NotGreaterTilde ngtrsim
        ≸ nlessgtr
        ≹ NotGreaterLess ngtrless
        ⊄ nsubset
        ⊅ nsupset
        ⊦ assert
        ⊫ VDash
        ⊰ prurel
        ⊱ scurel
        ⊶ multimapdotbothA
        ⊷ multimapdotbothB
        ⋕ equalparallel
        ⋜ eqless
        ⋝ eqgtr
        ⋠ npreccurlyeq
        ⋡ nsucccurlyeq
        ⋢ nsqsubseteq
        ⋣ nsqsupseteq
        ⋤ sqsubsetneq
        ⋥ sqsupsetneq
        ⋯ unicodecdots
        ⋲ disin
        ⋳ varisins
        ⋴ isins
        ⋵ isindot
        ⋶ barin varisinobar
        ⋷ isinobar
        ⋸ isinvb
        ⋹ isinE
        ⋺ nisd
        ⋻ varnis
        ⋼ nis
        ⋽ varniobar
        ⋾ niobar
        ⋿ bagmember
        ⌿ notslash APLnotslash
        ⍼ rangledownzigzagarrow
        ⟃ subsetcirc
        ⟄ supsetcirc
        ⟅ Lbag lbag
        ⟆ Rbag rbag
        ⟇ veedot
        ⟈ bsolhsub
        ⟉ suphsol
        ⟒ upin
        ⟓ pullback
        ⟔ pushout
        ⟚ DashVDash
        ⟛ dashVdash
        ⟜ multimapinv
        ⟝ vlongdash
        ⟞ longdashv
        ⟟ cirbot
        ⟰ UUparrow
        ⟱ DDownarrow
        ⟲ acwgapcirclearrow
        ⟳ cwgapcirclearrow
        ⟴ rightarrowonoplus
        ⟿ longrightsquigarrow
        ⤀ nvtwoheadrightarrow
        ⤁ nVtwoheadrightarrow
        ⤂ nvLeftarrow
        ⤃ nvRightarrow
        ⤄ nvLeftrightarrow
        ⤅ twoheadmapsto
        ⤈ downarrowbarred
        ⤉ uparrowbarred
        ⤊ Uuparrow
        ⤋ Ddownarrow
        ⤌ leftbkarrow
        ⤍ rightbkarrow
        ⤎ leftdbkarrow
        ⤏ dbkarow
        ⤐ drbkarow
        ⤑ rightdotarrow
        ⤒ UpArrowBar baruparrow
        ⤓ DownArrowBar downarrowbar
        ⤔ pinj nvrightarrowtail
        ⤕ nVrightarrowtail
        ⤖ twoheadrightarrowtail
        ⤗ nvtwoheadrightarrowtail
        ⤘ nVtwoheadrightarrowtail
        ⤙ lefttail
        ⤚ righttail
        ⤛ leftdbltail
        ⤜ rightdbltail
        ⤝ diamondleftarrow
        ⤞ rightarrowdiamond
        ⤟ diamondleftarrowbar
        ⤠ barrightarrowdiamond
        ⤡ nwsearrow
        ⤢ neswarrow
        ⤣ hknwarrow
        ⤤ hknearrow
        ⤥ hksearow
        ⤦ hkswarow
        ⤫ rdiagovfdiag
        ⤬ fdiagovrdiag
        ⤭ seovnearrow
        ⤮ neovsearrow
        ⤯ fdiagovnearrow
        ⤰ rdiagovsearrow
        ⤱ neovnwarrow
        ⤲ nwovnearrow
        ⤳ rightcurvedarrow
        ⤴ uprightcurvearrow
        ⤵ downrightcurvedarrow
        ⤶ leftdowncurvedarrow
        ⤷ rightdowncurvedarrow
        ⤸ cwrightarcarrow
        ⤹ acwleftarcarrow
        ⤺ acwoverarcarrow
        ⤻ acwunderarcarrow
        ⤼ curvearrowrightminus
        ⤽ curvearrowleftplus
        ⤾ cwundercurvearrow
        ⤿ ccwundercurvearrow
        ⥀ acwcirclearrow
        ⥁ cwcirclearrow
        ⥂ rightarrowshortleftarrow
        ⥃ leftarrowshortrightarrow
        ⥄ shortrightarrowleftarrow
        ⥅ rightarrowplus
        ⥆ leftarrowplus
        ⥇ rightarrowx
        ⥈ leftrightarrowcircle
        ⥉ twoheaduparrowcircle
        ⥊ leftrightharpoon leftrightharpoonupdown
        ⥋ rightleftharpoon leftrightharpoondownup
        ⥌ updownharpoonrightleft
        ⥍ updownharpoonleftright
        ⥎ leftrightharpoonup leftrightharpoonupup
        ⥏ rightupdownharpoon updownharpoonrightright
        ⥐ leftrightharpoondown leftrightharpoondowndown
        ⥑ leftupdownharpoon updownharpoonleftleft
        ⥒ LeftVectorBar barleftharpoonup
        ⥓ RightVectorBar rightharpoonupbar
        ⥔ RightUpVectorBar barupharpoonright
        ⥕ RightDownVectorBar downharpoonrightbar
        ⥖ DownLeftVectorBar barleftharpoondown
        ⥗ DownRightVectorBar rightharpoondownbar
        ⥘ LeftUpVectorBar barupharpoonleft
        ⥙ LeftDownVectorBar downharpoonleftbar
        ⥚ LeftTeeVector leftharpoonupbar
        ⥛ RightTeeVector barrightharpoonup
        ⥜ RightUpTeeVector upharpoonrightbar
        ⥝ RightDownTeeVector bardownharpoonright
        ⥞ DownLeftTeeVector leftharpoondownbar
        ⥟ DownRightTeeVector barrightharpoondown
        ⥠ LeftUpTeeVector upharpoonleftbar
        ⥡ LeftDownTeeVector bardownharpoonleft
        ⥢ leftleftharpoons leftharpoonsupdown
        ⥣ upupharpoons upharpoonsleftright
        ⥤ rightrightharpoons rightharpoonsupdown
        ⥥ downdownharpoons downharpoonsleftright
        ⥦ leftrightharpoonsup
        ⥧ leftrightharpoonsdown
        ⥨ rightleftharpoonsup
        ⥩ rightleftharpoonsdown
        ⥪ leftbarharpoon leftharpoonupdash
        ⥫ barleftharpoon dashleftharpoondown
        ⥬ rightbarharpoon rightharpoonupdash
        ⥭ barrightharpoon dashrightharpoondown
        ⥮ updownharpoons updownharpoonsleftright
        ⥯ downupharpoons downupharpoonsleftright
        ⥰ rightimply
        ⥱ equalrightarrow
        ⥲ similarrightarrow
        ⥳ leftarrowsimilar
        ⥴ rightarrowsimilar
        ⥵ rightarrowapprox
        ⥶ ltlarr
        ⥷ leftarrowless
        ⥸ gtrarr
        ⥹ subrarr
        ⥺ leftarrowsubset
        ⥻ suplarr
        ⥼ strictfi leftfishtail
        ⥽ strictif rightfishtail
        ⥾ upfishtail
        ⥿ downfishtail
        ⧎ rtriltri
        ⧏ LeftTriangleBar ltrivb
        ⧐ RightTriangleBar vbrtri
        ⧑ lfbowtie
        ⧒ rfbowtie
        ⧓ fbowtie
        ⧔ lftimes
        ⧕ rftimes
        ⧟ multimapboth dualmap
        ⧡ lrtriangleeq
        ⧣ eparsl
        ⧤ smeparsl
        ⧥ eqvparsl
        ⧦ gleichstark
        ⧴ ruledelayed
        ⩙ veeonwedge
        ⩦ eqdot
        ⩧ dotequiv
        ⩨ equivVert
        ⩩ equivVvert
        ⩪ dotsim
        ⩫ simrdots
        ⩬ simminussim
        ⩭ congdot
        ⩮ asteq
        ⩯ hatapprox
        ⩰ approxeqq
        ⩳ eqqsim
        ⩵ eqeq
        ⩶ eqeqeq
        ⩷ ddotseq
        ⩸ equivDD
        ⩹ ltcir
        ⩺ gtcir
        ⩻ ltquest
        ⩼ gtquest
        ⩿ lesdot
        ⪀ gesdot
        ⪁ lesdoto
        ⪂ gesdoto
        ⪃ lesdotor
        ⪄ gesdotol
        ⪍ lsime
        ⪎ gsime
        ⪏ lsimg
        ⪐ gsiml
        ⪑ lgE
        ⪒ glE
        ⪓ lesges
        ⪔ gesles
        ⪗ elsdot
        ⪘ egsdot
        ⪙ eqqless
        ⪚ eqqgtr
        ⪛ eqqslantless
        ⪜ eqqslantgtr
        ⪝ simless
        ⪞ simgtr
        ⪟ simlE
        ⪠ simgE
        ⪡ NestedLessLess
        ⪢ NestedGreaterGreater
        ⪣ partialmeetcontraction
        ⪤ glj
        ⪥ gla
        ⪦ leftslice ltcc
        ⪧ rightslice gtcc
        ⪨ lescc
        ⪩ gescc
        ⪮ bumpeqq
        ⪱ precneq
        ⪲ succneq
        ⪳ preceqq
        ⪴ succeqq
        ⪻ llcurly Prec
        ⪼ ggcurly Succ
        ⪽ subsetdot
        ⪾ supsetdot
        ⪿ subsetplus
        ⫀ supsetplus
        ⫁ submult
        ⫂ supmult
        ⫃ subedot
        ⫄ supedot
        ⫇ subsim
        ⫈ supsim
        ⫉ subsetapprox
        ⫊ supsetapprox
        ⫍ lsqhook
        ⫎ rsqhook
        ⫏ csub
        ⫐ csup
        ⫑ csube
        ⫒ csupe
        ⫓ subsup
        ⫔ supsub
        ⫕ subsub
        ⫖ supsup
        ⫗ suphsub
        ⫘ supdsub
        ⫙ forkv
        ⫚ topfork
        ⫛ mlcp
        ⫝̸ forks
        ⫝ forksnot
        ⫞ shortlefttack
        ⫟ shortdowntack
        ⫠ shortuptack
        ⫢ vDdash
        ⫣ dashV
        ⫤ Dashv
        ⫥ DashV
        ⫦ varVdash
        ⫧ Barv
        ⫨ vBar
        ⫩ vBarv
        ⫪ barV
        ⫫ Vbar
        ⫭ bNot
        ⫮ revnmid
        ⫯ cirmid
        ⫰ midcir
        ⫲ nhpar
        ⫳ parsim
        ⫷ lllnest
        ⫸ gggnest
        ⫹ leqqslant
        ⫺ geqqslant
        ⬰ circleonleftarrow
        ⬱ leftthreearrows
        ⬲ leftarrowonoplus
        ⬳ longleftsquigarrow
        ⬴ nvtwoheadleftarrow
        ⬵ nVtwoheadleftarrow
        ⬶ twoheadmapsfrom
        ⬷ twoheadleftdbkarrow
        ⬸ leftdotarrow
        ⬹ nvleftarrowtail
        ⬺ nVleftarrowtail
        ⬻ twoheadleftarrowtail
        ⬼ nvtwoheadleftarrowtail
        ⬽ nVtwoheadleftarrowtail
        ⬾ leftarrowx
        ⬿ leftcurvedarrow
        ⭀ equalleftarrow
        ⭁ bsimilarleftarrow
        ⭂ leftarrowbackapprox
        ⭃ rightarrowgtr
        ⭄ rightarrowsupset
        ⭅ LLeftarrow
        ⭆ RRightarrow
        ⭇ bsimilarrightarrow
        ⭈ rightarrowbackapprox
        ⭉ similarleftarrow
        ⭊ leftarrowapprox
        ⭋ leftarrowbsimilar
        ⭌ rightarrowbsimilar
        """#
}
