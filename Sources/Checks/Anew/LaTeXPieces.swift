import Source

/// One side of a statement cut into what a rewriting goes by: names, scripts, brackets. Sizes, spaces and marks of alignment are
/// left out.
struct LaTeXPieces {
    enum Kind { case command, word, letter, open, close, sub, sup, prime, other }

    struct Piece {
        var kind: Kind
        var lower: Int
        var upper: Int
        /// Of a bracket: the piece that closes or opens it.
        var partner = -1
    }

    let latex: [UInt8]
    private(set) var pieces: [Piece] = []

    static let longest = 600

    /// `nil` where brackets do not match, or there is too much of it.
    ///
    /// - Parameter names: words that are one name each though they are written as letters side by side: `pos`.
    init?(_ written: ArraySlice<UInt8>, names: Set<String> = []) {
        guard written.count <= Self.longest else { return nil }
        latex = Self.boundsInOrder(Self.cleaned(written, names))
        var index = 0
        var opened: [Int] = []
        while index < latex.count {
            let start = index
            let byte = latex[index]
            var kind = Kind.other
            index += 1
            switch byte {
            case UInt8(ascii: " "): continue
            case UInt8(ascii: "\\"):
                while index < latex.count, latex[index].isASCIILetter { index += 1 }
                if index == start + 1 { index += 1 }
                if latex[start..<min(index, latex.count)].elementsEqual("\\begin".utf8) || latex[start..<min(index, latex.count)].elementsEqual("\\end".utf8) {
                    index = (latex[index...].firstIndex(of: UInt8(ascii: "}")) ?? latex.count - 1) + 1
                }
                kind = .command
            case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["):
                kind = .open
                opened.append(pieces.count)
            case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): kind = .close
            case UInt8(ascii: "_"): kind = .sub
            case UInt8(ascii: "^"): kind = .sup
            case UInt8(ascii: "'"): kind = .prime
            case 0xCE, 0xCF:
                // Greek letters in UTF-8.
                index += 1
                kind = .letter
            default:
                if byte.isASCIILetter {
                    kind = .letter
                    if let word = Self.word(at: start, in: latex) {
                        index = start + word
                        kind = .word
                    }
                } else if byte >= 0x80 {
                    while index < latex.count, latex[index] & 0xC0 == 0x80 { index += 1 }
                }
            }
            index = min(index, latex.count)
            var piece = Piece(kind: kind, lower: start, upper: index)
            if kind == .close {
                guard let open = opened.popLast(), Self.closes(byte, latex[pieces[open].lower]) else { return nil }
                piece.partner = open
                pieces[open].partner = pieces.count
            }
            pieces.append(piece)
        }
        guard opened.isEmpty, !pieces.isEmpty else { return nil }
    }

    private static func closes(_ close: UInt8, _ open: UInt8) -> Bool {
        switch close {
        case UInt8(ascii: "}"): open == UInt8(ascii: "{")
        case UInt8(ascii: ")"): open == UInt8(ascii: "(")
        default: open == UInt8(ascii: "[")
        }
    }

    /// Functions that authors write without a backslash.
    private static let words: [[UInt8]] = [
        "softmax", "sigmoid", "Softmax", "Sigmoid", "arctan", "tanh", "cosh", "sinh", "sign", "ReLU", "relu", "Swish", "swish", "SiLU", "GELU", "clip", "log", "exp",
        "max", "min", "sin", "cos", "tan", "det", "arg", "sgn", "ln", "lg", "tr", "Tr", "Cov", "KL",
    ].map { Array($0.utf8) }

    private static func word(at start: Int, in latex: [UInt8]) -> Int? {
        words.first { latex[start...].starts(with: $0) }?.count
    }

    private static let dropped: Set<String> = [
        "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr", "displaystyle", "textstyle", "limits", "nolimits",
        "quad", "qquad", "nonumber", "notag", "hspace", ",", "!", ";", ":", " ", ">",
    ]
    private static let replaced: [String: String] = ["dfrac": "\\frac", "tfrac": "\\frac", "cfrac": "\\frac", "mid": "|", "lbrace": "\\{", "ne": "\\neq ", "lVert": "\\|", "rVert": "\\|", "Vert": "\\|", "lvert": "|", "rvert": "|", "vert": "|"]

    private static let upright: Set<String> = ["text", "mathrm", "operatorname", "textrm", "textbf", "mathbf", "mathit", "mathsf", "begin", "end", "rm"]

    private static func cleaned(_ written: ArraySlice<UInt8>, _ names: Set<String>) -> [UInt8] {
        var out: [UInt8] = []
        let bytes = Array(written)
        let hasTable = bytes.containsSequence("\\begin")
        var index = 0
        func skipGroup() {
            guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else { return }
            while index < bytes.count, bytes[index] != UInt8(ascii: "}") { index += 1 }
            index += 1
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\") {
                let start = index
                index += 1
                while index < bytes.count, bytes[index].isASCIILetter { index += 1 }
                if index == start + 1 { index = min(index + 1, bytes.count) }
                let name = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
                if dropped.contains(name) {
                    if name == "hspace" { skipGroup() }
                    // An invisible bracket.
                    if name == "left" || name == "right", index < bytes.count, bytes[index] == UInt8(ascii: ".") { index += 1 }
                    out.append(0x20)
                } else if name == "tag" || name == "label" {
                    skipGroup()
                } else if name == "\\", !hasTable {
                    out.append(0x20)
                } else if let other = replaced[name] {
                    out += Array(other.utf8)
                } else {
                    out += bytes[start..<index]
                    if upright.contains(name), index < bytes.count, bytes[index] == UInt8(ascii: "{") {
                        let group = index
                        skipGroup()
                        out += bytes[group..<min(index, bytes.count)]
                    }
                }
                continue
            }
            if byte.isASCIILetter, !names.isEmpty {
                let start = index
                while index < bytes.count, bytes[index].isASCIILetter { index += 1 }
                let run = bytes[start..<index]
                out += run.count > 1 && names.contains(String(decoding: run, as: UTF8.self)) ? Array("\\mathrm{".utf8) + run + [UInt8(ascii: "}")] : Array(run)
                continue
            }
            index += 1
            switch byte {
            case UInt8(ascii: "&") where !hasTable: continue
            case UInt8(ascii: "~"), 0x09, 0x0A, 0x0D: out.append(0x20)
            case 0xE2 where index + 1 < bytes.count && bytes[index] == 0x88 && bytes[index + 1] == 0x92:
                // U+2212
                out.append(UInt8(ascii: "-"))
                index += 2
            default: out.append(byte)
            }
        }
        while let last = out.last, last <= 0x20 || last == UInt8(ascii: ",") || last == UInt8(ascii: ".") || last == UInt8(ascii: ";") { out.removeLast() }
        return out
    }

    /// `\sum^{n}_{i=1}` as `\sum_{i=1}^{n}`; without an upper bound where that is the size of a set (`|y|`).
    private static func boundsInOrder(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.containsSequence("\\sum") || bytes.containsSequence("\\prod") else { return bytes }
        var out: [UInt8] = []
        var index = 0
        func argument(_ start: Int) -> Int {
            guard start < bytes.count else { return bytes.count }
            if bytes[start] == UInt8(ascii: "{") {
                var depth = 0
                var end = start
                while end < bytes.count {
                    if bytes[end] == UInt8(ascii: "{") { depth += 1 }
                    if bytes[end] == UInt8(ascii: "}") { depth -= 1 }
                    end += 1
                    if depth == 0 { break }
                }
                return end
            }
            var end = start + 1
            if bytes[start] == UInt8(ascii: "\\") { while end < bytes.count, bytes[end].isASCIILetter { end += 1 } }
            return end
        }
        func skippingBlanks(_ start: Int) -> Int {
            var place = start
            while place < bytes.count, bytes[place] == 0x20 { place += 1 }
            return place
        }
        while index < bytes.count {
            guard let name = ["\\sum", "\\prod"].first(where: { bytes[index...].starts(with: $0.utf8) }) else {
                out.append(bytes[index])
                index += 1
                continue
            }
            out += Array(name.utf8)
            index += name.utf8.count
            var scripts: [(mark: UInt8, range: Range<Int>)] = []
            while scripts.count < 2 {
                let mark = skippingBlanks(index)
                guard mark < bytes.count, bytes[mark] == UInt8(ascii: "_") || bytes[mark] == UInt8(ascii: "^") else { break }
                let start = skippingBlanks(mark + 1)
                let end = argument(start)
                scripts.append((bytes[mark], start..<max(start, min(end, bytes.count))))
                index = max(end, start)
            }
            let upper = scripts.first { $0.mark == UInt8(ascii: "^") }
            let inner = upper.map { bytes[$0.range].filter { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") && $0 != 0x20 } } ?? []
            let isSize = inner.count > 2 && inner.first == UInt8(ascii: "|") && inner.last == UInt8(ascii: "|")
            if let lower = scripts.first(where: { $0.mark == UInt8(ascii: "_") }) {
                let sign = bytes[lower.range].firstIndex(of: UInt8(ascii: "="))
                if isSize, let sign, bytes[lower.range.lowerBound] == UInt8(ascii: "{") {
                    out += [UInt8(ascii: "_")] + bytes[lower.range.lowerBound..<sign] + [UInt8(ascii: "}")]
                } else {
                    out += [UInt8(ascii: "_")] + bytes[lower.range]
                }
            }
            if let upper, !isSize { out += [UInt8(ascii: "^")] + bytes[upper.range] }
            out.append(0x20)
        }
        return out
    }

    // MARK: - Names

    func text(_ range: Range<Int>) -> ArraySlice<UInt8> {
        guard !range.isEmpty, pieces.indices.contains(range.lowerBound), pieces.indices.contains(range.upperBound - 1) else { return [] }
        return latex[pieces[range.lowerBound].lower..<pieces[range.upperBound - 1].upper]
    }

    func string(_ range: Range<Int>) -> String { String(decoding: text(range), as: UTF8.self) }

    func isByte(_ place: Int, _ byte: Unicode.Scalar) -> Bool {
        pieces.indices.contains(place) && pieces[place].upper - pieces[place].lower == 1 && latex[pieces[place].lower] == UInt8(ascii: byte)
    }

    /// The name of the command there, without its backslash.
    func command(_ place: Int) -> String? {
        guard pieces.indices.contains(place), pieces[place].kind == .command else { return nil }
        return String(decoding: latex[(pieces[place].lower + 1)..<pieces[place].upper], as: UTF8.self)
    }

    private static let styles: Set<String> = [
        "mathbf", "mathrm", "mathcal", "mathbb", "mathit", "mathsf", "boldsymbol", "bm", "pmb", "text", "operatorname", "hat", "tilde", "bar", "widehat", "widetilde", "overline", "vec", "textbf",
    ]

    private static let greek: Set<String> = {
        let small = [
            "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta", "iota", "kappa", "lambda", "mu", "nu", "xi", "pi", "rho", "varrho", "sigma",
            "tau", "upsilon", "phi", "varphi", "chi", "psi", "omega", "ell",
        ]
        return Set(small + ["Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega"])
    }()

    /// Where a name without scripts ends that begins there.
    func nameEnd(_ place: Int) -> Int? {
        guard pieces.indices.contains(place) else { return nil }
        if pieces[place].kind == .letter { return place + 1 }
        guard let name = command(place) else { return nil }
        if Self.greek.contains(name) { return place + 1 }
        guard Self.styles.contains(name), pieces.indices.contains(place + 1) else { return nil }
        if isByte(place + 1, "{") { return pieces[place + 1].partner + 1 }
        return nameEnd(place + 1)
    }

    /// Where the scripts end that begin there.
    func scriptsEnd(_ place: Int) -> Int {
        var end = place
        while pieces.indices.contains(end) {
            switch pieces[end].kind {
            case .prime: end += 1
            case .sub, .sup: end = argumentEnd(end + 1)
            default: return end
            }
        }
        return min(end, pieces.count)
    }

    /// Where one argument of a command or script ends.
    func argumentEnd(_ place: Int) -> Int {
        guard pieces.indices.contains(place) else { return pieces.count }
        if isByte(place, "{") { return pieces[place].partner + 1 }
        return nameEnd(place) ?? place + 1
    }

    /// Letters of a name without style: `h` of `\mathbf{h}`, `pi` of `\pi`.
    func base(_ range: Range<Int>) -> String {
        var base = ""
        for place in range {
            if let name = command(place) {
                if Self.greek.contains(name) { base += name }
            } else if pieces[place].kind == .letter {
                base += string(place..<(place + 1))
            }
        }
        return base
    }
}
