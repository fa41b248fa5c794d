extension LaTeXPieces {
    /// The side with bold letters where it treats letters as matrices and vectors: capitals, what is transposed or multiplied with
    /// something transposed, what stands between double bars, what follows a capital. `nil` where nothing would be bold.
    func emboldened() -> LaTeXPieces? {
        var matrices: Set<String> = []
        var vectors: Set<String> = []
        var isAfterTransposed = false
        var isAfterMatrix = false
        var hasLayer = false
        var inBrackets: [Int] = []
        let counts = counts
        walk { name, scripts, _ in
            let letter = string(name)
            let isTransposed = Self.transposes(string(scripts))
            let isMatrix = letter.first?.isUppercase == true && !counts.contains(letter) || letter.first == "\\" && letter != "\\mu"
            if isMatrix {
                matrices.insert(letter)
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
        } other: { place in
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
            guard inBrackets.contains(place) || Self.transposes(string((close + 1)..<max(close + 1, scriptsEnd(close + 1)))) else { continue }
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
        // A bias has as many numbers as the layer.
        if hasLayer { vectors.insert("b") }
        let bold = matrices.union(vectors)
        guard !bold.isEmpty else { return nil }
        var out: [UInt8] = []
        var last = 0
        walk { name, _, lower in
            guard bold.contains(string(name)) else { return }
            out += latex[last..<lower] + Array((pieces[name.lowerBound].kind == .command ? "\\boldsymbol{" : "\\mathbf{").utf8) + text(name) + [UInt8(ascii: "}")]
            last = pieces[name.upperBound - 1].upper
        } other: { _ in }
        out += latex[last...]
        return LaTeXPieces(out[...])
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

    /// Greek capitals that are matrices.
    fileprivate static let greekMatrices: Set<String> = ["Sigma", "Lambda", "Psi", "Phi", "Omega"]

    private static func transposes(_ scripts: String) -> Bool {
        scripts.contains("^T") || scripts.contains("^{T}") || scripts.contains("\\top") || scripts.contains("T}") || scripts.contains("intercal") || scripts.contains("^{\\prime}")
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
            if end == place + 1, pieces[place].kind == .letter && pieces[place].upper == pieces[place].lower + 1 || command(place) == "mu" || Self.greekMatrices.contains(command(place) ?? "") {
                letter(place..<end, end..<max(end, last), pieces[place].lower)
            } else {
                other(place)
            }
            place = max(end, last)
        }
    }
}
