extension CommandTable {
    static let fonts: [(String, Command)] = [
        ("mathrm", .font(.upright)), ("mathup", .font(.upright)), ("mathit", .font(.italic)),
        ("mathbf", .font(.bold)), ("bold", .font(.bold)), ("bm", .font(.boldItalic)),
        ("boldsymbol", .font(.boldItalic)), ("pmb", .font(.boldItalic)), ("mathbb", .font(.blackboard)),
        ("Bbb", .font(.blackboard)), ("mathcal", .font(.calligraphic)), ("mathscr", .font(.script)),
        ("mathfrak", .font(.fraktur)), ("frak", .font(.fraktur)), ("mathsf", .font(.sansSerif)),
        ("mathsfit", .font(.sansSerif)), ("mathtt", .font(.typewriter)), ("mathnormal", .font(.normal)),
        ("rm", .fontSwitch(.upright)), ("it", .fontSwitch(.italic)), ("bf", .fontSwitch(.bold)),
        ("cal", .fontSwitch(.calligraphic)), ("sf", .fontSwitch(.sansSerif)), ("tt", .fontSwitch(.typewriter)),
        ("bbFont", .fontSwitch(.blackboard)), ("rmfamily", .fontSwitch(.upright)), ("sffamily", .fontSwitch(.sansSerif)),
        ("ttfamily", .fontSwitch(.typewriter)), ("bfseries", .fontSwitch(.bold)), ("itshape", .fontSwitch(.italic)),
        ("upshape", .fontSwitch(.upright)), ("mdseries", .fontSwitch(.normal)), ("normalfont", .fontSwitch(.upright)),
        ("mathbbm", .font(.blackboard)), ("mathds", .font(.blackboard)), ("ensuremath", .font(.normal)),
    ]
}

extension Parser {
    mutating func parseFont(_ font: MathTree.Font, from start: Int) -> ID {
        let body = parseArgument("the argument", from: start)
        return add(.styled(font, body: body), range(from: start))
    }
}
