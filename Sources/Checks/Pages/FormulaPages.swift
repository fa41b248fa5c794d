import Source

/// Pages of what reading a formula's meaning finds: names, brackets, shapes.
extension CheckPage {
    static let misspeltFunction = CheckPage(
        .misspeltFunction,
        what: "A function or operator whose name is one slip away from a known one and is itself nothing.",
        why: "Readers stumble, and nothing can be checked.",
        wrong: .note(
            #"""
            $$
            \operatorname*{argman}_w L(w)
            $$
            """#),
        right: .note(
            #"""
            $$
            \operatorname*{argmin}_w L(w)
            $$
            """#),
        advice: "Mend the spelling; if the name is meant, define it.")

    static let unboundIndex = CheckPage(
        .unboundIndex,
        what: "An index that no sum binds and that the left side does not have. Often a sum lacks brackets around its terms.",
        why: "What a sum does not cover has no value: readers must guess.",
        wrong: .note(
            #"""
            Binary cross-entropy:

            $$
            \operatorname{BCE}(y, p) = -\sum_{i=1}^{n} y_i \log(p_i) + (1 - y_i) \log(1 - p_i)
            $$
            """#),
        right: .note(
            #"""
            Binary cross-entropy:

            $$
            \operatorname{BCE}(y, p) = -\sum_{i=1}^{n} \left[ y_i \log(p_i) + (1 - y_i) \log(1 - p_i) \right]
            $$
            """#),
        advice: "Put brackets around the terms of the sum, or bind the index.")

    static let unusedIndex = CheckPage(
        .unusedIndex,
        what: "A bound index that the body of its sum, product or maximum does not use.",
        why: "The sum then only multiplies; mostly an index was forgotten.",
        wrong: .note(
            #"""
            $$
            \bar{x} = \frac{1}{n} \sum_{i=1}^{n} x
            $$
            """#),
        right: .note(
            #"""
            $$
            \bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i
            $$
            """#),
        advice: "Write the index where it belongs.")

    static let reboundIndex = CheckPage(
        .reboundIndex,
        what: "An operator binds the index of the operator around it, so that nothing is left for the outer one to run over.",
        why: "The outer sum only multiplies; mostly one of the two was to have another letter.",
        wrong: .note(
            #"""
            $$
            s = \sum_{i=1}^{m} \sum_{i=1}^{n} a_{ij}
            $$
            """#),
        right: .note(
            #"""
            $$
            s = \sum_{i=1}^{m} \sum_{j=1}^{n} a_{ij}
            $$
            """#),
        advice: "Give one of the operators another index, and write it where it belongs.")

    static let unbalancedBracket = CheckPage(
        .unbalancedBracket,
        what: "A bracket without a partner, one that closes another kind of bracket, and a root or script that holds nothing but a bracket.",
        why: "What it was to hold together is unclear: `x^(2)` raises the bracket alone.",
        wrong: .note(
            #"""
            $$
            \tanh(x) = \frac{1 - \exp(-2x)}{1 + \exp(-2x))}
            $$
            """#),
        right: .note(
            #"""
            $$
            \tanh(x) = \frac{1 - \exp(-2x)}{1 + \exp(-2x)}
            $$
            """#),
        advice: "Add or remove the bracket. Half-open intervals, kets and brackets that the sentence around a formula closes are recognised.")

    static let missingOperand = CheckPage(
        .missingOperand,
        what: "An operator, relation, sum, fraction or function that lacks what it is to join: `a +`, `a = = b`, `\\frac{1}{}`, `\\sum_{i=}^{n}`, `\\log + \\log 5`.",
        why: "Something was cut off.",
        wrong: .note(
            #"""
            After that $b = a +$.
            """#),
        right: .note(
            #"""
            After that $b = a + 1$.
            """#),
        advice: "Complete the expression. A sign alone, a formula that the words behind it complete and a line that goes on with the next are left alone.")

    static let shapeMismatch = CheckPage(
        .shapeMismatch,
        what: "A product, sum or comparison of arrays whose shapes cannot conform, with the shapes as the note declares them.",
        why: "It has no value for any data.",
        wrong: .note(
            #"""
            Let $\mathbf{W} \in \mathbb{R}^{m \times n}$, $\mathbf{x} \in \mathbb{R}^{m}$ and $\mathbf{b} \in \mathbb{R}^{m}$:

            $$
            \mathbf{h} = \mathbf{W} \mathbf{x} + \mathbf{b}
            $$
            """#),
        right: .note(
            #"""
            Let $\mathbf{W} \in \mathbb{R}^{m \times n}$, $\mathbf{x} \in \mathbb{R}^{n}$ and $\mathbf{b} \in \mathbb{R}^{m}$:

            $$
            \mathbf{h} = \mathbf{W} \mathbf{x} + \mathbf{b}
            $$
            """#),
        advice: "Transpose an operand or mend a declaration.")
}
