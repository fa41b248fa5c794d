/// What Gloss says today about the fixtures on which it is not yet right. Each line is a gap to close: whoever closes it
/// takes the line out, and a test fails until that is done.
enum KnownGaps {
    // FIXME: planted mistakes that are not found, or not at their place.
    static let missed: [String: [String]] = [
        // Definitions that words of their line name (KL divergence, normal density, F1, …) are not tied to the catalogue.
        "adam-second-moment": [],
        "attention-without-root": [],
        "binomial-exponents": [],
        "cosine-without-roots": [],
        "covariance-plus": [],
        "entropy-double-minus": [],
        "entropy-sign": [],
        "exponential-density-sign": [],
        "f1-without-two": [],
        "focal-loss-sign": [],
        "gradient-ascent-by-mistake": [],
        "he-initialisation-constant": [],
        "huber-branches-swapped": [],
        "huber-missing-half": [],
        "kl-sign": ["V002 4:1"],
        "kl-swapped": ["V002 4:1"],
        "min-max-scaling-maximum": [],
        "normal-density-root": [],
        "normal-density-sigma": [],
        "normal-density-sign": [],
        "poisson-without-factorial": [],
        "precision-is-recall": [],
        "recall-denominator": [],
        "rmsprop-without-root": ["V001 1:62"],
        "softmax-same-index": [],
        "standard-deviation-without-root": [],
        "standardisation-by-variance": [],
        "variance-without-square": [],
        "xavier-constant": [],
        // Laws of probability, expectation and variance are not read.
        "bayes-prior-lost": [],
        "bayes-wrong-marginal": [],
        "complement": [],
        "conditional-probability-inverted": [],
        "expectation-lost-constant": [],
        "total-probability-without-weights": [],
        "union-sign": [],
        "variance-from-moments": ["V001 1:12"],
        "variance-of-sum-sign": [],
        "variance-rule-factor": [],
        "variance-rule-shift": ["V001 2:1"],
        // What is claimed of a function or a symbol that the note defines elsewhere, often after the claim.
        "derivation-sigmoid-complement": [],
        "derivative-of-swish": [],
        "heading-with-wrong-identity": [],
        "inequality-sigmoid-slope": [],
        "logit-inverse": [],
        "logits-loss-sign": [],
        "sigmoid-symmetry": [],
        // Derivatives of functions defined in the sentence, of a bracket with a prime, of the second order, of a sum over another array.
        "derivative-of-cosine": [],
        "derivative-of-tanh": [],
        "partial-derivative-mixed-up": [],
        "partial-with-respect-to-the-other": [],
        "ridge-sign": [],
        "second-derivative": [],
        // Numbers in matrices and infinite series are not compared with what stands on the other side.
        "matrix-sum-number": [],
        "number-infinite-series": [],
        "number-matrix-product": [],
        "number-matrix-vector": [],
        "outer-product-number": [],
        // Both sides are taken for a definition, or for an equation to be solved.
        "dropout-scaling": [],
        "frobenius-without-square": [],
        "inequality-square": [],
        "inverse-of-product": [],
        "maximum-by-absolute-value": [],
        "product-entry-indices": [],
        "pythagorean-identity-sign": [],
        "softmax-shift-multiplies": [],
        // A number stands before the product; an index is used outside its sum's body.
        "gradient-with-untransposed-factor": [],
        "index-of-other-sum": [],
        // Snippets: output after other words, a function of one letter's slip.
        "code-binary-cross-entropy": [],
        "code-output-shape": [],
    ]

    // FIXME: false alarms.
    static let alarms: [String: [String]] = [
        // The width of the Huber loss is a positive number.
        "huber-snippet": ["C003 4:1"],
        // The condition follows in full-width brackets.
        "inequality-condition-after": ["V008 1:2"],
        // A parameter of a distribution is not its probability.
        "poisson-parameter": ["V001 1:27"],
        // The first of two statements states one state of the two that the method updates.
        "rmsprop-and-adagrad": ["V001 2:17"],
    ]
}
