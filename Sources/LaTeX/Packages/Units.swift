import Source

/// The package `siunitx`, as far as formulas need it.
enum QuantityCommand: Sendable, Equatable {
    /// `\SI{10}{\metre}`
    case quantity
    /// `\si{m/s}`, `\unit{…}`
    case unit
    /// `\num{1.2e3}`
    case number
    /// `\ang{30}`
    case angle
    /// `\numlist{1;2;3}`, `\qtylist{1;2}{m}`, `\numrange{1}{5}`, `\qtyrange{1}{5}{m}`
    case list(hasUnit: Bool)
    case interval(hasUnit: Bool)
}

extension CommandTable {
    static let quantityCommands: [(String, QuantityCommand)] = [
        ("SI", .quantity), ("si", .unit), ("unit", .unit), ("num", .number), ("ang", .angle),
        ("numlist", .list(hasUnit: false)), ("qtylist", .list(hasUnit: true)), ("SIlist", .list(hasUnit: true)),
        ("numrange", .interval(hasUnit: false)), ("qtyrange", .interval(hasUnit: true)), ("SIrange", .interval(hasUnit: true)),
    ]
}

extension Parser {
    mutating func quantityLaTeX(_ command: QuantityCommand, from start: Int) -> Excerpt? {
        _ = rawOptional()
        switch command {
        case .quantity:
            guard let number = rawArgument("the number", from: start) else { return nil }
            _ = rawOptional()
            guard let unit = rawArgument("the unit", from: start) else { return nil }
            return Units.quantity(number: number.excerpt, unit: unit.excerpt)
        case .unit: return rawArgument("the unit", from: start).map { Units.unit($0.excerpt) }
        case .list(let hasUnit):
            guard let numbers = rawArgument("the numbers", from: start) else { return nil }
            var unit = Excerpt()
            if hasUnit {
                guard let raw = rawArgument("the unit", from: start) else { return nil }
                unit = latex("\\,", Units.unit(raw.excerpt))
            }
            let parts = numbers.excerpt.split(separator: UInt8(ascii: ";")).map { latex(Units.number(Excerpt($0)), unit) }
            var out = Excerpt()
            for (k, part) in parts.enumerated() {
                if k > 0 { out += latex(k == parts.count - 1 ? (k == 1 ? "\\text{ and }" : "\\text{, and }") : "\\text{, }") }
                out += part
            }
            return latex("{", out, "}")
        case .interval(let hasUnit):
            guard let low = rawArgument("the first number", from: start), let high = rawArgument("the last number", from: start)
            else { return nil }
            var unit = Excerpt()
            if hasUnit {
                guard let raw = rawArgument("the unit", from: start) else { return nil }
                unit = latex("\\,", Units.unit(raw.excerpt))
            }
            return latex("{", Units.number(low.excerpt), unit, "\\text{ to }", Units.number(high.excerpt), unit, "}")
        case .number: return rawArgument("the number", from: start).map { Units.number($0.excerpt) }
        case .angle:
            guard let raw = rawArgument("the angle", from: start) else { return nil }
            let parts = raw.excerpt.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            let signs = ["^{\\circ}", "'", "''"]
            var out = Excerpt()
            for (part, sign) in zip(parts, signs) where !part.isEmpty { out += latex(part, sign) }
            return latex("{", out, "}")
        }
    }
}

/// Numbers and units as LaTeX.
enum Units {
    static func quantity(number: Excerpt, unit: Excerpt) -> Excerpt {
        latex("{", self.number(number), "\\,", self.unit(unit), "}")
    }

    /// `1.2e3`, `1.5 +- 0.1`, `2 x 3`, `1.5(3)e-4`.
    static func number(_ bytes: Excerpt) -> Excerpt {
        var out = latex("{")
        var hasDigit = false
        var i = 0
        while i < bytes.count {
            let c = bytes[i]
            if c == UInt8(ascii: "+"), i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "-") {
                out += latex("\\pm ")
                i += 2
            } else if c | 0x20 == UInt8(ascii: "e"), let end = exponentEnd(bytes, i + 1) {
                out += latex(hasDigit ? "\\times 10^{" : "10^{", bytes[(i + 1)..<end], "}")
                i = end
            } else if c == UInt8(ascii: "x"), hasDigit {
                out += latex("\\times ")
                i += 1
            } else if c == UInt8(ascii: "\\") {
                let end = Units.nameEnd(bytes, i + 1)
                out += latex(bytes[i..<end], " ")
                i = end
            } else {
                hasDigit = hasDigit || c &- 0x30 < 10
                out += bytes[i..<(i + 1)]
                i += 1
            }
        }
        return latex(out, "}")
    }

    private static func exponentEnd(_ bytes: Excerpt, _ start: Int) -> Int? {
        var i = start
        if i < bytes.count, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") { i += 1 }
        let digits = i
        while i < bytes.count, bytes[i] &- 0x30 < 10 { i += 1 }
        return i > digits ? i : nil
    }

    private static func nameEnd(_ bytes: Excerpt, _ start: Int) -> Int {
        var i = start
        while i < bytes.count, (bytes[i] | 0x20) &- 0x61 < 26 { i += 1 }
        return i == start ? Swift.min(start + 1, bytes.count) : i
    }

    /// `m/s^2`, `\kilo\metre\per\second\squared`.
    static func unit(_ bytes: Excerpt) -> Excerpt {
        var reader = UnitReader(bytes)
        reader.read()
        return latex("{", reader.out, "}")
    }

    /// One unit after another.
    private struct UnitReader {
        let bytes: Excerpt
        var out = Excerpt()
        private var i = 0
        private var prefix = ""
        private var word = Excerpt()
        private var power = Excerpt()
        private var label = Excerpt()
        /// `\per` stands before the unit.
        private var isPer = false
        /// The power came before the unit: `\square\metre`.
        private var isRaised = false

        init(_ bytes: Excerpt) { self.bytes = bytes }

        mutating func read() {
            while i < bytes.count {
                let c = bytes[i]
                switch c {
                case UInt8(ascii: "\\"): command()
                case UInt8(ascii: "^"):
                    i += 1
                    power = group()
                case UInt8(ascii: "_"):
                    i += 1
                    label = group()
                case UInt8(ascii: "/"):
                    flush()
                    out += latex("/")
                    i += 1
                case UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "*"), 0x20, 0x09...0x0D:
                    flush()
                    i += 1
                case UInt8(ascii: "%"):
                    word += latex("\\%")
                    i += 1
                case UInt8(ascii: "{"):
                    let inner = group()
                    word += inner
                default:
                    if !isWord { flush() }
                    word += bytes[i..<(i + 1)]
                    i += 1
                }
            }
            flush()
        }

        /// The word may still grow by letters.
        private var isWord: Bool { word.isEmpty || power.isEmpty || isRaised }

        private mutating func flush() {
            guard !word.isEmpty || !prefix.isEmpty else { return }
            if !out.isEmpty, out.last != UInt8(ascii: "/") { out += latex("\\,") }
            out += latex("\\mathrm{", prefix, word, "}")
            if !label.isEmpty { out += latex("_{\\mathrm{", label, "}}") }
            if isPer {
                out += latex("^{-", power.isEmpty ? latex("1") : power, "}")
            } else if !power.isEmpty {
                out += latex("^{", power, "}")
            }
            (prefix, word, power, label) = ("", Excerpt(), Excerpt(), Excerpt())
            (isPer, isRaised) = (false, false)
        }

        /// `{…}` or one byte.
        private mutating func group() -> Excerpt {
            guard i < bytes.count else { return Excerpt() }
            if bytes[i] == UInt8(ascii: "{"), let end = Parser.closingBrace(bytes, i) {
                defer { i = end + 1 }
                return Excerpt(bytes[(i + 1)..<end])
            }
            let start = i
            if bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") { i += 1 }
            while i < bytes.count, bytes[i] &- 0x30 < 10 { i += 1 }
            if i == start { i += 1 }
            return Excerpt(bytes[start..<Swift.min(i, bytes.count)])
        }

        private mutating func command() {
            let start = i
            i = Units.nameEnd(bytes, i + 1)
            let name = String(decoding: bytes[(start + 1)..<i], as: UTF8.self)
            switch name {
            case "per":
                flush()
                isPer = true
            case "squared": power = latex("2")
            case "cubed": power = latex("3")
            case "tothe":
                power = group()
            case "square", "cubic", "raiseto":
                flush()
                power = name == "raiseto" ? group() : latex(name == "square" ? "2" : "3")
                isRaised = true
            case "of":
                label = group()
            case "cdot", "times", ",", ";", ":", " ", "!":
                flush()
            default:
                if let sign = Units.prefixes[name] {
                    if !word.isEmpty { flush() }
                    prefix += sign
                } else {
                    if !word.isEmpty { flush() }
                    if let sign = Units.names[name] {
                        word = latex(sign)
                    } else {
                        word = latex(bytes[start..<i], " ")
                    }
                }
            }
        }
    }

    private static let prefixes = table(
        """
        yocto y zepto z atto a femto f pico p nano n micro µ milli m centi c deci d deca da deka da hecto h kilo k mega M giga G
        tera T peta P exa E zetta Z yotta Y ronna R quetta Q ronto r quecto q kibi Ki mebi Mi gibi Gi tebi Ti pebi Pi exbi Ei
        """)

    private static let names: [String: String] = {
        var names = table(
            """
            metre m meter m gram g kilogram kg second s ampere A kelvin K mole mol candela cd hertz Hz newton N pascal Pa joule J
            watt W coulomb C volt V farad F ohm Ω siemens S weber Wb tesla T henry H lumen lm lux lx becquerel Bq gray Gy
            sievert Sv katal kat radian rad steradian sr degree ° arcmin ′ arcminute ′ arcsecond ″ arcsec ″ celsius °C
            degreeCelsius °C percent \\% minute min hour h day d litre l liter L tonne t dalton Da electronvolt eV bit bit
            byte B bar bar decibel dB bel B neper Np angstrom Å hectare ha barn b astronomicalunit au knot kn mmHg mmHg
            nauticalmile M bohr a_0 parsec pc lightyear ly atomicmassunit u rpm rpm clight c hartree E_h elementarycharge e
            planckbar ħ electronmass m_e kWh kWh Molar M molar mol\\,dm^{-3} torr Torr gauss G dyne dyn erg erg gal Gal
            """)
        // Short forms stand for themselves, with u for µ.
        let short = """
            fg pg ng ug mg g kg pm nm um mm cm dm m km as fs ps ns us ms s fmol pmol nmol umol mmol mol kmol pA nA uA mA A kA ul ml
            l hl uL mL L hL mHz Hz kHz MHz GHz THz mN N kN MN Pa kPa MPa GPa pV nV uV mV V kV uW mW W kW MW GW J uJ mJ kJ eV meV
            keV MeV GeV TeV F fF pF nF uF mF H fH pH nH uH mH K dB C nC mC uC T mT uT
            """
        for name in short.split(whereSeparator: { $0 == " " || $0 == "\n" }) where names[String(name)] == nil {
            names[String(name)] = name.first == "u" ? "µ" + name.dropFirst() : String(name)
        }
        for (name, sign) in [("mohm", "mΩ"), ("kohm", "kΩ"), ("Mohm", "MΩ")] { names[name] = sign }
        return names
    }()

    /// "metre m gram g": names and signs.
    private static func table(_ text: String) -> [String: String] {
        var table: [String: String] = [:]
        var name: Substring?
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if let known = name {
                table[String(known)] = String(word)
                name = nil
            } else {
                name = word
            }
        }
        return table
    }
}
