/// Values of functions as numbers of their own: `\sum_{x} p(x) \log p(x)` as `\sum_{i} p_{i} \log p_{i}`, `h_t(x_i)` as `h_{i}`.
///
/// What holds of any numbers holds of the values of a function: an entry that the rewritten side computes is computed by the side as it
/// is written. Two applications become one array only where they differ in an index.
struct FunctionValues {
    let left: LaTeXPieces
    let right: LaTeXPieces
    /// Letters of the names that are functions.
    let functions: Set<String>
    /// What sums bind, as it is written, and the index that stands for it.
    var bound: [String: String] = [:]
    /// Variables that sums bind as `x \in X`.
    var renamed: Set<String> = []
    var free: [String] = []
    var taken: Set<String> = []
    var symbols: [String: String] = [:]
    var labels: Set<String> = []
    var hasReplaced = false

    static let indexLetters: Set<String> = ["i", "j", "k", "l", "n", "m", "t"]
    static let newIndices = ["i", "j", "k", "l", "n", "m"]
    static let mostIndices = 3

    /// Whether indices that the head leaves free are one value each and no axes: `\mu_k = \frac{1}{N_k} \sum_n \gamma_{nk} x_n` says
    /// for every `k` what it says for one.
    let isForOne: Bool
    /// Names that stand both with an index and without: `N` and `N_k`.
    var doubles: Set<String> = []
    /// Those that stand bare and with an index that is one value here.
    var fixed: Set<String> = []
    var counts: [String: String] = [:]
    /// Whether the axes of the head stand the other way round.
    let isTurned: Bool
    /// Whether capital letters are numbers: `A x_0 + B y_0 + C`.
    let hasNumbersAsCapitals: Bool

    init(left: LaTeXPieces, right: LaTeXPieces, functions: Set<String>, isForOne: Bool = false, isTurned: Bool = false, hasNumbersAsCapitals: Bool = false) {
        self.left = left
        self.right = right
        self.functions = functions
        self.isForOne = isForOne
        self.isTurned = isTurned
        self.hasNumbersAsCapitals = hasNumbersAsCapitals
        for side in [left, right] {
            for piece in side.pieces where piece.kind == .letter { taken.insert(String(decoding: side.latex[piece.lower..<piece.upper], as: UTF8.self)) }
        }
    }

    /// The rewritten equation with a new name at its head.
    mutating func rewritten() -> [UInt8]? {
        findFree()
        guard !isForOne || !free.isEmpty, !isTurned || free.count > 1, bindSums() else { return nil }
        findDoubles()
        guard let body = side() else { return nil }
        guard let head = ["w", "z", "u", "v", "g", "q", "s"].first(where: { !taken.contains($0) }) else { return nil }
        let indices = free.isEmpty || isForOne ? "" : "_{" + (isTurned ? free.reversed() : free).joined(separator: ", ") + "}"
        return Array("\\mathfrak{\(head)}\(indices) = \(body)".utf8)
    }

    /// Whether the head is a name that reads as it stands: no brackets but those of scripts.
    static func isName(_ left: LaTeXPieces) -> Bool {
        guard let end = left.nameEnd(0) else { return false }
        return left.scriptsEnd(end) == left.pieces.count
    }

    /// Whether a side names something and nothing else: `D_{t+1}(i)`, `PE_{(pos, 2i)}`, `KL(p \| q)`.
    static func isHead(_ left: LaTeXPieces) -> Bool {
        var place = 0
        var letters = ""
        while let end = left.nameEnd(place) {
            letters += left.base(place..<end) + (end > place + 1 ? "+" : "")
            place = left.scriptsEnd(end)
            // Scripts end a name: `w^\top x` is a product.
            if place > end { break }
        }
        // `S w^2` is a product, `RF_l` a name.
        guard place > 0, letters.utf8.count == 1 || left.nameEnd(0).map({ left.scriptsEnd($0) == place }) ?? false || letters == letters.uppercased() || place < left.pieces.count else { return false }
        return place == left.pieces.count || left.pieces[place].kind == .open && left.pieces[place].partner == left.pieces.count - 1 && !left.isByte(place, "{")
    }

    mutating func side() -> String? { text(0..<right.pieces.count, depth: 0) }

    static let deepest = 12
    /// Letters of functions that everybody knows, and words.
    static let known: Set<String> = ["sigma", "Gamma", "Phi", "phi", "psi", "Psi", "delta", "E", "I"]

    mutating func text(_ range: Range<Int>, depth: Int) -> String? {
        guard depth <= Self.deepest else { return nil }
        var out = ""
        var place = range.lowerBound
        while place < range.upperBound {
            if let inside = subscriptOfSum(place) {
                guard let sum = sum(place, inside) else { return nil }
                out += sum
                place = right.argumentEnd(place + 2)
                continue
            }
            // `[h_{t-1}, x_t]`: one vector.
            if right.isByte(place, "["), right.pieces[place].partner > place, isListOfNames((place + 1)..<right.pieces[place].partner),
                right.string(place..<right.pieces[place].partner).contains(","), !taken.contains("joined")
            {
                out += "\\mathrm{joined} "
                place = right.pieces[place].partner + 1
                hasReplaced = true
                continue
            }
            if let (count, next) = count(place) {
                out += count + " "
                place = next
                continue
            }
            if right.pieces[place].kind == .sub || right.pieces[place].kind == .sup {
                let end = min(right.argumentEnd(place + 1), range.upperBound)
                guard end > place + 1, let scripts = scripts(place..<end, depth: depth) else { return nil }
                out += scripts
                place = end
                continue
            }
            guard let end = right.nameEnd(place) else {
                if let name = right.command(place), name == "in" || name == "int" || name == "lim" { return nil }
                out += right.string(place..<(place + 1)) + (right.pieces[place].kind == .command ? " " : "")
                place += 1
                continue
            }
            let last = min(right.scriptsEnd(end), range.upperBound)
            guard last >= end else { return nil }
            if last < range.upperBound, isApplication(place..<end, last) {
                let close = right.pieces[last].partner
                guard let symbol = symbol(name: place..<end, scripts: end..<last, arguments: (last + 1)..<close) else { return nil }
                // `\log p(x) A` is the logarithm of p(x) alone.
                out += isFunctionName(place - 1) ? "(\(symbol)) " : symbol + " "
                hasReplaced = true
                place = close + 1
                continue
            }
            let whole = Self.plain(right.string(place..<last))
            if renamed.contains(whole), let index = bound[whole] {
                // The variable itself: `x` of `x p(x)`.
                out += "\(right.string(place..<end))_{\(index)} "
            } else {
                guard !renamed.contains(right.string(place..<end)) else { return nil }
                let name = right.string(place..<end)
                if doubles.contains(name), hasIndex(end..<last) {
                    out += "\\tilde{\(name)}"
                } else if fixed.contains(name), last > end {
                    out += "\\bar{\(name)}"
                } else if hasNumbersAsCapitals, end == place + 1, right.pieces[place].kind == .letter, name.first?.isUppercase == true, last == end || right.pieces[end].kind == .sup {
                    out += "\(name.lowercased())_{\\mathrm{\(name)}}"
                } else {
                    out += name
                }
                guard let scripts = scripts(end..<last, depth: depth) else { return nil }
                out += scripts + " "
                // What is not applied is multiplied: `y_i (w^\top x_i + b)`.
                if end == place + 1, !Self.known.contains(right.base(place..<end)), last < range.upperBound, right.isByte(last, "(") || right.isByte(last, "["), right.pieces[last].partner > last,
                    ((last + 1)..<right.pieces[last].partner).contains(where: { right.isByte($0, "+") || right.isByte($0, "-") })
                {
                    out += "\\cdot "
                }
            }
            place = last
        }
        return out
    }

    mutating func scripts(_ range: Range<Int>, depth: Int) -> String? {
        var out = ""
        var place = range.lowerBound
        while place < range.upperBound {
            guard right.pieces[place].kind != .prime else {
                out += "'"
                place += 1
                continue
            }
            let end = min(right.argumentEnd(place + 1), range.upperBound)
            guard end > place + 1 else { return nil }
            let inner = Self.plain(right.string((place + 1)..<end))
            let sign = right.string(place..<(place + 1))
            let plainInner = inner.filter { $0 != "(" && $0 != ")" && $0 != "," }
            if isForOne, !plainInner.isEmpty, plainInner.allSatisfy({ bound[String($0)] != nil || free.contains(String($0)) }), plainInner.contains(where: { free.contains(String($0)) }),
                right.pieces[place].kind == .sub || inner.hasPrefix("(")
            {
                let kept = plainInner.filter { !free.contains(String($0)) || bound[String($0)] != nil }
                if !kept.isEmpty { out += "\(sign){\(kept.map { bound[String($0)] ?? String($0) }.joined(separator: " "))}" }
            } else if renamed.contains(inner), let index = bound[inner] {
                // A variable that is summed is no exponent: `D^v`.
                out += "_{\(index)}"
            } else if right.pieces[place].kind == .sub, bound["t"] == nil, inner.utf8.count > 1, inner.contains("t"), case let rest = inner.filter({ $0 != "t" && $0 != "," }),
                !rest.isEmpty, rest.allSatisfy({ bound[String($0)] != nil })
            {
                // One time: `\alpha_{ti}` of `\sum_i \alpha_{ti} h_i`.
                out += "_{\(rest.map { bound[String($0)] ?? String($0) }.joined(separator: " "))}"
            } else if right.pieces[place].kind == .sub, Self.indexLetters.contains(inner), inner != "t", bound[inner] == nil, !free.contains(inner) {
                // What nothing binds tells names apart: `W_i`, `b_i` of an input gate.
                out += "_{\\text{\(inner)}}"
            } else {
                let isGroup = right.isByte(place + 1, "{")
                guard let text = text(isGroup ? (place + 2)..<(end - 1) : (place + 1)..<end, depth: depth + 1) else { return nil }
                out += "\(sign){\(text)}"
            }
            place = end
        }
        return out
    }

    /// Whether a name is applied to what stands in the brackets behind it.
    func isApplication(_ name: Range<Int>, _ open: Int) -> Bool {
        guard right.isByte(open, "(") || right.isByte(open, "["), right.pieces[open].partner > open else { return false }
        let base = right.base(name)
        if functions.contains(base) || base == "N" && right.string(name).contains("mathcal") { return true }
        // `\gamma(z_{nk})`: what is never anything but applied, to one name with an index.
        let close = right.pieces[open].partner
        guard !standsAlone(name), let end = right.nameEnd(open + 1) else { return false }
        if open == name.upperBound, right.scriptsEnd(end) == close, hasIndex(end..<close) { return true }
        // `V(s_{t+1})`, `Q(s, a)`: a capital, applied to names.
        return base.first?.isUppercase == true && base.utf8.count == 1 && isListOfNames((open + 1)..<close)
    }

    func isFunctionName(_ place: Int) -> Bool {
        guard place >= 0 else { return false }
        return right.pieces[place].kind == .word || ["log", "ln", "exp", "lg"].contains(right.command(place) ?? "")
    }

    func isListOfNames(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while place < range.upperBound {
            guard let end = right.nameEnd(place) else { return false }
            place = right.scriptsEnd(end)
            guard place < range.upperBound else { break }
            guard right.isByte(place, ",") || right.isByte(place, ";") else { return false }
            place += 1
        }
        return place == range.upperBound
    }

    /// The size of a set: `|D|`, `|D_v|`, and where it ends.
    mutating func count(_ place: Int) -> (String, Int)? {
        guard right.isByte(place, "|"), let end = right.nameEnd(place + 1), right.base((place + 1)..<end).first?.isUppercase == true else { return nil }
        let last = right.scriptsEnd(end)
        guard right.isByte(last, "|") else { return nil }
        var index = ""
        if last > end {
            let inner = Self.plain(right.string((end + 1)..<last))
            guard last == right.argumentEnd(end + 1), let known = bound[inner] else { return nil }
            index = "_{\(known)}"
        }
        let key = right.string((place + 1)..<end) + (index.isEmpty ? "" : "_#")
        if counts[key] == nil {
            let letters = index.isEmpty ? ["N", "M", "T", "S"] : ["n", "m", "c"]
            guard let letter = letters.first(where: { !taken.contains($0) }) else { return nil }
            taken.insert(letter)
            counts[key] = letter
        }
        return ((counts[key] ?? "") + index, last + 1)
    }

    /// A sum with what it binds as indices.
    func sum(_ place: Int, _ inside: Range<Int>) -> String? {
        let variables = variables(inside)
        guard !variables.isEmpty else { return nil }
        let written = right.string(place..<(place + 1))
        let name = right.pieces[place].kind == .word ? "\\" + written : written == "\\Sigma" ? "\\sum" : written
        guard variables.count > 1 || variables.contains(where: { renamed.contains($0.text) }) else {
            return "\(name)\(right.string((place + 1)..<right.argumentEnd(place + 2))) "
        }
        // A condition on what is bound anew is not understood.
        let condition = right.string(inside)
        guard variables.count > 1 || condition.contains("\\in") || condition.allSatisfy({ $0 != "=" && $0 != "\\" }) else { return nil }
        var out = ""
        for variable in variables {
            guard let index = bound[variable.text] else { return nil }
            out += "\(name)_{\(index)} "
        }
        return out
    }

    /// The name of the values of one application.
    mutating func symbol(name: Range<Int>, scripts: Range<Int>, arguments: Range<Int>) -> String? {
        var indices: [String] = []
        var key = right.string(name)
        func add(_ index: String) { if !indices.contains(index) { indices.append(index) } }
        // Scripts that are no index are part of the name.
        var place = scripts.lowerBound
        while place < scripts.upperBound {
            let end = right.pieces[place].kind == .prime ? place + 1 : min(right.argumentEnd(place + 1), scripts.upperBound)
            let text = Self.plain(right.string((place + 1)..<max(end, place + 1)))
            if right.pieces[place].kind == .sub, let index = bound[text] {
                add(index)
                key += "_#"
            } else {
                key += right.string(place..<end)
            }
            place = end
        }
        key += "("
        place = arguments.lowerBound
        while place < arguments.upperBound {
            guard let end = right.nameEnd(place), end <= arguments.upperBound else {
                key += right.string(place..<(place + 1))
                place += 1
                continue
            }
            let last = min(right.scriptsEnd(end), arguments.upperBound)
            let whole = Self.plain(right.string(place..<last))
            let plainName = right.string(place..<end)
            if let index = bound[whole] {
                add(index)
                // Of a variable that is summed the name tells what the function is of: p(x) is not p(y).
                key += renamed.contains(whole) || ["p", "P", "q"].contains(right.base(name)) ? whole : "#"
            } else if let index = bound[plainName], last == end {
                add(index)
                key += plainName
            } else {
                key += plainName
                var script = end
                while script < last {
                    let next = right.pieces[script].kind == .prime ? script + 1 : min(right.argumentEnd(script + 1), last)
                    let text = Self.plain(right.string((script + 1)..<max(next, script + 1)))
                    let inner = text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
                    if let index = bound[inner] {
                        add(index)
                        key += "#"
                    } else {
                        let letters = inner.filter { $0 != "," }.map { String($0) }
                        if letters.count > 1, letters.allSatisfy({ bound[$0] != nil }) {
                            for letter in letters { add(bound[letter] ?? letter) }
                            key += "##"
                            script = next
                            continue
                        }
                        if text.contains(where: { bound[String($0)] != nil }) { return nil }
                        key += right.string(script..<next)
                    }
                    script = next
                }
            }
            place = last
        }
        key += "):\(indices.count)"
        guard indices.count <= Self.mostIndices else { return nil }
        let suffix = indices.isEmpty ? "" : "_{" + indices.joined(separator: ", ") + "}"
        if let known = symbols[key] { return known + suffix }
        // The density of a normal distribution is no name for numbers.
        let base = right.base(name) == "N" && right.string(name) != "N" ? ["f", "F", "h"].first { !taken.contains($0) } ?? right.string(name) : right.string(name)
        let made: String
        if indices.isEmpty {
            var label = label(scripts) + label(arguments)
            if label.isEmpty { label = "o" }
            while labels.contains(base + label) { label += "o" }
            labels.insert(base + label)
            made = "\(base)_{\\mathrm{\(label)}}"
        } else {
            // What is conditional is another thing than what is joint.
            let decorations = right.string(arguments).contains("|") ? ["\\tilde", "\\bar"] : ["", "\\hat", "\\bar"]
            guard let decoration = decorations.first(where: { d in !labels.contains(d + base) && (d != "" || !standsAlone(name)) }) else { return nil }
            labels.insert(decoration + base)
            made = decoration.isEmpty ? base : "\(decoration){\(base)}"
        }
        symbols[key] = made
        return made + suffix
    }

    /// Letters and digits: `st1` of `s_{t+1}`, `ywx` of `y_w | x`; a prime counts as `p`.
    func label(_ range: Range<Int>) -> String {
        var label = ""
        for place in range where label.utf8.count < 24 {
            if let name = right.command(place) {
                if right.nameEnd(place) == place + 1 { label += name }
                if name == "prime" { label += "p" }
            } else if right.pieces[place].kind == .prime {
                label += "p"
            } else {
                label += right.string(place..<(place + 1)).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
        }
        return label
    }

    /// Whether the letter of a function stands for something else too.
    func standsAlone(_ name: Range<Int>) -> Bool {
        let base = right.base(name)
        var place = 0
        while place < right.pieces.count {
            guard let end = right.nameEnd(place) else {
                place += 1
                continue
            }
            let last = right.scriptsEnd(end)
            if right.base(place..<end) == base, !right.isByte(last, "("), !right.isByte(last, "[") { return true }
            place = end
        }
        return false
    }
}
