"""Writes KeywordNames.swift: the parameters of functions and classes of NumPy and PyTorch that take no other keywords."""
import inspect
import pathlib
import re

import numpy as np
import torch
import torch.utils.data

functions = {}


def signature(value):
    """Names of the parameters, or None where they are not known or any keyword goes."""
    try:
        parameters = inspect.signature(value).parameters.values()
    except (TypeError, ValueError):
        return None
    kinds = [p.kind for p in parameters]
    if inspect.Parameter.VAR_KEYWORD in kinds or not kinds:
        return None
    return [p.name for p in parameters if not p.name.startswith("_")]


for prefix, module in [("numpy", np), ("numpy.linalg", np.linalg)]:
    for name in sorted(dir(module)):
        value = getattr(module, name)
        if name.startswith("_") or not callable(value) or isinstance(value, type):
            continue
        words = signature(value)
        if words is None:
            continue
        if isinstance(value, np.ufunc):
            words += ["out", "where", "casting", "order", "dtype", "subok", "signature", "x1", "x2", "x"]
        # Words of earlier releases, which notes still use.
        words += {"histogram": ["normed"], "percentile": ["interpolation"], "quantile": ["interpolation"]}.get(name, [])
        functions[f"{prefix}.{name}"] = words

# Functions in C++ have no signature; their documentation has all of their forms. They also take NumPy's words.
customary = "input other out dtype dim axis keepdim keepdims device requires_grad x x1 x2 generator layout memory_format pin_memory names".split()
for prefix, module in [("torch", torch), ("torch.linalg", torch.linalg), ("torch.nn.functional", torch.nn.functional)]:
    for name in sorted(dir(module)):
        value = getattr(module, name)
        if name.startswith("_") or not callable(value) or isinstance(value, type):
            continue
        words = signature(value)
        if words is None:
            forms = re.findall(r"\b%s\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*->" % re.escape(name), value.__doc__ or "")
            if not forms:
                continue
            words = [re.split(r"[=:\s]", part.strip())[0].lstrip("*") for form in forms for part in form.split(",")]
            words = [word for word in words if word.isidentifier()] + customary
        elif prefix != "torch.nn.functional":
            words += customary
        functions[f"{prefix}.{name}"] = words
for prefix, module in [("torch.nn", torch.nn), ("torch.optim", torch.optim), ("torch.optim.lr_scheduler", torch.optim.lr_scheduler),
                       ("torch.utils.data", torch.utils.data)]:
    for name in sorted(dir(module)):
        value = getattr(module, name)
        if name.startswith("_") or not isinstance(value, type):
            continue
        words = signature(value)
        if words is not None:
            functions[f"{prefix}.{name}"] = words + (["verbose"] if prefix.endswith("lr_scheduler") else [])

lines = ["// Written by Tests/Reference/snippets/keywords.py: run it again instead of editing.", "",
         "/// Parameters of functions of NumPy and PyTorch, for keywords that a function certainly lacks.", "enum KeywordNames {",
         "    /// Parameters of a function or class, by its full name; `nil` where it is not known or takes any keyword.",
         "    static func words(of name: String) -> Set<Substring>? {", '        of[name].map { Set($0.split(separator: " ")) }', "    }", "",
         "    private static let of: [String: String] = ["]
for name, words in functions.items():
    lines.append(f'        "{name}": "{" ".join(dict.fromkeys(words))}",')
lines += ["    ]", "}"]
target = pathlib.Path(__file__).parents[3] / "Sources/Snippets/Names/KeywordNames.swift"
target.write_text("\n".join(lines) + "\n")
