import Source

/// Pages of what the LaTeX parser reports.
extension CheckPage {
    static let unknownCommand = CheckPage(
        .unknownCommand,
        what: "A command that is no LaTeX, no macro of the project, and defined nowhere in the note.",
        why: "It cannot be drawn; most often it is a slip of the keyboard.",
        wrong: .note(
            #"""
            The prediction $\hatt{y}$.
            """#),
        right: .note(
            #"""
            The prediction $\hat{y}$.
            """#),
        advice: "Mend the spelling, or define it under `macros` in gloss.yaml.")

    static let missingArgument = CheckPage(
        .missingArgument,
        what: "A command that lacks an argument.",
        why: "LaTeX would take whatever follows as the argument, or fail.",
        wrong: .note(
            #"""
            One half is $\frac{1}$.
            """#),
        right: .note(
            #"""
            One half is $\frac{1}{2}$.
            """#),
        advice: "Give the argument, in braces.")

    static let unbalancedBrace = CheckPage(
        .unbalancedBrace,
        what: "A brace without a partner.",
        why: "What belongs to what is unclear from there on.",
        wrong: .note(
            #"""
            $$
            \sigma(x) = \frac{1}{1 + e^{-x}
            $$
            """#),
        right: .note(
            #"""
            $$
            \sigma(x) = \frac{1}{1 + e^{-x}}
            $$
            """#),
        advice: "Add or remove the brace.")

    static let doubleScript = CheckPage(
        .doubleScript,
        what: "A base with two superscripts or two subscripts.",
        why: "LaTeX refuses it, because it can mean two things.",
        wrong: .note(
            #"""
            $x^2^3 + 1$
            """#),
        right: .note(
            #"""
            ${x^2}^3 + 1$
            """#),
        advice: "Use braces to say which belongs to which.")

    static let unbalancedDelimiter = CheckPage(
        .unbalancedDelimiter,
        what: "A `\\left` without its `\\right`, or the other way round.",
        why: "LaTeX refuses it.",
        wrong: .note(
            #"""
            $$
            f(x) = \left( x + 1
            $$
            """#),
        right: .note(
            #"""
            $$
            f(x) = \left( x + 1 \right)
            $$
            """#),
        advice: "Add the missing one; `\\right.` is the invisible delimiter.")

    static let environmentMismatch = CheckPage(
        .environmentMismatch,
        what: "A `\\begin` whose `\\end` names another environment or is missing.",
        why: "LaTeX refuses it.",
        wrong: .note(
            #"""
            $$
            \begin{aligned}
            a &= b
            \end{align}
            $$
            """#),
        right: .note(
            #"""
            $$
            \begin{aligned}
            a &= b
            \end{aligned}
            $$
            """#),
        advice: "Make the names equal.")

    static let unknownEnvironment = CheckPage(
        .unknownEnvironment,
        what: "An environment that is not known.",
        why: "It cannot be drawn.",
        wrong: .note(
            #"""
            $$
            \begin{matrx} 1 \end{matrx}
            $$
            """#),
        right: .note(
            #"""
            $$
            \begin{matrix} 1 \end{matrix}
            $$
            """#),
        advice: "Mend the spelling.")

    static let misplacedAlignment = CheckPage(
        .misplacedAlignment,
        what: "An `&` where no row is open.",
        why: "LaTeX refuses it.",
        wrong: .note(
            #"""
            $$
            a &= b + c
            $$
            """#),
        right: .note(
            #"""
            $$
            \begin{aligned} a &= b + c \end{aligned}
            $$
            """#),
        advice: "Put the lines into `aligned`.")

    static let badArgument = CheckPage(
        .badArgument,
        what: "An argument that is not of the form which its command takes: a length, a colour, a number of columns.",
        why: "It cannot be drawn as meant.",
        wrong: .note(
            #"""
            $a \hspace{much} b$
            """#),
        right: .note(
            #"""
            $a \hspace{1em} b$
            """#),
        advice: "Write the argument as the command wants it.")

    static let formulaLimit = CheckPage(
        .formulaLimit,
        what: "A formula larger than the limits: 64 KiB, 200 nested groups, 10,000 cells.",
        why: "A limit keeps one formula from making a run endless.",
        wrong: .words(
            #"""
            A formula of 300 nested braces.
            """#),
        right: .note(
            #"""
            $\sqrt{x}$
            """#),
        advice: "Split the formula.")

    static let macroLimit = CheckPage(
        .macroLimit,
        what: "A macro that expands without end, or more than 1,000 times in one formula.",
        why: "It would never end.",
        wrong: .note(
            #"""
            $\def\a{\a\a} \a$
            """#),
        right: .note(
            #"""
            $\def\a{x} \a$
            """#),
        advice: "Mend the definition that uses itself.")

    static let strayCharacter = CheckPage(
        .strayCharacter,
        what: "A character in a formula that is probably not meant: a lone percent sign, a control character.",
        why: "It may hide the rest of its line or show as an empty box.",
        wrong: .words(
            #"""
            A percent sign at the end of a formula, which LaTeX takes for a comment.
            """#),
        right: .note(
            #"""
            $y = 2 x$
            """#),
        advice: "Remove it, or escape it with a backslash.")

    static let modeError = CheckPage(
        .modeError,
        what: "A command that does not work where it stands, text commands in mathematics or the other way round.",
        why: "LaTeX refuses it.",
        wrong: .words(
            #"""
            A command of text mode inside a formula.
            """#),
        right: .note(
            #"""
            $\text{if } x > 0$
            """#),
        advice: "Put words into `\\text{…}`.")
}
