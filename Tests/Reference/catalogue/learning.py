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

print(json.dumps({"numpy": np.__version__, "torch": torch.__version__.split("+")[0], "cases": cases}, separators=(",", ":")).replace('{"entry"', '\n{"entry"'))
