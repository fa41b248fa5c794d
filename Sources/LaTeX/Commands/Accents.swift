extension CommandTable {
    static let accents: [(String, Command)] = [
        ("hat", .accent(.hat)), ("widehat", .accent(.wideHat)), ("tilde", .accent(.tilde)),
        ("widetilde", .accent(.wideTilde)), ("bar", .accent(.bar)), ("overline", .accent(.overline)),
        ("underline", .accent(.underline)), ("vec", .accent(.vec)), ("dot", .accent(.dot)), ("ddot", .accent(.ddot)),
        ("dddot", .accent(.dddot)), ("ddddot", .accent(.ddddot)), ("check", .accent(.check)),
        ("widecheck", .accent(.wideCheck)), ("breve", .accent(.breve)), ("acute", .accent(.acute)),
        ("grave", .accent(.grave)), ("mathring", .accent(.ring)), ("overbrace", .accent(.overbrace)),
        ("underbrace", .accent(.underbrace)), ("overbracket", .accent(.overbracket)),
        ("underbracket", .accent(.underbracket)), ("overparen", .accent(.overparenthesis)),
        ("underparen", .accent(.underparenthesis)), ("overgroup", .accent(.overgroup)),
        ("undergroup", .accent(.undergroup)), ("overrightarrow", .accent(.overRightArrow)),
        ("overleftarrow", .accent(.overLeftArrow)), ("overleftrightarrow", .accent(.overLeftRightArrow)),
        ("underrightarrow", .accent(.underRightArrow)), ("underleftarrow", .accent(.underLeftArrow)),
        ("underleftrightarrow", .accent(.underLeftRightArrow)), ("Overrightarrow", .accent(.doubleOverRightArrow)),
        ("overleftharpoon", .accent(.overLeftHarpoon)), ("overrightharpoon", .accent(.overRightHarpoon)),
        ("overlinesegment", .accent(.overLineSegment)), ("underlinesegment", .accent(.underLineSegment)),
        ("utilde", .accent(.underTilde)), ("underbar", .accent(.underBar)),
    ]
}

extension Parser {
    mutating func parseAccent(_ accent: MathTree.Accent, from start: Int) -> ID {
        let base = parseArgument("the argument", from: start)
        return add(.accent(accent, base: base), range(from: start))
    }
}
