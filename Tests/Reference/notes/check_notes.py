"""Checks everything that the notes in `notes/` state, without Gloss.

* runs each note's Python blocks in order, as one program, and compares what a block prints with the `text` block
  that follows it;
* proves each derivation with SymPy, line by line;
* computes every number that the prose and the tables print, and looks it up in the note;
* compares the functions with PyTorch.

Usage: python3 check_notes.py   (needs NumPy, SymPy, mpmath, PyTorch). Writes notes.json beside itself.
"""

import contextlib
import io
import json
import pathlib
import re

import numpy as np
import sympy as sp
import torch

HERE = pathlib.Path(__file__).parent
NOTES = HERE.parents[2] / "notes"
RESULTS = {}


def read(name):
    return (NOTES / name).read_text(encoding="utf-8")


def run_blocks(name):
    blocks = re.findall(r"^```(\w+)\n(.*?)^```$", read(name), re.S | re.M)
    space, printed = {}, []
    for index, (language, body) in enumerate(blocks):
        if language == "python":
            buffer = io.StringIO()
            with contextlib.redirect_stdout(buffer):
                exec(compile(body, name, "exec"), space)
            printed.append(buffer.getvalue())
        elif language == "text":
            assert blocks[index - 1][0] == "python"
            assert printed[-1] == body, f"{name}: printed\n{printed[-1]}stated\n{body}"
    RESULTS[name] = {"printed": printed}
    return space


def same(chain, **assumptions):
    """Each neighbour pair is identical: by simplification, and at random points with 30 digits."""
    for a, b in zip(chain, chain[1:]):
        a, b = sp.sympify(a), sp.sympify(b)
        free = sorted(a.free_symbols | b.free_symbols, key=str)
        rng = np.random.default_rng(7)
        for _ in range(20):
            point = {s: sp.Float(float(rng.uniform(0.1, 2) if s.is_positive else rng.uniform(-2, 2)), 30) for s in free}
            difference = sp.N((a - b).subs(point), 30)
            assert abs(difference) < 1e-25, (a, b, difference)


def states(name, text):
    assert text in read(name), f"{name} does not state {text}"


def rounded(value, digits):
    return f"{float(value):.{digits}f}"


def activations():
    note = "激活函数.md"
    space = run_blocks(note)
    x, alpha = sp.Symbol("x", real=True), sp.Symbol("alpha", positive=True)
    sigma = lambda t: 1 / (1 + sp.exp(-t))

    same([1 - sigma(x), 1 - 1 / (1 + sp.exp(-x)), sp.exp(-x) / (1 + sp.exp(-x)), 1 / (1 + sp.exp(x)), sigma(-x)])
    same([
        sp.diff(sigma(x), x), sp.diff((1 + sp.exp(-x)) ** -1, x), sp.exp(-x) / (1 + sp.exp(-x)) ** 2,
        1 / (1 + sp.exp(-x)) * (sp.exp(-x) / (1 + sp.exp(-x))), sigma(x) * (1 - sigma(x)),
        sp.Rational(1, 4) - (sigma(x) - sp.Rational(1, 2)) ** 2,
    ])
    e, f = sp.exp(x), sp.exp(-x)
    same([2 * sigma(2 * x) - 1, 2 / (1 + sp.exp(-2 * x)) - 1, (1 - sp.exp(-2 * x)) / (1 + sp.exp(-2 * x)),
          (e - f) / (e + f), sp.tanh(x)])
    same([sp.diff(sp.tanh(x), x), ((e + f) ** 2 - (e - f) ** 2) / (e + f) ** 2, 1 - ((e - f) / (e + f)) ** 2,
          1 - sp.tanh(x) ** 2])
    relu = lambda t: sp.Max(0, t)
    same([relu(x) - relu(-x), x])
    same([relu(x) + relu(-x), sp.Abs(x)])
    same([alpha * sp.exp(x), alpha * (sp.exp(x) - 1) + alpha])
    same([sp.log(sigma(x)), -sp.log(1 + sp.exp(-x))])
    same([sp.Piecewise((sigma(x), x >= 0), (e / (1 + e), True)), sigma(x)])

    # Two linear layers are one.
    rng = np.random.default_rng(3)
    w1, w2, b1, b2, v = (rng.normal(size=s) for s in [(4, 3), (2, 4), 4, 2, 3])
    assert np.allclose(w2 @ (w1 @ v + b1) + b2, w2 @ w1 @ v + w2 @ b1 + b2)
    assert np.allclose(w2 @ w1 @ v + w2 @ b1 + b2, (w2 @ w1) @ v + (w2 @ b1 + b2))

    derivative = sp.lambdify(x, sp.diff(sigma(x), x), "mpmath")
    numbers = {
        "sigma(0.5)": (sigma(0.5), 4, "0.6225"), "sigma(0)": (sigma(0), 1, "0.5"),
        "sigma(2)": (sigma(2), 4, "0.8808"), "sigma(-2)": (sigma(-2), 4, "0.1192"),
        "sigma'(0)": (derivative(0), 2, "0.25"), "sigma'(5)": (derivative(5), 5, "0.00665"),
    }
    for key, (value, digits, text) in numbers.items():
        assert rounded(value, digits) == text, (key, value)
        states(note, text)
        RESULTS[note][key] = float(value)
    for key, value, text, tex in [
        ("sigma'(10)", derivative(10), "4.54e-05", r"4.54 \times 10^{-5}"),
        ("0.25^10", 0.25**10, "9.54e-07", r"9.54 \times 10^{-7}"),
        ("tanh'(5)", 1 - np.tanh(5.0) ** 2, "1.82e-04", r"1.82 \times 10^{-4}"),
    ]:
        assert f"{float(value):.2e}" == text, (key, value)
        states(note, tex)
        RESULTS[note][key] = float(value)

    points = np.array([-3.0, -0.5, 0.0, 0.5, 3.0])
    t = torch.tensor(points, dtype=torch.float64)
    assert np.allclose(space["sigmoid"](points), torch.sigmoid(t))
    assert np.allclose(space["relu"](points), torch.relu(t))
    assert np.allclose(space["leaky_relu"](points), torch.nn.functional.leaky_relu(t, 0.01))
    assert np.allclose(np.maximum(0.01 * points, points), torch.nn.functional.leaky_relu(t, 0.01))
    assert np.allclose(space["elu"](points), torch.nn.functional.elu(t))


def softmax():
    note = "softmax与交叉熵.md"
    space = run_blocks(note)
    o = sp.symbols("o1:4", real=True)
    c, z, y = sp.Symbol("c", real=True), sp.Symbol("z", real=True), sp.Symbol("y", positive=True)
    a, b = sp.symbols("a b", positive=True)
    total = sum(sp.exp(k) for k in o)
    soft = [sp.exp(k) / total for k in o]
    same([sum(soft), 1])
    for j in range(3):
        same([sp.exp(o[j] + c) / sum(sp.exp(k + c) for k in o),
              sp.exp(c) * sp.exp(o[j]) / (sp.exp(c) * total), soft[j]])
        same([sp.diff(sp.log(total), o[j]), soft[j]])
    label = [a, b, 1 - a - b]  # sums to one
    loss = [-sum(p * sp.log(s) for p, s in zip(label, soft)),
            sum(p * sp.log(total) for p in label) - sum(p * k for p, k in zip(label, o)),
            sp.log(total) - sum(p * k for p, k in zip(label, o))]
    same(loss)
    for j in range(3):
        same([sp.diff(loss[0], o[j]), soft[j] - label[j]])
    m = sp.Max(*o)
    same([sp.log(total), m + sp.log(sum(sp.exp(k - m) for k in o))])

    sigma = 1 / (1 + sp.exp(-z))
    same([sp.exp(z) / (sp.exp(z) + sp.exp(0)), sigma])
    same([sp.log(sigma), -sp.log(1 + sp.exp(-z))])
    same([sp.log(1 - sigma), -z - sp.log(1 + sp.exp(-z))])
    same([-y * sp.log(sigma) - (1 - y) * sp.log(1 - sigma),
          y * sp.log(1 + sp.exp(-z)) + (1 - y) * (z + sp.log(1 + sp.exp(-z))),
          (1 - y) * z + sp.log(1 + sp.exp(-z)),
          sp.Max(z, 0) - y * z + sp.log(1 + sp.exp(-sp.Abs(z)))])
    same([sp.diff((1 - y) * z + sp.log(1 + sp.exp(-z)), z), 1 - y - sp.exp(-z) / (1 + sp.exp(-z)),
          1 / (1 + sp.exp(-z)) - y, sigma - y])
    same([sp.diff((sigma - y) ** 2 / 2, z), (sigma - y) * sigma * (1 - sigma)])

    scores = torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64, requires_grad=True)
    loss = torch.nn.functional.cross_entropy(scores[None], torch.tensor([1]))
    loss.backward()
    assert np.allclose(space["softmax"](np.array([1.0, 2.0, 3.0])), torch.softmax(scores, 0).detach())
    assert [rounded(g, 4) for g in scores.grad] == ["0.0900", "-0.7553", "0.6652"]
    assert rounded(loss, 4) == "1.4076" == rounded(-np.log(0.24473), 4)
    states(note, r"$-\log 0.24473 \approx 1.4076$")
    assert rounded(np.exp([1, 2, 3]).sum(), 4) == "30.1929"
    assert rounded(np.log(10), 4) == "2.3026" and rounded(np.log(2), 4) == "0.6931" and rounded(np.e, 3) == "2.718"
    with np.errstate(over="ignore"):
        assert np.isinf(np.exp(710.0)) and np.isfinite(np.exp(709.0))
    RESULTS[note]["loss"] = float(loss)
    RESULTS[note]["gradient"] = scores.grad.tolist()
    for score in [2, 0, -4, -8]:
        p = 1 / (1 + np.exp(-score))
        row = [str(score), rounded(p, 4), rounded(p - 1, 4), rounded((p - 1) * p * (1 - p), 4)]
        states(note, "| " + " | ".join(cell.replace("-", "−") for cell in row) + " |")
        RESULTS[note][f"row {score}"] = [float(p), float(p - 1), float((p - 1) * p * (1 - p))]


activations()
softmax()
(HERE / "notes.json").write_text(json.dumps(RESULTS, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
print("every statement of the notes holds")
