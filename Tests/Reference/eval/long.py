#!/usr/bin/env python3
"""Formulas on arrays of 20,011 elements, evaluated by NumPy, for LongArrayTests: long.json beside this script."""
import json
import pathlib

import numpy as np

n = 20011
i = np.arange(n, dtype=np.int64)
x = (i * 7919 % 10007) / 1000.0 - 5
y = (i * 104729 % 20011) / 5000.0 + 0.25
M = x[: 150 * 130].reshape(150, 130)
places = np.arange(1, n + 1)
cases = [
    (r"\frac{1}{1+e^{-x}}", "x", 1 / (1 + np.exp(-x))),
    (r"\sigma(x)", "x", 1 / (1 + np.exp(-x))),
    (r"\tanh x", "x", np.tanh(x)),
    (r"x \odot y + \log y", "xy", x * y + np.log(y)),
    (r"x^3 - 2x^2 + 0.5", "x", x**3 - 2 * x**2 + 0.5),
    (r"y^{x}", "xy", y**x),
    (r"2^x", "x", 2.0**x),
    (r"\frac{x}{y}", "xy", x / y),
    (r"\sqrt{y}", "y", np.sqrt(y)),
    (r"\sin x + \cos y", "xy", np.sin(x) + np.cos(y)),
    (r"\max(0, x)", "x", np.maximum(0, x)),
    (r"\begin{cases} x & x > 0 \\ 0.1 x & \text{otherwise}\end{cases}", "x", np.where(x > 0, x, 0.1 * x)),
    (r"\operatorname{ReLU}(x)", "x", np.maximum(0, x)),
    (r"\ln(1+e^x)", "x", np.log1p(np.exp(x))),
    (r"\lfloor x \rfloor", "x", np.floor(x)),
    (r"\frac{e^{x_i}}{\sum_{j=1}^n e^{x_j}}", "x", np.exp(x) / np.exp(x).sum()),
    (r"M \odot M - 1", "M", M * M - 1),
    (r"\sum_{i=1}^{n} x_i^2", "x", (x**2).sum()),
    (r"\frac{1}{n}\sum_{i=1}^n (x_i-\frac1n\sum_{j=1}^n x_j)^2", "x", x.var()),
    (r"\sum_i x_i y_i", "xy", x @ y),
    (r"x^\top y", "xy", x @ y),
    (r"\|x\|_2", "x", np.linalg.norm(x)),
    (r"\|x\|_1", "x", np.abs(x).sum()),
    (r"\|M\|_F", "M", np.linalg.norm(M)),
    (r"\max_i x_i", "x", x.max()),
    (r"\min_i x_i", "x", x.min()),
    (r"\arg\max_i y_i", "y", y.argmax() + 1),
    (r"\sum_{i=1}^n i x_i", "x", (places * x).sum()),
    (r"\sum_{i: x_i>0} x_i", "x", x[x > 0].sum()),
    (r"\prod_i (1+10^{-6} x_i)", "x", np.prod(1 + 1e-6 * x)),
    # In memory: not element by element.
    (r"\operatorname{softmax}(x)", "x", np.exp(x) / np.exp(x).sum()),
    (r"\sum_{i,j} M_{ij}^2", "M", (M**2).sum()),
]
out = []
for latex, names, value in cases:
    value = np.asarray(value, float)
    flat = value.ravel()
    shown = [0, flat.size // 3, flat.size - 1]
    out.append({
        "latex": latex, "names": names, "shape": list(value.shape), "places": shown, "values": [float(flat[k]) for k in shown],
        "sum": float(flat.sum()), "magnitude": float(np.abs(flat).sum()),
    })
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(out, indent=1) + "\n")
