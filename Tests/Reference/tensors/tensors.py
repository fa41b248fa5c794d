"""Tensor operations on random arguments, from NumPy, SciPy and PyTorch.

    python3 tensors.py > tensors.json
"""

import json
import math
import random

import numpy as np
import scipy.special
import scipy.linalg

rng = np.random.default_rng(7)
random.seed(7)
cases = []


def spell(v):
    v = float(v)
    if math.isnan(v):
        return "NaN"
    if math.isinf(v):
        return "Infinity" if v > 0 else "-Infinity"
    return v


def pack(a):
    a = np.asarray(a)
    kind = "boolean" if a.dtype == bool else "integer" if a.dtype.kind in "iu" else "float"
    return {"shape": list(a.shape), "elements": [spell(v) for v in a.reshape(-1)], "kind": kind}


def case(name, arguments, value, **parameters):
    cases.append({"name": name, "arguments": [pack(a) for a in arguments], "value": pack(value), **parameters})


def real(*shape):
    return rng.normal(size=shape) * 2


# Functions of one number, special values included
special = np.array([0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.5, -2.5, 1e-10, 30.0, -30.0, 700.0, np.inf, -np.inf, np.nan])
with np.errstate(all="ignore"):
    for name, f in {
        "negate": np.negative, "abs": np.abs, "sign": np.sign, "square": np.square, "reciprocal": np.reciprocal,
        "exp": np.exp, "exp2": np.exp2, "expm1": np.expm1, "log": np.log, "log2": np.log2, "log10": np.log10,
        "log1p": np.log1p, "sqrt": np.sqrt, "cbrt": np.cbrt, "sin": np.sin, "cos": np.cos, "tan": np.tan,
        "asin": np.arcsin, "acos": np.arccos, "atan": np.arctan, "sinh": np.sinh, "cosh": np.cosh, "tanh": np.tanh,
        "asinh": np.arcsinh, "acosh": np.arccosh, "atanh": np.arctanh, "floor": np.floor, "ceil": np.ceil,
        "round": np.round, "truncate": np.trunc, "erf": scipy.special.erf, "erfc": scipy.special.erfc,
        "sigmoid": scipy.special.expit, "softplus": lambda x: np.logaddexp(0, x),
        "isNaN": np.isnan, "isInfinite": np.isinf, "isFinite": np.isfinite,
    }.items():
        case("unary", [special], f(special), function=name)
        x = real(6)
        case("unary", [x], f(x), function=name)
    positive = rng.uniform(0.1, 20, size=8)
    mixed = np.concatenate([positive, rng.uniform(-3.9, -0.1, size=4)])
    case("unary", [positive], scipy.special.gammaln(positive), function="logGamma")
    case("unary", [positive], scipy.special.gamma(positive), function="gamma")
    case("unary", [mixed], scipy.special.digamma(mixed), function="digamma")

    # Functions of two numbers, broadcasting
    binary = {
        "add": np.add, "subtract": np.subtract, "multiply": np.multiply, "divide": np.divide, "power": np.power,
        "maximum": np.maximum, "minimum": np.minimum, "remainder": np.mod, "floorDivide": np.floor_divide,
        "atan2": np.arctan2, "hypot": np.hypot, "logAddExp": np.logaddexp, "xlogy": scipy.special.xlogy,
        "xlog1py": scipy.special.xlog1py, "equal": np.equal, "notEqual": np.not_equal, "less": np.less,
        "lessEqual": np.less_equal, "greater": np.greater, "greaterEqual": np.greater_equal,
        "logicalAnd": np.logical_and, "logicalOr": np.logical_or, "logicalXor": np.logical_xor,
    }
    shapes = [((3,), (3,)), ((2, 3), (3,)), ((2, 1), (1, 3)), ((), (2, 2)), ((4, 1, 2), (3, 1)), ((0, 3), (1, 3))]
    numbers = np.array([0.0, 1.0, -1.0, 2.0, -0.5, 7.5, -7.5, np.inf, np.nan])
    for name, f in binary.items():
        for a, b in shapes:
            x, y = real(*a), real(*b)
            case("binary", [x, y], f(x, y), function=name)
        a, b = numbers[:, None], numbers[None, :]
        # On ±0 and infinities, floor division and remainder follow C in NumPy and Python in part; only finite, non-zero.
        if name in ("remainder", "floorDivide"):
            a, b = a[:7], b[:, 1:7]
        case("binary", [a, b], f(a, b), function=name)
    for name in ("add", "subtract", "multiply", "divide", "maximum", "remainder", "floorDivide"):
        i, j = rng.integers(-5, 6, size=6), rng.integers(1, 6, size=6)
        case("binary", [i, j], binary[name](i, j), function=name)
    i, j = rng.integers(-5, 6, size=6), rng.integers(0, 6, size=6)
    case("binary", [i, j], np.power(i, j), function="power")

# Reductions
data = [real(2, 3, 2), np.array([[1.0, 3.0, 3.0], [2.0, 2.0, 0.0]]), rng.integers(-3, 4, size=(3, 4)), real(5)]
for x in data:
    axes = [None] + [(k,) for k in range(-x.ndim, x.ndim)] + ([(0, x.ndim - 1)] if x.ndim > 1 else [])
    for axis in axes:
        for keep in (False, True):
            for name, f in {
                "sum": np.sum, "product": np.prod, "mean": np.mean, "maximum": np.max, "minimum": np.min,
                "variance": np.var, "deviation": np.std, "any": np.any, "all": np.all, "median": np.median,
                "countNonzero": np.count_nonzero,
            }.items():
                case("reduce", [x], f(x, axis=axis, keepdims=keep), function=name,
                     axes=None if axis is None else list(axis), keep=keep)
            case("reduce", [x], scipy.special.logsumexp(x, axis=axis, keepdims=keep), function="logSumExp",
                 axes=None if axis is None else list(axis), keep=keep)
            for p in (1, 2, 3.5):
                case("reduce", [x], (np.abs(x) ** p).sum(axis=axis, keepdims=keep) ** (1 / p), function="norm", order=p,
                     axes=None if axis is None else list(axis), keep=keep)
        if axis is None or len(axis) == 1:
            one = None if axis is None else axis[0]
            case("argmax", [x], np.argmax(x, axis=one), axis=one)
            case("argmin", [x], np.argmin(x, axis=one), axis=one)
            case("cumsum", [x], np.cumsum(x, axis=one), axis=one)
            case("cumprod", [x], np.cumprod(x, axis=one), axis=one)
            if one is not None:
                case("sort", [x], np.sort(x, axis=one), axis=one)
                case("argsort", [x], np.argsort(x, axis=one, kind="stable"), axis=one)
                case("flip", [x], np.flip(x, axis=one), axis=one)
case("reduce", [np.zeros((0, 3))], np.sum(np.zeros((0, 3)), axis=0), function="sum", axes=[0], keep=False)
case("reduce", [np.zeros((2, 0))], np.prod(np.zeros((2, 0)), axis=1), function="product", axes=[1], keep=False)
wide = real(20, 30) * 10.0 ** rng.integers(-8, 8, size=(20, 30))
case("reduce", [wide], np.array(math.fsum(wide.reshape(-1))), function="sum", axes=None, keep=False)

# Shapes
x = real(2, 3, 4)
for p in ([0, 1, 2], [2, 0, 1], [1, 2, 0], [-1, 0, 1]):
    case("transpose", [x], np.transpose(x, p), axes=p)
t = real(2, 2)
case("tile", [t], np.tile(t, [2, 1, 3]), times=[2, 1, 3])
for axis in (None, 0, 1, 2):
    case("repeat", [x], np.repeat(x, 2, axis=axis), axis=axis, times=2)
a, b = real(2, 3), real(2, 3)
for axis in (0, 1, -1):
    case("concatenate", [a, b, a], np.concatenate([a, b, a], axis=axis), axis=axis)
    case("stack", [a, b], np.stack([a, b], axis=axis), axis=axis)
for offset in (-2, -1, 0, 1, 3):
    m = real(3, 4)
    case("diagonal", [m], np.diag(m, offset), offset=offset)
    case("triu", [m], np.triu(m, offset), offset=offset)
    case("tril", [m], np.tril(m, offset), offset=offset)
    v = real(3)
    case("diagonal", [v], np.diag(v, offset), offset=offset)
for k in range(3):
    index = rng.integers(-2, 2, size=(4, 3, 3))
    y = real(2, 3, 3)
    case("gather", [y, index], np.take_along_axis(y, index, axis=0), axis=0)
    index = rng.integers(0, 3, size=(2, 3, 2))
    case("gather", [y, index], np.take_along_axis(y, index, axis=2), axis=2)


# Indexing: random expressions of every form
def random_index(shape):
    parts, python, axis = [], [], 0
    while axis < len(shape):
        size = shape[axis]
        choice = random.choice(["at", "slice", "slice", "new", "array", "mask", "stop", "ellipsis"])
        if choice == "at" and size > 0:
            i = random.randrange(-size, size)
            parts.append({"at": i})
            python.append(i)
            axis += 1
        elif choice == "slice":
            bound = lambda: random.choice([None, random.randint(-size - 2, size + 2)])
            s = (bound(), bound(), random.choice([1, 1, 2, -1, -2, 3]))
            parts.append({"slice": list(s)})
            python.append(slice(*s))
            axis += 1
        elif choice == "new":
            parts.append({"new": True})
            python.append(None)
        elif choice == "array" and size > 0:
            shape_ = random.choice([[2], [3, 2], [1]])
            i = rng.integers(-size, size, size=shape_)
            parts.append({"tensor": pack(i)})
            python.append(i)
            axis += 1
        elif choice == "mask":
            mask = rng.integers(0, 2, size=size).astype(bool)
            parts.append({"tensor": pack(mask)})
            python.append(mask)
            axis += 1
        elif choice == "ellipsis" and Ellipsis not in [p for p in python if not isinstance(p, np.ndarray)]:
            parts.append({"ellipsis": True})
            python.append(Ellipsis)
            break
        elif choice == "stop":
            break
    return parts, tuple(python)


count = 0
while count < 150:
    y = real(*random.choice([(4,), (3, 4), (2, 3, 4), (2, 3, 2, 3)]))
    parts, python = random_index(y.shape)
    try:
        value = y[python]
    except IndexError:
        continue
    case("index", [y], value, index=parts)
    if value.size and count % 3 == 0:
        new = real(*value.shape[-1:])
        changed = y.copy()
        changed[python] = new
        case("assign", [y, new], changed, index=parts)
    count += 1
y = real(3, 4)
case("index", [y], y[y > 0], index=[{"tensor": pack(y > 0)}])

# Linear algebra
for shapes in [((3, 4), (4, 2)), ((4,), (4,)), ((2, 3), (3,)), ((3,), (3, 2)), ((2, 3, 4), (4, 2)), ((5, 1, 2, 3), (4, 3, 2)),
               ((3, 30), (30, 18)), ((2, 3, 4), (4,)), ((0, 3), (3, 2)), ((2, 0), (0, 3))]:
    a, b = real(*shapes[0]), real(*shapes[1])
    case("matmul", [a, b], a @ b)
i, j = rng.integers(-5, 6, size=(2, 3)), rng.integers(-5, 6, size=(3, 2))
case("matmul", [i, j], i @ j)
case("outer", [real(0), real(3)], np.outer([], [1, 2, 3]))
for n in (1, 2, 3, 5, 16, 17):
    a = real(n, n)
    b, c = real(n), real(n, 2)
    case("solve", [a, b], np.linalg.solve(a, b))
    case("solve", [a, c], np.linalg.solve(a, c))
    case("inverse", [a], np.linalg.inv(a))
    case("determinant", [a], np.linalg.det(a))
    case("cholesky", [a @ a.T + np.eye(n)], np.linalg.cholesky(a @ a.T + np.eye(n)))
    case("eigenvalues", [a + a.T], np.linalg.eigvalsh(a + a.T))
    case("realEigenvalues", [a @ a.T], np.sort(np.linalg.eigvals(a @ a.T))[::-1])
    case("matrixPower", [a / n], np.linalg.matrix_power(a / n, 5), exponent=5)
    case("matrixPower", [a], np.linalg.matrix_power(a, -2), exponent=-2)
batch = real(4, 3, 3)
case("inverse", [batch], np.linalg.inv(batch))
case("determinant", [batch], np.linalg.det(batch))
case("determinant", [np.array([[1.0, 2.0], [2.0, 4.0]])], np.array(0.0))
for m, n in ((3, 3), (5, 3), (3, 5), (1, 4), (4, 1), (20, 3), (2, 17)):
    a = real(m, n)
    case("singularValues", [a], np.linalg.svd(a, compute_uv=False))
    case("pseudoinverse", [a], np.linalg.pinv(a))
    q, r = np.linalg.qr(a)
    case("qr-q", [a], q)
    case("qr-r", [a], r)
    b = real(m)
    case("lstsq", [a, b], np.linalg.lstsq(a, b, rcond=None)[0])
low = np.outer(real(4), real(3))
case("singularValues", [low], np.linalg.svd(low, compute_uv=False))
case("pseudoinverse", [low], np.linalg.pinv(low))

# Ranges
for start, stop, step in ((0, 5, 1), (0, 1, 0.1), (5, 0, -2), (1, 1, 1), (0, -3, 1), (1, 2, 0.3)):
    case("arange", [], np.arange(float(start), stop, step), range=[start, stop, step])
for start, stop, count in ((0, 1, 5), (1, -1, 2), (3, 4, 1), (0, 1, 0), (0, 1, 11)):
    case("linspace", [], np.linspace(start, stop, count), range=[start, stop, count])


# xoshiro256** seeded by SplitMix64, from the authors' description
def xoshiro(seed, count):
    mask = (1 << 64) - 1
    state = []
    for _ in range(4):
        seed = (seed + 0x9E3779B97F4A7C15) & mask
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        state.append(z ^ (z >> 31))
    rotate = lambda x, k: ((x << k) | (x >> (64 - k))) & mask
    out = []
    for _ in range(count):
        out.append((rotate(state[1] * 5 & mask, 7) * 9) & mask)
        t = (state[1] << 17) & mask
        state[2] ^= state[0]
        state[3] ^= state[1]
        state[1] ^= state[2]
        state[0] ^= state[3]
        state[2] ^= t
        state[3] = rotate(state[3], 45)
    return out


generator = {str(seed): [f"{v:016x}" for v in xoshiro(seed, 20)] for seed in (0, 1, 42, 2**63 + 5)}
print(json.dumps({"numpy": np.__version__, "generator": generator, "cases": cases}, separators=(",", ":")).replace('{"name"', '\n{"name"'))
