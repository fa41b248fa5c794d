/// The package `mhchem`: `\ce{2H2 + O2 -> 2H2O}` and `\pu{1.2e3 kJ*mol-1}` as LaTeX.
///
/// Source: Hensel, The mhchem bundle (manual, 2021).
struct Chemistry {
    private let b: [UInt8]
    private var i = 0
    private var out: [UInt8] = []
    /// Something stands before in this term that a charge, a subscript or a bond can belong to.
    private var hasBase = false
    private var depth: Int

    private init(_ bytes: [UInt8], depth: Int) {
        b = bytes
        self.depth = depth
    }

    static func latex(_ bytes: [UInt8], depth: Int = 0) -> [UInt8] {
        guard depth < 8 else { return Array("\\text{".utf8) + bytes + Array("}".utf8) }
        var reader = Chemistry(bytes, depth: depth)
        reader.read()
        return Array("{".utf8) + reader.out + Array("}".utf8)
    }

    private mutating func put(_ text: String) { out += text.utf8 }

    private func at(_ k: Int) -> UInt8 { k >= 0 && k < b.count ? b[k] : 0 }

    private func has(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard i + count <= b.count else { return false }
        return text.withUTF8Buffer { bytes in
            for k in 0..<count where bytes[k] != b[i + k] { return false }
            return true
        }
    }

    private static func isLetter(_ c: UInt8) -> Bool { (c | 0x20) &- 0x61 < 26 }
    private static func isCapital(_ c: UInt8) -> Bool { c &- 0x41 < 26 }
    private static func isDigit(_ c: UInt8) -> Bool { c &- 0x30 < 10 }
    private static func isBlank(_ c: UInt8) -> Bool { c == 0x20 || c &- 9 < 5 }
    private func endsTerm(_ k: Int) -> Bool { k >= b.count || Chemistry.isBlank(b[k]) }

    private mutating func read() {
        while i < b.count {
            let c = b[i]
            if Chemistry.isBlank(c) {
                if hasBase { put(" ") }
                hasBase = false
                i += 1
            } else if arrow() {
                hasBase = false
            } else if Chemistry.isLetter(c) {
                letters()
            } else if Chemistry.isDigit(c) {
                number()
            } else {
                sign(c)
            }
        }
    }

    private static let arrows: [(StaticString, String)] = [
        ("<=>>", "\\xrightleftharpoons"), ("<<=>", "\\xrightleftharpoons"), ("<-->", "\\xrightleftarrows"),
        ("<=>", "\\xrightleftharpoons"), ("<->", "\\xleftrightarrow"), ("->", "\\xrightarrow"),
        ("<-", "\\xleftarrow"), ("→", "\\xrightarrow"), ("⇌", "\\xrightleftharpoons"),
    ]

    private mutating func arrow() -> Bool {
        for (sign, command) in Chemistry.arrows where has(sign) {
            i += sign.utf8CodeUnitCount
            var labels: [[UInt8]] = []
            while labels.count < 2, at(i) == UInt8(ascii: "["), let end = closing(i) {
                labels.append(Array(b[(i + 1)..<end]))
                i = end + 1
            }
            let above = labels.first.map { Chemistry.latex($0, depth: depth + 1) } ?? []
            let below = labels.count > 1 ? Chemistry.latex(labels[1], depth: depth + 1) : []
            put("\\;" + command)
            if !below.isEmpty {
                put("[")
                out += below
                put("]")
            }
            put("{\\;\\;")
            out += above
            put("\\;\\;}\\;")
            return true
        }
        return false
    }

    /// The bracket that closes the one at `start`.
    private func closing(_ start: Int) -> Int? {
        let open = at(start)
        let close: UInt8 = open == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
        var level = 0
        for k in start..<b.count {
            if b[k] == open { level += 1 }
            if b[k] == close {
                level -= 1
                if level == 0 { return k }
            }
        }
        return nil
    }

    private mutating func letters() {
        let start = i
        // `v` and `(v)` alone: precipitate.
        if b[i] == UInt8(ascii: "v"), !hasBase, endsTerm(i + 1) {
            put("\\downarrow ")
            i += 1
            return
        }
        while i < b.count, Chemistry.isLetter(b[i]) { i += 1 }
        let isVariable = i - start == 1 && !Chemistry.isCapital(b[start]) && !hasBase && b[start] != UInt8(ascii: "e")
        if isVariable {
            put(" ")
            out.append(b[start])
            put(i < b.count && endsTerm(i) ? "\\," : "")
        } else {
            put("\\mathrm{")
            out += b[start..<i]
            put("}")
        }
        hasBase = true
    }

    private mutating func number() {
        let start = i
        while i < b.count, Chemistry.isDigit(b[i]) || (b[i] == UInt8(ascii: ".") && Chemistry.isDigit(at(i + 1))) { i += 1 }
        if hasBase {
            put("_{")
            out += b[start..<i]
            put("}")
            return
        }
        if at(i) == UInt8(ascii: "/"), Chemistry.isDigit(at(i + 1)) {
            let bottom = i + 1
            i += 1
            while i < b.count, Chemistry.isDigit(b[i]) { i += 1 }
            put("\\tfrac{")
            out += b[start..<(bottom - 1)]
            put("}{")
            out += b[bottom..<i]
            put("}\\,")
        } else {
            out += b[start..<i]
            put("\\,")
        }
        while i < b.count, Chemistry.isBlank(b[i]) { i += 1 }
    }

    private mutating func sign(_ c: UInt8) {
        switch c {
        case UInt8(ascii: "^"), UInt8(ascii: "_"): script(c)
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            i += 1
            let isCharge = hasBase && (endsTerm(i) || at(i) == UInt8(ascii: ")") || at(i) == UInt8(ascii: "]") || at(i) == c)
            if isCharge {
                var count = 1
                while at(i) == c {
                    count += 1
                    i += 1
                }
                put("^{" + String(repeating: c == UInt8(ascii: "+") ? "+" : "-", count: count) + "}")
            } else if hasBase, c == UInt8(ascii: "-") {
                put("{-}")
            } else {
                put(c == UInt8(ascii: "+") ? " + " : " - ")
                hasBase = false
            }
        case UInt8(ascii: "="), UInt8(ascii: "#"):
            i += 1
            put(hasBase ? (c == UInt8(ascii: "=") ? "{=}" : "{\\equiv}") : (c == UInt8(ascii: "=") ? " = " : "{\\equiv}"))
        case UInt8(ascii: "*"), UInt8(ascii: "."):
            i += 1
            put("\\cdot ")
            hasBase = false
        case UInt8(ascii: "("), UInt8(ascii: "["):
            if c == UInt8(ascii: "("), !hasBase, at(i + 2) == UInt8(ascii: ")"), at(i + 1) == UInt8(ascii: "v") || at(i + 1) == UInt8(ascii: "^") {
                put(at(i + 1) == UInt8(ascii: "v") ? "\\downarrow " : "\\uparrow ")
                i += 3
                return
            }
            out.append(c)
            i += 1
            hasBase = false
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
            out.append(c)
            i += 1
            hasBase = true
        case UInt8(ascii: "$"):
            let start = i + 1
            i += 1
            while i < b.count, b[i] != UInt8(ascii: "$") { i += 1 }
            put("{")
            out += b[start..<i]
            put("}")
            i += 1
            hasBase = true
        case UInt8(ascii: "{"):
            guard let end = closing(i) else { return unread() }
            out += Chemistry.latex(Array(b[(i + 1)..<end]), depth: depth + 1)
            i = end + 1
            hasBase = true
        case UInt8(ascii: "\\"): command()
        case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "}"): unread()
        default:
            out.append(c)
            i += 1
        }
    }

    /// A byte that stays a fault of the formula.
    private mutating func unread() {
        out.append(b[i])
        i += 1
    }

    /// `^2-`, `^{2-}`, `_x`; `^` alone is a gas.
    private mutating func script(_ mark: UInt8) {
        i += 1
        if mark == UInt8(ascii: "^"), !hasBase, endsTerm(i) {
            put("\\uparrow ")
            return
        }
        if !hasBase, out.last != UInt8(ascii: "}") || at(i - 2) == 0x20 { put("{}") }
        out.append(mark)
        if at(i) == UInt8(ascii: "{"), let end = closing(i) {
            let inside = Array(b[(i + 1)..<end])
            put("{")
            out += inside.contains(where: { Chemistry.isCapital($0) }) ? Chemistry.latex(inside, depth: depth + 1) : inside
            put("}")
            i = end + 1
        } else if at(i) == UInt8(ascii: "$") || at(i) == UInt8(ascii: "\\") {
            put("{")
            sign(at(i))
            put("}")
        } else {
            let start = i
            while i < b.count, Chemistry.isDigit(b[i]) || b[i] == UInt8(ascii: ".") && Chemistry.isDigit(at(i + 1)) { i += 1 }
            if mark == UInt8(ascii: "^") {
                while at(i) == UInt8(ascii: "+") || at(i) == UInt8(ascii: "-") { i += 1 }
            }
            if i == start, i < b.count, !Chemistry.isBlank(b[i]) { i += 1 }
            put("{")
            out += b[start..<i]
            put("}")
        }
        hasBase = hasBase || (Chemistry.isDigit(at(i - 1)) == false && at(i - 1) != UInt8(ascii: "}"))
    }

    /// `\bond{=}`; any other command with its arguments is mathematics.
    private mutating func command() {
        if has("\\bond{"), let end = closing(i + 5) {
            let kind = String(decoding: b[(i + 6)..<end], as: UTF8.self)
            let signs = ["-": "{-}", "=": "{=}", "#": "{\\equiv}", "...": "{\\cdots}", "....": "{\\cdots}", "->": "{\\rightarrow}", "<-": "{\\leftarrow}"]
            put(signs[kind] ?? "{-}")
            i = end + 1
            return
        }
        let start = i
        i += 1
        if Chemistry.isLetter(at(i)) {
            while Chemistry.isLetter(at(i)) { i += 1 }
        } else if i < b.count {
            i += 1
        }
        while at(i) == UInt8(ascii: "{"), let end = closing(i) { i = end + 1 }
        out += b[start..<i]
        put(" ")
        hasBase = true
    }

    // MARK: Quantities

    /// `\pu{1.2e3 kJ*mol-1}`: the number, then units whose digits are exponents.
    static func quantity(_ bytes: [UInt8]) -> [UInt8] {
        var reader = Chemistry(bytes, depth: 0)
        reader.readNumber()
        reader.readUnits()
        return Array("{".utf8) + reader.out + Array("}".utf8)
    }

    private mutating func readNumber() {
        while Chemistry.isBlank(at(i)) { i += 1 }
        let start = i
        while Chemistry.isDigit(at(i)) || at(i) == UInt8(ascii: ".") || at(i) == UInt8(ascii: ",")
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
            } else if c == UInt8(ascii: "/") {
                put("/")
                i += at(i + 1) == c ? 2 : 1
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
