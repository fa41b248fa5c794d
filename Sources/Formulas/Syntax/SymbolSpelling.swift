import LaTeX
import Source

/// Spells symbols as plain names.
enum SymbolSpelling {
    /// The key of a formula that is one symbol, else `nil`.
    static func key(latex: String) -> SymbolKey? {
        let parsed = FormulaParser.parse(Array(latex.utf8))
        guard parsed.diagnostics.allSatisfy({ $0.severity != .error }) else { return nil }
        let reader = TokenReader(tree: parsed.tree)
        let tokens = reader.visible(of: parsed.tree.root)
        if tokens.count > 1, latex.utf8.contains(where: { $0 == 0x5C || $0 == 0x28 }) {
            // A name made of several signs: `\Delta x`, `P(B \mid A)`.
            return text(tokens, reader).map { SymbolKey(canonical: $0) }
        }
        guard tokens.count == 1, let name = fullName(tokens[0], reader) else {
            // A run of letters is one plain name: `alpha` typed without its backslash, `loss`.
            return nil
        }
        return SymbolKey(canonical: name)
    }

    /// Letter and decorations, without scripts.
    static func baseName(_ token: Token, _ reader: TokenReader) -> String? {
        switch token.kind {
        case .letter(let s): return letterName(s)
        case .word(let word): return word
        case .text(let text): return text.split(separator: " ").joined(separator: "_")
        case .accent(let accent, let base):
            let inner = reader.visible(of: base)
            guard inner.count == 1, let name = baseName(inner[0], reader) else { return nil }
            guard let suffix = suffix(of: accent) else { return name }
            return name + suffix
        case .group(let id):
            let inner = reader.visible(of: id)
            guard inner.count == 1 else { return nil }
            return fullName(inner[0], reader)
        default: return nil
        }
    }

    static func letterName(_ s: UInt32) -> String? {
        if let greek = GreekLetters.name(of: s) { return greek }
        if s == 0x2113 { return "ell" }
        let plain = MathAlphabet.plain(s)
        guard let scalar = Unicode.Scalar(plain) else { return nil }
        if let greek = GreekLetters.name(of: plain) { return greek }
        return String(Character(scalar))
    }

    static func suffix(of accent: MathTree.Accent) -> String? {
        switch accent {
        case .hat, .wideHat: "_hat"
        case .tilde, .wideTilde: "_tilde"
        case .bar, .overline: "_bar"
        case .dot: "_dot"
        case .ddot: "_ddot"
        case .dddot: "_dddot"
        case .check: "_check"
        case .breve: "_breve"
        case .ring: "_ring"
        // Passes in either direction: `\overrightarrow{h}_t`, `\overleftarrow{h}_t`.
        case .overRightArrow: "_forward"
        case .overLeftArrow: "_backward"
        case .underline, .vec: nil
        default: nil
        }
    }

    /// The whole spelling with every script as a label.
    static func fullName(_ token: Token, _ reader: TokenReader) -> String? {
        guard var name = baseName(token, reader) else { return nil }
        if let sub = token.sub {
            guard let text = scriptText(sub, reader) else { return nil }
            name += "_" + text
        }
        if let sup = token.sup {
            guard let text = scriptText(sup, reader) else { return nil }
            name += text.allSatisfy({ $0 == "'" }) ? text : "^" + text
        }
        return name
    }

    /// A script's content as plain text: `ij`, `(i)`, `[l]`, `t+1`, `*`, `in`.
    static func scriptText(_ id: MathTree.ID, _ reader: TokenReader) -> String? {
        text(reader.tokens(of: id), reader)
    }

    static func text(_ tokens: [Token], _ reader: TokenReader) -> String? {
        var out = ""
        for token in tokens {
            switch token.kind {
            case .space: continue
            case .letter, .word, .accent, .group:
                guard let name = fullName(token, reader) else { return nil }
                out += name
            case .text(let text): out += text.split(separator: " ").joined(separator: "_")
            case .number(let text): out += text
            case .sign(Sign.minus): out += "-"
            case .sign(Sign.prime): out += "'"
            case .sign(Sign.doubleAsterisk): out += "**"
            case .sign(let s), .open(let s), .close(let s), .punctuation(let s), .relation(let s), .bar(let s):
                guard let scalar = Unicode.Scalar(s) else { return nil }
                out.unicodeScalars.append(scalar)
            case .fenced(let open, let body, let close):
                guard let inner = scriptText(body, reader) else { return nil }
                if let s = Unicode.Scalar(open), open != 0 { out.unicodeScalars.append(s) }
                out += inner
                if let s = Unicode.Scalar(close), close != 0 { out.unicodeScalars.append(s) }
            default: return nil
            }
        }
        return out.isEmpty ? nil : out
    }
}

/// The letters behind Unicode's mathematical alphabets.
enum MathAlphabet {
    static func plain(_ s: UInt32) -> UInt32 {
        guard (0x1D400...0x1D6A3).contains(s) else { return s }
        let offset = (s - 0x1D400) % 52
        return offset < 26 ? 0x41 + offset : 0x61 + offset - 26
    }
}
