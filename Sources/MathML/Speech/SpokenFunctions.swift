import LaTeX

/// Functions: which names and letters apply to the brackets after them, and how an application is read.
extension Speaker {
    struct Function {
        var name: String
        var sub: ID?
        var sup: ID?
        /// A letter or a word that is a function only before a bracket.
        var needsBracket = false
    }

    func function(_ id: ID) -> Function? {
        switch tree[id].kind {
        case .operatorName(let text, _): return Function(name: SpokenSigns.key(tree.text(text)))
        case .scripts(let base, let sub, let sup, _):
            guard var function = function(base) else { return nil }
            function.sub = sub ?? function.sub
            function.sup = sup
            return function
        case .stack(let base, nil, let under?):
            guard var function = function(base) else { return nil }
            function.sub = under
            return function
        case .classed(_, let body): return function(body)
        case .row(let list) where list.count == 1: return function(tree.lists[Int(list.lowerBound)])
        case .text(let text, _):
            let word = FormulaSpeech.trimmed(tree.text(text))
            let isWord = word.unicodeScalars.allSatisfy { ($0.value | 0x20) &- 0x61 < 26 || $0 == "-" } && word.utf8.count > 1
            guard isWord, !SpokenSigns.plainWords.contains(word) else { return nil }
            return Function(name: word, needsBracket: SpokenSigns.functions[word] == nil)
        case .styled(let font, let body):
            if let word = word(body) { return Function(name: word, needsBracket: SpokenSigns.functions[word] == nil) }
            guard let letter = atom(body) else { return nil }
            switch (font, letter) {
            case (.blackboard, 0x45): return Function(name: "E")
            case (.blackboard, 0x56): return Function(name: "Var", needsBracket: true)
            case (.blackboard, 0x50): return Function(name: "Pr", needsBracket: true)
            case (.blackboard, 0x31), (.blackboard, 0x49), (.bold, 0x31): return Function(name: "indicator", needsBracket: true)
            case (.upright, 0x45): return Function(name: "E", needsBracket: true)
            case (.upright, 0x50): return Function(name: "Pr", needsBracket: true)
            default: return nil
            }
        case .atom(let atom) where atom.scalar == 0x45: return Function(name: "E", needsBracket: true)
        default: return nil
        }
    }

    /// Whether the node is applied to the bracket after it, by its shape: juxtaposition may be a product.
    func isApplied(_ id: ID, to group: Group) -> Bool {
        if group.open == 0x28 || group.open == 0x5B || group.open == 0x7B, let function = function(id) {
            if case .atom = tree[id].kind { return group.open == 0x5B || isApplied(letter: 0x45, id, to: group) }
            if function.needsBracket, group.open == 0x7B { return function.name == "indicator" }
            return true
        }
        guard group.open == 0x28, let letter = letter(of: id) else { return false }
        return isApplied(letter: letter, id, to: group)
    }

    private func isApplied(letter: UInt32, _ id: ID, to group: Group) -> Bool {
        let shape = shape(group.body)
        let isCapital = (0x41...0x5A).contains(letter)
        if shape.hasComma || shape.hasBar { return !shape.hasRelation || shape.hasBar || isCapital }
        if shape.hasRelation, isCapital { return true }
        if holds(letter, group.body) { return false }
        switch letter {
        // f g h, F G H, p q P Q, L J O, φ ψ Φ Ψ Γ ζ σ δ ℓ
        case 0x66...0x68, 0x46...0x48, 0x70, 0x71, 0x50, 0x51, 0x4C, 0x4A, 0x4F, 0x3C6, 0x3D5, 0x3C8, 0x3A6, 0x3A8, 0x393, 0x3B6, 0x3C3,
            0x3B4, 0x2113:
            return true
        default:
            if case .styled(let font, _) = tree[id].kind, font == .calligraphic || font == .script { return true }
            return !shape.hasOperation && isFactor(group.body)
        }
    }

    /// The letter that a function of one letter has, whatever stands on it.
    private func letter(of id: ID) -> UInt32? {
        switch tree[id].kind {
        case .atom(let atom):
            return Alphabets.isLetter(atom.scalar) || atom.scalar == 0x2113 || atom.scalar == 0x3D5 ? atom.scalar : nil
        case .styled(_, let body), .accent(_, base: let body), .coloured(_, let body): return letter(of: body)
        case .scripts(let base, _, let sup, _):
            guard let letter = letter(of: base) else { return nil }
            // x^2(1 − x): a power of a variable is no function.
            if let sup, number(sup) != nil, !(0x66...0x68).contains(letter) { return nil }
            return letter
        case .row(let list) where list.count == 1: return letter(of: tree.lists[Int(list.lowerBound)])
        default: return nil
        }
    }

    private func holds(_ letter: UInt32, _ body: Group.Body) -> Bool {
        guard let range = range(body) else { return false }
        return range.contains { self.letter(of: tree.lists[$0]) == letter }
    }

    func shape(_ body: Group.Body) -> (hasOperation: Bool, hasRelation: Bool, hasComma: Bool, hasBar: Bool) {
        var shape = (hasOperation: false, hasRelation: false, hasComma: false, hasBar: false)
        guard let range = range(body) else { return shape }
        var open = 0
        var hasOperand = false
        var bars = 0
        var isAfterBar = false
        for k in range where !isSilent(tree.lists[k]) {
            guard let sign = bracketSign(tree.lists[k])?.atom else {
                hasOperand = true
                isAfterBar = false
                continue
            }
            let isBar = sign.scalar == 0x7C || sign.scalar == 0x2223 || sign.scalar == 0x2016 || sign.scalar == 0x2225
            if isBar, open == 0, sign.atomClass != .open, sign.atomClass != .close, !isAfterBar { bars += 1 }
            isAfterBar = isBar
            switch sign.atomClass {
            case .open: open += 1
            case .close: open -= 1
            case .binary where open == 0 && hasOperand: shape.hasOperation = true
            case .relation where open == 0: if !isBar { shape.hasRelation = true }
            case .punctuation where open == 0: shape.hasComma = true
            default: break
            }
            if sign.atomClass != .binary { hasOperand = true }
        }
        shape.hasBar = bars % 2 == 1
        return shape
    }

    /// Whether a row is one function of one factor.
    func isApplication(_ range: Range<Int>) -> Bool {
        guard range.count > 2, range.count < 12, let start = nextItem(range.lowerBound + 1, range),
            let (group, next) = group(at: start, partners(range), range)
        else { return false }
        return nextItem(next, range) == nil && isFactor(group.body) && isApplied(tree.lists[range.lowerBound], to: group)
    }

    /// A wide space stands there: what follows is a remark, not an argument.
    private func isApart(_ range: Range<Int>) -> Bool {
        var em = 0.0
        for k in range.prefix(8) {
            if case .space(let width) = tree[tree.lists[k]].kind { em += width }
        }
        return em > 0.45
    }

    // MARK: Reading

    /// A function with its brackets, or its bare name; the position after it.
    mutating func speakApplication(at k: Int, _ row: inout Row, _ outer: (Bool, Bool)) -> Int? {
        let id = tree.lists[k]
        let function = function(id)
        if let start = nextItem(k + 1, row.range), let (group, next) = group(at: start, row.partners, row.range), isApplied(id, to: group),
            !isApart(k + 1..<start)
        {
            setFollow(next, row.range, outer)
            var isLetter = false
            if case .atom = tree[id].kind, group.open != 0x5B { isLetter = true }
            if let function, !isLetter {
                speak(function, of: group)
            } else {
                speakEnclosedPart(id)
                if !isChinese { say("of") }
                speakArguments(group)
            }
            return next
        }
        guard let function, !function.needsBracket else { return nil }
        speakBare(function)
        return k + 1
    }

    /// A function whose name is written letter by letter; the position after it and its brackets.
    mutating func speakWritten(_ function: Function, _ next: Int, _ row: inout Row, _ outer: (Bool, Bool)) -> Int {
        if let start = nextItem(next, row.range), let (group, end) = group(at: start, row.partners, row.range), group.open == 0x28 {
            setFollow(end, row.range, outer)
            speak(function, of: group)
            return end
        }
        if let start = operandStart(next, row) { speakFunction(function, operandAt: start, &row) } else { speakBare(function) }
        return next
    }

    /// What stands in the brackets of a function.
    private mutating func speakArguments(_ group: Group) {
        let shape = shape(group.body)
        let isSum = shape.hasOperation && !shape.hasComma && !shape.hasRelation && !shape.hasBar
        if isChinese {
            let needsBrackets = isSum || (isFollowed && !isFactor(group.body))
            if needsBrackets { say("左括号") }
            speakBody(group.body)
            if needsBrackets { say("右括号") }
        } else {
            if isSum { say("the quantity") }
            speakBody(group.body)
            if isFollowed, isSum || shape.hasComma || shape.hasRelation || shape.hasBar { pause() }
        }
        if group.sub != nil || group.sup != nil {
            if !isChinese { pause() }
            speakOuterScripts(group)
        }
    }

    private mutating func speak(_ function: Function, of group: Group) {
        let takesList = SpokenSigns.takesList.contains(function.name) && !commas(group.body).isEmpty
        if !isChinese {
            speakNoun(function)
            say("of")
            if takesList {
                speakList(group.body)
                if isFollowed { pause() }
                speakOuterScripts(group)
            } else {
                speakArguments(group)
            }
            return
        }
        let suffix = chineseSuffix(function)
        speakChinesePrefix(function)
        if takesList {
            speakList(group.body)
            words += suffix.noun
        } else {
            let isPlain = isFactor(group.body) || suffix.isAlwaysPlain || (function.name == "E" && shape(group.body).hasBar)
            if !isPlain { say("对") }
            speakBody(group.body)
            words += isPlain ? suffix.noun : suffix.verb
        }
        speakOuterScripts(group)
    }

    /// A function whose operand follows without brackets.
    mutating func speakFunction(_ function: Function, operandAt start: Int, _ row: inout Row) {
        if !isChinese {
            speakNoun(function)
            say("of")
            return
        }
        let suffix = chineseSuffix(function)
        speakChinesePrefix(function)
        let isPlain = suffix.isAlwaysPlain || isOneFactor(at: start, row)
        if !isPlain { say("对") }
        row.waiting.append(Waiting(words: isPlain ? suffix.noun : suffix.verb))
    }

    mutating func speakBareName(_ name: String) {
        guard !isScript else {
            say(name)
            return
        }
        let spoken = SpokenSigns.functions[SpokenSigns.key(name)] ?? (english: name, chinese: name)
        say(spoken.english, spoken.chinese)
    }

    mutating func speakBare(_ function: Function) {
        if isScript, function.sub == nil, function.sup == nil {
            // λ_max: a label.
            say(function.name)
        } else if isChinese {
            speakChinesePrefix(function)
            let noun = chineseSuffix(function).noun
            if let first = noun.first, first.hasPrefix("的") {
                say(String(first.dropFirst()))
                words += noun.dropFirst()
            } else {
                words += noun
            }
        } else {
            speakNoun(function)
        }
    }

    // MARK: Nouns

    /// "the maximum over x", "log base 2", "sine squared".
    private mutating func speakNoun(_ function: Function) {
        let spoken = SpokenSigns.functions[function.name] ?? (english: function.name, chinese: function.name)
        let isInverse = function.sup.map(isMinusOne) ?? false
        say(isInverse ? "inverse \(spoken.english)" : spoken.english)
        if let sub = function.sub {
            switch SpokenSigns.scope(function.name) {
            case .limit:
                say("as")
                let saved = isLimit
                isLimit = true
                speakScriptPart(sub)
                isLimit = saved
            case .extremum, .expectation:
                say("over")
                speakScriptPart(sub)
            case .logarithm:
                say("base")
                speakScriptPart(sub)
            case .plain:
                say("sub")
                speakScriptPart(sub)
            }
        }
        if let sup = function.sup, !isInverse { speakSuperscript(sup, base: nil) }
    }

    private mutating func speakChinesePrefix(_ function: Function) {
        guard let sub = function.sub else {
            if function.name == "argmax" || function.name == "argmin" { say("使") }
            return
        }
        switch SpokenSigns.scope(function.name) {
        case .limit:
            say("当")
            let saved = isLimit
            isLimit = true
            speakScriptPart(sub)
            isLimit = saved
            say("时")
        case .extremum where function.name.hasPrefix("arg"): say("使")
        case .extremum, .expectation:
            let isCondition = isSum(sub)
            say(isCondition ? "当" : "关于")
            speakScriptPart(sub)
            if isCondition { say("时") }
            pause()
        case .logarithm:
            say("以")
            speakScriptPart(sub)
            say("为底")
        case .plain: break
        }
    }

    /// What Chinese says after the operand: "的对数" after one factor, "取对数" after a longer one.
    private mutating func chineseSuffix(_ function: Function) -> (noun: [String], verb: [String], isAlwaysPlain: Bool) {
        if function.name == "argmax" || function.name == "argmin" {
            let superlative = function.name == "argmax" ? "最大的" : "最小的"
            let sub = function.sub
            let words = captured { speaker in
                speaker.say(superlative)
                if let sub { speaker.speakScriptPart(sub) } else { speaker.say("参数") }
            }
            return (words, words, true)
        }
        let scope = SpokenSigns.scope(function.name)
        let spoken = SpokenSigns.functions[function.name] ?? (english: function.name, chinese: function.name)
        var noun = spoken.chinese
        var tail: [String] = []
        if let sup = function.sup {
            if isMinusOne(sup) { noun = "反" + noun } else { tail = captured { $0.speakSuperscript(sup, base: nil) } }
        }
        if let sub = function.sub, scope == .plain { tail = captured { $0.speakSubscript(sub, hasPower: false) } + tail }
        let isLatin = noun.utf8.first.map { $0 < 0x80 } ?? false
        let isAlwaysPlain = scope == .limit || scope == .extremum || function.name == "Pr"
        return (isLatin ? ["的", noun] + tail : ["的" + noun] + tail, isLatin ? ["取", noun] + tail : ["取" + noun] + tail, isAlwaysPlain)
    }
}
