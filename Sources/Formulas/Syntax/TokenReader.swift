import LaTeX
import Source

/// Tokens of rows that were asked for: a first look and several readings go over the same ones.
private final class TokenRows {
    private(set) var tokens: [[Token]?]
    private(set) var visible: [[Token]?]
    /// Groups in groups hold the same tokens again and again.
    private var left = 20_000

    init(_ tree: MathTree) {
        tokens = [[Token]?](repeating: nil, count: tree.nodes.count)
        visible = tokens
    }

    func keep(_ found: [Token], of id: MathTree.ID) {
        if take(found) { tokens[Int(id)] = found }
    }

    func keepVisible(_ found: [Token], of id: MathTree.ID) {
        if take(found) { visible[Int(id)] = found }
    }

    private func take(_ found: [Token]) -> Bool {
        guard found.count <= left else { return false }
        left -= found.count
        return true
    }
}

/// Flattens rows of a math tree to tokens.
struct TokenReader {
    let tree: MathTree
    private let rows: TokenRows
    /// Nested rows and styles that are followed before a token counts as unreadable.
    static let depthLimit = 120

    init(tree: MathTree) {
        self.tree = tree
        rows = TokenRows(tree)
    }

    func tokens(of id: MathTree.ID) -> [Token] {
        if let known = rows.tokens[Int(id)] { return known }
        let found = joined(id)
        rows.keep(found, of: id)
        return found
    }

    /// The same without spaces.
    func visible(of id: MathTree.ID) -> [Token] {
        if let known = rows.visible[Int(id)] { return known }
        let all = tokens(of: id)
        guard all.contains(where: \.isSpace) else { return all }
        let found = all.filter { !$0.isSpace }
        rows.keepVisible(found, of: id)
        return found
    }

    private func joined(_ id: MathTree.ID) -> [Token] {
        var out: [Token] = []
        if case .row(let list) = tree[id].kind { out.reserveCapacity(tree.children(list).count) }
        flatten(id, font: nil, depth: 0, into: &out)
        // The one letter of most scripts.
        if out.count == 1, case .letter = out[0].kind { return out }
        return TokenJoining.joined(out)
    }

    func tokens(ofCells cells: ArraySlice<MathTree.ID>) -> [Token] {
        var out: [Token] = []
        for cell in cells { flatten(cell, font: nil, depth: 0, into: &out) }
        return TokenJoining.joined(out)
    }

    private func flatten(_ id: MathTree.ID, font: MathTree.Font?, depth: Int, into out: inout [Token]) {
        let node = tree[id]
        guard depth < Self.depthLimit else {
            out.append(Token(.error, range: node.range))
            return
        }
        switch node.kind {
        case .row(let list):
            let children = tree.children(list)
            var skip = false
            for (offset, child) in children.enumerated() {
                if skip {
                    skip = false
                    continue
                }
                // An underscore escaped for Markdown, with its group: a subscript after all.
                let next = children.startIndex + offset + 1
                if case .atom(let atom) = tree[child].kind, atom.scalar == 0x5F, next < children.endIndex,
                    let last = out.indices.last, out[last].sub == nil, !out[last].isSpace
                {
                    out[last].sub = children[next]
                    out[last].range = out[last].range.union(tree[children[next]].range)
                    skip = true
                    continue
                }
                // A comma in braces parts digits: `1{,}000`.
                if case .row(let inner) = tree[child].kind, inner.count == 1, let only = tree.children(inner).first,
                    case .atom(let atom) = tree[only].kind, atom.scalar == Sign.comma
                {
                    out.append(Token(.sign(Sign.comma), range: tree[child].range))
                    continue
                }
                flatten(child, font: font, depth: depth + 1, into: &out)
            }
        case .styled(let inner, let body):
            if inner == .upright || inner == .sansSerif || inner == .typewriter {
                flattenUpright(body, depth: depth, into: &out)
            } else {
                let start = out.count
                flatten(body, font: combined(font, inner), depth: depth + 1, into: &out)
                // The command belongs to what it styles.
                if out.count > start {
                    out[start].range = out[start].range.union(ByteRange(node.range.lower, out[start].range.upper))
                    out[out.count - 1].range = out[out.count - 1].range.union(ByteRange(out[out.count - 1].range.lower, node.range.upper))
                    if out.count == start + 1, !out[start].hasScripts { out[start].core = node.range }
                }
            }
        case .sized(_, let body), .coloured(_, let body):
            flatten(body, font: font, depth: depth + 1, into: &out)
        case .enclosed(let enclosure, let body):
            switch enclosure {
            case .phantom, .horizontalPhantom, .verticalPhantom: break
            case .cancel, .backCancel, .crossCancel, .strike: out.append(Token(.error, range: node.range))
            default: flatten(body, font: font, depth: depth + 1, into: &out)
            }
        case .tag, .label: break
        case .scripts(let base, let sub, let sup, _):
            appendScripts(base: base, sub: sub, sup: sup, range: node.range, font: font, depth: depth, into: &out)
        case .atom(let atom): out.append(token(atom, range: node.range, font: font))
        case .number(let text): out.append(Token(.number(tree.text(text)), range: node.range, font: font))
        case .text(let text, _):
            let words = tree.text(text)
            // Blanks one after another stand between two formulas.
            let isWide = words.utf8.count > 1 || out.last?.isSpace ?? false
            if words == "d" {
                out.append(Token(.letter(0x64), range: node.range, font: .upright))
            } else {
                out.append(Token(words.utf8.allSatisfy { $0 == 0x20 } ? .space(isWide ? 1 : 0.25) : .text(words), range: node.range))
            }
        case .operatorName(let text, _): out.append(Token(.word(tree.text(text)), range: node.range))
        case .fraction(let top, let bottom, let fraction):
            let kind = Token.Kind.fraction(top: top, bottom: bottom, hasBar: fraction.hasBar)
            out.append(Token(kind, range: node.range))
        case .radical(let body, let index): out.append(Token(.radical(body: body, index: index), range: node.range))
        case .fenced(let open, let body, let close):
            out.append(Token(.fenced(open: open, body: body, close: close), range: node.range))
        case .accent(let accent, let base): appendAccent(accent, base: base, range: node.range, font: font, into: &out)
        case .stack(let base, let over, let under):
            if let token = stackedOperator(base, over: over, under: under, range: node.range) {
                out.append(token)
                return
            }
            out.append(Token(.stack(base: base, over: over, under: under), range: node.range))
        case .table(let index): out.append(Token(.table(Int(index)), range: node.range))
        case .space(let em): out.append(Token(.space(em), range: node.range))
        case .newline: out.append(Token(.newline, range: node.range))
        case .classed(.large, let body):
            // `\mathop{argmax}` is one word.
            let start = out.count
            flatten(body, font: font, depth: depth + 1, into: &out)
            if out.count > start + 1, let word = Self.word(out[start...], node.range) { out.replaceSubrange(start..., with: [word]) }
        case .classed(_, let body), .raised(_, let body), .link(_, let body), .background(_, _, let body):
            flatten(body, font: font, depth: depth + 1, into: &out)
        case .choice(let display, _, _, _): flatten(display, font: font, depth: depth + 1, into: &out)
        case .extensibleArrow(let scalar, _, _):
            out.append(token(MathTree.Atom(scalar, .relation), range: node.range, font: font))
        case .rule: break
        case .error: out.append(Token(.error, range: node.range))
        }
    }

    /// Letters side by side as one word; `nil` for anything else.
    private static func word(_ tokens: ArraySlice<Token>, _ range: ByteRange) -> Token? {
        guard tokens.count > 1, tokens.allSatisfy({ !$0.hasScripts && $0.letter ?? 0x80 < 0x80 }) else { return nil }
        return Token(.word(PlainWords.spelling(tokens)), range: range)
    }

    /// `\overset{def}{=}` is a relation, `\underset{x}{\max}` an operator with a subscript.
    private func stackedOperator(
        _ base: MathTree.ID, over: MathTree.ID?, under: MathTree.ID?, range: ByteRange
    ) -> Token? {
        var inner = visible(of: base)
        if let word = Self.word(inner[...], range), case .word(let name) = word.kind, Self.optima.contains(name) { inner = [word] }
        guard inner.count == 1, !inner[0].hasScripts else { return nil }
        switch inner[0].kind {
        case .relation(let s):
            let words = over.map { tokens(of: $0) } ?? []
            let isDefinition = words.contains { token in
                switch token.kind {
                case .text(let text), .word(let text): text.lowercased().hasPrefix("def")
                case .letter(let s): s == 0x64 || s == 0x394 || s == 0x25B3
                case .sign(let s): s == 0x25B3
                default: false
                }
            }
            return Token(.relation(isDefinition && s == Sign.equal ? 0x225C : s), range: range)
        case .text(let words) where Self.optima.contains(NameFolding.fold(words)):
            guard over == nil else { return nil }
            var token = inner[0]
            token.kind = .word(NameFolding.fold(words))
            token.sub = under
            token.range = range
            return token
        case .word, .large:
            guard over == nil || under == nil else { return nil }
            var token = inner[0]
            token.sub = under
            token.sup = over
            token.range = range
            return token
        default: return nil
        }
    }

    private static let optima: Set<String> = ["argmin", "argmax", "min", "max", "sup", "inf"]

    private func combined(_ outer: MathTree.Font?, _ inner: MathTree.Font) -> MathTree.Font {
        switch (outer, inner) {
        case (.bold?, .italic), (.italic?, .bold): .boldItalic
        default: inner
        }
    }

    /// `\mathrm{softmax}` is one word; a single upright letter stays a letter.
    private func flattenUpright(_ body: MathTree.ID, depth: Int, into out: inout [Token]) {
        var inner: [Token] = []
        flatten(body, font: .upright, depth: depth + 1, into: &inner)
        var word = ""
        var first = 0
        func flush(_ end: Int, into out: inout [Token]) {
            guard !word.isEmpty else { return }
            var token = inner[end - 1]
            if end - first > 1 {
                let core = inner[first].core.union(inner[end - 1].core)
                token.kind = .word(word)
                token.core = core
                token.range = core.union(inner[end - 1].range)
            }
            out.append(token)
            word = ""
        }
        for (k, token) in inner.enumerated() {
            let scalar: UInt32? =
                switch token.kind {
                case .letter(let s) where s < 0x80: s
                case .sign(Sign.hyphen) where !word.isEmpty, .sign(Sign.minus) where !word.isEmpty: nil
                default: nil
                }
            if let scalar, let unicode = Unicode.Scalar(scalar) {
                if word.isEmpty { first = k }
                word.unicodeScalars.append(unicode)
                if token.hasScripts { flush(k + 1, into: &out) }
            } else {
                flush(k, into: &out)
                out.append(token)
            }
        }
        flush(inner.count, into: &out)
    }

    private func appendScripts(
        base: MathTree.ID, sub: MathTree.ID?, sup: MathTree.ID?, range: ByteRange, font: MathTree.Font?, depth: Int,
        into out: inout [Token]
    ) {
        var inner: [Token] = []
        flatten(base, font: font, depth: depth + 1, into: &inner)
        inner = TokenJoining.joined(inner).filter { !$0.isSpace }
        // What stands at a brace is a label.
        if case .accent(let accent, _) = tree[base].kind, accent == .underbrace && sup == nil || accent == .overbrace && sub == nil {
            out += inner
            return
        }
        if inner.count == 1, sub == nil || inner[0].sub == nil, sup == nil || inner[0].sup == nil {
            var token = inner[0]
            token.sub = sub ?? token.sub
            token.sup = sup ?? token.sup
            token.range = range
            out.append(token)
        } else if inner.isEmpty, sub == nil, out.isEmpty, let sup, let primes = primes(sup) {
            // `x^{'}`: what stands in the superscript is the prime alone.
            out += primes
        } else if inner.isEmpty {
            var token = out.last.map { $0.isSpace ? Token(.error, range: range) : $0 } ?? Token(.error, range: range)
            // `{}^2` after a sign that takes scripts: the scripts belong to what stands before.
            if case .error = token.kind {
                out.append(token)
            } else if (sub != nil && token.sub != nil) || (sup != nil && token.sup != nil) {
                out.append(Token(.error, range: range))
            } else {
                token.sub = sub ?? token.sub
                token.sup = sup ?? token.sup
                token.range = token.range.union(range)
                out[out.count - 1] = token
            }
        } else {
            var token = Token(.group(base), range: range, font: font)
            token.core = tree[base].range
            token.sub = sub
            token.sup = sup
            out.append(token)
        }
    }

    private func primes(_ sup: MathTree.ID) -> [Token]? {
        let marks = tokens(of: sup).filter { !$0.isSpace }
        return !marks.isEmpty && marks.allSatisfy { $0.isSign(Sign.prime) && !$0.hasScripts } ? marks : nil
    }

    /// `\hat{y_1}` is `\hat{y}_1`: scripts inside an accent over one letter belong to the whole.
    private func appendAccent(
        _ accent: MathTree.Accent, base: MathTree.ID, range: ByteRange, font: MathTree.Font?, into out: inout [Token]
    ) {
        let inner = visible(of: base)
        switch accent {
        case .overbrace, .underbrace, .overRightArrow, .overLeftArrow, .overLeftRightArrow, .underRightArrow,
            .underLeftArrow:
            if accent == .overbrace || accent == .underbrace {
                out += inner
                return
            }
        default: break
        }
        // `\dot{=}`, `\hat{=}`: equal by definition.
        if inner.count == 1, case .relation(Sign.equal) = inner[0].kind, accent == .dot || accent == .hat || accent == .wideHat {
            out.append(Token(.relation(0x225C), range: range))
            return
        }
        var token = Token(.accent(accent, base: base), range: range, font: font)
        if inner.count == 1 {
            token.sub = inner[0].sub
            token.sup = inner[0].sup
            token.font = inner[0].font ?? font
        }
        out.append(token)
    }

    private func token(_ atom: MathTree.Atom, range: ByteRange, font: MathTree.Font?) -> Token {
        let s = atom.scalar
        switch s {
        case Sign.bar, Sign.mid: return Token(.bar(Sign.bar), range: range)
        case Sign.doubleBar, Sign.parallel: return Token(.bar(Sign.doubleBar), range: range)
        case Sign.hyphen, Sign.minus: return Token(.sign(Sign.minus), range: range)
        case Sign.middleDot: return Token(.sign(Sign.dot), range: range)
        case Sign.lowAsterisk: return Token(.sign(Sign.asterisk), range: range)
        case 0xFF08: return Token(.open(0x28), range: range)
        case 0xFF09: return Token(.close(0x29), range: range)
        case Sign.comma, Sign.semicolon, Sign.wideComma, Sign.wideSemicolon, Sign.ideographicComma,
            Sign.ideographicStop:
            return Token(.punctuation(s), range: range)
        case Sign.fullStop: return Token(.punctuation(s), range: range)
        case 0xFF0B: return Token(.sign(Sign.plus), range: range)
        case 0xFF1D: return Token(.relation(Sign.equal), range: range)
        default: break
        }
        if Sign.isEllipsis(s) { return Token(.ellipsis(s), range: range) }
        if Sign.isLetter(s), atom.atomClass == .ordinary { return Token(.letter(s), range: range, font: font) }
        if Sign.isIdeograph(s) {
            let text = Unicode.Scalar(s).map { String(Character($0)) } ?? ""
            return Token(.text(text), range: range)
        }
        switch atom.atomClass {
        case .relation: return Token(.relation(s), range: range)
        case .open: return Token(.open(s), range: range)
        case .close: return Token(.close(s), range: range)
        case .middle: return Token(.bar(Sign.bar), range: range)
        case .punctuation: return Token(s == Sign.colon ? .relation(s) : .punctuation(s), range: range)
        case .large: return Token(.large(s), range: range)
        case .ordinary, .binary, .inner: return Token(.sign(s), range: range)
        }
    }
}
