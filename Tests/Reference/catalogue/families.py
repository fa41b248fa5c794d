"""Values of the catalogue's distributions, metrics, kernels and steps from SciPy, scikit-learn, PyTorch and NumPy.

    python3 families.py > families.json

Each case holds the arguments (shape and row-major elements) and the value; no gradients.
"""

import json
import math

import numpy as np
import scipy.special
import scipy.spatial.distance as sd
import scipy.stats as st
import sklearn.metrics as skm
import sklearn.metrics.pairwise as pw
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
rng = np.random.default_rng(20250311)
cases = []


def real(*shape):
    return np.asarray(rng.normal(size=shape) * 1.5)


def positive(*shape):
    return np.asarray(rng.uniform(0.2, 3, size=shape))


def between(low, high, *shape):
    return np.asarray(rng.uniform(low, high, size=shape))


def simplex(*shape):
    return rng.dirichlet(np.ones(shape[-1]) * 2, size=shape[:-1])


def bits(*shape):
    return np.asarray(rng.integers(0, 2, size=shape).astype(float))


def whole(*shape):
    return np.asarray(rng.integers(1, 9, size=shape).astype(float))


def covariance(d):
    root = rng.normal(size=(d, d))
    return root @ root.T + np.eye(d)


def labels(tp, tn, fp, fn):
    """Labels and predictions with these counts."""
    tp, tn, fp, fn = (int(n) for n in (tp, tn, fp, fn))
    return [1] * tp + [0] * tn + [0] * fp + [1] * fn, [1] * tp + [0] * tn + [1] * fp + [0] * fn


def T(function):
    """A function of PyTorch on an array."""
    return lambda x, *rest, **named: function(torch.tensor(x), *rest, **named).numpy()


def kl(m1, s1, m2, s2):
    normal = lambda m, s: torch.distributions.Normal(torch.tensor(m), torch.tensor(s))
    return torch.distributions.kl_divergence(normal(m1, s1), normal(m2, s2)).numpy()


def slope_of(X, w, y, b):
    """Gradients of half the mean squared error by automatic differentiation."""
    w, b = torch.tensor(w, requires_grad=True), torch.tensor(b, requires_grad=True)
    loss = F.mse_loss(torch.tensor(X) @ w + b, torch.tensor(y)) / 2
    return [g.numpy() for g in torch.autograd.grad(loss, [w, b])]


def pack(value):
    value = np.asarray(value, dtype=float)
    assert np.isfinite(value).all()
    return {"shape": list(value.shape), "elements": value.ravel().tolist()}


def case(entry, variant, make, function):
    for _ in range(3):
        arguments = [np.asarray(a, dtype=float) for a in make()]
        value = function(*arguments)
        cases.append({"entry": entry, "variant": variant, "arguments": [pack(a) for a in arguments], "value": pack(value), "gradients": []})


# Distributions
case("gamma-density", "rate", lambda: [positive(6), positive(), positive()], lambda x, a, b: st.gamma.pdf(x, a, scale=1 / b))
case("gamma-density", "scale", lambda: [positive(6), positive(), positive()], lambda x, a, b: st.gamma.pdf(x, a, scale=b))
case("beta-density", "standard", lambda: [between(0.02, 0.98, 6), positive(), positive()], lambda x, a, b: st.beta.pdf(x, a, b))
case("laplace-density", "scale", lambda: [real(6), real(), positive()], lambda x, m, b: st.laplace.pdf(x, m, b))
case("student-t-density", "standard", lambda: [real(6), positive()], lambda x, n: st.t.pdf(x, n))
case("cauchy-density", "scale", lambda: [real(6), real(), positive()], lambda x, m, s: st.cauchy.pdf(x, m, s))
case("cauchy-density", "half", lambda: [real(6), real(), positive()], lambda x, m, s: 2 * st.cauchy.pdf(x, m, s))
case("logistic-density", "scale", lambda: [real(6), real(), positive()], lambda x, m, s: st.logistic.pdf(x, m, s))
case("weibull-density", "scale", lambda: [positive(6), positive(), positive()], lambda x, k, l: st.weibull_min.pdf(x, k, scale=l))
case("weibull-density", "inverse", lambda: [positive(6), positive(), positive()], lambda x, k, l: st.invweibull.pdf(x, k, scale=l))
case("pareto-density", "standard", lambda: [between(3.1, 6, 6), positive(), between(0.2, 3)], lambda x, a, m: st.pareto.pdf(x, a, scale=m))
case("pareto-density", "lomax", lambda: [between(3.1, 6, 6), positive(), between(0.2, 3)], lambda x, a, m: st.lomax.pdf(x, a, scale=m))
case("log-normal-distribution", "deviation", lambda: [positive(6), real(), positive()], lambda x, m, s: st.lognorm.pdf(x, s, scale=np.exp(m)))
case("chi-square-density", "standard", lambda: [positive(6), positive()], lambda x, k: st.chi2.pdf(x, k))
case("chi-square-density", "root", lambda: [positive(6), positive()], lambda x, k: st.chi.pdf(x, k))
case("rayleigh-density", "standard", lambda: [positive(6), positive()], lambda x, s: st.rayleigh.pdf(x, scale=s))
case("maxwell-density", "standard", lambda: [positive(6), positive()], lambda x, s: st.maxwell.pdf(x, scale=s))
case("half-normal-density", "standard", lambda: [positive(6), positive()], lambda x, s: st.halfnorm.pdf(x, scale=s))
case("gumbel-density", "largest", lambda: [real(6), real(), positive()], lambda x, m, b: st.gumbel_r.pdf(x, m, b))
case("gumbel-density", "smallest", lambda: [real(6), real(), positive()], lambda x, m, b: st.gumbel_l.pdf(x, m, b))
case("inverse-gamma-density", "standard", lambda: [positive(6), positive(), positive()], lambda x, a, b: st.invgamma.pdf(x, a, scale=b))
case("geometric-probability", "trials", lambda: [whole(6), between(0.02, 0.98)], lambda k, p: st.geom.pmf(k, p))
case("geometric-probability", "failures", lambda: [whole(6), between(0.02, 0.98)], lambda k, p: st.geom.pmf(k + 1, p))
case("negative-binomial-probability", "successes", lambda: [whole(6), whole(), between(0.02, 0.98)], lambda k, r, p: st.nbinom.pmf(k, r, p))
case("multivariate-normal-density", "density", lambda: [real(3), real(3), covariance(3)], lambda x, m, s: st.multivariate_normal.pdf(x, m, s))
case("multivariate-normal-density", "log-density", lambda: [real(3), real(3), covariance(3)], lambda x, m, s: st.multivariate_normal.logpdf(x, m, s))

# Moments
case("exponential-moments", "mean", lambda: [positive()], lambda l: st.expon.mean(scale=1 / l))
case("exponential-moments", "variance", lambda: [positive()], lambda l: st.expon.var(scale=1 / l))
case("exponential-moments", "entropy", lambda: [positive()], lambda l: st.expon.entropy(scale=1 / l))
case("exponential-moments", "median", lambda: [positive()], lambda l: st.expon.median(scale=1 / l))
case("uniform-moments", "mean", lambda: [real(), real()], lambda a, b: (a + b) / 2)
case("uniform-moments", "variance", lambda: [real(), real()], lambda a, b: (b - a) ** 2 / 12)
case("uniform-moments", "density", lambda: [real(), real()], lambda a, b: 1 / (b - a))
case("uniform-moments", "symmetric-variance", lambda: [positive()], lambda a: st.uniform.var(loc=-a, scale=2 * a))
case("bernoulli-moments", "variance", lambda: [between(0.02, 0.98)], lambda p: st.bernoulli.var(p))
case("bernoulli-moments", "entropy", lambda: [between(0.02, 0.98)], lambda p: st.bernoulli.entropy(p))
case("binomial-moments", "mean", lambda: [whole(), between(0.02, 0.98)], lambda n, p: st.binom.mean(n, p))
case("binomial-moments", "variance", lambda: [whole(), between(0.02, 0.98)], lambda n, p: st.binom.var(n, p))
case("geometric-moments", "mean", lambda: [between(0.02, 0.98)], lambda p: st.geom.mean(p))
case("geometric-moments", "variance", lambda: [between(0.02, 0.98)], lambda p: st.geom.var(p))
case("geometric-moments", "mean-failures", lambda: [between(0.02, 0.98)], lambda p: st.geom.mean(p, loc=-1))
case("gamma-moments", "mean", lambda: [positive(), positive()], lambda a, b: st.gamma.mean(a, scale=1 / b))
case("gamma-moments", "variance", lambda: [positive(), positive()], lambda a, b: st.gamma.var(a, scale=1 / b))
case("gamma-moments", "mean-scale", lambda: [positive(), positive()], lambda a, b: st.gamma.mean(a, scale=b))
case("gamma-moments", "variance-scale", lambda: [positive(), positive()], lambda a, b: st.gamma.var(a, scale=b))
case("beta-moments", "mean", lambda: [positive(), positive()], lambda a, b: st.beta.mean(a, b))
case("beta-moments", "variance", lambda: [positive(), positive()], lambda a, b: st.beta.var(a, b))
case("beta-moments", "mode", lambda: [between(1.5, 4), between(1.5, 4)], lambda a, b: (a - 1) / (a + b - 2))
case("laplace-moments", "variance", lambda: [positive()], lambda b: st.laplace.var(scale=b))
case("laplace-moments", "entropy", lambda: [positive()], lambda b: st.laplace.entropy(scale=b))
case("normal-moments", "entropy", lambda: [positive()], lambda s: st.norm.entropy(scale=s))
case("normal-moments", "entropy-base-2", lambda: [positive()], lambda s: st.norm.entropy(scale=s) / np.log(2))
case("normal-moments", "fourth", lambda: [positive()], lambda s: st.norm.moment(4, scale=s))
case("log-normal-moments", "mean", lambda: [real(), positive()], lambda m, s: st.lognorm.mean(s, scale=np.exp(m)))
case("log-normal-moments", "variance", lambda: [real(), positive()], lambda m, s: st.lognorm.var(s, scale=np.exp(m)))
case("log-normal-moments", "mode", lambda: [real(), positive()], lambda m, s: np.exp(m - s * s))

# Distribution functions
case("normal-distribution-function", "deviation", lambda: [real(6), real(), positive()], lambda x, m, s: st.norm.cdf(x, m, s))
case("exponential-distribution-function", "rate", lambda: [positive(6), positive()], lambda x, l: st.expon.cdf(x, scale=1 / l))
case("exponential-distribution-function", "mean", lambda: [positive(6), positive()], lambda x, l: st.expon.cdf(x, scale=l))
case("logistic-distribution-function", "scale", lambda: [real(6), real(), positive()], lambda x, m, s: st.logistic.cdf(x, m, s))
case("weibull-distribution-function", "scale", lambda: [positive(6), positive(), positive()], lambda x, k, l: st.weibull_min.cdf(x, k, scale=l))
case("weibull-distribution-function", "inverse", lambda: [positive(6), positive(), positive()], lambda x, k, l: st.invweibull.cdf(x, k, scale=l))
case("cauchy-distribution-function", "scale", lambda: [real(6), real(), positive()], lambda x, m, s: st.cauchy.cdf(x, m, s))
case("gumbel-distribution-function", "largest", lambda: [real(6), real(), positive()], lambda x, m, b: st.gumbel_r.cdf(x, m, b))
case("gumbel-distribution-function", "smallest", lambda: [real(6), real(), positive()], lambda x, m, b: st.gumbel_l.cdf(x, m, b))
case("pareto-distribution-function", "standard", lambda: [between(3.1, 6, 6), positive(), between(0.2, 3)], lambda x, a, m: st.pareto.cdf(x, a, scale=m))

# Activations
case("celu", "standard", lambda: [real(6), positive()], lambda x, a: T(F.celu)(x, alpha=float(a)))
case("relu6", "standard", lambda: [real(6)], lambda x: T(F.relu6)(x))
case("hard-sigmoid", "sixth", lambda: [real(6)], lambda x: T(F.hardsigmoid)(x))
case("hard-sigmoid", "fifth", lambda: [real(6)], lambda x: np.clip(0.2 * x + 0.5, 0, 1))
case("hard-swish", "standard", lambda: [real(6)], lambda x: T(F.hardswish)(x))
case("soft-shrink", "standard", lambda: [real(6), positive()], lambda x, l: T(F.softshrink)(x, lambd=float(l)))
case("hard-shrink", "standard", lambda: [real(6), positive()], lambda x, l: T(F.hardshrink)(x, lambd=float(l)))
case("tanh-shrink", "standard", lambda: [real(6)], lambda x: T(F.tanhshrink)(x))
case("logit", "natural", lambda: [between(0.02, 0.98, 6)], lambda p: scipy.special.logit(p))
case("softmin", "last-axis", lambda: [real(4)], lambda x: T(F.softmin)(x, dim=-1))
case("softmax-temperature", "division", lambda: [real(4), positive()], lambda z, t: scipy.special.softmax(z / t, axis=-1))
case("softmax-temperature", "product", lambda: [real(4), positive()], lambda z, t: scipy.special.softmax(z * t, axis=-1))

# Metrics and losses
case("specificity", "standard", lambda: [whole(), whole()], lambda tn, fp: skm.recall_score([0] * int(tn + fp) + [1], [0] * int(tn) + [1] * int(fp) + [1], pos_label=0))
case("false-positive-rate", "standard", lambda: [whole(), whole()], lambda fp, tn: 1 - skm.recall_score([0] * int(tn + fp) + [1], [0] * int(tn) + [1] * int(fp) + [1], pos_label=0))
case("f-beta-score", "standard", lambda: [between(0.02, 0.98), between(0.02, 0.98), positive()], lambda p, r, b: (1 + b * b) / (1 / p + b * b / r))
case("f-beta-score", "counts", lambda: [whole(), whole(), whole(), positive()], lambda tp, fp, fn, b: skm.fbeta_score(*labels(tp, 3, fp, fn), beta=float(b)))
case("matthews-correlation", "counts", lambda: [whole(), whole(), whole(), whole()], lambda tp, tn, fp, fn: skm.matthews_corrcoef(*labels(tp, tn, fp, fn)))
case("cohen-kappa", "standard", lambda: [between(0.02, 0.98), between(0.02, 0.98)], lambda o, e: 1 - (1 - o) / (1 - e))
case("r-squared", "standard", lambda: [real(5), real(5)], lambda y, p: skm.r2_score(y, p))
case("r-squared", "sums", lambda: [positive(), positive()], lambda a, b: (b - a) / b)
case("adjusted-r-squared", "standard", lambda: [between(0.02, 0.98), between(20, 40), between(1, 9)], lambda r, n, p: (r * (n - 1) - p) / (n - p - 1))
case("adjusted-r-squared", "root", lambda: [between(0.02, 0.98), between(20, 40), between(1, 9)], lambda r, n, p: (r * r * (n - 1) - p) / (n - p - 1))
case("explained-variance", "standard", lambda: [real(5), real(5)], lambda y, p: skm.explained_variance_score(y, p))
case("mean-absolute-percentage-error", "fraction", lambda: [positive(5), real(5)], lambda y, p: skm.mean_absolute_percentage_error(y, p))
case("mean-absolute-percentage-error", "percent", lambda: [positive(5), real(5)], lambda y, p: 100 * skm.mean_absolute_percentage_error(y, p))
case("mean-absolute-percentage-error", "guarded", lambda: [real(5), real(5), positive()], lambda y, p, e: np.mean(np.abs(y - p) / np.maximum(np.abs(y), e)))
case("symmetric-mean-absolute-percentage-error", "standard", lambda: [positive(5), positive(5)], lambda y, p: np.mean(np.abs(y - p) / ((np.abs(y) + np.abs(p)) / 2)))
case("symmetric-mean-absolute-percentage-error", "percent", lambda: [positive(5), positive(5)], lambda y, p: 100 * np.mean(np.abs(y - p) / ((np.abs(y) + np.abs(p)) / 2)))
case("symmetric-mean-absolute-percentage-error", "half", lambda: [positive(5), positive(5)], lambda y, p: np.mean(np.abs(y - p) / (np.abs(y) + np.abs(p))))
case("symmetric-mean-absolute-percentage-error", "guarded", lambda: [real(5), real(5), positive()], lambda y, p, e: 2 * np.mean(np.abs(y - p) / np.maximum(np.abs(y) + np.abs(p), e)))
case("weighted-mean-absolute-percentage-error", "fraction", lambda: [positive(5), real(5)], lambda y, p: np.linalg.norm(y - p, 1) / np.linalg.norm(y, 1))
case("squared-logarithmic-error", "mean", lambda: [positive(6), positive(6)], lambda y, p: skm.mean_squared_log_error(y.ravel(), p.ravel()))
case("squared-logarithmic-error", "root", lambda: [positive(6), positive(6)], lambda y, p: np.sqrt(skm.mean_squared_log_error(y.ravel(), p.ravel())))
case("log-cosh-loss", "element", lambda: [real(6), real(6)], lambda y, p: np.log(np.cosh(p - y)))
case("log-cosh-loss", "mean", lambda: [real(6), real(6)], lambda y, p: np.log(np.cosh(p - y)).mean())
case("log-cosh-loss", "sum", lambda: [real(6), real(6)], lambda y, p: np.log(np.cosh(p - y)).sum())
case("quantile-loss", "element", lambda: [real(6), real(6), between(0.02, 0.98)], lambda y, p, q: np.where(y >= p, q * (y - p), (1 - q) * (p - y)))
case("quantile-loss", "mean", lambda: [real(6), real(6), between(0.02, 0.98)], lambda y, p, q: skm.mean_pinball_loss(y, p, alpha=float(q)))
case("poisson-negative-log-likelihood", "rate", lambda: [positive(6), positive(6)], lambda y, l: T(F.poisson_nll_loss)(l, torch.tensor(y), log_input=False, eps=0, reduction="none"))
case("poisson-negative-log-likelihood", "mean", lambda: [positive(6), positive(6)], lambda y, l: T(F.poisson_nll_loss)(l, torch.tensor(y), log_input=False, eps=0))
case("poisson-negative-log-likelihood", "log", lambda: [positive(6), real(6)], lambda y, x: T(F.poisson_nll_loss)(x, torch.tensor(y), reduction="none"))
case("poisson-negative-log-likelihood", "full", lambda: [positive(6), positive(6)], lambda y, l: l - y * np.log(l) + scipy.special.gammaln(y + 1))
case("gaussian-negative-log-likelihood", "constant-free", lambda: [real(6), real(6), positive(6)], lambda y, m, s: T(F.gaussian_nll_loss)(m, torch.tensor(y), torch.tensor(s * s), reduction="none", eps=1e-12))
case("gaussian-negative-log-likelihood", "full", lambda: [real(6), real(6), positive(6)], lambda y, m, s: -st.norm.logpdf(y, m, s))
case("gaussian-negative-log-likelihood", "variance", lambda: [real(6), real(6), positive(6)], lambda y, m, v: T(F.gaussian_nll_loss)(m, torch.tensor(y), torch.tensor(v), reduction="none", eps=1e-12))
case("intersection-over-union", "counts", lambda: [whole(), whole(), whole()], lambda tp, fp, fn: skm.jaccard_score(*labels(tp, 3, fp, fn)))
case("intersection-over-union", "sizes", lambda: [between(1, 3), between(4, 9), between(4, 9)], lambda i, a, b: 1 / (a / i + b / i - 1))
case("intersection-over-union", "areas", lambda: [positive(), positive()], lambda i, u: i / u)
case("dice-coefficient", "counts", lambda: [whole(), whole(), whole()], lambda tp, fp, fn: skm.f1_score(*labels(tp, 3, fp, fn)))
case("dice-coefficient", "soft", lambda: [between(0.02, 0.98, 5), between(0.02, 0.98, 5)], lambda p, g: 2 * np.dot(p, g) / np.sum(p + g))
case("dice-coefficient", "soft-squares", lambda: [between(0.02, 0.98, 5), between(0.02, 0.98, 5)], lambda p, g: 2 * np.dot(p, g) / (np.dot(p, p) + np.dot(g, g)))
case("dice-coefficient", "soft-loss", lambda: [between(0.02, 0.98, 5), between(0.02, 0.98, 5)], lambda p, g: 1 - 2 * np.dot(p, g) / np.sum(p + g))
case("squared-euclidean-distance", "standard", lambda: [real(5), real(5)], lambda x, y: sd.sqeuclidean(x, y))
case("minkowski-distance", "standard", lambda: [real(5), real(5), positive()], lambda x, y, p: np.linalg.norm(x - y, float(p)) if p >= 1 else np.sum(np.abs(x - y) ** p) ** (1 / p))
case("chebyshev-distance", "standard", lambda: [real(5), real(5)], lambda x, y: sd.chebyshev(x, y))
case("cosine-distance", "standard", lambda: [real(5), real(5)], lambda x, y: sd.cosine(x, y))
case("triplet-loss", "distances", lambda: [positive(), positive(), positive()], lambda p, n, m: np.clip(p - n + m, 0, None))
case("triplet-loss", "squared", lambda: [real(5), real(5), real(5), positive()], lambda a, p, n, m: max(sd.sqeuclidean(a, p) - sd.sqeuclidean(a, n) + m, 0))
case("binary-focal-loss", "class", lambda: [between(0.02, 0.98, 6), positive(), positive()], lambda p, g, a: a * (1 - p) ** g * T(F.binary_cross_entropy)(p, torch.ones(p.shape), reduction="none"))
case("gini-impurity", "standard", lambda: [simplex(4)], lambda p: np.sum(p * (1 - p), -1))
case("gini-impurity", "products", lambda: [simplex(4)], lambda p: 1 - np.sum(p ** 2, -1))
case("jensen-shannon-divergence", "natural", lambda: [simplex(4), simplex(4)], lambda p, q: sd.jensenshannon(p, q) ** 2)
case("gaussian-kl-divergence", "two", lambda: [real(), positive(), real(), positive()], lambda m1, s1, m2, s2: kl(m1, s1, m2, s2))
case("gaussian-kl-divergence", "standard", lambda: [real(5), positive(5)], lambda m, s: kl(m, s, np.zeros(m.shape), np.ones(m.shape)).sum())
case("gaussian-kl-divergence", "standard-single", lambda: [real(), positive()], lambda m, s: kl(m, s, 0.0, 1.0))
case("peak-signal-to-noise-ratio", "standard", lambda: [positive(), positive()], lambda m, e: 20 * np.log10(m) - 10 * np.log10(e))

# Regression
case("linear-regression-loss", "half-mean", lambda: [real(5, 3), real(3), real(5), real()], lambda X, w, y, b: skm.mean_squared_error(y, X @ w + b) / 2)
case("linear-regression-loss", "mean", lambda: [real(5, 3), real(3), real(5), real()], lambda X, w, y, b: skm.mean_squared_error(y, X @ w + b))
case("linear-regression-loss", "half-sum", lambda: [real(5, 3), real(3), real(5), real()], lambda X, w, y, b: sd.sqeuclidean(y, X @ w + b) / 2)
case("linear-regression-loss", "sum", lambda: [real(5, 3), real(3), real(5), real()], lambda X, w, y, b: sd.sqeuclidean(y, X @ w + b))
case("linear-regression-loss-example", "half", lambda: [real(3), real(3), real(), real()], lambda x, w, y, b: (np.dot(x, w) + b - y) ** 2 / 2)
case("linear-regression-loss-example", "full", lambda: [real(3), real(3), real(), real()], lambda x, w, y, b: (np.dot(x, w) + b - y) ** 2)
case("minibatch-gradient-step", "weights", lambda: [real(5, 3), real(3), real(5), real(), positive(), positive()], lambda X, w, y, b, e, l: w - e * (slope_of(X, w, y, b)[0] + l * w))
case("minibatch-gradient-step", "bias", lambda: [real(5, 3), real(3), real(5), real(), positive(), positive()], lambda X, w, y, b, e, l: b - e * slope_of(X, w, y, b)[1])
case("l1-penalty", "standard", lambda: [real(6), positive()], lambda w, l: l * np.linalg.norm(w.ravel(), 1))
case("l1-penalty", "half", lambda: [real(6), positive()], lambda w, l: l * np.linalg.norm(w.ravel(), 1) / 2)
case("perceptron", "signs", lambda: [real(3), real(3), real()], lambda w, x, b: np.sign(np.dot(w, x) + b))
case("perceptron", "step", lambda: [real(3), real(3), real()], lambda w, x, b: np.heaviside(np.dot(w, x) + b, 0))

# Kernels
case("rbf-kernel", "gamma", lambda: [real(3), real(3), positive()], lambda x, y, g: pw.rbf_kernel([x], [y], gamma=float(g))[0, 0])
case("rbf-kernel", "width", lambda: [real(3), real(3), positive()], lambda x, y, s: pw.rbf_kernel([x], [y], gamma=float(1 / (2 * s * s)))[0, 0])
case("rbf-kernel", "square", lambda: [real(3), real(3), positive()], lambda x, y, s: pw.rbf_kernel([x], [y], gamma=float(1 / (s * s)))[0, 0])
case("polynomial-kernel", "standard", lambda: [real(5), real(5), positive(), positive(), np.round(between(1.9999, 2.0001))], lambda x, y, g, c, d: pw.polynomial_kernel([x], [y], gamma=float(g), coef0=float(c), degree=float(np.round(d)))[0, 0])
case("linear-kernel", "standard", lambda: [real(3), real(3)], lambda x, y: pw.linear_kernel([x], [y])[0, 0])

# Optimisers
case("first-moment", "first", lambda: [real(6), real(6), between(0.02, 0.98)], lambda m, g, b: np.average([m, g], axis=0, weights=[b, 1 - b]))
case("second-moment", "average", lambda: [real(6), real(6), between(0.02, 0.98)], lambda m, g, b: np.average([m, g * g], axis=0, weights=[b, 1 - b]))
case("adam-update", "outside", lambda: [real(6), real(6), positive(6), positive(), positive()], lambda w, m, v, e, s: w - e * m / (np.sqrt(v) + s))
case("adam-update", "inside", lambda: [real(6), real(6), positive(6), positive(), positive()], lambda w, m, v, e, s: w - e * m / np.sqrt(v + s))
case("adam-update", "step", lambda: [real(6), real(6), positive(6), positive(), positive()], lambda w, m, v, e, s: e * m / (np.sqrt(v) + s))
case("momentum-velocity", "negative", lambda: [real(6), real(6), between(0.02, 0.98), positive()], lambda v, g, b, e: b * v - e * g)
case("momentum-velocity", "positive", lambda: [real(6), real(6), between(0.02, 0.98), positive()], lambda v, g, b, e: b * v + e * g)
case("cosine-annealing", "standard", lambda: [positive(), positive(), whole(), between(10, 20)], lambda l, h, t, T: l + (h - l) * np.cos(np.pi * t / T / 2) ** 2)
case("exponential-decay", "power", lambda: [positive(), between(0.02, 0.98), whole()], lambda e, g, t: e * np.prod([g] * int(t)))
case("exponential-decay", "exponential", lambda: [positive(), between(0.02, 0.98), whole()], lambda e, g, t: e / np.exp(g * t))
case("exponential-decay", "inverse", lambda: [positive(), between(0.02, 0.98), whole()], lambda e, g, t: e / (1 + g * t))
case("exponential-decay", "root", lambda: [positive(), between(0.02, 0.98), whole()], lambda e, g, t: e / np.sqrt(g * t + 1))

# Cells and layers
case("lstm-cell-state", "cell", lambda: [real(6), real(6), real(6), real(6)], lambda f, c, i, g: f * c + i * g)
case("gated-interpolation", "keep", lambda: [real(6), real(6), real(6)], lambda z, h, n: n + z * (h - n))
case("gated-interpolation", "take", lambda: [real(6), real(6), real(6)], lambda z, h, n: h + z * (n - h))
case("gated-output", "hidden", lambda: [real(6), real(6)], lambda o, c: o * np.tanh(c))
case("attention-scores", "batch", lambda: [real(5, 3), real(2, 3)], lambda q, k: np.einsum("nd,md->nm", q, k) / np.sqrt(q.shape[1]))
case("attention-scores", "single", lambda: [real(3), real(3)], lambda q, k: np.dot(q, k) / np.sqrt(q.shape[0]))
case("linear-interpolation", "standard", lambda: [real(6), real(6), real()], lambda x, y, t: x + t * (y - x))
case("linear-interpolation", "mixed", lambda: [real(6), real(6), real()], lambda x, y, t: y + t * (x - y))
case("weight-normalisation", "standard", lambda: [real(3), real()], lambda v, g: g * v / np.linalg.norm(v))
case("unit-vector", "standard", lambda: [real(3)], lambda v: T(F.normalize)(v, dim=0))
case("rms-normalisation", "standard", lambda: [real(3), real(), between(1e-7, 1e-5)], lambda x, g, e: T(F.rms_norm)(x, (x.shape[-1],), eps=float(e)) * g)
case("recurrent-layer", "rows", lambda: [real(5, 3), real(3, 3), real(5, 3), real(3, 3), real()], lambda X, W, H, U, b: np.tanh(X @ W + H @ U + b))
case("recurrent-layer", "linear", lambda: [real(5, 3), real(3, 3), real(5, 3), real(3, 3), real()], lambda X, W, H, U, b: X @ W + H @ U + b)
case("standard-error", "mean", lambda: [positive(), whole()], lambda s, n: s / np.sqrt(n))
case("variance-about-mean", "variance", lambda: [real(5), real()], lambda x, m: st.moment(x, 2, center=float(m)))
case("variance-about-mean", "sample-variance", lambda: [real(5), real()], lambda x, m: np.sum((x - m) ** 2) / (len(x) - 1))
case("variance-about-mean", "deviation", lambda: [real(5), real()], lambda x, m: np.sqrt(st.moment(x, 2, center=float(m))))
case("variance-about-mean", "sample-deviation", lambda: [real(5), real()], lambda x, m: np.linalg.norm(x - m) / np.sqrt(len(x) - 1))
case("covariance-matrix", "population", lambda: [real(5, 3)], lambda X: np.cov(X.T, bias=True))
case("covariance-matrix", "sample", lambda: [real(5, 3)], lambda X: np.cov(X.T))
case("covariance-matrix", "centred", lambda: [real(5, 3)], lambda X: np.einsum("ni,nj->ij", X, X) / len(X))
case("covariance-matrix", "centred-sample", lambda: [real(5, 3)], lambda X: np.einsum("ni,nj->ij", X, X) / (len(X) - 1))
case("information-criteria", "akaike", lambda: [whole(), positive()], lambda k, L: 2 * k - 2 * np.log(L))
case("information-criteria", "akaike-log", lambda: [whole(), positive()], lambda k, l: 2 * (k - l))
case("information-criteria", "bayes", lambda: [whole(), positive(), whole()], lambda k, L, n: k * np.log(n) - 2 * np.log(L))
case("information-criteria", "bayes-log", lambda: [whole(), real(), whole()], lambda k, l, n: k * np.log(n) - 2 * l)
case("quadratic-roots", "plus", lambda: [between(0.2, 1), between(3, 5), between(0.2, 1)], lambda a, b, c: max(np.roots([a, b, c])))
case("quadratic-roots", "minus", lambda: [between(0.2, 1), between(3, 5), between(0.2, 1)], lambda a, b, c: min(np.roots([a, b, c])))
case("temporal-difference-update", "standard", lambda: [real(), real(), real(), between(0.02, 0.98), between(0.02, 0.98)], lambda v, r, n, a, g: (1 - a) * v + a * (r + g * n))
case("temporal-difference-update", "target", lambda: [real(), real(), real(), between(0.02, 0.98), between(0.02, 0.98)], lambda v, r, n, a, g: r + g * n)
case("temporal-difference-update", "error", lambda: [real(), real(), real(), between(0.02, 0.98), between(0.02, 0.98)], lambda v, r, n, a, g: r + g * n - v)
case("logistic-regression-gradient", "mean", lambda: [real(5, 3), real(5), real(5)], lambda X, p, y: np.mean(X * (p - y)[:, None], axis=0))
case("logistic-regression-gradient", "sum", lambda: [real(5, 3), real(5), real(5)], lambda X, p, y: np.sum(X * (p - y)[:, None], axis=0))
case("margin-logistic-loss", "margin", lambda: [2 * bits(6) - 1, real(6)], lambda y, f: np.logaddexp(0, -y * f))
case("margin-logistic-loss", "mean", lambda: [2 * bits(6) - 1, real(6)], lambda y, f: T(F.soft_margin_loss)(f, torch.tensor(y)))
case("margin-ranking-loss", "element", lambda: [real(6), real(6), 2 * bits(6) - 1, positive()], lambda a, b, y, m: T(F.margin_ranking_loss)(a, torch.tensor(b), torch.tensor(y), margin=float(m), reduction="none"))
case("exponential-loss", "margin", lambda: [2 * bits(6) - 1, real(6)], lambda y, f: 1 / np.exp(y * f))
case("exponential-loss", "mean", lambda: [2 * bits(6) - 1, real(6)], lambda y, f: np.mean(1 / np.exp(y * f)))
case("brier-score", "standard", lambda: [bits(5), between(0.02, 0.98, 5)], lambda y, p: skm.brier_score_loss(y, p))
case("odds", "standard", lambda: [between(0.02, 0.98, 6)], lambda p: p / (1 - p))

# Conventions of other entries
case("softplus", "scaled", lambda: [real(6), positive()], lambda x, b: T(F.softplus)(x, beta=float(b), threshold=1000))
case("accuracy", "counts", lambda: [whole(), whole(), whole(), whole()], lambda tp, tn, fp, fn: skm.accuracy_score(*labels(tp, tn, fp, fn)))
case("linear-regression-loss", "feature-half-mean", lambda: [real(5), real(), real(5), real()], lambda x, w, y, b: skm.mean_squared_error(y, w * x + b) / 2)
case("linear-regression-loss", "feature-mean", lambda: [real(5), real(), real(5), real()], lambda x, w, y, b: skm.mean_squared_error(y, w * x + b))
case("linear-regression-loss", "feature-half-sum", lambda: [real(5), real(), real(5), real()], lambda x, w, y, b: sd.sqeuclidean(y, w * x + b) / 2)
case("linear-regression-loss", "feature-sum", lambda: [real(5), real(), real(5), real()], lambda x, w, y, b: sd.sqeuclidean(y, w * x + b))
case("minibatch-gradient-step", "feature-weight", lambda: [real(5), real(), real(5), real(), positive()], lambda x, w, y, b, e: w - e * slope_of(x[:, None], np.array([w]), y, b)[0][0])
case("minibatch-gradient-step", "feature-bias", lambda: [real(5), real(), real(5), real(), positive()], lambda x, w, y, b, e: b - e * slope_of(x[:, None], np.array([w]), y, b)[1])
case("regression-slope", "slope", lambda: [real(5), real(5)], lambda x, y: st.linregress(x, y).slope)
case("regression-slope", "slope-means", lambda: [real(5), real(5), real(), real()], lambda x, y, m, n: np.dot(x - m, y - n) / np.dot(x - m, x - m))
case("regression-slope", "intercept", lambda: [real(), real(), real()], lambda x, y, w: y - w * x)
case("gradient-clipping", "norm", lambda: [real(3), positive()], lambda g, c: g * min(1, c / np.linalg.norm(g)))
case("additive-smoothing", "standard", lambda: [positive(4), positive()], lambda n, a: (n + a) / np.sum(n + a))
case("beta-binomial-estimate", "mode", lambda: [whole(), between(10, 20), between(1.5, 4), between(1.5, 4)], lambda k, n, a, b: (k + a - 1) / ((k + a - 1) + (n - k + b - 1)))
case("beta-binomial-estimate", "mean", lambda: [whole(), between(10, 20), between(1.5, 4), between(1.5, 4)], lambda k, n, a, b: st.beta.mean(k + a, n - k + b))
case("beta-binomial-estimate", "likelihood", lambda: [whole(), between(10, 20)], lambda k, n: k / n)
case("linear-prediction", "feature", lambda: [real(6), real(), real()], lambda x, w, b: np.polyval([w, b], x))
case("second-moment", "sum", lambda: [real(6), real(6)], lambda s, g: np.sum([s, g * g], axis=0))
case("recurrent-layer", "columns", lambda: [real(3, 3), real(3), real(3, 3), real(3), real()], lambda W, x, U, h, b: np.tanh(W @ x + U @ h + b))

print(json.dumps({"torch": torch.__version__.split("+")[0], "cases": cases}, separators=(",", ":")).replace('{"entry"', '\n{"entry"'))
