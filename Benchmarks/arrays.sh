#!/bin/sh
# Times `gloss eval` on an array of ten million numbers beside NumPy on one thread, on the same file in the same run.
# arrays.sh [GLOSS] (default: the release build)
set -eu
cd "$(dirname "$0")/.."
if ! python3 -c 'import numpy' >/dev/null 2>&1; then
    echo "NumPy is not installed (apt-get install python3-numpy): no comparison of arrays"
    exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 Benchmarks/time_numpy.py --make "$folder/x.npy" 10000000
echo
python3 Benchmarks/time_numpy.py "$folder/x.npy" "${1:-.build/release/gloss}"
