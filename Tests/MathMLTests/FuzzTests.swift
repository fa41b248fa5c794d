import LaTeX
import MathML
import Source
import Testing

/// SplitMix64: the same sequence on every machine.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct FuzzTests {
    static let seeds = [
        "\\frac{1}{n}\\sum_{i=1}^{n}(y_i-\\hat{y}_i)^2", "\\begin{cases}x&x>0\\\\\\alpha x&\\text{否则 $y$}\\end{cases}",
        "\\left(\\frac{\\partial f}{\\partial x}\\middle|\\sqrt[3]{x}\\right)", "\\mathbf{W}^{\\top}\\mathrm{softmax}(o)",
        "\\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array}", "\\newcommand{\\f}[1]{#1^2}\\f{a}\\f\\f b", "a\\over b'_2",
        "\\operatorname*{arg\\,max}_{x}\\log x", "\\begin{aligned}a&=b\\\\[2pt]&=c\\tag{1}\\end{aligned}",
        "\\color{red}{x}\\textbf{a}\\hspace{1em}\\big(", "\\xrightarrow[a]{b}\\overset{a}{=}\\substack{a\\\\b}",
        "\\ce{H2O + CO3^2-(aq) ->[k] A\\bond{~}B^.. v}", "\\SI{1.5(2)e3}{\\kilo\\metre\\per\\second\\squared}",
        "\\begin{tikzcd}A\\arrow[r,\"f\"]\\arrow[d,\"g\"'{near end}]&B\\\\C\\end{tikzcd}", "\\xymatrix@C=1em{A\\ar[r]^f_g&B\\\\C}",
        "\\begin{CD}A@>f>>B\\\\@VVgV@AAA\\\\C@=D\\end{CD}", "\\AxiomC{$A$}\\UnaryInfC{B}\\DisplayProof", "\\pdv{f}{x}{y}\\qty(a|b)\\ev{A}{x}",
        "\\newcommand{\\two}[2]{#2_{#1}#1}\\two{a^b}{\\foo}", "x² + ∑ₙ 𝐱 — （中）", "\\def\\a#1,{#1}\\a b,\\let\\c\\hat\\c x", "\\bra{a}\\genfrac(]{0pt}{1}{a}{b}\\not=",
    ]
    static let pieces = [
        "{", "}", "^", "_", "'", "&", "\\\\", "\\left(", "\\right)", "\\frac", "\\sqrt", "[", "]", "$", "%", "#", "\\begin{matrix}",
        "\\end{matrix}", "\\text{", "\\foo", "\\over", "\\limits", "\\hat", "\\bf", "\\middle", "\\tag{1}", "\\", "~", "<", "\"",
        "\\href{javascript:x}{a}", "\\verb|", "\\char", "\u{0}", "\u{1}", "\u{200B}", "😀", "\\not", "\\hline", "&lt;",
        "\\newcommand", "\\def\\a", "\\a", "\\color{", "\\operatorname{", "\\substack{", "\\mathop", "\\url{", "\\cr",
        "\\ce{", "->[", "\\pu{", "\\qty(", "\\dv[", "\\pdv{a}", "\\multicolumn{2}{c}", "\\cline{1-2}", "\\hhline{", "\\intertext{",
        "\\begin{cases*}", "\\end{cases*}", "\\begin{empheq}[left=", "\\begin{prooftree}", "\\AxiomC{", "\\newenvironment{b}",
        "\\begin{b}", "\\bordermatrix{", "\\root", "\\of", "\\SI{", "\\definecolor{", "\\cellcolor", "\u{8}eta", "\\begin{tabular}{c}",
        "\\begin{tikzcd}", "\\end{tikzcd}", "\\arrow[", "from=1-1,", "to=9-9", "\"f\"'", "\\ar[rd]|", "@{-->}", "\\per", "\\tothe", "\\DisplayProof",
        "\\two{", "#1", "\\bond{", "(aq)", "//", "@>", "@V", "@=", "\\notag\\label{a}", "\\csname", "\\endcsname", "\\Aboxed{",
    ]

    @Test(arguments: 0..<40)
    func mutated(_ round: Int) {
        var random = Seeded(state: UInt64(round))
        for _ in 0..<150 {
            var bytes = Array(FuzzTests.seeds.randomElement(using: &random)!.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let at = Int.random(in: 0...bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.insert(contentsOf: Array(FuzzTests.pieces.randomElement(using: &random)!.utf8), at: at)
                case 1:
                    let end = min(bytes.count, at + Int.random(in: 1...4, using: &random))
                    bytes.removeSubrange(at..<end)
                case 2:
                    let other = Array(FuzzTests.seeds.randomElement(using: &random)!.utf8)
                    bytes.insert(contentsOf: other.prefix(Int.random(in: 1...other.count, using: &random)), at: at)
                default:
                    if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &random) }
                }
            }
            check(bytes)
        }
    }

    private func check(_ latex: [UInt8]) {
        func fail(_ what: String) { Issue.record("\(what): \(String(decoding: latex, as: UTF8.self))") }
        let parsed = FormulaParser.parse(latex)
        for node in parsed.tree.nodes where node.range.upper > latex.count || node.range.start > node.range.end {
            fail("a range outside the formula")
        }
        for diagnostic in parsed.diagnostics where diagnostic.range.upper > latex.count { fail("a finding outside") }
        if Set(faults(parsed.tree)) != Set(ranges(parsed.diagnostics)) { fail("error nodes are not where the findings are") }
        var first = ByteBuffer()
        MathMLRenderer(display: true, annotation: latex).render(parsed.tree, to: &first)
        if let fault = XMLChecker.fault(in: first.bytes) { fail(fault) }
        var second = ByteBuffer()
        MathMLRenderer(display: true, annotation: latex).render(FormulaParser.parse(latex).tree, to: &second)
        if first.bytes != second.bytes { fail("other bytes the second time") }
        let text = first.string
        for word in ["<script", "javascript:x\"", "onerror=", " style=\""] where text.contains(word) { fail(word) }
    }

    /// Ranges of the error nodes that the root reaches.
    private func faults(_ tree: MathTree) -> [ByteRange] {
        var found: [ByteRange] = []
        var stack = [tree.root]
        while let id = stack.popLast() {
            if case .error = tree[id].kind { found.append(tree[id].range) }
            stack.append(contentsOf: tree.labelledChildren(of: id).map(\.id))
        }
        return found
    }

    private func ranges(_ diagnostics: [Diagnostic]) -> [ByteRange] {
        diagnostics.filter { $0.severity == .error }.map(\.range)
    }
}

/// Well-formedness of XML as our renderer writes it: elements, attributes in double quotes, five entities, UTF-8.
enum XMLChecker {
    static func fault(in bytes: [UInt8]) -> String? {
        if let at = UTF8Decoder.firstInvalid(in: bytes) { return "not UTF-8 at \(at)" }
        var open: [ArraySlice<UInt8>] = []
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "<") {
                guard let end = bytes[i...].firstIndex(of: UInt8(ascii: ">")) else { return "< without >" }
                let isClosing = bytes[i + 1] == UInt8(ascii: "/")
                let isEmpty = bytes[end - 1] == UInt8(ascii: "/")
                let inner = bytes[(i + (isClosing ? 2 : 1))..<(isEmpty ? end - 1 : end)]
                let name = inner.prefix { $0 != 0x20 }
                if name.isEmpty || !name.allSatisfy({ $0 &- 0x61 < 26 }) { return "a name at \(i)" }
                if isClosing {
                    guard open.popLast() == name else { return "a closing tag at \(i)" }
                } else {
                    if let fault = attributes(inner.dropFirst(name.count)) { return "\(fault) at \(i)" }
                    if !isEmpty { open.append(name) }
                }
                i = end + 1
            } else {
                if bytes[i] == UInt8(ascii: "&"), let fault = entity(bytes[i...]) { return "\(fault) at \(i)" }
                if bytes[i] == UInt8(ascii: ">") { return "> at \(i)" }
                if bytes[i] < 0x20, bytes[i] != 0x0A, bytes[i] != 0x09, bytes[i] != 0x0D { return "a control at \(i)" }
                i += 1
            }
        }
        return open.isEmpty ? nil : "unclosed"
    }

    private static func entity(_ rest: ArraySlice<UInt8>) -> String? {
        let names = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"]
        return names.contains { rest.starts(with: $0.utf8) } ? nil : "an entity"
    }

    private static func attributes(_ text: ArraySlice<UInt8>) -> String? {
        var rest = text
        var seen: [[UInt8]] = []
        while !rest.isEmpty {
            guard rest.first == 0x20 else { return "an attribute without a space" }
            rest = rest.dropFirst()
            let name = rest.prefix { $0 != UInt8(ascii: "=") }
            if seen.contains(Array(name)) { return "an attribute twice" }
            seen.append(Array(name))
            rest = rest.dropFirst(name.count + 1)
            guard rest.first == UInt8(ascii: "\"") else { return "a value without quotes" }
            rest = rest.dropFirst()
            guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return "a value without an end" }
            for k in rest.startIndex..<end {
                if rest[k] == UInt8(ascii: "<") { return "< in a value" }
                if rest[k] == UInt8(ascii: "&"), let fault = entity(rest[k...]) { return fault }
            }
            rest = rest[(end + 1)...]
        }
        return nil
    }
}
