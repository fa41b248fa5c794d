/// Other writings of one side of a statement that mean the same: what an entry is recognised in.
extension LaTeXPieces {
    /// `[a, b]` of two names as their inner product; `nil` where nothing is written so.
    func withInnerProducts() -> LaTeXPieces? {
        var out = ""
        var place = 0
        var isChanged = false
        while place < pieces.count {
            if isByte(place, "["), let first = nameEnd(place + 1), isByte(scriptsEnd(first), ","), let second = nameEnd(scriptsEnd(first) + 1),
                scriptsEnd(second) == pieces[place].partner
            {
                out += "\\langle \(string((place + 1)..<scriptsEnd(first))) , \(string((scriptsEnd(first) + 1)..<scriptsEnd(second))) \\rangle "
                place = pieces[place].partner + 1
                isChanged = true
                continue
            }
            out += string(place..<(place + 1)) + " "
            place += 1
        }
        return isChanged ? LaTeXPieces(Array(out.utf8)[...]) : nil
    }

    /// `x'` beside `x` as a name of its own.
    func withPrimesAsNames() -> LaTeXPieces? {
        var bare: Set<String> = []
        var primed: Set<String> = []
        for place in pieces.indices where pieces[place].kind == .letter {
            let letter = string(place..<(place + 1))
            let isPrimed = pieces.indices.contains(place + 1) && pieces[place + 1].kind == .prime
            let isApplied = isByte(place + (isPrimed ? 2 : 1), "(")
            guard !isApplied else { return nil }
            if isPrimed { primed.insert(letter) } else { bare.insert(letter) }
        }
        guard primed.count == 1, let name = primed.first, bare.contains(name), let other = ["z", "y", "u", "v"].first(where: { !bare.contains($0) }) else { return nil }
        var out = ""
        var place = 0
        while place < pieces.count {
            if pieces[place].kind == .letter, string(place..<(place + 1)) == name, pieces.indices.contains(place + 1), pieces[place + 1].kind == .prime {
                out += other + " "
                place += 2
            } else {
                out += string(place..<(place + 1)) + " "
                place += 1
            }
        }
        return LaTeXPieces(Array(out.utf8)[...])
    }

    /// What stands for a gradient.
    static let gradientName = "g_grad"

    /// The last layer's number as a label: `a^L` is no power.
    func withLayersAsLabels() -> LaTeXPieces? {
        var out = ""
        var isChanged = false
        for place in pieces.indices {
            let isLayer = place > 0 && pieces[place - 1].kind == .sup && string(place..<(place + 1)) == "L"
            out += isLayer ? "{(L)} " : string(place..<(place + 1)) + " "
            isChanged = isChanged || isLayer
        }
        return isChanged ? LaTeXPieces(Array(out.utf8)[...]) : nil
    }

    /// Gradients as values: `\nabla J(\theta)`, `\frac{\partial L}{\partial w}` as `g`, a Hessian as `\mathbf{H}`. `nil` where there is none, or
    /// there are two different ones.
    func withGradientsAsValues() -> LaTeXPieces? {
        var out = ""
        var place = 0
        var gradients: Set<String> = []
        let hasHessian = pieces.indices.contains { hessianEnd($0) != nil }
        while place < pieces.count {
            if let end = hessianEnd(place) {
                out += "\\mathbf{H} "
                place = end
            } else if let end = gradientEnd(place) {
                gradients.insert(string(place..<end).filter { $0 != " " })
                out += hasHessian ? "\\mathbf{g}_{\\mathrm{grad}} " : "g_{\\mathrm{grad}} "
                place = end
            } else {
                if pieces[place].kind == .letter, ["g", "H"].contains(string(place..<(place + 1))) { return nil }
                out += string(place..<(place + 1)) + " "
                place += 1
            }
        }
        guard gradients.count == 1 else { return nil }
        // What a matrix is multiplied with is a vector, and so is what the product is taken from.
        if hasHessian {
            guard let end = nameEnd(0), end == 1, pieces[0].kind == .letter else { return LaTeXPieces(Array(out.utf8)[...]) }
            out = "\\mathbf{\(string(0..<1))}" + out.dropFirst(string(0..<1).utf8.count)
        }
        return LaTeXPieces(Array(out.utf8)[...])
    }

    /// Where a name with its scripts and, in brackets, its arguments ends.
    private func applicationEnd(_ place: Int) -> Int? {
        guard let end = nameEnd(place) else { return nil }
        let last = scriptsEnd(end)
        return isByte(last, "(") && pieces[last].partner > last ? pieces[last].partner + 1 : last
    }

    private func gradientEnd(_ place: Int) -> Int? {
        if command(place) == "nabla" {
            var start = place + 1
            while start < pieces.count, pieces[start].kind == .sub { start = argumentEnd(start + 1) }
            return applicationEnd(start)
        }
        guard command(place) == "frac", isByte(place + 1, "{"), isByte(place + 2, "d") || command(place + 2) == "partial" else { return nil }
        let top = pieces[place + 1].partner
        guard applicationEnd(place + 3) == top, isByte(top + 1, "{"), string((place + 2)..<(place + 3)) == string((top + 2)..<(top + 3)) else { return nil }
        let bottom = pieces[top + 1].partner
        guard let end = nameEnd(top + 3), scriptsEnd(end) == bottom else { return nil }
        return bottom + 1
    }

    private func hessianEnd(_ place: Int) -> Int? {
        guard command(place) == "nabla", pieces.indices.contains(place + 1), pieces[place + 1].kind == .sup, string((place + 2)..<argumentEnd(place + 2)).filter({ $0 != "{" && $0 != "}" }) == "2" else { return nil }
        return applicationEnd(argumentEnd(place + 2))
    }

    /// `w_1 x_1 + w_2 x_2 + w_3 x_3` as `\sum_{j=1}^{n} w_j x_j`, with what stands before and behind it.
    func withSumsWrittenOut() -> LaTeXPieces? {
        let terms = addends
        guard (2...12).contains(terms.count), let index = ["j", "k", "i", "l"].first(where: { !isUsed($0) }), let bound = ["n", "m", "d"].first(where: { !isUsed($0) }) else { return nil }
        for start in terms.indices.dropLast() {
            guard let varying = counting(terms[start], terms[start + 1], by: 1) else { continue }
            var end = start + 2
            while end < terms.count, counting(terms[start], terms[end], by: end - start) == varying { end += 1 }
            guard let term = indexed(terms[start], varying, by: index) else { continue }
            let parts = terms[..<start].map { string($0) } + ["\\sum_{\(index)=1}^{\(bound)} \(term)"] + terms[end...].map { string($0) }
            return LaTeXPieces(Array(parts.joined(separator: " + ").utf8)[...])
        }
        return nil
    }

    private func isUsed(_ letter: String) -> Bool { pieces.indices.contains { pieces[$0].kind == .letter && string($0..<($0 + 1)) == letter } }

    /// What plus signs outside brackets stand between; nothing where a minus sign stands there.
    private var addends: [Range<Int>] {
        var terms: [Range<Int>] = []
        var start = 0
        var place = 0
        while place < pieces.count {
            if pieces[place].kind == .open {
                place = max(pieces[place].partner, place) + 1
                continue
            }
            if isByte(place, "-") { return [] }
            if isByte(place, "+") {
                if place > start { terms.append(start..<place) }
                start = place + 1
            }
            place += 1
        }
        if start < pieces.count { terms.append(start..<pieces.count) }
        return terms
    }

    /// Where the second term has a number greater by `step` than the 1 of the first, counted from its start; `nil` where anything else
    /// differs.
    private func counting(_ a: Range<Int>, _ b: Range<Int>, by step: Int) -> [Int]? {
        guard a.count == b.count else { return nil }
        var places: [Int] = []
        for offset in 0..<a.count {
            let first = string((a.lowerBound + offset)..<(a.lowerBound + offset + 1))
            let second = string((b.lowerBound + offset)..<(b.lowerBound + offset + 1))
            if first == second { continue }
            guard first == "1", Int(second) == 1 + step else { return nil }
            places.append(offset)
        }
        return places.isEmpty ? nil : places
    }

    /// The term with `index` for the subscripts that hold the places given; `nil` where one of them is no subscript.
    private func indexed(_ term: Range<Int>, _ places: [Int], by index: String) -> String? {
        var out = ""
        var left = Set(places.map { term.lowerBound + $0 })
        var place = term.lowerBound
        while place < term.upperBound {
            if pieces[place].kind == .sub {
                let end = min(argumentEnd(place + 1), term.upperBound)
                let inside = Set((place + 1)..<max(end, place + 1))
                if !left.isDisjoint(with: inside) {
                    left.subtract(inside)
                    out += "_{\(index)} "
                    place = max(end, place + 1)
                    continue
                }
            }
            guard !left.contains(place) else { return nil }
            out += string(place..<(place + 1)) + " "
            place += 1
        }
        return left.isEmpty ? out : nil
    }

    /// `\sum_{k=0}^{\infty} \gamma^k r_{t+k+1}` as `\sum_{k=1}^{N} \gamma^{k-1} r_k`: a series of terms that have an index.
    func countedFromOne() -> LaTeXPieces? {
        let sums = pieces.indices.filter { command($0) == "sum" }
        guard sums.count == 1, let sum = sums.first, isByte(sum + 2, "{"), isByte(sum + 4, "="), isByte(sum + 5, "0"), pieces[sum + 2].partner == sum + 6, pieces[sum + 3].kind == .letter,
            pieces.indices.contains(sum + 7), pieces[sum + 7].kind == .sup, let bound = ["N", "T", "M"].first(where: { !isUsed($0) })
        else { return nil }
        let letter = string((sum + 3)..<(sum + 4))
        func holdsLetter(_ range: Range<Int>) -> Bool { range.contains { string($0..<($0 + 1)) == letter } }
        var out = string(0..<sum) + "\\sum_{\(letter)=1}^{\(bound)} "
        var place = argumentEnd(sum + 8)
        var hasIndex = false
        while place < pieces.count {
            if pieces[place].kind == .sub || pieces[place].kind == .sup {
                let end = argumentEnd(place + 1)
                if holdsLetter((place + 1)..<max(end, place + 1)) {
                    let inner = string((place + 1)..<end).filter { !"{} ".contains($0) }
                    if pieces[place].kind == .sub {
                        guard inner.allSatisfy({ $0.isNumber || "tTns+-".contains($0) || String($0) == letter }), !inner.contains("-" + letter) else { return nil }
                        out += "_{\(letter)} "
                        hasIndex = true
                    } else {
                        guard inner == letter else { return nil }
                        out += "^{\(letter)-1} "
                    }
                    place = max(end, place + 1)
                    continue
                }
            }
            guard string(place..<(place + 1)) != letter else { return nil }
            out += string(place..<(place + 1)) + " "
            place += 1
        }
        return hasIndex ? LaTeXPieces(Array(out.utf8)[...]) : nil
    }
}
