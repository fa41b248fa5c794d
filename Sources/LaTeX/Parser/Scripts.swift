import Source

extension Parser {
    /// Reads every `^`, `_`, prime and `\limits` that follow `base`.
    ///
    /// A reopened node brings the scripts that it has already.
    mutating func parseScripts(
        base: ID, sub oldSub: ID? = nil, sup oldSup: ID? = nil, limits written: Bool? = nil
    ) -> ID {
        var sub = oldSub
        var sup = oldSup
        var fixed = written
        var subMark = ByteRange(0, 0)
        var supMark = ByteRange(0, 0)
        let start = tree[base].range.lower
        var last = end
        var extra: [ID] = []
        loop: while true {
            skipSpaces()
            let c = peek()
            switch c {
            case UInt8(ascii: "^"), UInt8(ascii: "_"):
                let isSup = c == UInt8(ascii: "^")
                let markStart = here
                position += 1
                let mark = range(from: markStart)
                if isSup ? sup != nil : sub != nil {
                    let kind = isSup ? "superscript" : "subscript"
                    let earlier = isSup ? supMark : subMark
                    extra.append(
                        report(
                            .doubleScript, at: mark, "a second \(kind) on the same base",
                            help: "group with braces: {a\(isSup ? "^" : "_")b}\(isSup ? "^" : "_")c",
                            related: earlier.isEmpty ? [] : [Related(at: earlier, "the first \(kind)")]))
                    break loop
                }
                let value = parseScript(mark, isSup: isSup)
                if isSup {
                    sup = value
                    supMark = mark
                } else {
                    sub = value
                    subMark = mark
                }
                last = end
            case UInt8(ascii: "'"):
                let mark = ByteRange(here, here + 1)
                if sup != nil {
                    position += 1
                    extra.append(
                        report(
                            .doubleScript, at: mark, "a prime after a superscript",
                            help: "write the prime first: f'^2",
                            related: supMark.isEmpty ? [] : [Related(at: supMark, "the superscript")]))
                    break loop
                }
                supMark = mark
                sup = parsePrimes()
                last = end
            case UInt8(ascii: "\\"):
                guard let isLimits = takeLimits() else { break loop }
                guard takesLimits(base) else {
                    extra.append(
                        report(
                            .badArgument, at: ByteRange(last, end), "\\limits must follow an operator",
                            help: "make one with \\mathop{…}"))
                    continue
                }
                fixed = isLimits
                last = end
            default:
                if c >= 0xC2, let isSup = unicodeScript() {
                    let value = parseUnicodeScripts(isSup: isSup)
                    // As KaTeX has it: x²³ is one script, and a sign after a written script joins it.
                    if isSup { sup = joined(sup, value) } else { sub = joined(sub, value) }
                    last = end
                    continue
                }
                break loop
            }
        }
        var result = base
        let range = ByteRange(start, max(last, start))
        if sub != nil || sup != nil {
            let limits = fixed ?? standsAboveAndBelow(base)
            result = add(.scripts(base: base, sub: sub, sup: sup, limits: limits), range)
            if fixed == true { tree.fixedLimits.append(result) }
        } else if fixed != nil {
            // `\limits` without scripts changes nothing.
            tree.nodes[Int(base)].range = range
        }
        if extra.isEmpty { return result }
        let first = pending.count
        pending.append(result)
        pending.append(contentsOf: extra)
        return makeRow(from: first, pendingRange(from: first, or: start))
    }

    private mutating func joined(_ old: ID?, _ new: ID) -> ID {
        guard let old else { return new }
        let first = pending.count
        pending.append(old)
        pending.append(new)
        return makeRow(from: first, tree[old].range.union(tree[new].range))
    }

    /// What stands after `^` or `_`.
    private mutating func parseScript(_ mark: ByteRange, isSup: Bool) -> ID {
        skipSpaces()
        let name: StaticString = isSup ? "superscript" : "subscript"
        if let value = parsePrimitive(as: name) { return unwrapped(value) }
        return report(
            .missingArgument, at: mark, "expected a \(name) after \(isSup ? "^" : "_")",
            help: "write \\\(isSup ? "^{}" : "_") for the sign, {} for nothing")
    }

    private mutating func parsePrimes() -> ID {
        let start = here
        let first = pending.count
        while peek() == UInt8(ascii: "'") {
            let prime = here
            position += 1
            pending.append(add(.atom(MathTree.Atom(0x2032, .ordinary)), range(from: prime)))
        }
        if peek() == UInt8(ascii: "^") {
            let markStart = here
            position += 1
            let value = parseScript(range(from: markStart), isSup: true)
            pending.append(value)
        }
        return makeItem(from: first, range(from: start))
    }

    /// Whether scripts of the node stand above and below it in a display.
    mutating func standsAboveAndBelow(_ base: ID) -> Bool {
        switch tree[base].kind {
        case .atom(let atom): atom.atomClass == .large && !SymbolTable.isIntegral(atom.scalar)
        case .operatorName(_, let limits): limits
        case .classed(.large, _): true
        case .accent(let accent, _): accent.takesLabel
        case .stack(let inner, _, _): standsAboveAndBelow(inner) && isBrace(inner)
        default: false
        }
    }

    private mutating func isBrace(_ id: ID) -> Bool {
        if case .accent(let accent, _) = tree[id].kind { return accent.takesLabel }
        return false
    }

    private mutating func takesLimits(_ base: ID) -> Bool {
        switch tree[base].kind {
        case .atom(let atom): atom.atomClass == .large
        case .operatorName, .classed(.large, _): true
        case .classed(.inner, let body): isDottedIntegral(body)
        default: false
        }
    }

    /// `\idotsint`: integrals with dots between them.
    private mutating func isDottedIntegral(_ body: ID) -> Bool {
        guard case .row(let list) = tree[body].kind, let first = tree.children(list).first,
            case .atom(let atom) = tree[first].kind
        else { return false }
        return atom.atomClass == .large
    }

    /// `\limits` or `\nolimits` on the node before it.
    mutating func parseLimits(_ isLimits: Bool, from start: Int, in row: inout Row) {
        guard row.hasBase, pending.count > row.segment else {
            pending.append(report(.badArgument, at: range(from: start), "\\limits must follow an operator"))
            row.hasBase = true
            return
        }
        let base = pending.removeLast()
        if case .scripts(let inner, let sub, let sup, _) = tree[base].kind, takesLimits(inner) {
            pending.append(parseScripts(base: inner, sub: sub, sup: sup, limits: isLimits))
        } else if takesLimits(base) {
            pending.append(parseScripts(base: base, limits: isLimits))
        } else {
            pending.append(base)
            pending.append(
                report(
                    .badArgument, at: range(from: start), "\\limits must follow an operator",
                    help: "make one with \\mathop{…}"))
        }
    }

    /// Takes `\limits` or `\nolimits` when it comes next.
    private mutating func takeLimits() -> Bool? {
        guard position + 1 < limit else { return nil }
        switch text[position + 1] {
        case UInt8(ascii: "l"): return takeCommand("limits") ? true : nil
        case UInt8(ascii: "n"): return takeCommand("nolimits") ? false : nil
        default: return nil
        }
    }

    // MARK: Unicode scripts

    /// Whether a Unicode superscript (`true`) or subscript comes next.
    func unicodeScript() -> Bool? {
        guard position < limit, text[position] >= 0xC2 else { return nil }
        let scalar = UTF8Decoder.scalar(in: text, at: position).scalar
        if UnicodeScripts.superscript(scalar) != nil { return true }
        if UnicodeScripts.subscript(scalar) != nil { return false }
        return nil
    }

    /// `x²ⁿ`: a run of them as one script.
    private mutating func parseUnicodeScripts(isSup: Bool) -> ID {
        let start = here
        let first = pending.count
        var digits: [UInt8] = []
        var digitsStart = start
        func isRun(_ scalar: UInt32) -> UInt32? {
            isSup ? UnicodeScripts.superscript(scalar) : UnicodeScripts.subscript(scalar)
        }
        while position < limit {
            let (scalar, length) = UTF8Decoder.scalar(in: text, at: position)
            guard let plain = isRun(scalar) else { break }
            let pieceStart = here
            position += length
            if plain &- 0x30 < 10 {
                if digits.isEmpty { digitsStart = pieceStart }
                digits.append(UInt8(truncatingIfNeeded: plain))
                if let next = nextScriptScalar(), let value = isRun(next), value &- 0x30 < 10 { continue }
                let index = add(text: String(decoding: digits, as: UTF8.self))
                pending.append(add(.number(text: index), range(from: digitsStart)))
                digits.removeAll()
            } else if plain &- 0x61 < 26 || plain &- 0x41 < 26 {
                pending.append(add(.atom(MathTree.Atom(plain, .ordinary)), range(from: pieceStart)))
            } else {
                pending.append(add(.atom(SymbolTable.shared.atom(typed: plain)), range(from: pieceStart)))
            }
        }
        return makeItem(from: first, range(from: start))
    }

    private func nextScriptScalar() -> UInt32? {
        position < limit ? UTF8Decoder.scalar(in: text, at: position).scalar : nil
    }
}

/// Superscript and subscript characters and what they stand for.
enum UnicodeScripts {
    static func superscript(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x2070: 0x30
        case 0xB9: 0x31
        case 0xB2, 0xB3: scalar - 0x80
        case 0x2074...0x2079: scalar - 0x2074 + 0x34
        case 0x207A: 0x2B
        case 0x207B: 0x2212
        case 0x207C: 0x3D
        case 0x207D: 0x28
        case 0x207E: 0x29
        case 0x207F: 0x6E
        case 0x2071: 0x69
        case 0x2C7D: 0x56
        default: letters[scalar]
        }
    }

    static func `subscript`(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x2080...0x2089: scalar - 0x2080 + 0x30
        case 0x208A: 0x2B
        case 0x208B: 0x2212
        case 0x208C: 0x3D
        case 0x208D: 0x28
        case 0x208E: 0x29
        default: subscriptLetters[scalar]
        }
    }

    private static let letters: [UInt32: UInt32] = pairs("ᵃaᵇbᶜcᵈdᵉeᶠfᵍgʰhʲjᵏkˡlᵐmᵒoᵖpʳrˢsᵗtᵘuᵛvʷwˣxʸyᶻzᴬAᴮBᴰDᴱEᴳGᴴHᴵIᴶJᴷKᴸLᴹMᴺNᴼOᴾPᴿRᵀTᵁUᵂWᵝβᵞγᵟδᵠϕᵡχᶿθ")
    private static let subscriptLetters: [UInt32: UInt32] = pairs("ₐaₑeₕhᵢiⱼjₖkₗlₘmₙnₒoₚpᵣrₛsₜtᵤuᵥvₓxᵦβᵧγᵨρᵩϕᵪχ")

    private static func pairs(_ text: String) -> [UInt32: UInt32] {
        let scalars = text.unicodeScalars.map(\.value)
        var table: [UInt32: UInt32] = [:]
        for k in stride(from: 0, to: scalars.count - 1, by: 2) { table[scalars[k]] = scalars[k + 1] }
        return table
    }
}

extension MathTree.Accent {
    /// Braces and brackets whose scripts are labels above and below.
    var takesLabel: Bool {
        switch self {
        case .overbrace, .underbrace, .overbracket, .underbracket, .overparenthesis, .underparenthesis, .overgroup,
            .undergroup:
            true
        default: false
        }
    }
}
