"""Writes what CPython, NumPy and PyTorch print, or what they raise, for the snippets of evaluation.txt and the files beside it."""
import ast, contextlib, io, json, math, pathlib, warnings

warnings.simplefilter("ignore")
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F


def run(source):
    tree = ast.parse(source)
    names = {"np": np, "torch": torch, "math": math, "nn": nn, "F": F, "__name__": "__main__"}
    out = io.StringIO()
    last = None
    try:
        with contextlib.redirect_stdout(out):
            body = tree.body
            tail = body.pop() if body and isinstance(body[-1], ast.Expr) else None
            exec(compile(tree, "s", "exec"), names)
            if tail:
                value = eval(compile(ast.Expression(tail.value), "s", "eval"), names)
                last = None if value is None else repr(value)
        return {"source": source, "output": out.getvalue(), "last": last, "error": None}
    except Exception as e:
        return {"source": source, "output": out.getvalue(), "last": None, "error": f"{type(e).__name__}: {e}"}


here = pathlib.Path(__file__)
for name in ["evaluation", "language", "arrays", "learning", "random", "notes", "libraries"]:
    path = here.with_name(name + ".txt")
    if path.exists():
        cases = path.read_text().rstrip("\n").split("\n----\n")
        here.with_name(name + ".json").write_text(json.dumps([run(c) for c in cases], ensure_ascii=False, indent=0) + "\n")
