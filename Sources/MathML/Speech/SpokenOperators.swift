import LaTeX

/// What acts on what stands after it: sums, integrals, limits, gradients, derivatives, functions without brackets.
extension Speaker {
    /// Reads an operator whose operand follows; the position after it.
    mutating func speakOperator(at k: Int, _ row: inout Row, _ outer: (Bool, Bool)) -> Int? {
        let id = tree.lists[k]
        if let (scalar, sub, sup) = largeOperator(id) {
            return speakLargeOperator(scalar, sub, sup, at: k, &row)
        }
        if let (sub, sup) = nabla(id) { return speakNabla(sub, sup, at: k, &row) }
        if let (noun, variables) = derivativeOperator(id), operandStart(k + 1, row) != nil {
            speakDifferentiation(noun, &row) { speaker in speaker.speakVariables(variables) }
            return k + 1
        }
        if let (function, next) = argument(at: k, row) {
            if let start = operandStart(next, row) { speakFunction(function, operandAt: start, &row) } else { speakBare(function) }
            return next
        }
        if let function = function(id), !function.needsBracket, let start = operandStart(k + 1, row),
            group(at: start, row.partners, row.range).map({ !isApplied(id, to: $0.group) }) ?? true
        {
            speakFunction(function, operandAt: start, &row)
            return k + 1
        }
        return nil
    }

    /// `\arg\max_x`, written as two.
    private func argument(at k: Int, _ row: Row) -> (Function, Int)? {
        guard function(tree.lists[k])?.name == "arg", let next = nextItem(k + 1, row.range), var extremum = function(tree.lists[next]),
            extremum.name == "max" || extremum.name == "min"
        else { return nil }
        extremum.name = "arg" + extremum.name
        return (extremum, next + 1)
    }

    /// Where an operand begins that is not a sign of a relation or the end.
    func operandStart(_ k: Int, _ row: Row) -> Int? {
        guard let next = nextItem(k, row.range) else { return nil }
        guard case .atom(let atom) = tree[tree.lists[next]].kind else { return next }
        switch atom.atomClass {
        case .relation, .punctuation, .close, .middle: return nil
        case .binary: return atom.scalar == 0x2212 ? next : nil
        case .ordinary where atom.scalar == 0x2E: return nil
        default: return next
        }
    }

    // MARK: Sums and integrals

    func largeOperator(_ id: ID) -> (scalar: UInt32, sub: ID?, sup: ID?)? {
        switch tree[id].kind {
        case .atom(let atom) where atom.atomClass == .large: return (atom.scalar, nil, nil)
        case .scripts(let base, let sub, let sup, _):
            guard case .atom(let atom) = tree[base].kind, atom.atomClass == .large else { return nil }
            return (atom.scalar, sub, sup)
        default: return nil
        }
    }

    private mutating func speakLargeOperator(_ scalar: UInt32, _ sub: ID?, _ sup: ID?, at k: Int, _ row: inout Row) -> Int {
        let noun = SpokenSigns.large[scalar] ?? (english: "operator", chinese: "作运算")
        let isIntegral = (0x222B...0x2233).contains(scalar)
        let operand = operandStart(k + 1, row)
        if isChinese {
            speakLimitsInChinese(sub, sup)
            if let operand, let next = largeOperator(tree.lists[operand]), next.scalar == scalar, next.sub != nil || next.sup != nil {
                if sub != nil || sup != nil { pause() }
            } else if operand != nil {
                say("对")
                row.waiting.append(Waiting(words: [noun.chinese], isIntegral: isIntegral))
            } else {
                say(noun.chinese)
            }
        } else {
            say("the \(noun.english)")
            speakLimits(sub, sup)
            if operand != nil { say("of") }
        }
        row.hasOpenSum = true
        return k + 1
    }

    private mutating func speakLimits(_ sub: ID?, _ sup: ID?) {
        if let sub {
            say(sup == nil ? "over" : "from")
            speakScriptPart(sub)
        }
        if let sup {
            say("to")
            speakScriptPart(sup)
        }
    }

    private mutating func speakLimitsInChinese(_ sub: ID?, _ sup: ID?) {
        if let sub {
            say(sup == nil ? "关于" : "从")
            speakScriptPart(sub)
        }
        if let sup {
            say("到")
            speakScriptPart(sup)
        }
    }

    /// A large operator that stands alone.
    mutating func speakBareOperator(_ scalar: UInt32, _ sub: ID?, _ sup: ID?) {
        let noun = SpokenSigns.large[scalar] ?? (english: "operator", chinese: "作运算")
        if isChinese {
            speakLimitsInChinese(sub, sup)
            say(noun.chinese)
        } else {
            say("the \(noun.english)")
            speakLimits(sub, sup)
        }
    }

    // MARK: Gradients

    func isNabla(_ id: ID) -> Bool { nabla(id) != nil }

    private func nabla(_ id: ID) -> (sub: ID?, sup: ID?)? {
        switch tree[id].kind {
        case .atom(let atom) where atom.scalar == 0x2207: return (nil, nil)
        case .scripts(let base, let sub, let sup, _): return atom(base) == 0x2207 ? (sub, sup) : nil
        case .styled(_, let body): return nabla(body)
        default: return nil
        }
    }

    private mutating func speakNabla(_ sub: ID?, _ sup: ID?, at k: Int, _ row: inout Row) -> Int {
        var noun = (english: "gradient", chinese: "梯度")
        var next = k + 1
        if let sup, atom(sup) == 0x32 {
            noun = sub == nil ? ("Laplacian", "拉普拉斯") : ("second gradient", "二阶梯度")
        } else if let sign = nextItem(next, row.range), case .atom(let atom) = tree[tree.lists[sign]].kind {
            if atom.scalar == 0x22C5 {
                (noun, next) = (("divergence", "散度"), sign + 1)
            } else if atom.scalar == 0xD7 {
                (noun, next) = (("curl", "旋度"), sign + 1)
            }
        }
        let hasOperand = operandStart(next, row) != nil
        if isChinese {
            var words: [String] = []
            if let sub { words = captured { $0.say("对"); $0.speakScriptPart(sub) } }
            words.append(words.isEmpty && !hasOperand ? noun.chinese : "的" + noun.chinese)
            if hasOperand { row.waiting.append(Waiting(words: words)) } else { self.words += words }
        } else {
            say("the \(noun.english)")
            if let sub {
                say("with respect to")
                speakScriptPart(sub)
            }
            if hasOperand { say("of") }
        }
        return next
    }

    // MARK: Derivatives

    typealias Noun = (english: String, chinese: String)

    func isDifferentialSign(_ id: ID, _ scalar: UInt32) -> Bool {
        switch tree[id].kind {
        case .atom(let atom): return atom.scalar == scalar
        case .styled(.upright, let body): return isDifferentialSign(body, scalar)
        case .row(let list) where list.count == 1: return isDifferentialSign(tree.lists[Int(list.lowerBound)], scalar)
        case .operatorName(let text, _): return scalar == 0x64 && tree.text(text) == "d"
        default: return false
        }
    }

    func isVariable(_ id: ID) -> Bool {
        switch tree[id].kind {
        case .atom(let atom): return atom.atomClass == .ordinary
        case .styled(_, let body), .accent(_, let body): return isVariable(body)
        case .scripts(let base, _, _, _): return isVariable(base)
        case .row(let list): return list.count == 1 && isVariable(tree.lists[Int(list.lowerBound)])
        default: return false
        }
    }

    /// `\frac{d^2 y}{dx^2}`: the order, what is differentiated, the variables.
    func derivative(_ top: ID, _ bottom: ID) -> (order: ID?, isPartial: Bool, function: ArraySlice<ID>, variables: [ID])? {
        let above = items(top)
        let below = items(bottom)
        guard let first = above.first, below.count >= 2 else { return nil }
        var head = first
        var order: ID?
        if case .scripts(let base, nil, let sup?, _) = tree[first].kind { (head, order) = (base, sup) }
        let isPartial = isDifferentialSign(head, 0x2202)
        guard isPartial || isDifferentialSign(head, 0x64) else { return nil }
        var variables: [ID] = []
        var k = 0
        while k < below.count {
            guard isDifferentialSign(below[k], isPartial ? 0x2202 : 0x64), k + 1 < below.count, isVariable(below[k + 1]) else { return nil }
            variables.append(below[k + 1])
            k += 2
        }
        return (order, isPartial, above.dropFirst(), variables)
    }

    private func noun(_ order: ID?, isPartial: Bool) -> Noun {
        let english = isPartial ? "partial derivative" : "derivative"
        let chinese = isPartial ? "偏导数" : "导数"
        guard let order else { return (english, chinese) }
        switch atom(order) {
        case 0x32: return ("second \(english)", "二阶\(chinese)")
        case 0x33: return ("third \(english)", "三阶\(chinese)")
        case 0x34: return ("fourth \(english)", "四阶\(chinese)")
        default:
            let name = number(order) ?? atom(order).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "n"
            return ("\(name)th \(english)", "\(name) 阶\(chinese)")
        }
    }

    /// A derivative whose function stands after the fraction, or `\partial_x`.
    private func derivativeOperator(_ id: ID) -> (Noun, [ID])? {
        switch tree[id].kind {
        case .fraction(let top, let bottom, let fraction):
            guard fraction.hasBar, let derivative = derivative(top, bottom), derivative.function.isEmpty else { return nil }
            return (noun(derivative.order, isPartial: derivative.isPartial), derivative.variables)
        case .scripts(let base, let sub?, nil, _):
            return atom(base) == 0x2202 ? (noun(nil, isPartial: true), [sub]) : nil
        default: return nil
        }
    }

    private mutating func speakVariables(_ variables: [ID]) {
        for (index, variable) in variables.enumerated() {
            if index > 0 { say("and", "和") }
            // The power of `dx^2` is the order again.
            if case .scripts(let base, nil, _?, _) = tree[variable].kind {
                speakEnclosedPart(base)
            } else if case .scripts(let base, let sub?, _?, _) = tree[variable].kind {
                speakEnclosedPart(base)
                speakSubscript(sub, hasPower: false)
            } else {
                speakScriptPart(variable)
            }
        }
    }

    private mutating func speakDifferentiation(_ noun: Noun, _ row: inout Row, _ variables: (inout Speaker) -> Void) {
        if isChinese {
            row.waiting.append(
                Waiting(
                    words: captured { speaker in
                        speaker.say("对")
                        variables(&speaker)
                        speaker.say("的\(noun.chinese)")
                    }))
        } else {
            say("the \(noun.english) with respect to")
            variables(&self)
            say("of")
        }
    }

    /// A fraction of differentials.
    mutating func speakDerivative(_ top: ID, _ bottom: ID) -> Bool {
        guard let derivative = derivative(top, bottom) else { return false }
        let noun = noun(derivative.order, isPartial: derivative.isPartial)
        if !isChinese { say("the \(noun.english)") }
        if let first = derivative.function.first {
            if !isChinese { say("of") }
            // They are children of the numerator's row.
            if case .row(let list) = tree[top].kind, let start = tree.children(list).firstIndex(of: first) {
                enclosed { $0.speakSequence(start..<Int(list.upperBound)) }
            }
        }
        say("with respect to", "对")
        speakVariables(derivative.variables)
        say("", "的\(noun.chinese)")
        return true
    }
}
