#!/usr/bin/env python3
"""Formulas, data and NumPy's values, for EmittedTests: emitted.json beside this script."""
import json
import math
import pathlib

import numpy as np

x = np.array([1.5, -0.5, 2.0, 0.25])
y = np.array([0.5, 1.0, -1.5, 3.0])
p = np.array([0.1, 0.2, 0.3, 0.4])
W = np.array([[1.0, 2.0, -1.0, 0.5], [0.0, 1.0, 3.0, -2.0], [2.0, 0.5, 1.0, 1.0]])
b = np.array([0.1, -0.2, 0.3])
A = np.array([[4.0, 1.0], [2.0, 3.0]])
B = np.array([[1.0, -1.0], [0.5, 2.0]])
v = np.array([1.0, 2.0])
u = np.array([3.0, -1.0, 2.0])
w = np.array([0.5, 2.0, -1.0])
i = np.arange(1, 5)
mse = ((x - y) ** 2).mean()
soft = np.exp(x) / np.exp(x).sum()
cases = [
    (r"\frac{1}{1+e^{-x}}", dict(x=0.5), 1 / (1 + math.exp(-0.5))),
    (r"\frac{1}{1+e^{-x}}", dict(x=x), 1 / (1 + np.exp(-x))),
    (r"a^2 + 2ab + b^2", dict(a=1.5, b=-2.0), 0.25),
    (r"-x^2 + 3", dict(x=2.0), -1.0),
    (r"\frac{2}{3}", {}, 2 / 3),
    (r"\frac{a}{b c}", dict(a=1.0, b=2.0, c=4.0), 0.125),
    (r"a - (b - c)", dict(a=1.0, b=2.0, c=4.0), 3.0),
    (r"2^{10} \cdot x", dict(x=0.5), 512.0),
    (r"\sqrt{x^2 + y^2}", dict(x=3.0, y=4.0), 5.0),
    (r"\sin^2 x + \cos^2 x", dict(x=0.7), 1.0),
    (r"\ln(1 + e^{x})", dict(x=0.3), math.log1p(math.exp(0.3))),
    (r"\log_2 x", dict(x=8.0), 3.0),
    (r"|x|", dict(x=-2.5), 2.5),
    (r"\lfloor x \rfloor + \lceil x \rceil", dict(x=2.5), 5.0),
    (r"\max(0, x)", dict(x=x), np.maximum(0, x)),
    (r"\begin{cases} x & x > 0 \\ 0.1 x & \text{otherwise}\end{cases}", dict(x=-2.0), -0.2),
    (r"\begin{cases} x & x > 0 \\ 0.1 x & \text{otherwise}\end{cases}", dict(x=3.0), 3.0),
    (r"n!", dict(n=5.0), 120.0),
    (r"\binom{n}{k}", dict(n=7.0, k=3.0), 35.0),
    (r"\gcd(a, b)", dict(a=84.0, b=36.0), 12.0),
    (r"\sum_{i=1}^{n} x_i", dict(x=x), x.sum()),
    (r"\sum_{i=1}^{n} x_i^2", dict(x=x), (x**2).sum()),
    (r"\sum_{i=1}^{n} i x_i", dict(x=x), (i * x).sum()),
    (r"\frac{1}{n} \sum_{i=1}^{n} (x_i - \mu)^2", dict(x=x, mu=0.5), ((x - 0.5) ** 2).mean()),
    (r"\frac{1}{n} \sum_{i=1}^{n} (y_i - \hat{y}_i)^2", {"y": x, r"\hat{y}": y}, mse),
    (r"\sum_{i=1}^{10} i^2", {}, 385.0),
    (r"\sum_{i=1}^{n} i^2", dict(n=10.0), 385.0),
    (r"\prod_{i=1}^{n} x_i", dict(x=x), x.prod()),
    (r"\prod_{k=1}^{5} (1 + \frac{1}{k})", {}, 6.0),
    (r"\sum_{i=1}^{n} \sum_{j=1}^{n} A_{ij}", dict(A=A), A.sum()),
    (r"\sum_{i=1}^{3} \sum_{j=1}^{i} i j", {}, 25.0),
    (r"\sum_{i=2}^{n} (x_i - x_{i-1})^2", dict(x=x), (np.diff(x) ** 2).sum()),
    (r"\sum_{i < j} x_i x_j", dict(x=x), (x.sum() ** 2 - (x**2).sum()) / 2),
    (r"\sum_{i: x_i > 0} x_i", dict(x=x), x[x > 0].sum()),
    (r"\max_i x_i", dict(x=x), x.max()),
    (r"\min_i |x_i|", dict(x=x), 0.25),
    (r"\arg\max_i x_i", dict(x=x), 3.0),
    (r"\frac{e^{x_i}}{\sum_{j=1}^{n} e^{x_j}}", dict(x=x), soft),
    (r"-\sum_{i} p_i \log p_i", dict(p=p), -(p * np.log(p)).sum()),
    (r"y_j = \sum_i W_{ji} x_i", dict(W=W, x=x), W @ x),
    (r"z = W x + b", dict(W=W, x=x, b=b), W @ x + b),
    (r"x^\top y", dict(x=x, y=y), x @ y),
    (r"x y^\top", dict(x=u, y=w), np.outer(u, w)),
    (r"x \odot y", dict(x=x, y=y), x * y),
    (r"u \times v", dict(u=u, v=w), np.cross(u, w)),
    (r"A B", dict(A=A, B=B), A @ B),
    (r"A^{-1} v", dict(A=A, v=v), np.linalg.solve(A, v)),
    (r"A^\top A", dict(A=A), A.T @ A),
    (r"A^2", dict(A=A), A @ A),
    (r"\det A + \operatorname{tr}(A)", dict(A=A), 17.0),
    (r"v^\top A v", dict(A=A, v=v), v @ A @ v),
    (r"A + \lambda I", {"A": A, r"\lambda": 0.5}, A + 0.5 * np.eye(2)),
    (r"\|x\|_2", dict(x=x), np.linalg.norm(x)),
    (r"\|x\|_1 + \|x\|_\infty", dict(x=x), np.abs(x).sum() + 2.0),
    (r"\|x\|_3", dict(x=x), np.linalg.norm(x, 3)),
    (r"\|A\|_F", dict(A=A), np.linalg.norm(A)),
    (r"\|A\|_2", dict(A=A), np.linalg.norm(A, 2)),
    (r"\frac{x^\top y}{\|x\| \|y\|}", dict(x=x, y=y), x @ y / np.linalg.norm(x) / np.linalg.norm(y)),
    (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", dict(a=1.0, b=2.0, c=3.0, d=4.0), np.array([[1.0, 2.0], [3.0, 4.0]])),
    (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} v", dict(v=v), np.array([5.0, 11.0])),
    (r"A_{1,2} + A_{2,1}", dict(A=A), 3.0),
    (r"\int_0^1 x^2 dx", {}, 1 / 3),
    (r"\int_0^{\infty} e^{-a t} dt", dict(a=2.0), 0.5),
    (r"\int_{-\infty}^{\infty} e^{-t^2} dt", {}, math.sqrt(math.pi)),
    (r"\frac{d}{dx} x^3", dict(x=2.0), 12.0),
    (r"\frac{\partial}{\partial x} (x^2 y)", dict(x=3.0, y=2.0), 12.0),
    (r"\frac{d^2}{dx^2} x^4", dict(x=1.5), 27.0),
    (r"\nabla_w \|w\|_2^2", dict(w=w), 2 * w),
    (r"\operatorname{softmax}(x)", dict(x=x), soft),
    (r"\sigma(x)", dict(x=0.5), 1 / (1 + math.exp(-0.5))),
    (r"\operatorname{ReLU}(x)", dict(x=x), np.maximum(0, x)),
    (r"\Gamma(5) + 0.\overline{3}", {}, 24 + 1 / 3),
    (r"\Phi(x)", dict(x=1.0), 0.5 * math.erfc(-1 / math.sqrt(2))),
    (r"\frac{1}{\sqrt{2\pi\sigma^2}} e^{-\frac{(x-\mu)^2}{2\sigma^2}}", {"x": 1.0, r"\mu": 0.5, r"\sigma": 2.0},
     math.exp(-0.25 / 8) / math.sqrt(8 * math.pi)),
    (r"x \bmod 3", dict(x=-7.0), 2.0),
    (r"\tanh(x) \cdot \operatorname{sign}(x)", dict(x=-0.5), math.tanh(0.5)),
]
out = []
for latex, data, value in cases:
    value = np.asarray(value, float)
    out.append({
        "latex": latex,
        "bindings": {name: {"shape": list(np.shape(a)), "elements": np.asarray(a, float).ravel().tolist()} for name, a in data.items()},
        "shape": list(value.shape), "elements": value.ravel().tolist(),
    })
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(out, indent=1) + "\n")
print(len(out))
