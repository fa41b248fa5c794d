"""Writes KeywordNames.swift: the parameters of functions of NumPy that take no other keywords."""
import inspect, pathlib, textwrap
import numpy as np

functions = {}
for prefix, module in [("numpy", np), ("numpy.linalg", np.linalg)]:
    for name in sorted(dir(module)):
        value = getattr(module, name)
        if name.startswith("_") or not callable(value) or isinstance(value, type):
            continue
        try:
            signature = inspect.signature(value)
        except (TypeError, ValueError):
            continue
        kinds = [p.kind for p in signature.parameters.values()]
        if inspect.Parameter.VAR_KEYWORD in kinds or not kinds:
            continue
        words = [p.name for p in signature.parameters.values()]
        if isinstance(value, np.ufunc):
            words += ["out", "where", "casting", "order", "dtype", "subok", "signature", "x1", "x2", "x"]
        functions[f"{prefix}.{name}"] = " ".join(dict.fromkeys(words))
lines = ["// Written by Tests/Reference/snippets/keywords.py: run it again instead of editing.", "",
         "/// Parameters of functions of NumPy, for keywords that a function certainly lacks.", "enum KeywordNames {",
         "    static let of: [String: String] = ["]
for name, words in functions.items():
    row = f'        "{name}": "{words}",'
    lines.append(row)
lines += ["    ]", "}"]
target = pathlib.Path(__file__).parents[3] / "Sources/Snippets/Names/KeywordNames.swift"
target.write_text("\n".join(lines) + "\n")
