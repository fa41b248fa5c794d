import Source

/// Finds names of implementations in words.
///
/// Names and words are compared folded (NFKC, case, spaces, hyphens); a Latin name must stand as a word of its own.
/// Where names overlap the longest counts: *binary cross-entropy* does not name cross-entropy.
struct CueMatcher: Sendable {
    struct Match: Sendable, Equatable {
        var name: String
        /// Nothing near the name makes another thing of it (*derivative of the* sigmoid, sigmoid *approximation*).
        var isClean: Bool
    }

    private var names: [(key: [Unicode.Scalar], owners: [String])] = []
    /// Places in `names` by the first two letters of the key.
    private var byHead: [UInt64: [Int]] = [:]

    /// A name of an entry, or a subject of it, in the form in which names are compared.
    struct Key: Sendable {
        var key: String
        var owner: String
        var isTopic: Bool
    }

    /// The names of entries, then their subjects.
    static func keys(_ entries: [(name: String, aliases: [String], topics: [String])]) -> [Key] {
        func key(_ word: String, _ owner: String, isTopic: Bool) -> Key {
            Key(key: TextFolding.nameKey(CueText.withoutPossessives(word)), owner: owner, isTopic: isTopic)
        }
        return entries.flatMap { entry in ([entry.name] + entry.aliases).map { key($0, entry.name, isTopic: false) } }
            + entries.flatMap { entry in entry.topics.map { key($0, entry.name, isTopic: true) } }
    }

    /// - Parameter sharing: subjects count too, and a name of several entries stands for all of them, its owner first; else for
    ///   none.
    init(keys: [Key], sharing: Bool) {
        var owners: [String: [String]] = [:]
        for key in keys where !key.isTopic || sharing {
            // One letter (σ) is a symbol, not a name in words.
            guard key.key.unicodeScalars.count > 1, owners[key.key]?.contains(key.owner) != true else { continue }
            owners[key.key, default: []].append(key.owner)
        }
        names = owners.filter { sharing || $0.value.count == 1 }.map { (key: Array($0.key.unicodeScalars), owners: $0.value) }
        names.sort { a, b in
            if a.key.count != b.key.count { return a.key.count > b.key.count }
            return a.owners != b.owners ? a.owners.lexicographicallyPrecedes(b.owners) : a.key.lexicographicallyPrecedes(b.key)
        }
        for (place, entry) in names.enumerated() { byHead[Self.head(entry.key[0], entry.key[1]), default: []].append(place) }
    }

    private static func head(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> UInt64 { UInt64(a.value) << 32 | UInt64(b.value) }

    /// The one implementation that `text` names; `nil` for none and for two.
    func match(_ text: String) -> Match? {
        let words = CueText(text)
        let taken = found(in: words)
        guard let name = taken.first?.owners.first, taken.allSatisfy({ $0.owners == [name] }) else { return nil }
        return Match(name: name, isClean: words.isClean(around: taken.map(\.range)))
    }

    /// Whether words of `text` make other things of the names in it: the inverse, the complement, what stands beside.
    func makesAnother(_ text: String) -> Bool {
        let words = CueText(text)
        // `inverse` is a name of its own, beside another it changes that.
        let names = found(in: words).map(\.range)
        return words.isChanged(around: names) || names.count > 1 && names.contains { name in words.isChanged(around: names.filter { $0 != name }, within: name) }
    }

    /// What `text` names first, where nothing makes another thing of it: its subject; alone where `text` names nothing else.
    func subject(of text: String) -> (name: String, isAlone: Bool)? {
        let words = CueText(text)
        let taken = found(in: words)
        guard words.isClean(around: taken.map(\.range)), let first = taken.min(by: { $0.range.lowerBound < $1.range.lowerBound }),
            first.owners.count == 1
        else { return nil }
        return (first.owners[0], taken.allSatisfy { $0.owners == first.owners })
    }

    /// Every implementation that `text` names, each once, in the order of their last places; of those that share a name
    /// the first last.
    func mentions(in text: String) -> [String] {
        var names: [String] = []
        for (_, owners) in found(in: CueText(text)).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            names.removeAll { owners.contains($0) }
            names += owners.reversed()
        }
        return names
    }

    /// Names that do not overlap, the longest first.
    private func found(in words: CueText) -> [(range: Range<Int>, owners: [String])] {
        let letters = words.letters
        var found: [(place: Int, range: Range<Int>)] = []
        for start in letters.indices.dropLast() where words.isBoundary[start] {
            for place in byHead[Self.head(letters[start], letters[start + 1])] ?? [] {
                let end = start + names[place].key.count
                guard end <= letters.count, words.isBoundary[end], letters[start..<end].elementsEqual(names[place].key) else { continue }
                found.append((place, start..<end))
            }
        }
        found.sort { $0.place != $1.place ? $0.place < $1.place : $0.range.lowerBound < $1.range.lowerBound }
        var taken: [(range: Range<Int>, owners: [String])] = []
        for (place, range) in found where !taken.contains(where: { $0.range.overlaps(range) }) { taken.append((range, names[place].owners)) }
        return taken
    }
}

/// Folded words with their boundaries: spaces and hyphens left out, other punctuation kept as one mark.
private struct CueText {
    var letters: [Unicode.Scalar] = []
    /// Whether a Latin word starts, or a word ends, at the index.
    var isBoundary: [Bool] = []
    private static let mark: Unicode.Scalar = "|"

    init(_ text: String) {
        var last = Class.mark
        for scalar in TextFolding.folded(Self.withoutPossessives(text)).unicodeScalars.prefix(4_000) {
            let kind = Class(scalar)
            if kind == .blank {
                last = .blank
                continue
            }
            letters.append(kind != .mark || scalar == "(" || scalar == ")" ? scalar : Self.mark)
            isBoundary.append(!(kind == .latin && last == .latin))
            last = kind
        }
        isBoundary.append(true)
    }

    /// *Pearson's correlation* is *Pearson correlation*.
    static func withoutPossessives(_ text: String) -> String {
        var text = text
        for mark in ["'s ", "\u{2019}s "] {
            while let found = text.firstRange(of: mark) { text.replaceSubrange(found, with: " ") }
        }
        return text
    }

    private enum Class {
        case latin, other, blank, mark

        init(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "a"..."z", "0"..."9", "à"..."ÿ": self = .latin
            case " ", "-", "_", ".", "\t", "\n", "\u{2010}"..."\u{2014}": self = .blank
            case "\u{4E00}"..."\u{9FFF}": self = .other
            default: self = scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .other : .mark
            }
        }
    }

    /// Words that make another thing of the name in their sentence: its derivative, its inverse, a relative of it.
    private static let changing: [[Unicode.Scalar]] = [
        "derivative", "derivatives", "gradient", "gradients", "inverse", "approximation", "approximate",
        "approximately", "approximates", "bound", "regression", "variant", "variance", "weighted", "smoothed", "hard",
        "root", "square", "negative", "minus", "logarithm", "reciprocal", "half", "twice", "derived", "unlike", "instead", "not", "without", "modified", "generalized", "generalised", "sparse", "masked",
        "导数", "梯度", "求导", "反函数", "逆", "近似", "变体", "变种", "推广", "回归", "加权", "带权", "平滑", "改进", "广义", "稀疏",
        "平方", "开方", "根号", "负", "对数", "一半", "倍", "偏导", "微分", "积分", "倒数", "不是", "区别", "不同", "相比", "类似", "代替", "替代", "上界", "下界", "展开",
        "beside", "besides", "complement", "complements", "complementary", "opposite", "reverse", "relatives", "互补", "相反", "反向",
    ].map { Array($0.unicodeScalars) }

    /// Latin words before a name that leave it what it is.
    private static let articles: Set<String> = [
        "the", "a", "an", "of", "is", "as", "for", "and", "with", "called", "named", "by", "use", "uses", "using", "define",
        "defines", "standard", "usual", "function", "loss", "activation", "then", "where", "where", "or", "to", "in", "on",
        "our", "this", "that", "its", "from", "apply", "applying", "compute", "computes", "we", "layer", "binary",
        "are", "has", "logistic", "formula", "step", "single", "mean", "multi", "class", "total", "batch", "average", "unbiased", "shannon",
    ]

    /// Chinese characters that may stand right before a name.
    private static let particles: Set<Unicode.Scalar> = Set(
        "的用为是即叫称作把由和与以及了则而种个下述求取算出到从对在将令或说中做有其此该类本写成偏".unicodeScalars)

    /// Whether the sentence speaks of the names themselves.
    func isClean(around names: [Range<Int>]) -> Bool {
        !isChanged(around: names) && names.allSatisfy { isPlain(before: $0.lowerBound, names) }
    }

    /// Words beside the names make other things of them.
    ///
    /// - Parameter name: a name that counts where it is such a word itself, to its last letter.
    func isChanged(around names: [Range<Int>], within name: Range<Int>? = nil) -> Bool {
        letters.indices.contains { index in
            guard !names.contains(where: { $0.contains(index) }) else { return false }
            if let name { return index == name.lowerBound && Self.changing.contains { $0.count == name.count && matches($0, at: index) } }
            return Self.changing.contains { matches($0, at: index) }
        }
    }

    /// A Latin word right before the name that is no article makes a longer term of it (*parametric* ReLU).
    private func isPlain(before end: Int, _ names: [Range<Int>]) -> Bool {
        // 隐藏层归一化 is no 层归一化.
        if end > 0, end < letters.count, !letters[end].isASCII, !letters[end - 1].isASCII,
            letters[end - 1].properties.isAlphabetic, !names.contains(where: { $0.upperBound == end })
        {
            return Self.particles.contains(letters[end - 1])
        }
        guard end > 0, end < letters.count, letters[end - 1].isASCII, letters[end - 1].properties.isAlphabetic,
            letters[end].isASCII, !names.contains(where: { $0.upperBound == end })
        else { return true }
        var start = end - 1
        while start > 0, !isBoundary[start] { start -= 1 }
        var word = ""
        for scalar in letters[start..<end] { word.unicodeScalars.append(scalar) }
        return Self.articles.contains(word)
    }

    private func matches(_ word: [Unicode.Scalar], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= letters.count else { return false }
        return isBoundary[index] && isBoundary[index + word.count]
            && letters[index..<(index + word.count)].elementsEqual(word)
    }
}
