"""Values of formulas, computed with NumPy, SciPy and the standard library; writes values.json beside this file."""
import json, math, os
import numpy as np
from scipy import special

cases = []

def case(latex, value, **bindings):
    named = bindings.pop("names", None)
    bound = {}
    for k, v in bindings.items():
        bound[(named or {}).get(k, k)] = v.tolist() if isinstance(v, np.ndarray) else v
    if isinstance(value, (np.ndarray, np.generic)):
        value = value.tolist()
    cases.append({"latex": latex, "bindings": bound, "value": value})

x3 = np.array([1.0, 2.0, 3.0]); y3 = np.array([4.0, -5.0, 6.0]); p3 = np.array([0.2, 0.3, 0.5]); t3 = np.array([0.0, 0.0, 1.0])
A = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]); B = np.array([[1.0, -1.0, 2.0], [0.0, 3.0, 1.0]])
S = np.array([[2.0, 1.0], [1.0, 3.0]]); u2 = np.array([0.5, -1.5])
softmax = lambda o: np.exp(o) / np.exp(o).sum()

case(r"1+2\cdot 3", 7); case(r"\frac{1}{1+e^{-x}}", special.expit(0.5), x=0.5); case(r"2^{10}", 1024)
case(r"-3^2", -9); case(r"2x+1", 7, x=3); case(r"ab", 6, a=2, b=3); case(r"a(b+c)", 14, a=2, b=3, c=4)
case(r"\sqrt{x}", 3, x=9); case(r"\sqrt[3]{x}", 2, x=8); case(r"|x|", 2.5, x=-2.5)
case(r"\log x", math.log(5), x=5); case(r"\ln(x)", math.log(5), x=5); case(r"\log_2 8", 3); case(r"\log_{10} 1000", 3)
case(r"\log_3 81", 4); case(r"\sin^2 x + \cos^2 x", 1, x=0.7); case(r"\sin 2x", math.sin(1.4), x=0.7)
case(r"\exp(x)", math.exp(1.2), x=1.2); case(r"exp(x)", math.exp(1.2), x=1.2); case(r"e^x", math.exp(1.2), x=1.2)
case(r"max(0,x)", 0, x=-2); case(r"\max(0, x)", 3, x=3); case(r"\min\{a, b, c\}", 1, a=3, b=1, c=2)
case(r"max(0, x)", np.maximum(0, y3), x=y3); case(r"\pi r^2", math.pi * 4, r=2); case(r"5!", 120); case(r"\binom{5}{2}", 10)
case(r"\sum_{i=1}^{n} i^2", 385, n=10); case(r"\sum_{i=1}^{10} i", 55); case(r"\prod_{k=1}^{5} k", 120)
case(r"\sum_{i=1}^n x_i", 6, x=x3); case(r"\sum_i x_i", 6, x=x3); case(r"\sum_i x_i y_i", float(x3 @ y3), x=x3, y=y3)
case(r"\frac{1}{n}\sum_{i=1}^{n}(y_i-\hat{y}_i)^2", float(np.mean((x3 - y3) ** 2)), names={"h": "\\hat{y}"}, y=x3, h=y3)
case(r"-\sum_{j=1}^q y_j \log \hat{y}_j", float(-(t3 * np.log(p3)).sum()), names={"h": "y_hat"}, y=t3, h=p3)
case(r"\hat{y}_j = \frac{\exp(o_j)}{\sum_k \exp(o_k)}", softmax(x3), o=x3)
case(r"\frac{\exp(o_j)}{\sum_{k} \exp(o_k)}", softmax(x3), o=x3)
case(r"\mathbf{w}^\top \mathbf{x} + b", float(x3 @ y3 + 2), w=x3, x=y3, b=2); case(r"w^T x", float(x3 @ y3), w=x3, x=y3)
case(r"x \cdot y", float(x3 @ y3), x=x3, y=y3); case(r"x \odot y", x3 * y3, x=x3, y=y3)
case(r"\langle x, y \rangle", float(x3 @ y3), x=x3, y=y3)
case(r"A x", A @ u2, A=A, x=u2); case(r"A B", A @ B, A=A, B=B); case(r"AB", A @ B, A=A, B=B)
case(r"\mathbf{A}^\top", A.T, A=A); case(r"S^{-1}", np.linalg.inv(S), S=S); case(r"x^\top S x", float(u2 @ S @ u2), S=S, x=u2)
case(r"(A^{T}A)^{-1}A^{T}y", np.linalg.lstsq(A, x3, rcond=None)[0], A=A, y=x3)
case(r"x y^\top", np.outer(x3, y3), x=x3, y=y3); case(r"\det(S)", np.linalg.det(S), S=S); case(r"\operatorname{tr}(S)", 5, S=S)
case(r"\|x\|_2", np.linalg.norm(y3), x=y3); case(r"\|x\|", np.linalg.norm(y3), x=y3); case(r"\|x\|_1", 15, x=y3)
case(r"\|x\|_\infty", 6, x=y3); case(r"||x||^2", float(y3 @ y3), x=y3); case(r"\|A\|_F", np.linalg.norm(A), A=A)
case(r"\|x\|_p", float((np.abs(y3) ** 3).sum() ** (1 / 3)), x=y3, p=3)
case(r"\left(\sum_{i=1}^n \left|x_i \right|^p \right)^{1/p}", float((np.abs(y3) ** 3).sum() ** (1 / 3)), x=y3, p=3)
case(r"\max_i x_i", 6, x=y3); case(r"\operatorname*{argmax}_i x_i", 3, x=y3); case(r"\arg\max_i x_i", 3, x=y3)
case(r"\min_j y_j", -5, y=y3); case(r"\max(x)", 6, x=y3)
case(r"x_2", 2, x=x3); case(r"A_{21}", 3, A=A); case(r"A_{2,1}", 3, A=A); case(r"x_0 + x_1", 5, names={"a": "x_{0}", "b": "x_1"}, a=2, b=3)
case(r"\sum_{i=1}^{m}\sum_{j=1}^{n} a_{ij}", float(A.sum()), a=A); case(r"\sum_{i,j} w_{ij}^2", float((A ** 2).sum()), w=A)
case(r"o_i = \sum_j w_{ij} x_j", A @ u2, w=A, x=u2); case(r"b_{ij} = a_{ji}", A.T, a=A); case(r"\sum_i a_{ii}", 5, a=S)
case(r"\sum_{j \ne k} s_j", 1 + 2, s=x3, k=3); case(r"\sum_{i<j} x_i x_j", 1 * 2 + 1 * 3 + 2 * 3, x=x3)
case(r"\sum_{j\ne y} \max(0, s_j - s_y + 1)", float(sum(max(0, [3.2, 5.1, -1.7][j] - 3.2 + 1) for j in (1, 2))), s=[3.2, 5.1, -1.7], y=1)
case(r"\sum_{i=1}^{n} \left(y^{(i)} - \hat{y}^{(i)}\right)^2", float(((x3 - y3) ** 2).sum()), names={"h": "\\hat{y}"}, y=x3, h=y3)
case(r"\sum_{i=1}^{n} (x^{(i)})^2", 14, names={"x": "x^{(i)}"}, x=x3)
X = np.array([[1.0, 2.0], [2.0, 1.0], [3.0, 4.0]]); w2 = np.array([0.5, -0.5])
case(r"\frac{1}{n}\sum_{i=1}^n \frac{1}{2}\left(\mathbf{w}^\top \mathbf{x}^{(i)} + b - y^{(i)}\right)^2",
     float(np.mean(0.5 * (X @ w2 + 0.1 - x3) ** 2)), X=X, names={"X": "\\mathbf{x}"}, w=w2, b=0.1, y=x3)
case(r"\begin{cases} x & \text{if } x > 0 \\ \alpha x & \text{otherwise} \end{cases}", -0.02, x=-2, alpha=0.01)
case(r"\begin{cases} x, & \text{if } x > 0 \\ \alpha (e^x - 1), & \text{if } x \leq 0 \end{cases}", np.where(y3 > 0, y3, np.expm1(y3)), x=y3, alpha=1)
case(r"\begin{bmatrix}1&2\\3&4\end{bmatrix}\begin{bmatrix}1\\1\end{bmatrix}", [3, 7])
case(r"\begin{vmatrix}1&2\\3&4\end{vmatrix}", -2)
case(r"f(x) = x^2 + 1", 10, x=3); case(r"y = 2x", 8, x=4); case(r"\sigma(x) = \frac{1}{1+e^{-x}}", special.expit(2.0), x=2)
case(r"\tanh x", math.tanh(0.3), x=0.3); case(r"\frac{e^{x}-e^{-x}}{e^{x}+e^{-x}}", math.tanh(0.3), x=0.3)
case(r"\frac{d}{dx} x^3", 12, x=2); case(r"\frac{\partial}{\partial x} (x^2 y)", 12, x=2, y=3); case(r"\frac{d^2}{dx^2} x^3", 12, x=2)
case(r"\nabla_w \|w\|^2", 2 * y3, w=y3); case(r"\lfloor x \rfloor", 2, x=2.7); case(r"\lceil x \rceil", 3, x=2.2)
case(r"1+1=2", True); case(r"1+1=3", False); case(r"x^2 \ge 0", True, x=-3); case(r"\frac{1}{3} = 0.333", True); case(r"x < y", False, x=2, y=1)
case(r"0.5 \cdot 0.00354 = 0.0018", True); case(r"\mu = \frac{1}{n} \sum_{i=1}^{n} x_i", 2, x=x3)
case(r"\sqrt{\frac{1}{n} \sum_{i=1}^{n} (x_i - \mu)^2}", float(np.std(x3)), x=x3, mu=2)
case(r"Z_i = \frac{x_i - \mu}{\sigma}", (x3 - 2) / 0.5, x=x3, mu=2, sigma=0.5)
case(r"\mathbb{1}[x > 0]", 1, x=3); case(r"\sum_{i} \mathbb{1}(x_i > 1)", 2, x=x3)
case(r"n_\mathrm{in} \sigma^2", 4, names={"a": "n_in"}, a=4, sigma=1); case(r"V_t = \beta V_{t-1} + (1-\beta) \theta_t", 0.9 * 10 + 0.1 * 20, names={"v": "V_{t-1}", "q": "\\theta_t"}, v=10, q=20, beta=0.9)
case(r"\sum_{i \in \{1, 2, 4\}} i", 7); case(r"\sum_{1 \le i \le 4} i", 10); case(r"\sum_{i=1}^{n-1} (x_{i+1} - x_i)", 2, x=x3)
case(r"y^{\top}y", float(y3 @ y3), y=y3); case(r"x^{-1}", 0.25, x=4); case(r"1/2", 0.5); case(r"x'", 3, names={"x": "x'"}, x=3)
case(r"w^*", 3, names={"w": "w^*"}, w=3); case(r"\theta_{t+1}=\theta_t-\eta g", 0.8, names={"t": "\\theta_t"}, t=1, eta=0.1, g=2)
case(r"(1-\eta\lambda)W - \eta G", (1 - 0.02) * A - 0.1 * A * 2, eta=0.1, **{"lambda": 0.2}, W=A, G=A * 2)
case(r"\frac{1}{\sqrt{2 \pi \sigma^2}} \exp\left(-\frac{1}{2 \sigma^2} (x - \mu)^2\right)", float(math.exp(-0.5 * (1 / 2) ** 2) / math.sqrt(2 * math.pi * 4)), x=2, mu=1, sigma=2)
case(r"\sum_{i=1}^{n} \prod_{j=1}^{i} x_j", 1 + 2 + 6, x=x3); case(r"\sum_{i=1}^{n}\sum_{j=1}^{i} a_{ij}", float(np.tril(S).sum()), a=S)
case(r"\sum_{k=0}^{20} \frac{x^k}{k!}", sum(0.5 ** k / math.factorial(k) for k in range(21)), x=0.5)
case(r"\sum_{i=1}^{1000000} \frac{1}{i^2}", float((1 / np.arange(1, 1000001, dtype=np.longdouble) ** 2).sum()))
case(r"\alpha", 3, names={"a": "\\alpha"}, a=3); case(r"\hat{y}", 2, names={"a": "\\hat{y}"}, a=2); case(r"w_{ij}", 2, names={"a": "w_{ij}"}, a=2)

case(r"\int_0^1 x^2 dx", 1 / 3); case(r"\int_{0}^{\infty} e^{-x} \, dx", 1); case(r"\int_{-\infty}^{\infty} e^{-x^2} dx", math.sqrt(math.pi))
case(r"\int_0^1 \frac{1}{\sqrt{x}} dx", 2); case(r"\int_0^a \int_0^b x y \, dx \, dy", 1, a=1, b=2)
case(r"\lim_{x \to 0} \frac{\sin x}{x}", 1); case(r"\lim_{n \to \infty} \left(1+\frac{1}{n}\right)^n", math.e)
case(r"\lim_{h \rightarrow 0} \frac{(a+h)^2-a^2}{h}", 6, a=3); case(r"|S|", 5, S=S); case(r"x^2", x3 ** 2, x=x3)

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "values.json"), "w") as f:
    json.dump(cases, f, indent=0); f.write("\n")
