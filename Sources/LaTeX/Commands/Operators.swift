import Source

enum OperatorCommand: Sendable, Equatable {
    /// `\operatorname{…}`; a star in the source asks for limits.
    case named, namedWithLimits
    case bmod, mod, pmod, pod
    /// `\varlimsup` and its like: "lim" with a line or an arrow.
    case decorated(MathTree.Accent)
}

extension CommandTable {
    static let operators: [(String, Command)] =
        plainNames + limitNames + [
            ("operatorname", .operatorCommand(.named)), ("operatornamewithlimits", .operatorCommand(.namedWithLimits)),
            ("bmod", .operatorCommand(.bmod)), ("mod", .operatorCommand(.mod)), ("pmod", .operatorCommand(.pmod)),
            ("pod", .operatorCommand(.pod)),
            ("varlimsup", .operatorCommand(.decorated(.overline))),
            ("varliminf", .operatorCommand(.decorated(.underline))),
            ("varinjlim", .operatorCommand(.decorated(.underRightArrow))),
            ("varprojlim", .operatorCommand(.decorated(.underLeftArrow))),
            ("limits", .limits(true)), ("nolimits", .limits(false)),
            ("intop", .symbol(.init(0x222B, .large))),
            ("mathop", .atomClass(.large)), ("mathbin", .atomClass(.binary)), ("mathrel", .atomClass(.relation)),
            ("mathopen", .atomClass(.open)), ("mathclose", .atomClass(.close)), ("mathpunct", .atomClass(.punctuation)),
            ("mathinner", .atomClass(.inner)), ("mathord", .atomClass(.ordinary)),
        ]

    private static let plainNames: [(String, Command)] = [
        ("arccos", .operatorName("arccos", limits: false)), ("arcsin", .operatorName("arcsin", limits: false)),
        ("arctan", .operatorName("arctan", limits: false)), ("arctg", .operatorName("arctg", limits: false)),
        ("arcctg", .operatorName("arcctg", limits: false)), ("arg", .operatorName("arg", limits: false)),
        ("ch", .operatorName("ch", limits: false)), ("cos", .operatorName("cos", limits: false)),
        ("cosec", .operatorName("cosec", limits: false)), ("cosh", .operatorName("cosh", limits: false)),
        ("cot", .operatorName("cot", limits: false)), ("cotg", .operatorName("cotg", limits: false)),
        ("coth", .operatorName("coth", limits: false)), ("csc", .operatorName("csc", limits: false)),
        ("ctg", .operatorName("ctg", limits: false)), ("cth", .operatorName("cth", limits: false)),
        ("deg", .operatorName("deg", limits: false)), ("dim", .operatorName("dim", limits: false)),
        ("exp", .operatorName("exp", limits: false)), ("hom", .operatorName("hom", limits: false)),
        ("ker", .operatorName("ker", limits: false)), ("lg", .operatorName("lg", limits: false)),
        ("ln", .operatorName("ln", limits: false)), ("log", .operatorName("log", limits: false)),
        ("sec", .operatorName("sec", limits: false)), ("sh", .operatorName("sh", limits: false)),
        ("sin", .operatorName("sin", limits: false)), ("sinh", .operatorName("sinh", limits: false)),
        ("tan", .operatorName("tan", limits: false)), ("tanh", .operatorName("tanh", limits: false)),
        ("tg", .operatorName("tg", limits: false)), ("th", .operatorName("th", limits: false)),
    ]

    private static let limitNames: [(String, Command)] = [
        ("Pr", .operatorName("Pr", limits: true)), ("argmax", .operatorName("arg max", limits: true)),
        ("argmin", .operatorName("arg min", limits: true)), ("det", .operatorName("det", limits: true)),
        ("gcd", .operatorName("gcd", limits: true)), ("inf", .operatorName("inf", limits: true)),
        ("injlim", .operatorName("inj lim", limits: true)), ("lim", .operatorName("lim", limits: true)),
        ("liminf", .operatorName("lim inf", limits: true)), ("limsup", .operatorName("lim sup", limits: true)),
        ("max", .operatorName("max", limits: true)), ("min", .operatorName("min", limits: true)),
        ("plim", .operatorName("plim", limits: true)), ("projlim", .operatorName("proj lim", limits: true)),
        ("sup", .operatorName("sup", limits: true)),
    ]
}

extension Parser {
    mutating func parseNamedOperator(_ name: StaticString, limits: Bool, from start: Int) -> ID {
        let range = range(from: start)
        return add(.operatorName(text: add(text: name.description), limits: limits), range)
    }

    mutating func parseOperator(_ form: OperatorCommand, from start: Int) -> ID {
        switch form {
        case .named, .namedWithLimits:
            var limits = form == .namedWithLimits
            if peek() == UInt8(ascii: "*") {
                position += 1
                limits = true
            }
            return parseOperatorName(limits: limits, from: start)
        case .bmod:
            let name = parseNamedOperator("mod", limits: false, from: start)
            return add(.classed(.binary, body: name), range(from: start))
        case .mod:
            return parseModulo(gap: 2.0 / 3, from: start, name: "mod", isBracketed: false)
        case .pmod:
            return parseModulo(gap: 1, from: start, name: "mod", isBracketed: true)
        case .pod:
            return parseModulo(gap: 1, from: start, name: nil, isBracketed: true)
        case .decorated(let accent):
            let name = parseNamedOperator("lim", limits: true, from: start)
            let body = add(.accent(accent, base: name), range(from: start))
            return add(.classed(.large, body: body), range(from: start))
        }
    }

    private mutating func parseModulo(gap: Double, from start: Int, name: StaticString?, isBracketed: Bool) -> ID {
        let command = range(from: start)
        let body = parseArgument("the modulus", from: start)
        let whole = range(from: start)
        let first = pending.count
        pending.append(add(.space(em: gap), command))
        if isBracketed { pending.append(add(.atom(MathTree.Atom(0x28, .open)), command)) }
        if let name {
            let text = add(text: name.description)
            pending.append(add(.operatorName(text: text, limits: false), command))
            pending.append(add(.space(em: 1.0 / 3), command))
        }
        pending.append(body)
        if isBracketed { pending.append(add(.atom(MathTree.Atom(0x29, .close)), command)) }
        return makeRow(from: first, whole)
    }

    /// `\operatorname{arg\,max}`: the words of the argument; what is not words stays a tree.
    private mutating func parseOperatorName(limits: Bool, from start: Int) -> ID {
        let body = parseArgument("the name", from: start)
        var words: [UInt8] = []
        guard collectName(body, into: &words), !words.isEmpty else {
            let range = range(from: start)
            let upright = add(.styled(.upright, body: body), range)
            return limits
                ? add(.classed(.large, body: upright), range)
                : add(.classed(.inner, body: upright), range)
        }
        let text = add(text: String(decoding: words, as: UTF8.self))
        return add(.operatorName(text: text, limits: limits), range(from: start))
    }

    /// Appends the name that the nodes spell; `false` when they are more than letters, digits, signs and spaces.
    private func collectName(_ id: ID, into words: inout [UInt8]) -> Bool {
        switch tree[id].kind {
        case .atom(let atom):
            let scalar: UInt32 =
                switch atom.scalar {
                case 0x2212: 0x2D
                case 0x2217: 0x2A
                default: atom.scalar
                }
            var buffer = ByteBuffer()
            buffer.append(scalar: scalar)
            words.append(contentsOf: buffer.bytes)
        case .number(let text), .text(let text, _), .operatorName(let text, _):
            words.append(contentsOf: tree.text(text).utf8)
        case .space(let em):
            if em > 0 { words.append(0x20) }
        case .row(let list):
            for child in tree.children(list) where !collectName(child, into: &words) { return false }
        case .styled(.upright, let body), .styled(.normal, let body):
            return collectName(body, into: &words)
        default:
            return false
        }
        return true
    }

    mutating func parseAtomClass(_ atomClass: MathTree.AtomClass, from start: Int) -> ID {
        skipSpaces()
        // A prime is a script, which wants a base.
        if peek() == UInt8(ascii: "'") { return missingArgument("the argument", from: start) }
        let body = primitiveItem() ?? parseArgument("the argument", from: start)
        return add(.classed(atomClass, body: body), range(from: start))
    }
}
