extension CommandTable {
    static let texts: [(String, Command)] = [
        ("text", .text(.normal)), ("textnormal", .text(.normal)), ("textrm", .text(.upright)),
        ("textup", .text(.upright)), ("textmd", .text(.normal)), ("textbf", .text(.bold)), ("textit", .text(.italic)),
        ("emph", .text(.italic)), ("textsl", .text(.italic)), ("textsf", .text(.sansSerif)),
        ("texttt", .text(.typewriter)), ("textsc", .text(.normal)), ("mbox", .text(.normal)), ("hbox", .text(.normal)),
        (")", .text(.normal)), ("(", .letter(.mathInText)),
    ] + accentsInText + signsInText

    private static let accentsInText: [(String, Command)] = [
        ("'", .letter(.textAccent(0x301))), ("`", .letter(.textAccent(0x300))), ("^", .letter(.textAccent(0x302))),
        ("~", .letter(.textAccent(0x303))), ("=", .letter(.textAccent(0x304))), ("u", .letter(.textAccent(0x306))),
        (".", .letter(.textAccent(0x307))), ("\"", .letter(.textAccent(0x308))), ("r", .letter(.textAccent(0x30A))),
        ("H", .letter(.textAccent(0x30B))), ("v", .letter(.textAccent(0x30C))), ("c", .letter(.textAccent(0x327))),
        ("textcircled", .letter(.textAccent(0x20DD))), ("b", .letter(.textAccent(0x331))), ("d", .letter(.textAccent(0x323))),
        ("k", .letter(.textAccent(0x328))), ("t", .letter(.textAccent(0x361))),
    ]

    private static let signsInText: [(String, Command)] = [
        ("ae", .letter(.textWord("æ"))), ("AE", .letter(.textWord("Æ"))), ("oe", .letter(.textWord("œ"))),
        ("OE", .letter(.textWord("Œ"))), ("o", .letter(.textWord("ø"))), ("O", .letter(.textWord("Ø"))),
        ("L", .letter(.textWord("Ł"))), ("l", .letter(.textWord("ł"))), ("DH", .letter(.textWord("Ð"))),
        ("dh", .letter(.textWord("ð"))), ("DJ", .letter(.textWord("Đ"))), ("dj", .letter(.textWord("đ"))),
        ("NG", .letter(.textWord("Ŋ"))), ("ng", .letter(.textWord("ŋ"))), ("SS", .letter(.textWord("ẞ"))),
        ("TH", .letter(.textWord("Þ"))), ("ss", .letter(.textWord("ß"))), ("i", .letter(.textWord("ı"))), ("j", .letter(.textWord("ȷ"))),
        ("textasciicircum", .letter(.textWord("^"))), ("textasciitilde", .letter(.textWord("~"))),
        ("textbackslash", .letter(.textWord("\\"))), ("textbar", .letter(.textWord("|"))),
        ("textbardbl", .letter(.textWord("‖"))), ("textbraceleft", .letter(.textWord("{"))),
        ("textbraceright", .letter(.textWord("}"))), ("textdagger", .letter(.textWord("†"))),
        ("textdaggerdbl", .letter(.textWord("‡"))), ("textdegree", .letter(.textWord("°"))),
        ("textdollar", .letter(.textWord("$"))), ("textellipsis", .letter(.textWord("…"))),
        ("textemdash", .letter(.textWord("—"))), ("textendash", .letter(.textWord("–"))),
        ("textgreater", .letter(.textWord(">"))), ("textless", .letter(.textWord("<"))),
        ("textquotedblleft", .letter(.textWord("“"))), ("textquotedblright", .letter(.textWord("”"))),
        ("textquoteleft", .letter(.textWord("‘"))), ("textquoteright", .letter(.textWord("’"))),
        ("textsterling", .letter(.textWord("£"))), ("textunderscore", .letter(.textWord("_"))),
    ]
}
