import Source

/// Pages of the checks on directives and settings.
extension CheckPage {
    static let unknownDirective = CheckPage(
        .unknownDirective,
        what: "A `<!-- gloss: … -->` comment whose first word is no directive.",
        why: "It has no effect, although its author meant one.",
        wrong: .note(
            #"""
            <!-- gloss: implement softmax -->

            $$
            \operatorname{softmax}(x)_i = \frac{e^{x_i}}{\sum_j e^{x_j}}
            $$
            """#),
        right: .note(
            #"""
            <!-- gloss: implements softmax -->

            $$
            \operatorname{softmax}(x)_i = \frac{e^{x_i}}{\sum_j e^{x_j}}
            $$
            """#),
        advice: "Known are `let`, `implements`, `assume`, `expect`, `skip` and `allow`.")

    static let directiveSyntax = CheckPage(
        .directiveSyntax,
        what: "A directive that does not parse.",
        why: "It has no effect, although its author meant one.",
        wrong: .note(
            #"""
            <!-- gloss: let x = [1.0, 2.0 -->

            $$
            \max_i x_i
            $$
            """#),
        right: .note(
            #"""
            <!-- gloss: let x = [1.0, 2.0] -->

            $$
            \max_i x_i
            $$
            """#),
        advice: "The finding stands where reading stopped.")

    static let unusedDirective = CheckPage(
        .unusedDirective,
        what: "A directive that nothing after it in its section uses.",
        why: "It was left behind, or stands in the wrong place.",
        wrong: .note(
            #"""
            A formula $x + 1$.

            <!-- gloss: expect 2 -->
            """#),
        right: .note(
            #"""
            <!-- gloss: let x = 1 -->
            <!-- gloss: expect 2 -->

            $$
            x + 1
            $$
            """#),
        advice: "Move it before what it is for, or remove it.")

    static let unknownKey = CheckPage(
        .unknownKey,
        what: "A setting in gloss.yaml or in the `gloss` table of front matter that is not known or has the wrong type.",
        why: "It has no effect, although its author meant one.",
        wrong: .note(
            #"""
            ---
            gloss:
              lets:
                x: 1
            ---

            Nothing but $x$.
            """#),
        right: .note(
            #"""
            ---
            gloss:
              let:
                x: 1
            ---

            The value $x + 1$.
            """#),
        advice: "Mend the spelling.")

    static let unknownImplementation = CheckPage(
        .unknownImplementation,
        what: "An `implements` directive that names nothing in the catalogue.",
        why: "Nothing is checked against it.",
        wrong: .note(
            #"""
            <!-- gloss: implements softmxa -->

            $$
            \operatorname{softmax}(x)_i = \frac{e^{x_i}}{\sum_j e^{x_j}}
            $$
            """#),
        right: .note(
            #"""
            <!-- gloss: implements softmax -->

            $$
            \operatorname{softmax}(x)_i = \frac{e^{x_i}}{\sum_j e^{x_j}}
            $$
            """#),
        advice: "`gloss catalogue` lists the names.")
}
