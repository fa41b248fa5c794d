/// Indices of a statement that is written anew: which are free, which a sum binds, which stand twice.
extension FunctionValues {
    /// Indices that the head leaves free: `D_{t+1}(i)`, `p_{j|i}`, `x^{(i)}`.
    mutating func findFree() {
        var place = 0
        while place < left.pieces.count {
            let piece = left.pieces[place]
            if piece.kind == .sub || left.isByte(place, "(") {
                let inside: Range<Int>
                if piece.kind == .sub, !left.isByte(place + 1, "{") {
                    inside = (place + 1)..<min(place + 2, left.pieces.count)
                } else {
                    let open = piece.kind == .sub ? place + 1 : place
                    guard left.pieces.indices.contains(open), left.pieces[open].partner > open else { return }
                    inside = (open + 1)..<left.pieces[open].partner
                }
                addFree(inside)
            }
            place += 1
        }
        if free.count > Self.mostIndices { free = [] }
    }

    /// `i, j` or `j | i` of letters alone; `k` of `y = k | x`.
    mutating func addFree(_ inside: Range<Int>) {
        let parts = inside.split { left.isByte($0, ",") || left.isByte($0, "|") || left.isByte($0, ";") }
        let letters = parts.flatMap { part in part.map { left.string($0..<($0 + 1)) } }
        if letters.allSatisfy(Self.indexLetters.contains), !letters.contains("t") {
            for letter in letters where !free.contains(letter) { free.append(letter) }
            return
        }
        for part in parts {
            guard part.count == 3, let first = part.first, left.isByte(first + 1, "=") else { continue }
            let letter = left.string((first + 2)..<(first + 3))
            if Self.indexLetters.contains(letter), letter != "t", taken.contains(letter), !free.contains(letter) { free.append(letter) }
        }
    }

    /// Learns what sums, products, maxima and minima bind.
    mutating func bindSums() -> Bool {
        if !isForOne { for letter in free { bound[letter] = letter } }
        for place in right.pieces.indices {
            guard let inside = subscriptOfSum(place) else { continue }
            for variable in variables(inside) {
                if bound[variable.text] != nil { continue }
                if variable.isCounted, variable.text.utf8.count == 1 {
                    bound[variable.text] = variable.text
                } else {
                    guard let index = Self.newIndices.first(where: { letter in !taken.contains(letter) && !bound.values.contains(letter) }) else { return false }
                    bound[variable.text] = index
                    renamed.insert(variable.text)
                }
            }
        }
        return bound.count <= 5
    }

    static let operators: Set<String> = ["sum", "prod", "max", "min", "Sigma"]

    /// What stands under the operator at a place, where it binds something.
    func subscriptOfSum(_ place: Int) -> Range<Int>? {
        let name: String? = right.pieces[place].kind == .word ? right.string(place..<(place + 1)) : right.command(place)
        guard let name, Self.operators.contains(name), right.pieces.indices.contains(place + 1), right.pieces[place + 1].kind == .sub else { return nil }
        if right.isByte(place + 2, "{") { return (place + 3)..<right.pieces[place + 2].partner }
        return name == "Sigma" ? nil : (place + 2)..<min(place + 3, right.pieces.count)
    }

    /// `i` of `i=1`, `x` and `y` of `x, y`, `x` of `x \in X`; a condition `k \neq i` counts as `k`.
    func variables(_ inside: Range<Int>) -> [(text: String, isCounted: Bool)] {
        var found: [(text: String, isCounted: Bool)] = []
        var place = inside.lowerBound
        while place < inside.upperBound {
            guard let end = right.nameEnd(place), end <= inside.upperBound else { return found }
            let last = min(right.scriptsEnd(end), inside.upperBound)
            let text = Self.plain(right.string(place..<last))
            var next = last
            // To the next comma.
            while next < inside.upperBound, !right.isByte(next, ",") { next += 1 }
            let isSet = right.command(last) == "in"
            let isMore = right.isByte(last, "=") || ["neq", "le", "leq", "ge", "geq"].contains(right.command(last) ?? "") || right.isByte(last, "<") || right.isByte(last, ">")
            guard last == inside.upperBound || isSet || isMore || right.isByte(last, ",") else { return found }
            found.append((text, isMore || !isSet && Self.indexLetters.contains(text)))
            if !isSet, isMore { return found }
            place = next + 1
        }
        return found
    }

    static func plain(_ text: String) -> String { text.filter { $0 != "{" && $0 != "}" && $0 != " " } }

    /// Finds names that stand with an index here and bare there.
    mutating func findDoubles() {
        var bare: Set<String> = []
        var indexed: Set<String> = []
        var single: Set<String> = []
        var place = 0
        while place < right.pieces.count {
            guard let end = right.nameEnd(place) else {
                place += 1
                continue
            }
            let last = right.scriptsEnd(end)
            let name = right.string(place..<end)
            if hasIndex(end..<last) { indexed.insert(name) } else if last == end { bare.insert(name) } else if isForOne, right.pieces[end].kind == .sub { single.insert(name) }
            place = end
        }
        // One value of what is summed too: `\pi_k` beside `\sum_j \pi_j`.
        doubles = bare.union(single).intersection(indexed)
        fixed = bare.intersection(single)
    }

    /// Whether one of the scripts is an index that something binds.
    func hasIndex(_ scripts: Range<Int>) -> Bool {
        var place = scripts.lowerBound
        while place < scripts.upperBound {
            guard right.pieces[place].kind != .prime else { return false }
            let end = min(right.argumentEnd(place + 1), scripts.upperBound)
            guard end > place + 1 else { return false }
            let inner = Self.plain(right.string((place + 1)..<end)).filter { $0 != "(" && $0 != ")" && $0 != "," }
            if !inner.isEmpty, right.pieces[place].kind == .sub || right.string((place + 1)..<end).contains("("),
                inner.allSatisfy({ bound[String($0)] != nil || isForOne && free.contains(String($0)) }), inner.contains(where: { bound[String($0)] != nil })
            {
                return true
            }
            place = end
        }
        return false
    }
}
