import Source

/// Commands that stand for a fixed letter, word or sign with a look of its own.
enum LetterCommand: Sendable {
    /// `\R`, `\Alpha`: a letter in a font.
    case styled(UInt32, MathTree.Font)
    /// `\TeX`
    case word(StaticString)
    /// `\not`: strikes the sign after it.
    case not
    /// `\char"41`
    case character
    case verbatim
    /// `\unicode{x41}`
    case unicode
    case rightQuote
    /// `\'`: a combining mark on the letter after it, in text only.
    case textAccent(UInt32)
    /// `\(`: a formula in text.
    case mathInText
    /// `\ss`, `\textasciitilde`: in text only.
    case textWord(StaticString)

    /// The accent of mathematics for a combining mark.
    static func accent(_ mark: UInt32) -> MathTree.Accent? {
        switch mark {
        case 0x300: .grave
        case 0x301: .acute
        case 0x302: .hat
        case 0x303: .tilde
        case 0x304: .bar
        case 0x306: .breve
        case 0x307: .dot
        case 0x308: .ddot
        case 0x30A: .ring
        case 0x30B: .doubleAcute
        case 0x30C: .check
        default: nil
        }
    }
}

extension CommandTable {
    static let letters: [(String, Command)] =
        "A Alpha,B Beta,E Epsilon,Z Zeta,H Eta,I Iota,K Kappa,M Mu,N Nu,O Omicron,P Rho,T Tau,X Chi".capitals(.upright)
        + "Γ varGamma,Δ varDelta,Θ varTheta,Λ varLambda,Ξ varXi,Π varPi,Σ varSigma,Υ varUpsilon,Φ varPhi,Ψ varPsi,Ω varOmega"
        .capitals(.italic)
        + "N N,R R,Z Z,R Reals,R reals,C Complex,C cnums,N natnums,k Bbbk".capitals(.blackboard) + [
            ("TeX", .letter(.word("TeX"))), ("LaTeX", .letter(.word("LaTeX"))), ("KaTeX", .letter(.word("KaTeX"))),
            ("not", .letter(.not)), ("char", .letter(.character)), ("verb", .letter(.verbatim)),
            ("unicode", .letter(.unicode)),
            ("rq", .letter(.rightQuote)),
            ("implies", .symbol(.init(0x27F9, .relation))), ("impliedby", .symbol(.init(0x27F8, .relation))),
            ("iff", .symbol(.init(0x27FA, .relation))), ("*", .symbol(.init(0x2217, .binary))),
            ("-", .spaceCommand(.none)), ("/", .spaceCommand(.none)), ("relax", .spaceCommand(.none)),
            ("lt", .symbol(.init(0x3C, .relation))), ("gt", .symbol(.init(0x3E, .relation))),
            ("vert", .symbol(.init(0x7C, .ordinary))), ("&", .symbol(.init(0x26, .ordinary))),
        ]
}

extension String {
    /// "A Alpha,B Beta": letters and their names.
    fileprivate func capitals(_ font: MathTree.Font) -> [(String, Command)] {
        split(separator: ",").compactMap { pair in
            let words = pair.split(separator: " ")
            guard words.count == 2, let scalar = words[0].unicodeScalars.first else { return nil }
            return (String(words[1]), .letter(.styled(scalar.value, font)))
        }
    }
}

extension Parser {
    mutating func parseLetter(_ form: LetterCommand, from start: Int) -> ID? {
        switch form {
        case .styled(let scalar, let font):
            let range = range(from: start)
            let letter = add(.atom(MathTree.Atom(scalar, .ordinary)), range)
            return add(.styled(font, body: letter), range)
        case .word(let word):
            let range = range(from: start)
            return add(.text(text: add(text: word.description), font: .normal), range)
        case .rightQuote:
            let range = range(from: start)
            let base = emptyRow(at: start)
            let prime = add(.atom(MathTree.Atom(0x2032, .ordinary)), range)
            return add(.scripts(base: base, sub: nil, sup: prime, limits: false), range)
        case .not:
            return parseNot(from: start)
        case .character:
            return parseCharacterCode(from: start)
        case .verbatim:
            return parseVerbatim(from: start)
        case .unicode:
            return parseUnicode(from: start)
        case .textAccent(let mark):
            // KaTeX and MathJax take `\'{a}` in mathematics as an accent, too.
            if let accent = LetterCommand.accent(mark) { return parseAccent(accent, from: start) }
            if mark == 0x331 || mark == 0x323 || mark == 0x328 || mark == 0x361 { return textOnly(from: start) }
            // A cedilla or a circle has no accent of mathematics: the letter stands alone.
            return parseArgument("the letter", from: start)
        case .mathInText, .textWord:
            return textOnly(from: start)
        }
    }

    private mutating func textOnly(from start: Int) -> ID {
        report(
            .modeError, at: range(from: start), "\(sourceName(at: start)) works in text only",
            help: "put it into \\text{…}")
    }

    /// `\not=` is ≠: the struck sign is one atom where Unicode has it, else the sign and U+0338.
    private mutating func parseNot(from start: Int) -> ID? {
        skipSpaces()
        guard !isAtEnd, let body = struckItem() else {
            return add(.atom(MathTree.Atom(0x338, .relation)), range(from: start))
        }
        let range = range(from: start)
        if case .atom(let atom) = tree[body].kind {
            if let negated = Negations.table[atom.scalar] {
                return add(.atom(MathTree.Atom(negated, .relation)), range)
            }
            return add(.enclosed(.cancel, body: body), range)
        }
        return add(.enclosed(.cancel, body: body), range)
    }

    /// What `\not` strikes: an argument, a name or a large operator; `nil` before what is read on its own (`\not\sqrt x`).
    private mutating func struckItem() -> ID? {
        let start = here
        guard peek() == UInt8(ascii: "\\") else { return primitiveItem() }
        let name = commandName(after: position + 1)
        guard macros.definitions.isEmpty, let command = commands.find(text, name), !command.isPackages,
            !command.standsInArgument
        else { return primitiveItem() }
        switch command {
        case .operatorName, .symbol, .operatorCommand(.named):
            position = name.upperBound
            guard enter() else { return tooDeep(at: start) }
            defer { leave() }
            return parseFunction(command, from: start)
        default:
            return nil
        }
    }

    private mutating func parseCharacterCode(from start: Int) -> ID {
        skipSpaces()
        var base: UInt32 = 10
        switch peek() {
        case UInt8(ascii: "\""):
            base = 16
            position += 1
        case UInt8(ascii: "'"):
            base = 8
            position += 1
        case UInt8(ascii: "`"):
            position += 1
            if peek() == UInt8(ascii: "\\") { position += 1 }
            if peek() >= 0x20, !isAtEnd {
                let (scalar, length) = UTF8Decoder.scalar(in: text, at: position)
                position += length
                return scalar < 0x80 && (scalar | 0x20) &- 0x61 >= 26 && scalar &- 0x30 >= 10
                    ? add(.atom(SymbolTable.ascii(scalar)), range(from: start)) : unicodeAtom(scalar, range(from: start))
            }
            return report(.badArgument, at: range(from: start), "expected a character after \\char`")
        default: break
        }
        var value: UInt32 = 0
        var digits = 0
        while true {
            let c = peek()
            let digit: UInt32
            if c &- 0x30 < 10 {
                digit = UInt32(c &- 0x30)
            } else if (c | 0x20) &- 0x61 < 6, base == 16 {
                digit = UInt32((c | 0x20) &- 0x61) + 10
            } else {
                break
            }
            guard digit < base else { break }
            value = min(value * base + digit, 0x110000)
            digits += 1
            position += 1
        }
        guard digits > 0, let scalar = Unicode.Scalar(value), value >= 0x20, value != 0x7F else {
            return report(
                .badArgument, at: range(from: start), "expected the number of a character after \\char",
                help: "\\char65, \\char\"41")
        }
        return add(.atom(SymbolTable.shared.atom(typed: scalar.value)), range(from: start))
    }

    private mutating func parseUnicode(from start: Int) -> ID? {
        // MathJax takes a font there.
        _ = rawOptional()
        guard let raw = rawArgument("the number of a character", from: start) else { return nil }
        let digits = String(decoding: raw.bytes.filter { $0 != 0x20 }, as: UTF8.self)
        let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, let scalar = Unicode.Scalar(value), value >= 0x20, value != 0x7F else {
            return report(.badArgument, at: raw.range, "\(digits) is not the number of a character", help: "x41 or 65")
        }
        return unicodeAtom(scalar.value, range(from: start))
    }

    private mutating func parseVerbatim(from start: Int) -> ID {
        if position < limit, text[position] == UInt8(ascii: "*") { position += 1 }
        guard position < limit, text[position] >= 0x20, text[position] < 0x7F, (text[position] | 0x20) &- 0x61 >= 26 else {
            return report(.missingArgument, at: range(from: start), "expected a delimiter after \\verb")
        }
        let delimiter = text[position]
        var i = position + 1
        while i < limit, text[i] != delimiter, text[i] != 0x0A { i += 1 }
        guard i < limit, text[i] == delimiter else {
            position = i
            return report(
                .missingArgument, at: range(from: start), "expected a second \(String(decoding: [delimiter], as: UTF8.self)) to end \\verb")
        }
        let words = String(decoding: text[(position + 1)..<i], as: UTF8.self)
        position = i + 1
        return add(.text(text: add(text: words), font: .typewriter), range(from: start))
    }
}

/// Signs that have a struck form of their own.
enum Negations {
    static let table: [UInt32: UInt32] = {
        let pairs: [(UInt32, UInt32)] = [
            (0x3D, 0x2260), (0x2208, 0x2209), (0x220B, 0x220C), (0x2203, 0x2204), (0x2223, 0x2224), (0x7C, 0x2224),
            (0x2225, 0x2226), (0x223C, 0x2241), (0x2243, 0x2244), (0x2245, 0x2247), (0x2248, 0x2249), (0x2261, 0x2262),
            (0x3C, 0x226E), (0x3E, 0x226F), (0x2264, 0x2270), (0x2265, 0x2271), (0x2272, 0x2274), (0x2273, 0x2275),
            (0x2276, 0x2278), (0x2277, 0x2279), (0x227A, 0x2280), (0x227B, 0x2281), (0x2282, 0x2284), (0x2283, 0x2285),
            (0x2286, 0x2288), (0x2287, 0x2289), (0x22A2, 0x22AC), (0x22A8, 0x22AD), (0x22A9, 0x22AE), (0x227C, 0x22E0),
            (0x227D, 0x22E1), (0x2291, 0x22E2), (0x2292, 0x22E3), (0x22B2, 0x22EA), (0x22B3, 0x22EB), (0x22B4, 0x22EC),
            (0x22B5, 0x22ED), (0x2190, 0x219A), (0x2192, 0x219B), (0x2194, 0x21AE), (0x21D0, 0x21CD), (0x21D2, 0x21CF),
            (0x21D4, 0x21CE), (0x2AAF, 0x22E0), (0x2AB0, 0x22E1),
        ]
        var table: [UInt32: UInt32] = [:]
        for (sign, negated) in pairs { table[sign] = negated }
        return table
    }()
}
