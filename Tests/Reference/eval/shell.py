#!/usr/bin/env python3
"""Values for EvalTests, from NumPy. Writes shell.json beside itself."""
import json
import pathlib

import numpy as np

rng = np.random.default_rng(0)


def softmax(x):
    e = np.exp(x - np.max(x))
    return e / e.sum()


o = np.array([1.0, 2.0, 3.0])
x = np.array([0.5, -1.25, 2.0])
y = np.array([2.0, 0.25, -1.0])
W = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
v = np.array([0.5, -1.0])
s = 1 / (1 + np.exp(-0.5))
cases = [
    ["softmax", {"o": o}, softmax(o)],
    [r"\frac{1}{1+e^{-x}}", {"x": 0.5}, s],
    [r"\sum_{i=1}^{n} i^2", {"n": 10}, 385],
    [r"\frac{e^{x}-e^{-x}}{e^{x}+e^{-x}}", {"x": 0.5}, np.tanh(0.5)],
    [r"\sqrt{x^2+y^2}", {"x": 3, "y": 4}, 5],
    [r"\hat{y} = \sigma(w^\top x + b)", {"w": y, "x": x, "b": 0.1}, 1 / (1 + np.exp(-(y @ x + 0.1)))],
    [r"W v", {"W": W, "v": v}, W @ v],
    [r"\mathbf{x}^\top \mathbf{y}", {"x": x, "y": y}, x @ y],
    [r"\sum_i x_i y_i", {"x": x, "y": y}, x @ y],
    [r"\|x\|_2", {"x": x}, np.linalg.norm(x)],
    [r"\|x\|_1", {"x": x}, np.abs(x).sum()],
    [r"\max(0, x)", {"x": x}, np.maximum(0, x)],
    [r"-\sum_{j} y_j \log \hat{y}_j", {"y": [0, 0, 1], r"\hat{y}": softmax(o)}, -np.log(softmax(o)[2])],
    [r"\log(1+e^x)", {"x": 0.5}, np.log1p(np.exp(0.5))],
    [r"\prod_{k=1}^{5} k", {}, 120],
    [r"2^{10}", {}, 1024],
    [r"\begin{cases} x & x > 0 \\ \alpha (e^x - 1) & x \le 0 \end{cases}", {"x": -1.0, r"\alpha": 0.5}, 0.5 * (np.exp(-1) - 1)],
    [r"\frac{1}{n}\sum_{i=1}^{n} (y_i - \hat{y}_i)^2", {"y": x, "y_hat": y}, np.mean((x - y) ** 2)],
    [r"A^\top", {"A": W}, W.T],
    [r"x_2", {"x": x}, x[1]],
    [r"\operatorname{ReLU}(x)", {"x": -2}, 0],
    [r"tanh(x)", {"x": 0.5}, np.tanh(0.5)],
    [r"1+1=2", {}, True],
]


def plain(value):
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else value


out = [
    {"latex": latex, "bindings": {k: plain(b) for k, b in bindings.items()}, "value": plain(value)}
    for latex, bindings, value in cases
]
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(out, indent=1) + "\n")
