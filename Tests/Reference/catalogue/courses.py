"""Values of what courses of machine learning, statistics and numerical analysis state: recursions, mixtures, trees, tests, layers.

    python3 courses.py > courses.json

From NumPy, SciPy and PyTorch. Each case holds the arguments (shape and row-major elements) and the value; no gradients.
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
rng = np.random.default_rng(20251123)
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


case("joint-entropy", "natural", lambda: [positive(3, 4)], lambda p: np.sum(scipy.special.entr(p)))
case("joint-entropy", "base-2", lambda: [positive(3, 4)], lambda p: np.sum(scipy.special.entr(p)) / np.log(2))
case("conditional-entropy", "natural", lambda: [positive(3, 4), positive(3, 4)], lambda p, q: np.sum(-p * np.log(q)))
case("conditional-entropy", "base-2", lambda: [positive(3, 4), positive(3, 4)], lambda p, q: np.sum(-p * np.log2(q)))
case("conditional-entropy", "ratio", lambda: [positive(3, 4), positive(3)], lambda p, r: np.sum(scipy.special.entr(p)) + np.sum(p.sum(1) * np.log(r)))
case("conditional-entropy", "ratio-columns", lambda: [positive(3, 4), positive(4)], lambda p, r: np.sum(scipy.special.entr(p)) + np.sum(p.sum(0) * np.log(r)))
case("conditional-entropy", "nested", lambda: [positive(3), positive(3, 4)], lambda r, q: r @ scipy.special.entr(q).sum(axis=1))
case("conditional-entropy", "nested-columns", lambda: [positive(4), positive(3, 4)], lambda r, q: r @ scipy.special.entr(q).sum(axis=0))
case("conditional-entropy", "nested-base-2", lambda: [positive(3), positive(3, 4)], lambda r, q: r @ scipy.special.entr(q).sum(axis=1) / np.log(2))
case("mutual-information", "natural", lambda: [positive(3, 4), positive(3), positive(4)], lambda p, u, v: np.sum(p * np.log(p)) - p.sum(1) @ np.log(u) - p.sum(0) @ np.log(v))
case("mutual-information", "base-2", lambda: [positive(3, 4), positive(3), positive(4)], lambda p, u, v: np.sum(p * np.log2(p)) - p.sum(1) @ np.log2(u) - p.sum(0) @ np.log2(v))
case("mutual-information", "conditional", lambda: [positive(3, 4), positive(3, 4), positive(3)], lambda p, q, u: np.sum(p * np.log(q)) - p.sum(1) @ np.log(u))
case("mutual-information", "conditional-columns", lambda: [positive(3, 4), positive(3, 4), positive(4)], lambda p, q, u: np.sum(p * np.log(q)) - p.sum(0) @ np.log(u))
case("information-gain", "shares", lambda: [positive(), positive(), positive(4), positive(4)], lambda h, n, c, e: h - c @ e / n)
case("information-gain", "after", lambda: [positive(), positive(4), positive(4)], lambda n, c, e: c @ e / n)
case("information-gain", "weights", lambda: [positive(), positive(4), positive(4)], lambda h, w, e: h - w @ e)
case("k-means-objective", "assigned", lambda: [positive(5, 2), real(5, 3), real(2, 3)], lambda r, x, m: np.einsum('nk,nkd,nkd->', r, x[:, None] - m, x[:, None] - m))
case("k-means-objective", "one", lambda: [real(5, 3), real(3)], lambda x, m: np.linalg.norm(x - m) ** 2)
case("mixture-update", "means", lambda: [positive(5, 2), real(5, 3)], lambda g, x: np.stack([np.average(x, axis=0, weights=g[:, k]) for k in range(2)]))
case("mixture-update", "means-counted", lambda: [positive(5, 2), real(5, 3), positive(2)], lambda g, x, n: np.einsum('nk,nd->kd', g, x) / n[:, None])
case("mixture-update", "means-transposed", lambda: [positive(2, 5), real(5, 3)], lambda g, x: np.stack([np.average(x, axis=0, weights=g[k]) for k in range(2)]))
case("mixture-update", "means-numbers", lambda: [positive(5, 2), real(5)], lambda g, x: np.stack([np.average(x, weights=g[:, k]) for k in range(2)]))
case("mixture-update", "weights", lambda: [positive(5, 2)], lambda g: np.sum(g, axis=0) / 5)
case("mixture-update", "weights-transposed", lambda: [positive(2, 5)], lambda g: np.sum(g, axis=1) / 5)
case("mixture-update", "variances", lambda: [positive(5, 2), real(5), real(2)], lambda g, x, m: np.stack([np.average((x - m[k]) ** 2, weights=g[:, k]) for k in range(2)]))
case("mixture-update", "variances-counted", lambda: [positive(5, 2), real(5), real(2), positive(2)], lambda g, x, m, n: np.stack([g[:, k] @ (x - m[k]) ** 2 / n[k] for k in range(2)]))
case("mixture-update", "covariance-counted", lambda: [positive(5), real(5, 3), real(3), positive()], lambda g, x, m, n: np.einsum('n,ni,nj->ij', g, x - m, x - m) / n)
case("mixture-update", "mean", lambda: [positive(5), real(5, 3), positive()], lambda g, x, n: np.einsum('n,nd->d', g, x) / n)
case("mixture-update", "mean-number", lambda: [positive(5), real(5), positive()], lambda g, x, n: g @ x / n)
case("mixture-update", "covariance", lambda: [positive(5), real(5, 3), real(3)], lambda g, x, m: np.einsum('n,ni,nj->ij', g, x - m, x - m) / np.sum(g))
case("responsibilities", "single", lambda: [positive(4), positive(4)], lambda p, f: np.exp(np.log(p) + np.log(f) - np.log(p @ f)))
case("responsibilities", "points", lambda: [positive(4), positive(3, 4)], lambda p, f: np.exp(np.log(p) + np.log(f) - np.log(f @ p)[:, None]))
case("responsibilities", "points-transposed", lambda: [positive(4), positive(4, 3)], lambda p, f: np.exp(np.log(p)[:, None] + np.log(f) - np.log(p @ f)))
case("hidden-markov-recursion", "forward", lambda: [positive(3), positive(3, 3), positive(3)], lambda a, A, b: np.einsum('i,ij,j->j', a, A, b))
case("hidden-markov-recursion", "backward", lambda: [positive(3, 3), positive(3), positive(3)], lambda A, b, c: np.einsum('ij,j,j->i', A, b, c))
case("hidden-markov-recursion", "viterbi", lambda: [positive(3), positive(3, 3), positive(3)], lambda d, A, b: np.max(np.diag(d) @ A, axis=0) * b)
case("hidden-markov-recursion", "posterior", lambda: [positive(3), positive(3)], lambda a, b: np.exp(np.log(a) + np.log(b) - np.log(a @ b)))
case("hidden-markov-recursion", "start", lambda: [positive(3), positive(3)], lambda p, b: np.exp(np.log(p) + np.log(b)))
case("support-vector-primal", "lagrangian", lambda: [real(3), positive(5), np.sign(real(5)), real(5, 3), real()], lambda w, a, y, x, b: w @ w / 2 + np.sum(a) - np.einsum('i,i,ij,j', a, y, x, w) - b * a @ y)
case("support-vector-primal", "hinge", lambda: [real(3), positive(), np.sign(real(5)), real(5, 3), real()], lambda w, c, y, x, b: w @ w / 2 + c * np.sum(np.clip(1 - y * (x @ w + b), 0, None)))
case("support-vector-primal", "slack", lambda: [real(3), positive(), positive(5)], lambda w, c, s: w @ w / 2 + np.sum(c * s))
case("support-vector-weights", "standard", lambda: [positive(5), np.sign(real(5)), real(5, 3)], lambda a, y, x: np.einsum('i,i,ij->j', a, y, x))
case("support-vector-weights", "kernel", lambda: [positive(5), np.sign(real(5)), real(5), real()], lambda a, y, k, b: np.einsum('i,i,i', a, y, k) + b)
case("support-vector-weights", "decision", lambda: [positive(5), np.sign(real(5)), real(5, 3), real(3), real()], lambda a, y, x, z, b: np.einsum('i,i,ij,j', a, y, x, z) + b)
case("margin-width", "both", lambda: [real(4)], lambda w: 2 * (w @ w) ** -0.5)
case("margin-width", "one", lambda: [real(4)], lambda w: (w @ w) ** -0.5)
case("hyperplane-distance", "distance", lambda: [real(3), real(3), real()], lambda w, x, b: np.abs(np.inner(w, x) + b) * (w @ w) ** -0.5)
case("hyperplane-distance", "signed", lambda: [real(3), real(3), real()], lambda w, x, b: (np.inner(w, x) + b) * (w @ w) ** -0.5)
case("hyperplane-distance", "labelled", lambda: [real(3), real(3), real(), np.sign(real())], lambda w, x, b, y: np.copysign(1, y) * (np.inner(w, x) + b) * (w @ w) ** -0.5)
case("hyperplane-distance", "line", lambda: [real(), real(), real(), real(), real()], lambda a, b, c, x, y: np.abs(np.dot([a, b, c], [x, y, 1])) / np.hypot(a, b))
case("hyperplane-distance", "plane", lambda: [real(), real(), real(), real(), real(), real(), real()], lambda a, b, c, d, x, y, z: np.abs(np.dot([a, b, c, d], [x, y, z, 1])) / np.linalg.norm([a, b, c]))
case("boosted-tree", "weight", lambda: [real(4), positive(4), positive()], lambda g, h, l: np.negative(g) * np.reciprocal(h + l))
case("boosted-tree", "sums", lambda: [real(4), positive(4), positive()], lambda g, h, l: -np.sum(g) * np.reciprocal(np.sum(h) + l))
case("boosted-tree", "objective", lambda: [real(4), positive(4), positive(), positive(), positive()], lambda g, h, l, c, t: c * t - np.sum(g * g / (h + l)) / 2)
case("boosted-tree", "objective-sized", lambda: [real(4), positive(4), positive(), positive()], lambda g, h, l, c: c * 4 - np.sum(g * g / (h + l)) / 2)
case("boosted-tree", "penalty-sized", lambda: [positive(), positive(), real(4)], lambda c, l, w: c * 4 + l * (w @ w) / 2)
case("boosted-tree", "gain", lambda: [real(), real(), positive(), positive(), positive(), positive()], lambda g, k, h, m, l, c: np.dot([g * g, k * k, -(g + k) ** 2], 1 / np.array([h + l, m + l, h + m + l])) / 2 - c)
case("boosted-tree", "gain-plain", lambda: [real(), real(), positive(), positive(), positive()], lambda g, k, h, m, l: np.dot([g * g, k * k, -(g + k) ** 2], 1 / np.array([h + l, m + l, h + m + l])))
case("boosted-tree", "penalty", lambda: [positive(), positive(), positive(), real(4)], lambda c, t, l, w: c * t + l * (w @ w) / 2)
case("weighted-vote", "sum", lambda: [real(5), real(5)], lambda a, h: np.sum(a * h))
case("weighted-vote", "sign", lambda: [real(5), real(5)], lambda a, h: np.sign(np.sum(a * h)))
case("weighted-vote", "error", lambda: [positive(5), np.sign(real(5)), np.sign(real(5))], lambda w, h, y: np.sum(w[h != y]))
case("weighted-vote", "normaliser", lambda: [positive(5), real(), np.sign(real(5)), np.sign(real(5))], lambda w, a, y, h: np.sum(w * np.where(y == h, np.exp(-a), np.exp(a))))
case("layer-gradients", "weights-mean", lambda: [real(4, 5), real(3, 5)], lambda z, a: np.einsum('qm,dm->qd', z, a) / 5)
case("layer-gradients", "weights", lambda: [real(4, 5), real(3, 5)], lambda z, a: np.einsum('qm,dm->qd', z, a))
case("layer-gradients", "weights-turned", lambda: [real(5), real(3, 5)], lambda z, a: np.einsum('m,dm->d', z, a) / 5)
case("layer-gradients", "weights-scaled", lambda: [real(4, 5), real(3, 5), positive()], lambda z, a, m: np.einsum('qm,dm->qd', z, a) / m)
case("layer-gradients", "rows", lambda: [real(5, 3), real(5, 4)], lambda a, z: np.einsum('md,mq->dq', a, z))
case("layer-gradients", "input", lambda: [real(4, 3), real(4, 5)], lambda w, z: np.einsum('qd,qm->dm', w, z))
case("layer-gradients", "output", lambda: [real(4), real(4)], lambda a, y: np.add(a, -y))
case("attention-projection", "rows", lambda: [real(3, 4), real(4, 2)], lambda x, w: np.einsum('nd,dk->nk', x, w))
case("attention-projection", "row", lambda: [real(4), real(4, 2)], lambda x, w: np.einsum('d,dk->k', x, w))
case("attention-projection", "columns", lambda: [real(2, 4), real(4, 3)], lambda w, x: np.einsum('kd,dn->kn', w, x))
case("attention-projection", "column", lambda: [real(2, 4), real(4)], lambda w, x: np.einsum('kd,d->k', w, x))
case("gated-linear-unit", "swish", lambda: [real(3), real(3, 4), real(3, 4)], lambda x, w, v: F.silu(t(x @ w)).numpy() * (x @ v))
case("gated-linear-unit", "swish-biased", lambda: [real(3), real(3, 4), real(4), real(3, 4), real(4)], lambda x, w, b, v, c: F.silu(t(x @ w + b)).numpy() * (x @ v + c))
case("gated-linear-unit", "sigmoid", lambda: [real(3), real(3, 4), real(4), real(3, 4), real(4)], lambda x, w, b, v, c: scipy.special.expit(x @ w + b) * (x @ v + c))
case("gated-linear-unit", "gelu", lambda: [real(3), real(3, 4), real(3, 4)], lambda x, w, v: F.gelu(t(x @ w)).numpy() * (x @ v))
case("gated-linear-unit", "projected", lambda: [real(3), real(3, 4), real(3, 4), real(4, 3)], lambda x, w, v, u: (F.silu(t(x @ w)).numpy() * (x @ v)) @ u)
case("low-rank-adaptation", "layer", lambda: [real(4, 3), real(3), real(4, 2), real(2, 3), real(), positive()], lambda w, x, b, a, s, r: (w + s * (b @ a) / r) @ x)
case("low-rank-adaptation", "weights", lambda: [real(4, 3), real(4, 2), real(2, 3), real(), positive()], lambda w, b, a, s, r: w + np.einsum('qr,rd->qd', b, a) * s / r)
case("convolution-arithmetic", "transposed", lambda: [whole(), whole(), whole(), whole()], lambda n, s, p, k: n * s - s - p - p + k)
case("convolution-arithmetic", "transposed-padded", lambda: [whole(), whole(), whole(), whole(), whole()], lambda n, s, p, k, q: n * s - s - p - p + k + q)
case("convolution-arithmetic", "field-backwards", lambda: [whole(), whole(), whole()], lambda r, s, k: r * s - s + k)
case("convolution-arithmetic", "field-forwards", lambda: [whole(), whole(), whole()], lambda r, k, j: np.polynomial.polynomial.polyval(j, [r, k - 1]))
case("convolution-arithmetic", "field-product", lambda: [whole(), whole(), positive(4)], lambda r, k, s: r + (k - 1) * np.exp(np.sum(np.log(s))))
case("convolution-arithmetic", "dilated", lambda: [whole(), whole()], lambda k, d: k * d - d + 1)
case("convolution-arithmetic", "dilated-turned", lambda: [whole(), whole()], lambda k, d: k * d - d + 1)
case("convolution-arithmetic", "parameters", lambda: [whole(), whole(), whole(), whole()], lambda h, w, c, o: h * w * c * o + o)
case("scale-and-shift", "standard", lambda: [real(4), real(4), real(4)], lambda g, x, b: np.diag(np.outer(g, x)) + b)
case("rotary-encoding", "first", lambda: [real(4), real(4), real(4), real(4)], lambda x, y, m, t: np.real((x + 1j * y) * np.exp(1j * m * t)))
case("rotary-encoding", "second", lambda: [real(4), real(4), real(4), real(4)], lambda x, y, m, t: np.imag((x + 1j * y) * np.exp(1j * m * t)))
case("rotary-encoding", "angle", lambda: [whole(), between(4, 16)], lambda i, d: np.exp(-2 * i * np.log(1e4) / d))
case("residual-connection", "standard", lambda: [real(4), real(4)], lambda f, x: np.sum([f, x], axis=0))
case("preference-loss", "rewards", lambda: [real(4), real(4)], lambda a, b: -np.log(scipy.special.expit(a - b)))
case("preference-loss", "probability", lambda: [real(4), real(4)], lambda a, b: np.exp(a) / (np.exp(a) + np.exp(b)))
case("preference-loss", "policies", lambda: [positive(), positive(), positive(), positive(), positive()], lambda p, q, u, v, b: -np.log(scipy.special.expit(b * np.log(p * v / (q * u)))))
case("policy-gradient-loss", "loss", lambda: [positive(4), real(4)], lambda p, a: np.log(1 / p) * a)
case("policy-gradient-loss", "objective", lambda: [positive(4), real(4)], lambda p, a: np.log(p) * a)
case("policy-gradient-loss", "sum", lambda: [positive(4), real(4)], lambda p, a: np.dot(np.log(p), a))
case("policy-gradient-loss", "loss-sum", lambda: [positive(4), real(4)], lambda p, a: np.dot(np.log(1 / p), a))
case("action-value-update", "target", lambda: [real(), real(4), between(0.1, 0.9)], lambda r, q, g: r + g * np.sort(q)[-1])
case("action-value-update", "update", lambda: [real(), real(), real(4), between(0.1, 0.9), between(0.1, 0.9)], lambda v, r, q, a, g: (1 - a) * v + a * (r + g * np.sort(q)[-1]))
case("action-value-update", "error", lambda: [real(), real(), real(4), between(0.1, 0.9)], lambda v, r, q, g: r + g * np.sort(q)[-1] - v)
case("action-value-update", "state", lambda: [positive(4), real(4)], lambda p, q: np.einsum('a,a', p, q))
case("action-value-update", "advantage", lambda: [real(), real()], lambda q, v: np.subtract(q, v))
case("action-value-update", "generalised", lambda: [real(), real(), between(0.1, 0.9), between(0.1, 0.9)], lambda d, a, g, l: np.polynomial.polynomial.polyval(g * l, [d, a]))
case("negative-sampling-loss", "loss", lambda: [real(3), real(3), real(4, 3)], lambda u, v, w: -np.log(scipy.special.expit(u @ v)) - np.sum(np.log(scipy.special.expit(-w @ v))))
case("negative-sampling-loss", "objective", lambda: [real(3), real(3), real(4, 3)], lambda u, v, w: np.log(scipy.special.expit(u @ v)) + np.sum(np.log(scipy.special.expit(-w @ v))))
case("diffusion-schedule", "kept", lambda: [between(0.02, 0.98, 4)], lambda b: np.add(1, -b))
case("diffusion-schedule", "product", lambda: [between(0.02, 0.98, 4)], lambda a: np.exp(np.sum(np.log(a))))
case("diffusion-schedule", "recursive", lambda: [between(0.02, 0.98), between(0.02, 0.98)], lambda a, b: np.exp(np.log(a) + np.log(b)))
case("diffusion-schedule", "ratio", lambda: [between(0.02, 0.98)], lambda a: scipy.special.expit(scipy.special.logit(a)) / (1 - a))
case("guidance", "towards", lambda: [real(4), real(4), real()], lambda u, c, s: (1 - s) * u + s * c)
case("guidance", "beyond", lambda: [real(4), real(4), real()], lambda u, c, s: c + s * (c - u))
case("reparameterisation", "deviation", lambda: [real(4), positive(4), real(4)], lambda m, s, e: np.diag(np.outer(s, e)) + m)
case("reparameterisation", "log-variance", lambda: [real(4), real(4), real(4)], lambda m, s, e: m + np.sqrt(np.exp(s)) * e)
case("optimal-discriminator", "standard", lambda: [positive(4), positive(4)], lambda p, q: 1 / (1 + q / p))
case("decoupled-weight-decay", "standard", lambda: [real(4), real(4), positive(4), positive(), positive(), positive()], lambda w, m, v, e, l, s: (1 - e * l) * w - e * m / (np.sqrt(v) + s))
case("decoupled-weight-decay", "inside", lambda: [real(4), real(4), positive(4), positive(), positive(), positive()], lambda w, m, v, e, l, s: (1 - e * l) * w - e * m * (v + s) ** -0.5)
case("decoupled-weight-decay", "apart", lambda: [real(4), real(4), positive(4), positive(), positive(), positive()], lambda w, m, v, e, l, s: (1 - l) * w - e * m / (np.sqrt(v) + s))
case("mixture-density", "standard", lambda: [positive(4), positive(4)], lambda p, f: np.einsum('k,k', p, f))
case("mixture-density", "log-likelihood", lambda: [positive(4), positive(3, 4)], lambda p, f: np.sum(np.log(np.einsum('nk,k->n', f, p))))
case("entropy", "counts", lambda: [positive(4), positive()], lambda n, t: np.sum(scipy.special.entr(n / t)))
case("entropy", "counts-base-2", lambda: [positive(4), positive()], lambda n, t: np.sum(scipy.special.entr(n / t)) / np.log(2))
case("gini-impurity", "counts", lambda: [positive(4), positive()], lambda n, t: 1 - n @ n / t**2)
case("gini-impurity", "two", lambda: [between(0.02, 0.98, 4)], lambda p: 0.5 - 2 * (p - 0.5) ** 2)
case("recurrent-layer", "columns-linear", lambda: [real(4, 3), real(3), real(4, 4), real(4), real()], lambda w, x, u, h, b: np.hstack([w, u]) @ np.append(x, h) + b)
case("recurrent-layer", "joined", lambda: [real(4, 3), real(3), real()], lambda w, x, b: scipy.special.expit(np.einsum('hd,d->h', w, x) + b))
case("recurrent-layer", "joined-state", lambda: [real(4, 3), real(3), real()], lambda w, x, b: np.tanh(np.einsum('hd,d->h', w, x) + b))
case("recurrent-layer", "reset-columns", lambda: [real(4, 3), real(3), real(4, 4), between(0.02, 0.98, 4), real(4), real()], lambda w, x, u, r, h, b: np.tanh(np.einsum('hd,d->h', w, x) + np.einsum('hk,k,k->h', u, r, h) + b))

print(json.dumps({"numpy": np.__version__, "torch": torch.__version__.split("+")[0], "cases": cases}, separators=(",", ":")).replace('{"entry"', '\n{"entry"'))
