#!/usr/bin/env python3
"""Writes Sources/Source/Unicode/Tables.swift and the reference strings of Tests/Reference/unicode.

Run from the package's folder: python3 Scripts/unicode_tables.py
The data are those of the Unicode version that this Python's unicodedata carries.
"""
import json
import random
import sys
import unicodedata as u

LAST = 0x110000
HANGUL = range(0xAC00, 0xD7A4)


def scalars():
    return (c for c in range(LAST) if not 0xD800 <= c < 0xE000)


def ranges(test):
    out, start = [], None
    for c in range(LAST + 1):
        hit = c < LAST and not 0xD800 <= c < 0xE000 and test(chr(c))
        if hit and start is None:
            start = c
        elif not hit and start is not None:
            out.append((start, c - 1))
            start = None
    return out


def is_wide(ch):
    return u.east_asian_width(ch) in "WF"


def is_zero(ch):
    return u.category(ch) in ("Mn", "Me", "Cf") and ch != "\u00ad"


def runs(mapping):
    """Consecutive scalars whose single-scalar images are consecutive too become one run."""
    out = []
    for c in sorted(mapping):
        image = mapping[c]
        if out and len(image) == 1 and len(out[-1][2]) == 1 and out[-1][1] + 1 == c \
                and out[-1][2][0] + (c - out[-1][0]) == image[0]:
            out[-1][1] = c
        else:
            out.append([c, c, image])
    return out


def text(rows, width=110):
    lines, line = [], ""
    for row in rows:
        if len(line) + len(row) + 1 > width:
            lines.append(line)
            line = ""
        line += row + ";"
    lines.append(line)
    return "\n".join("    " + l for l in lines)


def mapping_text(mapping):
    return text(
        (f"{a:x}" if a == b else f"{a:x}-{b:x}") + ">" + ",".join(f"{c:x}" for c in image)
        for a, b, image in runs(mapping))


compat, canonical, pairs = {}, {}, []
for c in scalars():
    if c in HANGUL:
        continue
    ch = chr(c)
    nfkd, nfd = u.normalize("NFKD", ch), u.normalize("NFD", ch)
    if nfkd != ch:
        compat[c] = [ord(x) for x in nfkd]
    if nfd != ch:
        canonical[c] = [ord(x) for x in nfd]
    if u.normalize("NFC", ch) == ch and nfd != ch:
        d = u.decomposition(ch).split()
        if len(d) == 2 and not d[0].startswith("<"):
            pairs.append((int(d[0], 16), int(d[1], 16), c))

# Where both agree the compatibility table alone is enough.
only = {c: v for c, v in canonical.items() if compat.get(c) != v}
shared = {c: v for c, v in compat.items() if canonical.get(c) == v}
extra = {c: v for c, v in compat.items() if canonical.get(c) != v}

with open("Sources/Source/Unicode/Tables.swift", "w") as f:
    f.write(f'''// Written by Scripts/unicode_tables.py from Unicode {u.unidata_version}; do not edit.

/// Data of the Unicode standard as text: `first-last>image,…;` with hexadecimal scalars. A run maps scalar k of
/// `first…last` to `image + k`.
enum UnicodeTables {{
    /// East Asian width W and F: two columns in a terminal.
    static let wide: StaticString = """
{text(f"{a:x}-{b:x}" for a, b in ranges(is_wide))}
    """

    /// Combining marks and format characters: no column.
    static let zeroWidth: StaticString = """
{text(f"{a:x}-{b:x}" for a, b in ranges(is_zero))}
    """

    /// Full decompositions that are the same for NFD and NFKD.
    static let canonical: StaticString = """
{mapping_text(shared)}
    """

    /// Full NFD decompositions of scalars whose NFKD differs.
    static let canonicalOnly: StaticString = """
{mapping_text(only)}
    """

    /// Full NFKD decompositions where NFD differs.
    static let compatible: StaticString = """
{mapping_text(extra)}
    """

    /// `first,second>composite` of canonical composition, exclusions left out.
    static let compositions: StaticString = """
{text(f"{a:x},{b:x}>{c:x}" for a, b, c in sorted(pairs))}
    """
}}
''')

random.seed(20)
pool = sorted(set(list(compat) + list(canonical) + [p[1] for p in pairs] + list(range(0x20, 0x17F)) +
                  [0x4E00, 0x6DF1, 0x5EA6, 0xAC00, 0xAC01, 0x1100, 0x1161, 0x11A8, 0x3099, 0xFF08, 0x0345]))
rows = [[chr(c)] for c in pool[:: max(1, len(pool) // 600)]]
rows += [[chr(random.choice(pool)) for _ in range(random.randint(2, 6))] for _ in range(600)]
out = []
for row in rows:
    s = "".join(row)
    out.append({"text": s, "nfc": u.normalize("NFC", s), "nfkc": u.normalize("NFKC", s)})
with open("Tests/Reference/unicode/normalization.json", "w") as f:
    json.dump(out, f, ensure_ascii=True, indent=0, sort_keys=True)
    f.write("\n")
print(u.unidata_version, len(compat), len(canonical), len(pairs), file=sys.stderr)
