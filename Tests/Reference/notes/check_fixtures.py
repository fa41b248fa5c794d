"""Compares the expectations of Tests/Fixtures/wrong about Python with CPython, and compiles the Python of the right notes.

Usage: python3 check_fixtures.py
"""

import ast
import contextlib
import io
import pathlib
import re

ROOT = pathlib.Path(__file__).parents[2] / "Fixtures"


def blocks(text):
    """(language, first line, columns cut from each line, source) of the fenced blocks, container prefixes removed."""
    lines, index = text.split("\n"), 0
    while index < len(lines):
        opening = re.match(r"((?:> ?|[-*] | +)*)```(\w*)$", lines[index])
        if not opening:
            index += 1
            continue
        cut, body, start = len(opening[1]), [], index + 1
        index += 1
        while index < len(lines) and not lines[index][cut:].startswith("```"):
            body.append(lines[index][cut:])
            index += 1
        yield opening[2], start, cut, "\n".join(body) + "\n"
        index += 1


def place(error_line, error_column, start, cut):
    return f"{start + error_line}:{cut + error_column}"


for path in sorted((ROOT / "wrong").glob("[a-z]*.md")):
    expected = path.with_suffix(".expected").read_text().split("\n")
    for language, start, cut, source in blocks(path.read_text()):
        if language != "python":
            continue
        try:
            compile(source, path.name, "exec")
            found = None
        except SyntaxError as error:
            found = f"C001 {place(error.lineno, error.offset, start, cut)}"
        wanted = next((line for line in expected if line.startswith("C001")), None)
        assert found == wanted, (path.name, found, wanted)
        if found or path.stem == "endless-loop":
            continue
        output = io.StringIO()
        try:
            with contextlib.redirect_stdout(output):
                exec(compile(source, path.name, "exec"), {})
            print(f"{path.name}: runs, prints {output.getvalue()!r}")
        except Exception as error:
            line = error.__traceback__.tb_next.tb_lineno
            print(f"{path.name}: {type(error).__name__} at line {start + line}: {error}")

for path in sorted((ROOT / "right").glob("[a-z]*.md")):
    for language, _, _, source in blocks(path.read_text()):
        if language == "python":
            ast.parse(source)
