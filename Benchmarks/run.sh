#!/bin/sh
# Times the stages on the notes of the repository; LaTeX to MathML beside math-core and KaTeX, reading beside cmark and pages
# with MathML beside pandoc, each on the same bytes in the same run. A peer that is not installed is left out.
set -eu
cd "$(dirname "$0")/.."
swift build -c release --static-swift-stdlib --product bench >/dev/null
.build/release/bench notes/*.md
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sh Benchmarks/formulas.sh "$folder" "$@"
swift build -c release --static-swift-stdlib --product gloss >/dev/null
sh Benchmarks/arrays.sh

if ! command -v cmark >/dev/null 2>&1; then
    printf '\ncmark is not installed (apt-get install cmark): no comparison\n'
    exit 0
fi
# Both as whole processes on one large note; the time of an empty note is taken off.
: >"$folder/empty.md"
i=0
while [ $i -lt 150 ]; do cat notes/*.md; i=$((i + 1)); done >"$folder/all.md"
elapsed() { # elapsed COMMAND…: the best of seven runs, in milliseconds
    best=
    for _ in 1 2 3 4 5 6 7; do
        start=$(date +%s%N)
        "$@" >/dev/null 2>&1 || true
        time=$((($(date +%s%N) - start) / 1000))
        if [ -z "$best" ] || [ $time -lt "$best" ]; then best=$time; fi
    done
    echo "$best"
}
ours=$(($(elapsed .build/release/bench --read "$folder/all.md") - $(elapsed .build/release/bench --read "$folder/empty.md")))
peer=$(($(elapsed cmark "$folder/all.md") - $(elapsed cmark "$folder/empty.md")))
awk -v a="$ours" -v b="$peer" -v n="$(wc -c <"$folder/all.md")" 'BEGIN {
    printf "\nreading %.1f MB: gloss %.1f ms, cmark (to HTML) %.1f ms, ratio %.2f\n", n / 1e6, a / 1e3, b / 1e3, a / b }'

if ! command -v pandoc >/dev/null 2>&1; then
    printf '\npandoc is not installed (apt-get install pandoc): no comparison of pages\n'
    exit 0
fi
# Pages without checks, the search index and the site's other pages included on our side; pandoc writes one page.
i=0
while [ $i -lt 20 ]; do cat notes/*.md; i=$((i + 1)); done | grep -v '^---$\|^+++$' >"$folder/pages.md"
ours=$(($(elapsed .build/release/bench --page "$folder/pages.md") - $(elapsed .build/release/bench --page "$folder/empty.md")))
page() { pandoc --mathml --standalone --metadata title=x -f gfm+tex_math_dollars -t html "$1"; }
peer=$(($(elapsed page "$folder/pages.md") - $(elapsed page "$folder/empty.md")))
awk -v a="$ours" -v b="$peer" -v n="$(wc -c <"$folder/pages.md")" 'BEGIN {
    printf "\npages with MathML from %.1f MB: gloss %.1f ms, pandoc %.1f ms, ratio %.2f\n", n / 1e6, a / 1e3, b / 1e3, a / b }'
