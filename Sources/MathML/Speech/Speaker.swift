import LaTeX

/// Gathers the words of a tree. Recursion follows its depth, which the parser bounds, and that of brackets, which is cut.
struct Speaker {
    typealias ID = MathTree.ID

    let tree: MathTree
    let isChinese: Bool
    let letters: LetterForms
    var words: [String] = []
    var depth = 0
    var bracketDepth = 0
    /// Something in the row goes on with the part that is read: where the part has no end of its own, one is said.
    var isFollowed = false
    /// What follows is another factor, without a sign between them.
    var touchesFactor = false
    /// In a script or a limit relations are short: "i less than j".
    var isScript = false
    var isLimit = false
    /// How a bar that stands between two parts is read here.
    var bar = Bar.top

    enum Bar { case top, condition, set }

    init(tree: MathTree, isChinese: Bool) {
        self.tree = tree
        self.isChinese = isChinese
        letters = LetterForms(tree)
    }

    mutating func say(_ english: String, _ chinese: String) {
        let word = isChinese ? chinese : english
        if !word.isEmpty { words.append(word) }
    }

    mutating func say(_ word: String) { if !word.isEmpty { words.append(word) } }

    static func isPause(_ word: String) -> Bool {
        switch word {
        case ",", ";", "，", "；", "、": true
        default: false
        }
    }

    /// A comma, unless one has been said.
    mutating func pause() {
        guard let last = words.last, !Speaker.isPause(last) else { return }
        words.append(isChinese ? "，" : ",")
    }

    /// Reads a part that ends with a word or at an edge: nothing in it need be closed.
    mutating func enclosed(_ body: (inout Speaker) -> Void) {
        let saved = (isFollowed, touchesFactor)
        (isFollowed, touchesFactor) = (false, false)
        body(&self)
        (isFollowed, touchesFactor) = saved
    }

    mutating func speakEnclosedPart(_ id: ID) { enclosed { $0.speak(id) } }

    mutating func speakScriptPart(_ id: ID) {
        let saved = isScript
        isScript = true
        enclosed { $0.speak(id) }
        isScript = saved
    }

    /// The words that `body` says, taken back.
    mutating func captured(_ body: (inout Speaker) -> Void) -> [String] {
        let count = words.count
        body(&self)
        let taken = Array(words[count...])
        words.removeSubrange(count...)
        return taken
    }

    mutating func speak(_ id: ID) {
        guard depth < MathMLWriter.depthLimit else { return }
        depth += 1
        defer { depth -= 1 }
        switch tree[id].kind {
        case .atom(let atom): speakAtom(id, atom)
        case .number(let text): say(tree.text(text))
        case .text(let text, _): speakWords(FormulaSpeech.trimmed(tree.text(text)))
        case .operatorName(let text, _): speakBareName(tree.text(text))
        case .row(let list): speakSequence(Int(list.lowerBound)..<Int(list.upperBound))
        case .fraction(let top, let bottom, let fraction): speakFraction(top, bottom, fraction)
        case .radical(let body, let index): speakRadical(body, index)
        case .scripts(let base, let sub, let sup, _): speakScripts(base, sub, sup)
        case .fenced(let open, let body, let close):
            speakGroup(Group(open: open, close: close, body: .node(body), sub: nil, sup: nil), isMember: false)
        case .accent(let accent, let base): speakAccent(accent, base)
        case .stack(let base, let over, let under): speakStack(base, over, under)
        case .table(let index): if Int(index) < tree.tables.count { speakTable(tree.tables[Int(index)]) }
        case .styled(let font, let body): speakStyled(font, body)
        case .sized(_, let body), .coloured(_, let body), .classed(_, let body), .raised(_, let body), .link(_, let body),
            .background(_, _, let body):
            speak(body)
        case .enclosed(let enclosure, let body): speakEnclosure(enclosure, body)
        case .extensibleArrow(let scalar, let over, let under):
            speakAtom(id, MathTree.Atom(scalar, .relation))
            speakLabels(over, under)
        case .choice(let display, _, _, _): speak(display)
        case .tag(let text, _): say("tag \(tree.text(text))", "编号 \(tree.text(text))")
        case .newline: say(";", "；")
        case .error: say("unreadable part", "无法读取的部分")
        case .space, .label, .rule: break
        }
    }

    /// In Chinese the few English words with which formulas are joined are said in Chinese.
    private mutating func speakWords(_ text: String) {
        guard isChinese, let space = text.firstIndex(where: { $0 == " " }) ?? Optional(text.endIndex),
            let joint = SpokenSigns.joints[text[..<space].lowercased()]
        else {
            say(text)
            return
        }
        say(joint)
        say(FormulaSpeech.trimmed(String(text[space...])))
    }

    // MARK: Signs

    mutating func speakAtom(_ id: ID, _ atom: MathTree.Atom) {
        switch atom.scalar {
        case 0x7C, 0x2223:
            switch bar {
            case .set: say("such that", "满足")
            case .condition: say("given", "给定")
            case .top: atom.scalar == 0x2223 ? say("divides", "整除") : say("given", "给定")
            }
            return
        case 0x2016, 0x2225:
            bar == .condition ? say("relative to", "相对于") : say("parallel to", "平行于")
            return
        case 0xD7 where isScript:
            say("by", "乘")
            return
        case 0x3A:
            if bar == .set { say("such that", "满足") } else if isScript { say("to", "到") } else { pause() }
            return
        default: break
        }
        if let spoken = SpokenSigns.table[atom.scalar] {
            if isScript, spoken.english.hasPrefix("is ") { say(String(spoken.english.dropFirst(3)), spoken.chinese) } else {
                say(spoken.english, spoken.chinese)
            }
        } else if let scalar = Unicode.Scalar(atom.scalar) {
            switch letters.prefix(of: id, atom.scalar) {
            case .none: break
            case .capital: say("capital", "大写")
            case .bold: say("bold", "粗体")
            case .boldCapital: say("bold capital", "粗体大写")
            case .script: say("script", "花体")
            case .blackboard: say("blackboard", "空心")
            case .fraktur: say("fraktur", "哥特体")
            }
            say(String(Character(scalar)))
        }
    }

    // MARK: Shapes

    /// The only atom of a node.
    func atom(_ id: ID) -> UInt32? {
        switch tree[id].kind {
        case .atom(let atom): return atom.scalar
        case .number(let text):
            let digits = tree.text(text).unicodeScalars
            return digits.count == 1 ? digits.first?.value : nil
        case .styled(_, let body), .sized(_, let body): return atom(body)
        case .row(let list) where list.count == 1: return atom(tree.lists[Int(list.lowerBound)])
        default: return nil
        }
    }

    func number(_ id: ID) -> String? {
        switch tree[id].kind {
        case .number(let text): return tree.text(text)
        case .row(let list) where list.count == 1: return number(tree.lists[Int(list.lowerBound)])
        default: return nil
        }
    }

    func isSilent(_ id: ID) -> Bool {
        switch tree[id].kind {
        case .space, .label: return true
        case .row(let list): return list.isEmpty
        default: return false
        }
    }

    /// The parts of a node: of a row its children that are read, else itself.
    func items(_ id: ID) -> [ID] {
        guard case .row(let list) = tree[id].kind else { return [id] }
        return tree.children(list).filter { !isSilent($0) }
    }

    /// A part that one hears as one word.
    func isShort(_ id: ID) -> Bool {
        switch tree[id].kind {
        case .atom, .number, .text, .operatorName: true
        case .row(let list): list.count == 1 ? isShort(tree.lists[Int(list.lowerBound)]) : list.isEmpty
        case .styled(_, let body), .coloured(_, let body), .sized(_, let body): isShort(body) || word(body) != nil
        case .accent(_, let base): isShort(base)
        case .scripts(let base, let sub, let sup, _): isShort(base) && (sub.map(isShort) ?? true) && (sup.map(isShortPower) ?? true)
        default: false
        }
    }

    private func isShortPower(_ id: ID) -> Bool { isShort(id) || isMinusOne(id) || isPrimes(id) || bracketedIndex(id) != nil }

    /// Whether a sign of an operation stands between two parts of it: "a plus b" must be held together.
    func isSum(_ id: ID) -> Bool {
        switch tree[id].kind {
        case .row(let list): return isSum(Int(list.lowerBound)..<Int(list.upperBound))
        case .styled(_, let body), .coloured(_, let body), .sized(_, let body): return isSum(body)
        default: return false
        }
    }

    func isSum(_ range: Range<Int>) -> Bool {
        var open = 0
        var hasOperand = false
        for k in range {
            let id = tree.lists[k]
            guard let sign = bracketSign(id)?.atom else {
                if !isSilent(id) { hasOperand = true }
                continue
            }
            switch sign.atomClass {
            case .open: open += 1
            case .close: open -= 1
            case .binary where open == 0 && hasOperand, .relation where open == 0: return true
            default: break
            }
            if sign.atomClass != .binary { hasOperand = true }
        }
        return false
    }

    /// Letters side by side as one word: `\mathrm{softmax}`.
    func word(_ body: ID) -> String? {
        guard case .row(let list) = tree[body].kind, list.count > 1 else { return nil }
        var letters = ""
        for id in tree.children(list) {
            guard case .atom(let atom) = tree[id].kind, (atom.scalar | 0x20) &- 0x61 < 26, let scalar = Unicode.Scalar(atom.scalar)
            else { return nil }
            letters.unicodeScalars.append(scalar)
        }
        return letters
    }

    private mutating func speakStyled(_ font: MathTree.Font, _ body: ID) {
        if font == .upright || font == .sansSerif || font == .typewriter || font == .bold || font == .boldItalic, let word = word(body) {
            speakBareName(word)
        } else {
            speak(body)
        }
    }
}
