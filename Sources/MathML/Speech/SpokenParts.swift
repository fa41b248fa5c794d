import LaTeX

/// Fractions, scripts, brackets and rows in words.
extension Speaker {
    mutating func speakRow(_ list: MathTree.List) {
        var bars = 0
        var isFirst = true
        let barCount = tree.children(list).count { atom($0) == 0x7C }
        for id in tree.children(list) {
            if case .atom(let atom) = tree[id].kind {
                if atom.scalar == 0x7C, atom.atomClass == .ordinary, barCount % 2 == 1 {
                    // One bar alone stands before a condition.
                    say("given", "给定")
                } else if atom.scalar == 0x7C, atom.atomClass == .ordinary {
                    bars += 1
                    if bars % 2 == 1 { say("absolute value of", "绝对值") } else { say("end absolute value", "绝对值结束") }
                } else if atom.scalar == 0x2016, atom.atomClass == .ordinary {
                    bars += 1
                    if bars % 2 == 1 { say("norm of", "范数") } else { say("end norm", "范数结束") }
                } else {
                    speakAtom(atom, isFirst: isFirst)
                }
                isFirst = atom.atomClass == .open || atom.atomClass == .relation || atom.atomClass == .punctuation
                continue
            }
            speak(id)
            if case .space = tree[id].kind { continue }
            isFirst = false
        }
    }

    mutating func speakFraction(_ top: ID, _ bottom: ID, _ fraction: MathTree.Fraction) {
        if !fraction.hasBar {
            let isBinomial = fraction.open == 0x28
            if isChinese {
                say(isBinomial ? "从" : "上")
                speak(isBinomial ? top : top)
                say(isBinomial ? "个中取" : "下")
                speak(bottom)
                if isBinomial { say("个的组合数") }
            } else {
                speak(top)
                say(isBinomial ? "choose" : "above")
                speak(bottom)
            }
            return
        }
        let isPlain = isShort(top) && isShort(bottom)
        if isChinese {
            if isPlain {
                speak(bottom)
                say("分之")
                speak(top)
            } else {
                say("分数，分子")
                speak(top)
                say("，分母")
                speak(bottom)
                say("，分数结束")
            }
            return
        }
        if !isPlain { say("fraction") }
        speak(top)
        say("over")
        speak(bottom)
        if !isPlain { say("end fraction") }
    }

    mutating func speakRadical(_ body: ID, _ index: ID?) {
        let isPlain = isShort(body)
        if isChinese {
            if let index, atom(index) != 0x32 {
                speak(index)
                say("次根号")
            } else {
                say("根号")
            }
            speak(body)
            if !isPlain { say("，根号结束") }
            return
        }
        switch index.map({ atom($0) }) {
        case nil, .some(.some(0x32)): say("the square root of")
        case .some(.some(0x33)): say("the cube root of")
        default:
            say("the")
            if let index { speak(index) }
            say("th root of")
        }
        speak(body)
        if !isPlain { say("end root") }
    }

    // MARK: Scripts

    mutating func speakScripts(_ base: ID, _ sub: ID?, _ sup: ID?) {
        switch tree[base].kind {
        case .atom(let atom) where atom.atomClass == .large:
            speakLargeOperator(atom.scalar, sub, sup)
            return
        case .operatorName(let text, true):
            speakLimit(tree.text(text), sub, sup)
            return
        default: break
        }
        speak(base)
        if let sub {
            say("sub", "下标")
            speak(sub)
            if !isShort(sub) { say("end sub", "下标结束") }
        }
        if let sup { speakSuperscript(sup) }
    }

    private mutating func speakSuperscript(_ sup: ID) {
        if isMinusOne(sup) {
            say("inverse", "的逆")
            return
        }
        switch atom(sup) {
        case 0x32: say("squared", "的平方")
        case 0x33: say("cubed", "的立方")
        case 0x22A4, 0x54, 0x22BA: say("transpose", "的转置")
        case 0x2032: say("prime", "撇")
        case 0x2217, 0x22C6: say("star", "星")
        case 0x2020: say("dagger", "的共轭转置")
        case 0x2218: say("degrees", "度")
        case 0x2B: say("plus", "上标加号")
        case 0x2212: say("minus", "上标减号")
        default:
            if case .row(let list) = tree[sup].kind, tree.children(list).allSatisfy({ atom($0) == 0x2032 }), !list.isEmpty {
                for _ in list { say("prime", "撇") }
                return
            }
            if isChinese {
                if case .row(let list) = tree[sup].kind, list.count > 1, case .atom(let first) = tree[tree.lists[Int(list.lowerBound)]].kind,
                    first.atomClass == .open
                {
                    // An index in brackets, not a power.
                    say("上标")
                    speak(sup)
                    return
                }
                say("的")
                speak(sup)
                say("次方")
            } else {
                say(isShort(sup) ? "to the" : "to the power of")
                speak(sup)
                if !isShort(sup) { say("end power") }
            }
        }
    }

    private func isMinusOne(_ id: ID) -> Bool {
        guard case .row(let list) = tree[id].kind, list.count == 2 else { return false }
        return atom(tree.lists[Int(list.lowerBound)]) == 0x2212 && atom(tree.lists[Int(list.lowerBound) + 1]) == 0x31
    }

    private mutating func speakLargeOperator(_ scalar: UInt32, _ sub: ID?, _ sup: ID?) {
        let spoken = SpokenSigns.table[scalar] ?? (english: "operator", chinese: "运算")
        if isChinese {
            switch (sub, sup) {
            case (let sub?, let sup?):
                say(hasRelation(sub) ? "对" : "从")
                speak(sub)
                say("到")
                speak(sup)
                say(spoken.chinese)
            case (let sub?, nil):
                say("对")
                speak(sub)
                say(spoken.chinese)
            case (nil, let sup?):
                say("到")
                speak(sup)
                say(spoken.chinese)
            case (nil, nil): say(spoken.chinese)
            }
            return
        }
        say("the \(spoken.english)")
        if let sub {
            say(sup == nil ? "over" : "from")
            speak(sub)
        }
        if let sup {
            say("to")
            speak(sup)
        }
        say("of")
    }

    private func hasRelation(_ id: ID) -> Bool {
        guard case .row(let list) = tree[id].kind else { return false }
        return tree.children(list).contains {
            if case .atom(let atom) = tree[$0].kind { return atom.atomClass == .relation }
            return false
        }
    }

    private mutating func speakLimit(_ name: String, _ sub: ID?, _ sup: ID?) {
        let spoken = SpokenSigns.functions[name] ?? (english: name, chinese: name)
        let isLimit = name.hasPrefix("lim") || name.hasSuffix("lim")
        if isChinese {
            if let sub {
                say(isLimit ? "当" : "对")
                speak(sub)
                if isLimit { say("时的") }
            }
            say(spoken.chinese)
        } else {
            say(isLimit ? "the \(spoken.english)" : spoken.english)
            if let sub {
                say(isLimit ? "as" : "over")
                speak(sub)
            }
            if isLimit || sub != nil { say("of") }
        }
        if let sup { speakSuperscript(sup) }
    }

    // MARK: Brackets, marks and stacks

    mutating func speakFenced(_ open: UInt32, _ body: ID, _ close: UInt32) {
        if open == close, open == 0x7C || open == 0x2223 {
            say("the absolute value of", "绝对值")
            speak(body)
            say("end absolute value", "绝对值结束")
        } else if open == close, open == 0x2016 || open == 0x2225 {
            say("the norm of", "范数")
            speak(body)
            say("end norm", "范数结束")
        } else {
            if open != 0 { speakAtom(MathTree.Atom(open, .open), isFirst: false) }
            speak(body)
            if close != 0 { speakAtom(MathTree.Atom(close, .close), isFirst: false) }
        }
    }

    mutating func speakAccent(_ accent: MathTree.Accent, _ base: ID) {
        let isPlain = isShort(base)
        let spoken: (String, String) =
            switch accent {
            case .hat, .wideHat: ("hat", "帽")
            case .tilde, .wideTilde, .underTilde: ("tilde", "波浪")
            case .bar, .overline: ("bar", "横线")
            case .underline, .underBar: ("underlined", "下划线")
            case .vec, .overRightArrow: ("vector", "向量")
            case .dot: ("dot", "一点")
            case .ddot: ("double dot", "两点")
            case .overbrace, .underbrace: ("braced", "括起")
            default: ("accented", "带标记")
            }
        if !isPlain { say("quantity", "整体") }
        speak(base)
        say(spoken.0, spoken.1)
    }

    mutating func speakStack(_ base: ID, _ over: ID?, _ under: ID?) {
        speak(base)
        speakLabels(over, under)
    }

    mutating func speakLabels(_ over: ID?, _ under: ID?) {
        if let over {
            say("with", "上方为")
            speak(over)
            if !isChinese { say("above") }
        }
        if let under {
            say("with", "下方为")
            speak(under)
            if !isChinese { say("below") }
        }
    }

    mutating func speakEnclosed(_ enclosure: MathTree.Enclosure, _ body: ID) {
        switch enclosure {
        case .phantom, .horizontalPhantom, .verticalPhantom: return
        case .cancel, .backCancel, .crossCancel, .strike:
            say("crossed out", "划去")
            speak(body)
        default: speak(body)
        }
    }

    // MARK: Tables

    mutating func speakTable(_ table: MathTree.Table) {
        let name = table.environment
        let isMatrix = name.contains("matrix") || (name.contains("array") && !name.hasPrefix("eqn") && !name.contains("sub"))
        if name.contains("cases") {
            say("\(table.rows.count) cases:", "分 \(table.rows.count) 种情况，")
        } else if isMatrix {
            let columns = table.rows.map(\.count).max() ?? 0
            say("\(table.rows.count) by \(columns) matrix,", "\(table.rows.count) 行 \(columns) 列矩阵，")
        }
        for (r, row) in table.rows.enumerated() {
            if isMatrix {
                say("row \(r + 1):", "第 \(r + 1) 行，")
            } else if r > 0 {
                say(";", "；")
            }
            for (c, cell) in tree.children(row).enumerated() {
                if c > 0, isMatrix || name.contains("cases") { say(",", "，") }
                speak(cell)
            }
            for note in r < table.rowNotes.count ? table.rowNotes[r] : [] { speak(note) }
            if isMatrix, r + 1 < table.rows.count { say(";", "；") }
        }
        if isMatrix { say("end matrix", "，矩阵结束") }
    }
}
