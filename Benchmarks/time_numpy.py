#!/usr/bin/env python3
"""Times NumPy on one thread on the formulas of arrays.sh: milliseconds a formula, the best of several ways to write it.

time_numpy.py FILE.npy          read the file, then evaluate; the interpreter's start and the import are not counted
time_numpy.py FILE.npy OUT.npy  write the value too
time_numpy.py --make FILE.npy N
"""
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import numpy as np

if sys.argv[1] == "--make":
    np.save(sys.argv[2], np.random.default_rng(0).normal(size=int(sys.argv[3])) * 3)
    sys.exit()


def plain(x):
    return 1 / (1 + np.exp(-x))


def in_place(x):
    y = np.negative(x)
    np.exp(y, out=y)
    y += 1
    return np.reciprocal(y, out=y)


def over_input(x):
    np.negative(x, out=x)
    np.exp(x, out=x)
    x += 1
    return np.reciprocal(x, out=x)


def blocks(x):
    y = np.empty_like(x)
    for i in range(0, len(x), 8192):
        part = y[i : i + 8192]
        np.negative(x[i : i + 8192], out=part)
        np.exp(part, out=part)
        part += 1
        np.reciprocal(part, out=part)
    return y


def blocks_over_input(x):
    for i in range(0, len(x), 8192):
        over_input(x[i : i + 8192])
    return x


def square_sum_blocks(x):
    return sum(np.dot(x[i : i + 8192], x[i : i + 8192]) for i in range(0, len(x), 8192))


formulas = {
    "sigmoid": [plain, in_place, over_input, blocks, blocks_over_input],
    "sum of squares": [lambda x: (x**2).sum(), lambda x: np.dot(x, x), lambda x: np.einsum("i,i", x, x), square_sum_blocks],
    "tanh": [np.tanh, lambda x: np.tanh(x, out=x)],
    "polynomial": [lambda x: x**3 - 2 * x**2 + 0.5, lambda x: x * x * (x - 2) + 0.5],
    "sine": [lambda x: np.sin(x) * np.exp(-(x**2) / 2)],
}
path = sys.argv[1]
for name, ways in formulas.items():
    best = {}
    for way in ways:
        for mapped in (False, True):
            for _ in range(5):
                start = time.perf_counter()
                # A private mapping may be written over; the file keeps its bytes.
                x = np.load(path, mmap_mode="c") if mapped else np.load(path)
                y = way(x)
                if len(sys.argv) > 2:
                    np.save(sys.argv[2], y)
                took = time.perf_counter() - start
                best[name] = min(best.get(name, took), took)
                del x, y
    print(f"{name}\t{best[name] * 1000:.1f}")
