#!/bin/sh
# formulas.sh FOLDER [NOTE.md …]: LaTeX to MathML, formulas a second on one core, beside math-core (pip install math-core) and
# KaTeX (apt-get install libjs-katex nodejs, or KATEX=/path/to/katex.js), on the formulas of the notes. FOLDER takes the files.
set -eu
folder=$1
shift
[ $# -gt 0 ] || set -- notes/*.md
KATEX=${KATEX:-/usr/share/javascript/katex/katex.js}
.build/release/bench --list "$@" >"$folder/formulas.jsonl"

ours() { .build/release/bench --formulas "$folder/formulas.jsonl"; }
math_core() { python3 Benchmarks/time_math_core.py "$folder/formulas.jsonl"; }
katex() { node Benchmarks/time_katex.js "$KATEX" "$folder/formulas.jsonl"; }
# Three rounds in turn, the best of each: what else the machine does meets all of them.
for round in 1 2 3; do
    ours >>"$folder/ours"
    if python3 -c 'import math_core' 2>/dev/null; then math_core >>"$folder/math-core"; fi
    if command -v node >/dev/null 2>&1 && [ -f "$KATEX" ]; then katex >>"$folder/katex"; fi
done
field() { awk -v name="$1" '$1 == name && $2 > best { best = $2 } END { print best }' "$folder/ours"; }
awk -v n="$(wc -l <"$folder/formulas.jsonl")" -v a="$(field rate)" -v b="$(field single)" -v m="$(field memory)" 'BEGIN {
    printf "\n%d formulas to MathML, warm: %d formulas/s with one converter, %d each by itself, %d bytes a formula held\n", n, a, b, m }'
compare() { # compare NAME FILE
    if [ ! -f "$2" ]; then
        echo "$1 is not installed: no comparison"
        return
    fi
    awk -v name="$1" -v a="$(field rate)" '$1 > b { b = $1 } END {
        printf "%s: %d formulas/s, gloss %.2f times as fast\n", name, b, a / b }' "$2"
}
compare math-core "$folder/math-core"
compare 'KaTeX (MathML only)' "$folder/katex"
[ -f "$folder/katex" ] || exit 0

# Whole processes, from lines of JSON to lines of JSON.
i=0
while [ $i -lt 30 ]; do cat "$folder/formulas.jsonl"; i=$((i + 1)); done >"$folder/requests.jsonl"
elapsed() { # elapsed COMMAND…: the best of five runs, in milliseconds
    best=
    for _ in 1 2 3 4 5; do
        start=$(date +%s%N)
        "$@" >/dev/null 2>&1
        time=$((($(date +%s%N) - start) / 1000000))
        if [ -z "$best" ] || [ $time -lt "$best" ]; then best=$time; fi
    done
    echo "$best"
}
gloss() { .build/release/gloss render --jsonl <"$folder/requests.jsonl"; }
ours=$(elapsed gloss)
peer=$(elapsed node Benchmarks/time_katex.js "$KATEX" "$folder/requests.jsonl" --jsonl)
awk -v n="$(wc -l <"$folder/requests.jsonl")" -v a="$ours" -v b="$peer" 'BEGIN {
    printf "render --jsonl, %d requests, the whole process: gloss %d ms, KaTeX %d ms, gloss %.1f times as fast\n", n, a, b, b / a }'
