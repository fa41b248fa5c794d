extension SymbolTable {
    /// Binary operators.
    static let packageBinary = #"""
        • smblkcircle
        ⁀ tieconcat
        ⁄ fracslash
        ∕ divslash
        ∘ vysmwhtcircle
        ∙ vysmblkcircle
        ∸ dotminus
        ∾ invlazys
        ⊌ cupleftarrow
        ⊜ circledequal
        ⊹ hermitmatrix
        ⊽ barvee
        ⋄ smwhtdiamond
        ⌅ varbarwedge
        ⌆ vardoublebarwedge
        ⌽ obar
        ▲ bigblacktriangleup
        ▴ blacktriangleup
        ▵ smalltriangleup
        ▶ RHD
        ▸ smallblacktriangleright
        ▹ smalltriangleright
        ▼ bigblacktriangledown
        ▿ smalltriangledown
        ◀ LHD
        ◂ smallblacktriangleleft
        ◃ smalltriangleleft
        ◄ blackpointerleft
        ◅ whitepointerleft
        ◊ mdlgwhtlozenge
        ○ mdlgwhtcircle
        ◦ smwhtcircle
        ◫ boxbar
        ◬ trianglecdot
        ◸ ultriangle
        ◹ urtriangle
        ◺ lltriangle
        ◻ mdwhtsquare
        ◼ mdblksquare
        ◽ mdsmwhtsquare
        ◾ mdsmblksquare
        ◿ lrtriangle
        ☆ bigwhitestar
        ⟑ wedgedot
        ⟠ lozengeminus
        ⟡ concavediamond
        ⟢ concavediamondtickleft
        ⟣ concavediamondtickright
        ⟤ whitesquaretickleft
        ⟥ whitesquaretickright
        ⦶ circledvert
        ⦷ circledparallel
        ⦸ circledbslash obslash
        ⦹ operp
        ⧀ circledless olessthan
        ⧁ circledgtr ogreaterthan
        ⧄ boxslash boxdiag
        ⧅ boxbslash
        ⧆ boxast
        ⧇ boxcircle
        ⧈ boxbox
        ⧖ hourglass
        ⧗ blackhourglass
        ⧫ mdlgblklozenge
        ⧶ dsol
        ⧷ rsolbar
        ⧺ doubleplus
        ⧻ tripleplus
        ⧾ tplus
        ⧿ tminus
        ⨢ ringplus
        ⨣ plushat
        ⨤ simplus
        ⨥ plusdot
        ⨦ plussim
        ⨧ plussubtwo
        ⨨ plustrif
        ⨩ commaminus
        ⨪ minusdot
        ⨫ minusfdots
        ⨬ minusrdots
        ⨭ opluslhrim
        ⨮ oplusrhrim
        ⨯ vectimes
        ⨰ dottimes
        ⨱ timesbar
        ⨲ btimes
        ⨳ smashtimes
        ⨴ otimeslhrim
        ⨵ otimesrhrim
        ⨶ otimeshat
        ⨷ Otimes
        ⨸ odiv
        ⨹ triangleplus
        ⨺ triangleminus
        ⨻ triangletimes
        ⨼ intprod
        ⨽ intprodr
        ⨾ fcmp
        ⩀ capdot
        ⩁ uminus
        ⩂ barcup
        ⩃ barcap
        ⩄ capwedge
        ⩅ cupvee
        ⩆ cupovercap
        ⩇ capovercup
        ⩈ cupbarcap
        ⩉ capbarcup
        ⩊ twocups
        ⩋ twocaps
        ⩌ closedvarcup
        ⩍ closedvarcap
        ⩎ Sqcap
        ⩏ Sqcup
        ⩐ closedvarcupsmashprod
        ⩑ wedgeodot
        ⩒ veeodot
        ⩕ wedgeonwedge
        ⩖ veeonvee
        ⩗ bigslopedvee
        ⩘ bigslopedwedge
        ⩚ wedgemidvert
        ⩛ veemidvert
        ⩜ midbarwedge
        ⩝ midbarvee
        ⩟ wedgebar
        ⩠ wedgedoublebar
        ⩡ varveebar
        ⩢ doublebarvee
        ⩣ veedoublebar
        ⩤ dsub
        ⩥ rsub
        ⩱ eqqplus
        ⩲ pluseqq
        ⫴ interleave
        ⫵ nhVvert
        ⫶ threedotcolon
        ⫻ trslash
        ⫽ sslash
        ⫾ talloblong
        """#

    /// Operators that take limits in a display.
    static let packageLarge = #"""
        ∛ cuberoot
        ∜ fourthroot
        ⟌ longdivision
        ⟕ leftouterjoin
        ⟖ rightouterjoin
        ⟗ fullouterjoin
        ⟘ bigbot
        ⟙ bigtop
        ⧸ xsol
        ⧹ zhide xbsol
        ⨇ conjquant
        ⨈ disjquant
        ⨉ varprod
        ⨊ modtwosum
        ⨎ intBar
        ⨐ cirfnint
        ⨒ rppolint
        ⨓ scpolint
        ⨔ npolint
        ⨕ pointint
        ⨗ intlarhk
        ⨛ upint
        ⨜ lowint
        ⨞ bigtriangleleft
        ⨟ zcmp
        ⨠ zpipe
        ⨡ zproject
        """#

    /// Opening brackets.
    static let packageOpenings = #"""
        ❲ lbrbrak
        ⟪ lAngle
        ⟬ Lbrbrak
        ⦅ Lparen lParen
        ⦇ limg llparenthesis
        ⦉ lblot llangle
        ⦋ lbrackubar
        ⦍ lbrackultick
        ⦏ lbracklltick
        ⦑ langledot
        ⦓ lparenless
        ⦕ Lparengtr
        ⦗ lblkbrbrak
        ⧘ lvzigzag
        ⧚ Lvzigzag
        ⧼ lcurvyangle
        """#

    /// Closing brackets.
    static let packageClosings = #"""
        ❳ rbrbrak
        ⟫ rAngle
        ⟭ Rbrbrak
        ⦆ Rparen rParen
        ⦈ rimg rrparenthesis
        ⦊ rblot rrangle
        ⦌ rbrackubar
        ⦎ rbracklrtick
        ⦐ rbrackurtick
        ⦒ rangledot
        ⦔ rparengtr
        ⦖ Rparenless
        ⦘ rblkbrbrak
        ⧙ rvzigzag
        ⧛ Rvzigzag
        ⧽ rcurvyangle
        """#

    /// Shapes, marks and letters.
    static let packageOrdinary = #"""
        ϐ varbeta
        Ϙ Qoppa upoldKoppa
        ϙ qoppa
        ϴ upvarTheta
        … unicodeellipsis
        ″ dprime
        ‴ trprime
        ‶ backdprime
        ‷ backtrprime
        ⁗ qprime
        ℇ Eulerconst
        ℎ Planckconst
        Ω tcohm
        ℩ turnediota
        Å Angstroem Angstrom
        ⅂ sansLturned
        ⅃ sansLmirrored
        ⅄ Yup
        ⅅ CapitalDifferentialD
        ⅆ DifferentialD
        ⅇ ExponetialE
        ⅈ ComplexI
        ⅉ ComplexJ
        ⅋ invamp upand
        ∎ QED
        ∟ rightangle
        ∿ AC
        ⊾ measuredrightangle
        ⊿ varlrtriangle
        ⌀ diameter
        ⌐ invneg invnot
        ⌑ wasylozenge sqlozenge
        ⌙ turnednot
        ⌶ topbot
        ⎔ hexagon
        ⎶ bbrktbrk
        ⏠ obrbrak
        ⏡ ubrbrak
        ⏢ trapezium
        ⏣ benzenr
        ⏥ fltns
        ⏦ accurrent
        ⏧ elinters
        ■ mdlgblksquare
        □ mdlgwhtsquare
        ▪ smblksquare
        ▫ smwhtsquare
        ▭ hrectangle
        ▮ vrectangleblack
        ▯ vrectangle
        ▰ parallelogramblack
        ▱ parallelogram
        ◆ Diamondblack mdlgblkdiamond
        ◇ mdlgwhtdiamond
        ◈ blackinwhitediamond
        ◉ fisheye
        ◎ bullseye
        ● CIRCLE mdlgblkcircle
        ◐ LEFTcircle circlelefthalfblack
        ◑ RIGHTcircle circlerighthalfblack
        ◒ circlebottomhalfblack
        ◓ circletophalfblack
        ◖ LEFTCIRCLE blacklefthalfcircle
        ◗ RIGHTCIRCLE blackrighthalfcircle
        ◢ lrblacktriangle
        ◣ llblacktriangle
        ◤ ulblacktriangle
        ◥ urblacktriangle
        ◧ squareleftblack
        ◨ squarerightblack
        ◩ squareulblack
        ◪ squarelrblack
        ◯ lgwhtcircle
        ☒ XBox
        ♤ varspadesuit
        ♥ varheartsuit
        ♦ vardiamondsuit
        ♧ varclubsuit
        ⚀ dicei
        ⚁ diceii
        ⚂ diceiii
        ⚃ diceiv
        ⚄ dicev
        ⚅ dicevi
        ⚆ circledrightdot
        ⚇ circledtwodots
        ⚈ blackcircledrightdot
        ⚉ blackcircledtwodots
        ⚪ medcirc mdwhtcircle
        ⚫ medbullet mdblkcircle
        ⚬ mdsmwhtcircle
        ✗ ballotx
        ✪ circledstar
        ✶ varstar
        ⟀ threedangle
        ⟁ whiteinwhitetriangle
        ⟐ Diamonddot diamondcdot
        ⦀ VERT Vvert
        ⦁ spot mdsmblkcircle
        ⦂ typecolon
        ⦙ fourvdots
        ⦚ vzigzag
        ⦛ measuredangleleft
        ⦜ rightanglesqr
        ⦝ rightanglemdot
        ⦞ angles
        ⦟ angdnr
        ⦠ gtlpar
        ⦡ sphericalangleup
        ⦢ turnangle
        ⦣ revangle
        ⦤ angleubar
        ⦥ revangleubar
        ⦦ wideangledown
        ⦧ wideangleup
        ⦨ measanglerutone
        ⦩ measanglelutonw
        ⦪ measanglerdtose
        ⦫ measangleldtosw
        ⦬ measangleurtone
        ⦭ measangleultonw
        ⦮ measangledrtose
        ⦯ measangledltosw
        ⦰ revemptyset
        ⦱ emptysetobar
        ⦲ emptysetocirc
        ⦳ emptysetoarr
        ⦴ emptysetoarrl
        ⦵ circlehbar
        ⦺ obot
        ⦻ olcross
        ⦼ odotslashdot
        ⦽ uparrowoncircle
        ⦾ circledwhitebullet
        ⦿ circledbullet
        ⧂ cirscir
        ⧃ cirE
        ⧉ boxonbox
        ⧊ triangleodot
        ⧋ triangleubar
        ⧍ triangleserifs
        ⧜ iinfin
        ⧝ tieinfty
        ⧞ nvinfty
        ⧠ laplac
        ⧧ thermod
        ⧨ downtriangleleftblack
        ⧩ downtrianglerightblack
        ⧪ blackdiamonddownarrow
        ⧬ circledownarrow
        ⧭ blackcircledownarrow
        ⧮ errbarsquare
        ⧯ errbarblacksquare
        ⧰ errbardiamond
        ⧱ errbarblackdiamond
        ⧲ errbarcircle
        ⧳ errbarblackcircle
        ⫱ topcir
        ⬒ squaretopblack
        ⬓ squarebotblack
        ⬔ squareurblack
        ⬕ squarellblack
        ⬖ diamondleftblack
        ⬗ diamondrightblack
        ⬘ diamondtopblack
        ⬙ diamondbotblack
        ⬛ lgblksquare
        ⬜ lgwhtsquare
        ⬝ vysmblksquare
        ⬞ vysmwhtsquare
        ⬟ pentagonblack
        ⬠ pentagon
        ⬡ varhexagon
        ⬢ varhexagonblack
        ⬣ hexagonblack
        ⬤ lgblkcircle
        ⬥ mdblkdiamond
        ⬦ mdwhtdiamond
        ⬧ mdblklozenge
        ⬨ mdwhtlozenge
        ⬩ smblkdiamond
        ⬪ smblklozenge
        ⬫ smwhtlozenge
        ⬬ blkhorzoval
        ⬭ whthorzoval
        ⬮ blkvertoval
        ⬯ whtvertoval
        ⭐ medwhitestar
        ⭑ medblackstar
        ⭒ smwhitestar
        ⭓ rightpentagonblack
        ⭔ rightpentagon
        """#
}
