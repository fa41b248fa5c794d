import LaTeX

/// Brackets and bars that belong together, and what they are read as.
extension Speaker {
    /// What stands between two brackets; scripts on the closing one belong to the whole.
    struct Group {
        enum Body {
            /// Positions in the tree's lists.
            case range(Range<Int>)
            case node(ID)
        }

        var open: UInt32
        var close: UInt32
        var body: Body
        var sub: ID?
        var sup: ID?
    }

    /// The bracket or sign that a node is, `\big` or not, with the scripts on it.
    func bracketSign(_ id: ID) -> (atom: MathTree.Atom, sub: ID?, sup: ID?)? {
        switch tree[id].kind {
        case .atom(let atom): return (atom, nil, nil)
        case .sized(.delimiter, let body):
            if case .atom(let atom) = tree[body].kind { return (atom, nil, nil) }
            return nil
        case .scripts(let base, let sub, let sup, _):
            switch tree[base].kind {
            case .atom, .sized(.delimiter, _): return bracketSign(base).map { ($0.atom, sub, sup) }
            default: return nil
            }
        default: return nil
        }
    }

    /// For each position of the range the distance to the bracket that closes it; 0 where none does.
    func partners(_ range: Range<Int>) -> [Int] {
        var partner = [Int](repeating: 0, count: range.count)
        guard bracketDepth < 40 else { return partner }
        var open: [(position: Int, scalar: UInt32)] = []
        var afterOperand = false
        for k in range {
            let id = tree.lists[k]
            guard let (atom, sub, sup) = bracketSign(id) else {
                if !isSilent(id) { afterOperand = true }
                continue
            }
            let isBar = atom.scalar == 0x7C || atom.scalar == 0x2016
            if isBar, atom.atomClass != .relation, atom.atomClass != .middle {
                let hasScripts = sub != nil || sup != nil
                if let last = open.last, last.scalar == atom.scalar, afterOperand || atom.atomClass == .close {
                    partner[last.position - range.lowerBound] = k - last.position
                    open.removeLast()
                    afterOperand = true
                } else if !hasScripts {
                    open.append((k, atom.scalar))
                    afterOperand = false
                }
                continue
            }
            switch atom.atomClass {
            case .open:
                if sub == nil, sup == nil { open.append((k, atom.scalar)) }
                afterOperand = false
            case .close:
                while let last = open.last, last.scalar == 0x7C || last.scalar == 0x2016 { open.removeLast() }
                if let last = open.last, Speaker.pair(last.scalar, atom.scalar) {
                    partner[last.position - range.lowerBound] = k - last.position
                    open.removeLast()
                }
                afterOperand = true
            case .binary, .relation, .punctuation, .large: afterOperand = false
            default: afterOperand = true
            }
        }
        return partner
    }

    private static func pair(_ open: UInt32, _ close: UInt32) -> Bool {
        switch open {
        case 0x28, 0x5B: close == 0x29 || close == 0x5D
        case 0x7B: close == 0x7D
        case 0x27E8: close == 0x27E9
        case 0x230A: close == 0x230B
        case 0x2308: close == 0x2309
        case 0x7C, 0x2016: close == open
        default: false
        }
    }

    /// The group that begins at the position, with the position after it.
    func group(at k: Int, _ partners: [Int], _ range: Range<Int>) -> (group: Group, next: Int)? {
        let id = tree.lists[k]
        let distance = partners[k - range.lowerBound]
        if distance > 0, let open = bracketSign(id), let close = bracketSign(tree.lists[k + distance]) {
            return (
                Group(
                    open: open.atom.scalar, close: close.atom.scalar, body: .range(k + 1..<k + distance), sub: close.sub, sup: close.sup),
                k + distance + 1
            )
        }
        switch tree[id].kind {
        case .fenced(let open, let body, let close):
            return (Group(open: open, close: close, body: .node(body), sub: nil, sup: nil), k + 1)
        case .scripts(let base, let sub, let sup, _):
            guard case .fenced(let open, let body, let close) = tree[base].kind else { return nil }
            return (Group(open: open, close: close, body: .node(body), sub: sub, sup: sup), k + 1)
        default: return nil
        }
    }

    // MARK: Shapes of what brackets hold

    func range(_ body: Group.Body) -> Range<Int>? {
        switch body {
        case .range(let range): return range
        case .node(let id):
            if case .row(let list) = tree[id].kind { return Int(list.lowerBound)..<Int(list.upperBound) }
            return nil
        }
    }

    func isSum(_ body: Group.Body) -> Bool { range(body).map { isSum($0) } ?? false }

    /// One factor: a letter, a number, a fraction, all with scripts; a function with its argument.
    func isFactor(_ body: Group.Body) -> Bool {
        guard let range = range(body) else {
            guard case .node(let id) = body else { return false }
            switch tree[id].kind {
            case .fraction, .radical, .scripts, .accent, .table: return true
            default: return isShort(id)
            }
        }
        guard !isSum(range) else { return false }
        var items = 0
        var open = 0
        for k in range where !isSilent(tree.lists[k]) {
            if let sign = bracketSign(tree.lists[k])?.atom {
                switch sign.atomClass {
                case .open:
                    open += 1
                    continue
                case .close:
                    open -= 1
                    continue
                case .punctuation, .binary, .middle:
                    if open == 0 { return false }
                default: break
                }
                if sign.scalar == 0x7C, open == 0 { return false }
            }
            if open == 0 { items += 1 }
            if items > 1 { return false }
        }
        return true
    }

    /// Commas that part members, not those within inner brackets.
    func commas(_ body: Group.Body) -> [Int] {
        guard let range = range(body) else { return [] }
        var open = 0
        var commas: [Int] = []
        for k in range {
            guard let sign = bracketSign(tree.lists[k])?.atom else { continue }
            switch sign.atomClass {
            case .open: open += 1
            case .close: open -= 1
            case .punctuation where open == 0 && (sign.scalar == 0x2C || sign.scalar == 0x3B || sign.scalar == 0xFF0C): commas.append(k)
            default: break
            }
        }
        return commas
    }

    // MARK: Reading

    mutating func speakBody(_ body: Group.Body, bar inner: Bar = .condition) {
        let saved = bar
        bar = inner
        bracketDepth += 1
        enclosed { speaker in
            switch body {
            case .range(let range): speaker.speakSequence(range)
            case .node(let id): speaker.speak(id)
            }
        }
        bracketDepth -= 1
        bar = saved
    }

    /// Members of a list with "and" before the last.
    mutating func speakList(_ body: Group.Body) {
        let commas = commas(body)
        guard let range = range(body), let last = commas.last else {
            speakBody(body)
            return
        }
        var start = range.lowerBound
        for comma in commas {
            speakBody(.range(start..<comma))
            if comma < last { pause() }
            start = comma + 1
        }
        say("and", "和")
        speakBody(.range(start..<range.upperBound))
    }

    /// - Parameter isMember: it stands after ∈: two numbers in brackets are an interval.
    mutating func speakGroup(_ group: Group, isMember: Bool) {
        switch (group.open, group.close) {
        case (0x7C, 0x7C), (0x2223, 0x2223):
            if let inner = innerOfDoubleBars(group.body) {
                speakNorm(Group(open: 0x2016, close: 0x2016, body: .range(inner), sub: group.sub, sup: group.sup))
            } else if isCollection(group.body) {
                speakMeasured(group, english: "size", chinese: "大小")
            } else {
                speakMeasured(group, english: "absolute value", chinese: "绝对值")
            }
        case (0, 0x7C), (0, 0x5D):
            speakBody(group.body)
            speakPlace(group.sub, group.sup)
        case (0x2016, 0x2016), (0x2225, 0x2225):
            speakNorm(group)
        case (0x230A, 0x230B): speakMeasured(group, english: "floor", chinese: "向下取整")
        case (0x2308, 0x2309): speakMeasured(group, english: "ceiling", chinese: "向上取整")
        case (0x27E8, 0x27E9) where commas(group.body).count == 1:
            if !isChinese { say("the inner product of") }
            speakList(group.body)
            say("", "的内积")
            speakOuterScripts(group)
        case (0x7B, 0x7D): speakSet(group)
        case (0x28...0x5D, 0x28...0x5D) where isMember && commas(group.body).count == 1:
            speakInterval(group)
        default: speakParentheses(group)
        }
    }

    /// The bar of `df/dx|_{x=0}` with its scripts.
    mutating func speakPlace(_ sub: ID?, _ sup: ID?) {
        switch (sub, sup) {
        case (let low?, let high?):
            say("evaluated from", "从")
            speakScriptPart(low)
            say("to", "到")
            speakScriptPart(high)
            say("", "的差")
        case (let place?, nil), (nil, let place?):
            say("evaluated at", "在")
            speakScriptPart(place)
            say("", "处的值")
        case (nil, nil): break
        }
    }

    /// `||x||`, written with four bars.
    private func innerOfDoubleBars(_ body: Group.Body) -> Range<Int>? {
        guard let range = range(body), range.count >= 3, let first = bracketSign(tree.lists[range.lowerBound]),
            let last = bracketSign(tree.lists[range.upperBound - 1]), first.atom.scalar == 0x7C, last.atom.scalar == 0x7C, last.sub == nil,
            last.sup == nil, partners(range).first == range.count - 1
        else { return nil }
        return range.lowerBound + 1..<range.upperBound - 1
    }

    private func isHeardAsOne(_ body: Group.Body) -> Bool {
        switch body {
        case .node(let id): return isShort(id)
        case .range(let range): return range.allSatisfy { isShort(tree.lists[$0]) }
        }
    }

    /// A calligraphic letter names a set.
    private func isCollection(_ body: Group.Body) -> Bool {
        var only: ID?
        switch body {
        case .node(let id): only = items(id).count == 1 ? items(id).first : nil
        case .range(let range): only = range.count == 1 ? tree.lists[range.lowerBound] : nil
        }
        guard let only, case .styled(let font, _) = tree[only].kind else { return false }
        return font == .calligraphic || font == .script
    }

    private mutating func speakParentheses(_ group: Group) {
        let isPlain = group.open == 0x28 && group.close == 0x29 || group.open == 0x5B && group.close == 0x5D
        let hasScripts = group.sub != nil || group.sup != nil
        if isPlain, isFactor(group.body) {
            speakBody(group.body, bar: bar)
            if hasScripts, !isHeardAsOne(group.body), !isChinese { pause() }
            speakOuterScripts(group)
        } else if isPlain, !hasScripts, shape(group.body).hasRelation {
            speakBody(group.body)
            if isFollowed { pause() }
        } else if isPlain, commas(group.body).isEmpty, !isChinese {
            say("the quantity")
            speakBody(group.body)
            if hasScripts || isFollowed { pause() }
            speakOuterScripts(group)
            if hasScripts, touchesFactor { pause() }
        } else {
            if group.open != 0 { speakSign(group.open) }
            speakBody(group.body)
            if group.close != 0 { speakSign(group.close) }
            speakOuterScripts(group)
        }
    }

    private mutating func speakSign(_ scalar: UInt32) {
        if let spoken = SpokenSigns.table[scalar] { say(spoken.english, spoken.chinese) }
    }

    mutating func speakOuterScripts(_ group: Group) {
        if let sub = group.sub { speakSubscript(sub, hasPower: group.sup != nil) }
        if let sup = group.sup { speakSuperscript(sup, base: nil) }
    }

    /// `|x|`, `⌊x⌋`.
    private mutating func speakMeasured(_ group: Group, english: String, chinese: String) {
        let isSquared = group.sup.map { atom($0) == 0x32 } ?? false
        if isChinese {
            speakMeasuredInChinese(group, chinese)
        } else {
            say(isSquared ? "the squared \(english) of" : "the \(english) of")
            speakBody(group.body)
            if group.sub != nil || (group.sup != nil && !isSquared) || (isFollowed && !isFactor(group.body)) { pause() }
        }
        var rest = group
        if isSquared, !isChinese { rest.sup = nil }
        speakOuterScripts(rest)
    }

    private mutating func speakMeasuredInChinese(_ group: Group, _ noun: String) {
        if isFactor(group.body) {
            speakBody(group.body)
            say("的" + noun)
        } else {
            say("对")
            speakBody(group.body)
            say(noun.hasSuffix("取整") ? noun : "取" + noun)
        }
    }

    /// `‖x‖`, `‖x‖_2^2`, `‖W‖_F`.
    private mutating func speakNorm(_ group: Group) {
        var kind: [String] = []
        if let sub = group.sub {
            switch atom(sub) {
            case 0x46: kind = [isChinese ? "Frobenius" : "Frobenius"]
            case 0x221E: kind = [isChinese ? "无穷" : "infinity"]
            default: kind = captured { $0.speakScriptPart(sub) }
            }
        }
        var rest = group
        rest.sub = nil
        if isChinese {
            let isFactor = isFactor(group.body)
            if !isFactor { say("对") }
            speakBody(group.body)
            say(isFactor ? "的" : "取")
            words += kind
            say("范数")
        } else {
            let isSquared = group.sup.map { atom($0) == 0x32 } ?? false
            say(isSquared ? "the squared" : "the")
            words += kind
            say("norm of")
            speakBody(group.body)
            if isSquared { rest.sup = nil } else if group.sup != nil { pause() }
            if isFollowed, !isFactor(group.body) { pause() }
        }
        speakOuterScripts(rest)
    }

    private mutating func speakSet(_ group: Group) {
        if let range = range(group.body), !range.contains(where: { !isSilent(tree.lists[$0]) }) {
            say("the empty set", "空集")
        } else {
            say("the set of", "集合")
            speakBody(group.body, bar: .set)
            if isFollowed { pause() }
        }
        speakOuterScripts(group)
    }

    private mutating func speakInterval(_ group: Group) {
        guard let range = range(group.body), let comma = commas(group.body).first else { return }
        switch (group.open, group.close) {
        case (0x5B, 0x5D): say("the closed interval from", "闭区间")
        case (0x28, 0x29): say("the open interval from", "开区间")
        default: say("the half-open interval from", "半开区间")
        }
        speakBody(.range(range.lowerBound..<comma))
        say("to", "到")
        speakBody(.range(comma + 1..<range.upperBound))
        if let sup = group.sup {
            pause()
            speakSuperscript(sup, base: nil)
        }
    }
}
