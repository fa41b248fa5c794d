/// The package `textcomp`: signs in words, which MathJax takes in formulas too. A line is a sign and its name.
extension Expansion {
    static let textSigns: [Expansion] =
        """
        ∗ textasteriskcentered
        • textbullet
        ¡ textexclamdown
        ª textordfeminine
        º textordmasculine
        ¶ textparagraph
        · textperiodcentered
        ¿ textquestiondown
        § textsection
        ␣ textvisiblespace
        ˝ textacutedbl
        ´ textasciiacute
        ˘ textasciibreve
        ˇ textasciicaron
        ¨ textasciidieresis
        ¯ textasciimacron
        ˵ textgravedbl
        ˷ texttildelow
        ฿ textbaht
        ₡ textcolonmonetary
        ¤ textcurrency
        ₫ textdong
        ƒ textflorin
        ₤ textlira
        ₦ textnaira
        ₱ textpeso
        ₩ textwon
        ₲ textguarani
        ℗ textcircledP
        © textcopyright
        🄯 textcopyleft
        ® textregistered
        ℠ textservicemark
        ™ texttrademark
        ◯ textbigcircle
        ␢ textblank
        ¦ textbrokenbar
        ⁒ textdiscount
        ℮ textestimated
        ‽ textinterrobang
        ⸘ textinterrobangdown
        ♪ textmusicalnote
        ◦ textopenbullet
        ‰ textperthousand
        ‱ textpertenthousand
        ℞ textrecipe
        ※ textreferencemark
        〈 textlangle
        〉 textrangle
        ⟦ textlbrackdbl
        ⟧ textrbrackdbl
        ⁅ textlquill
        ⁆ textrquill
        ℃ textcelsius
        ÷ textdiv
        × texttimes
        ± textpm
        − textminus
        ¬ textlnot
        √ textsurd
        ⁄ textfractionsolidus
        µ textmu
        Ω textohm
        ℧ textmho
        ½ textonehalf
        ¼ textonequarter
        ¾ textthreequarters
        ¹ textonesuperior
        ² texttwosuperior
        ³ textthreesuperior
        ← textleftarrow
        → textrightarrow
        ↑ textuparrow
        ↓ textdownarrow
        ⭑ textborn
        † textdied
        ⚮ textdivorced
        ⚭ textmarried
        ¢ textcentoldstyle
        0 textzerooldstyle
        1 textoneoldstyle
        2 texttwooldstyle
        3 textthreeoldstyle
        4 textfouroldstyle
        5 textfiveoldstyle
        6 textsixoldstyle
        7 textsevenoldstyle
        8 texteightoldstyle
        9 textnineoldstyle
        """.split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            return Expansion(String(words[1]), "\\TextOrMath{\(words[0])}{\\text{\(words[0])}}")
        } + [Expansion("textcompwordmark", ""), Expansion("textdollaroldstyle", "\\text{\\$}")]
}
