"""Values and gradients of every entry and variant of the catalogue from PyTorch, NumPy and SciPy.

    python3 catalogue.py > catalogue.json

Each case holds the arguments (shape and row-major elements), the value, and the gradient of the value's sum for each
argument that has one (null otherwise).
"""

import json
import math

import numpy as np
import scipy.special
import scipy.stats
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
rng = np.random.default_rng(20240607)
cases = []


def real(*shape):
    return torch.tensor(rng.normal(size=shape) * 1.5)


def positive(*shape):
    return torch.tensor(rng.uniform(0.2, 3, size=shape))


def between(low, high, *shape):
    return torch.tensor(rng.uniform(low, high, size=shape))


def simplex(*shape):
    return torch.tensor(rng.dirichlet(np.ones(shape[-1]) * 2, size=shape[:-1]))


def bits(*shape):
    return torch.tensor(rng.integers(0, 2, size=shape).astype(float))


def classes(high, *shape):
    return torch.tensor(rng.integers(0, high, size=shape))


def pack(t):
    t = torch.as_tensor(t)
    flat = [float(v) for v in t.detach().reshape(-1).tolist()]
    return {"shape": list(t.shape), "elements": [spell(v) for v in flat]}


def spell(v):
    if math.isnan(v):
        return "NaN"
    if math.isinf(v):
        return "Infinity" if v > 0 else "-Infinity"
    return v


def case(entry, variant, make, function, gradients=True, rounds=3):
    """`make` draws arguments; `function` is the outside implementation on torch tensors."""
    for _ in range(rounds):
        arguments = [torch.as_tensor(a) for a in make()]
        leaves = [
            a.clone().requires_grad_(True) if gradients and a.dtype == torch.float64 else a for a in arguments
        ]
        value = torch.as_tensor(function(*leaves))
        found = [None] * len(leaves)
        if gradients and value.requires_grad:
            value.sum().backward()
            found = [pack(a.grad) if a.requires_grad and a.grad is not None else None for a in leaves]
        cases.append(
            {
                "entry": entry,
                "variant": variant,
                "arguments": [pack(a) for a in arguments],
                "value": pack(value.double()),
                "gradients": found,
            }
        )


def scipy_case(entry, variant, make, function):
    """A value from NumPy or SciPy, no gradient."""
    case(entry, variant, make, lambda *a: torch.tensor(function(*[x.numpy() for x in a])), gradients=False)


vector = lambda: [real(5)]
matrix = lambda: [real(2, 4)]

# Activations
for entry, function in {
    "sigmoid": torch.sigmoid,
    "log-sigmoid": F.logsigmoid,
    "tanh": torch.tanh,
    "relu": F.relu,
    "selu": F.selu,
    "mish": F.mish,
    "softplus": F.softplus,
    "softsign": F.softsign,
    "hard-tanh": F.hardtanh,
    "identity": lambda x: x * 1,
}.items():
    case(entry, "standard", matrix, function)
case("leaky-relu", "standard", lambda: [real(2, 4), between(0.01, 0.9)], lambda x, a: torch.where(x > 0, x, a * x))
case("leaky-relu", "standard", lambda: [real(6), torch.tensor(0.01)], lambda x, a: F.leaky_relu(x, 0.01) + 0 * a, gradients=False)
case("prelu", "standard", lambda: [real(2, 4), between(0.01, 0.9, 1)], F.prelu)
case("elu", "standard", lambda: [real(2, 4), torch.tensor(1.0)], lambda x, a: F.elu(x, 1.0), gradients=False)
case("elu", "standard", lambda: [real(2, 4), between(0.2, 2)], lambda x, a: torch.where(x > 0, x, a * torch.expm1(x)))
case("swish", "standard", lambda: [real(2, 4), torch.tensor(1.0)], lambda x, b: F.silu(x), gradients=False)
case("swish", "standard", lambda: [real(2, 4), between(0.3, 2)], lambda x, b: x * torch.sigmoid(b * x))
case("gelu", "exact", matrix, F.gelu)
case("gelu", "tanh", matrix, lambda x: F.gelu(x, approximate="tanh"))
zeros_too = lambda: [torch.cat([real(4), torch.zeros(1)])]
case("step", "standard", zeros_too, lambda x: torch.heaviside(x, torch.tensor(0.0)), gradients=False)
case("step", "one-at-zero", zeros_too, lambda x: torch.heaviside(x, torch.tensor(1.0)), gradients=False)
case("step", "half-at-zero", zeros_too, lambda x: torch.heaviside(x, torch.tensor(0.5)), gradients=False)
case("softmax", "last-axis", matrix, lambda x: F.softmax(x, -1))
case("softmax", "last-axis", lambda: [real(3) * 300], lambda x: F.softmax(x, -1))
# The sum of a softmax has gradient 0; its square shows more.
case("log-softmax", "last-axis", matrix, lambda x: F.log_softmax(x, -1))
case("log-sum-exp", "last-axis", matrix, lambda x: torch.logsumexp(x, -1))

# Cross-entropies
rows = lambda: [simplex(3, 4), simplex(3, 4)]
indexed = lambda: [classes(4, 3), simplex(3, 4)]
two = lambda: [bits(5), between(0.02, 0.98, 5)]


def ce(y, p):
    return -(y * torch.log(p)).sum(-1)


def nll(y, p, reduction):
    return F.nll_loss(torch.log(p), y, reduction=reduction)


def bce(reduction):
    return lambda y, p: F.binary_cross_entropy(p, y, reduction=reduction)


case("cross-entropy", "natural", rows, ce)
case("cross-entropy", "mean", rows, lambda y, p: ce(y, p).mean())
case("cross-entropy", "sum", rows, lambda y, p: ce(y, p).sum())
case("cross-entropy", "base-2", rows, lambda y, p: -(y * torch.log2(p)).sum(-1))
case("cross-entropy", "base-2-mean", rows, lambda y, p: -(y * torch.log2(p)).sum(-1).mean())
case("cross-entropy", "index", indexed, lambda y, p: nll(y, p, "none"))
case("cross-entropy", "index-mean", indexed, lambda y, p: nll(y, p, "mean"))
case("cross-entropy", "index-sum", indexed, lambda y, p: nll(y, p, "sum"))
for entry, prefix in (("cross-entropy", "binary"), ("binary-cross-entropy", None)):
    for reduction in ("none", "mean", "sum"):
        name = reduction if reduction != "none" else ("natural" if prefix is None else "")
        variant = "-".join(part for part in (prefix, name) if part)
        # PyTorch has no gradient for the label, so the same formula is spelt out for it.
        case(entry, variant, two, bce(reduction), gradients=False)
        case(
            entry, variant, two,
            lambda y, p, r=reduction: (lambda l: l if r == "none" else getattr(l, r)())(
                -(y * torch.log(p) + (1 - y) * torch.log1p(-p))),
        )
case("binary-cross-entropy", "base-2", two, lambda y, p: F.binary_cross_entropy(p, y, reduction="none") / math.log(2), gradients=False)
case("binary-cross-entropy", "logits", lambda: [bits(5), real(5) * 10], lambda y, z: F.binary_cross_entropy_with_logits(z, y, reduction="none"))
case("softmax-cross-entropy", "natural", lambda: [simplex(3, 4), real(3, 4)], lambda y, o: F.cross_entropy(o, y, reduction="none"))
case("softmax-cross-entropy", "mean", lambda: [simplex(3, 4), real(3, 4)], lambda y, o: F.cross_entropy(o, y))
case("softmax-cross-entropy", "index-mean", lambda: [classes(4, 3), real(3, 4) * 200], lambda y, o: F.cross_entropy(o, y))

# Squared errors
pairs = lambda: [real(2, 3), real(2, 3)]
squares = {
    "mean": lambda y, p: F.mse_loss(p, y),
    "sum": lambda y, p: F.mse_loss(p, y, reduction="sum"),
    "half-mean": lambda y, p: F.mse_loss(p, y) / 2,
    "half-sum": lambda y, p: F.mse_loss(p, y, reduction="sum") / 2,
    "squared": lambda y, p: F.mse_loss(p, y, reduction="none"),
    "half-squared": lambda y, p: F.mse_loss(p, y, reduction="none") / 2,
    "mean-of-rows": lambda y, p: ((p - y) ** 2).sum(1).mean(),
    "half-mean-of-rows": lambda y, p: ((p - y) ** 2).sum(1).mean() / 2,
}
for entry in ("mean-squared-error", "squared-error", "half-squared-error", "sum-of-squared-errors"):
    for variant, function in squares.items():
        case(entry, variant, pairs, function, rounds=1)
case("root-mean-squared-error", "standard", pairs, lambda y, p: torch.sqrt(F.mse_loss(p, y)))
for variant, reduction in (("mean", "mean"), ("sum", "sum"), ("absolute", "none")):
    case("mean-absolute-error", variant, pairs, lambda y, p, r=reduction: F.l1_loss(p, y, reduction=r))
with_delta = lambda: [real(6), real(6), between(0.5, 2)]


def huber(reduction):
    return lambda y, p, d: F.huber_loss(p, y, delta=float(d), reduction=reduction)


case("huber-loss", "huber", with_delta, huber("none"), gradients=False)
case("huber-loss", "mean", with_delta, huber("mean"), gradients=False)
case("huber-loss", "sum", with_delta, huber("sum"), gradients=False)
case("huber-loss", "smooth-l1", with_delta, lambda y, p, d: F.smooth_l1_loss(p, y, beta=float(d), reduction="none"), gradients=False)
case(
    "huber-loss", "huber", with_delta,
    lambda y, p, d: torch.where((p - y).abs() <= d, 0.5 * (p - y) ** 2, d * ((p - y).abs() - 0.5 * d)),
)
signs = lambda: [2 * bits(5) - 1, real(5)]
for variant, reduction in (("standard", "none"), ("mean", "mean"), ("sum", "sum")):
    # hinge_embedding_loss with y = −1 is max(0, margin − x): of the product y f it is the hinge loss.
    case("hinge-loss", variant, signs, lambda y, f, r=reduction: F.hinge_embedding_loss(y * f, -torch.ones(5), margin=1.0, reduction=r))
case("hinge-loss", "squared", signs, lambda y, f: F.hinge_embedding_loss(y * f, -torch.ones(5), margin=1.0, reduction="none") ** 2)
scores = lambda: [classes(4, 3), real(3, 4), between(0.5, 2)]
# multi_margin_loss divides by the number of classes.
case("multiclass-hinge-loss", "standard", scores, lambda y, s, d: 4 * F.multi_margin_loss(s, y, margin=float(d), reduction="none"), gradients=False)
case("multiclass-hinge-loss", "mean", scores, lambda y, s, d: 4 * F.multi_margin_loss(s, y, margin=float(d)), gradients=False)
case("multiclass-hinge-loss", "standard", lambda: [classes(4, 3), real(3, 4), torch.tensor(1.0)], lambda y, s, d: 4 * F.multi_margin_loss(s, y, reduction="none"))
chances = lambda: [between(0.02, 0.98, 5)]
case("negative-log-likelihood", "standard", chances, lambda p: -torch.log(p))
case("negative-log-likelihood", "sum", chances, lambda p: -torch.log(p).sum())
case("negative-log-likelihood", "mean", chances, lambda p: -torch.log(p).mean())
case("accuracy", "scores", lambda: [classes(3, 6), simplex(6, 3)], lambda y, p: (p.argmax(1) == y).double().mean(), gradients=False)
case("accuracy", "classes", lambda: [classes(2, 6), classes(2, 6)], lambda y, p: (p == y).double().mean())

# Algebra
case("dot-product", "standard", lambda: [real(5), real(5)], torch.dot)
case("cosine-similarity", "standard", lambda: [real(5), real(5)], lambda x, y: F.cosine_similarity(x, y, dim=0))
case("matrix-vector-product", "standard", lambda: [real(3, 4), real(4)], torch.mv)
case("matrix-product", "standard", lambda: [real(3, 4), real(4, 2)], torch.mm)
case("matrix-product", "standard", lambda: [real(20, 17), real(17, 18)], torch.mm, rounds=1)
case("hadamard-product", "standard", pairs, torch.mul)
case("outer-product", "standard", lambda: [real(3), real(4)], torch.outer)
case("transpose", "standard", lambda: [real(2, 3)], lambda a: a.T * 1)
case("trace", "standard", lambda: [real(4, 4)], torch.trace)
case("determinant", "standard", lambda: [real(4, 4)], torch.linalg.det)
case("inverse", "standard", lambda: [real(4, 4) + 6 * torch.eye(4)], torch.linalg.inv)
for entry, order in (("l1-norm", 1), ("l2-norm", 2), ("max-norm", math.inf)):
    case(entry, "standard", vector, lambda x, p=order: torch.linalg.vector_norm(x, p))
case("squared-l2-norm", "standard", vector, lambda x: torch.linalg.vector_norm(x) ** 2)
case("lp-norm", "standard", lambda: [real(5), between(1, 5)], lambda x, p: torch.linalg.vector_norm(x, float(p)) + 0 * p, gradients=False)
case("frobenius-norm", "standard", lambda: [real(3, 4)], torch.linalg.matrix_norm)

# Probability
normal = lambda: [real(6), real(), positive()]
case("normal-density", "deviation", normal, lambda x, m, s: torch.exp(torch.distributions.Normal(m, s).log_prob(x)))
case("normal-log-density", "deviation", normal, lambda x, m, s: torch.distributions.Normal(m, s).log_prob(x))
scipy_case("normal-density", "deviation", normal, lambda x, m, s: scipy.stats.norm.pdf(x, m, s))
scipy_case("entropy", "natural", lambda: [simplex(4)], lambda p: scipy.stats.entropy(p))
scipy_case("entropy", "base-2", lambda: [simplex(3, 4)], lambda p: scipy.stats.entropy(p, base=2, axis=-1))
case("entropy", "natural", lambda: [simplex(3, 4)], lambda p: torch.special.entr(p).sum(-1))
scipy_case("kl-divergence", "natural", lambda: [simplex(4), simplex(4)], lambda p, q: scipy.stats.entropy(p, q))
scipy_case("kl-divergence", "base-2", lambda: [simplex(3, 4), simplex(3, 4)], lambda p, q: scipy.stats.entropy(p, q, base=2, axis=-1))
case("kl-divergence", "natural", lambda: [simplex(3, 4), simplex(3, 4)], lambda p, q: F.kl_div(torch.log(q), p, reduction="none").sum(-1))
case("bayes-rule", "standard", lambda: [between(0.02, 0.98), between(0.02, 0.98), between(0.02, 0.98)], lambda l, p, e: l * p / e)
case("bayes-rule", "total", lambda: [between(0.02, 0.98, 4), simplex(4)], lambda l, p: F.normalize(l * p, p=1, dim=0))
case("joint-distribution", "standard", lambda: [simplex(3, 4), simplex(3)], lambda c, m: torch.diag(m) @ c)
case("marginal-distribution", "first-axis", lambda: [between(0.02, 0.98, 3, 4)], lambda j: torch.ones(3) @ j)
case("conditional-distribution", "rows", lambda: [between(0.02, 0.98, 3, 4)], lambda j: F.normalize(j, p=1, dim=1))
scipy_case("expectation", "standard", lambda: [real(5), simplex(5)], lambda x, p: np.average(x, weights=p))
case("mean", "standard", vector, torch.mean)
case("variance", "population", vector, lambda x: torch.var(x, correction=0))
case("variance", "sample", vector, torch.var)
case("standard-deviation", "population", vector, lambda x: torch.std(x, correction=0))
case("standard-deviation", "sample", vector, torch.std)

# Regression and optimisation
case("linear-prediction", "batch", lambda: [real(5, 3), real(3), real()], lambda x, w, b: F.linear(x, w.unsqueeze(0)).squeeze(1) + b)
case("linear-prediction", "single", lambda: [real(3), real(3), real()], lambda w, x, b: torch.dot(w, x) + b)
case("least-squares", "standard", lambda: [real(6, 3), real(6)], lambda x, y: torch.linalg.lstsq(x, y.unsqueeze(1)).solution.squeeze(1))


def ridge(x, y, l):
    wide = torch.cat([x, torch.sqrt(l) * torch.eye(3)])
    return torch.linalg.lstsq(wide, torch.cat([y, torch.zeros(3)]).unsqueeze(1)).solution.squeeze(1)


case("ridge-regression", "standard", lambda: [real(6, 3), real(6), positive()], ridge)


def slope(scale):
    def gradient(x, w, y):
        w = w.detach().clone().requires_grad_(True)
        loss = scale(F.mse_loss(x.detach() @ w, y.detach(), reduction="sum"), x.shape[0])
        return torch.autograd.grad(loss, w)[0]

    return gradient


for variant, scale in {
    "mean": lambda s, n: s / (2 * n),
    "full-mean": lambda s, n: s / n,
    "sum": lambda s, n: s / 2,
    "full-sum": lambda s, n: s,
}.items():
    case("linear-regression-gradient", variant, lambda: [real(5, 3), real(3), real(5)], slope(scale), gradients=False)


def stepped(make):
    """One step of a PyTorch optimiser from the given state."""

    def run(w, g, *rest):
        p = torch.nn.Parameter(w.clone())
        p.grad = g.clone()
        optimiser = make(p, *[float(r) if r.ndim == 0 else r for r in rest])
        optimiser.step()
        return p.detach()

    return run


case("gradient-descent", "standard", lambda: [real(4), real(4), between(0.01, 0.5)], stepped(lambda p, lr: torch.optim.SGD([p], lr=lr)), gradients=False)
case("weight-decay", "step", lambda: [real(4), real(4), between(0.01, 0.5), between(0.01, 0.5)], stepped(lambda p, lr, wd: torch.optim.SGD([p], lr=lr, weight_decay=wd)), gradients=False)


def adam(p, m, v, t, lr, b1, b2, eps):
    optimiser = torch.optim.Adam([p], lr=lr, betas=(b1, b2), eps=eps)
    optimiser.state[p] = {"step": torch.tensor(float(t) - 1), "exp_avg": m.clone(), "exp_avg_sq": v.clone()}
    return optimiser


case(
    "adam", "standard",
    lambda: [real(4), real(4), real(4), positive(4), torch.tensor(float(rng.integers(1, 9))), between(0.001, 0.1), between(0.5, 0.95), between(0.9, 0.999), torch.tensor(1e-8)],
    stepped(adam), gradients=False,
)


def velocity(v, g, beta):
    p = torch.nn.Parameter(torch.zeros_like(v))
    optimiser = torch.optim.SGD([p], lr=1.0, momentum=float(beta))
    optimiser.state[p] = {"momentum_buffer": v.clone()}
    p.grad = g.clone()
    optimiser.step()
    return optimiser.state[p]["momentum_buffer"].detach()


case("momentum", "velocity", lambda: [real(4), real(4), between(0.5, 0.95)], velocity, gradients=False)
case("momentum", "average", lambda: [real(4), real(4), between(0.5, 0.95)], lambda v, g, b: torch.lerp(g, v, b))
case("momentum", "scaled", lambda: [real(4), real(4), between(0.5, 0.95), positive()], lambda v, g, b, e: torch.addcmul(b * v, e, g))
case("momentum", "descending", lambda: [real(4), real(4), between(0.5, 0.95), positive()], lambda v, g, b, e: torch.addcmul(b * v, e, g, value=-1))
case("moving-average", "standard", lambda: [real(4), real(4), between(0.5, 0.95)], lambda v, x, b: torch.lerp(x, v, b))
case("moving-average", "reversed", lambda: [real(4), real(4), between(0.5, 0.95)], lambda v, x, b: torch.lerp(v, x, b))
case("bias-correction", "standard", lambda: [real(4), torch.tensor(float(rng.integers(1, 9))), between(0.5, 0.95)], lambda v, t, b: v / (1 - b**t))
case("l2-penalty", "half", lambda: [real(4), positive()], lambda w, l: l / 2 * torch.dot(w, w))
case("l2-penalty", "full", lambda: [real(4), positive()], lambda w, l: l * torch.dot(w, w))
case("central-difference", "standard", lambda: [real(4), real(4), positive()], lambda a, b, h: (a - b) / (2 * h))

# Layers
case("dense", "single", lambda: [real(3), real(4, 3), real(4)], F.linear)
case("dense", "batch", lambda: [real(5, 3), real(3, 4), real(4)], lambda x, w, b: torch.addmm(b, x, w))
case("dense", "batch-transposed", lambda: [real(5, 3), real(4, 3), real(4)], F.linear)
case("mlp", "relu", lambda: [real(3), real(4, 3), real(4), real(2, 4), real(2)], lambda x, w, b, v, c: F.linear(F.relu(F.linear(x, w, b)), v, c))
case("dropout", "inverted", lambda: [real(5), bits(5), between(0.1, 0.9)], lambda x, m, p: x * m / (1 - p))
case("dropout", "keep-probability", lambda: [real(5), bits(5), between(0.1, 0.9)], lambda x, m, p: x * m / p)
case("dropout", "plain", lambda: [real(5), bits(5), between(0.1, 0.9)], lambda x, m, p: x * m + 0 * p)
case("batch-normalisation", "batch", lambda: [real(5, 3), real(), real(), torch.tensor(1e-5)], lambda x, g, b, e: F.batch_norm(x, None, None, g.expand(3), b.expand(3), training=True, eps=1e-5) + 0 * e, gradients=False)
case("layer-normalisation", "layer", lambda: [real(2, 5), real(), real(), torch.tensor(1e-5)], lambda x, g, b, e: F.layer_norm(x, (5,), g.expand(5), b.expand(5), eps=1e-5) + 0 * e, gradients=False)
case("batch-normalisation", "batch", lambda: [real(5, 3), real(3), real(3), torch.tensor(1e-5)], lambda x, g, b, e: g * (x - x.mean(0)) / torch.sqrt(x.var(0, correction=0) + e) + b)
given = lambda: [real(4), real(4), positive(4), real(), real(), torch.tensor(1e-3)]
for entry in ("batch-normalisation", "layer-normalisation"):
    case(entry, "statistics", given, lambda x, m, s, g, b, e: F.batch_norm(x.unsqueeze(0), m.detach(), (s**2).detach(), g.expand(4), b.expand(4), eps=1e-3).squeeze(0) + 0 * e, gradients=False)
case("layer-normalisation", "layer", lambda: [real(2, 5), real(5), real(5), torch.tensor(1e-5)], lambda x, g, b, e: g * (x - x.mean(-1, keepdim=True)) / torch.sqrt(x.var(-1, correction=0, keepdim=True) + e) + b)
case("standardisation", "statistics", lambda: [real(4), real(4), positive(4)], lambda x, m, s: (x - m) / s)
scipy_case("standardisation", "sample", vector, scipy.stats.zscore)
fans = lambda: [torch.tensor(float(rng.integers(1, 9))), torch.tensor(float(rng.integers(1, 9)))]


def initial(function, scale):
    """What torch.nn.init computes, measured on the bound of its uniform form."""

    def run(inputs, outputs=torch.tensor(4.0)):
        weights = torch.empty(int(outputs), int(inputs))
        bounds = []
        original = torch.Tensor.uniform_
        torch.Tensor.uniform_ = lambda self, a, b, **k: bounds.append(b) or self
        try:
            function(weights)
        finally:
            torch.Tensor.uniform_ = original
        return torch.tensor(scale(bounds[0]))

    return run


uniform = {"variance": lambda b: b * b / 3, "bound": lambda b: b, "deviation": lambda b: b / math.sqrt(3)}
for variant, scale in uniform.items():
    case("xavier-initialisation", variant, fans, initial(torch.nn.init.xavier_uniform_, scale), gradients=False)
    case("he-initialisation", variant, lambda: fans()[:1], initial(lambda w: torch.nn.init.kaiming_uniform_(w, nonlinearity="relu"), scale), gradients=False)

# Attention, scores, distances
case("logistic-regression", "single", lambda: [real(3), real(3), real()], lambda w, x, b: torch.sigmoid(torch.dot(w, x) + b))
case("logistic-regression", "batch", lambda: [real(5, 3), real(3), real()], lambda x, w, b: torch.sigmoid(torch.addmv(b.expand(5), x, w)))
qkv = lambda: [real(2, 3), real(4, 3), real(4, 5)]
case("scaled-dot-product-attention", "scaled", qkv, F.scaled_dot_product_attention)
case("scaled-dot-product-attention", "unscaled", qkv, lambda q, k, v: F.scaled_dot_product_attention(q, k, v, scale=1.0))
case("perplexity", "standard", chances, lambda p: torch.exp(F.nll_loss(torch.log(p).unsqueeze(1), torch.zeros(5, dtype=torch.long))))
counts = lambda: [torch.tensor(float(rng.integers(1, 9))), torch.tensor(float(rng.integers(1, 9)))]
scipy_case("precision", "standard", counts, lambda a, b: np.mean(np.r_[np.ones(int(a)), np.zeros(int(b))]))
scipy_case("recall", "standard", counts, lambda a, b: np.mean(np.r_[np.ones(int(a)), np.zeros(int(b))]))
scipy_case("f1-score", "standard", lambda: [between(0.02, 0.98), between(0.02, 0.98)], lambda p, r: scipy.stats.hmean([p, r]))
scipy_case("covariance", "population", lambda: [real(5), real(5)], lambda x, y: np.cov(x, y, ddof=0)[0, 1])
scipy_case("covariance", "sample", lambda: [real(5), real(5)], lambda x, y: np.cov(x, y)[0, 1])
case("covariance", "sample", lambda: [real(5), real(5)], lambda x, y: torch.cov(torch.stack([x, y]))[0, 1])
case("correlation", "standard", lambda: [real(5), real(5)], lambda x, y: torch.corrcoef(torch.stack([x, y]))[0, 1])
case("euclidean-distance", "standard", lambda: [real(4), real(4)], lambda x, y: torch.dist(x, y, 2))
case("manhattan-distance", "standard", lambda: [real(4), real(4)], lambda x, y: torch.dist(x, y, 1))
case("focal-loss", "standard", lambda: [between(0.02, 0.98, 5), between(0.5, 3)], lambda p, g: -torch.exp(g * torch.log1p(-p)) * torch.log(p))
case("label-smoothing", "uniform", lambda: [simplex(2, 4), between(0.01, 0.5)], lambda y, e: torch.lerp(y, torch.full((2, 4), 0.25), e))
case("min-max-scaling", "standard", vector, lambda x: (x - x.amin()) / (x.amax() - x.amin()))


def rmsprop(p, s, lr, gamma, eps):
    optimiser = torch.optim.RMSprop([p], lr=lr, alpha=gamma, eps=eps)
    optimiser.state[p] = {"step": torch.tensor(3.0), "square_avg": s.clone()}
    return optimiser


def adagrad(p, s, lr, eps):
    optimiser = torch.optim.Adagrad([p], lr=lr, eps=eps)
    optimiser.state[p] = {"step": torch.tensor(3.0), "sum": s.clone()}
    return optimiser


rms = lambda: [real(4), real(4), positive(4), between(0.001, 0.1), between(0.5, 0.95), torch.tensor(1e-6)]
ada = lambda: [real(4), real(4), positive(4), between(0.001, 0.1), torch.tensor(1e-6)]
case("rmsprop", "outside", rms, stepped(rmsprop), gradients=False)
case("rmsprop", "inside", rms, lambda w, g, s, lr, b, e: torch.addcdiv(w, -lr * g, torch.sqrt(torch.lerp(g * g, s, b) + e)))
case("adagrad", "outside", ada, stepped(adagrad), gradients=False)
case("adagrad", "inside", ada, lambda w, g, s, lr, e: torch.addcdiv(w, -lr * g, torch.sqrt(s + g * g + e)))


def convolved(n, k, p, s, sides):
    """The length that a convolution of that padding returns."""
    padded = F.pad(torch.zeros(1, 1, int(n)), (int(p), int(p) if sides == 2 else 0))
    return torch.tensor(float(F.conv1d(padded, torch.zeros(1, 1, int(k)), stride=int(s)).shape[-1]))


sizes = lambda: [torch.tensor(float(rng.integers(9, 30))), torch.tensor(float(rng.integers(1, 7))), torch.tensor(float(rng.integers(0, 4))), torch.tensor(float(rng.integers(1, 4)))]
case("convolution-output-size", "padding", sizes, lambda n, k, p, s: convolved(n, k, p, s, 2), gradients=False)
case("convolution-output-size", "total-padding", sizes, lambda n, k, p, s: convolved(n, k, p, s, 1), gradients=False)

# Distributions
scipy_case("bernoulli-probability", "standard", lambda: [bits(5), between(0.02, 0.98)], lambda x, p: scipy.stats.bernoulli.pmf(x, p))
scipy_case("binomial-probability", "standard", lambda: [torch.arange(-1.0, 9.0), torch.tensor(7.0), between(0.02, 0.98)], lambda k, n, p: scipy.stats.binom.pmf(k, n, p))
scipy_case("poisson-probability", "standard", lambda: [torch.arange(0.0, 9.0), positive()], lambda k, l: scipy.stats.poisson.pmf(k, l))
scipy_case("exponential-density", "rate", lambda: [real(6), positive()], lambda x, l: scipy.stats.expon.pdf(x, scale=1 / l))
scipy_case("exponential-density", "mean", lambda: [real(6), positive()], lambda x, l: scipy.stats.expon.pdf(x, scale=l))
case("poisson-probability", "standard", lambda: [torch.arange(0.0, 5.0), positive()], lambda k, l: torch.exp(torch.distributions.Poisson(l).log_prob(k)))


# Conventions that texts share with the standard ones
shares = lambda: [between(0.02, 0.98, 5), between(0.02, 0.98, 5)]
case("cross-entropy", "element", shares, lambda y, p: -torch.xlogy(y, p))
case("cross-entropy", "element-mean", shares, lambda y, p: -torch.dot(y, torch.log(p)) / 5)
linear = {"inputs-variance": lambda b: b * b / 3, "inputs-deviation": lambda b: b / math.sqrt(3)}
for variant, scale in linear.items():
    case("xavier-initialisation", variant, lambda: fans()[:1], initial(lambda w: torch.nn.init.kaiming_uniform_(w, nonlinearity="linear"), scale), gradients=False)
case("weight-decay", "double", lambda: [real(4), real(4), between(0.01, 0.5), between(0.01, 0.5)], stepped(lambda p, lr, wd: torch.optim.SGD([p], lr=lr, weight_decay=2 * wd)), gradients=False)
scipy_case("f1-score", "counts", lambda: counts() + counts()[:1], lambda t, fp, fn: scipy.stats.hmean([t / (t + fp), t / (t + fn)]))

print(json.dumps({"torch": torch.__version__.split("+")[0], "cases": cases}, separators=(",", ":")).replace('{"entry"', '\n{"entry"'))
