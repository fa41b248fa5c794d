import Source

/// Proof trees: `bussproofs`' environment `prooftree`, and `\infer[label]{conclusion}{a & b}` of `proof`.
extension Parser {
    /// `\infer[label]{conclusion}{premises parted by &}` as a fraction.
    mutating func inferenceLaTeX(from start: Int) -> Excerpt? {
        _ = takeStar()
        let label = rawOptional()?.excerpt
        guard let conclusion = rawArgument("the conclusion", from: start), let premises = rawArgument("the premises", from: start)
        else { return nil }
        let parts = Parser.split(premises.excerpt, at: UInt8(ascii: "&"))
        return Parser.inference(parts, conclusion.excerpt, right: label, left: nil)
    }

    /// `\AxiomC{A} \UnaryInfC{B} \DisplayProof`, its first command just read.
    mutating func proof(from start: Int) -> Excerpt? {
        let first = sourceName(at: start)
        guard let body = bytesBefore(command: "DisplayProof", from: start) else { return nil }
        guard let tree = Parser.proofTree(latex(first, body)) else {
            pending.append(report(.badArgument, at: range(from: start), "the proof tree does not work out"))
            return nil
        }
        return tree
    }

    /// `bytes` cut at a sign outside braces and environments.
    static func split(_ bytes: Excerpt, at sign: UInt8) -> [Excerpt] {
        var parts: [Excerpt] = [[]]
        var depth = 0
        var i = 0
        while i < bytes.count {
            let c = bytes[i]
            if c == UInt8(ascii: "\\"), i + 1 < bytes.count {
                if bytes[i...].starts(with: "\\begin".utf8) { depth += 1 }
                if bytes[i...].starts(with: "\\end".utf8) { depth -= 1 }
                parts[parts.count - 1] += bytes[i...(i + 1)]
                i += 2
                continue
            }
            if c == UInt8(ascii: "{") { depth += 1 }
            if c == UInt8(ascii: "}") { depth -= 1 }
            if c == sign, depth <= 0 {
                parts.append([])
            } else {
                parts[parts.count - 1] += bytes[i..<(i + 1)]
            }
            i += 1
        }
        return parts
    }

    static func inference(_ premises: [Excerpt], _ conclusion: Excerpt, right: Excerpt?, left: Excerpt?) -> Excerpt {
        var out = Excerpt()
        if let left { out += latex("{\\scriptstyle ", left, "}\\,") }
        out += latex("\\dfrac{", premises.joined(by: "\\qquad "), "}{", conclusion, "}")
        if let right { out += latex("\\,{\\scriptstyle ", right, "}") }
        return latex("{", out, "}")
    }

    /// The body of a `prooftree`: a stack of proofs, of which `\BinaryInfC` takes two. `nil` for one that does not work out.
    static func proofTree(_ body: Excerpt) -> Excerpt? {
        var stack: [Excerpt] = []
        var right: Excerpt?
        var left: Excerpt?
        var i = 0
        while i < body.count {
            guard body[i] == UInt8(ascii: "\\") else {
                if body[i] > 0x20 { return nil }
                i += 1
                continue
            }
            var end = i + 1
            while end < body.count, (body[end] | 0x20) &- 0x61 < 26 { end += 1 }
            let name = String(decoding: body[(i + 1)..<end], as: UTF8.self)
            i = end
            while i < body.count, body[i] <= 0x20 { i += 1 }
            // `\Axiom$A \fCenter B$`: a formula, parted at its centre.
            let takesFormula = name == "Axiom" || name.hasSuffix("Inf")
            let takesArgument = name.hasSuffix("C") || name.hasSuffix("Label") || name == "LL" || name == "RL"
            var argument = Excerpt()
            if takesArgument {
                guard i < body.count, body[i] == UInt8(ascii: "{"), let close = closingBrace(body, i) else { return nil }
                // bussproofs' arguments are text.
                argument = words(Excerpt(body[(i + 1)..<close]))
                i = close + 1
            }
            if takesFormula {
                guard i < body.count, body[i] == UInt8(ascii: "$"), let close = body[(i + 1)...].firstIndex(of: UInt8(ascii: "$"))
                else { return nil }
                argument = latex("{", Excerpt(body[(i + 1)..<close]).replacing("\\fCenter", with: "\\;"), "}")
                i = close + 1
            }
            let count: Int
            switch name {
            case "AxiomC", "AXC", "Axiom":
                stack.append(argument)
                continue
            case "UnaryInfC", "UIC": count = 1
            case "BinaryInfC", "BIC": count = 2
            case "TrinaryInfC", "TIC": count = 3
            case "QuaternaryInfC": count = 4
            case "QuinaryInfC": count = 5
            case "UnaryInf": count = 1
            case "BinaryInf": count = 2
            case "TrinaryInf": count = 3
            case "QuaternaryInf": count = 4
            case "QuinaryInf": count = 5
            case "RightLabel", "RL":
                right = argument
                continue
            case "LeftLabel", "LL":
                left = argument
                continue
            case "noLine", "singleLine", "doubleLine", "solidLine", "dashedLine", "alwaysNoLine", "DisplayProof", "rootAtTop",
                "alwaysSingleLine", "alwaysDoubleLine", "rootAtBottom", "alwaysRootAtTop", "alwaysRootAtBottom", "alwaysSolidLine",
                "alwaysDashedLine", "dottedLine":
                continue
            default: return nil
            }
            // A premise that is missing is drawn empty only in a malformed tree.
            guard stack.count >= count else { return nil }
            let premises = Array(stack.suffix(count))
            stack.removeLast(count)
            stack.append(inference(premises, argument, right: right, left: left))
            right = nil
            left = nil
        }
        guard stack.count == 1 else { return nil }
        return stack[0]
    }

    static func closingBrace(_ bytes: Excerpt, _ start: Int) -> Int? {
        var depth = 0
        var i = start
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "\\") {
                i += 2
                continue
            }
            if bytes[i] == UInt8(ascii: "{") { depth += 1 }
            if bytes[i] == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return i }
            }
            i += 1
        }
        return nil
    }

    /// Words with `$…$` in them as LaTeX of mathematics; a text that is one formula without its dollars.
    static func words(_ bytes: Excerpt) -> Excerpt {
        var text = bytes[...]
        while let c = text.first, c <= 0x20 { text = text.dropFirst() }
        while let c = text.last, c <= 0x20 { text = text.dropLast() }
        if text.count >= 2, text.first == UInt8(ascii: "$"), text.last == UInt8(ascii: "$"),
            !text.dropFirst().dropLast().contains(UInt8(ascii: "$"))
        {
            return latex("{", text.dropFirst().dropLast(), "}")
        }
        if text.first == UInt8(ascii: "\\"), !text.contains(UInt8(ascii: "$")) { return Excerpt(text) }
        return latex("\\text{", text, "}")
    }
}
