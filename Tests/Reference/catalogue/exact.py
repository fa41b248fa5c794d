"""Values of every entry's standard convention at its sample and its stress samples, and gradients beside the sample, from the
defining formula in 1000 digits with mpmath: what rounding, overflow and cancellation do to an implementation shows against it.

    gloss catalogue --format json | python3 exact.py > exact.json

Only the arguments come from the catalogue. Gradients are central differences of the formula's sum with a step of 1e-60;
they are taken away from the sample, where no kink lies.
"""

import json
import sys

import mpmath as mp
import numpy as np

mp.mp.dps = 1000


def each(function):
    return np.frompyfunc(function, 1, 1)


def quotient(a, b):
    if b != 0:
        return a / b
    return mp.nan if a == 0 or mp.isnan(a) else mp.inf * mp.sign(a)


def raised(a, b):
    if a == 0:
        return mp.mpf(1) if b == 0 else (mp.inf if b < 0 else mp.mpf(0))
    return mp.power(a, b)


exp, log, sqrt, tanh, cos, atan = each(mp.exp), each(mp.log), each(mp.sqrt), each(mp.tanh), each(mp.cos), each(mp.atan)
gamma, rgamma, erfc, sign, floor, size = each(mp.gamma), each(mp.rgamma), each(mp.erfc), each(mp.sign), each(mp.floor), each(abs)
div, power = np.frompyfunc(quotient, 2, 1), np.frompyfunc(raised, 2, 1)
largest, least = np.frompyfunc(max, 2, 1), np.frompyfunc(min, 2, 1)
xlogy = np.frompyfunc(lambda x, y: mp.mpf(0) if x == 0 else x * mp.log(y), 2, 1)
where = np.frompyfunc(lambda c, a, b: a if c else b, 3, 1)
pi, one, half = mp.pi, mp.mpf(1), mp.mpf(1) / 2


def total(x):
    return np.sum(x) if np.ndim(x) else x


def mean(x):
    return total(x) / np.size(x)


def norm(x):
    return mp.sqrt(total(x * x))


def softmax(x):
    powers = exp(x)
    return powers / np.sum(powers, axis=-1, keepdims=True)


def centred(x, axis=None):
    return x - np.sum(x, axis=axis, keepdims=True) / (np.size(x) if axis is None else x.shape[axis])


def standard(x, axis, epsilon):
    c = centred(x, axis)
    return c / sqrt(np.sum(c * c, axis=axis, keepdims=True) / x.shape[axis] + epsilon)


def matrix(a):
    return mp.matrix(a.tolist())


def inverse(a):
    return np.array((matrix(a) ** -1).tolist(), dtype=object)


def det(a):
    return mp.det(matrix(a))


def solve(a, b):
    return np.array([v for v in mp.lu_solve(matrix(a), mp.matrix(b.tolist()))], dtype=object)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def relu(x):
    return where(x > 0, x, mp.mpf(0))


def elu(x, a):
    return where(x > 0, x, a * (exp(least(x, 0)) - 1))


def clip(x, low, high):
    return least(largest(x, mp.mpf(low)), mp.mpf(high))


def variance(x):
    return mean(centred(x) ** 2)


def covariance(x, y):
    return mean(centred(x) * centred(y))


def divergence(p, q):
    return total(xlogy(p, p) - xlogy(p, q))


def normal(x, m, s):
    return exp(-(((x - m) / s) ** 2) / 2) / (s * mp.sqrt(2 * pi))


def huber(r, d):
    return where(size(r) <= d, r * r / 2, d * (size(r) - d / 2))


def hinge_rows(y, s, margin):
    rows = []
    for label, row in zip(y, s):
        right = row[int(label)]
        rows.append(sum(max(mp.mpf(0), v - right + margin) for j, v in enumerate(row) if j != int(label)))
    return np.array(rows, dtype=object)


def accuracy(y, p):
    chosen = [max(range(len(row)), key=lambda j: (row[j], -j)) for row in p]
    return mp.mpf(sum(int(a) == b for a, b in zip(y, chosen))) / len(chosen)


def confusion(tp, tn, fp, fn):
    return div(tp * tn - fp * fn, sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)))


def selu(x):
    return mp.mpf("1.0507009873554804934193349852946") * elu(x, mp.mpf("1.6732632423543772848170429916717"))


def step_adam(w, g, m, v, t, eta, b1, b2, eps):
    m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g * g
    return w - eta * (m / (1 - b1**t)) / (sqrt(v / (1 - b2**t)) + eps)


def gradient_rows(X, w, y, b):
    return X.T @ (X @ w + b - y) / X.shape[0]


FORMULAS = {
    # Activations
    "sigmoid": sigmoid,
    "log-sigmoid": lambda x: -log(1 + exp(-x)),
    "softplus": lambda x: log(1 + exp(x)),
    "tanh": tanh,
    "tanh-shrink": lambda x: x - tanh(x),
    "softsign": lambda x: x / (1 + size(x)),
    "hard-tanh": lambda x: clip(x, -1, 1),
    "hard-sigmoid": lambda x: clip(x / 6 + half, 0, 1),
    "hard-swish": lambda x: x * clip(x + 3, 0, 6) / 6,
    "hard-shrink": lambda x, l: where(size(x) > l, x, mp.mpf(0)),
    "soft-shrink": lambda x, l: where(size(x) > l, x - sign(x) * l, mp.mpf(0)),
    "relu": relu,
    "relu6": lambda x: clip(x, 0, 6),
    "leaky-relu": lambda x, a: where(x > 0, x, a * x),
    "prelu": lambda x, a: where(x > 0, x, a * x),
    "elu": elu,
    "celu": lambda x, a: where(x > 0, x, a * (exp(least(x, 0) / a) - 1)),
    "selu": selu,
    "gelu": lambda x: x * erfc(-x / mp.sqrt(2)) / 2,
    "swish": lambda x, b: x * sigmoid(b * x),
    "mish": lambda x: x * tanh(log(1 + exp(x))),
    "identity": lambda x: x,
    "step": lambda x: where(x > 0, mp.mpf(1), mp.mpf(0)),
    "softmax": softmax,
    "softmin": lambda x: softmax(-x),
    "softmax-temperature": lambda z, t: softmax(z / t),
    "log-softmax": lambda x: log(softmax(x)),
    "log-sum-exp": lambda x: mp.log(total(exp(x))),
    "logit": lambda p: log(div(p, 1 - p)),
    "odds": lambda p: div(p, 1 - p),
    # Losses
    "squared-error": lambda y, p: (p - y) ** 2,
    "half-squared-error": lambda y, p: (p - y) ** 2 / 2,
    "mean-squared-error": lambda y, p: mean((p - y) ** 2),
    "sum-of-squared-errors": lambda y, p: total((p - y) ** 2),
    "root-mean-squared-error": lambda y, p: mp.sqrt(mean((p - y) ** 2)),
    "mean-absolute-error": lambda y, p: mean(size(p - y)),
    "mean-absolute-percentage-error": lambda y, p: mean(size((y - p) / y)),
    "symmetric-mean-absolute-percentage-error": lambda y, p: 2 * mean(size(y - p) / (size(y) + size(p))),
    "weighted-mean-absolute-percentage-error": lambda y, p: total(size(y - p)) / total(size(y)),
    "squared-logarithmic-error": lambda y, p: mean((log(1 + y) - log(1 + p)) ** 2),
    "log-cosh-loss": lambda y, p: log(each(mp.cosh)(p - y)),
    "huber-loss": lambda y, p, d: huber(p - y, d),
    "quantile-loss": lambda y, p, t: largest(t * (y - p), (t - 1) * (y - p)),
    "hinge-loss": lambda y, f: relu(1 - y * f),
    "multiclass-hinge-loss": hinge_rows,
    "margin-ranking-loss": lambda a, b, y, m: relu(-y * (a - b) + m),
    "margin-logistic-loss": lambda y, f: log(1 + exp(-y * f)),
    "exponential-loss": lambda y, f: exp(-y * f),
    "triplet-loss": lambda p, n, m: relu(p - n + m),
    "cross-entropy": lambda y, p: -total(xlogy(y, p)),
    "binary-cross-entropy": lambda y, p: -xlogy(y, p) - xlogy(1 - y, 1 - p),
    "softmax-cross-entropy": lambda y, o: total(y * (mp.log(total(exp(o))) - o)),
    "negative-log-likelihood": lambda p: -log(p),
    "poisson-negative-log-likelihood": lambda y, l: l - xlogy(y, l),
    "gaussian-negative-log-likelihood": lambda y, m, s: (log(s * s) + ((y - m) / s) ** 2) / 2,
    "focal-loss": lambda p, g: -power(1 - p, g) * log(p),
    "binary-focal-loss": lambda p, g, a: -a * power(1 - p, g) * log(p),
    "label-smoothing": lambda y, e: (1 - e) * y + e / len(y),
    "brier-score": lambda y, p: mean((p - y) ** 2),
    "perplexity": lambda p: mp.exp(-mean(log(p))),
    "linear-regression-loss": lambda X, w, y, b: mean((X @ w + b - y) ** 2) / 2,
    "linear-regression-loss-example": lambda x, w, y, b: (x @ w + b - y) ** 2 / 2,
    "l1-penalty": lambda w, l: l * total(size(w)),
    "l2-penalty": lambda w, l: l / 2 * total(w * w),
    # Metrics
    "accuracy": accuracy,
    "precision": lambda a, b: div(a, a + b),
    "recall": lambda a, b: div(a, a + b),
    "specificity": lambda a, b: div(a, a + b),
    "false-positive-rate": lambda a, b: div(a, a + b),
    "f1-score": lambda p, r: div(2 * p * r, p + r),
    "f-beta-score": lambda p, r, b: (1 + b * b) * div(p * r, b * b * p + r),
    "dice-coefficient": lambda a, b, c: div(2 * a, 2 * a + b + c),
    "intersection-over-union": lambda a, b, c: div(a, a + b + c),
    "matthews-correlation": confusion,
    "cohen-kappa": lambda o, e: div(o - e, 1 - e),
    "r-squared": lambda y, p: 1 - total((y - p) ** 2) / total(centred(y) ** 2),
    "adjusted-r-squared": lambda r, n, p: 1 - (1 - r) * (n - 1) / (n - p - 1),
    "explained-variance": lambda y, p: 1 - variance(y - p) / variance(y),
    "peak-signal-to-noise-ratio": lambda m, e: 10 * log(m * m / e) / mp.log(10),
    "information-criteria": lambda k, l: 2 * k - 2 * log(l),
    "gini-impurity": lambda p: 1 - total(p * p),
    # Probability
    "bayes-rule": lambda l, p, e: div(l * p, e),
    "joint-distribution": lambda c, m: c * m[:, None],
    "marginal-distribution": lambda j: np.sum(j, axis=0),
    "conditional-distribution": lambda j: div(j, np.sum(j, axis=1, keepdims=True)),
    "expectation": lambda x, p: x @ p,
    "mean": mean,
    "variance": variance,
    "variance-about-mean": lambda x, m: mean((x - m) ** 2),
    "standard-deviation": lambda x: mp.sqrt(variance(x)),
    "standard-error": lambda s, n: s / sqrt(n),
    "covariance": covariance,
    "covariance-matrix": lambda X: centred(X, 0).T @ centred(X, 0) / X.shape[0],
    "correlation": lambda x, y: quotient(total(centred(x) * centred(y)), norm(centred(x)) * norm(centred(y))),
    "entropy": lambda p: -total(xlogy(p, p)),
    "kl-divergence": divergence,
    "jensen-shannon-divergence": lambda p, q: (divergence(p, (p + q) / 2) + divergence(q, (p + q) / 2)) / 2,
    "gaussian-kl-divergence": lambda m, s, n, t: log(t / s) + (s * s + (m - n) ** 2) / (2 * t * t) - half,
    "additive-smoothing": lambda n, a: (n + a) / (total(n) + a * len(n)),
    "beta-binomial-estimate": lambda k, n, a, b: (k + a - 1) / (n + a + b - 2),
    "normal-density": normal,
    "normal-log-density": lambda x, m, s: -(((x - m) / s) ** 2) / 2 - log(s) - mp.log(2 * pi) / 2,
    "normal-distribution-function": lambda x, m, s: erfc(-(x - m) / (s * mp.sqrt(2))) / 2,
    "half-normal-density": lambda x, s: 2 * normal(x, 0, s),
    "log-normal-distribution": lambda x, m, s: normal(log(x), m, s) / x,
    "multivariate-normal-density": lambda x, m, S: mp.exp(-((x - m) @ inverse(S) @ (x - m)) / 2)
    / mp.sqrt((2 * pi) ** len(x) * det(S)),
    "exponential-density": lambda x, l: l * exp(-l * x),
    "exponential-distribution-function": lambda x, l: 1 - exp(-l * x),
    "laplace-density": lambda x, m, b: exp(-size(x - m) / b) / (2 * b),
    "cauchy-density": lambda x, m, g: 1 / (pi * g * (1 + ((x - m) / g) ** 2)),
    "cauchy-distribution-function": lambda x, m, g: half + atan((x - m) / g) / pi,
    "logistic-density": lambda x, m, s: sigmoid((x - m) / s) * sigmoid(-(x - m) / s) / s,
    "logistic-distribution-function": lambda x, m, s: sigmoid((x - m) / s),
    "gumbel-density": lambda x, m, b: exp(-((x - m) / b) - exp(-(x - m) / b)) / b,
    "gumbel-distribution-function": lambda x, m, b: exp(-exp(-(x - m) / b)),
    "gamma-density": lambda x, a, b: b**a / gamma(a) * power(x, a - 1) * exp(-b * x),
    "inverse-gamma-density": lambda x, a, b: b**a / gamma(a) * power(x, -a - 1) * exp(-b / x),
    "beta-density": lambda x, a, b: gamma(a + b) / (gamma(a) * gamma(b)) * power(x, a - 1) * power(1 - x, b - 1),
    "chi-square-density": lambda x, k: power(x, k / 2 - 1) * exp(-x / 2) / (2 ** (k / 2) * gamma(k / 2)),
    "student-t-density": lambda x, n: gamma((n + 1) / 2)
    / (sqrt(n * pi) * gamma(n / 2))
    * power(1 + x * x / n, -(n + 1) / 2),
    "weibull-density": lambda x, k, l: k / l * power(x / l, k - 1) * exp(-power(x / l, k)),
    "weibull-distribution-function": lambda x, k, l: 1 - exp(-power(x / l, k)),
    "pareto-density": lambda x, a, m: a * power(m, a) / power(x, a + 1),
    "pareto-distribution-function": lambda x, a, m: 1 - power(m / x, a),
    "rayleigh-density": lambda x, s: x / s**2 * exp(-x * x / (2 * s * s)),
    "maxwell-density": lambda x, a: mp.sqrt(2 / pi) * x * x / a**3 * exp(-x * x / (2 * a * a)),
    "bernoulli-probability": lambda x, p: power(p, x) * power(1 - p, 1 - x),
    "binomial-probability": lambda k, n, p: gamma(n + 1)
    * rgamma(k + 1)
    * rgamma(n - k + 1)
    * power(p, k)
    * power(1 - p, n - k),
    "poisson-probability": lambda k, l: power(l, k) * exp(-l) / gamma(k + 1),
    "geometric-probability": lambda k, p: power(1 - p, k - 1) * p,
    "negative-binomial-probability": lambda k, r, p: gamma(k + r) / (gamma(k + 1) * gamma(r)) * power(p, r) * power(1 - p, k),
    "bernoulli-moments": lambda p: p * (1 - p),
    "beta-moments": lambda a, b: a / (a + b),
    "binomial-moments": lambda n, p: n * p,
    "exponential-moments": lambda l: 1 / l,
    "gamma-moments": lambda a, b: a / b,
    "geometric-moments": lambda p: 1 / p,
    "laplace-moments": lambda b: 2 * b * b,
    "log-normal-moments": lambda m, s: exp(m + s * s / 2),
    "normal-moments": lambda s: log(2 * pi * mp.e * s * s) / 2,
    "uniform-moments": lambda a, b: (a + b) / 2,
    # Algebra
    "dot-product": lambda x, y: x @ y,
    "linear-kernel": lambda x, y: x @ y,
    "polynomial-kernel": lambda x, y, g, c, d: power(g * (x @ y) + c, d),
    "rbf-kernel": lambda x, y, g: mp.exp(-g * total((x - y) ** 2)),
    "cosine-similarity": lambda x, y: quotient(x @ y, norm(x) * norm(y)),
    "cosine-distance": lambda x, y: 1 - quotient(x @ y, norm(x) * norm(y)),
    "euclidean-distance": lambda x, y: norm(x - y),
    "squared-euclidean-distance": lambda x, y: total((x - y) ** 2),
    "manhattan-distance": lambda x, y: total(size(x - y)),
    "chebyshev-distance": lambda x, y: max(size(x - y)),
    "minkowski-distance": lambda x, y, p: power(total(power(size(x - y), p)), 1 / p),
    "l1-norm": lambda x: total(size(x)),
    "l2-norm": norm,
    "squared-l2-norm": lambda x: total(x * x),
    "lp-norm": lambda x, p: power(total(power(size(x), p)), 1 / p),
    "max-norm": lambda x: max(size(x)),
    "frobenius-norm": norm,
    "unit-vector": lambda x: div(x, norm(x)),
    "weight-normalisation": lambda v, g: g * v / norm(v),
    "min-max-scaling": lambda x: div(x - min(x), max(x) - min(x)),
    "standardisation": lambda x, m, s: (x - m) / s,
    "hadamard-product": lambda a, b: a * b,
    "outer-product": np.outer,
    "matrix-product": lambda a, b: a @ b,
    "matrix-vector-product": lambda a, x: a @ x,
    "transpose": lambda a: a.T,
    "trace": np.trace,
    "determinant": det,
    "inverse": inverse,
    "quadratic-roots": lambda a, b, c: (-b + sqrt(b * b - 4 * a * c)) / (2 * a),
    "linear-interpolation": lambda x, y, t: (1 - t) * x + t * y,
    "central-difference": lambda a, b, h: (a - b) / (2 * h),
    # Regression
    "linear-prediction": lambda X, w, b: X @ w + b,
    "linear-regression-gradient": lambda X, w, y: gradient_rows(X, w, y, 0),
    "least-squares": lambda X, y: solve(X.T @ X, X.T @ y),
    "ridge-regression": lambda X, y, l: solve(X.T @ X + l * np.eye(X.shape[1], dtype=int).astype(object), X.T @ y),
    "regression-slope": lambda x, y: total(centred(x) * centred(y)) / total(centred(x) ** 2),
    "logistic-regression": lambda w, x, b: sigmoid(w @ x + b),
    "logistic-regression-gradient": lambda X, p, y: X.T @ (p - y) / X.shape[0],
    "perceptron": lambda w, x, b: mp.sign(w @ x + b),
    # Layers
    "dense": lambda x, W, b: W @ x + b,
    "mlp": lambda x, W, b, V, c: V @ relu(W @ x + b) + c,
    "dropout": lambda x, m, p: x * m / (1 - p),
    "batch-normalisation": lambda x, g, b, e: g * standard(x, 0, e) + b,
    "layer-normalisation": lambda x, g, b, e: g * standard(x, -1, e) + b,
    "rms-normalisation": lambda x, g, e: x / sqrt(total(x * x) / len(x) + e) * g,
    "attention-scores": lambda Q, K: Q @ K.T / mp.sqrt(Q.shape[1]),
    "scaled-dot-product-attention": lambda Q, K, V: softmax(Q @ K.T / mp.sqrt(Q.shape[1])) @ V,
    "recurrent-layer": lambda X, W, H, U, b: tanh(X @ W + H @ U + b),
    "gated-interpolation": lambda z, h, n: z * h + (1 - z) * n,
    "gated-output": lambda o, c: o * tanh(c),
    "lstm-cell-state": lambda f, c, i, g: f * c + i * g,
    "convolution-output-size": lambda n, k, p, s: floor((n + 2 * p - k) / s) + 1,
    "xavier-initialisation": lambda a, b: 2 / (a + b),
    "he-initialisation": lambda a: 2 / a,
    # Steps
    "gradient-descent": lambda w, g, e: w - e * g,
    "minibatch-gradient-step": lambda X, w, y, b, e, l: w - e * (gradient_rows(X, w, y, b) + l * w),
    "weight-decay": lambda w, g, e, l: (1 - e * l) * w - e * g,
    "momentum": lambda v, g, b: b * v + g,
    "momentum-velocity": lambda v, g, b, e: b * v - e * g,
    "moving-average": lambda v, x, b: b * v + (1 - b) * x,
    "first-moment": lambda m, g, b: b * m + (1 - b) * g,
    "second-moment": lambda v, g, b: b * v + (1 - b) * g * g,
    "adaboost-weight": lambda e: (log(1 - e) - log(e)) / 2,
    "adaboost-reweighting": lambda w, a, y, h, z: w * exp(-a * y * h) / z,
    "discounted-gain": lambda r: total(r * mp.log(2) / log(np.array([mp.mpf(i + 2) for i in range(len(r))], dtype=object))),
    "info-nce": lambda p, s, t: mp.log(total(exp(s / t))) - p / t,
    "discounted-return": lambda r, g: total(r * np.array([g**k for k in range(len(r))], dtype=object)),
    "clipped-objective": lambda r, A, e: least(r * A, least(largest(r, 1 - e), 1 + e) * A),
    "test-statistic": lambda x, m, s, n: (x - m) / (s / sqrt(n)),
    "margin-of-error": lambda z, s, n: z * s / sqrt(n),
    "pooled-variance": lambda s, t, n, m: ((n - 1) * s * s + (m - 1) * t * t) / (n + m - 2),
    "variance-inflation": lambda r: 1 / (1 - r),
    "multiple-testing": lambda a, m: 1 - power(1 - a, 1 / m),
    "brevity-penalty": lambda c, r: exp(least(mp.mpf(0), 1 - r / c)),
    "diffusion-forward": lambda x, e, a: sqrt(a) * x + sqrt(1 - a) * e,
    "diffusion-posterior": lambda x, e, a, b, c: (x - b / sqrt(1 - c) * e) / sqrt(a),
    "weighted-mean": lambda w, x: total(w * x) / total(w),
    "support-vector-dual": lambda a, y, x: total(a) - total((a * y) @ x * ((a * y) @ x)) / 2,
    "contrastive-loss": lambda y, d, m: y * d * d + (1 - y) * largest(mp.mpf(0), m - d) ** 2,
    "positional-encoding": lambda p, i, d: each(mp.sin)(p / power(mp.mpf(10000), 2 * i / d)),
    "term-weighting": lambda f, N, n: f * log(N / n),
    "logistic-curve": lambda x, L, k, m: L / (1 + exp(-k * (x - m))),
    "upper-confidence-bound": lambda q, t, n, c: q + c * sqrt(log(t) / n),
    "chi-square-statistic": lambda o, e: total((o - e) ** 2 / e),
    "rank-correlation": lambda d: 1 - 6 * total(d * d) / (mp.mpf(len(d)) * (len(d) ** 2 - 1)),
    "vector-projection": lambda a, b: total(a * b) / total(b * b) * b,
    "rayleigh-quotient": lambda A, x: total(x * (A @ x)) / total(x * x),
    "warmup-schedule": lambda d, t, w: least(1 / sqrt(t), t / (w * sqrt(w))) / sqrt(d),
    "clip": lambda x, a, b: least(largest(x, a), b),
    "binary-entropy": lambda p: -xlogy(p, p) - xlogy(1 - p, 1 - p),
    "joint-entropy": lambda p: -total(xlogy(p, p)),
    "conditional-entropy": lambda p, q: -total(xlogy(p, q)),
    "mutual-information": lambda p, u, v: total(xlogy(p, p / np.multiply.outer(u, v))),
    "information-gain": lambda h, n, c, e: h - total(c / n * e),
    "k-means-objective": lambda r, x, m: total(r * np.sum((x[:, None] - m) ** 2, axis=2)),
    "mixture-update": lambda g, x: (g.T @ x) / np.sum(g, axis=0)[:, None],
    "responsibilities": lambda p, f: p * f / total(p * f),
    "hidden-markov-recursion": lambda a, A, b: (a @ A) * b,
    "support-vector-primal": lambda w, a, y, x, b: total(w * w) / 2 + total(a * (1 - y * (x @ w + b))),
    "support-vector-weights": lambda a, y, x: (a * y) @ x,
    "margin-width": lambda w: 2 / norm(w),
    "hyperplane-distance": lambda w, x, b: abs(total(w * x) + b) / norm(w),
    "boosted-tree": lambda g, h, l: -g / (h + l),
    "weighted-vote": lambda a, h: total(a * h),
    "layer-gradients": lambda z, a: z @ a.T / mp.mpf(z.shape[1]),
    "attention-projection": lambda x, w: x @ w,
    "gated-linear-unit": lambda x, w, v: (x @ w) / (1 + exp(-(x @ w))) * (x @ v),
    "low-rank-adaptation": lambda w, x, b, a, s, r: w @ x + s / r * (b @ (a @ x)),
    "convolution-arithmetic": lambda n, s, p, k: (n - 1) * s - 2 * p + k,
    "scale-and-shift": lambda g, x, b: g * x + b,
    "rotary-encoding": lambda x, y, m, s: x * cos(m * s) - y * each(mp.sin)(m * s),
    "residual-connection": lambda f, x: f + x,
    "preference-loss": lambda a, b: log(1 + exp(b - a)),
    "policy-gradient-loss": lambda p, a: -log(p) * a,
    "action-value-update": lambda r, q, g: r + g * max(q),
    "negative-sampling-loss": lambda u, v, w: log(1 + exp(-total(u * v))) + total(log(1 + exp(w @ v))),
    "diffusion-schedule": lambda b: 1 - b,
    "guidance": lambda u, c, s: u + s * (c - u),
    "reparameterisation": lambda m, s, e: m + s * e,
    "optimal-discriminator": lambda p, q: p / (p + q),
    "decoupled-weight-decay": lambda w, m, v, e, l, s: w - e * (m / (sqrt(v) + s) + l * w),
    "mixture-density": lambda p, f: total(p * f),
    "quadrature": lambda a, b, u, v: (b - a) / 2 * (u + v),
    "one-step-method": lambda y, h, f: y + h * f,
    "newton-step": lambda x, f, g: x - f / g,
    "variance-ratio": lambda s, t: s / t,
    "sample-size": lambda z, s, e: (z * s / e) ** 2,
    "regression-diagnostics": lambda e, p, s, h: e * e / (p * s * s) * h / (1 - h) ** 2,
    "normal-sample-likelihood": lambda x, m, s: -mp.mpf(len(x)) / 2 * mp.log(2 * pi * s * s) - total((x - m) ** 2) / (2 * s * s),
    "relative-effect": lambda a, b, c, d: a * d / (b * c),
    "false-negative-rate": lambda a, b: a / (a + b),
    "false-discovery-rate": lambda a, b: a / (a + b),
    "negative-predictive-value": lambda a, b: a / (a + b),
    "ranking-metrics": lambda r: total(1 / r) / len(r),
    "coordinates": lambda r, t: r * cos(t),
    "sequence-sums": lambda n, a, b: n * (a + b) / 2,
    "interest": lambda p, r, n: p * power(1 + r, n),
    "residual-objective": lambda X, w, y, l: total((y - X @ w) ** 2) + l * total(w * w),
    "scatter-matrix": lambda m, n: np.multiply.outer(m - n, m - n),
    "bias-correction": lambda v, t, b: v / (1 - b**t),
    "adagrad": lambda w, g, s, e, eps: w - e * g / sqrt(s + g * g + eps),
    "rmsprop": lambda w, g, s, e, b, eps: w - e * g / sqrt(b * s + (1 - b) * g * g + eps),
    "adam": step_adam,
    "adam-update": lambda w, m, v, e, eps: w - e * m / (sqrt(v) + eps),
    "gradient-clipping": lambda g, t: min(one, quotient(t, norm(g))) * g,
    "exponential-decay": lambda e, g, t: e * power(g, t),
    "cosine-annealing": lambda a, b, t, T: a + (b - a) / 2 * (1 + cos(t * pi / T)),
    "temporal-difference-update": lambda v, r, n, a, g: v + a * (r + g * n - v),
    "regression-sums": lambda y: total(centred(y) ** 2),
    "residual-variance": lambda s, n: mp.sqrt(s / (n - 2)),
    "coefficient-test": lambda b, s: b / s,
    "projection-matrix": lambda X: X @ inverse(X.T @ X) @ X.T,
    "bayesian-regression": lambda X, S, m, y, s: m + S @ X.T @ inverse(X @ S @ X.T + s * s * np.array([[mp.mpf(i == j) for j in range(len(X))] for i in range(len(X))], dtype=object)) @ (y - X @ m),
    "gaussian-conditional": lambda m, C, S, x, c: m + C @ inverse(S) @ (x - c),
    "two-by-two-eigenvalues": lambda A: (A[0][0] + A[1][1] + mp.sqrt((A[0][0] - A[1][1]) ** 2 + 4 * A[0][1] * A[1][0])) / 2,
    "nesterov-sequence": lambda x, t, s, y: x + (t - 1) / s * (x - y),
    "factor-update": lambda p, q, e, r, f, l: p + e * ((r - f) * q - l * p),
    "factorisation-machine": lambda c, w, v, x: c + total(w * x) + sum(total(v[i] * v[j]) * x[i] * x[j] for i in range(len(x)) for j in range(i)),
    "vector-angle": lambda x, y: mp.acos(total(x * y) / (norm(x) * norm(y))),
    "uniform-distribution": lambda x, a, b: where((x >= a) & (x <= b), 1 / (b - a), mp.mpf(0)),
    "hypergeometric-probability": lambda k, N, K, n: mp.binomial(K, k) * mp.binomial(N - K, n - k) / mp.binomial(N, n),
    "bellman-equation": lambda p, r, g, P, v: total(p * (r + g * (P @ v))),
    "attention-context": lambda a, h: a @ h,
    "attention-energy": lambda v, W, s, U, h: total(v * tanh(W @ s + U @ h)),
    "word-probability": lambda u, v: softmax(u @ v),
    "page-rank": lambda d, N, r, L: (1 - d) / N + d * total(r / L),
    "interpolation-polynomial": lambda x, p, q, b, a: p + (q - p) / (b - a) * (x - a),
    "moment-generating-function": lambda t, m, s: exp(m * t + s * s * t * t / 2),
    "random-numbers": lambda u, v: sqrt(-2 * log(u)) * cos(2 * pi * v),
    "partial-correlation": lambda a, b, c: (a - b * c) / mp.sqrt((1 - b * b) * (1 - c * c)),
    "schur-complement": lambda D, C, A, B: D - C @ inverse(A) @ B,
    "regression-likelihood": lambda y, X, w, s: -len(y) * (mp.log(s) + mp.log(2 * pi) / 2) - total((y - X @ w) ** 2) / (2 * s * s),
    "gradient-ascent": lambda w, g, e: w + e * g,
    "residual": lambda y, f: y - f,
    "arrangements": lambda n, m: mp.gamma(n + 1) / mp.gamma(n - m + 1),
    "activated-layer": lambda W, x, b: sigmoid(W @ x + b),
    "feed-forward-network": lambda x, W, b, U, c: relu(x @ W + b) @ U + c,
    "delta-rule": lambda w, e, y, f, x: w + e * (y - f) * x,
    "mahalanobis-distance": lambda x, m, S: mp.sqrt(total((x - m) * (inverse(S) @ (x - m)))),
    "penalised-loss": lambda J, l, w: J + l / 2 * total(w * w),
    "graph-laplacian": lambda D, A: D - A,
    "translation-score": lambda b, w, p: b * exp(total(w * log(p))),
    "adadelta": lambda d, s, g, e: sqrt(d + e) / sqrt(s + e) * g,
    "hypergeometric-moments": lambda n, K, N: n * K / N,
    "chi-square-moments": lambda k: 2 * k,
    "student-t-moments": lambda v: v / (v - 2),
}

# Class indices and the conditions that the labels of some losses are: no gradient is taken for them.
FIXED = {"accuracy": [0], "multiclass-hinge-loss": [0]}


def argument(value):
    def convert(v):
        if isinstance(v, list):
            return [convert(item) for item in v]
        return mp.mpf({"Infinity": "inf", "-Infinity": "-inf", "NaN": "nan"}.get(v, v))

    return np.array(convert(value), dtype=object)[()] if isinstance(value, list) else convert(value)


def spell(v):
    v = mp.mpf(v)
    # What a double holds: beyond its range the value is infinite, below it is zero.
    found = float(v)
    if mp.isnan(v):
        return "NaN"
    if found in (float("inf"), float("-inf")):
        return "Infinity" if found > 0 else "-Infinity"
    return found


def pack(value):
    value = np.asarray(value, dtype=object)
    return {"shape": list(value.shape), "elements": [spell(v) for v in value.ravel().tolist()]}


def moved(arguments, parameters):
    """Beside the sample: variables grow by distinct steps, hyperparameters shrink."""
    place, result = 0, []
    for value, parameter in zip(arguments, parameters):
        if parameter["default"] is not None:
            result.append(value - value * mp.mpf(13) / 1024)
            continue
        steps = []
        for _ in range(np.size(value)):
            place += 1
            steps.append(mp.mpf(place) * 7 / 512)
        step = np.array(steps, dtype=object).reshape(np.shape(value)) if np.ndim(value) else steps[0]
        result.append(value + step)
    # As doubles, so that both sides take the same numbers.
    return [np.array([mp.mpf(float(v)) for v in np.ravel(r)], dtype=object).reshape(np.shape(r))[()] for r in result]


def gradients(function, arguments, fixed):
    step = mp.mpf(10) ** -60
    result = []
    for i, value in enumerate(arguments):
        if i in fixed:
            result.append(None)
            continue
        flat = list(np.ravel(value))
        slopes = []
        for j in range(len(flat)):
            sides = []
            for shift in (step, -step):
                changed = flat.copy()
                changed[j] += shift
                inner = arguments.copy()
                inner[i] = np.array(changed, dtype=object).reshape(np.shape(value)) if np.ndim(value) else changed[0]
                sides.append(total(function(*inner)))
            slopes.append((sides[0] - sides[1]) / (2 * step))
        result.append(pack(np.array(slopes, dtype=object).reshape(np.shape(value))))
    return result


def main():
    result = []
    for entry in json.load(sys.stdin):
        function, parameters = FORMULAS[entry["name"]], entry["parameters"]
        read = lambda sample: [argument(sample[p["name"]]) for p in parameters]
        points = []
        for sample in [entry["sample"]] + entry["stress"]:
            arguments = read(sample)
            points.append({"arguments": [pack(a) for a in arguments], "value": pack(function(*arguments))})
        slopes = None
        if "gradient" not in [e["demand"] for e in entry["exemptions"]]:
            fixed = FIXED.get(entry["name"], [])
            arguments = read(entry["sample"])
            beside = [a if i in fixed else m for i, (a, m) in enumerate(zip(arguments, moved(arguments, parameters)))]
            slopes = {"arguments": [pack(a) for a in beside], "gradients": gradients(function, beside, fixed)}
        result.append({"entry": entry["name"], "points": points, "slopes": slopes})
    text = ",\n".join(" " + json.dumps(item, separators=(",", ":")) for item in result)
    print('{"entries": [\n' + text + "\n]}")


main()
