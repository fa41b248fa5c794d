import Source

/// Words that make a relation a condition, a task or a wish instead of a claim.
enum Condition {
    private static let latin: Set<String> = [
        "if", "when", "whenever", "where", "such", "suppose", "supposing", "assume", "assuming", "let", "require", "requires",
        "solve", "solving", "solution", "root", "roots", "equation", "equations", "unless", "iff", "satisfy", "satisfies",
        "satisfying", "constraint", "constraints", "subject", "called", "need", "needs", "want", "set", "setting", "choose",
        "condition", "conditions", "provided", "until", "goal", "hope", "should", "must", "update", "updates", "updated",
    ]

    private static let chinese: [String] = [
        "若", "如果", "假设", "假如", "当且仅当", "满足", "解方程", "方程", "使得", "约束", "令", "要求", "条件", "称为", "希望", "需要",
        "设", "取", "只有", "不满足", "更新", "目标", "求解", "解得", "应当", "必须",
    ]

    /// Whether the sentence before a relation says so. "当" alone is common in claims ("当 x = 0.5 时"), so only its
    /// clearer forms count.
    static func isStated(in sentence: String) -> Bool {
        let folded = TextFolding.folded(sentence)
        for word in folded.split(whereSeparator: { !$0.isLetter }) where latin.contains(String(word)) { return true }
        return chinese.contains { folded.contains($0) }
    }
}
