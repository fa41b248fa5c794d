#!/bin/sh
# Times `gloss eval` on an array of ten million numbers beside NumPy on one thread, on the same file in the same run: reading
# the file is in both; the start of the process is in ours alone. arrays.sh [GLOSS] (default: the release build)
set -eu
cd "$(dirname "$0")/.."
gloss=${1:-.build/release/gloss}
if ! python3 -c 'import numpy' >/dev/null 2>&1; then
    echo "NumPy is not installed (apt-get install python3-numpy): no comparison of arrays"
    exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
count=10000000
python3 Benchmarks/time_numpy.py --make "$folder/x.npy" $count
best() { # best COMMAND…: the best of nine runs, in microseconds
    least=
    for _ in 1 2 3 4 5 6 7 8 9; do
        start=$(date +%s%N)
        "$@" >/dev/null
        time=$((($(date +%s%N) - start) / 1000))
        if [ -z "$least" ] || [ $time -lt "$least" ]; then least=$time; fi
    done
    echo "$least"
}
formula() {
    case $1 in
    sigmoid) echo '\frac{1}{1+e^{-x}}' ;;
    "sum of squares") echo '\sum_i x_i^2' ;;
    tanh) echo '\tanh x' ;;
    polynomial) echo 'x^3 - 2x^2 + 0.5' ;;
    sine) echo '\sin(x) e^{-x^2/2}' ;;
    esac
}
printf '\n| formula on 10^7 numbers | gloss eval | NumPy %s, one thread | ratio |\n|---|---|---|---|\n' "$(python3 -c 'import numpy; print(numpy.__version__)')"
for out in "" "$folder/y.npy"; do
    python3 Benchmarks/time_numpy.py "$folder/x.npy" ${out:+"$out"} | while IFS="	" read -r name peer; do
        if [ -n "$out" ]; then
            ours=$(best "$gloss" eval "$(formula "$name")" x=@"$folder/x.npy" --max-elements $count --out "$out")
        else
            ours=$(best "$gloss" eval "$(formula "$name")" x=@"$folder/x.npy" --max-elements $count)
        fi
        awk -v n="$name${out:+, written to a file}" -v a="$ours" -v b="$peer" 'BEGIN { printf "| %s | %.1f ms | %.1f ms | %.2f |\n", n, a / 1e3, b, a / 1e3 / b }'
    done
done
