extension CommandCatalogue {
    /// A formula that shows the command.
    static func example(_ name: String, _ command: Command) -> String {
        if let written = writtenExamples[name] { return written }
        let use = "\\\(name)"
        // A name of letters needs a blank before a letter.
        let isWord = name.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
        let word = isWord ? use + " " : use
        switch command {
        case .symbol(let atom):
            switch atom.atomClass {
            case .binary, .relation: return "a \(word)b"
            case .large: return "\(use)_{i}^{n} x"
            default: return use
            }
        case .operatorName(_, let limits): return limits ? "\(use)_{n} x" : "\(word)x"
        case .operatorCommand(let form):
            switch form {
            case .named, .namedWithLimits: return "\(use){rank} A"
            case .bmod: return "a \(word)n"
            case .mod, .pmod, .pod: return "a \(use){n}"
            case .decorated: return "\(use)_{n} x"
            }
        case .accent: return "\(use){ab}"
        case .fraction: return "\(use){a}{b}"
        case .infix(.plain): return "{a \(word)b}"
        case .infix(.above): return "{a \(word)1pt b}"
        case .infix(.delimited(_, let hasLength)): return "{a \(use)()\(hasLength ? "1pt " : "")b}"
        case .radical: return "\(use)[3]{x}"
        case .font: return "\(use){ABC1}"
        case .fontSwitch, .sizeSwitch: return "{\(word)Abc}"
        case .text: return "\(use){words}"
        case .space: return "a\(word)b"
        case .spaceCommand(let form):
            switch form {
            case .none: return "a\(word)b"
            case .hspace: return "a\(use){1em}b"
            case .mathSpace: return "a\(use){18mu}b"
            case .kern: return "a\(word)1em b"
            case .mathKern: return "a\(word)18mu b"
            case .rule: return "\(use){1em}{0.5em}"
            }
        case .delimiter(.sized): return "\(use)( x"
        case .delimiter: return "\\left( \\frac{a}{b} \\middle| c \\right)"
        case .environment(let part): return environmentToken(use, part)
        case .stack(let form):
            switch form {
            case .overset, .underset: return "\(use){a}{=}"
            case .overunderset, .prescript: return "\(use){a}{b}{X}"
            case .pair: return "a \(word)b"
            case .choice: return "\(use){D}{T}{S}{s}"
            case .sideset: return "\(use){_a^b}{_c^d}\\sum"
            case .dottedIntegral: return "\(use)_0^1 f"
            }
        case .arrow: return "A \(use)[b]{a} B"
        case .enclosure: return "x + \(use){y} + z"
        case .box(let form):
            switch form {
            case .textBox, .textLap: return "\(use){words}"
            case .raise: return "x \(use){4pt}{up}"
            case .shift, .move: return "x \(word)4pt{y}"
            case .strut, .actuarialN: return "a_{\(use)}"
            case .cancelTo: return "\(use){0}{x}"
            case .optionBox: return "\(use)[yellow]{x}"
            case .notationBox: return "\(use){updiagonalstrike}{x}"
            case .smash, .center: return "\(use){x}"
            }
        case .colour(let form):
            switch form {
            case .colourSwitch: return "{\(use){teal} x} + y"
            case .coloured: return "\(use){teal}{x} + y"
            case .box: return "\(use){yellow}{words}"
            case .framedBox: return "\(use){red}{yellow}{words}"
            case .define: return "\(use){c}{RGB}{0,128,128}\\textcolor{c}{x}"
            }
        case .atomClass: return "a \(use){x} b"
        case .limits: return "\\int\(use)_0^1 f"
        case .note(let form):
            switch form {
            case .tag: return "x \(use){1}"
            case .label: return "x \(use){eq:1}"
            case .reference: return "\(use){eq:1}"
            case .noNumber: return "x \(use)"
            case .require: return "\(use){ams} x"
            }
        case .macro(let form): return macroExample(use, form)
        case .letter(let form):
            switch form {
            case .textAccent, .textWord: return "\\text{\(use){a}}"
            case .not: return "a \(use)= b"
            case .character: return "\(use)65"
            case .verbatim: return "\(use)|x_1|"
            case .unicode: return "\(use){x41}"
            case .mathInText: return "\\text{a \\(x\\)}"
            default: return use
            }
        case .braket: return "\(use){\\psi}"
        case .html(.link): return "\(use){https://example.org/}{x}"
        case .html(.address): return "\(use){https://example.org/}"
        case .html(.attribute): return use == "\\htmlData" ? "\(use){a=b}{x}" : "\(use){a}{x}"
        case .html(.image): return "\(use){figure}"
        case .cell(let form):
            let cell: String =
                switch form {
                case .multicolumn: "\(use){2}{c}{a}"
                case .colour, .rowColour: "\(use){yellow} a & b"
                case .dots: "\(use){2}"
                }
            return "\\begin{array}{cc} \(cell) \\\\ c & d \\end{array}"
        case .expansion(let index):
            let definition = Expansion.definitions[Int(index)]
            let count = definition.parameters - (definition.optional == nil ? 0 : 1)
            return use + (count > 0 ? ["{a}", "{b}", "{c}"].prefix(count).joined() : "")
        case .rewriting(let form): return rewritingExample(use, form)
        }
    }

    private static func environmentToken(_ use: String, _ part: EnvironmentCommand) -> String {
        switch part {
        case .begin, .end: "\\begin{matrix} a & b \\end{matrix}"
        case .newline: "\\begin{matrix} a \(use) b \\end{matrix}"
        case .lineBreak: "a \(use) b"
        case .rule: "\\begin{array}{cc} a & b \\\\ \(use) c & d \\end{array}"
        case .words: "\\begin{aligned} a &= b \\\\ \(use){words} c &= d \\end{aligned}"
        case .substack: "\\sum_{\(use){i<n \\\\ j<m}}"
        case .plain: "\(use){a & b \\cr c & d}"
        }
    }

    private static func macroExample(_ use: String, _ form: MacroCommand) -> String {
        switch form {
        case .newCommand, .provideCommand: "\(use){\\half}{\\tfrac12} \\half"
        case .renewCommand: "\(use){\\vec}[1]{\\mathbf{#1}} \\vec{x}"
        case .def, .globalDef, .expandedDef, .globalExpandedDef: "\(use)\\half{\\tfrac12} \\half"
        case .letAlias: "\(use)\\eps=\\varepsilon \\eps"
        case .futureLet: "\(use)\\next xy"
        case .declareOperator: "\(use){\\sgn}{sgn} \\sgn x"
        case .newEnvironment: "\(use){fenced}{\\left(}{\\right)}\\begin{fenced}x\\end{fenced}"
        case .pairedDelimiter: "\(use){\\size}{|}{|} \\size{x}"
        case .pairedDelimiterWithBody(let isWrapped): isWrapped
            ? "\(use){\\mean}[1]{E}{[}{]}{}{#1} \\mean{x}" : "\(use){\\inner}[2]{\\langle}{\\rangle}{#1,#2} \\inner{x}{y}"
        case .newArrow: "\(use){\\xgoes}{5,5}{8669} A \\xgoes{f} B"
        case .beginGroup, .endGroup: "\\begingroup x \\endgroup"
        case .global, .long: "\(use)\\def\\half{\\tfrac12} \\half"
        case .expandAfter, .noExpand: "\(use) x"
        case .textOrMath: "\(use){words}{x}"
        }
    }

    private static func rewritingExample(_ use: String, _ form: Rewriting) -> String {
        switch form {
        case .physics(let command): physicsExample(use, command)
        case .quantity(let command):
            switch command {
            case .quantity: "\(use){10}{\\metre\\per\\second}"
            case .unit: "\(use){\\kilo\\gram}"
            case .number: "\(use){1.2e3}"
            case .angle: "\(use){30}"
            case .list(let hasUnit): "\(use){1;2;3}" + (hasUnit ? "{\\metre}" : "")
            case .interval(let hasUnit): "\(use){1}{5}" + (hasUnit ? "{\\metre}" : "")
            }
        case .chemistry: "\(use){2H2 + O2 -> 2H2O}"
        case .unit: "\(use){9.8 m/s2}"
        case .borderMatrix: "\(use){ & 1 & 2 \\cr 1 & a & b \\cr 2 & c & d \\cr}"
        case .inference: "\(use)[r]{C}{A & B}"
        case .root: "\(use) 3 \\of x"
        case .buildRelation: "a \(use) ! \\over = b"
        case .namedCommand: "\(use) alpha\\endcsname"
        case .paired: "\(use){|}{|}{x}"
        case .ifStar: "\(use){a}{b}*"
        case .ifNext: "\(use)!{a}{b}!"
        case .spacedAs: "a \(use){=}{x} b"
        case .makeBox, .cramped: "\(use){x^2}"
        case .arrowMatrix: "\(use){A \\ar[r]^f \\ar[d]_g & B \\ar[d]^h \\\\ C \\ar[r]_k & D}"
        case .proof:
            use == "\\Axiom"
                ? "\(use)$A \\fCenter B$ \\UnaryInf$A \\fCenter C$ \\DisplayProof" : "\(use){A} \\UnaryInfC{B} \\DisplayProof"
        case .toggle: "\(use){a}{b}\\endtoggle"
        case .alignedBox: "\\begin{aligned} \(use){a &= b} \\\\ c &= d \\end{aligned}"
        case .shove: "\\begin{multline} \(use){a} \\\\ b \\end{multline}"
        }
    }

    private static func physicsExample(_ use: String, _ command: PhysicsCommand) -> String {
        switch command {
        case .quantity: "\(use)(\\frac{a}{b})"
        case .fenced(_, _, let count): use + ["{A}", "{B}"].prefix(count).joined()
        case .derivative: "\(use)[2]{f}{x}"
        case .partialDerivative: "\(use){f}{x}{y}"
        case .differential: "\(use){x}"
        case .evaluation: "\(use){f}_0^1"
        case .matrix, .smallMatrix: "\(use)(a & b \\\\ c & d)"
        case .fencedMatrix: "\(use){a & b \\\\ c & d}"
        case .identityMatrix: "\\begin{pmatrix} \(use){2} \\end{pmatrix}"
        case .diagonalMatrix: "\\begin{pmatrix} \(use){a,b} \\end{pmatrix}"
        case .pattern(let pattern):
            switch pattern {
            case .repeated: "\\begin{pmatrix} \(use){a}{2}{2} \\end{pmatrix}"
            case .zero: "\\begin{pmatrix} \(use){2}{2} \\end{pmatrix}"
            case .pauli: "\\begin{pmatrix} \(use){2} \\end{pmatrix}"
            case .antidiagonal: "\\begin{pmatrix} \(use){a,b} \\end{pmatrix}"
            }
        case .dyad, .innerProduct: "\(use){a}{b}"
        case .expectation: "\(use){A}{\\psi}"
        case .matrixElement: "\(use){a}{A}{b}"
        case .vector: "\(use){v}"
        case .quadText: "a \(use){and} b"
        }
    }

    /// Commands whose arguments are of a kind that their family does not tell.
    private static let writtenExamples: [String: String] = [
        "genfrac": "\\genfrac(]{0pt}{}{a}{b}", "mathchoice": "\\mathchoice{D}{T}{S}{s}", "cline": "\\begin{array}{cc} a & b \\\\ \\cline{1-1} c & d \\end{array}",
        "cmidrule": "\\begin{array}{cc} a & b \\\\ \\cmidrule{1-1} c & d \\end{array}", "hhline": "\\begin{array}{cc} a & b \\\\ \\hhline{--} c & d \\end{array}",
        "\\": "\\begin{matrix} a \\\\ b \\end{matrix}", "Rule": "\\Rule{1em}{1em}{0pt}", "Space": "a\\Space{1em}{1em}{0pt}b", "skew": "\\skew7\\hat A",
        "symbol": "\\symbol{65}", "bgroup": "\\bgroup x\\egroup", "egroup": "\\bgroup x\\egroup", "displaylimits": "\\sum\\displaylimits_i",
        "MoveEqLeft": "\\MoveEqLeft x", "vspace": "x\\vspace{1em}", "hyperref": "\\hyperref[a]{b}", "underaccent": "\\underaccent{\\hat}{x}",
        "centernot": "a \\centernot= b", "scr": "\\scr{A}", "arrowvert": "\\left\\arrowvert \\frac{a}{b} \\right\\arrowvert",
        "bracevert": "\\left\\bracevert \\frac{a}{b} \\right\\bracevert", "nuparrow": "\\nuparrow", "style": "\\style{a}{x}", "show": "x\\show y",
        "mathpalette": "\\mathpalette{}{x}", "slashed": "\\slashed{D}", "mathslashed": "\\mathslashed{D}", "numberwithin": "x\\numberwithin{a}{b}",
    ]

    // MARK: Environments

    static func environmentExample(_ name: String, _ form: EnvironmentForm) -> String {
        let (argument, body): (String, String) =
            switch form {
            case .matrix: ("", "a & b \\\\ c & d")
            case .array: (name.hasPrefix("eqnarray") ? "" : name.hasPrefix("IEEE") ? "{rCl}" : "{c|c}", name.hasPrefix("eqn") || name.hasPrefix("IEEE") ? "a &=& b" : "a & b \\\\ \\hline c & d")
            case .cases: ("", "a & x > 0 \\\\ b & x \\le 0")
            case .aligned, .split: ("", "a &= b \\\\ &= c")
            case .alignedAt: ("{1}", "a &= b \\\\ &= c")
            case .gathered: ("", "a = b \\\\ c")
            case .equation: ("", "a = b")
            case .subarray: ("{c}", "a \\\\ b")
            case .diagram: ("", "A @>f>> B \\\\ @VVV @VVgV \\\\ C @= D")
            }
        return "\\begin{\(name)}\(argument) \(body) \\end{\(name)}"
    }

    static func writtenExample(_ name: String) -> String {
        switch name {
        case "spreadlines", "minipage": "\\begin{\(name)}{1em} a \\end{\(name)}"
        case "tikzcd":
            "\\begin{tikzcd} A \\arrow[r, \"f\"] \\arrow[d, \"g\"'] & B \\arrow[d, \"h\"] \\\\ C \\arrow[r, hook] & D \\end{tikzcd}"
        case "tabular": "\\begin{tabular}{lc} words & $x$ \\\\ b & c \\end{tabular}"
        case "tabular*": "\\begin{tabular*}{9em}{lc} words & $x$ \\end{tabular*}"
        case "numcases", "subnumcases": "\\begin{\(name)}{f(x)=} a & if x \\\\ b & otherwise \\end{\(name)}"
        case "empheq": "\\begin{empheq}[left=\\empheqlbrace]{align} a &= b \\\\ c &= d \\end{empheq}"
        case "prooftree": "\\begin{prooftree}\\AxiomC{$A$}\\AxiomC{$B$}\\BinaryInfC{$C$}\\end{prooftree}"
        default: name.contains("cases") ? "\\begin{\(name)} a & if x \\\\ b & otherwise \\end{\(name)}" : "\\begin{\(name)} a = b \\end{\(name)}"
        }
    }
}
