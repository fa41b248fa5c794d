import Source

/// Pages of numerical hazards: right mathematics that computers get wrong.
extension CheckPage {
    static let overflow = CheckPage(
        .overflow,
        what: "A function of a snippet that gives infinity or NaN on large input where the implementation gives a finite value.",
        why: "Exponentials overflow from 710 on in double precision and from 89 on in single precision.",
        wrong: .note(
            #"""
            ```python
            import numpy as np

            def softmax(x):
                return np.exp(x) / np.sum(np.exp(x))
            ```
            """#),
        right: .note(
            #"""
            ```python
            import numpy as np

            def softmax(x):
                e = np.exp(x - np.max(x))
                return e / np.sum(e)
            ```
            """#),
        advice: "Subtract the maximum before the exponential, or use a stable form of the function.")

    static let logOfZero = CheckPage(
        .logOfZero,
        what: "A function of a snippet that takes the logarithm of zero on data that the implementation accepts.",
        why: "A single zero turns a whole loss into infinity or NaN.",
        wrong: .note(
            #"""
            ```python
            import numpy as np

            def entropy(p):
                return -np.sum(p * np.log(p))
            ```
            """#),
        right: .note(
            #"""
            ```python
            import numpy as np

            def entropy(p):
                return -np.sum(p * np.log(np.maximum(p, 1e-12)))
            ```
            """#),
        advice: "Clip or add a small number before the logarithm, or compute the logarithm from the scores.")

    static let notStable = CheckPage(
        .notStable,
        what: "A formula that the words right before it call numerically stable, and that overflows or takes 0 log 0 when it is computed as it is written.",
        why: "Readers copy the formula into code because the text promises that nothing overflows. Formulas without that promise are mathematics: their hazards are only remarked on the page.",
        wrong: .note(
            #"""
            The numerically stable form of the softmax is

            $$\operatorname{softmax}(x)_i = \frac{e^{x_i}}{\sum_{j=1}^{n} e^{x_j}}$$
            """#),
        right: .note(
            #"""
            The numerically stable form of the softmax is

            $$\operatorname{softmax}(x)_i = \frac{e^{x_i - \max_k x_k}}{\sum_{j=1}^{n} e^{x_j - \max_k x_k}}$$
            """#),
        advice: "Give the form that is stable, or do not call it so.")
}
