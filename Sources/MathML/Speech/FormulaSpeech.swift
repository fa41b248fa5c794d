import LaTeX
import Source

/// Math tree → the words with which a teacher reads the formula aloud, for screen readers and `gloss render --format speech`.
///
///     x^2 + 1            x squared plus 1                       x 的平方加 1
///     f(x)               f of x                                 f x
///     \frac{a}{b}        a over b                               b 分之 a
///     \sum_{i=1}^{n} x_i the sum from i equals 1 to n of x sub i   从 i 等于 1 到 n 对 x 下标 i 求和
///
/// What is short is read plainly; a longer part is opened ("the quantity") and, where something goes on after it, closed
/// ("end root", a pause), so that it cannot be heard otherwise. A letter's case and font are said only where the formula has
/// the letter in another one too. Source: the rules of ClearSpeak and MathSpeak; Chinese school usage.
public struct FormulaSpeech: Sendable {
    public enum Language: Sendable { case english, chinese }

    public var language: Language

    public init(_ language: Language) { self.language = language }

    /// The words, without an end mark. Linear in the tree; never empty for a formula that shows something.
    public func words(_ tree: MathTree) -> String {
        var speaker = Speaker(tree: tree, isChinese: language == .chinese)
        if Int(tree.root) < tree.nodes.count { speaker.speak(tree.root) }
        return FormulaSpeech.joined(speaker.words, isChinese: language == .chinese)
    }

    /// Words with blanks between them: in Chinese only where letters or digits meet other words; none before a comma.
    static func joined(_ words: [String], isChinese: Bool) -> String {
        var words = words[...]
        while let last = words.last, Speaker.isPause(last), words.count > 1 { words.removeLast() }
        var text = ""
        var last: Unicode.Scalar?
        for word in words {
            guard let first = word.unicodeScalars.first else { continue }
            if let last {
                let isTight = first == "," || first == ";" || isWide(first) || isWide(last) || (isChinese && isHan(last) && isHan(first))
                if !isTight { text += " " }
            }
            text += word
            last = word.unicodeScalars.last
        }
        return text
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "，" || scalar == "；" || scalar == "、" || scalar == "："
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
    }

    static func trimmed(_ text: String) -> String {
        text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    }
}
