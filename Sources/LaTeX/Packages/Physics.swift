import Source

/// The package `physics`: derivatives, quantities in brackets, brakets with several arguments, matrices.
enum PhysicsCommand: Sendable {
    /// `\qty(…)`, `\qty[…]`, `\qty{…}`, `\qty|…|`; `\qty{10}{kg}` is a quantity of siunitx.
    case quantity
    /// `\abs{x}`, `\norm*{x}`, `\comm{A}{B}`: as many arguments, parted by commas, between two delimiters.
    case fenced(StaticString, StaticString, arguments: Int)
    /// `\dv[n]{f}{x}`, `\dv{x}`
    case derivative(StaticString)
    /// `\pdv[n]{f}{x}{y}`
    case partialDerivative
    /// `\dd[n]{x}`, `\dd(x)`, `\dd x`
    case differential(StaticString)
    /// `\eval{f}`, `\eval(f|`, `\eval[f|`
    case evaluation
    /// `\mqty(a & b \\ c & d)`
    case matrix
    /// `\pmqty{…}`
    case fencedMatrix(StaticString)
    case identityMatrix, diagonalMatrix
    /// `\ketbra{a}{b}`: one argument stands for both.
    case dyad, innerProduct
    /// `\expval{A}{\psi}`
    case expectation
    case matrixElement
    /// `\vb{x}`, `\vb*{x}`
    case vector(StaticString)
    /// `\qq{and}`
    case quadText
    /// `\smqty(a & b)`: as `\mqty`, small.
    case smallMatrix
    case pattern(PatternMatrix)
}

extension CommandTable {
    static let physicsCommands: [(String, PhysicsCommand)] = [
        ("qty", .quantity), ("quantity", .quantity),
        ("pqty", .fenced("(", ")", arguments: 1)), ("bqty", .fenced("[", "]", arguments: 1)),
        ("Bqty", .fenced("\\{", "\\}", arguments: 1)), ("vqty", .fenced("|", "|", arguments: 1)),
        ("abs", .fenced("|", "|", arguments: 1)), ("absolutevalue", .fenced("|", "|", arguments: 1)),
        ("norm", .fenced("\\|", "\\|", arguments: 1)), ("order", .fenced("\\mathcal{O}\\left(", ")", arguments: 1)),
        ("comm", .fenced("[", "]", arguments: 2)), ("commutator", .fenced("[", "]", arguments: 2)),
        ("acomm", .fenced("\\{", "\\}", arguments: 2)), ("anticommutator", .fenced("\\{", "\\}", arguments: 2)),
        ("acommutator", .fenced("\\{", "\\}", arguments: 2)), ("pb", .fenced("\\{", "\\}", arguments: 2)),
        ("poissonbracket", .fenced("\\{", "\\}", arguments: 2)),
        ("dv", .derivative("\\mathrm{d}")), ("derivative", .derivative("\\mathrm{d}")), ("odv", .derivative("\\mathrm{d}")),
        ("fdv", .derivative("\\delta")), ("fderivative", .derivative("\\delta")),
        ("functionalderivative", .derivative("\\delta")), ("pdv", .partialDerivative), ("pderivative", .partialDerivative),
        ("partialderivative", .partialDerivative), ("dd", .differential("\\mathrm{d}")),
        ("differential", .differential("\\mathrm{d}")), ("var", .differential("\\delta")),
        ("variation", .differential("\\delta")), ("eval", .evaluation), ("evaluated", .evaluation),
        ("mqty", .matrix), ("matrixquantity", .matrix), ("pmqty", .fencedMatrix("pmatrix")),
        ("bmqty", .fencedMatrix("bmatrix")), ("vmqty", .fencedMatrix("vmatrix")), ("Pmqty", .fencedMatrix("pmatrix")),
        ("mdet", .fencedMatrix("vmatrix")), ("matrixdeterminant", .fencedMatrix("vmatrix")),
        ("imat", .identityMatrix), ("identitymatrix", .identityMatrix), ("dmat", .diagonalMatrix),
        ("diagonalmatrix", .diagonalMatrix), ("ketbra", .dyad), ("dyad", .dyad), ("op", .dyad), ("outerproduct", .dyad),
        ("ip", .innerProduct), ("innerproduct", .innerProduct), ("expval", .expectation), ("ev", .expectation),
        ("expectationvalue", .expectation), ("mel", .matrixElement), ("matrixel", .matrixElement),
        ("matrixelement", .matrixElement), ("vb", .vector("\\mathbf{")), ("vectorbold", .vector("\\mathbf{")),
        ("va", .vector("\\vec{\\mathbf{")), ("vectorarrow", .vector("\\vec{\\mathbf{")),
        ("qqtext", .quadText), ("smqty", .smallMatrix), ("smallmatrixquantity", .smallMatrix), ("spmqty", .fencedMatrix("psmallmatrix")),
        ("sPmqty", .fencedMatrix("psmallmatrix")), ("sbmqty", .fencedMatrix("bsmallmatrix")), ("svmqty", .fencedMatrix("vsmallmatrix")),
        ("smdet", .fencedMatrix("vsmallmatrix")), ("xmat", .pattern(.repeated)), ("xmatrix", .pattern(.repeated)),
        ("zmat", .pattern(.zero)), ("zeromatrix", .pattern(.zero)), ("pmat", .pattern(.pauli)), ("paulimatrix", .pattern(.pauli)),
        ("admat", .pattern(.antidiagonal)), ("antidiagonalmatrix", .pattern(.antidiagonal)), ("Ketbra", .dyad),
        ("vu", .vector("\\hat{\\mathbf{")), ("vectorunit", .vector("\\hat{\\mathbf{")), ("qq", .quadText),
    ]
}

extension Expansion {
    static let physics: [Expansion] = [
        Expansion("grad", "\\boldsymbol{\\nabla}"), Expansion("gradient", "\\boldsymbol{\\nabla}"),
        Expansion("curl", "\\boldsymbol{\\nabla}\\times"), Expansion("divergence", "\\boldsymbol{\\nabla}\\cdot"),
        Expansion("laplacian", "\\nabla^{2}"), Expansion("vdot", "\\boldsymbol{\\cdot}"), Expansion("dotproduct", "\\boldsymbol{\\cdot}"),
        Expansion("cross", "\\times"), Expansion("cp", "\\times"), Expansion("crossproduct", "\\times"),
        Expansion("tr", "\\operatorname{tr}"), Expansion("Tr", "\\operatorname{Tr}"), Expansion("trace", "\\operatorname{tr}"),
        Expansion("rank", "\\operatorname{rank}"), Expansion("erf", "\\operatorname{erf}"), Expansion("Res", "\\operatorname{Res}"),
        Expansion("pv", 1, "\\mathcal{P}#1"), Expansion("principalvalue", "\\mathcal{P}"), Expansion("PV", 1, "\\operatorname{P.V.}#1"),
        Expansion("flatfrac", 2, "{\\left.#1\\middle/#2\\right.}"), Expansion("qc", ",\\quad "),
        Expansion("qcc", "\\quad\\text{c.c.}\\quad "), Expansion("qif", "\\quad\\text{if}\\quad "),
        Expansion("qthen", "\\quad\\text{then}\\quad "), Expansion("qelse", "\\quad\\text{else}\\quad "),
        Expansion("qotherwise", "\\quad\\text{otherwise}\\quad "), Expansion("qunless", "\\quad\\text{unless}\\quad "),
        Expansion("qgiven", "\\quad\\text{given}\\quad "), Expansion("qusing", "\\quad\\text{using}\\quad "),
        Expansion("qassume", "\\quad\\text{assume}\\quad "), Expansion("qsince", "\\quad\\text{since}\\quad "),
        Expansion("qlet", "\\quad\\text{let}\\quad "), Expansion("qfor", "\\quad\\text{for}\\quad "),
        Expansion("qall", "\\quad\\text{all}\\quad "), Expansion("qand", "\\quad\\text{and}\\quad "),
        Expansion("qor", "\\quad\\text{or}\\quad "), Expansion("qas", "\\quad\\text{as}\\quad "), Expansion("qin", "\\quad\\text{in}\\quad "),
    ]
}

extension Parser {
    /// What the command stands for; `nil` with an error pending when an argument is missing.
    mutating func physicsLaTeX(_ command: PhysicsCommand, from start: Int) -> Excerpt? {
        switch command {
        case .quantity:
            _ = takeStar()
            let size = sizeCommand()
            guard let (open, body, close) = delimited(from: start) else { return nil }
            if !size.isEmpty { return latex("{", size, open, " ", body, size, close, "}") }
            if open == "\\{", peekGroup() {
                guard let unit = rawArgument("the unit", from: start) else { return nil }
                return Units.quantity(number: body, unit: unit.excerpt)
            }
            return latex("{\\left", open, body, "\\right", close, "}")
        case .fenced(let open, let close, let count):
            _ = takeStar()
            var bodies = Excerpt()
            for k in 0..<count {
                guard let raw = rawArgument("an argument", from: start) else { return nil }
                if k > 0 { bodies += ",".utf8 }
                bodies += raw.excerpt
            }
            if open.description.hasSuffix("\\left(") { return latex("{", open, bodies, "\\right", close, "}") }
            return latex("{\\left", open, " ", bodies, "\\right", close, "}")
        case .derivative(let sign): return derivative(sign.description, from: start)
        case .partialDerivative: return partialDerivative(from: start)
        case .differential(let sign):
            let power = rawOptional().map { latex("^{", $0.excerpt, "}") } ?? []
            skipSpaces()
            if peek() == UInt8(ascii: "(") {
                guard let (open, body, close) = delimited(from: start) else { return nil }
                return latex(sign, power, "\\left", open, body, "\\right", close)
            }
            guard peek() == UInt8(ascii: "{"), let raw = rawArgument("the variable", from: start) else {
                return latex(sign, power, " ")
            }
            return latex("\\,", sign, power, "{", raw.excerpt, "}")
        case .evaluation:
            _ = takeStar()
            skipSpaces()
            let c = peek()
            if c == UInt8(ascii: "(") || c == UInt8(ascii: "[") {
                position += 1
                guard let body = bytesBefore(UInt8(ascii: "|")) else {
                    pending.append(missingArgument("the | of the argument", from: start))
                    return nil
                }
                return latex("\\left", String(decoding: [c], as: UTF8.self), body, "\\right|")
            }
            guard let raw = rawArgument("the argument", from: start) else { return nil }
            return latex("\\left.", raw.excerpt, "\\right|")
        case .pattern(let pattern): return patternMatrix(pattern, from: start)
        case .matrix, .smallMatrix:
            _ = takeStar()
            guard let (open, body, _) = delimited(from: start) else { return nil }
            let fence = open == "(" ? "p" : open == "[" ? "b" : open == "|" ? "v" : ""
            let isSmall = if case .smallMatrix = command { true } else { false }
            let name = fence + (isSmall ? "smallmatrix" : "matrix")
            return latex("\\begin{", name, "}", body, "\\end{", name, "}")
        case .fencedMatrix(let name):
            guard let raw = rawArgument("the rows", from: start) else { return nil }
            return latex("\\begin{", name, "}", raw.excerpt, "\\end{", name, "}")
        case .identityMatrix:
            guard let raw = rawArgument("the size", from: start) else { return nil }
            guard let n = Int(String(decoding: raw.excerpt, as: UTF8.self)), (1...20).contains(n) else {
                pending.append(report(.badArgument, at: raw.range, "the size of a matrix is a number from 1 to 20"))
                return nil
            }
            return diagonal((0..<n).map { _ in latex("1") }, filling: latex("0"))
        case .diagonalMatrix:
            let filling = rawOptional()?.excerpt ?? Excerpt()
            guard let raw = rawArgument("the elements", from: start) else { return nil }
            return diagonal(raw.excerpt.split(separator: UInt8(ascii: ",")).prefix(20).map { Excerpt($0) }, filling: filling)
        case .dyad:
            guard let (a, b) = pair(from: start) else { return nil }
            return latex("{\\left|", a, "\\right\\rangle\\!\\left\\langle ", b, "\\right|}")
        case .innerProduct:
            guard let (a, b) = pair(from: start) else { return nil }
            return latex("{\\left\\langle ", a, "\\middle|", b, "\\right\\rangle}")
        case .expectation:
            _ = takeStar()
            guard let raw = rawArgument("the operator", from: start) else { return nil }
            guard peekGroup(), let state = rawArgument("the state", from: start) else {
                return latex("{\\left\\langle ", raw.excerpt, "\\right\\rangle}")
            }
            return latex("{\\left\\langle ", state.excerpt, "\\middle|", raw.excerpt, "\\middle|", state.excerpt, "\\right\\rangle}")
        case .matrixElement:
            _ = takeStar()
            guard let a = rawArgument("the left state", from: start), let o = rawArgument("the operator", from: start),
                let b = rawArgument("the right state", from: start)
            else { return nil }
            return latex("{\\left\\langle ", a.excerpt, "\\middle|", o.excerpt, "\\middle|", b.excerpt, "\\right\\rangle}")
        case .vector(let opening):
            let isItalic = takeStar()
            guard let raw = rawArgument("the vector", from: start) else { return nil }
            let text = opening.description
            let closing = text.filter { $0 == "{" }.map { _ in "}" }.joined()
            return latex(isItalic ? text.replacing("\\mathbf", with: "\\boldsymbol") : text, raw.excerpt, closing)
        case .quadText:
            let isTight = takeStar()
            guard let raw = rawArgument("the words", from: start) else { return nil }
            return latex(isTight ? "" : "\\quad", "\\text{", raw.excerpt, "}\\quad ")
        }
    }

    /// `\dv[n]{f}{x}`, `\dv{x}`, `\dv[n]{x}`.
    private mutating func derivative(_ sign: String, from start: Int) -> Excerpt? {
        let isFlat = takeStar()
        let order = rawOptional().map { $0.excerpt } ?? []
        let power = order.isEmpty ? [] : latex("^{", order, "}")
        guard let first = rawArgument("the function or the variable", from: start) else { return nil }
        guard peekGroup(), let second = rawArgument("the variable", from: start) else {
            return latex("\\frac{", sign, power, "}{", sign, " ", first.excerpt, power, "}")
        }
        if isFlat { return latex("{\\left.", sign, power, " ", first.excerpt, "\\middle/", sign, " ", second.excerpt, power, "\\right.}") }
        return latex("\\frac{", sign, power, " ", first.excerpt, "}{", sign, " ", second.excerpt, power, "}")
    }

    private mutating func partialDerivative(from start: Int) -> Excerpt? {
        _ = takeStar()
        let order = rawOptional().map { $0.excerpt } ?? []
        let power = order.isEmpty ? [] : latex("^{", order, "}")
        guard let first = rawArgument("the function or the variable", from: start) else { return nil }
        guard peekGroup(), let second = rawArgument("the variable", from: start) else {
            return latex("\\frac{\\partial", power, "}{\\partial ", first.excerpt, power, "}")
        }
        guard order.isEmpty, peekGroup(), let third = rawArgument("the variable", from: start) else {
            return latex("\\frac{\\partial", power, " ", first.excerpt, "}{\\partial ", second.excerpt, power, "}")
        }
        return latex("\\frac{\\partial^{2} ", first.excerpt, "}{\\partial ", second.excerpt, "\\partial ", third.excerpt, "}")
    }

    private func diagonal(_ elements: [Excerpt], filling: Excerpt) -> Excerpt {
        var out = latex("\\begin{matrix}")
        for i in elements.indices {
            for j in elements.indices {
                if j > 0 { out += "&".utf8 }
                out += i == j ? elements[i] : filling
            }
            out += "\\\\".utf8
        }
        return latex(out, "\\end{matrix}")
    }

    /// Two groups, or one that stands for both.
    private mutating func pair(from start: Int) -> (Excerpt, Excerpt)? {
        _ = takeStar()
        guard let first = rawArgument("an argument", from: start) else { return nil }
        guard peekGroup(), let second = rawArgument("an argument", from: start) else { return (first.excerpt, first.excerpt) }
        return (first.excerpt, second.excerpt)
    }
}

// MARK: - Arguments of packages

extension Parser {
    mutating func takeStar() -> Bool {
        guard peek() == UInt8(ascii: "*") else { return false }
        position += 1
        return true
    }

    /// `\big` of `\qty\big(x)`.
    private mutating func sizeCommand() -> String {
        skipSpaces()
        guard peek() == UInt8(ascii: "\\") else { return "" }
        let name = commandName(after: position + 1)
        guard case .delimiter(.sized(_, .ordinary))? = commands.find(text, name) else { return "" }
        position = name.upperBound
        return "\\" + String(decoding: text[name], as: UTF8.self)
    }

    /// Whether `{` comes next.
    mutating func peekGroup() -> Bool {
        skipSpaces()
        return peek() == UInt8(ascii: "{")
    }

    /// `(…)`, `[…]`, `|…|`, `\{…\}` or `{…}` with its delimiters as LaTeX; `nil` with an error pending.
    fileprivate mutating func delimited(from start: Int) -> (open: String, body: Excerpt, close: String)? {
        skipSpaces()
        let c = peek()
        if c == UInt8(ascii: "{") { return rawArgument("the argument", from: start).map { ("\\{", $0.excerpt, "\\}") } }
        if c == UInt8(ascii: "\\"), hasPrefix("\\{") {
            position += 2
            guard let body = bytesBefore(escapedBrace: true) else {
                pending.append(missingArgument("the \\} of the argument", from: start))
                return nil
            }
            return ("\\{", body, "\\}")
        }
        let closing: UInt8
        switch c {
        case UInt8(ascii: "("): closing = UInt8(ascii: ")")
        case UInt8(ascii: "["): closing = UInt8(ascii: "]")
        case UInt8(ascii: "|"): closing = UInt8(ascii: "|")
        default:
            pending.append(missingArgument("a bracket", from: start))
            return nil
        }
        position += 1
        guard let body = bytesBefore(closing, nesting: closing == UInt8(ascii: "|") ? nil : c) else {
            pending.append(missingArgument("the closing bracket", from: start))
            return nil
        }
        return (String(decoding: [c], as: UTF8.self), body, String(decoding: [closing], as: UTF8.self))
    }

    /// The bytes up to `closing` outside braces and inner brackets; it is taken. `nil` when it does not come.
    fileprivate mutating func bytesBefore(_ closing: UInt8 = 0, nesting open: UInt8? = nil, escapedBrace: Bool = false) -> Excerpt? {
        var bytes = Excerpt()
        var braces = 0
        var brackets = 0
        while true {
            let c = peek()
            if isAtEnd { return nil }
            if escapedBrace, braces == 0, c == UInt8(ascii: "\\"), hasPrefix("\\}") {
                position += 2
                return bytes
            }
            position += 1
            if !escapedBrace, c == closing, braces == 0, brackets == 0 { return bytes }
            bytes.append(c, at: placed(position - 1))
            if c == UInt8(ascii: "{") { braces += 1 }
            if c == UInt8(ascii: "}") {
                braces -= 1
                if braces < 0 { return nil }
            }
            if c == open { brackets += 1 }
            if c == closing, brackets > 0 { brackets -= 1 }
            if c == UInt8(ascii: "\\"), position < limit {
                bytes.append(text[position], at: placed(position))
                position += 1
            }
        }
    }
}
