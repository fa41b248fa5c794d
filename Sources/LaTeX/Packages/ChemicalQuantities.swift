/// `\pu` of mhchem: a number and its units.
extension Chemistry {
    /// `\pu{1.2e3 kJ*mol-1}`: the number, then units whose digits are exponents.
    static func quantity(_ bytes: Excerpt) -> Excerpt {
        var reader = Chemistry(bytes, depth: 0)
        reader.readNumber()
        reader.readUnits()
        return Array("{".utf8) + reader.out + Array("}".utf8)
    }

    private mutating func readNumber() {
        while Chemistry.isBlank(at(i)) { i += 1 }
        let start = i
        while Chemistry.isDigit(at(i)) || at(i) == UInt8(ascii: ".") || at(i) == UInt8(ascii: ",") || at(i) == UInt8(ascii: "(") || at(i) == UInt8(ascii: ")")
            || (i == start || Chemistry.isDigit(at(i - 1))) && (at(i) == UInt8(ascii: "+") || at(i) == UInt8(ascii: "-"))
        { i += 1 }
        out += b[start..<i]
        if at(i) | 0x20 == UInt8(ascii: "e"), Chemistry.isDigit(at(i + 1)) || (at(i + 1) == UInt8(ascii: "-") || at(i + 1) == UInt8(ascii: "+")) && Chemistry.isDigit(at(i + 2)) {
            put(i > start ? "\\times 10^{" : "10^{")
            i += 1
            let exponent = i
            while Chemistry.isDigit(at(i)) || at(i) == UInt8(ascii: "-") || at(i) == UInt8(ascii: "+") { i += 1 }
            out += b[exponent..<i]
            put("}")
        }
        if i > start { put("~") }
        while Chemistry.isBlank(at(i)) { i += 1 }
    }

    private mutating func readUnits() {
        let start = out.count
        var top: Excerpt?
        defer {
            if let top { out = LaTeX.latex(out[..<start], "\\frac{", top, "}{", out[start...], "}") }
        }
        while i < b.count {
            let c = b[i]
            if Chemistry.isLetter(c) || c >= 0x80 {
                let start = i
                while Chemistry.isLetter(at(i)) || at(i) >= 0x80 { i += 1 }
                put("\\mathrm{")
                out += b[start..<i]
                put("}")
                let exponent = i
                if at(i) == UInt8(ascii: "-") || at(i) == UInt8(ascii: "+") { i += 1 }
                while Chemistry.isDigit(at(i)) { i += 1 }
                if i > exponent, Chemistry.isDigit(at(i - 1)) {
                    put("^{")
                    out += b[exponent..<i]
                    put("}")
                } else {
                    i = exponent
                }
            } else if c == UInt8(ascii: "*") || c == UInt8(ascii: ".") {
                put("\\,")
                i += 1
            } else if Chemistry.isBlank(c) {
                put("~")
                i += 1
            } else if c == UInt8(ascii: "/"), at(i + 1) == c {
                // `kJ//mol` is a fraction of units.
                i += 2
                if top == nil {
                    top = Excerpt(out[start...])
                    out = Excerpt(out[..<start])
                } else {
                    put("/")
                }
            } else if c == UInt8(ascii: "/") {
                put("/")
                i += 1
            } else if c == UInt8(ascii: "^") {
                i += 1
                put("^{")
                if at(i) == UInt8(ascii: "{"), let end = closing(i) {
                    out += b[(i + 1)..<end]
                    i = end + 1
                } else {
                    while Chemistry.isDigit(at(i)) || at(i) == UInt8(ascii: "-") {
                        out.append(at(i))
                        i += 1
                    }
                }
                put("}")
            } else if c == UInt8(ascii: "\\") {
                command()
            } else {
                out.append(c)
                i += 1
            }
        }
    }
}
