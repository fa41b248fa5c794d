"""Values at extreme arguments to 60 digits with mpmath: where the naive formula overflows, vanishes or cancels.

    python3 extremes.py > extremes.json
"""

import json

from mpmath import erfc, exp, expm1, log, log1p, mp, mpf, pi, sqrt, tanh

mp.dps = 400
points = ["-1000", "-745", "-40", "-20", "-1e-8", "-1e-20", "0", "1e-20", "1e-8", "20", "40", "745", "1000"]


def exact(text):
    """The double that the text means, exactly."""
    return mpf(float(text))


functions = {
    "sigmoid": lambda x: 1 / (1 + exp(-x)),
    "logSigmoid": lambda x: -log1p(exp(-x)),
    "softplus": lambda x: log1p(exp(x)),
    "elu": lambda x: x if x > 0 else expm1(x),
    "gelu": lambda x: x * erfc(-x / sqrt(mpf(2))) / 2,
    "swish": lambda x: x / (1 + exp(-x)),
    "mish": lambda x: x * tanh(log1p(exp(x))),
    "tanh": tanh,
    "normalLogDensity": lambda x: -x * x / 2 - log(2 * pi) / 2,
}
rows = [[1000, 0, -1000], [1000, 1000, 1000], [-1000, -1001, -1002], [700, 710, 720], [1e-9, 0, -1e-9]]


def log_sum_exp(row):
    return log(sum(exp(exact(x)) for x in row))


out = {
    "elementwise": {
        name: [[float(t), float(f(exact(t)))] for t in points] for name, f in functions.items()
    },
    "logSumExp": [[row, float(log_sum_exp(row))] for row in rows],
    "softmax": [[row, [float(exp(exact(x) - log_sum_exp(row))) for x in row]] for row in rows],
    "logSoftmax": [[row, [float(exact(x) - log_sum_exp(row)) for x in row]] for row in rows],
    "binaryCrossEntropyLogits": [
        [y, float(t), float(log1p(exp(exact(t))) - y * exact(t))] for t in points for y in (0, 1)
    ],
    "binaryCrossEntropy": [
        [y, p, float(-(y * log(mpf(p)) if y else log1p(-mpf(p))))] for p in (1e-300, 1e-20, 0.5, 1 - 2**-53) for y in (0, 1)
    ],
    "norm": [[row, p, float(sum(exact(abs(x)) ** mpf(p) for x in row) ** (1 / mpf(p)))]
             for row in ([1e200, 1e200], [1e-200, 3e-200], [3e300, 4e300], [5e-324, 0.0]) for p in (1, 2, 3)],
}
print(json.dumps(out, separators=(",", ":")))
