import Formulas
import Source
import Tensors

/// A condition under which a claim may hold: what a note declares, what its prose cues, or what the judge tries before
/// it calls anything wrong.
enum Assumption: String, CaseIterable, Sendable {
    case sumsToOne, oneHot, diagonal, symmetric, positive, unitInterval, binary, signs, orthogonal, unitNorm, zeroMean, integer
    /// Of all other arrays of its length: random variables over equally likely outcomes.
    case independent
    /// Of a family of events, one a column: at each outcome one of them happens.
    case partition

    /// In words, after the symbol: `y sums to one`.
    var words: String {
        switch self {
        case .sumsToOne: "sums to one"
        case .oneHot: "is one-hot"
        case .diagonal: "is diagonal"
        case .symmetric: "is symmetric"
        case .positive: "is positive"
        case .unitInterval: "lies between 0 and 1"
        case .binary: "is 0 or 1"
        case .signs: "is −1 or 1"
        case .orthogonal: "is orthogonal"
        case .unitNorm: "has norm 1"
        case .zeroMean: "has mean zero"
        case .integer: "is a whole number"
        case .independent: "is independent of the others"
        case .partition: "is a partition of all outcomes"
        }
    }

    /// What prose says that cues it.
    var cues: [String] {
        switch self {
        case .sumsToOne: ["sumsto1", "sumtoone", "sumsto one", "和为1", "总和为1", "概率分布", "归一化", "gini", "基尼", "entropy", "熵", "distribution", "分布", "one-hot", "onehot", "独热"]
        case .oneHot: ["one-hot", "onehot", "one hot", "独热"]
        case .diagonal: ["diagonal matri", "is diagonal", "are diagonal", "diagonal with", "对角矩阵", "对角阵", "singular value decomposition", "奇异值分解", "svd", "特征分解", "eigendecomposition"]
        case .symmetric: ["symmetric", "对称"]
        case .positive: ["positive", "nonnegative", "non-negative", "正数", "大于0", "大于零", "非负"]
        case .unitInterval: ["probabilit", "概率", "between 0 and 1", "0到1", "0和1之间", "(0,1)"]
        case .binary: ["binary", "二元", "二分类", "{0,1}", "0或1"]
        case .signs: ["±1", "{-1,1}", "-1或1", "-1和1", "支持向量", "svm"]
        case .orthogonal: ["orthogonal", "正交", "酉"]
        case .unitNorm: ["unit vector", "unit norm", "normalized", "单位向量", "模为1", "范数为1"]
        case .zeroMean: ["zero mean", "mean zero", "均值为0", "均值为零", "零均值", "中心化"]
        case .integer: ["integer", "整数", "自然数"]
        case .independent: ["independen", "uncorrelated", "i.i.d", "iid", "独立", "不相关"]
        case .partition: ["partition", "total probability", "mutually exclusive", "exhaustive", "disjoint", "bayes", "划分", "完备事件", "全概率", "互斥", "互不相容", "贝叶斯"]
        }
    }

    /// Whether arrays of that rank can satisfy it in a way that matters.
    func applies(toRank rank: Int, shape: [Int]) -> Bool {
        switch self {
        case .sumsToOne, .oneHot, .unitNorm, .zeroMean: rank >= 1
        case .symmetric, .diagonal: rank == 2 && shape.first == shape.last
        // A matrix, or a vector to the other vectors of its length.
        case .orthogonal: rank == 1 || rank == 2 && shape.first == shape.last
        case .independent: rank >= 1 && rank <= 3
        case .partition: rank == 2
        case .positive, .unitInterval, .binary, .signs, .integer: true
        }
    }

    /// The nearest data that satisfies it.
    func imposed(on tensor: Tensor) -> Tensor {
        let elements = tensor.elements
        let width = tensor.shape.last ?? 1
        switch self {
        case .positive: return Tensor.of(shape: tensor.shape, elements.map { abs($0) + 0.125 })
        case .unitInterval: return Tensor.of(shape: tensor.shape, elements.map { 0.02 + 0.96 * abs($0) / (1 + abs($0)) })
        case .binary: return Tensor.of(shape: tensor.shape, elements.map { $0 > 0.5 ? 1 : 0 })
        case .signs: return Tensor.of(shape: tensor.shape, elements.map { $0 > 0 ? 1 : -1 })
        case .integer: return Tensor.of(shape: tensor.shape, elements.map { (2 * $0).rounded() })
        case .independent: return tensor.shape.count > 1 ? productOfMarginals(tensor) : tensor
        case .partition:
            guard width > 0 else { return tensor }
            let largest = stride(from: 0, to: elements.count, by: width).map { start in (start..<min(start + width, elements.count)).max { elements[$0] < elements[$1] } ?? start }
            return Tensor.of(shape: tensor.shape, elements.indices.map { largest[$0 / width] == $0 ? abs(elements[$0]) + 0.125 : -abs(elements[$0]) })
        case .diagonal:
            guard width > 0 else { return tensor }
            return Tensor.of(shape: tensor.shape, elements.indices.map { $0 / width == $0 % width ? elements[$0] : 0 })
        case .symmetric: return symmetric(tensor)
        case .orthogonal: return orthogonal(tensor)
        case .sumsToOne, .oneHot, .unitNorm, .zeroMean:
            guard width > 0 else { return tensor }
            var out: [Double] = []
            out.reserveCapacity(elements.count)
            var start = 0
            while start < elements.count {
                out += row(Array(elements[start..<min(start + width, elements.count)]))
                start += width
            }
            return Tensor.of(shape: tensor.shape, out)
        }
    }

    private func row(_ values: [Double]) -> [Double] {
        switch self {
        case .sumsToOne:
            let positive = values.map { abs($0) + 0.05 }
            let total = positive.reduce(0, +)
            return positive.map { $0 / total }
        case .oneHot:
            let largest = values.indices.max { values[$0] < values[$1] } ?? 0
            return values.indices.map { $0 == largest ? 1 : 0 }
        case .unitNorm:
            let norm = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return norm > 0 ? values.map { $0 / norm } : values
        case .zeroMean:
            let mean = values.reduce(0, +) / Double(max(values.count, 1))
            return values.map { $0 - mean }
        default: return values
        }
    }

    private func symmetric(_ tensor: Tensor) -> Tensor {
        guard tensor.shape.count == 2, tensor.shape[0] == tensor.shape[1] else { return tensor }
        let n = tensor.shape[0]
        let e = tensor.elements
        return Tensor.of(shape: tensor.shape, e.indices.map { (e[$0] + e[$0 % n * n + $0 / n]) / 2 })
    }

    /// A joint distribution of independent variables with the same marginals.
    private func productOfMarginals(_ tensor: Tensor) -> Tensor {
        let shape = tensor.shape
        let elements = tensor.elements
        let total = elements.reduce(0, +)
        guard total > 0, !elements.isEmpty else { return tensor }
        var marginals = shape.map { [Double](repeating: 0, count: max($0, 0)) }
        func indices(_ place: Int) -> [Int] {
            var rest = place
            var found = [Int](repeating: 0, count: shape.count)
            for axis in shape.indices.reversed() where shape[axis] > 0 {
                found[axis] = rest % shape[axis]
                rest /= shape[axis]
            }
            return found
        }
        for (place, value) in elements.enumerated() {
            for (axis, index) in indices(place).enumerated() { marginals[axis][index] += value / total }
        }
        return Tensor.of(
            shape: shape,
            elements.indices.map { place in
                indices(place).enumerated().reduce(total) { $0 * marginals[$1.offset][$1.element] }
            })
    }

    /// Vectors of one length without covariance: each centred, freed of its parts along those before, and moved back to
    /// its mean. What a law needs of independence beyond that does not hold of them, and nothing is verified then.
    static func uncorrelated(_ vectors: [Tensor]) -> [Tensor] {
        var directions: [[Double]] = []
        return vectors.map { vector in
            let mean = vector.elements.reduce(0, +) / Double(max(vector.count, 1))
            var centred = vector.elements.map { $0 - mean }
            for _ in 0..<2 {
                for direction in directions {
                    let along = zip(centred, direction).reduce(0) { $0 + $1.0 * $1.1 }
                    for index in centred.indices { centred[index] -= along * direction[index] }
                }
            }
            let norm = centred.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard norm > 1e-6 else { return Tensor.of(shape: vector.shape, vector.elements.map { _ in mean }) }
            directions.append(centred.map { $0 / norm })
            return Tensor.of(shape: vector.shape, centred.map { $0 + mean })
        }
    }

    /// Vectors of one length, each freed of its parts along those before.
    static func perpendicular(_ vectors: [Tensor]) -> [Tensor] {
        var directions: [[Double]] = []
        return vectors.map { vector in
            var elements = vector.elements
            for _ in 0..<2 {
                for direction in directions {
                    let along = zip(elements, direction).reduce(0) { $0 + $1.0 * $1.1 }
                    for index in elements.indices { elements[index] -= along * direction[index] }
                }
            }
            let norm = elements.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard norm > 1e-6 else { return Tensor.of(shape: vector.shape, elements.map { _ in 0 }) }
            directions.append(elements.map { $0 / norm })
            return Tensor.of(shape: vector.shape, elements)
        }
    }

    /// Gram and Schmidt on the rows.
    private func orthogonal(_ tensor: Tensor) -> Tensor {
        guard tensor.shape.count == 2, tensor.shape[0] == tensor.shape[1] else { return tensor }
        let n = tensor.shape[0]
        var e = tensor.elements
        for i in 0..<n {
            for _ in 0..<2 {
                for k in 0..<i {
                    let dot = (0..<n).reduce(0.0) { $0 + e[i * n + $1] * e[k * n + $1] }
                    for j in 0..<n { e[i * n + j] -= dot * e[k * n + j] }
                }
            }
            let norm = (0..<n).reduce(0.0) { $0 + e[i * n + $1] * e[i * n + $1] }.squareRoot()
            guard norm > 1e-9 else { return tensor }
            for j in 0..<n { e[i * n + j] /= norm }
        }
        return Tensor.of(shape: tensor.shape, e)
    }
}

extension Assumption {
    init(_ constraint: Constraint) {
        switch constraint {
        case .sumsToOne: self = .sumsToOne
        case .sumsToZero: self = .zeroMean
        case .unitNorm: self = .unitNorm
        case .orthogonal: self = .orthogonal
        case .symmetric: self = .symmetric
        }
    }
}

/// An assumption that a note declares about one of its symbols.
struct DeclaredAssumption: Sendable {
    var kind: Assumption
    var symbol: SymbolKey
    /// As the author wrote it.
    var text: String
    /// Index of the directive; `nil` for front matter.
    var directive: Int?

    /// What a formula of the note states: `\sum_i p_i = 1`.
    init(_ kind: Assumption, of symbol: SymbolKey) {
        self.kind = kind
        self.symbol = symbol
        text = "\(symbol.name) \(kind.words)"
    }

    /// `sum(y) = 1`, `y is one-hot`, `one_hot(y)`, `A symmetric`, `x > 0`; `nil` when it is none of those known.
    init?(_ text: String, directive: Int?) {
        self.text = text
        self.directive = directive
        let folded = TextFolding.folded(text)
        let compact = String(folded.unicodeScalars.filter { $0 != " " && $0 != "\t" }.map(Character.init))
        func symbol(_ raw: some StringProtocol) -> SymbolKey? {
            // The case of a symbol counts: take it from the text as written.
            let name = String(raw)
            guard !name.isEmpty else { return nil }
            let original = text.split(whereSeparator: { " ()=><,".contains($0) }).first {
                TextFolding.folded(String($0)) == name
            }
            return SymbolKey(latex: original.map(String.init) ?? name)
        }
        func inner(_ prefix: String, _ suffix: String) -> SymbolKey? {
            guard compact.hasPrefix(prefix), compact.hasSuffix(suffix), compact.count > prefix.count + suffix.count
            else { return nil }
            return symbol(compact.dropFirst(prefix.count).dropLast(suffix.count))
        }
        let forms: [(String, String, Assumption)] = [
            ("sum(", ")=1", .sumsToOne), ("onehot(", ")", .oneHot), ("one_hot(", ")", .oneHot),
            ("one-hot(", ")", .oneHot), ("symmetric(", ")", .symmetric), ("orthogonal(", ")", .orthogonal),
            ("positive(", ")", .positive), ("mean(", ")=0", .zeroMean), ("norm(", ")=1", .unitNorm),
            ("", ">0", .positive), ("0<", "<1", .unitInterval), ("", "isone-hot", .oneHot), ("", "isonehot", .oneHot),
            ("", "one-hot", .oneHot), ("", "onehot", .oneHot), ("", "issymmetric", .symmetric),
            ("diagonal(", ")", .diagonal), ("", "isdiagonal", .diagonal), ("", "diagonal", .diagonal),
            ("", "symmetric", .symmetric), ("", "ispositive", .positive), ("", "positive", .positive),
            ("", "sumsto1", .sumsToOne), ("", "sumstoone", .sumsToOne), ("", "isorthogonal", .orthogonal),
            ("", "orthogonal", .orthogonal), ("", "isbinary", .binary), ("", "binary", .binary),
            ("", "in{0,1}", .binary), ("", "in{-1,1}", .signs), ("", "isadistribution", .sumsToOne),
            ("", "hasmeanzero", .zeroMean), ("", "hasnorm1", .unitNorm), ("", "isaninteger", .integer),
            ("", "isindependent", .independent), ("", "areindependent", .independent), ("", "independent", .independent),
        ]
        for (prefix, suffix, kind) in forms {
            if let key = inner(prefix, suffix) {
                self.kind = kind
                self.symbol = key
                return
            }
        }
        return nil
    }
}
