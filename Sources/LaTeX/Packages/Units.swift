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
    mutating func quantityLaTeX(_ command: QuantityCommand, from start: Int) -> [UInt8]? {
        _ = rawOptional()
        switch command {
        case .quantity:
            guard let number = rawArgument("the number", from: start) else { return nil }
            _ = rawOptional()
            guard let unit = rawArgument("the unit", from: start) else { return nil }
            return Units.quantity(number: number.bytes, unit: unit.bytes)
        case .unit: return rawArgument("the unit", from: start).map { Units.unit($0.bytes) }
        case .list(let hasUnit):
            guard let numbers = rawArgument("the numbers", from: start) else { return nil }
            var unit: [UInt8] = []
            if hasUnit {
                guard let raw = rawArgument("the unit", from: start) else { return nil }
                unit = latex("\\,", Units.unit(raw.bytes))
            }
            let parts = numbers.bytes.split(separator: UInt8(ascii: ";")).map { Units.number(Array($0)) + unit }
            var out: [UInt8] = []
            for (k, part) in parts.enumerated() {
                if k > 0 { out += latex(k == parts.count - 1 ? (k == 1 ? "\\text{ and }" : "\\text{, and }") : "\\text{, }") }
                out += part
            }
            return latex("{", out, "}")
        case .interval(let hasUnit):
            guard let low = rawArgument("the first number", from: start), let high = rawArgument("the last number", from: start)
            else { return nil }
            var unit: [UInt8] = []
            if hasUnit {
                guard let raw = rawArgument("the unit", from: start) else { return nil }
                unit = latex("\\,", Units.unit(raw.bytes))
            }
            return latex("{", Units.number(low.bytes), unit, "\\text{ to }", Units.number(high.bytes), unit, "}")
        case .number: return rawArgument("the number", from: start).map { Units.number($0.bytes) }
        case .angle:
            guard let raw = rawArgument("the angle", from: start) else { return nil }
            let parts = raw.bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            let signs = ["^{\\circ}", "'", "''"]
            var out: [UInt8] = []
            for (part, sign) in zip(parts, signs) where !part.isEmpty { out += latex(Array(part), sign) }
            return latex("{", out, "}")
        }
    }
}

/// Numbers and units as LaTeX.
enum Units {
    private static let prefixes: [String: String] = [
        "pico": "p", "nano": "n", "micro": "\u{B5}", "milli": "m", "centi": "c", "deci": "d", "deca": "da", "hecto": "h",
        "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "femto": "f",
    ]
    private static let names: [String: String] = [
        "metre": "m", "meter": "m", "gram": "g", "kilogram": "kg", "second": "s", "ampere": "A", "kelvin": "K", "mole": "mol",
        "candela": "cd", "hertz": "Hz", "newton": "N", "pascal": "Pa", "joule": "J", "watt": "W", "coulomb": "C", "volt": "V",
        "farad": "F", "ohm": "\u{3A9}", "siemens": "S", "weber": "Wb", "tesla": "T", "henry": "H", "lumen": "lm", "lux": "lx",
        "becquerel": "Bq", "gray": "Gy", "sievert": "Sv", "radian": "rad", "steradian": "sr", "degree": "\u{B0}",
        "celsius": "\u{B0}C", "degreeCelsius": "\u{B0}C", "percent": "\\%", "minute": "min", "hour": "h", "day": "d",
        "litre": "l", "liter": "L", "tonne": "t", "electronvolt": "eV", "bit": "bit", "byte": "B", "bar": "bar",
        "decibel": "dB", "angstrom": "\u{C5}", "hectare": "ha", "km": "km", "cm": "cm", "mm": "mm", "kg": "kg", "ms": "ms",
    ]

    static func quantity(number: [UInt8], unit: [UInt8]) -> [UInt8] {
        Array("{".utf8) + self.number(number) + Array("\\,".utf8) + self.unit(unit) + Array("}".utf8)
    }

    /// `1.2e3`, `1.5 +- 0.1`.
    static func number(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self).replacing("+-", with: "\\pm ")
        guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }),
            text[text.index(after: mark)...].allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "+") })
        else { return Array("{\(text)}".utf8) }
        let mantissa = text[..<mark]
        let exponent = text[text.index(after: mark)...]
        return Array("{\(mantissa)\(mantissa.isEmpty ? "" : "\\times ")10^{\(exponent)}}".utf8)
    }

    /// `m/s^2`, `\kilo\metre\per\second\squared`.
    static func unit(_ bytes: [UInt8]) -> [UInt8] {
        var out = ""
        var word = ""
        var power = ""
        var isPer = false
        func flush() {
            guard !word.isEmpty else { return }
            if !out.isEmpty, out.last != "/", out.last != " " { out += "\\," }
            out += "\\mathrm{\(word)}"
            let exponent = isPer ? "-\(power.isEmpty ? "1" : power)" : power
            if !exponent.isEmpty { out += "^{\(exponent)}" }
            word = ""
            power = ""
            isPer = false
        }
        var prefix = ""
        let text = Array(String(decoding: bytes, as: UTF8.self))
        var i = 0
        while i < text.count {
            let c = text[i]
            if c == "\\" {
                var name = ""
                i += 1
                while i < text.count, text[i].isLetter {
                    name.append(text[i])
                    i += 1
                }
                switch name {
                case "per":
                    flush()
                    isPer = true
                case "squared": power = "2"
                case "cubed": power = "3"
                case "square", "cubic":
                    flush()
                    power = name == "square" ? "2" : "3"
                case "tothe", "of": break
                default:
                    if let sign = prefixes[name] {
                        if !word.isEmpty { flush() }
                        prefix = sign
                    } else {
                        if !word.isEmpty { flush() }
                        word = prefix + (names[name] ?? name)
                        prefix = ""
                    }
                }
            } else if c.isLetter || c == "%" || c == "°" {
                if !word.isEmpty, i > 0, text[i - 1] == "." || text[i - 1] == "~" { flush() }
                word += c == "%" ? "\\%" : String(c)
                i += 1
            } else if c == "^" {
                i += 1
                let isGroup = i < text.count && text[i] == "{"
                if isGroup { i += 1 }
                while i < text.count, text[i].isNumber || text[i] == "-" {
                    power.append(text[i])
                    i += 1
                }
                if isGroup, i < text.count { i += 1 }
            } else if c == "/" {
                flush()
                out += "/"
                i += 1
            } else {
                if c == "." || c == "~" || c == " " { flush() }
                i += 1
            }
        }
        flush()
        return Array("{\(out)}".utf8)
    }
}
