extension LaTeXPieces {
    /// The side with bold letters where it treats letters as matrices and vectors: capitals, what is transposed or multiplied with
    /// something transposed, what stands between double bars, what follows a capital. `nil` where nothing would be bold.
    func emboldened() -> LaTeXPieces? {
        var matrices: Set<String> = []
        var vectors: Set<String> = []
        var isAfterTransposed = false
        var isAfterMatrix = false
        var hasLayer = false
        var before: String?
        var inBrackets: [Int] = []
        let counts = counts
        walk { name, scripts, _ in
            let letter = string(name)
            let isTransposed = Self.transposes(text(scripts))
            let isMatrix = isMatrix(name) && !counts.contains(letter)
            if isMatrix {
                matrices.insert(letter)
                // A row before it: `a_{l-1} W_l`.
                if let row = before, Self.rows.contains(row) { vectors.insert(row) }
                // `\Sigma^{-1} (x - \mu)`: vectors in the bracket.
                let open = max(scripts.upperBound, name.upperBound)
                if isByte(open, "("), pieces[open].partner > open { inBrackets.append(open) }
            } else if isTransposed || isAfterTransposed {
                vectors.insert(letter)
            } else if isAfterMatrix {
                vectors.insert(letter)
                hasLayer = true
            }
            isAfterTransposed = isTransposed && letter.first?.isLowercase == true
            isAfterMatrix = isMatrix
            hasLayer = hasLayer || isMatrix && before.map { Self.rows.contains($0) } ?? false
            before = letter
        } other: { place in
            if !isByte(place, "*") { before = nil }
            // A dot between is a product too.
            if command(place) != "cdot" {
                isAfterTransposed = false
                isAfterMatrix = false
            }
            if command(place) == "|", let end = nameEnd(place + 1), end == place + 2, pieces[place + 1].kind == .letter, command(scriptsEnd(end)) == "|" { vectors.insert(string((place + 1)..<end)) }
        }
        for place in pieces.indices where isByte(place, "(") && pieces[place].partner > place {
            // `(x_i - \mu)^\top`.
            let close = pieces[place].partner
            guard inBrackets.contains(place) || Self.transposes(text((close + 1)..<max(close + 1, scriptsEnd(close + 1)))) else { continue }
            for inner in (place + 1)..<close where pieces[inner].kind == .letter && !(pieces[inner - 1].kind == .sub || pieces[inner - 1].kind == .sup || isByte(inner - 1, "{") || isByte(inner + 1, "}")) {
                let letter = string(inner..<(inner + 1))
                if letter.first?.isLowercase == true, !isInScript(inner, from: place) { vectors.insert(letter) }
            }
            for inner in (place + 1)..<close where command(inner) == "mu" { vectors.insert("\\mu") }
        }
        for place in pieces.indices where command(place) == "langle" {
            var inner = place + 1
            while inner < pieces.count, command(inner) != "rangle" {
                if pieces[inner].kind == .letter, !isInScript(inner, from: place) { vectors.insert(string(inner..<(inner + 1))) }
                inner += 1
            }
        }
        // What a vector is multiplied with element by element is one: `W^\top \delta \odot f'(z)`.
        for place in pieces.indices where command(place) == "odot" {
            guard let end = nameEnd(place + 1), end == place + 2 else { continue }
            if pieces[place + 1].kind == .letter { vectors.insert(string((place + 1)..<end)) }
            let open = scriptsEnd(end)
            if isByte(open, "("), nameEnd(open + 1) == open + 2, pieces[open + 1].kind == .letter { vectors.insert(string((open + 1)..<(open + 2))) }
        }
        // A bias has as many numbers as the layer.
        if hasLayer { vectors.insert("b") }
        let bold = matrices.union(vectors)
        guard !bold.isEmpty else { return nil }
        var out: [UInt8] = []
        var last = 0
        walk { name, _, lower in
            let written = string(name)
            guard bold.contains(written) else { return }
            out += Self.withoutStars(latex[last..<lower])
            if pieces[name.lowerBound].kind != .command {
                out += Array("\\mathbf{".utf8) + text(name) + [UInt8(ascii: "}")]
            } else if name.count > 1 {
                let isDifferential = command(name.lowerBound) == "mathrm"
                let letter = written.last { $0 != "}" } ?? "X"
                out += Array("\\\(isDifferential ? "tilde" : command(name.lowerBound) ?? "bar"){\\mathbf{\(letter)}}".utf8)
            } else {
                out += Array("\\boldsymbol{".utf8) + text(name) + [UInt8(ascii: "}")]
            }
            last = pieces[name.upperBound - 1].upper
        } other: { _ in }
        out += latex[last...]
        return LaTeXPieces(out[...])
    }

    /// A star between two letters is the product of matrices.
    private static func withoutStars(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let isStar = bytes.contains(UInt8(ascii: "*")) && bytes.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") || $0.isASCIILetter }
        return isStar ? bytes.filter { $0 != UInt8(ascii: "*") } : Array(bytes)
    }

    /// Capitals that are numbers: what a sum runs to, a denominator by itself, a factor of a sum.
    private var counts: Set<String> {
        var counts: Set<String> = []
        for place in pieces.indices where pieces[place].kind == .letter && latex[pieces[place].lower] < 0x60 {
            let letter = string(place..<(place + 1))
            let isAlone = place > 1 && place + 1 < pieces.count && isByte(place - 1, "{") && isByte(place + 1, "}") && (isByte(place - 2, "}") || pieces[place - 2].kind == .sup)
            let isLimit = place > 1 && (pieces[place - 1].kind == .sup || isAlone && pieces[place - 2].kind == .sup) && letter != "T"
            if isLimit || isAlone || command(place + 1) == "sum" { counts.insert(letter) }
        }
        return counts
    }

    /// Capitals, decorated ones (`\bar{X}`), differentials of them (`\mathrm{dZ}`), Greek ones.
    private func isMatrix(_ name: Range<Int>) -> Bool {
        if let command = command(name.lowerBound), !Self.greekMatrices.contains(command) {
            guard command != "mu", command != "delta" else { return false }
            let inner = string((name.lowerBound + 1)..<name.upperBound).filter { $0 != "{" && $0 != "}" }
            return inner.count == 2 ? inner.first == "d" && inner.last?.isUppercase == true : inner.first?.isUppercase == true
        }
        let letter = string(name)
        return letter.first?.isUppercase == true || letter.first == "\\"
    }

    /// Letters of states that stand as rows before a matrix.
    private static let rows: Set<String> = ["a", "h", "x", "z", "s", "o"]
    private static let decorations: Set<String> = ["bar", "hat", "tilde"]

    /// `\bar{X}` of one letter, `\mathrm{dZ}`.
    private func isDecorated(_ place: Int, _ end: Int) -> Bool {
        guard let command = command(place) else { return false }
        let inner = string((place + 1)..<end).filter { $0 != "{" && $0 != "}" }
        if command == "mathrm" { return inner.count == 2 && inner.first == "d" && inner.last?.isUppercase == true }
        return Self.decorations.contains(command) && inner.utf8.count == 1 && inner.first?.isUppercase == true
    }

    /// Greek capitals that are matrices.
    fileprivate static let greekMatrices: Set<String> = ["Sigma", "Lambda", "Psi", "Phi", "Omega"]

    private static func transposes(_ scripts: ArraySlice<UInt8>) -> Bool {
        !scripts.isEmpty
            && (scripts.containsSequence("^T") || scripts.containsSequence("^{T}") || scripts.containsSequence("\\top") || scripts.containsSequence("T}")
                || scripts.containsSequence("intercal") || scripts.containsSequence("^{\\prime}"))
    }

    private func isInScript(_ place: Int, from start: Int) -> Bool {
        var k = start + 1
        while k < place {
            if pieces[k].kind == .sub || pieces[k].kind == .sup {
                let end = argumentEnd(k + 1)
                if place < end { return true }
                k = max(end, k + 1)
            } else {
                k += 1
            }
        }
        return false
    }

    /// Visits letters that are names, not those of scripts, and everything else.
    private func walk(_ letter: (Range<Int>, Range<Int>, Int) -> Void, other: (Int) -> Void) {
        var place = 0
        while place < pieces.count {
            if pieces[place].kind == .sub || pieces[place].kind == .sup {
                place = max(place + 1, argumentEnd(place + 1))
                continue
            }
            guard let end = nameEnd(place) else {
                other(place)
                place += 1
                continue
            }
            let last = scriptsEnd(end)
            if end == place + 1 || isDecorated(place, end), pieces[place].kind == .letter && pieces[place].upper == pieces[place].lower + 1 || command(place) == "mu" || command(place) == "delta" || isDecorated(place, end) || Self.greekMatrices.contains(command(place) ?? "") {
                letter(place..<end, end..<max(end, last), pieces[place].lower)
            } else {
                other(place)
            }
            place = max(end, last)
        }
    }
}
