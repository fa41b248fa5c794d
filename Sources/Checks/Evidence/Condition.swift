import Source

/// Words that make a relation a condition, a task or a wish instead of a claim.
enum Condition {
    private static let latin: Set<String> = restrictions.union([
        "called", "need", "needs", "want", "set", "setting", "choose", "goal", "hope", "should", "must", "update", "updates", "updated",
    ])

    /// Those that restrict what data a relation is about.
    private static let restrictions: Set<String> = [
        "such", "require", "requires", "otherwise", "else",
        "solve", "solving", "solution", "root", "roots", "equation", "equations", "unless", "iff", "satisfy", "satisfies",
        "satisfying", "constraint", "constraints", "subject", "condition", "conditions", "provided", "until",
        "optimum", "critical", "stationary", "equilibrium", "boundary", "intersection", "intersect",
        "seem", "seems", "wrong", "wrongly", "incorrect", "mistake", "mistaken", "false", "fails", "tempting", "unknown", "naive", "fallacy",
    ]

    private static let chinese = chineseRestrictions + ["称为", "希望", "需要", "取", "更新", "目标", "应当", "必须"]

    private static let chineseRestrictions: [String] = [
        "当且仅当", "否则", "满足", "解方程", "方程", "使得", "约束", "要求", "条件",
        "最优", "极值", "极大值", "极小值", "驻点", "平衡", "交点", "边界", "不满足", "求解", "解得",
        "错误", "误以为", "不成立", "看似", "不对", "误写", "不等于", "未知",
    ] + onlyWhere

    /// `只有一个` counts things, `只有当 … 才` restricts them.
    private static let onlyWhere = ["只有当", "只有在", "只有满足", "只有这样", "才成立", "才有", "才能"]

    /// Words that hold one of those and are none.
    private static let innocent = [
        "条件概率", "条件分布", "条件期望", "条件熵", "条件独立", "条件密度", "目标函数", "目标变量", "目标值", "目标分布", "取对数", "取值", "取期望", "取极限", "取平均", "取导", "获取", "读取", "提取", "抽取", "取决", "取代", "取得", "取到", "取最大",
        "取最小", "取自", "取出", "取负", "取绝对值", "取整", "objective",
    ]

    /// Whether words around a relation make it a condition, a task or a wish: what they suppose is another matter (`Supposition`).
    /// "当" alone is common in claims ("当 x = 0.5 时"), so only its clearer forms count.
    static func isStated(in sentence: String) -> Bool { holds(one: latin, or: chinese, in: sentence) }

    /// Whether they restrict what it is about, whatever else they ask for.
    static func isRestriction(_ sentence: String) -> Bool { holds(one: restrictions, or: chineseRestrictions, in: sentence) }

    private static func holds(one latin: Set<String>, or chinese: [String], in sentence: String) -> Bool {
        var folded = TextFolding.folded(sentence)
        for word in innocent {
            while let found = folded.firstRange(of: word) { folded.replaceSubrange(found, with: " ") }
        }
        // `Every real number satisfies`, `the trace satisfies`: what all of a kind satisfy is a claim, what `x` satisfies is a condition.
        let isForAll = isUniversal(folded) || !hasSubject(folded)
        for word in folded.split(whereSeparator: { !$0.isLetter }) where latin.contains(String(word)) {
            if !(isForAll && word.hasPrefix("satisf")) { return true }
        }
        return chinese.contains { folded.contains($0) && !(isForAll && $0 == "满足") }
    }

    /// Whether words say that something is false.
    static func rejects(_ sentence: String) -> Bool {
        let folded = TextFolding.folded(sentence)
        return rejection.occurs(in: folded) || negation.occurs(in: lastClause(of: folded))
    }

    /// Whether words say that a relation is false, or ask when it holds.
    static func denies(_ sentence: String) -> Bool {
        rejects(sentence) || question.occurs(in: afterContrast(TextFolding.folded(sentence)))
    }

    /// Whether words right beside numbers say that they are false: of others in the sentence they may say what they like.
    ///
    /// - Parameters:
    ///   - before: the words of the sentence before the relation.
    ///   - after: the first words behind it.
    static func rejectsNumbers(_ before: String, _ after: String) -> Bool {
        let (first, last) = (TextFolding.folded(before), TextFolding.folded(after))
        // `= 40，不是 45`: what it is not is something else.
        let own = last.hasPrefix(",") || last.hasPrefix("，") || last.hasPrefix("、") ? "" : last
        return rejection.occurs(in: first) || negation.occurs(in: lastClause(of: first)) || rejection.occurs(in: last) || negation.occurs(in: own)
    }

    /// A bare "not" says something of what stands in its own clause: behind the last comma or colon.
    private static func lastClause(of folded: String) -> String {
        var text = folded
        for idiom in ["不是巧合", "并非巧合", "不是偶然", "并非偶然", "不是负", "并非负", "不对称", "不是别的", "not a coincidence", "not by accident", "not negative", "not only", "not surprising"] {
            while let found = text.firstRange(of: idiom) { text.replaceSubrange(found, with: " ") }
        }
        let clauses = text.split(omittingEmptySubsequences: true) { ",，:：、".contains($0) }
        return clauses.last { clause in clause.contains { $0.isLetter } }.map(String.init) ?? ""
    }

    /// What stands behind the last word that turns from what was said: `只有在 … 才可以相加，一般要 …`.
    private static func afterContrast(_ folded: String) -> String {
        var text = folded
        for word in ["一般要", "一般有", "一般地", "但是", "不过", "然而", " however", " but ", "in general"] {
            while let found = text.firstRange(of: word) { text = String(text[found.upperBound...]) }
        }
        return text
    }

    /// Latin words and parts of sentences without spaces.
    private struct Cues {
        var words: Set<String>
        var phrases: PhraseSet

        func occurs(in folded: String) -> Bool {
            phrases.occurs(in: folded) || folded.split(whereSeparator: { !$0.isLetter }).contains { words.contains(String($0)) }
        }
    }

    private static let rejection = Cues(
        words: [
            "unless", "otherwise", "seem", "seems", "wrong", "wrongly", "incorrect", "mistake", "mistaken", "false", "fails", "tempting", "naive", "fallacy",
        ], phrases: PhraseSet(["否则", "错误", "误以为", "不成立", "看似", "误写", "不等于"]))
    private static let negation = Cues(words: ["not", "never", "nor"], phrases: PhraseSet(["不对", "并非", "不是"]))
    private static let question = Cues(
        words: ["solve", "solving", "solution", "root", "roots", "iff", "unknown"],
        phrases: PhraseSet(["当且仅当", "解方程", "求解", "解得", "不满足", "未知", "方程的解", "不能"] + onlyWhere))

    /// Whether a formula, or something supposed, stands before the word that says that it satisfies something.
    private static func hasSubject(_ folded: String) -> Bool {
        for word in ["satisf", "满足"] {
            guard let found = folded.firstRange(of: word) else { continue }
            let before = folded[..<found.lowerBound]
            return before.unicodeScalars.contains { $0 == Supposition.declaration || $0 == Supposition.restriction }
                || ["设", "令", "若", "使", "所有", "存在", "解", "let", "such", "suppose", "exist", "that"].contains { before.contains($0) }
        }
        return true
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

    /// Whether a sentence says that a relation holds for everything.
    static func isUniversal(_ sentence: String) -> Bool {
        let folded = TextFolding.folded(sentence)
        return ["for all", "for every", "for any", "always", "every real", "任何", "任意", "所有", "恒", "总有", "总是"].contains { folded.contains($0) }
    }

    /// Whether words right behind a relation say when it holds: `(x > 0)`, `for small x`, `（当 n 很大时）`.
    ///
    /// - Parameter isRead: the formula in these words is understood.
    static func follows(_ after: String, isRead: Bool = false) -> Bool {
        let folded = TextFolding.folded(isRead ? clause(of: after) : after)
        let text = folded.drop { " ,，、".contains($0) }
        if text.hasPrefix("(") || text.hasPrefix("（") {
            // A number of an equation or a remark without a relation is no condition.
            return text.prefix(60).contains { "<>=≤≥≠∈$".contains($0) } || isStated(in: String(text.prefix(40)))
        }
        if isRead, ["for", "where", "with", "其中", "这里", "对", "设"].contains(where: { text.hasPrefix($0) }) { return !Supposition.isUnderstood(String(text)) }
        if ["if", "when", "whenever", "provided", "given", "as long", "unless", "only", "iff", "当", "若", "如果", "只", "仅", "不", "成立", "时", "的解", "有解"]
            .contains(where: { text.hasPrefix($0) })
        {
            return true
        }
        // `for all x` restricts nothing, `for $x > 0$` and `for small x` do.
        guard ["for", "where", "with", "in ", "on ", "at ", "as ", "其中", "对", "在"].contains(where: { text.hasPrefix($0) }) else { return false }
        if text.hasPrefix("where") || text.hasPrefix("其中"), !Supposition.isUnderstood(clause(of: String(text))) { return true }
        let rest = text.prefix(60)
        return ["<", ">", "\\le", "\\ge", "\\ne", "=", "\\in", "\\to", "\\ll", "\\gg", "≤", "≥", "∈", "≠", "small", "large", "odd", "even", "integer", "positive", "some"]
            .contains { rest.contains($0) }
    }

    /// The words up to the end of the sentence, without formulas.
    private static func clause(of after: String) -> String {
        var out = ""
        var isFormula = false
        for character in after {
            if character == "$" { isFormula.toggle() } else if !isFormula {
                if "。.;；\n".contains(character) { break }
                out.append(character)
            }
        }
        return out
    }

    // MARK: - Formulas beside a formula

    private static let openings = ["if", "for", "for all", "for any", "for every", "when", "whenever", "where", "provided", "provided that", "with", "given", "as long as", "whenever"]
    private static let ideographs = ["当", "若", "如果", "其中", "对", "对于", "对任意", "对所有", "对任何", "在", "只要", "设", "对一切", "凡"]

    private static func words(_ text: String) -> String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case " ", ",", "，", "、", "\n": true
            default: false
            }
        }
        return text.trimmed { scalar in
            switch scalar {
            case "(", "（", ";", "；", ":", "：": true
            default: isBlank(scalar)
            }
        } behind: { scalar in
            scalar == ")" || scalar == "）" || isBlank(scalar)
        }
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
