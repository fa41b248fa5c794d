import Catalogue
import Formulas
import Synchronization

/// Which kinds of functions a formula applies, as its bytes show them: what entries are sorted by before anything runs.
struct FunctionKinds: OptionSet, Sendable, Hashable {
    let rawValue: UInt16

    static let exponential = FunctionKinds(rawValue: 1 << 0)
    static let logarithm = FunctionKinds(rawValue: 1 << 1)
    static let trigonometric = FunctionKinds(rawValue: 1 << 2)
    static let root = FunctionKinds(rawValue: 1 << 3)
    /// Maxima, minima, cases, magnitudes, rounding.
    static let cases = FunctionKinds(rawValue: 1 << 4)
    /// Factorials, binomials, Γ.
    static let factorial = FunctionKinds(rawValue: 1 << 5)

    /// What no other writing replaces: a formula and its entry apply the same of these.
    static let telling: FunctionKinds = [.exponential, .logarithm, .trigonometric, .factorial]

    /// Of LaTeX.
    init(latex: ArraySlice<UInt8>) {
        var kinds: FunctionKinds = []
        var index = latex.startIndex
        func next(_ place: Int) -> UInt8 {
            var place = place
            while place < latex.endIndex, latex[place] <= 0x20 { place += 1 }
            return place < latex.endIndex ? latex[place] : 0
        }
        while index < latex.endIndex {
            let start = index
            while index < latex.endIndex, latex[index] | 0x20 >= UInt8(ascii: "a"), latex[index] | 0x20 <= UInt8(ascii: "z") { index += 1 }
            if index > start {
                let word = latex[start..<index]
                // What is applied: `\sigma(z)`, `\sigma\left(z\right)`.
                let isApplied = next(index) == UInt8(ascii: "(") || latex[index...].starts(with: Array("\\left".utf8))
                kinds.formUnion(Self.kinds(of: word, isApplied: isApplied, isRaised: next(index) == UInt8(ascii: "^")))
                continue
            }
            let byte = latex[index]
            if byte == UInt8(ascii: "|") {
                let isDouble = index > latex.startIndex && (latex[index - 1] == UInt8(ascii: "\\") || latex[index - 1] == byte)
                kinds.insert(isDouble ? .root : .cases)
            } else if byte == UInt8(ascii: "!"), index > latex.startIndex, latex[index - 1] != UInt8(ascii: "\\") {
                kinds.insert(.factorial)
            } else if byte == 0x83, index > latex.startIndex, latex[index - 1] == 0xCF, next(index + 1) == UInt8(ascii: "(") {
                kinds.insert(.exponential)
            }
            index += 1
        }
        self = kinds
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Whether a formula that applies `written` may compute an entry of these kinds; maxima and roots have several writings.
    func suits(_ written: FunctionKinds) -> Bool {
        let inexact: FunctionKinds = [.root, .cases]
        return intersection(.telling) == written.intersection(.telling) && (isDisjoint(with: inexact) || !written.isDisjoint(with: inexact) || !isDisjoint(with: .telling))
    }

    private static func kinds(of word: ArraySlice<UInt8>, isApplied: Bool, isRaised: Bool) -> FunctionKinds {
        switch String(decoding: word, as: UTF8.self) {
        case "e": isRaised ? .exponential : []
        case "sigma": isApplied ? .exponential : []
        case "Gamma": isApplied ? .factorial : []
        case "exp", "sigmoid", "Sigmoid", "softmax", "Softmax", "tanh", "sinh", "cosh", "softplus", "swish", "Swish", "SiLU", "erf", "ELU": .exponential
        case "log", "ln", "lg": .logarithm
        case "sin", "cos", "tan", "arctan", "arcsin", "arccos": .trigonometric
        case "sqrt", "norm", "Vert", "lVert", "rVert": .root
        case "max", "min", "cases", "clip", "ReLU", "relu", "abs", "sign", "sgn", "lfloor", "lceil", "vert", "lvert", "mathbb", "mathds": .cases
        case "binom", "choose", "dbinom", "tbinom": .factorial
        default: []
        }
    }
}

/// Entries by how many names they take, what those are and what functions they apply.
final class EntryFingerprints: Sendable {
    struct Fingerprint: Sendable {
        var entry: Implementation
        var kinds: FunctionKinds
        /// How many names a formula of it has, over all its conventions.
        var count: ClosedRange<Int>
        /// What formulas write for its parameters.
        var names: Set<String>
        /// No formula computes it by accident: it is recognised under any names.
        var isDistinctive: Bool
    }

    private let table: ImplementationTable
    private let made = Mutex<[Fingerprint]?>(nil)
    private let madeWords = Mutex<Set<String>?>(nil)

    init(_ table: ImplementationTable) { self.table = table }

    /// Those that tell something without words near by, distinctive ones first, those of few names before their generalisations.
    var all: [Fingerprint] {
        made.withLock { made in
            if let made { return made }
            let found = table.entries.filter { !Self.empty.contains($0.name) && !$0.name.hasSuffix("-moments") }.map(Self.fingerprint)
                .sorted { ($0.count.upperBound, $0.entry.name) < ($1.count.upperBound, $1.entry.name) }
            let all = found.filter(\.isDistinctive) + found.filter { !$0.isDistinctive }
            made = all
            return all
        }
    }

    /// Names of parameters that are words: `pos`, `TP`.
    var words: Set<String> {
        madeWords.withLock { made in
            if let made { return made }
            var words: Set<String> = []
            for entry in table.entries {
                for variant in entry.variants {
                    for parameter in entry.parameters(of: variant) { words.formUnion([parameter.name] + parameter.symbols) }
                }
            }
            words = words.filter { $0.utf8.count > 1 && $0.utf8.allSatisfy(\.isASCIILetter) && !GreekLetters.isName($0) }
            made = words
            return words
        }
    }

    /// One operation that formulas write as such: to compute it is no evidence.
    private static let empty: Set<String> = [
        "identity", "transpose", "inverse", "trace", "matrix-product", "matrix-vector-product", "hadamard-product", "outer-product", "linear-kernel",
        "beta-binomial-estimate", "determinant", "joint-distribution", "conditional-distribution", "marginal-distribution", "bayes-rule", "expectation", "odds", "step", "accuracy",
    ]

    /// Short enough to be anything: they count under their usual names.
    private static let short: Set<String> = [
        "exponential-loss", "negative-log-likelihood", "l1-penalty", "l2-penalty", "bernoulli-probability", "exponential-distribution-function", "max-norm",
        "adam-update", "linear-regression-loss-example",
    ]

    /// Of what its equation says it is.
    static func kinds(of entry: Implementation) -> FunctionKinds {
        let equation = Array(entry.equation.utf8)
        let sign = equation.firstIndex(of: UInt8(ascii: "="))
        return FunctionKinds(latex: sign.map { equation[($0 + 1)...] } ?? equation[...])
    }

    private static func fingerprint(_ entry: Implementation) -> Fingerprint {
        let kinds = kinds(of: entry)
        var least = Int.max
        var most = 0
        var names: Set<String> = []
        for variant in entry.variants {
            let arity = entry.arity(of: variant)
            least = min(least, arity.lowerBound)
            most = max(most, arity.upperBound)
            for parameter in entry.parameters(of: variant) { names.formUnion([parameter.name] + parameter.symbols) }
        }
        return Fingerprint(
            entry: entry, kinds: kinds, count: min(least, most)...most, names: names,
            isDistinctive: !entry.isPlain && !kinds.isEmpty && !short.contains(entry.name))
    }
}
