/// Names that are short for others.
extension Expansion {
    /// amsmath, mathtools and their neighbours, beyond what KaTeX has.
    static let amsmath: [Expansion] = [
        Expansion("smashoperator", 2, fallback: "lr", "#2"), Expansion("adjustlimits", ""), Expansion("centernot", "\\not"),
        Expansion("stackbin", 2, "\\mathbin{\\overset{#1}{#2}}"), Expansion("stackunder", 2, "\\underset{#2}{#1}"),
        Expansion("nicefrac", 2, "{\\left.#1\\middle/#2\\right.}"), Expansion("sfrac", 2, "{\\left.#1\\middle/#2\\right.}"),
        Expansion("textsuperscript", 1, "\\TextOrMath{}{{}^{\\text{#1}}}"), Expansion("textsubscript", 1, "\\TextOrMath{}{{}_{\\text{#1}}}"),
        Expansion("multiset", 2, "\\left(\\!\\binom{#1}{#2}\\!\\right)"), Expansion("hcancel", 1, "\\sout{#1}"),
        Expansion("circled", 1, "\\textcircled{#1}"), Expansion("hdots", "\\dots"), Expansion("iddots", "\\mathinner{\u{22F0}}"),
        Expansion("adots", "\\mathinner{\u{22F0}}"), Expansion("celsius", "{}^{\\circ}\\mathrm{C}"), Expansion("ohm", "\\Omega"),
        Expansion("micro", "\\mu"), Expansion("perthousand", "\u{2030}"), Expansion("uline", 1, "\\underline{#1}"),
        Expansion("mathbfit", 1, "\\boldsymbol{#1}"), Expansion("mathbfsf", 1, "\\mathsf{#1}"), Expansion("symbf", 1, "\\mathbf{#1}"),
        Expansion("symbfit", 1, "\\boldsymbol{#1}"), Expansion("symup", 1, "\\mathrm{#1}"), Expansion("symrm", 1, "\\mathrm{#1}"),
        Expansion("symit", 1, "\\mathit{#1}"), Expansion("symcal", 1, "\\mathcal{#1}"), Expansion("symscr", 1, "\\mathscr{#1}"),
        Expansion("symbb", 1, "\\mathbb{#1}"), Expansion("symfrak", 1, "\\mathfrak{#1}"), Expansion("symsf", 1, "\\mathsf{#1}"),
        Expansion("symtt", 1, "\\mathtt{#1}"), Expansion("mathbfcal", 1, "\\mathcal{#1}"), Expansion("mathbfscr", 1, "\\mathscr{#1}"),
        Expansion("mathbffrak", 1, "\\mathfrak{#1}"), Expansion("mathbbold", 1, "\\mathbb{#1}"), Expansion("scr", "\\mathscr"),
        Expansion("dotcup", "\\mathbin{\\dot{\\cup}}"), Expansion("cupdot", "\\mathbin{\\dot{\\cup}}"),
        Expansion("bigcupdot", "\\mathop{\\dot{\\bigcup}}"), Expansion("bigtimes", "\\mathop{\u{2A09}}"),
        Expansion("bigsqcap", "\\mathop{\u{2A05}}"), Expansion("ointop", "\\oint"), Expansion("given", "\\mid"),
        Expansion("suchthat", "\\mid"), Expansion("lBrack", "\\llbracket"), Expansion("rBrack", "\\rrbracket"),
        Expansion("underaccent", 2, "\\underset{#1{}}{#2}"),
        Expansion("mathpalette", 2, "{#1{\\textstyle}{#2}}"), Expansion("dotsint", "\\int\\cdots\\int"),
        Expansion("xRightleftarrows", 1, "\\xrightleftarrows{#1}"), 
        Expansion("centering", ""), Expansion("noindent", ""), Expansion("par", ""), Expansion("protect", ""),
        Expansion("vspace", 1, ""), Expansion("break", ""), Expansion("displaylimits", "\\limits"), Expansion("bgroup", "{"),
        Expansion("egroup", "}"), Expansion("hss", ""), Expansion("null", ""), Expansion("rotatebox", 2, "#2"),
        Expansion("scalebox", 2, "#2"), Expansion("resizebox", 3, "#3"), Expansion("reflectbox", 1, "#1"), Expansion("mit", "\\it "),
        Expansion("symbol", 1, "\\char#1 "), Expansion("thickspace", "\\;"), Expansion("textnumero", "\\text{\u{2116}}"),
    ]
}
