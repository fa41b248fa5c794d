import LaTeX
import Source

/// Math tree → the words with which one reads the formula aloud, for screen readers and `gloss render --format speech`.
///
///     x^2 + 1            x squared plus 1                       x 的平方加 1
///     \frac{a}{b}        a over b                               b 分之 a
///     \sum_{i=1}^{n} i   the sum from i equals 1 to n of i      对 i 等于 1 到 n 求和 i
///
/// What is short is read plainly; a longer part is closed by a word ("end root"), so that it cannot be heard otherwise.
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
        var text = ""
        var last: Unicode.Scalar?
        for word in words {
            guard let first = word.unicodeScalars.first else { continue }
            if let last {
                let isTight = first == "," || first == ";" || first == "，" || first == "；" || last == "，" || last == "；"
                    || (isChinese && isHan(last) && isHan(first))
                if !isTight { text += " " }
            }
            text += word
            last = word.unicodeScalars.last
        }
        return text
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
    }
}

/// Gathers the words of a tree. Recursion follows its depth, which the parser bounds.
struct Speaker {
    typealias ID = MathTree.ID

    let tree: MathTree
    let isChinese: Bool
    var words: [String] = []
    var depth = 0

    init(tree: MathTree, isChinese: Bool) {
        self.tree = tree
        self.isChinese = isChinese
    }

    mutating func say(_ english: String, _ chinese: String) {
        let word = isChinese ? chinese : english
        if !word.isEmpty { words.append(word) }
    }

    mutating func say(_ word: String) { if !word.isEmpty { words.append(word) } }

    mutating func speak(_ id: ID) {
        guard depth < MathMLWriter.depthLimit else { return }
        depth += 1
        defer { depth -= 1 }
        switch tree[id].kind {
        case .atom(let atom): speakAtom(atom, isFirst: false)
        case .number(let text): say(tree.text(text))
        case .text(let text, _): say(FormulaSpeech.trimmed(tree.text(text)))
        case .operatorName(let text, _): speakName(tree.text(text))
        case .row(let list): speakRow(list)
        case .fraction(let top, let bottom, let fraction): speakFraction(top, bottom, fraction)
        case .radical(let body, let index): speakRadical(body, index)
        case .scripts(let base, let sub, let sup, _): speakScripts(base, sub, sup)
        case .fenced(let open, let body, let close): speakFenced(open, body, close)
        case .accent(let accent, let base): speakAccent(accent, base)
        case .stack(let base, let over, let under): speakStack(base, over, under)
        case .table(let index): if Int(index) < tree.tables.count { speakTable(tree.tables[Int(index)]) }
        case .styled(let font, let body): speakStyled(font, body)
        case .sized(_, let body), .coloured(_, let body), .classed(_, let body), .raised(_, let body), .link(_, let body),
            .background(_, _, let body):
            speak(body)
        case .enclosed(let enclosure, let body): speakEnclosed(enclosure, body)
        case .extensibleArrow(let scalar, let over, let under):
            speakAtom(MathTree.Atom(scalar, .relation), isFirst: false)
            speakLabels(over, under)
        case .choice(let display, _, _, _): speak(display)
        case .tag(let text, _): say("tag \(tree.text(text))", "编号 \(tree.text(text))")
        case .newline: say(";", "；")
        case .error: say("unreadable part", "无法读取的部分")
        case .space, .label, .rule: break
        }
    }

    // MARK: Signs

    mutating func speakAtom(_ atom: MathTree.Atom, isFirst: Bool) {
        if isFirst, atom.scalar == 0x2212 {
            say("minus", "负")
        } else if isFirst, atom.scalar == 0x2B {
            say("plus", "正")
        } else if atom.scalar == 0x7C, atom.atomClass == .relation || atom.atomClass == .middle {
            say("given", "给定")
        } else if let spoken = SpokenSigns.table[atom.scalar] {
            say(spoken.english, spoken.chinese)
        } else if let scalar = Unicode.Scalar(atom.scalar) {
            let isCapital = (0x41...0x5A).contains(atom.scalar)
            say(isCapital && !isChinese ? "capital \(scalar)" : String(Character(scalar)))
        }
    }

    private mutating func speakName(_ name: String) {
        if let spoken = SpokenSigns.functions[name] { say(spoken.english, spoken.chinese) } else { say(name) }
    }

    /// A part that one hears as one word: no end is said.
    func isShort(_ id: ID) -> Bool {
        switch tree[id].kind {
        case .atom, .number, .text, .operatorName: true
        case .row(let list): list.count == 1 ? isShort(tree.lists[Int(list.lowerBound)]) : list.isEmpty
        case .styled(_, let body), .coloured(_, let body), .sized(_, let body): isShort(body)
        case .accent(_, let base): isShort(base)
        case .scripts(let base, let sub, let sup, _): sup == nil && isShort(base) && (sub.map(isShort) ?? true)
        default: false
        }
    }

    /// The only atom of a node.
    func atom(_ id: ID) -> UInt32? {
        switch tree[id].kind {
        case .atom(let atom): return atom.scalar
        case .number(let text):
            let digits = tree.text(text).unicodeScalars
            return digits.count == 1 ? digits.first?.value : nil
        case .styled(_, let body): return atom(body)
        case .row(let list) where list.count == 1: return atom(tree.lists[Int(list.lowerBound)])
        default: return nil
        }
    }

    private mutating func speakStyled(_ font: MathTree.Font, _ body: ID) {
        switch font {
        case .bold, .boldItalic: say("bold", "粗体")
        case .blackboard: say("blackboard", "空心")
        case .calligraphic, .script: say("script", "花体")
        case .fraktur: say("fraktur", "哥特体")
        case .upright:
            if case .row(let list) = tree[body].kind, let word = word(list) {
                speakName(word)
                return
            }
        default: break
        }
        speak(body)
    }

    /// Letters side by side as one word: `\mathrm{softmax}`.
    private func word(_ list: MathTree.List) -> String? {
        var letters = ""
        for id in tree.children(list) {
            guard case .atom(let atom) = tree[id].kind, (atom.scalar | 0x20) &- 0x61 < 26, let scalar = Unicode.Scalar(atom.scalar)
            else { return nil }
            letters.unicodeScalars.append(scalar)
        }
        return letters.isEmpty ? nil : letters
    }
}

extension FormulaSpeech {
    static func trimmed(_ text: String) -> String {
        text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    }
}
