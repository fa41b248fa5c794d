/// The package `mhchem`: `\ce{2H2 + O2 -> 2H2O}` and `\pu{1.2e3 kJ*mol-1}` as LaTeX.
///
/// Source: Hensel, The mhchem bundle (manual, 2021).
struct Chemistry {
    let b: Excerpt
    let closings: [Int32]
    var i = 0
    var out = Excerpt()
    /// Something stands before in this term that a charge, a subscript or a bond can belong to.
    var hasBase = false
    /// The base has them already: another stands on nothing.
    private var hasSub = false
    private var hasSup = false
    private var depth: Int

    init(_ bytes: Excerpt, depth: Int) {
        b = bytes
        closings = Chemistry.closings(bytes)
        self.depth = depth
    }

    static func latex(_ bytes: Excerpt, depth: Int = 0) -> Excerpt {
        guard depth < 8 else { return Array("\\text{".utf8) + bytes + Array("}".utf8) }
        var reader = Chemistry(bytes, depth: depth)
        reader.read()
        return Array("{".utf8) + reader.out + Array("}".utf8)
    }

    mutating func put(_ text: String) { out += text.utf8 }

    func at(_ k: Int) -> UInt8 { k >= 0 && k < b.count ? b[k] : 0 }

    private func has(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard i + count <= b.count else { return false }
        return text.withUTF8Buffer { bytes in
            for k in 0..<count where bytes[k] != b[i + k] { return false }
            return true
        }
    }

    static func isLetter(_ c: UInt8) -> Bool { (c | 0x20) &- 0x61 < 26 }
    private static func isCapital(_ c: UInt8) -> Bool { c &- 0x41 < 26 }
    static func isDigit(_ c: UInt8) -> Bool { c &- 0x30 < 10 }
    static func isBlank(_ c: UInt8) -> Bool { c == 0x20 || c &- 9 < 5 }
    private func endsTerm(_ k: Int) -> Bool { k >= b.count || Chemistry.isBlank(b[k]) }

    private mutating func read() {
        while i < b.count {
            let c = b[i]
            if !isScript(c) { (hasSub, hasSup) = (false, false) }
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

    /// The byte begins a script of what stands before it.
    private func isScript(_ c: UInt8) -> Bool {
        c == UInt8(ascii: "_") || c == UInt8(ascii: "^") || (hasBase && (c == UInt8(ascii: "+") || c == UInt8(ascii: "-") || c == UInt8(ascii: "'")))
            || Chemistry.isDigit(c)
    }

    /// Writes `_` or `^`; on nothing where the base has that script.
    private mutating func mark(_ sign: UInt8) {
        let isSup = sign == UInt8(ascii: "^")
        if isSup ? hasSup : hasSub {
            put("{}")
            (hasSub, hasSup) = (false, false)
        }
        if isSup { hasSup = true } else { hasSub = true }
        out.append(sign)
    }

    private static let arrows: [(StaticString, String)] = [
        ("<=>>", "\\xrightleftharpoons"), ("<<=>", "\\xrightleftharpoons"), ("<-->", "\\xrightleftarrows"),
        ("<=>", "\\xrightleftharpoons"), ("<->", "\\xleftrightarrow"), ("->", "\\xrightarrow"),
        ("<-", "\\xleftarrow"), ("→", "\\xrightarrow"), ("⇌", "\\xrightleftharpoons"),
    ]

    private mutating func arrow() -> Bool {
        for (sign, command) in Chemistry.arrows where has(sign) {
            i += sign.utf8CodeUnitCount
            var labels: [Excerpt] = []
            while labels.count < 2, at(i) == UInt8(ascii: "["), let end = closing(i) {
                labels.append(Excerpt(b[(i + 1)..<end]))
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
    func closing(_ start: Int) -> Int? {
        guard closings.indices.contains(start), closings[start] > 0 else { return nil }
        return Int(closings[start])
    }

    /// For each `[` and `{` its closing bracket, each kind by itself; 0 where there is none.
    private static func closings(_ b: Excerpt) -> [Int32] {
        var closings = [Int32](repeating: 0, count: b.count)
        var brackets: [Int] = []
        var braces: [Int] = []
        for k in 0..<b.count {
            switch b[k] {
            case UInt8(ascii: "["): brackets.append(k)
            case UInt8(ascii: "{"): braces.append(k)
            case UInt8(ascii: "]"):
                if let open = brackets.popLast() { closings[open] = Int32(truncatingIfNeeded: k) }
            case UInt8(ascii: "}"):
                if let open = braces.popLast() { closings[open] = Int32(truncatingIfNeeded: k) }
            default: break
            }
        }
        return closings
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
            mark(UInt8(ascii: "_"))
            put("{")
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
            let isCharge = hasBase && (endsTerm(i) || endsCharge(i) || at(i) == c)
            if isCharge {
                var count = 1
                while at(i) == c {
                    count += 1
                    i += 1
                }
                mark(UInt8(ascii: "^"))
                put("{" + String(repeating: c == UInt8(ascii: "+") ? "+" : "-", count: count) + "}")
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
            if c == UInt8(ascii: "("), hasBase, let end = stateEnd(i) {
                put("\\,(\\mathrm{")
                out += b[(i + 1)..<end]
                put("}")
                i = end
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
            var braces = 0
            while i < b.count, b[i] != UInt8(ascii: "$") || braces > 0 {
                if b[i] == UInt8(ascii: "\\") { i += 1 } else if b[i] == UInt8(ascii: "{") { braces += 1 } else if b[i] == UInt8(ascii: "}") {
                    braces -= 1
                }
                i += 1
            }
            put("{")
            out += b[start..<Swift.min(i, b.count)]
            put("}")
            i += 1
            hasBase = true
        case UInt8(ascii: "'") where hasBase && !hasSup:
            let start = i
            while at(i) == c { i += 1 }
            mark(UInt8(ascii: "^"))
            put("{" + String(repeating: "\\prime", count: i - start) + "}")
        case UInt8(ascii: "{"):
            guard let end = closing(i) else { return unread() }
            group(Excerpt(b[(i + 1)..<end]))
            i = end + 1
            hasBase = true
        case UInt8(ascii: "\\"): command()
        case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "}"): unread()
        default:
            out += b[i..<(i + 1)]
            i += 1
            // `Li,1-2x`: what follows begins anew.
            if c == UInt8(ascii: ",") || c == UInt8(ascii: ";") { hasBase = false }
        }
    }

    /// A byte that stays a fault of the formula.
    private mutating func unread() {
        out += b[i..<(i + 1)]
        i += 1
    }

    /// `^2-`, `^{2-}`, `_x`; `^` alone is a gas.
    private mutating func script(_ mark: UInt8) {
        i += 1
        if mark == UInt8(ascii: "^"), !hasBase, endsTerm(i) {
            put("\\uparrow ")
            return
        }
        if !hasBase, out.last != UInt8(ascii: "}") || at(i - 2) == 0x20 {
            put("{}")
            (hasSub, hasSup) = (false, false)
        }
        self.mark(mark)
        if at(i) == UInt8(ascii: "{"), let end = closing(i) {
            put("{")
            out += label(Excerpt(b[(i + 1)..<end]))
            put("}")
            i = end + 1
        } else if at(i) == UInt8(ascii: "$") || at(i) == UInt8(ascii: "\\") {
            put("{")
            sign(at(i))
            put("}")
        } else {
            let start = i
            while i < b.count, Chemistry.isDigit(b[i]) || b[i] == UInt8(ascii: ".") && Chemistry.isDigit(at(i + 1)) { i += 1 }
            if i == start, mark == UInt8(ascii: "^"), at(i) == UInt8(ascii: ".") {
                while at(i) == UInt8(ascii: ".") { i += 1 }
            } else if i == start, i < b.count, !Chemistry.isBlank(b[i]), at(i) != UInt8(ascii: "+"), at(i) != UInt8(ascii: "-") {
                i += 1
                while i < b.count, b[i] & 0xC0 == 0x80 { i += 1 }
            }
            if mark == UInt8(ascii: "^") {
                // `^2+`, `^n-`; in `s^2-N` the sign is a bond.
                var sign = i
                while at(sign) == UInt8(ascii: "+") || at(sign) == UInt8(ascii: "-") { sign += 1 }
                if sign > i, at(i) == UInt8(ascii: "+") || i == start || endsTerm(sign) || endsCharge(sign) || at(sign) == UInt8(ascii: "_") { i = sign }
            }
            put("{")
            out += b[start..<i]
            put("}")
        }
        hasBase = hasBase || (Chemistry.isDigit(at(i - 1)) == false && at(i - 1) != UInt8(ascii: "}"))
    }

    /// What may come right after a charge.
    private func endsCharge(_ k: Int) -> Bool {
        switch at(k) {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: "_"), UInt8(ascii: "}"):
            true
        default: false
        }
    }

    /// The end of the letters of `(aq)`, `(s)`, `(aq,$\\infty$)`.
    private func stateEnd(_ start: Int) -> Int? {
        var k = start + 1
        while at(k) &- 0x61 < 26 { k += 1 }
        guard (1...3).contains(k - start - 1), at(k) == UInt8(ascii: ")") || at(k) == UInt8(ascii: ",") else { return nil }
        return at(start + 1) == UInt8(ascii: "v") && k == start + 2 ? nil : k
    }

    /// Braces hold words together: `{Gluconic Acid}`, `{(+)}`.
    private mutating func group(_ inside: Excerpt) {
        if inside.isEmpty {
            put("{}")
        } else if inside.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "{") }) {
            out += Chemistry.latex(inside, depth: depth + 1)
        } else {
            put("\\text{")
            out += inside
            put("}")
        }
    }

    /// A script in braces: chemistry where it holds elements, words of several letters upright, else as it is.
    private func label(_ inside: Excerpt) -> Excerpt {
        if inside.contains(where: { Chemistry.isCapital($0) || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "{") }) {
            return Chemistry.latex(inside, depth: depth + 1)
        }
        var out = Excerpt()
        var k = 0
        while k < inside.count {
            var end = k
            while end < inside.count, Chemistry.isLetter(inside[end]) { end += 1 }
            if end > k + 1 {
                out += LaTeX.latex("\\mathrm{", inside[k..<end], "}")
                k = end
            } else if inside[k] == UInt8(ascii: "\\") {
                end = k + 1
                while end < inside.count, Chemistry.isLetter(inside[end]) { end += 1 }
                end = Swift.max(end, Swift.min(k + 2, inside.count))
                out += inside[k..<end]
                k = end
            } else {
                out += inside[k..<(k + 1)]
                k += 1
            }
        }
        return out
    }

    /// `\bond{=}`; any other command with its arguments is mathematics.
    mutating func command() {
        if has("\\bond{"), let end = closing(i + 5) {
            let kind = String(decoding: b[(i + 6)..<end], as: UTF8.self)
            let signs = ["-": "{-}", "=": "{=}", "#": "{\\equiv}", "~": "{\\tripledash}", "~-": "{\\overset{\\tripledash}{-}}",
                "~=": "{\\overset{\\tripledash}{=}}", "~--": "{\\overset{\\tripledash}{=}}", "-~-": "{\\overset{-}{\\underset{-}{\\tripledash}}}",
                "...": "{\\cdots}", "....": "{\\cdots}", "->": "{\\rightarrow}", "<-": "{\\leftarrow}"]
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
        switch String(decoding: b[start..<i], as: UTF8.self) {
        case "\\ca": put("{\\sim}")
        case "\\Ohm": put("\\Omega ")
        default:
            out += b[start..<i]
            put(" ")
        }
        hasBase = true
    }
}
