import Source

/// Words that make a relation a condition, a task or a wish instead of a claim.
enum Condition {
    private static let latin: Set<String> = [
        "if", "when", "whenever", "where", "such", "suppose", "supposing", "assume", "assuming", "let", "require", "requires",
        "solve", "solving", "solution", "root", "roots", "equation", "equations", "unless", "iff", "satisfy", "satisfies",
        "satisfying", "constraint", "constraints", "subject", "called", "need", "needs", "want", "set", "setting", "choose",
        "condition", "conditions", "provided", "until", "goal", "hope", "should", "must", "update", "updates", "updated",
        "optimum", "critical", "stationary", "equilibrium", "boundary", "intersection", "intersect",
        "seem", "seems", "wrong", "wrongly", "incorrect", "mistake", "mistaken", "false", "fails", "tempting", "unknown", "naive", "fallacy",
    ]

    private static let chinese: [String] = [
        "若", "如果", "假设", "假如", "当且仅当", "满足", "解方程", "方程", "使得", "约束", "令", "要求", "条件", "称为", "希望", "需要",
        "最优", "极值", "极大值", "极小值", "驻点", "平衡", "交点", "边界", "设", "取", "只有", "不满足", "更新", "目标", "求解", "解得", "应当", "必须",
        "错误", "误以为", "不成立", "看似", "不对", "误写", "不等于", "未知",
    ]

    /// Whether the sentence before a relation says so. "当" alone is common in claims ("当 x = 0.5 时"), so only its
    /// clearer forms count.
    static func isStated(in sentence: String) -> Bool {
        var folded = TextFolding.folded(sentence)
        // What is called conditional is no condition.
        for word in ["条件概率", "条件分布", "条件期望", "条件熵", "条件独立", "条件密度"] {
            while let found = folded.firstRange(of: word) { folded.replaceSubrange(found, with: " ") }
        }
        if isDeclaration(folded) { return false }
        // `Every real number satisfies`: what all satisfy is a claim.
        let isForAll = isUniversal(folded)
        for word in folded.split(whereSeparator: { !$0.isLetter }) where latin.contains(String(word)) {
            if !(isForAll && word.hasPrefix("satisf")) { return true }
        }
        return chinese.contains { folded.contains($0) && !(isForAll && $0 == "满足") }
    }

    private static let suppositions: Set<String> = ["if", "when", "let", "suppose", "supposing", "assume", "assuming", "where", "whenever"]

    /// A sentence without the words that suppose something: for claims that hold of exactly what is supposed.
    static func withoutSuppositions(_ sentence: String) -> String {
        var text = sentence.split(separator: " ", omittingEmptySubsequences: false).filter { !suppositions.contains($0.lowercased()) }.joined(separator: " ")
        for word in ["假设", "如果", "若", "设", "令"] {
            while let found = text.firstRange(of: word) { text.removeSubrange(found) }
        }
        return text
    }

    /// Whether the words around a relation say that it is wrong, holds nearly, or is meant in another arithmetic.
    static func isQualified(_ sentence: String) -> Bool {
        let folded = TextFolding.folded(sentence)
        if qualifyingMarks.occurs(in: folded) { return true }
        return folded.split { !$0.isLetter }.contains { qualifyingWords.contains(String($0)) }
    }

    private static let qualifyingMarks = PhraseSet([
        "❌", "✗", "✘", "✖", "🚫", "错误", "误写", "误以为", "不成立", "很小时", "很大时", "较小时", "较大时", "足够小", "足够大", "充分小", "充分大", "一阶", "近似", "约等于", "二进制", "八进制", "十六进制",
        "布尔", "逻辑运算", "时钟", "模运算", "first order", "leading order", "in binary", "in octal", "in hexadecimal", "for small", "for large", "is small", "is large",
        "sufficiently small", "sufficiently large", "\\mathbb{f}",
    ])
    private static let qualifyingWords: Set<String> = [
        "wrong", "wrongly", "incorrect", "mistake", "mistaken", "approximately", "roughly", "nearly", "boolean", "clock", "modulo",
    ]

    private static let declaring: Set<String> = [
        "let", "suppose", "be", "are", "is", "and", "then", "we", "have", "a", "an", "real", "invertible", "square", "matrices", "matrix", "vectors",
        "vector", "any", "numbers", "number", "two", "of", "the", "same", "size", "arbitrary", "column", "scalars", "dimension", "where", "with", "for", "all", "sigmoid",
    ]
    private static let declaringIdeographs = [
        "可逆", "方阵", "矩阵", "向量", "实数", "任意", "均为", "都是", "都", "是", "为", "两个", "维", "列", "的", "则有", "则", "有", "那么", "设", "令", "同阶", "和", "与", "对", "所有",
    ]

    /// `Let $A$, $B$ be invertible matrices. Then`, `设 $A$、$B$ 可逆，则`: names are introduced, nothing restricts them.
    private static func isDeclaration(_ folded: String) -> Bool {
        let words = folded.split { !$0.isLetter }.map(String.init)
        guard words.contains("then") || words.contains("have") || folded.contains("则") || folded.contains("那么") else { return false }
        for word in words where word.utf8.allSatisfy({ $0 < 0x80 }) {
            guard declaring.contains(word) || word.count == 1 else { return false }
        }
        var rest = String(folded.unicodeScalars.filter { $0.value >= 0x3400 && $0.value <= 0x9FFF }.map(Character.init))
        for word in declaringIdeographs {
            while let found = rest.firstRange(of: word) { rest.removeSubrange(found) }
        }
        return rest.isEmpty
    }

    /// Whether a sentence says that a relation holds for everything.
    static func isUniversal(_ sentence: String) -> Bool {
        let folded = TextFolding.folded(sentence)
        return ["for all", "for every", "for any", "always", "every real", "任何", "任意", "所有", "恒", "总有", "总是"].contains { folded.contains($0) }
    }

    /// Whether words right behind a relation say when it holds: `(x > 0)`, `for small x`, `（当 n 很大时）`.
    static func follows(_ after: String) -> Bool {
        let folded = TextFolding.folded(after)
        let text = folded.drop { " ,，、".contains($0) }
        if text.hasPrefix("(") || text.hasPrefix("（") {
            // A number of an equation or a remark without a relation is no condition.
            return text.prefix(60).contains { "<>=≤≥≠∈$".contains($0) } || isStated(in: String(text.prefix(40)))
        }
        if ["if", "when", "whenever", "provided", "given", "as long", "unless", "only", "iff", "当", "若", "如果", "只", "仅", "不", "成立", "时", "的解", "有解"]
            .contains(where: { text.hasPrefix($0) })
        {
            return true
        }
        // `for all x` restricts nothing, `for $x > 0$` and `for small x` do.
        guard ["for", "where", "with", "in ", "on ", "at ", "as ", "其中", "对", "在"].contains(where: { text.hasPrefix($0) }) else { return false }
        let rest = text.prefix(60)
        return ["<", ">", "\\le", "\\ge", "\\ne", "=", "\\in", "\\to", "\\ll", "\\gg", "≤", "≥", "∈", "≠", "small", "large", "odd", "even", "integer", "positive", "some"]
            .contains { rest.contains($0) }
    }

    // MARK: - Formulas beside a formula

    private static let openings = ["if", "for", "for all", "for any", "for every", "when", "whenever", "where", "provided", "provided that", "with", "given", "as long as", "whenever"]
    private static let ideographs = ["当", "若", "如果", "其中", "对", "对于", "对任意", "对所有", "对任何", "在", "只要", "设", "对一切", "凡"]

    private static func words(_ text: String) -> String {
        String(text.drop { " ,，、(（;；:：\n".contains($0) }.reversed().drop { " ,，、)）\n".contains($0) }.reversed())
    }

    /// `, for `, ` (`, `，其中 `: what follows is a condition.
    static func opens(_ between: String) -> Bool {
        let inner = words(between)
        if inner.isEmpty { return between.contains("(") || between.contains("（") }
        return openings.contains { inner == $0 || inner == $0 + " real" || inner == $0 + " all real" } || ideographs.contains(inner)
    }

    /// `, `, ` and `, ` 时，`: what goes on with conditions or leads from them to the claim.
    static func joins(_ between: String) -> Bool {
        let inner = words(between)
        return ["", "and", "we have", "it holds that", "时", "时有", "有", "都有", "且", "和", "与", "恒有", "then", "时候"].contains(inner)
    }

    /// The text before a condition: `For `, `当`.
    static func ends(_ before: String) -> Bool {
        let inner = words(before)
        return openings.contains { inner == $0 || inner.hasSuffix(" " + $0) } || ideographs.contains { inner.hasSuffix($0) }
    }

    /// `, where `, `，其中 `: definitions follow; ` and `, `、`: more of them.
    static func announces(_ between: String, isFirst: Bool) -> Bool {
        let inner = words(between)
        if ["where", "with", "in which", "其中", "这里", "式中", "where we write"].contains(inner) { return true }
        return !isFirst && ["", "and", "和", "与", "以及", "而", "and where"].contains(inner)
    }
}
