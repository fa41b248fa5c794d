/// Notes of one statement or derivation each, all right: what mistakes are planted into.
enum RightStatements {
    static let all: [String] = [
        // Identities
        #"$$(a + b)^2 = a^2 + 2 a b + b^2$$"#,
        #"$$a^3 - b^3 = (a - b)(a^2 + a b + b^2)$$"#,
        #"$$\log \frac{a}{b} = \log a - \log b$$"#,
        #"$$\sin(a + b) = \sin a \cos b + \cos a \sin b$$"#,
        #"$$\cos(2 x) = \cos^2 x - \sin^2 x$$"#,
        #"$$\sin^2 x + \cos^2 x = 1$$"#,
        #"$$\tanh(x) = \frac{1 - e^{-2 x}}{1 + e^{-2 x}}$$"#,
        #"$$\sum_{i=1}^{n} i^2 = \frac{n (n + 1)(2 n + 1)}{6}$$"#,
        #"$$\sum_{k=0}^{n} \binom{n}{k} = 2^n$$"#,
        #"$$\sum_{k=0}^{n-1} q^k = \frac{1 - q^n}{1 - q}$$"#,
        #"$$\frac{1}{x (x + 1)} = \frac{1}{x} - \frac{1}{x + 1}$$"#,
        #"$$\sqrt{a} - \sqrt{b} = \frac{a - b}{\sqrt{a} + \sqrt{b}}$$"#,
        #"$$\max(a, b) = \frac{a + b + |a - b|}{2}$$"#,
        // Vectors and matrices
        #"With $\mathbf{x}, \mathbf{y} \in \mathbb{R}^n$: $\|\mathbf{x} + \mathbf{y}\|^2 = \|\mathbf{x}\|^2 + 2 \mathbf{x}^\top \mathbf{y} + \|\mathbf{y}\|^2$"#,
        #"With $A, B \in \mathbb{R}^{n \times n}$: $(A B)^\top = B^\top A^\top$"#,
        #"With $A, B \in \mathbb{R}^{n \times n}$: $\operatorname{tr}(A B) = \operatorname{tr}(B A)$"#,
        #"With $A, B \in \mathbb{R}^{n \times n}$: $(A + B)^2 = A^2 + A B + B A + B^2$"#,
        #"$$\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \begin{bmatrix} 5 \\ 6 \end{bmatrix} = \begin{bmatrix} 17 \\ 39 \end{bmatrix}$$"#,
        #"$$\sum_{i=1}^{n} (x_i - \mu)^2 = \sum_{i=1}^{n} x_i^2 - 2 \mu \sum_{i=1}^{n} x_i + n \mu^2$$"#,
        "$$\\bar{x} = \\frac{1}{n} \\sum_{i=1}^{n} x_i$$\n\nso\n\n$$\\frac{1}{n} \\sum_{i=1}^{n} (x_i - \\bar{x})^2 = \\frac{1}{n} \\sum_{i=1}^{n} x_i^2 - \\bar{x}^2$$",
        // Derivatives
        #"$$\frac{d}{dx} x^3 = 3 x^2$$"#,
        #"$$\frac{d}{dx} e^{2 x} = 2 e^{2 x}$$"#,
        #"$$\frac{d}{dx} \frac{1}{1 + e^{-x}} = \frac{e^{-x}}{(1 + e^{-x})^2}$$"#,
        #"$$\frac{\partial}{\partial w} \frac{1}{2} (w x + b - y)^2 = (w x + b - y) x$$"#,
        #"$$\frac{d}{dx} \sin(x^2) = 2 x \cos(x^2)$$"#,
        "The sigmoid function is $\\sigma(x) = \\frac{1}{1 + e^{-x}}$.\n\nIts derivative is\n\n$$\\sigma'(x) = \\sigma(x) (1 - \\sigma(x))$$",
        // Derivations
        "$$\n\\begin{aligned}\n1 - \\frac{1}{1 + e^{-x}} &= \\frac{e^{-x}}{1 + e^{-x}} \\\\\n&= \\frac{1}{1 + e^{x}}\n\\end{aligned}\n$$",
        "$$\n\\begin{aligned}\n(x + 1)^2 - (x - 1)^2 &= x^2 + 2 x + 1 - (x^2 - 2 x + 1) \\\\\n&= 4 x\n\\end{aligned}\n$$",
        "$$\n\\begin{aligned}\n\\log(e^{a} + e^{b}) &= \\log(e^{a} (1 + e^{b - a})) \\\\\n&= a + \\log(1 + e^{b - a})\n\\end{aligned}\n$$",
        // Definitions by name
        #"$$\operatorname{ReLU}(x) = \max(0, x)$$"#,
        #"$$\operatorname{softmax}(\mathbf{x})_i = \frac{\exp(x_i)}{\sum_{j=1}^{n} \exp(x_j)}$$"#,
        #"$$\operatorname{MSE}(y, \hat{y}) = \frac{1}{n} \sum_{i=1}^{n} (y_i - \hat{y}_i)^2$$"#,
        #"The sigmoid function: $$\sigma(x) = \frac{1}{1 + \exp(-x)}$$"#,
        // Numbers
        #"$$\frac{40}{40 + 10} = 0.8$$"#,
        #"$$\log 2 + \log 5 \approx 2.3026$$"#,
        #"$$3^2 + 4^2 = 5^2$$"#,
        #"$$2^{10} - 1 = 1023$$"#,
        // Inequalities
        #"$$e^{x} \ge 1 + x + \min(0, x^3)$$"#,
        #"For $a, b > 0$, $\sqrt{a b} \le \frac{a + b}{2}$."#,
    ]
}
