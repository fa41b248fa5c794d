"""Formulas a second of math-core (PyPI) on requests of `gloss render --jsonl`: the best of seven runs, warm, one thread."""

import json
import sys
import time

import math_core

converter = math_core.LatexToMathML()
formulas = []
for line in open(sys.argv[1], encoding="utf-8"):
    request = json.loads(line)
    try:
        converter.convert_with_local_state(request["latex"], displaystyle=request["display"])
    except math_core.LatexError:
        continue
    formulas.append((request["latex"], request["display"]))

times = []
for _ in range(7):
    start = time.perf_counter()
    calls = 0
    while time.perf_counter() - start < 0.2:
        for latex, display in formulas:
            converter.convert_with_local_state(latex, displaystyle=display)
        calls += 1
    times.append((time.perf_counter() - start) / calls)
print(int(len(formulas) / min(times)), len(formulas))
