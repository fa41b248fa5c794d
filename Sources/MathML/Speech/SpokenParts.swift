import LaTeX

/// Fractions, roots, scripts, marks and stacks in words.
extension Speaker {
    mutating func speakFraction(_ top: ID, _ bottom: ID, _ fraction: MathTree.Fraction) {
        if !fraction.hasBar {
            speakBarless(top, bottom, isBinomial: fraction.open == 0x28)
            return
        }
        if speakDerivative(top, bottom) { return }
        if speakNumericFraction(top, bottom) { return }
        let isPlain = isShort(top) && isShort(bottom)
        if isChinese {
            if isPlain || (isFactorial(top) && isFactorial(bottom)) {
                speakEnclosedPart(bottom)
                say("分之")
                speakEnclosedPart(top)
            } else {
                say("分子为")
                speakEnclosedPart(top)
                say("、")
                say("分母为")
                speakEnclosedPart(bottom)
                say("的分数")
            }
        } else if isPlain || (isFactorial(top) && isFactorial(bottom)) {
            speakEnclosedPart(top)
            say("over")
            speakEnclosedPart(bottom)
            if touchesFactor { pause() }
        } else if isShort(top) || isFactorial(top), !isFollowed {
            speakEnclosedPart(top)
            say("over")
            if isSum(bottom) { say("the quantity") }
            speakEnclosedPart(bottom)
        } else {
            say("the fraction with numerator")
            speakEnclosedPart(top)
            say("and denominator")
            speakEnclosedPart(bottom)
            if isFollowed { say("end fraction") }
        }
    }

    /// A product of few short factors: "2 a", "n factorial", "x times y".
    private func isFactorial(_ id: ID) -> Bool {
        let parts = items(id)
        if case .row(let list) = tree[id].kind, isApplication(Int(list.lowerBound)..<Int(list.upperBound)) { return true }
        return parts.count <= 3 && !isSum(id) && parts.allSatisfy {
                isShort($0) && bracketSign($0)?.atom.atomClass != .open && function($0)?.needsBracket ?? true
            }
    }

    /// One half, two thirds.
    private mutating func speakNumericFraction(_ top: ID, _ bottom: ID) -> Bool {
        guard let above = number(top).flatMap({ Int($0) }), let below = number(bottom).flatMap({ Int($0) }), (1...9).contains(above),
            (2...10).contains(below)
        else { return false }
        if isChinese {
            say("\(below) 分之 \(above)")
            return true
        }
        let parts = ["half", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
        let part = parts[below - 2]
        say("\(SpokenSigns.cardinal(above)) \(above == 1 ? part : below == 2 ? "halves" : part + "s")")
        return true
    }

    private mutating func speakBarless(_ top: ID, _ bottom: ID, isBinomial: Bool) {
        if isChinese {
            say(isBinomial ? "从" : "上")
            speakEnclosedPart(top)
            say(isBinomial ? "个中取" : "下")
            speakEnclosedPart(bottom)
            if isBinomial { say("个的组合数") }
        } else {
            speakEnclosedPart(top)
            say(isBinomial ? "choose" : "above")
            speakEnclosedPart(bottom)
        }
    }

    mutating func speakRadical(_ body: ID, _ index: ID?) {
        let isPlain = isShort(body)
        if isChinese {
            if let index, atom(index) != 0x32 {
                speakScriptPart(index)
                say("次根号")
            } else {
                say("根号")
            }
            if !isPlain { say("下") }
            speakEnclosedPart(body)
            if !isPlain, isFollowed {
                pause()
                say("根号结束")
            }
            return
        }
        switch index.map({ atom($0) }) {
        case nil, .some(.some(0x32)): say("the square root of")
        case .some(.some(0x33)): say("the cube root of")
        case .some(.some(0x34)): say("the fourth root of")
        default:
            say("the")
            if let index { speakScriptPart(index) }
            if let last = words.indices.last { words[last] += "th" }
            say("root of")
        }
        speakEnclosedPart(body)
        if !isPlain, isFollowed { say("end root") }
    }

    // MARK: Scripts

    mutating func speakScripts(_ base: ID, _ sub: ID?, _ sup: ID?) {
        if case .atom(let atom) = tree[base].kind, atom.atomClass == .large {
            speakBareOperator(atom.scalar, sub, sup)
            return
        }
        if case .operatorName = tree[base].kind, var function = function(base) {
            (function.sub, function.sup) = (sub, sup)
            speakBare(function)
            return
        }
        if case .fenced(let open, let body, let close) = tree[base].kind {
            speakGroup(Group(open: open, close: close, body: .node(body), sub: sub, sup: sup), isMember: false)
            return
        }
        if let bar = bracketSign(base)?.atom.scalar, bar == 0x7C || bar == 0x2223 {
            speakPlace(sub, sup)
            return
        }
        if isBrace(base) {
            speakStack(base, sup, sub)
            return
        }
        if speakDimensions(base, sub, sup) { return }
        speakEnclosedPart(base)
        if !isShort(base) { pause() }
        if let sub { speakSubscript(sub, hasPower: sup != nil) }
        if let sup { speakSuperscript(sup, base: base) }
    }

    /// Scripts on a brace are its labels.
    private func isBrace(_ id: ID) -> Bool {
        guard case .accent(let accent, _) = tree[id].kind else { return false }
        switch accent {
        case .overbrace, .underbrace, .overbracket, .underbracket, .overparenthesis, .underparenthesis: return true
        default: return false
        }
    }

    /// ℝ^{m×n}: "R m by n", not a power.
    private mutating func speakDimensions(_ base: ID, _ sub: ID?, _ sup: ID?) -> Bool {
        guard case .styled(.blackboard, let body) = tree[base].kind, let letter = atom(body), (0x41...0x5A).contains(letter) else { return false }
        guard letter != 0x45, letter != 0x50 else { return false }
        speakEnclosedPart(base)
        if let sub { speakScriptPart(sub) }
        if let sup { speakScriptPart(sup) }
        return true
    }

    mutating func speakSubscript(_ sub: ID, hasPower: Bool) {
        say("sub", "下标")
        if let word = labelWord(sub) {
            say(word)
            return
        }
        speakScriptPart(sub)
        if isSum(sub), hasPower || isFollowed { say("end sub", "下标结束") } else if !isShort(sub), touchesFactor { pause() }
    }

    func isPrimes(_ id: ID) -> Bool {
        let parts = items(id)
        return !parts.isEmpty && parts.allSatisfy { atom($0) == 0x2032 }
    }

    func isMinusOne(_ id: ID) -> Bool {
        let parts = items(id)
        return parts.count == 2 && atom(parts[0]) == 0x2212 && atom(parts[1]) == 0x31
    }

    /// `(i)` or `[l]` above a letter: an index, not a power.
    func bracketedIndex(_ id: ID) -> Range<Int>? {
        switch tree[id].kind {
        case .row(let list):
            guard list.count > 2, let open = bracketSign(tree.lists[Int(list.lowerBound)])?.atom,
                let close = bracketSign(tree.lists[Int(list.upperBound) - 1])?.atom, open.atomClass == .open, close.atomClass == .close
            else { return nil }
            return Int(list.lowerBound) + 1..<Int(list.upperBound) - 1
        default: return nil
        }
    }

    /// - Parameter base: what it stands on; `nil` for a bracket.
    mutating func speakSuperscript(_ sup: ID, base: ID?) {
        let parts = items(sup)
        if parts.count == 1, case .scripts(let empty, nil, let inner?, _) = tree[parts[0]].kind, items(empty).isEmpty {
            // x^{'}
            speakSuperscript(inner, base: base)
            return
        }
        if parts.count > 1, let first = parts.first, atom(first) == 0x2032 {
            speakPrimes(parts.prefix { atom($0) == 0x2032 }.count)
            let rest = parts.drop { atom($0) == 0x2032 }
            if rest.count == 1, let power = rest.first { speakSuperscript(power, base: base) } else { for id in rest { speakScriptPart(id) } }
            return
        }
        let isNumber = base.map { number($0) != nil } ?? false
        if isMinusOne(sup), !isNumber {
            say("inverse", "的逆")
            return
        }
        if parts.count == 2, atom(parts[0]) == 0x2212, isTransposition(parts[1]) {
            say("inverse transpose", "的逆的转置")
            return
        }
        if parts.count == 1, isTransposition(parts[0]), !isNumber {
            say("transpose", "的转置")
            return
        }
        if let index = bracketedIndex(sup) {
            say("superscript", "上标")
            let saved = isScript
            isScript = true
            enclosed { $0.speakSequence(index) }
            isScript = saved
            return
        }
        switch atom(sup) {
        case 0x32: say("squared", "的平方")
        case 0x33: say("cubed", "的立方")
        case 0x2032: speakPrimes(1)
        case 0x2033: speakPrimes(2)
        case 0x2217, 0x22C6, 0x2A: say("star", "星")
        case 0x2020: say("dagger", "的共轭转置")
        case 0x2218, 0xB0: say("degrees", "度")
        case 0x2B: say("plus", "上标加号")
        case 0x2212: say("minus", "上标减号")
        case 0x22A5: say("perp", "的正交补")
        default: speakPower(sup)
        }
    }

    private func isTransposition(_ id: ID) -> Bool {
        switch atom(id) {
        case 0x22A4, 0x54, 0x22BA: true
        default: false
        }
    }

    private mutating func speakPrimes(_ count: Int) {
        switch count {
        case 1: say("prime", "撇")
        case 2: say("double prime", "两撇")
        case 3: say("triple prime", "三撇")
        default: for _ in 0..<count { say("prime", "撇") }
        }
    }

    private mutating func speakPower(_ sup: ID) {
        if isChinese {
            if case .text = tree[sup].kind {
                say("上标")
                speakScriptPart(sup)
                return
            }
            say("的")
            speakScriptPart(sup)
            say("次方")
            return
        }
        if let digits = number(sup), let value = Int(digits), (4...9).contains(value) {
            let ordinals = ["fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
            say("to the \(ordinals[value - 4])")
            return
        }
        if case .text = tree[sup].kind {
            say("superscript")
            speakScriptPart(sup)
            return
        }
        let isLong = isSum(sup)
        say(isLong ? "to the power of" : "to the")
        speakScriptPart(sup)
        if isLong, isFollowed { say("end power") } else if touchesFactor { pause() }
    }

    // MARK: Marks and stacks

    mutating func speakAccent(_ accent: MathTree.Accent, _ base: ID) {
        let before: (String, String)? =
            switch accent {
            case .vec, .overRightArrow: ("vector", "向量")
            default: nil
            }
        let after: (String, String) =
            switch accent {
            case .hat, .wideHat: ("hat", "帽")
            case .tilde, .wideTilde, .underTilde: ("tilde", "波浪")
            case .bar, .overline, .overLineSegment: ("bar", "拔")
            case .underline, .underBar, .underLineSegment: ("underlined", "下划线")
            case .dot: ("dot", "一点")
            case .ddot: ("double dot", "两点")
            case .dddot: ("triple dot", "三点")
            case .check, .wideCheck: ("check", "尖角")
            case .breve: ("breve", "短音符")
            case .acute: ("acute", "锐音符")
            case .grave: ("grave", "钝音符")
            case .ring: ("ring", "圆圈")
            case .vec, .overRightArrow, .overbrace, .underbrace, .overbracket, .underbracket: ("", "")
            default: ("accented", "带标记")
            }
        if let before { say(before.0, before.1) }
        let isLong = !isShort(base) && !after.0.isEmpty
        if isLong { isSum(base) ? say("the quantity", "整体") : () }
        speakEnclosedPart(base)
        if isLong, isSum(base) { pause() }
        say(after.0, after.1)
    }

    mutating func speakStack(_ base: ID, _ over: ID?, _ under: ID?) {
        if under == nil, let over, isDefinition(over), let sign = atom(base), sign == 0x3D || sign == 0x225C {
            say("is defined as", "定义为")
            return
        }
        if over == nil, let under, var function = function(base), !function.needsBracket {
            function.sub = under
            speakBare(function)
            return
        }
        speakEnclosedPart(base)
        speakLabels(over, under)
    }

    /// `=` with "def", a triangle or "!" above it.
    private func isDefinition(_ id: ID) -> Bool {
        switch tree[id].kind {
        case .text(let text, _), .operatorName(let text, _): return FormulaSpeech.trimmed(tree.text(text)) == "def"
        case .styled(_, let body): return word(body) == "def"
        case .row(let list): return list.count == 1 ? isDefinition(tree.lists[Int(list.lowerBound)]) : word(id) == "def"
        case .atom(let atom): return atom.scalar == 0x25B3 || atom.scalar == 0x25B5
        default: return false
        }
    }

    mutating func speakLabels(_ over: ID?, _ under: ID?) {
        if let over {
            say("with", "上方为")
            speakEnclosedPart(over)
            if !isChinese { say("above") }
        }
        if let under {
            say("with", "下方为")
            speakEnclosedPart(under)
            if !isChinese { say("below") }
        }
    }

    mutating func speakEnclosure(_ enclosure: MathTree.Enclosure, _ body: ID) {
        switch enclosure {
        case .phantom, .horizontalPhantom, .verticalPhantom: return
        case .cancel, .backCancel, .crossCancel, .strike:
            say("crossed out", "划去")
            speak(body)
        default: speak(body)
        }
    }
}
