"""Writes Sources/Snippets/Names/PublicNames*.swift: every public attribute that Python, NumPy and PyTorch really have.

A name in these lists is never called misspelt. Usage: python3.11 names.py
"""
import builtins, collections, functools, importlib, itertools, keyword, math, os, pathlib, random, re, statistics, string, sys, time, warnings

warnings.simplefilter("ignore")
import numpy as np
import torch

HERE = pathlib.Path(__file__).resolve().parents[3] / "Sources" / "Snippets" / "Names"

# Names that older releases had, and that notes written for them still use.
OLD = {
    "numpy": "float int bool object str long unicode complex float_ int_ product cumproduct alltrue sometrue in1d row_stack trapz "
             "asfarray cast find_common_type issubclass_ issubsctype Inf Infinity NaN NINF NZERO PINF PZERO infty mat obj2sctype "
             "sctype2char set_string_function source safe_eval tracemalloc_domain who asscalar msort round_ string_ unicode_ "
             "longfloat singlecomplex cfloat longcomplex clongfloat complex_ deprecate disp byte_bounds compare_chararrays "
             "add_newdoc add_docstring recfromcsv recfromtxt compat rank typeDict sctypes nbytes maximum_sctype DataSource".split(),
    "ndarray": "newbyteorder itemset ptp".split(),
    "torch": "symeig eig lstsq qr solve matrix_rank cholesky ger range svd lu chain_matmul norm_except_dim stft".split(),
    "Tensor": "symeig eig lstsq solve qr cholesky ger volatile".split(),
    "torch.nn": "Parameter Container".split(),
    "torch.nn.functional": "upsample sigmoid tanh".split(),
}


def public(thing, dunder=False):
    return {n for n in dir(thing) if re.fullmatch(r"[A-Za-z]\w*", n)} | ({n for n in dir(thing) if n.startswith("__")} if dunder else set())


def modules():
    yield "numpy", np
    for sub in ["linalg", "random", "fft", "testing", "ma", "polynomial"]:
        yield "numpy." + sub, importlib.import_module("numpy." + sub)
    yield "torch", torch
    for sub in ["nn", "nn.functional", "nn.init", "optim", "autograd", "linalg", "special", "cuda", "utils", "utils.data",
                "distributions", "fft", "optim.lr_scheduler", "nn.utils", "nn.utils.rnn", "random", "jit", "backends"]:
        try:
            yield "torch." + sub, importlib.import_module("torch." + sub)
        except ImportError:
            pass
    for name in ["math", "random", "os", "os.path", "sys", "time", "itertools", "functools", "collections", "string", "statistics",
                 "re", "json", "copy", "operator", "typing", "dataclasses", "datetime", "cmath", "fractions", "decimal"]:
        yield name, importlib.import_module(name)


def types():
    yield "ndarray", set(dir(np.ndarray))
    yield "Tensor", set(dir(torch.Tensor)) | set(dir(torch.ones(1)))
    yield "Module", set(dir(torch.nn.Module()))
    for t in [str, list, dict, set, tuple, int, float, complex, bool, bytes, range, slice, type(None), object]:
        yield t.__name__, set(dir(t))
    yield "function", set(dir(lambda: 0))
    yield "generator", set(dir(x for x in []))
    yield "Generator", set(dir(np.random.default_rng()))


def literal(name, names):
    words = sorted(n for n in names if re.fullmatch(r"\w+", n) and n.isascii() and not (n.startswith("_") and not n.startswith("__")))
    lines, line = [], ""
    for w in words:
        if len(line) + len(w) + 1 > 110:
            lines.append(line)
            line = ""
        line += (" " if line else "") + w
    lines.append(line)
    return f'        "{name}": """\n' + "\n".join("            " + l for l in lines) + '\n            """,\n'


def write(file, constant, doc, items):
    text = "// Written by Tests/Reference/snippets/names.py: run it again instead of editing.\n\n"
    text += f"extension PublicNames {{\n    /// {doc}\n    static let {constant}: [String: String] = [\n"
    for name, names in items:
        text += literal(name, names)
    text += "    ]\n}\n"
    (HERE / file).write_text(text)


HERE.mkdir(parents=True, exist_ok=True)
everything = [(n, public(m) | set(OLD.get(n, []))) for n, m in modules()]
write("PublicNamesNumPy.swift", "numpy", f"NumPy {np.__version__} and names of older releases.", [i for i in everything if i[0].startswith("numpy")])
write("PublicNamesTorch.swift", "torch", f"PyTorch {torch.__version__.split('+')[0]} and names of older releases.", [i for i in everything if i[0].startswith("torch")])
write("PublicNamesPython.swift", "python", "Modules of Python's standard library.", [i for i in everything if not i[0].startswith(("numpy", "torch"))])
write("PublicNamesTypes.swift", "types", "Attributes of values.", [(n, s | set(OLD.get(n, []))) for n, s in types()] + [("builtins", set(dir(builtins)) | set(keyword.kwlist) | {"unicode", "xrange", "raw_input", "reduce", "long", "unichr", "get_ipython", "display"})])
