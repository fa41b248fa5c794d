"""Values of what textbooks of statistics, optimisation, reinforcement learning and numerical analysis state: tests, projections,
Bellman equations, schedules, conditional laws.

    python3 textbooks.py > textbooks.json

From NumPy and SciPy. Each case holds the arguments (shape and row-major elements) and the value; no gradients.
"""

import json
import math

import numpy as np
import scipy.special
import scipy.stats as st

rng = np.random.default_rng(20251124)
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


def definite(n):
    root = rng.normal(size=(n, n))
    return root @ root.T + np.eye(n)


def symmetric(n):
    half = rng.normal(size=(n, n))
    return half + half.T


def invertible(n):
    return rng.uniform(-1, 1, size=(n, n)) + n * np.eye(n)


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
case("regression-sums", "total", lambda: [real(5)], lambda y: len(y) * np.var(y))
case("regression-sums", "total-given", lambda: [real(5), real()], lambda y, m: y @ y - 2 * m * np.sum(y) + len(y) * m * m)
case("regression-sums", "explained-given", lambda: [real(5), real()], lambda y, m: np.linalg.norm(y - m) ** 2)
case("regression-sums", "explained", lambda: [real(5), real(5)], lambda f, y: np.linalg.norm(f - np.mean(y)) ** 2)
case("residual-variance", "deviation", lambda: [positive(), between(5, 30)], lambda s, n: math.sqrt(s) / math.sqrt(n - 2))
case("residual-variance", "variance", lambda: [positive(), between(5, 30)], lambda s, n: s / (n - 2))
case("residual-variance", "deviation-features", lambda: [positive(), between(12, 30), between(1, 9)], lambda s, n, p: math.sqrt(s) / math.sqrt(n - p - 1))
case("residual-variance", "variance-features", lambda: [positive(), between(12, 30), between(1, 9)], lambda s, n, p: s / (n - p - 1))
case("residual-variance", "variance-parameters", lambda: [positive(), between(12, 30), between(1, 9)], lambda s, n, p: s / (n - p))
case("residual-variance", "residuals", lambda: [real(5), real(5)], lambda y, f: np.linalg.norm(y - f) ** 2 / (len(y) - 2))
case("residual-variance", "residuals-deviation", lambda: [real(5), real(5)], lambda y, f: np.linalg.norm(y - f) / math.sqrt(len(y) - 2))
case("coefficient-test", "statistic", lambda: [real(), positive()], lambda b, s: b / s)
case("coefficient-test", "error", lambda: [positive(), real(5)], lambda s, x: s / (np.std(x) * math.sqrt(len(x))))
case("coefficient-test", "error-given", lambda: [positive(), real(5), real()], lambda s, x, m: s / np.linalg.norm(x - m))
case("coefficient-test", "variance", lambda: [positive(), real(5)], lambda s, x: s**2 / (np.var(x) * len(x)))
case("coefficient-test", "variance-given", lambda: [positive(), real(5), real()], lambda s, x, m: s**2 / np.linalg.norm(x - m) ** 2)
case("projection-matrix", "hat", lambda: [real(5, 3)], lambda X: np.linalg.qr(X)[0] @ np.linalg.qr(X)[0].T)
case("projection-matrix", "rest", lambda: [real(5, 3)], lambda X: np.eye(5) - np.linalg.qr(X)[0] @ np.linalg.qr(X)[0].T)
case("projection-matrix", "pseudoinverse", lambda: [real(5, 3)], lambda X: np.linalg.pinv(X))
case("projection-matrix", "line", lambda: [real(5)], lambda u: np.outer(u / np.linalg.norm(u), u / np.linalg.norm(u)))
case("projection-matrix", "onto", lambda: [real(5, 3), real(5)], lambda X, y: X @ np.linalg.lstsq(X, y, rcond=None)[0])
case("projection-matrix", "covariance", lambda: [real(5, 3), positive()], lambda X, s: s * s * np.linalg.pinv(X) @ np.linalg.pinv(X).T)
case("least-squares", "responses", lambda: [real(5, 3), real(5, 4)], lambda X, Y: np.linalg.lstsq(X, Y, rcond=None)[0])
case("least-squares", "weighted", lambda: [real(5, 3), definite(5), real(5)], lambda X, W, y: np.linalg.lstsq(np.linalg.cholesky(W).T @ X, np.linalg.cholesky(W).T @ y, rcond=None)[0])
case("least-squares", "weighted-responses", lambda: [real(5, 3), definite(5), real(5, 4)], lambda X, W, y: np.linalg.lstsq(np.linalg.cholesky(W).T @ X, np.linalg.cholesky(W).T @ y, rcond=None)[0])
case("ridge-regression", "responses", lambda: [real(5, 3), real(5, 4), positive()], lambda X, Y, l: np.linalg.lstsq(np.vstack([X, math.sqrt(l) * np.eye(3)]), np.vstack([Y, np.zeros((3, 4))]), rcond=None)[0])
case("bayesian-regression", "mean", lambda: [real(5, 3), definite(3), real(3), real(5), positive()], lambda X, S, m, y, s: np.linalg.solve(np.linalg.inv(S) + X.T @ X / s**2, np.linalg.solve(S, m) + X.T @ y / s**2))
case("bayesian-regression", "covariance", lambda: [real(5, 3), definite(3), positive()], lambda X, S, s: np.linalg.inv(np.linalg.inv(S) + X.T @ X / s**2))
case("bayesian-regression", "mean-precision", lambda: [real(3, 3), real(), real(5, 3), real(5)], lambda S, b, X, y: b * np.einsum("ij,nj,n", S, X, y))
case("bayesian-regression", "precision", lambda: [positive(), positive(), real(5, 3)], lambda p, b, X: b * np.einsum("ni,nj->ij", X, X) + np.diag(np.full(3, p)))
case("bayesian-regression", "mean-combined", lambda: [real(3, 3), real(3, 3), real(3), real(), real(5, 3), real(5)], lambda S, P, m, b, X, y: S @ P @ m + b * S @ X.T @ y)
case("gaussian-conditional", "mean", lambda: [real(3), real(3, 4), definite(4), real(4), real(4)], lambda m, C, S, x, c: m + np.linalg.lstsq(S, C.T, rcond=None)[0].T @ (x - c))
case("gaussian-conditional", "covariance", lambda: [real(3, 3), real(3, 4), definite(4), real(4, 3)], lambda A, C, S, D: A - C @ np.linalg.solve(S, D))
case("gaussian-conditional", "covariance-transposed", lambda: [real(3, 3), real(3, 4), definite(4)], lambda A, C, S: A - C @ np.linalg.solve(S, C.T))
case("gaussian-conditional", "mean-number", lambda: [real(), real(), positive(), real(), real()], lambda m, c, s, x, d: m + c * (x - d) / s)
case("gaussian-conditional", "covariance-number", lambda: [real(), real(), positive(), real()], lambda v, c, s, d: v - c * d / s)
case("gaussian-conditional", "bivariate", lambda: [real(), between(-0.9, 0.9), positive(), positive(), real(), real()], lambda m, r, s, t, x, d: m + r * s * (x - d) / t)
case("gaussian-conditional", "factors", lambda: [real(3, 4), definite(3), real(3), real(3)], lambda L, P, x, m: np.linalg.solve(np.eye(4) + L.T @ np.linalg.solve(P, L), L.T @ np.linalg.solve(P, x - m)))
case("gaussian-conditional", "factors-covariance", lambda: [real(3, 4), definite(3)], lambda L, P: np.linalg.inv(np.eye(4) + L.T @ np.linalg.solve(P, L)))
case("two-by-two-eigenvalues", "larger", lambda: [symmetric(2)], lambda A: np.linalg.eigvalsh(A)[1])
case("two-by-two-eigenvalues", "smaller", lambda: [symmetric(2)], lambda A: np.linalg.eigvalsh(A)[0])
case("two-by-two-eigenvalues", "larger-given", lambda: [between(3, 5), between(0.1, 2)], lambda t, d: max(np.roots([1, -t, d])))
case("two-by-two-eigenvalues", "smaller-given", lambda: [between(3, 5), between(0.1, 2)], lambda t, d: min(np.roots([1, -t, d])))
case("nesterov-sequence", "extrapolation", lambda: [real(4), positive(), positive(), real(4)], lambda x, t, s, y: x * (1 + (t - 1) / s) - y * (t - 1) / s)
case("nesterov-sequence", "sequence", lambda: [positive()], lambda t: max(np.roots([1, -1, -t * t])))
case("nesterov-sequence", "strongly-convex", lambda: [real(4), positive(), real(4)], lambda x, k, y: x + math.tanh(math.log(k) / 4) * (x - y))
case("nesterov-sequence", "counted", lambda: [real(4), positive(), real(4)], lambda x, k, y: x + (1 - 3 / (k + 2)) * (x - y))
case("nesterov-sequence", "coefficient", lambda: [real(4), between(0.02, 0.98), between(0.02, 0.98), real(4)], lambda x, p, q, y: x + (p - p * p) * (x - y) / (q + p * p))
case("factor-update", "factor", lambda: [real(4), real(4), real(), real(), real(), positive()], lambda p, q, e, r, f, l: (1 - e * l) * p + e * (r - f) * q)
case("factor-update", "factor-error", lambda: [real(4), real(4), real(), real(), positive()], lambda p, q, e, r, l: (1 - e * l) * p + e * r * q)
case("factor-update", "bias", lambda: [real(), real(), real(), real(), positive()], lambda b, e, r, f, l: (1 - e * l) * b + e * (r - f))
case("factor-update", "bias-error", lambda: [real(), real(), real(), positive()], lambda b, e, r, l: (1 - e * l) * b + e * r)
case("factor-update", "prediction", lambda: [real(), real(), real(), real(4), real(4)], lambda m, b, c, p, q: m + b + c + np.einsum("k,k", p, q))
case("factor-update", "baseline", lambda: [real(), real(), real()], lambda m, b, c: np.sum([m, b, c]))
case("factorisation-machine", "pairs", lambda: [real(), real(5), real(5, 4), real(5)], lambda c, w, v, x: c + w @ x + sum(v[i] @ v[j] * x[i] * x[j] for i in range(5) for j in range(i)))
case("factorisation-machine", "quadratic", lambda: [real(), real(5), real(5, 5), real(5)], lambda c, w, v, x: c + w @ x + sum(v[i][j] * x[i] * x[j] for j in range(5) for i in range(j)))
case("factorisation-machine", "interactions", lambda: [real(5, 4), real(5)], lambda v, x: sum(v[i] @ v[j] * x[i] * x[j] for i in range(5) for j in range(i)))
case("factorisation-machine", "linear-time", lambda: [real(), real(5), real(5, 4), real(5)], lambda c, w, v, x: c + w @ x + (np.linalg.norm(x @ v) ** 2 - np.linalg.norm(x[:, None] * v) ** 2) / 2)
case("vector-angle", "angle", lambda: [real(5), real(5)], lambda x, y: math.atan2(math.sqrt((x @ x) * (y @ y) - (x @ y) ** 2), x @ y))
case("uniform-distribution", "density", lambda: [real(4), between(-3, 0), between(1, 3)], lambda x, a, b: st.uniform.pdf(x, a, b - a))
case("uniform-distribution", "distribution", lambda: [real(4), between(-3, 0), between(1, 3)], lambda x, a, b: st.uniform.cdf(x, a, b - a))
case("hypergeometric-probability", "standard", lambda: [between(0, 4), between(20, 30), between(8, 12), between(4, 6)], lambda k, N, K, n: scipy.special.binom(K, k) * scipy.special.binom(N - K, n - k) / scipy.special.binom(N, n))
case("warmup-schedule", "linear", lambda: [positive(), positive(), positive()], lambda e, t, w: e * t / max(t, w))
case("cosine-annealing", "after-warm-up", lambda: [positive(), between(5, 9), between(1, 4), between(10, 20)], lambda e, t, w, T: e * np.cos(np.pi * (t - w) / (T - w) / 2) ** 2)
case("cosine-annealing", "after-warm-up-least", lambda: [positive(), positive(), between(5, 9), between(1, 4), between(10, 20)], lambda f, e, t, w, T: f + (e - f) * np.cos(np.pi * (t - w) / (T - w) / 2) ** 2)
case("cosine-annealing", "to-zero", lambda: [positive(), whole(), between(10, 20)], lambda e, t, T: e * np.cos(np.pi * t / T / 2) ** 2)
case("exponential-decay", "polynomial", lambda: [positive(), between(1, 9), between(10, 20), positive()], lambda e, t, T, p: e * np.exp(p * np.log1p(-t / T)))
case("exponential-decay", "linear", lambda: [positive(), between(1, 9), between(10, 20)], lambda e, t, T: e * (T - t) / T)
case("exponential-decay", "stepwise", lambda: [positive(), between(0.02, 0.98), between(1, 30), between(2, 9)], lambda e, g, t, s: e * g ** (t // s))
case("rbf-kernel", "gamma-numbers", lambda: [real(4), real(4), positive()], lambda x, y, g: np.exp(-g * (x * x - 2 * x * y + y * y)))
case("rbf-kernel", "width-numbers", lambda: [real(4), real(4), positive()], lambda x, y, s: st.norm.pdf((x - y) / s) * math.sqrt(2 * math.pi))
case("rbf-kernel", "scaled", lambda: [real(5), real(5), positive(), positive()], lambda x, y, s, l: s**2 * math.exp(-np.linalg.norm((x - y) / l) ** 2 / 2))
case("rbf-kernel", "scaled-numbers", lambda: [real(4), real(4), positive(), positive()], lambda x, y, s, l: s**2 * st.norm.pdf((x - y) / l) * math.sqrt(2 * math.pi))
case("polynomial-kernel", "second-order", lambda: [real(5), real(5)], lambda x, y: np.polyval([1, 1, 1], x @ y))
case("support-vector-primal", "hinge-mean", lambda: [real(3), np.sign(real(5)), real(5, 3), real()], lambda w, y, x, b: np.mean(np.clip(1 - y * (x @ w + b), 0, None)))
case("support-vector-primal", "hinge-penalised", lambda: [real(3), np.sign(real(5)), real(5, 3), real(), positive()], lambda w, y, x, b, l: np.mean(np.clip(1 - y * (x @ w + b), 0, None)) + l * np.linalg.norm(w) ** 2)
case("support-vector-primal", "hinge-penalised-half", lambda: [real(3), np.sign(real(5)), real(5, 3), real(), positive()], lambda w, y, x, b, l: np.mean(np.clip(1 - y * (x @ w + b), 0, None)) + l / 2 * np.linalg.norm(w) ** 2)
case("support-vector-primal", "hinge-sum-penalised", lambda: [real(3), np.sign(real(5)), real(5, 3), real(), positive()], lambda w, y, x, b, l: np.sum(np.clip(1 - y * (x @ w + b), 0, None)) + l * np.linalg.norm(w) ** 2)
case("support-vector-primal", "slack-lagrangian", lambda: [real(3), np.sign(real(5)), real(5, 3), real(), positive(), positive(5), positive(5), positive(5)], lambda w, y, x, b, c, s, a, m: w @ w / 2 + np.sum((c - a - m) * s) + a @ (1 - y * (x @ w + b)))
case("support-vector-weights", "offset", lambda: [real(), real(5), np.sign(real(5)), real(5, 3), real(3)], lambda t, a, y, x, z: t - np.einsum("n,n,nd,d", a, y, x, z))
case("support-vector-weights", "offset-weights", lambda: [real(), real(3), real(3)], lambda t, w, x: t - np.einsum("d,d", w, x))
case("bellman-equation", "policy", lambda: [simplex(4), real(4), between(0.02, 0.98), simplex(4, 3), real(3)], lambda p, r, g, P, v: np.einsum("a,a", p, r) + g * np.einsum("a,as,s", p, P, v))
case("bellman-equation", "policy-columns", lambda: [simplex(4), real(4), between(0.02, 0.98), real(3, 4), real(3)], lambda p, r, g, P, v: np.einsum("a,a", p, r) + g * np.einsum("a,sa,s", p, P, v))
case("bellman-equation", "joint", lambda: [simplex(4), real(3, 2, 4), real(2), between(0.02, 0.98), real(3)], lambda p, P, r, g, v: np.einsum("a,sra,sr", p, P, r[None] + g * v[:, None]))
case("bellman-equation", "joint-action", lambda: [real(3, 2), real(2), between(0.02, 0.98), real(3)], lambda P, r, g, v: np.einsum("sr,r->", P, r) + g * np.einsum("sr,s->", P, v))
case("bellman-equation", "chain", lambda: [real(), between(0.02, 0.98), simplex(3), real(3)], lambda r, g, P, v: r + np.sum(g * P * v))
case("bellman-equation", "transition", lambda: [simplex(3), real(3), between(0.02, 0.98), real(3)], lambda P, r, g, v: np.sum(P * r) + g * np.sum(P * v))
case("bellman-equation", "optimal", lambda: [real(4), between(0.02, 0.98), real(3, 4), real(3)], lambda r, g, P, v: np.max(r + g * np.einsum("sa,s->a", P, v)))
case("bellman-equation", "optimal-transition", lambda: [real(3, 4), real(3), between(0.02, 0.98), real(3)], lambda P, r, g, v: np.max(np.einsum("sa,s->a", P, r + g * v)))
case("bellman-equation", "optimal-joint", lambda: [real(3, 2, 4), real(2), between(0.02, 0.98), real(3)], lambda P, r, g, v: np.max(np.einsum("sra,sr->a", P, r[None] + g * v[:, None])))
case("bellman-equation", "optimal-action", lambda: [real(), between(0.02, 0.98), simplex(3), real(3, 4)], lambda r, g, P, q: r + g * sum(p * max(x) for p, x in zip(P, q)))
case("bellman-equation", "following", lambda: [real(), between(0.02, 0.98), simplex(3), simplex(3, 4), real(3, 4)], lambda r, g, P, p, q: r + g * np.einsum("s,sa,sa", P, p, q))
case("bellman-equation", "actions", lambda: [simplex(4), real(4)], lambda p, q: np.einsum("a,a", p, q))
case("bellman-equation", "matrix", lambda: [real(3), between(0.02, 0.98), simplex(3, 3), real(3)], lambda r, g, P, v: r + np.einsum("st,t->s", g * P, v))
case("bellman-equation", "solved", lambda: [simplex(3, 3), between(0.02, 0.98), real(3)], lambda P, g, r: np.linalg.solve(np.eye(3) - g * P, r))
case("action-value-update", "loss", lambda: [real(), real(), real(4), between(0.02, 0.98)], lambda q, r, n, g: (q - r - g * np.max(n)) ** 2)
case("action-value-update", "ratio", lambda: [between(0.02, 0.98), between(0.02, 0.98)], lambda p, q: p / q)
case("action-value-update", "return-advantage", lambda: [real(), real()], lambda g, v: g - v)
case("diffusion-posterior", "signal-alpha", lambda: [real(4), real(4), between(0.02, 0.98), between(0.02, 0.98), between(0.02, 0.98)], lambda x, z, a, p, c: ((1 - p) * a**0.5 * x + (1 - a) * p**0.5 * z) / (1 - c))
case("diffusion-posterior", "sample", lambda: [real(4), real(4), between(0.02, 0.98), between(0.02, 0.98), positive(), real(4)], lambda x, e, a, c, s, z: x / a**0.5 - (1 - a) * e / (a * (1 - c)) ** 0.5 + s * z)
case("diffusion-posterior", "implicit", lambda: [real(4), real(4), between(0.2, 0.6), between(0.1, 0.5), real(4)], lambda x, e, c, s, z: math.sqrt(c) * x + math.sqrt(1 - c - s * s) * e + s * z)
case("diffusion-schedule", "signal-to-noise", lambda: [between(0.02, 0.98)], lambda a: 1 / (1 / a - 1))
case("diffusion-schedule", "signal-to-noise-scales", lambda: [positive(), positive()], lambda a, s: (a / s) ** 2)
case("diffusion-forward", "two-steps", lambda: [real(4), real(4), between(0.02, 0.98), between(0.02, 0.98)], lambda x, e, a, b: math.sqrt(a) * math.sqrt(b) * x + math.sqrt(1 - a * b) * e)
case("diffusion-forward", "scales", lambda: [real(4), real(4), positive(), positive()], lambda x, e, a, s: np.sum([a * x, s * e], axis=0))
case("hidden-markov-recursion", "viterbi-log", lambda: [real(4), real(4, 4), real(4)], lambda d, t, e: e + np.max(d[:, None] + t, axis=0))
case("hidden-markov-recursion", "rows", lambda: [positive(4, 4)], lambda c: np.einsum("ij,i->ij", c, 1 / np.sum(c, axis=1)))
case("newton-step", "damped", lambda: [real(), real(), positive(), positive()], lambda x, f, g, l: np.interp(l, [0, 4], [x, x - 4 * f / g]))
case("newton-step", "fixed-secant", lambda: [real(), real(), real(), real()], lambda x, y, f, g: (x * g - y * f) / (g - f))
case("newton-step", "fixed", lambda: [real(), real(), positive()], lambda x, f, g: (x * g - f) / g)
case("newton-step", "vector", lambda: [real(3), invertible(3), real(3)], lambda x, H, g: x - np.linalg.solve(H, g))
case("quadrature", "richardson-difference", lambda: [real(), real(), real()], lambda u, v, q: (q * u - v) / (q - 1))
case("linear-prediction", "line", lambda: [real(), real(), real(4)], lambda b, w, x: np.polyval([w, b], x))
case("linear-prediction", "line-noise", lambda: [real(), real(), real(4), real(4)], lambda b, w, x, e: np.polyval([w, b], x) + e)
case("linear-prediction", "noise", lambda: [real(5, 3), real(3), real(5)], lambda X, w, e: e + np.einsum("nd,d->n", X, w))
case("layer-gradients", "error", lambda: [real(2, 3), real(2), real(3)], lambda W, d, s: s * np.einsum("qd,q->d", W, d))
case("layer-gradients", "error-columns", lambda: [real(2, 3), real(2, 4), real(3, 4)], lambda W, d, s: s * np.einsum("qd,qm->dm", W, d))
case("layer-gradients", "error-one", lambda: [real(2), real(2), real()], lambda w, d, s: s * np.einsum("q,q", w, d))
case("attention-context", "rows", lambda: [simplex(5), real(5, 3)], lambda a, h: np.einsum("n,nd->d", a, h))
case("attention-context", "numbers", lambda: [simplex(5), real(5)], lambda a, h: np.einsum("n,n", a, h))
case("attention-context", "all", lambda: [simplex(4, 5), real(5, 3)], lambda a, h: np.einsum("mn,nd->md", a, h))
case("attention-context", "all-numbers", lambda: [simplex(4, 5), real(5)], lambda a, h: np.einsum("mn,n->m", a, h))
case("attention-energy", "two", lambda: [real(4), real(4, 3), real(3), real(4, 4), real(4)], lambda v, W, s, U, h: np.sum(v * np.tanh(np.hstack([W, U]) @ np.append(s, h))))
case("attention-energy", "joined", lambda: [real(4), real(4, 3), real(3)], lambda v, W, s: np.sum(v * np.tanh(np.einsum("hd,d->h", W, s))))
case("attention-energy", "bilinear", lambda: [real(3), real(3, 4), real(4)], lambda s, W, h: np.einsum("d,dk,k", s, W, h))
case("word-probability", "all", lambda: [real(5, 3), real(3)], lambda u, v: scipy.special.softmax(np.einsum("nd,d->n", u, v)))
case("word-probability", "one", lambda: [real(3), real(3), real(5, 3)], lambda o, v, u: math.exp(o @ v) / np.sum(np.exp(u @ v)))
case("word-probability", "loss", lambda: [real(3), real(3), real(5, 3)], lambda o, v, u: scipy.special.logsumexp(u @ v) - o @ v)
case("page-rank", "sum", lambda: [between(0.02, 0.98), whole(), real(5), positive(5)], lambda d, N, r, L: (1 - d) / N + d * np.einsum("n,n", r, 1 / L))
case("page-rank", "unscaled", lambda: [between(0.02, 0.98), real(5), positive(5)], lambda d, r, L: 1 + d * (np.einsum("n,n", r, 1 / L) - 1))
case("page-rank", "matrix", lambda: [between(0.02, 0.98), real(5, 5), real(5)], lambda d, M, r: (1 - d) / len(r) + np.einsum("ij,j->i", d * M, r))
case("interpolation-polynomial", "line", lambda: [real(), real(), real(), real(), real()], lambda x, p, q, b, a: np.polyval(np.polyfit([a, b], [p, q], 1), x))
case("interpolation-polynomial", "line-weights", lambda: [real(), real(), real(), real(), real()], lambda x, b, a, p, q: np.polyval(np.polyfit([a, b], [p, q], 1), x))
case("interpolation-polynomial", "difference", lambda: [real(), real(), real(), real()], lambda p, q, a, b: np.polyfit([a, b], [p, q], 1)[0])
case("central-difference", "forward", lambda: [real(), real(), positive()], lambda a, v, h: np.gradient([v, a], h)[0])
case("central-difference", "second", lambda: [real(), real(), real(), positive()], lambda a, v, b, h: ((a - v) / h - (v - b) / h) / h)
case("moment-generating-function", "normal", lambda: [real(4), real(), positive()], lambda t, m, s: st.lognorm.mean(np.abs(t * s), scale=np.exp(m * t)))
case("moment-generating-function", "gamma", lambda: [between(0.1, 0.5), positive(), between(1, 3)], lambda t, a, b: np.exp(-a * np.log1p(-t / b)))
case("moment-generating-function", "gamma-scale", lambda: [between(0.1, 0.5), positive(), between(0.5, 1.5)], lambda t, a, b: np.exp(-a * np.log1p(-t * b)))
case("moment-generating-function", "exponential", lambda: [between(0.1, 0.5), between(1, 3)], lambda t, l: 1 / (1 - t / l))
case("moment-generating-function", "poisson", lambda: [real(4), positive()], lambda t, l: np.exp(l * np.expm1(t)))
case("moment-generating-function", "binomial", lambda: [real(4), whole(), between(0.02, 0.98)], lambda t, n, p: np.exp(n * np.log1p(p * np.expm1(t))))
case("moment-generating-function", "bernoulli", lambda: [real(4), between(0.02, 0.98)], lambda t, p: 1 + p * np.expm1(t))
case("random-numbers", "normal", lambda: [between(0.02, 0.98, 4), between(0.02, 0.98, 4)], lambda u, v: np.real(np.sqrt(-2 * np.log(u)) * np.exp(2j * np.pi * v)))
case("random-numbers", "normal-sine", lambda: [between(0.02, 0.98, 4), between(0.02, 0.98, 4)], lambda u, v: np.imag(np.sqrt(-2 * np.log(u)) * np.exp(2j * np.pi * v)))
case("random-numbers", "exponential", lambda: [between(0.02, 0.98, 4), positive()], lambda u, l: st.expon.ppf(u, scale=1 / l))
case("random-numbers", "exponential-short", lambda: [between(0.02, 0.98, 4), positive()], lambda u, l: st.expon.isf(u, scale=1 / l))
case("random-numbers", "gumbel", lambda: [between(0.02, 0.98, 4)], lambda u: st.gumbel_r.ppf(u))
case("partial-correlation", "standard", lambda: [between(-0.4, 0.4), between(-0.4, 0.4), between(-0.4, 0.4)], lambda a, b, c: -np.linalg.inv([[1, a, b], [a, 1, c], [b, c, 1]])[0][1] / math.sqrt(np.linalg.inv([[1, a, b], [a, 1, c], [b, c, 1]])[0][0] * np.linalg.inv([[1, a, b], [a, 1, c], [b, c, 1]])[1][1]))
case("correlation", "given", lambda: [real(), positive(), positive()], lambda c, s, t: c / (s * t))
case("correlation", "variances", lambda: [real(), positive(), positive()], lambda c, s, t: c / math.sqrt(s * t))
case("correlation", "sums", lambda: [real(), positive(), positive()], lambda c, s, t: c / math.sqrt(s * t))
case("schur-complement", "standard", lambda: [real(4, 4), real(4, 5), invertible(5), real(5, 4)], lambda D, C, A, B: D - C @ np.linalg.solve(A, B))
case("schur-complement", "woodbury", lambda: [definite(5), real(5, 3) / 9, definite(3), real(3, 5) / 9], lambda A, U, C, V: np.linalg.inv(A + U @ C @ V))
case("schur-complement", "sherman-morrison", lambda: [definite(5), real(5) / 9, real(5) / 9], lambda A, u, v: np.linalg.inv(A + np.outer(u, v)))
case("schur-complement", "householder", lambda: [real(5)], lambda v: np.eye(5) - 2 * np.outer(v / np.linalg.norm(v), v / np.linalg.norm(v)))
case("determinant", "two", lambda: [real(), real(), real(), real()], lambda a, b, c, d: np.linalg.det([[a, b], [c, d]]))
case("regression-likelihood", "gaussian", lambda: [real(5), real(5, 3), real(3), positive()], lambda y, X, w, s: np.sum(st.norm.logpdf(y, X @ w, s)))
case("regression-likelihood", "weighted-squares", lambda: [positive(5), real(5), real(5, 3), real(3)], lambda w, y, X, t: np.einsum("n,n", w, (y - X @ t) ** 2))
case("regression-likelihood", "weighted-squares-half", lambda: [positive(5), real(5), real(5, 3), real(3)], lambda w, y, X, t: np.einsum("n,n", w, (y - X @ t) ** 2) / 2)
case("regression-likelihood", "squares-half", lambda: [real(5), real(5, 3), real(3)], lambda y, X, t: np.linalg.norm(y - X @ t) ** 2 / 2)
case("action-value-update", "generalised-sum", lambda: [real(5), between(0.02, 0.98), between(0.02, 0.98)], lambda d, g, l: np.polynomial.polynomial.polyval(g * l, d))
case("dense", "row", lambda: [real(3), real(3, 2), real(2)], lambda x, w, b: b + np.einsum("d,dq->q", x, w))
case("dense", "plain", lambda: [real(2, 3), real(3)], lambda w, x: np.einsum("qd,d->q", w, x))
case("gradient-ascent", "standard", lambda: [real(4), real(4), real()], lambda w, g, e: w + e * g)
case("residual", "standard", lambda: [real(4), real(4)], lambda y, f: y - f)
case("residual", "linear", lambda: [real(5), real(5, 3), real(3)], lambda y, X, b: y - np.einsum("nd,d->n", X, b))
case("arrangements", "permutations", lambda: [between(5, 9), between(1, 4)], lambda n, m: math.exp(scipy.special.gammaln(n + 1) - scipy.special.gammaln(n - m + 1)))
case("arrangements", "combinations", lambda: [between(5, 9), between(1, 4)], lambda n, m: scipy.special.binom(n, m))
case("support-vector-weights", "numbers", lambda: [real(5), np.sign(real(5)), real(5)], lambda a, y, x: np.einsum("n,n,n", a, y, x))
case("residual-objective", "plain-responses", lambda: [real(5, 3), real(3, 4), real(5, 4)], lambda X, w, y: np.linalg.norm(y - X @ w) ** 2)
case("residual-objective", "ridge-responses", lambda: [real(5, 3), real(3, 4), real(5, 4), positive()], lambda X, w, y, l: np.linalg.norm(y - X @ w) ** 2 + l * np.linalg.norm(w) ** 2)
case("covariance-matrix", "columns", lambda: [real(3, 5)], lambda X: np.einsum("dn,en->de", X, X) / 5)
case("covariance-matrix", "columns-sample", lambda: [real(3, 5)], lambda X: np.einsum("dn,en->de", X, X) / 4)

print(json.dumps({"numpy": np.__version__, "cases": cases}, separators=(",", ":")).replace('{"entry"', '\n{"entry"'))
