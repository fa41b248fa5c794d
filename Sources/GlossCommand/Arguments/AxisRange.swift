import Source

/// `x=0:1:0.1` of `--table` and `x=-5:5` of `--plot`: a name and the values that it takes.
struct AxisRange {
    var name: String
    var from: Double
    var to: Double
    var step: Double?

    static let mostValues = 100_000

    init(_ text: String, option: String, needsStep: Bool) throws(UsageError) {
        let form = needsStep ? "NAME=FROM:TO:STEP" : "NAME=FROM:TO"
        func fault(_ words: String) -> UsageError { UsageError("eval: --\(option) takes \(form), not '\(text)'\(words)", command: "eval") }
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { throw fault("") }
        name = String(text[..<sign])
        let parts = text[text.index(after: sign)...].split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == (needsStep ? 3 : 2) else { throw fault("") }
        var numbers: [Double] = []
        for part in parts {
            guard let number = Double(part), number.isFinite else { throw fault(": '\(part)' is no number") }
            numbers.append(number)
        }
        from = numbers[0]
        to = numbers[1]
        guard from < to || needsStep && from == to else { throw fault(": the first number must be the smaller") }
        guard needsStep else { return }
        guard numbers[2] > 0 else { throw fault(": the step must be positive") }
        step = numbers[2]
        guard (to - from) / numbers[2] < Double(Self.mostValues) else { throw fault(": more than \(Self.mostValues) values") }
    }

    /// The ends included; each computed from the first, so that errors do not add up.
    var values: [Double] {
        guard let step else { return [] }
        let count = Int(((to - from) / step * (1 + 1e-12)).rounded(.down))
        return (0...count).map { k in
            let value = from + Double(k) * step
            return abs(value) < 1e-12 * step ? 0 : value
        }
    }

    /// `count` values at equal distances, the ends included.
    func values(count: Int) -> [Double] { (0..<count).map { from + (to - from) * Double($0) / Double(max(1, count - 1)) } }
}
