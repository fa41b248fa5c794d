#!/usr/bin/env python3
"""Values of the functions that block loops compute, rounded from mpmath, for BlockTests: blocks.json beside this script."""
import json
import math
import pathlib
import random

from mpmath import inf, mp, mpf, nan

mp.prec = 200
random.seed(20)


def draw(make, count=150):
    return [make() for _ in range(count)]


uniform = random.uniform
unary = {
    "exp": (mp.exp, draw(lambda: uniform(-745, 709.7)) + draw(lambda: uniform(-1, 1)) + [709.78, 709.79, -745.1, -745.2, -720.5]),
    "log": (mp.log, draw(lambda: math.exp(uniform(-744, 709))) + draw(lambda: uniform(0.5, 2)) + [1.0, 5e-324, 1e-310]),
    "tanh": (mp.tanh, draw(lambda: random.gauss(0, 3)) + draw(lambda: random.gauss(0, 1e-3)) + [25.0, -25.0, 5e-324, 0.0]),
    "sigmoid": (lambda x: 1 / (1 + mp.exp(-x)), draw(lambda: random.gauss(0, 5)) + draw(lambda: uniform(-740, 40)) + [800.0]),
    "sin": (mp.sin, draw(lambda: random.gauss(0, 5)) + draw(lambda: uniform(-1e6, 1e6)) + [math.pi * k for k in range(1, 50)] + [1e9, 0.0]),
    "cos": (mp.cos, draw(lambda: random.gauss(0, 5)) + draw(lambda: uniform(-1e6, 1e6)) + [math.pi / 2 * k for k in range(1, 50)] + [1e9, 0.0]),
}
power = (
    [(math.exp(uniform(-30, 30)), uniform(-20, 20)) for _ in range(150)]
    + [(uniform(0.9, 1.1), uniform(-7000, 7000)) for _ in range(150)]
    + [(math.exp(uniform(-700, 700)), uniform(-1, 1)) for _ in range(100)]
    + [(-2.0, 3.0), (-2.0, -2.0), (0.0, 2.0), (1e-310, 0.5), (2.0, 1024.0), (2.0, -1080.0), (1.0, 1e300)]
)


def number(x):
    x = float(x)
    return "NaN" if math.isnan(x) else "Infinity" if x == math.inf else "-Infinity" if x == -math.inf else x


out = {name: {"x": xs, "value": [number(f(mpf(x))) for x in xs]} for name, (f, xs) in unary.items()}
out["power"] = {"x": [x for x, _ in power], "y": [y for _, y in power], "value": [number(mpf(x) ** mpf(y)) for x, y in power]}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(out) + "\n")
