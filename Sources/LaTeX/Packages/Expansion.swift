import Source

/// A command of a LaTeX package that is short for others: expanded as an author's macro is, and an author's definition
/// of the same name stands before it.
struct Expansion {
    var name: String
    var parameters: Int
    /// The default of an optional first argument.
    var fallback: String?
    var body: String

    init(_ name: String, _ parameters: Int, fallback: String? = nil, _ body: String) {
        self.name = name
        self.parameters = parameters
        self.fallback = fallback
        self.body = body
    }

    init(_ name: String, _ body: String) { self.init(name, 0, body) }

    static let all: [Expansion] =
        physics + spelledOutPhysics + amsmath + internals + transparent + mathtools + fontNames + accentNames + signNames
        + uprightGreek + textSigns + namedColours + packageSigns

    /// Signs of unicode-math, each by its name.
    private static let packageSigns: [Expansion] = SymbolTable.packageNames.compactMap { name, scalar in
        Unicode.Scalar(scalar).map { Expansion(String(decoding: name, as: UTF8.self), String($0)) }
    }

    static let definitions: [Macros.Definition] = all.map {
        var definition = Macros.Definition(parameters: $0.parameters, body: Array($0.body.utf8))
        definition.optional = $0.fallback.map { Array($0.utf8) }
        return definition
    }
}

/// A command whose arguments are written in a way of its own: rewritten as LaTeX and read in its place.
enum Rewriting: Sendable {
    case physics(PhysicsCommand)
    case chemistry, unit
    case quantity(QuantityCommand)
    case borderMatrix
    case inference
    /// `\root 3 \of x`
    case root
    /// `\buildrel a \over b`
    case buildRelation
    /// `\csname alpha\endcsname`
    case namedCommand
    /// What `\DeclarePairedDelimiter` defines: `\norm{x}`, `\norm*{x}`, `\norm[\big]{x}`.
    case paired
    /// `\@ifstar`, `\@ifnextchar`, `\@binrel`
    case ifStar, ifNext, spacedAs
    case makeBox
    /// `\Aboxed{a &= b}`: a box around both sides of an alignment mark.
    case alignedBox
    /// `\cramped[\textstyle]{x}`
    case cramped
    /// `\shoveleft{x}`: a line of `multline` moved to the side, which we leave where it is.
    case shove
    /// `\xymatrix@C=2em{A \ar[r]^f & B}`
    case arrowMatrix
    /// `\AxiomC{A}…\DisplayProof`: a proof tree outside its environment.
    case proof
    /// `\toggle{a}{b}\endtoggle`: the first form.
    case toggle
}

extension CommandTable {
    static let expansions: [(String, Command)] =
        Expansion.all.enumerated().map { ($1.name, .expansion(UInt16(truncatingIfNeeded: $0))) }

    static let rewritings: [(String, Command)] =
        physicsCommands.map { ($0, .rewriting(.physics($1))) } + quantityCommands.map { ($0, .rewriting(.quantity($1))) } + [
            ("ce", .rewriting(.chemistry)), ("cee", .rewriting(.chemistry)), ("pu", .rewriting(.unit)),
            ("bordermatrix", .rewriting(.borderMatrix)), ("infer", .rewriting(.inference)),
            ("root", .rewriting(.root)), ("buildrel", .rewriting(.buildRelation)),
            ("csname", .rewriting(.namedCommand)), ("pairedDelimiter", .rewriting(.paired)),
            ("@ifstar", .rewriting(.ifStar)), ("@ifnextchar", .rewriting(.ifNext)), ("@binrel", .rewriting(.spacedAs)),
            ("mathmakebox", .rewriting(.makeBox)), ("toggle", .rewriting(.toggle)), ("Aboxed", .rewriting(.alignedBox)),
            ("cramped", .rewriting(.cramped)), ("xymatrix", .rewriting(.arrowMatrix)),
            ("AxiomC", .rewriting(.proof)), ("Axiom", .rewriting(.proof)), ("AXC", .rewriting(.proof)), ("shoveleft", .rewriting(.shove)), ("shoveright", .rewriting(.shove)),
        ]
}

extension Parser {
    /// Reads `latex` next, in place of what was written from `start` on. `false` at the limit: reading stopped.
    @discardableResult
    mutating func rewrite(_ latex: Excerpt, from start: Int) -> Bool {
        guard countExpansion(from: start) else { return false }
        push(latex, use: range(from: start))
        return true
    }

    /// Counts one more expansion; `false`, with an error and reading stopped, beyond the limit.
    mutating func countExpansion(from start: Int) -> Bool {
        expansions += 1
        guard expansions > limits.macroExpansions || text.count > sourceCount + (1 << 20) else { return true }
        pending.append(
            report(
                .macroLimit, at: ByteRange(start, max(start, min(end, sourceCount))),
                "more than \(limits.macroExpansions) macro expansions in one formula"))
        abort()
        return false
    }

    private mutating func pairedLaTeX(from start: Int) -> Excerpt? {
        guard let open = rawArgument("the opening delimiter", from: start),
            let close = rawArgument("the closing delimiter", from: start)
        else { return nil }
        let stretches = takeStar()
        let size = rawOptional()?.bytes
        guard let body = rawArgument("the argument", from: start) else { return nil }
        if stretches { return latex("{\\left", open.excerpt, " ", body.excerpt, "\\right", close.excerpt, "}") }
        return latex("{", size ?? [], open.excerpt, " ", body.excerpt, size ?? [], close.excerpt, "}")
    }

    /// The arguments of a rewriting command whose name was just read, and what it stands for. `false` when an argument is
    /// missing: its error is pending.
    mutating func parseRewriting(_ form: Rewriting, from start: Int) {
        let written: Excerpt? =
            switch form {
            case .physics(let command): physicsLaTeX(command, from: start)
            case .quantity(let command): quantityLaTeX(command, from: start)
            case .chemistry: rawArgument("the formula", from: start).map { Chemistry.latex($0.excerpt) }
            case .unit: rawArgument("the quantity", from: start).map { Chemistry.quantity($0.excerpt) }
            case .borderMatrix: rawArgument("the rows", from: start).map { Parser.borderMatrix($0.excerpt) }
            case .inference: inferenceLaTeX(from: start)
            case .namedCommand: bytesBefore(command: "endcsname", from: start).map { latex("\\", $0.filter { $0 > 0x20 }, " ") }
            case .paired: pairedLaTeX(from: start)
            case .ifStar: chosenByNext(isStar: true, from: start)
            case .ifNext: chosenByNext(isStar: false, from: start)
            case .spacedAs: spacedAs(from: start)
            case .makeBox: makeBox(from: start)
            case .cramped: crampedLaTeX(from: start)
            case .shove: shovedLaTeX(from: start)
            case .arrowMatrix: arrowMatrix(from: start)
            case .proof: proof(from: start)
            case .alignedBox:
                rawArgument("the argument", from: start).map {
                    let sides = Parser.split($0.excerpt, at: UInt8(ascii: "&"))
                    return latex(sides.count > 1 && contexts.last?.kind == .cell ? "&" : "", "\\boxed{", sides.joined(by: " "), "}")
                }
            case .toggle:
                rawArgument("the first form", from: start).flatMap { first in
                    bytesBefore(command: "endtoggle", from: start).map { _ in latex("{", first.excerpt, "}") }
                }
            case .root: bytesBefore(command: "of", from: start).map { latex("\\sqrt[", $0, "]") }
            case .buildRelation:
                bytesBefore(command: "over", from: start).flatMap { above in
                    rawArgument("the base", from: start).map { latex("\\mathrel{\\overset{", above, "}{", $0.excerpt, "}}") }
                }
            }
        if let written { rewrite(written, from: start) }
    }
}
