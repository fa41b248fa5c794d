"""Writes syntax.json: what CPython 3.11 says about snippets, right and wrong.

Every snippet comes with its tree in a short notation, or the fault with its message and its place.
Usage: python3.11 syntax.py [COUNT OF MUTANTS]
"""
import ast, json, pathlib, random, re, sys, warnings

warnings.simplefilter("ignore")

RIGHT = pathlib.Path(__file__).with_name("right.txt").read_text().split("\n----\n")
WRONG = pathlib.Path(__file__).with_name("wrong.txt").read_text().split("\n----\n")


def shape(node):
    """The tree as nested parentheses: class, then fields in order."""
    if isinstance(node, ast.AST):
        if isinstance(node, (ast.Load, ast.Store, ast.Del)):
            return ""
        parts = [type(node).__name__]
        for field, value in ast.iter_fields(node):
            if field in ("ctx", "type_comment", "kind", "type_ignores"):
                continue
            parts.append(shape(value))
        return "(" + " ".join(p for p in parts if p) + ")"
    if isinstance(node, list):
        return "[" + " ".join(shape(v) for v in node) + "]"
    if node is None:
        return "-"
    if node is Ellipsis:
        return "..."
    if isinstance(node, float):
        return "inf" if node == float("inf") else str(int(node)) + ".0" if node == int(node) and abs(node) < 1e15 else repr(node)
    if isinstance(node, bytes):
        return json.dumps("b" + node.decode("latin-1"), ensure_ascii=False)
    if isinstance(node, str):
        return json.dumps(node, ensure_ascii=False)
    return repr(node)


def offset(lines, line, column):
    """0-based byte offset of 1-based line and 1-based column in characters."""
    if line is None or line < 1 or column is None or column < 1:
        return None
    before = sum(len(l.encode()) for l in lines[: line - 1])
    text = lines[line - 1] if line <= len(lines) else ""
    return before + len(text[: column - 1].encode())


def verdict(source):
    try:
        tree = ast.parse(source)
        compile(source, "s", "exec")
        body = tree.body
        return {"source": source, "tree": "[" + " ".join(shape(s) for s in body) + "]"}
    except (SyntaxError, ValueError, MemoryError, RecursionError) as e:
        if not isinstance(e, SyntaxError):
            return None
        lines = source.splitlines(keepends=True)
        if not source.endswith("\n"):
            lines = (source + "\n").splitlines(keepends=True)
        if e.text and e.text.startswith("(") and e.text.strip() not in source:  # counted in a text that only CPython sees
            return {"source": source, "kind": type(e).__name__, "message": e.msg, "line": None, "column": None,
                    "start": None, "end": None}
        return {
            "source": source, "kind": type(e).__name__, "message": e.msg, "line": e.lineno, "column": e.offset,
            "start": offset(lines, e.lineno, e.offset),
            "end": offset(lines, e.end_lineno, e.end_offset) if e.end_offset and e.end_offset > 0 else None,
        }


def mutants(count):
    random.seed(11)
    pieces = ["(", ")", "[", "]", "{", "}", ",", ":", "=", "==", ".", "+", "*", "-", " if ", " else ", " for ", " in ",
              "x", "1", "'a'", "\n", "    ", "\t", "print ", "not ", "lambda ", "return ", ":=", "def ", "，", "**", "'", "class "]
    made = set()
    while len(made) < count:
        base = random.choice(RIGHT)
        tokens = re.findall(r"\w+|\s|[^\w\s]", base)
        if not tokens:
            continue
        at = random.randrange(len(tokens))
        how = random.randrange(4)
        if how == 0:
            del tokens[at]
        elif how == 1:
            tokens.insert(at, random.choice(pieces))
        elif how == 2:
            tokens[at] = random.choice(pieces)
        elif at + 1 < len(tokens):
            tokens[at], tokens[at + 1] = tokens[at + 1], tokens[at]
        made.add("".join(tokens))
    return sorted(made)


count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
result = [verdict(s) for s in RIGHT + WRONG + mutants(count)]
name = sys.argv[2] if len(sys.argv) > 2 else pathlib.Path(__file__).with_name("syntax.json")
pathlib.Path(name).write_text(json.dumps([r for r in result if r], ensure_ascii=False, indent=0) + "\n")
