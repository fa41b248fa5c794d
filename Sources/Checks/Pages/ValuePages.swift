import Source

/// Pages of the checks that run formulas.
extension CheckPage {
    static let wrongValue = CheckPage(
        .wrongValue,
        what: "A definition that its name, a directive or the words right before it tie to an implementation of the catalogue, and that differs from it in every accepted convention.",
        why: "It is the mistake that readers copy: a lost sign, a missing bracket, two branches swapped.",
        wrong: .note(
            #"""
            The sigmoid function:

            $$
            \sigma(x) = \frac{1}{1 + e^{x}}
            $$
            """#),
        right: .note(
            #"""
            The sigmoid function:

            $$
            \sigma(x) = \frac{1}{1 + e^{-x}}
            $$
            """#),
        advice: "Compare with the counterexample. If the note means something else, rename it, or write `<!-- gloss: allow V001 \"reason\" -->`.")

    static let wrongEquation = CheckPage(
        .wrongEquation,
        what: "An equation whose two sides, computed separately on the same data, differ.",
        why: "An identity that does not hold breaks whatever follows from it.",
        wrong: .note(
            #"""
            - $\log \frac{a}{b} = \log b - \log a$
            """#),
        right: .note(
            #"""
            - $\log \frac{a}{b} = \log a - \log b$
            """#),
        advice: "Try the counterexample by hand.")

    static let wrongStep = CheckPage(
        .wrongStep,
        what: "A step of a chain or derivation that does not follow from the one before.",
        why: "Everything after a wrong step is unproved, even when the end is right.",
        wrong: .note(
            #"""
            $$
            \begin{aligned}
            1 - \frac{1}{1 + e^{-x}} &= \frac{e^{-x}}{1 + e^{-x}} \\
            &= \frac{1}{1 + e^{-x}}
            \end{aligned}
            $$
            """#),
        right: .note(
            #"""
            $$
            \begin{aligned}
            1 - \frac{1}{1 + e^{-x}} &= \frac{e^{-x}}{1 + e^{-x}} \\
            &= \frac{1}{1 + e^{x}}
            \end{aligned}
            $$
            """#),
        advice: "The finding stands at the relation sign of the step.")

    static let wrongGradient = CheckPage(
        .wrongGradient,
        what: "A stated derivative that differs from reverse-mode automatic differentiation.",
        why: "A wrong gradient trains a wrong model, slowly and without an error message.",
        wrong: .note(
            #"""
            $$
            \frac{\partial}{\partial \hat{y}} \frac{1}{2} (\hat{y} - y)^2 = y - \hat{y}
            $$
            """#),
        right: .note(
            #"""
            $$
            \frac{\partial}{\partial \hat{y}} \frac{1}{2} (\hat{y} - y)^2 = \hat{y} - y
            $$
            """#),
        advice: "Compare with the counterexample: `expected` is the computed derivative.")

    static let wrongExpectation = CheckPage(
        .wrongExpectation,
        what: "A formula whose value is not the one that an `expect` directive gives.",
        why: "Either the formula or the expectation changed without the other.",
        wrong: .note(
            #"""
            <!-- gloss: let x = 0.5 -->
            <!-- gloss: expect 0.6525 within 1e-4 -->

            $$
            \frac{1}{1 + e^{-x}}
            $$
            """#),
        right: .note(
            #"""
            <!-- gloss: let x = 0.5 -->
            <!-- gloss: expect 0.6225 within 1e-4 -->

            $$
            \frac{1}{1 + e^{-x}}
            $$
            """#),
        advice: "Mend whichever is wrong.")

    static let wrongNumber = CheckPage(
        .wrongNumber,
        what: "A printed number that is not the value of what stands before it, to the digits printed.",
        why: "Readers check their own programs against printed numbers.",
        wrong: .note(
            #"""
            $\log 10 \approx 2.3206$
            """#),
        right: .note(
            #"""
            $\log 10 \approx 2.3026$
            """#),
        advice: "Correct the digits, or print fewer.")

    static let needsAssumption = CheckPage(
        .needsAssumption,
        what: "A claim that fails on general data and holds under a condition that the note does not state: probabilities that sum to one, a one-hot label, a symmetric matrix.",
        why: "Readers who use it elsewhere get wrong results.",
        wrong: .note(
            #"""
            $$
            -\sum_{j=1}^{q} y_j \log \frac{\exp(o_j)}{\sum_{k=1}^{q} \exp(o_k)} = \log \sum_{k=1}^{q} \exp(o_k) - \sum_{j=1}^{q} y_j o_j
            $$
            """#),
        right: .note(
            #"""
            With a one-hot label $y$:

            $$
            -\sum_{j=1}^{q} y_j \log \frac{\exp(o_j)}{\sum_{k=1}^{q} \exp(o_k)} = \log \sum_{k=1}^{q} \exp(o_k) - \sum_{j=1}^{q} y_j o_j
            $$
            """#),
        advice: "Say it in the text, or write `<!-- gloss: assume sum(y) = 1 -->`.")

    static let wrongInequality = CheckPage(
        .wrongInequality,
        what: "An inequality that fails on a sample.",
        why: "A bound that does not hold proves nothing.",
        wrong: .note(
            #"""
            For every real $x$, $\log(1 + e^{x}) \le \max(0, x)$.
            """#),
        right: .note(
            #"""
            For every real $x$, $\log(1 + e^{x}) \ge \max(0, x)$.
            """#),
        advice: "Try the counterexample by hand; if the relation is a condition, say so in words.")

    static let wrongApproximation = CheckPage(
        .wrongApproximation,
        what: "An expansion that differs from what it expands in a term that it states, or that leaves out more than its remainder says.",
        why: "The first wrong coefficient spoils the order of the whole approximation.",
        wrong: .note(
            #"""
            $$
            \sqrt{1 + x} = 1 + \frac{x}{2} - \frac{x^2}{4} + O(x^3)
            $$
            """#),
        right: .note(
            #"""
            $$
            \sqrt{1 + x} = 1 + \frac{x}{2} - \frac{x^2}{8} + O(x^3)
            $$
            """#),
        advice: "Differentiate, or multiply the known series, and compare term by term.")

    static let brokenCases = CheckPage(
        .brokenCases,
        what: "Cases of which one can never apply, because an earlier condition holds wherever its own does, or between which no condition holds. Rows are read in order; a single point that belongs to two rows or to none is left alone.",
        why: "A turned or doubled sign in a condition gives half of the values to the wrong row, or to none.",
        wrong: .note(
            #"""
            $$
            r(x) = \begin{cases} x, & x > 0 \\ a x, & x \ge 0 \end{cases}
            $$
            """#),
        right: .note(
            #"""
            $$
            r(x) = \begin{cases} x, & x > 0 \\ a x, & x \le 0 \end{cases}
            $$
            """#),
        advice: "Draw the line of numbers and mark what each condition takes.")
}
