import Checks
import Source

/// `gloss explain CODE`
enum ExplainCommand: Command {
    static let specification = CommandSpecification(
        name: "explain", summary: "explain a finding code",
        discussion: "Without a code it lists them all. A code may be given by its name (wrong-value).",
        operands: [.init(name: "CODE", minimum: 0, maximum: 1, help: "a finding code such as V001, or its name")],
        options: [.help], examples: ["gloss explain V001"],
        exitCodes: [(0, "explained"), (2, "there is no such code")])

    static func run(_ arguments: Arguments, _ context: Context) throws(UsageError) -> Int32 {
        guard let text = arguments.operands.first else {
            list(context.terminal)
            return 0
        }
        guard let code = FindingCode.named(text) else {
            let names = FindingCode.all.flatMap { [$0.code, $0.name] }
            let nearest = padded(text) ?? EditDistance.nearest(text, among: names, within: 2)
            throw UsageError("no finding code '\(text)'", command: "explain", help: nearest.map { "did you mean \($0)?" })
        }
        context.terminal.print(text: page(code))
        return 0
    }

    /// `V1`, `v01`: the code with that number.
    private static func padded(_ text: String) -> String? {
        guard let letter = text.first, let number = Int(text.dropFirst()), number > 0, number < 1000 else { return nil }
        let digits = String(number)
        return FindingCode.named(letter.uppercased() + String(repeating: "0", count: 3 - digits.utf8.count) + digits)?.code
    }

    private static func list(_ terminal: Terminal) {
        for family in FindingFamily.allCases {
            terminal.print("\(family.rawValue)  \(family.title)")
            for code in FindingCode.all where code.family == family && !code.isRetired {
                let severity = code.severity.rawValue
                let gap = String(repeating: " ", count: max(1, 9 - severity.utf8.count))
                terminal.print("  \(code.code)  \(severity)\(gap)\(code.summary)")
            }
        }
    }

    private static func page(_ code: FindingCode) -> String {
        let page = explanation(for: code)
        var out = "\(code.code) \(code.name) (\(code.severity.rawValue))\n\n\(page.what)\n"
        for (title, text) in [
            ("Why", page.why), ("Wrong", page.wrong.text), ("Right", page.right.text), ("What to do", page.advice),
        ] where !text.isEmpty {
            out += "\n\(title)\n\(indented(text))\n"
        }
        return out
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
            .joined(separator: "\n")
    }
}
