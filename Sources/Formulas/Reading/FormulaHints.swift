import LaTeX
import Source

/// What a first look over the whole formula says of its letters, before any part is read.
struct FormulaHints: Sendable {
    /// Letters that a sum or its like binds somewhere.
    var bound: Set<String> = []
    /// Letters that run outside of any sum with a shift: `t` in `W_{t+1}`; their subscripts are labels.
    var sequences: Set<String> = []
    /// Names that have an index letter somewhere.
    var indexed: Set<String> = []
    /// Letters that stand as values somewhere, not only in scripts.
    var values: Set<String> = []

    /// Letters that stand in a subscript of a letter.
    var subscripts: Set<String> = []
    /// Random variables of the formula's probabilities.
    var events: [String] = []
    /// How many probabilities stand in it.
    var probabilityCount = 0
    /// Sets are joined or intersected somewhere.
    var combinesSets = false
    /// Probabilities of combined events stand somewhere.
    var usesEvents = false
    /// The only random variable that probabilities of the formula speak of.
    var comparedVariable: String?
    /// Entropies or mutual information of random variables stand somewhere; `events` are then the axes of all of them.
    var measuresInformation = false
    var hasBinaryLogarithm = false
    /// Letters with primes beside a bracket with primes: `u`, `v` in `(uv)' = u'v + uv'`.
    var primedFunctions: Set<String> = []
    /// Names that a position 0 of is reached: by an index from 0, or by `t - 1` with t from 1.
    var zeroBased: Set<String> = []
    /// `i` stands in an exponent of e and is no index: it is the imaginary unit.
    var hasImaginaryUnit = false
    /// Names of sets that an index runs over: `\mathcal{B}` in `\sum_{i \in \mathcal{B}}`.
    var sets: Set<String> = []
    /// Words such as `s.t.` say under what conditions an optimum is sought.
    var hasConstraints = false
    /// The letter that runs over a set.
    var setIndices: [String: String] = [:]
    /// An expectation or a variance stands somewhere.
    var hasMoments = false
    /// An `E` with a bracket behind it stands somewhere.
    var hasBracketedExpectations = false
    /// A `D` with a round bracket behind it stands somewhere.
    var appliesD = false
    /// Letters that a line begins with: what the formula speaks of.
    var defined: Set<String> = []
    /// Letters that derivatives are taken by: `\theta` in `\nabla_\theta`.
    var differentiated: Set<String> = []
    /// Several names have the number of a layer above them: `a^l`, `W^{l-1}`.
    var hasLayers = false
    /// Letters that have a time of their own, `i_t`: in subscripts they are names, as in `W_i`.
    var timed: Set<String> = []
    /// Names whose differentials stand beside those of more than names.
    var differentials: Set<String> = []
    /// A matrix is transposed somewhere, or `I` is added to one: then it is the identity.
    var identity = false

    static let conventional: Set<String> = ["i", "j", "k", "l", "ell"]
    private static let candidates: Set<String> = ["i", "j", "k", "l", "ell", "m", "n", "t", "s", "r", "p", "q", "b", "c", "d", "u", "v", "tau", "a", "x", "y"]

    init() {}

    /// - Parameter measuresInformation: the note has spoken of entropies before.
    init(_ reader: TokenReader, measuresInformation: Bool = false) {
        var shifted: Set<String> = []
        var layered: Set<String> = []
        defer { hasLayers = layered.count > 1 }
        for node in reader.tree.nodes {
            if case .fraction(_, let bottom, _) = node.kind {
                let below = reader.visible(of: bottom)
                if below.count == 2, below[0].isSign(Sign.partial) || below[0].letter == 0x64, let name = SymbolSpelling.baseName(below[1], reader) { differentiated.insert(name) }
            }
            guard case .scripts(let base, let sub, let sup, _) = node.kind else { continue }
            let baseTokens = reader.visible(of: base)
            guard let first = baseTokens.first else { continue }
            if first.isSign(Sign.nabla), let sub, let name = SymbolSpelling.scriptText(sub, reader) { differentiated.insert(name) }
            if let sup, first.letter != nil, let text = SymbolSpelling.scriptText(sup, reader), ["l", "l-1", "l+1", "L", "L-1"].contains(text) {
                layered.insert(SymbolSpelling.baseName(first, reader) ?? "")
            }
            switch first.kind {
            case .large, .word:
                if let sub {
                    let tokens = reader.visible(of: sub)
                    bound.formUnion(Self.binders(tokens))
                    if tokens.count == 3, case .relation(0x2208) = tokens[1].kind, let name = SymbolSpelling.fullName(tokens[2], reader) {
                        sets.insert(name)
                        if let letter = tokens[0].letter, let index = SymbolSpelling.letterName(letter) { setIndices[name] = index }
                    }
                }
            case .letter, .accent, .text:
                guard baseTokens.count == 1, let name = SymbolSpelling.baseName(first, reader) else { continue }
                if let sub, SymbolSpelling.scriptText(sub, reader) == "t" { timed.insert(name) }
                for script in [sub, sup].compactMap({ $0 }) {
                    let tokens = reader.visible(of: script)
                    let letters = tokens.compactMap { token -> String? in
                        guard let letter = token.letter else { return nil }
                        return SymbolSpelling.letterName(letter)
                    }
                    let hasShift = tokens.contains { $0.isSign(Sign.plus) || $0.isSign(Sign.minus) }
                    if script == sub || Self.isBracketed(tokens) {
                        subscripts.formUnion(letters)
                        if hasShift { shifted.formUnion(letters) }
                        if letters.contains(where: { Self.conventional.contains($0) }) { indexed.insert(name) }
                    }
                }
            default: break
            }
        }
        values = Self.values(reader)
        readOrigins(reader)
        hasConstraints = reader.tree.texts.contains(where: Self.constraintWords.occurs)
        // Reading the tokens of every row costs more than a look at its signs.
        let signs = LetterSigns(reader.tree)
        hasImaginaryUnit =
            signs.hasImaginaryUnit && !bound.contains("i") && !subscripts.contains("i") && Self.holdsImaginaryExponent(reader)
        hasMoments = Self.hasMoments(reader)
        hasBracketedExpectations = hasMoments && Self.holdsApplied(0x45, reader)
        appliesD = signs.hasVariance && Self.holdsApplied(0x44, reader)
        let root = reader.tokens(of: reader.tree.root)
        if root.contains(where: \.isRelation), let first = root.first(where: { !$0.isSpace }), let name = SymbolSpelling.baseName(first, reader) { defined.insert(name) }
        if signs.hasProbability {
            (events, probabilityCount) = ProbabilityArguments.variables(reader)
            usesEvents = ProbabilityArguments.holdsEvents(reader) || !bound.isEmpty && ProbabilityArguments.speaksOfNumberedEvents(reader, bound: bound)
            if usesEvents { comparedVariable = ProbabilityArguments.comparedVariable(reader) }
        }
        if signs.hasInformation, !usesEvents, let axes = InformationMeasure.axes(reader, events: events, isKnown: measuresInformation) {
            self.measuresInformation = true
            events = axes
            hasBinaryLogarithm = reader.tree.nodes.contains { node in
                guard case .scripts(let base, let sub?, _, _) = node.kind, SymbolSpelling.scriptText(sub, reader) == "2", let first = reader.tokens(of: base).first else { return false }
                return first.kind.isLogarithm
            }
        }
        readPrimes(reader)
        findSets(reader)
        differentials = MatrixDifferentials.names(reader)
        identity = reader.tree.nodes.contains { Self.marksMatrix($0, reader.tree) } || signs.hasInformation && IdentityLetter(reader: reader).isAddedToMatrix()
        sequences = shifted.subtracting(bound)
        for node in reader.tree.nodes where !bound.isEmpty {
            guard case .scripts(let base, let sub, _, _) = node.kind, let sub,
                let first = reader.tokens(of: base).first(where: { !$0.isSpace }),
                let name = SymbolSpelling.baseName(first, reader)
            else { continue }
            let letters = reader.tokens(of: sub).compactMap { $0.letter.flatMap { SymbolSpelling.letterName($0) } }
            if letters.contains(where: bound.contains) { indexed.insert(name) }
        }
    }

    /// `^\top`; a `T` over a capital or a bracket, in whatever font.
    private static func marksMatrix(_ node: MathTree.Node, _ tree: MathTree) -> Bool {
        switch node.kind {
        case .atom(let atom): return atom.scalar == Sign.top
        case .scripts(let base, _, let sup?, _):
            guard isCapitalT(sup, tree) else { return false }
            if case .atom(let atom) = tree[base].kind { return (0x41...0x5A).contains(atom.scalar) || atom.scalar == 0x29 || atom.scalar == 0x5D }
            return true
        default: return false
        }
    }

    private static func isCapitalT(_ id: MathTree.ID, _ tree: MathTree) -> Bool {
        var id = id
        while true {
            switch tree[id].kind {
            case .atom(let atom): return atom.scalar == 0x54 || atom.scalar == 0x1D413
            case .styled(_, let body): id = body
            case .row(let list):
                let children = tree.children(list)
                guard children.count == 1, let only = children.first else { return false }
                id = only
            default: return false
            }
        }
    }

    /// Which letters a formula may hold, in whatever font.
    private struct LetterSigns {
        /// `P`, `p` or a word that begins so.
        var hasProbability = false
        /// `i`
        var hasImaginaryUnit = false
        /// `H` or `I`
        var hasInformation = false
        /// `D`
        var hasVariance = false

        init(_ tree: MathTree) {
            for node in tree.nodes {
                guard case .atom(let atom) = node.kind else { continue }
                switch atom.scalar {
                case 0x50, 0x70: hasProbability = true
                case 0x69: hasImaginaryUnit = true
                case 0x48, 0x49: hasInformation = true
                case 0x44: hasVariance = true
                // Letters typed in a font of their own.
                case 0x2100...0x214F, 0x1D400...: (hasProbability, hasImaginaryUnit, hasInformation) = (true, true, true)
                default: break
                }
            }
            if !hasProbability { hasProbability = tree.texts.contains { $0.utf8.contains(0x50) } }
            if !hasImaginaryUnit { hasImaginaryUnit = tree.texts.contains { $0.utf8.contains(0x69) } }
        }
    }

    private static let constraintWords = PhraseSet(["subject", "s.t", "where"])

    /// Names beside `\cap`, `\cup`, `\setminus`.
    private mutating func findSets(_ reader: TokenReader) {
        guard reader.tree.nodes.contains(where: { node in
            if case .atom(let atom) = node.kind { [0x222A, 0x2229, 0x2216].contains(atom.scalar) } else { false }
        }) else { return }
        var seen = 0
        for (k, node) in reader.tree.nodes.enumerated() {
            guard case .row(let list) = node.kind, list.count > 1 else { continue }
            seen += list.count
            guard seen < 20_000 else { break }
            let tokens = reader.visible(of: MathTree.ID(k))
            for (place, token) in tokens.enumerated() where token.isSign(0x222A) || token.isSign(0x2229) || token.isSign(0x2216) {
                combinesSets = true
                for other in [place - 1, place + 1] where tokens.indices.contains(other) {
                    if let name = SymbolSpelling.baseName(tokens[other], reader) { sets.insert(name) }
                }
            }
        }
    }

    private static func hasMoments(_ reader: TokenReader) -> Bool {
        reader.tree.nodes.contains { node in
            switch node.kind {
            case .atom(let atom): atom.scalar == 0x45
            case .operatorName(let text, _): ["E", "Var", "Cov", "var", "cov"].contains(reader.tree.text(text))
            default: false
            }
        }
    }

    /// Which letters are functions because a bracket is differentiated and they are.
    private mutating func readPrimes(_ reader: TokenReader) {
        guard reader.tree.nodes.contains(where: { if case .atom(let atom) = $0.kind { atom.scalar == Sign.prime || atom.scalar == 0x27 } else { false } }) else { return }
        var hasBracket = false
        var letters: Set<String> = []
        for (k, node) in reader.tree.nodes.enumerated() {
            guard case .row(let list) = node.kind, list.count < 500 else { continue }
            let tokens = reader.visible(of: MathTree.ID(k))
            for (place, token) in tokens.enumerated() {
                guard let sup = token.sup, token.sub == nil, SymbolSpelling.scriptText(sup, reader).map({ !$0.isEmpty && $0.allSatisfy { $0 == "'" } }) ?? false else { continue }
                switch token.kind {
                case .close, .fenced: hasBracket = true
                case .letter where place + 1 < tokens.count:
                    switch tokens[place + 1].kind {
                    case .open(0x28), .fenced(0x28, _, _): return
                    default: if let name = SymbolSpelling.baseName(token, reader) { letters.insert(name) }
                    }
                case .letter: if let name = SymbolSpelling.baseName(token, reader) { letters.insert(name) }
                default: break
                }
            }
        }
        if hasBracket { primedFunctions = letters.filter { $0.count == 1 && $0.first?.isLowercase ?? false } }
    }

    private static func holdsApplied(_ letter: UInt32, _ reader: TokenReader) -> Bool {
        var seen = 0
        for (k, node) in reader.tree.nodes.enumerated() {
            guard case .row(let list) = node.kind, list.count > 1 else { continue }
            seen += list.count
            guard seen < 20_000 else { break }
            let tokens = reader.visible(of: MathTree.ID(k))
            for (token, next) in zip(tokens, tokens.dropFirst()) where token.letter == letter && !token.hasScripts {
                switch next.kind {
                case .open(0x28), .open(0x5B), .open(0x7B), .fenced(0x28, _, _), .fenced(0x5B, _, _), .fenced(0x7B, _, _): return true
                default: break
                }
            }
        }
        return false
    }

    /// Letters that carry scripts of their own or stand in a subscript: they have values, as `T` in `\sum_{t=1}^{T}`.
    private static func values(_ reader: TokenReader) -> Set<String> {
        var names: Set<String> = []
        for node in reader.tree.nodes {
            guard case .scripts(let base, let sub, let sup, _) = node.kind, let sup, sub != nil,
                let first = reader.tokens(of: base).first(where: { !$0.isSpace })
            else { continue }
            if case .large = first.kind {
                for token in reader.tokens(of: sup) {
                    if let letter = token.letter, let name = SymbolSpelling.letterName(letter) { names.insert(name) }
                }
            }
        }
        return names
    }

    private static func isBracketed(_ tokens: [Token]) -> Bool {
        guard let first = tokens.first else { return false }
        switch first.kind {
        case .open, .fenced: return true
        case .relation(0x3C): return true
        default: return false
        }
    }

    /// The letters that a subscript of `\sum`, `\max` … binds: those before its relation, or all of a bare list.
    static func binders(_ tokens: [Token]) -> [String] {
        var names: [String] = []
        for token in tokens where !token.isSpace {
            if case .relation(let sign) = token.kind {
                // `i < j` and `1 \le i \le n` bind on either side.
                if sign == 0x3D || sign == 0x2208 || sign == 0x3A { break }
                continue
            }
            if let letter = token.letter, let name = SymbolSpelling.letterName(letter), candidates.contains(name) { names.append(name) }
        }
        return names
    }
}

extension Token.Kind {
    /// `\log`, `\lg`
    fileprivate var isLogarithm: Bool {
        if case .word(let word) = self { return word == "log" || word == "lg" }
        return false
    }
}
