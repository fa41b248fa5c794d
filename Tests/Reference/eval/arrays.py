#!/usr/bin/env python3
"""Arrays in NumPy's format for ArrayFileTests: arrays/*.npy and arrays.json with their values beside this script."""
import json
import pathlib

import numpy as np

folder = pathlib.Path(__file__).with_name("arrays")
grid = np.arange(6).reshape(2, 3) - 2
cases = {
    "float64": (grid / 4, (1, 0)),
    "float32-fortran": (np.asfortranarray(grid.astype(np.float32)), (1, 0)),
    "float16-big": (np.array([1.5, -2.25, 6e-8, 65504], ">f2"), (1, 0)),
    "int8": (np.array([-128, 127], "i1"), (1, 0)),
    "int16-big": (np.array([-300, 300], ">i2"), (1, 0)),
    "int32-v2": (grid.astype("i4"), (2, 0)),
    "int64-v3": (grid.astype("i8"), (3, 0)),
    "uint8": (np.array([0, 255], "u1"), (1, 0)),
    "uint32": (np.array([0, 2**32 - 1], "u4"), (1, 0)),
    "bool": (np.array([True, False]), (1, 0)),
    "cube-fortran": (np.asfortranarray(np.arange(24.0).reshape(2, 3, 4)), (1, 0)),
    "scalar": (np.array(2.5), (1, 0)),
}
values = {}
for name, (array, version) in cases.items():
    with open(folder / f"{name}.npy", "wb") as file:
        np.lib.format.write_array(file, array, version=version)
    values[name] = {"shape": list(array.shape), "sum": float(array.astype(float).sum()), "value": array.tolist()}
np.save(folder / "bad-complex.npy", np.array([1 + 2j]))
np.save(folder / "bad-text.npy", np.array(["a"]))
np.save(folder / "bad-records.npy", np.zeros(2, [("a", "f8")]))
whole = (folder / "float64.npy").read_bytes()
(folder / "bad-cut.npy").write_bytes(whole[:-3])
(folder / "bad-header.npy").write_bytes(whole[:20])
(folder / "bad-more.npy").write_bytes(whole + b"12345678")
(folder / "bad-magic.npy").write_bytes(b"PK\3\4" + whole)
(folder / "bad-version.npy").write_bytes(whole[:6] + b"\x09\x00" + whole[8:])
(folder / "bad-shape.npy").write_bytes(whole.replace(b"(2, 3), }", b"(9e9,), }"[:9]))
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(values, indent=1) + "\n")
