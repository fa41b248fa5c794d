import Source

/// What is supposed before a claim: `Let $f(x) = …$. Then …`, `设 $X$ 与 $Y$ 独立，则 …`.
///
/// A relation that is itself supposed claims nothing. One that stands behind what is supposed claims to hold under it, and can be
/// judged where everything that is supposed is understood: names, shapes and definitions, which formulas state, and the conditions
/// that are tried (`Assumption`). A word that is not known may restrict the data in a way that no sample meets.
enum Supposition {
    /// Stand for formulas in the words around them: one that only says what something is, and any other.
    static let declaration: Unicode.Scalar = "\u{FFFC}"
    static let restriction: Unicode.Scalar = "\u{FFFD}"

    enum Finding: Equatable {
        /// Nothing is supposed.
        case none
        /// The relation follows from what is supposed, all of which is understood.
        case discharged
        /// The relation is supposed itself, or under something that is not understood.
        case open
    }

    /// - Parameters:
    ///   - sentence: words before the relation, a mark for each formula.
    ///   - previous: the sentence before that, which counts where it supposes something.
    ///   - isDisplay: the relation stands apart from the words.
    static func find(in sentence: String, previous: String, isDisplay: Bool) -> Finding {
        let words = pieces(of: TextFolding.folded(sentence))
        let own = find(in: words, isDisplay: isDisplay)
        if own == .open || follows(words) { return .open }
        let before = pieces(of: TextFolding.folded(previous))
        guard let first = before.first, first.opens else { return own }
        let supposed = before[..<(before.firstIndex { $0.concludes } ?? before.endIndex)]
        return !isUnderstood(supposed) && supposed.contains { $0.isRestricting } ? .open : own
    }

    /// `$\|a\| = 1$，于是 …`: from a relation that does not hold of all data.
    private static func follows(_ words: [Piece]) -> Bool {
        guard let claim = words.firstIndex(where: { $0.kind == .restriction }) else { return false }
        return words[claim...].contains { inferring.contains($0.text) }
    }

    private static let inferring: Set<String> = ["于是", "因此", "所以", "从而", "那么", "故", "so", "hence", "thus", "therefore", "then"]

    /// Each word that supposes something reaches to the next that concludes from it.
    private static func find(in words: [Piece], isDisplay: Bool) -> Finding {
        var found = Finding.none
        var next = words.startIndex
        while let start = words[next...].firstIndex(where: { $0.opens }) {
            let rest = words[(start + 1)...]
            let end: Int
            if let cue = rest.firstIndex(where: { $0.concludes }) {
                end = cue
            } else {
                // `令 $m = \max_j z_j$，` before a display: the formula is what is supposed, the display is not.
                guard isDisplay, rest.contains(where: { $0.kind == .formula }), rest.last?.kind == .mark || rest.last?.kind == .formula else { return .open }
                end = words.endIndex
            }
            guard isUnderstood(words[start..<end]) else { return .open }
            found = .discharged
            next = end
        }
        return found
    }

    /// Whether words say nothing of data but what they are: names of kinds of things, and at most one condition that is tried.
    static func isUnderstood(_ text: String) -> Bool { isUnderstood(pieces(of: TextFolding.folded(text))[...]) }

    private static func isUnderstood(_ words: ArraySlice<Piece>) -> Bool {
        var conditions: Set<Assumption> = []
        for word in words {
            switch word.kind {
            case .formula, .mark: continue
            case .restriction: return false
            case .latin:
                if neutral.contains(word.text) || word.text.utf8.count == 1 || opening.contains(word.text) || concluding.contains(word.text) { continue }
                guard let condition = conditionsByWord[word.text] else { return false }
                conditions.insert(condition)
            case .ideographs:
                var rest = word.text
                for (phrase, condition) in conditionPhrases where rest.firstRange(of: phrase) != nil {
                    conditions.insert(condition)
                    while let found = rest.firstRange(of: phrase) { rest.replaceSubrange(found, with: " ") }
                }
                for phrase in neutralIdeographs {
                    while let found = rest.firstRange(of: phrase) { rest.replaceSubrange(found, with: " ") }
                }
                guard rest.allSatisfy({ $0 == " " }) else { return false }
            }
        }
        return conditions.count <= 1
    }

    // MARK: - Words

    struct Piece {
        enum Kind { case latin, ideographs, formula, restriction, mark }

        var kind: Kind
        var text: String

        var opens: Bool { kind == .latin && Supposition.opening.contains(text) || kind == .ideographs && Supposition.opens(text) }
        /// Says more of something than what it is.
        var isRestricting: Bool {
            switch kind {
            case .restriction: true
            case .latin: Supposition.restricting.contains { text.hasPrefix($0) }
            case .ideographs: Supposition.restrictingIdeographs.contains { text.firstRange(of: $0) != nil }
            case .formula, .mark: false
            }
        }
        var concludes: Bool {
            kind == .latin && Supposition.concluding.contains(text) || kind == .ideographs && Supposition.concludingIdeographs.contains { text.firstRange(of: $0) != nil }
        }
    }

    /// Runs of Latin letters, runs of ideographs cut before the words that suppose or conclude, formulas, other marks.
    private static func pieces(of text: String) -> [Piece] {
        var found: [Piece] = []
        for scalar in text.unicodeScalars {
            let kind: Piece.Kind
            switch scalar {
            case declaration: kind = .formula
            case restriction: kind = .restriction
            case "a"..."z", "A"..."Z", "0"..."9", "à"..."ÿ": kind = .latin
            case "\u{3400}"..."\u{9FFF}": kind = .ideographs
            case " ", "\n", "\t":
                found.append(Piece(kind: .mark, text: " "))
                continue
            default: kind = .mark
            }
            if kind == .latin || kind == .ideographs, let last = found.indices.last, found[last].kind == kind {
                found[last].text.unicodeScalars.append(scalar)
            } else {
                found.append(Piece(kind: kind, text: String(Character(scalar))))
            }
        }
        found.removeAll { $0.kind == .mark && $0.text == " " }
        return found.flatMap { $0.kind == .ideographs ? cut($0) : [$0] }
    }

    /// `于是令` into what concludes and what supposes.
    private static func cut(_ piece: Piece) -> [Piece] {
        for word in openingIdeographs + concludingIdeographs {
            if let range = piece.text.firstRange(of: word), range.lowerBound != piece.text.startIndex || range.upperBound != piece.text.endIndex,
                !isInside(word, piece.text)
            {
                let (before, after) = (String(piece.text[..<range.lowerBound]), String(piece.text[range.upperBound...]))
                return (before.isEmpty ? [] : cut(Piece(kind: .ideographs, text: before))) + [Piece(kind: .ideographs, text: word)]
                    + (after.isEmpty ? [] : cut(Piece(kind: .ideographs, text: after)))
            }
        }
        return [piece]
    }

    private static func opens(_ text: String) -> Bool { openingIdeographs.contains { text.firstRange(of: $0) != nil } && !isInside("", text) }

    /// A longer word that holds one of those that suppose: 假设检验, 设备, 若干.
    private static func isInside(_ word: String, _ text: String) -> Bool {
        longer.contains { $0.firstRange(of: word) != nil && text.firstRange(of: $0) != nil }
    }

    private static let longer = ["假设检验", "假设空间", "原假设", "零假设", "备择假设", "设计", "设备", "设置", "若干", "命令", "口令", "规则", "原则", "准则", "正则", "否则", "法则", "有限", "有效", "有理", "有界", "所有", "具有"]

    static let opening: Set<String> = ["let", "suppose", "supposing", "assume", "assuming", "if", "where", "when", "whenever"]
    private static let openingIdeographs = ["假设", "假定", "假如", "如果", "设", "令", "若"]

    private static let concluding: Set<String> = [
        "then", "have", "has", "get", "obtain", "find", "gives", "give", "yields", "yield", "hence", "thus", "therefore", "so", "follows", "its", "derivative", "gradient",
        "differentiating", "expanding", "becomes", "equals", "implies", "shows", "computes", "compute", "reads",
    ]
    private static let concludingIdeographs = [
        "则有", "可得", "得到", "于是", "因此", "所以", "从而", "那么", "可知", "不难", "求导", "导数", "梯度", "偏导", "展开", "法则", "根据", "则", "故", "得", "有", "即", "其",
    ]

    private static let neutral: Set<String> = [
        "be", "are", "is", "and", "with", "given", "consider", "write", "denote", "or", "we", "a", "an", "the", "of", "to", "in", "on", "for", "by", "as", "at", "from", "both", "any", "every", "each", "all", "some", "this", "that", "these",
        "two", "three", "one", "first", "second", "real", "valued", "arbitrary", "fixed", "constant", "constants", "invertible", "nonsingular", "square", "differentiable", "smooth", "twice",
        "continuous", "finite", "random", "discrete", "matrix", "matrices", "vector", "vectors", "column", "row", "number", "numbers", "scalar", "scalars", "variable", "variables", "parameter",
        "parameters", "function", "functions", "same", "size", "sizes", "shape", "shapes", "dimension", "dimensions", "dimensional", "length", "of", "sigmoid", "softmax", "tanh", "relu", "logistic",
        "activation", "loss", "objective", "cost", "model", "prediction", "predictions", "predicted", "output", "outputs", "input", "inputs", "weight", "weights", "bias", "biases", "label",
        "labels", "target", "targets", "data", "dataset", "sample", "samples", "observation", "observations", "batch", "feature", "features", "class", "classes", "logit", "logits", "layer",
        "network", "hidden", "state", "probability", "probabilities", "distribution", "density", "mean", "variance", "deviation", "standard", "expectation", "entropy", "event", "events", "index", "indices", "set",
        "corresponding", "usual", "above", "below", "again", "also", "as", "before", "here", "now", "defined", "denotes", "denote", "respect", "us", "it", "its", "which", "compatible", "sizes",
        "natural", "logarithm", "exponential", "coefficient", "coefficients", "polynomial", "sequence", "sum", "product", "design", "training", "error", "residual", "residuals", "learning", "rate",
        "regularisation", "regularization", "strength", "temperature", "step", "time", "gate", "number", "total", "euclidean", "norm", "inner", "outer", "identity", "eigenvalue", "eigenvalues",
        "eigenvector", "eigenvectors", "singular", "value", "values", "decomposition", "trace", "determinant", "inverse", "transpose",
    ]

    /// Beginnings of words that restrict what is supposed.
    private static let restricting = [
        "idempotent", "nilpotent", "commut", "unit", "collinear", "parallel", "perpendicular", "project", "diagonal", "triangular", "stochastic", "normali", "orthonormal", "definite", "semidefinite",
        "centred", "centered", "standardi", "whiten", "identical", "equal", "rank", "skew", "hermitian", "involut", "permut", "eigenvector", "disjoint", "exclusive", "mutually", "minimi", "maximi",
        "stationary", "optimal", "sparse", "binary", "constant", "proportional", "periodic", "even", "odd", "homogeneous", "circulant", "toeplitz", "solution", "solve", "such", "satisf", "only", "except",
        "convex", "concave", "increasing", "decreasing", "monoton", "linear", "affine", "balanced", "uniform", "zero", "vanish", "exchangeable", "bounded",
    ]
    private static let restrictingIdeographs = [
        "幂等", "幂零", "交换", "单位", "共线", "平行", "垂直", "投影", "对角", "三角", "归一", "标准正交", "正定", "中心化", "标准化", "白化", "相同", "相等", "满秩", "反对称", "置换", "特征向量", "互斥", "不相交", "最小", "最大", "平稳",
        "最优", "稀疏", "常数", "成比例", "周期", "偶", "奇", "齐次", "解", "满足", "使", "只", "凸", "凹", "递增", "递减", "单调", "线性", "平衡", "均匀", "为零", "为0", "可交换", "有界",
    ]

    /// Longest first.
    private static let neutralIdeographs = [
        "随机变量", "激活函数", "损失函数", "目标函数", "预测值", "真实值", "标准差", "特征值", "奇异值", "学习率", "概率分布", "样本空间", "可微函数", "正态分布", "神经网络", "隐藏层", "权重矩阵", "偏置向量", "列向量", "行向量", "超参数",
        "训练集", "设计矩阵", "数据集", "可逆", "方阵", "矩阵", "向量", "实数", "常数", "标量", "任意", "任何", "均为", "都是", "两个", "三个", "一个", "函数", "变量", "参数", "样本", "标签", "输入", "输出", "预测", "模型", "损失", "目标", "权重",
        "偏置", "特征", "类别", "概率", "分布", "均值", "方差", "期望", "事件", "指标", "下标", "集合", "维度", "长度", "大小", "形状", "对应", "相应", "分别", "同阶", "所有", "表示", "记为", "定义", "如下", "其中", "这里", "上述", "随机", "连续",
        "离散", "可微", "可导", "光滑", "多项式", "序列", "划分", "真实", "训练", "残差", "误差", "正则化", "强度", "温度", "时刻", "总数", "个数", "数量", "范数", "单个", "二元", "维", "列", "的", "是", "为", "都", "和", "与", "及", "对", "元", "中", "在",
        "个", "记", "作", "由", "关于", "阶", "上", "下", "以", "均", "它", "该", "这", "此", "各", "每", "从", "服", "且", "有", "其", "则", "设", "令", "若", "那么", "假设", "如果", "考虑", "当", "时", "标准", "数",
    ].sorted { $0.count != $1.count ? $0.count > $1.count : $0 < $1 }

    /// Conditions that are tried on every datum where words near by cue them.
    private static let conditionsByWord: [String: Assumption] = [
        "symmetric": .symmetric, "orthogonal": .orthogonal, "independent": .independent, "uncorrelated": .independent, "iid": .independent, "positive": .positive,
        "nonnegative": .positive, "integer": .integer, "integers": .integer, "hot": .oneHot,
    ]
    private static let conditionPhrases: [(String, Assumption)] = [
        ("相互独立", .independent), ("独立", .independent), ("对称", .symmetric), ("正交", .orthogonal), ("正数", .positive), ("非负", .positive), ("正整数", .integer), ("整数", .integer),
        ("独热", .oneHot),
    ]
}
