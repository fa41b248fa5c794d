import Source

enum StackCommand: Sendable, Equatable {
    case overset, underset, overunderset
    /// A fixed sign of two marks, such as `\colonapprox`.
    case pair(UInt32, UInt32)
    case choice
    /// `\prescript{a}{b}{X}`, `\sideset{…}{…}\sum`: scripts on the left.
    case prescript, sideset
    /// `\idotsint`
    case dottedIntegral
}

extension CommandTable {
    static let stacks: [(String, Command)] = [
        ("overset", .stack(.overset)), ("stackrel", .stack(.overset)), ("underset", .stack(.underset)),
        ("overunderset", .stack(.overunderset)), ("mathchoice", .stack(.choice)),
        ("prescript", .stack(.prescript)), ("sideset", .stack(.sideset)), ("idotsint", .stack(.dottedIntegral)),
        ("colonapprox", .stack(.pair(0x3A, 0x2248))), ("Colonapprox", .stack(.pair(0x2237, 0x2248))),
        ("coloncolonapprox", .stack(.pair(0x2237, 0x2248))), ("approxcolon", .stack(.pair(0x2248, 0x3A))),
        ("approxcoloncolon", .stack(.pair(0x2248, 0x2237))), ("colonsim", .stack(.pair(0x3A, 0x223C))),
        ("Colonsim", .stack(.pair(0x2237, 0x223C))), ("coloncolonsim", .stack(.pair(0x2237, 0x223C))),
        ("simcolon", .stack(.pair(0x223C, 0x3A))), ("simcoloncolon", .stack(.pair(0x223C, 0x2237))),
        ("coloneq", .stack(.pair(0x3A, 0x2212))), ("colonminus", .stack(.pair(0x3A, 0x2212))),
        ("Coloneq", .stack(.pair(0x2237, 0x2212))), ("coloncolonminus", .stack(.pair(0x2237, 0x2212))),
        ("Eqcolon", .stack(.pair(0x2212, 0x2237))), ("minuscoloncolon", .stack(.pair(0x2212, 0x2237))),
        ("Eqqcolon", .stack(.pair(0x3D, 0x2237))), ("equalscoloncolon", .stack(.pair(0x3D, 0x2237))),
        ("vcentcolon", .symbol(.init(0x3A, .relation))), ("ratio", .symbol(.init(0x3A, .relation))),
    ]

    /// Arrows as long as their labels.
    static let arrows: [(String, Command)] = [
        ("xleftarrow", .arrow(0x2190)), ("xrightarrow", .arrow(0x2192)), ("xleftrightarrow", .arrow(0x2194)),
        ("xLeftarrow", .arrow(0x21D0)), ("xRightarrow", .arrow(0x21D2)), ("xLeftrightarrow", .arrow(0x21D4)),
        ("xhookleftarrow", .arrow(0x21A9)), ("xhookrightarrow", .arrow(0x21AA)), ("xmapsto", .arrow(0x21A6)),
        ("xrightharpoondown", .arrow(0x21C1)), ("xrightharpoonup", .arrow(0x21C0)),
        ("xleftharpoondown", .arrow(0x21BD)), ("xleftharpoonup", .arrow(0x21BC)),
        ("xrightleftharpoons", .arrow(0x21CC)), ("xleftrightharpoons", .arrow(0x21CB)),
        ("xlongequal", .arrow(0x3D)), ("xtwoheadrightarrow", .arrow(0x21A0)),
        ("xtwoheadleftarrow", .arrow(0x219E)), ("xtofrom", .arrow(0x21C4)), ("xrightleftarrows", .arrow(0x21C4)),
        ("xrightequilibrium", .arrow(0x21CC)), ("xleftequilibrium", .arrow(0x21CB)),
    ]
}

extension Parser {
    mutating func parseStack(_ form: StackCommand, from start: Int) -> ID {
        switch form {
        case .overset, .underset:
            let label = parseArgument("the label", from: start)
            let base = parseArgument("the base", from: start)
            return add(
                .stack(base: base, over: form == .overset ? label : nil, under: form == .underset ? label : nil),
                range(from: start))
        case .overunderset:
            let over = parseArgument("the label above", from: start)
            let under = parseArgument("the label below", from: start)
            let base = parseArgument("the base", from: start)
            return add(.stack(base: base, over: over, under: under), range(from: start))
        case .pair(let a, let b):
            let range = range(from: start)
            let first = pending.count
            pending.append(add(.atom(MathTree.Atom(a, .relation)), range))
            pending.append(add(.atom(MathTree.Atom(b, .relation)), range))
            return add(.classed(.relation, body: makeRow(from: first, range)), range)
        case .prescript:
            let sup = parseArgument("the superscript", from: start)
            let sub = parseArgument("the subscript", from: start)
            let body = parseArgument("the base", from: start)
            let empty = emptyRow(at: start)
            let whole = range(from: start)
            let first = pending.count
            pending.append(add(.scripts(base: empty, sub: sub, sup: sup, limits: false), whole))
            pending.append(body)
            return makeRow(from: first, whole)
        case .sideset:
            let left = parseArgument("the scripts on the left", from: start)
            let right = parseArgument("the scripts on the right", from: start)
            skipSpaces()
            let base = parseLargeOperator() ?? missingArgument("an operator", from: start)
            let first = pending.count
            pending.append(left)
            pending.append(base)
            pending.append(right)
            let body = makeRow(from: first, range(from: start))
            return add(.classed(.large, body: body), range(from: start))
        case .dottedIntegral:
            let range = range(from: start)
            let first = pending.count
            for atom in [MathTree.Atom(0x222B, .large), MathTree.Atom(0x22EF, .inner), MathTree.Atom(0x222B, .large)] {
                pending.append(add(.atom(atom), range))
            }
            return add(.classed(.inner, body: makeRow(from: first, range)), range)
        case .choice:
            let display = parsePrimitiveArgument("the display form", from: start)
            let text = parsePrimitiveArgument("the text form", from: start)
            let script = parsePrimitiveArgument("the script form", from: start)
            let scriptScript = parsePrimitiveArgument("the second script form", from: start)
            return add(
                .choice(display: display, text: text, script: script, scriptScript: scriptScript), range(from: start))
        }
    }

    /// `\sum` and its like, when one comes next.
    private mutating func parseLargeOperator() -> ID? {
        let start = here
        if peek() == UInt8(ascii: "{") {
            // `{\sum}`: one large operator in braces; anything else stays unread.
            let body = parseBraces()
            if case .atom(let atom) = tree[unwrapped(body)].kind, atom.atomClass == .large { return unwrapped(body) }
            if case .operatorName(_, true) = tree[unwrapped(body)].kind { return unwrapped(body) }
            return report(
                .badArgument, at: tree[body].range, "\\sideset sets scripts around one large operator", help: "\\sideset{}{'}\\sum")
        }
        guard peek() == UInt8(ascii: "\\") else { return nil }
        let name = commandName(after: position + 1)
        guard case .symbol(let atom)? = commands.find(text, name), atom.atomClass == .large else { return nil }
        position = name.upperBound
        return add(.atom(atom), range(from: start))
    }

    mutating func parsePrimitiveArgument(_ what: StaticString, from start: Int) -> ID {
        primitiveItem() ?? parseArgument(what, from: start)
    }

    mutating func parseArrow(_ scalar: UInt32, from start: Int) -> ID {
        let under = parseOptional()
        let over = parseArgument("the label", from: start)
        return add(.extensibleArrow(scalar: scalar, over: over, under: under), range(from: start))
    }
}
