"""Values of what texts of machine learning state beside the families: layers by columns, moments, policies, trees, mixtures.

    python3 learning.py > learning.json

From NumPy, SciPy, scikit-learn and PyTorch. Each case holds the arguments (shape and row-major elements) and the value; no
gradients.
"""

import json
import math

import numpy as np
import scipy.special
import scipy.stats as st
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
rng = np.random.default_rng(20251122)
cases = []


def real(*shape):
    return np.asarray(rng.normal(size=shape) * 1.5)


def positive(*shape):
    return np.asarray(rng.uniform(0.2, 3, size=shape))


def between(low, high, *shape):
    return np.asarray(rng.uniform(low, high, size=shape))


def whole(high=9):
    return np.asarray(float(rng.integers(1, high)))


def simplex(*shape):
    return rng.dirichlet(np.ones(shape[-1]) * 2, size=shape[:-1])


def pack(value):
    value = np.asarray(value, dtype=float)
    return {"shape": list(value.shape), "elements": [float(v) for v in value.ravel()]}


def case(entry, variant, make, function, rounds=3):
    for _ in range(rounds):
        arguments = make()
        value = pack(function(*arguments))
        assert all(math.isfinite(v) for v in value["elements"]), (entry, variant)
        cases.append(
            {"entry": entry, "variant": variant, "arguments": [pack(a) for a in arguments], "value": value, "gradients": [None] * len(arguments)}
        )


def t(x):
    return torch.tensor(np.asarray(x))


# Layers
case("dense", "columns", lambda: [real(3, 5), real(4, 3), real(4, 5)], lambda x, w, b: np.einsum("qd,dn->qn", w, x) + b)
case("dense", "columns-vector", lambda: [real(3, 5), real(4, 3), real(4)], lambda x, w, b: F.linear(t(x.T), t(w), t(b)).numpy().T)

case("recurrent-layer", "gate", lambda: [real(2, 3), real(3, 4), real(2, 4), real(4, 4), real()], lambda x, w, h, u, b: scipy.special.expit(x @ w + h @ u + b))
case("recurrent-layer", "gate-columns", lambda: [real(4, 3), real(3), real(4, 4), real(4), real()], lambda w, x, u, h, b: scipy.special.expit(w @ x + u @ h + b))
case("recurrent-layer", "reset", lambda: [real(2, 3), real(3, 4), between(0.02, 0.98, 2, 4), real(2, 4), real(4, 4), real()], lambda x, w, r, h, u, b: np.tanh(x @ w + (r * h) @ u + b))
case("scaled-dot-product-attention", "projected", lambda: [real(3, 4), real(5, 4), real(5, 2), real(2, 3)], lambda q, k, v, w: F.scaled_dot_product_attention(t(q), t(k), t(v)).numpy() @ w)
case("scaled-dot-product-attention", "residual", lambda: [real(3, 4), real(5, 4), real(5, 2), real(2, 3), real(3, 3)], lambda q, k, v, w, x: F.scaled_dot_product_attention(t(q), t(k), t(v)).numpy() @ w + x)
case("convolution-output-size", "exact", lambda: [between(9, 30), whole(), whole(4), whole(4)], lambda n, k, p, s: 1 - (k - n - 2 * p) / s)
case("convolution-output-size", "total-exact", lambda: [between(9, 30), whole(), whole(4), whole(4)], lambda n, k, p, s: 1 - (k - n - p) / s)

# Regression and probability
case("least-squares", "columns", lambda: [real(2, 6), real(6)], lambda x, y: np.linalg.lstsq(x.T, y, rcond=None)[0])
case("ridge-regression", "columns", lambda: [real(2, 6), real(6), positive()], lambda x, y, l: np.linalg.lstsq(np.vstack([x.T, np.sqrt(l) * np.eye(2)]), np.append(y, [0, 0]), rcond=None)[0])
case("covariance-matrix", "about-mean", lambda: [real(5, 3), real(3)], lambda x, m: np.einsum("ni,nj->ij", x - m, x - m) / 5)
case("covariance-matrix", "about-mean-sample", lambda: [real(5, 3), real(3)], lambda x, m: np.einsum("ni,nj->ij", x - m, x - m) / 4)
case("covariance-matrix", "scatter", lambda: [real(5, 3), real(3)], lambda x, m: np.einsum("ni,nj->ij", x - m, x - m))
case("binary-entropy", "natural", lambda: [between(0.02, 0.98, 4)], lambda p: st.entropy(np.stack([p, 1 - p])))
case("binary-entropy", "base-2", lambda: [between(0.02, 0.98, 4)], lambda p: st.entropy(np.stack([p, 1 - p]), base=2))
case("binary-entropy", "shares", lambda: [between(0.02, 0.98, 4), between(0.02, 0.98, 4)], lambda p, q: scipy.special.entr(p) + scipy.special.entr(q))
case("binary-entropy", "shares-base-2", lambda: [between(0.02, 0.98, 4), between(0.02, 0.98, 4)], lambda p, q: (scipy.special.entr(p) + scipy.special.entr(q)) / np.log(2))
case("exponential-loss", "sum", lambda: [np.sign(real(5)), real(5)], lambda y, f: np.sum(np.exp(-y * f)))
case("additive-smoothing", "one", lambda: [positive(4), positive(4), whole(), positive()], lambda n, N, V, a: (n / a + 1) / (N / a + V))

# Stated in texts of learning and statistics
case("adaboost-weight", "half", lambda: [between(0.02, 0.98, 5)], lambda e: np.arctanh(1 - 2 * e))
case("adaboost-reweighting", "standard", lambda: [positive(5), real(), np.sign(real(5)), np.sign(real(5)), positive()], lambda w, a, y, h, z: w / z * np.where(y == h, np.exp(-a), np.exp(a)))
case("discounted-gain", "linear", lambda: [between(0, 5, 6)], lambda r: np.sum(r / np.log2(np.arange(2, 8))))
case("discounted-gain", "exponential", lambda: [between(0, 5, 6)], lambda r: np.sum((np.exp2(r) - 1) / np.log2(np.arange(2, 8))))
case("info-nce", "all", lambda: [real(), real(5), positive()], lambda p, s, tau: scipy.special.logsumexp(s / tau) - p / tau)
case("info-nce", "apart", lambda: [real(), real(5), positive()], lambda p, s, tau: scipy.special.logsumexp(np.append(s, p) / tau) - p / tau)
case("discounted-return", "sum", lambda: [real(6), between(0.1, 0.98)], lambda r, g: np.polynomial.polynomial.polyval(g, r))
case("discounted-return", "recursive", lambda: [real(5), real(5), between(0.1, 0.98)], lambda r, v, g: r + g * v)
case("discounted-return", "error", lambda: [real(5), real(5), real(5), between(0.1, 0.98)], lambda r, n, v, g: r + g * n - v)
case("clipped-objective", "objective", lambda: [positive(6), real(6), between(0.1, 0.3)], lambda r, A, e: np.minimum(r * A, np.clip(r, 1 - e, 1 + e) * A))
case("clipped-objective", "loss", lambda: [positive(6), real(6), between(0.1, 0.3)], lambda r, A, e: -np.minimum(r * A, np.clip(r, 1 - e, 1 + e) * A))
case("test-statistic", "mean", lambda: [real(), real(), positive(), whole()], lambda x, m, s, n: np.sqrt(n) * (x - m) / s)
case("test-statistic", "two-means", lambda: [real(), real(), positive(), positive(), np.asarray(12.0), np.asarray(17.0)], lambda x, y, s, t, n, m: st.ttest_ind_from_stats(x, s, n, y, t, m, equal_var=False).statistic)
case("test-statistic", "proportion", lambda: [between(0.1, 0.9), between(0.1, 0.9), whole()], lambda p, q, n: (p - q) / st.binom.std(n, q) * n)
case("test-statistic", "two-proportions", lambda: [between(0.1, 0.9), between(0.1, 0.9), between(0.1, 0.9), whole(), whole()], lambda p, q, r, n, m: (p - q) / np.hypot(st.binom.std(n, r) / n, st.binom.std(m, r) / m))
case("test-statistic", "correlation", lambda: [between(-0.9, 0.9), between(5, 30)], lambda r, n: np.tan(np.arcsin(r)) * np.sqrt(n - 2))
case("margin-of-error", "mean", lambda: [positive(), positive(), whole()], lambda z, s, n: z * np.sqrt(s * s / n))
case("margin-of-error", "proportion", lambda: [positive(), between(0.1, 0.9), whole()], lambda z, p, n: z * st.binom.std(n, p) / n)
case("margin-of-error", "proportion-deviation", lambda: [between(0.1, 0.9), whole()], lambda p, n: st.binom.std(n, p) / n)
case("pooled-variance", "variance", lambda: [positive(), positive(), between(4, 20), between(4, 20)], lambda s, t, n, m: np.average([s**2, t**2], weights=[n - 1, m - 1]))
case("pooled-variance", "deviation", lambda: [positive(), positive(), between(4, 20), between(4, 20)], lambda s, t, n, m: np.sqrt(np.average([s**2, t**2], weights=[n - 1, m - 1])))
case("variance-inflation", "standard", lambda: [between(0.02, 0.98, 5)], lambda r: np.reciprocal(1 - r))
case("variance-inflation", "root", lambda: [between(0.02, 0.98, 5)], lambda r: np.cosh(np.arctanh(r)) ** 2)
case("multiple-testing", "sidak", lambda: [between(0.02, 0.98), whole()], lambda a, m: -np.expm1(np.log1p(-a) / m))
case("multiple-testing", "bonferroni", lambda: [between(0.02, 0.98), whole()], lambda a, m: a / m)
case("multiple-testing", "family", lambda: [between(0.02, 0.98), whole()], lambda a, m: st.binom.sf(0, m, a))
case("brevity-penalty", "standard", lambda: [between(2, 20), between(2, 20)], lambda c, r: 1.0 if c > r else np.exp(1 - r / c))
case("diffusion-forward", "kept", lambda: [real(5), real(5), between(0.02, 0.98)], lambda x, e, a: np.cos(np.arccos(np.sqrt(a))) * x + np.sin(np.arccos(np.sqrt(a))) * e)
case("diffusion-forward", "noise", lambda: [real(5), real(5), between(0.02, 0.98)], lambda x, e, b: np.sqrt(1 - b) * x + np.sqrt(b) * e)
case("diffusion-forward", "backwards", lambda: [real(5), real(5), between(0.02, 0.98)], lambda x, e, a: x / np.sqrt(a) - e * np.sqrt(1 / a - 1))
case("diffusion-posterior", "noise", lambda: [real(5), real(5), between(0.02, 0.98), between(0.02, 0.98), between(0.02, 0.98)], lambda x, e, a, b, c: x * a**-0.5 - e * b * (a * (1 - c)) ** -0.5)
case("diffusion-posterior", "noise-alpha", lambda: [real(5), real(5), between(0.02, 0.98), between(0.02, 0.98)], lambda x, e, a, c: x * a**-0.5 - e * (1 - a) * (a * (1 - c)) ** -0.5)
case("diffusion-posterior", "signal", lambda: [real(5), real(5), between(0.02, 0.98), between(0.02, 0.98), between(0.02, 0.98), between(0.02, 0.98)], lambda x, o, a, b, c, d: x * np.sqrt(a) * (1 - d) / (1 - c) + o * np.sqrt(d) * b / (1 - c))
case("diffusion-posterior", "variance", lambda: [between(0.02, 0.98), between(0.02, 0.98), between(0.02, 0.98)], lambda b, c, d: b / (1 - c) - b * d / (1 - c))
case("weighted-mean", "numbers", lambda: [positive(5), real(5)], lambda w, x: np.average(x, weights=w))
case("weighted-mean", "rows", lambda: [positive(5), real(5, 3)], lambda w, x: np.average(x, axis=0, weights=w))
case("support-vector-dual", "maximum", lambda: [positive(4), np.sign(real(4)), real(4, 3)], lambda a, y, x: np.sum(a) - np.einsum("i,j,i,j,ik,jk", a, a, y, y, x, x) / 2)
case("support-vector-dual", "minimum", lambda: [positive(4), np.sign(real(4)), real(4, 3)], lambda a, y, x: np.einsum("i,j,i,j,ik,jk", a, a, y, y, x, x) / 2 - np.sum(a))
case("support-vector-dual", "kernel", lambda: [positive(4), np.sign(real(4)), real(4, 4)], lambda a, y, k: np.sum(a) - np.einsum("i,j,i,j,ij", a, a, y, y, k) / 2)
case("contrastive-loss", "similar-one", lambda: [np.round(between(0, 1, 6)), positive(6), positive()], lambda y, d, m: 1.0 * np.where(y == 1, d**2, np.clip(m - d, 0, None) ** 2))
case("contrastive-loss", "similar-zero", lambda: [np.round(between(0, 1, 6)), positive(6), positive()], lambda y, d, m: 1.0 * np.where(y == 0, d**2, np.clip(m - d, 0, None) ** 2))
case("contrastive-loss", "half", lambda: [np.round(between(0, 1, 6)), positive(6), positive()], lambda y, d, m: 0.5 * np.where(y == 1, d**2, np.clip(m - d, 0, None) ** 2))
case("contrastive-loss", "half-zero", lambda: [np.round(between(0, 1, 6)), positive(6), positive()], lambda y, d, m: 0.5 * np.where(y == 0, d**2, np.clip(m - d, 0, None) ** 2))
case("positional-encoding", "sine", lambda: [positive(5), positive(5), between(4, 16)], lambda p, i, d: np.sin(p * np.exp(-np.log(1e4) * 2 * i / d)))
case("positional-encoding", "cosine", lambda: [positive(5), positive(5), between(4, 16)], lambda p, i, d: np.cos(p * np.exp(-np.log(1e4) * 2 * i / d)))
case("term-weighting", "plain", lambda: [positive(4), between(20, 40, 1), between(1, 9, 4)], lambda f, N, n: f * (np.log(N) - np.log(n)))
case("term-weighting", "smooth", lambda: [positive(4), between(20, 40, 1), between(1, 9, 4)], lambda f, N, n: f * (np.log(N) - np.log1p(n)))
case("term-weighting", "inverse", lambda: [between(20, 40, 1), between(1, 9, 4)], lambda N, n: np.log(N) - np.log(n))
case("term-weighting", "inverse-smooth", lambda: [between(20, 40, 1), between(1, 9, 4)], lambda N, n: np.log(N) - np.log1p(n))
case("logistic-curve", "standard", lambda: [real(5), positive(), positive(), real()], lambda x, L, k, m: L * scipy.special.expit(k * (x - m)))
case("upper-confidence-bound", "standard", lambda: [real(4), between(5, 30), between(1, 9, 4), positive()], lambda q, t, n, c: q + c * np.sqrt(np.log(t)) / np.sqrt(n))
case("upper-confidence-bound", "double", lambda: [real(4), between(5, 30), between(1, 9, 4), positive()], lambda q, t, n, c: q + c * np.sqrt(2 * np.log(t)) / np.sqrt(n))
case("chi-square-statistic", "standard", lambda: [positive(5), positive(5)], lambda o, e: np.sum(o * o / e - 2 * o + e))
case("rank-correlation", "differences", lambda: [real(6)], lambda d: 1 - 6 * np.dot(d, d) / (6 * 35))
case("vector-projection", "standard", lambda: [real(4), real(4)], lambda a, b: np.outer(b, b) / np.dot(b, b) @ a)
case("vector-projection", "coefficient", lambda: [real(4), real(4)], lambda a, b: np.linalg.lstsq(b[:, None], a, rcond=None)[0][0])
case("vector-projection", "rest", lambda: [real(4), real(4)], lambda a, b: a - np.outer(b, b) / np.dot(b, b) @ a)
case("rayleigh-quotient", "standard", lambda: [real(3, 3), real(3)], lambda A, x: np.trace(A @ np.outer(x, x)) / np.linalg.norm(x) ** 2)
case("rayleigh-quotient", "generalised", lambda: [real(3, 3), real(3), np.diag(positive(3))], lambda A, x, B: np.einsum("i,ij,j", x, A, x) / np.einsum("i,ij,j", x, B, x))
case("warmup-schedule", "standard", lambda: [positive(), positive(), positive()], lambda d, t, w: np.minimum(1 / np.sqrt(t), t / w**1.5) / np.sqrt(d))
case("clip", "standard", lambda: [real(6), -positive(), positive()], lambda x, a, b: np.clip(x, a, b))

print(json.dumps({"numpy": np.__version__, "torch": torch.__version__.split("+")[0], "cases": cases}, separators=(",", ":")).replace('{"entry"', '\n{"entry"'))
