/// Names that MathJax, Temml or packages beyond amsmath have.
extension Expansion {
    /// Laid out as the body alone, where the layout is the page's or has no meaning in MathML.
    static let transparent: [Expansion] = [
        Expansion("mathtip", 2, "#1"), Expansion("texttip", 2, "#1"), Expansion("class", 2, "#2"), Expansion("cssId", 2, "#2"),
        Expansion("MoveEqLeft", 1, fallback: "2", "\\hspace{#1em}"),
        Expansion("vdotswithin", 1, "\\vdots"), Expansion("splitfrac", 2, "\\genfrac{}{}{0pt}{1}{#1\\hfill}{\\hfill#2}"),
        Expansion("splitdfrac", 2, "\\genfrac{}{}{0pt}{0}{#1\\hfill}{\\hfill#2}"), Expansion("textllap", 1, "\\llap{#1}"),
        Expansion("textrlap", 1, "\\rlap{#1}"), Expansion("textclap", 1, "\\clap{#1}"), Expansion("crampedllap", 1, "\\mathllap{#1}"),
        Expansion("crampedrlap", 1, "\\mathrlap{#1}"), Expansion("crampedclap", 1, "\\mathclap{#1}"), Expansion("vbox", 1, "\\hbox{#1}"),
        Expansion("vtop", 1, "\\hbox{#1}"), Expansion("numberwithin", 2, ""), Expansion("phantomsection", ""), Expansion("smallskip", ""),
        Expansion("medskip", ""), Expansion("bigskip", ""), Expansion("linebreak", ""), Expansion("nolinebreak", ""),
        Expansion("pagebreak", ""), Expansion("newpage", ""), Expansion("columncolor", 1, ""), Expansion("mathversion", 1, ""),
        Expansion("leftroot", 1, ""), Expansion("uproot", 1, ""), Expansion("Rule", 3, "\\rule{#1}{#2}\\rule{0em}{#3}"),
        Expansion("Space", 3, "\\hspace{#1}\\rule{0em}{#2}\\rule{0em}{#3}"), Expansion("style", 2, "#2"), Expansion("nonscript", ""),
        Expansion("oldstyle", ""), Expansion("skew", 3, "#2{#3}"), Expansion("setOptions", 1, fallback: "", ""),
        Expansion("message", 1, ""), Expansion("errmessage", 1, ""), Expansion("show", 1, ""), Expansion("eqno", "\\qquad "),
        Expansion("leqno", "\\qquad "), Expansion("refeq", 1, "\\eqref{#1}"), Expansion("mathstyle", ""), Expansion("leavevmode", ""),
        Expansion("ignorespaces", ""), Expansion("unskip", ""), Expansion("hfilll", ""),
        Expansion("sqrtsign", 1, "\\sqrt{#1}"), Expansion("centerOver", 2, "\\overset{#2}{#1}"), Expansion("mmlToken", 2, "\\text{#2}"),
        Expansion("hyperref", 2, fallback: "", "#2"), Expansion("symliteral", 1, "\\mathrm{#1}"), Expansion("index", 1, ""),
    ]

    static let fontNames: [Expansion] = [
        Expansion("mathbfup", 1, "\\mathbf{#1}"), Expansion("mathsfup", 1, "\\mathsf{#1}"), Expansion("mathbfsfup", 1, "\\mathsf{#1}"),
        Expansion("mathbfsfit", 1, "\\mathsf{#1}"), Expansion("symsfup", 1, "\\mathsf{#1}"), Expansion("symbfsf", 1, "\\mathsf{#1}"),
        Expansion("symnormal", 1, "\\mathnormal{#1}"), Expansion("symbfup", 1, "\\mathbf{#1}"), Expansion("symbfcal", 1, "\\mathcal{#1}"),
        Expansion("symbffrak", 1, "\\mathfrak{#1}"), Expansion("symbfscr", 1, "\\mathscr{#1}"), Expansion("symbfsfup", 1, "\\mathsf{#1}"),
        Expansion("symsfit", 1, "\\mathsf{#1}"), Expansion("symbfsfit", 1, "\\mathsf{#1}"), Expansion("mathbold", 1, "\\boldsymbol{#1}"),
    ]

    static let accentNames: [Expansion] = [
        Expansion("wideparen", 1, "\\overparen{#1}"), Expansion("overarc", 1, "\\overparen{#1}"), Expansion("widebar", 1, "\\overline{#1}"),
        Expansion("overbar", 1, "\\overline{#1}"), Expansion("widering", 1, "\\mathring{#1}"), Expansion("ocirc", 1, "\\mathring{#1}"),
        Expansion("widebreve", 1, "\\breve{#1}"), Expansion("slashed", 1, "\\not{#1}"), Expansion("mathslashed", 1, "\\not{#1}"),
        Expansion("annuity", 1, "\\angl{#1}"), Expansion("leftharpoonaccent", 1, "\\overleftharpoon{#1}"),
        Expansion("rightharpoonaccent", 1, "\\overrightharpoon{#1}"),
        Expansion("underleftharpoondown", 1, "\\underset{\u{21BD}}{#1}"), Expansion("underrightharpoondown", 1, "\\underset{\u{21C1}}{#1}"),
    ]

    /// One sign each.
    static let signNames: [Expansion] = [
        Expansion("notChar", "\u{29F8}"), Expansion("fint", "\\mathop{\u{2A0F}}"), Expansion("sqint", "\\mathop{\u{2A16}}"), Expansion("intbar", "\\mathop{\u{2A0D}}"),
        Expansion("intcup", "\\mathop{\u{2A1A}}"), Expansion("intcap", "\\mathop{\u{2A19}}"), Expansion("landupint", "\\mathop{\u{222B}}"),
        Expansion("ointctrclockwise", "\\mathop{\u{2233}}"), Expansion("varointclockwise", "\\mathop{\u{2232}}"),
        Expansion("awint", "\\mathop{\u{2A11}}"), Expansion("intclockwise", "\\mathop{\u{2231}}"), Expansion("sumint", "\\mathop{\u{2A0B}}"),
        Expansion("biginterleave", "\\mathop{\u{2AFC}}"), Expansion("bigtalloblong", "\\mathop{\u{2AFF}}"),
        Expansion("bigcurlyvee", "\\mathop{\u{22CE}}"), Expansion("bigcurlywedge", "\\mathop{\u{22CF}}"),
        Expansion("bigparallel", "\\mathop{\u{2225}}"), Expansion("bignplus", "\\mathop{+}"), Expansion("bigbox", "\\mathop{\u{25A1}}"),
        Expansion("longmapsfrom", "\\mathrel{\u{27FB}}"), Expansion("mapsfrom", "\\mathrel{\u{21A4}}"), Expansion("Mapsto", "\\mathrel{\u{2907}}"),
        Expansion("Mapsfrom", "\\mathrel{\u{2906}}"), Expansion("Longmapsto", "\\mathrel{\u{27FE}}"), Expansion("Longmapsfrom", "\\mathrel{\u{27FD}}"),
        Expansion("lightning", "\u{21AF}"), Expansion("ordinarycolon", ":"), Expansion("centercolon", "\\mathrel{:}"),
        Expansion("nuparrow", "\\not\\uparrow "), Expansion("ndownarrow", "\\not\\downarrow "), Expansion("upvarpi", "\\mathrm{\\varpi}"),
        Expansion("upvarrho", "\\mathrm{\\varrho}"), Expansion("arrowvert", "\u{23D0}"), Expansion("Arrowvert", "\u{2016}"),
        Expansion("bracevert", "\u{23AA}"), Expansion("slash", "/"), Expansion("longrightleftharpoons", "\\mathrel{\u{21CC}}"),
        Expansion("longRightleftharpoons", "\\mathrel{\u{21CC}}"), Expansion("longLeftrightharpoons", "\\mathrel{\u{21CB}}"),
        Expansion("longleftrightarrows", "\\mathrel{\u{21C4}}"), Expansion("tripledash", "\\mathrel{\u{2504}}"),
        Expansion("xRightleftharpoons", 2, fallback: "", "\\xrightleftharpoons[#1]{#2}"),
        Expansion("xLeftrightharpoons", 2, fallback: "", "\\xleftrightharpoons[#1]{#2}"),
        Expansion("Yleft", "\\mathbin{\u{2919}}"), Expansion("Yright", "\\mathbin{\u{291A}}"), Expansion("rupee", "\u{20B9}"),
        Expansion("bangle", "\u{27E8}"), Expansion("Perp", "\\mathrel{\u{2AEB}}"), Expansion("Bot", "\\mathrel{\u{2AEB}}"),
        Expansion("upmodels", "\\mathrel{\u{2AE7}}"), Expansion("male", "\u{2642}"), Expansion("female", "\u{2640}"), Expansion("sun", "\u{2609}"),
        Expansion("astrosun", "\u{2609}"), Expansion("leftmoon", "\u{263E}"), Expansion("rightmoon", "\u{263D}"), Expansion("mercury", "\u{263F}"),
        Expansion("venus", "\u{2640}"), Expansion("earth", "\u{2295}"), Expansion("mars", "\u{2642}"), Expansion("quarternote", "\u{2669}"),
        Expansion("eighthnote", "\u{266A}"), Expansion("twonotes", "\u{266B}"), Expansion("checkedbox", "\u{2611}"), Expansion("crossedbox", "\u{2612}"),
        Expansion("straightphi", "\u{3D5}"), Expansion("stigma", "\u{3DB}"), Expansion("koppa", "\u{3DF}"), Expansion("sampi", "\u{3E1}"),
        Expansion("Digamma", "\u{3DC}"), Expansion("Stigma", "\u{3DA}"), Expansion("Koppa", "\u{3DE}"), Expansion("Sampi", "\u{3E0}"),
        Expansion("textcent", "\\text{\u{A2}}"), Expansion("texteuro", "\\text{\u{20AC}}"), Expansion("textyen", "\\text{\u{A5}}"),
        Expansion("upvarepsilon", "\\mathrm{\u{3B5}}"), Expansion("upepsilon", "\\mathrm{\u{3F5}}"), Expansion("upvartheta", "\\mathrm{\u{3D1}}"),
        Expansion("upvarphi", "\\mathrm{\u{3C6}}"), Expansion("upphi", "\\mathrm{\u{3D5}}"), Expansion("upvarsigma", "\\mathrm{\u{3C2}}"),
    ]

    /// `\upalpha` and `\Upgamma` of upgreek.
    static let uprightGreek: [Expansion] =
        [
            "alpha", "beta", "gamma", "delta", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi",
            "rho", "sigma", "tau", "upsilon", "chi", "psi", "omega",
        ].map { Expansion("up\($0)", "\\mathrm{\\\($0)}") }
        + ["gamma", "delta", "theta", "lambda", "xi", "pi", "sigma", "upsilon", "phi", "psi", "omega"]
        .map { Expansion("Up\($0)", "\\\($0.prefix(1).uppercased() + $0.dropFirst())") }
}
