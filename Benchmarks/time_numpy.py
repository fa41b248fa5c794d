#!/usr/bin/env python3
"""Processor time of `gloss eval` on an array in a file, beside NumPy on one thread: the best of several ways to write the formula.

Reading the file is in both, the start of the process in ours alone.

time_numpy.py FILE.npy GLOSS
time_numpy.py --make FILE.npy N
"""
import os
import resource
import subprocess
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
latex = {
    "sigmoid": r"\frac{1}{1+e^{-x}}",
    "sum of squares": r"\sum_i x_i^2",
    "tanh": r"\tanh x",
    "polynomial": r"x^3 - 2x^2 + 0.5",
    "sine": r"\sin(x) \odot e^{-x^2/2}",
}
path, gloss = sys.argv[1], sys.argv[2]
out = os.path.join(os.path.dirname(path), "y.npy")


def ours(name, write):
    """Processor time of one run, the start of the process included."""
    words = [gloss, "eval", latex[name], "x=@" + path, "--max-elements", "100000000"] + (["--out", out] if write else [])
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def peer(way, mapped, write):
    start = time.process_time()
    # A private mapping may be written over; the file keeps its bytes.
    x = np.load(path, mmap_mode="c") if mapped else np.load(path)
    y = way(x)
    if write:
        np.save(out, y)
    return time.process_time() - start


print(f"| formula on 10^7 numbers | gloss eval | NumPy {np.__version__}, one thread | ratio |\n|---|---|---|---|")
for write in (False, True):
    for name, ways in formulas.items():
        best = [1e9, 1e9]
        # In turn, so that both see the same machine.
        for _ in range(9):
            best[0] = min(best[0], ours(name, write))
            for way in ways:
                for mapped in (False, True):
                    best[1] = min(best[1], peer(way, mapped, write))
        a, b = best[0] * 1000, best[1] * 1000
        print(f"| {name}{', written to a file' if write else ''} | {a:.1f} ms | {b:.1f} ms | {a / b:.2f} |", flush=True)
